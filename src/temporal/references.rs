//! What a text has named so far, which later expressions are counted from.

use super::expression::{Aside, Expression, Joined};
use super::fields::ONE;
use super::outcome::{Anchor, From, Outcome};
use super::resolve::{Ahead, Resolver};
use super::setting::dates_entry;
use super::stated::stated;
use super::tense::SAID;
use crate::language::{Gives, Setting, Slot};
use crate::time::{Granularity, Moment, TimexType};

/// How many sentences back a day is still near that was named in passing.
const SENTENCES_BACK: u32 = 2;

/// How many sentences back the day of a clock time is named.
const CLOCK_BACK: u32 = 4;

impl Resolver<'_> {
    /// Remembers what later expressions are counted from.
    pub(super) fn advance(
        &mut self,
        expression: &Expression,
        outcome: &Outcome,
        ahead: Option<Ahead<'_>>,
    ) {
        let Some(interval) = outcome.interval.filter(|interval| !interval.is_open()) else {
            return;
        };
        if !outcome.moves || !matches!(outcome.kind, TimexType::Date | TimexType::Time) {
            return;
        }
        // "about 5 May ... the next day": counted from the day that is named.
        let interval = interval.sharp();
        let anchor = Anchor { span: expression.span, interval, granularity: outcome.granularity };
        let heading = expression.alone || self.entries && dates_entry(expression);
        if heading {
            self.section = Some(anchor);
            self.logged = None;
        }
        let reported =
            outcome.granularity == Granularity::Quarter && expression.aside != Some(Aside::Which);
        if reported && self.is_over(&anchor) {
            self.quarter = Some(anchor);
            self.longer = false;
        }
        // "The August 2 resignation" only says which one is meant.
        let which = expression.aside == Some(Aside::Which);
        // "was hit on Friday, officials said today": the day on which it was said is not told on from.
        let said = expression.tense == SAID
            && expression.told
            && self.spoken.is_some_and(|(sentence, _)| sentence == expression.sentence);
        if outcome.granularity >= Granularity::Day && !which && !said {
            self.spoken = Some((expression.sentence, anchor));
            self.spoken_in = expression.block;
        }
        if self.points_away(expression) {
            return;
        }
        let before = self.named;
        if !expression.bracketed {
            self.named = Some((expression.sentence, anchor));
        }
        let told =
            self.mode == Setting::News || outcome.from != From::Document || self.tells_of_today();
        let earlier = |before: Anchor| interval.anchor() < before.interval.anchor();
        let aside = expression.bracketed && self.narrative.is_some()
            || expression.aside.is_some() && self.narrative.is_some_and(earlier);
        // "On 7 December ..., 1941": the year says nothing new.
        let known = outcome.granularity == Granularity::Year
            && self.narrative.is_some_and(|before| interval.contains(&before.interval));
        if !heading && (!told || aside || known) {
            if expression.aside == Some(Aside::Clause) && aside {
                self.aside = Some((expression.part, expression.aside_end, anchor));
                self.look_back(expression, &anchor);
            }
            return;
        }
        // "was caught on 14 October for the robbery three days earlier": that only looks back.
        let back = expression.gives == Gives::Shift
            && self.narrative.is_some_and(earlier)
            && before.is_some_and(|(sentence, named)| {
                sentence == expression.sentence
                    && self.narrative.is_some_and(|told| told.span == named.span)
            });
        if back && !heading {
            self.aside = Some((expression.part, expression.aside_end, anchor));
            return;
        }
        let goes_on = goes_on(expression) && self.is_from_story(outcome.from);
        if !heading && !goes_on && self.is_beside(expression, &anchor, ahead) {
            self.beside = Some((expression.sentence, anchor));
            return;
        }
        let planned = self.mode == Setting::News && expression.tense > 0 && !heading;
        self.told_before = planned.then(|| self.told_before.unwrap_or((self.narrative, self.day)));
        self.narrative = Some(anchor);
        self.day = (outcome.granularity >= Granularity::Day).then_some(anchor);
        // "who led it until 1994, was jailed in 2003 and, three years later,": the story went on.
        self.aside = None;
        self.beside = self.beside.filter(|(_, beside)| earlier(*beside));
    }

    /// Goes back behind what is planned where the news tells of the past again: "the curfew began
    /// on Tuesday and is to end on Thursday; it had been announced a day earlier".
    pub(super) fn go_back(&mut self, expression: &Expression) {
        if expression.tense < 0
            && let Some((Some(narrative), day)) = self.told_before
        {
            (self.narrative, self.day, self.told_before) = (Some(narrative), day, None);
        }
    }

    /// Remembers what the story told of before it looked back at an earlier year: "the town had been
    /// held by rebels in 2014".
    fn look_back(&mut self, expression: &Expression, back: &Anchor) {
        let year = |anchor: &Anchor| anchor.interval.anchor().civil().year;
        if let Some(told) = self.narrative
            && self.looked_back.is_none_or(|(block, _)| block != expression.block)
            && year(back) < year(&told)
        {
            self.looked_back = Some((expression.block, told));
        }
    }

    /// Takes up the story where the next block opens with a time of no year, behind one that looked
    /// back: what was told on from there ended with it.
    pub(super) fn take_up(&mut self, expression: &Expression) {
        let Some((_, told)) = self.looked_back.filter(|(block, _)| *block != expression.block)
        else {
            return;
        };
        let next = expression.opening.is_some_and(|opening| opening.block);
        if next && goes_on(expression) && self.mode == Setting::Narrative {
            self.narrative = Some(told);
            self.day = (told.granularity >= Granularity::Day).then_some(told);
        }
        self.looked_back = None;
    }

    /// Remembers the year that a sentence of the news opens with, and forgets the quarter where
    /// the report turns to longer periods: "for the nine months".
    pub(super) fn turn(&mut self, expression: &Expression, outcome: &Outcome) {
        let year = outcome.interval.filter(|_| {
            expression.opening.is_some()
                && expression.joined == Joined::No
                && expression.gives == Gives::Date
                && expression.fields.has(Slot::Year)
                && outcome.granularity == Granularity::Year
        });
        if let Some(year) = year {
            self.opening = Some((self.sentence, year.anchor().civil().year));
        }
        let amount = expression.fields.get(Slot::Amount).unwrap_or_default();
        let months = expression.fields.unit() == Some(Granularity::Month)
            && outcome.kind == TimexType::Duration;
        if months && (LONGER_MONTHS * ONE..=12 * ONE).contains(&amount) {
            self.quarter = None;
            self.longer = true;
        }
    }

    /// The year that the sentence opens with, for what leaves its year out: "the 2024 games open
    /// on 26 July". The tense must allow it.
    pub(super) fn opening_year(&self, expression: &Expression) -> Option<i32> {
        let (_, year) = self.opening.filter(|(sentence, _)| *sentence == self.sentence)?;
        let (here, _) = self.here()?;
        let ahead = year - here.interval.anchor().civil().year;
        let told = if ahead > 0 { expression.tense >= 0 } else { expression.tense < 0 };
        (ahead != 0 && told).then_some(year)
    }

    /// The day of long ago that the sentence named before, or the paragraph before it where this sentence
    /// opens with a date, for what the news tells on from it: "on 1 March 1845 it was signed, and on
    /// 29 December ...", "it was signed on 1 March 1845. On 29 December, ...". So it is with a day that would else lie
    /// in the year before the document's, and not near its end: of that the year would be stated. Such a day also
    /// goes on from the paragraph before.
    pub(super) fn far_past(&self, expression: &Expression) -> Option<(Anchor, From)> {
        let free = !expression.fields.has_any(&[Slot::Direction, Slot::Anchor]);
        let (sentence, anchor) = self.spoken.filter(|_| self.mode == Setting::News && free)?;
        let (here, _) = self.here()?;
        let years = here.interval.anchor().civil().year - anchor.interval.anchor().civil().year;
        let opens = expression.opening.is_some_and(|opening| !opening.block);
        let far = || is_out_of_reach(expression, here.interval.anchor());
        let near = sentence + 1 == self.sentence || self.spoken_in == expression.block;
        let before = expression.tense < 0
            && (near && (opens || far()) || expression.block <= sentence + PARAGRAPH && far());
        let goes_on = before || expression.tense <= 0 && sentence == self.sentence;
        (goes_on && years >= FAR_YEARS).then_some((anchor, From::Narrative(anchor)))
    }

    /// Whether a time lies wholly before the document's day, as far as that is known: reports
    /// speak of the last quarter that had ended.
    pub(super) fn is_over(&self, anchor: &Anchor) -> bool {
        self.document.is_none_or(|date| anchor.interval.latest_end() <= date.interval.latest_end())
    }

    /// Whether a story only looks away from its own time: "next summer", said by somebody.
    fn points_away(&self, expression: &Expression) -> bool {
        let fields = &expression.fields;
        self.mode == Setting::Narrative
            && expression.gives == Gives::Date
            && matches!(fields.get(Slot::Direction), Some(-1 | 1))
            && fields.get(Slot::Anchor) != Some(1)
    }

    /// Whether a time was completed from the story's own, not from one named beside it.
    fn is_from_story(&self, from: From) -> bool {
        matches!((from, self.narrative), (From::Narrative(from), Some(told)) if from.span == told.span)
    }

    /// The year that "that year" speaks of: the last one named, even in passing.
    pub(super) fn named(&self) -> Option<(Anchor, From)> {
        self.named.map(|(_, anchor)| (anchor, From::Narrative(anchor)))
    }

    /// The week or the longer time that "that day" is some day of: this sentence or the one before
    /// named it, and no day since. "He was shot in October. That day his wife was away."
    pub(super) fn named_around_day(&self) -> Option<(Anchor, From)> {
        let (sentence, anchor) = self.named?;
        let coarse = matches!(
            anchor.granularity,
            Granularity::Year | Granularity::Month | Granularity::Week
        );
        let day_since = self.spoken.is_some_and(|(spoken, _)| spoken >= sentence);
        let around = coarse && !day_since && sentence + 1 >= self.sentence;
        around.then_some((anchor, From::Narrative(anchor)))
    }

    /// "In 2014 they met, and two weeks later they agreed": the time that the story came to in this
    /// sentence, where a day that was told before does not lie in it.
    pub(super) fn told_around(&self, unit: Granularity) -> Option<Anchor> {
        let (sentence, named) = self.named?;
        let (anchor, _) = self.named_around_day()?;
        let told = self.narrative.is_some_and(|told| told.span == named.span);
        let day = self.day.or_else(|| self.day_in_passing());
        let apart = day.is_some_and(|day| !anchor.interval.contains(&day.interval));
        (unit >= Granularity::Week && sentence == self.sentence && told && apart).then_some(anchor)
    }

    /// "Following the raid of 28 August 1995, it came two days later": the day that the sentence names beside
    /// the story.
    pub(super) fn beside_day(&self, unit: Granularity) -> Option<Anchor> {
        let (_, anchor) = self.beside.filter(|(sentence, _)| *sentence == self.sentence)?;
        (unit >= Granularity::Week && anchor.granularity >= Granularity::Day).then_some(anchor)
    }

    /// Whether a time is named in passing: another year than the story's, and the next year that
    /// the text states is nearer to the story than to it. What opens a paragraph is not.
    fn is_beside(
        &self,
        expression: &Expression,
        anchor: &Anchor,
        ahead: Option<Ahead<'_>>,
    ) -> bool {
        let (Some(before), Some(ahead)) = (self.narrative, ahead) else { return false };
        let opens = expression.opening.is_some_and(|opening| opening.block);
        if self.mode == Setting::News || opens || before.interval.contains(&anchor.interval) {
            return false;
        }
        let year = |anchor: &Anchor| anchor.interval.anchor().civil().year;
        let (story, named) = (year(&before), year(anchor));
        // "He married in 1929." and a paragraph that opens with 1919: that goes back behind both.
        let back = ahead.opens && ahead.year < story && story < named;
        named != story && !back && (ahead.year - story).abs() < (ahead.year - named).abs()
    }

    /// The day that a clock time without one is of in the news: the last one that its sentence
    /// named, or the sentence before, where the tense goes on: "the fair opens on Friday. At 8
    /// p.m. a band will play", "a quake struck on Friday. It was felt at 8 p.m.". From one clock time
    /// to the next the tale goes on over a sentence without a time.
    pub(super) fn spoken_day(&self, expression: &Expression) -> Option<Anchor> {
        let (sentence, anchor) = self.spoken?;
        let goes_on = || {
            let clock = expression.fields.has(Slot::Hour);
            let opens = expression.opening.is_some_and(|opening| !opening.block);
            let told = match expression.tense {
                ..=-1 => self.is_over(&anchor),
                1 => self.is_ahead(&anchor) && opens && clock,
                _ => false,
            };
            // "A man robbed a shop on Sunday. ... He was shot at 2 p.m."
            let by_clock =
                clock && (expression.tense < 0 || anchor.granularity > Granularity::DayPart);
            let back = if by_clock { CLOCK_BACK } else { 1 };
            let near = sentence < self.sentence && self.sentence <= sentence + back;
            told && near && self.several != Some(sentence)
        };
        (self.sentence == sentence || goes_on()).then_some(anchor)
    }

    /// The day that this sentence or one shortly before it named, whether or not the story goes on
    /// from it: "he came on the day before last Tuesday's hearing; ... the next morning".
    pub(super) fn day_in_passing(&self) -> Option<Anchor> {
        let (sentence, anchor) = self.spoken?;
        (sentence + SENTENCES_BACK >= self.sentence).then_some(anchor)
    }

    /// The end of the range that starts with a time of the story, or else that time.
    pub(super) fn past_range(&self, (start, from): (Anchor, From)) -> (Anchor, From) {
        match self.ended {
            Some((first, end)) if first == start.span => (end, From::Narrative(end)),
            _ => (start, from),
        }
    }

    /// Remembers the day of a clock time that opens a block: the lines of minutes and logs are of
    /// the same day as those before, whatever days they speak of.
    pub(super) fn log(&mut self, expression: &Expression, outcome: &Outcome) {
        if opens_line(expression) && outcome.granularity > Granularity::DayPart {
            self.logged = outcome.interval.map(|interval| Anchor {
                span: expression.span,
                interval,
                granularity: outcome.granularity,
            });
        }
    }

    /// The day of the last clock time that opened a block, for another one that does.
    pub(super) fn logged_day(&self, expression: &Expression) -> Option<Anchor> {
        self.logged.filter(|_| opens_line(expression) && !expression.alone)
    }

    /// Whether a time lies wholly behind the document's day.
    fn is_ahead(&self, anchor: &Anchor) -> bool {
        self.document
            .is_some_and(|date| date.interval.latest_end() <= anchor.interval.earliest_start())
    }

    /// Whether the last days that the sentence named are several.
    pub(super) fn is_of_several(&self) -> bool {
        self.several == Some(self.sentence)
    }

    /// The time to count from within the story: what its sentence names beside it goes first.
    pub(super) fn told(&self) -> Option<Anchor> {
        let within = self.aside.filter(|&(part, end, _)| part == self.part && self.at < end);
        let beside = self.beside.filter(|(sentence, _)| *sentence == self.sentence);
        let within = within.map(|(_, _, anchor)| anchor);
        within.or(beside.map(|(_, anchor)| anchor)).or(self.narrative)
    }

    /// The same for what is counted, "the April after": wherever in the sentence that is named.
    pub(super) fn told_in_sentence(&self) -> Option<Anchor> {
        let named = self.named.filter(|(sentence, _)| *sentence == self.sentence);
        let aside = self.aside.map(|(_, _, anchor)| anchor);
        let aside = aside.filter(|aside| named.is_some_and(|(_, named)| named.span == aside.span));
        aside.or_else(|| self.told())
    }
}

