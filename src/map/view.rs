//! Which part of the world is on the screen.

use super::projection::WorldPoint;
use crate::scene::{Point, Size};

/// The widest that the world gets, in pixels: some 20 m a pixel.
const WIDEST_PX: f64 = 2_000_000.0;
/// A place by itself is fitted with its surroundings: this share of the world.
const NEIGHBOURHOOD: f64 = 0.01;
/// Places closer together than this share of the world may lie around the antimeridian.
const TOGETHER: f64 = 0.4;
/// The room above and below what is fitted, and on either side of it, in pixels: circles and
/// labels reach out, and buttons lie over a side.
const MARGIN_PX: f64 = 48.0;
const SIDE_PX: f64 = 68.0;

/// A rectangle of the world. `right` is beyond 1 where it reaches over the antimeridian.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The western edge.
    pub left: f64,
    /// The northern edge.
    pub top: f64,
    /// The eastern edge.
    pub right: f64,
    /// The southern edge.
    pub bottom: f64,
}

impl Bounds {
    fn side(self) -> f64 {
        (self.right - self.left).max(self.bottom - self.top)
    }

    /// Around points as they are given; `None` for none.
    #[must_use]
    pub fn of(points: &[WorldPoint]) -> Option<Self> {
        let first = points.first()?;
        let start = Self { left: first.x, top: first.y, right: first.x, bottom: first.y };
        Some(points.iter().fold(start, |bounds, point| Self {
            left: bounds.left.min(point.x),
            top: bounds.top.min(point.y),
            right: bounds.right.max(point.x),
            bottom: bounds.bottom.max(point.y),
        }))
    }

    /// Around places; over the antimeridian where they lie together on both sides of it.
    #[must_use]
    pub fn around(points: &[WorldPoint]) -> Option<Self> {
        let plain = Self::of(points)?;
        let mut xs: Vec<f64> = points.iter().map(|point| point.x.rem_euclid(1.0)).collect();
        xs.sort_by(f64::total_cmp);
        let (first, last) = (*xs.first()?, *xs.last()?);
        let mut widest = (first + 1.0 - last, first, last);
        for pair in xs.windows(2) {
            if pair[1] - pair[0] > widest.0 {
                widest = (pair[1] - pair[0], pair[1], pair[0] + 1.0);
            }
        }
        // Half the world with its back to front helps nobody.
        let together = widest.2 - widest.1 < TOGETHER;
        Some(if together { Self { left: widest.1, right: widest.2, ..plain } } else { plain })
    }
}

/// Around most of what there is, for a first look: without the places farthest from the middle
/// that have a tenth of the events between them, if that makes things more than twice as large.
#[must_use]
pub fn crowd(places: &[(WorldPoint, usize)]) -> Option<Bounds> {
    let all: Vec<WorldPoint> = places.iter().map(|&(at, _)| at).collect();
    let whole = Bounds::around(&all)?;
    let total: usize = places.iter().map(|&(_, count)| count).sum();
    let middle = WorldPoint::new(
        weighted_median(places, |at| at.x, total),
        weighted_median(places, |at| at.y, total),
    );
    let mut nearest = places.to_vec();
    nearest.sort_by(|a, b| middle.distance(a.0).total_cmp(&middle.distance(b.0)));
    let mut seen = 0;
    let most: Vec<WorldPoint> = nearest
        .into_iter()
        .take_while(|&(_, count)| {
            let wanted = seen * 10 < total * 9;
            seen += count;
            wanted
        })
        .map(|(at, _)| at)
        .collect();
    let most = Bounds::around(&most)?;
    Some(if most.side() * 2.0 < whole.side() { most } else { whole })
}

/// The coordinate on either side of which there are as many events.
fn weighted_median(
    places: &[(WorldPoint, usize)],
    coordinate: impl Fn(WorldPoint) -> f64,
    total: usize,
) -> f64 {
    let mut sorted: Vec<(f64, usize)> =
        places.iter().map(|&(at, count)| (coordinate(at), count)).collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut before = 0;
    for &(at, count) in &sorted {
        before += count;
        if before * 2 >= total {
            return at;
        }
    }
    sorted.last().map_or(0.5, |&(at, _)| at)
}

/// A part of the world on a screen: immutable; moving gives another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapView {
    center: WorldPoint,
    px_per_world: f64,
    size: Size,
}

impl MapView {
    /// As much of the world as a screen shows at once.
    #[must_use]
    pub fn whole(size: Size) -> Self {
        let size = Size::new(size.width.max(1.0), size.height.max(1.0));
        // A little north of the equator, as most land is.
        Self { center: WorldPoint::new(0.53, 0.43), px_per_world: 1.0, size }.held()
    }

