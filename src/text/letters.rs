//! Letters of ASCII, eight at a time: what is done with nearly every byte of a text.

/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;
/// The high bit of each byte.
const HIGH: u64 = 0x80 * EACH;

/// How many ASCII letters stand at a place, at most eight, and these in lower case, the first one
/// lowest, zeros behind them. All eight are looked at at once.
#[must_use]
#[inline]
pub fn eight_letters(bytes: &[u8], at: usize) -> (usize, u64) {
    let (letters, word) = eight_as_written(bytes, at);
    (letters, (word | (0x20 * EACH)) & leading(letters))
}

/// The same with the letters as they are written.
#[must_use]
#[inline]
pub fn eight_letters_as_written(bytes: &[u8], at: usize) -> (usize, u64) {
    let (letters, word) = eight_as_written(bytes, at);
    (letters, word & leading(letters))
}

/// The bits of so many bytes, at most eight.
#[inline]
const fn leading(bytes: usize) -> u64 {
    if bytes == 8 { u64::MAX } else { (1 << (bytes * 8)) - 1 }
}

/// How many ASCII letters stand at a place, at most eight, and the eight bytes there.
#[inline]
fn eight_as_written(bytes: &[u8], at: usize) -> (usize, u64) {
    let rest = bytes.get(at..).unwrap_or_default();
    let word = rest.first_chunk().map_or_else(|| padded(rest), |eight| u64::from_le_bytes(*eight));
    let small = word | (0x20 * EACH);
    let low_bits = small & !HIGH;
    // The high bit of each byte: from 'a' on, and behind 'z'.
    let from_a = low_bits + u64::from(0x80 - b'a') * EACH;
    let behind_z = low_bits + u64::from(0x7F - b'z') * EACH;
    let others = !(from_a & !behind_z & !word) & HIGH;
    (others.trailing_zeros() as usize / 8, word)
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
    fn eight_letters_are_looked_at_at_once() {
        let check = |text: &str, letters: usize| {
            let small = text[..letters].to_lowercase();
            let mut head = [0; 8];
            head[..letters].copy_from_slice(small.as_bytes());
            let expected = (letters, u64::from_le_bytes(head));
            assert_eq!(eight_letters(text.as_bytes(), 0), expected, "{text}");
            let mut written = [0; 8];
            written[..letters].copy_from_slice(&text.as_bytes()[..letters]);
            let expected = (letters, u64::from_le_bytes(written));
            assert_eq!(eight_letters_as_written(text.as_bytes(), 0), expected, "{text}");
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
