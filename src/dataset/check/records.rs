//! Measures and reports, with their events and commitments.

use crate::dataset::check::each;
use crate::dataset::check::later::Horizon;
use crate::dataset::check::names::List;
use crate::dataset::check::path::Path;
use crate::dataset::check::rules::Checker;
use crate::dataset::{Source, wire};
use crate::domain::body::Body;
use crate::domain::date::Day;
use crate::domain::measure::{
    Commitment, DocumentUse, Event, Locator, Measure, PresidencyLink, RelatedMeasure, RelatedRecord, Report,
};
use crate::domain::outcome::Outcome;
use crate::words::faults as words;

/// Reads measures and reports of an edition and its sources, and what is known since.
pub(super) struct RecordReader<'a> {
    pub(super) horizon: Horizon,
    pub(super) sources: &'a [Source],
    pub(super) bodies: &'a [Body],
}

impl RecordReader<'_> {
    pub(super) fn measure(&self, checker: &mut Checker, path: &Path, record: wire::Measure) -> Measure {
        let at = |field| path.field(field);
        let id = checker.own_id(path, List::Measures, &record.id);
        let source = checker.known(&at("source"), List::Sources, &record.source);
        let priority = checker.known(&at("priority"), List::Priorities, &record.priority);
        checker.filled(&at("title"), &record.title);
        checker.filled(&at("summary"), &record.summary);
        checker.filled(&at("status_reason"), &record.status_reason);
        checker.working_parties(&at("working_parties"), &record.working_parties, self.bodies);
        let source_date = self.source_date(&record.source);
        Measure {
            working_parties: checker.references(&at("working_parties"), List::Bodies, &record.working_parties),
            bodies: checker.references(&at("bodies"), List::Bodies, &record.bodies),
            presidencies: each(checker, &at("presidencies"), record.presidencies, presidency_link),
            documents: each(checker, &at("documents"), record.documents, document_use),
            state_of_play: events(checker, &at("state_of_play"), record.state_of_play, source_date),
            follow_up: self.commitments(checker, &at("follow_up"), record.follow_up, source_date),
            locator: locator(checker, &at("locator"), record.locator),
            related: each(checker, &at("related"), record.related, related_measure),
            since: self.horizon.facts(checker, &at("since"), record.since),
            id,
            source,
            number: record.number.into(),
            priority,
            title: record.title.into(),
            summary: record.summary.into(),
            status: record.status.0,
            status_reason: record.status_reason.into(),
            note: record.note.map(String::from),
        }
    }

    pub(super) fn report(&self, checker: &mut Checker, path: &Path, record: wire::Report) -> Report {
        let at = |field| path.field(field);
        let id = checker.own_id(path, List::Reports, &record.id);
        let source = checker.known(&at("source"), List::Sources, &record.source);
        checker.filled(&at("title"), &record.title);
        let priority = record.priority.as_deref();
        let priority = priority.map(|id| checker.known(&at("priority"), List::Priorities, id));
        let source_date = self.source_date(&record.source);
        Report {
            id,
            source,
            priority,
            title: record.title.into(),
            state_of_play: events(checker, &at("state_of_play"), record.state_of_play, source_date),
            follow_up: self.commitments(checker, &at("follow_up"), record.follow_up, source_date),
            since: self.horizon.facts(checker, &at("since"), record.since),
        }
    }

    /// Nothing where it cannot be read.
    fn source_date(&self, source: &str) -> Option<Day> {
        let source = self.sources.iter().find(|known| known.id.as_str() == source);
        source.map(|source| source.date)
    }

    fn commitments(
        &self,
        checker: &mut Checker,
        path: &Path,
        records: Box<[wire::Commitment]>,
        source_date: Option<Day>,
    ) -> Vec<Commitment> {
        each(checker, path, records, |checker, path, record| {
            commitment(checker, path, record, source_date, self.horizon.status_date)
        })
    }
}

fn events(checker: &mut Checker, path: &Path, records: Box<[wire::Event]>, source_date: Option<Day>) -> Vec<Event> {
    each(checker, path, records, |checker, path, record| {
        event(checker, path, record, source_date)
    })
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "every reader of a record takes ownership of it"
)]
fn presidency_link(checker: &mut Checker, path: &Path, record: wire::PresidencyLink) -> PresidencyLink {
    PresidencyLink {
        id: checker.known(&path.field("id"), List::Presidencies, &record.id),
        role: record.role.0,
    }
}

fn document_use(checker: &mut Checker, path: &Path, record: wire::DocumentUse) -> DocumentUse {
    DocumentUse {
        document: checker.known(&path.field("document"), List::Documents, &record.document),
        role: record.role.0,
        printed: record.printed.map(String::from),
        note: record.note.map(String::from),
    }
}

