//! Explaining: a derivation in words that a person understands, in one line and in full.

use crate::document::DateOrigin;
use crate::event::{Certainty, Derivation, Link, Operation, Reference};
use crate::time::{Granularity, Modifier};

/// A derivation in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// All of it in one line: `"Last year" counted from 29 Nov 2023 (the document's date, from
    /// its file name): one year back -> 2022`.
    pub line: String,
    /// The same step by step, one sentence each.
    pub steps: Vec<String>,
}

/// Explains how a date was found.
#[must_use]
pub fn explain(derivation: &Derivation) -> Explanation {
    Explanation { line: explain_in_line(derivation), steps: steps(derivation) }
}

/// Explains it in one line only.
#[must_use]
pub fn explain_in_line(derivation: &Derivation) -> String {
    if derivation.words.trim().is_empty() {
        return inferred_line(derivation);
    }
    let words = quoted(&derivation.words);
    let result = derivation.result.map(|interval| interval.label());
    if let Reference::Missing = derivation.reference {
        return format!("{words} is counted from a date that is not known: no date");
    }
    let Some(result) = result else {
        return format!("{words} names no time that can be placed on a calendar: no date");
    };
    let result = format!("{result}{}", blur(derivation.modifier));
    match reference(&derivation.reference) {
        None if derivation.operation == Operation::AsWritten => {
            format!("{words} as written{} -> {result}", others(derivation))
        }
        None => {
            let operation = operation(&derivation.operation);
            format!("{words} as written, {operation}{} -> {result}", others(derivation))
        }
        Some((label, source)) => {
            let operation = operation(&derivation.operation);
            let others = others(derivation);
            format!("{words} counted from {label} ({source}): {operation}{others} -> {result}")
        }
    }
}

/// That the words could be read otherwise, and how.
fn others(derivation: &Derivation) -> String {
    match derivation.alternatives.as_slice() {
        [] => String::new(),
        others => {
            let labels: Vec<String> = others.iter().map(|other| other.interval.label()).collect();
            format!(" (or {})", labels.join(", "))
        }
    }
}

/// One line for a date that no words of the event's own name.
fn inferred_line(derivation: &Derivation) -> String {
    let result = derivation.result.map(|interval| interval.label());
    match (reference(&derivation.reference), result) {
        (Some((label, source)), Some(result)) if label != result => {
            let operation = operation(&derivation.operation);
            format!("No time is named; counted from {label} ({source}): {operation} -> {result}")
        }
        (Some((label, source)), Some(_)) => {
            format!("No time is named; taken to be {label} ({source})")
        }
        _ => "It hangs on something that is not dated here: no date".to_owned(),
    }
}

fn steps(derivation: &Derivation) -> Vec<String> {
    let mut steps = Vec::new();
    if !derivation.words.is_empty() {
        steps.push(format!("The text says {}.", quoted(&derivation.words)));
    }
    let wordless = derivation.words.trim().is_empty();
    steps.push(match (&derivation.reference, reference(&derivation.reference)) {
        (Reference::Missing, _) if wordless => {
            "It hangs on something that is not dated here.".to_owned()
        }
        (Reference::Missing, _) => {
            "That is counted from a date that is not known: give the document a date.".to_owned()
        }
        (_, None) => "The words name the time by themselves.".to_owned(),
        (_, Some((label, source))) => format!("It is counted from {label}, {source}."),
    });
    if !matches!(derivation.operation, Operation::AsWritten) {
        steps.push(format!("Step: {}.", operation(&derivation.operation)));
    }
    if let Some(modifier) = derivation.modifier {
        steps.push(format!("The words narrow or blur it: {}.", modifier_words(modifier)));
    }
    steps.push(match derivation.result {
        Some(interval) => {
            format!("Result: {}, to the {}.", interval.label(), unit_name(interval.granularity()))
        }
        None => "Result: no date.".to_owned(),
    });
    steps.push(link(derivation.link).to_owned());
    if !derivation.alternatives.is_empty() {
        let readings: Vec<String> = derivation
            .alternatives
            .iter()
            .map(|reading| match reading.operation {
                Operation::AsWritten => format!("{}, as written", reading.interval.label()),
                ref other => format!("{}, {}", reading.interval.label(), operation(other)),
            })
            .collect();
        steps.push(format!("It could also mean {}.", readings.join("; or ")));
    }
    steps.push(certainty(derivation.certainty).to_owned());
    steps
}

