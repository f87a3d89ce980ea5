//! A calendar time as TIMEX3 writes it: some fields may be unknown.

use std::fmt::Write as _;

use crate::language::{PARTS, SEASONS};
use crate::time::{Granularity, Interval, Modifier, Moment, Weekday};

/// A calendar time; without a year it has no place in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Calendar {
    /// The astronomical year; for a week, its ISO 8601 year.
    pub(super) year: Option<i32>,
    /// What within the year.
    pub(super) field: Field,
    /// What within the day.
    pub(super) time: Option<Clock>,
    /// Whether the clock time is stated in UTC. Other zones are left out of the value, as news
    /// corpora do, and never applied.
    pub(super) utc: bool,
}

/// What of the year is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// The millennium that the year is in.
    Millennium,
    /// The century that the year is in.
    Century,
    /// The decade that the year is in.
    Decade,
    Year,
    Half(i32),
    Quarter(Option<i32>),
    Season(i32),
    Month(Option<i32>),
    Week(Option<i32>),
    Weekend(Option<i32>),
    Day {
        month: Option<i32>,
        day: Option<i32>,
    },
    /// A day of an unknown week, 1 to 7.
    Weekday(i32),
    /// Any day: the clock alone is named.
    AnyDay,
    /// So many days from a day on: a feast of several days, a month of another calendar.
    Days {
        month: i32,
        day: i32,
        days: i32,
    },
}

/// What of the day is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clock {
    /// A part of day by its code.
    Part(i32),
    Hour(i32),
    Minute(i32, i32),
    Second(i32, i32, i32),
    /// A time that is not known: "an hour later" without a clock.
    Unknown,
}

impl Calendar {
    pub(super) const fn new(year: Option<i32>, field: Field) -> Self {
        Self { year, field, time: None, utc: false }
    }

    /// The day that holds a moment.
    pub(super) fn day(moment: Moment) -> Self {
        let civil = moment.civil();
        let (month, day) = (Some(civil.month as i32), Some(civil.day as i32));
        Self::new(Some(civil.year), Field::Day { month, day })
    }

    /// So many days from a moment on; one is the day itself.
    pub(super) fn days(from: Moment, days: i32) -> Self {
        if days == 1 {
            return Self::day(from);
        }
        let civil = from.civil();
        let (month, day) = (civil.month as i32, civil.day as i32);
        Self::new(Some(civil.year), Field::Days { month, day, days })
    }

    /// Some day, week or month, where no more than its month or its year is known of it.
    pub(super) fn some_unit(mut self, known: Granularity) -> Self {
        match self.field {
            Field::Day { month, .. } => {
                let month = month.filter(|_| known == Granularity::Month);
                self.field = Field::Day { month, day: None };
            }
            Field::Week(_) => self.field = Field::Week(None),
            Field::Month(_) => self.field = Field::Month(None),
            _ => {}
        }
        self
    }

    /// A day of a month, or of a year, that is not known.
    pub(super) fn some_day(year: i32, month: Option<i32>) -> Self {
        Self::new(Some(year), Field::Day { month, day: None })
    }

    /// The unit that holds a moment.
    pub(super) fn holding(moment: Moment, unit: Granularity) -> Self {
        let civil = moment.civil();
        let month = civil.month as i32;
        let of_year = |field| Self::new(Some(civil.year), field);
        match unit {
            Granularity::Millennium => of_year(Field::Millennium),
            Granularity::Century => of_year(Field::Century),
            Granularity::Decade => of_year(Field::Decade),
            Granularity::Year => of_year(Field::Year),
            Granularity::Half => of_year(Field::Half((month + 5) / 6)),
            Granularity::Season => {
                let start = moment.floor(Granularity::Season).civil();
                Self::new(Some(start.year), Field::Season((start.month as i32 / 3 - 1) % 4))
            }
            Granularity::Quarter => of_year(Field::Quarter(Some((month + 2) / 3))),
            Granularity::Month => of_year(Field::Month(Some(month))),
            Granularity::Week => {
                let (year, week) = moment.iso_week();
                Self::new(Some(year), Field::Week(Some(week as i32)))
            }
            Granularity::Day => Self::day(moment),
            Granularity::DayPart => {
                let part = [4, 0, 2, 3][civil.hour as usize / 6];
                Self::day(moment).at(Clock::Part(part))
            }
            Granularity::Hour => Self::day(moment).at(Clock::Hour(civil.hour as i32)),
            Granularity::Minute => {
                Self::day(moment).at(Clock::Minute(civil.hour as i32, civil.minute as i32))
            }
            Granularity::Second => {
                let (hour, minute) = (civil.hour as i32, civil.minute as i32);
                Self::day(moment).at(Clock::Second(hour, minute, civil.second as i32))
            }
        }
    }

