//! The table of measures and its rows.

use std::collections::HashMap;
use std::ops::Range;

use crate::dataset::Home;
use crate::domain::date::{PartialDate, When};
use crate::domain::keyed::Keyed;
use crate::domain::measure::Measure;
use crate::domain::priority_color::PriorityColor;
use crate::domain::status::Status;
use crate::domain::vocabulary::Wording;
use crate::query::{self, Column, Due, DueState, Facet, FacetKey, Group, Grouping, Lanes, Segment, ViewOptions};
use crate::route::Page;
use crate::view::{Context, Link, PresidencyCell};
use crate::words::selection::HIT_PLACES;
use crate::words::{choices, status, table};

/// The rows of a table: the head and the measures of each group, or without groups only measures.
#[derive(Clone, Debug)]
pub struct Rows<'a> {
    all: Vec<Row<'a>>,
    heads: Vec<usize>,
    grouping: Grouping,
    columns: &'static [Column],
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row<'a> {
    /// The head of a group: the key of its value, and how many measures it has.
    Group(Option<&'a FacetKey>, usize),
    /// A measure, by its place in the dataset.
    Measure(usize),
}

/// The content of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowView {
    /// The head of a group.
    Group(Box<TableGroup>),
    /// A measure.
    Measure(Box<TableRow>),
}

/// The head of a group of measures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableGroup {
    /// The id of its priority, if it is one, which has a colour.
    pub priority: Option<PriorityColor>,
    /// The name of its value.
    pub title: String,
    /// `as of 3 Feb 2020`, if it is a status and another day is shown.
    pub status_day: Option<String>,
    /// How many measures it has.
    pub count: usize,
    /// How many there are without the selection.
    pub total: usize,
    /// A link to the general report on its priority.
    pub report: Option<Link>,
}

/// The priority of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriorityCell {
    /// Its colour; none where the data have no such priority.
    pub color: Option<PriorityColor>,
    /// Its short title.
    pub name: String,
}

/// A measure as a row of the table; files have the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// The way to its page.
    pub link: Link,
    /// The text of that link, with what is looked for marked.
    pub title: Vec<Segment>,
    /// Its source with the date, where that is not the leading one: its status is of that day.
    pub source: Option<String>,
    /// The first sentence of its summary.
    pub gist: Vec<Segment>,
    /// Where else the search words were found, if not in the title: in which part, and the line.
    pub excerpt: Option<(&'static str, Vec<Segment>)>,
    /// The id and the short title of its priority.
    pub priority: PriorityCell,
    /// Who is responsible.
    pub working_parties: Vec<Link>,
    /// What the Presidencies have to do with it.
    pub presidencies: Vec<PresidencyCell>,
    /// Its status.
    pub status: Status,
    /// `as of 3 Feb 2020`, where that is not the day that is shown: a status cannot follow it.
    pub status_day: Option<String>,
    /// The last fact with a date, and the date.
    pub latest: Option<(Vec<Segment>, Option<String>)>,
    /// The commitment that is due next, and those that are past due longest, each by itself.
    pub dues: Vec<DueView>,
    /// How many documents it cites.
    pub documents: usize,
    /// The latest that public sources report since: the date as the way to it, and what happened.
    pub since: Option<(Link, Vec<Segment>)>,
}

/// A commitment of a measure in its row, by when it is or was due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueView {
    /// How its due date stands.
    pub state: DueState,
    /// That date: `8 Mar 2020`.
    pub date: String,
    /// What that means, as the way to the commitment: `past due since 16 Dec 2019, not reported done`.
    pub link: Link,
    /// What was to be done.
    pub text: Vec<Segment>,
}

impl TableRow {
    /// The date of what is due in that state.
    pub fn due(&self, state: DueState) -> Option<&str> {
        let due = self.dues.iter().find(|due| due.state == state);
        due.map(|due| due.date.as_str())
    }

    /// Whether the excerpt is of what cannot follow the day that is shown.
    pub fn is_excerpt_set_back(&self) -> bool {
        let [summary, .., status, _, _] = HIT_PLACES;
        let is_reading = |(place, _): &(&str, _)| [summary, status].contains(place);
        self.status_day.is_some() && self.excerpt.as_ref().is_some_and(is_reading)
    }
}

