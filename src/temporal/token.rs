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
        let bytes = self.text.as_bytes();
        let mut length = 0;
        while let Some(&byte) = bytes.get(self.at) {
            match BYTES[byte as usize] {
                Byte::Letter | Byte::Capital => {
                    if length < LONGEST {
                        self.folded[length] = byte | 0x20;
                    }
                    length += 1;
                    self.at += 1;
                }
                Byte::Wide => return self.wide_word(start, flags),
                _ => break,
            }
        }
        if bytes.get(self.at) == Some(&b'.') && length <= 8 {
            return self.before_stop(start, length, flags);
        }
        let entry = self.find(length);
        self.word_token(start, entry, flags)
    }

    fn find(&self, length: usize) -> u32 {
        self.folded.get(..length).map_or(UNKNOWN, |word| self.lexicon.find(word))
    }

    fn word_token(&self, start: usize, entry: u32, flags: u8) -> Token {
        let symbol = self.lexicon.word(entry, flags & CAPITAL != 0);
        self.token(start, entry, symbol, flags | WORD)
    }

    /// A short word with a full stop behind it may be an abbreviation, which keeps it.
    fn before_stop(&mut self, start: usize, length: usize, flags: u8) -> Token {
        if length == 1
            && let Some(token) = self.initials(start, flags)
        {
            return token;
        }
        let plain = self.find(length);
        let dotted = self.lexicon.dotted(plain);
        if dotted == UNKNOWN {
            return self.word_token(start, plain, flags);
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
        let mut length = 0;
        let mut end = start;
        for letter in self.text[start..].chars() {
            // Marks and the apostrophe of Ukrainian stand inside words.
            if !(letter.is_alphabetic()
                || ('\u{300}'..='\u{36F}').contains(&letter)
                || letter == '\u{AD}')
            {
                break;
            }
            end += letter.len_utf8();
            for small in letter.to_lowercase() {
                let mut buffer = [0; 4];
                let encoded = small.encode_utf8(&mut buffer).as_bytes();
                if let Some(room) = self.folded.get_mut(length..length + encoded.len()) {
                    room.copy_from_slice(encoded);
                }
                length += encoded.len();
            }
        }
        self.at = end;
        let entry = self.find(length);
        if self.text.as_bytes().get(end) == Some(&b'.') {
            let dotted = self.lexicon.dotted(entry);
            if dotted != UNKNOWN {
                self.at += 1;
                return self.word_token(start, dotted, flags);
            }
        }
        self.word_token(start, entry, flags)
    }
}
