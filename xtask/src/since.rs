//! Later facts: what public pages report since the edition. They are kept and checked here; the page does not show them yet.
//!
//! `public/since/` holds a file for each measure and each section of the general report of which something is known.

mod record;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use iss_followup::dataset::Dataset;
use iss_followup::domain::body::BodyKind;
use iss_followup::domain::date::{Day, PartialDate};
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::EventKind;

use crate::since::record::{CitedDocument, LaterFact, NothingFound, State};

/// Where the files stand, from the top of the repository.
const FOLDER: &str = "public/since";

/// The file with the commitments of which nothing was found.
const NOTHING_FOUND: &str = "nothing-found.json";

/// Checks the files of later facts, and prints how many there are.
///
/// # Errors
/// Every fault, each with its file and fact.
pub fn check(root: &Path, dataset: &Dataset) -> Result<()> {
    let mut check = Check::new(dataset);
    let folder = root.join(FOLDER);
    let mut told = BTreeSet::new();
    let mut files: Vec<_> = fs::read_dir(&folder)
        .with_context(|| format!("{FOLDER} cannot be read"))?
        .collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut nothing = Vec::new();
    for file in files {
        let name = file.file_name().to_string_lossy().into_owned();
        let text = fs::read_to_string(file.path())?;
        let place = format!("{FOLDER}/{name}");
        if name == NOTHING_FOUND {
            nothing = serde_json::from_str::<Vec<NothingFound>>(&text).with_context(|| place)?;
            continue;
        }
        let facts: Vec<LaterFact> = serde_json::from_str(&text).with_context(|| place)?;
        let at = name.trim_end_matches(".json");
        check.is_home(at, &name);
        for fact in &facts {
            check.fact(at, fact);
            told.extend(fact.about.iter().map(|about| about.commitment.clone()));
        }
    }
    for entry in &nothing {
        check.nothing_found(entry, &told);
    }
    let known = told.len();
    told.extend(nothing.iter().map(|entry| entry.commitment.clone()));
    let promises = dataset.homes().flat_map(|home| dataset.commitments(home));
    for commitment in promises.filter(|commitment| commitment.due.is_some()) {
        let is_told = told.contains(commitment.id.as_str());
        check.ensure(is_told, commitment.id.as_str(), || {
            "it has a due date, and neither a later fact nor a place among those of which nothing was found".to_owned()
        });
    }
    check.finish(known, nothing.len())
}

/// What is known of the dataset, and what was found wrong.
struct Check<'a> {
    dataset: &'a Dataset,
    edition: Day,
    homes: BTreeSet<String>,
    commitments: BTreeSet<String>,
    seen: BTreeSet<String>,
    outcomes: BTreeMap<State, usize>,
    faults: Vec<String>,
}

impl<'a> Check<'a> {
    fn new(dataset: &'a Dataset) -> Self {
        let promises = dataset.homes().flat_map(|home| dataset.commitments(home));
        let measures = dataset.measures.iter().map(|measure| measure.id.to_string());
        let sections = dataset.reports.iter().map(|report| format!("report-{}", report.id));
        Self {
            dataset,
            edition: dataset.edition.status_date,
            homes: measures.chain(sections).collect(),
            commitments: promises.map(|commitment| commitment.id.to_string()).collect(),
            seen: BTreeSet::new(),
            outcomes: BTreeMap::new(),
            faults: Vec::new(),
        }
    }

    fn fault(&mut self, place: &str, what: &str) {
        self.faults.push(format!("{FOLDER}, {place}: {what}"));
    }

    /// A fault unless it holds.
    fn ensure(&mut self, holds: bool, place: &str, what: impl FnOnce() -> String) {
        if !holds {
            self.fault(place, &what());
        }
    }

    fn is_home(&mut self, id: &str, place: &str) {
        let holds = self.homes.contains(id);
        self.ensure(holds, place, || {
            format!("`{id}` is no measure and no section of the report")
        });
    }

