//! The lists that the measures share: bodies and documents, of which there are more the more measures there are.

use iss_followup::domain::document::DocumentKind;
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::register;
use serde::Serialize;

use super::random::Random;
use super::texts::Writer;

/// A body, as the format writes it.
#[derive(Serialize)]
pub(super) struct Body {
    pub(super) id: String,
    kind: &'static str,
    short: String,
    name: String,
    aliases: [String; 0],
}

/// A document, as the format writes it.
#[derive(Serialize)]
pub(super) struct Document {
    pub(super) id: String,
    number: String,
    kind: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
}

/// Bodies that every dataset has.
const STANDING: [(&str, &str, &str, &str); 6] = [
    ("council", "institution", "Council", "Council of the European Union"),
    ("commission", "institution", "Commission", "European Commission"),
    ("ep", "institution", "European Parliament", "European Parliament"),
    ("eeas", "institution", "EEAS", "European External Action Service"),
    (
        "pres-fi",
        "presidency",
        "FI Presidency",
        "Finnish Presidency of the Council",
    ),
    (
        "pres-hr",
        "presidency",
        "HR Presidency",
        "Croatian Presidency of the Council",
    ),
];

/// Kind, the beginning of the id, what it is called, and how many there are beside 74 measures.
const GROWING: [(&str, &str, &str, usize); 8] = [
    ("working-party", "wp", "Working Party on", 24),
    ("agency", "agency", "Agency for", 10),
    ("office", "office", "Office for", 20),
    ("network", "network", "Network on", 30),
    ("programme", "programme", "Programme", 14),
    ("international", "international", "Organisation for", 12),
    ("partner", "partner", "Republic of", 24),
    ("information-system", "system", "System for", 20),
];

/// How many measures the numbers above belong to.
const BESIDE: usize = 74;

/// The number of documents beside 74 measures.
const DOCUMENTS: usize = 240;

/// A number that grows by half whenever the measures have grown fourfold: 1,000 times as many measures have some 18 times
/// as many documents.
fn grown(number: usize, measures: usize) -> usize {
    let mut grown = number;
    let mut reached = BESIDE;
    while reached * 4 <= measures {
        grown += grown / 2;
        reached *= 4;
    }
    grown
}

/// Every body of a dataset with so many measures.
pub(super) fn bodies(measures: usize, writer: &Writer, random: &mut Random) -> Vec<Body> {
    let standing = STANDING.iter().map(|(id, kind, short, name)| Body {
        id: (*id).to_owned(),
        kind,
        short: (*short).to_owned(),
        name: (*name).to_owned(),
        aliases: [],
    });
    let mut bodies: Vec<Body> = standing.collect();
    for (kind, beginning, called, number) in GROWING {
        for place in 1..=grown(number, measures) {
            let own = Writer::name(random);
            bodies.push(Body {
                id: format!("{beginning}-{place}"),
                kind,
                short: format!("{own} {place}"),
                name: format!("{called} {}", writer.phrase(random, 3)),
                aliases: [],
            });
        }
    }
    bodies
}

/// Every document of a dataset with so many measures.
pub(super) fn documents(measures: usize, writer: &Writer, random: &mut Random) -> Vec<Document> {
    let document = |place: usize| {
        let year = 2015 + random.below(6);
        let (id, number, kind) = match random.below(10) {
            0..=5 => (
                format!("st-{place}-{year}"),
                format!("{place}/{}", year % 100),
                DocumentKind::Council,
            ),
            6 | 7 => (
                format!("com-{year}-{place}"),
                format!("COM({year}) {place} final"),
                DocumentKind::Com,
            ),
            8 => (
                format!("reg-{year}-{place}"),
                format!("Regulation (EU) {year}/{place}"),
                DocumentKind::Regulation,
            ),
            _ => (
                format!("dir-{year}-{place}"),
                format!("Directive (EU) {year}/{place}"),
                DocumentKind::Directive,
            ),
        };
        Document {
            id,
            url: register::url(kind, &number),
            number,
            kind: kind.key(),
            title: {
                let words = random.between(5, 12);
                writer.phrase(random, words)
            },
        }
    };
    (1..=grown(DOCUMENTS, measures)).map(document).collect()
}
