//! The commitments that match, in groups on a time axis, and how many have which outcome.

use crate::chart::{CommitmentLine, CommitmentSheet};
use crate::dataset::Dataset;
use crate::domain::date::{Day, PartialDate, When};
use crate::domain::id::LineId;
use crate::domain::keyed::Keyed;
use crate::domain::later::{LaterFact, NewDue};
use crate::domain::measure::{Commitment, Naming};
use crate::domain::status::OutcomeState;
use crate::query::{self, Facet, FacetKey, Group, Per, Query, Unit};
use crate::timeline::{Axis, PromiseMarks, lay_out_promise};
use crate::view::parts::group_id;
use crate::view::{Context, Link, ListPart, NamingsView, OutcomeView, Pace, PartFold, PartLink, PartsView, Run, plain};
use crate::words::{commitments as words, names, since_page};

/// How many commitments had which outcome, each count a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeFilters {
    /// The way to the page of later facts, where these were looked for.
    pub since: Option<Link>,
    /// As of which day: `3 February 2020`.
    pub day: String,
    /// How many there are altogether.
    pub all: usize,
    /// The count of each outcome.
    pub outcomes: Vec<OutcomeFilter>,
}

/// How many commitments had one outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutcomeFilter {
    /// The outcome.
    pub state: OutcomeState,
    /// What it is called.
    pub name: String,
    /// How many match every other filter and have it.
    pub count: usize,
    /// Whether the reader has chosen it.
    pub is_chosen: bool,
}

/// How many commitments name an owner, a date or a product, each count a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamingFilters {
    /// How many there are altogether, whatever they name.
    pub all: usize,
    /// The count of each.
    pub namings: Vec<NamingFilter>,
}

/// How many commitments name one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamingFilter {
    /// What they name.
    pub naming: Naming,
    /// How many match every other filter and name it.
    pub count: usize,
    /// Whether the reader has chosen it.
    pub is_chosen: bool,
}

/// Commitments in groups on a time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitmentsView {
    /// The years of the axis.
    pub years: Vec<i16>,
    /// The place of the current day on it, as a share of its width.
    pub day: f64,
    /// The groups with visible rows.
    pub groups: Vec<CommitmentGroup>,
    /// Which rows are shown.
    pub list: ListPart,
}

/// Commitments that share a value.
#[derive(Clone, Debug, PartialEq)]
pub struct CommitmentGroup {
    /// The key of the value; empty for what has none of them.
    pub key: String,
    /// Its heading; none without groups.
    pub head: Option<GroupHead>,
    /// The visible ones.
    pub rows: Vec<CommitmentRow>,
}

/// The heading of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupHead {
    /// Whether the group is open.
    pub fold: PartFold,
    /// How many commitments it has.
    pub count: usize,
    /// The value that the group shares.
    pub title: String,
    /// Its full name, if that says more.
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
    /// The measure or section that has it.
    pub home: Link,
    /// What it names.
    pub namings: NamingsView,
    /// Its place on the axis.
    pub course: PromiseMarks,
    /// The dates that were announced since, as of the day, in the order in which they were.
    pub ghosts: Vec<GhostView>,
    /// Its outcome.
    pub outcome: OutcomeView,
}

/// A date that was announced for a commitment after the record ends: no due date of the record.
#[derive(Clone, Debug, PartialEq)]
pub struct GhostView {
    /// Where its end stands on the axis.
    pub place: f64,
    /// The date, as the way to the fact that announces it.
    pub link: Link,
    /// When that was said, and who says so: `said 5 Mar 2025, eu-LISA`.
    pub said: String,
    /// The whole for those who point at the mark: `Announced for Oct 2025: the EES going into operation (said 5 Mar 2025, eu-LISA)`.
    pub title: String,
}

