//! What only some rooms may use: the disk, the clock, the window, the calendar.

use crate::Finding;
use crate::paths::paths;
use crate::sources::{SourceFile, without_tests_and_attributes};

/// A path and the rooms that may name it, or anything below it.
struct Rule {
    path: &'static [&'static str],
    rooms: &'static [&'static str],
}

const RULES: &[Rule] = &[
    Rule { path: &["eframe"], rooms: &["app"] },
    Rule { path: &["egui"], rooms: &["app"] },
    Rule { path: &["rfd"], rooms: &["app"] },
    Rule { path: &["chrono"], rooms: &["time", "clock"] },
    Rule { path: &["clap"], rooms: &["cli", "main"] },
    Rule { path: &["resvg"], rooms: &["export"] },
    Rule { path: &["usvg"], rooms: &["export"] },
    Rule { path: &["chardetng"], rooms: &["import"] },
    Rule { path: &["dom_smoothie"], rooms: &["import"] },
    Rule { path: &["earcut"], rooms: &["map"] },
    Rule { path: &["encoding_rs"], rooms: &["import"] },
    Rule { path: &["pulldown_cmark"], rooms: &["import"] },
    Rule { path: &["fst"], rooms: &["gazetteer"] },
    Rule { path: &["whatlang"], rooms: &["language"] },
    Rule { path: &["std", "env"], rooms: &["files", "app", "cli", "main"] },
    Rule { path: &["std", "fs"], rooms: &["files", "app", "cli", "main"] },
    Rule { path: &["std", "net"], rooms: &[] },
    Rule { path: &["std", "process"], rooms: &["files", "app", "cli", "main"] },
    Rule { path: &["std", "time", "SystemTime"], rooms: &["clock", "files", "app", "cli"] },
];

/// The uses in `file`, outside its tests, of what its room may not use.
pub(crate) fn check(file: &SourceFile) -> Vec<Finding> {
    if file.is_test() {
        return Vec::new();
    }
    let tokens = without_tests_and_attributes(file.tokens());
    let mut findings = Vec::new();
    for path in paths(&tokens) {
        let names = |rule: &&Rule| {
            rule.path
                .iter()
                .enumerate()
                .all(|(at, part)| path.segments.get(at).is_some_and(|s| s == part))
        };
        for rule in RULES.iter().filter(names) {
            if !rule.rooms.contains(&file.room()) {
                let message =
                    format!("`{}` may be used in {:?} only", rule.path.join("::"), rule.rooms);
                findings.push(Finding { file: file.path.clone(), line: path.line, message });
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_count(path: &str, text: &str, expected: usize) {
        crate::assert_finds(check, path, text, expected);
    }

    #[test]
    fn catches_a_crate_outside_its_rooms() {
        check_count("timeline/mod.rs", "use egui::Color32;", 1);
        check_count("scene/mod.rs", "fn f(c: egui::Color32) {}", 1);
        check_count("extract/mod.rs", "use chrono::NaiveDate;", 1);
        check_count("import/text.rs", "use std::{fs, io};", 1);
        check_count("import/text.rs", "fn f() { std::fs::read(\"x\") }", 1);
        check_count("app/mod.rs", "use std::net::TcpStream;", 1);
        check_count("project/mod.rs", "use std::time::{Duration, SystemTime};", 1);
        check_count("analysis/mod.rs", "use clap::Parser;", 1);
    }

    #[test]
    fn lets_a_crate_be_used_at_home() {
        check_count("app/mod.rs", "use egui::Color32; use std::fs;", 0);
        check_count("time/calendar.rs", "use chrono::NaiveDate;", 0);
        check_count("main.rs", "use clap::Parser; use std::env;", 0);
        check_count("timeline/mod.rs", "// egui::Color32\nuse std::time::Duration;", 0);
        check_count("temporal/mod.rs", "#[cfg(test)] mod tests { use std::fs; }", 0);
    }
}
