//! Citations as RIS, for reference managers: a line for each value, two letters, two spaces, a hyphen and a space before it.
//!
//! No library that is kept writes it; it has no escapes, because a value ends with its line.

use crate::export::cite::{Form, Reference};

/// One reference, from `TY` to `ER`.
pub(super) fn ris(reference: &Reference) -> String {
    let date = reference.iso_date();
    let parts: Vec<&str> = date.iter().flat_map(|date| date.split('-')).collect();
    // Year, month and day, each with its slash whether it is known or not.
    let slashed = |place: usize| parts.get(place).copied().unwrap_or_default();
    let full = date
        .as_ref()
        .map(|_| format!("{}/{}/{}/", slashed(0), slashed(1), slashed(2)));
    // Of a report `SN` is its number; of anything else it would be taken for that of a book or journal.
    let (kind, number) = match reference.form {
        Form::Report => ("RPRT", "SN"),
        Form::Act => ("STAT", "M1"),
        Form::Other => ("GEN", "M1"),
    };
    let authors = reference.answerable().into_iter().map(|author| ("AU", Some(author)));
    let first = [("TY", Some(kind.to_owned())), ("ID", Some(reference.code.clone()))];
    let rest = [
        ("TI", Some(reference.title_or_name().to_owned())),
        ("PB", Some(reference.publisher())),
        ("M3", reference.kind.map(str::to_owned)),
        (number, reference.number.clone()),
        ("PY", reference.year()),
        ("DA", full),
        ("SE", reference.section.clone()),
        ("SP", reference.page.map(|page| page.to_string())),
        ("UR", reference.url.clone()),
        ("N1", Some(reference.note.clone())),
    ];
    let tags = first.into_iter().chain(authors).chain(rest);
    let said = tags.filter_map(|(tag, value)| value.filter(|value| !value.is_empty()).map(|value| (tag, value)));
    let lines: Vec<String> = said.map(|(tag, value)| format!("{tag}  - {value}\r\n")).collect();
    format!("{}ER  - \r\n\r\n", lines.concat())
}
