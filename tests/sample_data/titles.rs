//! What holds of every title, in the sample documents and in the texts of the corpora of events of
//! all languages: it can be read alone.

use std::fs;

use dateline::analysis::Analysed;
use dateline::event::ParticipantKind;
use dateline::import::import;
use dateline::language::{EventWords, Tag, WordClass};
use serde::Deserialize;

use super::{all_expectations, analyse, root, user_date};

/// The most words of a title.
const LIMIT: usize = 10;

/// A corpus of events; what it expects is checked elsewhere.
#[derive(Deserialize)]
struct Corpus {
    document: Vec<Sample>,
}

#[derive(Deserialize)]
struct Sample {
    date: Option<String>,
    text: String,
}

/// What stands before an event, as far as a pronoun in its title can stand for it.
#[derive(Default)]
struct Before<'a> {
    /// The two sentences before.
    text: &'a str,
    people: Vec<&'a str>,
    bodies: Vec<&'a str>,
}

impl Before<'_> {
    fn names(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.text.contains(name))
    }
}

/// Whether a word cannot end a title: an article, a conjunction, a preposition that needs its noun,
/// an auxiliary, by the words of a pack.
fn dangles(pack: &EventWords, word: &str) -> bool {
    let small = WordClass::ARTICLE
        | WordClass::INDEFINITE
        | WordClass::GENITIVE_ARTICLE
        | WordClass::COORDINATOR
        | WordClass::COMPLEMENTISER
        | WordClass::SUBORDINATOR
        | WordClass::NAME_LINK;
    // Where the verb stands second, an auxiliary closes many clauses.
    let auxiliary = WordClass::BE | WordClass::HAVE;
    let entry = pack.entry(word);
    // "stürzte ein"
    entry.class.has(small) && !entry.class.has(WordClass::SEPARABLE)
        || entry.class.has(auxiliary) && !pack.syntax().verb_second
        || needs_noun(pack, word)
}

/// Whether a word is a preposition, and no part of a verb as in "took over", "stellte vor".
fn needs_noun(pack: &EventWords, word: &str) -> bool {
    ["at", "to", "with", "by", "from", "into"].contains(&word)
        || pack.guesses().listed(word) == Some(Tag::Preposition)
            && !pack.entry(word).class.has(WordClass::SEPARABLE)
}

/// Whether every bracket and quotation mark of a title has its other half.
fn is_balanced(title: &str) -> bool {
    let count = |mark: char| title.matches(mark).count();
    let pairs = [('(', ')'), ('[', ']'), ('«', '»')];
    let quotes = title.matches(['"', '“', '”', '„']).count();
    pairs.iter().all(|&(open, close)| count(open) == count(close)) && quotes.is_multiple_of(2)
}

/// What is wrong with a title.
fn faults(pack: &EventWords, title: &str, before: &Before<'_>) -> Vec<&'static str> {
    let words: Vec<&str> = title.split_whitespace().collect();
    let lower = |word: Option<&&str>| word.map_or_else(String::new, |word| word.to_lowercase());
    let (first, last) = (lower(words.first()), lower(words.last()));
    let opener = pack.entry(&first);
    let person = opener.class.has(WordClass::MASCULINE | WordClass::FEMININE);
    let several = opener.class.has(WordClass::PLURAL | WordClass::FIRST_PERSON) && !person;
    let subject = !opener.class.has(WordClass::OBLIQUE) && words.len() > 1;
    let owns = pack.guesses().listed(&first) == Some(Tag::Possessive);
    // A verb has its subject before it, unless the order of words is free. "Sold to Ida Orr" is
    // what was done to what a chronicle is about.
    let passive = words.get(1).is_some_and(|word| needs_noun(pack, word));
    // "Wounded soldiers came" has its verb behind the noun that the first word says more of.
    let behind = words.get(2).map(|word| pack.entry(&word.to_lowercase()).class);
    let modifies = behind.is_some_and(|class| class.has(WordClass::PAST_FORM));
    let verb = opener.class.has(WordClass::PAST_FORM)
        && opener.noun.is_none()
        && !modifies
        && (opener.class.has(WordClass::PAST_ONLY) || !passive);
    let joins = WordClass::COORDINATOR | WordClass::COMPLEMENTISER;
    let starts = title.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_alphabetic());
    let faults = [
        (words.len() > LIMIT, "more than ten words"),
        (words.len() < 2, "one word"),
        (!starts, "a small letter"),
        (dangles(pack, &last), "a word that dangles"),
        (opener.class.has(joins), "half a sentence"),
        (!is_balanced(title), "half a pair of marks"),
        (verb && !pack.syntax().head_first, "a verb without its subject"),
        (
            person && subject && !owns && before.names(&before.people),
            "a pronoun for somebody named",
        ),
        (several && subject && !owns && before.names(&before.bodies), "a pronoun for a body named"),
    ];
    faults.iter().filter(|(is_wrong, _)| *is_wrong).map(|&(_, kind)| kind).collect()
}

