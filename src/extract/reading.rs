//! A document as extraction reads it: sentences of words that know their part of speech.

use rustc_hash::FxHashSet;

use crate::document::{Block, BlockKind, Document};
use crate::language::{EventWords, SpeechWord, Tag, WordClass, WordEntry};
use crate::temporal::Timex;
use crate::text::{Span, Token, TokenKind, sentences, tokens};

/// One word, number or sign of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Word<'a> {
    pub(super) text: &'a str,
    pub(super) lower: Box<str>,
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

/// The sentences of a document, in order.
pub(super) fn read<'a>(
    document: &'a Document,
    words: &EventWords,
    timexes: &[Timex],
) -> Vec<Sentence<'a>> {
    let text: &'a str = &document.text;
    let whole = [Block { span: Span::new(0, text.len()), kind: BlockKind::Paragraph }];
    let blocks = if document.blocks.is_empty() { &whole[..] } else { &document.blocks[..] };
    let mut out = Vec::new();
    let mut next_timex = 0;
    for (number, block) in blocks.iter().enumerate() {
        let tokens = tokens(text, block.span, words.rules());
        let cut = if is_prose(block.kind) {
            sentences(text, &tokens, words.rules())
        } else {
            sentences_of_heading(&tokens)
        };
        for sentence in cut {
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
                words: tag(text, tokens, words, timexes, range.clone()),
                timexes: range,
            });
        }
    }
    mend_names(&mut out);
    out
}

/// A word that stands capitalised inside sentences and never in lower case is a name wherever it
/// stands, whatever its ending made of it.
fn mend_names(sentences: &mut [Sentence<'_>]) {
    let (mut upper, mut lower) = (FxHashSet::default(), FxHashSet::default());
    for sentence in sentences.iter().filter(|sentence| sentence.is_prose()) {
        for pair in sentence.words.windows(2) {
            let inside = pair[0].kind != TokenKind::Sign;
            if inside && pair[1].is_upper() {
                upper.insert(pair[1].lower.clone());
            }
        }
        lower.extend(sentence.words.iter().filter(|w| !w.is_upper()).map(|w| w.lower.clone()));
    }
    for word in sentences.iter_mut().flat_map(|sentence| &mut sentence.words) {
        let common = word.tag.is_nominal() || word.tag == Tag::Adjective || word.timex.is_some();
        if !common && word.is_upper() && upper.contains(&word.lower) && !lower.contains(&word.lower)
        {
            word.tag = Tag::Name;
        }
    }
}

const fn is_prose(kind: BlockKind) -> bool {
    !matches!(kind, BlockKind::Title | BlockKind::Heading(_) | BlockKind::Preformatted)
}

fn sentences_of_heading(tokens: &[Token]) -> Vec<crate::text::Sentence> {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Vec::new() };
    vec![crate::text::Sentence { span: first.span.union(last.span), tokens: (0, tokens.len()) }]
}

fn tag<'a>(
    text: &'a str,
    tokens: &[Token],
    words: &EventWords,
    timexes: &[Timex],
    range: std::ops::Range<usize>,
) -> Vec<Word<'a>> {
    let lowers: Vec<Box<str>> = tokens
        .iter()
        .map(|token| token.span.of(text).to_lowercase().replace('\u{2019}', "'").into())
        .collect();
    let seen: Vec<SpeechWord<'_>> = tokens
        .iter()
        .zip(&lowers)
        .map(|(token, lower)| SpeechWord { lower, text: token.span.of(text) })
        .collect();
    let tags = words.tagger().tag(&seen);
    let mut depth = 0_u8;
    let mut out = Vec::with_capacity(tokens.len());
    for ((token, lower), tag) in tokens.iter().zip(lowers).zip(tags) {
        let text = token.span.of(text);
        if matches!(text, ")" | "]") {
            depth = depth.saturating_sub(1);
        }
        let timex = range.clone().find(|&t| timexes[t].span.overlaps(token.span));
        let entry = words.entry(&lower);
        let anchor = tag == Tag::Gerund && entry.class.has(WordClass::ANCHOR);
        let tag = if anchor { Tag::Preposition } else { tag };
        out.push(Word {
            text,
            lower,
            span: token.span,
            kind: token.kind,
            tag,
            entry,
            timex,
            depth,
        });
        if matches!(text, "(" | "[") {
            depth = depth.saturating_add(1);
        }
    }
    out
}
