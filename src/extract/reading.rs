//! A document as extraction reads it: sentences of words that know their part of speech.

use std::borrow::Cow;
use std::num::NonZeroU32;
use std::ops::Range;

use smallvec::SmallVec;

use super::capitals::Capitals;
use super::caption;
use super::chronicle::mend_chronicle;
use super::dateline;
use super::fused::read_fused;
use super::marks::Marks;
use super::mending::{mend_capitals, mend_verbs};
use super::misread::mend_misread;
use super::set_apart::count_brackets;
use super::speakers;
use super::time_names;
use super::unclear;
use super::verb_second::mend_by_place;
use super::word_set::WordSet;
use crate::document::{Block, BlockKind, Document};
use crate::gazetteer::Gazetteer;
use crate::language::{EventWords, Tag, WordClass, WordEntry, WordLetters, WordReader};
use crate::temporal::Timex;
use crate::text::{self, Sentence as Piece, Span, Token, TokenKind, sentences};
use crate::time::TimexType;

/// The most words of a sentence: what is longer is a list or a broken text, and is cut, so that
/// the time to read a document grows with its length alone.
pub(super) const LONGEST: usize = 250;

/// Bytes of a text for each sentence that room is made for at the start.
const SHORT: usize = 64;

/// One word, number or sign of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    /// The same for the words that are the same in lower case, and for no others.
    pub(super) id: u64,
    /// Where it starts in the document's text.
    start: u32,
    pub(super) kind: TokenKind,
    /// Whether it starts with a capital.
    pub(super) upper: bool,
    /// Whether it is a number, or stands for one.
    pub(super) numeral: bool,
    /// Whether it says what a number counts.
    pub(super) counting: bool,
    pub(super) tag: Tag,
    pub(super) entry: WordEntry,
    /// The time expression that it is part of.
    pub(super) timex: Option<TimexNumber>,
    /// How many brackets are open around it.
    pub(super) depth: u8,
    /// How it gets into lower case.
    letters: WordLetters,
}

impl<'a> Word<'a> {
    /// Where it stands.
    pub(super) const fn span(&self) -> Span {
        Span { start: self.start, end: self.start + self.text.len() as u32 }
    }

    /// It in lower case, with a straight apostrophe.
    pub(super) fn lower(&self) -> Cow<'a, str> {
        match self.letters {
            WordLetters::Lower => Cow::Borrowed(self.text),
            WordLetters::Ascii => Cow::Owned(self.text.to_ascii_lowercase()),
            WordLetters::Other => Cow::Owned(in_lower_case(self.text)),
        }
    }

    /// Whether it belongs to any of these classes.
    pub(super) const fn is(&self, class: WordClass) -> bool {
        self.entry.class.has(class)
    }

    /// Whether it is a pronoun for somebody or something: "he", "we", "it".
    pub(super) fn is_personal(&self) -> bool {
        self.tag == Tag::Pronoun && self.is(WordClass::THIRD_PERSON | WordClass::FIRST_PERSON)
    }

    /// "when": whether it opens a clause that says when something was.
    pub(super) const fn opens_time(&self) -> bool {
        self.is(WordClass::RELATIVE)
            && self.is(WordClass::SUBORDINATOR)
            && !self.is(WordClass::WHERE)
    }

    pub(super) const fn is_upper(&self) -> bool {
        self.upper
    }

    #[inline]
    pub(super) fn is_sign(&self, sign: &str) -> bool {
        self.kind == TokenKind::Sign && self.text == sign
    }
}

/// Ranges of the words of a sentence, of which there are at most [`LONGEST`].
type Timed = SmallVec<[(u16, u16); 4]>;

/// The number of a time expression of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TimexNumber(NonZeroU32);

impl TimexNumber {
    /// One more than the number is kept, so that there being none takes no room.
    pub(super) fn new(number: usize) -> Self {
        Self(NonZeroU32::MIN.saturating_add(number as u32))
    }

    pub(super) const fn get(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// One sentence, heading, list item or row.
#[derive(Clone, Debug)]
pub(super) struct Sentence<'a> {
    pub(super) span: Span,
    /// Its block's number.
    pub(super) block: usize,
    pub(super) kind: BlockKind,
    /// How many paragraphs, rows or items lie between the start of the text and it.
    pub(super) words: Vec<Word<'a>>,
    /// Its time expressions, by number.
    pub(super) timexes: Range<usize>,
    /// The words that each of them covers, as ranges; an empty one where it covers none.
    timed: Timed,
    /// Its words that start with a capital.
    pub(super) capitalised: WordSet,
    /// Those that are numbers, or stand for one.
    pub(super) numerals: WordSet,
    /// The classes of all its words.
    pub(super) classes: WordClass,
    /// Whether a word of it names a country, or its people.
    pub(super) names_country: bool,
    /// Whether it holds nothing but times: a byline, a heading without mark-up.
    pub(super) only_times: bool,
    /// Whether it is the dateline of a report.
    pub(super) dateline: bool,
}

impl Sentence<'_> {
    /// Whether it is prose, not a title or a heading.
    pub(super) const fn is_prose(&self) -> bool {
        !matches!(self.kind, BlockKind::Title | BlockKind::Heading(_) | BlockKind::Preformatted)
    }

