//! From the fragment of an address to a route and its issues.

use std::collections::BTreeSet;

use percent_encoding::percent_decode_str;

use crate::domain::date::PartialDate;
use crate::domain::id::{BodyId, DocumentId, LineId, MeasureId, PresidencyId, ReportId};
use crate::domain::keyed::Keyed;
use crate::domain::status::PresidencyRole;
use crate::query::{
    BriefBy, Density, Facet, Grouping, HeatAxes, HeatUnit, Lanes, LaterBy, LaterColumn, Per, Sort, Window,
};
use crate::route::{LinkIssue, Page, Route};
use crate::words::link_issues::PAGES;

/// The longest fragment that is read, in bytes: far longer than any of ours.
const LONGEST: usize = 64 * 1024;

impl Route {
    /// Decodes a fragment without its `#`. Never fails: what is wrong becomes an issue.
    ///
    /// ```
    /// use iss_followup::route::{LinkIssue, Page, Route};
    ///
    /// let (route, issues) = Route::from_fragment("/measure/31?presidency=HR&colour=blue");
    /// assert!(matches!(route.page, Page::Measure(id) if id.as_str() == "31"));
    /// assert_eq!(issues, [LinkIssue::UnknownKey("colour".to_owned())]);
    /// ```
    pub fn from_fragment(fragment: &str) -> (Self, Vec<LinkIssue>) {
        if LONGEST < fragment.len() {
            return (Self::default(), vec![LinkIssue::TooLong]);
        }
        let (path, settings) = fragment.split_once('?').unwrap_or((fragment, ""));
        let mut issues = Vec::new();
        let page = page(path).unwrap_or_else(|issue| {
            issues.push(issue);
            Page::Table
        });
        let mut route = Self {
            page,
            ..Self::default()
        };
        let mut axes = (None, None);
        let mut ends = (None, None);
        for setting in settings.split('&').filter(|setting| !setting.is_empty()) {
            let (key, value) = setting.split_once('=').unwrap_or((setting, ""));
            let applied = match key.to_ascii_lowercase().as_str() {
                "rows" => facet(key, value).map(|facet| axes.0 = Some((value, facet))),
                "columns" => facet(key, value).map(|facet| axes.1 = Some((value, facet))),
                "from" => date(key, value).map(|date| ends.0 = Some(date)),
                "to" => date(key, value).map(|date| ends.1 = Some((value, date))),
                "fact" => named(value).map(|fact| route.fact = fact.as_deref().map(LineId::new)),
                "e" => named(value).map(|edition| route.edition = edition),
                "embed" => is_so(key, value).map(|is_embedded| route.is_embedded = is_embedded),
                _ => apply(&mut route, key, value),
            };
            issues.extend(applied.err());
        }
        let (axes, misfits) = heat_axes(axes);
        route.options.axes = axes;
        issues.extend(misfits);
        let (window, misfit) = window(ends);
        route.query.window = window;
        issues.extend(misfit);
        let has_words = route.query.has_words();
        route.options.sort = Sort::told(route.options.sort, has_words);
        route.options.document_sort = Sort::told(route.options.document_sort, has_words);
        (route, issues)
    }
}

