//! No word of a human language in `src/`, but in the interface.
//!
//! Three signs give away language knowledge in a literal: a word with letters beyond ASCII; a
//! name of the calendar or a word that tells time; a literal made of function words alone. A
//! sentence for people (an error, a diagnostic) has other words too, and passes.

use proc_macro2::{Literal, TokenTree};

use crate::Finding;
use crate::sources::{SourceFile, without_tests_and_attributes};

/// What speaks to people, and has words for it: axis labels, messages, captions.
const INTERFACE: [&str; 9] = [
    "time/label.rs",
    "temporal/explain.rs",
    "files/",
    "timeline/",
    "scene/",
    "export/",
    "app/",
    "cli/",
    "main.rs",
];

/// Keywords of notations that are the same in every language.
const NOTATIONS: [&str; 4] = [
    // The keys under which a pack lists its words, and the tags of its speech model.
    "language/word_class.rs",
    "language/part_of_speech.rs",
    // The keys of a pattern: `find`, `gives`, `in`.
    "language/patterns.rs",
    // `11-thu-4` and `easter-2`: how a pack writes the rule of a holiday.
    "language/holiday.rs",
];

/// Words that tell time. One of them among few others is a pattern, not a message.
const TIME_WORDS: &str = "january february march april june july august september october november december \
    jan feb apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday \
    tue wed thu fri yesterday today tomorrow tonight morning afternoon evening noon midnight ago last next \
    spring summer autumn winter centuries decades fortnight weekend anniversary easter christmas";

/// Words that only a grammar knows.
const FUNCTION_WORDS: &str = "the a an of and or but in on at by from to with without for until till since \
    during between through was were is are be been had has have will would shall should may might could must \
    said says he she they it who which that this these those not no mr mrs dr two three four five six seven \
    eight nine ten eleven twelve hundred thousand";

/// The literals of `file`, outside tests and attributes, that hold language knowledge.
pub(crate) fn check(file: &SourceFile) -> Vec<Finding> {
    let exempt = INTERFACE.iter().chain(&NOTATIONS).any(|part| file.path.starts_with(part));
    if exempt || file.is_test() {
        return Vec::new();
    }
    let mut literals = Vec::new();
    collect(file.tokens(), &mut literals);
    let suspects = literals.iter().filter_map(|literal| {
        let sign = sign_of_language(&literal.to_string())?;
        let message = format!("{literal} {sign}: it belongs to assets/languages");
        Some(Finding { file: file.path.clone(), line: literal.span().start().line, message })
    });
    suspects.collect()
}

fn collect(tokens: Vec<TokenTree>, literals: &mut Vec<Literal>) {
    for token in without_tests_and_attributes(tokens) {
        match token {
            TokenTree::Literal(literal) => literals.push(literal),
            TokenTree::Group(group) => collect(group.stream().into_iter().collect(), literals),
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

/// What gives the literal away, if anything does; `literal` is as written, with its quotes.
fn sign_of_language(literal: &str) -> Option<&'static str> {
    let content = match literal.split_once('"') {
        Some((_, content)) => unescape(content.trim_end_matches(['"', '#'])),
        None => return None,
    };
    let plain = without_placeholders(&content);
    // `last_modified` and `last-modified` are one word, and no English one.
    let words: Vec<String> = plain
        .split(|c: char| !c.is_alphabetic() && !matches!(c, '_' | '-'))
        .filter(|word| word.chars().count() > 1)
        .map(str::to_lowercase)
        .collect();
    if words.iter().any(|word| !word.is_ascii()) {
        return Some("has a word beyond ASCII");
    }
    let among = |list: &str| {
        words.iter().filter(|word| list.split_whitespace().any(|entry| entry == *word)).count()
    };
    let (time, function) = (among(TIME_WORDS), among(FUNCTION_WORDS));
    if time * 3 >= words.len() && time > 0 {
        return Some("has words that tell time");
    }
    let is_message = plain != content;
    if time + function == words.len() && function > 0 && !is_message {
        return Some("is made of function words");
    }
    None
}

/// A format string without what stands in braces; `{2,4}` in a pattern goes too, and says nothing.
fn without_placeholders(content: &str) -> String {
    let outside = content.split('{').enumerate().map(|(index, part)| match part.split_once('}') {
        Some((_, after)) if index > 0 => after,
        _ => part,
    });
    outside.collect::<Vec<_>>().join(" ")
}

/// The text with its escapes resolved as far as they matter here: letters and white space.
fn unescape(content: &str) -> String {
    let mut text = String::new();
    let mut rest = content;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let code = after.strip_prefix("u{").and_then(|hex| hex.split_once('}'));
        if let Some((hex, tail)) = code {
            text.extend(u32::from_str_radix(hex, 16).ok().and_then(char::from_u32));
            rest = tail;
        } else {
            text.push(' ');
            rest = after.get(1..).unwrap_or_default();
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_count(path: &str, text: &str, expected: usize) {
        crate::assert_finds(check, path, text, expected);
    }

    #[test]
    fn catches_language_knowledge() {
        check_count("temporal/mod.rs", r#"const A: [&str; 2] = ["january", "May the first"];"#, 1);
        check_count("temporal/mod.rs", r#"fn f(w: &str) -> bool { w == "yesterday" }"#, 1);
        check_count("temporal/mod.rs", r##"regex(r#"(?:last|past|next) (\d+)"#)"##, 1);
        check_count("extract/mod.rs", r#"const STOP: &[&str] = &["the", "of", "said"];"#, 3);
        check_count("extract/mod.rs", r#"words("the of and had been")"#, 1);
        check_count("extract/mod.rs", r#"const A: &str = "декабря";"#, 1);
        check_count("extract/mod.rs", r#"const A: &str = "M\u{e4}rz";"#, 1);
    }

    #[test]
    fn lets_names_messages_and_signs_be() {
        check_count("event/mod.rs", r#"const A: &str = "battle";"#, 0);
        check_count("time/mod.rs", r#"const A: &str = "ON_OR_BEFORE";"#, 0);
        check_count(
            "import/mod.rs",
            r#"m("the file is empty: there is nothing to read in it")"#,
            0,
        );
        check_count("import/mod.rs", r#"m("– … “x”")"#, 0);
        check_count("import/mod.rs", r#"format!("{from} – {to}")"#, 0);
        check_count("import/mod.rs", r#"format!("{all} and {last}")"#, 0);
        check_count("import/mod.rs", r#"const A: &str = "last_modified";"#, 0);
        check_count(
            "text/fold.rs",
            r#"const A: [(char, &str); 2] = [('ß', "ss"), ('ж', "zh")];"#,
            0,
        );
        check_count("import/mod.rs", r#"#[error("the last of the three")] struct E;"#, 0);
        check_count("app/mod.rs", r#"const A: &str = "Next";"#, 0);
        check_count("time/mod.rs", r#"#[cfg(test)] mod tests { const A: &str = "today"; }"#, 0);
        check_count("time/mod.rs", "/// The last January.\nconst A: u8 = 1; // today", 0);
    }
}
