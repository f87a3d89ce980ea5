//! The first pass: a text as tokens with symbols, a window at a time.

use super::byte::{BYTES, Byte, fraction};
use super::letters::{TwoByteLetters, is_in_word};
use crate::language::{Lexicon, Part, Symbol, UNKNOWN};
use crate::text::{Span, eight_letters};

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
const INNER: u8 = 32;

impl Token {
    /// Whether white space stands before it.
    pub(super) const fn spaced(&self) -> bool {
        self.flags & SPACE != 0
    }

    /// Whether a paragraph or another block starts with it.
    pub(super) const fn opens_block(&self) -> bool {
        self.flags & BREAK != 0
    }

    /// Makes it the first of a block.
    pub(super) const fn open_block(&mut self) {
        self.flags |= BREAK | SPACE;
    }

    /// Whether it is a word that starts with a capital.
    pub(super) const fn capital(&self) -> bool {
        self.flags & CAPITAL != 0
    }

    /// Whether it is a later part of a compound, or of a fraction: one written word, or sign, with
    /// the token before it.
    pub(super) const fn inner(&self) -> bool {
        self.flags & INNER != 0
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

/// Longer words are no words of a pack.
const LONGEST: usize = 48;

/// Reads a text token by token.
pub(super) struct Tokenizer<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    letters: &'static TwoByteLetters,
    at: usize,
    /// Where blocks start, in order; those passed are gone.
    blocks: &'a [u32],
    /// A word in lower case, for the lexicon.
    folded: [u8; LONGEST],
}

impl<'a> Tokenizer<'a> {
    /// Reads the stretch of a text at `span`, whose start opens a block.
    pub(super) fn new(text: &'a str, span: Span, lexicon: &'a Lexicon, blocks: &'a [u32]) -> Self {
        let passed = blocks.partition_point(|&start| start < span.start);
        Self {
            text: text.get(..span.end as usize).unwrap_or(text),
            lexicon,
            letters: TwoByteLetters::get(),
            at: span.start as usize,
            blocks: &blocks[passed..],
            folded: [0; LONGEST],
        }
    }

    /// Reads on until there are `enough` tokens; gives whether the text goes on.
    pub(super) fn read(&mut self, tokens: &mut Vec<Token>, enough: usize) -> bool {
        while tokens.len() < enough {
            let mut flags = self.skip_space();
            let start = self.at;
            let Some(&first) = self.text.as_bytes().get(start) else { return false };
            if let Some((&block, rest)) = self.blocks.split_first()
                && block as usize <= start
            {
                flags |= BREAK | SPACE;
                self.blocks = rest;
            }
            let digit_next = self.text.as_bytes().get(start + 1).is_some_and(u8::is_ascii_digit);
            // Most tokens are words of Latin letters: a jump by the kind of the byte would often
            // go another way than the one before.
            if first.is_ascii_alphabetic() && !digit_next {
                self.push_word(start, flags, first.is_ascii_uppercase(), tokens);
                continue;
            }
            let kind = match BYTES[first as usize] {
                Byte::Letter | Byte::Capital if self.misread_length(start).is_some() => Byte::Digit,
                kind => kind,
            };
            let (content, symbol) = match kind {
                Byte::Letter | Byte::Capital => {
                    self.push_word(start, flags, first.is_ascii_uppercase(), tokens);
                    continue;
                }
                Byte::Digit => {
                    flags |= NUMBER;
                    self.number(start)
                }
                Byte::Wide => match self.wide_char() {
                    Some(letter) if letter.is_alphabetic() => {
                        let capital = letter.is_uppercase();
                        flags |= if capital { WORD | CAPITAL } else { WORD };
                        let entry = self.wide_word(start);
                        (entry, self.lexicon.word(entry, capital))
                    }
                    Some(sign) if let Some(parts) = fraction(sign) => {
                        self.at += sign.len_utf8();
                        self.push_fraction(start, flags, parts, tokens);
                        continue;
                    }
                    sign => self.wide_sign(sign),
                },
                Byte::Space | Byte::Line | Byte::Sign => {
                    self.at += 1;
                    (u32::from(first), self.lexicon.sign(first))
                }
            };
            let (start, end) = (start as u32, self.at as u32);
            self.push(Token { start, end, content, symbol, flags }, tokens);
        }
        true
    }

    /// A word that starts with an ASCII letter.
    #[inline]
    fn push_word(&mut self, start: usize, flags: u8, capital: bool, tokens: &mut Vec<Token>) {
        let (content, symbol) = self.word(start, capital);
        let flags = flags | WORD | if capital { CAPITAL } else { 0 };
        let (start, end) = (start as u32, self.at as u32);
        self.push(Token { start, end, content, symbol, flags }, tokens);
    }

