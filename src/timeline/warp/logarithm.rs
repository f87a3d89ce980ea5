//! A logarithmic axis from a moment to both sides.
//!
//! The place of a moment at the distance `d` is at `L · ln(1 + d / core)`: within the core nearly
//! to scale, beyond it every tenfold distance takes the same length.

/// Up to here, in seconds, the axis is nearly to scale.
const CORE_S: f64 = 86_400.0;
/// How much longer time is on the axis at the moment itself than it is: so fine that a second of
/// the axis is no more than some minutes a lifetime away.
const FINENESS: f64 = 64.0;

/// Where on the axis a time is.
pub(super) fn place(origin: i64, time: i64) -> i64 {
    let far = (time.saturating_sub(origin)) as f64;
    let length = CORE_S * FINENESS * (far.abs() / CORE_S).ln_1p();
    origin + length.copysign(far).round() as i64
}

/// The time at a place of the axis; beyond what a number holds, the last that it does.
pub(super) fn time(origin: i64, place: i64) -> i64 {
    let far = (place.saturating_sub(origin)) as f64;
    let length = CORE_S * (far.abs() / (CORE_S * FINENESS)).exp_m1();
    origin.saturating_add(length.copysign(far).round() as i64)
}

/// How many seconds of time a second of the axis is at a place.
pub(super) fn rate(origin: i64, place: i64) -> f64 {
    let far = (place.saturating_sub(origin)) as f64;
    (far.abs() / (CORE_S * FINENESS)).exp() / FINENESS
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400;

    #[test]
    fn every_tenfold_distance_takes_the_same_length() {
        let at = |days: i64| place(0, days * DAY) as f64;
        let (one, other) = (at(10_000) - at(1_000), at(100_000) - at(10_000));
        assert!((one / other - 1.0).abs() < 0.01, "{one} {other}");
        assert_eq!(place(0, -500 * DAY), -place(0, 500 * DAY));
        assert_eq!(place(77, 77), 77);
    }

    #[test]
    fn a_lifetime_away_it_is_still_known_to_some_minutes() {
        let far = 80 * 365 * DAY;
        let next = time(0, place(0, far) + 1);
        assert!((next - far).abs() < 15 * 60, "{}", next - far);
    }

    #[test]
    fn beyond_all_numbers_it_stops() {
        assert_eq!(time(0, i64::MAX / 8), i64::MAX);
        assert_eq!(time(0, i64::MIN / 8), i64::MIN);
    }
}
