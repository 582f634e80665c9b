//! What the number of a legal act says: its form, its year and its serial number.

use crate::domain::document::DocumentKind;

/// What the number of a legal act says of it.
pub(super) struct Act {
    pub(super) form: Form,
    pub(super) year: u32,
    pub(super) serial: u32,
}

/// Which form the act has.
#[derive(Clone, Copy)]
pub(super) enum Form {
    Basic,
    Implementing,
    Delegated,
}

/// `Regulation (EU) 2019/1148`, `Regulation (EC) No 1987/2006`, `Implementing Directive (EU) 2019/68`, `Decision 2008/617/JHA`,
/// `Decision No 284/2010/EU`.
///
/// The serial number comes first where `No` stands, else the year; since 2015 all acts are numbered with the year first, before it no
/// regulation was; the year has two digits before 1999. Source: *Interinstitutional Style Guide*, 1.2.2, Numbering of acts.
pub(super) fn act(kind: DocumentKind, number: &str) -> Option<Act> {
    let name = match kind {
        DocumentKind::Regulation => "Regulation",
        DocumentKind::Directive => "Directive",
        DocumentKind::Decision => "Decision",
        DocumentKind::FrameworkDecision => "Framework Decision",
        _ => return None,
    };
    let is_serial_first = number.contains(" No ");
    let number = number.replacen(" No ", " ", 1);
    let begins_number = |character: char| character == '(' || character.is_ascii_digit();
    let (title, rest) = number.split_at(number.find(begins_number)?);
    let form = form(title.trim_end().strip_suffix(name)?)?;
    let (bracketed, rest) = match rest.strip_prefix('(') {
        Some(rest) => {
            let (domain, rest) = rest.split_once(')')?;
            (Some(domain), rest.trim_start())
        }
        None => (None, rest),
    };
    let mut parts = rest.split('/').chain(bracketed);
    let (one, two, domain) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || !is_domain(domain) {
        return None;
    }
    let (year, serial) = if is_serial_first { (two, one) } else { (one, two) };
    let (digits, year) = (year.len(), four_digit_year(year)?);
    let is_year_first = year >= 2015 || (!is_serial_first && kind != DocumentKind::Regulation);
    if is_serial_first == is_year_first || (digits == 2) != (year < 1999) {
        return None;
    }
    let serial = serial_number(serial)?.parse().ok()?;
    (serial <= 9999).then_some(Act { form, year, serial })
}

/// What stands in brackets before the number of an act, or after it behind a stroke. Decisions of bodies set up by agreements
/// have none, and stand in another sector of EUR-Lex; acts of the ECSC have letters of their own.
fn is_domain(text: &str) -> bool {
    let communities = text.strip_suffix(", Euratom").unwrap_or(text);
    matches!(communities, "EU" | "EC" | "EEC" | "Euratom" | "JHA" | "CFSP")
}

/// What stands before the name of an act: `Commission Implementing`, `Council` or nothing.
fn form(words: &str) -> Option<Form> {
    let mut form = Form::Basic;
    for word in words.split_whitespace() {
        form = match word {
            "Council" | "Commission" => form,
            "Implementing" => Form::Implementing,
            "Delegated" => Form::Delegated,
            _ => return None,
        };
    }
    Some(form)
}

/// `19` is 2019 and `98` is 1998: the Council's register begins in 1998, and two digits are its habit.
pub(super) fn four_digit_year(text: &str) -> Option<u32> {
    let year: u32 = serial_number(text)?.parse().ok()?;
    match (text.len(), year) {
        (2, 0..=49) => Some(2000 + year),
        (2, 50..=99) => Some(1900 + year),
        (4, 1950..=2099) => Some(year),
        _ => None,
    }
}

/// Nothing but ASCII digits.
pub(super) fn serial_number(text: &str) -> Option<&str> {
    (!text.is_empty() && text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}
