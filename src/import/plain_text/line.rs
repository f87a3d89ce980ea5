//! The lines of a text, and what each shows by the way it begins.

use memchr::memmem;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    /// Where its words start in the text.
    pub start: usize,
    /// The line without the white space around it.
    pub words: &'t str,
    /// How many characters of white space stand before its words.
    pub indent: usize,
    /// How many characters its words have.
    pub width: usize,
    /// Whether it is the first line, or a blank one stands before it.
    pub after_blank: bool,
    /// What it shows itself to be.
    pub shape: Shape,
}

impl Line<'_> {
    /// The byte after its words.
    pub(super) const fn end(&self) -> usize {
        self.start + self.words.len()
    }
}

/// What a line shows itself to be, by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Nothing but words.
    Prose,
    /// It begins with a bullet or a number of a list.
    Item,
    /// It begins with the sign of a quotation.
    Quote,
    /// It has a gap or a bar in its middle, as a row of a table has; it takes two to be sure.
    Gap,
    /// It has several cells, and is a row whatever stands around it.
    Row,
    /// It begins with a name and a colon, as the head of a letter does.
    Field,
    /// It has neither letters nor digits: a line drawn across.
    Rule,
}

/// The lines of a text that are not blank. Lines end at `\n`, `\r\n` or `\r`.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut after_blank = true;
    let mut start = 0;
    while start < text.len() {
        let rest = &text[start..];
        let length = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        let (whole, terminator) = rest.split_at(length);
        let words = whole.trim();
        if words.is_empty() {
            after_blank = true;
        } else {
            let before = &whole[..whole.len() - whole.trim_start().len()];
            lines.push(Line {
                start: start + before.len(),
                words,
                indent: before.chars().count(),
                width: words.chars().count(),
                after_blank,
                shape: shape(words),
            });
            after_blank = false;
        }
        start += length + if terminator.starts_with("\r\n") { 2 } else { 1 };
    }
    lines
}

fn shape(words: &str) -> Shape {
    if !words.chars().any(char::is_alphanumeric) {
        Shape::Rule
    } else if words.starts_with('>') {
        Shape::Quote
    } else if let Some(row) = row(words) {
        row
    } else if label(words).is_some() {
        Shape::Item
    } else if is_field(words) {
        Shape::Field
    } else {
        Shape::Prose
    }
}

/// Whether a line is a row of a table: cells parted by tabs, by wide gaps or by bars.
fn row(words: &str) -> Option<Shape> {
    let tabs = memchr::memchr_iter(b'\t', words.as_bytes()).count();
    let bars = memchr::memchr_iter(b'|', words.as_bytes()).count();
    if tabs >= 2 || (bars >= 2 && words.starts_with('|')) {
        Some(Shape::Row)
    } else if tabs == 1 || bars >= 2 || memmem::find(words.as_bytes(), b"   ").is_some() {
        Some(Shape::Gap)
    } else {
        None
    }
}

/// The bullet or number with which a line begins as an item of a list, without the space.
///
/// An em dash is none: it opens direct speech in many languages.
pub(super) fn label(words: &str) -> Option<&str> {
    const BULLETS: &str = "-*+•‣◦–·▪●○■□►➤»✓";
    let (label, rest) = words.split_once(char::is_whitespace)?;
    if rest.trim().is_empty() {
        return None;
    }
    let mut chars = label.chars();
    let is_bullet = chars.next().is_some_and(|c| BULLETS.contains(c)) && chars.next().is_none();
    (is_bullet || is_number(label)).then_some(label)
}

/// `1.`, `12)`, `(3)`, `a)`, `(b)`, `iv.`, `2.1.`
fn is_number(label: &str) -> bool {
    let (inner, closed) = match label.strip_prefix('(') {
        Some(rest) => match rest.strip_suffix(')') {
            Some(inner) => (inner, true),
            None => return false,
        },
        None => match label.strip_suffix(')') {
            Some(inner) => (inner, true),
            None => match label.strip_suffix('.') {
                Some(inner) => (inner, false),
                None => return false,
            },
        },
    };
    let is_digits = !inner.is_empty()
        && inner.len() <= 8
        && inner
            .split('.')
            .all(|n| (1..=3).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()));
    let is_letter = closed && inner.chars().count() == 1 && inner.chars().all(char::is_alphabetic);
    let is_roman = (1..=5).contains(&inner.len()) && inner.bytes().all(|b| b"ivx".contains(&b));
    is_digits || is_letter || is_roman
}

/// `Name: value`, the name being one word that begins with a capital letter.
fn is_field(words: &str) -> bool {
    let Some((name, rest)) = words.split_once(':') else { return false };
    rest.starts_with([' ', '\t'])
        && (2..=24).contains(&name.len())
        && name.chars().next().is_some_and(char::is_uppercase)
        && name.chars().all(|c| c.is_alphabetic() || c == '-')
}
