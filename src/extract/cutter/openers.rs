//! What stands where a clause may open.

use super::Cutter;
use crate::event::Category;
use crate::extract::clause::{Clause, ClauseKind};
use crate::extract::phrase::{is_list_comma, is_of_phrase, is_quotation_mark};
use crate::extract::reading::Word;
use crate::extract::verb_group::{Tense, VerbGroup};
use crate::language::{Tag, WordClass};
use crate::text::TokenKind;

impl Cutter<'_, '_> {
    /// "taught at Lund before [retiring from it in 1990]": the preposition before a gerund that happened
    /// at another time than what it is said of, and has its own.
    pub(super) fn anchored_gerund(&self, group: &VerbGroup) -> Option<usize> {
        let known = self.words[group.head].entry.verb.is_some();
        if group.tense != Tense::Gerund || group.passive || !known {
            return None;
        }
        let at = (0..group.first).rfind(|&at| self.words[at].tag != Tag::Adverb)?;
        let opener = &self.words[at];
        let inside = |word: &&Word<'_>| {
            word.kind != TokenKind::Sign && (!word.tag.is_verbal() || word.timex.is_some())
        };
        // "was jailed after appearing in court on Wednesday": on one day there is one time.
        let year = |word: &Word<'_>| word.kind == TokenKind::Number && word.text.len() == 4;
        let dated =
            |word: &Word<'_>| word.timex.is_some() && (!opener.is(WordClass::LATER) || year(word));
        // "before joining, in 1980, the bank"
        let comma = self.words.get(group.end).is_some_and(|word| word.is_sign(","));
        let timed = (group.end + 1..self.words.len())
            .find(|&at| self.words[at].tag != Tag::Preposition)
            .is_some_and(|at| self.words[at].timex.is_some());
        let from = group.end + usize::from(comma && timed);
        let mut behind = self.words[from..].iter().take_while(inside);
        let anchors = opener.is(WordClass::ANCHOR)
            && opener.is(WordClass::SUBORDINATOR | WordClass::LATER)
            && opener.timex.is_none();
        (anchors && behind.any(dated)).then_some(at)
    }

    /// "until May when, following a report, [police came]": the word that opened a clause before the phrase which
    /// ends at a comma.
    pub(super) fn opened_before_phrase(&self, from: usize, comma: usize) -> Option<usize> {
        let phrase = |words: &[Word<'_>]| {
            words.first().is_some_and(|first| first.tag == Tag::Preposition)
                && words.iter().all(|word| !word.tag.is_verbal() && word.kind != TokenKind::Sign)
        };
        (from..comma.saturating_sub(2)).rfind(|&at| {
            let opener = &self.words[at];
            opener.is(WordClass::SUBORDINATOR)
                && matches!(opener.tag, Tag::Relative | Tag::Preposition | Tag::Adverb)
                && opener.timex.is_none()
                && self.words[at + 1].is_sign(",")
                && phrase(&self.words[at + 2..comma])
        })
    }

    /// "As of 2011, the board meets": whether a word makes one preposition with the next one.
    pub(super) fn leads_time_of(&self, at: usize) -> bool {
        let [link, time, ..] = &self.words[at + 1..] else { return false };
        link.is(WordClass::NAME_LINK) && link.tag == Tag::Preposition && time.timex.is_some()
    }

    /// "and, [in 1912, during a talk,] Orr told": whether what stands between two words are phrases with prepositions, of
    /// which the first is a time.
    pub(super) fn only_when(&self, from: usize, to: usize) -> bool {
        let words = &self.words[from..to];
        let mut phrases = words.split(|word| word.is_sign(",")).filter(|phrase| !phrase.is_empty());
        let led = |phrase: &[Word<'_>]| {
            phrase[0].tag == Tag::Preposition && !phrase.iter().any(|word| word.tag.is_verbal())
        };
        let timed = |phrase: &[Word<'_>]| phrase.iter().any(|word| word.timex.is_some());
        phrases.next().is_some_and(|first| led(first) && timed(first)) && phrases.all(led)
    }

    /// The last word of a time between two words.
    pub(super) fn last_time(&self, from: usize, to: usize) -> Option<usize> {
        (from..to).rfind(|&at| self.words[at].timex.is_some())
    }

    /// "in towns, [where the women employed by Orr ceased work]", "on, [and the zeal shown in May faded]": where
    /// a clause opens, and how, whose subject a participle says more of that the clause before took.
    pub(super) fn left_behind(&self, group: &VerbGroup) -> Option<(usize, ClauseKind)> {
        let this = &self.list[self.current];
        let verb = this.verb.filter(|_| group.is_finite())?;
        let first = this.inner.iter().find(|inner| inner.first > verb.end)?;
        let opens = |word: &Word<'_>| {
            word.tag == Tag::Relative && word.is(WordClass::RELATIVE)
                || word.tag == Tag::Conjunction && word.is(WordClass::COORDINATOR)
        };
        let at = (verb.end..first.first)
            .rfind(|&at| opens(&self.words[at]) && self.words[at - 1].is_sign(","))?;
        let says_more = |inner: &VerbGroup| {
            matches!(inner.tense, Tense::Participle | Tense::Infinitive | Tense::Gerund)
        };
        let parts = |word: &Word<'_>| {
            word.is_sign(",") && word.timex.is_none() || word.is(WordClass::COORDINATOR)
        };
        let bare = this.inner.iter().filter(|inner| inner.first > at).all(says_more);
        let clear = !self.words[at + 1..group.first].iter().any(parts);
        let kind = if self.words[at].tag == Tag::Conjunction {
            ClauseKind::Coordinate
        } else if self.words[at].is(WordClass::SUBORDINATOR) {
            ClauseKind::Subordinate
        } else {
            ClauseKind::Relative
        };
        (bare && clear && self.has_subject(at + 1, first.first)).then_some((at, kind))
    }

    /// "condemned the attacks committed in May", "the summit to be held in May": a participle that
    /// says more of the noun before it, and when.
    pub(super) fn says_more(&self, group: &VerbGroup) -> bool {
        // "held in Bergen, Norway, in May"
        let names_place = |at: usize| {
            let word = &self.words[at];
            word.is_sign(",") && word.depth == 0 && self.words[at - 1].is_upper()
        };
        // "taken by heads of state and government in May"
        let joins_nouns = |at: usize| {
            let next = self.words.get(at + 1);
            let noun = |word: &Word<'_>| word.tag.is_nominal() && word.timex.is_none();
            noun(&self.words[at - 1]) && next.is_some_and(noun)
        };
        let inside = |&at: &usize| {
            let word = &self.words[at];
            (word.kind != TokenKind::Sign || names_place(at))
                && !word.tag.is_verbal()
                && !word.is(WordClass::RELATIVE)
                && (!word.is(WordClass::COORDINATOR) || joins_nouns(at))
        };
        let current = self.list[self.current].verb;
        // "ordered the roads to be cut off": that is what was ordered. What is announced comes by itself.
        let planned = current.is_some_and(|verb| {
            let head = &self.words[verb.head];
            let asks = head.is(WordClass::PERFORMATIVE | WordClass::TELLING)
                && !head.is(WordClass::SAYING)
                && !verb.passive;
            head.is(WordClass::PLAN) || asks && group.tense == Tense::Infinitive
        });
        let ahead = group.tense == Tense::Infinitive && group.passive && !planned;
        // "look forward to the exercise, to be held in May", unlike "set a hearing, to be held in May"
        let led = || {
            let phrase = self.words[..group.first - 1].iter().rev();
            let mut before =
                phrase.skip_while(|word| word.tag.is_nominal() || word.tag.leads_noun());
            before.next().is_some_and(|word| word.tag == Tag::Preposition)
        };
        let comma = ahead && group.first > 1 && self.words[group.first - 1].is_sign(",") && led();
        let behind_noun = group
            .first
            .checked_sub(1 + usize::from(comma))
            .is_some_and(|at| self.words[at].tag.is_nominal() && self.words[at].timex.is_none());
        let timed = |at: usize| self.words[at].timex.is_some();
        (group.tense == Tense::Participle || ahead)
            && behind_noun
            && (group.end..self.words.len()).take_while(inside).any(timed)
    }

    /// "The grant [we applied for] was approved": a clause without an opener that says more of the
    /// noun before its subject, where the verb of that noun follows.
    pub(super) fn is_contact(&self, verb: &VerbGroup, group: &VerbGroup) -> bool {
        let subject = verb.first.checked_sub(1).map(|at| &self.words[at]);
        let noun = verb.first.checked_sub(2).map(|at| &self.words[at]);
        let pronoun = subject.is_some_and(Word::is_personal);
        let classes = WordClass::COORDINATOR | WordClass::RELATIVE | WordClass::COMPLEMENTISER;
        let parts = |word: &Word<'_>| word.kind == TokenKind::Sign || word.is(classes);
        let hands_over = WordClass::SAYING
            | WordClass::PLAN
            | WordClass::STATE
            | WordClass::CLAIM
            | WordClass::DOUBT;
        let says = self.words[verb.head].is(hands_over);
        // "The paper [he wrote in May] says": what was said would need a subject of its own.
        let bare = self.words[verb.end..group.first].iter().all(|word| {
            word.timex.is_some()
                || matches!(word.tag, Tag::Adverb | Tag::Preposition | Tag::Particle)
                || !says && !parts(word)
        });
        let behind_noun = noun.is_some_and(|word| word.tag.is_nominal() && word.timex.is_none());
        pronoun && behind_noun && bare && verb.is_finite() && group.is_finite()
    }

    /// "blamed his estate and the fair he organised": whether the noun behind a conjunction has a clause without an
    /// opener behind it, and no verb of its own. No other clause opens from the end of the verb before it on.
    pub(super) fn joins_contact(&self, end: usize, at: usize, group: &VerbGroup) -> bool {
        let opens = WordClass::COMPLEMENTISER | WordClass::RELATIVE;
        if self.words[end..at].iter().any(|word| word.is(opens) && word.tag != Tag::Determiner) {
            return false;
        }
        let opener = &self.words[at];
        let joins = opener.is(WordClass::COORDINATOR) && opener.tag == Tag::Conjunction;
        let [.., noun, subject] = &self.words[at + 1..group.first] else { return false };
        let phrase = &self.words[at + 1..group.first - 1];
        let plain = phrase.iter().all(|word| {
            is_of_phrase(word) || matches!(word.tag, Tag::Determiner | Tag::Possessive)
        });
        joins
            && subject.is_personal()
            && subject.is(WordClass::NOMINATIVE)
            && !self.words[at + 1].is(WordClass::DEMONSTRATIVE)
            && matches!(noun.tag, Tag::Noun | Tag::Nouns)
            && noun.timex.is_none()
            && plain
    }

    /// "returned to the firm [he founded in 1998]", "Having left the army [he founded a firm]", "11 of
    /// the drones [Russia launched]": where a clause opens whose subject is a pronoun or a name right
    /// behind a noun, and how. What says more of the noun lacks an object; "convinced the board he had
    /// won the case" does not.
    pub(super) fn behind_noun(&self, group: &VerbGroup) -> Option<(usize, ClauseKind)> {
        let last = (0..group.first).rfind(|&at| self.words[at].tag != Tag::Adverb)?;
        let named = is_behind_noun(self.words, last);
        let at = named.unwrap_or(last);
        let (subject, noun) = (&self.words[at], &self.words[at.checked_sub(1)?]);
        let common = matches!(noun.tag, Tag::Noun | Tag::Nouns) && noun.timex.is_none();
        let behind = self.list[self.current].verb.is_some_and(|verb| verb.end < at);
        let acts = subject.is_personal() || named.is_some() && !self.syntax.head_first;
        if !acts || !common || !behind || self.syntax.verb_second {
            return None;
        }
        // "Asked about the strike, he": what opens a sentence has no subject yet.
        let told = |clause: &Clause| clause.verb.is_some_and(|v| v.is_finite() && v.first > 0);
        if !self.list.iter().any(told) {
            return Some((at, ClauseKind::Coordinate));
        }
        let lacks = self.words.get(group.end).is_none_or(|next| {
            next.timex.is_some()
                || next.kind == TokenKind::Sign
                || next.tag.is_verbal()
                || matches!(
                    next.tag,
                    Tag::Preposition | Tag::Adverb | Tag::Particle | Tag::Conjunction | Tag::To
                )
        });
        let lacks = lacks && !self.words[group.head].is(WordClass::BE);
        lacks.then_some((at, ClauseKind::Relative))
    }

    /// "noted the holding of the talks [held in Riga in May]": what is held somewhere without an
    /// object is no second verb of its clause, but says more of the noun before it. In "the talks
    /// which Norway held in Riga" and "and the truce held in May" it is the verb of its own clause.
    pub(super) fn is_reduced(&self, previous: &VerbGroup, group: &VerbGroup) -> bool {
        let (head, next) = (&self.words[group.head], self.words.get(group.end));
        let may_be = group.tense == Tense::Past
            && group.first + 1 == group.end
            && head.is(WordClass::LIGHT)
            && !head.is(WordClass::PAST_ONLY | WordClass::HAVE | WordClass::BE)
            // What happens is not done to anything.
            && !head.is(WordClass::OCCUR)
            && !self.syntax.verb_second
            && !self.syntax.head_first
            && group.first > 0
            && is_behind_noun(self.words, group.first - 1).is_none()
            && next.is_some_and(|next| {
                next.is(WordClass::PLACE_PREPOSITION) && next.tag == Tag::Preposition
            });
        if !may_be {
            return false;
        }
        let noun = |word: &Word<'_>| word.tag.is_nominal() && word.timex.is_none();
        let between = self.words.get(previous.end..group.first).unwrap_or_default();
        let opens = WordClass::RELATIVE | WordClass::COMPLEMENTISER | WordClass::SUBORDINATOR;
        let inside = |word: &&Word<'_>| noun(word) || word.tag.leads_noun();
        let count = between.iter().rev().take_while(inside).count();
        let (before, phrase) = between.split_at(between.len() - count);
        let own = before.last().is_some_and(|word| word.is(WordClass::COORDINATOR))
            && phrase.first().is_some_and(|word| word.tag == Tag::Determiner);
        // "When the war ended, [a revolt erupted in Riga]": the main clause opens behind the comma.
        let main = self.words[0].is(WordClass::SUBORDINATOR)
            && before.last().is_some_and(|word| word.is_sign(","));
        let object = between.last().is_some_and(noun) && !own && !main;
        object && !between.iter().any(|word| word.is(opens))
    }

    pub(super) fn set_contact(&mut self, verb: VerbGroup, group: VerbGroup) {
        let main = self.current;
        self.list[main].verb = Some(group);
        self.list.push(Clause::new(ClauseKind::Relative, Some(verb), Some(main)));
        self.owner[verb.first - 1..group.first].fill(self.list.len() - 1);
        self.done = self.done.max(group.first);
    }

    /// The words from the first to the last comma of an enumeration in front of a verb: "the leaders
    /// of Norway, Sweden, and Finland met".
    pub(super) fn list_before(&self, low: usize, verb: usize) -> std::ops::Range<usize> {
        let joint = (low..verb).rfind(|&at| {
            let word = &self.words[at];
            word.is(WordClass::COORDINATOR) && at > 0 && self.words[at - 1].is_sign(",")
        });
        // "a close friend, and appointed": a verb right behind the conjunction closes no list of nouns.
        let Some(joint) = joint.filter(|&joint| self.has_subject(joint + 1, verb)) else {
            return 0..0;
        };
        let commas = (low.max(1)..joint - 1).filter(|&at| {
            self.words[at].is_sign(",")
                && self.words[at - 1].tag.is_nominal()
                && self.words[at - 1].timex.is_none()
                && is_list_comma(self.words, at)
        });
        commas.min().map_or(0..0, |first| first..joint + 1)
    }

    /// "and [on 3 May 1920, two days before the war], he left": whether only times stand between a
    /// conjunction and a comma, and what they are counted from.
    pub(super) fn only_times(&self, from: usize, comma: usize) -> bool {
        let between = &self.words[from..comma];
        let mut parts = between.split(|word| word.is_sign(",") && word.timex.is_none());
        let first = parts.next().unwrap_or_default();
        let plain = |word: &Word<'_>| !word.tag.is_verbal() && !word.is(WordClass::COORDINATOR);
        let counted = |part: &[Word<'_>]| {
            let timed = part.iter().take(2).any(|word| word.timex.is_some());
            (timed || part.iter().any(|word| word.is(WordClass::ANCHOR))) && part.iter().all(plain)
        };
        !first.is_empty()
            && first.iter().all(|word| {
                word.timex.is_some() || matches!(word.tag, Tag::Preposition | Tag::Adverb)
            })
            && parts.all(counted)
    }

    /// "Although there were some, [by 1838, women formed]": where the main clause opens behind one that says
    /// what was the case, which has no time of its own.
    pub(super) fn behind_state(&self, previous: &VerbGroup, comma: usize) -> Option<usize> {
        let state = self.words[previous.head].is(WordClass::BE)
            && self.list[self.current].kind == ClauseKind::Subordinate;
        let before = (previous.end..comma).rfind(|&at| self.words[at].is_sign(","))?;
        let timed = self.words[previous.end..before].iter().any(|word| word.timex.is_some());
        (state && !timed && self.only_times(before + 1, comma)).then_some(before + 1)
    }

    /// "Driven by pride, [on 25 June 1876, Orr struck]": where the main clause opens behind a participle in front that has no
    /// time of its own, if only times stand between. When somebody was born the participle says.
    pub(super) fn behind_front_participle(
        &self,
        previous: &VerbGroup,
        comma: usize,
    ) -> Option<usize> {
        let front = previous.first == 0
            && matches!(previous.tense, Tense::Participle | Tense::Gerund)
            && self.words[previous.head].entry.verb != Some(Category::Birth);
        let sets_off = |&at: &usize| self.words[at].is_sign(",") && self.words[at].timex.is_none();
        let before = (previous.end..comma).rfind(sets_off).filter(|_| front)?;
        let timed = self.words[previous.end..before].iter().any(|word| word.timex.is_some());
        (!timed && self.only_times(before + 1, comma)).then_some(before + 1)
    }

    /// 'said: ["At 7:08 a.m., troops]', "ran a mill; [in 1850, he]": where a clause opens behind a colon or a
    /// semicolon, if only times stand between that and a comma.
    pub(super) fn behind_colon(&self, from: usize, comma: usize) -> Option<usize> {
        let parts = |at: usize| self.words[at].is_sign(":") || self.words[at].is_sign(";");
        let colon = (from..comma).rfind(|&at| parts(at))?;
        let first = colon + 1 + usize::from(is_quotation_mark(&self.words[colon + 1]));
        (first < comma && self.only_times(first, comma)).then_some(colon + 1)
    }

    /// ", such [as] the Golden Horde,", "steps such [as] the tax": the word leads an example of what stands before.
    pub(super) fn leads_example(&self, at: usize) -> bool {
        at > 1 && self.words[at - 1].tag == Tag::Adjective && {
            let noun = &self.words[at - 2];
            noun.is_sign(",")
                || self.words[at - 1].is(WordClass::DEMONSTRATIVE) && noun.tag.is_nominal()
        }
    }

    /// Where articles are relative pronouns too, only a comma before one tells.
    pub(super) fn can_relate(&self, at: usize) -> bool {
        let comma = |at: Option<usize>| at.is_some_and(|at| self.words[at].is_sign(","));
        !self.syntax.verb_second
            || comma(at.checked_sub(1))
            || self.words[at - 1].tag == Tag::Preposition
                && !self.words[at - 1].is(WordClass::COMPLEMENTISER | WordClass::SUBORDINATOR)
                && comma(at.checked_sub(2))
    }

    /// "an inquiry into that disaster": whether a word only points at the noun behind it.
    pub(super) fn points(&self, at: usize) -> bool {
        let word = &self.words[at];
        let noun = self.words.get(at + 1).is_some_and(|next| next.tag == Tag::Noun);
        let led = at.checked_sub(1).is_some_and(|at| self.words[at].tag == Tag::Preposition);
        led && word.tag == Tag::Determiner
            && word.is(WordClass::DEMONSTRATIVE)
            && word.is(WordClass::COMPLEMENTISER)
            && noun
    }

    /// "more than a hundred people had died": whether a word says what a number is compared with.
    pub(super) fn compares_number(&self, at: usize) -> bool {
        let number = |word: &Word<'_>| word.tag == Tag::Number || word.numeral;
        let behind = self.words.get(at + 1..).unwrap_or_default().iter();
        let mut behind = behind.skip_while(|word| word.is(WordClass::INDEFINITE) && !word.numeral);
        self.words[at].is(WordClass::COMPARISON) && behind.next().is_some_and(number)
    }

    /// "..., [die Stadt fiel im Mai]", "[Bis zum Mai] kämpften sie": where the verb stands second, a
    /// clause that depends on another one opens behind a sign and closes with its verb.
    pub(super) fn can_depend(&self, at: usize, group: &VerbGroup) -> bool {
        let opens = |at: usize| {
            let before = at.checked_sub(1).map(|before| &self.words[before]);
            before
                .is_none_or(|word| word.kind == TokenKind::Sign || word.is(WordClass::COORDINATOR))
        };
        // ", in dem", ", erst als"
        let led = at > 0 && matches!(self.words[at - 1].tag, Tag::Preposition | Tag::Adverb);
        let closes = group.head < group.end
            && self.words.get(group.end).is_none_or(|next| {
                next.kind == TokenKind::Sign
                    || next.tag == Tag::To
                    || next.is(WordClass::COORDINATOR | WordClass::COMPARISON)
            });
        !self.syntax.verb_second || closes && (opens(at) || led && opens(at - 1))
    }

    /// "; 1884 - sold to": where the time that a dash sets off labels what stands behind it, the
    /// clause opens before it.
    pub(super) fn labelled(&self, dash: usize) -> Option<usize> {
        let timex = self.words[dash.checked_sub(1)?].timex?;
        let first = (0..dash).rev().take_while(|&at| self.words[at].timex == Some(timex)).last()?;
        first.checked_sub(1).filter(|&at| self.words[at].is_sign(";"))
    }

    /// "in which" opens with its preposition, and an opener takes the comma before it along.
    pub(super) fn with_preposition(&self, at: usize) -> usize {
        let relates = self.words[at].is(WordClass::RELATIVE) || self.words[at].tag == Tag::Relative;
        self.preposition_before(at).filter(|_| relates).unwrap_or(at)
    }

    /// The preposition right before a word, or before the adverb there: "on just how".
    pub(super) fn preposition_before(&self, at: usize) -> Option<usize> {
        let graded = at.checked_sub(1).is_some_and(|before| {
            let word = &self.words[before];
            word.tag == Tag::Adverb && word.timex.is_none() && self.words[at].tag == Tag::Relative
        });
        let before = at.checked_sub(1 + usize::from(graded))?;
        (self.words[before].tag == Tag::Preposition).then_some(before)
    }

    /// "voted 3–1": whether a dash stands between two numbers.
    pub(super) fn is_tally(&self, dash: usize) -> bool {
        let number =
            |at: usize| self.words.get(at).is_some_and(|word| word.kind == TokenKind::Number);
        dash > 0 && number(dash - 1) && number(dash + 1)
    }

    /// Whether a noun or a pronoun stands between: something that can be a subject.
    pub(super) fn has_subject(&self, from: usize, to: usize) -> bool {
        self.words.get(from..to).unwrap_or_default().iter().any(|word| {
            word.timex.is_none()
                && word.depth == 0
                && (word.tag.is_nominal()
                    || matches!(word.tag, Tag::Pronoun | Tag::Existential | Tag::Number)
                    || word.is(WordClass::DEMONSTRATIVE) && word.tag == Tag::Determiner)
        })
    }
}

/// Whether words are a time and the preposition that leads it.
pub(super) fn is_led_time(words: &[Word<'_>]) -> bool {
    let [led, time @ ..] = words else { return false };
    led.tag == Tag::Preposition && !time.is_empty() && time.iter().all(|word| word.timex.is_some())
}

/// "the drones [Russia] launched": where a name starts that ends at a word, right behind a common noun
/// that does not say who that is.
pub(super) fn is_behind_noun(words: &[Word<'_>], last: usize) -> Option<usize> {
    let name = |word: &&Word<'_>| word.tag == Tag::Name && word.is_upper() && word.timex.is_none();
    let length = words[..=last].iter().rev().take_while(name).count();
    let first = last + 1 - length;
    let noun = first.checked_sub(1).map(|at| &words[at]).filter(|_| length > 0)?;
    let called = WordClass::ROLE
        | WordClass::GROUP
        | WordClass::ORGANISATION
        | WordClass::REGION
        | WordClass::WATER
        | WordClass::SITE
        | WordClass::PLACE_ANAPHOR;
    (noun.tag == Tag::Nouns && !noun.is_upper() && !noun.is(called)).then_some(first)
}
