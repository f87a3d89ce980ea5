//! Which languages a text is written in, paragraph by paragraph.
//!
//! Nearly every paragraph is in the language of its document, which a few of its words show: the
//! common words that a pack lists. Only the others are looked at closely, by `whatlang`. What is
//! in a language without a pack is left alone; what is too short to tell is read as what stands
//! before it.

use whatlang::{Detector, Lang, Script};

use super::packs::Language;
use super::{Pack, Packs, Settings};
use crate::document::Block;
use crate::text::Span;

/// Bytes of a document that tell its language as well as the whole.
const SAMPLE: usize = 4096;
/// Bytes of a paragraph that do.
const PARAGRAPH_SAMPLE: usize = 600;
/// Words looked at for common ones.
const WORDS: usize = 48;
/// Common words that show a language, if they are a sixth of the words before them.
const ENOUGH: usize = 3;
/// Words of a document that can show its language.
const MAIN_WORDS: usize = 160;
/// Common words among them that do, if they are an eighth of them and no other language has a
/// quarter as many: a text in a language without a pack has one in twenty.
const MAIN_ENOUGH: usize = 12;
/// Where no other language has one at all, common words are enough if they are one in so many of
/// a paragraph's.
const SOME: usize = 24;
/// Letters that a paragraph must have to be in another language than its document.
const MIN_LETTERS: usize = 60;
/// Letters that it must have to be in a language without a pack: lists of names look like one.
const FOREIGN_LETTERS: usize = 200;

/// A stretch of a text in one language.
#[derive(Clone, Copy, Debug)]
pub struct Stretch<'a> {
    /// From the start of its first paragraph to the start of what follows it.
    pub span: Span,
    /// The pack of its language.
    pub pack: &'a Pack,
}

/// What shows a language.
#[derive(Debug)]
pub(super) struct Signs {
    language: Option<Lang>,
    /// Whether it is written in Latin letters.
    latin: bool,
    /// Its common words.
    pub(super) common: Vec<String>,
    fallback: bool,
}

impl Signs {
    pub(super) fn new(settings: &Settings) -> Self {
        let language = Lang::from_code(&settings.iso639_3);
        Self {
            language,
            latin: language.is_some_and(|lang| Script::Latin.langs().contains(&lang)),
            common: settings.common_words.clone(),
            fallback: settings.fallback,
        }
    }

    pub(super) const fn is_fallback(&self) -> bool {
        self.fallback
    }

    /// Whether a text has no letters but those that any language written like this one has.
    fn is_plain(&self, text: &str) -> bool {
        self.latin && !text.contains(|c: char| !c.is_ascii() && c.is_alphabetic())
    }
}

impl Packs {
    /// The pack for a text as a whole: of the language that it declares, or else of the one that
    /// it is written in. `None` if that language has no pack.
    #[must_use]
    pub fn detect(&self, text: &str, declared: Option<&str>) -> Option<&Pack> {
        self.main_language(text, declared)?.pack()
    }

    fn main_language(&self, text: &str, declared: Option<&str>) -> Option<&Language> {
        if let Some(language) = declared.and_then(|tag| self.language(tag)) {
            return Some(language);
        }
        let sample = start_of(text, SAMPLE);
        if let Some(language) = self.shown(sample) {
            return Some(language);
        }
        if let Some(found) = whatlang::detect(sample)
            && (found.is_reliable() || self.by_lang(found.lang()).is_some())
        {
            return self.by_lang(found.lang());
        }
        self.likeliest(sample).or_else(|| self.languages().first())
    }

    /// The language that the common words of a document's start leave no doubt of.
    fn shown(&self, text: &str) -> Option<&Language> {
        let languages = self.languages();
        let mut counts = vec![0; languages.len()];
        let mut all = 0;
        for languages in self.common_words().languages(text).take(MAIN_WORDS) {
            all += 1;
            for language in languages.numbers() {
                counts[language] += 1;
            }
        }
        let (first, &most) = counts.iter().enumerate().max_by_key(|(_, count)| **count)?;
        let others = counts.iter().sum::<usize>() - most;
        (most >= MAIN_ENOUGH && most * 8 >= all && others * 4 <= most).then(|| &languages[first])
    }

    fn by_lang(&self, lang: Lang) -> Option<&Language> {
        self.languages().iter().find(|language| language.signs.language == Some(lang))
    }

    /// Which language with a pack is the likeliest one, if it must be one of these.
    fn likeliest(&self, text: &str) -> Option<&Language> {
        let known = self.languages().iter().filter_map(|language| language.signs.language);
        let found = Detector::with_allowlist(known.collect()).detect(text)?;
        self.by_lang(found.lang()).filter(|_| found.is_reliable())
    }

