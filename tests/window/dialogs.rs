//! Every dialog, and what they do.

use dateline::app::{Answer, Command, MenuCommand};
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;

use crate::support::Bench;

/// The commands that open a dialog, and the dialogs' titles.
const DIALOGS: &[(MenuCommand, &str)] = &[
    (MenuCommand::Palette, "Find a command"),
    (MenuCommand::Help, "Keys and gestures"),
    (MenuCommand::PasteText, "Paste text"),
    (MenuCommand::ExportPicture, "Export picture"),
    (MenuCommand::ExportEvents, "Export events"),
    (MenuCommand::ShowNotices, "Reading notes"),
    (MenuCommand::About, "About Dateline"),
];

#[test]
fn every_dialog_opens_and_closes() {
    for size in [[1280, 800], [640, 480]] {
        let mut bench = Bench::with(size, egui::Theme::Dark, []);
        bench.send(MenuCommand::OpenSamples);
        for &(command, title) in DIALOGS {
            bench.send(command);
            assert!(bench.app().has_dialog(), "{command:?}");
            assert!(bench.harness.query_all_by_label(title).next().is_some(), "{title}");
            bench.press(Modifiers::NONE, Key::Escape);
            assert!(!bench.app().has_dialog(), "{command:?} stays");
        }
    }
}

#[test]
fn every_command_can_be_carried_out_with_and_without_documents() {
    for with_documents in [false, true] {
        let mut bench = if with_documents { Bench::with_samples() } else { Bench::new() };
        for command in MenuCommand::ALL {
            bench.send(command);
            bench.press(Modifiers::NONE, Key::Escape);
        }
    }
}

#[test]
fn the_palette_finds_a_command_and_carries_it_out() {
    let mut bench = Bench::with_samples();
    bench.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    bench.harness.get_by_label("Command").type_text("minimap");
    bench.settle();
    bench.press(Modifiers::NONE, Key::Enter);
    assert!(!bench.app().has_dialog());
    assert!(!bench.app().state().panels().minimap);
}

#[test]
fn the_help_sheet_lists_every_key() {
    let mut bench = Bench::new();
    bench.press(Modifiers::SHIFT, Key::Questionmark);
    for command in MenuCommand::ALL {
        let keys: Vec<_> =
            command.shortcuts().iter().map(|keys| keys.label(&bench.harness.ctx)).collect();
        if !keys.is_empty() {
            let keys = keys.join("   ");
            let listed = bench.harness.query_all_by_label(&keys).next().is_some();
            assert!(listed, "{command:?}: {keys}");
        }
    }
}

#[test]
fn the_events_are_saved_where_the_user_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("events.csv");
    let mut bench = Bench::answering([Answer::Paths(vec![path.clone()])]);
    bench.send(MenuCommand::OpenSamples);
    bench.send(MenuCommand::ExportEvents);
    bench.harness.get_by_label("Save…").click();
    bench.settle();
    let table = std::fs::read_to_string(&path).expect("the file was written");
    assert!(table.lines().count() > 20, "{} lines", table.lines().count());
    assert!(!bench.app().has_dialog());
}

#[test]
fn what_cannot_be_saved_says_why() {
    let nowhere = std::path::PathBuf::from("/no/such/folder/events.csv");
    let mut bench = Bench::answering([Answer::Paths(vec![nowhere])]);
    bench.send(MenuCommand::OpenSamples);
    bench.send(MenuCommand::ExportEvents);
    bench.harness.get_by_label("Save…").click();
    bench.settle();
    assert!(bench.app().has_dialog(), "the dialog stays, to try again");
    assert!(bench.harness.query_by_label_contains("does not exist").is_some());
}

#[test]
fn a_theme_stays_chosen() {
    let mut bench = Bench::new();
    bench.send(MenuCommand::ToggleTheme);
    assert_eq!(bench.app().preferences().theme, egui::ThemePreference::Dark);
    bench.settle();
    assert_eq!(bench.harness.ctx.theme(), egui::Theme::Dark);
    bench.send(Command::Menu(MenuCommand::FollowSystemTheme));
    assert_eq!(bench.app().preferences().theme, egui::ThemePreference::System);
}

#[test]
fn a_picture_is_saved_at_the_size_that_was_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("timeline");
    let mut bench = Bench::answering([Answer::Paths(vec![path.clone()])]);
    bench.send(MenuCommand::OpenSamples);
    bench.press(Modifiers::COMMAND, Key::E);
    bench.harness.get_by_label("Dark").click();
    bench.settle();
    bench.harness.get_by_label("Save…").click();
    bench.settle();
    let png = std::fs::read(path.with_extension("png")).expect("the picture was written");
    assert_eq!(&png[1..4], b"PNG");
    let side = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().expect("four bytes"));
    assert_eq!((side(16), side(20)), (3200, 1800));
    assert!(bench.app().state().message().is_some_and(|text| text.contains("timeline.png")));
}

#[test]
fn a_picture_that_cannot_be_saved_says_why_in_the_dialog() {
    let nowhere = std::path::PathBuf::from("/no/such/folder/timeline.png");
    let mut bench = Bench::answering([Answer::Paths(vec![nowhere])]);
    bench.send(MenuCommand::OpenSamples);
    bench.send(MenuCommand::ExportPicture);
    bench.harness.get_by_label("Save…").click();
    bench.settle();
    assert!(bench.harness.query_by_label_contains("does not exist").is_some());
}
