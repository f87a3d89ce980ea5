//! Tagging, resolving and understanding through the English pack.

use super::{Timex, tag, tag_stretches, understand};
use crate::document::{DateCandidate, DateOrigin};
use crate::event::{Operation, Reference};
use crate::language::{Pack, Packs, Stretch};
use crate::text::Span;
use crate::time::{Granularity, Interval, Moment};

fn english() -> &'static Pack {
    Packs::embedded().get("en").expect("the English pack")
}

fn dated(date: &str) -> DateCandidate {
    DateCandidate {
        interval: Interval::from_iso(date).expect("a date"),
        origin: DateOrigin::FileName,
        words: String::new(),
        span: None,
    }
}

fn ends(interval: Option<Interval>) -> String {
    let Some((start, end)) = interval.map(|interval| interval.iso_ends()) else {
        return "none".to_owned();
    };
    format!("{} {}", start.unwrap_or_default(), end.unwrap_or_default())
}

#[test]
fn relative_times_are_placed_by_the_documents_date() {
    let check = |text: &str, expected: &str, unit: Granularity| {
        let timexes = tag(text, &[], english()).resolve(Some(&dated("2023-11-29")));
        assert_eq!(timexes.len(), 1, "{text}: {timexes:?}");
        assert_eq!(ends(timexes[0].interval), expected, "{text}");
        let granularity = timexes[0].interval.map(|interval| interval.granularity());
        assert_eq!(granularity, Some(unit), "{text}");
    };
    check("Last year, Kyiv asked for more.", "2022 2022", Granularity::Year);
    check("This year they met again.", "2023 2023", Granularity::Year);
    check("They will meet in the coming year.", "2024 2024", Granularity::Year);
    check("In the past year, aid grew.", "2022-11-29 2023-11-29", Granularity::Year);
    check("They met on Tuesday.", "2023-11-28 2023-11-28", Granularity::Day);
    check("It fell two weeks ago.", "2023-11-13 2023-11-19", Granularity::Week);
    check(
        "From 24 February to 2 April 2022 they fought.",
        "2022-02-24 2022-04-02",
        Granularity::Day,
    );
    check("Early in March 2022 it was over.", "2022-03-01 2022-03-10", Granularity::Day);
}

#[test]
fn without_a_date_nothing_relative_is_placed() {
    for text in ["Last year it grew.", "They met on Tuesday.", "It fell two weeks ago.", "today"] {
        let timexes = tag(text, &[], english()).resolve(None);
        assert_eq!(timexes.len(), 1, "{text}");
        assert_eq!(timexes[0].interval, None, "{text}");
        assert_eq!(timexes[0].derivation.reference, Reference::Missing, "{text}");
    }
}

#[test]
fn another_date_moves_what_depends_on_it_and_nothing_else() {
    let tagged = tag("In 1991 it was free. Last year it grew.", &[], english());
    let at = |date: &str| {
        tagged.resolve(Some(&dated(date))).iter().map(|t| t.value.clone()).collect::<Vec<_>>()
    };
    assert_eq!(at("2023-11-29"), ["1991", "2022"]);
    assert_eq!(at("2015-01-01"), ["1991", "2014"]);
}

#[test]
fn a_story_is_counted_from_its_own_dates() {
    let text = "The war began on 1 September 1939. Two days later Britain joined. In October the \
                city fell. The next year France was invaded in May. In 1942 the tide turned. In \
                October it was over, and by 3 May 1945 so was the war.";
    let timexes = tag(text, &[], english()).resolve(None);
    let values: Vec<&str> = timexes.iter().map(|timex| timex.value.as_str()).collect();
    assert_eq!(
        values,
        ["1939-09-01", "1939-09-03", "1939-10", "1940", "1940-05", "1942", "1942-10", "1945-05-03"]
    );
    let operation = &timexes[1].derivation.operation;
    assert_eq!(*operation, Operation::Shift { amount: 2, unit: Granularity::Day });
}

