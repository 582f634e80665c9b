//! The handover brief of a Presidency: what it inherited, did, planned and handed on, each line with its source.

mod candidates;
mod filter;
mod briefs;
mod office;
mod sections;
mod summary;
mod words;

pub use briefs::Briefs;
pub use candidates::BriefCandidates;
pub(super) use filter::BriefFilter;
pub use office::{InOffice, nearest_brief, presidencies_with_brief, shown_in_brief, shown_in_briefs};

use std::sync::Arc;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::Day;
use crate::domain::delivery::Delivery;
use crate::domain::keyed::keyed;
use crate::domain::presidency::Presidency;
use crate::domain::status::OutcomeState;
use crate::query::{Basis, BriefBy, FacetKey};
use crate::words::briefs as wording;

keyed! {
    /// A section of a brief.
    Part, wording::PARTS {
        /// What was promised by its first day, and open or past due on that day.
        Inherited = "inherited";
        /// What happened under it.
        Did = "did";
        /// What was promised for its term.
        Planned = "planned";
        /// What was promised by the handover to the next Presidency, and open or past due on that day.
        HandedOn = "handed-on";
    }
}

/// What a Presidency inherited, did, planned and handed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief<'a> {
    /// The Presidency it is for.
    pub presidency: &'a Presidency,
    /// The Presidencies of its trio, itself among them, in the order of their terms.
    pub trio: Vec<&'a Presidency>,
    /// The day as of which it is written.
    pub as_of: Day,
    /// The last day the record covers: the edition's date, or `as_of` if that is earlier.
    pub record_ends: Day,
    /// Whether its term is over, running or to come on `as_of`.
    pub in_office: InOffice,
    /// The numbers of the sources whose lines count.
    pub sources: Vec<&'a str>,
    /// How the groups are formed.
    pub by: BriefBy,
    /// The active filters by name, each with the labels of its chosen values.
    pub narrowed_by: Vec<(String, Vec<String>)>,
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
    /// How many lines its groups have; a line in several groups counts once.
    pub count: usize,
    /// How many of them are past due on that day.
    pub past_due: usize,
    /// The lines in groups, those past due first, then by time. No group is empty.
    pub groups: Arc<[BriefGroup<'a>]>,
    /// How many further commitments have no known outcome.
    pub unknown_count: usize,
    /// Those commitments, grouped in the same way.
    pub unknown: Arc<[BriefGroup<'a>]>,
}

/// The lines of one priority or working party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefGroup<'a> {
    /// Its value; `None` for the last group, of lines without one.
    pub key: Option<FacetKey>,
    /// Its name.
    pub name: String,
    /// Its full name, if the name is an abbreviation.
    pub full: Option<String>,
    /// Its lines, each once.
    pub lines: Arc<[BriefLine<'a>]>,
    /// How many of them are past due, which come first.
    pub past_due: usize,
}

/// One line of a brief.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BriefLine<'a> {
    /// Where it stands.
    pub home: Home,
    /// The fact or commitment.
    pub record: Record<'a>,
    /// Why it belongs to the Presidency; `None` for what it merely inherited or handed on.
    pub basis: Option<Basis>,
    /// What had come of a commitment on the section's day.
    pub state: Option<OutcomeState>,
    /// The day it is shown as of.
    pub day: Day,
    /// The day up to which outcomes are known: the section's day, or the brief's own day if that is earlier.
    pub known_by: Day,
    /// Whether it is handed on and appears under inherited already.
    pub is_again: bool,
}

impl BriefLine<'_> {
    /// How early or late it is on its day.
    pub fn delivery(&self, dataset: &Dataset) -> Delivery {
        let (Record::Commitment(commitment), Some(state)) = (self.record, self.state) else {
            return Delivery::Unmeasured;
        };
        let outcome = dataset.known_outcome(commitment, self.known_by);
        let done = outcome.and_then(|outcome| outcome.date);
        let put_off_to = dataset.put_off_to(commitment, self.known_by);
        let record_ends = self.known_by.min(dataset.edition.status_date);
        Delivery::of(state, commitment.due, done, put_off_to, self.day, record_ends)
    }
}

impl<'a> BriefSection<'a> {
    /// Its groups, then those of the commitments without a known outcome.
    pub fn every_group(&self) -> impl Iterator<Item = &BriefGroup<'a>> {
        self.groups.iter().chain(&*self.unknown)
    }

    /// Whether its day is after the record ends.
    pub fn is_foreseen(&self, brief: &Brief<'_>) -> bool {
        brief.record_ends < self.day
    }
}
