//! How records and the values of closed lists are called.

use crate::compare::Edition;
use crate::domain::body::BodyKind;
use crate::domain::document::DocumentKind;
use crate::domain::keyed::Keyed;
use crate::domain::later::{Certainty, DateMeaning};
use crate::domain::status::{DocumentRole, EventKind, OutcomeState, Relation, Status};
use crate::sheet::Kind;

/// The fields by which records of a kind are called, and that of their title or text.
pub(super) fn names(kind: Kind) -> [&'static str; 2] {
    match kind {
        Kind::Sources | Kind::Priorities | Kind::Documents | Kind::Measures => ["number", "title"],
        Kind::Presidencies => ["id", "country"],
        Kind::Bodies => ["short", "name"],
        Kind::Sections => ["id", "title"],
        Kind::Glossary => ["term", "meaning"],
        _ => ["id", "text"],
    }
}

/// What a field of a record says.
pub(super) fn cell<'a>(edition: &'a Edition, kind: Kind, id: &str, field: &str) -> &'a str {
    let column = kind.column(field);
    let cell = edition
        .record(kind, id)
        .zip(column)
        .and_then(|(cells, column)| cells.get(column));
    cell.map_or("", String::as_str)
}

/// The name of a record where another one names it.
pub(super) fn short_name(edition: &Edition, kind: Kind, id: &str) -> Option<String> {
    edition.record(kind, id)?;
    let field = |field: &str| Some(cell(edition, kind, id, field)).filter(|text| !text.is_empty());
    let name = match kind {
        Kind::Facts | Kind::Commitments | Kind::LaterFacts => return Some(edition.code(id)),
        Kind::Priorities => field("short_title"),
        Kind::Presidencies => field("country"),
        kind => field(names(kind)[0])
            .filter(|_| kind != Kind::Sections)
            .or_else(|| field(names(kind)[1])),
    };
    name.map(str::to_owned)
}

/// The word of an edition for a value of a closed list.
pub(super) fn label<'a>(edition: &'a Edition, kind: Kind, field: &str, key: &str) -> Option<&'a str> {
    let own = match kind {
        Kind::Measures => "status",
        Kind::Outcomes | Kind::LaterOutcomes => "outcome",
        Kind::Bodies => "body",
        _ => return label_of(kind, field, key),
    };
    let own = edition.word(&format!("{own}-{key}"));
    own.or_else(|| label_of(kind, field, key))
}

fn label_of(kind: Kind, field: &str, key: &str) -> Option<&'static str> {
    fn of<Word: Keyed>(key: &str) -> Option<&'static str> {
        Word::from_key(key).map(Keyed::label)
    }
    match (kind, field) {
        (Kind::Measures, _) => of::<Status>(key),
        (Kind::Outcomes | Kind::LaterOutcomes, _) => of::<OutcomeState>(key),
        (Kind::LaterFacts, "date_meaning") => of::<DateMeaning>(key),
        (Kind::LaterFacts, "sure") => of::<Certainty>(key),
        (Kind::Facts | Kind::LaterFacts, _) => of::<EventKind>(key),
        (Kind::Documents, _) => of::<DocumentKind>(key),
        (Kind::Bodies, _) => of::<BodyKind>(key),
        (Kind::Citations, _) => of::<DocumentRole>(key),
        (Kind::RelatedMeasures | Kind::RelatedLines, _) => of::<Relation>(key),
        _ => None,
    }
}