#[test]
fn entries_are_counted_from_their_own_dates() {
    let text = "3 May 1943\n\nIt rained today. Yesterday we crossed the river.\n\n10 May 1943: \
                We left last night, and on Friday we rested.";
    let timexes = tag(text, &[], english()).resolve(Some(&dated("2021-03-10")));
    let values: Vec<&str> = timexes.iter().map(|timex| timex.value.as_str()).collect();
    assert_eq!(
        values,
        ["1943-05-03", "1943-05-03", "1943-05-02", "1943-05-10", "1943-05-09TNI", "1943-05-07"]
    );
    assert!(matches!(timexes[2].derivation.reference, Reference::Section { .. }));
}

#[test]
fn last_night_in_a_diary_is_counted_from_the_entry() {
    let text = "4 May 1863\n\nIt rained.\n\n5 May 1863\n\nTomorrow we cross the river. We met \
                last night.";
    let timexes = tag(text, &[], english()).timexes(None);
    let values: Vec<&str> = timexes.iter().map(|timex| timex.value.as_str()).collect();
    assert_eq!(values, ["1863-05-04", "1863-05-05", "1863-05-06", "1863-05-04TNI"]);
}

#[test]
fn times_before_the_era_lie_where_their_names_say() {
    let text = "In the 5th century BC it grew, in the 480s BC it burnt, in the 1st century BC it \
                fell, in the 1st century AD it was rebuilt.";
    let timexes = tag(text, &[], english()).timexes(None);
    let label = |timex: &Timex| timex.interval.map(|interval| interval.label());
    let labels: Vec<String> = timexes.iter().filter_map(label).collect();
    assert_eq!(labels, ["5th century BCE", "480s BCE", "1st century BCE", "1st century"]);
}

#[test]
fn headings_give_their_sections_a_year() {
    let text = "1941\n\nIn June the war began.\n\nWinter 1941-42\n\nIn January it was cold.\n\n\
                1943\n\nIn July they landed.";
    let timexes = tag(text, &[], english()).timexes(None);
    let values: Vec<&str> = timexes.iter().map(|timex| timex.value.as_str()).collect();
    assert_eq!(values, ["1941", "1941-06", "1941-WI", "1942", "1942-01", "1943", "1943-07"]);
}

#[test]
fn the_other_dates_of_a_text_say_which_number_is_the_month() {
    let values = |text: &str| {
        let timexes = tag(text, &[], english()).resolve(Some(&dated("2022-06-01")));
        timexes.iter().map(|timex| timex.value.clone()).collect::<Vec<_>>()
    };
    assert_eq!(values("It opened on 05/03/2022."), ["2022-05-03"]);
    assert_eq!(
        values("It opened on 05/03/2022 and closed on 25/03/2022."),
        ["2022-03-05", "2022-03-25"]
    );
    assert_eq!(values("It is dated 31/31/2022."), Vec::<String>::new());
    let timexes = tag("It opened on 05/03/2022.", &[], english()).resolve(None);
    let others: Vec<String> =
        timexes[0].derivation.alternatives.iter().map(|other| ends(Some(other.interval))).collect();
    assert_eq!(others, ["2022-03-05 2022-03-05"]);
}

#[test]
fn what_may_be_past_or_to_come_keeps_both_readings() {
    let others = |text: &str| {
        let timexes = tag(text, &[], english()).resolve(Some(&dated("2023-11-29")));
        let others = &timexes[0].derivation.alternatives;
        others.iter().map(|other| ends(Some(other.interval))).collect::<Vec<_>>()
    };
    assert_eq!(others("Tuesday"), ["2023-12-05 2023-12-05"]);
    assert_eq!(others("They met on Tuesday."), Vec::<String>::new());
    assert_eq!(others("12 March"), ["2023-03-12 2023-03-12"]);
}

