//! What a query should list: a walk over the JSON that knows nothing of our types, and the filters in plain words.

#![allow(dead_code, reason = "each test file uses some of this")]

pub mod day;
pub mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use iss_followup::domain::keyed::Keyed;
use iss_followup::query::{Facet, FacetKey, Query, Unit};
use serde_json::Value;

use super::shipped;
use crate::walk::{list, text};

/// What is asked of one and the same commitment.
const OF_COMMITMENTS: [Facet; 4] = [Facet::Owner, Facet::Outcome, Facet::Due, Facet::Names];

/// Under which values of which filters something is found.
pub type Found = BTreeSet<(Facet, String)>;

/// A measure, a commitment or a line of a general report: what can be asked of it.
pub struct Plain {
    pub id: String,
    pub own: Found,
    /// The Presidencies that have to do with it, each with its role.
    pub terms: BTreeSet<(String, &'static str)>,
    /// What each of its commitments promises.
    pub promises: Vec<Found>,
    /// The first and the last day of everything in it that has a date.
    times: Vec<(String, String)>,
    /// The documents that it cites.
    cited: BTreeSet<String>,
}

impl Plain {
    fn fits(&self, query: &Query) -> bool {
        let fits = |found: &Found, (facet, values): (&Facet, &BTreeSet<FacetKey>)| {
            values.iter().any(|value| found.contains(&(*facet, value.to_string())))
        };
        let filters = || query.filters.iter();
        let mut of_itself =
            filters().filter(|(facet, _)| !OF_COMMITMENTS.contains(facet) && **facet != Facet::Presidency);
        let of_commitments: Vec<_> = filters().filter(|(facet, _)| OF_COMMITMENTS.contains(facet)).collect();
        let mut promises = self.promises.iter();
        of_itself.all(|filter| fits(&self.own, filter))
            && self.fits_presidencies(query)
            && self.fits_window(query)
            && (of_commitments.is_empty()
                || promises.any(|promise| of_commitments.iter().all(|filter| fits(promise, *filter))))
    }

    /// One of its days falls between the ends that are given.
    fn fits_window(&self, query: &Query) -> bool {
        let from = query.window.from().map(|from| day::days_of(&from.to_string()).0);
        let to = query.window.to().map(|to| day::days_of(&to.to_string()).1);
        let meets = |(first, last): &(String, String)| {
            from.as_ref().is_none_or(|from| from <= last) && to.as_ref().is_none_or(|to| first <= to)
        };
        (from.is_none() && to.is_none()) || self.times.iter().any(meets)
    }

    /// A role without a Presidency asks for any Presidency in that role.
    fn fits_presidencies(&self, query: &Query) -> bool {
        let presidencies = query.filters.get(&Facet::Presidency);
        let asks_nothing = presidencies.is_none() && query.role.is_none();
        let fits = |(id, role): &(String, &str)| {
            presidencies.is_none_or(|ids| ids.contains(&id.as_str().into()))
                && query.role.is_none_or(|wanted| wanted.key() == *role)
        };
        asks_nothing || self.terms.iter().any(fits)
    }
}

/// Everything that can be listed, and the lines of the general reports, which cite documents.
pub struct Everything {
    pub measures: Vec<Plain>,
    pub commitments: Vec<Plain>,
    pub lines: Vec<Plain>,
    /// Every fact, of the measures and of the general reports.
    pub facts: Vec<Plain>,
    documents: Vec<(String, Found)>,
}

/// The whole dataset at the edition's date.
pub fn everything() -> &'static Everything {
    static EVERYTHING: OnceLock<Everything> = OnceLock::new();
    EVERYTHING.get_or_init(|| everything_on(&day::status_date()))
}

/// The whole dataset as of a day, each thing with what can be asked of it.
pub fn everything_on(as_of: &str) -> Everything {
    let json = shipped::json();
    let (measures, reports) = (|| list(json, "measures"), || list(json, "reports"));
    let commitments = |home| list(home, "follow_up").map(move |own| line(home, own, as_of));
    let facts = |home| list(home, "state_of_play").map(move |own| line(home, own, as_of));
    let documents = list(json, "documents").map(|document| text(document, "id"));
    Everything {
        measures: measures().map(|own| measure(own, as_of)).collect(),
        commitments: measures().chain(reports()).flat_map(commitments).collect(),
        lines: reports()
            .flat_map(|report| facts(report).chain(commitments(report)))
            .collect(),
        facts: measures().chain(reports()).flat_map(facts).collect(),
        documents: documents
            .map(|id| (id.clone(), of_documents([&id].into_iter())))
            .collect(),
    }
}

