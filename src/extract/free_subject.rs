//! Subjects where the order of words is free: behind the verb, shared, in a clause that its verb
//! closes, told from objects by their case.

use super::clause::{Clause, ClauseKind, Clauses};
use super::reading::Word;
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

/// "ermittelte die Gewinner und [hat sie geehrt]": where the verb stands second, one right behind the
/// conjunction goes on with the subject of the main clause before it.
pub(super) fn goes_on_from(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> Option<usize> {
    let this = &clauses.list[clause];
    let group = this.verb.filter(|group| group.is_finite() && clauses.syntax.verb_second)?;
    let first = clauses
        .words(clause)
        .find(|&at| !words[at].is(WordClass::COORDINATOR) && words[at].kind != TokenKind::Sign)?;
    let leads = this.kind == ClauseKind::Coordinate && first == group.first && group.first > 0;
    let leads = leads && words[first - 1].is(WordClass::COORDINATOR);
    let carries = |clause: &Clause| {
        matches!(clause.kind, ClauseKind::Main | ClauseKind::Coordinate) && clause.verb.is_some()
    };
    leads.then(|| (0..clause).rev().find(|&before| carries(&clauses.list[before]))).flatten()
}

/// The subject of a dependent clause whose verb closes it: "als Teller [die Formel] fand", "den [die
/// Kommission] vorstellte". None where it is the word that opens the clause, or hard to tell.
pub(super) fn subject_of_dependent(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
) -> Option<Vec<usize>> {
    let this = &clauses.list[clause];
    let group = this.verb.filter(|_| clauses.syntax.verb_second)?;
    let dependent = matches!(
        this.kind,
        ClauseKind::Relative | ClauseKind::Subordinate | ClauseKind::Complement
    );
    let next = clauses.words(clause).find(|&at| at >= group.end);
    let closes = next.is_none_or(|at| words[at].kind == TokenKind::Sign);
    let behind = this.kind == ClauseKind::Coordinate && group.head + 1 < group.end;
    if !(dependent || behind) || !closes {
        return None;
    }
    let opener = clauses.words(clause).find(|&at| words[at].kind != TokenKind::Sign)?;
    let led = words[opener].tag == Tag::Preposition
        && !words[opener].is(WordClass::SUBORDINATOR | WordClass::COMPLEMENTISER)
        && words.get(opener + 1).is_some_and(|next| next.is(WordClass::RELATIVE));
    let opener = opener + usize::from(led);
    let next = words.get(opener + 1)?;
    let pronoun = this.kind == ClauseKind::Relative && !words[opener].is(WordClass::SUBORDINATOR);
    // "die [er] schrieb": an opener that can be the subject is it, unless what follows must be.
    let subject = !pronoun
        || led
        || is_oblique(&words[opener])
        || next.is(WordClass::NOMINATIVE) && next.tag != Tag::Preposition;
    let opens = WordClass::RELATIVE
        | WordClass::SUBORDINATOR
        | WordClass::COMPLEMENTISER
        | WordClass::COORDINATOR;
    if !subject || !(words[opener].is(opens) || led) {
        return None;
    }
    let found = noun_phrase_from(words, clauses, clause, opener + 1);
    let found: Vec<usize> = found.into_iter().take_while(|&at| at < group.first).collect();
    let named = found.iter().any(|&at| words[at].tag.is_nominal() || words[at].tag == Tag::Pronoun);
    named.then_some(found)
}

/// "[Der] von Orr im Mai angekündigte Umbau": gives a subject that starts with what says more of its noun the
/// article that opens the clause.
pub(super) fn add_article(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    subject: &mut Vec<usize>,
) {
    let Some(&first) = subject.first().filter(|_| clauses.syntax.verb_second) else { return };
    let opener = clauses.words(clause).find(|&at| words[at].kind != TokenKind::Sign);
    let Some(opener) = opener.filter(|&opener| opener + 1 < first) else { return };
    let inside = |at: usize| {
        words[at].timex.is_some() || words[at].kind != TokenKind::Sign && !words[at].tag.is_verbal()
    };
    let phrase = words[opener + 1].timex.is_some()
        || matches!(words[opener + 1].tag, Tag::Preposition | Tag::Adverb);
    let leads = words[opener].tag == Tag::Determiner
        && words[opener].timex.is_none()
        && !is_oblique(&words[opener]);
    if words[first].tag == Tag::Adjective && leads && phrase && (opener..first).all(inside) {
        subject.insert(0, opener);
    }
}

/// "Laut einem Bericht sank [die Zahl]", "Den Plan hat [der Rat] beschlossen": whether what stands in front
/// of a verb that stands second cannot be its subject: a phrase with a preposition, or in another case.
pub(super) fn is_behind(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    before: &[usize],
) -> bool {
    let this = &clauses.list[clause];
    let Some(verb) = this.verb.filter(|_| clauses.syntax.verb_second) else { return false };
    let main = matches!(this.kind, ClauseKind::Main | ClauseKind::Coordinate);
    let goes_on =
        clauses.words(clause).any(|at| at >= verb.end && words[at].kind != TokenKind::Sign);
    let small = |word: &Word<'_>| {
        word.kind == TokenKind::Sign || matches!(word.tag, Tag::Adverb | Tag::Conjunction)
    };
    let first = before.iter().copied().find(|&at| !small(&words[at]));
    let leads = first.is_some_and(|at| {
        let word = &words[at];
        // "Über 100 Menschen starben"
        let counts = words.get(at + 1).is_some_and(|next| next.tag == Tag::Number);
        word.tag == Tag::Preposition && !counts && word.timex.is_none() || is_oblique(word)
    });
    // "Augenzeugen zufolge starb [der Fahrer]"
    let last = before.iter().copied().rfind(|&at| words[at].timex.is_none());
    let source = last.is_some_and(|at| {
        words[at].is(WordClass::ATTRIBUTION)
            && words[at].tag == Tag::Preposition
            && first.is_some_and(|first| first < at)
    });
    let leads = leads || source;
    main && goes_on && verb.is_finite() && leads
}

