//! The axis: two rows of calendar units, the upper one of larger units that stay in view.

use super::steps::Step;
use super::view::View;
use super::warp::Warp;
use crate::scene::{Measure, Weight};
use crate::time::{Moment, Weekday};

/// The size of the axis' letters.
pub(super) const AXIS_TEXT_PX: f32 = 11.5;
/// The white on both sides of a label together.
pub(super) const LABEL_GAP_PX: f32 = 14.0;
/// The least that a unit without a label may measure.
const NARROWEST_PX: f64 = 4.0;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How a unit is named, the longest way first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    /// "14:35"
    Clock,
    /// "Mon 7"
    WeekdayDay,
    /// "7"
    Day,
    /// "Monday 7 March 2022", "Mon 7 Mar 2022", "7 Mar"
    FullDay,
    DayMonthYear,
    DayMonth,
    /// "March", "Mar", "M"
    Month,
    ShortMonth,
    MonthLetter,
    /// "March 2022", "Mar 2022"
    MonthYear,
    ShortMonthYear,
    /// "Q1"
    Quarter,
    /// "2022", "44 BCE"
    Year,
    /// "2020s"
    Decade,
    /// "1900–1999"
    Years,
    /// "Common Era", "CE"
    Era,
    ShortEra,
}

/// A row of the table: what is counted, how it is named, and what stands above it.
struct Level {
    step: Step,
    formats: &'static [Format],
    above: Step,
    above_formats: &'static [Format],
}

const fn level(
    step: Step,
    formats: &'static [Format],
    above: Step,
    above_formats: &'static [Format],
) -> Level {
    Level { step, formats, above, above_formats }
}

const DAYS: &[Format] = &[Format::FullDay, Format::DayMonthYear, Format::DayMonth];
const MONTHS_ABOVE: &[Format] = &[Format::MonthYear, Format::ShortMonthYear, Format::ShortMonth];

/// Every step of the axis, the finest first.
const LEVELS: [Level; 27] = [
    level(Step::Minutes(1), &[Format::Clock], Step::Day, DAYS),
    level(Step::Minutes(2), &[Format::Clock], Step::Day, DAYS),
    level(Step::Minutes(5), &[Format::Clock], Step::Day, DAYS),
    level(Step::Minutes(10), &[Format::Clock], Step::Day, DAYS),
    level(Step::Minutes(15), &[Format::Clock], Step::Day, DAYS),
    level(Step::Minutes(30), &[Format::Clock], Step::Day, DAYS),
    level(Step::Hours(1), &[Format::Clock], Step::Day, DAYS),
    level(Step::Hours(2), &[Format::Clock], Step::Day, DAYS),
    level(Step::Hours(3), &[Format::Clock], Step::Day, DAYS),
    level(Step::Hours(6), &[Format::Clock], Step::Day, DAYS),
    level(Step::Day, &[Format::WeekdayDay, Format::Day], Step::Months(1), MONTHS_ABOVE),
    level(Step::Week, &[Format::WeekdayDay, Format::Day], Step::Months(1), MONTHS_ABOVE),
    level(
        Step::Months(1),
        &[Format::Month, Format::ShortMonth, Format::MonthLetter],
        Step::Years(1),
        &[Format::Year],
    ),
    level(Step::Months(3), &[Format::Quarter], Step::Years(1), &[Format::Year]),
    level(Step::Years(1), &[Format::Year], Step::Years(10), &[Format::Decade]),
    level(Step::Years(2), &[Format::Year], Step::Years(10), &[Format::Decade]),
    level(Step::Years(5), &[Format::Year], Step::Years(10), &[Format::Decade]),
    level(Step::Years(10), &[Format::Year], Step::Years(100), &[Format::Years]),
    level(Step::Years(20), &[Format::Year], Step::Years(100), &[Format::Years]),
    level(Step::Years(50), &[Format::Year], Step::Years(100), &[Format::Years]),
    level(Step::Years(100), &[Format::Year], Step::Years(1000), &[Format::Years]),
    level(Step::Years(200), &[Format::Year], Step::Years(1000), &[Format::Years]),
    level(Step::Years(500), &[Format::Year], Step::Years(1000), &[Format::Years]),
    level(Step::Years(1000), &[Format::Year], Step::Era, &[Format::Era, Format::ShortEra]),
    level(Step::Years(2000), &[Format::Year], Step::Era, &[Format::Era, Format::ShortEra]),
    level(Step::Years(5000), &[Format::Year], Step::Era, &[Format::Era, Format::ShortEra]),
    level(Step::Years(10_000), &[Format::Year], Step::Era, &[Format::Era, Format::ShortEra]),
];

