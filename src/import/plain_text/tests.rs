use super::*;
use crate::document::BlockKind;

/// Marks each block by one letter before its words: T title, H heading, P paragraph, L item,
/// R row, Q quotation, X other.
fn marked(text: &str) -> Vec<String> {
    let input = Input { bytes: text.as_bytes() };
    let draft = read(&input).expect("text is read");
    assert_eq!(draft.text, text, "the text is kept as it is");
    let letter = |kind| match kind {
        BlockKind::Title => 'T',
        BlockKind::Heading(_) => 'H',
        BlockKind::Paragraph => 'P',
        BlockKind::ListItem => 'L',
        BlockKind::TableRow => 'R',
        BlockKind::Quote => 'Q',
        BlockKind::Preformatted => 'X',
    };
    draft
        .blocks
        .iter()
        .map(|block| {
            let words = block.span.of(&draft.text).split_whitespace().collect::<Vec<_>>();
            format!("{} {}", letter(block.kind), words.join(" "))
        })
        .collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(marked(text), expected, "{text}");
}

#[test]
fn every_long_line_is_a_paragraph_and_a_short_one_among_them_a_heading() {
    check(
        "Ministers Meet on the Coast as Talks Resume\n\
         The ministers of six countries met in the port city on Tuesday to resume the talks that broke down in spring, and agreed to meet again before the end of the year, officials said.\n\
         They left without a statement.\n\
         Fisheries\n\
         The talks on fisheries went on into the night, and a delegate who asked not to be named said that a text had been agreed on nearly every point that was open when they began.\n",
        &[
            "T Ministers Meet on the Coast as Talks Resume",
            "P The ministers of six countries met in the port city on Tuesday to resume the talks that broke down in spring, and agreed to meet again before the end of the year, officials said.",
            "P They left without a statement.",
            "H Fisheries",
            "P The talks on fisheries went on into the night, and a delegate who asked not to be named said that a text had been agreed on nearly every point that was open when they began.",
        ],
    );
}

#[test]
fn lines_wrapped_by_hand_are_joined() {
    check(
        "The Bridge\n\n\
         The first bridge over the river was built of oak in 1781, and\n\
         burned in the following winter. A second one, of stone, stood\n\
         until the flood of 1845.\n\
         Its piers can still be seen at low water, some way upstream of\n\
         the ferry.\n\n\
         Nothing else is left.\n",
        &[
            "T The Bridge",
            "P The first bridge over the river was built of oak in 1781, and burned in the following winter. A second one, of stone, stood until the flood of 1845.",
            "P Its piers can still be seen at low water, some way upstream of the ferry.",
            "P Nothing else is left.",
        ],
    );
}

#[test]
fn a_paragraph_may_begin_by_being_set_in() {
    check(
        "   The ship left the harbour at dawn with forty men on board and\n\
         was not seen again that year by anyone who lived to tell of it.\n   \
         In spring a fisherman found a plank with her name on it far to\n\
         the north of where she had been bound.\n",
        &[
            "P The ship left the harbour at dawn with forty men on board and was not seen again that year by anyone who lived to tell of it.",
            "P In spring a fisherman found a plank with her name on it far to the north of where she had been bound.",
        ],
    );
}

#[test]
fn short_entries_stay_apart_though_they_have_no_full_stop() {
    check(
        "Chronology\n\
         24 February\n\
         Troops cross the border in the north\n\
         25 February\n\
         The airport changes hands for the second time\n\
         26 February\n\
         The bridge is blown up and the road is closed\n",
        &[
            "T Chronology",
            "H 24 February",
            "P Troops cross the border in the north",
            "H 25 February",
            "P The airport changes hands for the second time",
            "H 26 February",
            "P The bridge is blown up and the road is closed",
        ],
    );
}

#[test]
fn lists_rows_and_quotations_are_what_they_look_like() {
    check(
        "The parties agreed:\n\
         - to open the road;\n\
         - to exchange prisoners,\n  \
           beginning with the wounded.\n\
         2) to meet again\n\n\
         Year\tShips\n\
         1812\t14\n\n\
         | City | Fell |\n\
         |---|---|\n\n\
         > We shall meet again,\n\
         > she wrote.\n\n\
         ----\n",
        &[
            "P The parties agreed:",
            "L - to open the road;",
            "L - to exchange prisoners, beginning with the wounded.",
            "L 2) to meet again",
            "R Year Ships",
            "R 1812 14",
            "R | City | Fell |",
            "X |---|---|",
            "Q > We shall meet again, > she wrote.",
            "X ----",
        ],
    );
}

#[test]
fn one_stray_tab_makes_no_table() {
    check("See\tbelow for the rest of the story.", &["P See below for the rest of the story."]);
}

#[test]
fn headings_may_be_underlined_numbered_or_in_capitals() {
    let text = "The Siege\n=========\n\nIt began in May.\n\n1. Background\n\nThe town was rich.\n\n\
                THE ASSAULT\n\nIt failed.\n";
    check(
        text,
        &[
            "T The Siege",
            "X =========",
            "P It began in May.",
            "H 1. Background",
            "P The town was rich.",
            "H THE ASSAULT",
            "P It failed.",
        ],
    );
}

#[test]
fn a_title_may_stand_under_the_line_that_dates_it() {
    check(
        "21 August 2015\n\nHarbour Reopens After Storm\n\nThe harbour opened again.\n",
        &["H 21 August 2015", "T Harbour Reopens After Storm", "P The harbour opened again."],
    );
}

#[test]
fn the_head_of_a_letter_is_no_title() {
    check(
        "From: A. Reader\nTo: The Editor\nDate: 3 May 2022\n\nSir, I read your paper.\n",
        &[
            "P From: A. Reader",
            "P To: The Editor",
            "P Date: 3 May 2022",
            "P Sir, I read your paper.",
        ],
    );
}

#[test]
fn a_text_of_one_line_has_no_title() {
    check("Only a line", &["P Only a line"]);
    check("", &[]);
    check("\r\n\r\n", &[]);
}

#[test]
fn line_ends_of_every_system_end_a_line() {
    for end in ["\n", "\r\n", "\r"] {
        check(
            &format!("A Title{end}{end}It rained.{end}It stopped.{end}"),
            &["T A Title", "P It rained.", "P It stopped."],
        );
    }
}
