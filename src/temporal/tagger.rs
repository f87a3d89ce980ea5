//! Finding: the automaton over the tokens of a text, and the expressions that it finds.

use super::beside::Named;
use super::expression::{Expression, Joined, Opening};
use super::fields::Fields;
use super::join::OF_DAY;
use super::matching::Walker;
use super::token::{Token, Tokenizer};
use crate::document::Block;
use crate::language::{Automata, Dfa, Gives, Grammar, Pack, Pattern, Roles, Slot, Stretch, role};
use crate::text::Span;

/// Bytes of a text for each expression that room is made for at the start.
const SELDOM: usize = 128;
/// Bytes of a text for each token that room is made for at the start.
const SHORT: usize = 4;
/// Tokens in the window at once.
const WINDOW: usize = 4096;
/// The longest match in tokens.
const LONGEST: usize = 32;
/// How far the tense of a sentence is looked for.
pub(super) const TENSE_REACH: usize = 24;
/// How many words may stand before what a sentence opens with: "in early 2024".
const OPENERS: usize = 2;
/// Tokens read ahead of the one at which matches start: the match, and what is looked at behind
/// it.
const AHEAD: usize = LONGEST + TENSE_REACH + 8;
/// Tokens kept behind it, for guards, for the tense of the sentence, and for the expression
/// before.
const BEHIND: usize = LONGEST + TENSE_REACH;

/// Finds every time expression of a text, in text order.
pub(super) fn find(text: &str, blocks: &[Block], stretches: &[Stretch<'_>]) -> Vec<Expression> {
    let starts: Vec<u32> = blocks.iter().map(|block| block.span.start).collect();
    let bytes: usize = stretches.iter().map(|stretch| stretch.span.len()).sum();
    let (mut found, mut sentence, mut part) = (Vec::with_capacity(bytes / SELDOM), 0, 0);
    for stretch in stretches {
        let grammar = stretch.pack.grammar();
        let Automata { mut dfa, forks } = grammar.dfas.take(grammar);
        let mut tagger = Tagger {
            text,
            pack: stretch.pack,
            grammar,
            source: Tokenizer::new(text, stretch.span, &grammar.lexicon, &starts),
            window: Vec::with_capacity((stretch.span.len() / SHORT).min(WINDOW + AHEAD)),
            walker: Walker::new(grammar, forks),
            ends: Vec::with_capacity(LONGEST),
            found,
            last_end: None,
            sentence,
            part,
            block: sentence,
        };
        tagger.run(&mut dfa);
        grammar.dfas.keep(Automata { dfa, forks: tagger.walker.forks });
        (found, sentence, part) = (tagger.found, tagger.sentence + 1, tagger.part + 1);
    }
    found.shrink_to_fit();
    found
}

pub(super) struct Tagger<'a> {
    pub(super) text: &'a str,
    pub(super) pack: &'a Pack,
    grammar: &'a Grammar,
    source: Tokenizer<'a>,
    pub(super) window: Vec<Token>,
    walker: Walker<'a>,
    /// Where a match may end, and the DFA's state there.
    ends: Vec<(usize, u32)>,
    found: Vec<Expression>,
    /// Where in the window the last expression ended.
    pub(super) last_end: Option<usize>,
    sentence: u32,
    /// The part of the text that a semicolon or the sentence opened.
    part: u32,
    /// The first sentence of the block.
    block: u32,
}

