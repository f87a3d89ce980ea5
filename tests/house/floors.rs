//! A room imports only what stands before it in the table of `src/lib.rs`.

use crate::Finding;
use crate::paths::paths;
use crate::sources::SourceFile;

/// The floors, as the architecture page lists them.
pub(crate) struct House {
    rooms: Vec<Room>,
}

struct Room {
    floor: u8,
    name: String,
    line: usize,
}

impl House {
    /// Reads the rows ``//! | 3 | [`temporal`] | ... |`` of the page.
    pub(crate) fn parse(page: &str) -> Self {
        let rooms = page.lines().enumerate().filter_map(|(index, line)| {
            let mut cells = line.strip_prefix("//! |")?.split('|').map(str::trim);
            let floor = cells.next()?.parse().ok()?;
            let name = cells.next()?.trim_matches(['[', ']', '`']).to_owned();
            Some(Room { floor, name, line: index + 1 })
        });
        Self { rooms: rooms.collect() }
    }

    /// Floors only rise down the table, and no room stands in it twice.
    pub(crate) fn check_order(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        if self.rooms.is_empty() {
            findings.push(lib_finding(1, "the table of floors is gone"));
        }
        for pair in self.rooms.windows(2) {
            if pair[1].floor < pair[0].floor {
                let message = format!("`{}` stands below `{}`", pair[1].name, pair[0].name);
                findings.push(lib_finding(pair[1].line, &message));
            }
        }
        for (index, room) in self.rooms.iter().enumerate() {
            if self.rooms[..index].iter().any(|earlier| earlier.name == room.name) {
                findings.push(lib_finding(room.line, &format!("`{}` has two rows", room.name)));
            }
        }
        findings
    }

    /// The imports of `file` that climb, and its room if the table leaves it out.
    pub(crate) fn check(&self, file: &SourceFile) -> Vec<Finding> {
        if matches!(file.room(), "lib" | "main") {
            return Vec::new();
        }
        let finding = |line, message| Finding { file: file.path.clone(), line, message };
        let Some(own) = self.index(file.room()) else {
            return vec![finding(1, "this room has no row in the table of src/lib.rs".to_owned())];
        };
        let module = file.module();
        let named = paths(&file.tokens());
        let climbing = named.iter().filter_map(|path| {
            let target = self.index(target_room(&module, &path.segments)?)?;
            let (from, to) = (&self.rooms[own], &self.rooms[target]);
            (target > own).then(|| {
                let message = format!(
                    "`{}` (floor {}) imports `{}` (floor {}), which stands after it",
                    from.name, from.floor, to.name, to.floor
                );
                finding(path.line, message)
            })
        });
        climbing.collect()
    }

    fn index(&self, room: &str) -> Option<usize> {
        self.rooms.iter().position(|known| known.name == room)
    }
}

fn lib_finding(line: usize, message: &str) -> Finding {
    Finding { file: "lib.rs".to_owned(), line, message: message.to_owned() }
}

/// The room that a path leads to from `module`, if it stays in this crate.
fn target_room<'a>(module: &'a [String], segments: &'a [String]) -> Option<&'a str> {
    let climbs = segments.iter().take_while(|segment| *segment == "super").count();
    let full = match segments.first()?.as_str() {
        "crate" | "dateline" => return segments.get(1).map(String::as_str),
        "super" => module.len().checked_sub(climbs)?,
        _ => return None,
    };
    match full {
        0 => segments.get(climbs).map(String::as_str),
        _ => module.first().map(String::as_str),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "//! | floor | room | holds |\n//! |---|---|---|\n//! | 0 | [`time`] | a |\n\
                        //! | 1 | [`document`] | b |\n//! | 1 | [`event`] | c |\n//! | 7 | [`app`] | d |\n";

    #[track_caller]
    fn check(path: &str, text: &str, expected_lines: &[usize]) {
        let file = SourceFile { path: path.to_owned(), text: text.to_owned() };
        let findings = House::parse(PAGE).check(&file);
        let lines: Vec<usize> = findings.iter().map(|finding| finding.line).collect();
        assert_eq!(lines, expected_lines, "{findings:?}");
    }

    #[test]
    fn catches_an_import_that_climbs() {
        check("time/mod.rs", "use crate::app::run;", &[1]);
        check("time/mod.rs", "use super::event;", &[1]);
        check("time/iso.rs", "\nuse super::super::event::Event;", &[2]);
        check("time/mod.rs", "use crate::{time::a, event::{Event, Place}};", &[1, 1]);
        check("document/mod.rs", "use crate::event::Event;", &[1]);
        check("time/mod.rs", "fn f() { g!(crate::app::run()) }", &[1]);
        check("cellar/mod.rs", "", &[1]);
    }

    #[test]
    fn lets_an_import_go_down() {
        check("event/mod.rs", "use crate::document::Document; use crate::time::Moment;", &[]);
        check("time/iso.rs", "use super::Moment; use super::super::time::x;", &[]);
        check("app/mod.rs", "use crate::event::Event; use egui::Ui;", &[]);
        check("time/mod.rs", "// use crate::app::run;\nconst A: &str = \"crate::app\";", &[]);
        check("main.rs", "use dateline::app;", &[]);
    }

    #[test]
    fn catches_a_table_out_of_order() {
        let rows = |text| House::parse(text).check_order().len();
        assert_eq!(rows(PAGE), 0);
        assert_eq!(rows("//! nothing"), 1);
        assert_eq!(rows("//! | 2 | [`a`] | |\n//! | 1 | [`b`] | |"), 1);
        assert_eq!(rows("//! | 1 | [`a`] | |\n//! | 1 | [`a`] | |"), 1);
    }
}
