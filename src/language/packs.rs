//! The packs that are built into the program, and which of them a text needs.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use super::compile::compile;
use super::compounds::CompoundFiles;
use super::patterns::PatternFiles;
use super::respelling::Spelling;
use super::source::PackFile;
use super::spelling::Endings;
use super::words::{self, Classes};
use super::{Gives, Grammar, PackError, Settings};

/// The folder of packs, one folder each.
static FOLDERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/languages");

/// One language's knowledge, compiled.
#[derive(Debug)]
pub struct Pack {
    tag: String,
    settings: Settings,
    grammar: Grammar,
}

impl Pack {
    /// Loads, checks and compiles a pack from the names and texts of its files.
    ///
    /// # Errors
    /// The first defect, with its file and line.
    pub fn load(tag: &str, files: &[(&str, &str)]) -> Result<Self, PackError> {
        let starting = |start: &'static str| {
            let files = files.iter().map(|&(name, text)| PackFile { name, text });
            files.filter(move |file| {
                file.name.rsplit('/').next().unwrap_or(file.name).starts_with(start)
            })
        };
        let mut settings = Settings::default();
        let mut endings = Endings::default();
        let mut classes = Classes::new();
        let mut compounds = CompoundFiles::default();
        let mut patterns = PatternFiles::default();
        for file in starting("language.toml") {
            settings = Settings::read(&file)?;
        }
        for file in starting("endings") {
            endings.read(&file)?;
        }
        for file in starting("words") {
            words::read(&file, &endings, &settings.letters, &mut classes)?;
        }
        for file in starting("compounds") {
            compounds.read(&file)?;
        }
        for file in starting("patterns") {
            patterns.read(&file)?;
        }
        let compounds = compounds.spell(&classes)?;
        let spelling = Spelling { compounds: &compounds, settings: &settings };
        let grammar = compile(&classes, &patterns, spelling)?;
        Ok(Self { tag: tag.to_owned(), settings, grammar })
    }

    /// The BCP 47 tag of the language: `en`.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// What the pack says of its language as a whole.
    #[must_use]
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The names of its patterns, in the order in which they are tried, and what each gives.
    pub fn patterns(&self) -> impl Iterator<Item = (&str, Gives)> {
        self.grammar.patterns.iter().map(|pattern| (pattern.name.as_str(), pattern.gives))
    }

    /// How large its automata are: states of the NFA, states of the DFA, symbols.
    #[must_use]
    pub fn size(&self) -> String {
        let (states, symbols) = self.grammar.dfa.size();
        format!(
            "{} NFA states, {states} DFA states, {symbols} symbols",
            self.grammar.nfa.steps.len()
        )
    }

    pub(crate) const fn grammar(&self) -> &Grammar {
        &self.grammar
    }
}

/// Languages that texts are read in.
#[derive(Debug)]
pub struct Packs {
    packs: Vec<Pack>,
}

impl Packs {
    /// These packs; the first of them reads what no language is detected in.
    #[must_use]
    pub const fn new(packs: Vec<Pack>) -> Self {
        Self { packs }
    }

    /// The packs that are built into the program, compiled at the first call.
    ///
    /// A built-in pack with a defect is left out here; a test of the house loads each of them by
    /// [`Packs::load_embedded`] and shows the defect.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static PACKS: LazyLock<Packs> = LazyLock::new(|| Packs {
            packs: Packs::load_embedded().into_iter().filter_map(Result::ok).collect(),
        });
        &PACKS
    }

    /// Loads each built-in pack afresh, and says what is wrong with those that have a defect.
    #[must_use]
    pub fn load_embedded() -> Vec<Result<Pack, PackError>> {
        FOLDERS.dirs().map(load).collect()
    }

    /// The text of a file of a built-in pack: `file("en", "corpus.toml")`.
    #[must_use]
    pub fn file(tag: &str, name: &str) -> Option<&'static str> {
        FOLDERS.get_file(format!("{tag}/{name}"))?.contents_utf8()
    }

    /// Every pack, by its tag's order.
    pub fn iter(&self) -> impl Iterator<Item = &Pack> {
        self.packs.iter()
    }

    /// The pack of a language by its BCP 47 tag; a region or a script in the tag is ignored.
    #[must_use]
    pub fn get(&self, tag: &str) -> Option<&Pack> {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        self.packs.iter().find(|pack| pack.tag.eq_ignore_ascii_case(language))
    }

    /// The pack for a text: of the language that it declares, or else of the one that it is
    /// written in. `None` if that language has no pack.
    #[must_use]
    pub fn detect(&self, text: &str, declared: Option<&str>) -> Option<&Pack> {
        if let Some(pack) = declared.and_then(|tag| self.get(tag)) {
            return Some(pack);
        }
        // A few paragraphs tell as much as the whole book.
        let end = (0..=text.len().min(4096)).rev().find(|&at| text.is_char_boundary(at));
        let sample = &text[..end.unwrap_or(0)];
        let found = whatlang::detect(sample);
        let by_code = |code: &str| self.packs.iter().find(|pack| pack.settings.iso639_3 == code);
        match found {
            Some(info) if info.is_reliable() => by_code(info.lang().code()),
            Some(info) => by_code(info.lang().code()).or_else(|| self.packs.first()),
            None => self.packs.first(),
        }
    }
}

fn load(folder: &'static Dir<'static>) -> Result<Pack, PackError> {
    let tag = folder.path().to_string_lossy().into_owned();
    let mut files: Vec<(&str, &str)> = Vec::new();
    for file in folder.files() {
        let name = file.path().to_str().unwrap_or_default();
        let text = file.contents_utf8().ok_or_else(|| PackError {
            file: name.to_owned(),
            line: 0,
            message: "the file is not UTF-8".to_owned(),
        })?;
        files.push((name, text));
    }
    files.sort_unstable();
    Pack::load(&tag, &files)
}
