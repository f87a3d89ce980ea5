//! Places that would cover one another, gathered into one circle with their count.
//!
//! Places are gathered at a scale that changes in steps, and without regard to where the view
//! is: circles do not regroup while the map is moved.

use rustc_hash::FxHashMap;

use super::projection::WorldPoint;
use crate::scene::Point;

/// The radius of the circle of a single event, of the least and of the most.
const LEAST_RADIUS_PX: f32 = 5.0;
const SOME_RADIUS_PX: f32 = 8.0;
const MOST_RADIUS_PX: f32 = 24.0;
/// A circle is not full size before it has so many events.
const FULL_FROM: usize = 60;
/// Two circles may overlap so far, as a share of both their radii.
const OVERLAP: f32 = 0.2;

/// A place with something to show.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dot {
    /// Its number among the places.
    pub(super) spot: usize,
    pub(super) at: WorldPoint,
    pub(super) count: usize,
    /// Whether the filter keeps it back: not gathered with what it lets through.
    pub(super) faded: bool,
}

/// Places under one circle.
#[derive(Clone, Debug)]
pub(super) struct Cluster {
    /// Their numbers, the one with most events first: it stands for all.
    pub(super) spots: Vec<usize>,
    pub(super) at: WorldPoint,
    pub(super) count: usize,
    pub(super) faded: bool,
}

/// The radius of a circle, its area by the share of the largest count.
pub(super) fn radius_px(count: usize, largest: usize) -> f32 {
    if count < 2 {
        return LEAST_RADIUS_PX;
    }
    let share = (count as f32 / largest.max(FULL_FROM) as f32).min(1.0);
    SOME_RADIUS_PX + (MOST_RADIUS_PX - SOME_RADIUS_PX) * share.sqrt()
}

/// Gathers places, in pixels of a scale of steps near `px_per_world`.
pub(super) fn clusters(mut dots: Vec<Dot>, px_per_world: f64) -> Vec<Cluster> {
    let scale = (px_per_world.log2() * 2.0).floor() / 2.0;
    let scale = scale.exp2();
    dots.sort_by(|a, b| b.count.cmp(&a.count).then(a.spot.cmp(&b.spot)));
    let largest = dots.first().map_or(0, |dot| dot.count);
    let mut found: Vec<Cluster> = Vec::new();
    let mut grid: FxHashMap<(i32, i32), Vec<usize>> = FxHashMap::default();
    for dot in dots {
        let at = Point::new((dot.at.x * scale) as f32, (dot.at.y * scale) as f32);
        let cell = [at.x, at.y].map(|side| (side / (2.0 * MOST_RADIUS_PX)).floor() as i32);
        let radius = radius_px(dot.count, largest);
        let near = (-1..=1).flat_map(|x| (-1..=1).map(move |y| (cell[0] + x, cell[1] + y)));
        let covers = |&number: &usize| {
            let cluster: &Cluster = &found[number];
            let reach = (radius + radius_px(cluster.count, largest)) * (1.0 - OVERLAP);
            let (dx, dy) =
                ((cluster.at.x * scale) as f32 - at.x, (cluster.at.y * scale) as f32 - at.y);
            cluster.faded == dot.faded && dx * dx + dy * dy < reach * reach
        };
        let host = near.filter_map(|cell| grid.get(&cell)).flatten().copied().find(covers);
        if let Some(host) = host {
            found[host].spots.push(dot.spot);
            found[host].count += dot.count;
        } else {
            grid.entry((cell[0], cell[1])).or_default().push(found.len());
            let Dot { spot, at, count, faded } = dot;
            found.push(Cluster { spots: vec![spot], at, count, faded });
        }
    }
    found.sort_by(|a, b| b.count.cmp(&a.count).then(a.spots.cmp(&b.spots)));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(spot: usize, longitude: f64, latitude: f64, count: usize) -> Dot {
        Dot { spot, at: WorldPoint::from_degrees(longitude, latitude), count, faded: false }
    }

    fn gathered(px_per_world: f64) -> Vec<Vec<usize>> {
        let dots = vec![
            dot(0, 30.52, 50.45, 40),
            dot(1, 30.25, 50.52, 3),
            dot(2, 36.23, 49.99, 12),
            dot(3, 2.35, 48.86, 5),
        ];
        clusters(dots, px_per_world).into_iter().map(|cluster| cluster.spots).collect()
    }

    #[test]
    fn neighbours_share_a_circle_until_there_is_room() {
        assert_eq!(gathered(600.0), [vec![0, 2, 1], vec![3]]);
        assert_eq!(gathered(4_000.0), [vec![0, 1], vec![2], vec![3]]);
        assert_eq!(gathered(100_000.0), [vec![0], vec![2], vec![3], vec![1]]);
    }

    #[test]
    fn every_event_is_in_one_circle_at_every_scale() {
        let dots: Vec<Dot> = (0..500)
            .map(|n| dot(n, (n * 37 % 360) as f64 - 180.0, (n * 53 % 140) as f64 - 70.0, n % 9 + 1))
            .collect();
        let all: usize = dots.iter().map(|dot| dot.count).sum();
        for zoom in 9..20 {
            let found = clusters(dots.clone(), f64::from(zoom).exp2());
            assert_eq!(found.iter().map(|cluster| cluster.count).sum::<usize>(), all);
            let mut spots: Vec<usize> = found.iter().flat_map(|c| c.spots.clone()).collect();
            spots.sort_unstable();
            assert_eq!(spots, (0..500).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_the_filter_keeps_back_is_not_gathered_with_what_it_lets_through() {
        let faded = Dot { faded: true, ..dot(1, 30.5, 50.4, 9) };
        assert_eq!(clusters(vec![dot(0, 30.5, 50.4, 3), faded], 1_000.0).len(), 2);
    }

    #[test]
    fn larger_counts_have_larger_circles() {
        let radii = [1, 2, 10, 60, 60_000].map(|count| radius_px(count, 60_000));
        assert!(radii.windows(2).all(|pair| pair[0] < pair[1]), "{radii:?}");
        assert!((radius_px(60, 60) - MOST_RADIUS_PX).abs() < 0.01);
        assert!(radius_px(3, 3) < 12.0, "few events do not fill the map");
    }
}
