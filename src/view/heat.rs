//! The heat table of actors: how many facts or measures each row shares with each column. Every number is a link.

use crate::domain::id::{BodyId, PresidencyId};
use crate::domain::keyed::Keyed;
use crate::query::{self, Facet, FacetKey, Heat, HeatAxes, HeatLine, HeatUnit, Query, SHADES, ViewOptions};
use crate::route::{Page, Route};
use crate::view::{Context, FactInView, Link, ListPart, Setting};
use crate::words::{actors, slips};

/// How many rows are shown at first.
const FIRST_ROWS: usize = 25;
/// How many facts are listed at first.
const FIRST_FACTS: usize = 60;

/// What the view of actors shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActorsView {
    /// The table.
    Table(Box<HeatView>),
    /// Why there is no table.
    Nothing(&'static str),
}

/// The heat table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatView {
    /// `Facts and commitments by Body and Presidency`.
    pub title: String,
    /// How it is read.
    pub meaning: &'static str,
    /// The name of what the rows are.
    pub row_heading: String,
    /// How much room the columns need: `few`, `some` or `many` of them.
    pub width: &'static str,
    /// The columns.
    pub columns: Vec<HeatColumn>,
    /// The rows that are shown.
    pub rows: Vec<HeatRow>,
    /// Which rows these are, and the way to the rest.
    pub list: ListPart,
    /// The way to the slip charts of the information systems.
    pub slips: Link,
    /// The counts of each shade, from the lightest: `1`, `2–3`, `16 or more`.
    pub legend: Vec<String>,
}

/// The facts and commitments that a number of the heat table counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedFacts {
    /// `12 facts and commitments`.
    pub title: String,
    /// The visible ones, in order of time; those without a date are last.
    pub facts: Vec<FactInView>,
    /// Which are shown.
    pub list: ListPart,
}

/// A column and its total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatColumn {
    /// The key of its value.
    pub key: FacetKey,
    /// The code of a Presidency, which is all that a narrow table has room for.
    pub code: Option<String>,
    /// Its label.
    pub label: String,
    /// The same in full, where the label is short for it.
    pub title: Option<String>,
    /// How many it has.
    pub total: HeatCount,
}

/// A row with its total and its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatRow {
    /// The key of its value.
    pub key: FacetKey,
    /// The body.
    pub body: Link,
    /// Its full name, where the label is short for it.
    pub full_name: Option<String>,
    /// How many it has.
    pub total: HeatCount,
    /// What it shares with each column: none, or the shade from 1 and the count.
    pub cells: Vec<Option<(usize, HeatCount)>>,
}

/// A count that leads to what it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatCount {
    /// The count, and where these can be read.
    pub link: Link,
    /// What it counts: `measures`.
    pub unit: &'static str,
    /// Of what, and how many, in words: `Europol, Finland: 12 measures`.
    pub label: String,
}

