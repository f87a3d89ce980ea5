//! Parts of speech.

/// A part of speech, as far as extraction tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names are those of school grammar
pub enum Tag {
    Noun,
    Nouns,
    Name,
    Adjective,
    Adverb,
    Past,
    Participle,
    Gerund,
    Present,
    Base,
    Modal,
    To,
    Preposition,
    Determiner,
    Pronoun,
    Possessive,
    Genitive,
    Conjunction,
    Number,
    Relative,
    Particle,
    Existential,
    Punctuation,
    Other,
}

impl Tag {
    const NAMED: [(&'static str, Self); 24] = [
        ("noun", Self::Noun),
        ("nouns", Self::Nouns),
        ("name", Self::Name),
        ("adjective", Self::Adjective),
        ("adverb", Self::Adverb),
        ("past", Self::Past),
        ("participle", Self::Participle),
        ("gerund", Self::Gerund),
        ("present", Self::Present),
        ("base", Self::Base),
        ("modal", Self::Modal),
        ("to", Self::To),
        ("preposition", Self::Preposition),
        ("determiner", Self::Determiner),
        ("pronoun", Self::Pronoun),
        ("possessive", Self::Possessive),
        ("genitive", Self::Genitive),
        ("conjunction", Self::Conjunction),
        ("number", Self::Number),
        ("relative", Self::Relative),
        ("particle", Self::Particle),
        ("existential", Self::Existential),
        ("punctuation", Self::Punctuation),
        ("other", Self::Other),
    ];

    pub(super) fn from_name(name: &str) -> Self {
        Self::NAMED.iter().find(|(n, _)| *n == name).map_or(Self::Other, |&(_, tag)| tag)
    }

    /// Whether it can head a noun phrase.
    #[must_use]
    pub const fn is_nominal(self) -> bool {
        matches!(self, Self::Noun | Self::Nouns | Self::Name)
    }

    /// Whether it stands in a noun phrase before the noun that heads it.
    #[must_use]
    pub const fn leads_noun(self) -> bool {
        matches!(
            self,
            Self::Adjective | Self::Determiner | Self::Number | Self::Genitive | Self::Possessive
        )
    }

    /// Whether it is a finite form of a verb.
    #[must_use]
    pub const fn is_finite(self) -> bool {
        matches!(self, Self::Past | Self::Present | Self::Modal)
    }

    /// Whether it is a form of a verb.
    #[must_use]
    pub const fn is_verbal(self) -> bool {
        matches!(
            self,
            Self::Past | Self::Participle | Self::Gerund | Self::Present | Self::Base | Self::Modal
        )
    }
}
