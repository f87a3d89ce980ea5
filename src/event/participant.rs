//! Who took part in an event.

use serde::{Deserialize, Serialize};

/// Someone or something that took part.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Participant {
    /// The fullest name that the document uses.
    pub name: String,
    /// What it is.
    pub kind: ParticipantKind,
    /// A person's role as the document words it: "Ukrainian Foreign Minister".
    pub role: Option<String>,
}

/// What a participant is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParticipantKind {
    /// A person.
    Person,
    /// An organisation, a company, an alliance, an armed force.
    Organisation,
    /// A state, also where its people or forces are named for it.
    State,
    /// Any other group of people.
    Group,
}
