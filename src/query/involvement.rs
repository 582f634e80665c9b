//! Which Presidencies a measure belongs to, in what role, and on what grounds.

use crate::dataset::Dataset;
use crate::domain::date::When;
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
}

/// One entry for each term of the rota.
///
/// Rule: a measure belongs to a Presidency when the text names it, or when one of the dated facts falls wholly in the
/// term; what happened counts as acted, what was due as plans.
pub(super) fn involvements(measure: &Measure, dataset: &Dataset) -> Vec<Involvement> {
    let terms = dataset.rota.terms();
    let mut all = vec![Involvement::default(); terms.len()];
    let place_of = |id: &str| terms.iter().position(|term| term.id.as_str() == id);
    let term_of = |when: Option<When>| {
        let presidency = dataset.rota.during(when?.period())?;
        place_of(presidency.id.as_str())
    };
    let mut mark = |place: Option<usize>, role: PresidencyRole, basis: Basis| {
        let Some(involvement) = place.map(|place| &mut all[place]) else {
            return;
        };
        let field = match role {
            PresidencyRole::Acted => &mut involvement.acted,
            PresidencyRole::Plans => &mut involvement.plans,
        };
        *field = (*field).max(Some(basis));
    };
    for link in &measure.presidencies {
        mark(place_of(link.id.as_str()), link.role, Basis::Named);
    }
    for event in &measure.state_of_play {
        let named = event.presidency.as_ref().and_then(|id| place_of(id.as_str()));
        mark(named, PresidencyRole::Acted, Basis::Named);
        mark(term_of(event.when), PresidencyRole::Acted, Basis::ByDate);
    }
    for commitment in &measure.follow_up {
        let named = commitment.presidency.as_ref().and_then(|id| place_of(id.as_str()));
        mark(named, PresidencyRole::Plans, Basis::Named);
        mark(term_of(commitment.due), PresidencyRole::Plans, Basis::ByDate);
    }
    all
}
