//! The keys and gestures.

use egui::{Grid, ScrollArea, Ui};

use super::super::command::{Group, MenuCommand};
use super::super::controls::{quiet, strong};
use super::Stay;

/// What hands do that is no key.
const GESTURES: &[(&str, &str)] = &[
    ("Wheel", "Zoom at the pointer; scroll where lanes overflow"),
    ("Ctrl + wheel, pinch", "Zoom at the pointer"),
    ("Shift + wheel, two fingers", "Move in time"),
    ("Drag", "Move the timeline"),
    ("Shift + drag", "Select a span to zoom to"),
    ("Click an event", "Show its sentence"),
    ("Click a marked sentence", "Show its event"),
    ("Double-click the axis", "Zoom into that year, month or day"),
    ("Double-click a group", "Fit the group"),
    ("Shift + click an event", "Measure from the selected event"),
    ("Click a lane’s name", "Collapse the lane; right-click for more"),
    ("Drag a lane’s name", "Move the lane"),
    ("Shift + drag the minimap", "Show only events in the span"),
    ("Click a place on the map", "Show only events there; again, all"),
    ("Shift + drag on the map", "Show only events at the places in the rectangle"),
];

pub(super) fn ui(ui: &mut Ui) -> Stay {
    let height = ui.ctx().content_rect().height() - 160.0;
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.auto_shrink([false, true]).show(ui, |ui| {
        let narrow = ui.available_width() < 560.0;
        if narrow {
            for group in Group::ALL {
                group_ui(ui, group);
            }
            gestures_ui(ui);
            return;
        }
        ui.columns(2, |columns| {
            let [left, right] = columns else {
                return;
            };
            for group in [Group::Timeline, Group::View] {
                group_ui(left, group);
            }
            gestures_ui(right);
            for group in [Group::File, Group::Edit, Group::Help] {
                group_ui(right, group);
            }
        });
    });
    Stay::Open
}

fn group_ui(ui: &mut Ui, group: Group) {
    let commands = MenuCommand::ALL.into_iter().filter(|command| command.group() == group);
    let lines: Vec<_> = commands
        .filter_map(|command| {
            let keys: Vec<_> =
                command.shortcuts().iter().map(|keys| keys.label(ui.ctx())).collect();
            (!keys.is_empty()).then(|| (keys.join("   "), command.text().trim_end_matches('…')))
        })
        .collect();
    table_ui(ui, group.label(), lines.iter().map(|(keys, text)| (keys.as_str(), *text)));
}

fn gestures_ui(ui: &mut Ui) {
    table_ui(ui, "Mouse and touch", GESTURES.iter().copied());
}

fn table_ui<'a>(ui: &mut Ui, title: &str, lines: impl Iterator<Item = (&'a str, &'a str)>) {
    ui.label(strong(title));
    ui.add_space(2.0);
    Grid::new(title).num_columns(2).spacing([16.0, 4.0]).min_col_width(112.0).show(ui, |ui| {
        for (keys, text) in lines {
            ui.label(quiet(keys));
            ui.add(egui::Label::new(text).wrap());
            ui.end_row();
        }
    });
    ui.add_space(14.0);
}
