//! `dateline tag`: lines of JSON in, the same lines with their time expressions out.

use serde_json::{Value, json};

use crate::Run;

fn tag(lines: &[Value]) -> Vec<Value> {
    let input = lines.iter().map(Value::to_string).collect::<Vec<_>>().join("\n");
    let run = Run::with_input(["tag"], input).expect(0, &[]);
    run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn expressions_come_with_offsets_types_and_values() {
    let text = "😀 The treaty was signed on 4 April 1949. It was revised two years later.";
    let tagged = tag(&[json!({"id": "a", "lang": "en", "dct": null, "text": text})]);
    let timexes = tagged[0]["timexes"].as_array().unwrap();
    assert_eq!(timexes.len(), 2, "{timexes:?}");
    for timex in timexes {
        let start = usize::try_from(timex["start"].as_u64().unwrap()).unwrap();
        let end = usize::try_from(timex["end"].as_u64().unwrap()).unwrap();
        let words: String = text.chars().skip(start).take(end - start).collect();
        assert_eq!(timex["text"], words);
    }
    assert_eq!(timexes[0]["text"], "4 April 1949");
    assert_eq!(timexes[0]["type"], "DATE");
    assert_eq!(timexes[0]["value"], "1949-04-04");
    assert_eq!(timexes[1]["text"], "two years later");
    assert_eq!(timexes[1]["type"], "DATE");
}

#[test]
fn the_document_s_date_is_where_counting_starts() {
    let line =
        |dct: Value| json!({"text": "The roof was repaired yesterday.", "lang": "en", "dct": dct});
    let tagged = tag(&[line(json!("2023-11-29")), line(json!("2020-03-01T08:30"))]);
    assert_eq!(tagged[0]["timexes"][0]["value"], "2023-11-28");
    assert_eq!(tagged[1]["timexes"][0]["value"], "2020-02-29");
}

#[test]
fn lines_keep_their_order_and_their_other_fields() {
    let lines = [
        json!({"text": "No time.", "lang": "en", "domain": "news", "n": 3}),
        json!({"text": "", "id": "b"}),
    ];
    let tagged = tag(&lines);
    assert_eq!(tagged.len(), 2);
    assert_eq!(tagged[0]["domain"], "news");
    assert_eq!(tagged[0]["n"], 3);
    assert_eq!(tagged[1]["id"], "b");
    assert!(tagged.iter().all(|line| line["timexes"] == json!([])), "{tagged:?}");
}

#[test]
fn a_line_that_cannot_be_used_is_named_and_the_rest_goes_on() {
    let input =
        "{\"text\": \"a\"}\n\n{\"text\": \nnot json\n{\"id\": \"no text\"}\n{\"text\": \"z\"}\n";
    let run = Run::with_input(["tag"], input).expect(1, &["line 3", "line 4", "line 5"]);
    assert_eq!(run.stdout.lines().count(), 2);
    let run = Run::with_input(["tag"], "{\"text\": \"a\", \"dct\": \"soon\"}\n");
    run.expect(1, &["line 1", "dct", "soon"]);
}

#[test]
fn nothing_in_nothing_out() {
    let run = Run::new(["tag"]).expect(0, &[]);
    assert!(run.stdout.is_empty());
}

#[test]
fn bytes_that_are_no_text_are_no_reason_to_die() {
    let run = Run::with_input(["tag"], b"{\"text\": \"\xff\xfe in 1953\"}\n\xff\xff\n");
    run.expect(1, &["line 2"]);
}

#[test]
fn a_folder_s_languages_replace_the_built_in_ones() {
    let folder = tempfile::tempdir().unwrap();
    let pack = folder.path().join("en");
    std::fs::create_dir(&pack).unwrap();
    std::fs::write(pack.join("language.toml"), "name = \"Own\"\niso639-3 = \"eng\"\n").unwrap();
    std::fs::write(pack.join("words.toml"), "[month]\n7 = [\"hay-month\", \"haymonth\"]\n")
        .unwrap();
    let pattern = "[[pattern]]\nname = \"month\"\nfind = \"{month}\"\ngives = \"date\"\n";
    std::fs::write(pack.join("patterns.toml"), pattern).unwrap();
    let argument = folder.path().to_str().unwrap();
    let line = json!({"text": "In haymonth, not July.", "lang": "en", "dct": "2023-11-29"});
    let run = Run::with_input(["tag", "--languages", argument], line.to_string()).expect(0, &[]);
    let tagged: Value = serde_json::from_str(run.stdout.trim()).unwrap();
    assert_eq!(tagged["timexes"][0]["text"], "haymonth");
    assert_eq!(tagged["timexes"].as_array().unwrap().len(), 1);

    std::fs::write(pack.join("patterns.toml"), pattern.replace("{month}", "{mouth}")).unwrap();
    Run::with_input(["tag", "--languages", argument], line.to_string())
        .expect(1, &["en/patterns.toml:", "mouth"]);
    std::fs::remove_dir_all(&pack).unwrap();
    Run::with_input(["tag", "--languages", argument], line.to_string())
        .expect(1, &["there is no language in it"]);
}
