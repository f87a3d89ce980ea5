//! The language-neutral terms of the pack files: what a word may mean, and what a pattern may
//! capture.

use crate::time::{CalendarSystem, Granularity, Modifier};

/// What sort of meaning a term has; a capture takes only terms of its own sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A plain number: a month 1 to 12, a weekday 1 (Monday) to 7, an ordinal (-1 is the last).
    Number,
    /// A unit of time: `year`, `day`.
    Unit,
    /// A season in TIMEX3: `SP`, `SU`, `FA`, `WI`.
    Season,
    /// A part of day in TIMEX3: `MO`, `MI`, `AF`, `EV`, `NI`, `DT`.
    Part,
    /// A TIMEX3 `mod`: `START`, `APPROX`.
    Modifier,
    /// `BCE` or `CE`.
    Era,
    /// `AM` or `PM`.
    Meridiem,
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
    Reference,
    /// A day of the calendar by rule: `12-25`, `easter-2`, `11-thu-4`.
    Holiday,
    /// A TIMEX3 `quant`: `EVERY`, `EACH`.
    Quant,
    /// What a shift starts from: `document`, `narrative`, or `setting` for the one that texts of
    /// the kind count from; of a feast `ahead` for the year that its sentence states next.
    Anchor,
    /// A calendar other than the Gregorian one: `julian`, `hijri`, `hebrew`, `republican`.
    Calendar,
    /// Nothing: the words of the class are only matched.
    Plain,
}

/// What a pattern captures by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Slot {
    /// A year as written, 1 or later; the era is a slot of its own.
    Year,
    /// A year of two digits.
    ShortYear,
    /// 1 to 12.
    Month,
    /// The day of the month.
    Day,
    /// 1 (Monday) to 7.
    Weekday,
    /// A season.
    Season,
    /// 1 to 4.
    Quarter,
    /// 1 or 2.
    Half,
    /// A part of day.
    Part,
    /// 0 to 24.
    Hour,
    /// 0 to 59.
    Minute,
    /// 0 to 59.
    Second,
    /// Before or after noon.
    Meridiem,
    /// The zone's offset from UTC in minutes.
    Zone,
    /// Before or in the common era.
    Era,
    /// The century as it is counted: 20 is 1901 to 2000.
    Century,
    /// The tens of a decade: 80 or 1980.
    Decade,
    /// How many.
    Amount,
    /// The upper end of a number that is given as a range.
    AmountTo,
    /// A unit.
    Unit,
    /// -1 back, 0 holding the reference, 1 on.
    Direction,
    /// Which of several; -1 is the last.
    Ordinal,
    /// How the expression narrows or blurs.
    Mod,
    /// A vague reference.
    Reference,
    /// A holiday.
    Holiday,
    /// Of a recurrence: every, each.
    Quant,
    /// Of a recurrence: how often in each period.
    Freq,
    /// What a relative time starts from.
    Anchor,
    /// The ISO 8601 week.
    Week,
    /// 1 if the year is a fiscal one.
    Fiscal,
    /// 1 if the part of day is of the evening before the day: "the night before the 24th".
    Eve,
    /// The calendar that the date is named in.
    Calendar,
    /// The Gregorian year that the first year of an era lies in: a year captured beside it is
    /// counted from there ("Showa 20").
    EraYear,
    /// A clock time written together as HHMM, or a day and a clock time as DDHHMM.
    TimeGroup,
    /// The minutes that are missing to the hour: "ten to five".
    MinutesTo,
    /// 1 if month and day are numbers whose order is a convention; what was written first is
    /// captured as the month.
    Numeric,
    /// The unit of the period that something lies within, counted from the reference in the
    /// direction: "the first Monday of next month". Of "the quarter ended 30 September" the unit
    /// that the date behind it ends.
    Period,
    /// Another day that the holiday may be: feasts that two calendars keep.
    OrHoliday,
    /// The first year in which that other day is the likelier one.
    OrSince,
    /// The last year in which it is.
    OrUntil,
    /// The day of the month in the other style of a date that is given in both: "25 October (7
    /// November) 1917".
    OtherDay,
    /// The month there, where it is another one.
    OtherMonth,
}