/// The lines of the general reports that concern a measure: facts, then commitments.
pub fn reported(measure: &Value) -> impl Iterator<Item = &Value> {
    let id = measure["id"].clone();
    let reports = list(shipped::json(), "reports");
    let lines = reports.flat_map(|report| list(report, "state_of_play").chain(list(report, "follow_up")));
    lines.filter(move |line| list(line, "measures").any(|own| *own == id))
}

/// A measure without a follow-up has a promise of which nothing can be asked but that.
fn measure(measure: &Value, as_of: &str) -> Plain {
    let lines = || list(measure, "state_of_play").chain(list(measure, "follow_up"));
    let cited: BTreeSet<String> = list(measure, "documents")
        .map(|citation| text(citation, "document"))
        .collect();
    let named = list(measure, "presidencies").map(|link| (text(link, "id"), role(link["role"] == "acted")));
    let mut promises: Vec<Found> = list(measure, "follow_up").map(|own| promise(own, as_of)).collect();
    if promises.is_empty() {
        promises.push([(Facet::Outcome, "none".to_owned())].into());
    }
    Plain {
        id: text(measure, "id"),
        own: [
            of_place(measure),
            of_bodies(measure),
            of_documents(cited.iter()),
            since(measure),
        ]
        .into_iter()
        .chain(lines().map(of_bodies))
        .flatten()
        .collect(),
        terms: named
            .chain(lines().chain(reported(measure)).flat_map(|line| terms(line, as_of)))
            .collect(),
        promises,
        times: lines()
            .chain(reported(measure))
            .flat_map(|line| times(line, as_of))
            .collect(),
        cited,
    }
}

/// A fact or commitment stands by itself.
fn line(home: &Value, line: &Value, as_of: &str) -> Plain {
    let cited = list(line, "documents").filter_map(Value::as_str).map(str::to_owned);
    let cited: BTreeSet<String> = cited.collect();
    Plain {
        id: text(line, "id"),
        own: [of_place(home), of_bodies(line), of_documents(cited.iter())]
            .into_iter()
            .flatten()
            .chain(is_commitment(line).then(|| since_commitment(line)))
            .collect(),
        terms: terms(line, as_of).collect(),
        promises: is_commitment(line).then(|| promise(line, as_of)).into_iter().collect(),
        times: times(line, as_of),
        cited,
    }
}

fn is_commitment(line: &Value) -> bool {
    line.get("outcome").is_some()
}

/// Source, priority, status and working parties.
fn of_place(home: &Value) -> Found {
    let fields = [
        (Facet::Source, "source"),
        (Facet::Priority, "priority"),
        (Facet::Status, "status"),
    ];
    let own = fields.into_iter().filter(|(_, field)| home[field].is_string());
    let parties = list(home, "working_parties").filter_map(Value::as_str);
    own.map(|(facet, field)| (facet, text(home, field)))
        .chain([(Facet::Source, "all".to_owned())])
        .chain(parties.map(|party| (Facet::WorkingParty, party.to_owned())))
        .collect()
}

/// Whom a measure or line names, by the filter that its kind has.
fn of_bodies(record: &Value) -> Found {
    let ids = ["working_parties", "bodies", "owners"]
        .into_iter()
        .flat_map(|field| list(record, field));
    let facet = |id: &str| match kind("bodies", id) {
        "information-system" => Facet::System,
        "partner" => Facet::Partner,
        _ => Facet::Body,
    };
    ids.filter_map(Value::as_str)
        .map(|id| (facet(id), id.to_owned()))
        .collect()
}

fn of_documents<'a>(ids: impl Iterator<Item = &'a String>) -> Found {
    let of_one = |id: &String| {
        [
            (Facet::Document, id.clone()),
            (Facet::DocumentKind, kind("documents", id).to_owned()),
        ]
    };
    ids.flat_map(of_one).collect()
}

