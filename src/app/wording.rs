//! What the interface calls the values of the rooms below.

use crate::document::DateOrigin;
use crate::event::{Event, Factuality, Missing, STAR};
use crate::timeline::{Scale, counted_from};

/// Where a document's date comes from, after the date: "29 Nov 2023, from the file name".
pub(super) const fn date_origin(origin: DateOrigin) -> &'static str {
    match origin {
        DateOrigin::User => "set by you",
        DateOrigin::Published => "from its metadata",
        DateOrigin::Dateline => "from its dateline",
        DateOrigin::Mail => "from the head of its message",
        DateOrigin::Byline => "from its byline",
        DateOrigin::FileName => "from the file name",
        DateOrigin::Metadata => "from the file's metadata",
        DateOrigin::Text => "from its text",
        DateOrigin::ModificationTime => "the file's modification time",
    }
}

/// Why events have no date, as a heading over them.
pub(super) const fn missing(missing: Missing) -> &'static str {
    match missing {
        Missing::DocumentDate => "Wait for their document's date",
        Missing::Anchor => "Hang on an event without a date",
        Missing::Vague => "Too vague to draw",
        Missing::DurationOnly => "Only a length of time is given",
    }
}

/// A name of the data formats as a label: its first letter large.
pub(super) fn label(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect::<String>().replace('-', " ")
    })
}

/// When an event was, as people write it.
pub(super) fn when(event: &Event) -> String {
    match event.when.interval() {
        Some(interval) => interval.label(),
        None => "no date".to_owned(),
    }
}

/// When an event was, counted from the moment that the axis counts from: "D+12".
pub(super) fn since(event: &Event, scale: Scale) -> Option<String> {
    let Scale::Relative(origin) = scale else { return None };
    Some(counted_from(origin.moment(), event.when.interval()?))
}

/// When an event was, and where the axis counts from a moment, that too: "8 Mar 2022 (D+12)".
pub(super) fn when_since(event: &Event, scale: Scale) -> String {
    match since(event, scale) {
        Some(count) => format!("{} ({count})", when(event)),
        None => when(event),
    }
}

/// The same for a narrow column, what the axis counts first: "D+12 · 8 Mar 2022".
pub(super) fn since_when(event: &Event, scale: Scale) -> String {
    match since(event, scale) {
        Some(count) => format!("{count} · {}", when(event)),
        None => when(event),
    }
}

/// An event in one sentence, for those who cannot see its mark: "Battle: Troops enter the town,
/// 11 Nov 2022, Kherson; happened", with the date counted as the axis counts.
pub(super) fn sentence(event: &Event, scale: Scale) -> String {
    let mut parts = vec![event.title.to_string(), when_since(event, scale)];
    parts.extend(event.places.first().map(|place| place.name.clone()));
    parts.extend(event.is_starred().then(|| STAR.to_owned()));
    let said = match event.factuality {
        Factuality::Denied => "said not to have happened",
        other => other.name(),
    };
    format!("{}: {}; {said}", label(event.category.name()), parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_labels() {
        assert_eq!(label("battle"), "Battle");
        assert_eq!(label("day-part"), "Day part");
        assert_eq!(label(""), "");
    }
}