    /// The stretches of a text that have a pack, in order; what is in another language is left
    /// out. `blocks` are the text's blocks; without them, blank lines part its paragraphs.
    #[must_use]
    pub fn stretches(
        &self,
        text: &str,
        blocks: &[Block],
        declared: Option<&str>,
    ) -> Vec<Stretch<'_>> {
        let main = self.main_language(text, declared);
        let starts = paragraph_starts(text, blocks);
        let ends = starts.iter().skip(1).copied().chain([text.len() as u32]);
        let spans: Vec<Span> =
            starts.iter().zip(ends).map(|(&start, end)| Span { start, end }).collect();
        let told: Vec<Told<'_>> = spans.iter().map(|span| self.told(span.of(text), main)).collect();
        let mut stretches: Vec<Stretch<'_>> = Vec::new();
        for (&span, language) in spans.iter().zip(settled(&told, main)) {
            let Some(pack) = language.and_then(Language::pack) else { continue };
            match stretches.last_mut() {
                Some(last) if last.span.end == span.start && std::ptr::eq(last.pack, pack) => {
                    last.span.end = span.end;
                }
                _ => stretches.push(Stretch { span, pack }),
            }
        }
        stretches
    }

    /// What a paragraph tells of its language.
    fn told<'a>(&'a self, paragraph: &str, main: Option<&'a Language>) -> Told<'a> {
        let sample = start_of(paragraph, PARAGRAPH_SAMPLE);
        let common = main.map(|main| (main, self.common(main, sample)));
        if let Some((main, Common::Enough)) = common {
            return Told::Language(Some(main));
        }
        let letters = letters(sample);
        if letters < MIN_LETTERS {
            return self.told_by_script(sample, main);
        }
        if let Some((main, Common::Alone { common, words })) = common {
            // A short one in a language without a pack tells nothing either.
            if letters < FOREIGN_LETTERS && main.signs.is_plain(sample) {
                return Told::Nothing;
            }
            if common >= ENOUGH && common * SOME >= words {
                return Told::Language(Some(main));
            }
        }
        match whatlang::detect(sample).filter(whatlang::Info::is_reliable) {
            Some(found) => match self.by_lang(found.lang()) {
                None if letters < FOREIGN_LETTERS => Told::Nothing,
                language => Told::Language(language),
            },
            None => Told::Nothing,
        }
    }

    /// What the common words of a paragraph say of the document's language. Nearly always the
    /// first few words leave no doubt.
    fn common(&self, main: &Language, sample: &str) -> Common {
        let number = self.number(main);
        let (mut common, mut count, mut alone) = (0, 0, true);
        for languages in self.common_words().languages(sample) {
            if languages.has(number) {
                common += 1;
                if count < WORDS && common >= ENOUGH && common * 6 > count {
                    return Common::Enough;
                }
            } else if !languages.is_empty() {
                alone = false;
            }
            count += 1;
            if !alone && count >= WORDS {
                break;
            }
        }
        if alone { Common::Alone { common, words: count } } else { Common::Mixed }
    }

    fn number(&self, language: &Language) -> usize {
        let known = |other: &Language| std::ptr::eq(other, language);
        self.languages().iter().position(known).unwrap_or_default()
    }

    /// What a few words tell: only that they cannot be in the document's language, which is
    /// written otherwise.
    fn told_by_script(&self, sample: &str, main: Option<&Language>) -> Told<'_> {
        if sample.is_ascii() && main.is_some_and(|main| main.signs.latin) {
            return Told::Nothing;
        }
        let main_lang = main.and_then(|main| main.signs.language);
        let script = whatlang::detect_script(sample);
        match (script, main_lang) {
            (Some(script), Some(lang)) if !script.langs().contains(&lang) => {
                Told::Language(self.likeliest(sample))
            }
            _ => Told::Nothing,
        }
    }
}

/// What the common words of a paragraph say of its document's language.
#[derive(Clone, Copy)]
enum Common {
    /// The first words show that it is in that language.
    Enough,
    /// So many of its words are common ones of that language, and none is one of another.
    Alone { common: usize, words: usize },
    /// Some are common ones of another language.
    Mixed,
}

/// What one paragraph tells of its language.
#[derive(Clone, Copy)]
enum Told<'a> {
    /// Nothing: it is too short.
    Nothing,
    /// It is this one; `None` if that has no pack.
    Language(Option<&'a Language>),
}

/// The language of every paragraph. One that does not tell has the language of the one before,
/// but the last before a change has that of the next one: it is its heading.
fn settled<'a>(told: &[Told<'a>], main: Option<&'a Language>) -> Vec<Option<&'a Language>> {
    let mut language = main;
    let next = told.iter().skip(1).map(Some).chain([None]);
    told.iter()
        .zip(next)
        .map(|(told, next)| {
            match (told, next) {
                (Told::Language(known), _) => language = *known,
                (Told::Nothing, Some(Told::Language(Some(known)))) => language = Some(known),
                (Told::Nothing, _) => {}
            }
            language
        })
        .collect()
}

