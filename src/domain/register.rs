//! From a document's number to its page in the official register.
//!
//! A rule for each kind of number, or no link at all: nothing is guessed.

use crate::domain::act_number::{Act, Form, act, four_digit_year, serial_number};
use crate::domain::document::DocumentKind;

/// The official page of a document, or nothing where no rule leads there: of a Council document the file in the Council's
/// register, of a legal act its page by CELEX number, of a Commission document its page in EUR-Lex by series and number.
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
        DocumentKind::C => None,
        _ => match series(kind) {
            Some(series) => commission(series, number),
            None => celex(kind, number, None).as_deref().map(eur_lex),
        },
    }
}

/// The series of the Commission in which documents of that kind are numbered.
fn series(kind: DocumentKind) -> Option<&'static str> {
    match kind {
        DocumentKind::Com => Some("COM"),
        DocumentKind::Swd => Some("SWD"),
        DocumentKind::Join => Some("JOIN"),
        DocumentKind::C => Some("C"),
        _ => None,
    }
}

/// The page on EUR-Lex of the document with that CELEX number.
pub fn eur_lex(celex: &str) -> String {
    format!("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:{celex}")
}

/// The CELEX number of a legal act (`32019R0817`) or of a document of the Commission (`52016DC0719`). Nothing where number and title do
/// not decide it.
///
/// Sector 3 (legal acts) or 5 (preparatory documents), the year, the letters of the kind and four digits. The letters are R for
/// regulations, L for directives, D for decisions and F for framework decisions; implementing and delegated acts have that of their
/// act. They are SC for SWD documents and JC for JOIN documents; of COM documents PC for legislative proposals and DC for communications,
/// reports, green and white papers, which only the title tells apart. Proposals to codify have letters of their own, and C documents none.
/// Source: EUR-Lex, *Types of documents in EUR-Lex* (the table from which CELEX numbers are built).
///
/// ```
/// use iss_followup::domain::document::DocumentKind;
/// use iss_followup::domain::register::celex;
///
/// let number = celex(DocumentKind::Directive, "Implementing Directive (EU) 2019/68", None);
/// assert_eq!(number.as_deref(), Some("32019L0068"));
/// let number = celex(DocumentKind::Com, "COM(2016) 719 final", Some("Report from the Commission"));
/// assert_eq!(number.as_deref(), Some("52016DC0719"));
/// assert_eq!(celex(DocumentKind::Com, "COM(2016) 205 final", Some("Stronger and Smarter Information Systems")), None);
/// ```
pub fn celex(kind: DocumentKind, number: &str, title: Option<&str>) -> Option<String> {
    let letters = match kind {
        DocumentKind::Regulation => "R",
        DocumentKind::Directive => "L",
        DocumentKind::Decision => "D",
        DocumentKind::FrameworkDecision => "F",
        DocumentKind::Com => letters_of_com(title?)?,
        DocumentKind::Swd => "SC",
        DocumentKind::Join => "JC",
        _ => return None,
    };
    let (sector, year, serial) = match series(kind) {
        Some(series) => {
            let (year, serial) = commission_reference(series, number)?;
            (5, year, serial.parse().ok()?)
        }
        None => act(kind, number).map(|act| (3, act.year, act.serial))?,
    };
    (serial <= 9999).then(|| format!("{sector}{year}{letters}{serial:04}"))
}

/// By how its title begins.
fn letters_of_com(title: &str) -> Option<&'static str> {
    let title = title.to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|words| title.starts_with(words));
    if begins(&["communication ", "report ", "green paper ", "white paper "]) {
        return Some("DC");
    }
    (begins(&["proposal for a ", "amended proposal for a "]) && !title.contains("codif")).then_some("PC")
}

/// The European Legislation Identifier of a legal act: `http://data.europa.eu/eli/reg/2019/817/oj`. Nothing for framework
/// decisions, of which the templates do not speak.
///
/// Type of act, year, number, and `oj` for the act as published. Source: EUR-Lex, *ELI register, EU Publications Office*, whose
/// templates give implementing acts `_impl` and delegated acts `_del`.
///
/// ```
/// use iss_followup::domain::document::DocumentKind;
/// use iss_followup::domain::register::eli;
///
/// let address = eli(DocumentKind::Directive, "Delegated Directive (EU) 2019/369");
/// assert_eq!(address.as_deref(), Some("http://data.europa.eu/eli/dir_del/2019/369/oj"));
/// ```
pub fn eli(kind: DocumentKind, number: &str) -> Option<String> {
    let Act { year, serial, form } = act(kind, number)?;
    let act = match kind {
        DocumentKind::Regulation => "reg",
        DocumentKind::Directive => "dir",
        DocumentKind::Decision => "dec",
        _ => return None,
    };
    let form = match form {
        Form::Basic => "",
        Form::Implementing => "_impl",
        Form::Delegated => "_del",
    };
    Some(format!("http://data.europa.eu/eli/{act}{form}/{year}/{serial}/oj"))
}

/// The year in a document's number, if there is a rule for it.
pub fn year(kind: DocumentKind, number: &str) -> Option<u32> {
    match kind {
        DocumentKind::Council => council_reference(number).map(|(_, _, year, _)| year),
        DocumentKind::WorkingPaper => council_reference(number.strip_prefix("WK ")?).map(|(_, _, year, _)| year),
        _ => match series(kind) {
            Some(series) => commission_reference(series, number).map(|(year, _)| year),
            None => act(kind, number).map(|act| act.year),
        },
    }
}

