//! Documents by their official names, however these are written: as a source prints a number, as a register does, or as the
//! address of a page there.

use percent_encoding::percent_decode_str;

use crate::domain::document::DocumentKind;
use crate::domain::invisible_chars::plain;
use crate::domain::{act_number, register};

/// The official names that a text may give a document, the likeliest first: that of a file in the Council's register
/// (`ST-9727-2019-INIT`), the series, year and number of a Commission document (`COM:2017:610`), the CELEX number of a legal act.
///
/// ```
/// use iss_followup::domain::reference::official_names;
///
/// assert_eq!(official_names("COM/2017/0610"), ["COM:2017:610"]);
/// assert_eq!(official_names("doc. ST9727/19"), ["ST-9727-2019-INIT"]);
/// let address = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX%3A32019R0817";
/// assert_eq!(official_names(address), ["32019R0817"]);
/// assert!(official_names("26 February 2019").is_empty());
/// ```
pub fn official_names(text: &str) -> Vec<String> {
    // Nothing that names a document is longer.
    if 400 < text.len() || !text.contains(|character: char| character.is_ascii_digit()) {
        return Vec::new();
    }
    let text = percent_decode_str(&plain(text)).decode_utf8_lossy().to_uppercase();
    let named = if is_address(&text) {
        named_by_address(&text)
    } else {
        Some(text.as_str())
    };
    let parts = parts(named.unwrap_or_default());
    let [rest @ .., last] = parts.as_slice() else {
        return Vec::new();
    };
    let parts = if matches!(*last, "PDF" | "HTML" | "TXT") {
        rest
    } else {
        &parts
    };
    let name = celex(parts).or_else(|| commission(parts)).or_else(|| identifier(parts));
    match name {
        Some(name) => vec![name],
        None => council(parts).into_iter().chain(acts(parts)).collect(),
    }
}

/// The official name of a document of that kind with that number; see [`official_names`].
pub fn official_name(kind: DocumentKind, number: &str) -> Option<String> {
    let capitals = number.to_uppercase();
    let parts = parts(&capitals);
    match kind {
        DocumentKind::Council | DocumentKind::WorkingPaper => {
            let series = if kind == DocumentKind::Council { "ST-" } else { "WK-" };
            council(&parts).into_iter().find(|name| name.starts_with(series))
        }
        DocumentKind::Com | DocumentKind::Swd | DocumentKind::Join | DocumentKind::C => commission(&parts),
        _ => register::celex(kind, number, None),
    }
}

/// How far apart two official names of one series are: 0 where only the version differs, then years before numbers. None between
/// series.
pub fn distance(one: &str, other: &str) -> Option<u32> {
    const YEAR: u32 = 1_000_000;
    let (one, other) = (series_year_serial(one)?, series_year_serial(other)?);
    (one.0 == other.0).then(|| one.1.abs_diff(other.1) * YEAR + one.2.abs_diff(other.2))
}

/// The series of an official name, or the letter of an act, its year and its number.
fn series_year_serial(name: &str) -> Option<(&str, u32, u32)> {
    match parts(name)[..] {
        [series @ ("ST" | "WK"), serial, year_part, ..] => Some((series, year(year_part)?, number(serial)?)),
        [sector_and_year, letter, serial] if letter.len() == 1 => {
            Some((letter, year(sector_and_year.get(1..)?)?, number(serial)?))
        }
        [series, year_part, serial] => Some((series, year(year_part)?, number(serial)?)),
        _ => None,
    }
}

fn is_address(text: &str) -> bool {
    text.contains("://") || text.contains("EUROPA.EU/")
}

/// The part of an address, in capitals, that names the document. Sources: the addresses in the Council's public register, and
/// EUR-Lex, *How to link to EUR-Lex*.
fn named_by_address(address: &str) -> Option<&str> {
    const PATHS: [(&str, &[char]); 6] = [
        ("/DOC/DOCUMENT/", &['/', '?', '#']),
        ("F=", &['&', '#']),
        ("URI=", &['&', '#']),
        ("/CELEX/", &['/', '?', '#']),
        ("/ELI/", &['?', '#']),
        // The register's addresses before 2014: `/pdf/en/09/st05/st05842.en09.pdf`.
        ("/ST", &['?', '#']),
    ];
    PATHS.iter().find_map(|(before, ends)| {
        let start = address.rfind(before)?;
        let start = start + before.find("ST").unwrap_or(before.len());
        let start = start - if *before == "/ELI/" { "ELI/".len() } else { 0 };
        address[start..].split(*ends).next()
    })
}

