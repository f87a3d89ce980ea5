//! Titles: subject, verb and object of a clause, so that it can be read alone.

use super::antecedent::of_object;
use super::assemble::item_heading;
use super::bare_noun::{acts, told_of};
use super::bare_phrase::parts_name;
use super::clause::Clauses;
use super::fronted::{article_of_relative, fill_relative, front_object};
use super::gapping::Part;
use super::noun_title::of_noun;
use super::paired::with_other_count;
use super::phrase::{is_quotation_mark, join, join_to, relative_object};
use super::predicate::{Style, front, is_article, predicate};
use super::quoted_speaker::{quoted_speaker, short_speaker};
use super::reading::{Sentence, Word};
use super::short_subject::{can_be_whole, only_names, short_subject, shortest_subject};
use super::subject::subject;
use super::title_beside::told_beside;
use super::title_said::{said_alone, told_within};
use super::title_speaker::{names, room_behind, tells_of_speaker, voiced};
use super::title_subject::written_subject;
use super::title_verb::{helper_behind, part_verb, parts_verb, tell};
use super::title_words::finish;
use super::trimming::{drop_loose_prepositions, fit};
use super::verb_group::{Tense, VerbGroup};
use super::{Candidate, Reading};
use crate::event::Category;
use crate::language::{Tag, WordClass};

/// The most words that a title has.
pub(super) const LIMIT: usize = 10;

/// The most words in front of a verb nobody acts in for which what follows is cut.
const FRONT_LIMIT: usize = 3;

/// A title for the event of a candidate. `owner` is the one whose its noun is.
pub(super) fn title(text: &Reading<'_>, candidate: &Candidate, owner: Option<&str>) -> String {
    let number = candidate.sentence;
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    // "is due to end, according to a report on Friday": what was reported is told.
    if let Some(told) = reported(text, candidate) {
        return of_clause(text, number, told, None, LIMIT).text;
    }
    if candidate.head.nominal
        && !says_in(text, candidate)
        && let Some(title) = of_noun((sentence, text.language), clauses, &candidate.head, owner)
            .filter(|title| !acts(text, candidate, title))
    {
        return told_of(text, candidate, &title).unwrap_or(title);
    }
    let own = of_clause(text, number, candidate.clause, candidate.time.part, LIMIT);
    let empty = own.rest.len() == 1 && !candidate.head.nominal;
    let beside = || told_beside(&sentence.words, clauses, candidate.clause);
    let own = match empty.then(beside).flatten() {
        Some(beside) => of_clause(text, number, beside, None, LIMIT),
        None => own,
    };
    if let Some(both) = with_other_count(text, number, candidate.clause, candidate.time.part) {
        return both;
    }
    // "The governor stated": what was stated is told in its place where it did not fit.
    let said = said_alone(&sentence.words, clauses, candidate.clause, &own);
    let said = said.map(|(said, begun)| (said, of_clause(text, number, said, None, LIMIT), begun));
    // "said: \"I am glad that it was signed\"": that it was is what can be told.
    let said = said.map(|(clause, title, begun)| {
        let inner = told_within(&sentence.words, clauses, clause)
            .filter(|_| title.split || title.text.split_whitespace().count() < 3);
        inner.map_or((clause, title, begun), |inner| {
            (inner, of_clause(text, number, inner, None, LIMIT), begun)
        })
    });
    let named = |said: &ClauseTitle| {
        let someone = WordClass::THIRD_PERSON | WordClass::FIRST_PERSON | WordClass::DEMONSTRATIVE;
        !opens_with(text, &said.text, someone)
    };
    // "Said Orr of it" would be worse.
    let unsaid = || subject(&sentence.words, clauses, candidate.clause).is_empty();
    // What was begun is better than what would be cut too, or what nobody known did.
    let telling = |(clause, said, begun): &(usize, ClauseTitle, bool)| {
        said.text.split_whitespace().nth(2).is_some()
            && (tells_verb(clauses, *clause, said) || unsaid())
            && (!begun || named(said) && !said.split)
    };
    let (told, title) = match said.filter(telling) {
        Some((clause, said, false)) if !named(&said) => {
            let who = short_speaker(text, number, candidate.clause);
            return voiced(text, number, clause, who.as_deref()).unwrap_or(said.text);
        }
        // "told the council: \"The mayor has lied\"" is the word of somebody.
        Some((clause, said, false)) if opens_quote(&sentence.words, clauses, clause) => {
            let who = short_speaker(text, number, candidate.clause);
            let room = room_behind(who.as_deref());
            let whole = room.is_some_and(|room| !of_clause(text, number, clause, None, room).split);
            let told = voiced(text, number, clause, who.as_deref()).filter(|_| whole);
            return told.unwrap_or(said.text);
        }
        Some((clause, said, _)) => (clause, said.text),
        None => (candidate.clause, own.text),
    };
    let of_speaker = tells_of_speaker(text, &title);
    let who = if of_speaker {
        quoted_speaker(text, candidate).filter(|who| !names(&title, who))
    } else if !candidate.head.nominal && lacks_subject(text, number, told, &title) {
        // "Sedan. Fought on 1 September between": what the item is about stands before it.
        item_heading(text, candidate).map(|item| without_brackets(item).to_owned())
    } else {
        None
    };
    let spoken = voiced(text, number, told, who.as_deref());
    // "closed it for violating our rules" says more than its start by a speaker.
    let opens = !of_speaker || opens_with(text, &title, WordClass::FIRST_PERSON);
    spoken.filter(|spoken| opens || spoken.ends_with(&title)).unwrap_or(title)
}

