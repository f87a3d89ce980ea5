//! "the town", "the city": which one is meant; and the town that a document is about.

use rustc_hash::FxHashMap;

use super::Reading;
use super::assemble::Setting;
use super::place_mention::PlaceMention;
use super::place_role::{is_of_places_or_people, is_other_preposition};
use super::reading::Word;
use super::scope::Scope;
use super::subject::subject;
use crate::document::BlockKind;
use crate::event::{Category, Place, PlaceKind};
use crate::language::{Tag, WordClass};

/// So many times a document names what it is about, its title counting for as many.
const NAMED: usize = 4;

/// What is named so many times, and twice as often as anything else, is what "the town" means.
const NAMED_MOST: usize = 3;

/// Of so many paragraphs one at the least names what the document is about.
const SPREAD: usize = 3;

/// How often and where a document names a town or site.
struct Count<'a> {
    place: &'a Place,
    /// The sentence that names it first, and the word there.
    first: (usize, usize),
    named: usize,
    titled: bool,
    /// In how many blocks it is named, and the last of them.
    blocks: usize,
    block: Option<usize>,
}

impl<'a> Count<'a> {
    const fn new(place: &'a Place, first: (usize, usize)) -> Self {
        Self { place, first, named: 0, titled: false, blocks: 0, block: None }
    }
}

/// The town or site that a document names most, if it stands out.
#[derive(Clone, Copy)]
pub(super) struct Town<'a> {
    pub(super) place: &'a Place,
    /// The sentence that names it first, and the word there.
    first: (usize, usize),
    /// Whether the document is about it: its title names it, or much of its text.
    pub(super) is_focus: bool,
}

impl<'a> Town<'a> {
    pub(super) fn of(text: &'a Reading<'_>) -> Option<Self> {
        let mut counts: Vec<Count<'_>> = Vec::new();
        let mut known: FxHashMap<&str, usize> = FxHashMap::default();
        // The paragraphs so far, and the block that the last one is.
        let (mut paragraphs, mut last) = (0, None);
        for (number, sentence) in text.sentences.iter().enumerate() {
            if sentence.is_prose() && last.replace(sentence.block) != Some(sentence.block) {
                paragraphs += 1;
            }
            let titled = sentence.kind == BlockKind::Title;
            for mention in text.places[number].iter().filter(|mention| is_town(mention)) {
                if mention.in_name || is_likened(&sentence.words, mention.first) {
                    continue;
                }
                let at = *known.entry(&mention.place.name).or_insert(counts.len());
                if at == counts.len() {
                    counts.push(Count::new(&mention.place, (number, mention.first)));
                }
                let count = &mut counts[at];
                count.named += if titled { NAMED } else { 1 };
                count.titled |= titled;
                if count.block.replace(sentence.block) != Some(sentence.block) {
                    count.blocks += 1;
                }
            }
        }
        let total: usize = counts.iter().map(|count| count.named).sum();
        // Of two that are named as often, the later one.
        let most = counts.iter().max_by_key(|count| count.named)?;
        let others = counts.iter().filter(|other| other.place.name != most.place.name);
        let second = others.map(|other| other.named).max().unwrap_or(0);
        let (named, place, first) = (most.named, most.place, most.first);
        // What one paragraph of many tells of is not what the whole is about.
        let spread = most.titled || most.blocks * SPREAD >= paragraphs;
        let is_focus = named >= NAMED && named * 2 > total && spread;
        let stands_out = is_focus || named >= NAMED_MOST && named >= 2 * second;
        stands_out.then_some(Self { place, first, is_focus })
    }
}

