//! How precisely a time is stated.

use serde::{Deserialize, Serialize};

/// The unit in which a time is stated, from the coarsest to the finest.
///
/// The order is by precision: `Granularity::Year < Granularity::Day`. Names follow TimeML's
/// notion of granularity (Pustejovsky et al. 2003, "TimeML: Robust Specification of Event and
/// Temporal Expressions in Text").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Granularity {
    /// A thousand years, `[k·1000, k·1000 + 1000)` ("the third millennium" is 2000 to 2999).
    Millennium,
    /// A hundred years, `[k·100, k·100 + 100)`.
    Century,
    /// Ten years, `[k·10, k·10 + 10)`.
    Decade,
    /// A calendar year.
    Year,
    /// Half a calendar year.
    Half,
    /// A meteorological season: three months from March, June, September or December.
    Season,
    /// A quarter of a calendar year.
    Quarter,
    /// A calendar month.
    Month,
    /// A week from Monday (ISO 8601).
    Week,
    /// A calendar day.
    Day,
    /// A part of a day: morning, afternoon, evening, night.
    DayPart,
    /// An hour.
    Hour,
    /// A minute.
    Minute,
    /// A second, the resolution of [`Moment`](super::Moment).
    Second,
}

impl Granularity {
    /// Every granularity, coarsest first.
    pub const ALL: [Self; 14] = [
        Self::Millennium,
        Self::Century,
        Self::Decade,
        Self::Year,
        Self::Half,
        Self::Season,
        Self::Quarter,
        Self::Month,
        Self::Week,
        Self::Day,
        Self::DayPart,
        Self::Hour,
        Self::Minute,
        Self::Second,
    ];

    /// The length of one unit in seconds; the mean length where units differ (a Gregorian year
    /// is 365.2425 days).
    #[must_use]
    pub const fn mean_seconds(self) -> i64 {
        const DAY: i64 = 86_400;
        const YEAR: i64 = 31_556_952;
        match self {
            Self::Millennium => 1000 * YEAR,
            Self::Century => 100 * YEAR,
            Self::Decade => 10 * YEAR,
            Self::Year => YEAR,
            Self::Half => YEAR / 2,
            Self::Season | Self::Quarter => YEAR / 4,
            Self::Month => YEAR / 12,
            Self::Week => 7 * DAY,
            Self::Day => DAY,
            Self::DayPart => DAY / 4,
            Self::Hour => 3600,
            Self::Minute => 60,
            Self::Second => 1,
        }
    }

    /// The name used in data formats: lower case, hyphenated.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Millennium => "millennium",
            Self::Century => "century",
            Self::Decade => "decade",
            Self::Year => "year",
            Self::Half => "half",
            Self::Season => "season",
            Self::Quarter => "quarter",
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::DayPart => "day-part",
            Self::Hour => "hour",
            Self::Minute => "minute",
            Self::Second => "second",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coarser_units_come_first_and_are_longer() {
        for pair in Granularity::ALL.windows(2) {
            assert!(pair[0] < pair[1]);
            assert!(pair[0].mean_seconds() >= pair[1].mean_seconds());
        }
    }

    #[test]
    fn names_are_those_of_serde() {
        for unit in Granularity::ALL {
            let json = serde_json::to_string(&unit).expect("a unit serialises");
            assert_eq!(json, format!("\"{}\"", unit.name()));
        }
    }
}
