//! The source files, as text and as tokens.

use std::fs;
use std::path::Path;
use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A file under `src/`.
pub(crate) struct SourceFile {
    /// Its path below `src/`, with forward slashes: `time/calendar.rs`.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

impl SourceFile {
    /// The room that it stands in: its first folder, or its own name (`lib`, `main`, `clock`).
    pub(crate) fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// Its module path below the crate: `time/calendar.rs` is `["time", "calendar"]`.
    pub(crate) fn module(&self) -> Vec<String> {
        let path = self.path.strip_suffix(".rs").unwrap_or(&self.path);
        let path = path.strip_suffix("/mod").unwrap_or(path);
        match path {
            "lib" | "main" => Vec::new(),
            path => path.split('/').map(str::to_owned).collect(),
        }
    }

    /// Its tokens; comments are gone, doc comments are attributes.
    pub(crate) fn tokens(&self) -> Vec<TokenTree> {
        let stream = TokenStream::from_str(&self.text)
            .unwrap_or_else(|error| panic!("src/{} has no tokens: {error}", self.path));
        stream.into_iter().collect()
    }

    /// Whether it holds nothing but tests.
    pub(crate) fn is_test(&self) -> bool {
        self.path.split('/').any(|part| part == "tests.rs" || part == "tests")
    }
}

/// Every `.rs` file below `source`, in the order of its path.
pub(crate) fn read_tree(source: &Path) -> Vec<SourceFile> {
    let mut files = Vec::new();
    let mut folders = vec![source.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(source).unwrap().to_string_lossy().replace('\\', "/");
                files.push(SourceFile { path: below, text: fs::read_to_string(&path).unwrap() });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

/// The tokens without attributes and without what `#[cfg(test)]` marks, all the way down.
pub(crate) fn without_tests_and_attributes(tokens: Vec<TokenTree>) -> Vec<TokenTree> {
    let mut kept = Vec::new();
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        if !is_punct(&token, '#') {
            kept.push(token);
            continue;
        }
        rest.next_if(|next| is_punct(next, '!'));
        let attribute = rest.next().map(|group| group.to_string()).unwrap_or_default();
        if attribute.replace(' ', "") == "[cfg(test)]" {
            for skipped in rest.by_ref() {
                let ends = matches!(&skipped, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
                if ends || is_punct(&skipped, ';') {
                    break;
                }
            }
        }
    }
    kept
}

/// Whether the token is this sign.
pub(crate) fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_knows_its_room_and_module() {
        let file = |path: &str| SourceFile { path: path.to_owned(), text: String::new() };
        assert_eq!(file("time/calendar.rs").room(), "time");
        assert_eq!(file("time/calendar.rs").module(), ["time", "calendar"]);
        assert_eq!(file("app/panels/mod.rs").module(), ["app", "panels"]);
        assert_eq!(file("clock.rs").room(), "clock");
        assert!(file("lib.rs").module().is_empty());
        assert!(file("extract/tests.rs").is_test());
    }

    #[test]
    fn attributes_and_tests_are_left_out() {
        let text = "#![allow(x)] #[error(\"gone\")] struct A; #[cfg(test)] #[path = \"y\"] mod tests { fn gone() {} } fn kept() {}";
        let file = SourceFile { path: "a.rs".to_owned(), text: text.to_owned() };
        let kept: TokenStream = without_tests_and_attributes(file.tokens()).into_iter().collect();
        assert_eq!(kept.to_string(), "struct A ; fn kept () { }");
    }
}
