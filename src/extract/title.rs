//! Titles: subject, verb and object of a clause, so that it can be read alone.

use super::antecedent::{of_object, of_pronoun};
use super::clause::Clauses;
use super::dropped;
use super::gapping::Part;
use super::noun_title::of_noun;
use super::phrase::{is_list_comma, join, join_to, relative_object, trim_end};
use super::reading::{Sentence, Word};
use super::short_subject::{short_subject, shortest_subject};
use super::subject::subject;
use super::title_said::{clause_behind, said_alone, says};
use super::title_time::{is_measure, is_object, is_until};
use super::title_verb::{close_bracket, fit_bracket, part_verb, tell, verb_last};
use super::title_words::{finish, keeps};
use super::trimming::{
    drop_loose_genitives, drop_loose_prepositions, drop_split_quote, fit, with_bare_object,
};
use super::verb_group::Tense;
use super::{Candidate, Reading};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// The most words that a title has.
pub(super) const LIMIT: usize = 10;

/// A title for the event of a candidate. `owner` is the one whose its noun is.
pub(super) fn title(text: &Reading<'_>, candidate: &Candidate, owner: Option<&str>) -> String {
    let number = candidate.sentence;
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    if candidate.head.nominal
        && let Some(title) = of_noun(sentence, clauses, &candidate.head, owner)
            .filter(|title| !acts(text, candidate, title))
    {
        return title;
    }
    let own = of_clause(text, number, candidate.clause, candidate.time.part);
    // "The governor stated": what was stated is told in its place where it did not fit.
    let said = said_alone(&sentence.words, clauses, candidate.clause, &own);
    let said = said.map(|(said, begun)| (of_clause(text, number, said, None), begun));
    // What was begun is better than what would be cut too, or what nobody known did.
    let telling = |(said, begun): &(ClauseTitle, bool)| {
        let first = said.text.split([' ', '\'', '’']).next().unwrap_or_default();
        let someone = WordClass::THIRD_PERSON | WordClass::FIRST_PERSON | WordClass::DEMONSTRATIVE;
        let named = !text.language.entry(&first.to_lowercase()).class.has(someone);
        said.text.split_whitespace().nth(2).is_some() && (!begun || named && !said.split)
    };
    said.filter(telling).map_or(own.text, |(said, _)| said.text)
}

/// "the decree that broke up the firm": whether a noun whose title says little is the subject of the
/// clause that tells what it did.
fn acts(text: &Reading<'_>, candidate: &Candidate, title: &str) -> bool {
    let (words, clauses) =
        (&text.sentences[candidate.sentence].words, &text.clauses[candidate.sentence]);
    let empty = WordClass::OCCUR | WordClass::LIGHT | WordClass::BE | WordClass::STATE;
    let elsewhere = clauses.owner[candidate.head.word] != candidate.clause;
    let tells = clauses.list[candidate.clause]
        .verb
        .is_some_and(|verb| verb.is_finite() && (elsewhere || !words[verb.head].is(empty)));
    tells
        && title.split(' ').count() < 3
        && subject(words, clauses, candidate.clause).contains(&candidate.head.word)
}

/// The title of a clause, and how it came out.
pub(super) struct ClauseTitle {
    text: String,
    /// Its words behind the subject.
    pub(super) rest: Vec<usize>,
    /// Whether it was cut inside a phrase.
    pub(super) split: bool,
}

/// Subject, verb and object of a clause. What does not fit beside a long subject does beside a
/// short one.
fn of_clause(text: &Reading<'_>, number: usize, clause: usize, part: Option<Part>) -> ClauseTitle {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let short = short_subject(words, subject(words, clauses, clause).to_vec());
    let whole = with_subject(text, number, clause, part, &short);
    if !whole.split {
        return whole;
    }
    match shortest_subject(words, &short) {
        Some(shortest) => with_subject(text, number, clause, part, &shortest),
        None => whole,
    }
}

