//! Scrolling by an anchor: the paragraph at the top of the view, and how far into it.
//!
//! Heights are known only of what was laid out, so no position is ever counted from the start
//! of the document: what is on screen stands still whatever is learned about the rest, a place
//! far away is reached without laying out what lies between, and no number grows with the
//! text (50 MB are 17 million points, where `f32` no longer tells two of them apart).

/// Where the top of the view lies.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Anchor {
    /// The paragraph at the top.
    pub(super) paragraph: usize,
    /// How far the view's top lies below the paragraph's own, in points. In a settled state it
    /// is neither negative nor more than the paragraph's height.
    pub(super) below_top: f32,
}

impl Anchor {
    /// The same place, `down` points further down (up, if negative), but not beyond the first
    /// and the last of `count` paragraphs.
    pub(super) fn moved(
        self,
        down: f32,
        count: usize,
        height: &mut dyn FnMut(usize) -> f32,
    ) -> Self {
        let mut anchor = Self { below_top: self.below_top + down, ..self };
        while anchor.below_top < 0.0 && anchor.paragraph > 0 {
            anchor.paragraph -= 1;
            anchor.below_top += height(anchor.paragraph);
        }
        while anchor.paragraph + 1 < count {
            let height = height(anchor.paragraph);
            if anchor.below_top < height {
                break;
            }
            anchor.below_top -= height;
            anchor.paragraph += 1;
        }
        Self { below_top: anchor.below_top.max(0.0), ..anchor }
    }

    /// The same place, or the last one at which the text still fills a view of this height.
    pub(super) fn within_end(
        self,
        view_height: f32,
        count: usize,
        height: &mut dyn FnMut(usize) -> f32,
    ) -> Self {
        let mut below = -self.below_top;
        for paragraph in self.paragraph..count {
            below += height(paragraph);
            if below >= view_height {
                return self;
            }
        }
        self.moved(below - view_height, count, height)
    }

    /// How far `self` lies below `other`, in points (negative: above); at most `limit` either
    /// way, and no further is looked.
    pub(super) fn distance_from(
        self,
        other: Self,
        limit: f32,
        height: &mut dyn FnMut(usize) -> f32,
    ) -> f32 {
        let is_above = (self.paragraph, self.below_top) < (other.paragraph, other.below_top);
        let (upper, lower) = if is_above { (self, other) } else { (other, self) };
        let mut distance = lower.below_top - upper.below_top;
        for paragraph in upper.paragraph..lower.paragraph {
            if distance - lower.below_top > limit {
                break;
            }
            distance += height(paragraph);
        }
        let distance = distance.min(limit);
        if is_above { -distance } else { distance }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEIGHTS: [f32; 4] = [100.0, 20.0, 50.0, 30.0];

    fn at(paragraph: usize, below_top: f32) -> Anchor {
        Anchor { paragraph, below_top }
    }

    fn height(paragraph: usize) -> f32 {
        HEIGHTS[paragraph]
    }

    #[test]
    fn moving_crosses_paragraphs_and_stops_at_the_ends() {
        let check = |from: Anchor, down, to| {
            assert_eq!(from.moved(down, 4, &mut height), to, "{from:?} {down}");
        };
        check(at(0, 0.0), 30.0, at(0, 30.0));
        check(at(0, 90.0), 35.0, at(2, 5.0));
        check(at(2, 5.0), -35.0, at(0, 90.0));
        check(at(1, 0.0), -500.0, at(0, 0.0));
        check(at(3, 0.0), 10.0, at(3, 10.0));
    }

    #[test]
    fn going_there_and_back_arrives() {
        let start = at(1, 7.0);
        for down in [1.0, 13.0, 40.0, 80.0] {
            let there = start.moved(down, 4, &mut height);
            assert_eq!(there.moved(-down, 4, &mut height), start, "{down}");
            assert!((there.distance_from(start, 1000.0, &mut height) - down).abs() < 0.01);
            assert!((start.distance_from(there, 1000.0, &mut height) + down).abs() < 0.01);
        }
    }

    #[test]
    fn the_text_never_ends_above_the_views_end() {
        let check = |from: Anchor, view, to| {
            assert_eq!(from.within_end(view, 4, &mut height), to, "{from:?} {view}");
        };
        check(at(1, 0.0), 100.0, at(1, 0.0));
        check(at(3, 25.0), 60.0, at(2, 20.0));
        check(at(2, 0.0), 500.0, at(0, 0.0));
    }

    #[test]
    fn a_far_place_is_not_measured_to_its_end() {
        let mut asked = 0;
        let distance = at(1_000_000, 0.0).distance_from(at(0, 0.0), 300.0, &mut |_| {
            asked += 1;
            50.0
        });
        assert!((distance - 300.0).abs() < f32::EPSILON);
        assert!(asked < 10, "{asked}");
    }
}
