//! A calendar time as it was found, with the other readings that its words allow.

use super::calendar::{Calendar, half, narrowed};
use super::complete::following;
use super::fields::Fields;
use super::outcome::{From, Outcome};
use super::stated::{on_eve, stated, with_clock};
use crate::event::{Operation, Reading};
use crate::language::Slot;
use crate::time::Granularity;

/// A calendar time and how it was reached, with what else the words could mean.
pub(super) struct Placed {
    pub(super) calendar: Calendar,
    from: From,
    operation: Operation,
    others: Vec<(Calendar, Operation)>,
}

impl Placed {
    pub(super) const fn new(calendar: Calendar, from: From, operation: Operation) -> Self {
        Self { calendar, from, operation, others: Vec::new() }
    }

    /// The unit that holds it.
    pub(super) fn holding(mut self, unit: Granularity) -> Self {
        let held =
            |calendar: Calendar| Some(Calendar::holding(calendar.interval()?.anchor(), unit));
        self.calendar = held(self.calendar).unwrap_or(self.calendar);
        for (calendar, _) in &mut self.others {
            *calendar = held(*calendar).unwrap_or(*calendar);
        }
        self
    }

    /// The same, with another reading beside it.
    pub(super) fn or(mut self, calendar: Option<Calendar>, operation: Operation) -> Self {
        if let Some(calendar) = calendar.filter(|other| *other != self.calendar) {
            self.others.push((calendar, operation));
        }
        self
    }

    /// The same, with what follows from each other reading of the time that it is joined to.
    pub(super) fn or_beside(
        mut self,
        before: &Outcome,
        fields: &Fields,
        precision: Granularity,
    ) -> Self {
        for reading in &before.alternatives {
            let at = reading.interval.anchor();
            let start = |year: i32| stated(fields, Some(year))?.interval().map(|own| own.anchor());
            let year = following(at.civil().year, at, precision, start, true);
            self = self.or(stated(fields, Some(year)), reading.operation.clone());
        }
        self
    }

    pub(super) fn outcome(self, fields: &Fields) -> Outcome {
        let modifier = fields.modifier();
        let calendar = with_clock(on_eve(self.calendar, fields), fields);
        let mut outcome = Outcome::calendar(calendar, modifier, self.from, self.operation);
        if fields.has(Slot::Half)
            && let Some(half) = calendar.interval().and_then(|whole| half(whole, modifier))
        {
            outcome.interval = Some(half);
        }
        outcome.alternatives = self
            .others
            .into_iter()
            .filter_map(|(calendar, operation)| {
                let interval =
                    narrowed(with_clock(on_eve(calendar, fields), fields).interval()?, modifier);
                Some(Reading { interval, operation })
            })
            .collect();
        outcome
    }
}
