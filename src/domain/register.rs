//! From a document's number to its page in the official register.
//!
//! A rule for each kind of number, or no link at all: nothing is guessed.

use crate::domain::document::DocumentKind;

/// The official page of a document, or nothing where no rule leads there.
///
/// Rules: the Council's register names its files `ST-<number>-<year>-<INIT|REV-n|ADD-n|COR-n|EXT-n>`; EUR-Lex finds legal acts
/// by CELEX number (sector 3, year, type letter, four-digit number) and Commission documents as `COM:<year>:<number>:FIN`.
///
/// ```
/// use iss_followup::domain::document::DocumentKind;
/// use iss_followup::domain::register::url;
///
/// let page = url(DocumentKind::Council, "9727/19").unwrap();
/// assert!(page.contains("ST-9727-2019-INIT"), "{page}");
/// assert_eq!(url(DocumentKind::Council, "a note"), None);
/// ```
pub fn url(kind: DocumentKind, number: &str) -> Option<String> {
    match kind {
        DocumentKind::Council => council("ST", number),
        DocumentKind::WorkingPaper => council("WK", number.strip_prefix("WK ")?),
        DocumentKind::Com => commission("COM", number),
        DocumentKind::Swd => commission("SWD", number),
        DocumentKind::Join => commission("JOIN", number),
        DocumentKind::Regulation => celex('R', number),
        DocumentKind::Directive => celex('L', number),
        DocumentKind::Decision => celex('D', number),
        DocumentKind::FrameworkDecision => celex('F', number),
        _ => None,
    }
}

/// The year that a document's number names, or nothing where no rule finds one in it.
pub fn year(kind: DocumentKind, number: &str) -> Option<u32> {
    let of_commission = |series: &str| commission_reference(series, number).map(|(year, _)| year);
    match kind {
        DocumentKind::Council => council_reference(number).map(|(_, _, year, _)| year),
        DocumentKind::WorkingPaper => council_reference(number.strip_prefix("WK ")?).map(|(_, _, year, _)| year),
        DocumentKind::Com => of_commission("COM"),
        DocumentKind::Swd => of_commission("SWD"),
        DocumentKind::Join => of_commission("JOIN"),
        DocumentKind::C => of_commission("C"),
        DocumentKind::Regulation
        | DocumentKind::Directive
        | DocumentKind::Decision
        | DocumentKind::FrameworkDecision => act_reference(number).map(|(year, _)| year),
        _ => None,
    }
}

/// `9727/19`, `6684/1/19 REV 1`, `5782/16 ADD 1` of the ST series; `12876/2018` of the WK series.
fn council(series: &str, number: &str) -> Option<String> {
    let (serial, revision, year, suffix) = council_reference(number)?;
    let suffix = council_suffix(revision, suffix)?;
    Some(format!(
        "https://data.consilium.europa.eu/doc/document/{series}-{serial}-{year}-{suffix}/en/pdf"
    ))
}

/// Serial number, revision, year and what stands after them.
fn council_reference(number: &str) -> Option<(&str, Option<&str>, u32, &str)> {
    let (reference, suffix) = number.split_once(' ').unwrap_or((number, ""));
    let parts: Vec<&str> = reference.split('/').collect();
    let (serial, revision, year) = match parts[..] {
        [serial, year] => (serial, None, year),
        [serial, revision, year] => (serial, Some(revision), year),
        _ => return None,
    };
    Some((serial_number(serial)?, revision, four_digit_year(year)?, suffix))
}

/// `REV 1 ADD 2` becomes `REV-1-ADD-2`; the middle number of `8919/1/17` is a revision too.
fn council_suffix(revision: Option<&str>, printed: &str) -> Option<String> {
    let words: Vec<&str> = printed.split_whitespace().collect();
    let mut suffix = Vec::new();
    if let Some(revision) = revision
        && words.first() != Some(&"REV")
    {
        suffix.push(format!("REV-{}", serial_number(revision)?));
    }
    for pair in words.chunks(2) {
        match pair {
            [word @ ("REV" | "ADD" | "COR" | "EXT"), count] => suffix.push(format!("{word}-{}", serial_number(count)?)),
            _ => return None,
        }
    }
    Some(if suffix.is_empty() {
        "INIT".into()
    } else {
        suffix.join("-")
    })
}

/// `COM(2017) 610 final`.
fn commission(series: &str, number: &str) -> Option<String> {
    let (year, serial) = commission_reference(series, number)?;
    Some(format!(
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri={series}:{year}:{serial}:FIN"
    ))
}

/// Year and serial number.
fn commission_reference<'a>(series: &str, number: &'a str) -> Option<(u32, &'a str)> {
    let (year, rest) = number
        .strip_prefix(series)?
        .trim_start()
        .strip_prefix('(')?
        .split_once(')')?;
    let serial = serial_number(rest.trim().trim_end_matches("final").trim())?;
    Some((four_digit_year(year)?, serial))
}