impl Slot {
    /// Every slot.
    pub const ALL: [Self; 42] = [
        Self::Year,
        Self::ShortYear,
        Self::Month,
        Self::Day,
        Self::Weekday,
        Self::Season,
        Self::Quarter,
        Self::Half,
        Self::Part,
        Self::Hour,
        Self::Minute,
        Self::Second,
        Self::Meridiem,
        Self::Zone,
        Self::Era,
        Self::Century,
        Self::Decade,
        Self::Amount,
        Self::AmountTo,
        Self::Unit,
        Self::Direction,
        Self::Ordinal,
        Self::Mod,
        Self::Reference,
        Self::Holiday,
        Self::Quant,
        Self::Freq,
        Self::Anchor,
        Self::Week,
        Self::Fiscal,
        Self::Eve,
        Self::Calendar,
        Self::EraYear,
        Self::TimeGroup,
        Self::MinutesTo,
        Self::Numeric,
        Self::Period,
        Self::OrHoliday,
        Self::OrSince,
        Self::OrUntil,
        Self::OtherDay,
        Self::OtherMonth,
    ];

    /// Its name in the pattern files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::ShortYear => "short-year",
            Self::Month => "month",
            Self::Day => "day",
            Self::Weekday => "weekday",
            Self::Season => "season",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Part => "part",
            Self::Hour => "hour",
            Self::Minute => "minute",
            Self::Second => "second",
            Self::Meridiem => "meridiem",
            Self::Zone => "zone",
            Self::Era => "era",
            Self::Century => "century",
            Self::Decade => "decade",
            Self::Amount => "amount",
            Self::AmountTo => "amount-to",
            Self::Unit => "unit",
            Self::Direction => "direction",
            Self::Ordinal => "ordinal",
            Self::Mod => "mod",
            Self::Reference => "reference",
            Self::Holiday => "holiday",
            Self::Quant => "quant",
            Self::Freq => "freq",
            Self::Anchor => "anchor",
            Self::Week => "week",
            Self::Fiscal => "fiscal",
            Self::Eve => "eve",
            Self::Calendar => "calendar",
            Self::EraYear => "era-year",
            Self::TimeGroup => "time-group",
            Self::MinutesTo => "minutes-to",
            Self::Numeric => "numeric",
            Self::Period => "period",
            Self::OrHoliday => "or-holiday",
            Self::OrSince => "or-since",
            Self::OrUntil => "or-until",
            Self::OtherDay => "other-day",
            Self::OtherMonth => "other-month",
        }
    }

    /// The slot of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|slot| slot.name() == name)
    }

    /// The sort of term that it takes.
    #[must_use]
    pub const fn sort(self) -> Sort {
        match self {
            Self::Season => Sort::Season,
            Self::Part => Sort::Part,
            Self::Unit | Self::Period => Sort::Unit,
            Self::Mod => Sort::Modifier,
            Self::Era => Sort::Era,
            Self::Meridiem => Sort::Meridiem,
            Self::Reference => Sort::Reference,
            Self::Holiday | Self::OrHoliday => Sort::Holiday,
            Self::Quant => Sort::Quant,
            Self::Anchor => Sort::Anchor,
            Self::Calendar => Sort::Calendar,
            _ => Sort::Number,
        }
    }
}

/// What a match of a pattern comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gives {
    /// A calendar time from the fields captured, which may leave some out.
    Date,
    /// So many units from a reference: "two days later", "last year".
    Shift,
    /// The stretch of so many units before or after a reference: "the past two years".
    Stretch,
    /// One of the units within a calendar time: "the first week of March".
    Within,
    /// An amount of time.
    Duration,
    /// A recurrence.
    Set,
    /// A vague reference: past, present, future.
    Reference,
    /// The time spoken of before: "that day", "the same month".
    Same,
    /// No time at all: words that look like one ("May Day Parade Committee") and must stay out.
    Nothing,
}

