//! One value of a row, and the words that fill several kinds of rows.

use crate::dataset::{Dataset, Home};
use crate::domain::date::Day;
use crate::domain::id::{BodyId, DocumentId, short_code};
use crate::domain::measure::Locator;
use crate::query::Involvement;

/// One value of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Words; none where there is nothing to say.
    Text(String),
    /// A number, which stays one.
    Number(i64),
}

impl Cell {
    /// Those words.
    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Those words, if there are any.
    pub(super) fn maybe(text: Option<impl Into<String>>) -> Self {
        Self::Text(text.map(Into::into).unwrap_or_default())
    }

    /// Those of a list, in one cell.
    pub(super) fn list<'a>(parts: impl Iterator<Item = &'a str>) -> Self {
        Self::Text(parts.collect::<Vec<_>>().join("; "))
    }

    /// That number, if there is one.
    pub(super) fn number(number: Option<impl Into<i64>>) -> Self {
        number.map_or(Self::Text(String::new()), |number| Self::Number(number.into()))
    }

    /// A count.
    pub(super) fn count(count: usize) -> Self {
        Self::Number(i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// The day as `2020-02-03`, if there is one.
    pub(super) fn day(day: Option<Day>) -> Self {
        Self::maybe(day.map(|day| day.to_string()))
    }
}

/// The code of a measure; none for a section of a general report, which has only codes of its lines.
pub(super) fn code_of(home: Home, dataset: &Dataset) -> Option<String> {
    match home {
        Home::Measure(place) => Some(short_code(dataset.measures[place].id.as_str())),
        Home::Report(_) => None,
    }
}

/// The title of a measure or section.
pub(super) fn title_of(home: Home, dataset: &Dataset) -> &str {
    match home {
        Home::Measure(place) => &dataset.measures[place].title,
        Home::Report(place) => &dataset.reports[place].title,
    }
}

/// The names of bodies as the page has them.
pub(super) fn body_names<'a>(ids: &'a [BodyId], dataset: &'a Dataset) -> impl Iterator<Item = &'a str> {
    let bodies = ids.iter().filter_map(|id| dataset.body(id));
    bodies.map(|body| body.short.as_str())
}

/// Every Presidency that has to do with something: `Croatia: acted (by date), plans (named in the text)`.
pub(super) fn presidencies(involvements: &[Involvement], dataset: &Dataset) -> Cell {
    let terms = dataset.rota.terms().iter().zip(involvements);
    let part = terms.filter(|(_, involvement)| involvement.fits(None));
    let words: Vec<String> = part
        .map(|(term, involvement)| format!("{}: {}", term.country, involvement.in_words()))
        .collect();
    Cell::Text(words.join("; "))
}

/// The numbers of documents, or the titles of those without one.
pub(super) fn document_names<'a>(ids: &'a [DocumentId], dataset: &'a Dataset) -> impl Iterator<Item = &'a str> {
    let documents = ids.iter().filter_map(|id| dataset.document(id));
    documents.map(crate::domain::document::Document::name)
}

/// The heads of [`place_cells`].
pub(super) const PLACE: [&str; 5] = ["Source", "Source date", "Section", "Page", "Page counted"];

/// In which source something stands, and where: the page as a number, and whether it was counted rather than printed.
pub(super) fn place_cells(home: Home, locator: &Locator, dataset: &Dataset) -> [Cell; 5] {
    let source = dataset.source_of(home);
    let counted = locator.page.map(|_| if locator.page_counted { "yes" } else { "no" });
    [
        Cell::maybe(source.map(|source| source.number.as_str())),
        Cell::day(source.map(|source| source.date)),
        Cell::text(locator.section.as_str()),
        Cell::number(locator.page),
        Cell::maybe(counted),
    ]
}
