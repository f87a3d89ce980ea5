//! The views that were seen, to go back to them and forward again.

use crate::time::Moment;

/// The start and the end of the time in view.
type Stretch = (Moment, Moment);

/// So many views are kept.
const DEPTH: usize = 100;
/// A view that has stood still for so long was looked at.
const LOOKED_AT_S: f64 = 0.7;

/// The views before and after the present one.
#[derive(Debug, Default)]
pub(super) struct Views {
    past: Vec<Stretch>,
    future: Vec<Stretch>,
    last: Option<Stretch>,
    moved_at: f64,
    /// Until then the view moves because it goes back or forward.
    travels_until: f64,
}

impl Views {
    /// Takes note of the view of a frame. One that was looked at is kept when it is left.
    pub(super) fn saw(&mut self, view: Stretch, now: f64) {
        let Some(last) = self.last.replace(view) else {
            self.moved_at = now;
            return;
        };
        if last == view {
            return;
        }
        if now > self.travels_until && now - self.moved_at >= LOOKED_AT_S {
            self.past.push(last);
            self.future.clear();
            if self.past.len() > DEPTH {
                self.past.remove(0);
            }
        }
        self.moved_at = now;
    }

    /// The view is there now, and was not moved: the axis was.
    pub(super) fn is_at(&mut self, view: Stretch) {
        self.last = self.last.map(|_| view);
    }

    /// The view before, to go to.
    pub(super) fn back(&mut self, now: f64) -> Option<Stretch> {
        let view = self.past.pop()?;
        self.future.extend(self.last);
        self.travels_until = now + LOOKED_AT_S;
        Some(view)
    }

    /// The view that was left by going back, to go to.
    pub(super) fn forward(&mut self, now: f64) -> Option<Stretch> {
        let view = self.future.pop()?;
        self.past.extend(self.last);
        self.travels_until = now + LOOKED_AT_S;
        Some(view)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(start: &str) -> Stretch {
        let start: Moment = start.parse().expect("a date");
        (start, start.plus_seconds(86_400 * 365))
    }

    #[test]
    fn what_was_looked_at_is_come_back_to_and_left_again() {
        let mut views = Views::default();
        views.saw(view("1910"), 0.0);
        // A long movement is one step, however many frames it takes.
        for (frame, start) in ["1911", "1912", "1913"].into_iter().enumerate() {
            views.saw(view(start), 5.0 + frame as f64 * 0.1);
        }
        views.saw(view("1920"), 9.0);
        assert_eq!(views.back(10.0), Some(view("1913")));
        views.saw(view("1913"), 10.1);
        assert_eq!(views.back(11.0), Some(view("1910")));
        views.saw(view("1910"), 11.1);
        assert_eq!(views.back(12.0), None);
        assert_eq!(views.forward(12.0), Some(view("1913")));
        views.saw(view("1913"), 12.1);
        assert_eq!(views.forward(13.0), Some(view("1920")));
    }

    #[test]
    fn another_way_forgets_what_was_left() {
        let mut views = Views::default();
        views.saw(view("1910"), 0.0);
        views.saw(view("1920"), 5.0);
        assert!(views.back(10.0).is_some());
        views.saw(view("1910"), 10.1);
        views.saw(view("1950"), 20.0);
        assert_eq!(views.forward(21.0), None);
        assert_eq!(views.back(21.0), Some(view("1910")));
    }
}
