use std::io::Cursor;

use super::*;
use crate::event::{Category, Certainty, Event, Factuality, When};

fn read(source: &str, text: &str) -> EventTable {
    read_table(source, Cursor::new(text), None).expect("a table")
}

fn when(event: &Event) -> String {
    let Some(interval) = event.when.interval() else { return "undated".to_owned() };
    let (start, end) = interval.iso_ends();
    format!("{}/{}", start.unwrap_or_default(), end.unwrap_or_default())
}

#[test]
fn a_row_becomes_an_event_that_can_be_traced_to_its_row() {
    let text = "Title,Start,End,Type,City,lat,lon,Notes\n\
                Bridge opened,2022-03-07,,founding,Riga,56.95,24.11,\"By the mayor,\nin rain\"\n\
                Fair,2022-05,2022-06,Music,Lviv,,,\n";
    let table = read("fair.csv", text);
    assert!(table.diagnostics.is_empty(), "{:?}", table.diagnostics);
    let [TableDocument { document, events }] = &table.documents[..] else { panic!() };
    assert_eq!(document.title, "fair");
    let [bridge, fair] = &events[..] else { panic!() };
    assert_eq!(
        (bridge.title.as_str(), when(bridge)),
        ("Bridge opened", "2022-03-07/2022-03-07".to_owned())
    );
    assert_eq!(bridge.category, Category::Founding);
    assert_eq!(bridge.places[0].coordinates.map(|c| c.latitude), Some(56.95));
    let evidence = &bridge.evidence[0];
    assert_eq!(evidence.quote.of(&document.text), "Bridge opened");
    assert_eq!(
        evidence.sentence.of(&document.text),
        "2022-03-07\tBridge opened\tRiga\tBy the mayor, in rain"
    );
    assert_eq!(evidence.expression.map(|span| span.of(&document.text)), Some("2022-03-07"));
    assert_eq!(when(fair), "2022-05/2022-06");
    assert_eq!((fair.category, &fair.tags[..]), (Category::Other, &["Music".to_owned()][..]));
    assert_ne!(bridge.id, fair.id);
}

#[test]
fn the_two_notations_say_the_same() {
    let csv = "date;label;where;who\n2022-03-07;Talks;Riga;A; B\n1990;Flood;;\n"
        .replace("A; B", "\"A; B\"");
    let lines = "{\"date\": \"2022-03-07\", \"label\": \"Talks\", \"where\": [{\"name\": \"Riga\"}], \"who\": [\"A\", \"B\"]}\n\
                 {\"date\": 1990, \"label\": \"Flood\", \"where\": null}\n";
    let list = format!("[{}]", lines.trim().replace('\n', ","));
    let within = format!("{{\"version\": 1, \"events\": {list}}}");
    let told = |table: &EventTable| {
        let all = table.documents.iter().flat_map(|one| &one.events);
        all.map(|e| format!("{} {} {:?} {:?}", when(e), e.title, e.places, e.participants))
            .collect::<Vec<_>>()
    };
    let expected = told(&read("a.csv", &csv));
    assert_eq!(expected.len(), 2);
    for (source, text) in [("a.jsonl", lines), ("a.json", &list), ("a.json", &within)] {
        assert_eq!(told(&read(source, text)), expected, "{source}");
    }
}

#[test]
fn a_year_a_month_and_a_day_of_their_own_are_one_date() {
    let text = "Year,Month,Day,End Year,End Month,End Day,Headline\n\
                1988,12,7,,,,Earthquake\n\
                1991,8,19,1991,8,22,Coup\n\
                1995,5,0,,,,Flood\n\
                1996,0,0,,,,Drought\n\
                -44,3,15,,,,Murder\n\
                1997-02-03,5,6,,,,Storm\n\
                1998,14,1,,,,Frost\n";
    let table = read("a.csv", text);
    let told: Vec<String> = table.documents[0].events.iter().map(when).collect();
    let expected = [
        "1988-12-07/1988-12-07",
        "1991-08-19/1991-08-22",
        "1995-05/1995-05",
        "1996/1996",
        "-0044-03-15/-0044-03-15",
        "1997-02-03/1997-02-03",
    ];
    assert_eq!(told[..6], expected);
    assert!(matches!(table.documents[0].events[6].when, When::Undated(_)));
    let said: Vec<&str> = table.diagnostics.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(said, ["1 row has a date that could not be read: line 8 “1998-14-01”"]);
}

