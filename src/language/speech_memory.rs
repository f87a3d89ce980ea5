//! What a part-of-speech model has found out of the words that it met: each is asked for once.

use super::speech::{Outline, Scores, SpeechTagger, TAGS, WordScores};
use super::word_reader::SeenWord;

/// The words by their numbers; the number 0 is the edge of a sentence.
#[derive(Debug, Default)]
pub(super) struct SpeechMemory {
    outlines: Vec<Outline>,
    scores: Vec<WordScores>,
    /// Where in `sums` the scores of a word behind each tag stand.
    behind: Vec<[u32; TAGS + 1]>,
    sums: Vec<Scores>,
}

/// The place of what was not asked for yet.
const UNASKED: u32 = u32::MAX;

impl SpeechMemory {
    /// Forgets every word but the edge of a sentence.
    pub(super) fn start(&mut self, tagger: &SpeechTagger) {
        self.outlines.clear();
        self.scores.clear();
        self.behind.clear();
        self.sums.clear();
        self.add(tagger, Outline::EDGE);
    }

    /// Takes in the word of the next number.
    pub(super) fn learn(&mut self, tagger: &SpeechTagger, word: SeenWord<'_>) {
        self.add(tagger, tagger.outline(word));
    }

    fn add(&mut self, tagger: &SpeechTagger, outline: Outline) {
        self.outlines.push(outline);
        self.scores.push(tagger.scores(&outline));
        self.behind.push([UNASKED; TAGS + 1]);
    }

    pub(super) fn outline(&self, word: usize) -> &Outline {
        &self.outlines[word]
    }

    pub(super) fn scores(&self, word: usize) -> &WordScores {
        &self.scores[word]
    }

    /// Finds out, once for each, the scores that a word adds to itself behind a tag.
    #[inline]
    pub(super) fn ask(&mut self, tagger: &SpeechTagger, word: usize, tag: u8) {
        let place = &mut self.behind[word][usize::from(tag)];
        if *place == UNASKED {
            *place = self.sums.len() as u32;
            self.sums.push(tagger.behind(&self.outlines[word], tag));
        }
    }

    /// The scores that were asked for.
    pub(super) fn behind(&self, word: usize, tag: u8) -> &Scores {
        &self.sums[self.behind[word][usize::from(tag)] as usize]
    }
}