/// `Regulation (EU) 2019/1148`, `Regulation (EC) No 1987/2006`, `Decision 2008/617/JHA`.
fn celex(letter: char, number: &str) -> Option<String> {
    let (year, serial) = act_reference(number)?;
    Some(format!(
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:3{year}{letter}{serial:04}"
    ))
}

/// Year and serial number. With `No` the serial number comes first; without it the year does (from 2015 on for all acts,
/// before for directives and decisions).
fn act_reference(number: &str) -> Option<(u32, u32)> {
    let serial_first = number.contains(" No ");
    let reference = number.split_whitespace().find(|word| word.contains('/'))?;
    let mut parts = reference.split('/');
    let (one, two) = (parts.next()?, parts.next()?);
    let (year, serial) = if serial_first { (two, one) } else { (one, two) };
    Some((four_digit_year(year)?, serial_number(serial)?.parse().ok()?))
}

/// `19` is 2019 and `98` is 1998: the Council's register begins in 1998, and two digits are the Council's habit.
fn four_digit_year(text: &str) -> Option<u32> {
    let year: u32 = serial_number(text)?.parse().ok()?;
    match (text.len(), year) {
        (2, 0..=49) => Some(2000 + year),
        (2, 50..=99) => Some(1900 + year),
        (4, 1950..=2099) => Some(year),
        _ => None,
    }
}

/// Nothing but ASCII digits.
fn serial_number(text: &str) -> Option<&str> {
    (!text.is_empty() && text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(kind: DocumentKind, number: &str, expected: Option<&str>) {
        assert_eq!(url(kind, number).as_deref(), expected, "{number}");
    }

    #[test]
    fn council_documents_stand_in_the_council_register() {
        let check = |number, name: &str| {
            let expected = format!("https://data.consilium.europa.eu/doc/document/{name}/en/pdf");
            check(DocumentKind::Council, number, Some(&expected));
        };
        check("9727/19", "ST-9727-2019-INIT");
        check("6684/1/19 REV 1", "ST-6684-2019-REV-1");
        check("8919/1/17", "ST-8919-2017-REV-1");
        check("5782/16 ADD 1", "ST-5782-2016-ADD-1");
        check("9044/1/19 REV 1 ADD 1", "ST-9044-2019-REV-1-ADD-1");
        check("6146/18 ADD 1 EXT 1", "ST-6146-2018-ADD-1-EXT-1");
    }

    #[test]
    fn working_papers_stand_there_too() {
        let url = "https://data.consilium.europa.eu/doc/document/WK-1374-2018-REV-1/en/pdf";
        check(DocumentKind::WorkingPaper, "WK 1374/1/2018 REV 1", Some(url));
        let url = "https://data.consilium.europa.eu/doc/document/WK-13308-2019-INIT/en/pdf";
        check(DocumentKind::WorkingPaper, "WK 13308/19", Some(url));
    }

    #[test]
    fn legal_acts_are_found_by_celex_number() {
        let check = |kind, number, celex: &str| {
            let expected = format!("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:{celex}");
            check(kind, number, Some(&expected));
        };
        check(DocumentKind::Regulation, "Regulation (EU) 2019/1148", "32019R1148");
        check(DocumentKind::Regulation, "Regulation (EC) No 1987/2006", "32006R1987");
        check(DocumentKind::Directive, "Directive (EU) 2017/541", "32017L0541");
        check(DocumentKind::Directive, "Council Directive 91/477/EEC", "31991L0477");
        check(DocumentKind::Decision, "Decision 2008/617/JHA", "32008D0617");
        check(
            DocumentKind::FrameworkDecision,
            "Framework Decision 2002/475/JHA",
            "32002F0475",
        );
    }

    #[test]
    fn commission_documents_are_found_by_series() {
        let url = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=COM:2017:610:FIN";
        check(DocumentKind::Com, "COM(2017) 610 final", Some(url));
        let url = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=JOIN:2018:36:FIN";
        check(DocumentKind::Join, "JOIN(2018) 36 final", Some(url));
    }

    #[test]
    fn a_number_names_its_year() {
        let check = |kind, number, expected| assert_eq!(year(kind, number), expected, "{number}");
        check(DocumentKind::Council, "9727/19", Some(2019));
        check(DocumentKind::WorkingPaper, "WK 1374/1/2018 REV 1", Some(2018));
        check(DocumentKind::C, "C(2018) 900 final", Some(2018));
        check(DocumentKind::Regulation, "Regulation (EC) No 1987/2006", Some(2006));
        check(DocumentKind::Directive, "Directive 91/477/EEC", Some(1991));
        check(DocumentKind::Convention, "CETS No. 185", None);
    }

    #[test]
    fn where_no_rule_leads_there_is_no_link() {
        check(DocumentKind::Council, "see above", None);
        check(DocumentKind::Council, "9727/19 draft", None);
        check(DocumentKind::C, "C(2018) 1177 final", None);
        check(DocumentKind::Regulation, "Regulation (EU) yyyy/xxx", None);
        check(DocumentKind::Other, "2019/1", None);
    }
}
