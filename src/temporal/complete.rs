//! Calendar times: the fields that the words state, and the rest from the reference.

use super::calendar::{Calendar, Field};
use super::expression::Expression;
use super::fields::Fields;
use super::numeric::in_fitting_order;
use super::outcome::{Anchor, From, Outcome};
use super::placed::Placed;
use super::resolve::{AHEAD, Resolver};
use super::stated::{otherwise, stated, with_clock};
use super::tense::SAID;
use super::weekday::{day_of_month, fits_weekday};
use crate::event::Operation;
use crate::language::{Setting, Slot, holiday_year};
use crate::time::{Granularity, Moment};

/// Earlier decades are not called by their tens alone.
const FIRST_NAMED_DECADE: i32 = 1750;

/// How far back a narrative may step before a month without a year is the next year's.
const BACK_MONTHS: i64 = 4;

impl Resolver<'_> {
    /// A calendar time from the fields captured.
    pub(super) fn date(&self, expression: &Expression, joined: Option<&Outcome>) -> Outcome {
        let fields = &expression.fields;
        if fields.has(Slot::Amount) && fields.has(Slot::Unit) && fields.has(Slot::Direction) {
            return self.away_from_named(expression, joined);
        }
        let own = || stated(fields, None).and_then(|calendar| calendar.interval());
        if let Some(day) = self.called(fields).filter(|day| own() != Some(day.interval)) {
            let from = From::Narrative(day);
            let calendar = Calendar::day(day.interval.anchor());
            return Placed::new(calendar, from, Operation::AsWritten).outcome(fields);
        }
        if let Some(outcome) = self.in_counted_year(fields).or_else(|| self.quarter_of(fields)) {
            return outcome;
        }
        let year = self.stated_year(fields, joined);
        let placed = match year {
            Some(year) => match stated(fields, Some(year)) {
                Some(calendar) => Placed::new(calendar, From::Calendar, Operation::AsWritten)
                    .or(otherwise(fields, year), Operation::AsWritten),
                None => self.no_date(expression),
            },
            None if fields.has(Slot::Weekday) && !fields.has_any(&[Slot::Day]) => {
                self.weekday(expression, joined)
            }
            None if stated(fields, Some(2000)).is_some() => self.completed(expression, joined),
            None => self.no_date(expression),
        };
        // "The week of 3 May", "Easter week".
        let week =
            fields.unit() == Some(Granularity::Week) && fields.has_any(&[Slot::Day, Slot::Holiday]);
        if week { placed.holding(Granularity::Week) } else { placed }.outcome(fields)
    }

    /// "June last year", "October of that year": the year is counted, the rest is stated.
    fn in_counted_year(&self, fields: &Fields) -> Option<Outcome> {
        if fields.unit() != Some(Granularity::Year) || !fields.has(Slot::Direction) {
            return None;
        }
        let direction = fields.get(Slot::Direction).unwrap_or(0);
        let anchored = self.is_anchored(fields) == Some(true);
        let operation = Operation::Completed { unit: Granularity::Year };
        let that = (anchored && direction == 0).then(|| self.named()).flatten();
        let Some((anchor, from)) = that.or_else(|| self.start(anchored, Granularity::Year)) else {
            let calendar = stated(fields, None)?;
            return Some(Outcome::calendar(calendar, fields.modifier(), From::Missing, operation));
        };
        let year = anchor.interval.anchor().civil().year + direction;
        let calendar = with_clock(stated(fields, Some(year))?, fields);
        Some(Outcome::calendar(calendar, fields.modifier(), from, operation))
    }

    /// "The 1988 quarter": the same quarter as the last one named, of the year stated.
    fn quarter_of(&self, fields: &Fields) -> Option<Outcome> {
        let year = fields.get(Slot::Year)?;
        if fields.unit() != Some(Granularity::Quarter) || fields.has(Slot::Quarter) {
            return None;
        }
        let field = match self.quarter {
            Some(anchor) => {
                let month = anchor.interval.anchor().civil().month as i32;
                Field::Quarter(Some((month + 2) / 3))
            }
            None => Field::Year,
        };
        let calendar = Calendar::new(Some(year), field);
        let operation = Operation::Completed { unit: Granularity::Quarter };
        let from = self.quarter.map_or(From::Calendar, From::Narrative);
        // It is only compared with: what is told goes on in the quarter before.
        let outcome = Outcome::calendar(calendar, fields.modifier(), from, operation);
        Some(Outcome { moves: false, ..outcome })
    }

    /// Whether the last time named is before the common era: "in 499 BC ... in 449".
    fn tells_of_bce(&self) -> bool {
        self.told().is_some_and(|anchor| anchor.interval.anchor().civil().year <= 0)
    }

    /// The year as far as the words say it.
    fn stated_year(&self, fields: &Fields, joined: Option<&Outcome>) -> Option<i32> {
        let bce = fields.get(Slot::Era) == Some(0);
        if let Some(year) = fields.get(Slot::Holiday).and_then(holiday_year) {
            return Some(year);
        }
        if let (Some(first), Some(year)) = (fields.get(Slot::EraYear), fields.get(Slot::Year)) {
            return Some(first + year - 1);
        }
        if let Some(year) = fields.get(Slot::Year) {
            let bare = !fields.has(Slot::Era) && year < 1000;
            let told_bce = bare && !self.first_century && self.tells_of_bce();
            return Some(if bce || told_bce { 1 - year } else { year });
        }
        let (century, decade) = (fields.get(Slot::Century), fields.get(Slot::Decade));
        if let (Some(century), Some(decade @ 0..100), false) = (century, decade, bce) {
            return Some((century - 1) * 100 + decade);
        }
        if let (Some(Granularity::Millennium), Some(nth)) =
            (fields.unit(), fields.get(Slot::Ordinal))
        {
            // Any year of it will do.
            return Some(if bce { 500 - nth * 1000 } else { nth * 1000 - 500 });
        }
        if let (Some(century), None) = (century, decade) {
            // Any year of it will do; before the era they are counted backwards.
            return Some(if bce { 50 - century * 100 } else { century * 100 - 50 });
        }
        if let Some(decade) = decade {
            return Some(match decade {
                _ if bce => -4 - decade,
                _ if self.first_century => decade,
                100.. => decade,
                _ => self.past_decade(decade),
            });
        }
        let short = fields.get(Slot::ShortYear)?;
        if self.first_century {
            return Some(short);
        }
        Some(self.near_century(short, joined))
    }

    /// The decade of that name that is nearest to a story of modern times, which may speak of
    /// what came later; elsewhere the last one that had well begun: in 2021 "the '20s" are the
    /// 1920s, in 1998 "the nineties" the 1990s.
    fn past_decade(&self, decade: i32) -> i32 {
        let year = |anchor: Anchor| anchor.interval.anchor().civil().year;
        let document = || self.here().map(|(anchor, _)| year(anchor));
        let reference = match self.completing() {
            Some((anchor, From::Narrative(_) | From::Section(_)))
                if year(anchor) >= FIRST_NAMED_DECADE =>
            {
                let after = year(anchor) + (decade - year(anchor)).rem_euclid(100);
                return if after - year(anchor) <= 50 { after } else { after - 100 };
            }
            _ => document().unwrap_or(2020),
        };
        let last = (reference - DECADE_BEGUN).div_euclid(10) * 10;
        last - (last - decade).rem_euclid(100)
    }

    /// The year of two digits that is nearest to the reference, and at most a little after it.
    fn near_century(&self, short: i32, joined: Option<&Outcome>) -> i32 {
        let before = joined.and_then(|outcome| outcome.interval).map(|interval| interval.anchor());
        if let Some(before) = before {
            let start = before.civil().year;
            // A range goes on; what is listed may lie before.
            let earliest = if self.ends_range { start } else { start - 50 };
            return earliest + (short - earliest).rem_euclid(100);
        }
        let reference = self
            .completing()
            .map(|(anchor, _)| anchor.interval.anchor())
            .or_else(|| self.here().map(|(anchor, _)| anchor.interval.anchor()));
        let year = reference.map_or(2029, |moment| moment.civil().year + 10);
        year - (year - short).rem_euclid(100)
    }

    /// Whether a day goes on from another one that its sentence named before, and so comes after
    /// it: "signed on 1 March 1845, and on 29 December admitted". In the news one of the sentence
    /// before counts, and months do.
    fn goes_on_from(&self, expression: &Expression, anchor: Anchor) -> bool {
        let day = expression.fields.has_any(&[Slot::Day, Slot::Holiday]);
        let before = anchor.interval;
        !expression.bracketed
            && self.spoken.is_some_and(|(sentence, spoken)| {
                // "entered the village, where they had been held since 5 March"
                let told = sentence == self.sentence && day && expression.aside.is_none();
                spoken.interval == before && (told || self.mode == Setting::News)
            })
    }

    /// Whether a range over the turn of the year, which the story would reach in `year` only
    /// after a while, began the year before and goes on into the time told of.
    fn began_before(
        range: &Expression,
        year: i32,
        at: Moment,
        start: &impl Fn(i32) -> Option<Moment>,
    ) -> bool {
        if range.reach == 0 {
            return false;
        }
        let end = |start: Moment| start.plus(i64::from(range.reach), Granularity::Day);
        let far = at.plus(BACK_MONTHS, Granularity::Month);
        let earliest = at.plus(-BACK_MONTHS, Granularity::Month);
        start(year).is_some_and(|start| start > far && end(start).civil().year > start.civil().year)
            && start(year - 1).is_some_and(|start| end(start) >= earliest)
    }

    /// "left on 23 November, and resigned on 9 January 1957": whether a day lies behind the next one that
    /// its sentence states, and the same day of the year before is nearer to the story's time.
    fn leads_to(&self, at: Moment, year: i32, start: &impl Fn(i32) -> Option<Moment>) -> bool {
        let Some(until) = self.until() else { return false };
        let (Some(day), Some(other)) = (start(year), start(year - 1)) else { return false };
        day > until && other <= until && (other - at).abs() < (day - at).abs()
    }

    /// "He came in January 1867. In November he left, and in January 1868": whether a day lies before the story's time,
    /// and the same day of the year after between that and the next one that its sentence states.
    fn leads_on_to(&self, at: Moment, year: i32, start: &impl Fn(i32) -> Option<Moment>) -> bool {
        let Some(until) = self.until() else { return false };
        let (Some(day), Some(other)) = (start(year), start(year + 1)) else { return false };
        day < at && at < other && other <= until
    }

    /// A date without a year.
    fn completed(&self, expression: &Expression, joined: Option<&Outcome>) -> Placed {
        let fields = &expression.fields;
        let ahead = self.until.filter(|_| fields.get(Slot::Anchor) == Some(AHEAD));
        if let Some(calendar) = ahead.and_then(|(year, _)| stated(fields, Some(year))) {
            let operation = Operation::Completed { unit: Granularity::Year };
            return Placed::new(calendar, From::Calendar, operation);
        }
        let before = joined.filter(|outcome| outcome.interval.is_some());
        let reference = match before {
            Some(outcome) => outcome.interval.map(|interval| {
                let anchor =
                    Anchor { span: expression.span, interval, granularity: outcome.granularity };
                (anchor, outcome.from)
            }),
            None if self.is_anchored(fields) == Some(true) => self.start(true, Granularity::Month),
            // "Last March" is counted from the document's day in a story too, where that is known.
            None if fields.get(Slot::Direction) == Some(-1) && self.document.is_some() => {
                self.here()
            }
            None => self.far_past(expression).or_else(|| self.completing()),
        };
        let Some((anchor, from)) = reference else {
            let open = stated(fields, None).unwrap_or(Calendar::unknown(Granularity::Day));
            let operation = Operation::Completed { unit: Granularity::Year };
            return Placed::new(open, From::Missing, operation);
        };
        // The day alone: "on the 23rd" is of the reference's month.
        if fields.has(Slot::Day) && !fields.has(Slot::Month) {
            let tense = before.is_none().then_some(expression.tense);
            let placed = day_of_month(fields, anchor, from, tense);
            let others = before.map_or(&[][..], |before| &before.alternatives);
            return others.iter().fold(placed, |placed, other| {
                let month = other.interval.anchor().civil();
                let day = fields.get(Slot::Day);
                let field = Field::Day { month: Some(month.month as i32), day };
                placed.or(Some(Calendar::new(Some(month.year), field)), other.operation.clone())
            });
        }
        let at = anchor.interval.anchor();
        let expression = &Expression { fields: in_fitting_order(fields, at), ..*expression };
        let fields = &expression.fields;
        let year = at.civil().year;
        let start = |year: i32| {
            let calendar = stated(fields, Some(year))?;
            calendar.interval().map(|interval| interval.anchor())
        };
        let direction = fields.get(Slot::Direction);
        let opening = self
            .opening_year(expression)
            .filter(|_| self.mode == Setting::News && before.is_none() && direction.is_none());
        if let Some(calendar) = opening.and_then(|year| stated(fields, Some(year))) {
            let operation = Operation::Completed { unit: Granularity::Year };
            return Placed::new(calendar, from, operation);
        }
        let in_story = self.mode == Setting::Narrative || matches!(from, From::Narrative(_));
        let told = before.is_some() || in_story && direction.is_none();
        let (year, operation) = if told {
            let goes_on = before.is_some() || self.goes_on_from(expression, anchor);
            let after = following(year, at, anchor.granularity, start, goes_on);
            let before = Self::began_before(expression, after, at, &start)
                || before.is_none() && self.leads_to(at, after, &start);
            let onward = self.leads_on_to(at, after, &start);
            let year = after + i32::from(onward) - i32::from(before);
            (year, Operation::Completed { unit: Granularity::Year })
        } else {
            match direction {
                Some(direction) => {
                    // "In 1856 he lost, and left the following March": the year named is over then.
                    let coarse = direction > 0 && anchor.granularity <= Granularity::Year;
                    let at =
                        if coarse { anchor.interval.latest_end().plus_seconds(-1) } else { at };
                    directed(year, at, direction, fields, start)
                }
                None => by_tense(year, at, expression),
            }
        };
        let calendar = stated(fields, Some(year)).unwrap_or(Calendar::unknown(Granularity::Day));
        let placed =
            Placed::new(calendar, from, operation).or(otherwise(fields, year), Operation::Nearest);
        if let Some(before) = before {
            return placed.or_beside(before, fields, anchor.granularity);
        }
        if told || direction.is_some() || expression.tense != 0 {
            return placed;
        }
        // Nothing says whether it is past or to come.
        let ahead = start(year).is_some_and(|start| start > at);
        let (other, operation) =
            if ahead { (year - 1, Operation::Previous) } else { (year + 1, Operation::Next) };
        placed.or(stated(fields, Some(other)), operation)
    }
}