fn with_subject(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    part: Option<Part>,
    short: &[usize],
) -> ClauseTitle {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let words = &sentence.words;
    let mut start =
        written_subject(text, number, clause, without_article(words, clauses, clause, short));
    let used = start.as_bytes().split(|&byte| byte == b' ').filter(|word| !word.is_empty()).count();
    let limit = LIMIT.saturating_sub(used);
    let whole = subject(words, clauses, clause);
    let (mut rest, mut split) = predicate(words, clauses, clause, whole, part, limit);
    if start.is_empty() {
        let front = front(words, clauses, clause);
        if front.len() + rest.len() <= limit {
            rest.splice(0..0, front);
        }
    }
    if let Some((verb_end, object)) = relative_object(words, clauses, clause) {
        // "which Russia had captured": what it captured stands before.
        let behind = || rest.iter().position(|&at| at >= verb_end).unwrap_or(rest.len());
        let at = if clauses.syntax.verb_second { 1.min(rest.len()) } else { behind() };
        rest.splice(at..at, object);
        split = fit(words, &mut rest, limit);
    }
    let glued = match (short.last(), rest.first()) {
        (Some(&before), Some(&next)) => {
            before + 1 == next && words[before].span().end == words[next].span().start
        }
        (None, _) => start.is_empty(),
        (_, None) => true,
    };
    // "a mission planned for June": that it was planned says whether it happened.
    let planned = clauses.list[clause]
        .verb
        .filter(|verb| verb.tense == Tense::Participle && words[verb.head].is(WordClass::PLAN));
    if planned.is_some() && used > 1 {
        return ClauseTitle { text: finish(start), rest: Vec::new(), split: false };
    }
    if !glued {
        start.push(' ');
    }
    // "Arrested in May, she": behind its subject the word that opens the sentence is a small one.
    let opens = rest
        .first()
        .is_some_and(|&first| words[first].tag.is_verbal() || words[first].is(WordClass::NEGATION));
    let at = start.len();
    write_rest(text, number, clause, &rest, &mut start);
    if at > 0 && opens {
        lower_first(&mut start, at);
        tell(text, number, clause, &rest, &mut start, at);
        part_verb(text, number, clause, &rest, &mut start, at);
    }
    ClauseTitle { text: finish(start), rest, split }
}

/// "the raids carried out in May" are raids: the subject of a participle has no article.
fn without_article<'s>(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    subject: &'s [usize],
) -> &'s [usize] {
    let bare = clauses.list[clause].verb.is_some_and(|verb| verb.tense == Tense::Participle);
    let article = subject.first().is_some_and(|&at| words[at].is(WordClass::ARTICLE));
    if bare && article && subject.len() > 1 { &subject[1..] } else { subject }
}

/// A subject as a title writes it: a pronoun, or the owner that one stands for, by its name.
fn written_subject(text: &Reading<'_>, number: usize, clause: usize, short: &[usize]) -> String {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let words = &sentence.words;
    if short.is_empty() {
        return unnamed(text, number, clause);
    }
    let first = subject(words, clauses, clause).first();
    let antecedent = || first.and_then(|&at| of_pronoun(text, number, at));
    let pronoun =
        short.len() == 1 && words[short[0]].is(WordClass::THIRD_PERSON | WordClass::DEMONSTRATIVE);
    let possessive = short.first().is_some_and(|&at| {
        words[at].tag == Tag::Possessive && words[at].is(WordClass::THIRD_PERSON)
    });
    match (pronoun || possessive).then(antecedent).flatten() {
        Some(name) if pronoun => name,
        Some(name) => match text.language.owner(&name) {
            Some(owner) => format!("{owner} {}", join(sentence, &short[1..])),
            None => join(sentence, short),
        },
        None => join(sentence, short),
    }
}

/// What a title opens with where a clause has no subject: the one who was named before, or a word
/// that stands for nobody, where the verb cannot stand first.
fn unnamed(text: &Reading<'_>, number: usize, clause: usize) -> String {
    if let Some(name) = dropped::of_clause(text, number, clause) {
        return name;
    }
    let verb = text.clauses[number].list[clause].verb;
    let words = &text.sentences[number].words;
    let finite = |at: usize| matches!(words[at].tag, Tag::Past | Tag::Present | Tag::Modal);
    let finite =
        verb.is_some_and(|verb| verb.is_finite() && (finite(verb.first) || finite(verb.end - 1)));
    text.language.expletive().filter(|_| finite).unwrap_or_default().to_owned()
}

