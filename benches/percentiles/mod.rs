//! How long the frames of a series take.

use std::fmt;
use std::time::Duration;

/// The median, the 99th percentile and the worst of some times.
pub(crate) struct Percentiles {
    median: Duration,
    ninety_ninth: Duration,
    worst: Duration,
}

impl Percentiles {
    /// Of at least one time.
    pub(crate) fn of(times: impl Iterator<Item = Duration>) -> Self {
        let mut times: Vec<Duration> = times.collect();
        times.sort_unstable();
        let at = |share: f64| times[(share * (times.len() - 1) as f64) as usize];
        Self { median: at(0.5), ninety_ninth: at(0.99), worst: at(1.0) }
    }
}

impl fmt::Display for Percentiles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { median, ninety_ninth, worst } = self;
        write!(f, "median {median:.2?}, 99th percentile {ninety_ninth:.2?}, worst {worst:.2?}")
    }
}
