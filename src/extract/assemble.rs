//! From a head with its time to an event.

use rustc_hash::FxHashSet;

use super::antecedent::of_pronoun;
use super::attribution::said_by;
use super::caption;
use super::categorise::category;
use super::clause::ClauseKind;
use super::dating::{derivation, when};
use super::facts::facts;
use super::factuality::{FactualTime, factuality};
use super::head::Strength;
use super::located::places;
use super::participants::participants;
use super::phrase::around;
use super::pointed::Town;
use super::row::Row;
use super::scope::Scope;
use super::subject::subject;
use super::title::{of_words, title};
use super::verb_group::Tense;
use super::{Candidate, Reading};
use crate::event::{Category, Certainty, Event, EventId, Evidence, Factuality, Link};
use crate::language::{Tag, WordClass};
use crate::text::{Excerpt, Span};
use crate::time::Granularity;

/// An event with what merging needs to know of its head.
#[derive(Clone, Debug)]
pub(super) struct Mentioned {
    pub(super) event: Event,
    /// The head's verb, by number; 0 for a noun.
    pub(super) lemma: u16,
    /// Whether the head is a noun that points back: "the attack".
    pub(super) points_back: bool,
}

/// So many candidates are made events together.
const TOGETHER: usize = 64;

/// The events of all candidates.
pub(super) fn events(text: &Reading<'_>, candidates: &[Candidate]) -> Vec<Mentioned> {
    let told: FxHashSet<(usize, usize)> =
        candidates.iter().map(|candidate| (candidate.sentence, candidate.clause)).collect();
    let setting = Setting { town: Town::of(text), told: &told };
    let mut out: Vec<Mentioned> = Vec::with_capacity(candidates.len());
    for candidates in candidates.chunks(TOGETHER) {
        let scopes: Vec<Scope<'_>> =
            candidates.iter().map(|candidate| Scope::of(text, candidate)).collect();
        let first = out.len();
        for scope in &scopes {
            let known = mentioned(text, scope, &out);
            out.push(known);
        }
        fill(text, &scopes, &setting, &mut out[first..]);
    }
    out
}

/// Finds out what is still to be known of some events. Each question is put to all of them before
/// the next one is: together the answers are more code than stays near the core, and a few
/// sentences do.
fn fill(text: &Reading<'_>, scopes: &[Scope<'_>], setting: &Setting<'_>, out: &mut [Mentioned]) {
    let mut each = |answer: &dyn Fn(&mut Event, &Scope<'_>)| {
        for (mention, scope) in out.iter_mut().zip(scopes) {
            answer(&mut mention.event, scope);
        }
    };
    each(&|event, scope| event.title = title_of(text, scope).into());
    each(&|event, scope| {
        event.factuality = factuality_of(text, scope);
        event.confidence = confidence(scope.candidate, event.factuality);
    });
    each(&|event, scope| {
        event.category = category(text, &scope.within, scope.subject, scope.candidate);
    });
    each(&|event, scope| {
        event.places = places(text, scope, setting).into();
    });
    each(&|event, scope| {
        let number = scope.candidate.sentence;
        let (sentence, mentions) = (&text.sentences[number], &text.names.mentions[number]);
        event.participants = participants(sentence, mentions, &text.names, &scope.within).into();
    });
    each(&|event, Scope { candidate, .. }| {
        event.facts = facts(text, candidate, |at| setting.owns(text, candidate, at)).into();
    });
    each(&|event, scope| {
        event.said_by = said_by(text, scope.candidate).map(String::into_boxed_str);
    });
}

/// What the places of an event are judged by.
pub(super) struct Setting<'a> {
    /// The town or site that the document names most.
    pub(super) town: Option<Town<'a>>,
    /// The sentences and clauses that have an event.
    pub(super) told: &'a FxHashSet<(usize, usize)>,
}