/// The kind of a body or document.
fn kind(records: &'static str, id: &str) -> &'static str {
    static KINDS: OnceLock<BTreeMap<(&str, &str), &str>> = OnceLock::new();
    let kinds = KINDS.get_or_init(|| {
        let of = |records| {
            list(shipped::json(), records).map(move |record| ((records, str_of(record, "id")), str_of(record, "kind")))
        };
        of("bodies").chain(of("documents")).collect()
    });
    kinds[&(records, id)]
}

fn str_of(record: &'static Value, field: &str) -> &'static str {
    record[field].as_str().unwrap_or_default()
}

/// The owners, the outcome, and every year in which it may be due.
fn promise(commitment: &Value, as_of: &str) -> Found {
    let owners = list(commitment, "owners").filter_map(Value::as_str);
    let owners = owners.map(|owner| (Facet::Owner, owner.to_owned()));
    let outcome = (Facet::Outcome, day::state(commitment, as_of));
    let year = |month: &str| month[..4].parse::<u32>().unwrap_or_default();
    let years = match months(commitment, "due", "due_end") {
        Some((first, last)) => (year(&first)..=year(&last)).map(|year| year.to_string()).collect(),
        None => vec!["none".to_owned()],
    };
    let years = years.into_iter().map(|year| (Facet::Due, year));
    owners.chain([outcome]).chain(years).chain(names(commitment)).collect()
}

/// What a commitment names: an owner unless the note says that one stands in, a date, a product.
fn names(commitment: &Value) -> Vec<(Facet, String)> {
    let named = [
        (
            "owner",
            !text(commitment, "note").contains("The source names no owner; "),
        ),
        ("date", commitment["due"].is_string()),
        ("product", commitment["product"].is_string()),
    ];
    let mut keys: Vec<&str> = named.iter().filter(|(_, is)| *is).map(|(key, _)| *key).collect();
    match keys.len() {
        0 => keys.push("none"),
        3 => keys.push("three"),
        _ => {}
    }
    keys.into_iter().map(|key| (Facet::Names, key.to_owned())).collect()
}

/// What was found of a measure after the record ends: on itself, on its commitments, or that it was looked for in vain.
fn since(measure: &Value) -> Found {
    let homes = ["measures", "reports"]
        .into_iter()
        .flat_map(|of| list(shipped::json(), of));
    let mut others = homes.flat_map(|home| list(home, "since"));
    let is_told = list(measure, "since").next().is_some()
        || others.any(|fact| list(fact, "measures").any(|id| *id == measure["id"]));
    let promises: Vec<_> = list(measure, "follow_up").map(since_commitment).collect();
    let is = |key: &str| promises.iter().any(|(_, found)| found == key);
    [found(is_told || is("found"), is("nothing-found"))].into()
}

fn since_commitment(commitment: &Value) -> (Facet, String) {
    let id = commitment["id"].as_str().unwrap_or_default();
    let homes = ["measures", "reports"]
        .into_iter()
        .flat_map(|of| list(shipped::json(), of));
    let mut told = homes
        .flat_map(|home| list(home, "since"))
        .flat_map(|fact| list(fact, "about"));
    found(told.any(|about| about["commitment"] == id), missed().contains(id))
}

/// The commitments of which nothing was found.
fn missed() -> BTreeSet<&'static str> {
    let missed = list(&shipped::json()["afterwards"], "nothing_found");
    missed.map(|missed| str_of(missed, "commitment")).collect()
}

fn found(is_told: bool, is_missed: bool) -> (Facet, String) {
    let key = match (is_told, is_missed) {
        (true, _) => "found",
        (false, true) => "nothing-found",
        (false, false) => "not-looked-for",
    };
    (Facet::Since, key.to_owned())
}

fn role(acted: bool) -> &'static str {
    if acted { "acted" } else { "plans" }
}

fn times(line: &Value, as_of: &str) -> Vec<(String, String)> {
    if is_commitment(line) {
        day::dates_of_promise(line, as_of).collect()
    } else {
        day::days(line, "date", "end").into_iter().collect()
    }
}