    /// A token, or the parts of a compound.
    #[inline]
    fn push(&self, token: Token, tokens: &mut Vec<Token>) {
        match self.lexicon.parts(token.content) {
            parts @ [_, ..] if token.is_word() => self.push_parts(token, parts, tokens),
            _ => tokens.push(token),
        }
    }

    /// A fraction of one sign, as the number, the stroke and the number that it is short for.
    #[cold]
    fn push_fraction(&self, start: usize, flags: u8, parts: (u32, u32), tokens: &mut Vec<Token>) {
        let end = self.at as u32;
        let number = |start, value, flags| Token {
            start,
            end,
            content: value,
            symbol: self.lexicon.number(1, value),
            flags: flags | NUMBER,
        };
        tokens.push(number(start as u32, parts.0, flags));
        let stroke = self.lexicon.sign(b'/');
        let content = u32::from(b'/');
        tokens.push(Token { start: end, end, content, symbol: stroke, flags: INNER });
        tokens.push(number(end, parts.1, INNER));
    }

    /// A compound, as few words are, as its parts, all of them capitalised where it is.
    #[cold]
    fn push_parts(&self, whole: Token, parts: &[Part], tokens: &mut Vec<Token>) {
        let (mut start, mut flags) = (whole.start, whole.flags);
        for &Part { entry, chars } in parts {
            let (mut end, mut left) = (start, chars as usize);
            for letter in self.text[start as usize..whole.end as usize].chars() {
                if left == 0 {
                    break;
                }
                left = left.saturating_sub(letter.to_lowercase().count());
                end += letter.len_utf8() as u32;
            }
            let symbol = self.lexicon.word(entry, whole.capital());
            tokens.push(Token { start, end, content: entry, symbol, flags });
            start = end;
            flags = whole.flags & (WORD | CAPITAL) | INNER;
        }
    }

    /// Passes over white space; a blank line breaks the text.
    #[inline]
    fn skip_space(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        let from = self.at;
        if let Some([b' ', b'!'..=b'~']) = bytes.get(from..).and_then(<[u8]>::first_chunk) {
            self.at += 1;
            return SPACE;
        }
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

    fn number(&mut self, start: usize) -> (u32, Symbol) {
        let digits = &self.text.as_bytes()[start..];
        let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits.get(length).is_none_or(|next| !next.is_ascii_alphabetic()) {
            return self.digits(start, length);
        }
        let length = self.misread_length(start).unwrap_or(length);
        self.digits(start, length)
    }

    /// A number of so many digits, or letters that pass for digits.
    fn digits(&mut self, start: usize, length: usize) -> (u32, Symbol) {
        self.at = start + length;
        let digit = |&byte: &u8| self.lexicon.letters().digit(byte).unwrap_or(b'0') - b'0';
        let value = self.text.as_bytes()[start..self.at]
            .iter()
            .take(9)
            .map(digit)
            .fold(0_u32, |value, digit| value * 10 + u32::from(digit));
        (value, self.lexicon.number(length, value))
    }

    /// The length of a day or a year in which a scan has letters for digits: "l9", "2O22". Not
    /// "I405", which may be a name, nor "5l", which has a unit.
    fn misread_length(&self, start: usize) -> Option<usize> {
        let bytes = &self.text.as_bytes()[start..];
        let starts_with_digit = bytes[0].is_ascii_digit();
        if !starts_with_digit && !bytes.get(1).is_some_and(u8::is_ascii_digit) {
            return None;
        }
        let letters = self.lexicon.letters();
        let length =
            bytes.iter().take(5).take_while(|&&byte| letters.digit(byte).is_some()).count();
        let last = bytes[..length].last()?;
        let next = bytes.get(length);
        let safe = match length {
            2 => !last.is_ascii_lowercase(),
            4 => starts_with_digit || bytes[0].is_ascii_lowercase(),
            _ => false,
        };
        let whole = next.is_none_or(|next| !next.is_ascii_alphanumeric());
        let slipped = bytes[..length].iter().any(u8::is_ascii_alphabetic);
        (safe && whole && slipped).then_some(length)
    }

    /// A word that starts with an ASCII letter: its entry and its symbol.
    #[inline]
    fn word(&mut self, start: usize, capital: bool) -> (u32, Symbol) {
        let (letters, head) = eight_letters(self.text.as_bytes(), start);
        self.at = start + letters;
        let entry = if letters == 8 {
            self.long_word(start, head)
        } else {
            match self.text.as_bytes().get(self.at) {
                Some(b'.') => self.before_stop(start, head, letters),
                Some(128..) => self.before_wide(start, head, letters),
                _ => self.lexicon.find_short(head),
            }
        };
        (entry, self.lexicon.word(entry, capital))
    }

    /// A word of eight ASCII letters, `head`, and perhaps more.
    fn long_word(&mut self, start: usize, head: u64) -> u32 {
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
            Some(128..) if self.wide_char().is_some_and(is_in_word) => self.wide_word(start),
            next => {
                let entry = self.find(length);
                if next == Some(&b'.') { self.stopped(entry) } else { entry }
            }
        }
    }