impl Setting<'_> {
    /// Whether a word of the sentence of an event stands in a clause that has another event, or in
    /// one that hangs on such a clause.
    pub(super) fn is_others(&self, text: &Reading<'_>, candidate: &Candidate, word: usize) -> bool {
        let clauses = &text.clauses[candidate.sentence];
        let told = |clause: usize| self.told.contains(&(candidate.sentence, clause));
        let mut at = clauses.owner[word];
        if told(at) {
            return true;
        }
        while let Some(parent) = clauses.list[at].parent.filter(|_| at != candidate.clause) {
            at = parent;
            if told(at) && at != candidate.clause {
                return true;
            }
        }
        false
    }

    /// Whether a word of the sentence of an event is its: it stands in its clause, in one without
    /// an event that hangs on that, or the sentence tells nothing else.
    fn owns(&self, text: &Reading<'_>, candidate: &Candidate, word: usize) -> bool {
        let clauses = &text.clauses[candidate.sentence];
        let told = |clause: usize| self.told.contains(&(candidate.sentence, clause));
        let mut at = clauses.owner[word];
        loop {
            if at == candidate.clause {
                return true;
            }
            if told(at) {
                return false;
            }
            match clauses.list[at].parent {
                Some(parent) => at = parent,
                None => return (0..clauses.list.len()).filter(|&clause| told(clause)).count() < 2,
            }
        }
    }
}

/// "The quake struck at noon": whether what a verb says that it happened is an event that the text knows.
fn acts_again(text: &Reading<'_>, candidate: &Candidate) -> bool {
    let (words, clauses) =
        (&text.sentences[candidate.sentence].words, &text.clauses[candidate.sentence]);
    let subject = subject(words, clauses, candidate.clause);
    let noun = match *subject {
        [article, noun] if words[article].is(WordClass::ARTICLE) => &words[noun],
        _ => return false,
    };
    let moment =
        candidate.time.interval.is_some_and(|interval| interval.granularity() > Granularity::Day);
    moment
        && !candidate.head.nominal
        && noun.tag == Tag::Noun
        && noun.entry.noun == Some(candidate.head.category)
}

/// What is known of an event at once: where it is told of, and when it was. The events before it
/// say how many others its words tell.
fn mentioned(text: &Reading<'_>, scope: &Scope<'_>, before: &[Mentioned]) -> Mentioned {
    let candidate = scope.candidate;
    let sentence = &text.sentences[candidate.sentence];
    let quote = quote(text, candidate);
    // Candidates come in the order of their sentences: the same quote is among the last.
    let near = before.iter().rev().map(|told| &told.event.evidence[0]);
    let near = near.take_while(|evidence| evidence.sentence.end > quote.start);
    let number = near.filter(|evidence| evidence.quote == quote).count() as u32;
    let head = &sentence.words[candidate.head.word];
    let article = candidate.head.word.checked_sub(1).is_some_and(|at| {
        let word = &sentence.words[at];
        word.is(WordClass::DEMONSTRATIVE) || word.tag == Tag::Determiner
    });
    let evidence = Evidence {
        sentence: sentence.span,
        expression: candidate.time.timex.map(|timex| text.timexes[timex].span),
        ..Evidence::of(text.document.id, quote)
    };
    let id = EventId::of(text.document.id, quote, number);
    Mentioned {
        lemma: if candidate.head.nominal { 0 } else { head.entry.lemma },
        points_back: candidate.head.nominal && article || acts_again(text, candidate),
        event: Event {
            when: when(text, &candidate.time),
            ..Event::new(id, Excerpt::default(), derivation(text, candidate), evidence)
        },
    }
}

fn title_of(text: &Reading<'_>, scope: &Scope<'_>) -> String {
    let candidate = scope.candidate;
    if is_life(text, candidate) {
        return life_title(text, candidate);
    }
    if let Some(title) = row_title(text, candidate).or_else(|| headline(text, candidate)) {
        return title;
    }
    let (sentence, clauses) =
        (&text.sentences[candidate.sentence], &text.clauses[candidate.sentence]);
    let words = &sentence.words;
    let owner = candidate.head.nominal.then(|| around(words, clauses, candidate.head.word));
    let owner = owner
        .and_then(|phrase| phrase.first().copied())
        .filter(|&at| words[at].tag == Tag::Possessive && words[at].is(WordClass::THIRD_PERSON));
    let owner = owner.and_then(|at| of_pronoun(text, candidate.sentence, at));
    let owner = owner.and_then(|name| text.language.owner(&name));
    complete(text, candidate, title(text, candidate, owner.as_deref()))
}