/// Whether a title opens with the verb of a clause that has no subject.
fn lacks_subject(text: &Reading<'_>, number: usize, clause: usize, title: &str) -> bool {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let plain = !clauses.syntax.verb_second && !clauses.syntax.head_first;
    let verb = clauses.list[clause].verb.filter(|_| plain);
    verb.is_some_and(|verb| {
        let opens =
            |first: &str| first.trim_end_matches(',').eq_ignore_ascii_case(words[verb.first].text);
        subject(words, clauses, clause).is_empty() && title.split(' ').next().is_some_and(opens)
    })
}

/// "Sedan (Franco-German War)" without what stands in brackets behind.
fn without_brackets(item: &str) -> &str {
    item.split(" (").next().unwrap_or(item)
}

/// "In an address on Friday, the governor called": whether a noun says where the words were spoken that
/// its clause tells of.
fn says_in(text: &Reading<'_>, candidate: &Candidate) -> bool {
    let (words, clauses) =
        (&text.sentences[candidate.sentence].words, &text.clauses[candidate.sentence]);
    let noun = candidate.head.word;
    let verb = clauses.list[candidate.clause].verb.filter(VerbGroup::is_finite);
    let says = verb.is_some_and(|verb| noun < verb.first && words[verb.head].is(WordClass::SAYING));
    let first = clauses.extent(candidate.clause).0;
    let plain = !clauses.syntax.verb_second && !clauses.syntax.head_first;
    plain
        && says
        && candidate.head.category == Category::Statement
        && clauses.owner[noun] == candidate.clause
        && words[first].tag == Tag::Preposition
        && words[first].timex.is_none()
        && !subject(words, clauses, candidate.clause).is_empty()
        && !subject(words, clauses, candidate.clause).contains(&noun)
}

/// The clause of what a noun says that only names the source: "according to a report".
fn reported(text: &Reading<'_>, candidate: &Candidate) -> Option<usize> {
    let (words, clauses) =
        (&text.sentences[candidate.sentence].words, &text.clauses[candidate.sentence]);
    let opener = clauses.extent(candidate.clause).0;
    let source = candidate.head.nominal
        && candidate.head.category == Category::Statement
        && words[opener].is(WordClass::ATTRIBUTION)
        && words[opener].timex.is_none();
    let told = clauses.list[candidate.clause].parent.filter(|_| source)?;
    let finite = clauses.list[told].verb.is_some_and(|verb| verb.is_finite());
    (finite && !subject(words, clauses, told).is_empty()).then_some(told)
}