    /// The unit of no known time: what a relative expression is without its reference.
    pub(super) const fn unknown(unit: Granularity) -> Self {
        let field = match unit {
            Granularity::Millennium => Field::Millennium,
            Granularity::Century => Field::Century,
            Granularity::Decade => Field::Decade,
            Granularity::Year | Granularity::Half | Granularity::Season => Field::Year,
            Granularity::Quarter => Field::Quarter(None),
            Granularity::Month => Field::Month(None),
            Granularity::Week => Field::Week(None),
            Granularity::Day
            | Granularity::DayPart
            | Granularity::Hour
            | Granularity::Minute
            | Granularity::Second => Field::Day { month: None, day: None },
        };
        let time = match unit {
            Granularity::DayPart
            | Granularity::Hour
            | Granularity::Minute
            | Granularity::Second => Some(Clock::Unknown),
            _ => None,
        };
        Self { year: None, field, time, utc: false }
    }

    pub(super) const fn at(mut self, time: Clock) -> Self {
        self.time = Some(time);
        self
    }

    /// The TIMEX3 value.
    pub(super) fn value(&self) -> String {
        let mut value = String::with_capacity(20);
        self.push_date(&mut value);
        match self.time {
            None => return value,
            Some(Clock::Part(part)) => {
                value.push('T');
                value.push_str(PARTS.get(part as usize).unwrap_or(&"XX"));
                return value;
            }
            Some(Clock::Unknown) => {
                value.push_str("TXX");
                return value;
            }
            Some(Clock::Hour(hour)) => push_fields(&mut value, 'T', &[Some(hour), Some(0)]),
            Some(Clock::Minute(hour, minute)) => {
                push_fields(&mut value, 'T', &[Some(hour), Some(minute)]);
            }
            Some(Clock::Second(hour, minute, second)) => {
                push_fields(&mut value, 'T', &[Some(hour), Some(minute), Some(second)]);
            }
        }
        if self.utc {
            value.push('Z');
        }
        value
    }

    fn push_date(&self, value: &mut String) {
        match self.field {
            Field::Millennium => return value.push_str(&shortened(self.year, 1000)),
            Field::Century => return value.push_str(&shortened(self.year, 100)),
            Field::Decade => return value.push_str(&shortened(self.year, 10)),
            Field::AnyDay => return,
            _ => push_year(value, self.year),
        }
        match self.field {
            Field::Half(half) => push_coded(value, "-H", Some(half)),
            Field::Quarter(quarter) => push_coded(value, "-Q", quarter),
            Field::Season(season) => {
                value.push('-');
                value.push_str(SEASONS.get(season as usize).unwrap_or(&"XX"));
            }
            Field::Month(month) => push_fields(value, '-', &[month]),
            Field::Week(week) => push_fields(value, 'W', &[week]),
            Field::Weekend(week) => {
                push_fields(value, 'W', &[week]);
                value.push_str("-WE");
            }
            Field::Day { month, day } => {
                push_fields(value, '-', &[month]);
                push_fields(value, '-', &[day]);
            }
            Field::Weekday(weekday) => push_coded(value, "-WXX-", Some(weekday)),
            Field::Days { month, day, .. } => match self.granularity() {
                Granularity::Year => {}
                Granularity::Month => push_fields(value, '-', &[Some(month)]),
                _ => {
                    push_fields(value, '-', &[Some(month)]);
                    push_fields(value, '-', &[Some(day)]);
                }
            },
            Field::Millennium | Field::Century | Field::Decade | Field::Year | Field::AnyDay => {}
        }
    }

    /// Its place in time. `None` where fields are missing, or no such time exists.
    pub(super) fn interval(&self) -> Option<Interval> {
        let date = self.date_interval()?;
        match self.time {
            None => Some(date),
            Some(clock) => clock.within(date.earliest_start()),
        }
    }

