//! Whether a line goes on with the sentence of the line before, or begins anew.

use super::line::Line;

/// How a text breaks its lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrap {
    /// Every line is a paragraph.
    None,
    /// Lines are filled with words up to so many characters.
    At(usize),
}

/// Nobody wraps lines by hand at fewer or at more characters; 160 leaves room for text copied
/// from a window or a page in small print.
const WIDTHS: std::ops::RangeInclusive<usize> = 36..=160;

/// How the text of these lines breaks them.
///
/// Nine in ten lines are no longer than the width at which they are wrapped; most of them are
/// filled up to it, and many of those end in the middle of a sentence. Where either is missing,
/// every line is a paragraph: an entry of a chronology, a short news item.
pub(super) fn detect(lines: &[Line]) -> Wrap {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.indent + line.width).collect();
    if widths.is_empty() {
        return Wrap::None;
    }
    let at = (widths.len() * 9 / 10).min(widths.len() - 1);
    let (_, &mut width, _) = widths.select_nth_unstable(at);
    if !WIDTHS.contains(&width) {
        return Wrap::None;
    }
    let (mut pairs, mut filled, mut broken) = (0usize, 0usize, 0usize);
    for pair in lines.windows(2).filter(|pair| !pair[1].after_blank) {
        pairs += 1;
        filled += usize::from(needed(&pair[0], &pair[1]) * 5 > width * 4);
        broken += usize::from(breaks_off(pair[0].words));
    }
    if pairs > 0 && filled * 2 >= pairs && broken * 10 >= pairs * 3 {
        Wrap::At(width)
    } else {
        Wrap::None
    }
}

impl Wrap {
    /// Whether `next` goes on where `line`, which stands right above it, breaks off.
    pub(super) fn joins(self, line: &Line, next: &Line) -> bool {
        if breaks_off(line.words) && next.words.starts_with(char::is_lowercase) {
            return true;
        }
        let Self::At(width) = self else { return false };
        if next.indent >= line.indent + 2 {
            // The first line of a paragraph is set in.
            return false;
        }
        let needed = needed(line, next);
        if needed > width {
            return true;
        }
        // Text copied from a page is wrapped by its letters' widths, and its lines are ragged.
        breaks_off(line.words) && needed * 5 > width * 4
    }
}

/// How long a line would be if the first word of the next one had been put on it.
fn needed(line: &Line, next: &Line) -> usize {
    let first_word = next.words.split_whitespace().next().unwrap_or_default();
    line.indent + line.width + 1 + first_word.chars().count()
}

/// Whether a line ends as no sentence and no heading of a list ends.
fn breaks_off(words: &str) -> bool {
    !words.trim_end_matches(is_closing).ends_with(is_terminal)
}

/// What may follow the last word's full stop: quotation marks, brackets, a footnote's number.
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | '‘' | ')' | ']' | '」' | '』')
}

/// What ends a sentence or announces a list, in the scripts of the world.
pub(super) fn is_terminal(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | ':' | ';' | '。' | '！' | '？' | '।' | '؟' | '۔' | '։' | '።'
    )
}
