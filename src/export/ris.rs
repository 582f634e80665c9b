//! Citations as RIS, for reference managers: a line for each value, two letters, two spaces, a hyphen and a space before it.
//!
//! No library that is kept writes it; it has no escapes, because a value ends with its line.

use crate::export::cite::Reference;

/// One reference, from `TY` to `ER`.
pub(super) fn ris(reference: &Reference) -> String {
    let date = reference.iso_date();
    let parts: Vec<&str> = date.iter().flat_map(|date| date.split('-')).collect();
    // Year, month and day, each with its slash whether it is known or not.
    let slashed = |place: usize| parts.get(place).copied().unwrap_or_default();
    let full = date
        .as_ref()
        .map(|_| format!("{}/{}/{}/", slashed(0), slashed(1), slashed(2)));
    let institution = match reference.institution {
        Some(institution) => institution.to_owned(),
        None => reference.authors.join(" and "),
    };
    let authors = reference.authors.iter().map(|author| ("AU", Some(author.clone())));
    let first = [("TY", Some("RPRT".to_owned())), ("ID", Some(reference.code.clone()))];
    let rest = [
        ("TI", reference.title.clone()),
        ("PB", Some(institution)),
        ("M3", reference.kind.map(str::to_owned)),
        ("SN", reference.number.clone()),
        ("PY", parts.first().map(|year| (*year).to_owned())),
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