/// Writes what stands behind the subject; a pronoun for somebody else by the name.
fn write_rest(text: &Reading<'_>, number: usize, clause: usize, rest: &[usize], out: &mut String) {
    let sentence = &text.sentences[number];
    let named = rest.iter().enumerate().find_map(|(i, &at)| {
        let word = &sentence.words[at];
        let stands_for =
            matches!(word.tag, Tag::Pronoun | Tag::Possessive) && word.is(WordClass::THIRD_PERSON);
        // "visited her shop", "gave her flowers": whose it is or whom, the tag does not tell.
        let unclear = word.tag == Tag::Pronoun
            && rest.get(i + 1) == Some(&(at + 1))
            && sentence.words[at + 1].tag.is_nominal();
        // "was named after her" has nothing behind it.
        let owns = word.tag == Tag::Possessive
            && rest.get(i + 1) == Some(&(at + 1))
            && !matches!(sentence.words[at + 1].tag, Tag::Preposition | Tag::To);
        let name = (stands_for && !unclear)
            .then(|| of_object(text, number, clause, at, owns))
            .flatten()?;
        Some((i, if owns { text.language.owner(&name)? } else { name }))
    });
    let fits = |(_, name): &(usize, String)| {
        let count = out.split_whitespace().count() + rest.len();
        count + name.split(' ').count() <= LIMIT + 1
    };
    let Some((at, name)) = named.filter(fits) else {
        join_to(out, sentence, rest);
        return;
    };
    join_to(out, sentence, &rest[..at]);
    if at > 0 {
        out.push(' ');
    }
    out.push_str(&name);
    if at + 1 < rest.len() {
        out.push(' ');
    }
    join_to(out, sentence, &rest[at + 1..]);
}

/// Writes the letter at a byte of a text small.
fn lower_first(text: &mut String, at: usize) {
    if let Some(first) = text[at..].chars().next().filter(|first| !first.is_lowercase()) {
        let small: String = first.to_lowercase().collect();
        text.replace_range(at..at + first.len_utf8(), &small);
    }
}

/// A title of a range of words as they stand, without times.
pub(super) fn of_words(sentence: &Sentence<'_>, from: usize, to: usize) -> Option<String> {
    let words = &sentence.words;
    let mut phrase: Vec<usize> = (from..to)
        .filter(|&at| words[at].timex.is_none() && words[at].depth == 0)
        .take_while(|&at| !matches!(words[at].text, "." | ";" | "("))
        .collect();
    drop_loose_prepositions(words, &mut phrase);
    fit(words, &mut phrase, LIMIT);
    let title = finish(join(sentence, &phrase));
    title.split_whitespace().nth(1).is_some().then_some(title)
}

