//! The words of a paragraph as they are shown, tied byte by byte to the words as they stand.
//!
//! White space of running text is collapsed, lines that were wrapped by hand flow on, and
//! characters that have no picture are left out. Offsets translate both ways.

use crate::document::BlockKind;

/// A text whose longest line is shorter than this was not wrapped by hand: its line breaks are
/// meant (an address, a verse).
const WRAPPED_AT_LEAST_CHARS: usize = 40;

/// A text as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Flow {
    text: String,
    /// What it consists of, in order; each piece reaches to the next one.
    pieces: Vec<Piece>,
    /// The length of the text that it was made from.
    source_len: usize,
}

/// The start of a stretch that was copied as it stands, or replaced; both are byte offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    shown: usize,
    source: usize,
    replaced: bool,
}

impl Flow {
    /// The text of a block of this kind, as it is to be shown.
    pub(super) fn new(source: &str, kind: BlockKind) -> Self {
        let mut flow = Self { source_len: source.len(), ..Self::default() };
        match kind {
            BlockKind::Preformatted => flow.copy_lines(source),
            BlockKind::TableRow => flow.copy_cells(source),
            _ => flow.collapse(source),
        }
        flow
    }

    /// The text as it is shown.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a byte of the source is shown; the nearest byte that is, if it is left out.
    pub(super) fn to_shown(&self, source: usize) -> usize {
        let next = self.pieces.partition_point(|piece| piece.source <= source);
        let end = self.pieces.get(next).map_or(self.text.len(), |piece| piece.shown);
        match next.checked_sub(1).and_then(|before| self.pieces.get(before)) {
            Some(piece) if piece.replaced && source > piece.source => end,
            Some(piece) => (piece.shown + (source - piece.source)).min(end),
            None => 0,
        }
    }

    /// Where a byte that is shown stands in the source.
    pub(super) fn to_source(&self, shown: usize) -> usize {
        if shown >= self.text.len() {
            return self.source_len;
        }
        let next = self.pieces.partition_point(|piece| piece.shown <= shown);
        match next.checked_sub(1).and_then(|before| self.pieces.get(before)) {
            Some(piece) if piece.replaced => piece.source,
            Some(piece) => piece.source + (shown - piece.shown),
            None => 0,
        }
    }

    fn copy(&mut self, source: &str, start: usize, end: usize) {
        if start < end {
            self.pieces.push(Piece { shown: self.text.len(), source: start, replaced: false });
            self.text.push_str(&source[start..end]);
        }
    }

    /// Shows `instead` where the source has what starts at `source`.
    fn replace(&mut self, source: usize, instead: &str) {
        self.pieces.push(Piece { shown: self.text.len(), source, replaced: true });
        self.text.push_str(instead);
    }

    fn copy_lines(&mut self, source: &str) {
        self.rewrite(source, |character| (character == '\t').then_some("    "));
    }

    fn copy_cells(&mut self, source: &str) {
        self.rewrite(source, |character| match character {
            '\t' => Some("  ·  "),
            '\n' => Some(" "),
            _ => None,
        });
    }

    /// Copies everything but what has no picture and what `instead` has another text for.
    fn rewrite(&mut self, source: &str, instead: impl Fn(char) -> Option<&'static str>) {
        let mut copied_to = 0;
        for (at, character) in source.char_indices() {
            let other = instead(character);
            if other.is_none() && (character == '\n' || !is_invisible(character)) {
                continue;
            }
            self.copy(source, copied_to, at);
            if let Some(text) = other {
                self.replace(at, text);
            }
            copied_to = at + character.len_utf8();
        }
        self.copy(source, copied_to, source.len());
    }

