//! The form in which names are compared.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a name: lower case, no diacritics, no apostrophes or full stops, hyphens as spaces,
/// single spaces. `assets/gazetteer/build.py` does the same.
#[must_use]
pub fn fold_name(name: &str) -> String {
    if is_plain(name) {
        return name.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(name.len());
    if name.is_ascii() {
        name.bytes().for_each(|byte| push(&mut out, char::from(byte.to_ascii_lowercase())));
    } else {
        name.chars()
            .flat_map(char::to_lowercase)
            .nfkd()
            .filter(|&c| !is_combining_mark(c))
            .for_each(|c| push(&mut out, c));
    }
    out.truncate(out.trim_end().len());
    out
}

/// Whether a name is of letters and digits of ASCII, with single spaces between them: folded, it
/// is the same in lower case.
fn is_plain(name: &str) -> bool {
    let mut spaced = true;
    for byte in name.bytes() {
        let space = byte == b' ';
        if space && spaced || !space && !byte.is_ascii_alphanumeric() {
            return false;
        }
        spaced = space;
    }
    !spaced
}

fn push(out: &mut String, c: char) {
    match c {
        '\'' | '\u{2019}' | '\u{2bc}' | '\u{2b9}' | '`' | '.' => {}
        '-' | '\u{2010}'..='\u{2014}' => push_space(out),
        c if c.is_whitespace() => push_space(out),
        c => out.push(c),
    }
}

fn push_space(out: &mut String) {
    if !out.is_empty() && !out.ends_with(' ') {
        out.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_fold_to_one() {
        let check = |name: &str, expected: &str| assert_eq!(fold_name(name), expected, "{name}");
        check("Kupiansk-Vuzlovyi", "kupiansk vuzlovyi");
        check("St. Louis", "st louis");
        check("Kýiv", "kyiv");
        check("Куп\u{2019}янськ", "купянськ");
        check("  San \n Felipe ", "san felipe");
        check("U.S.", "us");
        check("New York 2", "new york 2");
        check("New  York ", "new york");
        check("", "");
    }
}
