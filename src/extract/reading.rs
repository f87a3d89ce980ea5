//! A document as extraction reads it: sentences of words that know their part of speech.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::document::{Block, BlockKind, Document};
use crate::gazetteer::Gazetteer;
use crate::language::{EventWords, SeenWord, Tag, WordClass, WordEntry, WordReader};
use crate::temporal::Timex;
use crate::text::{Sentence as Piece, Span, Token, TokenKind, sentences, tokens};
use crate::time::TimexType;

/// The most words of a sentence: what is longer is a list or a broken text, and is cut, so that
/// the time to read a document grows with its length alone.
const LONGEST: usize = 250;

/// One word, number or sign of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    /// In lower case, with a straight apostrophe.
    pub(super) lower: Cow<'a, str>,
    pub(super) span: Span,
    pub(super) kind: TokenKind,
    pub(super) tag: Tag,
    pub(super) entry: WordEntry,
    /// The time expression that it is part of, by number.
    pub(super) timex: Option<usize>,
    /// How many brackets are open around it.
    pub(super) depth: u8,
}

impl Word<'_> {
    /// Whether it belongs to any of these classes.
    pub(super) const fn is(&self, class: WordClass) -> bool {
        self.entry.class.has(class)
    }

    pub(super) fn is_upper(&self) -> bool {
        self.kind == TokenKind::Word && self.text.chars().next().is_some_and(char::is_uppercase)
    }

    pub(super) fn is_sign(&self, sign: &str) -> bool {
        self.kind == TokenKind::Sign && self.text == sign
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
    pub(super) timexes: std::ops::Range<usize>,
}

impl Sentence<'_> {
    /// Whether it is prose, not a title or a heading.
    pub(super) const fn is_prose(&self) -> bool {
        !matches!(self.kind, BlockKind::Title | BlockKind::Heading(_) | BlockKind::Preformatted)
    }

    /// The span of a range of its words.
    pub(super) fn span_of(&self, first: usize, end: usize) -> Span {
        match (self.words.get(first), self.words.get(end.saturating_sub(1))) {
            (Some(a), Some(b)) if first < end => a.span.union(b.span),
            _ => Span::default(),
        }
    }

    /// The words that a time expression covers, as a range.
    pub(super) fn words_of_timex(&self, timex: usize) -> Option<(usize, usize)> {
        let first = self.words.iter().position(|word| word.timex == Some(timex))?;
        let end = self.words.iter().rposition(|word| word.timex == Some(timex))? + 1;
        Some((first, end))
    }
}

/// The sentences of a document, in order. `lower` is its text with the letters of ASCII in lower
/// case.
pub(super) fn read<'a>(
    document: &'a Document,
    lower: &'a str,
    words: &EventWords,
    timexes: &[Timex],
) -> Vec<Sentence<'a>> {
    let text: &'a str = &document.text;
    let whole = [Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph }];
    let blocks = if document.blocks.is_empty() { &whole[..] } else { &document.blocks[..] };
    let mut out = Vec::new();
    let mut next_timex = 0;
    let reader = words.reader();
    let (numbers, tags) = (Vec::new(), Vec::new());
    let mut maker = WordMaker { text, lower, words, timexes, reader, numbers, tags };
    for (number, block) in blocks.iter().enumerate() {
        let tokens = tokens(text, block.span, words.rules());
        let cut = if is_prose(block.kind) {
            sentences(text, &tokens, words.rules())
        } else {
            sentences_of_heading(&tokens)
        };
        let cut = whole_times(cut, &timexes[next_timex..]);
        for sentence in cut.into_iter().flat_map(|sentence| short_enough(sentence, &tokens)) {
            while timexes.get(next_timex).is_some_and(|t| t.span.end <= sentence.span.start) {
                next_timex += 1;
            }
            let first = next_timex;
            while timexes.get(next_timex).is_some_and(|t| t.span.start < sentence.span.end) {
                next_timex += 1;
            }
            let range = first..next_timex;
            let tokens = &tokens[sentence.tokens.0..sentence.tokens.1];
            out.push(Sentence {
                span: sentence.span,
                block: number,
                kind: block.kind,
                words: maker.words(tokens, range.clone()),
                timexes: range,
            });
        }
    }
    mend_names(&mut out);
    out
}

/// Joins sentences that a time expression reaches over: "Am 8. Mai".
fn whole_times(cut: Vec<Piece>, timexes: &[Timex]) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::with_capacity(cut.len());
    let mut next = 0;
    for piece in cut {
        while timexes.get(next).is_some_and(|timex| timex.span.end <= piece.span.start) {
            next += 1;
        }
        let over = timexes.get(next).is_some_and(|timex| timex.span.start < piece.span.start);
        match out.last_mut() {
            Some(last) if over => {
                last.span = last.span.union(piece.span);
                last.tokens.1 = piece.tokens.1;
            }
            _ => out.push(piece),
        }
    }
    out
}