/// A unit of the axis, partly in the view at least. Its ends are places on the axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Unit {
    pub(super) start: Moment,
    pub(super) end: Moment,
    /// The pixels of its ends.
    pub(super) left: f32,
    pub(super) right: f32,
    /// Its name; empty where there is no room for it.
    pub(super) label: String,
    /// Where its name starts: in the view even where the unit's start is not.
    pub(super) label_x: f32,
}

/// The units of both rows, from left to right.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Axis {
    pub(super) upper: Vec<Unit>,
    pub(super) lower: Vec<Unit>,
}

/// A stretch of the axis along which units of the calendar are set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch<'a> {
    pub(super) view: &'a View,
    pub(super) warp: &'a Warp,
    /// The first and the last moment on it.
    pub(super) times: (Moment, Moment),
    /// Its pixels in the view.
    pub(super) px: (f32, f32),
    /// Up to where the names of larger units may reach.
    pub(super) upper_to: f32,
}

impl<'a> Stretch<'a> {
    /// All that is in view.
    pub(super) fn whole(view: &'a View, warp: &'a Warp) -> Self {
        let width = view.width_px();
        let times = warp.times((view.start(), view.end()));
        Self { view, warp, times, px: (0.0, width), upper_to: width }
    }

    fn x(&self, moment: Moment) -> f32 {
        self.view.x(self.warp.place(moment))
    }
}

/// The units of a plain axis.
pub(super) fn axis(view: &View, measure: Measure<'_>) -> Axis {
    calendar(&Stretch::whole(view, &Warp::default()), view.seconds_per_px(), measure)
}

/// The finest units whose names have room where a pixel is so many seconds, and the larger ones
/// above them.
pub(super) fn calendar(stretch: &Stretch<'_>, seconds_per_px: f64, measure: Measure<'_>) -> Axis {
    let before_era = stretch.times.0.civil().year < 1;
    let room = |step: Step| step.shortest_s() as f64 / seconds_per_px;
    let narrowest = |level: &Level| {
        let format = level.formats.last().copied().unwrap_or(Format::Year);
        f64::from(widest(format, before_era, measure))
    };
    let fits = |level: &&Level| {
        let room = room(level.step);
        room >= NARROWEST_PX && room >= narrowest(level)
    };
    let Some(level) = LEVELS.iter().find(fits).or(LEVELS.last()) else {
        return Axis::default();
    };
    let format = level
        .formats
        .iter()
        .copied()
        .find(|&format| f64::from(widest(format, before_era, measure)) <= room(level.step))
        .or(level.formats.last().copied())
        .unwrap_or(Format::Year);
    let above = Stretch { px: (stretch.px.0, stretch.upper_to), ..*stretch };
    let upper = units(&above, level.above, level.above_formats, Weight::Medium, measure);
    let lower = units(stretch, level.step, &[format], Weight::Regular, measure);
    Axis { upper, lower }
}

