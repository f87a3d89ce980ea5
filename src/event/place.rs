//! Where an event was.

use serde::{Deserialize, Serialize};

/// A place. Two names of one place (Kyiv, Kiev, Київ) give the same `name` here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The name that the place is shown under: the gazetteer's main one, or the text's own.
    pub name: String,
    /// What it is.
    pub kind: PlaceKind,
    /// Where it lies, if the gazetteer knows.
    pub coordinates: Option<Coordinates>,
    /// The country that it lies in, ISO 3166-1 alpha-2, if known and single.
    pub country: Option<String>,
}

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceKind {
    /// A country.
    Country,
    /// A part of a country or of the world: an oblast, a state, a province, the Caucasus.
    Region,
    /// A city, a town, a village.
    City,
    /// A sea, a river, a lake, a strait.
    Water,
    /// A site: a fort, an airport, a bridge, a plant.
    Site,
}

/// Geographic coordinates in degrees, WGS 84.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coordinates {
    /// North is positive.
    pub latitude: f32,
    /// East is positive.
    pub longitude: f32,
}
