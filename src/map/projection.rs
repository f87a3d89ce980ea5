//! Mercator: degrees to a square of side 1, and back.

use std::f64::consts::PI;

use crate::event::Coordinates;

/// The square ends here, north and south.
const LAST_LATITUDE: f64 = 85.05;

/// A place on the projected world: `x` from 0 at 180° west to 1 at 180° east, `y` from 0 at 85°
/// north to 1 at 85° south. An `x` outside is the same place, so many worlds on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct WorldPoint {
    /// To the east.
    pub x: f64,
    /// To the south.
    pub y: f64,
}

impl WorldPoint {
    /// A place from its two shares of the world.
    #[must_use]
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// How far two places are apart, as a share of the world, the short way round.
    #[must_use]
    pub fn distance(self, other: Self) -> f64 {
        let dx = self.x - other.x;
        (dx - dx.round()).hypot(self.y - other.y)
    }

    /// Where coordinates lie. The poles lie at the edge.
    #[must_use]
    pub fn of(coordinates: Coordinates) -> Self {
        Self::from_degrees(f64::from(coordinates.longitude), f64::from(coordinates.latitude))
    }

    /// The same from degrees east and north.
    #[must_use]
    pub fn from_degrees(longitude: f64, latitude: f64) -> Self {
        let latitude = latitude.clamp(-LAST_LATITUDE, LAST_LATITUDE).to_radians();
        let north = (PI / 4.0 + latitude / 2.0).tan().ln() / (2.0 * PI);
        Self::new((longitude + 180.0) / 360.0, (0.5 - north).clamp(0.0, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_places_lie_where_every_map_in_this_projection_has_them() {
        let check = |longitude, latitude, x: f64, y: f64| {
            let at = WorldPoint::from_degrees(longitude, latitude);
            assert!((at.x - x).abs() < 1e-4 && (at.y - y).abs() < 1e-4, "{at:?}");
        };
        check(0.0, 0.0, 0.5, 0.5);
        check(-180.0, 85.051_13, 0.0, 0.0);
        check(180.0, -90.0, 1.0, 1.0);
        // Kyiv: in tile 8/149/86 of the usual web maps.
        check(30.5234, 50.4501, 149.705 / 256.0, 86.321 / 256.0);
    }
}
