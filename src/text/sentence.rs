//! Sentences of a block of text.

use super::{Span, Token, TokenKind, TokenRules};

/// Tokens of a block for each sentence that room is made for at the start.
const SHORT: usize = 16;

/// A sentence as a range of a block's tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its first token, and the one behind its last.
    pub tokens: (usize, usize),
}

/// Cuts a block's tokens into sentences: behind a full stop, question or exclamation mark and the
/// quotation marks and brackets that close with it, where what follows can start a sentence. The
/// full stop of an abbreviation ends one only where the abbreviation can, and a word follows that
/// starts sentences.
#[must_use]
pub fn sentences(text: &str, tokens: &[Token], rules: &TokenRules) -> Vec<Sentence> {
    let mut out = Vec::with_capacity(1 + tokens.len() / SHORT);
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let ends = ends_sentence(text, tokens, at, rules);
        at += 1;
        if !ends {
            continue;
        }
        while tokens.get(at).is_some_and(|token| closes(text, tokens, at, *token)) {
            at += 1;
        }
        while is_citation(text, &tokens[at..]) {
            at += 3;
        }
        if at < tokens.len() && !starts_sentence(text, tokens, at) {
            continue;
        }
        push(&mut out, tokens, start, at);
        start = at;
    }
    push(&mut out, tokens, start, tokens.len());
    out
}

fn push(out: &mut Vec<Sentence>, tokens: &[Token], start: usize, end: usize) {
    if let (Some(first), Some(last)) = (tokens.get(start), tokens[..end].last())
        && start < end
    {
        out.push(Sentence { span: first.span.union(last.span), tokens: (start, end) });
    }
}

fn ends_sentence(text: &str, tokens: &[Token], at: usize, rules: &TokenRules) -> bool {
    let token = tokens[at];
    match token.kind {
        TokenKind::Sign => matches!(token.span.of(text), "." | "!" | "?" | "…"),
        TokenKind::Number => false,
        TokenKind::Word => {
            if text.as_bytes().get(token.span.range()).is_none_or(|word| !word.ends_with(b".")) {
                return false;
            }
            let Some(stem) = token.span.of(text).strip_suffix('.') else { return false };
            let next = tokens.get(at + 1).map_or("", |next| next.span.of(text));
            rules.is_final_abbreviation(stem) && rules.is_opener(next) && is_upper(next)
        }
    }
}

/// Whether a token closes the sentence before it: it follows without a space.
fn closes(text: &str, tokens: &[Token], at: usize, token: Token) -> bool {
    let joined = at > 0 && tokens[at - 1].span.end == token.span.start;
    joined
        && token.kind == TokenKind::Sign
        && matches!(token.span.of(text), "\"" | "'" | "”" | "’" | "»" | ")" | "]" | "." | "!" | "?")
}

/// Whether `[2]` comes next: it cites a source for what stands before it.
fn is_citation(text: &str, rest: &[Token]) -> bool {
    let [open, number, close, ..] = rest else { return false };
    open.span.of(text) == "[" && number.kind == TokenKind::Number && close.span.of(text) == "]"
}

fn starts_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    let before = tokens[at - 1];
    if before.span.end == tokens[at].span.start {
        return false;
    }
    if short_before_number(text, tokens, at) {
        return false;
    }
    let word = tokens[at].span.of(text);
    let first = word.chars().next().unwrap_or(' ');
    match tokens[at].kind {
        TokenKind::Word => first.is_uppercase(),
        TokenKind::Number => true,
        TokenKind::Sign => !matches!(first, ',' | ';' | ':' | ')' | ']'),
    }
}

/// "Tr. 118", "App. 43": a short capitalised word, a full stop and a number are a reference.
fn short_before_number(text: &str, tokens: &[Token], at: usize) -> bool {
    if tokens[at].kind != TokenKind::Number || at < 2 {
        return false;
    }
    let word = tokens[at - 2].span.of(text);
    tokens[at - 1].span.of(text) == "." && is_upper(word) && word.chars().count() <= 3
}

fn is_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let set = |words: &[&str]| words.iter().map(|&w| w.into()).collect();
        let rules = TokenRules {
            abbreviations: set(&["gen", "colo", "nov", "inc"]),
            final_abbreviations: set(&["inc", "u.s"]),
            capital_abbreviations: set(&["nov"]),
            clitics: Vec::new(),
            openers: set(&["the", "he"]),
        };
        let mut tokens = Vec::new();
        crate::text::tokens(text, Span::new(0, text.len()), &rules, &mut tokens);
        let found = sentences(text, &tokens, &rules);
        let found: Vec<_> = found.iter().map(|sentence| sentence.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_full_stop_is_not_always_an_end() {
        check("He met Gen. Orr. They spoke.", &["He met Gen. Orr.", "They spoke."]);
        check("In Boulder, Colo. Smith fell.", &["In Boulder, Colo. Smith fell."]);
        check("J. Smith came on Nov. 3. He left.", &["J. Smith came on Nov. 3.", "He left."]);
        check("He left the U.S. The war began.", &["He left the U.S.", "The war began."]);
        check("the U.S. Army came", &["the U.S. Army came"]);
        check("See Tr. 118 for it. Go.", &["See Tr. 118 for it.", "Go."]);
        check("It rose 3.5 points. Why?", &["It rose 3.5 points.", "Why?"]);
    }

    #[test]
    fn what_closes_with_the_sentence_stays_with_it() {
        check("\"Go!\" he said. (No.) End", &["\"Go!\" he said.", "(No.)", "End"]);
        check("It fell.[2] He died.", &["It fell.[2]", "He died."]);
        check("It fell. [2] He died.", &["It fell. [2]", "He died."]);
        check("", &[]);
    }
}
