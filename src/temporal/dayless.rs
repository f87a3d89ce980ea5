//! Clock times and parts of the day that no date goes with, and the day that they are of.

use super::calendar::{Calendar, Field};
use super::expression::Expression;
use super::fields::Fields;
use super::outcome::{Anchor, From};
use super::placed::Placed;
use super::resolve::Resolver;
use super::stated::clock;
use crate::event::Operation;
use crate::language::{NIGHT, Setting, Slot};
use crate::time::{Granularity, Moment};

impl Resolver<'_> {
    /// A time that no date goes with: a clock time, or a part of the day.
    pub(super) fn no_date(&self, expression: &Expression) -> Placed {
        let fields = &expression.fields;
        let direction = fields.get(Slot::Direction).unwrap_or(0);
        let operation = Operation::Holding { unit: Granularity::Day };
        let free = !fields.has(Slot::Direction);
        // "Last night" in a diary is counted from the day of its entry.
        let entry = !free && matches!(self.here(), Some((_, From::Section(_))));
        // "At noon the next day" is counted from the day that the text names.
        let told = self.is_anchored(fields);
        let anchored = told.unwrap_or(self.mode == Setting::Narrative && !entry);
        // "Daily from 9 to 5", "on the 25th and 26th at 10": of no one day.
        if free && fields.has(Slot::Hour) && self.is_of_several() {
            return Placed::new(Calendar::new(None, Field::AnyDay), From::Calendar, operation);
        }
        if let Some(anchor) = self.logged_day(expression).filter(|_| free) {
            return Placed::new(goes_on(fields, anchor), From::Narrative(anchor), operation);
        }
        if let Some(anchor) = self.spoken_day(expression).filter(|_| !anchored && free) {
            let day = anchor.interval.anchor();
            let day = if self.is_night_before(expression, day) {
                Calendar::day(day.plus(-1, Granularity::Day))
            } else {
                goes_on(fields, anchor)
            };
            return Placed::new(day, From::Narrative(anchor), operation);
        }
        // Under a heading that is a day.
        let section = self.section.filter(|section| section.granularity >= Granularity::Day);
        if let (Some(anchor), true, false) = (section, free, anchored) {
            let day = Calendar::day(anchor.interval.anchor());
            return Placed::new(day, From::Section(anchor), operation);
        }
        match self.start(anchored, Granularity::Day) {
            Some((anchor, from)) if anchor.granularity >= Granularity::Week || !anchored => {
                let before = free && self.is_night_before(expression, anchor.interval.anchor());
                let days = if before { -1 } else { i64::from(direction) };
                let day = match days {
                    0 if anchored && told.is_none() => goes_on(fields, anchor),
                    _ => Calendar::day(anchor.interval.anchor().plus(days, Granularity::Day)),
                };
                Placed::new(day, from, operation)
                    .or(Self::other_day(fields, anchor, anchored), Operation::Next)
            }
            Some((anchor, from)) => {
                let mut calendar = Calendar::holding(anchor.interval.anchor(), Granularity::Month);
                if let (Field::Month(month), true) =
                    (calendar.field, anchor.granularity == Granularity::Month)
                {
                    calendar.field = Field::Day { month, day: None };
                } else {
                    calendar.field = Field::Day { month: None, day: None };
                }
                Placed::new(calendar, from, operation)
            }
            None => Placed::new(Calendar::unknown(Granularity::Day), From::Missing, operation),
        }
    }

    /// Whether the night that a report of a day tells of is the one before it: "rockets struck
    /// overnight".
    fn is_night_before(&self, expression: &Expression, day: Moment) -> bool {
        let fields = &expression.fields;
        let night = fields.get(Slot::Part) == Some(NIGHT) && !fields.has(Slot::Hour);
        let today = || {
            let here = self.here().filter(|(_, from)| matches!(from, From::Document));
            here.is_some_and(|(here, _)| {
                here.interval.anchor().floor(Granularity::Day) == day.floor(Granularity::Day)
            })
        };
        night && self.mode == Setting::News && expression.tense < 0 && today()
    }

    /// The day after, which a clock time alone may mean: where it has passed already, and at
    /// midnight.
    fn other_day(fields: &Fields, anchor: Anchor, anchored: bool) -> Option<Calendar> {
        if anchored || fields.has(Slot::Direction) {
            return None;
        }
        let today = Calendar::day(anchor.interval.anchor());
        let at = today.at(clock(fields, fields.get(Slot::Hour)?)).interval()?;
        let now = anchor.interval.anchor();
        let passed = anchor.granularity >= Granularity::Hour && at.latest_end() <= now;
        let midnight = at.earliest_start() == at.earliest_start().floor(Granularity::Day);
        let tomorrow = Calendar::day(now.plus(1, Granularity::Day));
        (passed || midnight).then_some(tomorrow)
    }
}

/// The day of a clock time that goes on from an earlier one, or from the night that it is in:
/// "left at 11 p.m. on Monday and arrived at 5 a.m.", "in the night to Wednesday ... at 3.20".
fn goes_on(fields: &Fields, anchor: Anchor) -> Calendar {
    let first = anchor.interval.anchor();
    let day = |days| Calendar::day(first.plus(days, Granularity::Day));
    let Some(hour) = fields.get(Slot::Hour).filter(|_| anchor.granularity >= Granularity::DayPart)
    else {
        return day(0);
    };
    let at = |days| day(days).at(clock(fields, hour)).interval();
    let (Some(same), Some(next)) = (at(0), at(1)) else { return day(0) };
    let in_night = anchor.interval.overlaps(&next) && !anchor.interval.overlaps(&same);
    let in_evening = anchor.granularity >= Granularity::Hour && first.civil().hour >= EVENING;
    let in_morning = same.anchor().civil().hour < NOON;
    day(i64::from(in_night || in_evening && in_morning))
}

/// From this hour on a clock time of the morning is the next day's.
const EVENING: u32 = 18;

const NOON: u32 = 12;
