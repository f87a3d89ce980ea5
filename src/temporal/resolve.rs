//! Resolving: each expression in text order, against the references that the text has built up.

use super::calendar::{Calendar, Clock};
use super::duration::{added_up, duration_value, set_value};
use super::expression::{Expression, Joined};
use super::fields::{Fields, ONE, VAGUE};
use super::outcome::{Anchor, From, Outcome};
use super::relative::away_from;
use super::setting::{has_entries, is_chronicle, is_early, is_of_first_century, mode};
use super::stated::stated;
use super::{Span, Tagged};
use crate::document::{DateCandidate, Message};
use crate::event::Operation;
use crate::language::{Gives, QUANTS, REFERENCES, Setting, Slot, Texts, holiday_year};
use crate::time::{Granularity, Moment, TimexType};

/// The weekday of a weekend, beside 1 to 7.
pub(super) const WEEKEND: i32 = 67;

/// The references at one place of a text.
#[expect(clippy::struct_excessive_bools, reason = "what a text is like is told in several ways")]
pub(super) struct Resolver<'a> {
    pub(super) document: Option<&'a DateCandidate>,
    pub(super) mode: Setting,
    /// Whether the text is made of dated entries: a diary, minutes, a log.
    pub(super) entries: bool,
    /// Whether its lines open with one year after the other.
    chronicle: bool,
    early: bool,
    /// Whether it tells of the first century, whose years have two digits.
    pub(super) first_century: bool,
    /// The last time named.
    pub(super) narrative: Option<Anchor>,
    /// The last time named to the day or finer.
    pub(super) day: Option<Anchor>,
    /// What the news told of before the planned times that it named last: the last time named, and
    /// the last day.
    pub(super) told_before: Option<(Option<Anchor>, Option<Anchor>)>,
    /// What a story told of before it looked back at an earlier year, and in which block.
    pub(super) looked_back: Option<(u32, Anchor)>,
    /// The last year that a sentence opened with, and that sentence.
    pub(super) opening: Option<(u32, i32)>,
    /// The last clock time that opened a block.
    pub(super) logged: Option<Anchor>,
    /// The last quarter named.
    pub(super) quarter: Option<Anchor>,
    /// Whether a report has turned from its quarter to longer periods.
    pub(super) longer: bool,
    /// The heading's time that the section stands under.
    pub(super) section: Option<Anchor>,
    /// The last day that was named, and in which sentence.
    pub(super) spoken: Option<(u32, Anchor)>,
    /// The first sentence of its block.
    pub(super) spoken_in: u32,
    /// The last sentence whose days are several: a list of them, or a recurrence.
    pub(super) several: Option<u32>,
    /// The last time named, in passing or not.
    pub(super) named: Option<(u32, Anchor)>,
    /// The days that the text calls by names that only one day has, by their rules: "D-Day".
    called: Vec<(i32, Anchor)>,
    /// A time that a clause names beside the story, with the part of the sentence that it is in and the
    /// byte at which the clause ends.
    pub(super) aside: Option<(u32, u32, Anchor)>,
    /// Another year that a sentence names beside the story, and that sentence.
    pub(super) beside: Option<(u32, Anchor)>,
    /// The sentence that is being resolved.
    pub(super) sentence: u32,
    /// The part of it.
    pub(super) part: u32,
    /// The byte at which what is being resolved starts.
    pub(super) at: u32,
    /// The next year that the sentence states, with all that it states there.
    pub(super) until: Option<(i32, &'a Fields)>,
    /// Whether what is being resolved ends a range.
    pub(super) ends_range: bool,
    /// Where the last range started, and its end.
    pub(super) ended: Option<(Span, Anchor)>,
}

