//! The first pass: a text as tokens with symbols, a window at a time.

use crate::language::{Lexicon, Symbol, UNKNOWN};
use crate::text::Span;

/// One word, number or sign of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: u32,
    pub(super) end: u32,
    /// A word's entry in the lexicon, a number's value, a sign's byte.
    pub(super) content: u32,
    pub(super) symbol: Symbol,
    flags: u8,
}

const SPACE: u8 = 1;
const BREAK: u8 = 2;
const CAPITAL: u8 = 4;
const WORD: u8 = 8;
const NUMBER: u8 = 16;

impl Token {
    /// Whether white space stands before it.
    pub(super) const fn spaced(&self) -> bool {
        self.flags & SPACE != 0
    }

    /// Whether a paragraph or another block starts with it.
    pub(super) const fn opens_block(&self) -> bool {
        self.flags & BREAK != 0
    }

    /// Whether it is a word that starts with a capital.
    pub(super) const fn capital(&self) -> bool {
        self.flags & CAPITAL != 0
    }

    pub(super) const fn is_word(&self) -> bool {
        self.flags & WORD != 0
    }

    pub(super) const fn is_number(&self) -> bool {
        self.flags & NUMBER != 0
    }

    /// Whether it is this sign.
    pub(super) const fn is_sign(&self, sign: u8) -> bool {
        self.flags & (WORD | NUMBER) == 0 && self.content == sign as u32
    }

    pub(super) const fn span(&self) -> Span {
        Span { start: self.start, end: self.end }
    }
}

/// What a byte can start.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    Space,
    Line,
    Letter,
    Capital,
    Digit,
    Sign,
    /// The first byte of a character beyond ASCII.
    Wide,
}

static BYTES: [Byte; 256] = {
    let mut table = [Byte::Wide; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b'\n' => Byte::Line,
            b'a'..=b'z' => Byte::Letter,
            b'A'..=b'Z' => Byte::Capital,
            b'0'..=b'9' => Byte::Digit,
            0..=b' ' | 127 => Byte::Space,
            _ => Byte::Sign,
        };
        byte += 1;
    }
    table
};

/// Longer words are no words of a pack.
const LONGEST: usize = 48;

/// Reads a text token by token.
pub(super) struct Tokenizer<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    at: usize,
    /// Where blocks start, in order; those passed are gone.
    blocks: &'a [u32],
    /// A word in lower case, for the lexicon.
    folded: [u8; LONGEST],
}

impl<'a> Tokenizer<'a> {
    pub(super) fn new(text: &'a str, lexicon: &'a Lexicon, blocks: &'a [u32]) -> Self {
        Self { text, lexicon, at: 0, blocks, folded: [0; LONGEST] }
    }

    /// The next token; `None` at the end of the text.
    pub(super) fn next(&mut self) -> Option<Token> {
        let mut flags = self.skip_space();
        let bytes = self.text.as_bytes();
        let start = self.at;
        let &first = bytes.get(start)?;
        if let Some((&block, rest)) = self.blocks.split_first()
            && block as usize <= start
        {
            flags |= BREAK | SPACE;
            self.blocks = rest;
        }
        Some(match BYTES[first as usize] {
            Byte::Letter => self.word(start, flags),
            Byte::Capital => self.word(start, flags | CAPITAL),
            Byte::Digit => self.number(start, flags),
            Byte::Wide => self.wide(start, flags),
            Byte::Space | Byte::Line | Byte::Sign => {
                self.at += 1;
                self.token(start, u32::from(first), self.lexicon.sign(first), flags)
            }
        })
    }

    fn token(&self, start: usize, content: u32, symbol: Symbol, flags: u8) -> Token {
        Token { start: start as u32, end: self.at as u32, content, symbol, flags }
    }

    /// Passes over white space; a blank line breaks the text.
    fn skip_space(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        let from = self.at;
        let mut lines = 0;
        while let Some(&byte) = bytes.get(self.at) {
            match BYTES[byte as usize] {
                Byte::Space => self.at += 1,
                Byte::Line => {
                    lines += 1;
                    self.at += 1;
                }
                Byte::Wide => match self.wide_char() {
                    Some(space) if space.is_whitespace() => self.at += space.len_utf8(),
                    _ => break,
                },
                _ => break,
            }
        }
        match lines {
            0 => u8::from(self.at > from) * SPACE,
            1 => SPACE,
            _ => SPACE | BREAK,
        }
    }