/// `9727/19`, `6684/1/19 REV 1`, `5782/16 ADD 1` of the ST series; `12876/2018` of the WK series.
///
/// The file is `ST-<number>-<year>-<INIT|REV-n|ADD-n|COR-n|EXT-n>`. Source: the addresses in the Council's public register.
fn council(series: &str, number: &str) -> Option<String> {
    let (serial, revision, year, suffix) = council_reference(number)?;
    let suffix = council_suffix(revision, suffix)?;
    Some(format!(
        "https://data.consilium.europa.eu/doc/document/{series}-{serial}-{year}-{suffix}/en/pdf"
    ))
}

/// Serial number, revision, year and suffix.
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

/// What tells the versions and parts of a Council document apart: revisions, addenda, corrigenda, public parts.
pub const SUFFIXES: [&str; 4] = ["REV", "ADD", "COR", "EXT"];

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
            [word, count] if SUFFIXES.contains(word) => suffix.push(format!("{word}-{}", serial_number(count)?)),
            _ => return None,
        }
    }
    Some(if suffix.is_empty() {
        "INIT".into()
    } else {
        suffix.join("-")
    })
}

/// `COM(2017) 610 final`: `COM:<year>:<number>:FIN`, which needs no title. Source: EUR-Lex, *How to link to EUR-Lex*.
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
    fn each_legal_act_has_its_letter_and_its_identifier() {
        let check_all = |kind, acts: &[(&str, &str, &str)]| {
            for (number, celex_number, act) in acts {
                let expected = format!("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:{celex_number}");
                check(kind, number, Some(&expected));
                assert_eq!(celex(kind, number, None).as_deref(), Some(*celex_number));
                let expected = (!act.is_empty()).then(|| format!("http://data.europa.eu/eli/{act}/oj"));
                assert_eq!(eli(kind, number), expected, "{number}");
            }
        };
        check_all(
            DocumentKind::Regulation,
            &[
                ("Regulation (EU) 2019/1148", "32019R1148", "reg/2019/1148"),
                ("Regulation (EC) No 1987/2006", "32006R1987", "reg/2006/1987"),
                ("Regulation (EC) No 1683/95", "31995R1683", "reg/1995/1683"),
                (
                    "Implementing Regulation (EU) No 1082/2012",
                    "32012R1082",
                    "reg_impl/2012/1082",
                ),
            ],
        );
        check_all(
            DocumentKind::Directive,
            &[
                ("Directive (EU) 2017/541", "32017L0541", "dir/2017/541"),
                ("Council Directive 91/477/EEC", "31991L0477", "dir/1991/477"),
                (
                    "Commission Implementing Directive (EU) 2019/68",
                    "32019L0068",
                    "dir_impl/2019/68",
                ),
                ("Delegated Directive (EU) 2019/369", "32019L0369", "dir_del/2019/369"),
            ],
        );
        check_all(
            DocumentKind::Decision,
            &[
                ("Decision 2008/617/JHA", "32008D0617", "dec/2008/617"),
                ("Decision No 284/2010/EU", "32010D0284", "dec/2010/284"),
                ("Council Decision (EU) 2016/1316", "32016D1316", "dec/2016/1316"),
            ],
        );
        check_all(
            DocumentKind::FrameworkDecision,
            &[("Framework Decision 2002/584/JHA", "32002F0584", "")],
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
    fn a_commission_document_has_a_celex_number_where_its_title_says_of_which_kind_it_is() {
        let check =
            |kind, number, title, expected| assert_eq!(celex(kind, number, title).as_deref(), expected, "{number}");
        let com = |title, expected| check(DocumentKind::Com, "COM(2016) 719 final", title, expected);
        com(Some("REPORT FROM THE COMMISSION"), Some("52016DC0719"));
        com(Some("Communication on free and fair elections"), Some("52016DC0719"));
        com(Some("Proposal for a Directive"), Some("52016PC0719"));
        com(Some("Proposal for a Regulation (codification)"), None);
        com(Some("Reporting obligations"), None);
        com(Some("European Agenda on Security"), None);
        com(None, None);
        check(DocumentKind::Swd, "SWD(2019) 140", None, Some("52019SC0140"));
        check(DocumentKind::Join, "JOIN(2018) 16 final", None, Some("52018JC0016"));
        check(DocumentKind::C, "C(2018) 900 final", Some("Recommendation"), None);
        check(DocumentKind::Join, "JOIN 16", None, None);
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
        // Which part is the year, the number alone does not say.
        check(DocumentKind::Regulation, "Regulation (EC) 1987/2006", None);
        check(DocumentKind::Regulation, "Regulation (EU) No 2019/1148", None);
        check(
            DocumentKind::Decision,
            "Decision No 1/2019 of the Association Council",
            None,
        );
        check(DocumentKind::Decision, "Decision No 2177/84/ECSC", None);
        check(DocumentKind::Decision, "Joint Action 2008/124/CFSP", None);
        check(DocumentKind::Decision, "Framework Decision 2002/475/JHA", None);
        check(DocumentKind::Other, "2019/1", None);
    }
}