    /// Whether it can tell something: it does not ask, and is no line of a letter's head such as
    /// "On 12 March 2024, Ann Orr <ann@example.org> wrote:".
    pub(super) fn tells(&self) -> bool {
        let asks = self.words.last().is_some_and(|last| last.is_sign("?"));
        let heads = self.words.last().is_some_and(|last| last.is_sign(":"))
            && self.words.iter().any(|word| word.text.contains('@'));
        !asks && !heads
    }

    /// The span of a range of its words.
    pub(super) fn span_of(&self, first: usize, end: usize) -> Span {
        match (self.words.get(first), self.words.get(end.saturating_sub(1))) {
            (Some(a), Some(b)) if first < end => a.span().union(b.span()),
            _ => Span::default(),
        }
    }

    /// The words that a time expression covers, as a range.
    pub(super) fn words_of_timex(&self, timex: usize) -> Option<(usize, usize)> {
        let number = timex.checked_sub(self.timexes.start)?;
        let &(first, end) = self.timed.get(number)?;
        (first < end).then_some((usize::from(first), usize::from(end)))
    }
}

/// The sentences of a document, in order.
pub(super) fn read<'a>(
    document: &'a Document,
    words: &EventWords,
    timexes: &[Timex],
) -> Vec<Sentence<'a>> {
    let text: &'a str = &document.text;
    let whole = [Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph }];
    let blocks = if document.blocks.is_empty() { &whole[..] } else { &document.blocks[..] };
    let mut out = Vec::with_capacity(text.len() / SHORT);
    let mut next_timex = 0;
    let reader = words.reader();
    let (numbers, tags, mut tokens) = (Vec::new(), Vec::new(), Vec::new());
    let mut capitals = Capitals::default();
    let speakers = speakers::of(text);
    let mut maker = WordMaker { text, words, timexes, reader, numbers, tags };
    for (number, block) in blocks.iter().enumerate() {
        text::tokens(text, block.span, words.rules(), &mut tokens);
        if block.kind == BlockKind::Quote {
            // The marks of its lines are no words of what is quoted.
            tokens.retain(|token| token.span.of(text) != ">");
        }
        if !speakers.is_empty() {
            speakers::take_out(&mut tokens, text, &speakers);
        }
        let cut = if is_prose(block.kind) {
            sentences(text, &tokens, words.rules())
        } else {
            sentences_of_heading(&tokens)
        };
        let cut = whole_times(cut, &timexes[next_timex..]);
        let paragraph = matches!(block.kind, BlockKind::Paragraph);
        let plain = words.has_plain_dateline();
        let found = || dateline::find(text, &tokens, &cut, &timexes[next_timex..], plain);
        let found = paragraph.then(found).flatten();
        let dateline = found.map(|(_, end)| end);
        let cut = match found {
            Some(range) => dateline::cut_off(cut, &tokens, range),
            None => cut,
        };
        for sentence in cut.into_iter().flat_map(|sentence| short_enough(sentence, &tokens)) {
            while timexes.get(next_timex).is_some_and(|t| t.span.end <= sentence.span.start) {
                next_timex += 1;
            }
            let first = next_timex;
            while timexes.get(next_timex).is_some_and(|t| t.span.start < sentence.span.end) {
                next_timex += 1;
            }
            let range = first..next_timex;
            let dateline = dateline == Some(sentence.tokens.1);
            let tokens = &tokens[sentence.tokens.0..sentence.tokens.1];
            let (words, marked) = maker.words(tokens, range.clone());
            capitals.note(out.len(), &words, is_prose(block.kind));
            let tells = matches!(block.kind, BlockKind::Heading(_)) && caption::tells(&words);
            let Marks { capitalised, numerals, classes, names_country } = Marks::of(&words);
            out.push(Sentence {
                span: sentence.span,
                block: number,
                kind: if tells { BlockKind::Paragraph } else { block.kind },
                timed: timed(&words, marked, range.clone()),
                capitalised,
                numerals,
                classes,
                names_country,
                only_times: words.iter().all(|word| {
                    // A sign says nothing.
                    word.timex.is_some() || !word.text.contains(char::is_alphabetic)
                }),
                dateline,
                words,
                timexes: range,
            });
        }
    }
    capitals.mend(&mut out);
    out
}

