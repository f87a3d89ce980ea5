//! How alike two wordings are: copies are found by what they share of their runs of words.

/// The lowest hashes of a text's runs of words: a sample that is the same for the same runs
/// (Broder 1997, "On the resemblance and containment of documents").
#[derive(Clone, Debug)]
pub(super) struct Sketch(Vec<u64>);

/// Bytes of a text for each word that room is made for at the start.
const SHORT: usize = 4;
/// Words of a run.
const RUN: usize = 3;
/// Hashes kept.
const SIZE: usize = 24;
/// A copy has at least this share of its runs in common with what it was copied from.
const COPIED: f32 = 0.6;

impl Sketch {
    /// The sketch of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut words: Vec<u64> = Vec::with_capacity(text.len() / SHORT);
        let written = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.extend(written.map(|word| word.chars().fold(0, step_in_lower_case)));
        let mut runs: Vec<u64> = words
            .windows(RUN.min(words.len().max(1)))
            .map(|run| run.iter().fold(0, |hash, &word| step(hash, word)))
            .collect();
        runs.sort_unstable();
        runs.dedup();
        runs.truncate(SIZE);
        Self(runs)
    }
}

/// Whether two texts are the same but for a few words.
pub(super) fn is_copy(a: &Sketch, b: &Sketch) -> bool {
    // Both are in order: the lowest hashes of the two together come one behind the other.
    let (mut a, mut b) = (a.0.iter().peekable(), b.0.iter().peekable());
    let (mut all, mut both) = (0, 0);
    while all < SIZE
        && let Some(&lowest) = a.peek().into_iter().chain(b.peek()).min()
    {
        let (in_a, in_b) = (a.next_if_eq(&lowest).is_some(), b.next_if_eq(&lowest).is_some());
        both += u8::from(in_a && in_b);
        all += 1;
    }
    both > 0 && f32::from(both) >= COPIED * all as f32
}

fn step_in_lower_case(hash: u64, letter: char) -> u64 {
    if letter.is_ascii() {
        return step(hash, letter.to_ascii_lowercase());
    }
    letter.to_lowercase().fold(hash, step)
}

fn step(hash: u64, value: impl Into<u64>) -> u64 {
    let mixed = (hash.rotate_left(5) ^ value.into()).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed ^ (mixed >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_told_from_another_wording() {
        let check = |a: &str, b: &str, expected: bool| {
            assert_eq!(is_copy(&Sketch::of(a), &Sketch::of(b)), expected, "{a} / {b}");
        };
        let wire =
            "A fire broke out in a hotel in the centre of Lima on Friday, killing 14 people.";
        check(wire, wire, true);
        check(
            wire,
            "A fire broke out in a hotel in the centre of Lima on Friday, killing 14.",
            true,
        );
        check(wire, "Fourteen people died on Friday as flames swept through a Lima hotel.", false);
        check("", wire, false);
        check("Fire.", "Fire.", true);
    }
}
