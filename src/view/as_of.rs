//! The day as of which the page is shown: the field for it, and a line that explains any day other than the edition's.

use crate::domain::date::{Day, PartialDate, Period};
use crate::route::Page;
use crate::view::Context;
use crate::words::as_of;

/// The field for the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOfChoice {
    /// The day, as a date field has it: `2019-06-30`.
    pub day: String,
    /// The first and the last day of the record, in the same form.
    pub span: Option<(String, String)>,
    /// Whether it is another day than the edition's, so that there is a way back.
    pub is_moved: bool,
    /// What is wrong with the day that the reader left in the field.
    pub hint: Option<String>,
}

/// The line above a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOfBar {
    /// The day and what it means, if it is not the edition's: `As of 30 June 2019`, `: anything …`.
    pub line: Option<(String, String)>,
    /// The field, on pages without tools that hold it.
    pub choice: Option<AsOfChoice>,
}

impl Context<'_> {
    /// The field for the day; `hint` says what is wrong with its content.
    pub fn as_of_choice(&self, hint: Option<String>) -> AsOfChoice {
        let span = self.dataset.span();
        AsOfChoice {
            day: self.day.to_string(),
            span: span.map(|span| (span.first().to_string(), span.last().to_string())),
            is_moved: self.linked_day().is_some(),
            hint,
        }
    }

    /// The line above a page.
    pub fn as_of_bar(&self, page: &Page, hint: Option<String>) -> AsOfBar {
        let is_moved = self.linked_day().is_some();
        let has_choice = match page {
            page if page.is_view() => false,
            Page::About => is_moved,
            _ => true,
        };
        AsOfBar {
            line: is_moved.then(|| (as_of::as_of(&self.day_in_words()), self.as_of_words(page))),
            choice: has_choice.then(|| self.as_of_choice(hint)),
        }
    }

    /// What another day means, to follow the day itself.
    fn as_of_words(&self, page: &Page) -> String {
        // What the editors read out of the whole record cannot be worked out for another day.
        let readings = match page {
            Page::Table => as_of::READINGS[0],
            Page::Measure(_) => as_of::READINGS[1],
            _ => "",
        };
        let is_earlier = self.day < self.dataset.edition.status_date;
        as_of::meaning(is_earlier, &self.status_date(), readings)
    }

    /// The day that a reader has typed, where the record goes so far.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub fn typed_day(&self, text: &str) -> Result<Day, String> {
        let day = whole_day(text);
        let span = self.dataset.span();
        match (day, span) {
            (Some(day), _) if day == self.day => Ok(day),
            (Some(day), Some(span)) if !span.contains(day) => Err(self.out_of_span(span)),
            (Some(day), _) => Ok(day),
            (None, _) => Err(as_of::incomplete(&self.day_in_words())),
        }
    }

    fn out_of_span(&self, span: Period) -> String {
        let [first, last] = [span.first(), span.last()].map(|day| PartialDate::of_day(day).in_words());
        as_of::out_of_range(&first, &last, &self.day_in_words())
    }

    fn day_in_words(&self) -> String {
        PartialDate::of_day(self.day).in_words()
    }
}

/// The day in a text, if it is one day and nothing longer.
///
/// Parsed like all our dates: in a browser without a date field, the reader types it.
fn whole_day(text: &str) -> Option<Day> {
    let date = text.trim().parse::<PartialDate>().ok()?;
    date.is_day().then(|| date.period().first())
}