/// The words that each of a sentence's time expressions covers, as ranges; all of them stand in one.
fn timed(words: &[Word<'_>], marked: Range<usize>, timexes: Range<usize>) -> Timed {
    let mut out = Timed::from_elem((0, 0), timexes.len());
    for (at, word) in (marked.start as u16..).zip(&words[marked]) {
        let Some(timex) = word.timex else { continue };
        let (first, end) = &mut out[timex.get() - timexes.start];
        if *end == 0 {
            *first = at;
        }
        *end = at + 1;
    }
    out
}

/// Joins sentences that a time expression reaches over: "Am 8. Mai".
fn whole_times(mut cut: Vec<Piece>, timexes: &[Timex]) -> Vec<Piece> {
    let mut next = 0;
    cut.dedup_by(|piece, last| {
        while timexes.get(next).is_some_and(|timex| timex.span.end <= piece.span.start) {
            next += 1;
        }
        let over = timexes.get(next).is_some_and(|timex| timex.span.start < piece.span.start);
        if over {
            last.span = last.span.union(piece.span);
            last.tokens.1 = piece.tokens.1;
        }
        over
    });
    cut
}

/// A sentence in pieces of at most [`LONGEST`] words.
fn short_enough(whole: Piece, tokens: &[Token]) -> impl Iterator<Item = Piece> + '_ {
    let (first, end) = whole.tokens;
    (first..end).step_by(LONGEST).map(move |from| {
        let to = (from + LONGEST).min(end);
        Piece { span: tokens[from].span.union(tokens[to - 1].span), tokens: (from, to) }
    })
}

const fn is_prose(kind: BlockKind) -> bool {
    !matches!(kind, BlockKind::Title | BlockKind::Heading(_) | BlockKind::Preformatted)
}

fn sentences_of_heading(tokens: &[Token]) -> Vec<Piece> {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Vec::new() };
    vec![Piece { span: first.span.union(last.span), tokens: (0, tokens.len()) }]
}

/// Makes words of tokens; what it needs on the way is kept from sentence to sentence.
struct WordMaker<'w, 'a> {
    text: &'a str,
    words: &'w EventWords,
    timexes: &'w [Timex],
    reader: WordReader<'w>,
    /// The words of the sentence by their numbers, and their tags.
    numbers: Vec<u32>,
    tags: Vec<Tag>,
}

