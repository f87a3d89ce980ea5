//! Circles and names of the places that have events in a stretch of time.

use std::collections::BTreeSet;

use super::cluster::{Cluster, Dot, clusters, radius_px};
use super::labels::{Wish, place};
use super::places::{Places, Spot};
use super::view::MapView;
use crate::event::PlaceKind;
use crate::scene::{
    Align, Color, Mark, Measure, Point, Rect, Scene, Shape, Stroke, Symbol, TextRun, Theme, Weight,
};
use crate::time::Moment;

/// The size of the letters of names, and of the numbers in circles.
const NAME_PX: f32 = 12.0;
const NUMBER_PX: f32 = 11.0;
/// A circle is at least so wide for the pointer.
const TARGET_PX: f32 = 24.0;
/// Circles are wider than their number by this, on both sides together.
const AROUND_NUMBER_PX: f32 = 9.0;

/// Everything that circles and names depend on but the places.
#[derive(Clone)]
pub struct MapFrame<'a> {
    /// The part of the world.
    pub view: MapView,
    /// The start of the stretch of time whose events are shown.
    pub start: Moment,
    /// Its end.
    pub end: Moment,
    /// The places that the filter is set to, by name; empty: it is set to none.
    pub chosen: &'a BTreeSet<String>,
    /// The places to light up: those of the selected event and of the one under the pointer.
    pub lit: &'a BTreeSet<String>,
    /// The colours.
    pub theme: &'a Theme,
    /// The width of text.
    pub measure: Measure<'a>,
}

/// A circle: a place, or several that would cover one another.
#[derive(Clone, Debug, PartialEq)]
pub struct Bubble {
    /// Its middle.
    pub center: Point,
    /// Its radius in pixels.
    pub radius_px: f32,
    /// Its places by their number, that with most events first.
    pub spots: Vec<usize>,
    /// How many events: one at two of its places counts twice.
    pub count: usize,
    /// Whether it is kept back by the filter: shown, so that it can be chosen.
    pub faded: bool,
}

/// What is on the map.
#[derive(Clone, Debug, Default)]
pub struct MapLayout {
    /// What to draw, over the [`ground`](super::ground()).
    pub scene: Scene,
    /// The circles, the one with most events first.
    pub bubbles: Vec<Bubble>,
    /// How many places have events in the stretch of time.
    pub places: usize,
    /// How many events there are in the stretch of time.
    pub events: usize,
    /// How many of these have no place that is known.
    pub nowhere: usize,
}

impl MapLayout {
    /// The circle under a point: the smallest one, where several are.
    #[must_use]
    pub fn hit(&self, at: Point) -> Option<&Bubble> {
        self.bubbles.iter().rev().find(|bubble| {
            let reach = bubble.radius_px.max(TARGET_PX / 2.0);
            let (dx, dy) = (bubble.center.x - at.x, bubble.center.y - at.y);
            dx * dx + dy * dy <= reach * reach
        })
    }

    /// The numbers of the places in a rectangle.
    #[must_use]
    pub fn inside(&self, rect: &Rect) -> Vec<usize> {
        let inside = self.bubbles.iter().filter(|bubble| rect.contains(bubble.center));
        inside.flat_map(|bubble| bubble.spots.iter().copied()).collect()
    }
}

/// Lays out the circles and names of a frame.
#[must_use]
pub fn layout(places: &Places, frame: &MapFrame<'_>) -> MapLayout {
    let size = frame.view.size();
    let area = Rect::new(0.0, 0.0, size.width, size.height);
    let dots = dots(places, frame);
    let count = dots.len();
    let gathered = clusters(dots, frame.view.px_per_world());
    let largest = gathered.first().map_or(0, |cluster| cluster.count);
    let bubbles: Vec<Bubble> = gathered
        .into_iter()
        .map(|cluster| bubble(cluster, largest, frame))
        .filter(|bubble| area.expanded(bubble.radius_px).contains(bubble.center))
        .collect();
    let mut shapes = Vec::new();
    for bubble in &bubbles {
        paint_circle(&mut shapes, bubble, places, frame);
    }
    paint_names(&mut shapes, &bubbles, places, frame, area);
    let mut scene = Scene::new(size, None);
    scene.push(area, shapes);
    let (events, nowhere) = places.within(frame.start, frame.end);
    MapLayout { scene, bubbles, places: count, events, nowhere }
}

