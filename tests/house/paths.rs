//! The paths that a file names, with `use` groups unfolded.

use proc_macro2::{Delimiter, Group, TokenTree};

use crate::sources::is_punct;

/// A path in the source: `crate::time::Moment`, and each leaf of `use std::{fs, io};`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NamedPath {
    /// Its segments.
    pub(crate) segments: Vec<String>,
    /// The line on which its last segment stands, from 1.
    pub(crate) line: usize,
}

/// Every path of two segments or more in the tokens, in macro arguments too.
pub(crate) fn paths(tokens: &[TokenTree]) -> Vec<NamedPath> {
    let mut found = Vec::new();
    collect(tokens, &[], &mut found);
    found.retain(|path| path.segments.len() > 1);
    found
}

fn collect(tokens: &[TokenTree], prefix: &[String], found: &mut Vec<NamedPath>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        at += 1;
        match token {
            TokenTree::Ident(ident) => {
                let mut segments = prefix.to_vec();
                segments.push(ident.to_string());
                let mut line = ident.span().start().line;
                while let Some(next) = after_colons(tokens, at) {
                    at += 3;
                    match next {
                        TokenTree::Ident(ident) => {
                            segments.push(ident.to_string());
                            line = ident.span().start().line;
                        }
                        TokenTree::Group(group) => {
                            collect_group(group, &segments, found);
                            segments.clear();
                            break;
                        }
                        TokenTree::Punct(_) | TokenTree::Literal(_) => break,
                    }
                }
                found.push(NamedPath { segments, line });
            }
            TokenTree::Group(group) => collect_group(group, &[], found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn collect_group(group: &Group, prefix: &[String], found: &mut Vec<NamedPath>) {
    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
    let prefix = if group.delimiter() == Delimiter::Brace { prefix } else { &[] };
    collect(&inner, prefix, found);
}

/// The token after a `::` that starts at `at`, if one does.
fn after_colons(tokens: &[TokenTree], at: usize) -> Option<&TokenTree> {
    let colons = is_punct(tokens.get(at)?, ':') && is_punct(tokens.get(at + 1)?, ':');
    if colons { tokens.get(at + 2) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sources::SourceFile;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let file = SourceFile { path: "a.rs".to_owned(), text: text.to_owned() };
        let found: Vec<String> =
            paths(&file.tokens()).iter().map(|path| path.segments.join("::")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn finds_paths_wherever_they_stand() {
        check("use crate::time::Moment;", &["crate::time::Moment"]);
        check("use std::{fs, io::{self, Read}};", &["std::fs", "std::io::self", "std::io::Read"]);
        check("fn f() { g(crate::app::run()) }", &["crate::app::run"]);
        check("fn f() { println!(\"{}\", crate::app::NAME) }", &["crate::app::NAME"]);
        check("// crate::app\nfn f() {}", &[]);
        check("const A: &str = \"crate::app\";", &[]);
    }

    #[test]
    fn a_path_knows_its_line() {
        let file = SourceFile { path: "a.rs".to_owned(), text: "\n\nuse a::b;".to_owned() };
        assert_eq!(paths(&file.tokens())[0].line, 3);
    }
}
