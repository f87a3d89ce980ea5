//! The number and gender of a subject, by the endings of verbs and nouns.

use super::event_words::Lists;

/// What a form says of the number and gender of the subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// One, of the masculine gender.
    Masculine,
    /// One, of the feminine gender.
    Feminine,
    /// One, of the neuter gender.
    Neuter,
    /// Several.
    Plural,
}

impl Agreement {
    const NAMED: [(&'static str, Option<Self>); 5] = [
        ("masculine", Some(Self::Masculine)),
        ("feminine", Some(Self::Feminine)),
        ("neuter", Some(Self::Neuter)),
        ("plural", Some(Self::Plural)),
        ("oblique", None),
    ];
}

/// Endings and what they say; nothing where they are no subject's.
type Endings = Vec<(Box<str>, Option<Agreement>)>;

/// The endings of a language that tell; none where a pack lists none.
#[derive(Debug, Default)]
pub struct Agreements {
    verbs: Endings,
    nouns: Endings,
    /// Endings of adjectives that are no subject's.
    obliques: Vec<Box<str>>,
    /// Of a verb that only goes on from another one the ending, and those of its past in the order
    /// of [`Agreement`].
    pasts: Vec<(Box<str>, [Box<str>; 4])>,
    /// Of an adjective in another case the ending, and those of its nominative in the same order.
    nominatives: Vec<(Box<str>, [Box<str>; 4])>,
    drops_subject: bool,
}

impl Agreements {
    /// From a pack's lists.
    pub(super) fn new(lists: &Lists) -> Self {
        let endings = |of: &str| {
            let list = |&(name, agreement): &(&str, Option<Agreement>)| {
                let list = lists.get(&format!("{of}_{name}")).map_or("", String::as_str);
                list.split_whitespace()
                    .map(|ending| (ending.into(), agreement))
                    .collect::<Endings>()
            };
            let mut out: Endings = Agreement::NAMED.iter().flat_map(list).collect();
            out.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
            out
        };
        let past = |pair: &str| {
            let (ending, forms) = pair.split_once('>')?;
            let mut forms: Vec<Box<str>> = forms.split(',').map(Box::from).collect();
            // One form for all subjects.
            if let [only] = &forms[..] {
                forms = vec![only.clone(); 4];
            }
            Some((ending.into(), forms.try_into().ok()?))
        };
        let pairs = |key: &str| {
            let list = lists.get(key).map_or("", String::as_str).split_whitespace();
            list.filter_map(past).collect()
        };
        Self {
            verbs: endings("verb"),
            nouns: endings("noun"),
            obliques: lists
                .get("adjective_oblique")
                .map_or("", String::as_str)
                .split_whitespace()
                .map(Box::from)
                .collect(),
            pasts: pairs("pasts"),
            nominatives: pairs("adjective_nominative"),
            drops_subject: lists.get("drops_subject").is_some_and(|value| value == "yes"),
        }
    }

    /// Whether a subject that was named before can be left out: "Народився в селі".
    #[must_use]
    pub const fn drops_subject(&self) -> bool {
        self.drops_subject
    }

    /// What a finite verb in lower case says of its subject.
    #[must_use]
    pub fn of_verb(&self, lower: &str) -> Option<Agreement> {
        Self::longest(&self.verbs, lower)
    }

    /// What a noun or a name in lower case is, as a subject.
    #[must_use]
    pub fn of_noun(&self, lower: &str) -> Option<Agreement> {
        Self::longest(&self.nouns, lower)
    }

    /// Whether an adjective in lower case has the form of a case that no subject has.
    #[must_use]
    pub fn is_oblique_adjective(&self, lower: &str) -> bool {
        self.obliques.iter().any(|ending| lower.ends_with(&**ending))
    }

    /// Whether a noun in lower case has the form of a case that no subject has.
    #[must_use]
    pub fn is_oblique(&self, lower: &str) -> bool {
        let found = self.nouns.iter().find(|(ending, _)| lower.ends_with(&**ending));
        found.is_some_and(|(_, agreement)| agreement.is_none())
    }

    fn longest(endings: &Endings, lower: &str) -> Option<Agreement> {
        let found = endings.iter().find(|(ending, _)| lower.ends_with(&**ending));
        found.and_then(|&(_, agreement)| agreement)
    }

    /// The nominative of an adjective in lower case that stands in another case, with some noun:
    /// "чергової" is "чергова"; none where the form is one of several things and the noun of one.
    #[must_use]
    pub fn nominative(&self, lower: &str, noun: Agreement) -> Option<String> {
        let of = |(ending, _): &&(Box<str>, _)| lower.ends_with(&**ending);
        let (ending, forms) = self.nominatives.iter().find(of)?;
        let own = &forms[noun as usize];
        let stem = &lower[..lower.len() - ending.len()];
        (&**own != "-").then(|| format!("{stem}{own}"))
    }

    /// The past of a verb that goes on from another one, in lower case, with some subject:
    /// "захопивши" is "захопив" or "захопила".
    #[must_use]
    pub fn past(&self, lower: &str, subject: Agreement) -> Option<String> {
        let (ending, forms) = self.pasts.iter().find(|(ending, _)| lower.ends_with(&**ending))?;
        let stem = &lower[..lower.len() - ending.len()];
        Some(format!("{stem}{}", forms[subject as usize]))
    }
}
