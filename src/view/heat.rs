//! The heat table of actors: how many measures each row shares with each column. Every number is a link.

use crate::domain::id::{BodyId, PresidencyId};
use crate::domain::keyed::Keyed;
use crate::query::{self, Facet, FacetKey, Heat, HeatAxes, HeatLine, Query, SHADES};
use crate::route::{Page, Route};
use crate::view::{Context, Link, ListPart, Setting};
use crate::words::actors;

/// How many rows are shown at first.
const FIRST_ROWS: usize = 25;

/// What the view of actors shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ActorsView {
    /// The table.
    Table(HeatView),
    /// Why there is no table.
    Nothing(&'static str),
}

/// The heat table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatView {
    /// `Measures by Body and Presidency`.
    pub title: String,
    /// The name of what the rows are.
    pub row_heading: &'static str,
    /// How much room the columns need: `few`, `some` or `many` of them.
    pub width: &'static str,
    /// The columns.
    pub columns: Vec<HeatColumn>,
    /// The rows that are shown.
    pub rows: Vec<HeatRow>,
    /// Which rows these are, and the way to the rest.
    pub list: ListPart,
    /// The counts of each shade, from the lightest: `1`, `2–3`, `16 or more`.
    pub legend: Vec<String>,
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
    /// How many measures it has.
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
    /// How many measures it has.
    pub total: HeatCount,
    /// What it shares with each column: none, or the shade from 1 and the count.
    pub cells: Vec<Option<(usize, HeatCount)>>,
}

/// A count that leads to the measures that it counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeatCount {
    /// The count, and the table of these measures.
    pub link: Link,
    /// What it counts: `measures`.
    pub unit: &'static str,
    /// Of what, and how many, in words: `Europol, Finland: 12 measures`.
    pub label: String,
}

impl Context<'_> {
    /// The heat table of what the query selects.
    pub fn actors_view(&self, query: &Query, axes: HeatAxes) -> ActorsView {
        let heat = query::heat(query, axes, self.index);
        if !heat.rows.is_empty() {
            return ActorsView::Table(self.heat(&heat, query, axes));
        }
        ActorsView::Nothing(if query::run(query, self.index).is_empty() {
            actors::NOTHING
        } else {
            actors::NO_ROWS
        })
    }

    fn heat(&self, heat: &Heat, query: &Query, axes: HeatAxes) -> HeatView {
        let list = self.folded_list("heat".to_owned(), heat.rows.len(), FIRST_ROWS);
        let [rows, columns] = [axes.rows(), axes.columns()].map(Keyed::label);
        HeatView {
            title: actors::title(rows, columns),
            row_heading: rows,
            width: match heat.columns.len() {
                ..8 => "few",
                8..15 => "some",
                _ => "many",
            },
            columns: heat
                .columns
                .iter()
                .map(|column| self.heat_column(column, query, axes.columns()))
                .collect(),
            rows: list
                .lines
                .clone()
                .map(|place| self.heat_row(heat, place, query, axes))
                .collect(),
            list,
            legend: legend(heat),
        }
    }

    fn heat_column(&self, column: &HeatLine, query: &Query, facet: Facet) -> HeatColumn {
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
            total: HeatCount::new(label, column.total, query.narrowed(facet, &column.key)),
        }
    }

    /// The row at that place.
    fn heat_row(&self, heat: &Heat, place: usize, query: &Query, axes: HeatAxes) -> HeatRow {
        let (facet, row) = (axes.rows(), &heat.rows[place]);
        let label = self.index.label(facet, &row.key);
        let in_row = query.narrowed(facet, &row.key);
        let cell = |(count, column): (&usize, &HeatLine)| {
            let name = format!("{label}, {}", self.index.label(axes.columns(), &column.key));
            let both = || in_row.narrowed(axes.columns(), &column.key);
            (0 < *count).then(|| (heat.shade(*count), HeatCount::new(&name, *count, both())))
        };
        HeatRow {
            key: row.key.clone(),
            body: self.link(Page::Body(BodyId::new(row.key.as_str())), label),
            full_name: self.full_name(facet, &row.key),
            total: HeatCount::new(label, row.total, in_row.clone()),
            cells: heat.cells[place].iter().zip(&heat.columns).map(cell).collect(),
        }
    }

    fn full_name(&self, facet: Facet, key: &FacetKey) -> Option<String> {
        self.index.value(facet, key).and_then(|value| value.name.clone())
    }
}

impl HeatCount {
    fn new(name: &str, count: usize, query: Query) -> Self {
        Self {
            link: Link {
                text: count.to_string(),
                route: Route::table(query),
            },
            unit: actors::unit(count),
            label: actors::cell(name, count),
        }
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
