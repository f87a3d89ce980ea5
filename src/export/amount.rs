//! The numbers of events, as people write them.

use crate::event::Fact;

/// How much a fact says there was: "at least 107", "about 30", "3 to 5", "12 million USD".
#[must_use]
pub fn amount(fact: &Fact) -> String {
    let about = if fact.approximate { "about " } else { "" };
    let money = fact.kind == crate::language::MONEY;
    let unit =
        fact.unit.as_deref().filter(|_| money).map_or(String::new(), |unit| format!(" {unit}"));
    match (fact.low, fact.high) {
        (Some(low), Some(high)) if (high - low).abs() < f64::EPSILON => {
            format!("{about}{}{unit}", plain(low))
        }
        (Some(low), Some(high)) => format!("{about}{} to {}{unit}", plain(low), plain(high)),
        (Some(low), None) => format!("at least {}{unit}", plain(low)),
        (None, Some(high)) => format!("up to {}{unit}", plain(high)),
        (None, None) => String::new(),
    }
}

/// A number with its thousands set apart; millions and billions in words.
fn plain(value: f64) -> String {
    for (size, name) in [(1e9, "billion"), (1e6, "million")] {
        if value >= size {
            return format!("{} {name}", (value / size * 1000.0).round() / 1000.0);
        }
    }
    let digits = value.trunc().to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    let rest = value.fract();
    if rest > 0.0 { format!("{out}{}", &rest.to_string()[1..]) } else { out }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::DocumentId;
    use crate::text::Span;

    #[test]
    fn amounts_say_how_far_they_are_known() {
        let check = |low: Option<f64>, high: Option<f64>, approximate, expected: &str| {
            let fact = Fact {
                kind: "killed".to_owned(),
                low,
                high,
                approximate,
                unit: Some("people".to_owned()),
                document: DocumentId::of("test", ""),
                words: Span::default(),
            };
            assert_eq!(amount(&fact), expected);
        };
        check(Some(107.0), Some(107.0), false, "107");
        check(Some(107.0), None, false, "at least 107");
        check(None, Some(30.0), false, "up to 30");
        check(Some(3.0), Some(5.0), false, "3 to 5");
        check(Some(1500.0), Some(1500.0), true, "about 1,500");
        check(Some(2_500_000.0), Some(2_500_000.0), false, "2.5 million");
    }
}