/// Whether it is a calendar time that leaves its year to the text around it.
fn goes_on(expression: &Expression) -> bool {
    const YEARS: [Slot; 4] = [Slot::Year, Slot::ShortYear, Slot::Decade, Slot::Century];
    expression.gives == Gives::Date && !expression.fields.has_any(&YEARS)
}

/// So many months back a day needs no year, though the turn of the year lies between.
const RECENT_MONTHS: i64 = 4;

/// Whether a day without a year is still to come in the document's own, and was long ago in the one before.
fn is_out_of_reach(expression: &Expression, here: Moment) -> bool {
    let start = |year: i32| {
        let interval = stated(&expression.fields, Some(year))?.interval()?;
        Some(interval.anchor())
    };
    let year = here.civil().year;
    let recent = here.plus(-RECENT_MONTHS, Granularity::Month);
    expression.fields.has(Slot::Day)
        && start(year).is_some_and(|day| day > here)
        && start(year - 1).is_some_and(|day| day < recent)
}

/// Whether a clock time is the first in its block.
fn opens_line(expression: &Expression) -> bool {
    expression.fields.has(Slot::Hour)
        && expression.opening.is_some_and(|opening| opening.first && opening.block)
}

/// How many years ago a day must lie for the news to tell on from it.
const FAR_YEARS: i32 = 2;

/// So many sentences before a paragraph a day of long ago may be named that the news tell on from in it.
const PARAGRAPH: u32 = 6;

/// From how many months on a period is longer than a quarter, and reported on as such.
const LONGER_MONTHS: i32 = 6;
