//! Measures and reports, with everything that stands in them.

use crate::dataset::check::each;
use crate::dataset::check::rules::Checker;
use crate::dataset::{Edition, Source, wire};
use crate::domain::date::Day;
use crate::domain::id::{CommitmentId, DocumentId, EventId, MeasureId, PresidencyId, PriorityId, ReportId, SourceId};
use crate::domain::measure::{
    Commitment, DocumentUse, Event, Locator, Measure, Outcome, PresidencyLink, RelatedMeasure, RelatedRecord, Report,
};

/// Reads measures and reports in the light of the edition and the sources they belong to.
pub(super) struct RecordReader<'a> {
    pub(super) edition: &'a Edition,
    pub(super) sources: &'a [Source],
}

impl RecordReader<'_> {
    pub(super) fn measure(&self, checker: &mut Checker, path: &str, record: wire::Measure) -> Measure {
        let at = |field: &str| format!("{path}.{field}");
        checker.own_id(path, "measures", &record.id);
        checker.known(&at("source"), "sources", &record.source);
        checker.known(&at("priority"), "priorities", &record.priority);
        checker.filled(&at("title"), &record.title);
        checker.filled(&at("summary"), &record.summary);
        checker.filled(&at("status_reason"), &record.status_reason);
        checker.working_parties(&at("working_parties"), &record.working_parties);
        let source_date = self.source_date(&record.source);
        Measure {
            working_parties: checker.bodies(&at("working_parties"), &record.working_parties),
            bodies: checker.bodies(&at("bodies"), &record.bodies),
            presidencies: each(checker, &at("presidencies"), record.presidencies, presidency_link),
            documents: each(checker, &at("documents"), record.documents, document_use),
            state_of_play: events(checker, &at("state_of_play"), record.state_of_play, source_date),
            follow_up: self.commitments(checker, &at("follow_up"), record.follow_up, source_date),
            locator: locator(checker, &at("locator"), record.locator),
            related: each(checker, &at("related"), record.related, related_measure),
            id: MeasureId::new(&record.id),
            source: SourceId::new(&record.source),
            number: record.number,
            priority: PriorityId::new(&record.priority),
            title: record.title,
            summary: record.summary,
            status: record.status.0,
            status_reason: record.status_reason,
            note: record.note,
        }
    }

    pub(super) fn report(&self, checker: &mut Checker, path: &str, record: wire::Report) -> Report {
        let at = |field: &str| format!("{path}.{field}");
        checker.own_id(path, "reports", &record.id);
        checker.known(&at("source"), "sources", &record.source);
        checker.filled(&at("title"), &record.title);
        if let Some(priority) = &record.priority {
            checker.known(&at("priority"), "priorities", priority);
        }
        let source_date = self.source_date(&record.source);
        Report {
            id: ReportId::new(&record.id),
            source: SourceId::new(&record.source),
            priority: record.priority.as_deref().map(PriorityId::new),
            title: record.title,
            state_of_play: events(checker, &at("state_of_play"), record.state_of_play, source_date),
            follow_up: self.commitments(checker, &at("follow_up"), record.follow_up, source_date),
        }
    }

    fn source_date(&self, source: &str) -> Day {
        let source = self.sources.iter().find(|known| known.id.as_str() == source);
        source.map_or(self.edition.status_date, |source| source.date)
    }

    fn commitments(
        &self,
        checker: &mut Checker,
        path: &str,
        records: Vec<wire::Commitment>,
        source_date: Day,
    ) -> Vec<Commitment> {
        let status_date = self.edition.status_date;
        each(checker, path, records, |checker, path, record| {
            commitment(checker, path, record, source_date, status_date)
        })
    }
}

fn events(checker: &mut Checker, path: &str, records: Vec<wire::Event>, source_date: Day) -> Vec<Event> {
    each(checker, path, records, |checker, path, record| {
        event(checker, path, record, source_date)
    })
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "every reader of a record takes it, whether it keeps a text of it or not"
)]
fn presidency_link(checker: &mut Checker, path: &str, record: wire::PresidencyLink) -> PresidencyLink {
    checker.known(&format!("{path}.id"), "presidencies", &record.id);
    PresidencyLink {
        id: PresidencyId::new(&record.id),
        role: record.role.0,
    }
}

