//! The rules of the house, kept by a test: floors, crates, words, tidiness.
//!
//! Each rule is a function from source text to findings, so that beside the test that runs it
//! over the tree stands one that shows it can fail.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read its input fails")]

mod assets;
mod crates;
mod floors;
mod manifest;
mod paths;
mod sources;
mod tidiness;
mod words;

use std::fmt;
use std::path::Path;

use sources::SourceFile;

/// One breach of a rule.
#[derive(Debug, PartialEq, Eq)]
struct Finding {
    file: String,
    line: usize,
    message: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Fails with every finding on a line of its own.
fn assert_clean(findings: &[Finding]) {
    let list: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(findings.is_empty(), "{} breaches:\n{}", findings.len(), list.join("\n"));
}

/// Fails unless a rule has so many findings in a text.
#[track_caller]
fn assert_finds(
    rule: impl Fn(&SourceFile) -> Vec<Finding>,
    path: &str,
    text: &str,
    expected: usize,
) {
    let findings = rule(&SourceFile { path: path.to_owned(), text: text.to_owned() });
    assert_eq!(findings.len(), expected, "{findings:?}");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn over_sources(rule: impl Fn(&SourceFile) -> Vec<Finding>) -> Vec<Finding> {
    let files = sources::read_tree(&root().join("src"));
    assert!(files.len() > 10, "the walk over src/ found only {} files", files.len());
    files.iter().flat_map(rule).collect()
}

#[test]
fn no_import_climbs() {
    let page = std::fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let house = floors::House::parse(&page);
    let mut findings = house.check_order();
    findings.extend(over_sources(|file| house.check(file)));
    assert_clean(&findings);
}

#[test]
fn crates_stay_in_their_rooms() {
    assert_clean(&over_sources(crates::check));
}

#[test]
fn no_word_of_a_language_in_the_source() {
    assert_clean(&over_sources(words::check));
}

#[test]
fn files_are_short_and_say_what_they_are_for() {
    assert_clean(&over_sources(tidiness::check));
}

#[test]
fn assets_carry_their_licence() {
    assert_clean(&assets::check(root()));
}

#[test]
fn every_dependency_has_its_reason() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert_clean(&manifest::check(&manifest));
}