/// The axis for the dates of all commitments and outcomes, and on a later day for what is known by then; none if no commitment has a
/// date.
pub fn commitment_axis(dataset: &Dataset, as_of: Day) -> Option<Axis> {
    let commitments = dataset.homes().flat_map(|home| dataset.commitments(home));
    let dates = commitments.flat_map(|commitment| {
        let known = dataset
            .known_outcome(commitment, as_of)
            .and_then(|outcome| outcome.date);
        let announced = dataset
            .announced_dates(commitment, as_of)
            .map(|(_, new_due)| Some(new_due.due));
        announced.chain([commitment.due, commitment.outcome.date, known])
    });
    Axis::covering(dates.flatten().map(When::period))
}

impl Context<'_> {
    /// How many commitments had which outcome, whichever outcomes are chosen.
    pub fn outcome_filters(&self, query: &Query) -> OutcomeFilters {
        let counted = query::facets(Facet::Outcome, query, Unit::Commitments, self.index);
        // A measure without any commitment is no outcome of one.
        let outcomes = counted.values.into_iter().filter_map(|value| {
            let state = OutcomeState::from_key(value.key.as_str())?;
            Some(OutcomeFilter {
                state,
                name: self.dataset.vocabulary.outcome(state).to_owned(),
                count: value.count,
                is_chosen: value.is_chosen,
            })
        });
        let outcomes: Vec<OutcomeFilter> = outcomes.collect();
        OutcomeFilters {
            since: self.since_link(since_page::ALL),
            day: PartialDate::of_day(self.day).in_words(),
            all: outcomes.iter().map(|value| value.count).sum(),
            outcomes,
        }
    }

    /// How many commitments name what, whatever of it is chosen.
    pub fn naming_filters(&self, query: &Query) -> NamingFilters {
        let counted = query::facets(Facet::Names, query, Unit::Commitments, self.index);
        let namings = Naming::ALL.iter().zip(counted.values);
        let namings = namings.map(|(naming, value)| NamingFilter {
            naming: *naming,
            count: value.count,
            is_chosen: value.is_chosen,
        });
        NamingFilters {
            all: query::commitments(&query.without(Facet::Names), self.index).len(),
            namings: namings.collect(),
        }
    }

    /// The visible part of these groups; the commitment `named` by a link is always in it.
    pub fn commitments(&self, groups: &[Group], per: Per, axis: Axis, named: Option<&LineId>) -> CommitmentsView {
        let is_named = |place: &usize| named == Some(&self.commitment(*place).id);
        let mut places = groups.iter().flat_map(|(_, places)| places);
        let around = named.and_then(|_| places.position(is_named));
        let count = groups.iter().map(|(_, places)| places.len()).sum();
        let list = self.list("commitments".to_owned(), count, Pace::LARGE_LINES, around);
        let text = |key: &Option<FacetKey>| key.as_ref().map(ToString::to_string).unwrap_or_default();
        let keys: Vec<String> = groups.iter().map(|(key, _)| text(key)).collect();
        let known = keys.iter().zip(groups);
        let known = known.map(|(key, (_, places))| {
            (
                key.as_str(),
                places.len(),
                named.is_some() && places.iter().any(is_named),
            )
        });
        let folds = self.group_folds(per.key(), known);
        let head = |key: &Option<FacetKey>, places: &[usize]| {
            let id = group_id(&text(key));
            let fold = folds.iter().find(|fold| fold.id == id)?;
            Some(self.group_head(per, key.as_ref(), places, fold.clone()))
        };
        let groups = list.groups(groups, |(key, places), lines| CommitmentGroup {
            key: text(key),
            head: head(key, places).filter(|_| per != Per::None),
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

    /// All commitments of these groups as a drawing for a file; none where there are none.
    pub fn commitment_sheet(&self, groups: &[Group], per: Per, axis: Axis, title: &str) -> Option<String> {
        let line = |place: &usize| {
            let row = self.commitment_row(*place, axis, false);
            CommitmentLine {
                due: row.due.or(row.due_words).unwrap_or_else(|| names::NO_DATE.to_owned()),
                text: plain(&row.text),
                outcome: (row.outcome.state, row.outcome.words),
                marks: row.course,
                ghosts: row.ghosts.into_iter().map(|ghost| (ghost.place, ghost.title)).collect(),
            }
        };
        let group = |(key, places): &Group| {
            let head = (per != Per::None).then(|| self.title_of_group(per, key.as_ref()));
            (head, places.iter().map(line).collect::<Vec<_>>())
        };
        let groups: Vec<_> = groups.iter().map(group).collect();
        let sheet = CommitmentSheet {
            years: axis.years(),
            day: axis.share(self.day),
            groups,
        };
        let source = words::source(
            &self.dataset.source_in_words(),
            &PartialDate::of_day(self.day).in_words(),
        );
        let is_empty = sheet.groups.iter().all(|(_, lines)| lines.is_empty());
        (!is_empty).then(|| sheet.svg(title, &source))
    }

    fn title_of_group(&self, per: Per, key: Option<&FacetKey>) -> String {
        let value = per.facet().zip(key);
        let value = value.and_then(|(facet, key)| self.index.value(facet, key));
        value.map_or_else(|| without(per).to_owned(), |value| value.label.clone())
    }

    fn commitment(&self, place: usize) -> &Commitment {
        let entry = self.index.commitment(place);
        &self.dataset.commitments(entry.home)[entry.place]
    }

    fn group_head(&self, per: Per, key: Option<&FacetKey>, places: &[usize], fold: PartFold) -> GroupHead {
        let value = per.facet().zip(key);
        let value = value.and_then(|(facet, key)| self.index.value(facet, key));
        let mut counts = [0; OutcomeState::ALL.len()];
        for place in places {
            counts[self.dataset.state(self.commitment(*place), self.day) as usize] += 1;
        }
        let counted = OutcomeState::ALL.iter().zip(counts).filter(|(_, count)| 0 < *count);
        let counted: Vec<String> = counted
            .map(|(state, count)| words::counted(count, self.dataset.vocabulary.outcome(*state)))
            .collect();
        GroupHead {
            fold,
            count: places.len(),
            title: self.title_of_group(per, key),
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
            namings: NamingsView::of(commitment),
            home: self.home_link(self.index.commitment(place).home, &commitment.id),
            course: lay_out_promise(
                axis,
                commitment.due,
                done,
                self.dataset.put_off_to(commitment, self.day),
                self.dataset.delivery(commitment, self.day),
            ),
            ghosts: self.ghosts(commitment, axis),
            outcome: self.outcome(commitment),
        }
    }

    fn ghosts(&self, commitment: &Commitment, axis: Axis) -> Vec<GhostView> {
        let announced = self.dataset.announced_dates(commitment, self.day);
        let ghost = |(fact, new_due): (&LaterFact, &NewDue)| {
            let (home, _) = self.dataset.later_fact(&fact.id)?;
            let due = new_due.due.in_short();
            // The fact names the others.
            let publisher = fact.evidence.first().map_or("", |page| &page.publisher);
            let said = words::said(&fact.when.in_short(), publisher);
            Some(GhostView {
                place: axis.span(new_due.due.period()).to,
                title: words::announced(&due, &new_due.of, &said),
                link: self.link_to_line(self.page_of(home), Some(fact.id.clone()), due),
                said,
            })
        };
        let mut ghosts: Vec<GhostView> = announced.filter_map(ghost).collect();
        ghosts.reverse();
        ghosts
    }
}

impl CommitmentsView {
    /// The ways to its groups.
    pub fn parts(&self) -> PartsView {
        let heads = self.groups.iter().filter_map(|group| group.head.as_ref());
        let part = |head: &GroupHead| PartLink::new(head.fold.id.as_str(), head.title.as_str(), head.count);
        let parts = PartsView::of(heads.map(part));
        let folds = !parts.parts.is_empty();
        parts.that_folds(folds)
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
