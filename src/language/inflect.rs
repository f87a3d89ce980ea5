//! Forms of words from a pack's rules.

use std::collections::BTreeMap;

/// Endings and what replaces them, the first that fits.
type Rules = Vec<(String, String)>;

/// How a language makes the forms of its verbs and nouns.
#[derive(Debug)]
pub(super) struct Inflection {
    plural: Rules,
    third: Rules,
    past: Rules,
    gerund: Rules,
    /// Base form to past and participle.
    irregular: BTreeMap<String, (String, String)>,
    doubling: Vec<String>,
    irregular_plurals: BTreeMap<String, String>,
}

impl Inflection {
    /// Reads the rules; `None` if one is missing.
    pub(super) fn new(
        rules: impl Fn(&str) -> String,
        irregular: &str,
        doubling: &str,
        plurals: &str,
    ) -> Option<Self> {
        let parse = |key: &str| {
            let parsed: Rules = rules(key)
                .split_whitespace()
                .filter_map(|rule| rule.split_once('>'))
                .map(|(from, to)| (from.to_owned(), to.to_owned()))
                .collect();
            (!parsed.is_empty()).then_some(parsed)
        };
        let triple = |entry: &str| {
            let mut parts = entry.split(':').map(str::to_owned);
            Some((parts.next()?, (parts.next()?, parts.next()?)))
        };
        let pair = |entry: &str| entry.split_once(':').map(|(a, b)| (a.to_owned(), b.to_owned()));
        Some(Self {
            plural: parse("plural")?,
            third: parse("third")?,
            past: parse("past")?,
            gerund: parse("gerund")?,
            irregular: irregular.split_whitespace().filter_map(triple).collect(),
            doubling: doubling.split_whitespace().map(str::to_owned).collect(),
            irregular_plurals: plurals.split_whitespace().filter_map(pair).collect(),
        })
    }

    /// Base form, third person, past, participle and gerund.
    pub(super) fn verb_forms(&self, base: &str) -> Vec<String> {
        let stem = self.doubled(base);
        let vowel = |rules: &Rules| {
            if stem == base { apply(rules, base) } else { with_last(rules, &stem) }
        };
        let (past, participle) = self
            .irregular
            .get(base)
            .cloned()
            .unwrap_or_else(|| (vowel(&self.past), vowel(&self.past)));
        vec![base.to_owned(), apply(&self.third, base), past, participle, vowel(&self.gerund)]
    }

    /// Singular and plural.
    pub(super) fn noun_forms(&self, noun: &str) -> Vec<String> {
        let irregular = self.irregular_plurals.iter().find_map(|(one, many)| {
            noun.strip_suffix(one.as_str()).map(|start| format!("{start}{many}"))
        });
        vec![noun.to_owned(), irregular.unwrap_or_else(|| apply(&self.plural, noun))]
    }

    /// The stem before an ending with a vowel: the last letter doubled where the pack says so.
    fn doubled(&self, base: &str) -> String {
        let mut stem = base.to_owned();
        if self.doubling.iter().any(|word| word == base) {
            stem.extend(base.chars().last());
        }
        stem
    }
}

fn apply(rules: &Rules, word: &str) -> String {
    let fitting = rules.iter().find_map(|(from, to)| {
        word.strip_suffix(from.as_str()).map(|start| format!("{start}{to}"))
    });
    fitting.unwrap_or_else(|| word.to_owned())
}

/// The stem with the ending of the last rule, the one for words that fit no other.
fn with_last(rules: &Rules, stem: &str) -> String {
    rules.last().map_or_else(|| stem.to_owned(), |(_, to)| format!("{stem}{to}"))
}
