//! What stands between the two parts of a verb, or behind one that stands second: an object may stand
//! there behind all that can be left out of a title.

use super::clause::Clauses;
use super::free_subject::attribute_behind;
use super::reading::Word;
use super::title_verb::closing;
use super::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// Leaves out of what belongs to a verb that stands second what does not fit: adverbs, then the phrases with a
/// preposition that stand farthest from what closes the clause; of an infinitive behind a comma too.
pub(super) fn fit_bracket(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    phrase: &mut Vec<usize>,
    limit: usize,
) {
    let group = clauses.list[clause].verb.filter(|_| clauses.syntax.verb_second);
    if group.is_some() {
        drop_aside(words, phrase);
    }
    let Some(group) = group.filter(|_| count(words, phrase) > limit) else { return };
    if let Some((comma, start)) = aim(words, clauses, clause, phrase) {
        match comma {
            // "schloss sich an, [um ihn zu stützen]"
            Some(comma) if is_aside(&words[phrase[comma + 1]]) => phrase.truncate(comma),
            Some(comma) => return fit_aim(words, phrase, (comma, start), limit),
            None => {
                let room = limit.saturating_sub(1 + count(words, &phrase[start..]));
                if let Some(middle) = fitting(words, &phrase[1..start], room) {
                    phrase.splice(1..start, middle);
                }
                return;
            }
        }
    }
    let last = closing(words, clauses, clause, &group);
    let to = match last {
        Some(last) => phrase.iter().position(|&at| at == last).unwrap_or(phrase.len()),
        None => phrase.len(),
    };
    // "genehmigt worden", "finanziert werden"
    let verbal = |&&at: &&usize| words[at].tag.is_verbal();
    let tail = phrase[to..].iter().take_while(verbal).count();
    let end = phrase.len().min(to + tail.max(usize::from(last.is_some())));
    let closes = if last.is_some() { count(words, &phrase[to..end]).max(1) } else { 0 };
    let room = limit.saturating_sub(1 + closes);
    let lone = last.is_some() || phrase.first() == Some(&group.head) && is_plain(words, phrase);
    if to < 2 || !lone || count(words, &phrase[end..]) > 0 || count(words, &phrase[1..to]) <= room {
        return;
    }
    let Some(middle) = fitting(words, &phrase[1..to], room) else { return };
    // "freuten sich" alone says nothing.
    if last.is_none() && !middle.iter().any(|&at| words[at].tag.is_nominal()) {
        return;
    }
    let closing: Vec<usize> = phrase[to..end].to_vec();
    phrase.truncate(1);
    phrase.extend(middle);
    phrase.extend(closing);
    if to == end {
        phrase.extend(last);
    }
}

