//! Letters in lower case, many at a time: what the first pass does with nearly every byte.

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

/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;
/// The high bit of each byte.
const HIGH: u64 = 0x80 * EACH;

/// How many ASCII letters stand at a place, at most eight, and these in lower case, the first one
/// lowest, zeros behind them. All eight are looked at at once.
#[inline]
pub(super) fn eight_letters(bytes: &[u8], at: usize) -> (usize, u64) {
    let rest = bytes.get(at..).unwrap_or_default();
    let word = rest.first_chunk().map_or_else(|| padded(rest), |eight| u64::from_le_bytes(*eight));
    let small = word | (0x20 * EACH);
    let low_bits = small & !HIGH;
    // The high bit of each byte: from 'a' on, and behind 'z'.
    let from_a = low_bits + u64::from(0x80 - b'a') * EACH;
    let behind_z = low_bits + u64::from(0x7F - b'z') * EACH;
    let others = !(from_a & !behind_z & !word) & HIGH;
    let letters = others.trailing_zeros() as usize / 8;
    let head = if letters == 8 { small } else { small & ((1 << (letters * 8)) - 1) };
    (letters, head)
}

/// The last few bytes of a text, zeros behind them.
#[cold]
fn padded(rest: &[u8]) -> u64 {
    let mut padded = [0; 8];
    padded[..rest.len()].copy_from_slice(rest);
    u64::from_le_bytes(padded)
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

    #[test]
    fn eight_letters_are_looked_at_at_once() {
        let check = |text: &str, letters: usize| {
            let small = text[..letters].to_lowercase();
            let mut head = [0; 8];
            head[..letters].copy_from_slice(small.as_bytes());
            let expected = (letters, u64::from_le_bytes(head));
            assert_eq!(eight_letters(text.as_bytes(), 0), expected, "{text}");
        };
        check("May 1941", 3);
        check("", 0);
        check("Az", 2);
        check("December", 8);
        check("Septembers", 8);
        check("Aé", 1);
        for sign in ['@', '[', '`', '{', '\0', '\u{7f}', '\u{80}', '0', 'é', '\'', '-'] {
            check(&format!("zaZA{sign}aaa"), 4);
        }
    }
}
