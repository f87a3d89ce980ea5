//! How alike two wordings are: copies are found by what they share of their runs of words.

/// The lowest hashes of a text's runs of words: a sample that is the same for the same runs
/// (Broder 1997, "On the resemblance and containment of documents").
#[derive(Clone, Debug)]
pub(super) struct Sketch(Vec<u64>);

/// Words of a run.
const RUN: usize = 3;
/// Hashes kept.
const SIZE: usize = 24;
/// A copy has at least this share of its runs in common with what it was copied from.
const COPIED: f32 = 0.6;

impl Sketch {
    /// The sketch of a text.
    pub(super) fn of(text: &str) -> Self {
        let words: Vec<u64> = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| word.chars().fold(0, step_in_lower_case))
            .collect();
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
    let mut union: Vec<u64> = a.0.iter().chain(&b.0).copied().collect();
    union.sort_unstable();
    union.dedup();
    union.truncate(SIZE);
    let both = union
        .iter()
        .filter(|hash| a.0.binary_search(hash).is_ok() && b.0.binary_search(hash).is_ok())
        .count();
    both > 0 && both as f32 >= COPIED * union.len() as f32
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
