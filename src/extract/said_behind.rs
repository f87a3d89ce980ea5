//! Verbs of saying behind what was said, where the verb stands second: "..., teilte das Amt mit",
//! "..., wie das Amt mitteilte".

use super::clause::{ClauseKind, Clauses};
use super::reading::Word;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// Whether a clause only says who told what stands before it: a sign parts the two, and right behind
/// that stands its verb, or a conjunction that joins no equals.
pub(super) fn follows_said(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> bool {
    let this = &clauses.list[clause];
    let Some(verb) = this.verb.filter(|_| clauses.syntax.verb_second) else { return false };
    let first = clauses.extent(clause).0;
    let opener = (first..verb.first).find(|&at| words[at].kind != TokenKind::Sign);
    let opener = opener.unwrap_or(verb.first);
    let parted = opener > 0 && words[opener - 1].kind == TokenKind::Sign;
    let compares =
        words[opener].tag == Tag::Conjunction && !words[opener].is(WordClass::COORDINATOR);
    // "Dass er geht, hatte das Amt gesagt"
    let fronted = this.kind == ClauseKind::Main
        && this
            .parent
            .is_some_and(|front| words[clauses.extent(front).0].is(WordClass::COMPLEMENTISER));
    (this.kind == ClauseKind::Coordinate || fronted)
        && verb.is_finite()
        && words[verb.head].is(WordClass::SAYING)
        && parted
        && (opener == verb.first || compares)
}