/// A sentence in pieces of at most [`LONGEST`] words.
fn short_enough(whole: Piece, tokens: &[Token]) -> impl Iterator<Item = Piece> + '_ {
    let (first, end) = whole.tokens;
    (first..end).step_by(LONGEST).map(move |from| {
        let to = (from + LONGEST).min(end);
        Piece { span: tokens[from].span.union(tokens[to - 1].span), tokens: (from, to) }
    })
}

/// A word that stands capitalised inside sentences and never in lower case is a name wherever it
/// stands, whatever its ending made of it.
fn mend_names(sentences: &mut [Sentence<'_>]) {
    // By word: whether it stands in lower case too.
    let mut capitalised: FxHashMap<&str, bool> = FxHashMap::default();
    for sentence in sentences.iter().filter(|sentence| sentence.is_prose()) {
        for pair in sentence.words.windows(2) {
            if pair[0].kind != TokenKind::Sign && pair[1].is_upper() {
                capitalised.insert(&pair[1].lower, false);
            }
        }
    }
    for sentence in sentences.iter().filter(|sentence| sentence.is_prose()) {
        for word in sentence.words.iter().filter(|word| !word.is_upper()) {
            if let Some(common) = capitalised.get_mut(&*word.lower) {
                *common = true;
            }
        }
    }
    let mut names: Vec<(usize, usize)> = Vec::new();
    for (number, sentence) in sentences.iter().enumerate() {
        for (at, word) in sentence.words.iter().enumerate().filter(|(_, word)| word.is_upper()) {
            let settled =
                word.tag.is_nominal() || word.tag == Tag::Adjective || word.timex.is_some();
            if !settled && capitalised.get(&*word.lower) == Some(&false) {
                names.push((number, at));
            }
        }
    }
    for (sentence, at) in names {
        sentences[sentence].words[at].tag = Tag::Name;
    }
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
    /// The text with the letters of ASCII in lower case.
    lower: &'a str,
    words: &'w EventWords,
    timexes: &'w [Timex],
    reader: WordReader<'w>,
    /// The words of the sentence by their numbers, and their tags.
    numbers: Vec<u32>,
    tags: Vec<Tag>,
}

impl<'a> WordMaker<'_, 'a> {
    /// The words of a sentence that holds a range of the time expressions.
    fn words(&mut self, tokens: &[Token], timexes: std::ops::Range<usize>) -> Vec<Word<'a>> {
        self.reader.start_sentence();
        self.numbers.clear();
        let mut next = timexes.start;
        let mut depth = 0_u8;
        let mut out: Vec<Word<'a>> = Vec::with_capacity(tokens.len());
        for token in tokens {
            while next < timexes.end && self.timexes[next].span.end <= token.span.start {
                next += 1;
            }
            let mut timex = Some(next)
                .filter(|&at| at < timexes.end && self.timexes[at].span.overlaps(token.span));
            let text = token.span.of(self.text);
            if matches!(text, ")" | "]") {
                depth = depth.saturating_sub(1);
            }
            let lower = in_lower_case(text, token.span.of(self.lower));
            let (number, entry) =
                self.reader.read(SeenWord { lower: &lower, text, kind: token.kind });
            self.numbers.push(number);
            if timex.is_none() && entry.class.has(WordClass::TIME_TAIL) {
                timex = out.last().and_then(|before| before.timex);
            }
            out.push(Word {
                text,
                lower,
                span: token.span,
                kind: token.kind,
                tag: Tag::Other,
                entry,
                timex,
                depth,
            });
            if matches!(text, "(" | "[") {
                depth = depth.saturating_add(1);
            }
        }
        self.tag(&mut out);
        super::sense::settle(&mut out, self.words);
        out
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
            let found = if past && !matches!(tag, Tag::Participle | Tag::Past) {
                Tag::Past
            } else if upper && common {
                Tag::Noun
            } else if name && is_place(&word.lower) {
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
            let clause = words[..at].iter().rposition(|word| matches!(word.text, "," | ";" | ":"));
            let from = clause.map_or(0, |sign| sign + 1);
            let finite = |word: &Word<'_>| {
                matches!(word.tag, Tag::Past | Tag::Present) || word.is(WordClass::PAST_FORM)
            };
            let Some(verb) = (from..at).find(|&at| !words[at].is_upper() && finite(&words[at]))
            else {
                continue;
            };
            let whole = self.words.entry(&format!("{}{}", words[at].lower, words[verb].lower));
            words[at].tag = Tag::Particle;
            if whole.lemma != 0 {
                words[verb].entry = whole;
            }
        }
    }

    /// "The council meets every Friday": the present of a verb that the model took for a noun in
    /// the plural, where the sentence has no other verb.
    fn mend_habit(&self, words: &mut [Word<'a>]) {
        let recurs = |word: &Word<'_>| {
            word.timex.is_some_and(|timex| self.timexes[timex].kind == TimexType::Set)
        };
        let finite = |word: &Word<'_>| {
            word.timex.is_none() && matches!(word.tag, Tag::Past | Tag::Present | Tag::Modal)
        };
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

    fn tag(&mut self, words: &mut [Word<'a>]) {
        self.reader.tag(&self.numbers, &mut self.tags);
        for (word, &tag) in words.iter_mut().zip(&self.tags) {
            let anchor = tag == Tag::Gerund && word.is(WordClass::ANCHOR);
            word.tag = if anchor { Tag::Preposition } else { tag };
        }
        if self.words.syntax().capital_nouns {
            self.list(words);
            self.join_verbs(words);
        } else {
            mend_verbs(words);
            mend_chronicle(words);
            self.mend_habit(words);
        }
    }
}

