//! The corpora of events, and what holds of every title.

use serde::Deserialize;

use super::{Text, extract};
use crate::document::{Block, BlockKind, DateCandidate, DateOrigin, Document, DocumentId};
use crate::event::{Event, Fact, Missing, When};
use crate::language::{EventWords, Packs, WordClass};
use crate::temporal::tag;
use crate::text::Span;
use crate::time::Interval;

#[derive(Deserialize)]
struct Corpus {
    document: Vec<Sample>,
}

#[derive(Deserialize)]
struct Sample {
    date: Option<String>,
    text: String,
    events: Vec<String>,
}

/// The paragraphs of a text, where blank lines part some.
fn paragraphs(text: &str) -> Vec<Block> {
    let pieces = text.split("\n\n").filter(|piece| !piece.trim().is_empty());
    let block = |piece: &str| {
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        Block { span: Span::new(start, start + piece.len()), kind: BlockKind::Paragraph }
    };
    let blocks: Vec<Block> = pieces.map(block).collect();
    if blocks.len() > 1 { blocks } else { Vec::new() }
}

fn document(text: &str) -> Document {
    Document {
        id: DocumentId::of("test", text),
        title: String::new(),
        source: "test".to_owned(),
        text: text.into(),
        blocks: paragraphs(text),
        declared_language: None,
        date_candidates: Vec::new(),
        diagnostics: Vec::new(),
    }
}

fn events(language: &str, text: &str, date: Option<&str>) -> Vec<Event> {
    let pack = Packs::embedded().get(language).expect("a pack");
    let date = date.map(|date| DateCandidate {
        interval: Interval::from_iso(date).expect("a date"),
        origin: DateOrigin::User,
        words: String::new(),
        span: None,
    });
    let document = document(text);
    let timexes = tag(text, &document.blocks, pack).resolve(date.as_ref());
    extract(Text {
        document: &document,
        pack,
        timexes: &timexes,
        date: date.as_ref(),
        dates: &[],
        messages: &[],
    })
}

fn dates(event: &Event) -> String {
    let dates = interval(event);
    match &event.when {
        When::Recurring { within: None, rule } => rule.to_string(),
        When::Recurring { rule, .. } => format!("{rule} in {dates}"),
        When::Dated(_) | When::Undated(_) => dates,
    }
}

fn interval(event: &Event) -> String {
    let Some((start, end)) = event.when.interval().map(|interval| interval.iso_ends()) else {
        return "-".to_owned();
    };
    let (start, end) = (start.unwrap_or_default(), end.unwrap_or_default());
    if start == end { start } else { format!("{start}..{end}") }
}

/// Whether an event is what a line of the corpus expects.
fn fits(event: &Event, expected: &str) -> bool {
    let fields: Vec<&str> = expected.split('|').map(str::trim).collect();
    let [when, category, factuality, places, title, ref rest @ ..] = fields[..] else {
        panic!("not an event: {expected}");
    };
    let says = said(event);
    if rest.iter().any(|part| !says.iter().any(|said| said == part)) {
        return false;
    }
    let found: Vec<&str> = event.places.iter().map(|place| place.name.as_str()).collect();
    dates(event) == when
        && (category == "?" || event.category.name() == category)
        && event.factuality.name() == factuality
        && (places == "?" || found.join(", ") == places)
        && has_part(&event.title.to_lowercase(), &title.to_lowercase())
}

/// Whether a title holds a part; one that a full stop closes has to end it.
fn has_part(title: &str, part: &str) -> bool {
    part.strip_suffix('.').map_or_else(|| title.contains(part), |end| title.ends_with(end))
}

/// The numbers that an event has, and who says so.
fn said(event: &Event) -> Vec<String> {
    let number = |fact: &Fact| {
        let show = |value: Option<f64>| value.map_or_else(String::new, |value| value.to_string());
        let about = if fact.approximate { "about " } else { "" };
        let unit = fact.unit.as_deref().unwrap_or_default();
        format!("{}: {about}{}..{} {unit}", fact.kind, show(fact.low), show(fact.high))
    };
    let numbers = event.facts.iter().map(number);
    let source = event.said_by.iter().map(|source| format!("by {source}"));
    numbers.chain(source).map(|part| part.trim().to_owned()).collect()
}

/// The texts of every language's corpus, with the language.
fn corpus() -> Vec<(&'static str, Sample)> {
    let sources = [
        ("en", include_str!("../../assets/languages/en/events_corpus.toml")),
        ("de", include_str!("../../assets/languages/de/events_corpus.toml")),
        ("uk", include_str!("../../assets/languages/uk/events_corpus.toml")),
    ];
    let read = |(language, source)| {
        let corpus: Corpus = toml::from_str(source).expect("the corpus is well formed");
        corpus.document.into_iter().map(move |sample| (language, sample))
    };
    sources.into_iter().flat_map(read).collect()
}