    /// A word of a few ASCII letters, `head`, with a character beyond ASCII behind it.
    fn before_wide(&mut self, start: usize, head: u64, letters: usize) -> u32 {
        if self.wide_char().is_some_and(is_in_word) {
            return self.wide_word(start);
        }
        self.at = start + letters;
        self.lexicon.find_short(head)
    }

    /// The entry of the word of so many bytes in `folded`.
    fn find(&self, length: usize) -> u32 {
        match self.folded.get(..length) {
            Some(word) => self.lexicon.find(word),
            None => UNKNOWN,
        }
    }

    /// A word of a few ASCII letters, `head`, with a full stop behind it.
    fn before_stop(&mut self, start: usize, head: u64, letters: usize) -> u32 {
        if letters == 1
            && let Some(entry) = self.initials(start)
        {
            return entry;
        }
        let entry = self.lexicon.find_short(head);
        self.stopped(entry)
    }

    /// A word before a full stop, which it keeps if it is an abbreviation.
    fn stopped(&mut self, entry: u32) -> u32 {
        let dotted = self.lexicon.dotted(entry);
        if dotted == UNKNOWN {
            return entry;
        }
        self.at += 1;
        dotted
    }

    /// Letters with a full stop each: "a.m.", "B.C".
    fn initials(&mut self, start: usize) -> Option<u32> {
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
            return Some(whole);
        }
        // The last stop may end the sentence instead.
        let without = self.find(length - 1);
        self.at = if without == UNKNOWN { at } else { at - 1 };
        Some(without)
    }

    /// A sign beyond ASCII; `None` where no character starts.
    fn wide_sign(&mut self, sign: Option<char>) -> (u32, Symbol) {
        self.at += sign.map_or(1, char::len_utf8);
        let sign = match sign {
            Some('\u{2010}'..='\u{2015}' | '\u{2212}') => b'-',
            Some('\u{2018}' | '\u{2019}' | '\u{2BC}') => b'\'',
            Some('\u{201C}'..='\u{201F}' | '«' | '»') => b'"',
            _ => 0xFF,
        };
        (u32::from(sign), self.lexicon.sign(sign))
    }

    /// A word with characters beyond ASCII in it, read from its start: its entry.
    fn wide_word(&mut self, start: usize) -> u32 {
        let bytes = self.text.as_bytes();
        let mut length = 0;
        self.at = start;
        while let Some(&byte) = bytes.get(self.at) {
            if self.at > start
                && let Some(sign) = self.joining_apostrophe(byte)
            {
                self.fold(&mut length, b"'");
                self.at += sign;
                continue;
            }
            match (BYTES[byte as usize], bytes.get(self.at + 1)) {
                (Byte::Letter | Byte::Capital, _) => {
                    let meant = self.lexicon.letters().meant(char::from(byte | 0x20));
                    self.fold(&mut length, meant.encode_utf8(&mut [0; 4]).as_bytes());
                    self.at += 1;
                }
                (Byte::Wide, Some(&second))
                    if let Some(small) = self.letters.small(byte, second) =>
                {
                    self.fold(&mut length, &small);
                    self.at += 2;
                }
                (Byte::Wide, _) => match self.wide_char() {
                    Some(letter) if is_in_word(letter) => {
                        for small in letter.to_lowercase() {
                            self.fold(&mut length, small.encode_utf8(&mut [0; 4]).as_bytes());
                        }
                        self.at += letter.len_utf8();
                    }
                    _ => break,
                },
                _ => break,
            }
        }
        let entry = self.find(length);
        if bytes.get(self.at) == Some(&b'.') { self.stopped(entry) } else { entry }
    }

    /// The length of an apostrophe, first byte given, that stands between letters of one word.
    #[inline]
    fn joining_apostrophe(&self, first: u8) -> Option<usize> {
        if !matches!(first, b'\'' | b'`' | 0xE2 | 0xCA) || !self.lexicon.letters().apostrophe {
            return None;
        }
        let mut rest = self.text.get(self.at..)?.chars();
        let sign =
            rest.next().filter(|sign| matches!(sign, '\'' | '`' | '\u{2019}' | '\u{2BC}'))?;
        rest.next().filter(|next| next.is_alphabetic()).map(|_| sign.len_utf8())
    }

    /// Adds bytes to the word in `folded`, as far as it has room.
    #[inline]
    fn fold(&mut self, length: &mut usize, bytes: &[u8]) {
        if let Some(room) = self.folded.get_mut(*length..*length + bytes.len()) {
            room.copy_from_slice(bytes);
        }
        *length += bytes.len();
    }
}
