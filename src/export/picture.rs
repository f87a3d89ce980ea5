//! The timeline as a picture that looks designed: margins, a title, a legend, and what it leaves
//! out.

use super::legend::Legend;
use super::png::{Fonts, MOST_PIXELS, png};
use super::svg::svg;
use crate::scene::{Align, Point, Rect, Scene, Shape, Size, TextRun, Theme, Weight, measure};
use crate::text::grouped;
use crate::time::{Granularity, Moment};
use crate::timeline::{Counts, Crowding, Extent, Frame, Highlight, Layout, Model, View, layout};

/// The white around everything.
const MARGIN_PX: f32 = 32.0;
/// The height of the title with its second line.
const TITLE_PX: f32 = 60.0;
/// The height of the line at the bottom.
const FOOTER_PX: f32 = 30.0;
/// The smallest picture in which a timeline can be read, in logical pixels.
const SMALLEST: Size = Size::new(480.0, 320.0);

/// Why there is no picture.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It would have no area.
    #[error("a picture needs a width and a height of at least one pixel")]
    Empty,
    /// It would not fit into memory.
    #[error(
        "a picture of {width} × {height} pixels is too large: make it smaller, {} million pixels \
         at most",
        MOST_PIXELS / 1_000_000
    )]
    TooLarge {
        /// Its width in pixels.
        width: u64,
        /// Its height in pixels.
        height: u64,
    },
    /// A timeline cannot be read in it.
    #[error("a picture needs at least {} × {} pixels to be read", SMALLEST.width, SMALLEST.height)]
    TooSmall,
    /// There is nothing to draw.
    #[error("there is no event with a date to draw")]
    NothingToDraw,
    /// The renderer gave up.
    #[error("the picture could not be drawn: {0}")]
    Drawing(String),
}

/// The kind of file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PictureFormat {
    /// Pixels.
    #[default]
    Png,
    /// Shapes and text.
    Svg,
}

/// The stretch of time that a picture shows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum PictureRange {
    /// Everything.
    #[default]
    All,
    /// From a moment to another; an open end is that of the events.
    Between(Option<Moment>, Option<Moment>),
}

/// What a picture is to look like.
#[derive(Clone, Debug)]
pub struct PictureOptions {
    /// Its size in logical pixels.
    pub size: Size,
    /// Whether it is only as high as its lanes need, and `size` its largest height.
    pub trimmed: bool,
    /// How many pixels of a PNG a logical one is.
    pub scale: f32,
    /// Its colours.
    pub theme: Theme,
    /// The stretch of time.
    pub range: PictureRange,
    /// What it is called; without one it has no title.
    pub title: Option<String>,
    /// Where it is from: names of documents, or how many.
    pub source: Option<String>,
    /// The present moment, for today's line.
    pub now: Option<Moment>,
    /// The fonts that it may use.
    pub fonts: Fonts,
    /// The kind of file.
    pub format: PictureFormat,
}

impl Default for PictureOptions {
    fn default() -> Self {
        Self {
            size: Size::new(1600.0, 900.0),
            trimmed: false,
            scale: 1.0,
            theme: Theme::light(),
            range: PictureRange::All,
            title: None,
            source: None,
            now: None,
            fonts: Fonts::Embedded,
            format: PictureFormat::Png,
        }
    }
}

/// Draws a picture of the timeline as the bytes of a file.
///
/// # Errors
/// [`PictureError`] if there is no event with a date, or if the size is without reason.
pub fn picture(model: &Model, options: &PictureOptions) -> Result<Vec<u8>, PictureError> {
    let scene = compose(model, options)?;
    match options.format {
        PictureFormat::Svg => Ok(svg(&scene).into_bytes()),
        PictureFormat::Png => png(&scene, options.scale, options.fonts),
    }
}

