//! Paths that cannot be read, alone and beside others: the same for every command.

use crate::{Run, arguments, folder, sample};

const DATED: &[u8] = b"The bridge was opened on 4 May 1953.";

#[test]
fn a_missing_file_is_named() {
    Run::new(["extract", "no/such/file.txt"]).expect(1, &["no/such/file.txt", "no such file"]);
}

#[test]
fn an_empty_file_is_named() {
    let folder = folder(&[("empty.txt", b""), ("blank.txt", b" \n\n ")]);
    for name in ["empty.txt", "blank.txt"] {
        Run::new(arguments!["extract", folder.path().join(name)])
            .expect(1, &[name, "nothing to read"]);
    }
}

#[test]
fn a_binary_file_is_named() {
    let folder = folder(&[("core.bin", &[0, 159, 146, 150, 0, 255, 3, 0, 0, 1])]);
    Run::new(arguments!["extract", folder.path().join("core.bin")])
        .expect(1, &["core.bin", "binary"]);
}

#[test]
fn a_folder_with_nothing_readable_says_so() {
    let empty = folder(&[]);
    Run::new(arguments!["extract", empty.path()]).expect(1, &["no documents"]);
    let binary = folder(&[("a.bin", &[0, 159, 146, 150, 0, 255])]);
    Run::new(arguments!["extract", binary.path()]).expect(1, &["a.bin", "nothing"]);
}

#[test]
fn what_can_be_read_is_not_spoilt_by_what_cannot() {
    let folder = folder(&[("good.txt", DATED), ("empty.txt", b"")]);
    let run = Run::new(arguments!["extract", folder.path(), "no/such/file.txt"])
        .expect(1, &["empty.txt", "no/such/file.txt", "2 "]);
    let events = run.json();
    assert_eq!(events.as_array().unwrap().len(), 1);
    assert_eq!(events[0]["date_start"], "1953-05-04");
}

#[test]
fn a_document_named_twice_is_read_once() {
    let path = sample("history/writing.txt");
    let once = Run::new(arguments!["extract", path]).expect(0, &[]);
    let twice =
        Run::new(arguments!["extract", path, sample("history/../history/writing.txt"), path]);
    assert_eq!(once.stdout, twice.expect(0, &[]).stdout);
}

#[test]
fn any_encoding_is_read() {
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain("The bridge was opened on 4 May 1953.".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let latin1 = b"The caf\xe9 in Li\xe8ge was opened on 4 May 1953 by the mayor of the town.";
    let folder = folder(&[("utf16.txt", &utf16), ("latin1.txt", latin1)]);
    for name in ["utf16.txt", "latin1.txt"] {
        let run = Run::new(arguments!["extract", folder.path().join(name)]).expect(0, &[]);
        assert_eq!(run.json()[0]["date_start"], "1953-05-04", "{name}");
    }
}
