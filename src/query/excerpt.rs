//! The line of a measure that contains a search hit which its row does not show.

use crate::dataset::Dataset;
use crate::domain::body::Body;
use crate::domain::document::Document;
use crate::domain::measure::Measure;
use crate::index::{begins, highlight, raw_words};
use crate::words::selection::HIT_PLACES;

/// A line of a measure with a search hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The part of the measure it is from.
    pub place: &'static str,
    /// The line, cut around its first hit.
    pub text: String,
}

/// The first line with a hit for a word that the title lacks.
pub fn excerpt(measure: &Measure, dataset: &Dataset, prefixes: &[String]) -> Option<Excerpt> {
    let holds = |line: &str, prefix: &String| raw_words(line).any(|word| begins(word, prefix));
    let is_missing = |prefix: &&String| !holds(&measure.title, prefix);
    let missing: Vec<String> = prefixes.iter().filter(is_missing).cloned().collect();
    if missing.is_empty() {
        return None;
    }
    let found = |line: &str| missing.iter().any(|prefix| holds(line, prefix));
    let (place, line) = lines(measure, dataset).find(|(_, line)| found(line))?;
    Some(Excerpt {
        place,
        text: cut(line, &missing),
    })
}

fn lines<'a>(measure: &'a Measure, dataset: &'a Dataset) -> impl Iterator<Item = (&'static str, &'a str)> {
    let events = measure.state_of_play.iter().map(|event| event.text.as_str());
    let commitments = measure.follow_up.iter().map(|commitment| commitment.text.as_str());
    let cited = measure.documents.iter();
    let documents = cited.filter_map(|citation| dataset.document(&citation.document));
    let bodies = measure.working_parties.iter().chain(&measure.bodies);
    let bodies = bodies.filter_map(|id| dataset.body(id));
    let [summary, state_of_play, follow_up, document, named, status, note] = HIT_PLACES;
    std::iter::once((summary, measure.summary.as_str()))
        .chain(events.map(move |line| (state_of_play, line)))
        .chain(commitments.map(move |line| (follow_up, line)))
        .chain(documents.flat_map(Document::names).map(move |line| (document, line)))
        .chain(bodies.flat_map(Body::names).map(move |line| (named, line)))
        .chain([(status, measure.status_reason.as_str())])
        .chain(measure.note.as_deref().map(move |line| (note, line)))
}

/// About 120 characters around the first hit, cut between words.
fn cut(line: &str, prefixes: &[String]) -> String {
    const BEFORE: usize = 40;
    const LONGEST: usize = 120;
    let characters: Vec<char> = line.chars().collect();
    if characters.len() <= LONGEST {
        return line.to_owned();
    }
    let segments = highlight(line, prefixes);
    let before_hit = segments
        .iter()
        .take_while(|segment| !segment.hit)
        .map(|segment| segment.text.chars().count());
    let hit: usize = before_hit.sum();
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
