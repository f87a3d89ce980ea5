//! Names beside circles: none over another name, a circle, or the edge.

use crate::scene::{Point, Rect};

/// The white between a circle and its name.
const GAP_PX: f32 = 5.0;
/// The white between two names.
const BETWEEN_PX: f32 = 4.0;
/// The height of a name.
const HEIGHT_PX: f32 = 16.0;
/// No more names than this: a map full of letters is no map.
const MOST: usize = 60;

/// A name that wants a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    pub(super) center: Point,
    pub(super) radius_px: f32,
    pub(super) width_px: f32,
}

/// Where each name stands, the most important first; `None` where there is no room.
pub(super) fn place(wishes: &[Wish], area: Rect) -> Vec<Option<Rect>> {
    let circles: Vec<Rect> = wishes
        .iter()
        .map(|wish| Rect::around(wish.center, wish.radius_px * 2.0, wish.radius_px * 2.0))
        .collect();
    // Names keep some white between one another.
    let mut taken: Vec<Rect> = Vec::new();
    let mut places = Vec::with_capacity(wishes.len());
    for (number, wish) in wishes.iter().enumerate() {
        let free = |rect: &Rect| {
            let inside = rect.left >= area.left
                && rect.right <= area.right
                && rect.top >= area.top
                && rect.bottom <= area.bottom;
            inside
                && !taken.iter().any(|other| other.expanded(BETWEEN_PX).overlaps(rect))
                && !circles.iter().enumerate().any(|(at, c)| at != number && c.overlaps(rect))
        };
        let found = if taken.len() < MOST { sides(wish).into_iter().find(free) } else { None };
        taken.extend(found);
        places.push(found);
    }
    places
}

/// To the right, to the left, below, above, then at the four corners.
fn sides(wish: &Wish) -> [Rect; 8] {
    let Point { x, y } = wish.center;
    // A corner of the square around the circle's inside.
    let near = wish.radius_px * 0.75;
    let (out, half, width) = (wish.radius_px + GAP_PX, HEIGHT_PX / 2.0, wish.width_px);
    [
        Rect::new(x + out, y - half, x + out + width, y + half),
        Rect::new(x - out - width, y - half, x - out, y + half),
        Rect::new(x - width / 2.0, y + out - 3.0, x + width / 2.0, y + out - 3.0 + HEIGHT_PX),
        Rect::new(x - width / 2.0, y - out + 3.0 - HEIGHT_PX, x + width / 2.0, y - out + 3.0),
        Rect::new(x + near, y + near, x + near + width, y + near + HEIGHT_PX),
        Rect::new(x + near, y - near - HEIGHT_PX, x + near + width, y - near),
        Rect::new(x - near - width, y + near, x - near, y + near + HEIGHT_PX),
        Rect::new(x - near - width, y - near - HEIGHT_PX, x - near, y - near),
    ]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const AREA: Rect = Rect::new(0.0, 0.0, 600.0, 300.0);

    fn wish(x: f32, y: f32, width_px: f32) -> Wish {
        Wish { center: Point::new(x, y), radius_px: 8.0, width_px }
    }

    #[test]
    fn a_name_stands_on_the_right_or_where_there_is_room() {
        let alone = place(&[wish(100.0, 100.0, 50.0)], AREA);
        assert_eq!(alone, [Some(Rect::new(113.0, 92.0, 163.0, 108.0))]);
        let at_the_edge = place(&[wish(580.0, 100.0, 50.0)], AREA);
        assert!(at_the_edge[0].is_some_and(|rect| rect.right <= 567.0), "{at_the_edge:?}");
        let beside = place(&[wish(100.0, 100.0, 50.0), wish(130.0, 100.0, 50.0)], AREA);
        assert!(beside[0].is_some_and(|rect| rect.right <= 87.0), "{beside:?}");
        assert!(beside[1].is_some_and(|rect| rect.left >= 143.0), "{beside:?}");
    }

    proptest! {
        #[test]
        fn no_name_is_over_another_or_over_a_circle(
            places in prop::collection::vec((0.0_f32..600.0, 0.0_f32..300.0, 20.0_f32..90.0), 0..80),
        ) {
            let wishes: Vec<Wish> = places.iter().map(|&(x, y, w)| wish(x, y, w)).collect();
            let placed = place(&wishes, AREA);
            for (number, rect) in placed.iter().enumerate() {
                let Some(rect) = rect else { continue };
                for (other, wish) in wishes.iter().enumerate() {
                    let circle = Rect::around(wish.center, 16.0, 16.0);
                    prop_assert!(other == number || !circle.overlaps(rect));
                }
                for other in placed.iter().skip(number + 1).flatten() {
                    prop_assert!(!other.overlaps(rect));
                }
            }
        }
    }
}