/// How many years of a decade must have passed for its name to mean it, not the one a century
/// before.
const DECADE_BEGUN: i32 = 3;

/// The year of a date in a narrative: near the reference, rather after than before it.
pub(super) fn following(
    year: i32,
    at: Moment,
    precision: Granularity,
    start: impl Fn(i32) -> Option<Moment>,
    directly: bool,
) -> i32 {
    if precision <= Granularity::Year {
        return year;
    }
    let back = if directly { 0 } else { BACK_MONTHS };
    let earliest = at.floor(Granularity::Month).plus(-back, Granularity::Month);
    (year - 1..=year + 1)
        .find(|&year| start(year).is_some_and(|start| start >= earliest))
        .unwrap_or(year)
}

/// The year of "last May", "this summer", "next January", "the March after next".
fn directed(
    year: i32,
    at: Moment,
    direction: i32,
    fields: &Fields,
    start: impl Fn(i32) -> Option<Moment>,
) -> (i32, Operation) {
    let holds = |year: i32| {
        stated(fields, Some(year))
            .and_then(|calendar| calendar.interval())
            .is_some_and(|interval| interval.earliest_start() <= at && at < interval.latest_end())
    };
    let started = |year: i32| start(year).is_some_and(|start| start <= at);
    match direction {
        ..=-1 => {
            let last = (year - 2..=year).rev().find(|&year| started(year) && !holds(year));
            (last.unwrap_or(year - 1) + direction + 1, Operation::Previous)
        }
        1.. => {
            let next = (year - 1..=year + 1).find(|&year| !started(year));
            (next.unwrap_or(year + 1) + direction - 1, Operation::Next)
        }
        _ => {
            let this = (year - 1..=year).find(|&year| holds(year)).unwrap_or(year);
            (this, Operation::Nearest)
        }
    }
}

