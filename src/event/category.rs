//! The kinds of events.

use serde::{Deserialize, Serialize};

/// What kind of event it is; the names are those of the data formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Category {
    /// Two armed sides fight: a battle, a siege, an offensive, a capture.
    Battle,
    /// One side strikes: shelling, a bombing, a raid, an assassination.
    Attack,
    /// Armed forces act without fighting: a mobilisation, a withdrawal, a deployment.
    Military,
    /// People meet to talk: a summit, a council, negotiations.
    Meeting,
    /// Something is agreed or signed.
    Agreement,
    /// Something is said in public.
    Statement,
    /// Courts, charges, verdicts, sentences.
    Legal,
    /// A vote.
    Election,
    /// Someone takes, changes or leaves an office.
    Appointment,
    /// Nature strikes: an earthquake, a flood.
    Disaster,
    /// Something goes wrong by mishap.
    Accident,
    /// People demonstrate, strike or rebel.
    Protest,
    /// A crime that is no act of war.
    Crime,
    /// Something is published or released.
    Publication,
    /// Something is founded, built or opened.
    Founding,
    /// Something starts its service: a rocket, a product, a programme.
    Launch,
    /// Someone is born.
    Birth,
    /// Someone dies.
    Death,
    /// A turn in someone's life: a marriage, a move, studies.
    Life,
    /// A prize or an honour is given.
    Award,
    /// A solemn act: an inauguration, a commemoration.
    Ceremony,
    /// Someone travels or visits.
    Travel,
    /// A law, a decision or a programme of a government.
    Policy,
    /// Trade, prices, companies, sanctions at work.
    Economy,
    /// What happens to a society: flight, famine, evacuation.
    Social,
    /// Anything else.
    Other,
}

impl Category {
    /// Every category, in the order in which lists show them.
    pub const ALL: [Self; 26] = [
        Self::Battle,
        Self::Attack,
        Self::Military,
        Self::Meeting,
        Self::Agreement,
        Self::Statement,
        Self::Legal,
        Self::Election,
        Self::Appointment,
        Self::Disaster,
        Self::Accident,
        Self::Protest,
        Self::Crime,
        Self::Publication,
        Self::Founding,
        Self::Launch,
        Self::Birth,
        Self::Death,
        Self::Life,
        Self::Award,
        Self::Ceremony,
        Self::Travel,
        Self::Policy,
        Self::Economy,
        Self::Social,
        Self::Other,
    ];

    /// The name in data formats and, capitalised, in the window.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Battle => "battle",
            Self::Attack => "attack",
            Self::Military => "military",
            Self::Meeting => "meeting",
            Self::Agreement => "agreement",
            Self::Statement => "statement",
            Self::Legal => "legal",
            Self::Election => "election",
            Self::Appointment => "appointment",
            Self::Disaster => "disaster",
            Self::Accident => "accident",
            Self::Protest => "protest",
            Self::Crime => "crime",
            Self::Publication => "publication",
            Self::Founding => "founding",
            Self::Launch => "launch",
            Self::Birth => "birth",
            Self::Death => "death",
            Self::Life => "life",
            Self::Award => "award",
            Self::Ceremony => "ceremony",
            Self::Travel => "travel",
            Self::Policy => "policy",
            Self::Economy => "economy",
            Self::Social => "social",
            Self::Other => "other",
        }
    }

    /// The category of a name, as language packs and data files write it.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }
}