#[test]
fn bad_rows_are_reported_by_their_lines_and_spoil_nothing() {
    let text = "date,title\n2022-03-07,Talks\nsoonish,Landing\n,Without a date\n2022-03-09,\n\
                2022-03-10,End\n";
    let table = read("a.csv", text);
    let events = &table.documents[0].events;
    assert_eq!(events.len(), 4);
    assert!(
        matches!(events[1].when, When::Undated(_)) && matches!(events[2].when, When::Undated(_))
    );
    let said: Vec<&str> = table.diagnostics.iter().map(|d| d.message.as_str()).collect();
    assert_eq!(
        said,
        [
            "1 row says nothing of what happened and was left out: line 5",
            "1 row has no date and stands among the undated: line 4",
            "1 row has a date that could not be read: line 3 “soonish”",
        ]
    );
    let lines = read("a.jsonl", "{\"date\": 1990, \"title\": \"a\"}\nnot json\n");
    assert!(lines.diagnostics[0].message.contains("line 2"), "{:?}", lines.diagnostics);
}

#[test]
fn the_dates_of_a_column_vote_on_the_order_of_day_and_month() {
    let of = |second: &str| {
        let text = format!("date,title\n05/03/2022,a\n{second},b\n");
        let table = read("a.csv", &text);
        let first = table.documents[0].events[0].clone();
        (when(&first), first.derivation.alternatives.len(), table.diagnostics.len())
    };
    assert_eq!(of("25/03/2022"), ("2022-03-05/2022-03-05".to_owned(), 0, 0));
    assert_eq!(of("03/25/2022"), ("2022-05-03/2022-05-03".to_owned(), 0, 0));
    assert_eq!(of("06/03/2022"), ("2022-03-05/2022-03-05".to_owned(), 1, 1));
}

#[test]
fn rows_are_put_under_the_documents_that_they_name() {
    let text = "date,title,source,factuality,certainty\n\
                1990,a,one.txt,planned,exact\n1991,b,two.txt,,inferred\n1992,c,one.txt,,\n";
    let table = read("a.csv", text);
    let titles: Vec<_> = table.documents.iter().map(|one| one.document.title.as_str()).collect();
    assert_eq!(titles, ["one", "two"]);
    let one = &table.documents[0];
    assert_eq!(one.events.len(), 2);
    assert_eq!(one.events[0].factuality, Factuality::Planned);
    assert_eq!(table.documents[1].events[0].derivation.certainty, Certainty::Inferred);
    assert!(one.events.iter().all(|event| event.evidence[0].document == one.document.id));
}

#[test]
fn a_table_without_dates_says_which_columns_it_has() {
    let error =
        read_table("a.csv", Cursor::new("size,colour\n1,red\n"), None).expect_err("no dates");
    assert!(error.to_string().contains("size, colour"), "{error}");
    assert!(!is_table("a.csv", b"size,colour\n1,red\n"));
    assert!(is_table("a.csv", b"when,what\n1990,red\n"));
    assert!(!is_table("a.txt", b"when,what\n1990,red\n"));
    let roles = [("size".to_owned(), Role::Start), ("colour".to_owned(), Role::Title)];
    let table =
        read_table("a.csv", Cursor::new("size,colour\n1,red\n"), Some(&Mapping::new(roles)));
    assert_eq!(table.expect("a table").documents[0].events[0].title, "red");
}

/// A table of so many rows, which name so many documents in turn.
fn long_table(rows: usize, documents: usize) -> EventTable {
    let head = "date,title,document\n".to_owned();
    let row = |row: usize| {
        format!("2022-03-{:02},Event {row},Report {}\n", 1 + row % 28, row % documents)
    };
    read("long.csv", &(head + &(0..rows).map(row).collect::<String>()))
}

#[test]
fn an_event_is_traced_to_its_row_however_long_the_table_is() {
    let table = long_table(60_000, 3);
    assert_eq!(table.documents.len(), 3);
    for (number, TableDocument { document, events }) in table.documents.iter().enumerate() {
        assert_eq!(document.title, format!("Report {number}"));
        assert_eq!(events.len(), 20_000);
        for (place, event) in events.iter().enumerate() {
            assert_eq!(event.title.as_str(), format!("Event {}", 3 * place + number));
            assert_eq!(event.title, event.evidence[0].quote.of(&document.text));
        }
    }
}

#[test]
fn rows_that_name_too_many_documents_all_belong_to_the_table() {
    let table = long_table(900, 300);
    let [TableDocument { document, events }] = &table.documents[..] else { panic!() };
    assert_eq!((document.title.as_str(), events.len()), ("long", 900));
    assert!(events.iter().all(|e| e.title == e.evidence[0].quote.of(&document.text)));
}
