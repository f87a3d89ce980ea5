//! How some words begin: whether a text may open with one of them, before that is looked up.

/// The first two letters of some words.
#[derive(Debug)]
pub(super) struct Openings(Vec<[u8; 2]>);

impl Openings {
    /// Those of words in lower case.
    pub(super) fn of<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let mut all: Vec<[u8; 2]> = words.map(opening).collect();
        all.sort_unstable();
        all.dedup();
        Self(all)
    }

    /// Whether the first word of a text, in lower case or not, may be one of the words. What begins
    /// with other letters than those of ASCII always may.
    pub(super) fn may_open(&self, text: &str) -> bool {
        let own = opening(text);
        !own.is_ascii() || self.0.contains(&own)
    }
}

/// The first two letters of a text in lower case, as far as they are of ASCII; 0 where no letter
/// stands.
fn opening(text: &str) -> [u8; 2] {
    let letter = |at: usize| match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii_alphabetic() || !byte.is_ascii() => byte.to_ascii_lowercase(),
        _ => 0,
    };
    [letter(0), letter(1)]
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
