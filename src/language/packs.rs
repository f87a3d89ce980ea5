//! Packs: loaded from files, and those that are built into the program.

use std::sync::{LazyLock, OnceLock};

use include_dir::{Dir, include_dir};

use super::common_words::CommonWords;
use super::compile::compile;
use super::compounds::CompoundFiles;
use super::detect::Signs;
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
        let (states, symbols) = self.grammar.dfas.size(&self.grammar);
        format!(
            "{} NFA states, {states} DFA states, {symbols} symbols",
            self.grammar.nfa.steps.len()
        )
    }

    pub(crate) const fn grammar(&self) -> &Grammar {
        &self.grammar
    }
}

/// Languages that texts are read in; each is compiled when the first text needs it.
#[derive(Debug)]
pub struct Packs {
    languages: Vec<Language>,
    /// The common words of all of them, by their places.
    common_words: CommonWords,
}

/// One language of several.
#[derive(Debug)]
pub(super) struct Language {
    tag: String,
    /// What detection needs to know of it, compiled or not.
    pub(super) signs: Signs,
    /// Where to load the pack from, when it is needed.
    folder: Option<&'static Dir<'static>>,
    pack: OnceLock<Option<Pack>>,
}

impl Language {
    /// A language of a pack that is loaded.
    fn loaded(pack: Pack) -> Self {
        Self {
            tag: pack.tag.clone(),
            signs: Signs::new(&pack.settings),
            folder: None,
            pack: OnceLock::from(Some(pack)),
        }
    }

    /// A built-in language, of which only its settings are read.
    fn built_in(folder: &'static Dir<'static>) -> Self {
        let tag = folder.path().to_string_lossy().into_owned();
        let text = folder.get_file(folder.path().join("language.toml"));
        let file = PackFile {
            name: "language.toml",
            text: text.and_then(|file| file.contents_utf8()).unwrap_or_default(),
        };
        let settings = Settings::read(&file).unwrap_or_default();
        let signs = Signs::new(&settings);
        Self { tag, signs, folder: Some(folder), pack: OnceLock::new() }
    }

    /// Its pack; `None` if that has a defect.
    pub(super) fn pack(&self) -> Option<&Pack> {
        let load = || self.folder.and_then(|folder| load(folder).ok());
        self.pack.get_or_init(load).as_ref()
    }
}

impl Packs {
    /// These packs.
    #[must_use]
    pub fn new(packs: Vec<Pack>) -> Self {
        Self::of(packs.into_iter().map(Language::loaded))
    }

    /// The one that reads what no language is detected in goes first.
    fn of(languages: impl Iterator<Item = Language>) -> Self {
        let mut languages: Vec<Language> = languages.collect();
        languages.sort_by_key(|language| !language.signs.is_fallback());
        let lists = languages.iter().map(|language| language.signs.common.as_slice());
        Self { common_words: CommonWords::new(lists), languages }
    }

    /// The packs that are built into the program.
    ///
    /// A built-in pack with a defect is left out here; a test of the house loads each of them by
    /// [`Packs::load_embedded`] and shows the defect.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static PACKS: LazyLock<Packs> =
            LazyLock::new(|| Packs::of(FOLDERS.dirs().map(Language::built_in)));
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

    /// The bytes of a file of a built-in pack that is no text.
    pub(crate) fn bytes(tag: &str, name: &str) -> Option<&'static [u8]> {
        Some(FOLDERS.get_file(format!("{tag}/{name}"))?.contents())
    }

    /// The tags of the built-in packs.
    pub(crate) fn tags() -> impl Iterator<Item = &'static str> {
        FOLDERS.dirs().filter_map(|folder| folder.path().to_str())
    }

    /// Every pack, the one for what no language is detected in first.
    pub fn iter(&self) -> impl Iterator<Item = &Pack> {
        self.languages.iter().filter_map(Language::pack)
    }

    /// The pack of a language by its BCP 47 tag; a region or a script in the tag is ignored.
    #[must_use]
    pub fn get(&self, tag: &str) -> Option<&Pack> {
        self.language(tag)?.pack()
    }

    pub(super) fn language(&self, tag: &str) -> Option<&Language> {
        let language = tag.split(['-', '_']).next().unwrap_or(tag);
        self.languages.iter().find(|known| known.tag.eq_ignore_ascii_case(language))
    }

    pub(super) fn languages(&self) -> &[Language] {
        &self.languages
    }

    pub(super) const fn common_words(&self) -> &CommonWords {
        &self.common_words
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
