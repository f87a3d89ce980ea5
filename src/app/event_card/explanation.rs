//! A derivation in words.

use crate::app::wording;
use crate::event::{Derivation, Event, Link, Operation, Reference};
use crate::time::{Granularity, Interval, Modifier};

/// When an event was, and to which unit that is known: "2022, to the year".
pub(super) fn precisely(event: &Event) -> String {
    event.when.interval().map_or_else(|| "No date".to_owned(), to_the_unit)
}

fn to_the_unit(interval: Interval) -> String {
    if interval.is_open() || !interval.is_single() {
        return interval.label();
    }
    format!("{}, to the {}", interval.label(), unit_name(interval.granularity()))
}

/// "“last year” + 29 Nov 2023 → 2022, to the year".
pub(super) fn in_one_line(derivation: &Derivation) -> String {
    let words = (!derivation.words.is_empty()).then(|| format!("“{}”", derivation.words));
    let reference = match &derivation.reference {
        Reference::Calendar => None,
        Reference::Document { interval, .. }
        | Reference::Narrative { interval, .. }
        | Reference::Section { interval, .. } => Some(interval.label()),
        Reference::Missing => Some("?".to_owned()),
    };
    let parts: Vec<_> = [words, reference].into_iter().flatten().collect();
    let result = derivation.result.map_or_else(|| "no date".to_owned(), to_the_unit);
    if parts.is_empty() { result } else { format!("{} → {result}", parts.join(" + ")) }
}

/// Each step in a sentence.
pub(super) fn steps(derivation: &Derivation) -> Vec<String> {
    let steps = [
        Some(reference(&derivation.reference)),
        operation(&derivation.operation),
        derivation.modifier.map(|modifier| modifier_sentence(modifier).to_owned()),
        Some(link(derivation.link).to_owned()),
    ];
    steps.into_iter().flatten().collect()
}

fn reference(reference: &Reference) -> String {
    match reference {
        Reference::Calendar => "The words name a calendar date by themselves.".to_owned(),
        Reference::Document { interval, origin } => format!(
            "Counted from the document’s date, {}, {}.",
            interval.label(),
            wording::date_origin(*origin)
        ),
        Reference::Narrative { words, interval, .. } => {
            format!("Counted from the time named before, “{words}”, {}.", interval.label())
        }
        Reference::Section { words, interval, .. } => {
            format!("Counted from the heading “{words}”, {}.", interval.label())
        }
        Reference::Missing => "It takes a date to count from, and there is none.".to_owned(),
    }
}

fn operation(operation: &Operation) -> Option<String> {
    Some(match *operation {
        Operation::AsWritten => return None,
        Operation::Same => "Taken over as it is.".to_owned(),
        Operation::Holding { unit } => format!("The {} that holds it.", unit_name(unit)),
        Operation::Shift { amount, unit } => {
            let direction = if amount < 0 { "back" } else { "on" };
            format!("{} {direction}.", amount_of(amount, unit))
        }
        Operation::Stretch { amount, unit } => {
            let (verb, end) = if amount < 0 { ("up to", "before") } else { ("from", "after") };
            format!("The {} {end} it, {verb} that day.", amount_of(amount, unit))
        }
        Operation::Previous => "The last one before it.".to_owned(),
        Operation::Next => "The next one after it.".to_owned(),
        Operation::Nearest => "The one that lies nearest to it.".to_owned(),
        Operation::Completed { unit } => {
            format!("Completed from it, from the {} on.", unit_name(unit))
        }
    })
}

const fn modifier_sentence(modifier: Modifier) -> &'static str {
    match modifier {
        Modifier::Before => "Only the end is given: it was before that.",
        Modifier::After => "Only the start is given: it was after that.",
        Modifier::OnOrBefore => "By then at the latest.",
        Modifier::OnOrAfter => "From then on, at the earliest.",
        Modifier::LessThan | Modifier::EqualOrLess => "At most so long.",
        Modifier::MoreThan | Modifier::EqualOrMore => "At least so long.",
        Modifier::Start => "Only the beginning of it.",
        Modifier::Mid => "Only the middle of it.",
        Modifier::End => "Only the end of it.",
        Modifier::Approx => "The words say only roughly when.",
    }
}

const fn link(link: Link) -> &'static str {
    match link {
        Link::SameClause => "The time stands in the event’s own clause.",
        Link::SameSentence => "The time stands in the same sentence.",
        Link::Section => "The heading, row or list label gives the time.",
        Link::Narrative => "The time is that of the sentences before.",
        Link::Document => "Nothing else is said, so the document’s own date holds.",
        Link::User => "You set this date.",
    }
}

fn amount_of(amount: i64, unit: Granularity) -> String {
    let count = amount.unsigned_abs();
    let name = unit_name(unit);
    if count == 1 { format!("1 {name}") } else { format!("{count} {}", plural(unit)) }
}

const fn plural(unit: Granularity) -> &'static str {
    match unit {
        Granularity::Millennium => "millennia",
        Granularity::Century => "centuries",
        Granularity::Decade => "decades",
        Granularity::Year => "years",
        Granularity::Half => "half years",
        Granularity::Season => "seasons",
        Granularity::Quarter => "quarters",
        Granularity::Month => "months",
        Granularity::Week => "weeks",
        Granularity::Day => "days",
        Granularity::DayPart => "parts of a day",
        Granularity::Hour => "hours",
        Granularity::Minute => "minutes",
        Granularity::Second => "seconds",
    }
}

const fn unit_name(unit: Granularity) -> &'static str {
    match unit {
        Granularity::Half => "half year",
        Granularity::DayPart => "part of the day",
        other => other.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DateOrigin;
    use crate::event::Certainty;

    fn interval(iso: &str) -> Interval {
        Interval::from_iso(iso).expect("a date")
    }

    #[test]
    fn the_chain_names_words_reference_and_result() {
        let derivation = Derivation {
            words: "last year".to_owned(),
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
        };
        assert_eq!(in_one_line(&derivation), "“last year” + 29 Nov 2023 → 2022, to the year");
        assert_eq!(
            steps(&derivation),
            [
                "Counted from the document’s date, 29 Nov 2023, from the file name.",
                "1 year back.",
                "The time stands in the event’s own clause.",
            ]
        );
    }

    #[test]
    fn what_has_no_reference_says_so() {
        let derivation = Derivation {
            words: "two days later".to_owned(),
            reference: Reference::Missing,
            operation: Operation::Shift { amount: 2, unit: Granularity::Day },
            modifier: None,
            result: None,
            link: Link::SameSentence,
            alternatives: Vec::new(),
            certainty: Certainty::Exact,
        };
        assert_eq!(in_one_line(&derivation), "“two days later” + ? → no date");
        assert!(steps(&derivation).contains(&"2 days on.".to_owned()));
    }
}