    fn date_interval(&self) -> Option<Interval> {
        let year = self.year?;
        let unit = |start: Option<Moment>, unit| start.map(|start| Interval::unit(start, unit));
        let month_start =
            |year: i32, month: i32| Moment::from_ymd(year, u32::try_from(month).ok()?, 1);
        // So many months from the start of one, whose end is told without looking at the start.
        let months = |first: i32, count: i32, unit| {
            let start = month_start(year, first)?;
            let next = first - 1 + count;
            let end = month_start(year + next / 12, next % 12 + 1).unwrap_or(Moment::MAX);
            Some(Interval::within(start, end, unit))
        };
        match self.field {
            Field::Millennium => unit(month_start(year, 1), Granularity::Millennium),
            Field::Century => unit(month_start(year, 1), Granularity::Century),
            Field::Decade => unit(month_start(year, 1), Granularity::Decade),
            Field::Year => months(1, 12, Granularity::Year),
            Field::Half(half) => months(half * 6 - 5, 6, Granularity::Half),
            Field::Quarter(quarter) => months(quarter? * 3 - 2, 3, Granularity::Quarter),
            Field::Season(season) => months(season * 3 + 3, 3, Granularity::Season),
            Field::Month(month) => months(month?, 1, Granularity::Month),
            Field::Week(week) => {
                let start = Moment::from_iso_week(year, u32::try_from(week?).ok()?);
                unit(start, Granularity::Week)
            }
            Field::Weekend(week) => {
                let monday = Moment::from_iso_week(year, u32::try_from(week?).ok()?)?;
                let day = |offset| monday.plus(offset, Granularity::Day);
                Some(Interval::within(day(5), day(7), Granularity::Day))
            }
            Field::Day { month, day } => {
                let (month, day) = (u32::try_from(month?).ok()?, u32::try_from(day?).ok()?);
                unit(Moment::from_ymd(year, month, day), Granularity::Day)
            }
            Field::Days { month, day, days } => {
                let start = Moment::from_ymd(year, month as u32, day as u32)?;
                let end = start.plus(i64::from(days), Granularity::Day);
                Some(Interval::within(start, end, self.granularity()))
            }
            Field::Weekday(_) | Field::AnyDay => None,
        }
    }

    /// How precisely it is stated.
    pub(super) const fn granularity(&self) -> Granularity {
        match self.time {
            Some(Clock::Part(_) | Clock::Unknown) => return Granularity::DayPart,
            Some(Clock::Hour(_)) => return Granularity::Hour,
            Some(Clock::Minute(..)) => return Granularity::Minute,
            Some(Clock::Second(..)) => return Granularity::Second,
            None => {}
        }
        match self.field {
            Field::Millennium => Granularity::Millennium,
            Field::Century => Granularity::Century,
            Field::Decade => Granularity::Decade,
            Field::Year | Field::Days { days: 300.., .. } => Granularity::Year,
            Field::Half(_) => Granularity::Half,
            Field::Quarter(_) => Granularity::Quarter,
            Field::Season(_) => Granularity::Season,
            Field::Month(_) | Field::Days { days: 28..300, .. } => Granularity::Month,
            Field::Week(_) => Granularity::Week,
            Field::Weekend(_)
            | Field::Day { .. }
            | Field::Weekday(_)
            | Field::AnyDay
            | Field::Days { .. } => Granularity::Day,
        }
    }
}

impl Clock {
    fn within(self, day: Moment) -> Option<Interval> {
        let at = |hour: i32, minute: i32, second: i32| {
            day.plus_seconds(i64::from(hour * 3600 + minute * 60 + second))
        };
        match self {
            Self::Part(part) => {
                let (from, to) = PART_HOURS.get(part as usize)?;
                Some(Interval::within(at(*from, 0, 0), at(*to, 0, 0), Granularity::DayPart))
            }
            Self::Hour(hour) => Some(Interval::unit(at(hour, 0, 0), Granularity::Hour)),
            Self::Minute(hour, minute) => {
                Some(Interval::unit(at(hour, minute, 0), Granularity::Minute))
            }
            Self::Second(hour, minute, second) => {
                Some(Interval::unit(at(hour, minute, second), Granularity::Second))
            }
            Self::Unknown => Some(Interval::unit(day, Granularity::Day)),
        }
    }
}

/// From and to which hour the parts of day run; the night runs into the next day.
const PART_HOURS: [(i32, i32); 8] =
    [(5, 12), (11, 14), (12, 18), (17, 22), (20, 30), (6, 18), (0, 6), (0, 6)];

fn push_year(value: &mut String, year: Option<i32>) {
    match year {
        None => value.push_str("XXXX"),
        Some(year @ 1000..=9999) => {
            push_two(value, year / 100);
            push_two(value, year % 100);
        }
        Some(year) if year > 0 => {
            let _ = write!(value, "{year:04}");
        }
        Some(year) => {
            let _ = write!(value, "BC{:04}", 1 - year);
        }
    }
}

/// A code with one digit behind it, `X` where that is unknown.
fn push_coded(value: &mut String, code: &str, digit: Option<i32>) {
    value.push_str(code);
    match digit.and_then(|digit| char::from_digit(digit as u32, 10)) {
        Some(digit) => value.push(digit),
        None => value.push('X'),
    }
}

/// Fields of two digits each, `XX` where unknown: after a hyphen (`-`), a week's `-W`, or a
/// clock's `T` with colons between.
fn push_fields(value: &mut String, mark: char, fields: &[Option<i32>]) {
    // Letter by letter: copying so few costs more.
    if mark == 'W' {
        value.push('-');
    }
    value.push(mark);
    for (index, field) in fields.iter().enumerate() {
        if index > 0 {
            value.push(':');
        }
        match field {
            Some(field) => push_two(value, *field),
            None => value.push_str("XX"),
        }
    }
}