/// Puts title, timeline, legend and footer together.
///
/// # Errors
/// As [`picture`].
pub fn compose(model: &Model, options: &PictureOptions) -> Result<Scene, PictureError> {
    check_size(options)?;
    let (scene, free_px) = composed(model, options)?;
    let Size { width, height } = options.size;
    if options.trimmed && free_px >= 1.0 {
        let size = Size::new(width, (height - free_px).ceil().max(SMALLEST.height));
        return Ok(composed(model, &PictureOptions { size, ..options.clone() })?.0);
    }
    Ok(scene)
}

/// The picture at its full height, and how much of that its lanes leave free.
fn composed(model: &Model, options: &PictureOptions) -> Result<(Scene, f32), PictureError> {
    let Size { width, height } = options.size;
    let extent = model.extent().ok_or(PictureError::NothingToDraw)?;
    let legend = Legend::of(model, &options.theme, width - 2.0 * MARGIN_PX);
    let head = if options.title.is_some() || options.source.is_some() { TITLE_PX } else { 0.0 };
    let plot = Rect::new(
        MARGIN_PX,
        MARGIN_PX + head,
        width - MARGIN_PX,
        height - MARGIN_PX - FOOTER_PX - legend.height_px(),
    );
    let view = view(options.range, model, extent, Frame::plot_width(plot.width()));
    let frame = Frame {
        view,
        size: Size::new(plot.width(), plot.height()),
        scroll_px: 0.0,
        crowding: Crowding::Fit,
        settled: 1.0,
        theme: &options.theme,
        measure: &measure,
        highlight: Highlight::default(),
        now: options.now,
    };
    let mut timeline = layout(model, &frame);
    let mut hidden = hidden_lanes(&timeline);
    if hidden > 0 {
        // Lanes for which there is no room share the last one: nothing is cut off silently.
        let fitting = timeline.lanes.len() - hidden;
        timeline = layout(&model.with_most_lanes(fitting), &frame);
        hidden = hidden_lanes(&timeline);
    }
    let lowest = timeline.lanes.iter().map(|&(_, bottom)| bottom).fold(0.0, f32::max);
    let free_px = (timeline.plot.bottom - lowest).max(0.0);
    let mut scene = Scene::new(options.size, Some(options.theme.ground));
    scene.place(timeline.scene, Point::new(plot.left, plot.top));
    let mut shapes = frame_around(plot, &options.theme);
    shapes.extend(heading(options, model, &view));
    shapes.push(footer(&timeline.counts, hidden, model, options));
    scene.push(Rect::new(0.0, 0.0, width, height), shapes);
    scene.place(legend.scene(), Point::new(MARGIN_PX, plot.bottom));
    Ok((scene, free_px))
}

/// How many lanes reach beyond the lower edge.
fn hidden_lanes(timeline: &Layout) -> usize {
    timeline.lanes.iter().filter(|&&(_, bottom)| bottom > timeline.plot.bottom + 1.0).count()
}

fn check_size(options: &PictureOptions) -> Result<(), PictureError> {
    let Size { width, height } = options.size;
    if !(width >= 1.0 && height >= 1.0 && options.scale > 0.0) {
        return Err(PictureError::Empty);
    }
    if width < SMALLEST.width || height < SMALLEST.height {
        return Err(PictureError::TooSmall);
    }
    let scale = if options.format == PictureFormat::Png { options.scale } else { 1.0 };
    let side = |logical: f32| (f64::from(logical) * f64::from(scale)).round() as u64;
    let (width, height) = (side(width), side(height));
    if width.saturating_mul(height) > MOST_PIXELS {
        return Err(PictureError::TooLarge { width, height });
    }
    Ok(())
}

fn view(range: PictureRange, model: &Model, extent: Extent, width_px: f32) -> View {
    let all = View::all(extent, width_px).overview(extent.start, extent.end);
    match range {
        PictureRange::All => all,
        PictureRange::Between(start, end) => {
            let place = |moment: Moment| model.warp().place(moment);
            let start = start.map_or(all.start(), place);
            let end = end.map_or(all.end(), place);
            // What is asked for is shown, also where there is nothing.
            let asked = Extent::new(start.min(extent.start), end.max(extent.end));
            all.with_extent(asked).exactly(start, end)
        }
    }
}

