//! The rules, each of which adds a fault when it is broken.

use std::collections::HashSet;

use serde::Serialize;

use crate::dataset::check::UNKNOWN_DAY;
use crate::dataset::check::names::Names;
use crate::dataset::fault::{Fault, Faults, shortened};
use crate::domain::body::BodyKind;
use crate::domain::date::{DATE_FORMS, Day, PartialDate, Period, When};
use crate::domain::id::{BodyId, DocumentId, MeasureId, PresidencyId};
use crate::domain::measure::Outcome;
use crate::domain::status::OutcomeState;

/// Collects faults.
pub(super) struct Checker {
    names: Names,
    seen: HashSet<(&'static str, String)>,
    faults: Faults,
}

impl Checker {
    /// A checker that has found nothing yet.
    pub(super) fn new(names: Names) -> Self {
        Self {
            names,
            seen: HashSet::new(),
            faults: Faults::default(),
        }
    }

    /// Nothing, if nothing was wrong.
    pub(super) fn finish(self) -> Result<(), Vec<Fault>> {
        let faults = self.faults.into_list();
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// Adds a fault with the value that is wrong.
    pub(super) fn fault(&mut self, path: &str, value: impl Serialize, wrong: &str, remedy: &str) {
        self.faults.add(|| Fault {
            path: path.into(),
            value: serde_json::to_value(value).ok().map(|value| shortened(&value)),
            wrong: wrong.into(),
            remedy: remedy.into(),
        });
    }

    /// Adds a fault where there is no value to show.
    pub(super) fn fault_without_value(&mut self, path: &str, wrong: &str, remedy: &str) {
        self.faults.add(|| Fault {
            path: path.into(),
            value: None,
            wrong: wrong.into(),
            remedy: remedy.into(),
        });
    }

    /// A text must say something.
    pub(super) fn filled(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.fault(path, text, "is empty", "write the text");
        }
    }

    /// A record's own id: fit for links, and used once in its list.
    pub(super) fn own_id(&mut self, path: &str, list: &'static str, id: &str) {
        let fit = !id.is_empty()
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
        if !fit {
            let remedy = "use letters, digits, hyphens and dots only: ids stand in links";
            self.fault(&format!("{path}.id"), id, "is not fit for an id", remedy);
        }
        self.own_id_in(path, "id", list, id);
    }

    /// A record's own name: used once in its list.
    pub(super) fn own_id_in(&mut self, path: &str, field: &str, list: &'static str, id: &str) {
        if !self.seen.insert((list, id.to_owned())) {
            let wrong = format!("stands twice in {list}");
            self.fault(
                &format!("{path}.{field}"),
                id,
                &wrong,
                "give each record a name of its own",
            );
        }
    }

    /// An id that is referred to must exist.
    pub(super) fn known(&mut self, path: &str, list: &'static str, id: &str) {
        // Looking for the nearest one takes long, and nobody would be told of it.
        if self.names.has(list, id) || self.faults.is_full() {
            return;
        }
        let remedy = match self.names.nearest(list, id) {
            Some(nearest) => format!("add it, or write an id of that list such as {nearest}"),
            None => "add it".into(),
        };
        self.fault(path, id, &format!("is not in {list}"), &remedy);
    }

    /// What shows an outcome: an event, a document, or a commitment that takes the place of this one.
    pub(super) fn evidence(&mut self, path: &str, id: &str) {
        if !self.names.has("events and commitments", id) && !self.names.has("documents", id) {
            self.fault(
                path,
                id,
                "is no event, commitment or document",
                "write the id of what shows the outcome",
            );
        }
    }

    /// Bodies that are referred to.
    pub(super) fn bodies(&mut self, path: &str, ids: &[String]) -> Vec<BodyId> {
        self.references(path, "bodies", ids);
        ids.iter().map(|id| BodyId::new(id)).collect()
    }

    /// Documents that are referred to.
    pub(super) fn documents(&mut self, path: &str, ids: &[String]) -> Vec<DocumentId> {
        self.references(path, "documents", ids);
        ids.iter().map(|id| DocumentId::new(id)).collect()
    }

    /// Measures that are referred to.
    pub(super) fn measures(&mut self, path: &str, ids: &[String]) -> Vec<MeasureId> {
        self.references(path, "measures", ids);
        ids.iter().map(|id| MeasureId::new(id)).collect()
    }

