//! How some words begin: whether a text may open with one of them, before that is looked up.

/// Letters of ASCII, and none.
const LETTERS: usize = 27;

/// The first two letters of some words: for each first one a bit for each second one.
#[derive(Debug)]
pub(super) struct Openings([u32; LETTERS]);

impl Openings {
    /// Those of words in lower case.
    pub(super) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut out = Self([0; LETTERS]);
        for (first, second) in words.filter_map(opening) {
            out.0[first] |= 1 << second;
        }
        out
    }

    /// Whether the first word of a text, in lower case or not, may be one of the words. What begins
    /// with other letters than those of ASCII always may.
    pub(super) fn may_open(&self, text: &str) -> bool {
        opening(text).is_none_or(|(first, second)| self.0[first] >> second & 1 == 1)
    }
}

/// The first two letters of a text by their numbers, 0 where no letter stands; nothing for letters
/// beyond ASCII.
fn opening(text: &str) -> Option<(usize, usize)> {
    let letter = |at: usize| match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii_alphabetic() => Some(usize::from(byte & 0x1F)),
        Some(byte) if !byte.is_ascii() => None,
        _ => Some(0),
    };
    Some((letter(0)?, letter(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_opening_of_a_word_is_missed() {
        let openings = Openings::of(["i", "we", "мій"].into_iter());
        for text in ["I", "i'm here", "We came", "WE", "мій дім", "Мій", "I’m", "\u{212A}elvin"]
        {
            assert!(openings.may_open(text), "{text}");
        }
        for text in ["in", "was", "", "1 we", "a we"] {
            assert!(!openings.may_open(text), "{text}");
        }
    }
}
