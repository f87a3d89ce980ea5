//! Words, numbers and punctuation of a stretch of text.

use rustc_hash::FxHashSet;

use super::{Span, eight_letters};

/// A word, a number or a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Starts with a letter.
    Word,
    /// Starts with a digit.
    Number,
    /// A single sign.
    Sign,
}

/// What a language says of its tokens.
#[derive(Clone, Debug, Default)]
pub struct TokenRules {
    /// Abbreviations in lower case, without their final full stop: "gen", "u.s".
    pub abbreviations: FxHashSet<Box<str>>,
    /// Of these, the ones that can end a sentence: "inc", "u.s".
    pub final_abbreviations: FxHashSet<Box<str>>,
    /// Of these, the ones that are words in lower case, and so abbreviations only with a capital:
    /// "ore", "sun".
    pub capital_abbreviations: FxHashSet<Box<str>>,
    /// Ends of words that are tokens of their own, in lower case: "'s", "n't".
    pub clitics: Vec<Box<str>>,
    /// Words that start a sentence after an abbreviation that can end one, in lower case: "the".
    pub openers: FxHashSet<Box<str>>,
}

impl TokenRules {
    /// Whether a full stop after this word belongs to it: a known abbreviation, an initial, or
    /// letters with full stops between.
    #[must_use]
    pub fn is_abbreviation(&self, word: &str) -> bool {
        let mut chars = word.chars();
        let single = chars.next().is_some_and(char::is_uppercase) && chars.next().is_none();
        let lower = word.starts_with(char::is_lowercase);
        let known = || {
            holds(&self.abbreviations, word)
                && !(lower && self.capital_abbreviations.contains(word))
        };
        single || known() || is_dotted(word)
    }

    /// Whether a word, without its final full stop, is an abbreviation that can end a sentence.
    pub(super) fn is_final_abbreviation(&self, word: &str) -> bool {
        holds(&self.final_abbreviations, word)
    }

    /// Whether a word starts a sentence after an abbreviation.
    pub(super) fn is_opener(&self, word: &str) -> bool {
        holds(&self.openers, word)
    }
}

/// Whether a set of words in lower case holds this one.
fn holds(set: &FxHashSet<Box<str>>, word: &str) -> bool {
    const SHORT: usize = 32;
    let mut letters = [0; SHORT];
    match letters.get_mut(..word.len()).filter(|_| word.is_ascii()) {
        Some(letters) => {
            letters.copy_from_slice(word.as_bytes());
            letters.make_ascii_lowercase();
            std::str::from_utf8(letters).is_ok_and(|lower| set.contains(lower))
        }
        None => set.contains(word.to_lowercase().as_str()),
    }
}

/// Whether it is single letters with full stops between, or ends with such: "U.S", "a.m", "Japan-U.S".
fn is_dotted(word: &str) -> bool {
    // Few words have one at all.
    if !word.contains('.') {
        return false;
    }
    let letters = word.rsplit('-').next().unwrap_or(word);
    letters.contains('.')
        && letters
            .split('.')
            .all(|part| part.chars().count() == 1 && !part.contains(char::is_numeric))
}

