//! What a reader sends to report an error in a line: a text to copy, and the same as a mail without an address.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::domain::date::PartialDate;
use crate::domain::id::LineId;
use crate::domain::vocabulary::Wording;
use crate::view::{Context, PageView, one_line};
use crate::words::error_report as words;

/// Mail programs cut off what is longer; so many letters of the line's words are in it.
const LONGEST_WORDS: usize = 600;

/// A report on one line, with room for the reader's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ErrorReport {
    /// What it is about: `ISS Follow-up: ISS-31-e1`.
    pub subject: String,
    /// The short code, the line's words, their source and page, the day, and what the reader is to add; each on a line of its own.
    pub lines: Vec<String>,
}

impl ErrorReport {
    /// The text to copy.
    pub fn text(&self) -> String {
        format!("{}\n\n{}\n", self.subject, self.lines.join("\n"))
    }

    /// The address that opens a mail in the reader's own program: it names nobody, because the page does not know who gave it to the
    /// reader.
    pub fn mail(&self) -> String {
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        // As RFC 6068 has it.
        let body = self.lines.join("\r\n") + "\r\n";
        format!("mailto:?subject={}&body={}", encoded(&self.subject), encoded(&body))
    }
}

impl Context<'_> {
    /// The report on a fact, a commitment or a later fact; none where there is no such line.
    pub fn error_report(&self, id: &LineId) -> Option<ErrorReport> {
        let text = one_line(self.dataset.text_of_line(id)?);
        let home = self.dataset.home_of_line(id)?;
        let sources = match (self.dataset.record(id), self.dataset.later_fact(id)) {
            (Some((home, record)), _) => vec![words::source(&self.place_in_source(home, record.locator()))],
            (None, Some((_, fact))) => {
                let pages = fact.evidence.iter().map(PageView::of);
                pages
                    .map(|page| words::page(&page.publisher, &page.days, &page.url))
                    .collect()
            }
            (None, None) => Vec::new(),
        };
        let code = self.dataset.vocabulary.code(id);
        let cut = text.char_indices().nth(LONGEST_WORDS);
        let said = cut.map_or(text.clone(), |(end, _)| words::cut(&text[..end]));
        let day = PartialDate::of_day(self.day).in_words();
        let name = self.dataset.vocabulary.one(Wording::Name);
        let first = [code.clone(), one_line(&self.name_of(home)), words::line(&said)];
        let rest = [
            words::edition(name, &self.dataset.edition.id, &day),
            String::new(),
            words::WRONG.to_owned(),
            String::new(),
            words::SAYS_OTHERWISE.to_owned(),
        ];
        let sources = sources.iter().map(|source| one_line(source));
        Some(ErrorReport {
            subject: words::subject(name, &code),
            lines: first.into_iter().chain(sources).chain(rest).collect(),
        })
    }
}