    /// A part of the world with some room around it.
    #[must_use]
    pub fn fitted(self, bounds: Bounds) -> Self {
        let room =
            |side: f32, margin: f64| (f64::from(side) - 2.0 * margin).max(f64::from(side) / 2.0);
        let across =
            room(self.size.width, SIDE_PX) / (bounds.right - bounds.left).max(NEIGHBOURHOOD);
        let down = room(self.size.height, MARGIN_PX)
            / (bounds.bottom - bounds.top).max(NEIGHBOURHOOD / 4.0);
        let center = WorldPoint::new(
            f64::midpoint(bounds.left, bounds.right),
            f64::midpoint(bounds.top, bounds.bottom),
        );
        Self { center, px_per_world: across.min(down), ..self }.held()
    }

    /// The same middle and scale on another screen.
    #[must_use]
    pub fn with_size(self, size: Size) -> Self {
        Self { size: Size::new(size.width.max(1.0), size.height.max(1.0)), ..self }.held()
    }

    /// Nearer by `factor` (above 1) or farther; the place under `at` stays there.
    #[must_use]
    pub fn zoomed(self, at: Point, factor: f64) -> Self {
        if !factor.is_finite() || factor <= 0.0 {
            return self;
        }
        let px_per_world = (self.px_per_world * factor).clamp(self.least(), WIDEST_PX);
        let shift = 1.0 / self.px_per_world - 1.0 / px_per_world;
        let (x, y) = self.off_middle(at);
        let center = WorldPoint::new(self.center.x + x * shift, self.center.y + y * shift);
        Self { center, px_per_world, ..self }.held()
    }

    /// Moved by so many pixels: positive shows what is farther right, and farther down.
    #[must_use]
    pub fn panned(self, x: f32, y: f32) -> Self {
        let center = WorldPoint::new(
            self.center.x + f64::from(x) / self.px_per_world,
            self.center.y + f64::from(y) / self.px_per_world,
        );
        Self { center, ..self }.held()
    }

    /// The same scale with a place in the middle.
    #[must_use]
    pub fn centred(self, place: WorldPoint) -> Self {
        Self { center: place, ..self }.held()
    }

    /// Between this view (`progress` 0) and another (1), for an animation.
    #[must_use]
    pub fn towards(self, other: Self, progress: f64) -> Self {
        let progress = progress.clamp(0.0, 1.0);
        let (from, to) = (1.0 / self.px_per_world, 1.0 / other.px_per_world);
        let scale = from * (to / from).powf(progress);
        // The middle moves as the scale goes on, so that the aim stays in sight.
        let even = (to - from).abs() < from * 1e-9;
        let share = if even { progress } else { (scale - from) / (to - from) };
        let mut dx = other.center.x - self.center.x;
        dx -= dx.round();
        let center = WorldPoint::new(
            self.center.x + dx * share,
            self.center.y + (other.center.y - self.center.y) * share,
        );
        Self { center, px_per_world: 1.0 / scale, ..other }
    }

    /// Where a place is on the screen, its nearest copy.
    #[must_use]
    pub fn point(&self, place: WorldPoint) -> Point {
        let dx = place.x - self.center.x;
        self.point_at(WorldPoint::new(self.center.x + dx - dx.round(), place.y))
    }

    /// Where exactly this copy of a place is on the screen.
    #[must_use]
    pub(super) fn point_at(&self, place: WorldPoint) -> Point {
        let x = (place.x - self.center.x) * self.px_per_world + f64::from(self.size.width) / 2.0;
        let y = (place.y - self.center.y) * self.px_per_world + f64::from(self.size.height) / 2.0;
        Point::new(x as f32, y as f32)
    }

    /// The place at a point of the screen.
    #[must_use]
    pub fn place(&self, at: Point) -> WorldPoint {
        let (x, y) = self.off_middle(at);
        WorldPoint::new(
            self.center.x + x / self.px_per_world,
            self.center.y + y / self.px_per_world,
        )
    }