/// Resolves the first expressions, `count` of them, in text order; `None` for what does not count in
/// a text of this kind.
pub(super) fn resolve<'a>(
    tagged: &'a Tagged,
    document: Option<&'a DateCandidate>,
    count: usize,
) -> Vec<Option<Outcome>> {
    let expressions = &tagged.expressions;
    let messages = &tagged.messages;
    let dated = document.or_else(|| messages.first().map(|message| &message.date));
    let start = |document| Resolver {
        document,
        mode: mode(expressions, dated),
        entries: has_entries(expressions) && messages.is_empty(),
        chronicle: is_chronicle(expressions),
        early: is_early(expressions),
        first_century: is_of_first_century(expressions),
        narrative: None,
        day: None,
        told_before: None,
        looked_back: None,
        opening: None,
        logged: None,
        quarter: None,
        longer: false,
        section: None,
        spoken: None,
        spoken_in: 0,
        several: None,
        named: None,
        called: Vec::new(),
        aside: None,
        beside: None,
        sentence: 0,
        part: 0,
        at: 0,
        until: None,
        ends_range: false,
        ended: None,
    };
    let ahead = years_ahead(expressions);
    let mut out: Vec<Option<Outcome>> = Vec::with_capacity(count);
    let mut resolver = start(document);
    let mut message = None;
    for (index, expression) in expressions.iter().enumerate().take(count) {
        // Another message of a chain speaks of another day, and goes on from nothing.
        let here = Message::at(messages, expression.span.start);
        if here != message {
            message = here;
            resolver = start(Message::date_at(messages, expression.span.start, document));
        }
        let before = out.last().map(|outcome| (&expressions[index - 1], outcome.as_ref()));
        let outcome = resolver.next(expression, before, ahead[index]);
        out.push(outcome);
    }
    out
}

/// What a time is anchored to whose year the sentence states next: "the Easter parade of 1970".
pub(super) const AHEAD: i32 = 3;

/// A year that the text states.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ahead<'a> {
    pub(super) year: i32,
    /// Whether a paragraph opens with it.
    pub(super) opens: bool,
    /// The sentence that states it, and all that is stated there.
    sentence: u32,
    fields: &'a Fields,
}

/// For each expression, the next year that the text states behind it.
fn years_ahead(expressions: &[Expression]) -> Vec<Option<Ahead<'_>>> {
    let mut next = None;
    let mut years: Vec<Option<Ahead<'_>>> = expressions
        .iter()
        .rev()
        .map(|expression| {
            let ahead = next;
            let fields = &expression.fields;
            if expression.gives == Gives::Date
                && !expression.bracketed
                && expression.aside_end == u32::MAX
            {
                let bce = fields.get(Slot::Era) == Some(0);
                let year = fields.get(Slot::Year).map(|year| if bce { 1 - year } else { year });
                let stated = year.map(|year| Ahead {
                    year,
                    opens: expression.opening.is_some_and(|opening| opening.block),
                    sentence: expression.sentence,
                    fields,
                });
                next = stated.or(next);
            }
            ahead
        })
        .collect();
    years.reverse();
    years
}

impl<'a> Resolver<'a> {
    /// The start of the day or month that the sentence states with the next year.
    pub(super) fn until(&self) -> Option<Moment> {
        let (year, fields) = self.until?;
        let fine = fields.has_any(&[Slot::Day, Slot::Month]);
        let day = fine.then(|| stated(fields, Some(year))).flatten()?;
        day.interval().map(|day| day.anchor())
    }

    /// Whether an expression counts in a text of this kind.
    fn counts(&self, expression: &Expression) -> bool {
        match expression.texts {
            None | Some(Texts::Log) => true,
            Some(Texts::Of(kind)) => kind == self.mode,
            Some(Texts::Chronicle) => self.chronicle,
            Some(Texts::Early) => self.early,
            Some(Texts::FirstCentury) => self.first_century,
        }
    }