/// The line around the timeline.
fn frame_around(plot: Rect, theme: &Theme) -> Vec<Shape> {
    let corners = [
        Point::new(plot.left, plot.top - 0.5),
        Point::new(plot.right, plot.top - 0.5),
        Point::new(plot.right, plot.bottom - 0.5),
        Point::new(plot.left, plot.bottom - 0.5),
    ];
    [(0, 1), (3, 2)]
        .map(|(from, to)| Shape::hairline(corners[from], corners[to], theme.hairline))
        .to_vec()
}

/// The title, and under it where it is from and the stretch of time.
fn heading(options: &PictureOptions, model: &Model, view: &View) -> Vec<Shape> {
    let theme = &options.theme;
    let line = |y: f32, size_px, weight, color, text| {
        Shape::Text(TextRun {
            position: Point::new(MARGIN_PX, y),
            align: Align::Left,
            size_px,
            weight,
            color,
            struck: false,
            text,
        })
    };
    let width = options.size.width - 2.0 * MARGIN_PX;
    let mut shapes = Vec::new();
    if let Some(title) = &options.title {
        let title = shortened(title, width, 22.0, Weight::SemiBold);
        shapes.push(line(MARGIN_PX + 10.0, 22.0, Weight::SemiBold, theme.text, title));
    }
    if options.title.is_some() || options.source.is_some() {
        let range = range_label(model.warp().times(named(options.range, view)));
        let words = match &options.source {
            Some(source) => format!("{range} · {source}"),
            None => range,
        };
        let words = shortened(&words, width, 13.0, Weight::Regular);
        shapes.push(line(MARGIN_PX + 37.0, 13.0, Weight::Regular, theme.muted, words));
    }
    shapes
}

/// What the second line names: what was asked for, or where the events are; not the margins.
fn named(range: PictureRange, view: &View) -> (Moment, Moment) {
    let all = view.extent();
    if range == PictureRange::All && all.start < all.end {
        return (all.start, all.end.plus_seconds(-1));
    }
    (view.start(), view.end())
}

/// "1 Jan 2021 – 31 Dec 2023", as precisely as it can be seen.
fn range_label((start, end): (Moment, Moment)) -> String {
    let unit = [Granularity::Minute, Granularity::Day, Granularity::Month]
        .into_iter()
        .find(|unit| unit.mean_seconds() as f64 * 300.0 >= (end - start) as f64)
        .unwrap_or(Granularity::Year);
    format!("{} – {}", start.label(unit), end.label(unit))
}

/// What is shown and what is not.
fn footer(counts: &Counts, hidden_lanes: usize, model: &Model, options: &PictureOptions) -> Shape {
    let mut parts: Vec<String> = model.notice().into_iter().collect();
    parts.push(format!("{} shown", events(counts.shown)));
    let mut left_out = |number: usize, words: &str| {
        if number > 0 {
            parts.push(format!("{} {words}", grouped(number)));
        }
    };
    left_out(counts.folded, "folded");
    left_out(counts.outside, "outside this range");
    left_out(counts.filtered, "filtered out");
    left_out(counts.undated, "without a date");
    left_out(hidden_lanes, if hidden_lanes == 1 { "lane cut off" } else { "lanes cut off" });
    Shape::Text(TextRun {
        position: Point::new(MARGIN_PX, options.size.height - MARGIN_PX),
        align: Align::Left,
        size_px: 11.5,
        weight: Weight::Regular,
        color: options.theme.muted,
        struck: false,
        text: parts.join(" · "),
    })
}

fn events(number: usize) -> String {
    if number == 1 { "1 event".to_owned() } else { format!("{} events", grouped(number)) }
}

fn shortened(text: &str, room_px: f32, size_px: f32, weight: Weight) -> String {
    let width = |words: &str| measure(words, size_px, weight);
    crate::timeline::shortened(text, room_px, &width).unwrap_or_default()
}