fn factuality_of(text: &Reading<'_>, scope: &Scope<'_>) -> Factuality {
    let candidate = scope.candidate;
    let (words, clauses) =
        (&text.sentences[candidate.sentence].words, &text.clauses[candidate.sentence]);
    match factuality(words, clauses, candidate, &factual_time(text, candidate)) {
        Factuality::Happened if is_habit(clauses, candidate) => Factuality::Ongoing,
        found => found,
    }
}

/// "meets every Friday": what comes again and still does.
fn is_habit(clauses: &super::Clauses, candidate: &Candidate) -> bool {
    let verb = clauses.list[candidate.clause].verb;
    candidate.time.recurs && verb.is_some_and(|verb| verb.tense == Tense::Present)
}

/// The clause, or the sentence where that is all one.
fn quote(text: &Reading<'_>, candidate: &Candidate) -> Span {
    let (sentence, clauses) =
        (&text.sentences[candidate.sentence], &text.clauses[candidate.sentence]);
    let verbs = clauses.list.iter().filter(|clause| clause.verb.is_some()).count();
    if verbs < 2 {
        return sentence.span;
    }
    let (mut first, end) = clauses.extent(candidate.clause);
    // "attacks committed in May": its participle alone says too little.
    let this = &clauses.list[candidate.clause];
    if this.kind == ClauseKind::Relative && this.verb.is_some_and(|verb| !verb.is_finite()) {
        let phrase = subject(&sentence.words, clauses, candidate.clause);
        first = phrase.first().map_or(first, |&noun| first.min(noun));
    }
    while sentence.words.get(first).is_some_and(|word| word.is_sign(",") || word.is_sign(";")) {
        first += 1;
    }
    let mut end = end;
    while end > first + 1 && matches!(sentence.words[end - 1].text, "," | ";" | ".") {
        end -= 1;
    }
    sentence.span_of(first, end)
}

/// Where the time stands, and whether it lies ahead.
fn factual_time(text: &Reading<'_>, candidate: &Candidate) -> FactualTime {
    let sentence = &text.sentences[candidate.sentence];
    let at = candidate.time.timex.filter(|_| candidate.time.link == Link::SameClause);
    let date = text.date_of(candidate.sentence).map(|date| date.interval);
    let compared = candidate.time.interval.zip(date);
    FactualTime {
        later: compared.is_some_and(|(time, date)| time.earliest_start() >= date.latest_end()),
        over: compared.is_some_and(|(time, date)| time.latest_end() <= date.earliest_start()),
        word: at.and_then(|timex| sentence.words_of_timex(timex)).map(|(first, _)| first),
    }
}

fn life_title(text: &Reading<'_>, candidate: &Candidate) -> String {
    let name = super::life::name(text, candidate);
    format!("{name} ({})", candidate.head.category.name())
}

/// Whether a candidate is a birth or a death in brackets behind a name.
pub(super) fn is_life(text: &Reading<'_>, candidate: &Candidate) -> bool {
    let head = &text.sentences[candidate.sentence].words[candidate.head.word];
    let said = head.entry.noun == Some(candidate.head.category);
    candidate.head.nominal
        && !said
        && matches!(candidate.head.category, Category::Birth | Category::Death)
}

/// The row whose date an event's time is.
pub(super) fn row(text: &Reading<'_>, candidate: &Candidate) -> Option<Row> {
    let sentence = &text.sentences[candidate.sentence];
    let first = candidate.time.timex.is_some_and(|timex| timex == sentence.timexes.start);
    if first {
        Row::of(sentence, &text.document.text, text.is_line(candidate.sentence))
    } else {
        None
    }
}

/// What the cell of a row says, or a labelled line without a verb.
fn row_title(text: &Reading<'_>, candidate: &Candidate) -> Option<String> {
    let sentence = &text.sentences[candidate.sentence];
    let row = row(text, candidate)?;
    let verb = text.clauses[candidate.sentence].list[candidate.clause].verb;
    if verb.is_some_and(|verb| verb.is_finite()) && !row.is_table() {
        return None;
    }
    let (from, to) = row.telling(&sentence.words, Some(candidate.head.word));
    of_words(sentence, from, to)
}

