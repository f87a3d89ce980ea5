//! Letters beyond ASCII in lower case, by their bytes.

use std::sync::LazyLock;

/// Whether a character beyond ASCII is part of the word that it stands in: letters are, marks,
/// and soft hyphens.
pub(super) fn is_in_word(letter: char) -> bool {
    letter.is_alphabetic() || ('\u{300}'..='\u{36F}').contains(&letter) || letter == '\u{AD}'
}

/// The letters with two bytes in UTF-8, U+0080 to U+07FF: those of nearly every alphabet.
pub(super) struct TwoByteLetters([[u8; 2]; 0x800]);

impl TwoByteLetters {
    /// The one table.
    pub(super) fn get() -> &'static Self {
        static TABLE: LazyLock<TwoByteLetters> = LazyLock::new(|| {
            TwoByteLetters(std::array::from_fn(|code| small(code as u32).unwrap_or_default()))
        });
        &TABLE
    }

    /// What is part of a word, in lower case, from its two bytes. `None` for what is not, and for
    /// what has no lower case of two bytes.
    #[inline]
    pub(super) fn small(&self, first: u8, second: u8) -> Option<[u8; 2]> {
        if !(0xC2..0xE0).contains(&first) {
            return None;
        }
        let code = usize::from(first & 0x1F) << 6 | usize::from(second & 0x3F);
        let small = self.0[code];
        (small[0] != 0).then_some(small)
    }
}

fn small(code: u32) -> Option<[u8; 2]> {
    let letter = char::from_u32(code).filter(|&letter| letter >= '\u{80}' && is_in_word(letter))?;
    let mut small = letter.to_lowercase();
    let (Some(small), None) = (small.next(), small.next()) else { return None };
    let mut bytes = [0; 4];
    small.encode_utf8(&mut bytes).as_bytes().try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_two_bytes_are_made_small() {
        let table = TwoByteLetters::get();
        for letter in '\u{80}'..'\u{800}' {
            let mut bytes = [0; 2];
            letter.encode_utf8(&mut bytes);
            let small: String = letter.to_lowercase().collect();
            match table.small(bytes[0], bytes[1]) {
                Some(found) => assert_eq!(found, small.as_bytes(), "{letter}"),
                None => assert!(!is_in_word(letter) || small.len() != 2, "{letter}"),
            }
        }
        assert_eq!(table.small(b'a', b'b'), None);
        assert_eq!(table.small(0xE2, 0x80), None);
    }
}
