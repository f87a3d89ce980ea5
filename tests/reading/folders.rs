//! From paths to files, and what each file that is left out is told.

use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use dateline::document::{DateOrigin, Severity};
use dateline::files::{Expansion, Source, expand};

/// A folder with these files, all of them holding the same short text unless a content is given.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    for (path, content) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    root
}

fn expanded(paths: &[PathBuf]) -> Expansion {
    expand(paths, &mut |_| ControlFlow::Continue(()))
}

/// The files found, relative to the root, with `/` between folders.
fn names(expansion: &Expansion, root: &Path) -> Vec<String> {
    let relative = |source: &Source| {
        let path = source.path().strip_prefix(root).unwrap_or(source.path());
        path.components()
            .map(|part| part.as_os_str().to_string_lossy())
            .collect::<Vec<_>>()
            .join("/")
    };
    expansion.sources.iter().map(relative).collect()
}

const TEXT: &[u8] = b"It rained on 3 May 1812.";

#[test]
fn a_folder_is_read_at_any_depth_in_the_order_of_names() {
    let root = folder(&[
        ("b.txt", TEXT),
        ("a/z.md", TEXT),
        ("a/y/x.html", TEXT),
        ("c", TEXT),
        (".hidden.txt", TEXT),
        (".git/config.txt", TEXT),
        ("node_modules/m/readme.md", TEXT),
        ("b.txt~", TEXT),
        ("Thumbs.db", b"\0\0"),
    ]);
    let found = expanded(&[root.path().to_owned()]);
    assert_eq!(names(&found, root.path()), ["a/y/x.html", "a/z.md", "b.txt", "c"]);
    assert_eq!(found.diagnostics, []);
}

#[test]
fn what_is_left_out_of_a_folder_is_listed_with_the_reason() {
    let root = folder(&[
        ("a.txt", TEXT),
        ("empty.txt", b""),
        ("paper.pdf", b"%PDF-1.7\n\xE2\xE3"),
        ("data.json", b"{\"a\": 1}"),
    ]);
    let found = expanded(&[root.path().to_owned()]);
    assert_eq!(names(&found, root.path()), ["a.txt"]);
    let told: Vec<(Severity, bool)> = found
        .diagnostics
        .iter()
        .zip(["'.json' files hold data", "is empty", "this is a PDF"])
        .map(|(diagnostic, words)| (diagnostic.severity, diagnostic.message.contains(words)))
        .collect();
    assert_eq!(told, [(Severity::Note, true), (Severity::Error, true), (Severity::Error, true)]);
}

#[test]
fn a_file_that_is_named_is_a_source_whatever_it_is() {
    let root = folder(&[("data.json", b"{\"a\": \"3 May 1812\"}"), (".hidden", TEXT)]);
    let paths = ["data.json", ".hidden"].map(|name| root.path().join(name));
    let found = expanded(&paths);
    assert_eq!(names(&found, root.path()), ["data.json", ".hidden"]);
    assert_eq!(found.sources[0].open().unwrap().text.as_ref(), "{\"a\": \"3 May 1812\"}");
}

#[test]
fn a_folder_with_nothing_in_it_says_so() {
    let root = folder(&[("sub/core.bin", &[0, 1, 2, 255])]);
    let found = expanded(&[root.path().to_owned()]);
    assert_eq!(found.sources, []);
    assert_eq!(found.diagnostics.len(), 2);
    assert!(found.diagnostics[1].message.contains("nothing in the folder can be read"));
    let empty = folder(&[]);
    let found = expanded(&[empty.path().to_owned()]);
    assert!(found.diagnostics[0].message.contains("the folder holds no documents"));
}

#[test]
fn each_file_comes_once() {
    let root = folder(&[("a.txt", TEXT), ("b.txt", TEXT)]);
    let paths = [root.path().join("b.txt"), root.path().to_owned(), root.path().join("a.txt")];
    assert_eq!(names(&expanded(&paths), root.path()), ["b.txt", "a.txt"]);
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_loops_end() {
    let root = folder(&[("a/one.txt", TEXT), ("b/two.txt", TEXT)]);
    std::os::unix::fs::symlink(root.path(), root.path().join("a/up")).unwrap();
    std::os::unix::fs::symlink(root.path().join("b"), root.path().join("a/side")).unwrap();
    std::os::unix::fs::symlink("nowhere", root.path().join("a/broken.txt")).unwrap();
    let found = expanded(&[root.path().to_owned()]);
    assert_eq!(names(&found, root.path()), ["a/one.txt", "a/side/two.txt"]);
    assert_eq!(found.diagnostics.len(), 1, "{:?}", found.diagnostics);
    assert!(found.diagnostics[0].source.ends_with("broken.txt"));
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let root = folder(&[("a.txt", TEXT)]);
    let path = root.path().join("a.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o0)).unwrap();
    if fs::File::open(&path).is_ok() {
        // Who may read everything (root in a container) cannot see this message.
        return;
    }
    let diagnostic = Source::new(&path).open().unwrap_err();
    assert!(diagnostic.message.contains("no permission"), "{}", diagnostic.message);
}

#[test]
fn a_file_that_is_gone_says_so() {
    let root = folder(&[("a.txt", TEXT)]);
    let found = expanded(&[root.path().to_owned(), root.path().join("never.txt")]);
    assert!(found.diagnostics[0].message.contains("no such file"));
    fs::remove_file(root.path().join("a.txt")).unwrap();
    let diagnostic = found.sources[0].open().unwrap_err();
    assert!(diagnostic.message.contains("moved, renamed or deleted"), "{}", diagnostic.message);
    assert!(diagnostic.source.ends_with("a.txt"));
}

#[test]
fn a_folder_that_is_opened_as_a_file_says_so() {
    let root = folder(&[]);
    let diagnostic = Source::new(root.path()).open().unwrap_err();
    assert!(diagnostic.message.contains("folder"), "{}", diagnostic.message);
}

#[test]
fn the_modification_time_is_the_last_suggestion() {
    let root = folder(&[("2022-05-03.txt", TEXT)]);
    let document = Source::new(root.path().join("2022-05-03.txt")).open().unwrap();
    let origins: Vec<_> = document.date_candidates.iter().map(|date| date.origin).collect();
    assert_eq!(origins, [DateOrigin::FileName, DateOrigin::ModificationTime]);
}

#[test]
fn the_search_can_be_broken_off() {
    let root = folder(&[("a.txt", TEXT), ("b.txt", TEXT), ("c.txt", TEXT)]);
    let mut counts = Vec::new();
    let found = expand(&[root.path().to_owned()], &mut |count| {
        counts.push(count);
        if count < 2 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    assert_eq!(counts, [1, 2]);
    assert_eq!(names(&found, root.path()), ["a.txt", "b.txt"]);
    assert_eq!(found.diagnostics, []);
}
