//! The handover brief of a Presidency: what it inherited, did, planned and handed on, each line with its source.

mod candidates;
mod filter;
mod briefs;
mod office;
mod sections;
mod words;

pub use briefs::Briefs;
pub use candidates::BriefCandidates;
pub use filter::in_brief;
pub use office::{InOffice, briefed, canonical_presidency, nearest_brief, shown_in_brief, shown_in_briefs};
pub use words::GROUNDS;

use std::sync::Arc;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::Day;
use crate::domain::delivery::Delivery;
use crate::domain::keyed::keyed;
use crate::domain::presidency::Presidency;
use crate::domain::status::OutcomeState;
use crate::query::{Basis, BriefBy, FacetKey};

keyed! {
    /// A section of a brief.
    Part, "section of a brief" {
        /// What was promised by its first day, and open or overdue on that day.
        Inherited = "inherited", "inherited";
        /// What happened under it.
        Did = "did", "did";
        /// What was promised for its term.
        Planned = "planned", "planned";
        /// What was promised by the handover to the next Presidency, and open or overdue on that day.
        HandedOn = "handed-on", "handed on";
    }
}

/// What a Presidency inherited, did, planned and handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief<'a> {
    /// Whose brief it is.
    pub presidency: &'a Presidency,
    /// The Presidencies of its trio, itself among them, in the order of their terms.
    pub trio: Vec<&'a Presidency>,
    /// The day as of which it is written.
    pub as_of: Day,
    /// The last day of which the record can know: the edition's date, or `as_of` where that is earlier.
    pub record_ends: Day,
    /// Whether its term is over, runs, or is to come on `as_of`.
    pub in_office: InOffice,
    /// How the groups are formed.
    pub by: BriefBy,
    /// What narrows it, in words: each filter that is set, with the values of which one must fit.
    pub narrowed_by: Vec<(&'static str, Vec<String>)>,
    /// Its sections, one for each [`Part`] in its order.
    pub sections: Vec<BriefSection<'a>>,
}

/// One section of a brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefSection<'a> {
    /// Which.
    pub part: Part,
    /// The day its lines are shown as of: the handover, or the brief's own day.
    pub day: Day,
    /// The source that takes stock at that handover, if one does.
    pub stock: Option<&'a str>,
    /// How many lines stand in its groups; a line of two working parties counts once.
    pub count: usize,
    /// How many of them are overdue on that day.
    pub overdue: usize,
    /// The lines in groups, what is overdue first and else in order of time. No group is empty.
    pub groups: Arc<[BriefGroup<'a>]>,
    /// How many more there are of which no source says what came of them.
    pub unknown_count: usize,
    /// These, in the same groups.
    pub unknown: Arc<[BriefGroup<'a>]>,
}

/// The lines of one priority or working party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefGroup<'a> {
    /// The key of its value; nothing for the last group, of what stands under none.
    pub key: Option<FacetKey>,
    /// Its name.
    pub name: String,
    /// Its name in full, where the name is short for it.
    pub full: Option<String>,
    /// Its lines, each once.
    pub lines: Arc<[BriefLine<'a>]>,
    /// How many of them are overdue, which come first.
    pub overdue: usize,
}

/// One line of a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BriefLine<'a> {
    /// Where it stands.
    pub home: Home,
    /// The fact or commitment.
    pub record: Record<'a>,
    /// On what grounds it belongs to the Presidency itself; nothing for what it merely found or left.
    pub basis: Option<Basis>,
    /// What had come of a commitment on the section's day.
    pub state: Option<OutcomeState>,
    /// The day it is shown as of.
    pub day: Day,
    /// The day of which it is known what had come of it: that day, or the one as of which the brief is told where that is
    /// earlier.
    pub known_by: Day,
    /// Whether it stands in the same brief before: it is handed on and was inherited.
    pub is_again: bool,
}

impl BriefLine<'_> {
    /// How it stands against the calendar on its day.
    pub fn delivery(&self, dataset: &Dataset) -> Delivery {
        let (Record::Commitment(commitment), Some(state)) = (self.record, self.state) else {
            return Delivery::Unmeasured;
        };
        let outcome = dataset.known_outcome(commitment, self.known_by);
        let done = outcome.and_then(|outcome| outcome.date);
        let put_off_to = dataset.put_off_to(commitment, self.known_by);
        Delivery::of(state, commitment.due, done, put_off_to, self.day)
    }
}

impl<'a> BriefSection<'a> {
    /// Its groups, and behind them those of the lines of which no source says what came of them.
    pub fn every_group(&self) -> impl Iterator<Item = &BriefGroup<'a>> {
        self.groups.iter().chain(&*self.unknown)
    }

    /// Whether it tells of a day of which the record cannot know.
    pub fn is_foreseen(&self, brief: &Brief<'_>) -> bool {
        brief.record_ends < self.day
    }
}