    /// The outcome of one expression, given the one before it and the next year that the text
    /// states behind it.
    fn next(
        &mut self,
        expression: &Expression,
        before: Option<(&Expression, Option<&Outcome>)>,
        ahead: Option<Ahead<'a>>,
    ) -> Option<Outcome> {
        if !self.counts(expression) {
            return None;
        }
        let joined = before
            .filter(|(before, _)| matches!(before.joined, Joined::Range | Joined::List))
            .and_then(|(_, outcome)| outcome);
        // "D+3" counts from a day that the text has spoken of.
        let counted = expression.fields.get(Slot::Anchor) == Some(1);
        if counted
            && once(&expression.fields).is_some()
            && self.called(&expression.fields).is_none()
        {
            return None;
        }
        self.sentence = expression.sentence;
        self.part = expression.part;
        self.at = expression.span.start;
        self.until = ahead
            .filter(|ahead| ahead.sentence == self.sentence)
            .map(|ahead| (ahead.year, ahead.fields));
        self.ends_range = before.is_some_and(|(before, _)| before.joined == Joined::Range);
        self.go_back(expression);
        self.take_up(expression);
        let outcome = self.outcome(expression, joined);
        self.turn(expression, &outcome);
        self.log(expression, &outcome);
        if outcome.kind == TimexType::Set {
            self.several = Some(self.sentence);
        } else if outcome.interval.is_some() && outcome.granularity == Granularity::Day {
            let of_days = |before: &&Outcome| before.granularity == Granularity::Day;
            self.several = joined.filter(of_days).map(|_| self.sentence);
        }
        self.call(expression, &outcome, before.map(|(before, _)| before));
        // A story goes on from the start of a range, "three days earlier" than the occupation, but
        // "two days later" than its end.
        match (before, outcome.interval) {
            (Some((first, _)), Some(interval)) if self.ends_range => {
                let (span, granularity) = (expression.span, outcome.granularity);
                self.ended = Some((first.span, Anchor { span, interval, granularity }));
            }
            _ => self.advance(expression, &outcome, ahead),
        }
        Some(outcome)
    }

    /// Remembers the day that has a name of its own, or the date that explains such a name:
    /// "D-Day, 10 July 1943".
    fn call(&mut self, expression: &Expression, outcome: &Outcome, before: Option<&Expression>) {
        let Some(interval) = outcome.interval.filter(|_| outcome.granularity == Granularity::Day)
        else {
            return;
        };
        let explained = before
            .filter(|before| before.sentence == expression.sentence && !self.ends_range)
            .filter(|_| expression.fields.has(Slot::Year))
            .and_then(name);
        let Some(rule) = name(expression).or(explained) else { return };
        self.called.retain(|(known, _)| *known != rule);
        let anchor = Anchor { span: expression.span, interval, granularity: outcome.granularity };
        self.called.push((rule, anchor));
    }

    /// The day that the text has called by the name that the fields have.
    pub(super) fn called(&self, fields: &Fields) -> Option<Anchor> {
        let rule = once(fields)?;
        self.called.iter().find(|(known, _)| *known == rule).map(|(_, anchor)| *anchor)
    }

    fn outcome(&self, expression: &Expression, joined: Option<&Outcome>) -> Outcome {
        let mut outcome = self.unshifted(expression, joined);
        if let Some(offset) = expression.offset {
            outcome = away_from(&outcome, offset, &Fields::default());
        }
        if let Some(kind) = expression.kind {
            outcome.kind = kind;
        }
        outcome
    }

    /// The time that the expression's own fields name.
    fn unshifted(&self, expression: &Expression, joined: Option<&Outcome>) -> Outcome {
        let fields = &expression.fields;
        match expression.gives {
            Gives::Date | Gives::Nothing => self.date(expression, joined),
            Gives::Shift => self.shift(expression),
            Gives::Stretch => self.stretch(fields, expression.tense),
            Gives::Within => self.within(expression, joined),
            Gives::Same => self.same(expression),
            Gives::Duration => {
                let mut value =
                    duration_value(fields.get(Slot::Amount).unwrap_or(ONE), unit(fields));
                if expression.larger[0].is_some() {
                    value = added_up(&expression.larger, &value);
                }
                Outcome::open(TimexType::Duration, value, From::Calendar)
            }
            Gives::Set => Outcome::open(TimexType::Set, set_value(fields), From::Calendar),
            Gives::Reference => {
                let code = fields.get(Slot::Reference).unwrap_or(1) as usize;
                let value = REFERENCES.get(code).copied().unwrap_or("PRESENT_REF");
                Outcome::open(TimexType::Date, value.to_owned(), From::Calendar)
            }
        }
    }

