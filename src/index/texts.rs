//! In which texts of a measure, a commitment or a document the words are looked for.

use crate::dataset::{Dataset, Home};
use crate::domain::date::Day;
use crate::domain::document::Document;
use crate::domain::id::{BodyId, DocumentId, short_code};
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Event, Measure};

/// Everything of a measure that words are looked for in, one piece a line.
pub(crate) fn measure_text(measure: &Measure, dataset: &Dataset) -> String {
    let code = short_code(measure.id.as_str());
    let mut lines: Vec<&str> = vec![
        &code,
        &measure.number,
        &measure.title,
        &measure.summary,
        measure.status.label(),
    ];
    lines.push(&measure.status_reason);
    lines.extend(measure.note.as_deref());
    if let Some(priority) = dataset.priority(&measure.priority) {
        lines.extend([priority.title.as_str(), &priority.short_title]);
    }
    bodies(
        &mut lines,
        measure.working_parties.iter().chain(&measure.bodies),
        dataset,
    );
    for event in &measure.state_of_play {
        lines.push(&event.text);
        lines.extend(event.date_text.as_deref());
    }
    for commitment in &measure.follow_up {
        lines.push(&commitment.text);
        lines.extend(commitment.due_text.as_deref());
    }
    let cited = measure.documents.iter().map(|citation| &citation.document);
    documents(&mut lines, cited, dataset);
    lines.join("\n")
}

/// Everything that is known of a commitment on `as_of`, and the number and title of its measure or report, one piece a
/// line.
pub(crate) fn commitment_text(home: Home, place: usize, as_of: Day, dataset: &Dataset) -> String {
    let commitment = &dataset.commitments(home)[place];
    let outcome = dataset.known_outcome(commitment, as_of);
    let mut lines: Vec<&str> = vec![&commitment.text];
    lines.extend(outcome.map(|outcome| outcome.text.as_str()));
    lines.push(dataset.state(commitment, as_of).label());
    lines.extend(commitment.due_text.as_deref());
    lines.extend(commitment.note.as_deref());
    let home = home_text(home, dataset);
    lines.push(&home);
    bodies(&mut lines, commitment.owners.iter().chain(&commitment.bodies), dataset);
    documents(&mut lines, commitment.documents.iter(), dataset);
    lines.join("\n")
}

/// Short code, number and title of a measure, or the title of a report, one piece a line.
fn home_text(home: Home, dataset: &Dataset) -> String {
    match home {
        Home::Measure(place) => {
            let measure = &dataset.measures[place];
            let code = short_code(measure.id.as_str());
            format!("{code}\n{}\n{}", measure.number, measure.title)
        }
        Home::Report(place) => dataset.reports[place].title.clone(),
    }
}

/// Number, title and other spellings of a document, one piece a line.
pub(crate) fn document_text(document: &Document) -> String {
    let lines = document.number.iter().chain(&document.title).chain(&document.aliases);
    let lines: Vec<&str> = lines.chain(&document.oj).map(String::as_str).collect();
    format!("{}\n{}", lines.join("\n"), document.kind.label())
}

/// Everything of a fact, and the number and title of its measure or report, one piece a line.
pub(crate) fn event_text(home: Home, event: &Event, dataset: &Dataset) -> String {
    let mut lines: Vec<&str> = vec![&event.text, event.kind.label()];
    lines.extend(event.date_text.as_deref());
    lines.extend(event.note.as_deref());
    let home = home_text(home, dataset);
    lines.push(&home);
    bodies(&mut lines, event.bodies.iter(), dataset);
    documents(&mut lines, event.documents.iter(), dataset);
    lines.join("\n")
}

fn bodies<'a>(lines: &mut Vec<&'a str>, ids: impl Iterator<Item = &'a BodyId>, dataset: &'a Dataset) {
    for body in ids.filter_map(|id| dataset.body(id)) {
        lines.extend([body.short.as_str(), &body.name]);
        lines.extend(body.aliases.iter().map(String::as_str));
    }
}

fn documents<'a>(lines: &mut Vec<&'a str>, ids: impl Iterator<Item = &'a DocumentId>, dataset: &'a Dataset) {
    for document in ids.filter_map(|id| dataset.document(id)) {
        lines.extend(document.number.as_deref());
        lines.extend(document.title.as_deref());
        lines.extend(document.aliases.iter().map(String::as_str));
    }
}