fn quoted(words: &str) -> String {
    let plain: Vec<&str> = words.split_whitespace().collect();
    format!("\"{}\"", plain.join(" "))
}

/// What a time was counted from, and what that is.
fn reference(reference: &Reference) -> Option<(String, String)> {
    let found = |kind: &str, words: &str| format!("{kind} {}", quoted(words));
    match reference {
        Reference::Calendar | Reference::Missing => None,
        Reference::Document { interval, origin } => {
            Some((interval.label(), format!("the document's date, {}", origin_words(*origin))))
        }
        Reference::Narrative { words, interval, .. } => {
            Some((interval.label(), found("named before as", words)))
        }
        Reference::Section { words, interval, .. } => {
            Some((interval.label(), found("the heading", words)))
        }
    }
}

const fn origin_words(origin: DateOrigin) -> &'static str {
    match origin {
        DateOrigin::User => "as you gave it",
        DateOrigin::Published => "from its metadata",
        DateOrigin::Dateline => "from its dateline",
        DateOrigin::Mail => "from the head of its message",
        DateOrigin::Byline => "from a line of its own near the top",
        DateOrigin::FileName => "from its file name",
        DateOrigin::Metadata => "from when it was created or last changed, as its metadata says",
        DateOrigin::Text => "from its text",
        DateOrigin::ModificationTime => "from when its file was last changed",
    }
}

fn operation(operation: &Operation) -> String {
    match *operation {
        Operation::AsWritten => "as written".to_owned(),
        Operation::Same => "the same time".to_owned(),
        Operation::Holding { unit } => format!("the {} that holds it", unit_name(unit)),
        Operation::Shift { amount, unit } => {
            let way = if amount < 0 { "back" } else { "on" };
            format!("{} {way}", counted(amount, unit))
        }
        Operation::Stretch { amount, unit } => {
            let side = if amount < 0 { "before" } else { "after" };
            match amount.unsigned_abs() {
                1 => format!("the {} {side} it", unit_name(unit)),
                _ => format!("the {} {side} it", counted(amount, unit)),
            }
        }
        Operation::Previous => "the last such time before it".to_owned(),
        Operation::Next => "the next such time after it".to_owned(),
        Operation::Nearest => "the nearest such time".to_owned(),
        Operation::Completed { unit } => {
            format!("the {} that the words leave out taken from it", unit_name(unit))
        }
    }
}

/// "one year", "12 days".
fn counted(amount: i64, unit: Granularity) -> String {
    const SMALL: [&str; 10] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let count = amount.unsigned_abs();
    let number = usize::try_from(count)
        .ok()
        .and_then(|count| SMALL.get(count))
        .map_or_else(|| count.to_string(), |word| (*word).to_owned());
    let name = unit_name(unit);
    match (count, unit) {
        (1, _) => format!("{number} {name}"),
        (_, Granularity::Century) => format!("{number} centuries"),
        (_, Granularity::Millennium) => format!("{number} millennia"),
        (_, Granularity::Half) => format!("{number} half-years"),
        (_, Granularity::DayPart) => format!("{number} parts of the day"),
        _ => format!("{number} {name}s"),
    }
}

const fn unit_name(unit: Granularity) -> &'static str {
    match unit {
        Granularity::Half => "half-year",
        Granularity::DayPart => "part of the day",
        _ => unit.name(),
    }
}

const fn modifier_words(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Before => "before it",
        Modifier::After => "after it",
        Modifier::OnOrBefore => "by then",
        Modifier::OnOrAfter => "from then on",
        Modifier::LessThan => "less than that",
        Modifier::MoreThan => "more than that",
        Modifier::EqualOrLess => "at most that",
        Modifier::EqualOrMore => "at least that",
        Modifier::Start => "its start",
        Modifier::Mid => "its middle",
        Modifier::End => "its end",
        Modifier::Approx => "roughly",
    }
}