    fn is_commitment(&mut self, id: &str, place: &str) {
        let holds = self.commitments.contains(id);
        self.ensure(holds, place, || format!("there is no commitment `{id}`"));
    }

    /// The first and last day of a date.
    fn days(&mut self, date: &str, place: &str) -> Option<(Day, Day)> {
        let read = date.parse::<PartialDate>().map(PartialDate::period);
        self.ensure(read.is_ok(), place, || {
            format!("`{date}` is no date such as 2021, 2021-H1, 2021-Q2, 2021-04 or 2021-04-29")
        });
        read.ok().map(|period| (period.first(), period.last()))
    }

    fn is_said(&mut self, text: &str, name: &str, place: &str) {
        self.ensure(!text.trim().is_empty(), place, || format!("`{name}` is empty"));
    }

    fn fact(&mut self, at: &str, fact: &LaterFact) {
        let place = fact.id.as_str();
        let number = fact.id.strip_prefix(at).and_then(|rest| rest.strip_prefix("-s"));
        let is_named = number.is_some_and(|number| number.parse::<u16>().is_ok());
        self.ensure(is_named, place, || format!("the id is not `{at}-s` and a number"));
        let is_new = self.seen.insert(fact.id.clone());
        self.ensure(is_new, place, || "the id stands twice".to_owned());
        self.is_said(&fact.text, "text", place);
        self.is_said(fact.note.as_deref().unwrap_or("-"), "note", place);
        let has_kind = EventKind::from_key(&fact.kind).is_some();
        self.ensure(has_kind, place, || format!("`{}` is no kind of event", fact.kind));
        for id in &fact.also {
            self.is_home(id, place);
        }
        for (list, name) in [(&fact.bodies, "body"), (&fact.systems, "information system")] {
            for id in list {
                let body = self.dataset.bodies.iter().find(|body| body.id.as_str() == id);
                let fits = body.is_some_and(|body| name == "body" || body.kind == BodyKind::InformationSystem);
                self.ensure(fits, place, || format!("there is no {name} `{id}`"));
            }
        }
        for document in &fact.documents {
            self.document(document, place);
        }
        let checked = self.evidence(fact);
        if let Some((first, last)) = self.days(&fact.date, place) {
            let edition = self.edition;
            self.ensure(edition <= last, place, || {
                format!("{} lies before the edition of {edition}", fact.date)
            });
            self.ensure(checked.is_none_or(|checked| first <= checked), place, || {
                format!("{} lies after the day on which the pages were read", fact.date)
            });
        }
        for about in &fact.about {
            self.is_commitment(&about.commitment, place);
            if let Some(outcome) = &about.outcome {
                self.is_said(&outcome.text, "outcome.text", place);
                *self.outcomes.entry(outcome.state).or_default() += 1;
            }
        }
        if let Some(new_due) = &fact.new_due {
            self.days(&new_due.due, place);
            self.is_said(&new_due.of, "new_due.of", place);
            for id in &new_due.commitments {
                self.is_commitment(id, place);
            }
        }
    }

    fn document(&mut self, cited: &CitedDocument, place: &str) {
        if let Some(id) = &cited.document {
            let is_there = self.dataset.documents.iter().any(|document| document.id.as_str() == id);
            self.ensure(is_there, place, || format!("there is no document `{id}`"));
        } else {
            let is_named = cited.number.is_some() || cited.title.is_some();
            self.ensure(is_named, place, || "a document has neither number nor title".to_owned());
        }
        if let Some(date) = &cited.date {
            self.days(date, place);
        }
        // Sector, year, one or two letters of the kind, number: `32021R0784`.
        if let Some(celex) = &cited.celex {
            let year = celex.get(1..5).and_then(|year| year.parse::<u16>().ok());
            let is_celex = celex.is_ascii() && year.is_some() && celex[5..].starts_with(char::is_alphabetic);
            self.ensure(is_celex, place, || {
                format!("`{celex}` is no CELEX number such as 32021R0784")
            });
        }
    }

