//! What a title does with its verb: sets it where it closes a clause, and tells on in the past what
//! a gerund tells.

use super::Reading;
use super::agreement;
use super::clause::{Clause, ClauseKind, Clauses};
use super::phrase::trim_end;
use super::reading::Word;
use super::subject::subject;
use super::verb_group::{Tense, VerbGroup};
use crate::event::Category;
use crate::language::{Agreement, Tag, WordClass};
use crate::text::TokenKind;

/// The finite verb of a clause that ends in it although in a main clause it stands second.
pub(super) fn verb_last(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let this = &clauses.list[clause];
    let dependent = matches!(
        this.kind,
        ClauseKind::Relative | ClauseKind::Subordinate | ClauseKind::Complement
    );
    // "und die Union die Zusage verlängert habe": only there the auxiliary stands behind the verb.
    // "soll versucht haben": there the first one is finite.
    let behind = |group: &VerbGroup| group.head + 1 < group.end && group.first == group.head;
    let group = this.verb.filter(|group| {
        clauses.syntax.verb_second
            && group.is_finite()
            && group.head < group.end
            && (dependent || behind(group))
    })?;
    // "starben, davon 2000 im Mai": behind the verb only more of the same is told.
    let next = clauses.words(clause).find(|&at| at >= group.end);
    next.is_none_or(|at| words[at].kind == TokenKind::Sign).then(|| group.end - 1)
}

/// "Belastet wurde das Ergebnis": the auxiliary behind the participle that opens a main clause, before
/// which it stands in a title.
pub(super) fn helper_behind(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let group = clauses.list[clause].verb.filter(|_| clauses.syntax.verb_second)?;
    let helper = group.end.checked_sub(1).filter(|&helper| group.head < helper)?;
    let helps =
        words[helper].is(WordClass::BE | WordClass::HAVE) || words[helper].tag == Tag::Modal;
    (helps && group.head == group.first).then_some(helper)
}

/// Sets the verb, or the part of it, that closes a clause again where the clause was cut before
/// it: "wurde ... gegründet", "griff ... an".
pub(super) fn close_bracket(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    phrase: &mut Vec<usize>,
    limit: usize,
) {
    let Some(group) = clauses.list[clause].verb.filter(|_| clauses.syntax.verb_second) else {
        return;
    };
    let last = closing(words, clauses, clause, &group);
    if let Some(last) = last.filter(|last| !phrase.contains(last)) {
        // "soll gebaut werden"
        let helps = |&at: &usize| words[at].tag.is_verbal() && clauses.owner[at] == clause;
        let tail: Vec<usize> = (last + 1..words.len()).take_while(helps).collect();
        phrase.retain(|at| !tail.contains(at));
        // "aus diesen Gründen [nicht] nennen"
        let denial = last.checked_sub(1).filter(|&at| {
            words[at].is(WordClass::NEGATION) && !phrase.contains(&at) && at >= group.end
        });
        let closes = tail.len() + usize::from(denial.is_some());
        let fitting = phrase.iter().scan(closes, |count, &at| {
            *count += usize::from(words[at].kind != TokenKind::Sign);
            (*count < limit).then_some(())
        });
        phrase.truncate(fitting.count());
        trim_end(words, phrase);
        phrase.extend(denial);
        phrase.push(last);
        phrase.extend(tail);
    }
}

/// The verb, or the part of it, that closes a clause.
pub(super) fn closing(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    group: &VerbGroup,
) -> Option<usize> {
    let apart = |&at: &usize| {
        at >= group.end && words[at].tag == Tag::Particle && words[at].is(WordClass::SEPARABLE)
    };
    let stands_last = verb_last(words, clauses, clause).is_some_and(|last| last != group.head);
    let last = Some(group.head).filter(|&head| head >= group.end || stands_last);
    last.or_else(|| clauses.words(clause).rfind(apart))
}

/// "The team, losing to Everton" lost: behind a subject of its own a gerund that goes on from a
/// past is told in it. The title's verb starts at a byte.
pub(super) fn tell(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    rest: &[usize],
    title: &mut String,
    at: usize,
) {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let this = &clauses.list[clause];
    let group = this.verb.filter(|group| {
        // "with forces having been driven out, the king": it opens the sentence with its subject.
        let leads = this.kind == ClauseKind::Main && words[group.first].is(WordClass::HAVE);
        (this.kind == ClauseKind::Participial || leads)
            && group.tense == Tense::Gerund
            && (group.first == group.head
                || group.passive
                || words[group.first].is(WordClass::HAVE))
            && rest.iter().find(|&&at| !words[at].is(WordClass::NEGATION)) == Some(&group.first)
    });
    let past = |clause: &Clause| clause.verb.is_some_and(|verb| verb.tense.is_past());
    // "came, centered in Riga, leading to war": what hangs on the same verb is passed over.
    let hangs = |&clause: &usize| clauses.list[clause].kind == ClauseKind::Participial;
    let up = |&clause: &usize| clauses.list[clause].parent.filter(|_| hangs(&clause));
    let parent = std::iter::successors(this.parent, up).last();
    let main = parent.or_else(|| clauses.list.iter().position(past));
    let Some(group) = group else { return };
    // "the firm having merged": that had happened, whatever goes on beside it.
    let had = words[group.first].is(WordClass::HAVE);
    let Some(main) = main.filter(|&main| had || past(&clauses.list[main])) else { return };
    // "having captured the city": "had captured".
    // "не зумівши"
    let negation = rest.iter().take_while(|&&at| at < group.first);
    let at = at + negation.map(|&at| words[at].text.len() + 1).sum::<usize>();
    let verb = &words[group.first];
    let by_subject = || {
        // "a high-flying firm"
        if verb.text.contains('-') {
            return None;
        }
        let own = subject(words, clauses, clause);
        let agreement = agreement::of_subject(words, clauses, main, own);
        // Where no form tells of its subject all are the same.
        let all = Some(Agreement::Plural).filter(|_| !clauses.agreements.drops_subject());
        let agreement = agreement.or(all)?;
        clauses.agreements.past(&verb.lower(), agreement)
    };
    let past = text.language.past(verb.entry.lemma).map(str::to_owned).or_else(by_subject);
    if let Some(past) = past.filter(|_| title.is_char_boundary(at + verb.text.len())) {
        title.replace_range(at..at + verb.text.len(), &past);
    }
}

