//! The day as of which the page is shown: the field for it in the bar of every page, and a line that explains any day other than the edition's.

use crate::domain::date::{Day, PartialDate, Period};
use crate::route::Page;
use crate::view::Context;
use crate::words::{as_of, date};

/// The field for the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOfChoice {
    /// The day, the same to every reader: `30 Jun 2019`.
    pub day: String,
    /// What can be written there: `A day from 1 May 2006 to 31 December 2029, such as 3 Feb 2020`.
    pub help: Option<String>,
    /// The way back to the edition's day, unless it is shown, with that day: `3 Feb 2020`.
    pub as_reported: Option<(Day, String)>,
    /// The way to the day up to which later facts were looked for, unless it is shown, with that day: `29 Nov 2026`.
    pub as_known: Option<(Day, String)>,
    /// What is wrong with the day that the reader left in the field.
    pub hint: Option<String>,
}

/// The line above a page: the day and what it means, if it is not the edition's: `As of 30 June 2019`, `: anything …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOfBar(pub Option<(String, String)>);

impl Context<'_> {
    /// The field for the day, unless nothing on the page follows it and there is no way back to offer; `hint` says what is wrong with
    /// its content.
    pub fn as_of_choice_on(&self, page: &Page, hint: Option<String>) -> Option<AsOfChoice> {
        let has_choice = *page != Page::About || self.linked_day().is_some();
        has_choice.then(|| self.as_of_choice(hint))
    }

    /// The field for the day.
    pub fn as_of_choice(&self, hint: Option<String>) -> AsOfChoice {
        let help = self.days_to_choose().map(|span| {
            let [first, last] = ends_in_words(span);
            as_of::help(&first, &last, &in_short(self.dataset.edition.status_date))
        });
        AsOfChoice {
            day: in_short(self.day),
            help,
            as_reported: self.other(Some(self.dataset.edition.status_date)),
            as_known: self.other(self.as_known()),
            hint,
        }
    }

    /// The days that can be chosen: from the first date in the record to the last, or to the last day of which anything is known.
    fn days_to_choose(&self) -> Option<Period> {
        let known = self.as_known().map(Period::of_day);
        [self.dataset.span(), known]
            .into_iter()
            .flatten()
            .reduce(Period::joined)
    }

    /// A day that matters, unless it is shown.
    fn other(&self, day: Option<Day>) -> Option<(Day, String)> {
        let other = day.filter(|day| *day != self.day);
        other.map(|day| (day, in_short(day)))
    }

    /// The day up to which later facts were looked for.
    pub fn as_known(&self) -> Option<Day> {
        self.dataset.afterwards.as_ref().map(|afterwards| afterwards.checked)
    }

    /// The line above a page.
    pub fn as_of_bar(&self, page: &Page) -> AsOfBar {
        let moved = self.linked_day();
        AsOfBar(moved.map(|_| (as_of::as_of(&self.day_in_words()), self.as_of_words(page))))
    }

    /// What another day means, to follow the day itself.
    fn as_of_words(&self, page: &Page) -> String {
        // What the editors read out of the whole record cannot be worked out for another day.
        let readings = match page {
            Page::Table => as_of::READINGS[0],
            Page::Measure(_) => as_of::READINGS[1],
            _ => "",
        };
        let (status_date, checked) = (self.status_date(), self.as_known());
        match checked.map(|checked| PartialDate::of_day(checked).in_words()) {
            _ if self.day < self.dataset.edition.status_date => as_of::earlier(&status_date, readings),
            Some(checked) => as_of::later_as_known(&status_date, &checked, readings),
            None => as_of::later(&status_date, readings),
        }
    }

    /// The day that a reader has typed, where the record goes so far.
    ///
    /// # Errors
    /// What is wrong with it, in a sentence.
    pub fn typed_day(&self, text: &str) -> Result<Day, String> {
        let day = whole_day(text);
        let span = self.days_to_choose();
        match (day, span) {
            (Some(day), _) if day == self.day => Ok(day),
            (Some(day), Some(span)) if !span.contains(day) => Err(self.out_of_span(span)),
            (Some(day), _) => Ok(day),
            (None, _) => {
                let example = in_short(self.dataset.edition.status_date);
                Err(as_of::incomplete(&example, &self.day_in_words()))
            }
        }
    }

    fn out_of_span(&self, span: Period) -> String {
        let [first, last] = ends_in_words(span);
        as_of::out_of_range(&first, &last, &self.day_in_words())
    }

    fn day_in_words(&self) -> String {
        PartialDate::of_day(self.day).in_words()
    }
}

fn in_short(day: Day) -> String {
    PartialDate::of_day(day).in_short()
}

fn ends_in_words(span: Period) -> [String; 2] {
    [span.first(), span.last()].map(|day| PartialDate::of_day(day).in_words())
}

/// The day in a text, if it is one day and nothing longer: `2020-02-03`, `3 Feb 2020`, `3 February 2020`, `Feb 3, 2020` or
/// `3.2.2020`. What one reader takes for March and another for February is no day: `02/03/2020`.
fn whole_day(text: &str) -> Option<Day> {
    let text = text.trim();
    if let Ok(date) = text.parse::<PartialDate>() {
        return date.is_day().then(|| date.period().first());
    }
    let pieces: Vec<&str> = match text.split('.').collect::<Vec<_>>() {
        pieces if pieces.len() == 3 => pieces,
        _ => text
            .split([' ', ',', '\u{a0}'])
            .filter(|piece| !piece.is_empty())
            .collect(),
    };
    let &[one, other, year] = pieces.as_slice() else {
        return None;
    };
    let number = |text: &str| text.trim().parse::<i8>().ok();
    let month = |text: &str| date::month_named(text);
    let (day, month) = match (month(one), month(other)) {
        (Some(month), None) => (number(other)?, month),
        (None, Some(month)) => (number(one)?, month),
        _ if text.contains('.') => (number(one)?, number(other)?),
        _ => return None,
    };
    let date = format!("{:0>4}-{month:02}-{day:02}", year.trim());
    let date = date.parse::<PartialDate>().ok().filter(|_| year.trim().len() == 4)?;
    Some(date.period().first())
}