fn page(path: &str) -> Result<Page, LinkIssue> {
    let path = path.trim_start_matches('/');
    let (name, id) = path.split_once('/').unwrap_or((path, ""));
    let named = |kind| match decoded(id)? {
        id if id.is_empty() => Err(LinkIssue::NothingNamed(kind)),
        id => Ok(id),
    };
    let [presidency, report, measure, document, body] = PAGES;
    match name.to_ascii_lowercase().as_str() {
        "" | "table" if id.is_empty() => Ok(Page::Table),
        "timeline" if id.is_empty() => Ok(Page::Timeline),
        "presidency" if id.is_empty() => Ok(Page::Presidency(None)),
        "presidency" => named(presidency).map(|id| Page::Presidency(Some(PresidencyId::new(&id)))),
        "commitments" if id.is_empty() => Ok(Page::Commitments),
        "actors" if id.is_empty() => Ok(Page::Actors),
        "documents" if id.is_empty() => Ok(Page::Documents),
        "slips" if id.is_empty() => Ok(Page::Slips),
        "report" => named(report).map(|id| Page::Report(ReportId::new(&id))),
        "since" if id.is_empty() => Ok(Page::Since),
        "compare" if id.is_empty() => Ok(Page::Compare),
        "your-data" if id.is_empty() => Ok(Page::OwnData),
        "about" if id.is_empty() => Ok(Page::About),
        "measure" => named(measure).map(|id| Page::Measure(MeasureId::new(&id))),
        "document" => named(document).map(|id| Page::Document(DocumentId::new(&id))),
        "body" => named(body).map(|id| Page::Body(BodyId::new(&id))),
        _ => Err(LinkIssue::UnknownPage(decoded(path)?)),
    }
}

fn apply(route: &mut Route, key: &str, value: &str) -> Result<(), LinkIssue> {
    let Route { query, options, .. } = route;
    let unknown_value = || unknown_value(key, value);
    let word = value.to_ascii_lowercase();
    match key.to_ascii_lowercase().as_str() {
        "q" => {
            query.text = decoded(value)?;
            if query.shorten_text() {
                return Err(LinkIssue::TextTooLong);
            }
        }
        "role" => query.role = Some(PresidencyRole::from_key(&word).ok_or_else(unknown_value)?),
        "group" => options.grouping = Grouping::from_key(&word).ok_or_else(unknown_value)?,
        "density" => options.density = Density::from_key(&word).ok_or_else(unknown_value)?,
        "show" => options.later_column = LaterColumn::from_key(&word).ok_or_else(unknown_value)?,
        "per" => options.commitment_grouping = Per::from_key(&word).ok_or_else(unknown_value)?,
        "later" => options.later_by = LaterBy::from_key(&word).ok_or_else(unknown_value)?,
        "as-of" => query.as_of = Some(date(key, value)?.period().last()),
        "lanes" => options.lanes = Lanes::from_key(&word).ok_or_else(unknown_value)?,
        "count" => options.heat_unit = HeatUnit::from_key(&word).ok_or_else(unknown_value)?,
        "by" => options.brief_by = BriefBy::from_key(&word).ok_or_else(unknown_value)?,
        "change" => options.differences.happenings = words(key, value)?,
        "of" => options.differences.kinds = words(key, value)?,
        "beside" => {
            options.compare_with = named(value)?.as_deref().map(PresidencyId::new);
        }
        "toggled" => {
            for lane in value.split(',').filter(|lane| !lane.is_empty()) {
                options.folded_lanes.insert(decoded(lane)?.as_str().into());
            }
        }
        "sort" => {
            let (column, is_descending) = directed(&word).ok_or_else(unknown_value)?;
            options.sort = Some(Sort { column, is_descending });
        }
        "order" => {
            let (column, is_descending) = directed(&word).ok_or_else(unknown_value)?;
            options.document_sort = Some(Sort { column, is_descending });
        }
        _ => {
            let unknown_key = || LinkIssue::UnknownKey(decoded(key).unwrap_or_else(|_| key.to_owned()));
            let facet = Facet::from_key(&key.to_ascii_lowercase()).ok_or_else(unknown_key)?;
            for value in value.split(',').filter(|value| !value.is_empty()) {
                let value = decoded(value)?;
                query.filters.entry(facet).or_default().insert(value.as_str().into());
            }
        }
    }
    Ok(())
}

/// Words of a closed list.
fn words<Word: Keyed + Ord>(key: &str, value: &str) -> Result<BTreeSet<Word>, LinkIssue> {
    let words = value.split(',').filter(|word| !word.is_empty());
    let known = words.map(|word| Word::from_key(&word.to_ascii_lowercase()).ok_or_else(|| unknown_value(key, word)));
    known.collect()
}

