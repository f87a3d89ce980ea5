//! Phrases of a clause: what a relative clause hangs on, the words around a noun, words put
//! together again.

use super::clause::{ClauseKind, Clauses};
use super::reading::{Sentence, Word};
use super::subject::{noun_phrase_before, subject};
use super::title_time::is_former;
use super::title_words::owns;
use super::verb_group::Tense;
use super::whose_place::is_reason;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// So many words behind one of its commas an enumeration has come to its conjunction.
const LONGEST_LIST: usize = 32;

/// Bytes that nearly every title has room in, of which the words of a phrase are the start.
const TITLE: usize = 96;

/// The end of the verb, with its particle, and the object of a relative clause that hangs on that:
/// "the port [which Russia had captured]".
pub(super) fn relative_object(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
) -> Option<(usize, Vec<usize>)> {
    let this = &clauses.list[clause];
    let verb = this.verb.filter(|verb| verb.is_finite() && !verb.passive)?;
    let parent = this.parent.filter(|_| this.kind == ClauseKind::Relative)?;
    let first = clauses.words(clause).find(|&at| !words[at].is_sign(","))?;
    let opener = &words[first];
    // "when" and "where" stand for no object; "that" does.
    let plain = opener.is(WordClass::RELATIVE)
        && (!opener.is(WordClass::SUBORDINATOR) || opener.is(WordClass::COMPLEMENTISER));
    let acts = subject(words, clauses, clause).first();
    // "the firm [he founded]" has no opener.
    let contact = opener.tag == Tag::Pronoun && acts == Some(&first) && !clauses.syntax.head_first;
    // "whose firm closed": nothing is missing there.
    let own = contact || acts.is_some_and(|&at| at > first) && !opener.is(WordClass::WHOSE);
    // "which they laid out in May"
    // "that he tried to send to them"
    let aim = this.inner.iter().find(|inner| {
        inner.first == verb.end && inner.tense == Tense::Infinitive && !inner.passive
    });
    let verb = aim.unwrap_or(&verb);
    let particle = words.get(verb.end).is_some_and(|next| next.tag == Tag::Particle);
    let end = verb.end + usize::from(particle);
    let next = words.get(end);
    // "whose sales hit $600 million"
    let sum = words.get(end + 1).is_some_and(|word| word.kind == TokenKind::Number);
    // "which the Senate passed 38–5"
    let tally = next.is_some_and(|next| next.kind == TokenKind::Number && next.timex.is_none())
        && words.get(end + 1).is_some_and(|dash| dash.is(WordClass::DASH))
        && words.get(end + 2).is_some_and(|next| next.kind == TokenKind::Number);
    let bare = tally
        || next.is_none_or(|next| {
            next.kind == TokenKind::Sign && !sum
                || next.timex.is_some()
                || next.tag == Tag::Preposition
        });
    // "which the grant was meant for", "the club he walked out of": what it hangs on is no object.
    let strands = particle && words[verb.head].is(WordClass::MOTION)
        || next.is_some_and(|next| next.tag == Tag::Preposition)
            && words.get(end + 1).is_none_or(|next| {
                // "which it sold for $10"
                let sum = words.get(end + 2).is_some_and(|next| next.kind == TokenKind::Number);
                next.kind == TokenKind::Sign && !sum
                    || next.tag == Tag::Preposition
                    || next.tag.is_verbal()
            });
    let object = noun_phrase_before(words, clauses, parent, clauses.extent(clause).0);
    if clauses.syntax.verb_second {
        let object = headline_object(words, object);
        let open = plain && takes_object(words, clauses, clause, first) && !object.is_empty();
        return open.then_some((verb.end, object));
    }
    // "the decision that sanctions would enter into force": unlike "the decision that they took" the
    // clause lacks no object.
    let content = opener.is(WordClass::COMPLEMENTISER)
        && !words[verb.head].is(WordClass::LIGHT)
        && object.last().is_some_and(|&noun| words[noun].is(WordClass::CONTENT));
    // "that they might be alive, which the navy confirmed": it stands for no noun.
    let noun = object.last().is_some_and(|&last| words[last].tag.is_nominal());
    let fits = (plain || contact) && own && bare && !content;
    // "the plan that they agreed on [in May]"
    (fits && noun).then_some((end + usize::from(strands), object))
}

