//! Land, coasts and borders in three levels of detail, projected.

use std::sync::OnceLock;

use earcut::Earcut;

use super::format::{Atlas, Kind, Line};
use super::projection::WorldPoint;
use super::view::Bounds;

static WORLD: &[u8] = include_bytes!("../../assets/map/world.bin");
/// A level is meant for worlds up to so many pixels wide; the last one for all wider ones.
const LEVELS_PX: [f64; 2] = [1_200.0, 4_800.0];

/// A line through points of the projected world.
#[derive(Clone, Debug)]
pub(super) struct Trace {
    pub(super) points: Vec<WorldPoint>,
    pub(super) bounds: Bounds,
}

/// A piece of land.
#[derive(Clone, Debug)]
pub(super) struct Land {
    /// Its outside, then its holes.
    pub(super) rings: Vec<Vec<WorldPoint>>,
    /// Triangles that fill it: indices into all rings' points, three each.
    pub(super) triangles: Vec<u32>,
    pub(super) bounds: Bounds,
}

/// The world as one level of detail has it.
#[derive(Clone, Debug, Default)]
pub(super) struct Level {
    pub(super) land: Vec<Land>,
    pub(super) coasts: Vec<Trace>,
    pub(super) borders: Vec<Trace>,
}

/// The world in the detail that a scale, in pixels a world, can show. Worked out when first
/// asked for.
pub(super) fn world(px_per_world: f64) -> &'static Level {
    static ATLAS: OnceLock<Atlas> = OnceLock::new();
    static LEVELS: [OnceLock<Level>; 3] = [const { OnceLock::new() }; 3];
    let number = LEVELS_PX.iter().filter(|&&px| px_per_world > px).count();
    LEVELS[number].get_or_init(|| {
        let atlas = ATLAS.get_or_init(|| Atlas::read(WORLD).unwrap_or_default());
        Level::of(atlas, number as u8)
    })
}

impl Level {
    fn of(atlas: &Atlas, level: u8) -> Self {
        let traces = |kind| {
            let lines = atlas.lines.iter().filter(|line| line.kind == kind);
            lines.filter_map(|line| Trace::of(unrolled(degrees(line, level)))).collect()
        };
        let land = atlas.areas.iter().filter_map(|rings| land(atlas, rings, level)).collect();
        Self { land, coasts: traces(Kind::Coast), borders: traces(Kind::Border) }
    }
}

impl Trace {
    /// `None` for what is too small to be seen at its level.
    fn of(points: Vec<WorldPoint>) -> Option<Self> {
        let bounds = Bounds::of(&points)?;
        let seen = points.len() > 2 || points.first() != points.last();
        seen.then_some(Self { points, bounds })
    }
}

fn degrees(line: &Line, level: u8) -> impl DoubleEndedIterator<Item = [f64; 2]> {
    line.points.iter().filter(move |&&(_, coarsest)| coarsest <= level).map(|&(point, _)| point)
}

/// Projects points so that a line that crosses the antimeridian goes on beyond it.
fn unrolled(points: impl Iterator<Item = [f64; 2]>) -> Vec<WorldPoint> {
    let mut turned = 0.0;
    let mut before: Option<f64> = None;
    points
        .map(|[longitude, latitude]| {
            let step = longitude - before.unwrap_or(longitude);
            if step.abs() > 180.0 {
                turned -= 360.0 * step.signum();
            }
            before = Some(longitude);
            WorldPoint::from_degrees(longitude + turned, latitude)
        })
        .collect()
}

fn land(atlas: &Atlas, rings: &[Vec<i32>], level: u8) -> Option<Land> {
    let rings: Vec<Vec<WorldPoint>> =
        rings.iter().map(|lines| ring(atlas, lines, level)).filter(|ring| ring.len() > 2).collect();
    let bounds = Bounds::of(rings.first()?)?;
    let mut corners = Vec::new();
    let mut holes: Vec<u32> = Vec::new();
    for ring in &rings {
        if !corners.is_empty() {
            holes.push(corners.len() as u32);
        }
        corners.extend(ring.iter().map(|point| [point.x, point.y]));
    }
    let mut triangles = Vec::new();
    Earcut::new().earcut(corners, &holes, &mut triangles);
    Some(Land { rings, triangles, bounds })
}

