//! Writing: the old file or the whole new one.

use std::fs;
use std::path::PathBuf;

use dateline::files::write_atomically;

#[test]
fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
    let root = tempfile::tempdir().unwrap();
    let path = root.path().join("events.json");
    write_atomically(&path, b"first").unwrap();
    write_atomically(&path, b"second").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"second");
    assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
}

#[test]
fn what_is_in_the_way_is_named() {
    let root = tempfile::tempdir().unwrap();
    let check = |path: &std::path::Path, words: &str| {
        let message = write_atomically(path, b"x").unwrap_err().to_string();
        assert!(message.contains(words), "{message}");
    };
    check(&root.path().join("no/such/events.json"), "does not exist; create it first");
    check(root.path(), "this is a folder");
    fs::write(root.path().join("file"), b"").unwrap();
    check(&root.path().join("file/events.json"), "is a file, not a folder");
}

#[cfg(unix)]
#[test]
fn a_link_keeps_pointing_and_the_file_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let root = tempfile::tempdir().unwrap();
    let (file, link) = (root.path().join("file"), root.path().join("link"));
    fs::write(&file, b"old").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    write_atomically(&link, b"new").unwrap();
    assert_eq!(fs::read(&file).unwrap(), b"new");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
}

#[cfg(target_os = "linux")]
#[test]
fn a_pipe_is_written_to_and_not_replaced() {
    use std::io::Read;
    use std::os::fd::AsRawFd;

    let (mut reader, writer) = std::io::pipe().unwrap();
    let path = PathBuf::from(format!("/proc/self/fd/{}", writer.as_raw_fd()));
    write_atomically(&path, b"a picture").unwrap();
    drop(writer);
    let mut written = String::new();
    reader.read_to_string(&mut written).unwrap();
    assert_eq!(written, "a picture");
}