/// Its numbers and its words; whatever else stands between them says nothing.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for word in text.split(|character: char| !character.is_ascii_alphanumeric()) {
        let runs = word
            .as_bytes()
            .chunk_by(|one, other| one.is_ascii_digit() == other.is_ascii_digit());
        let mut rest = word;
        for run in runs {
            let (part, behind) = rest.split_at(run.len());
            parts.push(part);
            rest = behind;
        }
    }
    let is_noise = |part: &&str| matches!(*part, "DOC" | "DOCUMENT" | "NO" | "NR" | "CELEX" | "URI");
    let noise = parts.iter().take_while(|part| is_noise(part)).count();
    parts.split_off(noise)
}

/// `32019R0817`, also as consolidated (`02019R0817-20190522`), and `52017DC0610` of a Commission document. Source: EUR-Lex, *Types
/// of documents in EUR-Lex*.
fn celex(parts: &[&str]) -> Option<String> {
    let [sector_and_year, letters, serial, ..] = parts else {
        return None;
    };
    let sector = sector_and_year.get(..1)?;
    let year = year(sector_and_year.get(1..).filter(|year| year.len() == 4)?)?;
    let serial = number(serial).filter(|_| serial.len() == 4)?;
    match (sector, *letters) {
        ("0" | "3", "R" | "L" | "D" | "F") => Some(act(year, letters, serial)),
        ("5", "DC" | "PC") => Some(format!("COM:{year}:{serial}")),
        ("5", "JC") => Some(format!("JOIN:{year}:{serial}")),
        ("5", "SC") => Some(format!("SWD:{year}:{serial}")),
        _ => None,
    }
}

/// `COM(2017) 610 final`, `COM/2017/0610`, `COM:2017:610:FIN`.
fn commission(parts: &[&str]) -> Option<String> {
    let [
        series @ ("COM" | "SWD" | "SEC" | "JOIN" | "C"),
        year_part,
        serial,
        rest @ ..,
    ] = parts
    else {
        return None;
    };
    let (year, serial) = (year(year_part)?, number(serial)?);
    let is_whole = rest.iter().all(|part| matches!(*part, "FINAL" | "FIN" | "EN"));
    is_whole.then(|| format!("{series}:{year}:{serial}"))
}

/// `eli/reg_impl/2019/817/oj`. Source: EUR-Lex, *ELI register, EU Publications Office*.
fn identifier(parts: &[&str]) -> Option<String> {
    let (letter, rest) = match parts {
        ["ELI", "REG", rest @ ..] => ("R", rest),
        ["ELI", "DIR", rest @ ..] => ("L", rest),
        ["ELI", "DEC", "FRAMW", rest @ ..] => ("F", rest),
        ["ELI", "DEC", rest @ ..] => ("D", rest),
        _ => return None,
    };
    let form = rest.first().filter(|form| matches!(**form, "IMPL" | "DEL"));
    let rest = &rest[usize::from(form.is_some())..];
    let [year_part, serial, ..] = rest else {
        return None;
    };
    Some(act(year(year_part)?, letter, number(serial)?))
}

/// `ST 9727 2019 INIT`, `9727/19`, `WK 12876/18`, `9044/1/19`, `5782/16 ADD 1`, `st05842.en09`; without a series both are possible.
fn council(parts: &[&str]) -> Vec<String> {
    let (series, rest): (&[&str], _) = match parts {
        ["ST", rest @ ..] => (&["ST"], rest),
        ["WK", rest @ ..] => (&["WK"], rest),
        rest => (&["ST", "WK"], rest),
    };
    let name = council_name(rest);
    let name = name.iter();
    name.flat_map(|name| series.iter().map(move |series| format!("{series}-{name}")))
        .collect()
}

