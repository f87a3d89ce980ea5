//! Dates as tables write them: ISO 8601 and its extensions, digits with points or strokes,
//! bare years, seconds since 1970. Words for months are no matter of tables.

use crate::time::{Granularity, Interval, Moment};

/// What a cell says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Read {
    pub(super) interval: Interval,
    /// The reading with day and month changed over, where that is a date as well.
    pub(super) other: Option<Interval>,
    pub(super) approximate: bool,
}

/// When a row was.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Dated {
    /// Nothing if it cannot be said.
    pub(super) interval: Option<Interval>,
    pub(super) other: Option<Interval>,
    pub(super) approximate: bool,
}

/// How many dates can only be read in one order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct DayMonth {
    pub(super) day_first: usize,
    pub(super) month_first: usize,
    /// How many can be read in both.
    pub(super) either: usize,
}

impl DayMonth {
    pub(super) fn add(&mut self, other: Self) {
        self.day_first += other.day_first;
        self.month_first += other.month_first;
        self.either += other.either;
    }

    /// Whether the month is to be read first: if dates that leave no choice say so.
    pub(super) const fn is_month_first(self) -> bool {
        self.month_first > self.day_first
    }

    /// Whether the others leave the order of those that can be read in both open.
    pub(super) const fn is_open(self) -> bool {
        self.either > 0 && self.month_first == self.day_first
    }
}

/// Reads a cell. Where day and month can be changed over, the day is taken to stand first.
pub(super) fn read(cell: &str, orders: &mut DayMonth) -> Option<Read> {
    let plain = |interval| Read { interval, other: None, approximate: false };
    if let Some(interval) = iso(cell) {
        return Some(plain(interval));
    }
    let bare = cell.trim_end_matches(['~', '?', '%']);
    if bare.len() < cell.len() {
        return read(bare, orders).map(|read| Read { approximate: true, ..read });
    }
    if let Some((first, last)) = cell.split_once('/')
        && !last.contains('/')
        && let Some(interval) = stretch(first, last)
    {
        return Some(plain(interval));
    }
    digits(cell).map(plain).or_else(|| parted(cell, orders))
}

/// Puts the dates of both columns together.
pub(super) fn joined(first: Option<Read>, last: Option<Read>, open: bool) -> Dated {
    let approximate = [first, last].iter().flatten().any(|read| read.approximate);
    let interval = match (first, last) {
        (Some(first), Some(last)) if first.interval == last.interval => Some(first.interval),
        (Some(first), Some(last)) => Some(Interval::span(first.interval, last.interval)),
        (Some(Read { interval, .. }), None) if open => {
            Some(Interval::after(interval.earliest_start(), interval.granularity()))
        }
        (Some(first), None) => Some(first.interval),
        (None, Some(Read { interval, .. })) => {
            Some(Interval::before(interval.latest_end(), interval.granularity()))
        }
        (None, None) => None,
    };
    let other = match (first, last) {
        (Some(first), None) if !open => first.other,
        (Some(first), Some(last)) if first.interval == last.interval => first.other,
        _ => None,
    };
    Dated { interval, other, approximate }
}

/// ISO 8601, with a zone that is passed over: the timeline shows the clock of the place.
fn iso(cell: &str) -> Option<Interval> {
    if !cell.as_bytes().first().is_some_and(|byte| byte.is_ascii_digit() || b"+-".contains(byte)) {
        return None;
    }
    // Five digits without a sign are a spreadsheet's number of a day rather than a far year.
    if cell.len() > 4 && cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Ok(interval) = Interval::from_iso(cell) {
        return Some(interval);
    }
    let (date, time) = cell.split_once(['T', ' '])?;
    let (clock, _) = time.split_once(['+', '-'])?;
    Interval::from_iso(&format!("{date}T{}", clock.trim())).ok()
}

/// A stretch in one cell: `2022-03/2022-05`, `../1990`, `1990/..`.
fn stretch(first: &str, last: &str) -> Option<Interval> {
    let open = |end: &str| end.is_empty() || end == "..";
    match (open(first), open(last)) {
        (true, true) => None,
        (true, false) => {
            iso(last).map(|last| Interval::before(last.latest_end(), last.granularity()))
        }
        (false, true) => {
            iso(first).map(|first| Interval::after(first.earliest_start(), first.granularity()))
        }
        (false, false) => Some(Interval::span(iso(first)?, iso(last)?)),
    }
}

/// Digits alone: a year, a day without signs, seconds or milliseconds since 1970.
fn digits(cell: &str) -> Option<Interval> {
    let number: i64 = cell.parse().ok()?;
    let length = cell.trim_start_matches(['-', '+']).len();
    match length {
        1..=4 => {
            let start = Moment::from_ymd(number as i32, 1, 1)?;
            Some(Interval::unit(start, Granularity::Year))
        }
        8 if number > 0 => {
            let (month, day) = (number / 100 % 100, number % 100);
            let start = Moment::from_ymd((number / 10_000) as i32, month as u32, day as u32)?;
            Some(Interval::unit(start, Granularity::Day))
        }
        9 | 10 => Some(Interval::unit(Moment::from_seconds(number), Granularity::Second)),
        12 | 13 => {
            let seconds = number.div_euclid(1000);
            Some(Interval::unit(Moment::from_seconds(seconds), Granularity::Second))
        }
        _ => None,
    }
}

