//! Time counted from a moment: "D−5", "D+12", "+3 years".

use super::axis::{AXIS_TEXT_PX, LABEL_GAP_PX, Unit};
use super::view::View;
use crate::scene::{Measure, Weight};
use crate::text::grouped;
use crate::time::{Granularity, Interval, Moment};

const DAY_S: i64 = 86_400;

/// What is counted, and how many of it a tick is on from the one before.
const STEPS: [(Granularity, i64); 25] = [
    (Granularity::Minute, 1),
    (Granularity::Minute, 5),
    (Granularity::Minute, 15),
    (Granularity::Minute, 30),
    (Granularity::Hour, 1),
    (Granularity::Hour, 3),
    (Granularity::Hour, 6),
    (Granularity::Hour, 12),
    (Granularity::Day, 1),
    (Granularity::Day, 2),
    (Granularity::Day, 5),
    (Granularity::Day, 10),
    (Granularity::Day, 25),
    (Granularity::Day, 50),
    (Granularity::Day, 100),
    (Granularity::Day, 200),
    (Granularity::Year, 1),
    (Granularity::Year, 2),
    (Granularity::Year, 5),
    (Granularity::Year, 10),
    (Granularity::Year, 20),
    (Granularity::Year, 50),
    (Granularity::Year, 100),
    (Granularity::Year, 500),
    (Granularity::Year, 2000),
];

/// The units of a plain axis counted from a moment.
pub(super) fn counted(view: &View, origin: Moment, measure: Measure<'_>) -> Vec<Unit> {
    let width = |text: &str| measure(text, AXIS_TEXT_PX, Weight::Regular);
    let widest = f64::from(width("D+88\u{2009}888") + LABEL_GAP_PX);
    let room = |unit: Granularity, count: i64| {
        (unit.mean_seconds() * count) as f64 / view.seconds_per_px()
    };
    let fits = |&&(unit, count): &&(Granularity, i64)| room(unit, count) >= widest;
    let &(unit, count) = STEPS.iter().find(fits).unwrap_or(&STEPS[STEPS.len() - 1]);
    let start = first_day(origin, unit);
    let first = (view.start() - start).div_euclid(unit.mean_seconds() * count) - 1;
    let mut units = Vec::new();
    for number in first.. {
        let at = start.plus(number * count, unit);
        let end = start.plus((number + 1) * count, unit);
        if at > view.end() || end <= at {
            break;
        }
        let (left, right) = (view.x(at), view.x(end));
        let label_x = left + LABEL_GAP_PX / 2.0;
        // A name whose tick is out of sight says nothing, and one that is cut off says too much.
        let name = name(number * count, unit, start);
        let is_whole = left >= 0.0 && label_x + width(&name) <= view.width_px();
        let label = if is_whole { name } else { String::new() };
        if right > 0.0 {
            units.push(Unit { start: at, end, left, right, label, label_x });
        }
    }
    units
}

/// When an event was, counted from a moment, no more precisely than its date is known: "D−5",
/// "+3 months", "same year".
#[must_use]
pub fn counted_from(origin: Moment, time: Interval) -> String {
    let (from, to) = (origin.civil(), time.anchor().civil());
    let words = |count: i64, unit: &str| match count {
        0 => format!("same {unit}"),
        count => {
            let plural = if count.abs() == 1 { "" } else { "s" };
            format!("{} {unit}{plural}", signed(count))
        }
    };
    let years = i64::from(to.year) - i64::from(from.year);
    match time.granularity() {
        unit if unit < Granularity::Half => words(years, "year"),
        unit if unit < Granularity::Week => {
            words(years * 12 + i64::from(to.month) - i64::from(from.month), "month")
        }
        _ => {
            let days = time.anchor().floor(Granularity::Day) - origin.floor(Granularity::Day);
            name(days / DAY_S, Granularity::Day, origin)
        }
    }
}

/// Days are counted from midnight, finer units from the moment itself.
fn first_day(origin: Moment, unit: Granularity) -> Moment {
    if unit <= Granularity::Day { origin.floor(Granularity::Day) } else { origin }
}