const fn blur(modifier: Option<Modifier>) -> &'static str {
    match modifier {
        Some(Modifier::Approx) => ", roughly",
        Some(Modifier::LessThan) => ", or a little less",
        Some(Modifier::MoreThan) => ", or a little more",
        _ => "",
    }
}

const fn link(link: Link) -> &'static str {
    match link {
        Link::SameClause => "The words stand in the event's own clause.",
        Link::SameSentence => "The words stand in the same sentence, in another clause.",
        Link::Section => "The date is that of the section, the row or the list item.",
        Link::Narrative => "The date is the last one that the text named before.",
        Link::Document => "The text names no other date, so it is the document's.",
        Link::User => "You set this date.",
    }
}

const fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Exact => "The words say it exactly.",
        Certainty::Approximate => "The words say it roughly.",
        Certainty::Inferred => "It is inferred from the context.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::Reading;
    use crate::time::Interval;

    fn interval(text: &str) -> Interval {
        Interval::from_iso(text).expect("a date")
    }

    fn last_year() -> Derivation {
        Derivation {
            words: "Last\nyear".to_owned(),
            reference: Reference::Document {
                interval: interval("2023-11-29"),
                origin: DateOrigin::FileName,
            },
            operation: Operation::Shift { amount: -1, unit: Granularity::Year },
            modifier: None,
            result: Some(interval("2022")),
            link: Link::SameClause,
            alternatives: Vec::new(),
            certainty: Certainty::Exact,
        }
    }

    #[test]
    fn one_line_says_it_all() {
        assert_eq!(
            explain(&last_year()).line,
            "\"Last year\" counted from 29 Nov 2023 (the document's date, from its file name): \
             one year back -> 2022"
        );
    }

    #[test]
    fn other_readings_are_said() {
        let derivation = Derivation {
            words: "05/03/2022".to_owned(),
            reference: Reference::Calendar,
            operation: Operation::AsWritten,
            result: Some(interval("2022-05-03")),
            alternatives: vec![Reading {
                interval: interval("2022-03-05"),
                operation: Operation::AsWritten,
            }],
            ..last_year()
        };
        let explanation = explain(&derivation);
        let line = "\"05/03/2022\" as written (or 5 Mar 2022) -> 3 May 2022";
        assert_eq!(explanation.line, line);
        let step = "It could also mean 5 Mar 2022, as written.".to_owned();
        assert!(explanation.steps.contains(&step), "{:?}", explanation.steps);
    }

    #[test]
    fn every_operation_reads_as_a_step() {
        let unit = Granularity::Month;
        let check = |done: Operation, expected: &str| assert_eq!(operation(&done), expected);
        check(Operation::AsWritten, "as written");
        check(Operation::Same, "the same time");
        check(Operation::Holding { unit }, "the month that holds it");
        check(Operation::Shift { amount: -2, unit }, "two months back");
        check(Operation::Shift { amount: 1, unit }, "one month on");
        check(Operation::Stretch { amount: -3, unit }, "the three months before it");
        check(Operation::Stretch { amount: 1, unit }, "the month after it");
        check(Operation::Previous, "the last such time before it");
        check(Operation::Next, "the next such time after it");
        check(Operation::Nearest, "the nearest such time");
        check(Operation::Completed { unit }, "the month that the words leave out taken from it");
    }

    #[test]
    fn a_missing_reference_is_said() {
        let derivation = Derivation { reference: Reference::Missing, result: None, ..last_year() };
        let explanation = explain(&derivation);
        assert!(explanation.line.ends_with("no date"), "{}", explanation.line);
        assert!(explanation.steps.iter().any(|step| step.contains("give the document a date")));
    }

    #[test]
    fn amounts_are_counted_as_people_do() {
        assert_eq!(counted(-1, Granularity::Century), "one century");
        assert_eq!(counted(3, Granularity::Century), "three centuries");
        assert_eq!(counted(12, Granularity::Day), "12 days");
    }
}