/// The Presidency that a line names, and the one in whose term it falls wholly.
pub fn terms(line: &Value, as_of: &str) -> impl Iterator<Item = (String, &'static str)> {
    let (from, to) = if is_commitment(line) {
        ("due", "due_end")
    } else {
        ("date", "end")
    };
    let when = months(line, from, to);
    // A term begins and ends with a month.
    let month = |presidency: &Value, field: &str| text(presidency, field)[..7].to_owned();
    let is_within = move |presidency: &&Value| {
        when.as_ref()
            .is_some_and(|(first, last)| month(presidency, "from") <= *first && *last <= month(presidency, "to"))
    };
    let by_date = list(shipped::json(), "presidencies").filter(is_within);
    let ids = by_date.map(|presidency| text(presidency, "id"));
    let named = line["presidency"].as_str().map(str::to_owned);
    let role = role(!is_commitment(line) && !day::is_planned(line, as_of));
    named.into_iter().chain(ids).map(move |id| (id, role))
}

/// The first and the last month of a date such as `2019`, `2019-H1`, `2019-Q2`, `2019-10` or `2019-10-17`, or of two.
fn months(line: &Value, from: &str, to: &str) -> Option<(String, String)> {
    let month = |date: &str, is_last: bool| {
        let (first, last) = match date.get(5..7) {
            None => ("01", "12"),
            Some("H1") => ("01", "06"),
            Some("H2") => ("07", "12"),
            Some("Q1") => ("01", "03"),
            Some("Q2") => ("04", "06"),
            Some("Q3") => ("07", "09"),
            Some("Q4") => ("10", "12"),
            Some(month) => (month, month),
        };
        format!("{}-{}", &date[..4], if is_last { last } else { first })
    };
    let first = line[from].as_str()?;
    let last = line[to].as_str().unwrap_or(first);
    Some((month(first, false), month(last, true)))
}

fn fitting<'a>(all: &'a [Plain], query: &Query) -> impl Iterator<Item = &'a Plain> {
    all.iter().filter(|plain| plain.fits(query))
}

/// Of the leading source, unless the query names others.
fn of_a_source(query: &Query) -> Query {
    let mut query = query.clone();
    let leading = || [text(&shipped::json()["sources"][0], "id").as_str().into()].into();
    query.filters.entry(Facet::Source).or_insert_with(leading);
    query
}

/// The ids of the facts and commitments that a brief with that query may hold: of any Presidency.
pub fn walked_lines(query: &Query) -> BTreeSet<&'static str> {
    let all = everything();
    let mut query = of_a_source(query);
    query.filters.remove(&Facet::Presidency);
    query.role = None;
    let lines = all.facts.iter().chain(&all.commitments);
    lines
        .filter(|plain| plain.fits(&query))
        .map(|plain| plain.id.as_str())
        .collect()
}

/// How many facts and commitments a query should count.
pub fn walked_facts(query: &Query, all: &Everything) -> usize {
    let query = of_a_source(query);
    all.facts
        .iter()
        .chain(&all.commitments)
        .filter(|plain| plain.fits(&query))
        .count()
}

/// The ids of what a query should list of everything as of its day. A document is cited by a measure that fits, or by a line of a general report that
/// fits itself, and is one of those that are asked for.
pub fn walked(unit: Unit, query: &Query, all: &Everything) -> Vec<String> {
    let query = of_a_source(query);
    let ids = |all| fitting(all, &query).map(|plain| plain.id.clone()).collect();
    match unit {
        Unit::Measures => ids(&all.measures),
        Unit::Commitments => ids(&all.commitments),
        Unit::Documents => {
            let citing = fitting(&all.measures, &query).chain(fitting(&all.lines, &query));
            let cited: BTreeSet<&String> = citing.flat_map(|plain| &plain.cited).collect();
            let asked = |facet| query.filters.get(&facet);
            let fits = |found: &Found| {
                let mut own = found.iter();
                own.all(|(facet, value)| asked(*facet).is_none_or(|values| values.contains(&value.as_str().into())))
            };
            let documents = all.documents.iter();
            let documents = documents.filter(|(id, found)| cited.contains(id) && fits(found));
            documents.map(|(id, _)| id.clone()).collect()
        }
    }
}