/// Whether the first word of a title is of a class.
pub(super) fn opens_with(text: &Reading<'_>, title: &str, class: WordClass) -> bool {
    let first = first_word(title);
    // Nearly every word is in lower case: nothing has to be made of it.
    if first.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return text.language.entry(first).class.has(class);
    }
    // "US" is not "us".
    let acronym = first.len() > 1 && first.chars().all(char::is_uppercase);
    !acronym && text.language.entry(&first.to_lowercase()).class.has(class)
}

/// What stands before the first space or apostrophe. Few titles have to be read as more than bytes.
fn first_word(title: &str) -> &str {
    let ends = |byte: u8| matches!(byte, b' ' | b'\'') || !byte.is_ascii();
    match title.bytes().position(ends) {
        Some(end) if title.is_char_boundary(end + 1) => &title[..end],
        Some(_) => title.split([' ', '\'', '’']).next().unwrap_or_default(),
        None => title,
    }
}

/// Whether a quotation mark opens a clause.
fn opens_quote(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> bool {
    let first = clauses.extent(clause).0;
    words[first.saturating_sub(1)..=first].iter().any(is_quotation_mark)
}

/// The title of a clause, and how it came out.
pub(super) struct ClauseTitle {
    pub(super) text: String,
    /// Its words behind the subject.
    pub(super) rest: Vec<usize>,
    /// Whether it was cut inside a phrase.
    pub(super) split: bool,
    /// Whether what says what was done was cut off a verb: "refused [to tell]".
    pub(super) parted: bool,
}

/// Subject, verb and object of a clause, in at most `room` words. What does not fit beside a long
/// subject does beside a short one.
pub(super) fn of_clause(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    part: Option<Part>,
    room: usize,
) -> ClauseTitle {
    let (words, clauses) = (&text.sentences[number].words, &text.clauses[number]);
    let own = part.and_then(|part| part.own_subject());
    let own = own.unwrap_or_else(|| subject(words, clauses, clause).to_vec());
    let full = can_be_whole(words, &own).then(|| own.clone());
    let short = short_subject(words, own);
    let whole = with_subject(text, number, clause, part, (&short, room, Style::Plain));
    if !whole.split && !whole.parted {
        // "The conflict between Norway and Sweden raged": what makes a subject long stays where there is room.
        let fits = full.filter(|full| short.len() < full.len() && full.len() < room);
        let full =
            fits.map(|full| with_subject(text, number, clause, part, (&full, room, Style::Plain)));
        return full.filter(|full| !full.split && full.rest == whole.rest).unwrap_or(whole);
    }
    let reaches = |title: &ClauseTitle, other: &ClauseTitle| title.rest.last() > other.rest.last();
    let shortest = shortest_subject(words, &short);
    let shorter = shortest
        .map(|short| with_subject(text, number, clause, part, (&short, room, Style::Plain)));
    let shorter = shorter.filter(|shorter| whole.split || reaches(shorter, &whole));
    let best = shorter.unwrap_or(whole);
    let best = match only_names(words, &short).filter(|_| best.split || best.parted) {
        Some(names) => {
            let terser = with_subject(text, number, clause, part, (&names, room, Style::Plain));
            if !terser.split && reaches(&terser, &best) { terser } else { best }
        }
        None => best,
    };
    let plain = !clauses.syntax.verb_second && !clauses.syntax.head_first;
    if !(best.split || best.parted) || !plain {
        return best;
    }
    let fits = |title: &ClauseTitle| !(title.split || title.parted) && reaches(title, &best);
    let bare = without_articles(words, &short);
    if is_planned(words, clauses, clause, &short) {
        // What is to be done "by hundreds" or "in Oslo" is told.
        let aims =
            |title: &ClauseTitle| !title.split && reaches(title, &best) && untold(words, &best);
        let planned =
            |start| with_subject(text, number, clause, part, (start, room, Style::Planned));
        let whole = planned(&short[..]);
        if fits(&whole) {
            return whole;
        }
        let other = planned(bare);
        if fits(&other) {
            return other;
        }
        if aims(&whole) {
            return whole;
        }
    }
    // "Strike led to closure of mine": as headlines do.
    let terse = with_subject(text, number, clause, part, (bare, room, Style::Terse));
    let named = || parts_name(words, &best.rest) && !parts_name(words, &terse.rest);
    if fits(&terse) || !terse.parted && reaches(&terse, &best) && named() {
        return terse;
    }
    // "The terms of use for the site had not been agreed": a subject that leaves no room for its verb.
    if tells_verb(clauses, clause, &best) {
        return best;
    }
    let cuts = (1..short.len()).rev().filter(|&cut| words[short[cut]].tag == Tag::Preposition);
    let cut =
        |cut: usize| with_subject(text, number, clause, part, (&short[..cut], room, Style::Plain));
    cuts.map(cut).find(|title| tells_verb(clauses, clause, title)).unwrap_or(best)
}

/// Whether the verb of a clause is in its title.
fn tells_verb(clauses: &Clauses, clause: usize, title: &ClauseTitle) -> bool {
    clauses.list[clause].verb.is_none_or(|verb| title.rest.contains(&verb.head))
}

/// "The dinner is expected to be attended by", "is due to be held", "is set to rise": whether a clause only says
/// that what follows is to come.
fn is_planned(words: &[Word<'_>], clauses: &Clauses, clause: usize, subject: &[usize]) -> bool {
    let named = subject.iter().any(|&at| words[at].tag.is_nominal());
    let aims = |at: usize| words.get(at).is_some_and(|next| next.tag == Tag::To);
    let planned = clauses.list[clause].verb.filter(|verb| {
        let head = &words[verb.head];
        let put = verb.passive && head.is(WordClass::PLAN | WordClass::ASPECT) && aims(verb.end);
        let due = head.is(WordClass::BE)
            && words.get(verb.end).is_some_and(|next| next.is(WordClass::PLAN))
            && aims(verb.end + 1);
        (put || due) && verb.tense == Tense::Present && !verb.negated
    });
    planned.is_some() && named
}

/// Whether a title ends before what is to be done: "is expected [to be held]".
fn untold(words: &[Word<'_>], title: &ClauseTitle) -> bool {
    let next = title.rest.last().and_then(|&last| words.get(last + 1));
    next.is_some_and(|next| next.tag == Tag::To)
}

/// A subject without its article, if it has another word.
fn without_articles<'s>(words: &[Word<'_>], subject: &'s [usize]) -> &'s [usize] {
    // "An estimated 20 people": what is left would look like a verb.
    let next = subject.get(1).is_some_and(|&at| !words[at].tag.is_verbal());
    let article = next && is_article(&words[subject[0]]);
    if article { &subject[1..] } else { subject }
}

fn with_subject(
    text: &Reading<'_>,
    number: usize,
    clause: usize,
    part: Option<Part>,
    (short, room, style): (&[usize], usize, Style),
) -> ClauseTitle {
    let (sentence, clauses) = (&text.sentences[number], &text.clauses[number]);
    let words = &sentence.words;
    let (article, replaced) =
        article_of_relative(words, clauses, clause, short).unwrap_or_default();
    let own = without_article(words, clauses, clause, &short[replaced..]);
    let mut start = written_subject(text, number, clause, own);
    if !article.is_empty() {
        start.insert(0, ' ');
        start.insert_str(0, article);
    }
    let used = start.as_bytes().split(|&byte| byte == b' ').filter(|word| !word.is_empty()).count();
    // "I'm": what is written together is one word.
    let together = clauses.list[clause].verb.zip(short.last()).is_some_and(|(verb, &last)| {
        last + 1 == verb.first && words[last].span().end == words[verb.first].span().start
    });
    let limit = room.saturating_sub(used) + usize::from(together);
    let whole = subject(words, clauses, clause);
    let (mut rest, mut split) = predicate(words, clauses, clause, whole, part, (limit, style));
    if start.is_empty() {
        let front = front(words, clauses, clause);
        // "Схожі договори було підписано": where the rest has to be cut, what it is about stays.
        let short = front.len() <= FRONT_LIMIT;
        if short || front.len() + rest.len() <= limit {
            rest.splice(0..0, front);
            split |= rest.len() > limit && fit(words, &mut rest, limit);
        }
    }
    let mut article = None;
    if let Some((verb_end, object)) = relative_object(words, clauses, clause) {
        article = Some(words[object[0]].text)
            .filter(|_| matches!(words[object[0]].tag, Tag::Determiner | Tag::Possessive));
        // "which Russia had captured": what it captured stands before.
        let behind = || rest.iter().position(|&at| at >= verb_end).unwrap_or(rest.len());
        let at = if clauses.syntax.verb_second { 1.min(rest.len()) } else { behind() };
        rest.splice(at..at, object);
        split = fit(words, &mut rest, limit);
    } else if let Some(object) =
        front_object(words, clauses, clause).filter(|object| object.len() + rest.len() <= limit)
    {
        article = Some(words[object[0]].text);
        // "sicherte sich den Sieg"
        let reflexive = rest.get(1).is_some_and(|&at| words[at].tag == Tag::Pronoun);
        let at = rest.len().min(1 + usize::from(reflexive));
        rest.splice(at..at, object);
    }
    fill_relative(words, clauses, clause, (&mut rest, limit));
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
        .filter(|verb| verb.tense == Tense::Participle && words[verb.head].is(WordClass::PLAN))
        // "a law proposed by Orr" has more to tell.
        .filter(|verb| !is_done_by(words, verb.end));
    if planned.is_some() && used > 1 {
        return ClauseTitle { text: finish(start), rest: Vec::new(), split: false, parted: false };
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
    // "The firm, which he founded": behind its verb the word that opens the sentence is small.
    if let Some(article) = article.and_then(|article| start[at..].find(article)) {
        lower_first(&mut start, at + article);
    }
    // "Belastet wurde das Ergebnis"
    let behind = helper_behind(words, clauses, clause).and(clauses.list[clause].verb);
    let participle = behind.and_then(|verb| start[at..].find(words[verb.head].text));
    if let Some(participle) = participle.filter(|&participle| participle > 0) {
        lower_first(&mut start, at + participle);
    }
    if at > 0 && opens {
        lower_first(&mut start, at);
        tell(text, number, clause, &rest, &mut start, at);
        part_verb(text, number, clause, &rest, &mut start, at);
    }
    let parted = parts_verb(words, clauses, clause, &rest);
    ClauseTitle { text: finish(start), rest, split, parted }
}

/// Whether a preposition and no time stand at a word.
fn is_done_by(words: &[Word<'_>], at: usize) -> bool {
    matches!(words.get(at..), Some([by, who, ..])
        if by.tag == Tag::Preposition && by.timex.is_none() && who.timex.is_none() && who.is_upper())
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
            && (sentence.words[at + 1].tag.is_nominal()
                || sentence.words[at + 1].tag == Tag::Adjective);
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
    let from = out.len();
    out.push_str(&name);
    // "named a man", not "named A man".
    let word = name.split(' ').next().unwrap_or_default().to_lowercase();
    let articles = WordClass::ARTICLE | WordClass::INDEFINITE;
    if from > 0 && text.language.entry(&word).class.has(articles) {
        lower_first(out, from);
    }
    if at + 1 < rest.len() {
        out.push(' ');
    }
    join_to(out, sentence, &rest[at + 1..]);
}

/// Writes the letter at a byte of a text small.
pub(super) fn lower_first(text: &mut String, at: usize) {
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