/// "die [im Mai das Dorf] besetzten": whether the pronoun that opens a relative clause is its subject,
/// where the verb closes such clauses and no other phrase must be.
pub(super) fn pronoun_acts(words: &[Word<'_>], clauses: &Clauses, clause: usize) -> bool {
    let this = &clauses.list[clause];
    let opener = clauses.words(clause).find(|&at| words[at].kind != TokenKind::Sign);
    clauses.syntax.verb_second
        && this.kind == ClauseKind::Relative
        && this.verb.is_some_and(|verb| verb.is_finite())
        && opener.is_some_and(|at| {
            words[at].is(WordClass::RELATIVE)
                && !words[at].is(WordClass::SUBORDINATOR | WordClass::WHERE)
                && !is_oblique(&words[at])
        })
}

/// The noun phrase that starts at a word, with the genitive behind it: "besetzten [die Truppen
/// des Königs] die Stadt".
pub(super) fn noun_phrase_from(
    words: &[Word<'_>],
    clauses: &Clauses,
    clause: usize,
    from: usize,
) -> Vec<usize> {
    let mut out = Vec::new();
    let mut named = false;
    let mut hangs_on = false;
    let mut taken = None;
    // What was passed over as the name of a place, should there be nothing else.
    let mut places = Vec::new();
    let mut owner_to = 0;
    let mut inner_to = 0;
    for at in clauses.words(clause).filter(|&at| at >= from) {
        let word = &words[at];
        if word.timex.is_some() && out.is_empty() {
            hangs_on = false;
            continue;
        }
        // "kamen bereits 3000 Menschen", "befanden sich": what is no phrase is passed over, as is
        // the name of what a preposition takes, "im Stadtteil Mitte".
        let reflexive = word.tag == Tag::Pronoun
            && !word.is(WordClass::NOMINATIVE)
            && !word
                .is(WordClass::THIRD_PERSON | WordClass::FIRST_PERSON | WordClass::DEMONSTRATIVE);
        let named_place = taken == Some(at.wrapping_sub(1))
            && (word.tag == Tag::Name
                || clauses.syntax.verb_second
                    && word.tag.is_nominal()
                    && precedes_phrase(words, clauses, clause, at));
        // "mindestens 12 Menschen" is not 12.
        let next = words.get(at + 1);
        let counts = |next: &Word<'_>| next.tag == Tag::Number && next.timex.is_none();
        // "mehr als 50 Menschen"
        let compared = next.is_some_and(|next| next.is(WordClass::COMPARISON))
            && words.get(at + 2).is_some_and(counts);
        let joins_number =
            word.is(WordClass::COMPARISON) && !out.is_empty() && next.is_some_and(counts);
        // "zudem 12 Menschen"
        let grades = !clauses.syntax.verb_second || word.is(WordClass::BLUR);
        let counted = compared || grades && next.is_some_and(counts);
        let blurs = word.tag == Tag::Adverb && counted || joins_number;
        let passed = word.tag == Tag::Adverb && !blurs || reflexive || named_place;
        // "war aber der Rat"
        let joins_times = word.tag == Tag::Conjunction && clauses.syntax.verb_second
            || word.is(WordClass::COORDINATOR) && at > 0 && words[at - 1].timex.is_some();
        if out.is_empty() && (passed || joins_times) {
            if named_place {
                taken = Some(at);
                places.push(at);
            }
            continue;
        }
        // "fand in Zagreb eine Sitzung statt": what a preposition takes is no subject, nor is "den
        // Anschlag".
        // "auf den Bahnhof [der Stadt] mehr als 50 Menschen": where another phrase follows, the
        // article says whose it is.
        let owner = out.is_empty()
            && taken == Some(at.wrapping_sub(1))
            && word.is(WordClass::GENITIVE_ARTICLE)
            && is_owner(words, at);
        if out.is_empty() && (word.tag == Tag::Preposition || hangs_on || owner || is_oblique(word))
        {
            hangs_on = !word.tag.is_nominal();
            taken = (!hangs_on).then_some(at);
            continue;
        }
        if !named && clauses.syntax.verb_second && out.last() == Some(&at.wrapping_sub(1)) {
            inner_to = inner_to.max(inside_to(words, at));
        }
        if at < inner_to {
            continue;
        }
        let modifies = blurs
            || matches!(
                word.tag,
                Tag::Determiner | Tag::Adjective | Tag::Number | Tag::Possessive | Tag::Participle
            )
            || word.tag == Tag::Adverb && !out.is_empty() && leads_to_noun(words, at + 1);
        let halved = is_halved(words, at);
        // "gab es aber Probleme"
        let joinable = out.first().is_none_or(|&first: &usize| !words[first].is(WordClass::NEUTER));
        let second = clauses.syntax.verb_second;
        let joins = named && joinable && (halved || joins_noun(words, at, second));
        named &= !(joins && !halved && !words[at + 1].tag.is_nominal());
        if named && out.last() == Some(&(at - 1)) {
            owner_to = owner_to.max(whose_end(words, clauses, clause, at));
        }
        if at < owner_to {
            out.push(at);
            continue;
        }
        // "der [heutige] Rat"
        let inside = word.timex.is_some() && !named && clauses.syntax.verb_second;
        if inside && leads_to_noun(words, at + 1) {
            continue;
        }
        // "konnten die Vertreter [Gespräche] führen": no common noun goes on with another one.
        let common = |word: &Word<'_>| matches!(word.tag, Tag::Noun | Tag::Nouns);
        let other = named
            && clauses.syntax.verb_second
            && word.tag == Tag::Nouns
            && out.last().is_some_and(|&last| last + 1 == at && common(&words[last]));
        // "war Orr [Minister]"
        let is = clauses.list[clause].verb.is_some_and(|verb| words[verb.head].is(WordClass::BE));
        let called = named && is && word.is(WordClass::ROLE) && clauses.syntax.verb_second;
        if other || called && out.last().is_some_and(|&last| words[last].tag == Tag::Name) {
            break;
        }
        let fits = joins || word.timex.is_none() && (word.tag.is_nominal() || modifies && !named);
        let pronoun = word.tag == Tag::Pronoun && out.is_empty();
        if !(fits || pronoun) {
            break;
        }
        out.push(at);
        named |= word.tag.is_nominal() || word.tag == Tag::Pronoun;
    }
    if named { out } else { places }
}

/// "von Orrs Bank im Jahr 2010 [etliche Reformen]": whether another phrase follows a word that no preposition
/// leads.
fn precedes_phrase(words: &[Word<'_>], clauses: &Clauses, clause: usize, at: usize) -> bool {
    let mut led = false;
    clauses.words(clause).skip_while(|&other| other <= at).any(|other| {
        let word = &words[other];
        let leads = matches!(word.tag, Tag::Determiner | Tag::Number) && word.timex.is_none();
        let found = leads && !led && !is_oblique(word) && leads_to_noun(words, other + 1);
        led = word.tag == Tag::Preposition || led && word.tag.leads_noun();
        found
    })
}

/// "ein Foto[-] und ein Malkurs"
fn is_halved(words: &[Word<'_>], at: usize) -> bool {
    words[at].text == "-"
        && words.get(at + 1).is_some_and(|next| {
            next.is(WordClass::COORDINATOR) && words[at].span().end < next.span().start
        })
}

/// "came unrest [and] violence": whether a conjunction goes on with another noun, or, where the verb
/// stands second, with the article of one.
fn joins_noun(words: &[Word<'_>], at: usize, second: bool) -> bool {
    words[at].is(WordClass::COORDINATOR)
        && words.get(at + 1).is_some_and(|next| {
            let article = next.tag.leads_noun() && !is_oblique(next);
            next.tag.is_nominal() || second && article && leads_to_noun(words, at + 1)
        })
}

/// Where the phrase ends that starts at a word behind an article and says more of what says more of the noun:
/// "die [zu Beginn in Kraft] getretene Verordnung", "ein [90 Meter] hoher Turm"; 0 where none does.
fn inside_to(words: &[Word<'_>], at: usize) -> usize {
    let measure = words.get(at + 1).is_some_and(|next| next.is(WordClass::MEASURE));
    let counts = words[at].tag == Tag::Number && words[at].timex.is_none();
    let leads = words[at].tag == Tag::Preposition || counts && measure;
    if words[at - 1].tag == Tag::Determiner && leads { attribute_behind(words, at) } else { 0 }
}

/// "die [zu Beginn in Kraft] getretene Verordnung": where what says more of a noun stands behind the phrase
/// that opens at a word; 0 where nothing does.
pub(super) fn attribute_behind(words: &[Word<'_>], from: usize) -> usize {
    let inside = |at: &usize| {
        let word = &words[*at];
        word.timex.is_some() || word.kind != TokenKind::Sign && !word.tag.is_verbal()
    };
    let says_more = |&at: &usize| {
        let before = &words[at - 1];
        let behind = before.tag.is_nominal() || before.timex.is_some();
        words[at].tag == Tag::Adjective
            && words[at].timex.is_none()
            && behind
            && words.get(at + 1).is_some_and(|noun| noun.tag.is_nominal())
    };
    (from + 1..words.len()).take_while(inside).find(says_more).unwrap_or(0)
}

/// Whether the noun phrase that an article opens is followed by another one, with no preposition.
fn is_owner(words: &[Word<'_>], article: usize) -> bool {
    let inside = |at: &usize| words[*at].tag == Tag::Adjective;
    let noun = (article + 1..words.len()).find(|at| !inside(at));
    let Some(noun) = noun.filter(|&at| words[at].tag.is_nominal()) else { return false };
    let compared = (noun + 1..words.len()).take(2).any(|at| words[at].is(WordClass::COMPARISON));
    let names = words.get(noun + 1).is_some_and(|next| next.tag.is_nominal());
    !names && (compared || leads_to_noun(words, noun + 1))
}

/// Where what says whose the noun before a word is ends: "der alten Brücke", "des Rates und des Königs", of
/// an office "von Jena"; 0 where the words are rather what the verb takes.
fn whose_end(words: &[Word<'_>], clauses: &Clauses, clause: usize, at: usize) -> usize {
    let holds = words[at].tag == Tag::Preposition
        && words[at].is(WordClass::NAME_LINK)
        && words[at - 1].is(WordClass::ROLE)
        && words.get(at + 1).is_some_and(|next| next.timex.is_none() && next.is_upper());
    if holds {
        return name_end(words, at + 1);
    }
    // "hat der Chef [der Firma] die Pläne gezeigt": a verb that takes whom it is done to leaves it open.
    let gives = clauses.list[clause].verb.is_some_and(|v| words[v.head].is(WordClass::HANDING));
    let end = genitive_end(words, at, gives);
    let joined = end > 0
        && words.get(end).is_some_and(|word| word.is(WordClass::COORDINATOR))
        && words.get(end + 1).is_some_and(|word| word.id == words[at].id || is_oblique(word));
    let second = if joined { genitive_end(words, end + 1, gives) } else { 0 };
    second.max(end)
}

/// Where the name ends that starts at a word.
fn name_end(words: &[Word<'_>], from: usize) -> usize {
    let part = |&at: &usize| {
        let word = &words[at];
        let hyphen =
            word.text == "-" && words.get(at + 1).is_some_and(|next| next.tag == Tag::Name);
        word.timex.is_none() && (word.tag == Tag::Name || hyphen)
    };
    from + 1 + (from + 1..words.len()).take_while(part).count()
}

/// Where "der alten Brücke" ends, that says whose the noun before it is; 0 where the words are
/// rather what the verb takes: another noun phrase follows.
fn genitive_end(words: &[Word<'_>], article: usize, gives: bool) -> usize {
    let before = &words[article - 1];
    let owned = before.tag.is_nominal() || before.is(WordClass::COORDINATOR);
    if !words[article].is(WordClass::GENITIVE_ARTICLE) || !owned {
        return 0;
    }
    let noun = (article + 1..words.len())
        .take_while(|&at| words[at].timex.is_none())
        .find(|&at| words[at].tag != Tag::Adjective)
        .filter(|&at| words[at].tag.is_nominal());
    let Some(noun) = noun else { return 0 };
    let goes_on = words.get(noun + 1).is_some_and(|next| {
        next.timex.is_none() && (next.tag.leads_noun() || next.tag.is_nominal())
    });
    // "des Landes" can be nothing else.
    if gives && goes_on && !is_oblique(&words[article]) { 0 } else { noun + 1 }
}

/// Whether the words from one on lead to a noun: "länger geplante Diskussion".
fn leads_to_noun(words: &[Word<'_>], from: usize) -> bool {
    let noun = words[from.min(words.len())..].iter().find(|word| {
        !(word.tag.leads_noun() || matches!(word.tag, Tag::Adverb | Tag::Participle))
            || word.timex.is_some()
    });
    noun.is_some_and(|word| word.tag.is_nominal() && word.timex.is_none())
}

/// Whether a word starts a phrase in a case that no subject has: "den Anschlag".
pub(super) fn is_oblique(word: &Word<'_>) -> bool {
    word.is(WordClass::OBLIQUE) && !word.tag.is_nominal() && word.timex.is_none()
}
