//! The rules, each of which adds a fault when it is broken.

use std::collections::HashSet;
use std::sync::Arc;

use serde::Serialize;

use crate::dataset::check::names::{List, Names};
use crate::dataset::check::path::Path;
use crate::dataset::fault::{Fault, Faults, shortened};
use crate::dataset::text::Text;
use crate::domain::body::{Body, BodyKind};
use crate::domain::date::{Day, PartialDate, Period, When};
use crate::domain::measure::{Evidence, Outcome};
use crate::domain::status::OutcomeState;
use crate::words::faults as words;

/// So many ids are compared with each other faster than they are looked up.
const FEW: usize = 16;

/// Collects faults.
pub(super) struct Checker {
    names: Names,
    faults: Faults,
}

impl Checker {
    /// A checker that has found nothing yet.
    pub(super) fn new(names: Names) -> Self {
        Self {
            names,
            faults: Faults::default(),
        }
    }

    /// The names of all records, if nothing was wrong. That a record is missing of which nothing was known from the start is
    /// wrong, too, and leaves no fault.
    pub(super) fn finish(self) -> Result<Names, Vec<Fault>> {
        let faults = self.faults.into_list();
        if faults.is_empty() && self.names.are_all_met() {
            Ok(self.names)
        } else {
            Err(faults)
        }
    }

    /// Whether nothing was wrong so far.
    pub(super) fn is_content(&self) -> bool {
        self.faults.is_empty()
    }

    /// Adds a fault with the value that is wrong.
    pub(super) fn fault(&mut self, path: &Path, value: impl Serialize, wrong: &str, help: &str) {
        self.faults.add(|| Fault {
            path: path.to_string(),
            value: serde_json::to_value(value).ok().map(|value| shortened(&value)),
            wrong: wrong.into(),
            help: help.into(),
        });
    }

    /// Adds a fault where there is no value to show.
    pub(super) fn fault_without_value(&mut self, path: &Path, wrong: &str, help: &str) {
        self.faults.add(|| Fault {
            path: path.to_string(),
            value: None,
            wrong: wrong.into(),
            help: help.into(),
        });
    }

    /// A text must say something.
    pub(super) fn filled(&mut self, path: &Path, text: &str) {
        if text.chars().all(char::is_whitespace) {
            self.fault(path, text, "is empty", "write the text");
        }
    }

    /// A record's own id: fit for links, and used once in its list.
    pub(super) fn own_id<Id: From<Arc<str>>>(&mut self, path: &Path, list: List, id: &str) -> Id {
        let fit = !id.is_empty()
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
        if !fit {
            let help = "use letters, digits, hyphens and dots only: ids stand in links";
            self.fault(&path.field("id"), id, "is not fit for an id", help);
        }
        self.own_id_in(path, "id", list, id);
        let shared = self.names.shared(list, id);
        shared.unwrap_or_else(|| Arc::from(id)).into()
    }

    /// A record's own name: used once in its list.
    pub(super) fn own_id_in(&mut self, path: &Path, field: &str, list: List, id: &str) {
        if self.names.meet(list, id) {
            let wrong = format!("stands twice in {}", list.label());
            self.fault(&path.field(field), id, &wrong, "give each record a name of its own");
        }
    }

    /// An id that is referred to must exist; told as all share it.
    pub(super) fn known<Id: From<Arc<str>>>(&mut self, path: &Path, list: List, id: &str) -> Id {
        self.known_text(path, list, id).into()
    }

    fn known_text(&mut self, path: &Path, list: List, id: &str) -> Arc<str> {
        if let Some(shared) = self.names.shared(list, id) {
            return shared;
        }
        // Looking for the nearest one takes long, and nobody would be told of it.
        if !self.faults.is_full() {
            self.unknown(path, list, id);
        }
        Arc::from(id)
    }

    fn unknown(&mut self, path: &Path, list: List, id: &str) {
        let help = match self.names.nearest(list, id) {
            Some(nearest) => format!("add it, or write an id of that list such as {nearest}"),
            None => "add it".into(),
        };
        self.fault(path, id, &format!("is not in {}", list.label()), &help);
    }

    /// What shows an outcome: an event, a document, or a commitment that takes the place of this one.
    pub(super) fn evidence(&mut self, path: &Path, id: &str) -> Evidence {
        if self.names.has(List::Documents, id) {
            return Evidence::Document(self.known(path, List::Documents, id));
        }
        let line = self.names.shared(List::Records, id);
        if line.is_none() {
            let help = "write the id of what shows the outcome";
            self.fault(path, id, "is no event, commitment or document", help);
        }
        Evidence::Line(line.unwrap_or_else(|| Arc::from(id)).into())
    }

    /// Records of another list that are referred to, each once.
    pub(super) fn references<Id: From<Arc<str>>>(&mut self, path: &Path, list: List, ids: &[Text]) -> Vec<Id> {
        let mut named = HashSet::new();
        let mut references = Vec::with_capacity(ids.len());
        for (index, id) in ids.iter().enumerate() {
            let place = path.item(index);
            references.push(self.known(&place, list, id));
            // Nearly all lists are short.
            let is_repeated = match ids.len() {
                ..FEW => ids[..index].iter().any(|other| **other == **id),
                _ => !named.insert(&**id),
            };
            if is_repeated {
                self.fault(&place, &**id, "is named twice in one list", "name it once");
            }
        }
        references
    }

    /// The responsible working parties are committees or working parties of the Council.
    pub(super) fn working_parties(&mut self, path: &Path, ids: &[Text], bodies: &[Body]) {
        for (index, id) in ids.iter().enumerate() {
            let body = self.names.place(List::Bodies, id).and_then(|place| bodies.get(place));
            if body.is_some_and(|body| body.kind != BodyKind::WorkingParty) {
                let help = "name a body of the kind working-party, or put this one into `bodies`";
                self.fault(&path.item(index), &**id, "is no working party", help);
            }
        }
    }

    /// A whole day.
    pub(super) fn day(&mut self, path: &Path, text: &str) -> Option<Day> {
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
    pub(super) fn date(&mut self, path: &Path, text: &str) -> Option<PartialDate> {
        let date = text.parse().ok();
        if date.is_none() {
            self.fault(path, text, "is not a date", &format!("write {}", words::DATE_FORMS));
        }
        date
    }

    /// A date, or the range to a second one; each given as its field's name and text.
    pub(super) fn when(
        &mut self,
        path: &Path,
        (start_name, start): (&str, Option<&str>),
        (end_name, end): (&str, Option<&str>),
    ) -> Option<When> {
        let start_date = start.and_then(|start| self.date(&path.field(start_name), start));
        let end_path = path.field(end_name);
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
    pub(super) fn outcome_fits(&mut self, path: &Path, outcome: &Outcome, due: Option<When>, status_date: Day) {
        let past = due.is_some_and(|due| due.period().last() < status_date);
        let outcome_path = path.field("outcome");
        let place = outcome_path.field("state");
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
        path: &Path,
        outcome: &Outcome,
        due: Option<When>,
        source_date: Day,
        noted: bool,
    ) {
        let stale = due.is_some_and(|due| due.period().last() < source_date);
        let is_early = |date: When| date.period().last() < source_date;
        let early = outcome.date.is_some_and(is_early);
        if early && !stale && !noted {
            let help = "write the later date, or say in the commitment's `note` why";
            let value = outcome.date.map(When::in_words);
            self.fault(
                &path.field("outcome").field("date"),
                value,
                "is before the promise was made",
                help,
            );
        }
    }

    /// A link must lead to a page on the web.
    pub(super) fn link(&mut self, path: &Path, url: Option<&str>) {
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
