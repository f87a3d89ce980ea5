//! Forms of words from a pack's rules.

use std::collections::BTreeMap;

/// Endings and what replaces them, the first that fits.
type Rules = Vec<(String, String)>;

/// How a language makes the forms of its verbs and nouns.
#[derive(Debug)]
pub(super) enum Inflection {
    /// A word has few forms, and for each of them the first ending that fits.
    Few(Few),
    /// A word has as many forms as there are endings that fit.
    Many(Many),
}

/// The endings of a language of many forms. An ending that starts with `+` takes the prefix of
/// participles in front of the word; one that ends in `!` makes a past.
#[derive(Debug)]
pub(super) struct Many {
    verbs: Rules,
    nouns: Rules,
    adjectives: Rules,
    prefix: String,
    /// First parts of verbs that can stand apart from the rest: "greift ... an".
    separable: Vec<String>,
    /// Base form to its other forms; those of the past end in `!`.
    irregular: BTreeMap<String, Vec<String>>,
    irregular_nouns: BTreeMap<String, Vec<String>>,
}

/// A form of a word.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) text: String,
    /// Whether it is a past and no other form of its verb but the participle.
    pub(super) past: bool,
    /// Whether it is not the participle either: "began".
    pub(super) past_only: bool,
}

impl Form {
    fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        match text.strip_suffix('!') {
            Some(past) => Self { text: past.to_owned(), past: true, past_only: false },
            None => Self { text, past: false, past_only: false },
        }
    }
}

impl Inflection {
    /// Reads the rules; `None` if one is missing.
    pub(super) fn new(
        rules: impl Fn(&str) -> String,
        irregular: &str,
        doubling: &str,
        plurals: &str,
    ) -> Option<Self> {
        if rules("verbs").is_empty() {
            return Few::new(rules, irregular, doubling, plurals).map(Self::Few);
        }
        let parse = |text: &str| -> Rules {
            let pairs = text.split_whitespace().filter_map(|rule| rule.split_once('>'));
            pairs.map(|(from, to)| (from.to_owned(), to.to_owned())).collect()
        };
        let listed = |text: &str| -> BTreeMap<String, Vec<String>> {
            let of = |entry: &str| {
                let mut parts = entry.split(':').map(str::to_owned);
                Some((parts.next()?, parts.collect()))
            };
            text.split_whitespace().filter_map(of).collect()
        };
        Some(Self::Many(Many {
            verbs: parse(&rules("verbs")),
            nouns: parse(&rules("nouns")),
            adjectives: parse(&rules("adjectives")),
            prefix: rules("participle_prefix"),
            separable: rules("separable").split_whitespace().map(str::to_owned).collect(),
            irregular: listed(irregular),
            irregular_nouns: listed(plurals),
        }))
    }

    /// The forms of a verb, its base form first.
    pub(super) fn verb_forms(&self, base: &str) -> Vec<Form> {
        match self {
            Self::Few(few) => {
                let forms = few.verb_forms(base);
                let is_past = |at: usize| at == Few::PAST && forms[at] != base;
                let mark = |at: usize| Form {
                    text: forms[at].clone(),
                    past: is_past(at),
                    past_only: is_past(at) && forms[at] != forms[Few::PARTICIPLE],
                };
                (0..forms.len()).map(mark).collect()
            }
            Self::Many(many) => many.verb_forms(base),
        }
    }

    /// The one form of the past that a verb has, in a language of few forms.
    pub(super) fn past(&self, base: &str) -> Option<String> {
        match self {
            Self::Few(few) => few.verb_forms(base).into_iter().nth(Few::PAST),
            Self::Many(_) => None,
        }
    }

    /// The forms of an adjective, as it is listed first.
    pub(super) fn adjective_forms(&self, adjective: &str) -> Vec<String> {
        match self {
            Self::Few(_) => vec![adjective.to_owned()],
            Self::Many(many) => {
                let forms = many.forms(adjective, &many.adjectives, &BTreeMap::new());
                forms.into_iter().map(|form| form.text).collect()
            }
        }
    }

    /// The forms of a noun, its singular first.
    pub(super) fn noun_forms(&self, noun: &str) -> Vec<String> {
        match self {
            Self::Few(few) => few.noun_forms(noun),
            Self::Many(many) => {
                let forms = many.forms(noun, &many.nouns, &many.irregular_nouns);
                forms.into_iter().map(|form| form.text).collect()
            }
        }
    }
}

impl Many {
    /// The forms of a verb; those of one whose first part can stand apart also with the parts
    /// together, as they stand at the end of a clause.
    fn verb_forms(&self, base: &str) -> Vec<Form> {
        let mut out = self.forms(base, &self.verbs, &self.irregular);
        let Some((first, rest)) = self.separated(base) else { return out };
        let listed = self.irregular.contains_key(base);
        let apart =
            if listed { out.split_off(1) } else { self.forms(rest, &self.verbs, &self.irregular) };
        for form in apart {
            if !form.text.starts_with(first) {
                out.push(Form { text: format!("{first}{}", form.text), ..form });
            }
            if listed {
                out.push(form);
            }
        }
        out
    }

    fn separated<'a>(&'a self, base: &'a str) -> Option<(&'a str, &'a str)> {
        const LEAST: usize = 4;
        let firsts = self.separable.iter().filter_map(|first| {
            let rest = base.strip_prefix(first.as_str())?;
            (rest.len() >= LEAST).then_some((first.as_str(), rest))
        });
        firsts.max_by_key(|(first, _)| first.len())
    }

    fn forms(
        &self,
        base: &str,
        rules: &Rules,
        irregular: &BTreeMap<String, Vec<String>>,
    ) -> Vec<Form> {
        let listed = irregular.get(base);
        let mut out = vec![Form::new(base)];
        out.extend(listed.into_iter().flatten().map(Form::new));
        if listed.is_none() {
            out.extend(rules.iter().filter_map(|(from, to)| {
                let stem = base.strip_suffix(from.as_str())?;
                Some(match to.strip_prefix('+') {
                    Some(to) => Form::new(format!("{}{stem}{to}", self.prefix)),
                    None => Form::new(format!("{stem}{to}")),
                })
            }));
        }
        out
    }
}

/// The rules of a language of few forms.
#[derive(Debug)]
pub(super) struct Few {
    plural: Rules,
    third: Rules,
    past: Rules,
    gerund: Rules,
    /// Base form to past and participle.
    irregular: BTreeMap<String, (String, String)>,
    doubling: Vec<String>,
    irregular_plurals: BTreeMap<String, String>,
}

impl Few {
    /// Which of the forms of a verb are its past and its participle.
    const PAST: usize = 2;
    const PARTICIPLE: usize = 3;

    fn new(
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
    fn verb_forms(&self, base: &str) -> Vec<String> {
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
    fn noun_forms(&self, noun: &str) -> Vec<String> {
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
