//! Parts of speech: an averaged perceptron (Collins 2002) that reads a sentence from left to
//! right. The weights are data of the pack; `assets/languages/en/tagger/train.py` makes them,
//! and its features must agree with those here.

use std::sync::Mutex;

use rustc_hash::FxHashMap;

use super::features::{Features, Row};
use super::part_of_speech::Tag;

const FNV_OFFSET: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;
const MAGIC: &[u8] = b"DLPOS2\n";
/// The most tags that a model may have; one more number stands for the edge of a sentence.
const TAGS: usize = 24;
/// The shapes of words, and that of the edge of a sentence.
const SHAPES: usize = 32;
/// Words whose scores are kept.
const KEPT: usize = 1 << 12;

/// A score for each tag. The weights of all features, a byte each, fit into two.
type Scores = [i16; TAGS];

/// A trained model.
#[derive(Debug)]
pub struct SpeechTagger {
    tags: Vec<Tag>,
    /// Words that have one tag only, by hash.
    single: FxHashMap<u32, u8>,
    features: Features,
    /// Pairs of tag and weight of all features, feature by feature.
    weights: Vec<(u8, i8)>,
    /// By the tags of the last word and of the one before it.
    history: Vec<Scores>,
    /// By whether the word is the first, its shape and that of the next.
    shapes: Vec<Scores>,
    /// What earlier texts left, for the next one that is read.
    kept: Mutex<Vec<Vec<Known>>>,
}

/// A word as the model sees it.
#[derive(Clone, Copy, Debug)]
pub struct SpeechWord<'a> {
    /// The word in lower case, with a straight apostrophe.
    pub lower: &'a str,
    /// The word as it stands.
    pub text: &'a str,
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
        let (mut rows, mut weights) = (Vec::new(), Vec::new());
        for _ in 0..reader.u32()? {
            let (hash, count) = (reader.u32()?, reader.byte()?);
            rows.push(Row { hash, place: (weights.len() as u32) << 8 | u32::from(count) });
            for _ in 0..count {
                weights.push((reader.byte()?, reader.byte()? as i8));
            }
        }
        let fits = |tag: u8| usize::from(tag) < TAGS;
        if usize::from(count) > TAGS || !weights.iter().all(|&(tag, _)| fits(tag)) {
            return None;
        }
        let features = Features::new(&rows);
        let (history, shapes) = (Vec::new(), Vec::new());
        let kept = Mutex::default();
        let mut out = Self { tags, single, features, weights, history, shapes, kept };
        out.fill_tables();
        Some(out)
    }

    /// Sums up the features of tags and of shapes, of which there are few.
    fn fill_tables(&mut self) {
        const EDGES: u32 = TAGS as u32 + 1;
        for at in 0..EDGES * EDGES {
            let (last, before) = (at / EDGES, at % EDGES);
            self.history.push(self.sum(&[mix(5, last, 0), mix(6, last, before)]));
        }
        for at in 0..(2 * SHAPES * SHAPES) as u32 {
            let shapes = SHAPES as u32;
            let (first, own, next) = (at / shapes / shapes, at / shapes % shapes, at % shapes);
            self.shapes.push(self.sum(&[mix(4, own, first), mix(12, own, next)]));
        }
    }

    fn sum(&self, hashes: &[u32]) -> Scores {
        let mut out = [0; TAGS];
        for &hash in hashes {
            self.add(hash, &mut out);
        }
        out
    }

    fn add(&self, hash: u32, scores: &mut Scores) {
        if let Some(row) = self.features.row(hash) {
            for &(tag, weight) in &self.weights[row.start()..row.start() + row.count()] {
                scores[usize::from(tag) % TAGS] += i16::from(weight);
            }
        }
    }

    /// What tags the sentences of a text, one after the other.
    #[must_use]
    pub fn session(&self) -> SpeechSession<'_> {
        let kept = self.kept.lock().ok().and_then(|mut kept| kept.pop());
        SpeechSession { tagger: self, words: kept.unwrap_or_else(|| vec![Known::default(); KEPT]) }
    }
}

/// Tags sentences, and keeps what it learns of their words for the next ones.
#[derive(Debug)]
pub struct SpeechSession<'t> {
    tagger: &'t SpeechTagger,
    words: Vec<Known>,
}

impl Drop for SpeechSession<'_> {
    fn drop(&mut self) {
        if let Ok(mut kept) = self.tagger.kept.lock() {
            kept.push(std::mem::take(&mut self.words));
        }
    }
}