#[test]
fn plain_words_are_understood() {
    let today: Moment = "2023-11-29".parse().expect("a date");
    let check = |words: &str, expected: &str| {
        assert_eq!(ends(understand(words, today, english())), expected, "{words}");
    };
    check("29 November 2023", "2023-11-29 2023-11-29");
    check("29 november 2023", "2023-11-29 2023-11-29");
    check("yesterday", "2023-11-28 2023-11-28");
    check("last friday", "2023-11-24 2023-11-24");
    check("2023-11-29", "2023-11-29 2023-11-29");
    check("may 2022", "2022-05 2022-05");
    check("1848", "1848 1848");
    check("the day I was born", "none");
    check("", "none");
}

#[test]
fn pathological_texts_are_read_in_linear_time() {
    let measure = |text: &str| {
        let start = std::time::Instant::now();
        let found = tag(text, &[], english()).resolve(Some(&dated("2023-11-29"))).len();
        (start.elapsed(), found)
    };
    for piece in [
        "1",
        "of the ",
        "the first ",
        "(",
        "1-",
        "1,000 ",
        "January ",
        "1941-",
        "from 1 to ",
        "early ",
        "a.",
        "\u{301}",
        "день ",
        "两天 ",
        "\"'",
        "- ",
        "twenty-",
        "Feb. ",
        "the next ",
    ] {
        let (short, _) = measure(&piece.repeat(20_000));
        let (long, _) = measure(&piece.repeat(160_000));
        // Eight times the text: far from the 64 times of a quadratic reader, and room for a busy
        // machine.
        assert!(
            long < short * 32 + std::time::Duration::from_millis(300),
            "{piece}: {short:?} {long:?}"
        );
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_tagged_in_order_and_resolved(
        pieces in proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 0..40),
        noise in "\\PC{0,20}",
    ) {
        let text = pieces.concat() + &noise;
        let tagged = tag(&text, &[], english());
        for date in [None, Some(dated("2024-02-29")), Some(dated("0001-01-01"))] {
            let mut last = 0;
            for timex in tagged.timexes(date.as_ref()) {
                proptest::prop_assert!(timex.span.start >= last && timex.span.end > timex.span.start);
                proptest::prop_assert!(!timex.span.of(&text).is_empty());
                proptest::prop_assert!(!timex.value.is_empty());
                last = timex.span.end;
            }
            let merged = tagged.resolve(date.as_ref()).len();
            proptest::prop_assert!(merged <= tagged.timexes(date.as_ref()).len());
        }
    }
}

/// What texts about time are made of, and what breaks readers of them.
const PIECES: [&str; 48] = [
    "24",
    " ",
    "February",
    "2022",
    ", ",
    "-",
    "–",
    "the ",
    "last ",
    "next ",
    "year",
    "week",
    "days",
    " ago",
    " later",
    "two ",
    "a ",
    "few ",
    "31",
    "29",
    "BC",
    "AD ",
    "9999",
    "0",
    "century",
    "st",
    "th",
    "early ",
    "the end of ",
    "Friday",
    "morning",
    "10:30",
    "24:59",
    " p.m.",
    "/",
    "99",
    "1,",
    "000",
    "every ",
    "Easter ",
    "'s ",
    "from ",
    " to ",
    "between ",
    "and ",
    "\n\n",
    "fall ",
    "second ",
];

/// A pack of a few words, whose conventions are not those of English.
fn small() -> Pack {
    let files = [
        (
            "language.toml",
            "apostrophe-letter = true\nlookalikes = ['oо', 'eе']\nfuture-endings = ['тиме']",
        ),
        ("endings.toml", "month = ['ень', 'ня']"),
        (
            "words.toml",
            "[month]\n4 = ['квіт{@month}']\n[weekday]\n5 = [\"п'ятниця\"]
             [later]\n4 = ['квітні']\n[trailing]\nwords = ['року', 'р.']\n[range-to]\nwords = ['по']",
        ),
        (
            "patterns.toml",
            "[[pattern]]\nname = 'month'\nfind = '{month} {year:1000..2100}?'\ngives = 'date'
             [[pattern]]\nname = 'weekday'\nfind = '{weekday}'\ngives = 'date'
             [[pattern]]\nname = 'day'\nfind = '{day:1..31} {month:later}'\ngives = 'date'\ntense = 'future'",
        ),
    ];
    Pack::load("xx", &files).expect("a pack")
}

