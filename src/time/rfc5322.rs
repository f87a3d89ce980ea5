//! The dates of mail and of the web's headers (RFC 5322, section 3.3).

use chrono::{DateTime, Datelike, Timelike};

use super::{Granularity, Interval, Moment};

impl Interval {
    /// Reads a date as mail and HTTP headers write it (`Tue, 03 May 2022 14:05:00 +0200`) as the
    /// minute that it names; the zone is dropped. `None` if the text is no such date.
    #[must_use]
    pub fn from_rfc5322(text: &str) -> Option<Self> {
        let at = DateTime::parse_from_rfc2822(text.trim()).ok()?.naive_local();
        let (hour, minute) = (at.hour(), at.minute());
        let moment = Moment::from_ymd_hms(at.year(), at.month(), at.day(), hour, minute, 0)?;
        Some(Self::unit(moment, Granularity::Minute))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let start = Interval::from_rfc5322(text).and_then(|interval| interval.iso_ends().0);
        assert_eq!(start.as_deref(), expected, "{text}");
    }

    #[test]
    fn the_time_is_that_of_the_place() {
        check("Tue, 03 May 2022 14:05:59 +0200", Some("2022-05-03T14:05"));
        check("3 May 2022 14:05 GMT", Some("2022-05-03T14:05"));
        check("Tue, 31 Apr 2022 14:05:00 +0200", None);
        check("2022-05-03", None);
        check("soon", None);
    }
}
