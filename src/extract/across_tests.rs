//! The same event in several documents.

use super::{Across, Source, Text, across, extract};
use crate::document::{DateCandidate, DateOrigin, Document, DocumentId};
use crate::event::{Event, Shared};
use crate::language::Packs;
use crate::temporal::tag;
use crate::time::Interval;

/// Documents with the events that are found in them, all from one date.
fn read(texts: &[&str]) -> Vec<(Document, Vec<Event>)> {
    let pack = Packs::embedded().get("en").expect("the English pack");
    let date = DateCandidate {
        interval: Interval::from_iso("2019-08-20").expect("a date"),
        origin: DateOrigin::User,
        words: String::new(),
        span: None,
    };
    let mut out = Vec::new();
    for (number, text) in texts.iter().enumerate() {
        let source = number.to_string();
        let document = Document {
            id: DocumentId::of(&source, text),
            title: String::new(),
            source,
            text: (*text).into(),
            blocks: Vec::new(),
            declared_language: None,
            date_candidates: Vec::new(),
            diagnostics: Vec::new(),
        };
        let timexes = tag(text, &[], pack).resolve(Some(&date));
        let text = Text {
            document: &document,
            pack,
            timexes: &timexes,
            date: Some(&date),
            dates: &[],
            messages: &[],
        };
        let events = extract(text);
        out.push((document, events));
    }
    out
}

fn join(read: &[(Document, Vec<Event>)]) -> Across {
    let sources: Vec<Source<'_>> =
        read.iter().map(|(document, events)| Source { document, events }).collect();
    across(&sources)
}

/// The only event that several of the texts tell.
fn only(texts: &[&str]) -> Event {
    let joined = join(&read(texts));
    let mut kept: Vec<Event> = joined.kept.into_values().collect();
    assert_eq!(kept.len(), 1, "{kept:?}");
    kept.remove(0)
}

const ONE: &str = "A bomb killed 14 people in Mosul on 12 August 2019.";
const OTHER: &str = "On 12 August 2019, a car bomb exploded in Mosul, killing 14 people.";

#[test]
fn every_source_of_an_event_is_kept_with_the_reason() {
    let event = only(&[ONE, OTHER, "The court in Oslo met on 12 August 2019."]);
    assert_eq!(event.evidence.len(), 2);
    let joined = event.evidence[1].joined.as_deref().expect("how it came to the event");
    assert!(event.evidence[0].joined.is_none());
    assert!(joined.shared.has(Shared::PLACE) && joined.shared.has(Shared::NUMBER), "{joined:?}");
    assert!(!joined.copied && joined.disputed.is_none(), "{joined:?}");
}

#[test]
fn a_copy_confirms_nothing() {
    let alone = read(&[ONE])[0].1[0].confidence;
    let copy = only(&[ONE, "A bomb killed 14 people in Mosul on 12 August 2019, police said."]);
    assert!(copy.evidence[1].joined.as_deref().expect("a reason").copied);
    assert!((copy.confidence - alone).abs() < 1e-6, "{} {alone}", copy.confidence);
    let confirmed = only(&[ONE, OTHER]);
    assert!(confirmed.confidence > alone, "{} {alone}", confirmed.confidence);
}

#[test]
fn sources_that_disagree_on_the_day_stay_in_disagreement() {
    let event = only(&[ONE, "A bomb killed 14 people in Mosul on 13 August 2019."]);
    assert_eq!(event.when.interval(), Interval::from_iso("2019-08-12").ok());
    let joined = event.evidence[1].joined.as_deref().expect("a reason");
    assert_eq!(joined.disputed, Interval::from_iso("2019-08-13").ok());
}

#[test]
fn different_events_stay_apart() {
    let apart = |texts: &[&str]| {
        let joined = join(&read(texts));
        assert!(joined.kept.is_empty(), "{texts:?} became one: {:?}", joined.kept);
    };
    apart(&["Troops shelled Mosul on 12 August 2019.", "Troops shelled Tikrit on 12 August 2019."]);
    apart(&["Troops shelled Mosul on 12 August 2019.", "Troops shelled Mosul on 14 August 2019."]);
    apart(&["The union will meet in Oslo on 3 May 2020.", "The army attacked Oslo on 3 May 2020."]);
}

#[test]
fn a_mention_leads_to_the_event_that_it_became_part_of() {
    let read = read(&[ONE, OTHER]);
    let joined = join(&read);
    let (first, second) = (read[0].1[0].id, read[1].1[0].id);
    assert_eq!(joined.absorbed.get(&second), Some(&first));
    assert!(joined.kept.contains_key(&first));
}
