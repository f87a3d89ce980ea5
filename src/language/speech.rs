//! Parts of speech: an averaged perceptron (Collins 2002) that reads a sentence from left to
//! right. The weights are data of the pack; `assets/languages/en/tagger/train.py` makes them,
//! and its features must agree with those here.

use rustc_hash::FxHashMap;

use super::features::{Features, Row};
use super::part_of_speech::Tag;
use super::speech_memory::{Remembered, SpeechMemory};
use super::word_reader::SeenWord;

const FNV_OFFSET: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;
const MAGIC: &[u8] = b"DLPOS3\n";
/// The most tags that a model may have; one more number stands for the edge of a sentence.
pub(super) const TAGS: usize = 24;
/// The first shapes, which most words have: in lower case, and capitalised.
const USUAL_SHAPES: usize = 2;
/// The shapes of words, and that of the edge of a sentence.
const SHAPES: usize = 32;

/// A score for each tag. The weights of all features, a byte each, fit into two.
pub(super) type Scores = [i16; TAGS];

/// A trained model.
#[derive(Debug)]
pub struct SpeechTagger {
    tags: Vec<Tag>,
    /// Words that have one tag only, by hash.
    single: FxHashMap<u32, u8>,
    /// What a dictionary says that words can be, in the lowest byte, and the rest of their hashes
    /// above it, in rising order.
    classes: Vec<u32>,
    features: Features,
    /// Pairs of tag and weight of all features, feature by feature.
    weights: Vec<(u8, i8)>,
    /// By the tags of the last word and of the one before it.
    history: Vec<Scores>,
    /// By whether the word is the first, its shape and that of the next.
    shapes: Vec<Scores>,
}