    /// The day that "today" is: the document's, or that of the entry.
    pub(super) fn here(&self) -> Option<(Anchor, From)> {
        let entry = self.section.filter(|section| section.granularity >= Granularity::Day);
        if let (true, Some(entry)) = (self.entries, entry) {
            return Some((entry, From::Section(entry)));
        }
        let date = self.document?;
        let anchor = Anchor {
            span: crate::text::Span::default(),
            interval: date.interval,
            granularity: date.interval.granularity(),
        };
        Some((anchor, From::Document))
    }

    /// What a time that leaves fields out is completed from.
    pub(super) fn completing(&self) -> Option<(Anchor, From)> {
        let narrative = || {
            self.told()
                .map(|anchor| (anchor, From::Narrative(anchor)))
                .or_else(|| self.section.map(|anchor| (anchor, From::Section(anchor))))
        };
        match self.mode {
            Setting::News => self.here(),
            Setting::Narrative => narrative().or_else(|| self.here()),
        }
    }

    /// Whether the time that was named last is the document's own day, so that what is told is seen from there.
    pub(super) fn tells_of_today(&self) -> bool {
        let today = self.document.map(|date| date.interval);
        let day = today.filter(|today| today.granularity() == Granularity::Day);
        day.is_some() && self.told().map(|told| told.interval) == day
    }

    /// Where a shift starts: `anchored` says whether its words point at the text ("later") or at
    /// the document's day ("ago").
    pub(super) fn start(&self, anchored: bool, unit: Granularity) -> Option<(Anchor, From)> {
        if !anchored {
            return self.here();
        }
        let fine = if let Some(around) = self.told_around(unit).or_else(|| self.beside_day(unit)) {
            Some(around)
        } else if unit >= Granularity::Week {
            self.day.or_else(|| self.day_in_passing()).or(self.narrative)
        } else {
            self.told_in_sentence()
        };
        fine.map(|anchor| (anchor, From::Narrative(anchor)))
            .or_else(|| self.section.map(|anchor| (anchor, From::Section(anchor))))
            .or_else(|| self.here())
    }

    /// Whether the words point at the text rather than at the document's day; `None` if they do
    /// not say.
    pub(super) fn is_anchored(&self, fields: &Fields) -> Option<bool> {
        fields.get(Slot::Anchor).map(|anchor| match anchor {
            0 | AHEAD => false,
            1 => true,
            _ => self.mode == Setting::Narrative,
        })
    }

    fn same(&self, expression: &Expression) -> Outcome {
        let fields = &expression.fields;
        let unit = unit(fields);
        if unit == Granularity::Day
            && self.is_anchored(fields) == Some(true)
            && let Some(around) = self.named_around_day()
        {
            return some_day(around, fields);
        }
        let Some((anchor, from)) = self.same_start(expression, unit) else {
            let open = Calendar::unknown(unit);
            return Outcome::calendar(open, fields.modifier(), From::Missing, Operation::Same);
        };
        // "In 1600 it rained in the middle of the day": of which day is not said.
        let of_day = unit == Granularity::Day && fields.modifier().is_some();
        if of_day && anchor.granularity < Granularity::Month {
            let open = Calendar::unknown(unit);
            return Outcome::calendar(open, fields.modifier(), From::Missing, Operation::Same);
        }
        let at = anchor.interval.anchor();
        // "On the same day in 1975": of another year.
        let of_year = fields.get(Slot::Year).and_then(|year| {
            let civil = at.civil();
            Moment::from_ymd(year, civil.month, if unit < Granularity::Day { 1 } else { civil.day })
        });
        let mut calendar = Calendar::holding(
            of_year.unwrap_or(at),
            unit.min(anchor.granularity.max(Granularity::Year)),
        );
        if let Some(part) = fields.get(Slot::Part) {
            calendar = calendar.at(Clock::Part(part));
        }
        let mut outcome =
            Outcome::calendar(calendar, fields.modifier(), from, Operation::Holding { unit });
        outcome.moves = false;
        outcome
    }