impl SpeechSession<'_> {
    /// Writes the tags of a sentence's words into a buffer, in place of what is there.
    pub fn tag<'w>(&mut self, words: impl Iterator<Item = SpeechWord<'w>>, out: &mut Vec<Tag>) {
        out.clear();
        let tagger = self.tagger;
        let mut words = words.map(Hashed::new);
        let (mut word, mut right, mut second) = (words.next(), words.next(), words.next());
        let mut left = Hashed::EDGE;
        let (mut previous, mut before) = (TAGS as u8, TAGS as u8);
        while let Some(this) = word {
            let single = self.known(&this).single;
            let tag = if single == NONE {
                let (next, behind) =
                    (right.unwrap_or(Hashed::EDGE), second.unwrap_or(Hashed::EDGE));
                let mut scores = tagger.of_context(previous, before, out.is_empty(), &this, &next);
                add(&mut scores, &self.known(&this).own);
                add(&mut scores, &self.known(&left).left);
                add(&mut scores, &self.known(&next).right);
                add(&mut scores, &self.known(&behind).second);
                tagger.add(mix(15, left.three, u32::from(this.shape)), &mut scores);
                best(&scores[..tagger.tags.len()])
            } else {
                single
            };
            (before, previous) = (previous, tag);
            out.push(tagger.tags.get(usize::from(tag)).copied().unwrap_or(Tag::Other));
            (left, word, right, second) = (this, right, second, words.next());
        }
    }

    /// What the model says of a word by itself.
    fn known(&mut self, word: &Hashed) -> &Known {
        let at = word.word as usize % KEPT;
        if self.words[at].word != word.word || self.words[at].tail != word.tail {
            self.words[at] = self.tagger.known(word);
        }
        &self.words[at]
    }
}

fn add(scores: &mut Scores, more: &Scores) {
    for (score, &more) in scores.iter_mut().zip(more) {
        *score += more;
    }
}

fn best(scores: &[i16]) -> u8 {
    let (mut best, mut most) = (0, i16::MIN);
    for (at, &score) in scores.iter().enumerate() {
        if score > most {
            (best, most) = (at, score);
        }
    }
    best as u8
}

/// The number for no tag.
const NONE: u8 = u8::MAX;

/// The scores that a word adds wherever it stands.
#[derive(Clone, Debug)]
struct Known {
    word: u32,
    tail: u32,
    /// Its only tag, or [`NONE`].
    single: u8,
    own: Scores,
    left: Scores,
    right: Scores,
    second: Scores,
}

impl Default for Known {
    fn default() -> Self {
        let none = [0; TAGS];
        Self { word: 0, tail: 0, single: NONE, own: none, left: none, right: none, second: none }
    }
}

impl SpeechTagger {
    /// The scores of what depends on more than one word.
    fn of_context(
        &self,
        previous: u8,
        before: u8,
        first: bool,
        word: &Hashed,
        next: &Hashed,
    ) -> Scores {
        let mut scores = self.history[usize::from(previous) * (TAGS + 1) + usize::from(before)];
        let shape = (usize::from(first) * SHAPES + usize::from(word.shape)) * SHAPES;
        add(&mut scores, &self.shapes[shape + usize::from(next.shape)]);
        let last = u32::from(previous);
        self.add(mix(7, word.word, last), &mut scores);
        self.add(mix(11, word.three, last), &mut scores);
        self.add(mix(14, word.word, next.word), &mut scores);
        scores
    }

    fn known(&self, word: &Hashed) -> Known {
        let three = word.three;
        Known {
            word: word.word,
            tail: word.tail,
            single: self.single.get(&word.word).copied().unwrap_or(NONE),
            own: self.sum(&[
                mix(1, word.word, 0),
                mix(2, three, 0),
                mix(3, ending(word, 2), 0),
                mix(16, ending(word, 4), 0),
                mix(17, word.start, 0),
            ]),
            left: self.sum(&[mix(8, word.word, 0)]),
            right: self.sum(&[mix(9, word.word, 0), mix(10, three, 0)]),
            second: self.sum(&[mix(13, word.word, 0)]),
        }
    }
}

/// What the features need to know of a word.
#[derive(Clone, Copy, Debug)]
struct Hashed {
    word: u32,
    /// Of the last three bytes, and of the first two.
    three: u32,
    start: u32,
    /// The last four bytes themselves, and how many there are.
    tail: u32,
    length: u8,
    shape: u8,
}

impl Hashed {
    /// What stands before the first and behind the last word of a sentence: the sign `^`.
    const EDGE: Self = {
        let sign = step(FNV_OFFSET, b'^');
        Self { word: sign, three: sign, start: sign, tail: b'^' as u32, length: 1, shape: 16 }
    };

    fn new(word: SpeechWord<'_>) -> Self {
        let bytes = word.lower.as_bytes();
        let last = &bytes[bytes.len().saturating_sub(4)..];
        Self {
            word: fnv(bytes),
            three: fnv(&bytes[bytes.len().saturating_sub(3)..]),
            start: fnv(&bytes[..bytes.len().min(2)]),
            tail: last.iter().fold(0, |tail, &byte| tail << 8 | u32::from(byte)),
            length: last.len() as u8,
            shape: shape(word.text),
        }
    }
}

/// The hash of the last so many bytes of a word.
fn ending(word: &Hashed, count: u8) -> u32 {
    let bytes = word.tail.to_be_bytes();
    fnv(&bytes[4 - usize::from(word.length.min(count))..])
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
            let words = words.map(|(text, lower)| SpeechWord { lower, text });
            let mut tags = Vec::new();
            tagger().session().tag(words, &mut tags);
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
        assert!(SpeechTagger::parse(b"DLPOS2\n\x02noun\n").is_none());
    }
}
