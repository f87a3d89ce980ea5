//! Transcripts: "Q. When did you meet him?", "A. In May." The letters say who speaks and are no
//! words of what is said.

use crate::text::{Token, lines};

/// How many lines a letter opens that stands for a speaker.
const LINES: usize = 2;

/// The letters that open lines of a text in turn, with a full stop or a colon; none where it is no
/// transcript.
pub(super) fn of(text: &str) -> Vec<char> {
    let mut counts: Vec<(char, usize)> = Vec::new();
    for letter in lines(text).filter_map(label) {
        match counts.iter_mut().find(|(known, _)| *known == letter) {
            Some((_, count)) => *count += 1,
            None => counts.push((letter, 1)),
        }
    }
    counts.retain(|&(_, count)| count >= LINES);
    let letters: Vec<char> = counts.into_iter().map(|(letter, _)| letter).collect();
    if letters.len() == 2 { letters } else { Vec::new() }
}

/// The letter that opens a line, if it stands for a speaker.
fn label(line: &str) -> Option<char> {
    let mut letters = line.trim_start().chars();
    let letter = letters.next().filter(|letter| letter.is_uppercase())?;
    let set_off = matches!(letters.next(), Some('.' | ':')) && letters.next() == Some(' ');
    set_off.then_some(letter)
}

/// Takes the letters of speakers that open lines out of a block's tokens.
pub(super) fn take_out(tokens: &mut Vec<Token>, text: &str, letters: &[char]) {
    let opens = |token: &Token| {
        let before = text[..token.span.start as usize].trim_end_matches([' ', '\t']);
        before.is_empty() || before.ends_with('\n')
    };
    let is_label = |token: &Token| {
        let mut word = token.span.of(text).trim_end_matches(['.', ':']).chars();
        word.next().is_some_and(|letter| letters.contains(&letter)) && word.next().is_none()
    };
    let mut taken = false;
    tokens.retain(|token| {
        let set_off = taken && matches!(token.span.of(text), "." | ":");
        taken = is_label(token) && opens(token);
        !taken && !set_off
    });
}