impl<'a> Rows<'a> {
    /// The rows of those groups, as [`arrange`](crate::query::arrange) gives them.
    pub fn new(groups: &'a [Group], options: &ViewOptions) -> Self {
        let grouping = options.grouping;
        let (mut all, mut heads) = (Vec::new(), Vec::new());
        for (key, places) in groups {
            if grouping != Grouping::None {
                heads.push(all.len());
                all.push(Row::Group(key.as_ref(), places.len()));
            }
            all.extend(places.iter().map(|place| Row::Measure(*place)));
        }
        Self {
            all,
            heads,
            grouping,
            columns: options.columns(),
        }
    }

    /// The columns of the table.
    pub fn columns(&self) -> &'static [Column] {
        self.columns
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether it is empty.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The rows that are heads of groups, ascending.
    pub fn heads(&self) -> &[usize] {
        &self.heads
    }

    /// The first row with that measure.
    pub fn row_of(&self, measure: usize) -> Option<usize> {
        self.all.iter().position(|row| *row == Row::Measure(measure))
    }
}

impl Context<'_> {
    /// What the rows with those numbers say. `terms` are the places in the rota of the Presidencies that have a cell, `totals`
    /// how many measures each group has without the selection.
    pub fn table_rows(
        &self,
        rows: &Rows<'_>,
        numbers: Range<usize>,
        terms: &[usize],
        totals: &HashMap<Option<FacetKey>, usize>,
    ) -> Vec<RowView> {
        let view = |row: &Row<'_>| match *row {
            Row::Group(key, count) => {
                let total = totals.get(&key.cloned()).copied().unwrap_or_default();
                RowView::Group(Box::new(self.table_group(rows.grouping, key, count, total)))
            }
            Row::Measure(place) => RowView::Measure(Box::new(self.table_row(place, terms))),
        };
        rows.all[numbers].iter().map(view).collect()
    }

    /// The columns in which no row of these measures has anything.
    pub fn empty_columns(&self, measures: &[usize]) -> Vec<Column> {
        let as_of = self.index.as_of(self.day);
        let measure = |place: usize| &self.dataset.measures[place];
        let has = |column: Column, place: usize| match column {
            Column::WorkingParty => !measure(place).working_parties.is_empty(),
            Column::Latest => as_of.latest(place).is_some(),
            Column::Due => as_of.next_due(place).is_some(),
            Column::Documents => 0 < measure(place).cited_documents(),
            _ => true,
        };
        let is_empty = |column: &&Column| !measures.iter().any(|place| has(**column, *place));
        Column::ALL.iter().filter(is_empty).copied().collect()
    }

    fn table_group(&self, grouping: Grouping, key: Option<&FacetKey>, count: usize, total: usize) -> TableGroup {
        let (facet, own) = (grouping.facet(), &self.dataset.vocabulary);
        let value = facet.zip(key).and_then(|(facet, key)| self.index.value(facet, key));
        let is_priority = facet == Some(Facet::Priority);
        let title = match value {
            Some(value) if is_priority => value.name.as_deref().unwrap_or(&value.label),
            Some(value) => &value.label,
            None if facet == Some(Facet::WorkingParty) => {
                &own.say(choices::LANES_WITHOUT_VALUE[Lanes::WorkingParty as usize])
            }
            None => table::WITHOUT,
        };
        let priority = value
            .filter(|_| is_priority)
            .and_then(|value| self.dataset.priority_color(value.key.as_str()));
        let mut reports = self.dataset.reports.iter();
        let report = reports.find(|report| {
            is_priority && key.is_some() && key.cloned() == report.priority.as_ref().map(FacetKey::from)
        });
        TableGroup {
            priority,
            title: title.to_owned(),
            status_day: self.set_back().filter(|_| facet == Some(Facet::Status)),
            count,
            total,
            report: report.map(|report| self.link(Page::Report(report.id.clone()), own.one(Wording::Report))),
        }
    }

    fn due(&self, measure: &Measure, due: Due) -> DueView {
        let commitment = &measure.follow_up[due.commitment];
        let date = due.due.in_short();
        let words = match due.state {
            DueState::Pending => date.clone(),
            DueState::Unreported => status::due_since(&date, &self.status_date()),
            DueState::PastDue => status::past_due_since(&date),
        };
        DueView {
            state: due.state,
            link: self.link_to_line(Page::Measure(measure.id.clone()), Some(commitment.id.clone()), words),
            date,
            text: self.marked(&commitment.text),
        }
    }

    fn latest_since(&self, place: usize) -> Option<(Link, Vec<Segment>)> {
        let (home, fact) = self.dataset.latest_since(Home::Measure(place), self.day)?;
        let link = self.link_to_line(self.page_of(home), Some(fact.id.clone()), fact.when.in_short());
        Some((link, self.marked(&fact.text)))
    }

    /// The measure at that place of the dataset as a row, with a cell for the Presidencies of those terms.
    pub fn table_row(&self, place: usize, terms: &[usize]) -> TableRow {
        let measure = &self.dataset.measures[place];
        let as_of = self.index.as_of(self.day);
        let priority = self.dataset.priority(&measure.priority);
        let source = self.dataset.other_source(&measure.source);
        let excerpt = match self.words {
            [] => None,
            words => query::excerpt(measure, self.dataset, words),
        };
        let latest = as_of.latest(place).map(|event| &measure.state_of_play[event]);
        let dues = DueState::ALL.into_iter().filter_map(|state| as_of.due(place, state));
        TableRow {
            id: measure.id.to_string(),
            number: measure.number.clone(),
            link: self.link(Page::Measure(measure.id.clone()), measure.title.as_str()),
            title: self.marked(&measure.title),
            source: source.map(|source| format!("{}, {}", source.number, PartialDate::of_day(source.date).in_short())),
            gist: self.marked(first_sentence(&measure.summary)),
            excerpt: excerpt.map(|excerpt| (excerpt.place, self.marked(&excerpt.text))),
            priority: PriorityCell {
                color: priority.map(|priority| priority.color),
                name: priority
                    .map(|priority| priority.short_title.clone())
                    .unwrap_or_default(),
            },
            working_parties: self.bodies(&measure.working_parties),
            presidencies: self.presidency_cells(place, &|term, _| terms.contains(&term)),
            status: measure.status,
            status_day: self.set_back(),
            latest: latest.map(|event| (self.marked(&event.text), event.when.map(When::in_short))),
            dues: dues.map(|due| self.due(measure, due)).collect(),
            documents: measure.cited_documents(),
            since: self.latest_since(place),
        }
    }
}