/// Writes the tokens of a stretch of a text into a buffer, in place of what is there. A hyphenated word
/// is one token, and so are an abbreviation with its full stop and a number with its separators.
pub fn tokens(text: &str, within: Span, rules: &TokenRules, out: &mut Vec<Token>) {
    out.clear();
    let mut at = within.start as usize;
    let end = (within.end as usize).min(text.len());
    let bytes = &text.as_bytes()[..end];
    while let Some(&byte) = bytes.get(at) {
        // What is most frequent is asked for first: a jump by the kind of the byte would nearly
        // always go another way than the one before.
        if byte.is_ascii_alphabetic() {
            if let Some(stop) = plain_word(bytes, at) {
                out.push(Token { span: Span::new(at, stop), kind: TokenKind::Word });
                at = stop + usize::from(bytes.get(stop) == Some(&b' '));
                continue;
            }
        } else if byte == b' ' {
            at += 1;
            continue;
        } else if matches!(BYTES[usize::from(byte)], Byte::Sign | Byte::Joint) {
            out.push(Token { span: Span::new(at, at + 1), kind: TokenKind::Sign });
            at += 1;
            continue;
        }
        let Some(first) = char_at(text, at, end) else { break };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        if first.is_alphabetic() {
            let (stop, apostrophe) = word_end(text, at, end, rules);
            let word = Token { span: Span::new(at, stop), kind: TokenKind::Word };
            if apostrophe {
                push_parts(text, word, rules, out);
            } else {
                out.push(word);
            }
            at = stop;
            continue;
        }
        let (stop, kind) = if first.is_numeric() {
            (number_end(text, at, end), TokenKind::Number)
        } else {
            (at + first.len_utf8(), TokenKind::Sign)
        };
        out.push(Token { span: Span::new(at, stop), kind });
        at = stop;
    }
}

/// What a byte is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    Space,
    Letter,
    Digit,
    /// A sign that can join what stands on both sides of it to one word.
    Joint,
    Sign,
    /// A control character, or one beyond ASCII.
    Other,
}

static BYTES: [Byte; 256] = {
    let mut table = [Byte::Other; 256];
    let mut byte = 0;
    while byte < 128 {
        let sign = byte as u8;
        table[byte] = if sign.is_ascii_alphabetic() {
            Byte::Letter
        } else if sign.is_ascii_digit() {
            Byte::Digit
        } else if can_join(sign as char) {
            Byte::Joint
        } else if sign.is_ascii_punctuation() {
            Byte::Sign
        } else if sign == b' ' {
            Byte::Space
        } else {
            Byte::Other
        };
        byte += 1;
    }
    table
};

/// Where the word that starts here ends, if it is of letters and digits of ASCII alone and
/// nothing joins it to what follows, as is so for most words.
#[inline]
fn plain_word(bytes: &[u8], start: usize) -> Option<usize> {
    let mut stop = start;
    loop {
        let (letters, _) = eight_letters(bytes, stop);
        stop += letters;
        let Some(&byte) = bytes.get(stop) else { return Some(stop) };
        if byte == b' ' {
            return Some(stop);
        }
        match BYTES[usize::from(byte)] {
            Byte::Letter => {}
            Byte::Digit => stop += 1,
            Byte::Joint => return None,
            Byte::Other if !byte.is_ascii() => return None,
            Byte::Space | Byte::Sign | Byte::Other => return Some(stop),
        }
    }
}

/// The character at a place in front of `end`.
#[inline]
fn char_at(text: &str, at: usize, end: usize) -> Option<char> {
    let byte = *text.as_bytes()[..end].get(at)?;
    if byte.is_ascii() { Some(char::from(byte)) } else { text[at..end].chars().next() }
}

/// A word with an apostrophe: one token, or two where a clitic ends it.
fn push_parts(text: &str, token: Token, rules: &TokenRules, out: &mut Vec<Token>) {
    let word = token.span.of(text);
    let lower = word.to_lowercase().replace('\u{2019}', "'");
    let clitic =
        rules.clitics.iter().find(|c| lower.len() > c.len() && lower.ends_with(c.as_ref()));
    let Some(clitic) = clitic else {
        out.push(token);
        return;
    };
    let letters = clitic.chars().count();
    let cut = word.char_indices().rev().nth(letters - 1).map_or(0, |(at, _)| at);
    let middle = token.span.start as usize + cut;
    let (start, end) = (token.span.start as usize, token.span.end as usize);
    out.push(Token { span: Span::new(start, middle), ..token });
    out.push(Token { span: Span::new(middle, end), ..token });
}