#[test]
fn the_corpus_comes_out_as_it_says() {
    let mut wrong = Vec::new();
    for (language, sample) in corpus() {
        let found = events(language, &sample.text, sample.date.as_deref());
        let shown: Vec<String> = found
            .iter()
            .map(|event| {
                let places: Vec<&str> = event.places.iter().map(|p| p.name.as_str()).collect();
                let (category, factuality) = (event.category.name(), event.factuality.name());
                format!(
                    "{} | {category} | {factuality} | {} | {} | {}",
                    dates(event),
                    places.join(", "),
                    event.title,
                    said(event).join(" | ")
                )
            })
            .collect();
        let right = found.len() == sample.events.len()
            && found.iter().zip(&sample.events).all(|(event, expected)| fits(event, expected));
        if !right {
            let (text, expected) = (&sample.text, &sample.events);
            wrong.push(format!("{text}\nexpected {expected:#?}\nfound {shown:#?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_title_can_be_read_alone() {
    let small = WordClass::ARTICLE
        | WordClass::GENITIVE_ARTICLE
        | WordClass::COORDINATOR
        | WordClass::COMPLEMENTISER
        | WordClass::NAME_LINK;
    for (language, sample) in corpus() {
        let pack = EventWords::embedded(language).expect("the language has words");
        for event in events(language, &sample.text, sample.date.as_deref()) {
            let words = event.title.split_whitespace().count();
            assert!((2..=10).contains(&words), "{}", event.title);
            let first = event.title.chars().next();
            assert!(first.is_some_and(|c| c.is_uppercase() || c.is_numeric()), "{}", event.title);
            assert!(
                event.title.ends_with(char::is_alphanumeric) || event.title.ends_with(')'),
                "{}",
                event.title
            );
            let last = event.title.rsplit(' ').next().unwrap_or_default().to_lowercase();
            assert!(!pack.entry(&last).class.has(small), "{}", event.title);
            // A verb in the past has its subject before it, unless the order of words is free.
            let first = event.title.split(' ').next().unwrap_or_default().to_lowercase();
            let opener = pack.entry(&first);
            let joins = WordClass::COORDINATOR | WordClass::COMPLEMENTISER;
            assert!(!opener.class.has(joins), "{}", event.title);
            let verb = opener.class.has(WordClass::PAST_ONLY) && opener.noun.is_none();
            assert!(!verb || pack.syntax().head_first, "{}", event.title);
            for (open, close) in [('(', ')'), ('[', ']'), ('«', '»')] {
                let count = |mark: char| event.title.matches(mark).count();
                assert_eq!(count(open), count(close), "{}", event.title);
            }
            let quotes = event.title.matches(['"', '“', '”', '„', '«', '»']).count();
            assert!(quotes % 2 == 0, "{}", event.title);
        }
    }
}

#[test]
fn an_amount_of_time_and_what_it_is_for_may_end_a_text() {
    let found = events("en", "Orr sentenced to thirteen years for bribery", None);
    assert!(found.iter().all(|event| event.when.interval().is_none()));
}

#[test]
fn without_a_date_nothing_relative_is_dated() {
    for text in ["Yesterday the army left Kherson.", "Last month ministers met in Brussels."] {
        let found = events("en", text, None);
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].when, When::Undated(Missing::DocumentDate), "{text}");
    }
}

#[test]
fn evidence_lies_in_its_sentence() {
    for (language, sample) in corpus() {
        for event in events(language, &sample.text, sample.date.as_deref()) {
            let evidence = &event.evidence[0];
            assert!(!evidence.quote.of(&sample.text).is_empty(), "{}", event.title);
            assert!(evidence.sentence.contains(evidence.quote), "{}", event.title);
        }
    }
}

#[test]
fn no_text_is_too_strange_to_read() {
    let words =
        ["began to try to continue to help to cross", "May 1990", "(", "), and", "the", "§"];
    let strange = [
        words.join(" ").repeat(400),
        "(".repeat(3_000),
        "and ".repeat(5_000),
        "In 1990 it began to try to begin to try ".repeat(300),
        "Kyiv, Kharkiv, ".repeat(2_000),
        "1990 ".repeat(3_000),
        "\u{301}\u{200d}\u{feff}'s n't ".repeat(500),
    ];
    for language in ["en", "de", "uk"] {
        for text in &strange {
            let found = events(language, text, Some("2000-01-01"));
            assert!(found.iter().all(|event| event.title.split_whitespace().count() <= 10));
        }
    }
}