fn dots(places: &Places, frame: &MapFrame<'_>) -> Vec<Dot> {
    let dot = |(number, spot): (usize, &Spot)| {
        let count = spot.within(frame.start, frame.end);
        let faded = is_faded(spot, frame);
        (count > 0).then_some(Dot { spot: number, at: spot.at, count, faded })
    };
    places.spots().iter().enumerate().filter_map(dot).collect()
}

fn is_faded(spot: &Spot, frame: &MapFrame<'_>) -> bool {
    !frame.chosen.is_empty() && !frame.chosen.contains(&spot.name)
}

/// Whether the coordinates are only somewhere in the place.
const fn is_wide(spot: &Spot) -> bool {
    matches!(spot.kind, PlaceKind::Country | PlaceKind::Region | PlaceKind::Water)
}

fn bubble(cluster: Cluster, largest: usize, frame: &MapFrame<'_>) -> Bubble {
    let number_px = if cluster.count > 1 {
        let text = number(cluster.count);
        (frame.measure)(&text, NUMBER_PX, Weight::Medium) + AROUND_NUMBER_PX
    } else {
        0.0
    };
    Bubble {
        center: frame.view.point(cluster.at),
        radius_px: radius_px(cluster.count, largest).max(number_px / 2.0),
        faded: cluster.faded,
        count: cluster.count,
        spots: cluster.spots,
    }
}

fn paint_circle(shapes: &mut Vec<Shape>, bubble: &Bubble, places: &Places, frame: &MapFrame<'_>) {
    let theme = frame.theme;
    let spots = || bubble.spots.iter().map(|&spot| &places.spots()[spot]);
    let lit = spots().any(|spot| frame.lit.contains(&spot.name));
    let wide = spots().all(is_wide);
    let chosen = !frame.chosen.is_empty() && !bubble.faded;
    let (fill, line, ink) = if bubble.faded {
        (theme.land, theme.muted.with_opacity(0.5), theme.muted)
    } else if lit || chosen {
        (theme.accent, theme.accent, theme.on_accent)
    } else if bubble.count == 1 && !wide {
        (theme.accent, theme.ground, theme.on_accent)
    } else {
        (theme.accent.with_opacity(0.22).over(theme.land), theme.accent, theme.text)
    };
    let stroke = Stroke { width_px: 1.25, color: line, dashed: wide && !lit && !chosen };
    if lit {
        shapes.push(disc(bubble.center, bubble.radius_px + 4.0, ring_ground(theme), None));
    }
    shapes.push(disc(bubble.center, bubble.radius_px, fill, Some(stroke)));
    if bubble.count > 1 {
        shapes.push(Shape::Text(TextRun {
            position: bubble.center,
            align: Align::Center,
            size_px: NUMBER_PX,
            weight: Weight::Medium,
            color: ink,
            struck: false,
            text: number(bubble.count),
        }));
    }
}

/// What is around a circle that is lit up.
fn ring_ground(theme: &Theme) -> Color {
    theme.accent.with_opacity(0.35)
}

fn disc(center: Point, radius_px: f32, fill: Color, stroke: Option<Stroke>) -> Shape {
    Shape::Mark(Mark { center, size_px: radius_px * 2.0, symbol: Symbol::Circle, fill, stroke })
}

fn paint_names(
    shapes: &mut Vec<Shape>,
    bubbles: &[Bubble],
    places: &Places,
    frame: &MapFrame<'_>,
    area: Rect,
) {
    let names: Vec<String> = bubbles.iter().map(|bubble| name(bubble, places)).collect();
    let wishes: Vec<Wish> = bubbles
        .iter()
        .zip(&names)
        .map(|(bubble, name)| Wish {
            center: bubble.center,
            radius_px: bubble.radius_px,
            width_px: (frame.measure)(name, NAME_PX, Weight::Regular),
        })
        .collect();
    let rooms = place(&wishes, area.expanded(-4.0));
    for ((bubble, text), rect) in bubbles.iter().zip(names).zip(rooms) {
        let Some(rect) = rect else { continue };
        shapes.push(Shape::Text(TextRun {
            position: Point::new(rect.left, rect.center().y),
            align: Align::Left,
            size_px: NAME_PX,
            weight: Weight::Regular,
            color: if bubble.faded { frame.theme.muted } else { frame.theme.text },
            struck: false,
            text,
        }));
    }
}