impl Gives {
    /// The meaning of a name in the pattern files.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "date" => Self::Date,
            "shift" => Self::Shift,
            "stretch" => Self::Stretch,
            "within" => Self::Within,
            "duration" => Self::Duration,
            "set" => Self::Set,
            "reference" => Self::Reference,
            "same" => Self::Same,
            "nothing" => Self::Nothing,
            _ => return None,
        })
    }
}

/// The seasons in TIMEX3, in the order of their codes.
pub const SEASONS: [&str; 4] = ["SP", "SU", "FA", "WI"];
/// The parts of day in TIMEX3, in the order of their codes: the last two are the hours before the
/// dawn, told as morning or as night.
pub const PARTS: [&str; 8] = ["MO", "MI", "AF", "EV", "NI", "DT", "MO", "NI"];
/// What packs call the parts of day, in the order of their codes.
const PART_NAMES: [&str; 8] = ["MO", "MI", "AF", "EV", "NI", "DT", "EARLY-MO", "EARLY-NI"];
/// The code of the night as a part of day.
pub const NIGHT: i32 = 4;
/// The vague references of TIMEX3, in the order of their codes.
pub const REFERENCES: [&str; 3] = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"];
/// The quantifiers of recurrences, in the order of their codes.
pub const QUANTS: [&str; 3] = ["EVERY", "EACH", "SOME"];
/// The modifiers, in the order of their codes.
pub const MODIFIERS: [Modifier; 12] = [
    Modifier::Before,
    Modifier::After,
    Modifier::OnOrBefore,
    Modifier::OnOrAfter,
    Modifier::LessThan,
    Modifier::MoreThan,
    Modifier::EqualOrLess,
    Modifier::EqualOrMore,
    Modifier::Start,
    Modifier::Mid,
    Modifier::End,
    Modifier::Approx,
];
/// The amount of "a few": some, how many is not said.
pub const VAGUE: i32 = -1;
/// The class key whose words mean nothing and are only matched.
const PLAIN: &str = "words";

/// The sort and the code of a term as the word files write it. `None` if there is no such term.
pub(super) fn term(text: &str) -> Option<(Sort, i32)> {
    if text == "VAGUE" {
        return Some((Sort::Number, VAGUE));
    }
    if let Ok(number) = text.parse() {
        return Some((Sort::Number, number));
    }
    let index = |list: &[&str]| list.iter().position(|name| *name == text).map(|at| at as i32);
    if let Some(at) = Granularity::ALL.iter().position(|unit| unit.name() == text) {
        return Some((Sort::Unit, at as i32));
    }
    if let Some(at) = MODIFIERS.iter().position(|modifier| modifier.name() == text) {
        return Some((Sort::Modifier, at as i32));
    }
    for (sort, list) in [
        (Sort::Season, &SEASONS[..]),
        (Sort::Part, &PART_NAMES[..]),
        (Sort::Reference, &REFERENCES[..]),
        (Sort::Quant, &QUANTS[..]),
        (Sort::Era, &["BCE", "CE"][..]),
        (Sort::Meridiem, &["AM", "PM"][..]),
        (Sort::Anchor, &["document", "narrative", "setting", "ahead"][..]),
    ] {
        if let Some(at) = index(list) {
            return Some((sort, at));
        }
    }
    if let Some(at) = CalendarSystem::ALL.iter().position(|system| system.name() == text) {
        return Some((Sort::Calendar, at as i32));
    }
    if text == PLAIN {
        return Some((Sort::Plain, 0));
    }
    super::holiday::code(text).map(|code| (Sort::Holiday, code))
}