/// "decided, in 1978, [to forgo it]": where a clause goes on behind a time between commas that stands right
/// behind its verb, which ends before a word.
pub(super) fn behind_time_set_off(words: &[Word<'_>], end: usize) -> Option<usize> {
    let comma = |at: usize| words[at].is_sign(",") && words[at].timex.is_none();
    words.get(end).filter(|_| comma(end))?;
    let close =
        (end + 1..words.len()).find(|&at| words[at].timex.is_none() && !leads_time(words, at))?;
    let timed = words[close - 1].timex.is_some();
    (comma(close) && timed && close + 1 < words.len()).then_some(close + 1)
}

/// Whether a preposition stands right before a time.
pub(super) fn leads_time(words: &[Word<'_>], at: usize) -> bool {
    words[at].tag == Tag::Preposition && words.get(at + 1).is_some_and(|next| next.timex.is_some())
}

/// "den der Rat im Mai [vorstellte]": whether the word that opens a relative clause is the object of
/// the verb that closes it, which has no other one.
fn takes_object(words: &[Word<'_>], clauses: &Clauses, clause: usize, opener: usize) -> bool {
    let Some(verb) = clauses.list[clause].verb else { return false };
    let own = subject(words, clauses, clause);
    let Some(&last) = own.last().filter(|&&at| at > opener) else { return false };
    let mut led = false;
    let others = (last + 1..verb.head).any(|at| {
        let word = &words[at];
        led |= word.tag == Tag::Preposition;
        let other = word.tag.is_nominal() && word.timex.is_none() && !led;
        led &= !word.tag.is_nominal();
        other
    });
    let reflexive = words[last + 1..verb.head].iter().any(|word| word.tag == Tag::Pronoun);
    verb.end > last && !others && !reflexive
}

/// A noun phrase without the article, whose case would be another one.
fn headline_object(words: &[Word<'_>], mut phrase: Vec<usize>) -> Vec<usize> {
    let small = |&&at: &&usize| matches!(words[at].tag, Tag::Determiner | Tag::Possessive);
    let articles = phrase.iter().take_while(small).count();
    phrase.drain(..articles);
    phrase
}

/// Whether a word can stand in a noun phrase that no preposition and no time parts.
pub(super) fn is_of_phrase(word: &Word<'_>) -> bool {
    word.timex.is_none() && (word.tag.is_nominal() || word.tag.leads_noun())
}

/// Whether a comma stands between the parts of an enumeration: a conjunction follows the next one.
pub(super) fn is_list_comma(words: &[Word<'_>], comma: usize) -> bool {
    let rest = &words[comma + 1..];
    // "in Lund, Norway, a bus and a car collided": a place that a preposition leads goes on no list.
    if rest.first().is_some_and(|word| word.is(WordClass::INDEFINITE)) && comma > 0 {
        let place =
            |word: &&Word<'_>| word.is_upper() && word.tag == Tag::Name || word.is_sign(",");
        let length = words[..comma].iter().rev().take_while(place).count();
        let led = words[..comma - length].last();
        if length > 0 && led.is_some_and(|led| led.is(WordClass::PLACE_ONLY)) {
            return false;
        }
    }
    let next = rest
        .iter()
        .take(LONGEST_LIST)
        .position(|w| w.is(WordClass::COORDINATOR) && w.tag == Tag::Conjunction);
    // "Martonyi of Hungary and Kavan"
    let links_names = |at: usize| {
        rest[at].is(WordClass::NAME_LINK)
            && at > 0
            && rest[at - 1].is_upper()
            && rest.get(at + 1).is_some_and(Word::is_upper)
    };
    // "Orr, the mayor and owner, lost": a comma before the verb closes what says who that is.
    let article =
        rest.first().is_some_and(|word| word.is(WordClass::ARTICLE | WordClass::INDEFINITE));
    let closed = next.filter(|_| article).is_some_and(|next| {
        let last = rest[next + 1..].iter().take_while(|word| is_of_phrase(word)).count();
        let end = next + 1 + last;
        let one = !rest[..next].iter().any(|word| word.is_sign(","));
        one && last > 0
            && rest.get(end).is_some_and(|word| word.is_sign(",") && word.timex.is_none())
            && rest.get(end + 1).is_some_and(|word| word.tag.is_finite())
    });
    // "Orr, ill and discredited, left": what somebody was is no list.
    let quality =
        |word: &Word<'_>| matches!(word.tag, Tag::Adjective | Tag::Adverb | Tag::Participle);
    let described = next.is_some_and(|next| {
        let second = rest[next + 1..].iter().take_while(|word| quality(word)).count();
        let ended = rest.get(next + 1 + second).is_some_and(|word| word.is_sign(","));
        next > 0 && second > 0 && ended && rest[..next].iter().all(quality)
    });
    next.filter(|_| !closed && !described).is_some_and(|next| {
        rest[..next].iter().enumerate().all(|(at, w)| {
            w.timex.is_none()
                && (w.tag.is_nominal()
                    || w.is_sign(",")
                    || links_names(at)
                    || matches!(w.tag, Tag::Adjective | Tag::Determiner | Tag::Number))
        })
    })
}

/// "a new, cheap pump", "a six-year, 22 million dollar deal": whether a comma parts two adjectives, or what says as much,
/// of the noun behind.
pub(super) fn parts_adjectives(words: &[Word<'_>], comma: usize) -> bool {
    let says_how = |word: &Word<'_>| {
        matches!(word.tag, Tag::Adjective | Tag::Number) && word.timex.is_none() && !word.is_upper()
    };
    let long = |word: &Word<'_>| word.timex.is_some() && word.text.contains('-');
    let [.., article, before] = &words[..comma] else { return false };
    let led = matches!(article.tag, Tag::Determiner | Tag::Possessive | Tag::Genitive);
    let count = words[comma + 1..].iter().take_while(|word| says_how(word)).count();
    led && (says_how(before) || long(before))
        && count > 0
        && words.get(comma + 1 + count).is_some_and(|noun| {
            noun.timex.is_none() && matches!(noun.tag, Tag::Noun | Tag::Nouns | Tag::Name)
        })
}

/// "deaths from Friday's fire", "met after Friday's attack": whether what a time owns that starts at
/// a word only says more of what stands before it, and is not when that was.
pub(super) fn hangs_on_noun(words: &[Word<'_>], first: usize) -> bool {
    let led = first.checked_sub(1).map(|at| &words[at]);
    let Some(preposition) = led.filter(|word| word.tag == Tag::Preposition) else { return false };
    let noun = first.checked_sub(2).map(|at| &words[at]);
    let plain = noun.is_some_and(|noun| !noun.tag.is_verbal() && noun.kind != TokenKind::Sign);
    preposition.timex.is_none()
        && !preposition.is(WordClass::PLACE_ONLY)
        && (plain || is_reason(preposition))
}

/// Whether a word belongs to a time that owns something which only says more of a noun before it:
/// "deaths from [Friday's] fire".
pub(super) fn is_owning_time(words: &[Word<'_>], at: usize) -> bool {
    let last = if words[at].tag == Tag::Genitive { at.checked_sub(1) } else { Some(at) };
    let Some((last, timex)) = last.and_then(|last| Some((last, words[last].timex?))) else {
        return false;
    };
    let own = |at: &usize| words[*at].timex == Some(timex);
    let end = (last..words.len()).find(|at| !own(at));
    let first = (0..=last).rev().take_while(own).last().unwrap_or(last);
    end.is_some_and(|end| words[end].tag == Tag::Genitive) && hangs_on_noun(words, first)
}

/// "the Dover, Del., airport": the word behind the second comma, where the first one sets off where the
/// place lies that says more of the noun behind.
pub(super) fn place_aside(words: &[Word<'_>], comma: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    let name = |at: usize| words[at].is_upper() && words[at].timex.is_none();
    if !words[comma].is_sign(",") || !comma.checked_sub(1).is_some_and(name) {
        return None;
    }
    let behind = words.get(comma + 1..(comma + 1 + LONGEST).min(words.len()))?;
    let inside = behind.iter().take_while(|word| word.is_upper() || word.is_sign(".")).count();
    let close = comma + 1 + inside;
    let closed = inside > 0 && name(comma + 1) && words.get(close)?.is_sign(",");
    let noun = words.get(close + 1).is_some_and(|next| {
        !next.is_upper() && (next.tag.is_nominal() || next.tag == Tag::Adjective)
    });
    let first = (0..comma).rev().take_while(|&at| name(at)).last()?;
    let led = first.checked_sub(1).is_some_and(|at| {
        words[at].tag == Tag::Determiner || words[at].tag == Tag::Adjective && words[at].depth == 0
    });
    (closed && noun && led).then_some(close + 1)
}

/// Whether a word sets an apposition off: a comma or a dash.
pub(super) fn sets_off(word: &Word<'_>) -> bool {
    word.is_sign(",") || word.is(WordClass::DASH) && word.timex.is_none()
}

/// Whether a word is a quotation mark.
pub(super) fn is_quotation_mark(word: &Word<'_>) -> bool {
    matches!(word.text, "\"" | "“" | "”" | "„" | "«" | "»")
}

/// Whether a preposition leads a relative pronoun: "with whom".
pub(super) fn leads_relative(words: &[Word<'_>], at: usize) -> bool {
    let next = words.get(at + 1);
    words[at].tag == Tag::Preposition && next.is_some_and(|next| next.is(WordClass::RELATIVE))
}

/// The noun phrase around a noun: what stands before it, and the phrases that hang on it.
pub(super) fn around(words: &[Word<'_>], clauses: &Clauses, noun: usize) -> Vec<usize> {
    let clause = clauses.owner[noun];
    let mut first = noun;
    while let Some(before) = first.checked_sub(1) {
        let word = &words[before];
        let fits = word.timex.is_some()
            || word.tag.is_nominal()
            || word.tag.leads_noun()
            || matches!(word.tag, Tag::Participle | Tag::Gerund)
                && clauses.list[clause].verb.is_none_or(|g| before < g.first || before >= g.end)
            || word.text == "-";
        // "Following yesterday's announcement": what a time owns goes without it.
        let owns = word.tag == Tag::Genitive && before > 0 && words[before - 1].timex.is_some();
        if !fits || owns || word.depth > 0 || clauses.owner[before] != clause {
            break;
        }
        first = before;
    }
    // "at least 5 storms"
    let bounds = first < noun
        && !words[first].tag.is_nominal()
        && words[first].is(WordClass::RANK)
        && words[first + 1].tag == Tag::Number
        && first > 0
        && words[first - 1].tag == Tag::Preposition;
    let first = first - usize::from(bounds);
    let kept = |&at: &usize| words[at].timex.is_none() || is_former(words, at);
    let mut out: Vec<usize> = (first..=noun).filter(kept).collect();
    let mut skip_to = noun + 1;
    let plain = !clauses.syntax.verb_second && !clauses.syntax.head_first;
    // "After years of war, the French and Dutch welcomed": that comma ends what stands in front.
    let in_front = clauses.list[clause].verb.is_some_and(|verb| verb.first > noun)
        && clauses.words(clause).next().is_some_and(|at| words[at].tag == Tag::Preposition);
    for at in noun + 1..words.len() {
        let word = &words[at];
        skip_to = place_aside(words, at).unwrap_or(skip_to);
        if at < skip_to {
            continue;
        }
        // "a decline in fourth-quarter earnings": such a time only says more of a noun.
        let inside = word.timex.is_some()
            && !clauses.syntax.head_first
            && out.last().is_some_and(|&last| {
                words[last].tag == Tag::Preposition
                    || word.timex == words[at - 1].timex && words[at - 1].timex.is_some()
            })
            && (at..words.len()).find(|&next| words[next].timex != word.timex).is_some_and(
                |next| {
                    matches!(words[next].tag, Tag::Noun | Tag::Nouns) && words[next].timex.is_none()
                },
            );
        if inside {
            continue;
        }
        // "a tour of three suspected sites"
        let modifies = word.tag == Tag::Participle
            && words[at - 1].tag.leads_noun()
            && words.get(at + 1).is_some_and(|next| next.tag.is_nominal());
        let goes_on = || {
            word.tag.is_nominal()
                || is_of_sum(words, at)
                || word.is_sign(",") && is_list_comma(words, at) && !in_front
                || owns(words, at)
        };
        // "at the festival [the jury could not choose]"
        let other = plain
            && (matches!(word.tag, Tag::Determiner | Tag::Possessive) || word.is_personal())
            && words[at - 1].tag.is_nominal();
        // "At the general election [Orr stood]"
        let acts = word.tag == Tag::Name
            && words[at - 1].tag == Tag::Noun
            && !words[at - 1].is_upper()
            && words[at - 1].entry.noun.is_some()
            && !words[at - 1].is(WordClass::ROLE)
            && clauses.list[clause].verb.is_some_and(|verb| {
                verb.first > at && words[at..verb.first].iter().all(Word::is_upper)
            });
        let ends = other
            || acts
            || word.depth > 0
            || word.kind == TokenKind::Sign && !goes_on()
            || word.tag.is_verbal() && !modifies
            || word.timex.is_some()
            || clauses.owner[at] != clause
            || word.is(WordClass::RELATIVE);
        if ends {
            break;
        }
        out.push(at);
    }
    // "Der genaue Zeitpunkt": where the form of an adjective goes with the article, it stays.
    let inflected =
        clauses.syntax.verb_second && out.get(1).is_some_and(|&at| words[at].tag == Tag::Adjective);
    while out.first().is_some_and(|&at| {
        matches!(words[at].tag, Tag::Determiner | Tag::Genitive) && !inflected
            || words[at].text == "-"
    }) {
        out.remove(0);
    }
    // "a meeting later [on Monday]"
    trim_end(words, &mut out);
    // "Hostilities also [broke out]", "Talks due [to be held]"
    while out.len() > 1
        && out.last().is_some_and(|&at| {
            words[at].tag == Tag::Adverb || words[at].is(WordClass::PLAN) && at > noun
        })
    {
        out.pop();
    }
    trim_end(words, &mut out);
    out
}

/// "$5 million", "3%": whether a sign is glued to the number that it goes with.
fn is_of_sum(words: &[Word<'_>], at: usize) -> bool {
    let sign = !matches!(words[at].text, "(" | ")" | "[" | "]" | "-" | "," | "." | ":" | ";" | "/")
        && !words[at].is(WordClass::DASH);
    let number = |at: usize| words.get(at).is_some_and(|word| word.kind == TokenKind::Number);
    let glued = |at: usize| words[at].span().end == words[at + 1].span().start;
    let before = number(at + 1) && glued(at);
    let behind = at > 0 && number(at - 1) && glued(at - 1) && words[at].text == "%";
    sign && (before || behind)
}

/// Takes words off the end that cannot end a phrase.
pub(super) fn trim_end(words: &[Word<'_>], phrase: &mut Vec<usize>) {
    while let Some(&last) = phrase.last() {
        let word = &words[last];
        let dangles = matches!(
            word.tag,
            Tag::Preposition
                | Tag::Determiner
                | Tag::Conjunction
                | Tag::Possessive
                | Tag::Genitive
                | Tag::To
                | Tag::Relative
                | Tag::Modal
                | Tag::Punctuation
        ) || word.kind == TokenKind::Sign;
        let dangles = dangles && word.text != "%" || word.is(WordClass::COORDINATOR);
        let genitive = word.tag == Tag::Genitive;
        // "was named after her": what looks like "her name" stands for her.
        let pronoun = word.tag == Tag::Possessive
            && words[last + 1..]
                .iter()
                .find(|next| next.timex.is_none())
                .is_none_or(|next| next.kind == TokenKind::Sign || next.tag == Tag::Preposition);
        // "not only", "no longer" without what they go with.
        let negates = word.tag == Tag::Adverb
            && phrase.len() > 2
            // "gibt es nicht mehr": there it is told.
            && words.get(last + 1).is_some_and(|next| next.text != ".")
            && words[phrase[phrase.len() - 2]].is(WordClass::NEGATION)
            && !words[phrase[phrase.len() - 3]].tag.is_verbal();
        if negates {
            phrase.truncate(phrase.len() - 2);
            continue;
        }
        // "in 1659 and again in 1673" without its times.
        let joined = word.tag == Tag::Adverb
            && phrase.len() > 1
            && words[phrase[phrase.len() - 2]].is(WordClass::COORDINATOR);
        // "went on in May": in front of another preposition it belongs to the verb.
        let particle = word.tag == Tag::Preposition
            && !word.is(WordClass::SUBORDINATOR)
            && last > 0
            && words[last - 1].tag.is_verbal()
            && words.get(last + 1).is_some_and(|next| {
                // "dragged on until 1998", but "lasted for over ten years"
                let joins = WordClass::COMPLEMENTISER | WordClass::SUBORDINATOR;
                next.tag == Tag::Preposition
                    && next.timex.is_none()
                    && (!next.is(joins) || leads_time(words, last + 1))
            });
        // "none of this": there it stands for something.
        let stands = word.tag == Tag::Determiner
            && word.is(WordClass::DEMONSTRATIVE)
            && words.get(last + 1).is_none_or(|next| {
                next.tag.is_verbal() && next.tag != Tag::Participle || next.kind == TokenKind::Sign
            });
        if !dangles && !joined || pronoun || particle || stands {
            break;
        }
        phrase.pop();
        if genitive {
            phrase.pop();
        }
    }
}

/// Words as running text: single spaces, none where the source has none.
pub(super) fn join(sentence: &Sentence<'_>, at: &[usize]) -> String {
    let mut out = String::with_capacity(TITLE);
    join_to(&mut out, sentence, at);
    out
}

/// Adds words as running text.
pub(super) fn join_to(out: &mut String, sentence: &Sentence<'_>, at: &[usize]) {
    let mut last: Option<usize> = None;
    let mut quoted = false;
    for &i in at {
        let word = &sentence.words[i];
        // "the 'old guard'": an apostrophe that opens a quotation, and the one that closes it.
        if matches!(word.text, "'" | "‘" | "’") {
            let apart = i == 0 || sentence.words[i - 1].span().end < word.span().start;
            if apart || quoted {
                quoted = apart;
                continue;
            }
        }
        let glued = last.is_some_and(|before| {
            before + 1 == i && sentence.words[before].span().end == word.span().start
        });
        // "a .38-caliber revolver"
        let next = sentence.words.get(i + 1);
        let opens = word.text == "."
            && next.is_some_and(|next| next.span().start == word.span().end)
            && i > 0
            && sentence.words[i - 1].span().end < word.span().start;
        let closes = matches!(word.tag, Tag::Genitive)
            || matches!(word.text, "," | ")" | "." | "%") && !opens;
        if last.is_some() && !glued && !closes {
            out.push(' ');
        }
        out.push_str(word.text);
        last = Some(i);
    }
}