/// "als der Rat den Plan vorstellte": in a main clause the first part of the verb stands last. The
/// title's verb starts at a byte.
pub(super) fn part_verb(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    rest: &[usize],
    title: &mut String,
    at: usize,
) {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let last = verb_last(words, clauses, clause);
    let Some(verb) = last.filter(|last| rest.first() == Some(last)).map(|at| &words[at]) else {
        return;
    };
    let lower = verb.lower();
    let parted = (2..lower.len()).rev().filter(|&to| lower.is_char_boundary(to)).find(|&to| {
        text.language.entry(&lower[..to]).class.has(WordClass::SEPARABLE)
            && text.language.entry(&lower[to..]).lemma != 0
    });
    let Some(to) = parted.filter(|&to| title[at..].is_char_boundary(to)) else { return };
    title.replace_range(at..at + to, "");
    title.push(' ');
    title.push_str(&lower[..to]);
}

/// "had been badly handled": of a passive that has nothing behind it, the adverb says how it was done.
pub(super) fn put_manner(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    limit: usize,
    out: &mut Vec<usize>,
) {
    let plain = !clauses.syntax.verb_second && !clauses.syntax.head_first;
    let verb = clauses.list[clause].verb.filter(|verb| plain && verb.passive && verb.is_finite());
    let last = out.iter().rposition(|&at| words[at].kind != TokenKind::Sign);
    let Some((verb, last)) = verb.zip(last).filter(|&(verb, last)| out[last] == verb.head) else {
        return;
    };
    let how = verb.head.checked_sub(1).filter(|&at| {
        words[at].tag == Tag::Adverb
            && words[at].timex.is_none()
            && !words[at].is(WordClass::LOOSE | WordClass::NEGATION | WordClass::ADVERBIAL)
            && !out.contains(&at)
    });
    if let Some(how) = how.filter(|_| last + 1 < limit) {
        out.insert(last, how);
    }
}

/// "is expected [to meet]", "has been unable [to pay]", "are rolling [out]", "has plans [to sell]", "asked
/// the firm [to pay]", "is largely [in cash]": whether a phrase ends before an infinitive of its clause,
/// or a particle or another word, behind what says little without it.
pub(super) fn parts_verb(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    rest: &[usize],
) -> bool {
    let Some(&last) = rest.last() else { return false };
    let Some(next) = words.get(last + 1).filter(|next| next.timex.is_none()) else { return false };
    let inner = || clauses.list[clause].inner.iter().any(|inner| inner.first == last + 1);
    let word = &words[last];
    // "became the first person [to enter it]"
    let ranks = word.tag == Tag::Noun
        && next.tag == Tag::To
        && last.checked_sub(1).is_some_and(|before| words[before].is(WordClass::ABLE));
    if ranks {
        return true;
    }
    let asks = || {
        let verb = clauses.list[clause].verb;
        verb.is_some_and(|verb| {
            let head = &words[verb.head];
            let tells = head.entry.verb == Some(Category::Statement) || head.is(WordClass::PLAN);
            tells && !verb.passive && last > verb.end
        })
    };
    let leads = word.tag.is_verbal()
        || matches!(word.tag, Tag::Adjective | Tag::Adverb)
        || word.tag.is_nominal() && (word.is(WordClass::CONTENT | WordClass::PLAN) || asks());
    let grades = word.tag == Tag::Adverb
        && matches!(next.tag, Tag::Preposition | Tag::Adjective | Tag::Participle)
        && last.checked_sub(1).is_some_and(|before| words[before].is(WordClass::BE));
    // "expected to sell [500 planes]"
    let begun = || {
        let acts = |inner: &VerbGroup| inner.tense == Tense::Infinitive && inner.end == last + 1;
        let object = next.tag.is_nominal()
            || next.tag.leads_noun()
            || matches!(next.tag, Tag::Determiner | Tag::Possessive | Tag::Number)
            || next.tag == Tag::Relative;
        let told = |verb: VerbGroup| !verb.passive && verb.end == last + 1;
        let inner = &clauses.list[clause].inner;
        object
            && (inner.iter().any(acts)
                || clauses.list.iter().any(|other| {
                    other.parent == Some(clause)
                        && other.kind == ClauseKind::Complement
                        && other.verb.is_some_and(told)
                }))
    };
    // "resulted in the tour [being cancelled]"
    let being = word.tag.is_nominal() && next.tag == Tag::Gerund && next.is(WordClass::BE);
    // "is expected to be attended [by hundreds]"
    let done = || clauses.list[clause].inner.iter().any(|v| v.passive && v.end == last + 1);
    let untimed = words.get(last + 2).is_some_and(|behind| behind.timex.is_none());
    let by = next.tag == Tag::Preposition && untimed && done();
    let led = leads && (next.tag == Tag::To && inner() || next.tag == Tag::Particle);
    led || by || grades || being || begun()
}
