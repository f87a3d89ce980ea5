//! The command line itself: help, version, and what is wrong with it.

use crate::Run;

#[test]
fn help_goes_to_standard_output() {
    let run = Run::new(["--help"]).expect(0, &[]);
    for word in ["extract", "render", "tag", "Usage"] {
        assert!(run.stdout.contains(word), "no {word} in the help");
    }
    assert!(run.stderr.is_empty());
    for command in ["extract", "render", "tag"] {
        let run = Run::new([command, "--help"]).expect(0, &[]);
        assert!(run.stdout.contains("Usage"), "{command} has no help");
    }
}

#[test]
fn the_version_is_that_of_the_package() {
    let run = Run::new(["--version"]).expect(0, &[]);
    assert_eq!(run.stdout.trim(), concat!("dateline ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_wrong_command_line_is_exit_code_2() {
    Run::new(["extract"]).expect(2, &["PATHS", "Usage"]);
    Run::new(["extract", "--no-such-option", "a.txt"]).expect(2, &["--no-such-option", "--help"]);
    Run::new(["extract", "a.txt", "--format", "xml"]).expect(2, &["xml", "jsonl", "csv"]);
    Run::new(["extract", "a.txt", "--date", "2022-02-30"]).expect(2, &["2022-02-30", "--date"]);
    Run::new(["render", "a.txt", "--theme", "pink", "-o", "a.png"]).expect(2, &["pink", "dark"]);
    Run::new(["render", "a.txt", "--width", "0", "-o", "a.png"]).expect(2, &["--width"]);
    Run::new(["render", "a.txt"]).expect(2, &["--output"]);
}