impl Context<'_> {
    /// The heat table of what the query selects.
    pub fn actors_view(&self, query: &Query, options: &ViewOptions) -> ActorsView {
        let heat = query::heat(query, options.axes, options.heat_unit, self.index);
        if !heat.rows.is_empty() {
            return ActorsView::Table(Box::new(self.heat(&heat, query, options)));
        }
        ActorsView::Nothing(if query::run(query, self.index).is_empty() {
            actors::NOTHING
        } else {
            actors::NO_ROWS
        })
    }

    /// What a heat table of facts counts, as a list, where a value is chosen for its rows or columns: what a number of it leads to.
    pub fn counted_facts(&self, query: &Query, options: &ViewOptions) -> Option<CountedFacts> {
        let axes = [options.axes.rows(), options.axes.columns()];
        let is_chosen = axes.iter().any(|facet| query.filters.contains_key(facet));
        if options.heat_unit != HeatUnit::Facts || !is_chosen {
            return None;
        }
        let facts = query::heat_facts(query, self.index);
        let list = self.folded_list("counted-facts".to_owned(), facts.len(), FIRST_FACTS);
        Some(CountedFacts {
            title: format!("{} {}", facts.len(), actors::unit(true, facts.len())),
            facts: facts[list.lines.clone()]
                .iter()
                .map(|line| self.fact_in_view(*line))
                .collect(),
            list,
        })
    }

    fn heat(&self, heat: &Heat, query: &Query, options: &ViewOptions) -> HeatView {
        let axes = options.axes;
        let list = self.folded_list("heat".to_owned(), heat.rows.len(), FIRST_ROWS);
        let [rows, columns] = [axes.rows(), axes.columns()].map(|facet| self.dataset.vocabulary.say(facet.label()));
        // A status cannot follow the day.
        let set_back = self.set_back().filter(|_| axes.columns() == Facet::Status);
        let columns = set_back.map_or(columns.clone(), |day| format!("{columns} {day}"));
        HeatView {
            title: actors::title(heat.unit.label(), &rows, &columns),
            meaning: actors::LEGENDS[heat.unit as usize],
            row_heading: rows,
            width: match heat.columns.len() {
                ..8 => "few",
                8..15 => "some",
                _ => "many",
            },
            columns: heat
                .columns
                .iter()
                .map(|column| self.heat_column(column, query, options))
                .collect(),
            rows: list
                .lines
                .clone()
                .map(|place| self.heat_row(heat, place, query, options))
                .collect(),
            list,
            slips: self.link(Page::Slips, slips::ALL_SYSTEMS),
            legend: legend(heat),
        }
    }

    fn heat_column(&self, column: &HeatLine, query: &Query, options: &ViewOptions) -> HeatColumn {
        let facet = options.axes.columns();
        let label = self.index.label(facet, &column.key);
        let term = Some(&column.key).filter(|_| facet == Facet::Presidency);
        let term = term.and_then(|key| self.dataset.rota.get(&PresidencyId::new(key.as_str())));
        let name = self.full_name(facet, &column.key);
        HeatColumn {
            key: column.key.clone(),
            code: term.map(|term| term.code.clone()),
            label: label.to_owned(),
            title: match term {
                Some(_) => name.map(|name| format!("{label}, {name}")),
                None => name,
            },
            total: Self::heat_count(
                options.heat_unit,
                label,
                column.total,
                Self::heat_route(query, options, None, Some(&column.key)),
            ),
        }
    }

    /// The row at that place.
    fn heat_row(&self, heat: &Heat, place: usize, query: &Query, options: &ViewOptions) -> HeatRow {
        let axes = options.axes;
        let (facet, row) = (axes.rows(), &heat.rows[place]);
        let label = self.index.label(facet, &row.key);
        let route = |column: Option<&FacetKey>| Self::heat_route(query, options, Some(&row.key), column);
        let cell = |(count, column): (&usize, &HeatLine)| {
            let name = format!("{label}, {}", self.index.label(axes.columns(), &column.key));
            let counted = || Self::heat_count(heat.unit, &name, *count, route(Some(&column.key)));
            (0 < *count).then(|| (heat.shade(*count), counted()))
        };
        HeatRow {
            key: row.key.clone(),
            body: self.link(Page::Body(BodyId::new(row.key.as_str())), label),
            full_name: self.full_name(facet, &row.key),
            total: Self::heat_count(heat.unit, label, row.total, route(None)),
            cells: heat.cells[place].iter().zip(&heat.columns).map(cell).collect(),
        }
    }

    fn heat_count(unit: HeatUnit, name: &str, count: usize, route: Route) -> HeatCount {
        let unit = actors::unit(unit == HeatUnit::Facts, count);
        HeatCount {
            link: Link {
                text: count.to_string(),
                route,
            },
            unit,
            label: actors::cell(name, count, unit),
        }
    }

    /// Where what a row and a column share can be read: measures in the table, facts in the list of them below the heat table.
    fn heat_route(query: &Query, options: &ViewOptions, row: Option<&FacetKey>, column: Option<&FacetKey>) -> Route {
        let axes = options.axes;
        let ends = [(axes.rows(), row), (axes.columns(), column)];
        let chosen = ends.into_iter().filter_map(|(facet, key)| Some((facet, key?)));
        let both = chosen.fold(query.clone(), |query, (facet, key)| query.narrowed(facet, key));
        match options.heat_unit {
            HeatUnit::Measures => Route::table(both),
            HeatUnit::Facts => Route {
                page: Page::Actors,
                query: both,
                options: options.clone(),
                ..Route::default()
            },
        }
    }

    fn full_name(&self, facet: Facet, key: &FacetKey) -> Option<String> {
        self.index.value(facet, key).and_then(|value| value.name.clone())
    }
}

/// The counts of each shade that the table uses.
fn legend(heat: &Heat) -> Vec<String> {
    let (bounds, most) = (heat.bounds(), heat.most());
    let words = |shade: usize| {
        let from = bounds[shade];
        match bounds.get(shade + 1) {
            Some(next) if from + 1 == *next => from.to_string(),
            Some(next) => format!("{from}–{}", next - 1),
            None => actors::or_more(from),
        }
    };
    (0..SHADES).filter(|shade| bounds[*shade] <= most).map(words).collect()
}

/// What can be chosen for the rows and for the columns, and whether it is: what one axis has is not offered for the other.
pub fn axis_choices(axes: HeatAxes) -> [(Setting, Vec<(Facet, bool)>); 2] {
    let offered = |all: &[Facet], now: Facet, other: Facet| {
        let free = all.iter().filter(|facet| **facet != other);
        free.map(|facet| (*facet, *facet == now)).collect()
    };
    let (rows, columns) = (axes.rows(), axes.columns());
    [
        (Setting::HeatRows, offered(&HeatAxes::ROWS, rows, columns)),
        (Setting::HeatColumns, offered(&HeatAxes::COLUMNS, columns, rows)),
    ]
}
