//! Clauses: which words belong to which verb.

use std::cell::OnceCell;
use std::ops::{Index, Range};

use super::cutter::clauses;
use super::reading::Sentence;
use super::verb_group::VerbGroup;
use crate::language::{Agreements, EventWords, Syntax};

/// A clause of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    pub(super) kind: ClauseKind,
    /// Its main verb; none in a heading or a fragment.
    pub(super) verb: Option<VerbGroup>,
    /// Verbs that depend on the main verb in the same clause: "began to defend".
    pub(super) inner: Vec<VerbGroup>,
    /// The clause whose subject it shares, or on which it depends.
    pub(super) parent: Option<usize>,
    /// Its first word and the one behind its last; others can stand between.
    pub(super) extent: (usize, usize),
    /// The words of its subject, once they were asked for.
    pub(super) subject: OnceCell<Vec<usize>>,
}

impl Clause {
    pub(super) fn new(kind: ClauseKind, verb: Option<VerbGroup>, parent: Option<usize>) -> Self {
        let (inner, extent, subject) = (Vec::new(), (0, 0), OnceCell::new());
        Self { kind, verb, inner, parent, extent, subject }
    }
}

/// How a clause belongs to its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClauseKind {
    Main,
    Coordinate,
    Subordinate,
    Relative,
    Complement,
    Participial,
}

/// The clauses of a sentence, and the clause of each word.
#[derive(Clone, Debug)]
pub(super) struct Clauses {
    pub(super) list: Vec<Clause>,
    pub(super) owner: Vec<usize>,
    /// How clauses are built in their language.
    pub(super) syntax: Syntax,
    /// How verbs and nouns tell the number and gender of subjects there.
    pub(super) agreements: &'static Agreements,
}

impl Clauses {
    /// The first word of a clause and the one behind its last.
    pub(super) fn extent(&self, clause: usize) -> (usize, usize) {
        self.list[clause].extent
    }

    /// The words of a clause.
    pub(super) fn words(&self, clause: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.words_in(clause, 0..usize::MAX)
    }

    /// Those of them that stand in a range.
    pub(super) fn words_in(
        &self,
        clause: usize,
        range: Range<usize>,
    ) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let (first, end) = self.extent(clause);
        let (first, end) = (first.max(range.start), end.min(range.end));
        (first..end).filter(move |&at| self.owner[at] == clause)
    }
}

/// The clauses of the sentences of a document, by the sentence's number: each sentence is cut
/// when it is first asked for, as most are of no interest.
#[derive(Debug)]
pub(super) struct ClausesOf<'a> {
    sentences: &'a [Sentence<'a>],
    language: &'static EventWords,
    cut: Vec<OnceCell<Clauses>>,
}

impl<'a> ClausesOf<'a> {
    pub(super) fn new(sentences: &'a [Sentence<'a>], language: &'static EventWords) -> Self {
        let cut = sentences.iter().map(|_| OnceCell::new()).collect();
        Self { sentences, language, cut }
    }
}

impl Index<usize> for ClausesOf<'_> {
    type Output = Clauses;

    fn index(&self, sentence: usize) -> &Clauses {
        self.cut[sentence].get_or_init(|| clauses(&self.sentences[sentence].words, self.language))
    }
}