    fn wide_char(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    fn number(&mut self, start: usize, flags: u8) -> Token {
        let digits = &self.text.as_bytes()[start..];
        let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at = start + length;
        let value = digits[..length.min(9)]
            .iter()
            .fold(0_u32, |value, digit| value * 10 + u32::from(digit - b'0'));
        self.token(start, value, self.lexicon.number(length, value), flags | NUMBER)
    }

    fn word(&mut self, start: usize, flags: u8) -> Token {
        let (letters, head) = eight_letters(self.text.as_bytes(), start);
        if letters == 8 {
            return self.long_word(start, head, flags);
        }
        self.at = start + letters;
        match self.text.as_bytes().get(self.at) {
            Some(b'.') => self.before_stop(start, head, letters, flags),
            Some(128..) if self.wide_char().is_some_and(is_in_word) => self.wide_word(start, flags),
            _ => self.word_token(start, self.lexicon.find_short(head), flags),
        }
    }

    /// A word of eight ASCII letters, `head`, and perhaps more.
    fn long_word(&mut self, start: usize, head: u64, flags: u8) -> Token {
        let bytes = self.text.as_bytes();
        let (mut length, mut chunk) = (0, (8, head));
        loop {
            if let Some(room) = self.folded.get_mut(length..length + 8) {
                room.copy_from_slice(&chunk.1.to_le_bytes());
            }
            length += chunk.0;
            if chunk.0 < 8 {
                break;
            }
            chunk = eight_letters(bytes, start + length);
        }
        self.at = start + length;
        match bytes.get(self.at) {
            Some(128..) if self.wide_char().is_some_and(is_in_word) => self.wide_word(start, flags),
            next => {
                let entry = self.find(length);
                let stop = next == Some(&b'.');
                self.stopped(start, entry, stop, flags)
            }
        }
    }

    fn find(&self, length: usize) -> u32 {
        self.folded.get(..length).map_or(UNKNOWN, |word| self.lexicon.find(word))
    }

    fn word_token(&self, start: usize, entry: u32, flags: u8) -> Token {
        let symbol = self.lexicon.word(entry, flags & CAPITAL != 0);
        self.token(start, entry, symbol, flags | WORD)
    }

    /// A word of a few letters, `head`, with a full stop behind it.
    fn before_stop(&mut self, start: usize, head: u64, letters: usize, flags: u8) -> Token {
        if letters == 1
            && let Some(token) = self.initials(start, flags)
        {
            return token;
        }
        self.stopped(start, self.lexicon.find_short(head), true, flags)
    }

    /// A word that is read up to here; one with a full stop behind it may be an abbreviation,
    /// which keeps it.
    fn stopped(&mut self, start: usize, entry: u32, stop: bool, flags: u8) -> Token {
        let dotted = if stop { self.lexicon.dotted(entry) } else { UNKNOWN };
        if dotted == UNKNOWN {
            return self.word_token(start, entry, flags);
        }
        self.at += 1;
        self.word_token(start, dotted, flags)
    }

    /// Letters with a full stop each: "a.m.", "B.C".
    fn initials(&mut self, start: usize, flags: u8) -> Option<Token> {
        let bytes = self.text.as_bytes();
        let letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
        let mut length = 0;
        let mut at = start;
        while length + 2 < 12 && letter(at) && !letter(at + 1) {
            self.folded[length] = bytes[at] | 0x20;
            length += 1;
            at += 1;
            if bytes.get(at) != Some(&b'.') {
                break;
            }
            self.folded[length] = b'.';
            length += 1;
            at += 1;
        }
        if length < 3 {
            return None;
        }
        let whole = self.find(length);
        if whole != UNKNOWN || self.folded[length - 1] != b'.' {
            self.at = at;
            return Some(self.word_token(start, whole, flags));
        }
        // The last stop may end the sentence instead.
        let without = self.find(length - 1);
        self.at = if without == UNKNOWN { at } else { at - 1 };
        Some(self.word_token(start, without, flags))
    }

    /// A token that starts with a character beyond ASCII.
    fn wide(&mut self, start: usize, flags: u8) -> Token {
        let Some(first) = self.wide_char() else {
            self.at += 1;
            return self.token(start, 0, self.lexicon.sign(0xFF), flags);
        };
        if first.is_alphabetic() {
            let capital = if first.is_uppercase() { CAPITAL } else { 0 };
            return self.wide_word(start, flags | capital);
        }
        self.at += first.len_utf8();
        let sign = match first {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => b'-',
            '\u{2018}' | '\u{2019}' | '\u{2BC}' => b'\'',
            '\u{201C}'..='\u{201F}' | '«' | '»' => b'"',
            _ => 0xFF,
        };
        self.token(start, u32::from(sign), self.lexicon.sign(sign), flags)
    }

    /// A word with characters beyond ASCII in it, read from its start.
    fn wide_word(&mut self, start: usize, flags: u8) -> Token {
        let letters = self.lexicon.letters();
        let mut length = 0;
        let mut end = start;
        let mut rest = self.text[start..].chars().peekable();
        while let Some(letter) = rest.next() {
            let joins = letters.apostrophe
                && matches!(letter, '\'' | '\u{2019}' | '\u{2BC}')
                && end > start
                && rest.peek().is_some_and(|next| next.is_alphabetic());
            if !joins && !is_in_word(letter) {
                break;
            }
            end += letter.len_utf8();
            let letter = if joins { '\'' } else { letter };
            for small in letter.to_lowercase() {
                let small = if small.is_ascii() { letters.meant(small) } else { small };
                let mut buffer = [0; 4];
                let encoded = small.encode_utf8(&mut buffer).as_bytes();
                if let Some(room) = self.folded.get_mut(length..length + encoded.len()) {
                    room.copy_from_slice(encoded);
                }
                length += encoded.len();
            }
        }
        self.at = end;
        let stop = self.text.as_bytes().get(end) == Some(&b'.');
        self.stopped(start, self.find(length), stop, flags)
    }
}

/// Whether a character beyond ASCII is part of the word that it stands in: letters are, marks,
/// and soft hyphens.
fn is_in_word(letter: char) -> bool {
    letter.is_alphabetic() || ('\u{300}'..='\u{36F}').contains(&letter) || letter == '\u{AD}'
}

/// One in each byte.
const EACH: u64 = 0x0101_0101_0101_0101;
/// The high bit of each byte.
const HIGH: u64 = 0x80 * EACH;

/// How many ASCII letters stand at a place, at most eight, and these in lower case, the first one
/// lowest, zeros behind them. All eight are looked at at once.
#[inline]
fn eight_letters(bytes: &[u8], at: usize) -> (usize, u64) {
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
