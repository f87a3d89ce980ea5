//! Verbs by their form and place, where the verb of a main clause stands second and a small model
//! takes many of them for something else.

use super::reading::Word;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// Mends the tags of the verbs of a sentence. `ending` gives what the ending of a word says, for
/// words that the pack does not list.
pub(super) fn mend_by_place(words: &mut [Word<'_>], ending: impl Fn(usize) -> Option<Tag>) {
    free_pronouns(words);
    let mut free = 0;
    for at in 0..words.len() {
        let word = &words[at];
        // "mit Anna Orr-Roe": inside a sentence a capital opens no verb.
        let inside =
            at > 0 && words[at - 1].kind != TokenKind::Sign && words[at - 1].timex.is_none();
        if word.is_upper() && inside && word.tag.is_verbal() && word.timex.is_none() {
            words[at].tag = Tag::Noun;
            continue;
        }
        if word.is_upper() || word.timex.is_some() || word.kind != TokenKind::Word {
            continue;
        }
        if let Some(article) = article_of(words, at, free) {
            free = article + 1;
            words[at].tag = Tag::Adjective;
            continue;
        }
        // "soll bereit sein,": before no noun it is the verb.
        let owns = words.get(at + 1).is_some_and(|next| next.is_upper() || next.tag.leads_noun());
        if word.tag == Tag::Possessive && word.is(WordClass::BE) && !owns {
            words[at].tag = Tag::Base;
            continue;
        }
        if word.tag.is_verbal() && (is_described(words, at) || is_led(words, at)) {
            words[at].tag = Tag::Adjective;
            continue;
        }
        let Some(form) = ending(at).filter(|_| !word.is(WordClass::PAST_FORM)) else { continue };
        let known = word.entry.lemma != 0 && word.entry.noun.is_none();
        let verbal = matches!(word.tag, Tag::Base | Tag::Past | Tag::Present);
        let unclear = matches!(word.tag, Tag::Adverb | Tag::Adjective | Tag::Other | Tag::Noun);
        if !(verbal || known && unclear) || is_attribute(words, at) {
            continue;
        }
        if let Some(tag) = by_place(words, at, form) {
            words[at].tag = tag;
        }
    }
    for at in 1..words.len() {
        let closes = words.get(at + 1).is_none_or(|next| next.kind == TokenKind::Sign);
        // "begann zu arbeiten", "zu berichten"
        let verb = words[at].tag == Tag::Base || words[at].tag == Tag::Past && closes;
        if verb && words[at - 1].is(WordClass::INFINITIVE) && !words[at].is_upper() {
            words[at - 1].tag = Tag::To;
            words[at].tag = Tag::Base;
        }
        // "hat erfolglos versucht": what stands before a noun has an ending.
        let before = &words[at - 1];
        let odd = before.tag == Tag::Base && before.entry.lemma == 0 && ending(at - 1).is_none();
        let how = (before.tag == Tag::Adjective || odd) && !before.is_upper();
        if how && before.timex.is_none() && words[at].tag == Tag::Participle && closes {
            words[at - 1].tag = Tag::Adverb;
        }
    }
}

/// ", der Ende Mai ging": a relative pronoun in front of a time looks like the article of that.
fn free_pronouns(words: &mut [Word<'_>]) {
    for at in 1..words.len().saturating_sub(1) {
        let word = &words[at];
        let opens = word.timex.is_some() && word.timex == words[at + 1].timex;
        let comma = words[at - 1].is_sign(",") && words[at - 1].timex.is_none();
        let relates = word.is(WordClass::RELATIVE) && !word.is(WordClass::OBLIQUE);
        if opens && comma && relates && word.is(WordClass::ARTICLE) {
            words[at].timex = None;
        }
    }
}

/// What a verb of a form is where it stands.
fn by_place(words: &[Word<'_>], at: usize, form: Tag) -> Option<Tag> {
    let verbal = matches!(words[at].tag, Tag::Base | Tag::Past | Tag::Present);
    let helped = helper_of(words, at);
    let closes = words.get(at + 1).is_none_or(|next| next.kind == TokenKind::Sign);
    let depends = closes
        && stretch(words, at).next().is_some_and(|first| {
            words[first]
                .is(WordClass::SUBORDINATOR | WordClass::RELATIVE | WordClass::COMPLEMENTISER)
        });
    match form {
        Tag::Past if helped.is_none() => Some(Tag::Past),
        Tag::Present if helped.is_some_and(|helper| words[helper].tag != Tag::Modal) => {
            Some(Tag::Participle)
        }
        // "werde nur um ein Prozent zulegen"
        Tag::Base
            if !verbal
                && closes
                && helped.is_some_and(|helper| {
                    words[helper].tag == Tag::Modal || words[helper].is(WordClass::FUTURE)
                }) =>
        {
            Some(Tag::Base)
        }
        // "..., der krank war, aus dem Amt entfernt": its auxiliary may stand before another clause.
        Tag::Present | Tag::Base if closes && !depends => None,
        Tag::Present if helped.is_none() => Some(Tag::Present),
        // "die Vereine laden am Freitag ein": in the plural the present looks like the infinitive.
        Tag::Base if verbal && helped.is_none() && !follows_marker(words, at) => {
            let alone = !stretch(words, at).any(|other| other != at && is_finite(&words[other]));
            alone.then_some(Tag::Present)
        }
        _ => None,
    }
}

/// "135 betroffenen Kunden", "drei neue besetzte Häuser": what stands between a number or an adjective and
/// a noun is no verb.
fn is_described(words: &[Word<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &words[before]);
    let leads = |word: &Word<'_>| {
        let counts = word.tag == Tag::Number || word.tag == Tag::Adjective && !word.is_upper();
        word.timex.is_none() && counts
    };
    let noun = |word: &Word<'_>| word.timex.is_none() && word.is_upper() && word.tag.is_nominal();
    before.is_some_and(leads) && words.get(at + 1).is_some_and(noun)
}

/// "im besetzten Jena", "den besetzten Häusern": no verb stands right between a preposition, or an article in
/// a case that no subject has, and a noun.
fn is_led(words: &[Word<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &words[before]);
    let leads = before.is_some_and(|word| {
        let article = word.tag == Tag::Determiner && word.is(WordClass::OBLIQUE);
        let preposition = word.tag == Tag::Preposition
            && !word.is(WordClass::SUBORDINATOR | WordClass::SEPARABLE | WordClass::COMPARISON);
        word.timex.is_none() && (article || preposition)
    });
    let noun = words
        .get(at + 1)
        .is_some_and(|next| next.timex.is_none() && next.is_upper() && next.tag.is_nominal());
    let helps = words[at].is(WordClass::BE | WordClass::HAVE) || words[at].tag == Tag::Modal;
    leads && noun && !helps
}

/// "die geplante Reise": what stands between an article and its noun is no verb.
fn is_attribute(words: &[Word<'_>], at: usize) -> bool {
    let leads = |word: &Word<'_>| {
        word.tag.leads_noun() || matches!(word.tag, Tag::Preposition | Tag::Adverb)
    };
    let led = at > 0 && leads(&words[at - 1]);
    let noun = words.get(at + 1).is_some_and(|next| {
        next.timex.is_none() && (next.is_upper() || next.tag == Tag::Adjective)
    });
    led && noun && words[at].entry.lemma == 0
}

/// "der [von Siedlern] besetzten Stadt", "eine [heute] erschienene Studie": the article of the noun
/// behind a verb, where a phrase or an adverb that says more of the verb stands between the two. Articles
/// before `free` have their noun.
fn article_of(words: &[Word<'_>], at: usize, free: usize) -> Option<usize> {
    let next = words.get(at + 1).filter(|next| next.timex.is_none())?;
    let leads = next.is_upper() && next.kind == TokenKind::Word
        || next.tag == Tag::Adjective && words.get(at + 2).is_some_and(Word::is_upper);
    if !words[at].tag.is_verbal() || !leads {
        return None;
    }
    let noun = |at: usize| words.get(at).is_some_and(|word| word.tag.is_nominal());
    let stops = |at: usize| {
        let word = &words[at];
        let finite = matches!(word.tag, Tag::Past | Tag::Present | Tag::Modal);
        let attribute = matches!(word.tag, Tag::Adjective | Tag::Participle)
            && at > 0
            && noun(at - 1)
            && noun(at + 1);
        word.timex.is_none() && (word.kind == TokenKind::Sign || finite || attribute)
    };
    let adverbial =
        |word: &Word<'_>| matches!(word.tag, Tag::Adverb | Tag::Number) || word.timex.is_some();
    (free..at.saturating_sub(1)).rev().take_while(|&before| !stops(before)).find(|&article| {
        let between = &words[article + 1..at];
        let determines = words[article].tag == Tag::Determiner && words[article].timex.is_none();
        let phrase = between[0].tag == Tag::Preposition && between.len() > 1;
        determines && (phrase || between.iter().all(adverbial))
    })
}

fn follows_marker(words: &[Word<'_>], at: usize) -> bool {
    at > 0 && words[at - 1].is(WordClass::INFINITIVE)
}

fn is_finite(word: &Word<'_>) -> bool {
    word.tag.is_finite() && word.timex.is_none()
}

/// The auxiliary that a verb closes: before it in its stretch, or right behind it.
fn helper_of(words: &[Word<'_>], at: usize) -> Option<usize> {
    let helps = |&other: &usize| {
        let word = &words[other];
        word.is(WordClass::BE | WordClass::HAVE) && word.tag.is_verbal() || word.tag == Tag::Modal
    };
    let behind = (at + 1..words.len()).take(1).find(helps);
    let before = stretch(words, at).filter(|&other| other < at).find(helps);
    before.or(behind)
}

/// The words around one that no sign and no conjunction parts from it.
fn stretch(words: &[Word<'_>], at: usize) -> impl Iterator<Item = usize> {
    let parts = |&other: &usize| {
        let word = &words[other];
        let joins = word.is(WordClass::COORDINATOR) && word.tag == Tag::Conjunction;
        // "wurde besetzt und geräumt": what stands alone behind the conjunction shares its helper.
        let alone =
            other + 1 == at && words.get(at + 1).is_none_or(|next| next.kind == TokenKind::Sign);
        word.timex.is_none()
            && word.depth == words[at].depth
            && (matches!(word.text, "," | ";" | ":" | "–" | "—" | ".") || joins && !alone)
    };
    let first = (0..at).rev().find(parts).map_or(0, |sign| sign + 1);
    let end = (at + 1..words.len()).find(parts).unwrap_or(words.len());
    first..end
}
