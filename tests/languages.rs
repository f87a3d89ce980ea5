//! The language packs: each loads, its corpus comes out, and its corpus leaves no pattern out.
//!
//! A corpus is `corpus*.toml` in a pack's folder: `[[document]]` with `lines`, each a text of its
//! own in which every time expression is marked as `[words = TYPE VALUE]`, with a `MOD` behind it
//! where there is one; and with the `date` that the texts are from, if they have one. A line
//! without marks holds nothing that may be found.

#![expect(clippy::expect_used, reason = "a corpus that cannot be read fails the test")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use dateline::document::{DateCandidate, DateOrigin};
use dateline::files::load_languages;
use dateline::language::{Gives, Pack, Packs};
use dateline::temporal::tag;
use dateline::time::Interval;
use serde::Deserialize;

#[derive(Deserialize)]
struct Corpus {
    document: Vec<Texts>,
}

#[derive(Deserialize)]
struct Texts {
    date: Option<String>,
    lines: Vec<String>,
}

#[test]
fn every_pack_loads() {
    for pack in Packs::load_embedded() {
        if let Err(error) = pack {
            panic!("{error}");
        }
    }
}

#[test]
fn every_corpus_comes_out_and_exercises_every_pattern() {
    for pack in packs().iter() {
        let mut exercised = BTreeSet::new();
        let mut negatives = 0;
        for path in corpora(pack) {
            let text = fs::read_to_string(&path).expect("a corpus");
            let corpus: Corpus = toml::from_str(&text).expect("a corpus as described above");
            for texts in &corpus.document {
                for line in &texts.lines {
                    negatives += usize::from(!line.contains('['));
                    exercised.extend(check(pack, line, texts.date.as_deref()));
                }
            }
        }
        let silent: Vec<&str> = pack
            .patterns()
            .enumerate()
            .filter(|(rule, (_, gives))| {
                *gives != Gives::Nothing && !exercised.contains(&(*rule as u16))
            })
            .map(|(_, (name, _))| name)
            .collect();
        assert!(silent.is_empty(), "{}: no line exercises {silent:?}", pack.tag());
        assert!(negatives >= 50, "{}: only {negatives} lines without a time", pack.tag());
    }
}

/// The packs as they lie in the repository, so that one can be tried without a build.
fn packs() -> Packs {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/languages");
    load_languages(&folder).map_err(|error| error.to_string()).expect("packs without a defect")
}

fn corpora(pack: &Pack) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/languages").join(pack.tag());
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the pack's folder")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let is_toml = path.extension().is_some_and(|extension| extension == "toml");
            is_toml && name.starts_with("corpus")
        })
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "{}: the pack has no corpus", pack.tag());
    paths
}

/// Tags a line and compares it with its marks; gives the patterns that found something in it.
fn check(pack: &Pack, line: &str, date: Option<&str>) -> Vec<u16> {
    let text = without_marks(line);
    let date = date.map(|date| DateCandidate {
        interval: Interval::from_iso(date).expect("a date"),
        origin: DateOrigin::User,
        words: date.to_owned(),
        span: None,
    });
    let timexes = tag(&text, &[], pack).timexes(date.as_ref());
    let mut marked = String::new();
    let mut from = 0;
    for timex in &timexes {
        let kind = serde_json::to_value(timex.kind).expect("a type");
        marked.push_str(&text[from..timex.span.start as usize]);
        let kind = kind.as_str().unwrap_or_default();
        let _ = write!(marked, "[{} = {kind} {}", timex.span.of(&text), timex.value);
        if let Some(modifier) = timex.modifier {
            let _ = write!(marked, " {}", modifier.name());
        }
        marked.push(']');
        from = timex.span.end as usize;
    }
    marked.push_str(&text[from..]);
    assert_eq!(marked, line, "{}: found (left) is not what is marked (right)", pack.tag());
    timexes.iter().map(|timex| timex.rule).collect()
}

fn without_marks(line: &str) -> String {
    let mut text = String::new();
    let mut rest = line;
    while let Some((before, mark)) = rest.split_once('[') {
        let (words, _) = mark.split_once(" = ").expect("a mark has ' = '");
        text.push_str(before);
        text.push_str(words);
        rest = mark.split_once(']').expect("a mark is closed").1;
    }
    text + rest
}