    /// What "that year", "the quarter" speak of. In the news "the quarter" is the last one named,
    /// or else the last that had ended.
    fn same_start(&self, expression: &Expression, unit: Granularity) -> Option<(Anchor, From)> {
        let fields = &expression.fields;
        let anchored = self.mode == Setting::Narrative || self.is_anchored(fields) != Some(false);
        if unit != Granularity::Quarter || self.mode == Setting::Narrative {
            let start = self.start(anchored, unit);
            // "The end of the month" is none of the quarter that was named before.
            let coarse = start.is_some_and(|(anchor, _)| anchor.granularity < unit);
            // Nor is what is to come by then of a month that is over.
            let over = unit < Granularity::Day
                && expression.tense > 0
                && start.is_some_and(|(anchor, _)| self.is_over(&anchor));
            let here =
                ((coarse || over) && self.mode == Setting::News).then(|| self.here()).flatten();
            return here.or(start);
        }
        if let Some(quarter) = self.quarter {
            return Some((quarter, From::Narrative(quarter)));
        }
        let (mut anchor, from) = self.start(false, unit)?;
        let before = anchor.interval.anchor().plus(-1, Granularity::Quarter);
        anchor.interval = crate::time::Interval::unit(before, Granularity::Quarter);
        Some((anchor, from))
    }
}

/// "That day", where no more than its week, month or year is named: some day of it.
fn some_day((around, from): (Anchor, From), fields: &Fields) -> Outcome {
    let at = around.interval.anchor();
    let mut calendar = match around.granularity {
        Granularity::Week => Calendar::holding(at, Granularity::Week),
        Granularity::Month => Calendar::some_day(at.civil().year, Some(at.civil().month as i32)),
        _ => Calendar::some_day(at.civil().year, None),
    };
    if let Some(part) = fields.get(Slot::Part) {
        calendar = calendar.at(Clock::Part(part));
    }
    let operation = Operation::Holding { unit: Granularity::Day };
    let mut outcome = Outcome::calendar(calendar, fields.modifier(), from, operation);
    outcome.interval = Some(around.interval);
    outcome
}

/// The rule of a day that was only once, where the words name one.
fn once(fields: &Fields) -> Option<i32> {
    fields.get(Slot::Holiday).filter(|&rule| holiday_year(rule).is_some())
}

/// The rule of such a day where its name is all that is said.
fn name(expression: &Expression) -> Option<i32> {
    let alone = expression.gives == Gives::Date && !expression.fields.has(Slot::Amount);
    once(&expression.fields).filter(|_| alone)
}

/// The unit of an expression; a day where its pattern names none.
pub(super) fn unit(fields: &Fields) -> Granularity {
    fields.unit().unwrap_or(Granularity::Day)
}

/// The amount in thousandths; `None` where it is vague.
pub(super) fn amount(fields: &Fields) -> Option<i64> {
    match fields.get(Slot::Amount) {
        Some(VAGUE) => None,
        Some(amount) => Some(i64::from(amount)),
        None => Some(i64::from(ONE)),
    }
}

/// The `quant` of a recurrence.
pub(super) fn quant(fields: &Fields) -> Option<String> {
    let code = fields.get(Slot::Quant)?;
    QUANTS.get(code as usize).map(|name| (*name).to_owned())
}

/// The `freq` of a recurrence.
pub(super) fn freq(fields: &Fields) -> Option<String> {
    fields.get(Slot::Freq).map(|times| format!("{times}X"))
}