fn units(
    stretch: &Stretch<'_>,
    step: Step,
    formats: &[Format],
    weight: Weight,
    measure: Measure<'_>,
) -> Vec<Unit> {
    let (mut start, last) = (step.floor(stretch.times.0), stretch.times.1);
    let (first_px, last_px) = stretch.px;
    let width = stretch.view.width_px();
    let mut units = Vec::new();
    while start <= last && start < Moment::MAX {
        let end = step.next(start);
        // A gap cuts units off; the edges of the view do not.
        let (mut left, mut right) = (stretch.x(start), stretch.x(end).min(width * 4.0));
        if first_px > 0.0 {
            left = left.max(first_px);
        }
        if last_px < width {
            right = if end >= last { last_px } else { right };
        }
        let (from, to) = (left.max(first_px), right.min(last_px));
        let fitting = formats
            .iter()
            .map(|&format| name(format, start, end))
            .find(|name| measure(name, AXIS_TEXT_PX, weight) + LABEL_GAP_PX / 2.0 <= to - from);
        let label = fitting.unwrap_or_default();
        let label_x = from + LABEL_GAP_PX / 2.0;
        if right > left {
            let (start, end) = stretch.warp.places((start, end));
            units.push(Unit { start, end, left, right, label, label_x });
        }
        start = end;
    }
    units
}

/// The room that the widest name of a format takes.
fn widest(format: Format, before_era: bool, measure: Measure<'_>) -> f32 {
    let example = match format {
        Format::Clock => "00:00",
        Format::WeekdayDay => "Wed 30",
        Format::Day => "30",
        Format::Month => "September",
        Format::ShortMonth => "Sept",
        Format::MonthLetter => "M",
        Format::Quarter => "Q4",
        _ if before_era => "8888 BCE",
        _ => "8888",
    };
    measure(example, AXIS_TEXT_PX, Weight::Regular) + LABEL_GAP_PX
}

fn name(format: Format, start: Moment, end: Moment) -> String {
    let civil = start.civil();
    let month = MONTHS[civil.month as usize - 1];
    let short = &month[..3];
    let year = year_name(civil.year);
    let day = civil.day;
    match format {
        Format::Clock => format!("{:02}:{:02}", civil.hour, civil.minute),
        Format::WeekdayDay => format!("{} {day}", weekday(start)),
        Format::Day => day.to_string(),
        Format::FullDay => format!("{} {day} {month} {year}", weekday(start)),
        Format::DayMonthYear => format!("{day} {short} {year}"),
        Format::DayMonth => format!("{day} {short}"),
        Format::Month => month.to_owned(),
        Format::ShortMonth => short.to_owned(),
        Format::MonthLetter => month[..1].to_owned(),
        Format::MonthYear => format!("{month} {year}"),
        Format::ShortMonthYear => format!("{short} {year}"),
        Format::Quarter => format!("Q{}", civil.month.div_ceil(3)),
        Format::Year => year,
        Format::Decade if civil.year >= 10 => format!("{year}s"),
        Format::Decade | Format::Years => years_name(civil.year, end.civil().year - 1),
        Format::Era if civil.year < 1 => "Before the Common Era".to_owned(),
        Format::Era => "Common Era".to_owned(),
        Format::ShortEra if civil.year < 1 => "BCE".to_owned(),
        Format::ShortEra => "CE".to_owned(),
    }
}

fn year_name(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BCE", 1 - year) }
}

fn years_name(first: i32, last: i32) -> String {
    if last > 0 { format!("{first}–{last}") } else { format!("{}–{} BCE", 1 - first, 1 - last) }
}

