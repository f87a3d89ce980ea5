//! The filters: categories, places, factuality, undated.

use std::collections::BTreeMap;

use egui::{Align2, Rect, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};
use rustc_hash::FxHashMap;

use crate::event::{Category, Factuality};
use crate::project::Project;
use crate::scene::{Symbol, Weight};
use crate::text::grouped;

use super::super::command::{Command, MenuCommand};
use super::super::controls::section_heading;
use super::super::derived::Derived;
use super::super::icons::Icon;
use super::super::paint::paint_symbol;
use super::super::{PanelContext, style, wording};

/// How many places are listed until all are asked for.
const PLACES_AT_FIRST: usize = 8;
const ROW_PX: f32 = 26.0;
/// The size of a category's shape.
const SYMBOL_PX: f32 = 9.0;

/// The filters.
#[derive(Debug, Default)]
pub(super) struct Filters {
    counts: Derived<u64, Counts>,
    all_places: bool,
}

/// What there is to filter by, with the number of events of each.
#[derive(Debug, Default)]
struct Counts {
    categories: Vec<(Category, usize)>,
    factualities: Vec<(Factuality, usize)>,
    places: Vec<(String, usize)>,
    undated: usize,
}

/// What a row of a filter shows.
struct Row<'a> {
    text: &'a str,
    count: usize,
    on: bool,
    category: Option<Category>,
}

impl Filters {
    /// Whether the events are being counted.
    pub(super) const fn is_busy(&self) -> bool {
        self.counts.is_under_way()
    }

    /// Draws the filters.
    pub(super) fn ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) {
        let project = cx.state.project();
        let revision = project.revision();
        self.counts.refresh(ui.ctx(), project, revision, |project, _| Counts::of(project));
        let filter = cx.state.filter();
        section_heading(ui, "CATEGORIES", None);
        for &(category, count) in &self.counts.get().categories {
            let on = !filter.hidden_categories.contains(&category);
            let text = wording::label(category.name());
            let row = Row { text: &text, count, on, category: Some(category) };
            let response = row.ui(ui);
            let response =
                response.on_hover_text("Click to show or hide, double-click for this alone");
            if response.double_clicked() {
                cx.send(Command::SoloCategory(category));
            } else if response.clicked() {
                cx.send(Command::ToggleCategory(category));
            }
        }
        self.places_ui(ui, cx);
        self.factualities_ui(ui, cx);
        self.undated_ui(ui, cx);
        if !filter.is_empty() {
            ui.add_space(8.0);
            if ui.button(MenuCommand::ClearFilters.text()).clicked() {
                cx.send(MenuCommand::ClearFilters);
            }
        }
    }

    fn places_ui(&mut self, ui: &mut Ui, cx: PanelContext<'_>) {
        if self.counts.get().places.is_empty() {
            return;
        }
        ui.add_space(8.0);
        section_heading(ui, "PLACES", Some(self.counts.get().places.len()));
        let chosen = &cx.state.filter().places;
        let listed = if self.all_places { self.counts.get().places.len() } else { PLACES_AT_FIRST };
        let is_listed = |at: usize, name: &String| at < listed || chosen.contains(name);
        for (at, (name, count)) in self.counts.get().places.iter().enumerate() {
            if !is_listed(at, name) {
                continue;
            }
            let on = chosen.is_empty() || chosen.contains(name);
            let row = Row { text: name, count: *count, on, category: None };
            if row.ui(ui).on_hover_text("Click to show only events here").clicked() {
                cx.send(Command::TogglePlace(name.clone()));
            }
        }
        if self.counts.get().places.len() > PLACES_AT_FIRST {
            let text = if self.all_places { "Show fewer places" } else { "Show all places" };
            if ui.add(egui::Button::new(super::super::controls::quiet(text)).frame(false)).clicked()
            {
                self.all_places = !self.all_places;
            }
        }
    }

    fn factualities_ui(&self, ui: &mut Ui, cx: PanelContext<'_>) {
        if self.counts.get().factualities.len() < 2 {
            return;
        }
        ui.add_space(8.0);
        section_heading(ui, "FACTUALITY", None);
        for &(value, count) in &self.counts.get().factualities {
            let on = !cx.state.filter().hidden_factualities.contains(&value);
            let text = wording::label(value.name());
            if (Row { text: &text, count, on, category: None }).ui(ui).clicked() {
                cx.send(Command::ToggleFactuality(value));
            }
        }
    }

    fn undated_ui(&self, ui: &mut Ui, cx: PanelContext<'_>) {
        if self.counts.get().undated == 0 {
            return;
        }
        ui.add_space(8.0);
        let on = cx.state.panels().tray;
        let row =
            Row { text: "Undated events", count: self.counts.get().undated, on, category: None };
        if row.ui(ui).on_hover_text(MenuCommand::ToggleTray.tooltip()).clicked() {
            cx.send(MenuCommand::ToggleTray);
        }
    }
}