#[test]
fn a_pack_says_what_a_letter_is() {
    let check = |text: &str, expected: &[&str]| {
        let timexes = tag(text, &[], &small()).resolve(None);
        let values: Vec<&str> = timexes.iter().map(|timex| timex.value.as_str()).collect();
        assert_eq!(values, expected, "{text}");
    };
    for apostrophe in ["'", "’", "ʼ"] {
        check(&format!("п{apostrophe}ятниця"), &["XXXX-WXX-5"]);
    }
    check("у квітeнь", &["XXXX-04"]);
    check("у квiтeнь", &[]);
}

#[test]
fn words_that_trail_an_expression_do_not_part_a_range() {
    let timexes = tag("квітень 1939 року по квітень 1940 р.", &[], &small()).resolve(None);
    let spans: Vec<String> = timexes.iter().map(|timex| timex.value.clone()).collect();
    assert_eq!(spans, ["1939-04/1940-04"]);
}

#[test]
fn a_verb_of_the_future_shows_by_its_ending() {
    let count = |text: &str| tag(text, &[], &small()).resolve(None).len();
    assert_eq!(count("Він діятиме 4 квітні"), 1);
    assert_eq!(count("Він діє 4 квітні"), 0);
}

#[test]
fn references_run_through_a_text_in_several_languages() {
    let paragraphs =
        ["The siege began in May 1941.\n\n", "квітень\n\n", "Mai 1944\n\n", "In June it ended."];
    let text = paragraphs.concat();
    let (english, small) = (english(), small());
    let mut start = 0;
    let mut stretches = Vec::new();
    for (paragraph, pack) in
        paragraphs.iter().zip([Some(english), Some(&small), None, Some(english)])
    {
        let span = Span::new(start, start + paragraph.len());
        start += paragraph.len();
        stretches.extend(pack.map(|pack| Stretch { span, pack }));
    }
    let timexes = tag_stretches(&text, &[], &stretches).resolve(None);
    let found: Vec<(&str, &str)> =
        timexes.iter().map(|timex| (timex.span.of(&text), timex.value.as_str())).collect();
    assert_eq!(found, [("May 1941", "1941-05"), ("квітень", "1941-04"), ("June", "1941-06")]);
}

#[test]
fn texts_that_no_person_writes_are_read_to_their_end() {
    let last = " In the end, on 4 May 1921, it was over.";
    let million = 1_000_000;
    let texts = [
        "1".repeat(million),
        "of the ".repeat(10_000),
        "((((".repeat(million / 4) + &"))))".repeat(million / 4),
        "a".repeat(10 * million),
        "ї".repeat(million),
        "may ".repeat(million / 4),
        "1-".repeat(million / 2),
        "MAY 1 ".repeat(million / 6),
        "the first week of the last month of the ".repeat(million / 40),
        "and a half ".repeat(million / 11),
        "\u{301}\u{fffd}".repeat(million / 5),
        "May 1 травня 1. Mai 五月 ".repeat(million / 30),
        "\n \n".repeat(million / 3),
    ];
    for text in texts {
        let text = text + last;
        let timexes = tag(&text, &[], english()).resolve(None);
        let found = timexes.last().map(|timex| timex.span.of(&text));
        assert_eq!(found, Some("4 May 1921"), "{}", &text[..20]);
    }
}

#[test]
fn a_pattern_that_is_too_long_to_walk_is_refused() {
    let patterns = |find: &str| format!("[[pattern]]\nname = 'a'\ngives = 'date'\nfind = '{find}'");
    let load =
        |find: &str| Pack::load("xx", &[("patterns.toml", patterns(find).as_str())]).map(|_| ());
    assert_eq!(load(&"day? ".repeat(500)), Ok(()));
    let error = load(&"{year=1}".repeat(5_000)).expect_err("a defect");
    assert!(error.message.contains("too long"), "{error}");
}