/// The verb and what follows it, at most `limit` words.
fn predicate(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    subject: &[usize],
    part: Option<Part>,
    limit: usize,
) -> (Vec<usize>, bool) {
    let this = &clauses.list[clause];
    let last = verb_last(words, clauses, clause);
    let from = match last {
        // What belongs to a verb at the end of its clause stands before it.
        Some(_) => behind_subject(words, clauses, clause, subject),
        None => this.verb.map_or(0, |group| before_verb(words, clauses, clause, group.first)),
    };
    let mut out: Vec<usize> = Vec::with_capacity(2 * LIMIT);
    let said = says(words, clauses, clause);
    let behind = clause_behind(words, clauses, clause).filter(|_| said.is_none());
    let complement = said.or(behind);
    let end = this.verb.map_or(0, |group| group.end);
    let reach = |clause| clauses.extent(clause).1;
    let mut skip_to = 0;
    for at in from..complement.map_or(0, reach).max(reach(clause)) {
        let in_clause = clauses.owner[at] == clause || complement == Some(clauses.owner[at]);
        if !in_clause || subject.contains(&at) || part.is_some_and(|part| !part.has(at)) {
            continue;
        }
        let word = &words[at];
        let stops = at >= end
            && (word.is_sign(",")
                && !is_list_comma(words, at)
                && !leads_on(words, clauses, clause, at)
                || word.is_sign(";")
                || word.is_sign(":")
                || word.is(WordClass::RELATIVE)
                    && word.tag == Tag::Relative
                    && complement.is_none());
        // "with less than a minute's fuel left": what the time owns goes with it.
        let owned = word.tag == Tag::Genitive && at > 0 && words[at - 1].timex.is_some();
        let ends = at >= end && word.is_sign(";") && !out.is_empty();
        // "wurde renoviert und der Saal geräumt": behind the verb that closes it another one starts.
        let closed = this.verb.is_some_and(|group| group.head >= group.end && at > group.head)
            && word.is(WordClass::COORDINATOR);
        // "decided at last year's summit to invite": behind it the verb goes on.
        let behind = || (at + 1..words.len()).find(|&at| !words[at].tag.is_nominal());
        if owned && let Some(to) = behind().filter(|&to| words[to].tag == Tag::To) {
            skip_to = to;
        }
        if at < skip_to {
            continue;
        }
        // "verschied der Gründer der Bank, ein Arzt": what says more of the subject behind the verb.
        let apposed = word.is_sign(",") && at > end && subject.last() == Some(&(at - 1));
        if ends || closed || apposed || (stops || owned) && out.len() > 1 {
            break;
        }
        let told =
            is_until(words, this, at) || is_measure(words, this, at) || is_object(words, this, at);
        if told || word.timex.is_none() && keeps(words, at, from, end) {
            out.push(at);
        }
    }
    drop_loose_prepositions(words, &mut out);
    if let Some(last) = last {
        // "als die Stadt fiel": alone it reads as a main clause.
        out.retain(|&at| at != last);
        out.insert(0, last);
    }
    drop_loose_genitives(words, &mut out);
    put_adverb(words, clauses, clause, end, &mut out);
    fit_bracket(words, clauses, clause, &mut out, limit);
    // What does not fit whole says less than the verb alone.
    let too_long = out.iter().filter(|&&at| words[at].kind != TokenKind::Sign).count() > limit;
    if let Some(behind) = behind.filter(|_| too_long) {
        out.retain(|&at| clauses.owner[at] != behind);
    }
    let cut_short = out.len() > limit;
    let whole = cut_short.then(|| out.clone());
    let mut split = fit(words, &mut out, limit);
    if let Some(whole) = whole.filter(|_| out.last().is_none_or(|&last| last < end)) {
        out = with_bare_object(words, &whole, end, limit).unwrap_or(out);
    }
    split |= drop_split_quote(words, &mut out, end);
    close_bracket(words, clauses, clause, &mut out, limit);
    drop_auxiliary(words, clauses, &mut out);
    // "suggested that the leaders": without its verb a clause says nothing.
    let opens = |at: usize| {
        words[at].is(WordClass::COMPLEMENTISER) && words[at].tag != Tag::Determiner && at >= end
    };
    // "adopted that recommendation" opens none.
    let to = complement.map_or(0, reach).max(reach(clause));
    let verbal = |word: &Word<'_>| word.tag.is_verbal() || word.tag == Tag::Modal;
    if let Some(that) = out.iter().rposition(|&at| opens(at))
        && words[out[that]..to.max(out[that])].iter().any(verbal)
        && !out[that..].iter().any(|&at| words[at].tag.is_verbal() || words[at].tag == Tag::Modal)
        && !clauses.syntax.verb_second
    {
        out.truncate(that);
    }
    // "setbacks compared" is what is left of "compared to before".
    while out.last().is_some_and(|&at| {
        at >= end
            && !clauses.syntax.verb_second
            && at > 0
            && (words[at - 1].tag.is_nominal() || words[at - 1].tag == Tag::Gerund)
            && !words[at - 1].is(WordClass::BE)
            && matches!(words[at].tag, Tag::Participle | Tag::Gerund)
            && !ends_clause(words, at)
    }) {
        out.pop();
        trim_end(words, &mut out);
    }
    // Where only the verb is left of more, too much was cut.
    split |= cut_short && out.last().is_none_or(|&last| last < end);
    (out, split)
}

