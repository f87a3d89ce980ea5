//! Where a timeline opens: on all of its events, or on the stretch where most of them are.

use super::columns::Columns;
use super::view::Extent;
use crate::time::Moment;

/// The share of the events that the stretch must hold.
const MOST: f64 = 0.6;
/// Fewer events than this are always shown all.
const FEW: usize = 8;
/// The stretch goes on to either side as long as the next event is no farther than this share
/// of its length.
const NEAR: f64 = 0.25;
/// How many times longer everything must be than the stretch: below that, the stretch can be
/// read while everything is shown.
const FAR: i64 = 10;

/// The stretch to open on.
///
/// One treaty of 1949 named in a report of 2023 would press the report's events into a single
/// column of pixels. So where the shortest stretch that holds most events is a small part of the
/// whole, a timeline opens on that one.
pub(super) fn opening(all: &Columns, extent: Extent) -> Extent {
    let count = all.len();
    let wanted = (count as f64 * MOST).ceil() as usize;
    if count < FEW || wanted < 2 {
        return extent;
    }
    let length = |first: usize| all.start(first + wanted - 1) - all.start(first);
    let Some(first) = (0..=count - wanted).min_by_key(|&first| length(first)) else {
        return extent;
    };
    let near = (length(first) as f64 * NEAR) as i64;
    let (mut first, mut last) = (first, first + wanted - 1);
    while first > 0 && all.start(first) - all.start(first - 1) <= near {
        first -= 1;
    }
    while last + 1 < count && all.start(last + 1) - all.start(last) <= near {
        last += 1;
    }
    let end = all.end(last).min(all.start(last) + near);
    let stretch = Extent::new(Moment::from_seconds(all.start(first)), Moment::from_seconds(end));
    let is_far_longer = (extent.end - extent.start) / FAR > (stretch.end - stretch.start).max(1);
    if is_far_longer && stretch.end > stretch.start { stretch } else { extent }
}

#[cfg(test)]
mod tests {
    use super::super::columns::Entry;
    use super::*;

    fn day(text: &str) -> i64 {
        text.parse::<Moment>().expect("a date").seconds()
    }

    fn columns(days: &[&str]) -> (Columns, Extent) {
        let starts: Vec<i64> = days.iter().map(|text| day(text)).collect();
        let entry = |(row, &start): (usize, &i64)| Entry {
            start,
            end: start + 86_400,
            row: row as u32,
            counted: true,
            weight: 1.0,
        };
        let (first, last) = (starts.iter().min(), starts.iter().max());
        let extent = Extent::new(
            Moment::from_seconds(*first.expect("a day")),
            Moment::from_seconds(*last.expect("a day") + 86_400),
        );
        (Columns::build(starts.iter().enumerate().map(entry).collect()), extent)
    }

    const REPORT: [&str; 8] = [
        "2022-02-24",
        "2022-03-02",
        "2022-04-02",
        "2022-05-09",
        "2022-07-22",
        "2022-09-06",
        "2022-10-10",
        "2022-11-11",
    ];

    #[test]
    fn events_that_can_be_read_together_are_all_shown() {
        let (all, extent) = columns(&REPORT);
        assert_eq!(opening(&all, extent), extent);
    }

    #[test]
    fn a_far_outlier_does_not_press_the_others_together() {
        let (all, extent) = columns(&[&REPORT[..], &["1949-04-04"]].concat());
        let stretch = opening(&all, extent);
        assert_eq!(stretch.start, "2022-02-24".parse().expect("a date"));
        assert_eq!(stretch.end, extent.end);
    }

    #[test]
    fn events_at_one_moment_leave_no_stretch_to_open_on() {
        let (all, extent) = columns(&[&["2022-02-24"; 9][..], &["1949-04-04"]].concat());
        assert_eq!(opening(&all, extent), extent);
    }
}
