//! Which of several towns of one name is meant: the one near the other places of the document
//! ("spatial minimality": Leidner, Toponym Resolution in Text, 2007).

use super::names::{Name, Names};
use super::places::{ACCEPTED, MUCH_LARGER};
use super::stray::settle_kind;
use crate::event::{Coordinates, PlaceKind};
use crate::gazetteer::{Entry, fold_name};

/// At so many kilometres a place speaks half as much for another one as where it is itself.
const HALF: f64 = 200.0;
/// A place that is named more often counts no more than so many times.
const MOST: u32 = 5;
/// Another bearer of a name must have so much more that speaks for it than the likeliest one.
const CLEARLY: f64 = 1.5;

/// Moves the bearer of a name that lies nearest to the places that the document names without doubt
/// to the front, where that name is a town's, or a country's and a region's of another one.
pub(super) fn prefer_near(names: &mut Names) {
    let country = |entry: &Entry| entry.kind == PlaceKind::Country;
    let two = |name: &Name| {
        let first = name.entries.first().filter(|first| country(first));
        first.is_some_and(|first| name.entries.iter().any(|entry| entry.country != first.country))
    };
    let ambiguous = |name: &Name| {
        let town = |entry: &Entry| entry.kind == PlaceKind::City;
        name.place_score >= ACCEPTED
            && !name.qualified
            && name.entries.len() > 1
            && (name.entries.first().is_some_and(town) || two(name))
    };
    if !names.list.iter().any(ambiguous) {
        return;
    }
    let sure = |name: &&Name| {
        let first = name.entries.first();
        name.place_score >= ACCEPTED
            && first.is_some_and(|entry| {
                entry.kind != PlaceKind::Country
                    && (name.entries.len() == 1
                        || entry.kind != PlaceKind::City
                        || name.qualified
                        || entry.weight > name.entries[1].weight + MUCH_LARGER)
            })
    };
    let known: Vec<(Coordinates, u32)> = names
        .list
        .iter()
        .filter(sure)
        .map(|name| (name.entries[0].coordinates, name.mentions.min(MOST)))
        .collect();
    for name in names.list.iter_mut().filter(|name| ambiguous(name)) {
        let least = if two(name) { 0 } else { name.entries[0].weight.saturating_sub(MUCH_LARGER) };
        let speaks = |entry: &Entry| -> f64 {
            let share = |&(at, count): &(Coordinates, u32)| {
                f64::from(count) / (1.0 + kilometres(at, entry.coordinates) / HALF)
            };
            known.iter().map(share).sum()
        };
        // "Philadelphia" is not the town that was once called so.
        let own = |at: usize| fold_name(name.entries[at].name) == name.folded;
        let spelt = |at: usize| !own(0) || own(at);
        let first = speaks(&name.entries[0]);
        let best = (1..name.entries.len())
            .filter(|&at| name.entries[at].weight >= least && spelt(at))
            .filter(|&at| !two(name) || name.entries[at].country != name.entries[0].country)
            .map(|at| (at, speaks(&name.entries[at])))
            .max_by(|a, b| a.1.total_cmp(&b.1));
        if let Some((at, _)) = best.filter(|&(_, other)| other > first * CLEARLY) {
            name.entries[..=at].rotate_right(1);
            settle_kind(name);
        }
    }
}

/// The length of the great circle between two places (the haversine formula).
pub(super) fn kilometres(a: Coordinates, b: Coordinates) -> f64 {
    const RADIUS: f64 = 6371.0;
    let [a, b] = [a, b]
        .map(|at| (f64::from(at.latitude).to_radians(), f64::from(at.longitude).to_radians()));
    let half = |from: f64, to: f64| ((to - from) / 2.0).sin().powi(2);
    let chord = half(a.0, b.0) + a.0.cos() * b.0.cos() * half(a.1, b.1);
    2.0 * RADIUS * chord.sqrt().min(1.0).asin()
}
