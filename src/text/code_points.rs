//! From byte offsets to Unicode code points, for the formats that count those.

use super::Span;

/// Converts byte offsets of one text. Asked in rising order, it reads the text once in all.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    byte: usize,
    count: usize,
}

impl<'a> CodePoints<'a> {
    /// A converter for a text.
    #[must_use]
    pub const fn new(text: &'a str) -> Self {
        Self { text, byte: 0, count: 0 }
    }

    /// The first and the last code point (exclusive) of a span.
    pub fn of(&mut self, span: Span) -> (usize, usize) {
        let start = self.at(span.start as usize);
        let (byte, count) = (self.byte, self.count);
        let end = self.at(span.end as usize);
        // Spans overlap and nest: the next one may start before this one's end.
        (self.byte, self.count) = (byte, count);
        (start, end)
    }

    /// The number of code points before a byte offset; the text's length for one beyond its
    /// end. An offset inside a character counts as its end.
    pub fn at(&mut self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if byte < self.byte {
            (self.byte, self.count) = (0, 0);
        }
        self.count += count_starts(&self.text.as_bytes()[self.byte..byte]);
        self.byte = byte;
        self.count
    }
}

/// Counts the bytes that start a character in UTF-8: all but continuation bytes (10xxxxxx).
fn count_starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| (byte & 0xC0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_forwards_and_back() {
        let text = "Київ, Kyiv – 𝕏!";
        let mut code_points = CodePoints::new(text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(code_points.at(byte), count);
        }
        assert_eq!(code_points.at(0), 0);
        assert_eq!(code_points.at(text.len() + 9), text.chars().count());
    }

    #[test]
    fn spans_may_nest() {
        let mut code_points = CodePoints::new("єдина мить");
        assert_eq!(code_points.of(Span::new(0, 10)), (0, 5));
        assert_eq!(code_points.of(Span::new(2, 4)), (1, 2));
    }
}