/// Numbers parted by points, strokes or hyphens, with or without a time of day behind them.
fn parted(cell: &str, orders: &mut DayMonth) -> Option<Read> {
    let (date, time) = cell.split_once(' ').map_or((cell, None), |(d, t)| (d, Some(t.trim())));
    let sign = date.bytes().find(|byte| b"./-".contains(byte))? as char;
    let mut fields =
        date.split(sign).map(|field| field.parse::<u32>().ok().map(|n| (n, field.len())));
    let fields = [fields.next(), fields.next(), fields.next(), fields.next()];
    let (year, first, second, can_swap) = match fields {
        [Some(Some((year, 4))), Some(Some((month, _))), Some(Some((day, _))), None] => {
            (year, day, month, false)
        }
        [Some(Some((month, 1..=2))), Some(Some((year, 4))), None, None]
        | [Some(Some((year, 4))), Some(Some((month, 1..=2))), None, None] => {
            let start = Moment::from_ymd(year as i32, month, 1)?;
            let interval = Interval::unit(start, Granularity::Month);
            return Some(Read { interval, other: None, approximate: false });
        }
        [Some(Some((first, 1..=2))), Some(Some((second, 1..=2))), Some(Some((year, 4))), None] => {
            (year, first, second, sign != '.')
        }
        _ => return None,
    };
    let day = |day, month| at(year, month, day, time);
    let (day_first, month_first) =
        (day(first, second), can_swap.then(|| day(second, first)).flatten());
    match (day_first, month_first) {
        (Some(_), None) if can_swap => orders.day_first += 1,
        (None, Some(_)) => orders.month_first += 1,
        (Some(one), Some(other)) if one != other => orders.either += 1,
        _ => {}
    }
    let interval = day_first.or(month_first)?;
    let other = day_first.and(month_first).filter(|other| *other != interval);
    Some(Read { interval, other, approximate: false })
}

fn at(year: u32, month: u32, day: u32, time: Option<&str>) -> Option<Interval> {
    let date = format!("{year:04}-{month:02}-{day:02}");
    match time {
        None | Some("") => Interval::from_iso(&date).ok(),
        Some(time) => {
            let padded = if time.find(':') == Some(1) { "0" } else { "" };
            iso(&format!("{date}T{padded}{time}"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(cell: &str) -> String {
        let Some(read) = read(cell, &mut DayMonth::default()) else { return "no date".to_owned() };
        let (start, end) = read.interval.iso_ends();
        let [start, end] = [start, end].map(|end| end.unwrap_or_else(|| "..".to_owned()));
        if start == end { start } else { format!("{start}/{end}") }
    }

    #[test]
    fn dates_are_read_as_tables_write_them() {
        let check = |cell: &str, expected: &str| assert_eq!(ends(cell), expected, "{cell}");
        check("2022-03-07", "2022-03-07");
        check("2022-03", "2022-03");
        check("1848", "1848");
        check("-44", "-0044");
        check("476", "0476");
        check("2022-03-07T14:35:00+02:00", "2022-03-07T14:35:00");
        check("2022-03-07 14:35", "2022-03-07T14:35");
        check("2022/3/7", "2022-03-07");
        check("07.03.2022", "2022-03-07");
        check("7/3/2022", "2022-03-07");
        check("3/17/2022", "2022-03-17");
        check("7/3/2022 9:05", "2022-03-07T09:05");
        check("03/2022", "2022-03");
        check("2022/3", "2022-03");
        check("20220307", "2022-03-07");
        check("1646663700", "2022-03-07T14:35:00");
        check("1646663700000", "2022-03-07T14:35:00");
        check("1850~", "1850");
        check("2022-03/2022-05", "2022-03/2022-05");
        check("1990/..", "1990/..");
        check("../1990", "../1990");
        for cell in ["soon", "", "2022-13-01", "32/01/2022", "1.2.3.4", "12345", "n/a"] {
            check(cell, "no date");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_keeps_both() {
        let mut orders = DayMonth::default();
        let both = read("05/03/2022", &mut orders).expect("a date");
        assert_eq!(both.other, Interval::from_iso("2022-05-03").ok());
        assert!(orders.is_open());
        assert_eq!(read("12/03/2022", &mut orders).map(|r| r.other.is_some()), Some(true));
        let one = read("03/25/2022", &mut orders).expect("a date");
        assert_eq!(one.other, None);
        assert!(orders.is_month_first());
        assert_eq!(read("04.04.2022", &mut orders).and_then(|r| r.other), None);
    }

    #[test]
    fn two_columns_make_a_stretch_and_one_that_is_missing_leaves_it_open() {
        let of = |cell: &str| read(cell, &mut DayMonth::default());
        let ends = |dated: Dated| dated.interval.expect("a date").iso_ends();
        let range = joined(of("2022-02-24"), of("2022-04-02"), false);
        assert_eq!(ends(range), (Some("2022-02-24".to_owned()), Some("2022-04-02".to_owned())));
        assert_eq!(joined(of("1990"), None, true).interval.map(|i| i.is_open()), Some(true));
        assert_eq!(ends(joined(None, of("1990"), false)), (None, Some("1990".to_owned())));
        assert_eq!(joined(None, None, false).interval, None);
    }
}
