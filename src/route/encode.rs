//! From a route to the fragment of an address.
//!
//! Keys are sorted, defaults are left out, and only characters that no browser rewrites are used.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::domain::keyed::Keyed;
use crate::query::{BriefBy, DocumentSort, Grouping, HeatAxes, Lanes, Per, Query, Sort};
use crate::route::{Page, Route};

/// Everything but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

impl Route {
    /// The fragment without its `#`, such as `/table?presidency=FI,HR`.
    ///
    /// ```
    /// use iss_followup::query::{Facet, Query};
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
            Page::Report(id) => format!("/report/{}", encoded(id.as_str())),
            Page::Measure(id) => format!("/measure/{}", encoded(id.as_str())),
            Page::Document(id) => format!("/document/{}", encoded(id.as_str())),
            Page::Body(id) => format!("/body/{}", encoded(id.as_str())),
            Page::About => "/about".to_owned(),
        };
        let mut settings = self.settings();
        settings.sort();
        let separators = std::iter::once('?').chain(std::iter::repeat('&'));
        settings
            .iter()
            .zip(separators)
            .fold(path, |fragment, ((key, value), separator)| {
                format!("{fragment}{separator}{key}={value}")
            })
    }

    fn settings(&self) -> Vec<(&'static str, String)> {
        let query = &self.query;
        let mut settings: Vec<(&str, String)> = Vec::new();
        for (facet, values) in &query.filters {
            let values: Vec<String> = values.iter().map(|value| encoded(value)).collect();
            settings.push((facet.key(), values.join(",")));
        }
        if let Some(role) = query.role {
            settings.push(("role", role.key().to_owned()));
        }
        if !query.text.is_empty() {
            settings.push(("q", encoded(&query.text)));
        }
        if query.sort != Sort::default() {
            let sign = if query.sort.is_descending { "-" } else { "" };
            settings.push(("sort", format!("{sign}{}", query.sort.column.key())));
        }
        if query.grouping != Grouping::default() {
            settings.push(("group", query.grouping.key().to_owned()));
        }
        if query.per != Per::default() {
            settings.push(("per", query.per.key().to_owned()));
        }
        if query.order != DocumentSort::default() {
            let sign = if query.order.is_descending { "-" } else { "" };
            settings.push(("order", format!("{sign}{}", query.order.column.key())));
        }
        let usual = HeatAxes::default();
        if query.axes.rows() != usual.rows() {
            settings.push(("rows", query.axes.rows().key().to_owned()));
        }
        if query.axes.columns() != usual.columns() {
            settings.push(("columns", query.axes.columns().key().to_owned()));
        }
        settings.extend(settings_of_time(query));
        if let Some(fact) = &self.fact {
            settings.push(("fact", encoded(fact)));
        }
        settings
    }
}

/// The settings of the timeline, the Presidency view, and the date as of which everything is told.
fn settings_of_time(query: &Query) -> Vec<(&'static str, String)> {
    let mut settings: Vec<(&str, String)> = Vec::new();
    if let Some(day) = query.as_of {
        settings.push(("as-of", day.to_string()));
    }
    settings.extend(query.window.from().map(|from| ("from", from.to_string())));
    settings.extend(query.window.to().map(|to| ("to", to.to_string())));
    if query.lanes != Lanes::default() {
        settings.push(("lanes", query.lanes.key().to_owned()));
    }
    if !query.toggled.is_empty() {
        let toggled: Vec<String> = query.toggled.iter().map(|lane| encoded(lane)).collect();
        settings.push(("toggled", toggled.join(",")));
    }
    if query.by != BriefBy::default() {
        settings.push(("by", query.by.key().to_owned()));
    }
    if let Some(beside) = &query.beside {
        settings.push(("beside", encoded(beside.as_str())));
    }
    settings
}

fn encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}