    /// The part of the world that is on the screen.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        let (start, end) = (Point::default(), Point::new(self.size.width, self.size.height));
        let (start, end) = (self.place(start), self.place(end));
        Bounds { left: start.x, top: start.y, right: end.x, bottom: end.y }
    }

    /// How wide the world is, in pixels.
    #[must_use]
    pub const fn px_per_world(&self) -> f64 {
        self.px_per_world
    }

    /// The screen.
    #[must_use]
    pub const fn size(&self) -> Size {
        self.size
    }

    fn off_middle(&self, at: Point) -> (f64, f64) {
        (f64::from(at.x - self.size.width / 2.0), f64::from(at.y - self.size.height / 2.0))
    }

    /// The world is never much smaller than the screen.
    fn least(&self) -> f64 {
        f64::from((self.size.width * 0.7).max(self.size.height * 0.95))
    }

    fn held(self) -> Self {
        let px_per_world = self.px_per_world.clamp(self.least(), WIDEST_PX);
        let half = f64::from(self.size.height) / 2.0 / px_per_world;
        let y = if half >= 0.5 { 0.5 } else { self.center.y.clamp(half, 1.0 - half) };
        Self { center: WorldPoint::new(self.center.x.rem_euclid(1.0), y), px_per_world, ..self }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn view() -> MapView {
        MapView::whole(Size::new(600.0, 300.0))
    }

    fn at(longitude: f64, latitude: f64) -> WorldPoint {
        WorldPoint::from_degrees(longitude, latitude)
    }

    #[test]
    fn places_near_one_another_over_the_antimeridian_are_fitted_as_neighbours() {
        let fiji_and_samoa = [at(178.4, -18.1), at(-171.8, -13.8)];
        let bounds = Bounds::around(&fiji_and_samoa).expect("two places");
        assert!(bounds.right - bounds.left < 0.04, "{bounds:?}");
        let view = view().fitted(bounds);
        for place in fiji_and_samoa {
            let point = view.point(place);
            assert!((0.0..600.0).contains(&point.x) && (0.0..300.0).contains(&point.y));
        }
    }

    #[test]
    fn a_first_look_is_at_the_crowd_and_not_at_the_world() {
        let europe = [at(30.5, 50.4), at(36.2, 50.0), at(32.6, 46.6), at(4.3, 50.8)];
        let mut places: Vec<(WorldPoint, usize)> = europe.map(|at| (at, 10)).to_vec();
        places.extend([(at(-77.0, 38.9), 1), (at(105.0, 11.6), 1)]);
        let bounds = crowd(&places).expect("places");
        assert_eq!(Some(bounds), Bounds::around(&europe));
        let even = [(at(-77.0, 38.9), 5), (at(105.0, 11.6), 5)];
        assert_eq!(crowd(&even), Bounds::around(&even.map(|(at, _)| at)));
        assert_eq!(crowd(&[]), None);
    }

    #[test]
    fn one_place_is_fitted_with_its_surroundings() {
        let kyiv = at(30.52, 50.45);
        let view = view().fitted(Bounds::of(&[kyiv]).expect("a place"));
        let middle = view.point(kyiv);
        assert!((middle.x - 300.0).abs() < 0.01 && (middle.y - 150.0).abs() < 0.01);
        assert!(view.px_per_world() < 100_000.0, "not a street");
    }

    #[test]
    fn the_map_ends_at_its_upper_and_lower_edge_and_nowhere_else() {
        let north = view().panned(0.0, -1e6);
        assert!(north.bounds().top.abs() < 1e-9);
        let east = view().zoomed(Point::new(300.0, 150.0), 4.0).panned(3000.0, 0.0);
        assert!((0.0..1.0).contains(&east.center.x));
    }

    #[test]
    fn an_animation_starts_and_ends_where_it_should() {
        let to = view().fitted(Bounds::around(&[at(30.0, 50.0), at(37.0, 46.0)]).expect("two"));
        for (progress, expected) in [(0.0, view()), (1.0, to)] {
            let got = view().towards(to, progress);
            assert!((got.px_per_world / expected.px_per_world - 1.0).abs() < 1e-9);
            assert!((got.center.x - expected.center.x).abs() < 1e-9);
            assert!((got.center.y - expected.center.y).abs() < 1e-9);
        }
    }

    proptest! {
        #[test]
        fn the_place_under_the_pointer_stays(
            x in 1.0_f32..599.0,
            y in 1.0_f32..299.0,
            factor in 1.0_f64..1000.0,
        ) {
            let pointer = Point::new(x, y);
            let before = view().zoomed(Point::new(300.0, 150.0), 3.0);
            let place = before.place(pointer);
            let after = before.zoomed(pointer, factor).point(place);
            prop_assert!((after.x - x).abs() < 0.1 && (after.y - y).abs() < 0.1);
        }

        #[test]
        fn points_and_places_agree(x in 0.0_f32..600.0, y in 0.0_f32..300.0) {
            let view = view().zoomed(Point::new(300.0, 150.0), 5.0);
            let back = view.point(view.place(Point::new(x, y)));
            prop_assert!((back.x - x).abs() < 0.01 && (back.y - y).abs() < 0.01);
        }
    }
}