/// What stands behind the series.
fn council_name(parts: &[&str]) -> Option<String> {
    let (serial, year_part, mut rest) = match parts {
        [serial, "EN", year, rest @ ..] => (serial, year, rest),
        // `9044/1/19` is its first revision, whether that is said again or not.
        [serial, revision, year_part, rest @ ..] if number(revision).is_some() && year(year_part).is_some() => {
            let base = council_name(&[serial, year_part])?;
            let base = base.strip_suffix("INIT")?;
            let revision = format!("REV-{}", number(revision)?);
            let said_again = if rest.first() == Some(&"REV") { 2 } else { 0 };
            let others = council_suffix(rest.get(said_again..)?)?;
            return Some(format!("{base}{revision}{others}"));
        }
        [serial, year, rest @ ..] => (serial, year, rest),
        _ => return None,
    };
    if let ["INIT", others @ ..] = rest {
        rest = others;
    }
    let suffix = council_suffix(rest)?;
    let suffix = if suffix.is_empty() { "-INIT" } else { &suffix };
    Some(format!("{}-{}{suffix}", number(serial)?, year(year_part)?))
}

/// `REV 1 ADD 2` becomes `-REV-1-ADD-2`; the language that may follow says nothing.
fn council_suffix(parts: &[&str]) -> Option<String> {
    let pairs = parts.strip_suffix(&["EN"]).unwrap_or(parts).chunks(2);
    let suffix = pairs.map(|pair| match pair {
        [word @ ("REV" | "ADD" | "COR" | "EXT"), count] => Some(format!("-{word}-{}", number(count)?)),
        _ => None,
    });
    suffix.collect()
}

/// `Regulation (EU) 2019/817`, `Directive 2008/114/EC`, `2019/817`: of every type that the words leave open, the year first or last.
fn acts(parts: &[&str]) -> Vec<String> {
    let is_word = |part: &&&str| !part.starts_with(|first: char| first.is_ascii_digit());
    let words: Vec<&str> = parts.iter().filter(is_word).copied().collect();
    let numbers: Vec<&str> = parts.iter().filter(|part| !is_word(part)).copied().collect();
    let [one, two] = numbers[..] else {
        return Vec::new();
    };
    let is_expected = |word: &&str| {
        let is_type = ["REG", "DIR", "DEC"]
            .iter()
            .any(|beginning| word.starts_with(beginning));
        let is_domain = matches!(*word, "EU" | "EC" | "EEC" | "EURATOM" | "JHA" | "CFSP" | "NO");
        is_type
            || is_domain
            || matches!(
                *word,
                "COUNCIL" | "COMMISSION" | "FRAMEWORK" | "IMPLEMENTING" | "DELEGATED"
            )
    };
    if !words.iter().all(is_expected) {
        return Vec::new();
    }
    let has = |beginning: &str| words.iter().any(|word| word.starts_with(beginning));
    let letters: &[&str] = match () {
        () if has("REG") => &["R"],
        () if has("DIR") => &["L"],
        () if has("FRAMEWORK") => &["F"],
        () if has("DEC") => &["D", "F"],
        () => &["R", "L", "D", "F"],
    };
    let mut orders = [(one, two), (two, one)];
    // Behind `No` the serial number comes first.
    if words.contains(&"NO") {
        orders.reverse();
    }
    let dated = orders
        .into_iter()
        .filter_map(|(year_part, serial)| Some((year(year_part)?, number(serial)?)));
    let dated = dated.filter(|(_, serial)| *serial <= 9999);
    let named = dated.flat_map(|(year, serial)| letters.iter().map(move |letter| act(year, letter, serial)));
    named.collect()
}

fn act(year: u32, letter: &str, serial: u32) -> String {
    format!("3{year}{letter}{serial:04}")
}

/// Of two digits or four; see [`act_number::four_digit_year`].
fn year(part: &str) -> Option<u32> {
    act_number::four_digit_year(part)
}

