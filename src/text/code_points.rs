//! From byte offsets to Unicode code points, for the formats that count those.

use super::Span;

/// Bytes between two places at which the count is known.
const STEP: usize = 256;

/// Converts byte offsets of one text, in any order: the text is read once when it is made, and
/// a few hundred bytes of it for each question.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    /// The code points before every [`STEP`]th byte.
    before: Vec<u32>,
}

impl<'a> CodePoints<'a> {
    /// A converter for a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let chunks = text.as_bytes().chunks(STEP);
        let before = std::iter::once(0).chain(chunks.scan(0, |count, chunk| {
            *count += count_starts(chunk) as u32;
            Some(*count)
        }));
        Self { text, before: before.collect() }
    }

    /// The first and the last code point (exclusive) of a span.
    #[must_use]
    pub fn of(&self, span: Span) -> (usize, usize) {
        (self.at(span.start as usize), self.at(span.end as usize))
    }

    /// The number of code points before a byte offset; the text's length for one beyond its
    /// end. An offset inside a character counts as its end.
    #[must_use]
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        let chunk = byte / STEP;
        self.before[chunk] as usize + count_starts(&self.text.as_bytes()[chunk * STEP..byte])
    }
}

/// Counts the bytes that start a character in UTF-8: all but continuation bytes (10xxxxxx). So few
/// at a time that their number fits into a byte, and many can be added up at once.
fn count_starts(bytes: &[u8]) -> usize {
    let starts =
        |chunk: &[u8]| -> u8 { chunk.iter().map(|byte| u8::from((byte & 0xC0) != 0x80)).sum() };
    bytes.chunks(usize::from(u8::MAX)).map(|chunk| usize::from(starts(chunk))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_forwards_and_back() {
        let text = "Київ, Kyiv – 𝕏!";
        let code_points = CodePoints::new(text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(code_points.at(byte), count);
        }
        assert_eq!(code_points.at(0), 0);
        assert_eq!(code_points.at(text.len() + 9), text.chars().count());
    }

    #[test]
    fn spans_may_nest() {
        let code_points = CodePoints::new("єдина мить");
        assert_eq!(code_points.of(Span::new(0, 10)), (0, 5));
        assert_eq!(code_points.of(Span::new(2, 4)), (1, 2));
    }
}
