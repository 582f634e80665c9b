//! One measure after the other, each with its facts and commitments.

use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::{EventKind, Status};
use serde::Serialize;

use super::SOURCE;
use super::dates::Date;
use super::lists::{Body, Document};
use super::random::{Random, Ranks};
use super::texts::Writer;

/// A measure, as the format writes it; what it leaves out is null.
#[derive(Serialize)]
pub(super) struct Measure<'a> {
    id: String,
    source: &'static str,
    number: String,
    priority: &'a str,
    title: String,
    summary: String,
    status: &'static str,
    status_reason: String,
    working_parties: Vec<&'a str>,
    bodies: Vec<&'a str>,
    presidencies: Vec<PresidencyLink>,
    documents: Vec<DocumentUse<'a>>,
    state_of_play: Vec<Event<'a>>,
    follow_up: Vec<Commitment<'a>>,
    locator: Locator,
}

#[derive(Serialize)]
struct PresidencyLink {
    id: &'static str,
    role: &'static str,
}

#[derive(Serialize)]
struct DocumentUse<'a> {
    document: &'a str,
    role: &'static str,
}

/// What events and commitments have in common.
#[derive(Serialize)]
struct Line<'a> {
    id: String,
    text: String,
    documents: Vec<&'a str>,
    locator: Locator,
}

#[derive(Serialize)]
struct Event<'a> {
    #[serde(flatten)]
    line: Line<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    kind: &'static str,
    bodies: [&'a str; 1],
}

#[derive(Serialize)]
struct Commitment<'a> {
    #[serde(flatten)]
    line: Line<'a>,
    due: String,
    owners: [&'a str; 1],
    outcome: Outcome,
}

#[derive(Serialize)]
struct Outcome {
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    evidence: Vec<String>,
    text: &'static str,
}

#[derive(Clone, Serialize)]
struct Locator {
    section: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
}

/// The Presidencies that the texts name, the latest most often.
const NAMED: [&str; 6] = ["HR", "FI", "RO", "AT", "BG", "EE"];

/// Makes measures of the lists that they share.
pub(super) struct Maker<'a> {
    writer: &'a Writer,
    priorities: &'a [String],
    documents: &'a [Document],
    document_ranks: Ranks,
    working_parties: Vec<&'a str>,
    working_party_ranks: Ranks,
    others: Vec<&'a str>,
    other_ranks: Ranks,
}

impl<'a> Maker<'a> {
    /// A maker for those lists.
    pub(super) fn new(
        writer: &'a Writer,
        priorities: &'a [String],
        bodies: &'a [Body],
        documents: &'a [Document],
    ) -> Self {
        let ids = bodies.iter().map(|body| body.id.as_str());
        let (working_parties, others): (Vec<&str>, Vec<&str>) = ids.partition(|id| id.starts_with("wp-"));
        Self {
            writer,
            priorities,
            documents,
            document_ranks: Ranks::new(documents.len(), 8),
            working_party_ranks: Ranks::new(working_parties.len(), 3),
            working_parties,
            other_ranks: Ranks::new(others.len(), 4),
            others,
        }
    }

