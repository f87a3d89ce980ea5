//! Taking off a phrase what a cut, or a time that was left out, leaves hanging.

use super::cutting_point::{before_name, before_pair, before_relation};
use super::phrase::{is_list_comma, leads_time, trim_end};
use super::reading::Word;
use super::split_verb::{drop_split_aim, drop_split_verb};
use super::title_time::{is_lone_adjective, is_onward};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// Cuts a phrase to a number of words, at the start of one of its phrases. Gives whether it had to
/// cut inside one.
pub(super) fn fit(words: &[Word<'_>], phrase: &mut Vec<usize>, limit: usize) -> bool {
    // A dash between two words is read as one.
    let apart = |at: usize| {
        words[at].is(WordClass::DASH) && at > 0 && words[at - 1].span().end < words[at].span().start
    };
    let counts = |at: usize| {
        (words[at].kind != TokenKind::Sign || apart(at)) && words[at].tag != Tag::Genitive
    };
    // "isn't", "$5m": what is written together is one word.
    let glued = |i: usize| {
        let (Some(before), at) = (i.checked_sub(1).map(|i| phrase[i]), phrase[i]) else {
            return false;
        };
        before + 1 == at
            && words[before].kind != TokenKind::Sign
            && words[before].span().end == words[at].span().start
    };
    let joins = |at: usize| words[at].is(WordClass::COORDINATOR | WordClass::SUBORDINATOR);
    let mut count = 0;
    let mut is_over = |i: usize| {
        count += usize::from(counts(phrase[i]) && !glued(i));
        count > limit
    };
    let long = phrase.len() > limit;
    let cut = long.then(|| (0..phrase.len()).position(&mut is_over)).flatten();
    let mut split = false;
    if let Some(cut) = cut {
        let boundary = (1..=cut).rev().find(|&i| {
            let word = &words[phrase[i]];
            // "a series of attacks [collectively known]": there the phrase is whole.
            let whole = i == cut
                && words[phrase[i - 1]].tag.is_nominal()
                && !phrase[..i].iter().any(|&at| words[at].is_sign(","))
                && (matches!(word.tag, Tag::Adverb | Tag::Participle)
                    // "signed into law a bill [allowing it]"
                    || word.tag == Tag::Gerund && !phrase[..i].iter().any(|&at| joins(at)))
                && word.timex.is_none();
            // "How to Curse"
            let named = word.tag == Tag::To
                && words[phrase[i - 1]].is_upper()
                && words.get(phrase[i] + 1).is_some_and(Word::is_upper);
            whole
                || !named
                    && matches!(
                        word.tag,
                        Tag::Preposition | Tag::To | Tag::Conjunction | Tag::Relative
                    )
                || word.is_sign(",")
        });
        let boundary = boundary.map(|at| before_pair(words, phrase, at));
        let link = |at: usize| words[phrase[at]].is(WordClass::NAME_LINK);
        let boundary = boundary.map(|at| before_relation(words, phrase, at));
        let boundary = boundary.filter(|&at| at >= cut / 3);
        split = boundary.is_none_or(link);
        phrase.truncate(boundary.unwrap_or_else(|| before_name(words, phrase, cut)));
    }
    trim_end(words, phrase);
    if cut.is_some() {
        drop_split_verb(words, phrase);
        split |= drop_split_aim(words, phrase);
    }
    drop_split_list(words, phrase);
    drop_split_phrase(words, phrase);
    drop_split_comparison(words, phrase);
    // "plans to create more [than ten jobs]"
    if cut.is_some() {
        drop_split_verb(words, phrase);
    }
    split
}

/// Takes off the start of a phrase whose rest was cut off: "collectively known [as]", "more
/// [than]", "out of most [of the land]", "attacks such [as]".
fn drop_split_comparison(words: &[Word<'_>], phrase: &mut Vec<usize>) {
    while phrase.len() > 2
        && let Some(&last) = phrase.last()
        && let Some(next) = words.get(last + 1)
        && next.timex.is_none()
    {
        let before = &words[phrase[phrase.len() - 2]];
        // "less than $4 million"
        let behind = |at: usize| words.get(at).is_some_and(|word| word.tag == Tag::Number);
        let sign = words.get(last + 2).is_some_and(|word| word.kind == TokenKind::Sign);
        let compares = next.is(WordClass::COMPARISON)
            && !words[last].tag.is_nominal()
            && behind(last + 2 + usize::from(sign));
        let modifies = matches!(words[last].tag, Tag::Adverb | Tag::Adjective);
        // "of $20 million of goodwill" is whole.
        let sum = words[last].tag == Tag::Number
            && (before.tag == Tag::Number || before.kind == TokenKind::Sign);
        let amount = next.is(WordClass::NAME_LINK)
            && (matches!(words[last].tag, Tag::Number | Tag::Determiner) && !sum
                || modifies && before.tag == Tag::Preposition);
        // "became very dry [after 1990]" lacks nothing.
        let participle = matches!(words[last].tag, Tag::Participle | Tag::Adjective)
            && next.is(WordClass::SUBORDINATOR)
            && !leads_time(words, last + 1)
            && (before.tag.is_nominal()
                || before.tag == Tag::Adverb && !before.is(WordClass::QUALIFYING));
        // "acquire up [to 30 percent]"
        let bound = matches!(next.tag, Tag::To | Tag::Preposition)
            && !words[last].tag.is_nominal()
            && !words[last].tag.is_verbal()
            && (words[last].tag != Tag::Number || next.tag == Tag::To)
            && words
                .get(last + 2)
                .is_some_and(|word| word.tag == Tag::Number && word.timex.is_none());
        // "failed due [to a want of money]"
        let owing = next.is(WordClass::TARGET)
            && words[last].is(WordClass::PLAN)
            && words[last].tag == Tag::Adjective
            && (before.tag.is_nominal() || matches!(before.tag, Tag::Past | Tag::Participle))
            && !before.is(WordClass::BE);
        if !(compares || amount || participle || bound || owing) {
            break;
        }
        phrase.pop();
        if phrase.last().is_some_and(|&at| words[at].tag == Tag::Adverb && at + 1 == last) {
            phrase.pop();
        }
        trim_end(words, phrase);
    }
}

/// Takes off the start of a noun phrase whose noun was cut off: "outside the embassies in the
/// Kenyan", "the genocide of more".
fn drop_split_phrase(words: &[Word<'_>], phrase: &mut Vec<usize>) {
    const LEAST: usize = 2;
    let modifies = |word: &Word<'_>| matches!(word.tag, Tag::Adjective | Tag::Number);
    while phrase.len() > LEAST
        && let Some(&last) = phrase.last()
        && modifies(&words[last])
        && behind_quote(words, last).is_some_and(|next| {
            // "from his small, neighbourhood store"
            if next.is_sign(",") {
                let led = matches!(
                    words[phrase[phrase.len() - 2]].tag,
                    Tag::Determiner | Tag::Possessive | Tag::Preposition
                );
                return led
                    && words[last].tag == Tag::Adjective
                    && words.get(last + 2).is_some_and(|noun| {
                        noun.timex.is_none() && (noun.tag.is_nominal() || modifies(noun))
                    });
            }
            // "in the late fourth millennium"
            let timed = next.timex.is_some()
                && words[last].tag == Tag::Adjective
                && phrase.len() > LEAST + 1;
            timed
                || next.timex.is_none()
                    && (next.tag.is_nominal()
                        || modifies(next)
                        || next.is(WordClass::COORDINATOR) && modifies_next(words, last + 1))
        })
    {
        phrase.pop();
        trim_end(words, phrase);
    }
}

/// The word behind one, or behind the quotation mark or the brackets there.
pub(super) fn behind_quote<'w, 'a>(words: &'w [Word<'a>], at: usize) -> Option<&'w Word<'a>> {
    let aside = |word: &&Word<'_>| {
        matches!(word.text, "\"" | "“" | "”" | "(" | ")" | "[" | "]") || word.depth > 0
    };
    words.get(at + 1 + words[at + 1..].iter().take_while(aside).count())
}

/// Whether an adjective follows: "Kenyan and Tanzanian capitals".
fn modifies_next(words: &[Word<'_>], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| next.tag == Tag::Adjective)
}

/// Takes off the parts of an enumeration whose end was cut off, all but the first: "from the
/// north, the east".
fn drop_split_list(words: &[Word<'_>], phrase: &mut Vec<usize>) {
    let comma = phrase.iter().position(|&at| words[at].is_sign(",") && is_list_comma(words, at));
    let Some(comma) = comma.filter(|&comma| comma > 1) else { return };
    let whole = phrase[comma..].iter().any(|&at| words[at].is(WordClass::COORDINATOR));
    if !whole {
        phrase.truncate(comma);
        trim_end(words, phrase);
    }
}

/// Drops a preposition whose time was left out.
pub(super) fn drop_loose_prepositions(words: &[Word<'_>], phrase: &mut Vec<usize>) {
    if !words.iter().any(|word| word.timex.is_some()) {
        return;
    }
    let loose = |&at: &usize| {
        if is_onward(words, at) {
            return true;
        }
        let behind_time = || at > 0 && words[at - 1].timex.is_some() && words[at].timex.is_none();
        // "in March and in July": what joins two times goes with them.
        let joins = || words[at].is(WordClass::COORDINATOR) && behind_time();
        // "for the six months [ended] 31 March"
        let between = || {
            (matches!(words[at].tag, Tag::Participle | Tag::Past)
                || words[at].tag == Tag::Gerund && words[at].is(WordClass::FINISH))
                && behind_time()
        };
        let small = matches!(words[at].tag, Tag::Preposition | Tag::Determiner | Tag::To)
            || words[at].is(WordClass::ANCHOR)
            || between()
            || joins();
        if !small {
            return false;
        }
        // "the 2002 and 2004 finals"
        if joins() && words.get(at + 1).is_some_and(|time| time.timex.is_some()) {
            return true;
        }
        let mut next = at + 1;
        // "for only two months"
        let small = |word: &Word<'_>| {
            word.timex.is_none() && matches!(word.tag, Tag::Determiner | Tag::Adverb)
        };
        while words.get(next).is_some_and(small) {
            next += 1;
        }
        // "went on through the summer": that time has a preposition of its own; "in about 1920" not.
        let timed = words.get(next).is_some_and(|word| {
            let blurs = word.is(WordClass::BLUR) && words[at].tag == Tag::Preposition;
            word.timex.is_some() && (next > at + 1 || word.tag != Tag::Preposition || blurs)
        });
        if words.get(next).is_some_and(|word| word.timex.is_some()) && phrase.contains(&next) {
            return false;
        }
        // "a two-day meeting": the time only says more of what follows it. So does that of "at the
        // 1962 \"little\" Oslo conference".
        // "by the present governor": the time is an adjective.
        let described = || {
            let end = (next..words.len()).find(|&at| words[at].timex != words[next].timex);
            words[next].tag == Tag::Determiner
                && end.is_some_and(|end| words[end - 1].tag == Tag::Adjective)
        };
        let determined = words[at].tag == Tag::Determiner
            || timed && described()
            || (at + 1..next).any(|at| words[at].tag == Tag::Determiner);
        let skipped = |word: &Word<'_>| {
            word.timex.is_some() || determined && matches!(word.text, "\"" | "“" | "«" | "„")
        };
        // "at the 2000 and 2004 games"
        let joins_times = |at: usize| {
            determined
                && words[at - 1].timex.is_some()
                && words[at].timex.is_none()
                && (words[at].is(WordClass::COORDINATOR) || words[at].is_sign(","))
                && words.get(at + 1).is_some_and(|time| time.timex.is_some())
        };
        while words.get(next).is_some_and(skipped) || next < words.len() && joins_times(next) {
            next += 1;
        }
        // "deaths from Sunday's fire": what the time owns hangs on the preposition.
        if words.get(next).is_some_and(|word| word.tag == Tag::Genitive) {
            return !phrase.contains(&(next + 1));
        }
        if !timed {
            return false;
        }
        let goes_on = words.get(next).is_some_and(|word| {
            let modifies = determined && word.tag == Tag::Adjective;
            // "on Sunday en route"
            let common = !word.is_upper() && word.tag != Tag::Name;
            // "against 2004 champion Ann Orr": no time follows that preposition.
            let timeless = words[at].is(WordClass::AGAINST);
            // "in present-day Norway"
            let lone = next == at + 2
                && (is_lone_adjective(words, at + 1)
                    || words[at + 1].text.contains('-') && words[at + 1].tag == Tag::Noun);
            word.tag.is_nominal() && (determined || common || timeless || lone) || modifies
        });
        // "в 1906 році спілку": a time that ends with its own noun says no more of the next one.
        let last = &words[next - 1];
        let first = (0..next).rev().take_while(|&at| words[at].timex == last.timex).last();
        let counted = first.is_some_and(|first| {
            first + 1 < next
                && matches!(words[first].tag, Tag::Number | Tag::Noun)
                && matches!(last.tag, Tag::Noun | Tag::Nouns)
        });
        let ended = !determined
            && last.timex.is_some()
            && (last.is(WordClass::TIME_TAIL) || last.text == "." || counted);
        ended || !goes_on
    };
    let gone: Vec<usize> = phrase.iter().copied().filter(loose).collect();
    drop_all(&gone, phrase);
    // "bis zum Jahr 2020": the preposition before one that went with its time.
    let before = |at: usize| {
        let led = |next: &Word<'_>| next.tag == Tag::Preposition && next.timex.is_none();
        words[at].tag == Tag::Preposition
            && words[at].is(WordClass::TARGET)
            && words.get(at + 1).is_some_and(led)
            && words.get(at + 2).is_some_and(|time| time.timex.is_some())
    };
    let gone: Vec<usize> =
        phrase.iter().copied().filter(|&at| before(at) && !phrase.contains(&(at + 1))).collect();
    drop_all(&gone, phrase);
}

/// Takes some words off a phrase.
fn drop_all(gone: &[usize], phrase: &mut Vec<usize>) {
    if !gone.is_empty() {
        phrase.retain(|at| !gone.contains(at));
    }
}

/// Drops what hangs on a time that was left out: "after five years of restoration".
pub(super) fn drop_loose_genitives(words: &[Word<'_>], phrase: &mut Vec<usize>) {
    let hangs = |at: usize| {
        at > 0
            && words[at].tag == Tag::Preposition
            && words[at].is(WordClass::NAME_LINK)
            && words[at - 1].timex.is_some()
            && matches!(words[at - 1].tag, Tag::Nouns | Tag::Noun)
            && counts_out(words, at - 1)
            && words[at].timex.is_none()
    };
    let Some(first) = phrase.iter().position(|&at| hangs(at) && !phrase.contains(&(at - 1))) else {
        return;
    };
    let goes_on = |at: usize| {
        words[at].tag.is_nominal()
            || matches!(
                words[at].tag,
                Tag::Adjective | Tag::Determiner | Tag::Number | Tag::Possessive | Tag::Gerund
            )
    };
    let behind = phrase[first + 1..].iter().take_while(|&&at| goes_on(at)).count();
    let next = phrase.get(first + behind + 1);
    // "after two days of clashes with the army": what hangs on that goes too.
    if next.is_some_and(|&at| words[at].tag == Tag::Preposition) {
        phrase.truncate(first);
    } else {
        phrase.drain(first..=first + behind);
    }
}

/// Whether the time that ends with a word is a length: "five years", "a month".
fn counts_out(words: &[Word<'_>], last: usize) -> bool {
    let timex = words[last].timex;
    let first = (0..=last).rev().take_while(|&at| words[at].timex == timex).last().unwrap_or(last);
    words[last].tag == Tag::Nouns
        || words[first].tag == Tag::Number
        || words[first].is(WordClass::INDEFINITE)
}

/// "The ministers of Belgium" is what a cut leaves of "the ministers of Belgium, Germany and
/// Italy": only the ministers are all there.
pub(super) fn drop_first_of_list(words: &[Word<'_>], phrase: &mut Vec<usize>) {
    let whose = |i: usize| {
        let owner = i.checked_sub(1).map(|before| &words[phrase[before]]);
        words[phrase[i]].tag == Tag::Preposition
            && owner.is_some_and(|owner| owner.tag != Tag::Name || owner.is(WordClass::ROLE))
    };
    // "the Ministers of Foreign Affairs of Belgium" are still those of Foreign Affairs.
    let named = |i: usize| {
        let before = (0..i).rfind(|&before| words[phrase[before]].tag == Tag::Preposition);
        words[phrase[i]].tag == Tag::Preposition && before.is_some_and(whose)
    };
    let link = (0..phrase.len()).rfind(|&i| whose(i) || named(i));
    let goes_on = |at: usize| {
        words[at].tag.is_nominal() || matches!(words[at].tag, Tag::Determiner | Tag::Preposition)
    };
    if let Some(link) =
        link.filter(|&link| link > 0 && phrase[link + 1..].iter().all(|&at| goes_on(at)))
    {
        phrase.truncate(link);
    }
}

const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];

/// Whether a word opens with the letter of a vowel, after which the form of an article goes.
fn opens_with_vowel(word: &Word<'_>) -> bool {
    word.text.chars().next().is_some_and(|first| VOWELS.contains(&first.to_ascii_lowercase()))
}

/// "pressed for a three-year extension" without its time: an article whose form goes with the word behind it,
/// but not with the one that is left there, says nothing that is missed.
pub(super) fn drop_unfit_articles(words: &[Word<'_>], phrase: &mut Vec<usize>) {
    let unfit = |pair: &[usize]| {
        let (article, next) = (pair[0], pair[1]);
        let indefinite = words[article].is(WordClass::INDEFINITE)
            && words[article].tag == Tag::Determiner
            && words[article].timex.is_none();
        let behind = (article + 1..next).find(|&at| words[at].kind != TokenKind::Sign);
        let open = words[article].text.ends_with(VOWELS);
        let fits = |at: usize| opens_with_vowel(&words[at]) != open;
        // "an 1890 report": a number is spoken, and fits.
        let fitted = |at: usize| fits(at) || words[at].kind == TokenKind::Number;
        indefinite && behind.is_some_and(fitted) && !fits(next)
    };
    while let Some(at) = phrase.windows(2).position(unfit) {
        phrase.remove(at);
    }
}

/// "fought a short but desperate battle": the verb with the noun of its object alone, where the
/// whole object is too long. The verb ends before a word.
pub(super) fn with_bare_object(
    words: &[Word<'_>],
    phrase: &[usize],
    end: usize,
    limit: usize,
) -> Option<Vec<usize>> {
    let verb = phrase.iter().take_while(|&&at| at < end).count();
    let object = &phrase[verb..];
    let inside = |&&at: &&usize| {
        words[at].tag.is_nominal()
            || words[at].tag.leads_noun()
            || words[at].is(WordClass::COORDINATOR)
            || matches!(words[at].tag, Tag::Adverb | Tag::Genitive)
    };
    let long = object.iter().take_while(inside).count();
    let head = object[..long].iter().rposition(|&at| words[at].tag.is_nominal())?;
    let first = object[..head].iter().rposition(|&at| !words[at].tag.is_nominal());
    let noun = first.map_or(0, |at| at + 1);
    // "were held and some of them", "went back and the men": that is no object.
    let joined = object[..head].iter().find(|&&at| words[at].tag != Tag::Adverb);
    let joined = joined.is_some_and(|&at| words[at].is(WordClass::COORDINATOR));
    // "was not a big hit" without the negation would say the opposite.
    let denied = object[..head].iter().any(|&at| words[at].is(WordClass::NEGATION));
    if joined || denied || object.get(head + 1).is_some_and(|&at| words[at].tag == Tag::Genitive) {
        return None;
    }
    // "took Orr's old castle"
    let owner = object[..head].iter().rposition(|&at| words[at].tag == Tag::Genitive);
    let leads = |&&at: &&usize| matches!(words[at].tag, Tag::Determiner | Tag::Possessive);
    let article = object.first().filter(leads).copied();
    // "an informal meeting" is no "an meeting".
    let fits = |&at: &usize| {
        !words[at].is(WordClass::INDEFINITE)
            || opens_with_vowel(&words[at + 1]) == opens_with_vowel(&words[object[noun]])
    };
    let article = article.filter(fits);
    let mut out = phrase[..verb].to_vec();
    match owner {
        Some(owner) => out.extend(&object[..=owner]),
        None => out.extend(article.filter(|_| noun > 0)),
    }
    out.extend(&object[noun..=head]);
    let mut count = out.iter().filter(|&&at| words[at].tag != Tag::Genitive).count();
    // "announce his squad": whose it is goes where there is no room.
    if count == limit + 1 && article.is_some_and(|at| words[at].tag == Tag::Possessive) {
        out.retain(|&at| Some(at) != article);
        count -= 1;
    }
    (verb > 0 && count <= limit).then_some(out)
}