/// "Kyiv", "Kyiv +3".
fn name(bubble: &Bubble, places: &Places) -> String {
    let first = bubble.spots.first().map_or("", |&spot| places.spots()[spot].name.as_str());
    match bubble.spots.len() {
        0 | 1 => first.to_owned(),
        many => format!("{first} +{}", many - 1),
    }
}

/// A count that fits a circle: "999", "12k", "1.4M".
fn number(count: usize) -> String {
    match count {
        0..10_000 => count.to_string(),
        10_000..1_000_000 => format!("{}k", count / 1000),
        _ => format!("{:.1}M", count as f64 / 1e6),
    }
}

#[cfg(test)]
mod tests {
    use super::super::places::tests::{event, gathered};
    use super::*;
    use crate::scene::{Size, measure};

    const KYIV: (&str, f32, f32) = ("Kyiv", 50.45, 30.52);
    const BUCHA: (&str, f32, f32) = ("Bucha", 50.55, 30.21);
    const PARIS: (&str, f32, f32) = ("Paris", 48.86, 2.35);

    fn places() -> Places {
        let mut events = Vec::new();
        for number in 0..12 {
            events.push(event(number, "2022-03-01", &[KYIV]));
        }
        events.push(event(20, "2022-04-01", &[BUCHA]));
        events.push(event(21, "2023-01-01", &[PARIS]));
        events.push(event(22, "2022-04-01", &[]));
        gathered(&events)
    }

    fn laid_out(start: &str, end: &str, chosen: &[&str]) -> MapLayout {
        let chosen = chosen.iter().map(|&name| name.to_owned()).collect();
        let moment = |date: &str| date.parse().expect("a date");
        layout(
            &places(),
            &MapFrame {
                view: MapView::whole(Size::new(900.0, 500.0)),
                start: moment(start),
                end: moment(end),
                chosen: &chosen,
                lit: &BTreeSet::new(),
                theme: &Theme::light(),
                measure: &measure,
            },
        )
    }

    fn texts(layout: &MapLayout) -> Vec<&str> {
        layout.scene.texts().collect()
    }

    #[test]
    fn circles_have_counts_and_names() {
        let layout = laid_out("2022", "2024", &[]);
        assert_eq!(texts(&layout), ["13", "Kyiv +1", "Paris"]);
        assert_eq!((layout.places, layout.events, layout.nowhere), (3, 15, 1));
    }

    #[test]
    fn the_stretch_of_time_decides_what_is_shown() {
        let layout = laid_out("2022-04", "2022-05", &[]);
        assert_eq!(texts(&layout), ["Bucha"]);
        assert_eq!((layout.events, layout.nowhere), (2, 1));
        assert!(laid_out("1999", "2000", &[]).bubbles.is_empty());
    }

    #[test]
    fn what_was_drawn_is_hit_and_brushed() {
        let layout = laid_out("2022", "2024", &[]);
        for bubble in &layout.bubbles {
            assert_eq!(layout.hit(bubble.center), Some(bubble));
            let rect = Rect::around(bubble.center, 2.0, 2.0);
            assert_eq!(layout.inside(&rect), bubble.spots);
        }
        assert_eq!(layout.hit(Point::new(5.0, 5.0)), None);
    }

    #[test]
    fn places_that_the_filter_keeps_back_stand_apart_from_those_it_lets_through() {
        let layout = laid_out("2022", "2024", &["Bucha"]);
        let faded: Vec<_> = layout.bubbles.iter().map(|b| (b.faded, b.spots.len())).collect();
        assert_eq!(faded, [(true, 1), (false, 1), (true, 1)]);
    }

    #[test]
    fn large_counts_are_short() {
        assert_eq!([7, 9_999, 12_345, 1_440_000].map(number), ["7", "9999", "12k", "1.4M"]);
    }
}
