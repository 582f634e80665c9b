//! The searchable texts of a measure, a line or a document, one piece on each line.

use crate::dataset::{Dataset, Home, Record};
use crate::domain::body::Body;
use crate::domain::date::Day;
use crate::domain::document::Document;
use crate::domain::id::{BodyId, DocumentId};
use crate::domain::keyed::Keyed;
use crate::domain::later::{CitedDocument, LaterFact};
use crate::domain::status::OutcomeState;
use crate::words::status;

/// The text of a measure.
pub(crate) fn measure_text(place: usize, dataset: &Dataset) -> String {
    let measure = &dataset.measures[place];
    let home = home_text(Home::Measure(place), dataset);
    let mut texts: Vec<&str> = vec![
        &home,
        &measure.summary,
        dataset.vocabulary.status(measure.status),
        &measure.status_reason,
    ];
    texts.extend(measure.note.as_deref());
    if let Some(priority) = dataset.priority(&measure.priority) {
        texts.extend([priority.title.as_str(), &priority.short_title]);
    }
    texts.extend(bodies(measure.working_parties.iter().chain(&measure.bodies), dataset));
    for line in dataset.records_of(Home::Measure(place)) {
        texts.push(line.text());
        texts.extend(line.date_text());
    }
    let cited = measure.documents.iter().map(|citation| &citation.document);
    texts.extend(documents(cited, dataset));
    texts.join("\n")
}

/// The text of a line as of a day, with the title of its measure or report section.
pub(crate) fn line_text(home: Home, line: Record<'_>, as_of: Day, dataset: &Dataset) -> String {
    let home = home_text(home, dataset);
    let mut texts: Vec<&str> = vec![&home, line.text()];
    match line {
        Record::Event(event) => texts.push(event.kind.label()),
        Record::Commitment(commitment) => {
            let state = dataset.state(commitment, as_of);
            texts.push(dataset.vocabulary.outcome(state));
            texts.extend((state == OutcomeState::PastDue).then_some(status::PAST_DUE_IS_ALSO));
            let outcome = dataset.known_outcome(commitment, as_of);
            texts.extend(outcome.map(|outcome| outcome.text.as_str()));
        }
    }
    texts.extend(line.date_text());
    texts.extend(line.note());
    texts.extend(bodies(line.bodies(), dataset));
    texts.extend(documents(line.documents().iter(), dataset));
    texts.join("\n")
}

/// The text of a line by itself, as it stands on any day.
pub(super) fn own_text(line: Record<'_>, dataset: &Dataset) -> String {
    let texts = [line.text()].into_iter().chain(line.date_text()).chain(line.note());
    let named = bodies(line.bodies(), dataset).chain(documents(line.documents().iter(), dataset));
    texts.chain(named).collect::<Vec<_>>().join("\n")
}

/// The text of a later fact: what happened, what the page shows of it, and the names of whom and what it is about.
pub(super) fn later_text(fact: &LaterFact, dataset: &Dataset) -> String {
    let code = dataset.vocabulary.code(&fact.id);
    let own = [&code, &fact.text, fact.date_meaning.label(), fact.kind.label()];
    let new_due = fact.new_due.as_ref().map(|new| new.of.as_str());
    let outcomes = fact.about.iter().filter_map(|about| about.outcome.as_ref());
    let outcomes = outcomes.flat_map(|outcome| [dataset.vocabulary.outcome(outcome.state), outcome.text.as_str()]);
    let cited = fact.documents.iter().flat_map(|cited| match cited {
        CitedDocument::Known(id) => documents(std::iter::once(id), dataset).collect::<Vec<_>>(),
        CitedDocument::Other(other) => {
            let texts = [&other.number, &other.title, &other.celex, &other.oj];
            texts.into_iter().filter_map(|text| text.as_deref()).collect()
        }
    });
    let pages = fact.evidence.iter().map(|page| page.publisher.as_str());
    let texts = own
        .into_iter()
        .chain(new_due)
        .chain(outcomes)
        .chain(fact.note.as_deref());
    let named = bodies(fact.systems.iter().chain(&fact.bodies), dataset);
    texts
        .chain(named)
        .chain(cited)
        .chain(pages)
        .collect::<Vec<_>>()
        .join("\n")
}

/// The names of a body.
pub(super) fn body_text(body: &Body) -> String {
    body.names().collect::<Vec<_>>().join("\n")
}

/// Short code, number and title of a measure, or the title of a report.
fn home_text(home: Home, dataset: &Dataset) -> String {
    match home {
        Home::Measure(place) => {
            let measure = &dataset.measures[place];
            format!(
                "{}\n{}\n{}",
                dataset.vocabulary.code(&measure.id),
                measure.number,
                measure.title
            )
        }
        Home::Report(place) => dataset.reports[place].title.clone(),
    }
}

/// The names of a document, its place in the Official Journal and its kind.
pub(crate) fn document_text(document: &Document) -> String {
    let texts = document.names().chain(document.oj.as_deref());
    texts.chain([document.kind.label()]).collect::<Vec<_>>().join("\n")
}

fn bodies<'a>(ids: impl Iterator<Item = &'a BodyId>, dataset: &'a Dataset) -> impl Iterator<Item = &'a str> {
    ids.filter_map(|id| dataset.body(id)).flat_map(Body::names)
}

fn documents<'a>(ids: impl Iterator<Item = &'a DocumentId>, dataset: &'a Dataset) -> impl Iterator<Item = &'a str> {
    ids.filter_map(|id| dataset.document(id)).flat_map(Document::names)
}