impl<'a> WordMaker<'_, 'a> {
    /// The words of a sentence that holds a range of the time expressions, and from which to which of
    /// them there are any of times.
    fn words(&mut self, tokens: &[Token], timexes: Range<usize>) -> (Vec<Word<'a>>, Range<usize>) {
        self.reader.start_sentence();
        self.numbers.clear();
        let mut out: Vec<Word<'a>> = tokens.iter().map(|token| self.word(*token)).collect();
        let marked = time_names::mark(&mut out, self.timexes, timexes.clone());
        count_brackets(&mut out);
        let timed = !timexes.is_empty();
        self.tag(&mut out, timexes);
        if timed && !self.words.syntax().capital_nouns {
            time_names::free(&mut out, self.timexes, &marked);
            time_names::free_things(&mut out, self.timexes, &marked);
        }
        super::sense::settle(&mut out, self.words);
        (out, marked)
    }

    /// A token with what is known of it alone.
    #[inline]
    fn word(&mut self, token: Token) -> Word<'a> {
        let text = token.span.of(self.text);
        let (number, known) = self.reader.read(self.text, token, || in_lower_case(text));
        self.numbers.push(number);
        Word {
            text,
            start: token.span.start,
            kind: token.kind,
            upper: known.upper,
            numeral: known.numeral,
            counting: known.counting,
            id: known.lower,
            tag: Tag::Other,
            entry: known.entry,
            timex: None,
            depth: 0,
            letters: known.letters,
        }
    }

    /// Where nouns are written with a capital too, what the pack lists and its verbs count for
    /// more than a model of few sentences, and the gazetteer knows names.
    fn list(&self, words: &mut [Word<'a>]) {
        for at in 0..words.len() {
            let word = &words[at];
            let upper = word.is_upper();
            let inside = at > 0 && words[at - 1].kind != TokenKind::Sign;
            let known = self.reader.listed(self.numbers[at]);
            let past = !upper && word.is(WordClass::PAST_FORM);
            let common = word.entry.noun.is_some() || word.is(WordClass::GROUP | WordClass::ROLE);
            let tag = word.tag;
            let name = upper && inside && matches!(tag, Tag::Noun | Tag::Nouns);
            // "Berlin-Wilmersdorf"
            let joined = || word.text.split_once('-').map(|(first, _)| first);
            let found = if past && !matches!(tag, Tag::Participle | Tag::Past) {
                Tag::Past
            } else if upper
                && tag == Tag::Adjective
                && joined().is_some_and(|first| is_place(&in_lower_case(first)))
            {
                Tag::Name
            } else if upper && (common || at > 0 && tag == Tag::Adverb && word.entry.lemma == 0) {
                Tag::Noun
            } else if at > 0
                && tag == Tag::Base
                && word.entry.lemma == 0
                && words[at - 1].kind == TokenKind::Number
                && words[at - 1].timex.is_none()
                && self.reader.ending(self.numbers[at]).is_none()
            {
                // "über 15 km"
                Tag::Noun
            } else if name && is_place(&word.lower()) {
                Tag::Name
            } else {
                tag
            };
            words[at].tag = known.unwrap_or(found);
        }
    }

    /// "griff die Stadt an": a first part of a verb that closes its clause belongs to the verb.
    fn join_verbs(&self, words: &mut [Word<'a>]) {
        let closes = |next: Option<&Word<'_>>| {
            next.is_none_or(|next| next.kind == TokenKind::Sign || next.is(WordClass::COORDINATOR))
        };
        for at in 1..words.len() {
            if !words[at].is(WordClass::SEPARABLE) || !closes(words.get(at + 1)) {
                continue;
            }
            // "finden am 3. und 4., am 8. und 9. Mai statt": the commas of an enumeration of times.
            let timed = |at: usize| words[at - 1].timex.is_some() && words[at].timex.is_none();
            let clause =
                (1..at).rfind(|&sign| matches!(words[sign].text, "," | ";" | ":") && !timed(sign));
            let from = clause.map_or(0, |sign| sign + 1);
            let finite = |word: &Word<'_>| {
                matches!(word.tag, Tag::Past | Tag::Present) || word.is(WordClass::PAST_FORM)
            };
            let Some(verb) = (from..at).find(|&at| !words[at].is_upper() && finite(&words[at]))
            else {
                continue;
            };
            let whole = self.words.entry(&format!("{}{}", words[at].lower(), words[verb].lower()));
            words[at].tag = Tag::Particle;
            if whole.lemma != 0 {
                words[verb].entry = whole;
            }
        }
    }

    /// "The council meets every Friday": the present of a verb that the model took for a noun in
    /// the plural, where the sentence has no other verb.
    fn mend_habit(&self, words: &mut [Word<'a>], timexes: Range<usize>) {
        if !self.timexes[timexes].iter().any(|timex| timex.kind == TimexType::Set) {
            return;
        }
        let recurs = |word: &Word<'_>| {
            word.timex.is_some_and(|timex| self.timexes[timex.get()].kind == TimexType::Set)
        };
        let finite = |word: &Word<'_>| word.timex.is_none() && word.tag.is_finite();
        if !words.iter().any(recurs) || words.iter().any(finite) {
            return;
        }
        let verb = (1..words.len()).find(|&at| {
            let (before, word) = (&words[at - 1], &words[at]);
            word.entry.lemma != 0
                && word.tag == Tag::Nouns
                && word.timex.is_none()
                && (matches!(before.tag, Tag::Noun | Tag::Pronoun | Tag::Name)
                    || before.timex.is_some())
        });
        if let Some(at) = verb {
            words[at].tag = Tag::Present;
        }
    }

    /// The parts of speech of the words of a sentence that holds a range of the time expressions.
    fn tag(&mut self, words: &mut [Word<'a>], timexes: Range<usize>) {
        self.reader.tag(&self.numbers, &mut self.tags);
        for (word, &tag) in words.iter_mut().zip(&self.tags) {
            let preposition = WordClass::ANCHOR | WordClass::LED | WordClass::ATTRIBUTION;
            let leads = tag.is_verbal() && word.is(preposition);
            word.tag = if leads { Tag::Preposition } else { tag };
        }
        if self.words.syntax().capital_nouns {
            self.list(words);
            mend_by_place(words, |at| self.reader.ending(self.numbers[at]));
            self.join_verbs(words);
            read_fused(words, self.words);
        } else {
            if self.words.tagger().is_none() {
                unclear::settle(words);
            }
            mend_capitals(words);
            if self.words.tagger().is_some() {
                mend_misread(words);
            }
            mend_verbs(words);
            mend_chronicle(words);
            self.mend_habit(words, timexes);
        }
    }
}

/// Whether the gazetteer knows a country or a large town of this name.
pub(super) fn is_place(lower: &str) -> bool {
    const LARGE: u8 = 66;
    Gazetteer::embedded().lookup(lower).first().is_some_and(|entry| entry.weight >= LARGE)
}

/// A word in lower case with a straight apostrophe.
fn in_lower_case(word: &str) -> String {
    word.to_lowercase().replace('\u{2019}', "'")
}
