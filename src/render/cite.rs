//! Citations as footnotes, as BibTeX for LaTeX and what reads its bibliographies, and as RIS for reference managers.

use crate::dataset::Dataset;
use crate::domain::date::Day;
use crate::domain::keyed::Keyed;
use crate::render::writing::Unwritable;
use crate::view::{CitationStyle, Cited, Form, Reference};

/// Cites each in order, as shown on the day `as_of`; a footnote on a line of its own.
///
/// # Errors
/// A text has no form in that style.
pub fn cite(cited: &[Cited<'_>], style: CitationStyle, as_of: Day, dataset: &Dataset) -> Result<String, Unwritable> {
    let references = cited.iter().map(|cited| Reference::new(*cited, as_of, dataset));
    match style {
        CitationStyle::Footnote => Ok(references.map(|reference| reference.footnote() + "\n").collect()),
        // The library writes a line end for an empty list.
        CitationStyle::BibTex if cited.is_empty() => Ok(String::new()),
        CitationStyle::BibTex => bibtex(references),
        CitationStyle::Ris => Ok(references.map(|reference| ris(&reference)).collect()),
    }
}

/// An entry for each reference.
fn bibtex(references: impl Iterator<Item = Reference>) -> Result<String, Unwritable> {
    let entries: Vec<_> = references
        .map(|reference| (entry_type(reference.form), reference.code.clone(), fields(&reference)))
        .collect();
    serde_bibtex::to_string(&entries).map_err(|error| Unwritable::new(CitationStyle::BibTex.label(), error))
}

/// BibTeX has no type for legal acts: they are miscellaneous, which requires no institution.
fn entry_type(form: Form) -> &'static str {
    match form {
        Form::Report => "techreport",
        Form::Act | Form::Other | Form::Page => "misc",
    }
}

/// Its fields, without empty ones.
fn fields(reference: &Reference) -> Vec<(&'static str, String)> {
    // In braces of its own, a name is not taken apart and a title keeps its capitals.
    let whole = |text: &str| format!("{{{}}}", in_latex(text));
    let authors: Vec<String> = reference.answerable().iter().map(|author| whole(author)).collect();
    let place: Vec<String> = reference.section.iter().chain([&reference.note]).cloned().collect();
    let number = reference.number.as_deref().map(in_latex);
    let (institution, published) = match reference.form {
        Form::Report => (Some(in_latex(&reference.publisher())), None),
        // Styles print no number of what is miscellaneous, but they do print how it was published.
        Form::Act | Form::Other | Form::Page => (None, number.clone().filter(|_| reference.has_title)),
    };
    let all = [
        ("author", Some(authors.join(" and "))),
        ("title", Some(whole(&reference.title))),
        ("institution", institution),
        ("howpublished", published),
        ("type", reference.kind.map(in_latex)),
        ("number", number),
        ("year", reference.year.clone()),
        ("date", reference.iso_date()),
        ("pages", reference.page.map(|page| page.to_string())),
        ("note", Some(in_latex(&place.join("; ")))),
        ("url", reference.url.as_deref().map(address)),
    ];
    let said = all.into_iter().filter_map(|(name, value)| Some((name, value?)));
    said.filter(|(_, value)| !value.is_empty()).collect()
}

/// The text with every special character of LaTeX escaped. Braces are named rather than escaped by a backslash, because BibTeX
/// counts braces regardless of that.
fn in_latex(text: &str) -> String {
    let mut latex = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            // Two hyphens would become a dash.
            '-' if latex.ends_with('-') => latex.push_str("{}-"),
            '&' | '%' | '$' | '#' | '_' => latex.extend(['\\', character]),
            '{' => latex.push_str("\\textbraceleft{}"),
            '}' => latex.push_str("\\textbraceright{}"),
            '~' => latex.push_str("\\textasciitilde{}"),
            '^' => latex.push_str("\\textasciicircum{}"),
            '\\' => latex.push_str("\\textbackslash{}"),
            _ => latex.push(character),
        }
    }
    latex
}

/// An address, which LaTeX takes verbatim; braces and backslashes are percent-encoded.
fn address(url: &str) -> String {
    url.replace('{', "%7B").replace('}', "%7D").replace('\\', "%5C")
}

/// One reference as RIS, from `TY` to `ER`: a line for each value, two letters, two spaces, a hyphen and a space before it.
///
/// No library that is kept writes it; it has no escapes, because a value ends with its line.
fn ris(reference: &Reference) -> String {
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
        Form::Page => ("ELEC", "M1"),
    };
    let authors = reference.answerable().into_iter().map(|author| ("AU", Some(author)));
    let first = [("TY", Some(kind.to_owned())), ("ID", Some(reference.code.clone()))];
    let rest = [
        ("TI", Some(reference.title.clone())),
        ("PB", Some(reference.publisher())),
        ("M3", reference.kind.map(str::to_owned)),
        (number, reference.number.clone()),
        ("PY", reference.year.clone()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latex_shows_what_it_would_obey() {
        assert_eq!(
            in_latex("R&D {50 %} \\cmd"),
            "R\\&D \\textbraceleft{}50 \\%\\textbraceright{} \\textbackslash{}cmd"
        );
        assert_eq!(in_latex("5618/20, II.31"), "5618/20, II.31");
        assert_eq!(address("https://a.b/{c}"), "https://a.b/%7Bc%7D");
    }
}
