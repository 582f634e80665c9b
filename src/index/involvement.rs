//! Which Presidencies a measure belongs to, in what role, and on what grounds.

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::Day;
use crate::domain::id::PresidencyId;
use crate::domain::keyed::{Keyed, keyed};
use crate::domain::status::PresidencyRole;
use crate::domain::vocabulary::Vocabulary;
use crate::index::jagged::short;
use crate::words::briefs as words;

keyed! {
    /// Why a measure or line belongs to a Presidency, the weaker reason first.
    Basis, words::GROUNDS {
        /// A date falls in the term.
        ByDate = "by-date";
        /// A line of a general report on the measure names the Presidency or falls in its term.
        InReport = "in-report";
        /// The text names the Presidency.
        Named = "named";
    }
}

/// How a measure belongs to a Presidency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Involvement {
    /// Something was done.
    pub acted: Option<Basis>,
    /// Something was to come.
    pub plans: Option<Basis>,
}

impl Involvement {
    /// Whether it belongs in that role, or in either for `None`.
    pub fn fits(self, role: Option<PresidencyRole>) -> bool {
        match role {
            Some(PresidencyRole::Acted) => self.acted.is_some(),
            Some(PresidencyRole::Plans) => self.plans.is_some(),
            None => self.acted.is_some() || self.plans.is_some(),
        }
    }

    /// `acted (by date), plans (named in the text)`, or `no part`.
    pub fn in_words(self, own: &Vocabulary) -> String {
        let role =
            |role: PresidencyRole, basis: Option<Basis>| Some(words::role(role.label(), &own.say(basis?.label())));
        let acted = role(PresidencyRole::Acted, self.acted);
        let plans = role(PresidencyRole::Plans, self.plans);
        let parts: Vec<String> = acted.into_iter().chain(plans).collect();
        if parts.is_empty() {
            words::NO_PART.to_owned()
        } else {
            parts.join(", ")
        }
    }
}

/// How something belongs to the Presidency at that place of the rota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TermPart {
    /// The place in the rota.
    pub(super) term: u32,
    /// What it has to do with it.
    pub(super) involvement: Involvement,
}

/// The same for a single line, with one entry for each term of the rota.
pub fn of_record(record: Record<'_>, as_of: Day, dataset: &Dataset) -> Vec<Involvement> {
    spread(Parts::new(as_of, dataset).of_record(record), dataset.rota.terms().len())
}

/// One entry for each term of the rota.
pub(super) fn spread(parts: &[TermPart], terms: usize) -> Vec<Involvement> {
    let mut all = vec![Involvement::default(); terms];
    for part in parts {
        all[part.term as usize] = part.involvement;
    }
    all
}

/// Finds the Presidencies that a measure or line belongs to, in the order of the rota.
///
/// Rule: a measure belongs to a Presidency when the text names it, or when one of the dated facts falls wholly in the
/// term, be it its own or one of a general report that concerns it; what happened counts as acted, what was due or is still to happen as plans. What the text says of the measure as
/// a whole has no date, and is so on any day.
pub(super) struct Parts<'a> {
    as_of: Day,
    dataset: &'a Dataset,
    // Invariant: of one thing only, in the order of the rota, each term once.
    found: Vec<TermPart>,
}

impl<'a> Parts<'a> {
    pub(super) fn new(as_of: Day, dataset: &'a Dataset) -> Self {
        Self {
            as_of,
            dataset,
            found: Vec::new(),
        }
    }

    /// Those of a measure.
    pub(super) fn of_measure(&mut self, place: usize) -> &[TermPart] {
        let dataset = self.dataset;
        self.found.clear();
        for link in &dataset.measures[place].presidencies {
            self.named(&link.id, link.role, Basis::Named);
        }
        let own = dataset.records_of(Home::Measure(place));
        own.for_each(|line| self.record(line, [Basis::Named, Basis::ByDate]));
        let reported = dataset.concerning(place);
        reported.for_each(|(_, line)| self.record(line, [Basis::InReport; 2]));
        &self.found
    }

    /// Those of a single line.
    pub(super) fn of_record(&mut self, record: Record<'_>) -> &[TermPart] {
        self.found.clear();
        self.record(record, [Basis::Named, Basis::ByDate]);
        &self.found
    }

    /// Adds what a line names, and what its date falls into, on those grounds.
    fn record(&mut self, record: Record<'_>, [named, by_date]: [Basis; 2]) {
        let role = match record {
            Record::Event(event) if !event.is_planned(self.as_of) => PresidencyRole::Acted,
            Record::Event(_) | Record::Commitment(_) => PresidencyRole::Plans,
        };
        if let Some(id) = record.presidency() {
            self.named(id, role, named);
        }
        let rota = &self.dataset.rota;
        if let Some(place) = record.when().and_then(|when| rota.place_during(when.period())) {
            self.mark(place, role, by_date);
        }
    }

    fn named(&mut self, id: &PresidencyId, role: PresidencyRole, basis: Basis) {
        let mut terms = self.dataset.rota.terms().iter();
        if let Some(place) = terms.position(|term| term.id == *id) {
            self.mark(place, role, basis);
        }
    }

    fn mark(&mut self, place: usize, role: PresidencyRole, basis: Basis) {
        let term = short(place);
        let at = self.found.partition_point(|part| part.term < term);
        if self.found.get(at).is_none_or(|part| part.term != term) {
            let involvement = Involvement::default();
            self.found.insert(at, TermPart { term, involvement });
        }
        let involvement = &mut self.found[at].involvement;
        let field = match role {
            PresidencyRole::Acted => &mut involvement.acted,
            PresidencyRole::Plans => &mut involvement.plans,
        };
        *field = (*field).max(Some(basis));
    }
}
