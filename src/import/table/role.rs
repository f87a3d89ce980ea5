//! What a column holds, and how that is told by its name.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Column;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// What happened.
    Title,
    /// When it was, or when it began.
    Start,
    /// The month of a start of which the year stands by itself, as a number.
    StartMonth,
    /// The day of that month.
    StartDay,
    /// When it ended.
    End,
    /// The month of an end of which the year stands by itself, as a number.
    EndMonth,
    /// The day of that month.
    EndDay,
    /// What kind of event it is.
    Category,
    /// Words that it is sorted by, set apart by semicolons.
    Tags,
    /// Where it was; several places are set apart by semicolons.
    Place,
    /// The country of the place, ISO 3166-1 alpha-2 where it is known.
    Country,
    /// Degrees north.
    Latitude,
    /// Degrees east.
    Longitude,
    /// Who took part, set apart by semicolons.
    Participants,
    /// The document that it is from.
    Document,
    /// More about it.
    Note,
    /// The words of its source.
    Quote,
    /// Whether it happened.
    Factuality,
    /// How far its date can be relied on.
    Certainty,
    /// How sure it is, from 0 to 1.
    Confidence,
    /// How precisely its date is stated.
    Granularity,
}

impl Role {
    /// Every role, in the order of lists.
    pub const ALL: [Self; 21] = [
        Self::Title,
        Self::Start,
        Self::End,
        Self::Category,
        Self::Tags,
        Self::Place,
        Self::Country,
        Self::Latitude,
        Self::Longitude,
        Self::Participants,
        Self::Document,
        Self::Note,
        Self::Quote,
        Self::Factuality,
        Self::Certainty,
        Self::Confidence,
        Self::Granularity,
        Self::StartMonth,
        Self::StartDay,
        Self::EndMonth,
        Self::EndDay,
    ];
}

/// Which column holds what, by the columns' names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping {
    roles: Vec<(String, Role)>,
}

impl Mapping {
    /// A mapping that says of each named column what it holds.
    #[must_use]
    pub fn new(roles: impl IntoIterator<Item = (String, Role)>) -> Self {
        Self { roles: roles.into_iter().collect() }
    }

    /// What the names of the columns say, each role once.
    #[must_use]
    pub fn by_name(columns: &[Column]) -> Self {
        let roles = columns.iter().filter_map(|column| Some((column.name.clone(), column.role?)));
        Self { roles: roles.collect() }
    }

    /// Whether there is a date, and something that says what happened.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let dated = self.holds(Role::Start) || self.holds(Role::End);
        dated && (self.tells() || self.holds(Role::Category) || self.holds(Role::Place))
    }

    /// Whether a column says in words of its own what happened.
    #[must_use]
    pub fn tells(&self) -> bool {
        [Role::Title, Role::Note, Role::Quote].into_iter().any(|role| self.holds(role))
    }

    /// Whether a column holds this.
    pub(super) fn holds(&self, role: Role) -> bool {
        self.roles.iter().any(|&(_, held)| held == role)
    }

    /// What a column holds.
    #[must_use]
    pub fn role(&self, column: &str) -> Option<Role> {
        self.roles.iter().find(|(name, _)| name == column).map(|&(_, role)| role)
    }
}

/// Names with their roles and their rank among the names of a role.
static NAMES: LazyLock<HashMap<String, (Role, usize)>> = LazyLock::new(|| {
    let list = include_str!("../../../assets/tables/columns.toml");
    let roles: HashMap<Role, Vec<String>> = toml::from_str(list).unwrap_or_default();
    let names = roles.into_iter().flat_map(|(role, names)| {
        names.into_iter().enumerate().map(move |(rank, name)| (plain(&name), (role, rank)))
    });
    names.collect()
});

/// What columns hold by their names. Where two could be the same, the more telling name is.
pub(super) fn by_names(names: &[String]) -> Vec<Option<Role>> {
    let known: Vec<Option<(Role, usize)>> =
        names.iter().map(|name| NAMES.get(&plain(name)).copied()).collect();
    let is_best = |role: Role, rank: usize, place: usize| {
        let rivals = known.iter().enumerate().filter_map(|(at, known)| Some((at, (*known)?)));
        rivals
            .filter(|&(_, (other, _))| other == role)
            .all(|(at, (_, other_rank))| (rank, place) <= (other_rank, at))
    };
    known
        .iter()
        .enumerate()
        .map(|(place, known)| known.filter(|&(role, rank)| is_best(role, rank, place)))
        .map(|known| known.map(|(role, _)| role))
        .collect()
}

/// A name without what writers vary: case, diacritics, spaces and signs.
fn plain(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let letters = name.nfkd().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles(names: &[&str]) -> Vec<Option<Role>> {
        by_names(&names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn every_role_has_names_and_no_name_two_roles() {
        let list = include_str!("../../../assets/tables/columns.toml");
        let listed: HashMap<Role, Vec<String>> = toml::from_str(list).expect("a table of names");
        for role in Role::ALL {
            assert!(!listed[&role].is_empty(), "{role:?}");
        }
        let mut seen: HashMap<String, Role> = HashMap::new();
        for (role, name) in listed.iter().flat_map(|(r, names)| names.iter().map(move |n| (r, n))) {
            let before = seen.insert(plain(name), *role);
            assert!(before.is_none_or(|before| before == *role), "{name}");
        }
    }

    #[test]
    fn names_are_told_whatever_their_spelling() {
        let told = roles(&["Start_Date", "END-DATE", "Ereignis", "Größe", "Título", "Дата"]);
        assert_eq!(told[0], Some(Role::Start));
        assert_eq!(told[1], Some(Role::End));
        assert_eq!(told[3], None);
        assert_eq!(told[2].or(told[4]), Some(Role::Title));
    }

    #[test]
    fn the_more_telling_of_two_names_wins() {
        assert_eq!(roles(&["date", "start"]), [None, Some(Role::Start)]);
        assert_eq!(roles(&["text", "title"]), [None, Some(Role::Title)]);
        assert_eq!(roles(&["date", "date"]), [Some(Role::Start), None]);
    }
}