/// Where a word ends, and whether an apostrophe is in it.
fn word_end(text: &str, start: usize, end: usize, rules: &TokenRules) -> (usize, bool) {
    let mut at = start;
    let mut apostrophe = false;
    loop {
        at = run_end(text, at, end);
        let Some(sign) = char_at(text, at, end).filter(|sign| can_join(*sign)) else {
            return (at, apostrophe);
        };
        let next = char_at(text, at + sign.len_utf8(), end);
        let joins = next.is_some_and(char::is_alphanumeric);
        match sign {
            '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}' | '&' if joins => {
                apostrophe |= matches!(sign, '\'' | '\u{2019}');
                at += sign.len_utf8();
            }
            '.' if joins && is_initials(&text[start..at], next) => at += 1,
            '.' if is_decimal(&text[start..at], next) => at += 1,
            '.' if rules.is_abbreviation(&text[start..at]) => {
                let mut behind = text[at + 1..end].chars();
                let hyphen = behind.next() == Some('-');
                if !hyphen || !behind.next().is_some_and(char::is_alphabetic) {
                    return (at + 1, apostrophe);
                }
                at += 2;
            }
            _ => return (at, apostrophe),
        }
    }
}

/// Whether a sign can be part of a word.
const fn can_join(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}' | '&' | '.')
}

/// Where a run of letters, digits and the marks on them ends.
fn run_end(text: &str, start: usize, end: usize) -> usize {
    let bytes = &text.as_bytes()[..end];
    let mut at = start;
    loop {
        while bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
            at += 1;
        }
        match bytes.get(at) {
            Some(byte) if !byte.is_ascii() => {}
            _ => return at,
        }
        match text[at..end].chars().next() {
            Some(c) if c.is_alphanumeric() || is_mark(c) => at += c.len_utf8(),
            _ => return at,
        }
    }
}

/// Whether "U", "U.S" or "Japan-U" goes on after a full stop with the next character.
fn is_initials(word: &str, next: Option<char>) -> bool {
    let last = word.rsplit(['.', '-']).next().unwrap_or(word);
    last.chars().count() == 1 && next.is_some_and(char::is_alphabetic)
}

/// Whether "magnitude-7" goes on behind its decimal point.
fn is_decimal(word: &str, next: Option<char>) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    word.ends_with(digit) && next.is_some_and(digit)
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

fn number_end(text: &str, start: usize, end: usize) -> usize {
    let mut at = start;
    loop {
        while let Some(c) = char_at(text, at, end).filter(|c| c.is_alphanumeric()) {
            at += c.len_utf8();
        }
        let Some(sign @ ('.' | ',' | ':' | '-')) = char_at(text, at, end) else { return at };
        let Some(next) = char_at(text, at + 1, end).filter(|c| c.is_alphanumeric()) else {
            return at;
        };
        if sign != '-' && !next.is_numeric() {
            return at;
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let set = |words: &[&str]| words.iter().map(|&w| w.into()).collect();
        let rules = TokenRules {
            abbreviations: set(&["gen", "nov"]),
            final_abbreviations: set(&[]),
            capital_abbreviations: set(&["nov"]),
            clitics: vec!["'s".into(), "n't".into()],
            openers: set(&[]),
        };
        let mut found = Vec::new();
        tokens(text, Span::new(0, text.len()), &rules, &mut found);
        let found: Vec<_> = found.iter().map(|token| token.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_keep_what_belongs_to_them() {
        check("Gen. Smith left.", &["Gen.", "Smith", "left", "."]);
        check("J. R. Orr of the U.S. army", &["J.", "R.", "Orr", "of", "the", "U.S.", "army"]);
        check("a Russian-backed mayor", &["a", "Russian-backed", "mayor"]);
        check("Ukraine\u{2019}s men didn't", &["Ukraine", "\u{2019}s", "men", "did", "n't"]);
        check("on 3.5 or 12,000 (May)", &["on", "3.5", "or", "12,000", "(", "May", ")"]);
        check("the U.S.-EU summit", &["the", "U.S.-EU", "summit"]);
        check("the EU-U.S. summit. It", &["the", "EU-U.S.", "summit", ".", "It"]);
        check("90km, 19th", &["90km", ",", "19th"]);
        check("a magnitude-7.5 quake", &["a", "magnitude-7.5", "quake"]);
        check("", &[]);
    }
}
