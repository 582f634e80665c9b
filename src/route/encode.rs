//! From a route to the fragment of an address.
//!
//! Keys are sorted, defaults are left out, and only characters that no browser rewrites are used.

use std::collections::BTreeSet;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::domain::keyed::Keyed;
use crate::domain::sort;
use crate::query::{Facet, FacetKey, Query, Sort, ViewOptions};
use crate::route::{Page, Route};

/// Everything but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl Route {
    /// The fragment without its `#`, such as `/table?presidency=FI,HR`.
    ///
    /// ```
    /// use iss_followup::query::{Facet, FacetKey, Query};
    /// use iss_followup::route::Route;
    ///
    /// let mut query = Query::default();
    /// query.toggle(Facet::Presidency, "HR");
    /// query.toggle(Facet::Presidency, "FI");
    /// let route = Route { query, ..Route::default() };
    /// assert_eq!(route.to_fragment(), "/table?presidency=FI,HR");
    /// assert_eq!(Route::from_fragment(&route.to_fragment()).0, route);
    /// ```
    pub fn to_fragment(&self) -> String {
        let path = match &self.page {
            Page::Table => "/table".to_owned(),
            Page::Timeline => "/timeline".to_owned(),
            Page::Presidency(None) => "/presidency".to_owned(),
            Page::Presidency(Some(id)) => format!("/presidency/{}", encoded(id.as_str())),
            Page::Commitments => "/commitments".to_owned(),
            Page::Actors => "/actors".to_owned(),
            Page::Documents => "/documents".to_owned(),
            Page::Slips => "/slips".to_owned(),
            Page::Report(id) => format!("/report/{}", encoded(id.as_str())),
            Page::Measure(id) => format!("/measure/{}", encoded(id.as_str())),
            Page::Document(id) => format!("/document/{}", encoded(id.as_str())),
            Page::Body(id) => format!("/body/{}", encoded(id.as_str())),
            Page::Since => "/since".to_owned(),
            Page::Compare => "/compare".to_owned(),
            Page::OwnData => "/your-data".to_owned(),
            Page::About => "/about".to_owned(),
        };
        let mut settings = self.settings();
        sort::by_key(&mut settings, |(key, _)| *key);
        let separators = std::iter::once('?').chain(std::iter::repeat('&'));
        settings
            .iter()
            .zip(separators)
            .fold(path, |fragment, ((key, value), separator)| {
                format!("{fragment}{separator}{key}={value}")
            })
    }

    fn settings(&self) -> Vec<(&'static str, String)> {
        let fact = self.fact.iter().map(|fact| ("fact", encoded(fact.as_str())));
        let settings = of_query(&self.query)
            .into_iter()
            .chain(of_options(&self.options, self.query.has_words()));
        let edition = self.edition.iter().map(|edition| ("e", encoded(edition)));
        let embedded = self.is_embedded.then(|| ("embed", "1".to_owned()));
        settings.chain(fact).chain(edition).chain(embedded).collect()
    }
}

/// The settings of a query.
fn of_query(query: &Query) -> Vec<(&'static str, String)> {
    let mut settings: Vec<(&str, String)> = Vec::new();
    settings.extend(query.filters.iter().map(|(facet, values)| (facet.key(), list(values))));
    settings.extend(query.role.map(|role| ("role", role.key().to_owned())));
    if !query.text.is_empty() {
        settings.push(("q", encoded(&query.text)));
    }
    settings.extend(query.as_of.map(|day| ("as-of", day.to_string())));
    settings.extend(query.window.from().map(|from| ("from", from.to_string())));
    settings.extend(query.window.to().map(|to| ("to", to.to_string())));
    settings
}

/// The view options that are not defaults.
fn of_options(options: &ViewOptions, has_words: bool) -> Vec<(&'static str, String)> {
    let usual = ViewOptions::default();
    let other =
        |key: &'static str, chosen: Facet, usual: Facet| (chosen != usual).then(|| (key, chosen.key().to_owned()));
    let folded = Some(list(&options.folded_lanes)).filter(|folded| !folded.is_empty());
    let settings = [
        Sort::told(options.sort, has_words).map(|sort| ("sort", directed(sort))),
        choice("group", options.grouping),
        choice("density", options.density),
        choice("show", options.later_column),
        choice("per", options.commitment_grouping),
        choice("later", options.later_by),
        Sort::told(options.document_sort, has_words).map(|sort| ("order", directed(sort))),
        other("rows", options.axes.rows(), usual.axes.rows()),
        other("columns", options.axes.columns(), usual.axes.columns()),
        choice("count", options.heat_unit),
        choice("lanes", options.lanes),
        folded.map(|folded| ("toggled", folded)),
        choice("by", options.brief_by),
        options.compare_with.as_ref().map(|id| ("beside", encoded(id.as_str()))),
        words("change", &options.differences.happenings),
        words("of", &options.differences.kinds),
    ];
    settings.into_iter().flatten().collect()
}

fn choice<Word: Keyed + Default>(key: &'static str, chosen: Word) -> Option<(&'static str, String)> {
    (chosen != Word::default()).then(|| (key, chosen.key().to_owned()))
}

/// Words of a closed list.
fn words<Word: Keyed>(key: &'static str, chosen: &BTreeSet<Word>) -> Option<(&'static str, String)> {
    let words: Vec<&str> = chosen.iter().map(|word| word.key()).collect();
    (!words.is_empty()).then(|| (key, words.join(",")))
}

/// A column, with a sign in front where the greatest comes first.
fn directed<Column: Keyed>(sort: Sort<Column>) -> String {
    let sign = if sort.is_descending { "-" } else { "" };
    format!("{sign}{}", sort.column.key())
}

fn list(values: &BTreeSet<FacetKey>) -> String {
    let values: Vec<String> = values.iter().map(|value| encoded(value.as_str())).collect();
    values.join(",")
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}