    /// The measure with that number.
    pub(super) fn measure(&self, number: usize, random: &mut Random) -> Measure<'a> {
        let bodies = several(&self.others, &self.other_ranks, 1, 4, random);
        let documents = self.cited(random);
        let locator = Locator {
            section: format!("II.{number}"),
            page: Some(12 + number / 2),
        };
        // A line may run on to the next page.
        let of_line = Locator {
            page: None,
            ..locator.clone()
        };
        let state_of_play = self.events(number, &bodies, &documents, &of_line, random);
        let follow_up = self.commitments(number, &bodies, &documents, &of_line, random);
        let parties = if random.in_hundred(97) {
            several(&self.working_parties, &self.working_party_ranks, 1, 2, random)
        } else {
            Vec::new()
        };
        let uses = documents.iter().enumerate().map(|(place, document)| DocumentUse {
            document,
            role: if place == 0 { "main" } else { "state-of-play" },
        });
        let title_words = random.between(4, 7);
        let summary_words = random.between(8, 14);
        Measure {
            id: number.to_string(),
            source: SOURCE,
            number: number.to_string(),
            priority: &self.priorities[random.below(self.priorities.len())],
            title: self.writer.phrase(random, title_words),
            summary: self.writer.sentence(random, summary_words),
            status: random.one_of(Status::ALL).key(),
            status_reason: self.writer.sentence(random, 6),
            working_parties: parties,
            presidencies: presidencies(random),
            documents: uses.collect(),
            bodies,
            state_of_play,
            follow_up,
            locator,
        }
    }

    fn events(
        &self,
        number: usize,
        bodies: &[&'a str],
        documents: &[&'a str],
        locator: &Locator,
        random: &mut Random,
    ) -> Vec<Event<'a>> {
        let number_of_events = random.between(3, 5);
        let event = |place: usize| {
            let words = random.between(4, 8);
            // One in seven tells no time.
            let is_dated = !random.in_hundred(15);
            Event {
                date: is_dated.then(|| Date::past(random).text),
                kind: random.one_of(EventKind::ALL).key(),
                bodies: [random.one_of(bodies)],
                line: self.line(format!("{number}-e{place}"), words, documents.first(), locator, random),
            }
        };
        (1..=number_of_events).map(event).collect()
    }

    fn commitments(
        &self,
        number: usize,
        bodies: &[&'a str],
        documents: &[&'a str],
        locator: &Locator,
        random: &mut Random,
    ) -> Vec<Commitment<'a>> {
        let number_of_commitments = random.between(1, 2);
        let commitment = |place: usize| {
            let due = Date::due(random);
            let words = random.between(5, 8);
            Commitment {
                outcome: outcome(number, &due, random),
                due: due.text,
                owners: [random.one_of(bodies)],
                line: self.line(format!("{number}-c{place}"), words, documents.last(), locator, random),
            }
        };
        (1..=number_of_commitments).map(commitment).collect()
    }

    /// A line of so many words, which may cite the document.
    fn line(
        &self,
        id: String,
        words: usize,
        document: Option<&&'a str>,
        locator: &Locator,
        random: &mut Random,
    ) -> Line<'a> {
        Line {
            id,
            text: self.writer.sentence(random, words),
            documents: document
                .copied()
                .filter(|_| random.in_hundred(30))
                .into_iter()
                .collect(),
            locator: locator.clone(),
        }
    }

    fn cited(&self, random: &mut Random) -> Vec<&'a str> {
        let mut cited: Vec<&str> = Vec::new();
        for _ in 0..random.between(0, 4) {
            let document = self.documents.get(random.place(&self.document_ranks));
            let id = document.map_or("", |document| document.id.as_str());
            if !cited.contains(&id) {
                cited.push(id);
            }
        }
        cited
    }
}

/// Some of a list, the first ones more often, none twice.
fn several<'a>(list: &[&'a str], ranks: &Ranks, least: usize, most: usize, random: &mut Random) -> Vec<&'a str> {
    let mut chosen: Vec<&str> = Vec::new();
    for _ in 0..random.between(least, most) {
        let one = list.get(random.place(ranks)).copied().unwrap_or_default();
        if !chosen.contains(&one) {
            chosen.push(one);
        }
    }
    chosen
}

/// Two thirds of the measures name none.
fn presidencies(random: &mut Random) -> Vec<PresidencyLink> {
    if random.in_hundred(65) {
        return Vec::new();
    }
    let id = NAMED[random.below(NAMED.len()).min(random.below(NAMED.len()))];
    let role = if id == "HR" { "plans" } else { "acted" };
    vec![PresidencyLink { id, role }]
}

/// What came of a promise: before its time is over it is open; after it, it is mostly overdue.
fn outcome(number: usize, due: &Date, random: &mut Random) -> Outcome {
    let plain = |state, text| Outcome {
        state,
        date: None,
        evidence: Vec::new(),
        text,
    };
    if !due.is_past() {
        return plain("open", "Not yet due.");
    }
    match random.below(10) {
        0..=4 => plain("overdue", "Not reported as done."),
        5 | 6 => plain("unknown", "No later report speaks of it."),
        _ => Outcome {
            state: "met",
            date: Some(due.text.clone()),
            evidence: vec![format!("{number}-e1")],
            text: "Reported as done.",
        },
    }
}