impl Tagger<'_> {
    fn run(&mut self, dfa: &mut Dfa) {
        let mut at = 0;
        let mut finished = !self.source.read(&mut self.window, WINDOW);
        if let Some(first) = self.window.first_mut() {
            first.open_block();
        }
        loop {
            let stop = if finished { self.window.len() } else { self.window.len() - AHEAD };
            while at < stop {
                at = self.step(dfa, at);
                at = self.behind_quiet(dfa, at, stop);
            }
            if finished {
                return;
            }
            let drop = at.saturating_sub(BEHIND);
            self.window.drain(..drop);
            self.last_end = self.last_end.and_then(|end| end.checked_sub(drop));
            at -= drop;
            finished = !self.source.read(&mut self.window, WINDOW);
        }
    }

    /// Where to go on behind a word: past the words that open no block and start no match, as most
    /// do not.
    fn behind_quiet(&self, dfa: &Dfa, at: usize, stop: usize) -> usize {
        if !self.window[at - 1].is_word() {
            return at;
        }
        let quiet =
            |token: &&Token| token.is_word() && !token.opens_block() && !dfa.opens(token.symbol);
        at + self.window[at..stop.max(at)].iter().take_while(quiet).count()
    }

    /// Tries every match that starts at `at`; gives where to go on.
    fn step(&mut self, dfa: &mut Dfa, at: usize) -> usize {
        let token = self.window[at];
        if token.opens_block() || at > 0 && self.ends_sentence(at - 1) {
            self.sentence += 1;
            self.part += 1;
        }
        if token.opens_block() {
            self.block = self.sentence;
        }
        self.part += u32::from(token.is_sign(b';'));
        let first = dfa.start(token.symbol);
        if first == Dfa::DEAD || !self.may_start(at) {
            return at + 1;
        }
        match self.longest(dfa, at, first) {
            Some(end) => end,
            None => at + 1,
        }
    }

    /// The longest match from `at`, checked and kept; gives its end.
    fn longest(&mut self, dfa: &mut Dfa, at: usize, first: u32) -> Option<usize> {
        self.ends.clear();
        let mut state = first;
        let mut end = at + 1;
        loop {
            if !dfa.accepted(state).is_empty() {
                self.ends.push((end, state));
            }
            let Some(token) = self.window.get(end) else { break };
            if end - at >= LONGEST - 1 || token.opens_block() {
                break;
            }
            state = dfa.next(self.grammar, state, token.symbol);
            if state == Dfa::DEAD {
                break;
            }
            end += 1;
        }
        let grammar = self.grammar;
        while let Some((end, state)) = self.ends.pop() {
            if !self.may_end(end) {
                continue;
            }
            for &number in dfa.accepted(state) {
                let pattern = &grammar.patterns[number as usize];
                if self.accepts(pattern, at, end)
                    && pattern
                        .tense
                        .is_none_or(|tense| self.tense(at, end, Named::Other).signum() == tense)
                {
                    self.keep(number, pattern, at, end);
                    return Some(end);
                }
            }
        }
        None
    }

    fn accepts(&mut self, pattern: &Pattern, at: usize, end: usize) -> bool {
        let tokens = &self.window;
        let walker = &mut self.walker;
        pattern.only_after.is_none_or(|guard| walker.stands_before(guard, tokens, at))
            && pattern.not_after.is_none_or(|guard| !walker.stands_before(guard, tokens, at))
            && pattern.only_before.is_none_or(|guard| walker.stands_behind(guard, tokens, end))
            && pattern.not_before.is_none_or(|guard| !walker.stands_behind(guard, tokens, end))
            && !(pattern.gives == Gives::Duration && is_padded(self.text, &tokens[at]))
            && !(pattern.gives == Gives::Date && is_fraction(tokens, at))
            && walker.matches(pattern.start, tokens, at, end)
    }

    fn keep(&mut self, number: u16, pattern: &Pattern, at: usize, end: usize) {
        if pattern.gives == Gives::Nothing {
            self.last_end = None;
            return;
        }
        let fields = Fields::read(&self.walker.kept, &self.window, &self.grammar.lexicon);
        let named = matches!(pattern.gives, Gives::Date | Gives::Shift | Gives::Reference);
        if named && self.is_title(at, end) && !is_dated(&fields) {
            self.last_end = None;
            return;
        }
        let joined = self.joined(at, end);
        if let (Some(last), true) = (self.found.last_mut(), joined != Joined::No) {
            last.joined = joined;
        }
        let near = self.last_end.is_some_and(|end| at - end <= 2 && !self.breaks(end, at));
        if let (Some(last), true, true) = (self.found.last_mut(), near, is_clock(&fields)) {
            last.clock_follows = true;
        }
        let span = Span { start: self.window[at].start, end: self.window[end - 1].end };
        let tense = self.tense(at, end, Named::by(&fields));
        self.found.push(Expression {
            span,
            fields,
            gives: pattern.gives,
            kind: pattern.kind,
            texts: pattern.texts,
            bracketed: at > 0 && self.window[at - 1].is_sign(b'('),
            aside: self.aside(at, end, pattern),
            aside_end: self.aside_end(at, end),
            pattern: number,
            tense,
            told: self.is_told(at, end, tense),
            sentence: self.sentence,
            part: self.part,
            block: self.block,
            alone: self.alone(at, end),
            heads: self.heads(at, end),
            clock_follows: false,
            opening: self.opening(at),
            offset: None,
            larger: [None; 2],
            joined: Joined::No,
            reach: 0,
        });
        self.last_end = Some(end);
    }

    /// Whether the words are all that stands between two quotation marks, as the titles of songs,
    /// films and papers do: "Yesterday".
    fn is_title(&self, at: usize, end: usize) -> bool {
        let opened = at > 0 && self.window[at - 1].is_sign(b'"') && !self.window[at].spaced();
        opened && self.window.get(end).is_some_and(|token| token.is_sign(b'"') && !token.spaced())
    }

    /// How the last expression and the one from `at` to `end` belong together, by the words in
    /// between.
    fn joined(&self, at: usize, end: usize) -> Joined {
        let Some(from) = self.last_end.map(|end| self.past_trailing(end)) else {
            return Joined::No;
        };
        if from > at || at - from > 3 {
            return Joined::No;
        }
        let mut between = &self.window[from..at];
        if between.iter().chain([&self.window[at]]).any(Token::opens_block) {
            return Joined::No;
        }
        let is = |role: Roles, token: &Token| self.roles(token) & role != 0;
        // A preposition of the second time's own says nothing of how it belongs to the first.
        if let [rest @ .., link] = between
            && !rest.is_empty()
            && is(RANGE_LINK, link)
        {
            between = rest;
        }
        // The word that opens the first one.
        let opener = || {
            let before = self.found.last().map_or(0, |last| last.span.start);
            let opener = self.window[..from].iter().rposition(|token| token.end <= before)?;
            self.window.get(opener)
        };
        let opened_by = |role: Roles| opener().is_some_and(|word| is(role, word));
        match between {
            [] => Joined::Directly,
            [dash] if dash.is_sign(b'-') => Joined::Range,
            [sign] if sign.is_sign(b',') || sign.is_sign(b'/') => Joined::List,
            [sign] if sign.is_sign(b'(') => Joined::Aside,
            // "A change on Friday to December's figures" lasts until no December.
            [word] if is(RANGE_TO, word) && self.owned(end).is_none() => Joined::Range,
            // "For three days from Monday" is all of them, "three days from Monday" the last.
            [word] | [_, word] if is(SHIFT_ON, word) && opened_by(WHOLE_AMOUNT) => Joined::Starting,
            [word] if is(SHIFT_ON, word) => Joined::Onward,
            [word] if is(SHIFT_BACK, word) => Joined::Backward,
            [word] | [word, _] if is(STARTING, word) => Joined::Starting,
            [word] if is(RANGE_AND, word) && opened_by(RANGE_BETWEEN) => Joined::Range,
            [word] if is(RANGE_AND, word) => Joined::List,
            [comma, word] if comma.is_sign(b',') && is(RANGE_AND, word) => Joined::List,
            // "From March 4, 1857, to March 3, 1861"
            [comma, word]
                if comma.is_sign(b',')
                    && is(RANGE_TO, word)
                    && self.found.last().is_some_and(|last| last.fields.has(Slot::Year)) =>
            {
                Joined::Range
            }
            _ => Joined::No,
        }
    }

    /// Where an expression ends with the words behind it that say no more and are no part of it.
    fn past_trailing(&self, end: usize) -> usize {
        let is_trailing = |token: &Token| self.roles(token) & TRAILING != 0 && !token.opens_block();
        end + self.window[end..].iter().take_while(|token| is_trailing(token)).count().min(1)
    }

    /// Whether a match may start here: not inside a number, a name or an address.
    fn may_start(&self, at: usize) -> bool {
        let token = &self.window[at];
        if token.inner() {
            return false;
        }
        let Some(before) = at.checked_sub(1).map(|at| &self.window[at]) else { return true };
        // "§ 1905" is a paragraph.
        if token.is_number() && matches!(before.span().of(self.text), "§" | "№") {
            return false;
        }
        if token.spaced() {
            return true;
        }
        if token.is_number() {
            if before.is_word() || self.is_in_address(at) {
                return false;
            }
            let inner = [b'$', b'#', b'_', b'+', b'@', b'=', b'&', b'%'].iter();
            if inner.clone().any(|&sign| before.is_sign(sign)) || self.is_currency(before) {
                return false;
            }
            if [b'.', b',', b':'].iter().any(|&sign| before.is_sign(sign)) {
                return !(at >= 2 && !before.spaced() && self.window[at - 2].is_number());
            }
            return true;
        }
        ![b'@', b'#', b'_', b'/', b'.'].iter().any(|&sign| before.is_sign(sign))
    }

    /// Whether the number at `at` is a part of an address: "example.com/2019/05/03/page".
    fn is_in_address(&self, at: usize) -> bool {
        let slash = |at: usize| {
            self.window.get(at).is_some_and(|token| token.is_sign(b'/') && !token.spaced())
        };
        let mut first = at;
        // Numbers with slashes between them, back to what stands before them.
        while first > 1 && slash(first - 1) && !self.window[first].spaced() {
            let before = &self.window[first - 2];
            if before.is_word() {
                return first < at || slash(at + 1);
            }
            if !before.is_number() || at - first > LONGEST {
                break;
            }
            first -= 2;
        }
        false
    }

    fn is_currency(&self, token: &Token) -> bool {
        matches!(token.span().of(self.text), "€" | "£" | "¥" | "₴")
    }

    /// Whether a match may end before the token at `end`.
    fn may_end(&self, end: usize) -> bool {
        let (last, Some(next)) = (&self.window[end - 1], self.window.get(end)) else {
            return true;
        };
        if next.inner() {
            return false;
        }
        if next.spaced() {
            return true;
        }
        if last.is_number() {
            if next.is_word() || next.is_sign(b'%') || next.is_sign(b'_') || next.is_sign(b'@') {
                return false;
            }
            let inside = [b'.', b',', b':'].iter().any(|&sign| next.is_sign(sign));
            let number_follows =
                self.window.get(end + 1).is_some_and(|after| after.is_number() && !after.spaced());
            return !(inside && number_follows);
        }
        !(next.is_number() || next.is_sign(b'_') || next.is_sign(b'@'))
    }

    /// Whether the token at `at` ends a sentence.
    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        let token = &self.window[at];
        let stop = || [b'.', b'!', b'?'].iter().any(|&sign| token.is_sign(sign));
        !token.is_word()
            && stop()
            && !self.is_ordinal(at)
            && !self.shortens(at)
            && self
                .window
                .get(at + 1)
                .is_none_or(|next| next.spaced() && (!next.is_word() || next.capital()))
    }

    /// How the sentence opens with the expression at `at`, if it does.
    fn opening(&self, at: usize) -> Option<Opening> {
        let start = (at.saturating_sub(OPENERS)..=at).rev().find(|&at| self.opens_sentence(at))?;
        let block = self.window[start].opens_block() || self.is_numbered(start);
        Some(Opening { first: start == at, block })
    }

    /// Whether no more than its number stands before a token in its block: "2. On 3 May".
    fn is_numbered(&self, at: usize) -> bool {
        at >= 2
            && self.window[at - 1].is_sign(b'.')
            && self.window[at - 2].is_number()
            && self.window[at - 2].opens_block()
    }

    /// Whether the token at `at` is the first of its sentence.
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        self.window[at].opens_block() || at.checked_sub(1).is_none_or(|at| self.ends_sentence(at))
    }

    /// Whether a sentence or a block ends between two tokens.
    fn breaks(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.ends_sentence(at) || self.window[at + 1].opens_block())
    }

    /// Whether the full stop at `at` only shortens the word before it: "Gen. Smith", "J. Smith".
    fn shortens(&self, at: usize) -> bool {
        let Some(word) = at.checked_sub(1).map(|at| &self.window[at]) else { return false };
        let stop = &self.window[at];
        let initial = || word.end == word.start + 1 && word.capital();
        word.is_word()
            && stop.is_sign(b'.')
            && !stop.spaced()
            && (initial() || self.roles(word) & ABBREVIATED != 0)
    }

    /// Whether the full stop at `at` makes the number before it an ordinal.
    fn is_ordinal(&self, at: usize) -> bool {
        let stop = &self.window[at];
        self.pack.settings().ordinal_stop
            && stop.is_sign(b'.')
            && !stop.spaced()
            && at.checked_sub(1).is_some_and(|before| {
                let number = &self.window[before];
                number.is_number() && number.span().len() <= 2
            })
    }

    /// Whether the expression is all that its block says: a heading that is a date.
    fn alone(&self, at: usize, end: usize) -> bool {
        self.window[at].opens_block()
            && self.window.get(self.past_trailing(end)).is_none_or(Token::opens_block)
    }

    /// Whether the expression opens its block, set off from what follows: the date of an entry
    /// in a diary, of minutes, of a chronology.
    fn heads(&self, at: usize, end: usize) -> bool {
        let opens = self.window[at].opens_block() || at == 0 && self.window[0].start == 0;
        let end = self.past_trailing(end);
        opens && self.window.get(end).is_none_or(|next| next.opens_block() || !next.is_word())
    }

    pub(super) fn roles(&self, token: &Token) -> Roles {
        if token.is_word() { self.grammar.lexicon.roles(token.content) } else { 0 }
    }
}