/// What is wrong with the titles of a document, a line each.
fn faults_of(name: &str, analysed: &Analysed) -> Vec<String> {
    let pack = analysed.pack().and_then(|pack| EventWords::embedded(pack.tag())).unwrap();
    let text = &analysed.document().text;
    let named = |kinds: &[ParticipantKind]| -> Vec<&str> {
        let all = analysed.events().iter().flat_map(|event| &event.participants);
        let fits = all.filter(|participant| kinds.contains(&participant.kind));
        fits.map(|participant| participant.name.as_str()).collect()
    };
    let people = named(&[ParticipantKind::Person]);
    let bodies = named(&[ParticipantKind::Organisation, ParticipantKind::State]);
    let mut wrong = Vec::new();
    for event in analysed.events() {
        let before = &text[..event.evidence[0].sentence.start as usize];
        let two = before.rmatch_indices(". ").nth(2).map_or(0, |(at, _)| at);
        let (people, bodies) = (people.clone(), bodies.clone());
        let before = Before { text: &before[two..], people, bodies };
        for fault in faults(pack, &event.title, &before) {
            wrong.push(format!("{name}: {fault}: {}", event.title));
        }
    }
    wrong
}

#[test]
fn titles_of_the_sample_documents_can_be_read_alone() {
    let names = all_expectations().into_iter().map(|table| table.document);
    let wrong: Vec<String> = names.flat_map(|name| faults_of(&name, &analyse(&name))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn titles_of_every_corpus_can_be_read_alone() {
    for language in ["en", "de", "uk"] {
        let path = root().join("assets/languages").join(language).join("events_corpus.toml");
        let corpus: Corpus = toml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let (mut wrong, mut events) = (Vec::new(), 0);
        for (number, sample) in corpus.document.iter().enumerate() {
            let mut document = import("sample.txt", sample.text.as_bytes()).unwrap();
            document.declared_language = Some(language.into());
            let analysed = match &sample.date {
                Some(date) => Analysed::new(document).with_date(Some(user_date(date))),
                None => Analysed::new(document),
            };
            events += analysed.events().len();
            wrong.extend(faults_of(&format!("{language} {number}"), &analysed));
        }
        assert!(events > 50, "{language}: only {events} events");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn titles_that_cannot_be_read_alone_are_told() {
    let check = |language: &str, title: &str, fault: &str| {
        let pack = EventWords::embedded(language).unwrap();
        let (text, people, bodies) = ("Ida Orr met NATO. ", vec!["Ida Orr"], vec!["NATO"]);
        let found = faults(pack, title, &Before { text, people, bodies });
        assert_eq!(found, if fault.is_empty() { vec![] } else { vec![fault] }, "{title}");
    };
    check("en", "Ida Orr opened the school", "");
    check("en", "She opened the school", "a pronoun for somebody named");
    check("en", "They opened the school", "a pronoun for a body named");
    check("en", "Opened the school in Oslo", "a verb without its subject");
    check("en", "Wounded soldiers came to Oslo", "");
    check("en", "And Ida Orr opened it", "half a sentence");
    check("en", "Ida Orr walked from Oslo to", "a word that dangles");
    check("en", "Ida Orr opened the \"school", "half a pair of marks");
    check("en", "Opening", "one word");
    check(
        "en",
        "Ida Orr opened the new school behind the old mill yesterday",
        "more than ten words",
    );
    check("de", "Die Schule wurde eröffnet und", "a word that dangles");
    check("de", "Sie eröffnete die Schule", "a pronoun for somebody named");
    check("de", "Eröffnete die Schule in Bremen", "a verb without its subject");
    check("uk", "Школу відкрили в", "a word that dangles");
    check("uk", "Вона відкрила школу", "a pronoun for somebody named");
    check("uk", "Відкрили школу в Одесі", "");
}
