//! How things are cited.

/// `measure 31, ‘Monitoring of the PNR Directive’`.
pub fn measure(number: &str, title: &str) -> String {
    format!("measure {number}, ‘{title}’")
}

/// After the measure or section, where its page is not printed.
pub const PAGE_COUNTED: &str = "; page counted, not printed";

/// `; ISS-31 in ISS Follow-up, edition 5618/20, …`
pub fn code_in(code: &str, edition: &str) -> String {
    format!("; {code} in {edition}")
}

/// `cited in ISS Follow-up, edition 5618/20, …`
pub fn cited_in(edition: &str) -> String {
    format!("cited in {edition}")
}

/// `ISS Follow-up, edition 5618/20, as reported on 3 February 2020`.
pub fn edition(name: &str, id: &str, day: &str) -> String {
    format!("{name}, edition {id}, as reported on {day}")
}

/// The same as of another day: `ISS Follow-up, edition 5618/20, as of 29 November 2026`.
pub fn edition_on(name: &str, id: &str, day: &str) -> String {
    format!("{name}, edition {id}, as of {day}")
}

/// The same of what is reported after the record ends.
pub fn later_edition(name: &str, id: &str, day: &str) -> String {
    format!("{name}, edition {id}, what public sources report since, as found by {day}")
}

/// `read 29 November 2026`.
pub fn read(day: &str) -> String {
    format!("read {day}")
}

/// What a page reports, in our own words.
pub fn reports(date: &str, text: &str) -> String {
    format!("reports for {date}: {}", text.trim_end_matches('.'))
}

/// Another page that does.
pub fn also_by(publisher: &str, url: &str) -> String {
    format!("also {publisher}, {url}")
}

/// In quotation marks.
pub fn quoted(title: &str) -> String {
    format!("‘{title}’")
}

/// Between authors.
pub const AND: &str = " and ";

/// `p. 62`.
pub fn page(page: u32) -> String {
    format!("p. {page}")
}

/// The place in a document: a bare number would be taken for a part of the date before it.
pub fn at(section: &str) -> String {
    let is_number = section.starts_with(|first: char| first.is_ascii_digit());
    let at = if is_number { "at " } else { "" };
    format!("{at}{section}")
}

/// An institution with its own documents.
pub const COUNCIL: &str = "Council of the European Union";

/// An institution with its own documents.
pub const COMMISSION: &str = "European Commission";

/// The two that issue joint communications.
pub const COMMISSION_AND_HIGH_REPRESENTATIVE: &str =
    "European Commission and High Representative of the Union for Foreign Affairs and Security Policy";

/// An institution with its own documents.
pub const UNITED_NATIONS: &str = "United Nations";