impl Counts {
    fn of(project: &Project) -> Self {
        let mut categories = BTreeMap::new();
        let mut factualities = BTreeMap::new();
        let mut places: FxHashMap<&str, usize> = FxHashMap::default();
        let mut undated = 0;
        for event in project.events() {
            *categories.entry(event.category).or_insert(0) += 1;
            *factualities.entry(event.factuality).or_insert(0) += 1;
            for place in &event.places {
                *places.entry(&place.name).or_insert(0) += 1;
            }
            undated += usize::from(event.when.interval().is_none());
        }
        let places = places.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
        Self {
            categories: by_count(categories),
            factualities: factualities.into_iter().collect(),
            places: by_count(places),
            undated,
        }
    }
}

/// The most frequent first, those with the same count in their own order.
fn by_count<T: Ord>(counts: BTreeMap<T, usize>) -> Vec<(T, usize)> {
    let mut list: Vec<_> = counts.into_iter().collect();
    list.sort_by(|(_, one), (_, other)| other.cmp(one));
    list
}

impl Row<'_> {
    fn ui(&self, ui: &mut Ui) -> egui::Response {
        let size = Vec2::new(ui.available_width(), ROW_PX);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| {
            let name = format!("{}, {}", self.text, self.count);
            WidgetInfo::selected(egui::Role::CheckBox, true, self.on, name)
        });
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response);
        }
        response
    }

    fn paint(&self, ui: &mut Ui, rect: Rect, response: &egui::Response) {
        let theme = style::theme(ui.ctx());
        if response.hovered() || response.has_focus() {
            let fill = style::color(theme.text.with_opacity(0.05));
            ui.painter().rect_filled(rect.expand2(vec2(8.0, 0.0)), style::CORNER, fill);
        }
        let faded = if self.on { 1.0 } else { 0.45 };
        let mark = pos2(rect.left() + 8.0, rect.center().y);
        if let Some(category) = self.category {
            let hue = style::color(theme.category(category).faded(faded));
            paint_symbol(ui.painter(), Symbol::of(category), mark, SYMBOL_PX, hue);
        } else if self.on {
            let color = style::color(theme.muted);
            Icon::Check.paint(ui.painter(), Rect::from_center_size(mark, Vec2::splat(16.0)), color);
        }
        let muted = style::color(theme.muted.faded(faded));
        let font = style::font(style::SMALL_PX, Weight::Regular);
        let count = grouped(self.count);
        let count =
            ui.painter().text(rect.right_center(), Align2::RIGHT_CENTER, count, font, muted);
        let text = egui::RichText::new(self.text).color(style::color(theme.text.faded(faded)));
        let room = Rect::from_min_max(
            pos2(rect.left() + 24.0, rect.top()),
            pos2(count.left() - 8.0, rect.bottom()),
        );
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let mut child = ui.new_child(egui::UiBuilder::new().max_rect(room).layout(layout));
        child.add(egui::Label::new(text).truncate().selectable(false).sense(Sense::hover()));
    }
}