fn related_measure(checker: &mut Checker, path: &Path, record: wire::RelatedMeasure) -> RelatedMeasure {
    RelatedMeasure {
        measure: checker.known(&path.field("measure"), List::Measures, &record.measure),
        relation: record.relation.0,
        note: record.note.map(String::from),
    }
}

fn related_record(checker: &mut Checker, path: &Path, record: wire::RelatedRecord) -> RelatedRecord {
    RelatedRecord {
        record: checker.known(&path.field("record"), List::Records, &record.record),
        relation: record.relation.0,
        note: record.note.map(String::from),
    }
}

fn locator(checker: &mut Checker, path: &Path, record: wire::Locator) -> Locator {
    checker.filled(&path.field("section"), &record.section);
    if record.page == Some(0) {
        checker.fault(&path.field("page"), 0, words::PAGE);
    }
    Locator {
        section: record.section.into(),
        page: record.page,
        page_counted: record.page_counted,
    }
}

fn event(checker: &mut Checker, path: &Path, record: wire::Event, source_date: Option<Day>) -> Event {
    let at = |field| path.field(field);
    let id = checker.own_id(path, List::Records, &record.id);
    checker.filled(&at("text"), &record.text);
    let when = checker.when(path, ("date", record.date.as_deref()), ("end", record.end.as_deref()));
    if let (Some(when), Some(source_date), None) = (when, source_date, &record.note)
        && source_date < when.period().first()
    {
        let fault = words::late_event(&source_date.to_string());
        checker.fault(&at("date"), record.date.as_deref(), fault);
    }
    Event {
        bodies: checker.references(&at("bodies"), List::Bodies, &record.bodies),
        presidency: record
            .presidency
            .as_deref()
            .map(|id| checker.known(&at("presidency"), List::Presidencies, id)),
        documents: checker.references(&at("documents"), List::Documents, &record.documents),
        measures: checker.references(&at("measures"), List::Measures, &record.measures),
        related: each(checker, &at("related"), record.related, related_record),
        locator: locator(checker, &at("locator"), record.locator),
        id,
        when,
        date_text: record.date_text.map(String::from),
        kind: record.kind.0,
        text: record.text.into(),
        note: record.note.map(String::from),
    }
}

fn commitment(
    checker: &mut Checker,
    path: &Path,
    record: wire::Commitment,
    source_date: Option<Day>,
    status_date: Option<Day>,
) -> Commitment {
    let at = |field| path.field(field);
    let id = checker.own_id(path, List::Records, &record.id);
    checker.filled(&at("text"), &record.text);
    if record.owners.is_empty() {
        checker.fault_without_value(&at("owners"), words::NO_OWNER);
    }
    if let Some(product) = &record.product {
        checker.filled(&at("product"), product);
        if !record.text.contains(&**product) {
            checker.fault(&at("product"), &**product, words::PRODUCT);
        }
    }
    let due = checker.when(
        path,
        ("due", record.due.as_deref()),
        ("due_end", record.due_end.as_deref()),
    );
    let noted = record.note.is_some();
    let outcome = outcome(checker, &at("outcome"), record.outcome);
    if let Some(status_date) = status_date {
        checker.outcome_fits(path, &outcome, due, status_date);
    }
    if let Some(source_date) = source_date {
        checker.outcome_follows(path, &outcome, due, source_date, noted);
    }
    Commitment {
        owners: checker.references(&at("owners"), List::Bodies, &record.owners),
        bodies: checker.references(&at("bodies"), List::Bodies, &record.bodies),
        presidency: record
            .presidency
            .as_deref()
            .map(|id| checker.known(&at("presidency"), List::Presidencies, id)),
        documents: checker.references(&at("documents"), List::Documents, &record.documents),
        measures: checker.references(&at("measures"), List::Measures, &record.measures),
        related: each(checker, &at("related"), record.related, related_record),
        locator: locator(checker, &at("locator"), record.locator),
        id,
        due,
        due_text: record.due_text.map(String::from),
        owners_stand_in: record.owners_stand_in,
        text: record.text.into(),
        product: record.product.map(String::from),
        outcome,
        note: record.note.map(String::from),
    }
}

fn outcome(checker: &mut Checker, path: &Path, record: wire::Outcome) -> Outcome {
    checker.filled(&path.field("text"), &record.text);
    let evidence = each(
        checker,
        &path.field("evidence"),
        record.evidence,
        |checker, path, id| checker.evidence(path, &id),
    );
    let date = checker.when(path, ("date", record.date.as_deref()), ("date", None));
    Outcome {
        state: record.state.0,
        date,
        evidence,
        text: record.text.into(),
    }
}
