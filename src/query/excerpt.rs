//! The line of a measure that contains a search hit which its row does not show.

use crate::dataset::Dataset;
use crate::domain::blank::is_blank;
use crate::domain::body::Body;
use crate::domain::document::Document;
use crate::domain::measure::Measure;
use crate::index::{Hits, SearchTerm};
use crate::words::selection::HIT_PLACES;

/// A line of a measure with a search hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The part of the measure it is from.
    pub place: &'static str,
    /// The line, cut around its first hit.
    pub text: String,
}

/// The line with the most terms that the title lacks, the first of them if several have as many.
pub fn excerpt(measure: &Measure, dataset: &Dataset, terms: &[SearchTerm]) -> Option<Excerpt> {
    let is_missing = |term: &&SearchTerm| !term.is_in(&measure.title);
    let missing: Vec<SearchTerm> = terms.iter().filter(is_missing).cloned().collect();
    if missing.is_empty() {
        return None;
    }
    if is_blank(&measure.summary) {
        // Where the hit is, its texts will say.
        return Some(Excerpt {
            place: HIT_PLACES[0],
            text: measure.summary.clone(),
        });
    }
    let mut best: Option<(usize, &'static str, &str)> = None;
    for (place, line) in lines(measure, dataset) {
        let count = missing.iter().filter(|term| term.is_in(line)).count();
        if best.map_or(0, |(most, ..)| most) < count {
            best = Some((count, place, line));
        }
        if count == missing.len() {
            break;
        }
    }
    let (_, place, line) = best?;
    Some(Excerpt {
        place,
        text: cut(line, &missing),
    })
}

fn lines<'a>(measure: &'a Measure, dataset: &'a Dataset) -> impl Iterator<Item = (&'static str, &'a str)> {
    let events = measure.state_of_play.iter();
    let events = events.flat_map(|event| [event.text.as_str()].into_iter().chain(event.date_text.as_deref()));
    let commitments = measure.follow_up.iter();
    let commitments = commitments.flat_map(|own| [own.text.as_str()].into_iter().chain(own.due_text.as_deref()));
    let cited = measure.documents.iter();
    let documents = cited.filter_map(|citation| dataset.document(&citation.document));
    let bodies = measure.working_parties.iter().chain(&measure.bodies);
    let bodies = bodies.filter_map(|id| dataset.body(id));
    let priority = dataset.priority(&measure.priority).into_iter();
    let priority = priority.flat_map(|priority| [priority.title.as_str(), &priority.short_title]);
    let [summary, state_of_play, follow_up, document, named, status, note, under] = HIT_PLACES;
    std::iter::once((summary, measure.summary.as_str()))
        .chain(events.map(move |line| (state_of_play, line)))
        .chain(commitments.map(move |line| (follow_up, line)))
        .chain(documents.flat_map(Document::names).map(move |line| (document, line)))
        .chain(bodies.flat_map(Body::names).map(move |line| (named, line)))
        .chain([
            (status, measure.status_reason.as_str()),
            (status, dataset.vocabulary.status(measure.status)),
        ])
        .chain(measure.note.as_deref().map(move |line| (note, line)))
        .chain(priority.map(move |line| (under, line)))
}

/// About 120 characters around the first hit, cut between words.
pub fn cut(line: &str, terms: &[SearchTerm]) -> String {
    const BEFORE: usize = 40;
    const LONGEST: usize = 120;
    let characters: Vec<char> = line.chars().collect();
    if characters.len() <= LONGEST {
        return line.to_owned();
    }
    let first = Hits::new(line, terms).first().unwrap_or_default();
    let hit = line[..first].chars().count();
    let is_gap = |place: &usize| characters[*place] == ' ';
    let start = match hit.saturating_sub(BEFORE) {
        0 => 0,
        earliest => (earliest..hit).find(is_gap).map_or(hit, |gap| gap + 1),
    };
    let end = match start + LONGEST {
        latest if latest < characters.len() => (start + LONGEST / 2..latest).rev().find(is_gap).unwrap_or(latest),
        _ => characters.len(),
    };
    let middle: String = characters[start..end].iter().collect();
    let opening = if start == 0 { "" } else { "… " };
    let closing = if end == characters.len() { "" } else { " …" };
    format!("{opening}{middle}{closing}")
}