/// A title of one word says nothing alone: the heading of its item, or the document's title, goes
/// before it.
fn complete(text: &Reading<'_>, candidate: &Candidate, own: String) -> String {
    let several = own.trim().contains(char::is_whitespace);
    if !several && let Some(item) = item_heading(text, candidate) {
        return format!("{item}: {}", own.to_lowercase());
    }
    if several {
        return own;
    }
    let title =
        text.about.title.map_or("", |title| text.sentences[title].span.of(&text.document.text));
    let title = if title.is_empty() { &text.document.title } else { title };
    // A file's name such as "report_07" says nothing.
    let code = |c: char| c == '_' || c.is_ascii_digit();
    let title = if !title.contains(' ') && title.contains(code) { "" } else { title };
    let subject: Vec<&str> = title.split_whitespace().take(8).collect();
    if subject.is_empty() {
        let (sentence, clauses) =
            (&text.sentences[candidate.sentence], &text.clauses[candidate.sentence]);
        let (from, to) = clauses.extent(candidate.clause);
        return of_words(sentence, from, to)
            .or_else(|| of_words(sentence, 0, sentence.words.len()))
            .unwrap_or(own);
    }
    format!("{}: {}", subject.join(" ").trim_end_matches([',', '.', ':']), own.to_lowercase())
}

/// "Item 3 - Budget. Adopted.": the short sentence that opens the block of an event's.
pub(super) fn item_heading<'a>(text: &'a Reading<'_>, candidate: &Candidate) -> Option<&'a str> {
    const LONGEST: usize = 8;
    let mut own = candidate.sentence;
    let mut before = own.checked_sub(1)?;
    // "Argued May 3" and "Decided June 4" stand below one name.
    while caption::tells(&text.sentences[before].words) {
        own = before;
        before = before.checked_sub(1)?;
    }
    let heading = &text.sentences[before];
    let verb = text.clauses[before]
        .list
        .iter()
        .any(|clause| clause.verb.is_some_and(|verb| verb.is_finite()));
    // A heading without mark-up is a block of its own.
    let block = text.sentences[own].block;
    let above = heading.block == block || heading.block + 1 == block && text.opens_block(own);
    let fits = above && heading.words.len() <= LONGEST && heading.timexes.is_empty() && !verb;
    fits.then(|| heading.span.of(&text.document.text).trim_end_matches(['.', ':']))
}

/// The document's own headline, for the event of its first sentence.
fn headline(text: &Reading<'_>, candidate: &Candidate) -> Option<String> {
    if text.about.first != Some(candidate.sentence) || candidate.time.link == Link::Document {
        return None;
    }
    let title = &text.sentences[text.about.title?];
    let count = title.words.iter().filter(|word| word.kind != crate::text::TokenKind::Sign).count();
    let has_verb = text.clauses[0].list[0].verb.is_some();
    let shared = title
        .words
        .iter()
        .filter(|word| word.text.len() > 3 && word.entry.noun.or(word.entry.verb).is_some())
        .any(|word| {
            text.sentences[candidate.sentence].words.iter().any(|other| other.id == word.id)
        });
    let fits = has_verb && shared && (4..=10).contains(&count) && title.timexes.is_empty();
    fits.then(|| title.span.of(&text.document.text).to_owned())
}

/// How sure it is: how the time was found, how strong the head is, whether it happened.
fn confidence(candidate: &Candidate, factuality: Factuality) -> f32 {
    let link: f32 = match candidate.time.link {
        Link::User => 1.0,
        Link::SameClause => 0.9,
        Link::SameSentence | Link::Section => 0.8,
        Link::Narrative => 0.6,
        Link::Document => 0.5,
    };
    let head: f32 = match candidate.head.strength {
        Strength::Strong => 0.05,
        Strength::Plain => 0.0,
        Strength::Unknown => -0.1,
        Strength::State => -0.2,
    };
    let blurred = if candidate.time.certainty == Certainty::Approximate { -0.05 } else { 0.0 };
    let doubt = if matches!(factuality, Factuality::Possible) { -0.1 } else { 0.0 };
    let undated =
        if candidate.time.interval.is_none() && !candidate.time.recurs { -0.3 } else { 0.0 };
    (link + head + blurred + doubt + undated).clamp(0.05, 0.99)
}
