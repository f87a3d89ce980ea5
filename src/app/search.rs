//! What is looked for, and what was found.

use crate::document::DocumentId;
use crate::event::EventId;
use crate::project::{self, Matches, Project};
use crate::text::Span;

/// So much text is searched within a frame.
const AT_ONCE_BYTES: usize = 2_000_000;

/// A search in events and text.
#[derive(Debug, Default)]
pub struct Search {
    query: String,
    matches: Option<Matches>,
    current: Option<usize>,
    /// Another number for every other search, so that a late answer to an old one is known.
    number: u64,
    under_way: bool,
}

/// One thing that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Find {
    /// An event.
    Event(EventId),
    /// Words in a document's text.
    Text(DocumentId, Span),
}

impl Search {
    /// The words that are looked for.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Whether anything is looked for.
    #[must_use]
    pub fn is_active(&self) -> bool {
        !self.query.trim().is_empty()
    }

    /// What was found; nothing while nothing is looked for.
    #[must_use]
    pub fn matches(&self) -> Option<&Matches> {
        self.matches.as_ref().filter(|_| self.is_active())
    }

    /// The find that is shown, from 0.
    #[must_use]
    pub const fn current(&self) -> Option<usize> {
        self.current
    }

    /// How many finds there are: events first, then places in the text.
    #[must_use]
    pub fn len(&self) -> usize {
        self.matches().map_or(0, |found| found.events.len() + found.text.len())
    }

    /// Whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Looks for other words.
    pub(super) fn set_query(&mut self, query: String) {
        self.query = query;
        self.current = None;
        self.forget_matches();
    }

    /// Says that what was found may no longer hold.
    pub(super) fn forget_matches(&mut self) {
        self.matches = None;
        self.under_way = false;
        self.number += 1;
    }

    /// Finds what is looked for, if that is not known; or gives back the number and the words of
    /// a search that would take too long for a frame, to be made elsewhere and
    /// [`answered`](Self::answer).
    pub(super) fn update(&mut self, project: &Project) -> Option<(u64, String)> {
        if self.matches.is_some() || self.under_way {
            return None;
        }
        let bytes: usize = project.documents().iter().map(|a| a.document().text.len()).sum();
        if self.is_active() && bytes > AT_ONCE_BYTES {
            self.under_way = true;
            return Some((self.number, self.query.clone()));
        }
        let found = project::search(project, &self.query);
        self.answer(self.number, found);
        None
    }

    /// Takes up what a search has found, unless something else is looked for by now.
    pub(super) fn answer(&mut self, number: u64, found: Matches) {
        if number == self.number {
            self.matches = Some(found);
            self.under_way = false;
            self.current = self.current.filter(|&current| current < self.len());
        }
    }

    /// Goes `step` finds on, round and round; the one arrived at.
    pub(super) fn advance(&mut self, step: isize) -> Option<Find> {
        let count = self.len();
        if count == 0 {
            return None;
        }
        let next = match self.current {
            Some(current) => (current as isize + step).rem_euclid(count as isize) as usize,
            None if step < 0 => count - 1,
            None => 0,
        };
        self.current = Some(next);
        let found = self.matches()?;
        match found.events.get(next) {
            Some(&event) => Some(Find::Event(event)),
            None => {
                found.text.get(next - found.events.len()).map(|&(id, span)| Find::Text(id, span))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_answer_to_an_old_search_is_not_taken() {
        let mut search = Search::default();
        search.set_query("one".to_owned());
        let old = search.number;
        search.set_query("two".to_owned());
        search.answer(old, Matches::default());
        assert!(search.matches().is_none());
        search.answer(search.number, Matches::default());
        assert!(search.matches().is_some());
    }
}