fn document_use(checker: &mut Checker, path: &str, record: wire::DocumentUse) -> DocumentUse {
    checker.known(&format!("{path}.document"), "documents", &record.document);
    let document = DocumentId::new(&record.document);
    DocumentUse {
        document,
        role: record.role.0,
        printed: record.printed,
        note: record.note,
    }
}

fn related_measure(checker: &mut Checker, path: &str, record: wire::RelatedMeasure) -> RelatedMeasure {
    checker.known(&format!("{path}.measure"), "measures", &record.measure);
    RelatedMeasure {
        measure: MeasureId::new(&record.measure),
        relation: record.relation.0,
        note: record.note,
    }
}

fn related_record(checker: &mut Checker, path: &str, record: wire::RelatedRecord) -> RelatedRecord {
    checker.known(&format!("{path}.record"), "events and commitments", &record.record);
    RelatedRecord {
        record: record.record,
        relation: record.relation.0,
        note: record.note,
    }
}

fn locator(checker: &mut Checker, path: &str, record: wire::Locator) -> Locator {
    checker.filled(&format!("{path}.section"), &record.section);
    if record.page == Some(0) {
        checker.fault(
            &format!("{path}.page"),
            0,
            "is no page",
            "pages count from 1; write null if it is not known",
        );
    }
    Locator {
        section: record.section,
        page: record.page,
        page_counted: record.page_counted,
    }
}

fn event(checker: &mut Checker, path: &str, record: wire::Event, source_date: Day) -> Event {
    let at = |field: &str| format!("{path}.{field}");
    checker.own_id(path, "events and commitments", &record.id);
    checker.filled(&at("text"), &record.text);
    let when = checker.when(path, ("date", record.date.as_deref()), ("end", record.end.as_deref()));
    if record.note.is_none() && when.is_some_and(|when| source_date < when.period().first()) {
        let remedy = format!("make it a commitment, or say in `note` why it is after {source_date}");
        checker.fault(&at("date"), &record.date, "is after its source's date", &remedy);
    }
    Event {
        bodies: checker.bodies(&at("bodies"), &record.bodies),
        presidency: checker.presidency(&at("presidency"), record.presidency),
        documents: checker.documents(&at("documents"), &record.documents),
        measures: checker.measures(&at("measures"), &record.measures),
        related: each(checker, &at("related"), record.related, related_record),
        locator: locator(checker, &at("locator"), record.locator),
        id: EventId::new(&record.id),
        when,
        date_text: record.date_text,
        kind: record.kind.0,
        text: record.text,
        note: record.note,
    }
}

fn commitment(
    checker: &mut Checker,
    path: &str,
    record: wire::Commitment,
    source_date: Day,
    status_date: Day,
) -> Commitment {
    let at = |field: &str| format!("{path}.{field}");
    checker.own_id(path, "events and commitments", &record.id);
    checker.filled(&at("text"), &record.text);
    if record.owners.is_empty() {
        checker.fault_without_value(
            &at("owners"),
            "is empty",
            "name who was to do it; the working party if nobody else",
        );
    }
    let due = checker.when(
        path,
        ("due", record.due.as_deref()),
        ("due_end", record.due_end.as_deref()),
    );
    let noted = record.note.is_some();
    let outcome = outcome(checker, &at("outcome"), record.outcome);
    checker.outcome_fits(path, &outcome, due, status_date);
    checker.outcome_follows(path, &outcome, due, source_date, noted);
    Commitment {
        owners: checker.bodies(&at("owners"), &record.owners),
        bodies: checker.bodies(&at("bodies"), &record.bodies),
        presidency: checker.presidency(&at("presidency"), record.presidency),
        documents: checker.documents(&at("documents"), &record.documents),
        measures: checker.measures(&at("measures"), &record.measures),
        related: each(checker, &at("related"), record.related, related_record),
        locator: locator(checker, &at("locator"), record.locator),
        id: CommitmentId::new(&record.id),
        due,
        due_text: record.due_text,
        text: record.text,
        outcome,
        note: record.note,
    }
}

fn outcome(checker: &mut Checker, path: &str, record: wire::Outcome) -> Outcome {
    checker.filled(&format!("{path}.text"), &record.text);
    for (index, id) in record.evidence.iter().enumerate() {
        checker.evidence(&format!("{path}.evidence[{index}]"), id);
    }
    let date = checker.when(path, ("date", record.date.as_deref()), ("date", None));
    Outcome {
        state: record.state.0,
        date,
        evidence: record.evidence,
        text: record.text,
    }
}