    fn collapse(&mut self, source: &str) {
        let longest = longest_line(source);
        let mut copied_to = 0;
        let mut characters = source.char_indices().peekable();
        while let Some((at, character)) = characters.next() {
            let mut end = at + character.len_utf8();
            if character.is_whitespace() {
                while let Some((next, space)) = characters.next_if(|(_, c)| c.is_whitespace()) {
                    end = next + space.len_utf8();
                }
                let space = &source[at..end];
                if space == " " {
                    continue;
                }
                self.copy(source, copied_to, at);
                let meant = space.contains('\n') && is_meant(source, at, end, longest);
                self.replace(at, if meant { "\n" } else { " " });
                copied_to = end;
            } else if is_invisible(character) {
                self.copy(source, copied_to, at);
                copied_to = end;
            }
        }
        self.copy(source, copied_to, source.len());
    }
}

/// Whether the break between a line that ends at `line_end` and one that starts at `next_start`
/// is meant: the first word of the next line would have found room.
fn is_meant(source: &str, line_end: usize, next_start: usize, longest: usize) -> bool {
    if longest < WRAPPED_AT_LEAST_CHARS {
        return true;
    }
    let line_start = source[..line_end].rfind('\n').map_or(0, |at| at + 1);
    let line = source[line_start..line_end].trim().chars().count();
    let word = source[next_start..].chars().take_while(|c| !c.is_whitespace()).count();
    line + 1 + word <= longest
}

fn longest_line(source: &str) -> usize {
    source.lines().map(|line| line.trim().chars().count()).max().unwrap_or_default()
}

/// Whether a font has no picture for it: controls, the soft hyphen, zero-width spaces and
/// marks, the byte order mark.
fn is_invisible(character: char) -> bool {
    character.is_control() || matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: BlockKind, source: &str, shown: &str) -> Flow {
        let flow = Flow::new(source, kind);
        assert_eq!(flow.text(), shown);
        flow
    }

    #[test]
    fn lines_wrapped_by_hand_flow_on() {
        check(
            BlockKind::Paragraph,
            "The ministers met in the old town hall on\r\nMonday and agreed  on three points.",
            "The ministers met in the old town hall on Monday and agreed on three points.",
        );
    }

    #[test]
    fn a_line_that_had_room_was_ended_on_purpose() {
        check(
            BlockKind::Paragraph,
            "Present: the chair\nApologies: the delegate of the northern province\nDate: 4 May",
            "Present: the chair\nApologies: the delegate of the northern province Date: 4 May",
        );
        check(BlockKind::Paragraph, "12 High Street\nYork", "12 High Street\nYork");
    }

    #[test]
    fn preformatted_text_keeps_its_lines_and_rows_their_cells() {
        check(BlockKind::Preformatted, "a  b\n\tc", "a  b\n    c");
        check(BlockKind::TableRow, "1848\tUprising", "1848  ·  Uprising");
    }

    #[test]
    fn offsets_translate_both_ways() {
        let source = "Ви\u{ad}бори  у \n  березні";
        let flow = check(BlockKind::Paragraph, source, "Вибори у\nберезні");
        for word in ["бори", "у", "березні"] {
            let at = source.find(word).expect("a word of the source");
            let shown = flow.to_shown(at);
            assert!(flow.text()[shown..].starts_with(word), "{word}");
            assert_eq!(flow.to_source(shown), at, "{word}");
        }
        assert_eq!(flow.to_shown(source.len()), flow.text().len());
        assert_eq!(flow.to_source(flow.text().len()), source.len());
    }

    #[test]
    fn every_offset_lands_on_a_character() {
        let source = "a\u{feff}é \t\u{200b} ß\r\n\t…";
        for kind in [BlockKind::Paragraph, BlockKind::Preformatted, BlockKind::TableRow] {
            let flow = Flow::new(source, kind);
            for (at, _) in source.char_indices() {
                assert!(flow.text().is_char_boundary(flow.to_shown(at)), "{kind:?} {at}");
            }
            for (at, _) in flow.text().char_indices() {
                assert!(source.is_char_boundary(flow.to_source(at)), "{kind:?} {at}");
            }
        }
    }
}