/// A column, and whether a minus sign before it reverses it.
fn directed<Column: Keyed>(value: &str) -> Option<(Column, bool)> {
    let column = Column::from_key(value.strip_prefix('-').unwrap_or(value))?;
    Some((column, value.starts_with('-')))
}

/// Whether a key is switched on, which it is where it has no value.
fn is_so(key: &str, value: &str) -> Result<bool, LinkIssue> {
    match value {
        "" | "1" => Ok(true),
        "0" => Ok(false),
        _ => Err(unknown_value(key, value)),
    }
}

/// The filter that an axis of the heat table names.
fn facet(key: &str, value: &str) -> Result<Facet, LinkIssue> {
    Facet::from_key(&value.to_ascii_lowercase()).ok_or_else(|| unknown_value(key, value))
}

fn date(key: &str, value: &str) -> Result<PartialDate, LinkIssue> {
    // Halves and quarters have a capital letter.
    let date = value.to_ascii_uppercase().parse();
    date.map_err(|_| unknown_value(key, value))
}

/// The window between these ends; an end before the beginning is an issue.
fn window((from, to): (Option<PartialDate>, Option<(&str, PartialDate)>)) -> (Window, Option<LinkIssue>) {
    let whole = Window::new(from, to.map(|(_, to)| to));
    let misfit = to
        .filter(|_| whole.is_none())
        .map(|(value, _)| unknown_value("to", value));
    let window = whole.or_else(|| Window::new(from, None)).unwrap_or_default();
    (window, misfit)
}

/// The axes of the heat table, with defaults for what is missing or does not fit, and the issues.
fn heat_axes((rows, columns): (Named<'_>, Named<'_>)) -> (HeatAxes, Vec<LinkIssue>) {
    let usual = HeatAxes::default();
    let mut issues = Vec::new();
    let mut allowed = |key: &str, named: Named<'_>, facets: &[Facet]| {
        let (value, facet) = named?;
        let fits = facets.contains(&facet);
        issues.extend((!fits).then(|| unknown_value(key, value)));
        fits.then_some(facet)
    };
    let rows = allowed("rows", rows, &HeatAxes::ROWS).unwrap_or(usual.rows());
    let allowed_columns = allowed("columns", columns, &HeatAxes::COLUMNS).unwrap_or(usual.columns());
    let axes = HeatAxes::new(rows, allowed_columns).or_else(|| {
        // A filter against itself: keep the rows.
        issues.extend(columns.map(|(value, _)| unknown_value("columns", value)));
        HeatAxes::new(rows, usual.columns())
    });
    (axes.unwrap_or_default(), issues)
}

/// An axis of the heat table as the link names it.
type Named<'a> = Option<(&'a str, Facet)>;

fn unknown_value(key: &str, value: &str) -> LinkIssue {
    LinkIssue::UnknownValue {
        key: key.to_owned(),
        value: value.to_owned(),
    }
}

/// The decoded value; `None` if it is empty.
fn named(value: &str) -> Result<Option<String>, LinkIssue> {
    Ok(Some(decoded(value)?).filter(|id| !id.is_empty()))
}

/// Percent-decodes a text. A stray `%` is damage: no link of ours has one.
fn decoded(text: &str) -> Result<String, LinkIssue> {
    let mangled = || LinkIssue::Mangled(text.to_owned());
    let bytes = text.as_bytes();
    let is_escape = |place: usize| {
        bytes
            .get(place + 1..place + 3)
            .is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit))
    };
    let is_whole = text.match_indices('%').all(|(place, _)| is_escape(place));
    let text = is_whole
        .then(|| percent_decode_str(text).decode_utf8())
        .ok_or_else(mangled)?;
    text.map(std::borrow::Cow::into_owned).map_err(|_| mangled())
}