/// The text up to the first full stop after which another sentence begins.
fn first_sentence(text: &str) -> &str {
    let ends = text.match_indices(". ").map(|(place, _)| place + 1);
    let begins_sentence = |end: &usize| text[*end..].trim_start().starts_with(char::is_uppercase);
    &text[..ends.into_iter().find(begins_sentence).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sentence_ends_where_another_begins() {
        for (text, first) in [
            ("One. Two.", "One."),
            ("Under Art. 36 of it. Then.", "Under Art. 36 of it."),
            ("Only one", "Only one"),
            ("", ""),
        ] {
            assert_eq!(first_sentence(text), first);
        }
    }

    #[test]
    fn each_group_has_its_head_before_its_measures() {
        let groups = [(Some("one".into()), vec![4, 2]), (None, vec![2])];
        let rows = Rows::new(&groups, &ViewOptions::default());
        let (one, none) = (Row::Group(groups[0].0.as_ref(), 2), Row::Group(None, 1));
        assert_eq!(rows.all, [one, Row::Measure(4), Row::Measure(2), none, Row::Measure(2)]);
        assert_eq!((rows.len(), rows.heads()), (5, [0, 3].as_slice()));
        let found = [2, 4, 7].map(|measure| rows.row_of(measure));
        assert_eq!(found, [Some(2), Some(1), None]);
        let ungrouped = ViewOptions {
            grouping: Grouping::None,
            ..ViewOptions::default()
        };
        let alone = Rows::new(&groups[..1], &ungrouped);
        assert_eq!(alone.all, [Row::Measure(4), Row::Measure(2)]);
        assert!(Rows::new(&[], &ViewOptions::default()).is_empty() && alone.heads().is_empty());
    }
}