    fn references(&mut self, path: &str, list: &'static str, ids: &[String]) {
        let mut named = HashSet::new();
        for (index, id) in ids.iter().enumerate() {
            let place = format!("{path}[{index}]");
            self.known(&place, list, id);
            if !named.insert(id) {
                self.fault(&place, id, "is named twice in one list", "name it once");
            }
        }
    }

    /// The responsible working parties are committees or working parties of the Council.
    pub(super) fn working_parties(&mut self, path: &str, ids: &[String]) {
        for (index, id) in ids.iter().enumerate() {
            if self.names.kind(id).is_some_and(|kind| kind != BodyKind::WorkingParty) {
                let remedy = "name a body of the kind working-party, or put this one into `bodies`";
                self.fault(&format!("{path}[{index}]"), id, "is no working party", remedy);
            }
        }
    }

    /// A Presidency that is referred to.
    pub(super) fn presidency(&mut self, path: &str, id: Option<String>) -> Option<PresidencyId> {
        let id = id?;
        self.known(path, "presidencies", &id);
        Some(PresidencyId::new(&id))
    }

    /// A whole day.
    pub(super) fn day(&mut self, path: &str, text: &str) -> Option<Day> {
        let period = text.parse::<PartialDate>().ok().map(PartialDate::period);
        let day = period
            .filter(|period| period.first() == period.last())
            .map(Period::first);
        if day.is_none() {
            self.fault(path, text, "is not a day", "write a day such as 2020-02-03");
        }
        day
    }

    /// A date of any precision.
    pub(super) fn date(&mut self, path: &str, text: &str) -> Option<PartialDate> {
        let date = text.parse().ok();
        if date.is_none() {
            self.fault(path, text, "is not a date", &format!("write {DATE_FORMS}"));
        }
        date
    }

    /// A date, or the range to a second one; each given as its field's name and text.
    pub(super) fn when(
        &mut self,
        path: &str,
        (start_name, start): (&str, Option<&str>),
        (end_name, end): (&str, Option<&str>),
    ) -> Option<When> {
        let start_date = start.and_then(|start| self.date(&format!("{path}.{start_name}"), start));
        let end_path = format!("{path}.{end_name}");
        let end_date = end.and_then(|end| self.date(&end_path, end));
        if start.is_none() && end.is_some() {
            self.fault(
                &end_path,
                end,
                "ends a range that has no beginning",
                &format!("write `{start_name}` too"),
            );
        }
        let when = When::new(start_date?, end_date);
        if when.is_none() {
            let wrong = format!("is before `{start_name}`");
            self.fault(&end_path, end, &wrong, "write the later date here");
        }
        when
    }

    /// The outcome's state and the due date must tell the same story at the edition's date.
    pub(super) fn outcome_fits(&mut self, path: &str, outcome: &Outcome, due: Option<When>, status_date: Day) {
        if status_date == UNKNOWN_DAY {
            return;
        }
        let past = due.is_some_and(|due| due.period().last() < status_date);
        let place = format!("{path}.outcome.state");
        match outcome.state {
            OutcomeState::Open if past => {
                let wrong = format!("was due before {status_date}");
                self.fault(
                    &place,
                    "open",
                    &wrong,
                    "write overdue, met, met-late, changed, dropped or unknown",
                );
            }
            OutcomeState::Overdue if !past => {
                let wrong = format!("was not due before {status_date}");
                self.fault(
                    &place,
                    "overdue",
                    &wrong,
                    "write open, met, changed, dropped or unknown",
                );
            }
            _ => {}
        }
    }

    /// What comes of a promise comes after it; a stale promise, due before its source's date, is let pass.
    pub(super) fn outcome_follows(
        &mut self,
        path: &str,
        outcome: &Outcome,
        due: Option<When>,
        source_date: Day,
        noted: bool,
    ) {
        let stale = due.is_some_and(|due| due.period().last() < source_date);
        let is_early = |date: When| date.period().last() < source_date;
        let early = source_date != UNKNOWN_DAY && outcome.date.is_some_and(is_early);
        if early && !stale && !noted {
            let remedy = "write the later date, or say in the commitment's `note` why";
            let value = outcome.date.map(When::in_words);
            self.fault(
                &format!("{path}.outcome.date"),
                value,
                "is before the promise was made",
                remedy,
            );
        }
    }

    /// A link must lead to a page on the web.
    pub(super) fn link(&mut self, path: &str, url: Option<&str>) {
        if let Some(url) = url.filter(|url| !url.starts_with("https://")) {
            self.fault(
                path,
                url,
                "is not an address on the web",
                "write an address that begins with https://",
            );
        }
    }
}