impl SpeechTagger {
    /// Reads weights. `None` if the bytes are none.
    #[must_use]
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes.strip_prefix(MAGIC)?);
        let count = reader.byte()?;
        let tags = (0..count).map(|_| reader.line().map(Tag::from_name)).collect::<Option<_>>()?;
        let single = (0..reader.u32()?)
            .map(|_| Some((reader.u32()?, reader.byte()?)))
            .collect::<Option<_>>()?;
        let classes: Vec<u32> = (0..reader.u32()?).map(|_| reader.u32()).collect::<Option<_>>()?;
        let (mut rows, mut weights) = (Vec::new(), Vec::new());
        for _ in 0..reader.u32()? {
            let (hash, count) = (reader.u32()?, reader.byte()?);
            rows.push(Row { hash, place: (weights.len() as u32) << 8 | u32::from(count) });
            for _ in 0..count {
                weights.push((reader.byte()?, reader.byte()? as i8));
            }
        }
        let single: FxHashMap<u32, u8> = single;
        let fits = |tag: u8| tag < count;
        let sound = weights.iter().all(|&(tag, _)| fits(tag)) && single.values().all(|&t| fits(t));
        if usize::from(count) > TAGS || !sound || !classes.is_sorted() {
            return None;
        }
        let features = Features::new(&rows);
        let (history, shapes) = (Vec::new(), Vec::new());
        let mut out = Self { tags, single, classes, features, weights, history, shapes };
        out.fill_tables();
        Some(out)
    }

    /// Sums up the features of tags and of shapes, of which there are few.
    fn fill_tables(&mut self) {
        const EDGES: u32 = TAGS as u32 + 1;
        for at in 0..EDGES * EDGES {
            let (last, before) = (at / EDGES, at % EDGES);
            let mut scores = self.sum(&[mix(5, last, 0), mix(6, last, before)]);
            // A number that stands for no tag never wins.
            scores[self.tags.len()..].fill(i16::MIN / 2);
            self.history.push(scores);
        }
        for at in 0..(2 * SHAPES * SHAPES) as u32 {
            let shapes = SHAPES as u32;
            let (first, own, next) = (at / shapes / shapes, at / shapes % shapes, at % shapes);
            self.shapes.push(self.sum(&[mix(4, own, first), mix(12, own, next)]));
        }
    }

    fn sum(&self, hashes: &[u32]) -> Scores {
        let mut scores = [0; TAGS];
        for &hash in hashes {
            self.count(hash, &mut scores);
        }
        scores
    }

    /// Adds the weights of a feature.
    #[inline]
    fn count(&self, hash: u32, scores: &mut Scores) {
        if let Some(row) = self.features.row(hash) {
            for &(tag, weight) in &self.weights[row.start()..row.start() + row.count()] {
                scores[usize::from(tag)] += i16::from(weight);
            }
        }
    }

    /// What the model needs to know of a word.
    pub(super) fn outline(&self, word: SeenWord<'_>) -> Outline {
        let outline = Outline::of(word);
        let single = self.single.get(&outline.word).copied().unwrap_or(NONE);
        Outline { single, can_be: self.class(outline.word), ..outline }
    }

    /// What a dictionary says that the word of a hash can be, as bits; 0 if it has none.
    fn class(&self, hash: u32) -> u8 {
        let at = self.classes.partition_point(|class| class >> 8 < hash >> 8);
        let found = self.classes.get(at).filter(|&class| class >> 8 == hash >> 8);
        found.map_or(0, |class| class.to_le_bytes()[0])
    }

    /// The scores that a word adds wherever it stands.
    pub(super) fn scores(&self, word: &Outline) -> WordScores {
        let (three, can_be) = (word.three, u32::from(word.can_be));
        let left = self.sum(&[mix(8, word.word, 0)]);
        let before = |shape: usize| {
            let mut scores = left;
            self.count(mix(15, three, shape as u32), &mut scores);
            scores
        };
        WordScores {
            own: self.sum(&[
                mix(1, word.word, 0),
                mix(2, three, 0),
                mix(3, word.ending(2), 0),
                mix(16, word.ending(4), 0),
                mix(17, word.start, 0),
                mix(18, can_be, 0),
            ]),
            left,
            before: std::array::from_fn(before),
            right: self.sum(&[mix(9, word.word, 0), mix(10, three, 0), mix(20, can_be, 0)]),
            second: self.sum(&[mix(13, word.word, 0)]),
        }
    }

    /// The scores that a word adds to itself behind a tag.
    pub(super) fn behind(&self, word: &Outline, tag: u8) -> Scores {
        let last = u32::from(tag);
        let can_be = u32::from(word.can_be);
        self.sum(&[mix(7, word.word, last), mix(11, word.three, last), mix(19, can_be, last)])
    }

    /// Writes the tags of a sentence's words, by their numbers, into a buffer, in place of what is
    /// there.
    pub(super) fn tag(&self, sentence: &[u32], memory: &mut SpeechMemory, out: &mut Vec<Tag>) {
        out.clear();
        let number = |at: usize| sentence.get(at).map_or(0, |&number| number as usize);
        let mut left = 0;
        let (mut previous, mut before) = (TAGS as u8, TAGS as u8);
        for at in 0..sentence.len() {
            let this = number(at);
            let mut tag = memory.word(this).outline.single;
            if tag == NONE {
                let behind = memory.behind(self, this, previous);
                let words = [left, this, number(at + 1), number(at + 2)];
                let words = words.map(|number| memory.word(number));
                tag = best(&self.score(words, behind, [previous, before], at == 0));
            }
            (before, previous) = (previous, tag);
            out.push(self.tags.get(usize::from(tag)).copied().unwrap_or(Tag::Other));
            left = this;
        }
    }

    /// The scores of the tags of a word: what the words around it, the last two tags, the shapes,
    /// and each of these by itself and together say.
    fn score(
        &self,
        [left, this, next, second]: [&Remembered; 4],
        behind: Scores,
        [previous, before]: [u8; 2],
        first: bool,
    ) -> Scores {
        let (word, follower) = (&this.outline, &next.outline);
        let usual = left.scores.before.get(usize::from(word.shape));
        let on_left = usual.unwrap_or(&left.scores.left);
        let (own, on_right) = (&this.scores.own, &next.scores.right);
        let after = &second.scores.second;
        let history = &self.history[usize::from(previous) * (TAGS + 1) + usize::from(before)];
        let shape = (usize::from(first) * SHAPES + usize::from(word.shape)) * SHAPES;
        let shapes = &self.shapes[shape + usize::from(follower.shape)];
        // Written as one sum, which compiles to a few additions of eight numbers each.
        let mut scores = std::array::from_fn(|tag| {
            let of_words = own[tag] + on_left[tag] + on_right[tag] + after[tag];
            history[tag] + shapes[tag] + behind[tag] + of_words
        });
        self.count(mix(14, word.word, follower.word), &mut scores);
        if usual.is_none() {
            self.count(mix(15, left.outline.three, u32::from(word.shape)), &mut scores);
        }
        scores
    }
}

/// The tag with the highest score, the first one of several.
#[inline]
fn best(scores: &Scores) -> u8 {
    let most = scores.iter().fold(i16::MIN, |most, &score| most.max(score));
    scores.iter().position(|&score| score == most).unwrap_or(0) as u8
}

/// The number for no tag.
const NONE: u8 = u8::MAX;

/// The scores that a word adds wherever it stands: to itself, as the one on the left, as the
/// next one, and as the one behind that.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordScores {
    own: Scores,
    left: Scores,
    /// As the one on the left of a word of each usual shape: with what its ending says of that.
    before: [Scores; USUAL_SHAPES],
    right: Scores,
    second: Scores,
}

