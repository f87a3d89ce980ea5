//! What kind of text it is, by the times it names: news or a story, a chronicle, dated entries.

use super::expression::Expression;
use crate::document::DateCandidate;
use crate::language::{Gives, Setting, Slot, Texts};

/// How many dated entries make a text one of entries.
const ENTRIES: usize = 2;

/// Whether days open several of the text's blocks.
pub(super) fn has_entries(expressions: &[Expression]) -> bool {
    expressions.iter().filter(|expression| dates_entry(expression)).count() >= ENTRIES
}

/// Whether a day opens its block and is set off from what follows.
pub(super) fn dates_entry(expression: &Expression) -> bool {
    let fields = &expression.fields;
    expression.heads && expression.gives == Gives::Date && fields.has(Slot::Day)
}

/// How many years that open lines make a chronicle.
const CHRONICLED: usize = 3;

/// Whether years open several of the text's blocks, none before the one above it.
pub(super) fn is_chronicle(expressions: &[Expression]) -> bool {
    let opens = |expression: &&Expression| {
        expression.gives == Gives::Date
            && expression.opening.is_some_and(|opening| opening.first && opening.block)
    };
    let years = expressions.iter().filter(opens).filter_map(|e| e.fields.get(Slot::Year));
    years.clone().count() >= CHRONICLED && years.is_sorted()
}

/// How many early times make a text one of early times.
const EARLY: usize = 2;

/// Whether several of a text's times lie before the year 1000, by their era, their century or as years that can be
/// nothing else.
pub(super) fn is_early(expressions: &[Expression]) -> bool {
    let early = |expression: &&Expression| {
        let fields = &expression.fields;
        let before = |slot, first| fields.get(slot).is_some_and(|value| value < first);
        expression.gives == Gives::Date
            && !is_of_early_texts(expression)
            && (fields.has(Slot::Era) || before(Slot::Century, 11) || before(Slot::Year, 1000))
    };
    expressions.iter().filter(early).take(EARLY).count() == EARLY
}

/// Whether several of a text's times are years of two digits, by their era, and as many as its years since 1000 at
/// the least.
pub(super) fn is_of_first_century(expressions: &[Expression]) -> bool {
    let (mut first, mut modern) = (0, 0);
    let dates = expressions.iter().filter(|expression| expression.gives == Gives::Date);
    for expression in dates.filter(|expression| !is_of_early_texts(expression)) {
        let Some(year) = expression.fields.get(Slot::Year) else { continue };
        first += usize::from(year < 100 && expression.fields.get(Slot::Era) == Some(1));
        modern += usize::from(year >= 1000);
    }
    first >= EARLY && modern <= first
}

/// Whether a time counts among early ones only.
fn is_of_early_texts(expression: &Expression) -> bool {
    matches!(expression.texts, Some(Texts::Early | Texts::FirstCentury))
}

/// A narrative names years of its own; news counts from its date.
pub(super) fn mode(expressions: &[Expression], document: Option<&DateCandidate>) -> Setting {
    let Some(date) = document else { return Setting::Narrative };
    let year = date.interval.anchor().civil().year;
    let (mut far, mut deictic) = (0, 0);
    // A report opens with its news, which is of the document's own year, and may tell of years
    // behind it; a story opens with its own.
    let mut opens_near = None;
    let free = |expression: &&Expression| {
        expression.texts != Some(Texts::Chronicle) && !is_of_early_texts(expression)
    };
    for expression in expressions.iter().filter(free) {
        let fields = &expression.fields;
        let near = match expression.gives {
            Gives::Date if fields.has(Slot::Year) => {
                let era = fields.get(Slot::Era) == Some(0);
                let named = fields.get(Slot::Year).unwrap_or_default();
                // A year to come is no story's.
                (era || year - named > 1).then_some(false)
            }
            Gives::Date if fields.has(Slot::Weekday) || fields.has(Slot::Direction) => Some(true),
            Gives::Shift if fields.get(Slot::Anchor) != Some(1) => Some(true),
            Gives::Date if fields.has(Slot::Day) => {
                opens_near.get_or_insert(true);
                None
            }
            _ => None,
        };
        let Some(near) = near else { continue };
        opens_near.get_or_insert(near);
        if near {
            deictic += 1;
        } else {
            far += 1;
        }
    }
    let told_first = opens_near != Some(true);
    if far >= 3 && far > 2 * deictic && told_first { Setting::Narrative } else { Setting::News }
}
