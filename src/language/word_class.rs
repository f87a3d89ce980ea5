//! What a pack can say of a word, as a set.

use std::ops::{BitOr, BitOrAssign};

/// A set of classes that a word belongs to.
///
/// It is aligned as half of it would be, which leaves no holes in what is kept of every word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[repr(Rust, packed(8))]
pub struct WordClass(u128);

macro_rules! classes {
    ($($(#[$doc:meta])* $constant:ident = $bit:literal, $section:literal, $key:literal;)*) => {
        impl WordClass {
            $($(#[$doc])* pub const $constant: Self = Self(1 << $bit);)*

            /// Every class with the section and the key under which packs list its words.
            pub(super) const LISTED: &'static [(&'static str, &'static str, Self)] =
                &[$(($section, $key, Self::$constant)),*];
        }
    };
}

classes! {
    /// The verb of mere being.
    BE = 0, "verbs", "be";
    /// The auxiliary of completed tenses.
    HAVE = 1, "verbs", "have";
    /// The auxiliary of emphasis and negation.
    DO = 2, "verbs", "do";
    /// A state: no event unless a time of its own is given.
    STATE = 3, "verbs", "state";
    /// A verb that says little without its object or subject.
    LIGHT = 4, "verbs", "light";
    /// A verb that says that the one behind it begins, goes on or ends.
    ASPECT = 5, "verbs", "aspect";
    /// A verb that hands over to what is said.
    SAYING = 6, "verbs", "saying";
    /// A verb that gives what is said as somebody's word.
    CLAIM = 7, "verbs", "claim";
    /// What depends on it is not there yet.
    PLAN = 8, "verbs", "plan";
    /// What depends on it did not happen.
    DENY = 9, "verbs", "deny";
    /// What depends on it is in doubt.
    DOUBT = 10, "verbs", "doubt";
    /// A verb that ties its event to one that is told elsewhere.
    LINK = 11, "verbs", "link";
    /// People and bodies in general.
    GROUP = 12, "nouns", "group";
    /// A title or an office.
    ROLE = 13, "nouns", "role";
    /// A name that holds it is a body's.
    ORGANISATION = 14, "nouns", "organisation";
    /// A name that ends in it is a region's.
    REGION = 15, "nouns", "region";
    /// A name that ends in it is a water's.
    WATER = 16, "nouns", "water";
    /// A name that ends in it is a site's.
    SITE = 17, "nouns", "site";
    /// Stands for a place that was named before.
    PLACE_ANAPHOR = 18, "nouns", "place_anaphor";
    /// A measure.
    MEASURE = 19, "nouns", "measure";
    /// Says no.
    NEGATION = 20, "words", "negation";
    /// An auxiliary of the future.
    FUTURE = 21, "words", "future";
    /// An auxiliary of possibility.
    POSSIBLE = 22, "words", "possible";
    /// An auxiliary of the conditional and of the future in the past.
    WOULD = 23, "words", "would";
    /// Starts a condition.
    CONDITIONAL = 24, "words", "conditional";
    /// Says that it is hearsay.
    HEARSAY = 25, "words", "hearsay";
    /// Starts the naming of a source.
    ATTRIBUTION = 26, "words", "attribution";
    /// Starts a subordinate clause.
    SUBORDINATOR = 27, "words", "subordinator";
    /// Starts what is said.
    COMPLEMENTISER = 28, "words", "complementiser";
    /// Starts a relative clause.
    RELATIVE = 29, "words", "relative";
    /// Joins clauses or phrases.
    COORDINATOR = 30, "words", "coordinator";
    /// A pronoun for something named before.
    THIRD_PERSON = 31, "words", "third_person";
    /// A pronoun for a man.
    MASCULINE = 32, "words", "masculine";
    /// A pronoun for a woman.
    FEMININE = 33, "words", "feminine";
    /// A pronoun for several.
    PLURAL = 34, "words", "plural";
    /// A verb in the form that several take.
    PLURAL_VERB = 114, "words", "plural_verb";
    /// A verb in the form that one takes.
    SINGULAR_VERB = 118, "words", "singular_verb";
    /// Stands between the two parties of a case.
    VERSUS = 115, "words", "versus";
    /// A pronoun for a thing.
    NEUTER = 35, "words", "neuter";
    /// A pronoun for the speaker.
    FIRST_PERSON = 36, "words", "first_person";
    /// Points at something.
    DEMONSTRATIVE = 37, "words", "demonstrative";
    /// A preposition that a place can follow.
    PLACE_PREPOSITION = 38, "words", "place_preposition";
    /// A preposition that little but a place or a time follows.
    PLACE_ONLY = 39, "words", "place_only";
    /// A verb whose object or goal is a place.
    MOTION = 40, "words", "motion_verb";
    /// A given name.
    GIVEN_NAME = 41, "names", "given";
    /// A small word inside a name.
    NAME_PARTICLE = 42, "names", "particles";
    /// A capitalised word that is no name.
    NOT_A_NAME = 43, "names", "not_names";
    /// A name that is rarely a place.
    PLACE_STOP = 44, "places", "stop";
    /// A capital that stands for its government.
    CAPITAL_ACTOR = 45, "places", "capital_actor";
    /// A dash between clauses.
    DASH = 46, "words", "dash";
    /// Ties its noun to another event: "the anniversary of".
    YEAR_ROUND = 47, "words", "year_round";
    /// Joins the parts of a body's name: "University of".
    NAME_LINK = 48, "names", "links";
    /// Says that something stands before or after another event.
    ANCHOR = 49, "words", "anchor";
    /// Saying it is doing it.
    PERFORMATIVE = 50, "verbs", "performative";
    /// An event starts.
    START = 51, "verbs", "start";
    /// An event ends.
    FINISH = 52, "verbs", "finish";
    /// Says only that its subject happened.
    OCCUR = 53, "verbs", "occur";
    /// A direction, which can start a name.
    COMPASS = 54, "names", "compass";
    /// Says that its noun is a known one.
    ARTICLE = 55, "words", "article";
    /// Says that sums, shares or prices are meant.
    MONEY = 56, "nouns", "money";
    /// A part of a place, or what lies by it.
    PLACE_PART = 58, "nouns", "place_part";
    /// A word that only closes the time in front of it.
    TIME_TAIL = 59, "words", "time_tail";
    /// The auxiliary of the passive alone.
    PASSIVE = 60, "verbs", "passive";
    /// The first part of a verb that can stand apart from it.
    SEPARABLE = 62, "inflection", "separable";
    /// A number, or a vague one: "dozens".
    NUMERAL = 65, "amounts", "numbers";
    /// The past of a verb, where it is not its base form too; packs need not list these.
    PAST_FORM = 57, "verbs", "past_form";
    /// A past that is not the participle too.
    PAST_ONLY = 61, "verbs", "past_only";
    /// A verb whose past and participle are its base form.
    INVARIANT = 63, "verbs", "invariant";
    /// Before the time at which what was negated came about: "not until May".
    UNTIL = 64, "words", "until";
    /// Between a stretch of time and the event that it is counted on from: "two days after".
    LATER = 66, "words", "later";
    /// Between a stretch of time and the event that it is counted back from.
    EARLIER = 67, "words", "earlier";
    /// Says that its noun is new: "a".
    INDEFINITE = 68, "words", "indefinite";
    /// Before what something is compared with: "than in 1990".
    COMPARISON = 69, "words", "comparison";
    /// What somebody says of what others did.
    STANCE = 70, "verbs", "stance";
    /// Before a state it says what something is about.
    TOPIC = 71, "words", "topic";
    /// An article that can stand before whose something is.
    GENITIVE_ARTICLE = 72, "words", "genitive_article";
    /// Opens a clause that tells what happened at a place.
    WHERE = 73, "words", "where";
    /// Opens a clause that says more of a person.
    WHO = 74, "words", "who";
    /// Opens a clause that says more of the owner of what it is about.
    WHOSE = 113, "words", "whose";
    /// A preposition of where something comes from.
    SOURCE = 75, "words", "source";
    /// An article or a pronoun in a case that no subject has.
    OBLIQUE = 79, "words", "oblique";
    /// A verb whose neuter subject most often stands for nothing: "es gibt".
    IMPERSONAL = 78, "verbs", "impersonal";
    /// A verb that gives its object another time: "postpone".
    RESCHEDULE = 80, "verbs", "reschedule";
    /// Before the time that something is put to: "moved to May".
    TARGET = 81, "words", "target";
    /// Before an amount that another one is measured by: "against 7,000 in 2019".
    AGAINST = 82, "words", "against";
    /// Before the preposition of a goal: what is "en route to" it is not there.
    BOUND = 83, "words", "bound";
    /// It is formed like a verb and only leads a noun: "including".
    LED = 92, "words", "led";
    /// It blurs the time behind it: "about".
    BLUR = 93, "words", "blur";
    /// Says that something came at some time after what was told before: "eventually".
    SUBSEQUENT = 94, "words", "subsequent";
    /// A noun whose clause says what it holds: "the decision that".
    CONTENT = 84, "nouns", "content";
    /// A plan that is named by the year that it is for: "the 2030 Agenda".
    PROGRAMME = 85, "nouns", "programme";
    /// Behind a name, of which it is no part: "Jr.".
    NAME_SUFFIX = 86, "names", "suffixes";
    /// Before an office or a title it says that it is over: "the former director".
    FORMER = 87, "words", "former";
    /// What is said of somebody who did what the infinitive behind it tells: "fortunate to".
    ABLE = 91, "words", "able";
    /// A noun that "in" and "of" make a preposition of: "in favour of".
    PHRASAL = 88, "nouns", "phrasal";
    /// Says what rank something has among its like: "the highest since".
    RANK = 89, "words", "rank";
    /// A noun for a woman.
    FEMALE = 103, "nouns", "female";
    /// A noun for a man.
    MALE = 104, "nouns", "male";
    /// Adds what else there was: "with thousands protesting".
    ADDING = 105, "words", "adding";
    /// Behind a win it leads to who lost: "a win over Norway".
    BEATEN = 111, "words", "beaten";
    /// A verb that says what its subject is about: "covering the war".
    DEPICTING = 112, "verbs", "depicting";
    /// How often something is so: "often".
    FREQUENT = 106, "words", "frequent";
    /// A noun that makes an adverb with the preposition before it: "in fact".
    ADVERBIAL = 107, "nouns", "adverbial";
    /// A verb that acts on what is there already: "amended the statute".
    EXISTING = 102, "verbs", "existing";
    /// An adverb that weighs the word behind it and means nothing alone: "very".
    GRADING = 101, "words", "grading";
    /// An adverb that ties what is told to what was told before: "also".
    LOOSE = 100, "words", "loose";
    /// Says that what the verb tells hardly came about, or all but did, or is false: "barely".
    QUALIFYING = 97, "words", "qualifying";
    /// A verb whose object is told what stands behind "that": "told the crowd that".
    TELLING = 98, "verbs", "telling";
    /// A verb whose subject gets to know, or lets know, what stands behind "that": "found that".
    FINDING = 99, "verbs", "finding";
    /// A verb whose object is hardly ever anything but a place: "besiege".
    PLACE_VERB = 90, "verbs", "place_verb";
    /// A verb that other verbs are made of and that alone says little: known, and no more.
    PLAIN_VERB = 110, "verbs", "plain";
    /// A noun that says what one written together with it is too: "Bombenanschlag".
    COMPOUNDED = 109, "nouns", "compounds";
    /// A modal verb in the past: what it says had to be done was done.
    HAD_TO = 108, "words", "had_to";
    /// A verb that takes whom something is done to beside what is done: "geben".
    HANDING = 116, "verbs", "handing";
    /// Opens an infinitive that says what for something is done, or what is not done with it: "um".
    PURPOSE = 117, "words", "purpose";
    /// What is named behind it was not done: "without asking", "instead of".
    UNDONE = 119, "words", "undone";
    /// Opens a clause that tells what went on beside what the main one tells: "as", "while".
    MEANWHILE = 121, "words", "meanwhile";
    /// Leads to what something is called, likened to or graded by: "known as", "As in 1800".
    LIKENING = 122, "words", "likening";
    /// Before the years in a bracket behind a name: they are those of what its bearer did.
    TENURE = 123, "words", "tenure";
    /// Says that something came directly next.
    NEXT = 124, "words", "next";
    /// A verb of motion that ends where its subject then is.
    ARRIVAL = 125, "verbs", "arrival";
    /// A verb that leads from a thing to its name: "a party called".
    NAMING = 120, "verbs", "naming";
    /// What its name tells a place of is there: a court, police, a festival.
    AT_HOME = 126, "nouns", "at_home";
    /// Before a verb in the infinitive.
    INFINITIVE = 76, "words", "infinitive";
    /// An article or a pronoun in the case of subjects, and in no other one.
    NOMINATIVE = 77, "words", "nominative";
}

impl WordClass {
    /// Whether it holds any of the others.
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// It without any of the others.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether it is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for WordClass {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for WordClass {
    fn bitor_assign(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_classes_are_one_bit() {
        let mut seen = WordClass::default();
        for (section, key, class) in WordClass::LISTED {
            assert!(!seen.has(*class), "{section}.{key} has the bit of another class");
            seen |= *class;
        }
    }
}
