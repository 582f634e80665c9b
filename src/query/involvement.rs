//! Which Presidencies a measure belongs to, in what role, and on what grounds.

use crate::dataset::{Dataset, Record};
use crate::domain::date::Day;
use crate::domain::id::PresidencyId;
use crate::domain::measure::Measure;
use crate::domain::status::PresidencyRole;

/// On what grounds a measure belongs to a Presidency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// One of the measure's dated facts falls in the term.
    ByDate,
    /// The text names the Presidency.
    Named,
}

/// What one Presidency has to do with a measure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Involvement {
    /// Something was done.
    pub acted: Option<Basis>,
    /// Something was to come.
    pub plans: Option<Basis>,
}

impl Involvement {
    /// Whether it is there in that role, or in either when none is asked for.
    pub fn fits(self, role: Option<PresidencyRole>) -> bool {
        match role {
            Some(PresidencyRole::Acted) => self.acted.is_some(),
            Some(PresidencyRole::Plans) => self.plans.is_some(),
            None => self.acted.is_some() || self.plans.is_some(),
        }
    }

    /// `acted (by date), plans (named in the text)`; `no part` where there is none.
    pub fn in_words(self) -> String {
        let acted = self.acted.map(|basis| format!("acted ({})", basis.in_words()));
        let plans = self.plans.map(|basis| format!("plans ({})", basis.in_words()));
        let parts: Vec<String> = acted.into_iter().chain(plans).collect();
        if parts.is_empty() {
            "no part".to_owned()
        } else {
            parts.join(", ")
        }
    }
}

/// One entry for each term of the rota, for a measure on `as_of`.
///
/// Rule: a measure belongs to a Presidency when the text names it, or when one of the dated facts falls wholly in the
/// term; what happened counts as acted, what was due or is still to happen as plans. What the text says of the measure as
/// a whole has no date, and is so on any day.
pub(super) fn of_measure(measure: &Measure, as_of: Day, dataset: &Dataset) -> Vec<Involvement> {
    let mut marks = Marks::new(as_of, dataset);
    for link in &measure.presidencies {
        marks.named(&link.id, link.role);
    }
    for event in &measure.state_of_play {
        marks.record(Record::Event(event));
    }
    for commitment in &measure.follow_up {
        marks.record(Record::Commitment(commitment));
    }
    marks.all
}

/// The same for a single line.
pub fn of_record(record: Record<'_>, as_of: Day, dataset: &Dataset) -> Vec<Involvement> {
    let mut marks = Marks::new(as_of, dataset);
    marks.record(record);
    marks.all
}

struct Marks<'a> {
    as_of: Day,
    dataset: &'a Dataset,
    all: Vec<Involvement>,
}

impl<'a> Marks<'a> {
    fn new(as_of: Day, dataset: &'a Dataset) -> Self {
        Self {
            as_of,
            dataset,
            all: vec![Involvement::default(); dataset.rota.terms().len()],
        }
    }

    fn record(&mut self, record: Record<'_>) {
        let (named, when, role) = match record {
            Record::Event(event) if event.is_planned(self.as_of) => {
                (&event.presidency, event.when, PresidencyRole::Plans)
            }
            Record::Event(event) => (&event.presidency, event.when, PresidencyRole::Acted),
            Record::Commitment(commitment) => (&commitment.presidency, commitment.due, PresidencyRole::Plans),
        };
        if let Some(id) = named {
            self.named(id, role);
        }
        let during = when.and_then(|when| self.dataset.rota.during(when.period()));
        if let Some(presidency) = during {
            self.mark(&presidency.id, role, Basis::ByDate);
        }
    }

    fn named(&mut self, id: &PresidencyId, role: PresidencyRole) {
        self.mark(id, role, Basis::Named);
    }

    fn mark(&mut self, id: &PresidencyId, role: PresidencyRole, basis: Basis) {
        let terms = self.dataset.rota.terms();
        let Some(place) = terms.iter().position(|term| term.id == *id) else {
            return;
        };
        let involvement = &mut self.all[place];
        let field = match role {
            PresidencyRole::Acted => &mut involvement.acted,
            PresidencyRole::Plans => &mut involvement.plans,
        };
        *field = (*field).max(Some(basis));
    }
}
