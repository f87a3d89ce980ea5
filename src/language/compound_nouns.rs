//! Nouns written together with what says more of them: what they are stands at their end.

use super::event_words::{EventWords, WordEntry};
use super::word_class::WordClass;
use super::word_reader::SeenWord;

/// The fewest letters of what says more of a noun, and of that noun.
const LEAST: usize = 4;

impl EventWords {
    /// What is known of a word as it stands; of a noun that no list has what its last part says, if the
    /// pack lists that as one that others are made with: "Bombenanschlag" is an "Anschlag".
    pub(super) fn entry_of(&self, word: SeenWord<'_>) -> WordEntry {
        let own = self.entry(word.lower);
        let unknown = self.has_compounds() && own == WordEntry::default();
        if !unknown || !word.text.starts_with(char::is_uppercase) {
            return own;
        }
        let ends = word.lower.char_indices().map(|(at, _)| at);
        let parts = ends.skip(LEAST).map(|at| &word.lower[at..]);
        let joined = word.lower.rsplit_once('-').map(|(_, last)| last);
        let mut parts = joined.into_iter().chain(parts);
        // "Kaufpreise" are no "Reise": the longest part that is known counts.
        let known = parts.find_map(|part| {
            let entry = self.entry(part);
            let whole = part.chars().count() >= LEAST || joined == Some(part);
            (entry != WordEntry::default() && whole).then_some(entry)
        });
        let last = known.filter(|last| last.class.has(WordClass::COMPOUNDED));
        last.map_or(own, |last| {
            let kept = [WordClass::GROUP, WordClass::ROLE];
            let mut class = WordClass::default();
            kept.into_iter().filter(|&kept| last.class.has(kept)).for_each(|kept| class |= kept);
            WordEntry { class, noun: last.noun, ..WordEntry::default() }
        })
    }
}