    /// The last day on which a page was read.
    fn evidence(&mut self, fact: &LaterFact) -> Option<Day> {
        let place = fact.id.as_str();
        self.ensure(!fact.evidence.is_empty(), place, || "no page says so".to_owned());
        let mut last: Option<Day> = None;
        for page in &fact.evidence {
            let is_address = page.url.starts_with("https://") || page.url.starts_with("http://");
            self.ensure(is_address, place, || format!("`{}` is no address of a page", page.url));
            self.is_said(&page.publisher, "publisher", place);
            let checked = self.days(&page.checked, place).map(|(_, day)| day);
            let dated = page.dated.as_ref().and_then(|dated| self.days(dated, place));
            let is_later = dated.zip(checked).is_none_or(|((first, _), checked)| first <= checked);
            self.ensure(is_later, place, || format!("{} is dated after it was read", page.url));
            last = last.max(checked);
        }
        last
    }

    fn nothing_found(&mut self, entry: &NothingFound, told: &BTreeSet<String>) {
        let place = entry.commitment.as_str();
        self.is_commitment(place, NOTHING_FOUND);
        self.is_said(entry.looked.as_deref().unwrap_or("-"), "looked", place);
        self.days(&entry.checked, place);
        let is_known = told.contains(place);
        self.ensure(!is_known, place, || "a fact says something of it".to_owned());
    }

    fn finish(self, told: usize, nothing: usize) -> Result<()> {
        if !self.faults.is_empty() {
            bail!("{}\n{} to mend", self.faults.join("\n"), self.faults.len());
        }
        let outcomes: usize = self.outcomes.values().sum();
        println!(
            "The later facts are sound: {} about {told} commitments, with {outcomes} outcomes; nothing was found of {nothing}.",
            self.seen.len()
        );
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use iss_followup::dataset;
    use serde_json::{Value, json};

    fn faults(changed: &[(&str, Value)]) -> String {
        let mut fact = json!({
            "id": "31-s1", "date": "2020-07-24", "date_meaning": "published", "kind": "report", "text": "A review appeared.",
            "bodies": ["commission"], "systems": ["pnr"], "also": [], "documents": [],
            "evidence": [{ "url": "https://example.org/", "publisher": "A publisher", "dated": null, "checked": "2026-11-29" }],
            "about": [{ "commitment": "31-c1", "outcome": null }], "new_due": null, "sure": "high", "note": null,
        });
        for (field, value) in changed {
            fact[*field] = value.clone();
        }
        let json = crate::data::merged_json(&crate::root().expect("a repository")).expect("a dataset");
        let dataset = dataset::parse(json.as_bytes()).expect("a sound dataset");
        let mut check = Check::new(&dataset);
        check.fact("31", &serde_json::from_value(fact).expect("a fact"));
        check.faults.join("\n")
    }

    #[test]
    fn a_later_fact_needs_a_page_and_a_day_between_the_edition_and_the_reading() {
        assert_eq!(faults(&[]), "");
        for (field, value, says) in [
            ("evidence", json!([]), "no page says so"),
            ("date", json!("2020-02-02"), "lies before the edition"),
            ("date", json!("2026-11-30"), "lies after the day"),
            ("date", json!("July 2020"), "is no date such as"),
            ("id", json!("32-s1"), "the id is not `31-s`"),
            ("text", json!(" "), "`text` is empty"),
            ("kind", json!("rumour"), "is no kind of event"),
            ("bodies", json!(["nobody"]), "there is no body `nobody`"),
            (
                "systems",
                json!(["commission"]),
                "there is no information system `commission`",
            ),
            (
                "about",
                json!([{ "commitment": "31-c99", "outcome": null }]),
                "there is no commitment",
            ),
            ("documents", json!([{ "celex": "2021/784" }]), "is no CELEX number"),
        ] {
            let told = faults(&[(field, value)]);
            assert!(told.contains(says), "{says}: {told}");
        }
    }
}
