//! What a picture is drawn from: the documents and the filter as they were when it was asked
//! for, so that it can be drawn on another thread.

use crate::analysis::Analysed;
use crate::export::{self, Fonts, PictureFormat, PictureOptions, PictureRange};
use crate::project::{Filter, Project};
use crate::scene::{Size, Theme};
use crate::time::Moment;
use crate::timeline::{DocumentInfo, Grouping, Model, Scale};

use super::State;
use super::controls::counted;
use super::dialogs::PictureRequest;

/// How many documents the picture names as its source.
const NAMED: usize = 3;

/// A picture that is ready to be drawn.
pub(super) struct PictureJob {
    request: PictureRequest,
    project: Project,
    filter: Filter,
    lanes: Grouping,
    scale: Scale,
    stretch: Option<(Moment, Moment)>,
}

impl PictureJob {
    /// The picture of the timeline as it is now, with so much time in view.
    pub(super) fn new(
        request: PictureRequest,
        state: &State,
        stretch: Option<(Moment, Moment)>,
    ) -> Self {
        Self {
            request,
            project: state.project().clone(),
            filter: state.filter().clone(),
            lanes: state.preferences().lanes,
            scale: state.scale(),
            stretch,
        }
    }

    /// Draws it as the bytes of a file.
    ///
    /// # Errors
    /// Why it cannot be drawn, in words.
    pub(super) fn draw(&self) -> Result<Vec<u8>, String> {
        export::picture(&self.model(), &self.options()).map_err(|error| error.to_string())
    }

    fn model(&self) -> Model {
        let documents = self.project.documents().iter().map(|analysed| DocumentInfo {
            id: analysed.document().id,
            title: &analysed.document().title,
            date: analysed.date().map(|date| date.interval),
        });
        let model = Model::build(self.project.events(), documents, self.lanes).scaled(self.scale);
        if self.filter.is_empty() {
            return model;
        }
        let admits = |id| self.project.event(id).is_some_and(|event| self.filter.admits(event));
        model.filtered(self.lanes, admits)
    }

    fn options(&self) -> PictureOptions {
        let range = match self.stretch {
            Some((start, end)) if !self.request.whole => {
                PictureRange::Between(Some(start), Some(end))
            }
            _ => PictureRange::All,
        };
        PictureOptions {
            size: Size::new(self.request.width as f32, self.request.height as f32),
            trimmed: false,
            scale: self.request.scale,
            theme: Theme::of(self.request.mode),
            range,
            title: Some(self.title()),
            source: self.source(),
            // A picture of the same documents is the same tomorrow.
            now: None,
            fonts: Fonts::WithSystem,
            format: PictureFormat::Png,
        }
    }

    fn title(&self) -> String {
        match self.project.documents() {
            [one] => one.document().title.clone(),
            many => format!("Timeline of {}", counted(many.len(), "document", "documents")),
        }
    }

    /// The first documents by name; nothing where the title names the only one.
    fn source(&self) -> Option<String> {
        let documents = self.project.documents();
        let name = |analysed: &std::sync::Arc<Analysed>| analysed.document().title.clone();
        let names: Vec<_> = documents.iter().take(NAMED).map(name).collect();
        match documents.len() {
            0 | 1 => None,
            many if many > NAMED => Some(format!("{} and {} more", names.join(", "), many - NAMED)),
            _ => Some(names.join(", ")),
        }
    }
}