/// How much farther a date may lie in the direction that the tense speaks for.
pub(super) const TENSE_WEIGHT: i64 = 5;

/// The same where the tense is the past: what is told lies a year back rather than six days ahead.
const PAST_WEIGHT: i64 = 60;

/// The same where only a verb of saying is in the past: "announced a cut in December" may lie two
/// months ahead.
const SAID_WEIGHT: i64 = 7;

/// The same where the verb stands directly beside the date: "held in December" is over.
const TOLD_WEIGHT: i64 = 100;

/// The year of a date without one in the news: the nearest, with a bias to the side that the
/// tense speaks for.
fn by_tense(year: i32, at: Moment, expression: &Expression) -> (i32, Operation) {
    let (fields, tense) = (&expression.fields, expression.tense);
    let distance = |year: i32| {
        let interval = stated(fields, Some(year)).and_then(|calendar| calendar.interval())?;
        let end = interval.latest_end().plus(i64::from(expression.reach), Granularity::Day);
        let (ahead, back) = (interval.earliest_start() - at, at - end);
        let weight = match tense {
            _ if !fits_weekday(fields, interval) => WRONG_WEEKDAY,
            ..=-1 if ahead > 0 && expression.told => TOLD_WEIGHT,
            1 if back > 0 && expression.told => TOLD_WEIGHT,
            SAID if ahead > 0 => SAID_WEIGHT,
            -1 if ahead > 0 => PAST_WEIGHT,
            1 if back > 0 => TENSE_WEIGHT,
            0 if ahead > 0 => 2,
            _ => 1,
        };
        Some(ahead.max(back).max(0) * weight)
    };
    let nearest = (year - 1..=year + 1)
        .filter_map(|year| Some((distance(year)?, year)))
        .min_by_key(|&(distance, year)| (distance, -year));
    let found = nearest.map_or(year, |(_, year)| year);
    let operation = match tense {
        1 => Operation::Next,
        0 => Operation::Nearest,
        _ => Operation::Previous,
    };
    (found, operation)
}

/// How much farther a date may lie that falls on the day of the week that is named.
const WRONG_WEEKDAY: i64 = 50;
