//! Parts of speech: an averaged perceptron (Collins 2002) that reads a sentence from left to
//! right. The weights are data of the pack; `assets/languages/en/tagger/train.py` makes them,
//! and its features must agree with those here.

use rustc_hash::FxHashMap;

/// A part of speech, as far as extraction tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names are those of school grammar
pub enum Tag {
    Noun,
    Nouns,
    Name,
    Adjective,
    Adverb,
    Past,
    Participle,
    Gerund,
    Present,
    Base,
    Modal,
    To,
    Preposition,
    Determiner,
    Pronoun,
    Possessive,
    Genitive,
    Conjunction,
    Number,
    Relative,
    Particle,
    Existential,
    Punctuation,
    Other,
}

impl Tag {
    const NAMED: [(&'static str, Self); 24] = [
        ("noun", Self::Noun),
        ("nouns", Self::Nouns),
        ("name", Self::Name),
        ("adjective", Self::Adjective),
        ("adverb", Self::Adverb),
        ("past", Self::Past),
        ("participle", Self::Participle),
        ("gerund", Self::Gerund),
        ("present", Self::Present),
        ("base", Self::Base),
        ("modal", Self::Modal),
        ("to", Self::To),
        ("preposition", Self::Preposition),
        ("determiner", Self::Determiner),
        ("pronoun", Self::Pronoun),
        ("possessive", Self::Possessive),
        ("genitive", Self::Genitive),
        ("conjunction", Self::Conjunction),
        ("number", Self::Number),
        ("relative", Self::Relative),
        ("particle", Self::Particle),
        ("existential", Self::Existential),
        ("punctuation", Self::Punctuation),
        ("other", Self::Other),
    ];

    fn from_name(name: &str) -> Self {
        Self::NAMED.iter().find(|(n, _)| *n == name).map_or(Self::Other, |&(_, tag)| tag)
    }

    /// Whether it can head a noun phrase.
    #[must_use]
    pub const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Nouns | Self::Name)
    }

    /// Whether it is a form of a verb.
    #[must_use]
    pub const fn is_verbal(self) -> bool {
        matches!(
            self,
            Self::Past | Self::Participle | Self::Gerund | Self::Present | Self::Base | Self::Modal
        )
    }
}

const FNV_OFFSET: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;
/// Features per word.
const FEATURES: usize = 17;
const MAGIC: &[u8] = b"DLPOS1\n";

/// A trained model.
#[derive(Debug)]
pub struct SpeechTagger {
    tags: Vec<Tag>,
    /// Words that have one tag only, by hash.
    single: FxHashMap<u32, u8>,
    /// Where a feature's weights lie in `weights`.
    features: FxHashMap<u32, (u32, u8)>,
    weights: Vec<(u8, i8)>,
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
        let (mut features, mut weights) = (FxHashMap::default(), Vec::new());
        for _ in 0..reader.u32()? {
            let (hash, count) = (reader.u32()?, reader.byte()?);
            features.insert(hash, (weights.len() as u32, count));
            for _ in 0..count {
                let tag = reader.byte()?;
                if tag >= 32 {
                    return None;
                }
                weights.push((tag, reader.byte()? as i8));
            }
        }
        Some(Self { tags, single, features, weights })
    }

    /// The tags of a sentence's words.
    #[must_use]
    pub fn tag(&self, words: &[SpeechWord<'_>]) -> Vec<Tag> {
        let shapes: Vec<u8> = words.iter().map(|word| shape(word.text)).collect();
        let edge = self.tags.len() as u8;
        let (mut previous, mut before) = (edge, edge);
        let mut out = Vec::with_capacity(words.len());
        for at in 0..words.len() {
            let single = self.single.get(&feature(0, &[words[at].lower.as_bytes()]));
            let tag = single
                .copied()
                .unwrap_or_else(|| self.best(&hashes(words, &shapes, at, previous, before)));
            (before, previous) = (previous, tag);
            out.push(self.tags.get(usize::from(tag)).copied().unwrap_or(Tag::Other));
        }
        out
    }

    fn best(&self, hashes: &[u32; FEATURES]) -> u8 {
        let mut scores = [0_i32; 32];
        for hash in hashes {
            if let Some(&(start, count)) = self.features.get(hash) {
                let start = start as usize;
                for &(tag, weight) in &self.weights[start..start + usize::from(count)] {
                    scores[usize::from(tag)] += i32::from(weight);
                }
            }
        }
        let known = &scores[..self.tags.len().min(scores.len())];
        let best = known.iter().enumerate().max_by_key(|&(at, &score)| (score, usize::MAX - at));
        best.map_or(0, |(at, _)| at as u8)
    }
}

fn hashes(
    words: &[SpeechWord<'_>],
    shapes: &[u8],
    at: usize,
    previous: u8,
    before: u8,
) -> [u32; FEATURES] {
    const EDGE: &[u8] = b"^";
    const EDGE_SHAPE: u8 = 16;
    let lower = |at: Option<usize>| {
        at.and_then(|at| words.get(at)).map_or(EDGE, |word| word.lower.as_bytes())
    };
    let shape = |at: usize| shapes.get(at).copied().unwrap_or(EDGE_SHAPE);
    let (word, left) = (lower(Some(at)), lower(at.checked_sub(1)));
    let (right, second) = (lower(Some(at + 1)), lower(Some(at + 2)));
    let own = [shape(at)];
    let (last, last_but_one) = ([previous], [before]);
    [
        feature(1, &[word]),
        feature(2, &[suffix(word, 3)]),
        feature(3, &[suffix(word, 2)]),
        feature(4, &[&own, &[u8::from(at == 0)]]),
        feature(5, &[&last]),
        feature(6, &[&last, &last_but_one]),
        feature(7, &[&last, word]),
        feature(8, &[left]),
        feature(9, &[right]),
        feature(10, &[suffix(right, 3)]),
        feature(11, &[suffix(word, 3), &last]),
        feature(12, &[&own, &[shape(at + 1)]]),
        feature(13, &[second]),
        feature(14, &[word, right]),
        feature(15, &[suffix(left, 3), &own]),
        feature(16, &[suffix(word, 4)]),
        feature(17, &[&word[..word.len().min(2)]]),
    ]
}

/// 32-bit FNV-1a over the kind and the parts, each part ended by a zero byte.
fn feature(kind: u8, parts: &[&[u8]]) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(FNV_PRIME);
    parts.iter().fold(step(FNV_OFFSET, kind), |hash, part| {
        step(part.iter().fold(hash, |hash, &byte| step(hash, byte)), 0)
    })
}

fn suffix(word: &[u8], count: usize) -> &[u8] {
    &word[word.len().saturating_sub(count)..]
}

/// Bits: 1 starts upper, 2 all upper, 4 has a digit, 8 has a hyphen, 16 starts with no letter.
fn shape(word: &str) -> u8 {
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
            let words: Vec<_> = sentence
                .split(' ')
                .zip(lower.split(' '))
                .map(|(text, lower)| SpeechWord { lower, text })
                .collect();
            assert_eq!(tagger().tag(&words), expected, "{sentence}");
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
        assert!(SpeechTagger::parse(b"DLPOS1\n\x02noun\n").is_none());
    }
}