/// Where paragraphs start, the first one at 0.
fn paragraph_starts(text: &str, blocks: &[Block]) -> Vec<u32> {
    let mut starts = vec![0];
    if blocks.is_empty() {
        let bytes = text.as_bytes();
        let blank = |&line: &usize| {
            let rest = &bytes[line + 1..];
            rest.iter().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r')) == Some(&b'\n')
        };
        starts.extend(memchr::memchr_iter(b'\n', bytes).filter(blank).map(|at| at as u32));
    } else {
        starts.extend(blocks.iter().map(|block| block.span.start).filter(|&start| start > 0));
    }
    starts
}

/// The letters of a paragraph, as many as it takes to tell a language without a pack.
fn letters(sample: &str) -> usize {
    if sample.is_ascii() {
        let letters = sample.bytes().filter(u8::is_ascii_alphabetic).count();
        return letters.min(FOREIGN_LETTERS);
    }
    sample.chars().filter(|c| c.is_alphabetic()).take(FOREIGN_LETTERS).count()
}

/// At most so many bytes from the start of a text.
fn start_of(text: &str, bytes: usize) -> &str {
    &text[..text.floor_char_boundary(bytes)]
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str = "The ministers of the two countries met in the capital and agreed that \
                           the talks should go on in the spring.\n\n";
    const GERMAN: &str = "Die Minister der beiden Länder trafen sich in der Hauptstadt und wollen \
                          die Gespräche im Frühjahr fortsetzen, wie es hieß.\n\n";
    const UKRAINIAN: &str = "Міністри обох країн зустрілися у столиці й домовилися продовжити \
                             переговори навесні, повідомили в уряді.\n\n";
    const FRENCH: &str = "Les ministres des deux pays se sont réunis dans la capitale et ont \
                          décidé de poursuivre les discussions au printemps, selon leurs services. \
                          Une nouvelle rencontre est prévue avant la fin du mois dans la même \
                          ville, où seront invités les représentants des régions voisines.\n\n";

    /// Packs without words, which is all that detection needs.
    fn packs() -> Packs {
        let pack = |tag: &str, code: &str, more: &str| {
            let text = format!("iso639-3 = '{code}'\n{more}");
            Pack::load(tag, &[("language.toml", text.as_str())]).expect("a pack")
        };
        Packs::new(vec![
            pack("de", "deu", ""),
            pack("en", "eng", "undetected = 'read'\ncommon-words = ['the of and that']"),
            pack("uk", "ukr", ""),
        ])
    }

    fn check(text: &str, expected: &[(&str, &str)]) {
        let packs = packs();
        let found: Vec<(&str, &str)> = packs
            .stretches(text, &[], None)
            .iter()
            .map(|stretch| (stretch.pack.tag(), stretch.span.of(text).trim()))
            .collect();
        let expected: Vec<(&str, &str)> =
            expected.iter().map(|(tag, text)| (*tag, text.trim())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_text_in_one_language_is_one_stretch() {
        for (tag, text) in [("en", ENGLISH), ("de", GERMAN), ("uk", UKRAINIAN)] {
            let text = text.repeat(3);
            check(&text, &[(tag, &text)]);
        }
    }

    #[test]
    fn paragraphs_in_other_languages_have_their_own_packs() {
        let text = [ENGLISH, ENGLISH, GERMAN, UKRAINIAN, ENGLISH].concat();
        let english = ENGLISH.repeat(2);
        check(&text, &[("en", &english), ("de", GERMAN), ("uk", UKRAINIAN), ("en", ENGLISH)]);
    }

    #[test]
    fn a_language_without_a_pack_is_left_alone() {
        check(FRENCH, &[]);
        let text = [ENGLISH, ENGLISH, FRENCH, ENGLISH].concat();
        let english = ENGLISH.repeat(2);
        check(&text, &[("en", &english), ("en", ENGLISH)]);
    }

    #[test]
    fn short_paragraphs_inherit_and_headings_go_with_what_they_head() {
        let text = [ENGLISH, "May 1941\n\n", ENGLISH, "Berlin\n\n", GERMAN, "12. 5.\n\n"].concat();
        let english = [ENGLISH, "May 1941\n\n", ENGLISH].concat();
        let german = ["Berlin\n\n", GERMAN, "12. 5.\n\n"].concat();
        check(&text, &[("en", &english), ("de", &german)]);
        let text = [ENGLISH, "24 лютого 2022 року\n\n", ENGLISH].concat();
        check(&text, &[("en", ENGLISH), ("uk", "24 лютого 2022 року"), ("en", ENGLISH)]);
    }

    #[test]
    fn a_few_words_are_read_with_the_pack_for_what_is_not_detected() {
        check("12:30", &[("en", "12:30")]);
        check("", &[("en", "")]);
    }
}