/// A number without its leading zeros; 0 is none.
fn number(part: &str) -> Option<u32> {
    let digits = Some(part).filter(|part| part.len() <= 6 && part.bytes().all(|byte| byte.is_ascii_digit()));
    digits?.parse().ok().filter(|number| *number != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, spellings: &str) {
        for text in spellings.lines().map(str::trim).filter(|text| !text.is_empty()) {
            let names = official_names(text);
            assert_eq!(names.first().map(String::as_str), Some(name), "{text}: {names:?}");
        }
    }

    #[test]
    fn council_documents_are_known_in_every_spelling() {
        check(
            "ST-9727-2019-INIT",
            "9727/19
            9727/2019
            ST 9727 2019 INIT
            ST-9727-2019-INIT
            st–9727–2019–init
            doc. 9727/19
            ST9727/19
            ST 9727/19 EN
            9727⁄19
            https://data.consilium.europa.eu/doc/document/ST-9727-2019-INIT/en/pdf
            data.consilium.europa.eu/doc/document/ST%209727%202019%20INIT/EN/pdf
            http://register.consilium.europa.eu/doc/srv?l=EN&f=ST%209727%202019%20INIT
            http://register.consilium.europa.eu/pdf/en/19/st09/st09727.en19.pdf",
        );
        check("ST-9727-2019-INIT", "9727\u{200b}/19");
        check(
            "ST-9044-2019-REV-1",
            "9044/1/19
            9044/1/19 REV 1
            ST 9044 2019 REV 1
            9044/19 REV1",
        );
        check("ST-9044-2019-REV-1-ADD-2", "9044/1/19 REV 1 ADD 2\n9044/1/19 ADD 2");
        check("ST-5782-2016-ADD-1", "5782/16 ADD 1\nST-5782-2016-ADD-1");
        check("WK-12876-2018-INIT", "WK 12876/18\nWK12876/2018\nwk-12876-2018-init");
    }

    #[test]
    fn acts_and_commission_documents_are_too() {
        check(
            "32019R0817",
            "32019R0817
            CELEX:32019R0817
            celex 32019r0817
            02019R0817-20190522
            Regulation (EU) 2019/817
            Reg. 2019/817
            2019/817
            (EU) 2019/817
            eli/reg/2019/817/oj
            http://data.europa.eu/eli/reg/2019/817/oj
            https://eur-lex.europa.eu/eli/reg/2019/817/2019-05-22
            https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32019R0817
            https://eur-lex.europa.eu/legal-content/EN/TXT/HTML/?uri=celex%3A32019R0817&from=EN
            https://eur-lex.europa.eu/LexUriServ/LexUriServ.do?uri=CELEX:32019R0817:EN:HTML
            http://publications.europa.eu/resource/celex/32019R0817",
        );
        check("32008L0114", "Directive 2008/114/EC\ndirective 2008/114");
        check(
            "32002F0475",
            "Framework Decision 2002/475/JHA\neli/dec_framw/2002/475/oj",
        );
        check("32006R1987", "Regulation (EC) No 1987/2006");
        check(
            "COM:2017:610",
            "COM(2017) 610 final
            COM (2017) 610
            COM/2017/0610
            COM/2017/0610 final
            COM:2017:610:FIN
            COM-2017-610
            52017DC0610
            https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=COM:2017:610:FIN
            https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=COM%3A2017%3A610%3AFIN",
        );
        check("JOIN:2018:36", "JOIN(2018) 36 final\nJOIN/2018/0036");
    }

    #[test]
    fn what_names_no_document_has_no_name() {
        let others = "31|9727|ISS-31|31-c1|26 February 2019|9727/19 and 5618/20|C-505/19|case 2018-1083|0/19|\
            https://www.consilium.europa.eu/en/|https://example.eu/2019/12/x";
        for text in others.split('|').chain([""]) {
            assert_eq!(official_names(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn names_of_one_series_are_as_far_apart_as_their_years_and_numbers() {
        let of = |one, other| distance(one, other);
        assert_eq!(of("ST-9044-2019-INIT", "ST-9044-2019-REV-1"), Some(0));
        assert_eq!(of("ST-9044-2019-INIT", "ST-9045-2018-INIT"), Some(1_000_001));
        assert_eq!(of("32019R0817", "32019R0818"), Some(1));
        assert_eq!(of("32019R0817", "32019L0817"), None);
        assert_eq!(of("COM:2017:610", "COM:2016:610"), Some(1_000_000));
        assert_eq!(of("COM:2017:610", "ST-610-2017-INIT"), None);
    }

    #[test]
    fn without_a_series_each_is_possible() {
        let names = official_names("9727/2019");
        assert_eq!(names[..2], ["ST-9727-2019-INIT", "WK-9727-2019-INIT"]);
        assert!(names.contains(&"32019R9727".to_owned()), "{names:?}");
    }
}
