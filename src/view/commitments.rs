//! The commitments that match, in groups on one axis of time, and how many of them had which outcome.

use crate::dataset::Dataset;
use crate::domain::date::{PartialDate, When};
use crate::domain::id::LineId;
use crate::domain::keyed::Keyed;
use crate::domain::measure::Commitment;
use crate::domain::status::OutcomeState;
use crate::query::{self, Facet, FacetKey, Group, Per, Query, Unit};
use crate::timeline::{Axis, PromiseMarks, lay_out_promise};
use crate::view::{Context, Link, ListPart, OutcomeView, Pace, Run};
use crate::words::commitments as words;

/// How many commitments had which outcome, each count a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeFilters {
    /// As of which day: `3 February 2020`.
    pub day: String,
    /// How many there are altogether.
    pub all: usize,
    /// The count of each outcome.
    pub outcomes: Vec<OutcomeFilter>,
}

/// How many commitments had one outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutcomeFilter {
    /// The outcome.
    pub state: OutcomeState,
    /// How many match every other filter and have it.
    pub count: usize,
    /// Whether the reader has chosen it.
    pub is_chosen: bool,
}

/// Commitments in groups on one axis of time.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitmentsView {
    /// The years of the axis.
    pub years: Vec<i16>,
    /// Where the day stands on it that is told, as a share of its width.
    pub day: f64,
    /// The groups, as far as a row of theirs stands there.
    pub groups: Vec<CommitmentGroup>,
    /// Which rows stand there.
    pub list: ListPart,
}

/// Commitments that share a value.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitmentGroup {
    /// The key of the value; empty for what has none of them.
    pub key: String,
    /// What stands above them; none where nothing is grouped.
    pub head: Option<GroupHead>,
    /// Those that stand there.
    pub rows: Vec<CommitmentRow>,
}

/// What stands above a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupHead {
    /// The value that the group shares.
    pub title: String,
    /// Its full name, where that says more.
    pub name: Option<String>,
    /// How many commitments it has, and with which outcomes: `12: 3 open, 9 done`.
    pub tally: String,
}

/// A commitment as a row.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitmentRow {
    /// The id of the commitment.
    pub id: LineId,
    /// Whether the link that was followed names it.
    pub is_named: bool,
    /// When it was due: `May 2020`.
    pub due: Option<String>,
    /// The same in the source's own words.
    pub due_words: Option<String>,
    /// What was to be done.
    pub text: Vec<Run>,
    /// Who was to do it.
    pub owners: Vec<Link>,
    /// The measure or section in which it stands.
    pub home: Link,
    /// Where it stands on the axis.
    pub course: PromiseMarks,
    /// What came of it.
    pub outcome: OutcomeView,
}

/// The axis on which every dated commitment and what came of it have their place; none where no commitment has a date.
pub fn commitment_axis(dataset: &Dataset) -> Option<Axis> {
    let commitments = dataset.homes().flat_map(|home| dataset.commitments(home));
    let dates = commitments.flat_map(|commitment| [commitment.due, commitment.outcome.date]);
    Axis::covering(dates.flatten().map(When::period))
}

impl Context<'_> {
    /// How many commitments had which outcome, whichever outcomes are chosen.
    pub fn outcome_filters(&self, query: &Query) -> OutcomeFilters {
        let counted = query::facets(Facet::Outcome, query, Unit::Commitments, self.index);
        // A measure without any commitment is no outcome of one.
        let outcomes = counted.values.into_iter().filter_map(|value| {
            Some(OutcomeFilter {
                state: OutcomeState::from_key(value.key.as_str())?,
                count: value.count,
                is_chosen: value.is_chosen,
            })
        });
        let outcomes: Vec<OutcomeFilter> = outcomes.collect();
        OutcomeFilters {
            day: PartialDate::of_day(self.day).in_words(),
            all: outcomes.iter().map(|value| value.count).sum(),
            outcomes,
        }
    }

    /// The given groups of commitments, as far as they stand there; the one that a link names does.
    pub fn commitments(&self, groups: &[Group], per: Per, axis: Axis, named: Option<&LineId>) -> CommitmentsView {
        let is_named = |place: &usize| named == Some(&self.commitment(*place).id);
        let mut places = groups.iter().flat_map(|(_, places)| places);
        let around = named.and_then(|_| places.position(is_named));
        let count = groups.iter().map(|(_, places)| places.len()).sum();
        let list = self.list("commitments".to_owned(), count, Pace::LARGE_LINES, around);
        let groups = list.groups(groups, |(key, places), lines| CommitmentGroup {
            key: key.as_ref().map(ToString::to_string).unwrap_or_default(),
            head: (per != Per::None).then(|| self.group_head(per, key.as_ref(), places)),
            rows: places[lines]
                .iter()
                .map(|place| self.commitment_row(*place, axis, is_named(place)))
                .collect(),
        });
        CommitmentsView {
            years: axis.years(),
            day: axis.share(self.day),
            groups,
            list,
        }
    }

    fn commitment(&self, place: usize) -> &Commitment {
        let entry = self.index.commitment(place);
        &self.dataset.commitments(entry.home)[entry.place]
    }

    fn group_head(&self, per: Per, key: Option<&FacetKey>, places: &[usize]) -> GroupHead {
        let value = per.facet().zip(key);
        let value = value.and_then(|(facet, key)| self.index.value(facet, key));
        let mut counts = [0; OutcomeState::ALL.len()];
        for place in places {
            counts[self.dataset.state(self.commitment(*place), self.day) as usize] += 1;
        }
        let counted = OutcomeState::ALL.iter().zip(counts).filter(|(_, count)| 0 < *count);
        let counted: Vec<String> = counted
            .map(|(state, count)| words::counted(count, state.label()))
            .collect();
        GroupHead {
            title: value.map_or_else(|| without(per).to_owned(), |value| value.label.clone()),
            name: value
                .and_then(|value| value.name.clone())
                .filter(|_| per != Per::Outcome),
            tally: format!("{}: {}", places.len(), counted.join(", ")),
        }
    }

    fn commitment_row(&self, place: usize, axis: Axis, is_named: bool) -> CommitmentRow {
        let commitment = self.commitment(place);
        let done = self.dataset.known_outcome(commitment, self.day);
        let done = done.and_then(|outcome| outcome.date);
        CommitmentRow {
            id: commitment.id.clone(),
            is_named,
            due: commitment.due.map(When::in_short),
            due_words: commitment.due_text.clone(),
            text: self.text(&commitment.text),
            owners: self.bodies(&commitment.owners),
            home: self.home_link(self.index.commitment(place).home, &commitment.id),
            course: lay_out_promise(
                axis,
                commitment.due,
                done,
                self.dataset.put_off_to(commitment, self.day),
                self.dataset.delivery(commitment, self.day),
            ),
            outcome: self.outcome(commitment),
        }
    }
}

/// The last group: what has none of the values.
fn without(per: Per) -> &'static str {
    match per {
        Per::System => words::WITHOUT[0],
        Per::Priority => words::WITHOUT[1],
        _ => words::WITHOUT[2],
    }
}
