//! The dateline that opens a report: "AUSTIN, Texas, June 16 (Reuters) -" says where and when it
//! was written, and is no part of the sentence that follows.

use crate::gazetteer::Gazetteer;
use crate::temporal::Timex;
use crate::text::{Sentence, Token, TokenKind};

/// The most tokens of a dateline.
const LONGEST: usize = 24;

/// The most words of its place, without what stands in brackets.
const PLACE: usize = 7;

/// How many sentences can stand in a paragraph before a plain dateline: a heading and a summary.
const SUMMARY: usize = 3;

/// Makes a sentence of its own of the tokens of a dateline, from the first to the one behind the last.
pub(super) fn cut_off(
    mut sentences: Vec<Sentence>,
    tokens: &[Token],
    (first, end): (usize, usize),
) -> Vec<Sentence> {
    let own =
        Sentence { span: tokens[first].span.union(tokens[end - 1].span), tokens: (first, end) };
    // "KYIV, June 16. - Ministers": its full stop ends no sentence of the report.
    sentences.retain(|sentence| sentence.tokens.0 < first || sentence.tokens.1 > end);
    let at = sentences.iter().take_while(|sentence| sentence.tokens.0 < first).count();
    if let Some(next) = sentences.get_mut(at) {
        next.tokens.0 = end;
        next.span = tokens[end].span.union(tokens[next.tokens.1 - 1].span);
    }
    sentences.insert(at, own);
    sentences
}

/// The tokens of the dateline of a paragraph: it opens it, or, where it is written like any other name
/// (`plain`), one of its first sentences.
pub(super) fn find(
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    timexes: &[Timex],
    plain: bool,
) -> Option<(usize, usize)> {
    let opens = length(text, tokens, timexes, plain).map(|end| (0, end));
    opens.or_else(|| {
        let behind = sentences.iter().take(SUMMARY).skip(1).filter(|_| plain);
        behind.map(|sentence| sentence.tokens.0).find_map(|first| {
            let end = length(text, &tokens[first..], timexes, plain)?;
            Some((first, first + end))
        })
    })
}

/// How many tokens the dateline has that opens a paragraph, its dash included: a place in capitals
/// or one that the gazetteer knows, with a day, an agency or both, set off by a dash. A known place
/// in capitals does without them: "PARIS - Ministers met"; where towns are written like any other name
/// (`plain`), so does every known one.
fn length(text: &str, tokens: &[Token], timexes: &[Timex], plain: bool) -> Option<usize> {
    let is_dash = |at: usize| {
        tokens.get(at).is_some_and(|token| matches!(token.span.of(text), "-" | "–" | "—" | "―"))
    };
    let spaced = |at: usize| at > 0 && tokens[at - 1].span.end < tokens[at].span.start;
    let (mut words, mut dated, mut agency) = (0, false, false);
    let mut closing: Option<&str> = None;
    let mut at = 0;
    loop {
        let token = *tokens.get(at).filter(|_| at < LONGEST)?;
        let word = token.span.of(text);
        // "Bonn/Genf –" names two towns.
        let pair = plain && closing == Some("/") && is_dash(at);
        if let Some(close) = closing.filter(|_| !pair) {
            closing = Some(close).filter(|&close| word != close);
        } else if let Some(day) = timex_at(timexes, token) {
            dated |= day.interval.is_some();
        } else if is_dash(at) && (spaced(at) || is_dash(at + 1)) {
            break;
        } else if word == ":" && words > 0 && all_capitals(text, &tokens[..at]) {
            let sentence = tokens.get(at + 1)?.span.of(text).starts_with(char::is_uppercase);
            return (sentence && !spaced(at) && is_known(text, tokens)).then_some(at + 1);
        } else if token.kind == TokenKind::Word {
            let small = words > 0 && word.chars().count() <= 4;
            if !small && !word.starts_with(char::is_uppercase) {
                return None;
            }
            words += 1;
        } else {
            closing = match word {
                "(" => Some(")"),
                "[" => Some("]"),
                "/" => Some("/"),
                "," | "." => None,
                _ => return None,
            };
            agency |= closing.is_some();
        }
        at += 1;
    }
    let end = (at..tokens.len()).find(|&at| !is_dash(at))?;
    let capitals = is_capitals(tokens[0].span.of(text));
    let opens = || tokens[end].span.of(text).starts_with(char::is_uppercase);
    let is_place = || {
        if dated || agency {
            capitals || is_known(text, tokens)
        } else {
            (capitals || plain) && opens() && is_known(text, tokens)
        }
    };
    ((1..=PLACE).contains(&words) && end + 1 < tokens.len() && is_place()).then_some(end)
}

/// The time expression that a token is part of, of those from the paragraph's start on.
fn timex_at(timexes: &[Timex], token: Token) -> Option<&Timex> {
    let mut until = timexes.iter().take_while(|timex| timex.span.start < token.span.end);
    until.find(|timex| timex.span.overlaps(token.span))
}

/// Whether a word is written in capitals, as wires write their towns.
fn is_capitals(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|c| !c.is_alphabetic() || c.is_uppercase())
}

/// "NEW DELHI:": whether nothing but words in capitals stands there.
fn all_capitals(text: &str, tokens: &[Token]) -> bool {
    tokens.iter().all(|token| token.kind == TokenKind::Word && is_capitals(token.span.of(text)))
}

/// Whether the words before the first sign are a place that the gazetteer knows.
fn is_known(text: &str, tokens: &[Token]) -> bool {
    let words = tokens.iter().take_while(|token| token.kind == TokenKind::Word).count();
    let Some(last) = words.checked_sub(1) else { return false };
    let name = tokens[0].span.union(tokens[last].span).of(text).to_lowercase();
    !Gazetteer::embedded().lookup(&name).is_empty()
}