/// "to the level of Chernobyl", "released by Chernobyl": whether a place only is what something else is likened to, or
/// acts, so that nothing is told to be there.
fn is_likened(words: &[Word<'_>], first: usize) -> bool {
    let [.., owner, link] = &words[..first] else { return false };
    let thing = matches!(owner.tag, Tag::Noun | Tag::Determiner | Tag::Pronoun)
        && !owner.is_upper()
        && owner.entry.noun.is_none()
        && !is_of_places_or_people(owner);
    link.is(WordClass::NAME_LINK) && thing
        || is_other_preposition(link) && owner.entry.noun.is_none()
}

fn is_town(mention: &PlaceMention) -> bool {
    matches!(mention.place.kind, PlaceKind::City | PlaceKind::Site)
}

/// The place that "the town" or "the city" in the words of an event means: one called so in the
/// sentence or the two before, the one that the document is about, the one named last, or the one
/// named most.
pub(super) fn pointed_at(
    text: &Reading<'_>,
    scope: &Scope<'_>,
    setting: &Setting<'_>,
) -> Option<Place> {
    let candidate = scope.candidate;
    let words = &text.sentences[candidate.sentence].words;
    let pointer = pointer(text, scope)?;
    let kind = &words[pointer + 1];
    let number = candidate.sentence;
    let town = setting.town.filter(|town| town.first < (number, pointer));
    // "that city" is the one named last, and so is the one whose "town hall" it is.
    let whose = words.get(pointer + 2).is_some_and(|next| next.tag.is_nominal());
    let points = whose || words[pointer].is(WordClass::DEMONSTRATIVE);
    let focus = town.filter(|town| town.is_focus && !points);
    let near = (number.saturating_sub(2)..=number).flat_map(|at| {
        let mentions = text.places[at].iter();
        mentions.filter(move |mention| at < number || mention.first < pointer).map(move |m| (at, m))
    });
    let near: Vec<(Called, &Place)> = near
        .filter(|(_, mention)| is_town(mention) && !mention.names_event)
        .map(|(at, mention)| {
            (Called::of(&text.sentences[at].words, mention.first, kind), &mention.place)
        })
        .collect();
    let last = |wanted: Called| {
        near.iter().rfind(|(called, _)| *called == wanted).map(|(_, place)| *place)
    };
    last(Called::So)
        .or_else(|| focus.map(|town| town.place))
        .or_else(|| last(Called::Plainly))
        .or_else(|| town.map(|town| town.place))
        .or_else(|| last(Called::Otherwise))
        .cloned()
}

/// The article before a word for towns that points at one, in the sentence of an event; where
/// a state acts, what another clause tells of the town is not where that was.
fn pointer(text: &Reading<'_>, scope: &Scope<'_>) -> Option<usize> {
    let words = &text.sentences[scope.candidate.sentence].words;
    let clauses = &text.clauses[scope.candidate.sentence];
    // "the port of Bergen" is named.
    let named = |at: usize| {
        words.get(at).is_some_and(|word| word.is(WordClass::NAME_LINK))
            && words.get(at + 1).is_some_and(Word::is_upper)
    };
    let state = scope.subject.iter().any(|&at| words[at].entry.country.is_some());
    // Nor is what is said of a town said in it.
    let said = scope.candidate.head.category == Category::Statement;
    let others = |at: usize| {
        let owner = clauses.owner[at];
        let acts = || state && subject(words, clauses, owner).contains(&at);
        owner != scope.candidate.clause && (said || acts())
    };
    words.windows(2).enumerate().position(|(at, pair)| {
        pair[0].tag == Tag::Determiner
            && !pair[0].is(WordClass::INDEFINITE)
            && pair[1].is(WordClass::PLACE_ANAPHOR)
            // "the country", "the region" is no town.
            && !pair[1].is(WordClass::GROUP | WordClass::REGION)
            && !pair[1].is_upper()
            && !named(at + 2)
            && !others(at + 1)
            // "the city that bears his name" is told by what follows.
            && words.get(at + 2).is_none_or(|next| next.tag != Tag::Relative)
    })
}

/// How a place is called where it is named.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Called {
    /// As it is pointed at: "the town of Lund", and then "the town".
    So,
    /// By its name alone.
    Plainly,
    /// As what it is not: "the village of Lund" is not "the city".
    Otherwise,
}

impl Called {
    /// How a name at a word is called, seen from the word that points at it.
    fn of(words: &[Word<'_>], first: usize, pointer: &Word<'_>) -> Self {
        let link = first.checked_sub(2).filter(|&at| words[at + 1].is(WordClass::NAME_LINK));
        let kind = link.or(first.checked_sub(1)).map(|at| &words[at]);
        match kind.filter(|kind| kind.is(WordClass::PLACE_ANAPHOR)) {
            Some(kind) if kind.id == pointer.id => Self::So,
            Some(_) => Self::Otherwise,
            None => Self::Plainly,
        }
    }
}
