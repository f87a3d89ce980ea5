//! What a part-of-speech model has found out of the words that it met: each is asked for once.

use super::speech::{Outline, Scores, SpeechTagger, TAGS, WordScores};
use super::word_reader::SeenWord;

/// The words by their numbers; the number 0 is the edge of a sentence.
#[derive(Debug, Default)]
pub(super) struct SpeechMemory {
    words: Vec<Remembered>,
    sums: Vec<Scores>,
}

/// What is known of a word; what is asked for together lies together.
#[derive(Debug)]
pub(super) struct Remembered {
    pub(super) outline: Outline,
    pub(super) scores: WordScores,
    /// Where in `sums` the scores of the word behind each tag stand.
    behind: [u32; TAGS + 1],
}

/// The place of what was not asked for yet.
const UNASKED: u32 = u32::MAX;

impl SpeechMemory {
    /// Forgets every word but the edge of a sentence.
    pub(super) fn start(&mut self, tagger: &SpeechTagger) {
        self.words.clear();
        self.sums.clear();
        self.add(tagger, Outline::EDGE);
    }

    /// Takes in the word of the next number.
    pub(super) fn learn(&mut self, tagger: &SpeechTagger, word: SeenWord<'_>) {
        self.add(tagger, tagger.outline(word));
    }

    fn add(&mut self, tagger: &SpeechTagger, outline: Outline) {
        let (scores, behind) = (tagger.scores(&outline), [UNASKED; TAGS + 1]);
        self.words.push(Remembered { outline, scores, behind });
    }

    #[inline]
    pub(super) fn word(&self, word: usize) -> &Remembered {
        &self.words[word]
    }

    /// The scores that a word adds to itself behind a tag, found out once for each.
    #[inline]
    pub(super) fn behind(&mut self, tagger: &SpeechTagger, word: usize, tag: u8) -> Scores {
        let Remembered { outline, behind, .. } = &mut self.words[word];
        let place = &mut behind[usize::from(tag)];
        if *place == UNASKED {
            *place = self.sums.len() as u32;
            self.sums.push(tagger.behind(outline, tag));
        }
        self.sums[*place as usize]
    }
}