/// The corners of a ring, each once.
fn ring(atlas: &Atlas, lines: &[i32], level: u8) -> Vec<WorldPoint> {
    let mut corners: Vec<[f64; 2]> = Vec::new();
    for &index in lines {
        let line = &atlas.lines[index.max(-1 - index) as usize];
        // A line starts where the one before has ended.
        corners.pop();
        if index < 0 {
            corners.extend(degrees(line, level).rev());
        } else {
            corners.extend(degrees(line, level));
        }
    }
    let mut corners = unrolled(corners.into_iter());
    let (Some(&first), Some(&last)) = (corners.first(), corners.last()) else { return corners };
    if (last.x - first.x).abs() > 0.5 {
        // It goes once around the world, and so around the pole: the land is between the line
        // and the edge of the map.
        corners.extend([WorldPoint::new(last.x, 1.0), WorldPoint::new(first.x, 1.0)]);
    } else {
        corners.pop();
    }
    corners
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a place is in a triangle, whichever way that runs.
    fn holds(triangle: [WorldPoint; 3], at: WorldPoint) -> bool {
        let sides = [0, 1, 2].map(|nth| {
            let (one, two) = (triangle[nth], triangle[(nth + 1) % 3]);
            (two.x - one.x) * (at.y - one.y) - (two.y - one.y) * (at.x - one.x)
        });
        sides.iter().all(|&side| side >= 0.0) || sides.iter().all(|&side| side <= 0.0)
    }

    /// Whether there is land at a place, in degrees east and north.
    fn is_land(level: &Level, longitude: f64, latitude: f64) -> bool {
        let at = WorldPoint::from_degrees(longitude, latitude);
        let inside = |land: &Land| {
            let corners: Vec<WorldPoint> = land.rings.concat();
            let triangle = |of: &[u32]| [0, 1, 2].map(|nth| corners[of[nth] as usize]);
            (-1..=1).any(|turn| {
                let at = WorldPoint::new(at.x + f64::from(turn), at.y);
                land.triangles.chunks_exact(3).any(|corners| holds(triangle(corners), at))
            })
        };
        level.land.iter().any(inside)
    }

    #[test]
    fn land_and_water_are_where_they_are_at_every_level() {
        for px in [500.0, 3_000.0, 50_000.0] {
            let level = world(px);
            let places = [
                ("Ukraine", 31.0, 49.0, true),
                ("Brazil", -55.0, -10.0, true),
                ("Antarctica", 60.0, -80.0, true),
                ("Chukotka, across the antimeridian", -173.0, 66.2, true),
                ("Australia", 134.0, -25.0, true),
                ("the Atlantic", -30.0, 30.0, false),
                ("the Pacific at the antimeridian", 180.0, 10.0, false),
                ("the Black Sea", 34.0, 43.2, false),
                ("the Caspian Sea", 50.5, 42.0, false),
                ("the Arctic", 0.0, 84.0, false),
            ];
            for (name, longitude, latitude, expected) in places {
                assert_eq!(is_land(level, longitude, latitude), expected, "{name} at {px}");
            }
        }
    }

    #[test]
    fn a_finer_level_has_more_points_and_the_same_land() {
        let points = |px| {
            let traces = &world(px).coasts;
            traces.iter().map(|trace| trace.points.len()).sum::<usize>()
        };
        let counts = [500.0, 3_000.0, 50_000.0].map(points);
        assert!(counts[0] * 2 < counts[1] && counts[1] < counts[2], "{counts:?}");
        assert!(counts[0] < 15_000, "{counts:?}");
    }

    #[test]
    fn nothing_is_drawn_straight_across_the_map() {
        for px in [500.0, 50_000.0] {
            let level = world(px);
            for trace in level.coasts.iter().chain(&level.borders) {
                for pair in trace.points.windows(2) {
                    assert!((pair[0].x - pair[1].x).abs() < 0.1, "{pair:?}");
                }
            }
        }
    }
}