/// Whether the gazetteer knows a country or a large town of this name.
fn is_place(lower: &str) -> bool {
    const LARGE: u8 = 66;
    Gazetteer::embedded().lookup(lower).first().is_some_and(|entry| entry.weight >= LARGE)
}

/// "The task force on energy met": the past of a verb that the model took for a noun; and the
/// name of an event that it took for an adjective.
fn mend_verbs(words: &mut [Word<'_>]) {
    for at in 1..words.len() {
        let modifies = words.get(at + 1).is_some_and(|next| {
            next.tag.is_nominal() && next.timex.is_none() || next.tag == Tag::Adjective
        });
        let (tag, entry) = (words[at].tag, words[at].entry);
        let noun = entry.noun.is_some() || words[at].is(WordClass::GROUP);
        let other = match tag {
            Tag::Noun | Tag::Nouns | Tag::Name | Tag::Gerund => false,
            Tag::Adjective => !modifies,
            _ => entry.lemma == 0,
        };
        if noun && other {
            words[at].tag = Tag::Noun;
        }
        if words[at].is(WordClass::PAST_ONLY) && words[at].tag == Tag::Participle {
            words[at].tag = Tag::Past;
        }
        let (before, word) = (&words[at - 1], &words[at]);
        // ", and the British fled on": a participle with a subject of its own is the past.
        let opens = before.tag.is_nominal()
            && starts_clause(words, at)
            && word.tag == Tag::Participle
            && is_only_verb(words, at);
        let taken = opens
            || word.tag.is_nominal()
            || matches!(word.tag, Tag::Other | Tag::Adverb | Tag::Adjective);
        // "The two men last met".
        let postponed = before.tag == Tag::Adjective && at > 1 && words[at - 2].tag.is_nominal();
        let behind_subject = postponed
            || before.tag.is_nominal()
            || matches!(before.tag, Tag::Pronoun | Tag::Adverb | Tag::Punctuation)
            || before.is(WordClass::RELATIVE | WordClass::COORDINATOR);
        let past = word.is(WordClass::PAST_FORM) && word.entry.noun.is_none();
        let invariant = word.is(WordClass::INVARIANT) && is_only_verb(words, at);
        if taken && (past || invariant) && behind_subject && !word.is_upper() {
            words[at].tag = Tag::Past;
        }
        // "the British fled": a people by its adjective.
        let people = words[at].tag == Tag::Adjective
            && words[at].entry.country.is_some()
            && words[at - 1].tag == Tag::Determiner
            && words.get(at + 1).is_some_and(|next| {
                next.tag.is_verbal() && !says_more(words, at + 1) || next.tag == Tag::Preposition
            });
        if people {
            words[at].tag = Tag::Nouns;
        }
        if words[at].tag == Tag::Adjective && is_predicate(words, at) {
            words[at].tag = Tag::Participle;
        }
    }
    // "Apple unveiled the phone": a word of no class that opens a sentence is its subject.
    if let [first, second, ..] = words
        && matches!(first.tag, Tag::Adverb | Tag::Adjective | Tag::Other | Tag::Determiner)
        && first.is_upper()
        && first.entry == WordEntry::default()
        && (matches!(second.tag, Tag::Past | Tag::Present)
            || second.tag == Tag::Participle && second.is(WordClass::PAST_FORM))
    {
        first.tag = Tag::Name;
    }
}

/// "The dam burst at two": whether a clause would have no verb if this word were none, and it
/// has an object or a phrase behind it.
fn is_only_verb(words: &[Word<'_>], at: usize) -> bool {
    let finite = |word: &Word<'_>| matches!(word.tag, Tag::Past | Tag::Present | Tag::Modal);
    let parts = |word: &Word<'_>| {
        word.kind == TokenKind::Sign || word.is(WordClass::COORDINATOR | WordClass::RELATIVE)
    };
    let alone = |mut words: std::slice::Iter<'_, Word<'_>>| words.all(|word| !finite(word));
    let first = words[..at].iter().rposition(parts).map_or(0, |before| before + 1);
    let end = words[at..].iter().position(parts).map_or(words.len(), |behind| at + behind);
    let goes_on = words.get(at + 1).is_some_and(|next| {
        next.timex.is_some()
            || matches!(
                next.tag,
                Tag::Preposition | Tag::Determiner | Tag::Number | Tag::Possessive | Tag::To
            )
    });
    goes_on && alone(words[first..at].iter()) && alone(words[at + 1..end].iter())
}

/// Whether a comma and a coordinator stand before the noun phrase that ends before a word.
fn starts_clause(words: &[Word<'_>], at: usize) -> bool {
    let first = (0..at)
        .rev()
        .take_while(|&at| {
            words[at].tag.is_nominal()
                || matches!(words[at].tag, Tag::Adjective | Tag::Determiner | Tag::Possessive)
        })
        .last();
    first.is_some_and(|first| {
        first > 1 && words[first - 1].is(WordClass::COORDINATOR) && words[first - 2].is_sign(",")
    })
}

/// Whether a participle says more of the noun behind it: "the captured ships".
fn says_more(words: &[Word<'_>], at: usize) -> bool {
    words[at].tag == Tag::Participle
        && words.get(at + 1).is_some_and(|next| {
            next.timex.is_none()
                && !next.is_upper()
                && (next.tag.is_nominal() || next.tag == Tag::Adjective)
        })
}

/// "was finally laid on", ", built in 1937": an adjective that is a verb's participle, where it
/// can be the predicate.
fn is_predicate(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    if !word.is(WordClass::PAST_FORM | WordClass::INVARIANT) || word.is(WordClass::STATE) {
        return false;
    }
    let before = (0..at).rev().find(|&before| words[before].tag != Tag::Adverb);
    let Some(before) = before.map(|before| &words[before]) else { return false };
    let being = before.is(WordClass::BE);
    let after_comma =
        before.is_sign(",") && words.get(at + 1).is_some_and(|next| next.tag == Tag::Preposition);
    word.entry.verb.is_some() && (being || after_comma)
}

/// "14 April: The cruiser sinks": behind a date that labels its line the first form of a known
/// verb tells what happened, whatever the model took it for.
fn mend_chronicle(words: &mut [Word<'_>]) {
    let label = words.iter().take_while(|word| word.timex.is_some()).count();
    if label == 0 || label == words.len() {
        return;
    }
    let finite = |word: &Word<'_>| matches!(word.tag, Tag::Past | Tag::Present | Tag::Modal);
    let known = |at: usize| {
        let (before, word) = (&words[at - 1], &words[at]);
        let behind_subject =
            before.tag.is_nominal() || before.tag == Tag::Pronoun || before.tag == Tag::Number;
        let object = words.get(at + 1).is_some_and(|next| {
            matches!(next.tag, Tag::Determiner | Tag::Number | Tag::Possessive)
                || next.is_upper() && next.timex.is_none()
        });
        behind_subject
            && word.entry.lemma != 0
            && !word.is_upper()
            && word.timex.is_none()
            && matches!(word.tag, Tag::Noun | Tag::Nouns | Tag::Base | Tag::Adjective)
            && (object || word.entry.noun.is_none())
    };
    let first_finite = words.iter().position(finite).unwrap_or(words.len());
    if let Some(at) = (label + 1..first_finite).find(|&at| known(at)) {
        words[at].tag = Tag::Present;
    }
}

/// A word in lower case with a straight apostrophe; `lower` is the same with only the letters of
/// ASCII in lower case, which is all there is to do for most words.
fn in_lower_case<'a>(word: &str, lower: &'a str) -> Cow<'a, str> {
    let stays = |c: char| c.is_ascii() || c != '\u{2019}' && c.to_lowercase().eq([c]);
    if lower.is_ascii() || lower.chars().all(stays) {
        return Cow::Borrowed(lower);
    }
    Cow::Owned(word.to_lowercase().replace('\u{2019}', "'"))
}