/// What the features need to know of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outline {
    word: u32,
    /// Of the last three bytes, and of the first two.
    three: u32,
    start: u32,
    /// The last four bytes themselves, and how many there are.
    tail: u32,
    length: u8,
    shape: u8,
    /// Its only tag, or [`NONE`].
    single: u8,
    /// What a dictionary says that it can be, as bits.
    can_be: u8,
}

impl Outline {
    /// What stands before the first and behind the last word of a sentence: the sign `^`.
    pub(super) const EDGE: Self = {
        let sign = step(FNV_OFFSET, b'^');
        let (tail, length) = (b'^' as u32, 1);
        let (shape, single, can_be) = (16, NONE, 0);
        Self { word: sign, three: sign, start: sign, tail, length, shape, single, can_be }
    };

    fn of(word: SeenWord<'_>) -> Self {
        let bytes = word.lower.as_bytes();
        let last = &bytes[bytes.len().saturating_sub(4)..];
        Self {
            word: fnv(bytes),
            three: fnv(&bytes[bytes.len().saturating_sub(3)..]),
            start: fnv(&bytes[..bytes.len().min(2)]),
            tail: last.iter().fold(0, |tail, &byte| tail << 8 | u32::from(byte)),
            length: last.len() as u8,
            shape: shape(word.text),
            single: NONE,
            can_be: 0,
        }
    }

    /// The hash of its last so many bytes.
    fn ending(&self, count: u8) -> u32 {
        let bytes = self.tail.to_be_bytes();
        fnv(&bytes[4 - usize::from(self.length.min(count))..])
    }
}

/// The hash of a feature from its kind and the hashes or numbers of its parts.
const fn mix(kind: u32, a: u32, b: u32) -> u32 {
    let h = a ^ kind.wrapping_mul(0x9e37_79b1);
    let h = (h ^ (h >> 15)).wrapping_mul(0x85eb_ca6b);
    let h = h ^ b.wrapping_mul(0xc2b2_ae35);
    let h = (h ^ (h >> 13)).wrapping_mul(0x27d4_eb2f);
    h ^ (h >> 16)
}

/// 32-bit FNV-1a.
fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(FNV_OFFSET, |hash, &byte| step(hash, byte))
}

const fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(FNV_PRIME)
}

/// Bits: 1 starts upper, 2 all upper, 4 has a digit, 8 has a hyphen, 16 starts with no letter.
fn shape(word: &str) -> u8 {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return 0;
    }
    let first = word.chars().next().unwrap_or(' ');
    let longer = word.len() > first.len_utf8();
    let has_letter = word.chars().any(char::is_alphabetic);
    let all_upper = longer && has_letter && !word.chars().any(char::is_lowercase);
    u8::from(first.is_uppercase())
        | u8::from(all_upper) << 1
        | u8::from(word.bytes().any(|byte| byte.is_ascii_digit())) << 2
        | u8::from(word.contains('-')) << 3
        | u8::from(!first.is_alphabetic()) << 4
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    fn u32(&mut self) -> Option<u32> {
        let (first, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*first))
    }

    fn line(&mut self) -> Option<&'a str> {
        let end = self.0.iter().position(|&byte| byte == b'\n')?;
        let line = std::str::from_utf8(&self.0[..end]).ok()?;
        self.0 = &self.0[end + 1..];
        Some(line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TokenKind;

    fn tagger() -> SpeechTagger {
        let bytes = include_bytes!("../../assets/languages/en/tagger/weights.bin");
        SpeechTagger::parse(bytes).expect("the weights are weights")
    }

    #[test]
    fn a_sentence_has_its_parts_of_speech() {
        use Tag::{Adjective, Name, Noun, Nouns, Participle, Past, Preposition, Punctuation};

        let check = |sentence: &str, expected: &[Tag]| {
            let lower = sentence.to_lowercase();
            let words = sentence.split(' ').zip(lower.split(' '));
            let tagger = tagger();
            let mut memory = SpeechMemory::default();
            memory.start(&tagger);
            for (text, lower) in words {
                memory.learn(&tagger, SeenWord { lower, text, kind: TokenKind::Word });
            }
            let numbers: Vec<u32> = (1..=expected.len() as u32).collect();
            let mut tags = Vec::new();
            tagger.tag(&numbers, &mut memory, &mut tags);
            assert_eq!(tags, expected, "{sentence}");
        };
        check(
            "Ukrainian troops entered Kherson in November .",
            &[Adjective, Nouns, Past, Name, Preposition, Name, Punctuation],
        );
        check(
            "The treaty was signed in Vienna .",
            &[Tag::Determiner, Noun, Past, Participle, Preposition, Name, Punctuation],
        );
    }

    #[test]
    fn bytes_that_are_no_weights_are_refused() {
        assert!(SpeechTagger::parse(b"").is_none());
        assert!(SpeechTagger::parse(b"DLPOS3\n\x02noun\n").is_none());
    }
}
