//! Putting events into lanes, on a thread of its own where there are many.

use std::sync::mpsc::{self, Receiver};
use std::thread;

use egui::Context;
use rayon::prelude::*;

use crate::project::{Filter, Project};
use crate::timeline::{Arrangement, DocumentInfo, Model, Scale};

/// All events of the project, and those of them that are to be shown.
pub(super) type Models = (Option<Model>, Model);

/// What it takes to put events into lanes.
pub(super) struct Arranging {
    /// All events, on whatever axis, if they are those of the project as it is.
    pub(super) all: Option<Model>,
    /// The project.
    pub(super) project: Project,
    /// What of it is to be shown.
    pub(super) filter: Filter,
    /// How the lanes are to stand.
    pub(super) arrangement: Arrangement,
    /// How the axis is to run.
    pub(super) scale: Scale,
}

impl Arranging {
    /// Does it at once.
    pub(super) fn done(self) -> Models {
        let Self { all, project, filter, arrangement, scale } = self;
        let mut all = all.unwrap_or_else(|| {
            let documents = project.documents().iter().map(|analysed| DocumentInfo {
                id: analysed.document().id,
                title: &analysed.document().title,
                date: analysed.date().map(|date| date.interval),
            });
            Model::build(project.events(), documents, arrangement.grouping)
        });
        if all.scale() != scale {
            all = all.scaled(scale);
        }
        if filter.is_empty() {
            let model = all.rearranged(&arrangement);
            return (Some(all), model);
        }
        let events = project.documents().par_iter().flat_map(|analysed| analysed.events());
        let admitted: Vec<_> = events.map(|event| (event.id, filter.admits(event))).collect();
        let model = all.shown(&arrangement, Some(admitted));
        (Some(all), model)
    }

    /// Does it on a thread, and asks for a frame when it is done; nothing if there can be no
    /// thread.
    pub(super) fn start(self, ctx: &Context) -> Option<Receiver<Models>> {
        let (sender, receiver) = mpsc::channel();
        let ctx = ctx.clone();
        let run = move || {
            let project = self.project.clone();
            // The receiver is gone when something else is wanted by now.
            let _ = sender.send(self.done());
            ctx.request_repaint();
            project.prepare();
        };
        thread::Builder::new().name("lanes".to_owned()).spawn(run).ok()?;
        Some(receiver)
    }
}