fn weekday(moment: Moment) -> &'static str {
    match moment.weekday() {
        Weekday::Mon => "Mon",
        Weekday::Tue => "Tue",
        Weekday::Wed => "Wed",
        Weekday::Thu => "Thu",
        Weekday::Fri => "Fri",
        Weekday::Sat => "Sat",
        Weekday::Sun => "Sun",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::scene::measure;
    use crate::timeline::Extent;

    fn view(start: &str, end: &str, width_px: f32) -> View {
        let [start, end] = [start, end].map(|date| date.parse::<Moment>().expect("a date"));
        View::all(Extent::new(start, end), width_px).exactly(start, end)
    }

    /// The first labels of both rows.
    fn labels(start: &str, end: &str) -> (Vec<String>, Vec<String>) {
        let axis = axis(&view(start, end, 1000.0), &measure);
        let some = |units: Vec<Unit>| {
            units.into_iter().map(|unit| unit.label).filter(|l| !l.is_empty()).take(3).collect()
        };
        (some(axis.upper), some(axis.lower))
    }

    fn strings(labels: &[&str]) -> Vec<String> {
        labels.iter().map(|&label| label.to_owned()).collect()
    }

    #[test]
    fn the_axis_counts_in_what_fits_from_minutes_to_millennia() {
        let check = |start: &str, end: &str, upper: &[&str], lower: &[&str]| {
            assert_eq!(labels(start, end), (strings(upper), strings(lower)), "{start} to {end}");
        };
        check(
            "2022-03-07T14:00",
            "2022-03-07T14:10",
            &["Mon 7 March 2022"],
            &["14:00", "14:01", "14:02"],
        );
        check(
            "2022-03-07",
            "2022-03-09",
            &["Mon 7 March 2022", "Tue 8 March 2022"],
            &["00:00", "03:00", "06:00"],
        );
        check("2022-03-07", "2022-03-21", &["March 2022"], &["Mon 7", "Tue 8", "Wed 9"]);
        check("2022-03-01", "2022-04-05", &["March 2022", "April 2022"], &["1", "2", "3"]);
        check("2021-10", "2023-05", &["2021", "2022", "2023"], &["Oct", "Nov", "Dec"]);
        check("2019", "2022", &["2019", "2020", "2021"], &["J", "F", "M"]);
        check("2005", "2020", &["2000s", "2010s"], &["2005", "2006", "2007"]);
        check("1900", "2000", &["1900s", "1910s", "1920s"], &["1900", "1905", "1910"]);
        check(
            "-0200",
            "0200",
            &["200–101 BCE", "100–1 BCE", "1–99"],
            &["200 BCE", "150 BCE", "100 BCE"],
        );
        check(
            "-5000",
            "2000",
            &["5000–4001 BCE", "4000–3001 BCE", "3000–2001 BCE"],
            &["5000 BCE", "4500 BCE", "4000 BCE"],
        );
    }

    #[test]
    fn the_larger_unit_stays_in_view() {
        let axis = axis(&view("2022-03-20", "2022-03-27", 1000.0), &measure);
        assert_eq!(axis.upper[0].label, "March 2022");
        assert!((0.0..20.0).contains(&axis.upper[0].label_x));
        assert!(axis.upper[0].left < 0.0);
    }

    proptest! {
        #[test]
        fn labels_never_overlap_and_rows_are_never_empty(
            year in -9000_i32..9000,
            seconds in 60_f64..3e11,
            width in 200_f32..4000.0,
        ) {
            let start = Moment::from_ymd(year, 5, 17).expect("a date");
            let end = start.plus_seconds(seconds as i64);
            let view = View::all(Extent::new(start, end), width).exactly(start, end);
            let axis = axis(&view, &measure);
            for (row, weight) in [(&axis.upper, Weight::Medium), (&axis.lower, Weight::Regular)] {
                prop_assert!(!row.is_empty());
                prop_assert!(row.len() < 500, "{} units", row.len());
                let mut free_from = f32::MIN;
                for unit in row.iter().filter(|unit| !unit.label.is_empty()) {
                    prop_assert!(unit.label_x >= free_from, "{:?}", unit);
                    free_from = unit.label_x + measure(&unit.label, AXIS_TEXT_PX, weight);
                    prop_assert!(free_from <= unit.right + 0.5);
                }
            }
            prop_assert!(axis.lower.iter().any(|unit| !unit.label.is_empty()) || width < 260.0);
        }
    }
}
