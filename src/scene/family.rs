//! The families of categories: eight hues that colour-blind people can tell apart.

use super::Symbol;
use crate::event::Category;

/// Categories that share a hue. Within a family the [`Symbol`] tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Battles, attacks, armed forces.
    Conflict,
    /// Meetings, agreements, statements.
    Diplomacy,
    /// Elections, offices, policy.
    State,
    /// Courts and crimes.
    Justice,
    /// Protest, economy, society, travel.
    Society,
    /// Disasters and accidents.
    Mishap,
    /// What is published, founded or launched.
    Making,
    /// Births, deaths, lives, honours.
    Lives,
    /// Everything else, in a neutral.
    Other,
}

impl Family {
    /// Every family, in the order of legends.
    pub const ALL: [Self; 9] = [
        Self::Conflict,
        Self::Diplomacy,
        Self::State,
        Self::Justice,
        Self::Society,
        Self::Mishap,
        Self::Making,
        Self::Lives,
        Self::Other,
    ];

    /// The family of a category.
    #[must_use]
    pub const fn of(category: Category) -> Self {
        match category {
            Category::Battle | Category::Attack | Category::Military => Self::Conflict,
            Category::Meeting | Category::Agreement | Category::Statement => Self::Diplomacy,
            Category::Election | Category::Appointment | Category::Policy => Self::State,
            Category::Legal | Category::Crime => Self::Justice,
            Category::Protest | Category::Economy | Category::Social | Category::Travel => {
                Self::Society
            }
            Category::Disaster | Category::Accident => Self::Mishap,
            Category::Publication | Category::Founding | Category::Launch => Self::Making,
            Category::Birth
            | Category::Death
            | Category::Life
            | Category::Award
            | Category::Ceremony => Self::Lives,
            Category::Other => Self::Other,
        }
    }
}

impl Symbol {
    /// The shape of a category's instants: no two categories of a family share one.
    #[must_use]
    pub const fn of(category: Category) -> Self {
        match category {
            Category::Battle
            | Category::Statement
            | Category::Appointment
            | Category::Crime
            | Category::Social
            | Category::Publication
            | Category::Birth
            | Category::Other => Self::Circle,
            Category::Attack | Category::Protest | Category::Disaster | Category::Launch => {
                Self::TriangleUp
            }
            Category::Death => Self::TriangleDown,
            Category::Meeting | Category::Policy | Category::Accident | Category::Travel => {
                Self::Diamond
            }
            Category::Military
            | Category::Agreement
            | Category::Legal
            | Category::Economy
            | Category::Founding
            | Category::Ceremony => Self::Square,
            Category::Election => Self::Hexagon,
            Category::Award => Self::Star,
            Category::Life => Self::Plus,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shape_and_hue_together_name_one_category() {
        let mut seen = std::collections::HashMap::new();
        for category in Category::ALL {
            let before = seen.insert((Family::of(category), Symbol::of(category)), category);
            assert_eq!(before, None, "{category:?} looks the same");
        }
    }
}