/// "soll [– trotz allem –] kommen": leaves out what two dashes set off.
fn drop_aside(words: &[Word<'_>], phrase: &mut Vec<usize>) {
    let dash = |&at: &usize| matches!(words[at].text, "–" | "—");
    if let Some(open) = phrase.iter().position(dash)
        && let Some(to) = phrase[open + 1..].iter().position(dash)
    {
        phrase.drain(open..=open + 1 + to);
    }
}

/// Whether nothing parts the phrases behind a verb.
fn is_plain(words: &[Word<'_>], phrase: &[usize]) -> bool {
    let parts = |&at: &usize| matches!(words[at].text, "," | ":" | "?" | "!" | "." | "–");
    let end = phrase.iter().rposition(|at| !parts(at)).unwrap_or(0);
    !phrase[..end].iter().any(parts)
}

/// Whether a word opens an infinitive that says more of what the verb tells, and no part of that.
fn is_aside(word: &Word<'_>) -> bool {
    word.tag == Tag::Conjunction
        || word.is(WordClass::PURPOSE | WordClass::SUBORDINATOR | WordClass::COMPARISON)
}

/// Where an infinitive starts that closes a phrase and depends on its verb, and where the comma stands that parts
/// them, if one does: "hat versucht[,] die Schulden [zu] zahlen".
fn aim(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    phrase: &[usize],
) -> Option<(Option<usize>, usize)> {
    let comma = phrase.iter().rposition(|&at| words[at].is_sign(","));
    let from = comma.map_or(1, |comma| comma + 1);
    let aims = |inner: &&VerbGroup| {
        inner.tense == Tense::Infinitive && phrase[from..].contains(&inner.first)
    };
    let inner = clauses.list[clause].inner.iter().find(aims)?;
    let start = phrase.iter().position(|&at| at == inner.first)?;
    (count(words, &phrase[start..]) <= inner.end - inner.first).then_some((comma, start))
}

/// Fits a verb and the infinitive that depends on it; where neither can be cut, the infinitive goes.
fn fit_aim(
    words: &[Word<'_>],
    phrase: &mut Vec<usize>,
    (comma, start): (usize, usize),
    limit: usize,
) {
    let closes = count(words, &phrase[start..]);
    let mut front: Vec<usize> = phrase[..comma].to_vec();
    for cut in [false, true] {
        if cut {
            // "verzichtete erneut [darauf], einen Plan": that leads on.
            let leads = |part: &Part| part.words.contains(&phrase[comma - 1]);
            let parts = parts(words, &phrase[1..comma]);
            let kept = parts.into_iter().filter(|part| !part.loose || leads(part));
            let kept = kept.flat_map(|part| part.words);
            front = phrase.first().copied().into_iter().chain(kept).collect();
        }
        let room = limit.saturating_sub(count(words, &front) + closes);
        if let Some(middle) = fitting(words, &phrase[comma + 1..start], room) {
            let aim = phrase[start..].to_vec();
            front.push(phrase[comma]);
            front.extend(middle);
            front.extend(aim);
            *phrase = front;
            return;
        }
    }
    phrase.truncate(comma);
}

fn count(words: &[Word<'_>], part: &[usize]) -> usize {
    part.iter().filter(|&&at| words[at].kind != TokenKind::Sign).count()
}

/// As much of some phrases as there is room for, if there is for what a title cannot do without.
fn fitting(words: &[Word<'_>], phrases: &[usize], room: usize) -> Option<Vec<usize>> {
    let mut parts = parts(words, phrases);
    let mut kept: Vec<bool> = parts.iter().map(|part| !part.loose).collect();
    let used = |kept: &[bool], parts: &[Part]| {
        let parts = parts.iter().zip(kept).filter(|(_, kept)| **kept);
        parts.map(|(part, _)| count(words, &part.words)).sum::<usize>()
    };
    if used(&kept, &parts) > room {
        let counts = |part: &Part| part.words.iter().any(|&at| words[at].tag == Tag::Number);
        for part in parts.iter_mut().filter(|part| !part.loose && !counts(part)) {
            shorten(words, &mut part.words);
        }
    }
    if used(&kept, &parts) > room {
        return None;
    }
    for at in by_weight(words, &parts) {
        let left = room - used(&kept, &parts).min(room);
        if !kept[at] && count(words, &parts[at].words) > left {
            shorten(words, &mut parts[at].words);
        }
        kept[at] |= count(words, &parts[at].words) <= left;
    }
    // "im Norden und [im Süden]"
    for (at, part) in parts.iter_mut().enumerate() {
        let joins = |&last: &usize| words[last].is(WordClass::COORDINATOR);
        if part.words.last().is_some_and(joins) && !kept.get(at + 1).is_some_and(|&kept| kept) {
            part.words.pop();
        }
    }
    let kept = parts.iter().zip(&kept).filter(|(_, kept)| **kept);
    Some(kept.flat_map(|(part, _)| part.words.iter().copied()).collect())
}

/// A phrase, and whether a title can do without it.
struct Part {
    loose: bool,
    words: Vec<usize>,
}

/// "mit dem Projekt für den Bahnhof": a phrase without what says more of its first noun.
fn shorten(words: &[Word<'_>], part: &mut Vec<usize>) {
    let more = (2..part.len()).find(|&i| {
        words[part[i]].is(WordClass::NAME_LINK | WordClass::GENITIVE_ARTICLE)
            && words[part[i - 1]].tag.is_nominal()
            && words[part[i - 1]].tag != Tag::Name
            && !words[part[i - 1]].is(WordClass::MEASURE)
    });
    part.truncate(more.unwrap_or(part.len()));
}

/// The phrases with a preposition, by how much the verb needs them: from the one next to it to the
/// farthest. Of several in a row of which the last names a place, those go first that name none, as
/// the rest may only say more of them: "mit dem Projekt für den Bahnhof in der Au befasst".
fn by_weight(words: &[Word<'_>], parts: &[Part]) -> Vec<usize> {
    // "unter anderem" leads to nothing.
    let led = |at: usize| {
        words[parts[at].words[0]].tag == Tag::Preposition
            && parts[at].words.iter().any(|&at| words[at].tag.is_nominal())
    };
    let place = |at: usize| words[parts[at].words[0]].is(WordClass::PLACE_PREPOSITION);
    let row = (0..parts.len()).rev().take_while(|&at| led(at)).count();
    let mut out: Vec<usize> = (0..parts.len()).rev().filter(|&at| led(at)).collect();
    if row > 1 && words[parts[parts.len() - 1].words[0]].is(WordClass::PLACE_ONLY) {
        out[..row].sort_by_key(|&at| (place(at), at));
    }
    out
}

/// The phrases that stand one behind the other, and whether a title can do without them.
fn parts(words: &[Word<'_>], phrase: &[usize]) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    let mut inner_to = 0;
    for (i, &at) in phrase.iter().enumerate() {
        let word = &words[at];
        // "das [mit dem Rat] geschlossene Abkommen"
        let before = out.last().and_then(|part: &Part| part.words.last()).map(|&at| &words[at]);
        let inside = word.tag == Tag::Preposition
            && before.is_some_and(|before| before.tag == Tag::Determiner);
        if inside {
            inner_to = inner_to.max(attribute_behind(words, at));
        }
        if at < inner_to {
            continue;
        }
        let behind_noun = before.is_some_and(|before| before.tag.is_nominal());
        // "in Bezug auf"
        let phrasal = before.is_some_and(|before| before.is(WordClass::PHRASAL));
        let linked =
            behind_noun && (word.is(WordClass::NAME_LINK | WordClass::GENITIVE_ARTICLE) || phrasal);
        let opens = match word.tag {
            Tag::Preposition => !linked,
            // "um rund ein Fünftel", "mit sehr großer Mehrheit"
            Tag::Adverb => !before
                .is_some_and(|before| before.tag.leads_noun() || before.tag == Tag::Preposition),
            // "hatte bereits seine Prognosen"
            Tag::Determiner | Tag::Possessive | Tag::Number => {
                behind_noun && !linked
                    || out.last().is_some_and(|part| {
                        part.words.len() == 1
                            && matches!(words[part.words[0]].tag, Tag::Adverb | Tag::Adjective)
                    })
            }
            Tag::Pronoun => true,
            // "vor dem Ausbruch [große Vorteile]", "in Wien [Gespräche]"
            Tag::Adjective if behind_noun && !word.is_upper() => true,
            _ => {
                let alone = out.last().is_some_and(|part| part.words.len() == 1);
                alone && before.is_some_and(|before| before.tag == Tag::Adverb)
            }
        };
        if opens || out.is_empty() {
            let adverb = word.tag == Tag::Adverb && !word.is(WordClass::NEGATION);
            // "war nach seinen Angaben [früh] über den Plan informiert"
            let next = phrase.get(i + 1).map(|&next| &words[next]);
            let how = word.tag == Tag::Adjective
                && next.is_some_and(|next| matches!(next.tag, Tag::Preposition | Tag::Determiner));
            let loose = word.tag == Tag::Preposition || adverb || how;
            out.push(Part { loose, words: vec![at] });
        } else if let Some(part) = out.last_mut() {
            part.words.push(at);
        }
    }
    out
}