/// Whether the words name a clock time and no day.
fn is_clock(fields: &Fields) -> bool {
    fields.has(Slot::Hour) && !fields.has_any(&OF_DAY)
}

/// Whether the words name a day of a month, or a month of a year.
fn is_dated(fields: &Fields) -> bool {
    fields.has(Slot::Month) && fields.has_any(&[Slot::Day, Slot::Year])
}

/// Whether a fraction of one sign stands here: "½" is no second of January.
fn is_fraction(tokens: &[Token], at: usize) -> bool {
    tokens.get(at + 1).is_some_and(|next| next.inner() && next.is_sign(b'/'))
}

/// Whether it is a number with a zero before it, which counts nothing: "0730 to 0930 hours".
fn is_padded(text: &str, token: &Token) -> bool {
    token.is_number() && token.span().len() > 2 && token.span().of(text).starts_with('0')
}

pub(super) const RANGE_TO: Roles = role(6);
pub(super) const RANGE_AND: Roles = role(7);
const RANGE_BETWEEN: Roles = role(8);
const RANGE_LINK: Roles = role(10);
const TRAILING: Roles = role(9);
const STARTING: Roles = role(14);
const SHIFT_ON: Roles = role(11);
const SHIFT_BACK: Roles = role(12);
const WHOLE_AMOUNT: Roles = role(15);
const ABBREVIATED: Roles = role(40);