/// "D+12"; "+3 h"; "−10 y". Whole days of hours are days where the count begins at midnight.
fn name(count: i64, unit: Granularity, start: Moment) -> String {
    let midnight = start.floor(Granularity::Day) == start;
    let days = count * unit.mean_seconds() / DAY_S;
    match unit {
        Granularity::Year if count != 0 => format!("{} y", signed(count)),
        _ if count == 0 => "D".to_owned(),
        Granularity::Day => format!("D{}", signed(count)),
        _ if midnight && count * unit.mean_seconds() % DAY_S == 0 => format!("D{}", signed(days)),
        Granularity::Hour => format!("{} h", signed(count)),
        _ => {
            let (hours, minutes) = (count.abs() / 60, count.abs() % 60);
            let sign = if count < 0 { '−' } else { '+' };
            format!("{sign}{hours}:{minutes:02}")
        }
    }
}

/// "+12", "−5".
fn signed(count: i64) -> String {
    let sign = if count < 0 { '−' } else { '+' };
    format!("{sign}{}", grouped(count.unsigned_abs() as usize))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::measure;
    use crate::timeline::Extent;

    fn moment(text: &str) -> Moment {
        text.parse().expect("a date")
    }

    fn view(start: &str, end: &str) -> View {
        let (start, end) = (moment(start), moment(end));
        View::all(Extent::new(start, end), 1000.0).exactly(start, end)
    }

    #[test]
    fn ticks_are_counted_from_the_moment() {
        let check = |start: &str, end: &str, origin: &str, expected: &[&str]| {
            let units = counted(&view(start, end), moment(origin), &measure);
            let labels = units.iter().map(|unit| unit.label.as_str());
            let labels: Vec<_> = labels.filter(|label| !label.is_empty()).collect();
            assert_eq!(labels[..expected.len()], *expected, "{start} to {end}");
        };
        let invasion = "2022-02-24";
        check("2022-02-20", "2022-03-05", invasion, &["D−4", "D−3", "D−2", "D−1", "D", "D+1"]);
        check("2010", "2030", invasion, &["−12 y", "−10 y", "−8 y"]);
        check("2022-02-24", "2022-02-25", invasion, &["D", "+3 h", "+6 h"]);
        check("2022-02-24T20:00", "2022-02-25T22:00", invasion, &["+21 h", "D+1", "+27 h"]);
        check("2022-02-24T05:00", "2022-02-24T06:10", "2022-02-24T05:20", &["−0:20", "−0:15"]);
        // A day is a day of the calendar, also where the moment is in the middle of one.
        check("2022-02-23", "2022-03-05", "2022-02-24T17:00", &["D−1", "D", "D+1"]);
    }

    #[test]
    fn an_event_is_counted_no_more_precisely_than_it_is_known() {
        let check = |date: &str, expected: &str| {
            let time = Interval::from_iso(date).expect("a date");
            assert_eq!(counted_from(moment("2022-02-24T05:00"), time), expected, "{date}");
        };
        check("2022-02-24", "D");
        check("2022-02-24T09:00", "D");
        check("2022-02-19", "D−5");
        check("2022-03-08", "D+12");
        check("2050-01-01", "D+10\u{2009}173");
        check("2022-05", "+3 months");
        check("2022-02", "same month");
        check("2021", "−1 year");
        check("1848", "−174 years");
        check("2022", "same year");
    }

    #[test]
    fn counts_never_overlap() {
        for days in [1, 3, 10, 40, 200, 1000, 9000, 90_000] {
            let origin = moment("2022-02-24");
            let (start, end) =
                (origin.plus_seconds(-days * DAY_S), origin.plus_seconds(days * DAY_S));
            let view = View::all(Extent::new(start, end), 900.0).exactly(start, end);
            let units = counted(&view, origin, &measure);
            assert!(units.iter().any(|unit| unit.label == "D"), "{days}");
            for pair in units.windows(2) {
                let width = measure(&pair[0].label, AXIS_TEXT_PX, Weight::Regular);
                assert!(pair[0].label_x + width < pair[1].label_x, "{pair:?}");
            }
        }
    }
}
