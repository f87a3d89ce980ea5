//! `dateline render`: a picture of the timeline, with no display and no GPU.

use super::arguments::{Axis, RenderArguments};
use super::{Failure, inputs, output};
use crate::analysis::Analysed;
use crate::export::{Fonts, PictureFormat, PictureOptions, PictureRange, picture};
use crate::scene::{Size, Theme};
use crate::timeline::{DocumentInfo, Model, Scale, ScaleOrigin};

/// How high a picture becomes by itself.
const HIGHEST_PX: u32 = 900;

pub(super) fn run(arguments: &RenderArguments) -> Result<(), Failure> {
    let format = picture_format(arguments)?;
    let read = inputs::read(&arguments.documents)?;
    let model = Model::build(
        read.documents.iter().flat_map(Analysed::events),
        read.documents.iter().map(document_info),
        arguments.lanes.into(),
    );
    let model = model.scaled(scale(arguments));
    let options = PictureOptions {
        size: Size::new(arguments.width as f32, arguments.height.unwrap_or(HIGHEST_PX) as f32),
        trimmed: arguments.height.is_none(),
        scale: arguments.scale,
        theme: Theme::from(arguments.theme),
        range: range(arguments),
        title: Some(title(&read.documents)),
        source: Some(source(&read.documents)),
        fonts: Fonts::WithSystem,
        format,
        // A picture of the same documents is the same tomorrow.
        now: None,
    };
    let bytes = picture(&model, &options)?;
    output::write_result(Some(&arguments.output), |out| out.write_all(&bytes))?;
    read.finish()
}

fn picture_format(arguments: &RenderArguments) -> Result<PictureFormat, Failure> {
    let extension = arguments.output.extension().and_then(|e| e.to_str()).unwrap_or_default();
    match extension.to_ascii_lowercase().as_str() {
        "png" => Ok(PictureFormat::Png),
        "svg" => Ok(PictureFormat::Svg),
        _ => Err(Failure::PictureName { path: arguments.output.clone() }),
    }
}

fn range(arguments: &RenderArguments) -> PictureRange {
    if arguments.from.is_none() && arguments.to.is_none() {
        return PictureRange::All;
    }
    PictureRange::Between(
        arguments.from.map(|from| from.earliest_start()),
        arguments.to.map(|to| to.latest_end()),
    )
}

fn scale(arguments: &RenderArguments) -> Scale {
    let origin = arguments.origin.map(ScaleOrigin::new);
    match (arguments.axis, origin) {
        (Axis::Compressed, _) => Scale::Compressed,
        (Axis::Logarithmic, Some(origin)) => Scale::Logarithmic(origin),
        (Axis::Relative, Some(origin)) => Scale::Relative(origin),
        _ => Scale::Linear,
    }
}

fn document_info(analysed: &Analysed) -> DocumentInfo<'_> {
    let document = analysed.document();
    DocumentInfo {
        id: document.id,
        title: &document.title,
        date: analysed.date().map(|date| date.interval),
    }
}

fn title(documents: &[Analysed]) -> String {
    match documents {
        [one] => one.document().title.clone(),
        many => format!("Timeline of {} documents", many.len()),
    }
}

fn source(documents: &[Analysed]) -> String {
    const NAMED: usize = 3;
    let names: Vec<_> = documents.iter().take(NAMED).map(|d| d.document().title.as_str()).collect();
    match documents.len().saturating_sub(NAMED) {
        0 => names.join(", "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}