fn push_two(value: &mut String, number: i32) {
    for digit in [number / 10 % 10, number % 10] {
        value.push(u8::try_from(digit).map_or('X', |digit| char::from(b'0' + digit)));
    }
}

/// The year without its last digits: `19` is a century, `198` a decade.
fn shortened(year: Option<i32>, length: i32) -> String {
    let digits = match length {
        1000 => 1,
        100 => 2,
        _ => 3,
    };
    match year {
        None => "X".repeat(digits),
        Some(year) if year > 0 => format!("{:0digits$}", year / length),
        Some(year) => format!("BC{:0digits$}", (1 - year) / length),
    }
}

/// The last day of `weekday` (1 to 7) before or on a day.
pub(super) fn weekday_before(day: Moment, weekday: i32) -> Moment {
    let today = day.weekday().num_days_from_monday() as i32 + 1;
    day.plus(-i64::from((today - weekday).rem_euclid(7)), Granularity::Day)
}

/// The first moment of the Monday on or before.
pub(super) fn monday(moment: Moment) -> Moment {
    debug_assert_eq!(moment.floor(Granularity::Week).weekday(), Weekday::Mon);
    moment.floor(Granularity::Week)
}

/// Narrows an interval to its start, middle or end third.
pub(super) fn narrowed(interval: Interval, modifier: Option<Modifier>) -> Interval {
    let (from, to) = (interval.earliest_start(), interval.latest_end());
    if !matches!(modifier, Some(Modifier::Start | Modifier::Mid | Modifier::End))
        || interval.is_open()
    {
        return blurred(interval, modifier);
    }
    let (amount, finer) = match interval.granularity() {
        Granularity::Millennium => (333, Granularity::Year),
        Granularity::Century => (33, Granularity::Year),
        Granularity::Decade => (3, Granularity::Year),
        Granularity::Year => (4, Granularity::Month),
        Granularity::Half => (2, Granularity::Month),
        Granularity::Season | Granularity::Quarter => (1, Granularity::Month),
        Granularity::Month => (10, Granularity::Day),
        Granularity::Week => (3, Granularity::Day),
        Granularity::Day => (8, Granularity::Hour),
        Granularity::DayPart => (2, Granularity::Hour),
        Granularity::Hour | Granularity::Minute | Granularity::Second => return interval,
    };
    // The last third of a month starts with its 21st day, however long the month is.
    let last = match interval.granularity() {
        Granularity::Month => from.plus(2 * amount, finer),
        _ => to.plus(-amount, finer),
    };
    let first = from.plus(amount, finer);
    match modifier {
        Some(Modifier::Start) => Interval::within(from, first, finer),
        Some(Modifier::End) => Interval::within(last, to, finer),
        _ => Interval::within(first, last, finer),
    }
}

/// The first or the second half of a century or a decade; none of another unit.
pub(super) fn half(interval: Interval, modifier: Option<Modifier>) -> Option<Interval> {
    let years = match interval.granularity() {
        Granularity::Century => 50,
        Granularity::Decade => 5,
        _ => return None,
    };
    let (from, to) = (interval.earliest_start(), interval.latest_end());
    let middle = from.plus(years, Granularity::Year);
    Some(match modifier {
        Some(Modifier::End) => Interval::within(middle, to, Granularity::Year),
        _ => Interval::within(from, middle, Granularity::Year),
    })
}

/// "about noon", "around 5:10": a full hour stands for half an hour to either side, a quarter and
/// five minutes for half of as much.
fn blurred_clock(interval: Interval) -> Interval {
    let minutes = match interval.earliest_start().civil().minute {
        0 => {
            let hour = Interval::unit(interval.earliest_start(), Granularity::Hour);
            return hour.widened(Granularity::Hour.mean_seconds() / 2);
        }
        minute if minute % 15 == 0 => 15,
        minute if minute % 5 == 0 => 5,
        _ => 1,
    };
    interval.widened(minutes * Granularity::Minute.mean_seconds() / 2)
}

fn blurred(interval: Interval, modifier: Option<Modifier>) -> Interval {
    let unit = interval.granularity();
    match modifier {
        Some(Modifier::Approx) if unit == Granularity::Minute => blurred_clock(interval),
        Some(Modifier::Approx) => interval.widened(unit.mean_seconds() / 2),
        Some(Modifier::Before) => Interval::before(interval.earliest_start(), unit),
        Some(Modifier::After) => Interval::after(interval.latest_end(), unit),
        Some(Modifier::OnOrBefore) => Interval::before(interval.latest_end(), unit),
        Some(Modifier::OnOrAfter) => Interval::after(interval.earliest_start(), unit),
        _ => interval,
    }
}
