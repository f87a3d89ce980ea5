use super::*;
use crate::document::{BlockKind, DateOrigin};

fn page(html: &str) -> Draft {
    read(&Input { bytes: html.as_bytes() }).expect("a page is read")
}

fn check_blocks(html: &str, expected: &[(BlockKind, &str)]) {
    let draft = page(html);
    let blocks: Vec<_> =
        draft.blocks.iter().map(|block| (block.kind, block.span.of(&draft.text))).collect();
    assert_eq!(blocks, expected, "{html}");
}

fn check_dates(html: &str, expected: &[(DateOrigin, &str)]) {
    let draft = page(html);
    let dates: Vec<_> = draft
        .date_candidates
        .iter()
        .map(|date| (date.origin, date.interval.iso_ends().0.unwrap_or_default()))
        .collect();
    let dates: Vec<_> = dates.iter().map(|(origin, date)| (*origin, date.as_str())).collect();
    assert_eq!(dates, expected, "{html}");
}

#[test]
fn blocks_are_set_apart_as_a_browser_does_it() {
    check_blocks(
        "<title>The Siege - Chronicle</title><h1>The Siege</h1><p>It began on the 1<sup>st</sup> \
         of&nbsp;May.<sup><a href='#n1'>[1]</a></sup><p>Line<br>two<br><br>Next<script>x()</script>\
         <ul><li>one<li><p>two</p><p>more</p></ul><h2>After</h2>Loose <b>wo</b>rds<div>box</div>\
         <blockquote><p>He said: <q>no</q>.</p></blockquote><pre>\n a\n  b</pre>\
         <dl><dt>1812<dd>War<dd>Fire</dl><p hidden>secret</p><p style='display: none'>secret</p>",
        &[
            (BlockKind::Title, "The Siege"),
            (BlockKind::Paragraph, "It began on the 1st of May."),
            (BlockKind::Paragraph, "Line\ntwo"),
            (BlockKind::Paragraph, "Next"),
            (BlockKind::ListItem, "one"),
            (BlockKind::ListItem, "two"),
            (BlockKind::ListItem, "more"),
            (BlockKind::Heading(2), "After"),
            (BlockKind::Paragraph, "Loose words"),
            (BlockKind::Paragraph, "box"),
            (BlockKind::Quote, "He said: “no”."),
            (BlockKind::Preformatted, "a\n  b"),
            (BlockKind::TableRow, "1812\tWar"),
            (BlockKind::ListItem, "Fire"),
        ],
    );
}

#[test]
fn a_table_of_data_has_rows_and_one_of_layout_has_none() {
    check_blocks(
        "<table><caption>Ships<tr><th>Year<th>Ships<tr><td>1812<td><p>14</p><p>sail</p></table>",
        &[
            (BlockKind::Paragraph, "Ships"),
            (BlockKind::TableRow, "Year\tShips"),
            (BlockKind::TableRow, "1812\t14 sail"),
        ],
    );
    check_blocks(
        "<table><tr><td><p>Left.</p><td><table><tr><td>a<td>b</table></table>",
        &[(BlockKind::Paragraph, "Left."), (BlockKind::TableRow, "a\tb")],
    );
}

#[test]
fn nesting_without_end_is_no_danger() {
    let draft = page(&format!("{}deep", "<div>".repeat(8_000)));
    assert_eq!(draft.text, "deep");
}

#[test]
fn dates_come_from_every_kind_of_metadata() {
    check_dates(
        "<meta property='article:published_time' content='2022-05-03T14:05:59+02:00'>\
         <meta property='article:modified_time' content='2022-05-04'><p>x",
        &[(DateOrigin::Published, "2022-05-03T14:05"), (DateOrigin::Metadata, "2022-05-04")],
    );
    check_dates(
        "<meta name='DC.date.issued' content='2022-05-03'><meta name=date content='2022/05/03'><p>x",
        &[(DateOrigin::Published, "2022-05-03")],
    );
    check_dates(
        "<script type='application/ld+json'>{\"@context\":\"https://schema.org\",\"@graph\":[\
         {\"@type\":\"WebSite\"},{\"@type\":\"NewsArticle\",\"datePublished\":\"2022-05-03\",\
         \"comment\":[{\"datePublished\":\"2023-01-01\"}]}]}</script><p>x",
        &[(DateOrigin::Published, "2022-05-03")],
    );
    check_dates(
        "<link rel=canonical href='https://example.org/2022/05/03/siege'><p>x",
        &[(DateOrigin::Metadata, "2022-05-03")],
    );
    check_dates(
        "<h1>Siege</h1><time datetime='2022-05-03T10:00Z'>3 May</time><p>x <time \
         datetime='1812-09-07'>then</time>",
        &[(DateOrigin::Byline, "2022-05-03T10:00")],
    );
}

#[test]
fn a_time_in_the_text_and_a_date_that_is_not_set_are_no_dates_of_the_page() {
    let words = "word ".repeat(60);
    check_dates(
        &format!("<h1>Siege</h1><p>{words}</p><p><time datetime='1812-09-07'>then</time></p>"),
        &[],
    );
    check_dates("<meta name=date content='1970-01-01T00:00:00Z'><p>x", &[]);
    check_dates("<meta name=date content='soon'><p>x", &[]);
}

#[test]
fn the_headline_is_the_title_unless_it_is_the_sites_name() {
    let check = |html: &str, expected: Option<&str>| {
        assert_eq!(page(html).title.as_deref(), expected, "{html}");
    };
    check(
        "<title>The Siege of the Town | Anchor</title><h1>The Siege of the Town</h1>x",
        Some("The Siege of the Town"),
    );
    check(
        "<title>The Siege of the Old Town</title><h1>Anchor</h1>x",
        Some("The Siege of the Old Town"),
    );
    check("<p>x", None);
}

#[test]
fn the_declared_encoding_is_believed() {
    let mut bytes = b"<meta charset=windows-1251><p>".to_vec();
    bytes.extend([0xCA, 0xE8, 0xFF, 0xED]);
    let draft = read(&Input { bytes: &bytes }).expect("a page is read");
    assert_eq!(draft.text, "Киян");
}
