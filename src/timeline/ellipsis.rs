//! Shortening a label to the room that it has.

/// What stands for what was left out.
const ELLIPSIS: char = '…';
/// A label shorter than this says nothing: it is left out altogether.
const FEWEST_LETTERS: usize = 4;

/// As much of a text as fits into `room_px`: all of it, or whole words and an ellipsis, or, where
/// not even the first word fits, its first letters. `None` if that would say too little.
pub(crate) fn shortened(text: &str, room_px: f32, width: &dyn Fn(&str) -> f32) -> Option<String> {
    if width(text) <= room_px {
        return Some(text.to_owned());
    }
    let room_px = room_px - width("…");
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let letters = ends.partition_point(|&end| width(&text[..end]) <= room_px).checked_sub(1)?;
    let fitting = &text[..ends[letters]];
    let kept = if text[ends[letters]..].starts_with(char::is_whitespace) {
        fitting
    } else {
        fitting.rfind(char::is_whitespace).map_or(fitting, |space| &fitting[..space])
    };
    let kept = kept.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
    (kept.chars().count() >= FEWEST_LETTERS).then(|| {
        let mut short = kept.to_owned();
        short.push(ELLIPSIS);
        short
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every letter is one pixel wide.
    fn check(text: &str, room_px: f32, expected: Option<&str>) {
        let width = |text: &str| text.chars().count() as f32;
        assert_eq!(shortened(text, room_px, &width).as_deref(), expected, "{text} in {room_px}");
    }

    #[test]
    fn labels_end_at_a_word() {
        check("Battle of Kyiv", 14.0, Some("Battle of Kyiv"));
        check("Battle of Kyiv", 13.0, Some("Battle of…"));
        check("Battle of Kyiv", 10.0, Some("Battle of…"));
        check("Battle of Kyiv", 9.0, Some("Battle…"));
        check("Київ, Харків", 8.0, Some("Київ…"));
    }

    #[test]
    fn a_long_word_is_cut_and_a_label_of_three_letters_left_out() {
        check("Counteroffensive", 8.0, Some("Counter…"));
        check("Battle of Kyiv", 4.0, None);
        check("On Monday they met", 6.0, None);
        check("", 3.0, Some(""));
    }
}
