//! Selected words of a text: what is copied.

use crate::text::Span;

/// A stretch of text that is being selected, by byte offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TextSelection {
    /// Where it was begun.
    pub(super) start: usize,
    /// Where it has come to; may lie before the start.
    pub(super) end: usize,
}

impl TextSelection {
    /// From one place to another.
    pub(super) const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The word around a place, or the white space.
    pub(super) fn word(text: &str, offset: usize) -> Self {
        let offset = text.floor_char_boundary(offset);
        let is_word =
            |character: char| character.is_alphanumeric() || character == '\'' || character == '’';
        let inside = text[offset..].chars().next().is_some_and(is_word);
        let same = |character: char| is_word(character) == inside && character != '\n';
        let before = text[..offset].chars().rev().take_while(|&c| same(c)).map(char::len_utf8);
        let after = text[offset..].chars().take_while(|&c| same(c)).map(char::len_utf8);
        Self::new(offset - before.sum::<usize>(), offset + after.sum::<usize>())
    }

    /// The words, in the order of the text.
    pub(super) fn span(self) -> Span {
        Span::new(self.start.min(self.end), self.start.max(self.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_where_its_letters_do() {
        let text = "In Kyiv’s «café», 12 May";
        let check = |at: &str, word: &str| {
            let offset = text.find(at).expect("a part of the text");
            assert_eq!(TextSelection::word(text, offset).span().of(text), word);
        };
        check("yiv", "Kyiv’s");
        check("afé", "café");
        check("2 M", "12");
        check("»", "», ");
    }

    #[test]
    fn at_the_end_there_is_no_word_to_find() {
        assert_eq!(TextSelection::word("abc", 3).span().of("abc"), "");
        assert_eq!(TextSelection::word("", 0).span(), Span::new(0, 0));
    }

    #[test]
    fn a_selection_can_be_made_backwards() {
        assert_eq!(TextSelection::new(9, 4).span(), Span::new(4, 9));
    }
}