/// "Під контроль військ перейшли землі": where word order is free and nobody acts, what stands in
/// front of the verb belongs to what happened.
fn front(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Vec<usize> {
    let verb = clauses.list[clause].verb.filter(|_| clauses.syntax.head_first);
    let Some(verb) = verb else { return Vec::new() };
    let first = before_verb(words, clauses, clause, verb.first);
    let from = behind_subject(words, clauses, clause, &[]);
    let comma =
        (from..first).rfind(|&at| words[at].kind == TokenKind::Sign && words[at].timex.is_none());
    let inside = |&at: &usize| {
        clauses.owner[at] == clause
            && words[at].timex.is_none()
            && keeps(words, at, from, verb.end)
            && !words[at].is(WordClass::COORDINATOR | WordClass::THIRD_PERSON)
    };
    let mut out: Vec<usize> = (comma.map_or(from, |at| at + 1)..first).filter(inside).collect();
    drop_loose_prepositions(words, &mut out);
    let named = out.iter().any(|&at| words[at].tag.is_nominal());
    let ends = out.last().is_some_and(|&at| words[at].tag.is_nominal());
    if named && ends { out } else { Vec::new() }
}

/// "The 1991 agreement was": an auxiliary says nothing at the end.
fn drop_auxiliary(words: &[Word<'_>], clauses: &Clauses, phrase: &mut Vec<usize>) {
    let count = phrase.len();
    let auxiliary = |at: usize| {
        words[at].is(WordClass::BE | WordClass::HAVE | WordClass::DO) && words[at].tag.is_verbal()
            || words[at].is(WordClass::NEGATION) && count > 1
    };
    while !clauses.syntax.verb_second && phrase.last().is_some_and(|&at| auxiliary(at)) {
        phrase.pop();
        trim_end(words, phrase);
    }
}

/// "soll versucht haben, die Frau zu retten": whether what depends on the verb stands behind a
/// comma.
fn leads_on(words: &[Word<'_>], clauses: &Clauses, clause: usize, comma: usize) -> bool {
    let this = &clauses.list[clause];
    let next = this.inner.iter().find(|inner| inner.first > comma);
    clauses.syntax.verb_second
        && next.is_some_and(|inner| inner.tense == Tense::Infinitive)
        && next.is_some_and(|inner| {
            let between = &words[comma + 1..inner.first];
            between.iter().all(|word| word.kind != TokenKind::Sign || word.timex.is_some())
        })
}

/// The first word of a verb with what stands right before it and belongs to it, where word order is
/// free: "не скликали", "його заарештувала".
fn before_verb(words: &[Word<'_>], clauses: &Clauses, clause: usize, verb: usize) -> usize {
    let belongs = |&at: &usize| {
        let word = &words[at];
        let object = word.is(WordClass::THIRD_PERSON)
            && (word.tag == Tag::Possessive
                || word.tag == Tag::Pronoun && word.is(WordClass::OBLIQUE));
        clauses.owner[at] == clause && (word.is(WordClass::NEGATION) || object)
    };
    let free = clauses.syntax.head_first;
    (0..verb).rev().take_while(|at| free && belongs(at)).last().unwrap_or(verb)
}

/// "went offline": without its adverb, at `end`, the verb says too little.
fn put_adverb(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    end: usize,
    out: &mut Vec<usize>,
) {
    // "was shelled almost every day": that of a time goes with the time.
    // "attacked shortly after six": so does that of a preposition's.
    let is_timed = |at: usize| words.get(at).is_some_and(|word| word.timex.is_some());
    let led = words.get(end + 1).is_some_and(|next| next.is(WordClass::ANCHOR));
    let timed = is_timed(end + 1) || led && is_timed(end + 2);
    let adverb = words
        .get(end)
        .is_some_and(|word| word.tag == Tag::Adverb && word.timex.is_none() && !timed);
    // "went off almost simultaneously": one that only says more of the next goes with it.
    let adverb = adverb && words.get(end + 1).is_none_or(|next| next.tag != Tag::Adverb);
    if adverb && clauses.owner[end] == clause {
        trim_end(words, out);
        if out.last() == Some(&(end - 1)) {
            out.push(end);
        }
    }
}

/// The first word of a clause behind its subject, or behind the word that opens it.
fn behind_subject(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    subject: &[usize],
) -> usize {
    let own = subject.iter().filter(|&&at| clauses.owner[at] == clause).max();
    let first = || {
        let opens = |word: &Word<'_>| {
            word.kind == TokenKind::Sign
                || word
                    .is(WordClass::RELATIVE | WordClass::SUBORDINATOR | WordClass::COMPLEMENTISER)
        };
        clauses.words(clause).find(|&at| !opens(&words[at])).unwrap_or(0)
    };
    own.map_or_else(first, |&at| at + 1)
}

/// Whether nothing that belongs to a word follows it.
fn ends_clause(words: &[Word<'_>], at: usize) -> bool {
    words.get(at + 1).is_none_or(|next| next.kind == TokenKind::Sign || next.timex.is_some())
}
