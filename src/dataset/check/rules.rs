//! The rules. Each adds a fault when it is broken.

use std::collections::HashSet;
use std::sync::Arc;

use serde::Serialize;

use crate::dataset::check::names::{List, Names};
use crate::dataset::check::path::Path;
use crate::dataset::fault::{Fault, Faults, shortened};
use crate::dataset::text::Text;
use crate::domain::body::{Body, BodyKind};
use crate::domain::date::{Day, PartialDate, When};
use crate::domain::identifier::Scheme;
use crate::domain::outcome::{Evidence, Outcome};
use crate::domain::status::OutcomeState;
use crate::words::faults as words;
use crate::words::identifiers::EXAMPLES;

/// Shorter lists are searched faster without a hash set.
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

    /// The names of all records.
    ///
    /// # Errors
    /// Every fault; an empty list where a record is missing that was not known from the start.
    pub(super) fn finish(self) -> Result<Names, Vec<Fault>> {
        let faults = self.faults.into_list();
        if faults.is_empty() && self.names.are_all_met() {
            Ok(self.names)
        } else {
            Err(faults)
        }
    }

    /// Whether there is no fault so far.
    pub(super) fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }

    /// Adds a fault with the value that is wrong.
    pub(super) fn fault(&mut self, path: &Path, value: impl Serialize, fault: [impl Into<String>; 2]) {
        self.faults.add(|| {
            let value = serde_json::to_value(value).ok();
            Fault::new(path.to_string(), value.as_ref().map(shortened), fault)
        });
    }

    /// Adds a fault where there is no value to show.
    pub(super) fn fault_without_value(&mut self, path: &Path, fault: [impl Into<String>; 2]) {
        self.faults.add(|| Fault::new(path.to_string(), None, fault));
    }

    /// A text must not be blank.
    pub(super) fn filled(&mut self, path: &Path, text: &str) {
        if text.chars().all(char::is_whitespace) {
            self.fault(path, text, words::EMPTY_TEXT);
        }
    }

    /// A record's own id: fit for links, and used once in its list.
    pub(super) fn own_id<Id: From<Arc<str>>>(&mut self, path: &Path, list: List, id: &str) -> Id {
        let fit = !id.is_empty()
            && id
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
        if !fit {
            self.fault(&path.field("id"), id, words::ID);
        }
        self.own_id_in(path, "id", list, id);
        let shared = self.names.shared(list, id);
        shared.unwrap_or_else(|| Arc::from(id)).into()
    }

    /// A record's own name: used once in its list.
    pub(super) fn own_id_in(&mut self, path: &Path, field: &str, list: List, id: &str) {
        if self.names.meet(list, id) {
            self.fault(&path.field(field), id, words::repeated_id(list.label()));
        }
    }

    /// A referenced id must exist. Returns the shared copy.
    pub(super) fn known<Id: From<Arc<str>>>(&mut self, path: &Path, list: List, id: &str) -> Id {
        self.known_text(path, list, id).into()
    }

    fn known_text(&mut self, path: &Path, list: List, id: &str) -> Arc<str> {
        if let Some(shared) = self.names.shared(list, id) {
            return shared;
        }
        // Finding the nearest id is slow, and the fault would not be listed.
        if !self.faults.is_full() {
            self.unknown(path, list, id);
        }
        Arc::from(id)
    }

    fn unknown(&mut self, path: &Path, list: List, id: &str) {
        let fault = words::unknown_id(list.label(), self.names.nearest(list, id));
        self.fault(path, id, fault);
    }

    /// What shows an outcome: an event, a document, or a commitment that replaces this one.
    pub(super) fn evidence(&mut self, path: &Path, id: &str) -> Evidence {
        if self.names.has(List::Documents, id) {
            return Evidence::Document(self.known(path, List::Documents, id));
        }
        let line = self.names.shared(List::Records, id);
        if line.is_none() {
            self.fault(path, id, words::EVIDENCE);
        }
        Evidence::Line(line.unwrap_or_else(|| Arc::from(id)).into())
    }

    /// References to records of another list, each once.
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
                self.fault(&place, &**id, words::REPEATED);
            }
        }
        references
    }

    /// The responsible working parties are committees or working parties of the Council.
    pub(super) fn working_parties(&mut self, path: &Path, ids: &[Text], bodies: &[Body]) {
        for (index, id) in ids.iter().enumerate() {
            let body = self.names.place(List::Bodies, id).and_then(|place| bodies.get(place));
            if body.is_some_and(|body| body.kind != BodyKind::WorkingParty) {
                self.fault(&path.item(index), &**id, words::WORKING_PARTY);
            }
        }
    }

    /// A whole day.
    pub(super) fn day(&mut self, path: &Path, text: &str) -> Option<Day> {
        let day = text.parse::<PartialDate>().ok().and_then(PartialDate::day);
        if day.is_none() {
            self.fault(path, text, words::DAY);
        }
        day
    }

    /// A date of any precision.
    pub(super) fn date(&mut self, path: &Path, text: &str) -> Option<PartialDate> {
        let date = text.parse().ok();
        if date.is_none() {
            self.fault(path, text, words::DATE);
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
            self.fault(&end_path, end, words::no_start(start_name));
        }
        let when = When::new(start_date?, end_date);
        if when.is_none() {
            self.fault(&end_path, end, words::early_end(start_name));
        }
        when
    }

    /// The outcome's state must agree with the due date at the edition's date.
    pub(super) fn outcome_fits(&mut self, path: &Path, outcome: &Outcome, due: Option<When>, status_date: Day) {
        let past = due.is_some_and(|due| due.period().last() < status_date);
        let outcome_path = path.field("outcome");
        let place = outcome_path.field("state");
        match outcome.state {
            OutcomeState::Open if past => {
                self.fault(&place, "open", words::open_though_due(&status_date.to_string()));
            }
            OutcomeState::PastDue if !past => {
                self.fault(&place, "overdue", words::overdue_too_early(&status_date.to_string()));
            }
            _ => {}
        }
    }

    /// An outcome is later than its commitment, unless that was due before its source's date.
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
            let value = outcome.date.map(When::in_words);
            self.fault(&path.field("outcome").field("date"), value, words::EARLY_OUTCOME);
        }
    }

    /// An identifier must have the form of its scheme.
    pub(super) fn identifier(&mut self, path: &Path, scheme: Scheme, value: &str) {
        if !scheme.fits(value) {
            self.fault(path, value, words::identifier(EXAMPLES[scheme as usize]));
        }
    }

    /// A link must lead to a page on the web.
    pub(super) fn link(&mut self, path: &Path, url: Option<&str>) {
        if let Some(url) = url.filter(|url| !url.starts_with("https://")) {
            self.fault(path, url, words::ADDRESS);
        }
    }
}
