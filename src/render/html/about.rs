//! The page about the page.

mod remarks;
mod sources;
mod terms;

use maud::{Markup, html};

use crate::render::html::about::remarks::remarks;
use crate::render::html::about::sources::{rota, sources};
use crate::render::html::about::terms::definitions;
use crate::render::html::copy;
use crate::view::{AboutView, Action, Copied, LastCopy};

/// So many rows of what went wrong are seen without scrolling.
const ROWS: usize = 8;

/// The whole page.
pub fn about(about: &AboutView, last_copy: &LastCopy) -> Markup {
    let parts = [
        ("sources", "Sources", sources(&about.sources)),
        ("making", "How the data was compiled", making(&about.counts)),
        ("words", "What the terms mean", definitions()),
        ("slips", "How slips are counted", slips()),
        ("presidencies", "Presidencies", presidencies(about)),
        (
            "contradictions",
            "Contradictions in the sources, and other remarks",
            remarks(&about.remarks),
        ),
        (
            "checksum",
            "Is this the published data?",
            checksum(about.checksum.as_deref()),
        ),
        ("use", "Keyboard and privacy", keyboard_and_privacy()),
        (
            "errors",
            "Has anything gone wrong?",
            errors(about.errors.as_deref(), last_copy),
        ),
    ];
    html! {
        article.about-page {
            h1 tabindex="-1" { "About this page" }
            p.summary {
                "Where the measures under the renewed EU Internal Security Strategy stand, as reported in the Council’s own \
                 follow-up paper. This is an unofficial presentation: where it differs from the source, the source prevails."
            }
            nav.contents-list aria-label="Contents" {
                // Buttons, because the part of an address that a link would change is the app's own.
                ol { @for (id, heading, _) in &parts { li { (contents_entry(id, heading)) } } }
            }
            @for (id, heading, text) in &parts {
                h2 id={ "about-" (id) } tabindex="-1" { (heading) }
                (text)
            }
        }
    }
}

fn contents_entry(id: &str, heading: &str) -> Markup {
    let go_to = Action::GoTo(format!("about-{id}"));
    html! { button.quiet type="button" data-part=(id) data-do=(go_to.to_attribute()) { (heading) } }
}

fn making(counts: &str) -> Markup {
    html! {
        p {
            "Each measure was read and recorded by one person, then read again by another, who checked every number, date and \
             reference against the source. Titles, names, numbers and dates are copied; the sentences are newly written. What \
             the source prints is kept even where it is a mistake; an editor’s note then says so."
        }
        p {
            "A date is as precise as the source makes it – a day, a month, a quarter, a half-year or a year – and never a guess \
             in between. Where the source’s own wording says more, it is quoted beside the date."
        }
        p {
            "Page numbers in references are the printed ones. Where the text does not show one, it was counted from the nearest \
             printed numbers on either side; the two counts agree."
        }
        p {
            "Links to the official registers are derived from the document numbers, by one rule for each kind of number. There \
             is no link where no rule leads to a page, or where a marking keeps the document from the public."
        }
        p data-counts="" {
            "This copy of the page has loaded " (counts) ", and found no errors in them; had there been any, it would show them \
             instead."
        }
    }
}

/// The rule by which the slip of a commitment is counted.
fn slips() -> Markup {
    html! {
        p {
            "A commitment due in a given period may be met on any day of it, so a slip is counted from the last day of the \
             period: what was due in the second half of 2016 slips from 31 December 2016. The slip ends on the date on which \
             the commitment was met. What is overdue has not been met, so its slip runs to the status date and is shown as \
             “past due”; it stays overdue whatever date a later plan gives. Only where a commitment is open or changed does its \
             slip end on the date given by a later commitment on the same matter: it has then been “put off”."
        }
        p {
            "Slips are counted in whole months or, below one month, in days. A slip is only as exact as the date on which the \
             commitment was met: “10 months late”, but “up to 12 months late” where only the year is known. What has no date, \
             was dropped, or is not known to have been done has no slip."
        }
    }
}

fn presidencies(about: &AboutView) -> Markup {
    html! {
        p {
            "A measure belongs to a Presidency if the text names that Presidency, or if one of the dated facts falls wholly \
             within its half-year; a date that is only a year belongs to neither half. In the Presidencies column of the table, \
             a dark cell means that the text names the Presidency for something done, and a grey cell that only the date of \
             something done falls within its term. An outline stands for plans, a broken outline for plans by date alone."
        }
        (rota(about.rota_caption.as_deref(), &about.rota))
        p { small { "Based on Council Decision (EU) 2016/1316 and, for the years before it, Decision 2009/908/EU." } }
    }
}

/// The hash of the data, and over what it is taken.
fn checksum(hash: Option<&str>) -> Markup {
    html! {
        @match hash {
            Some(hash) => {
                p { "SHA-256 checksum of the data, taken when the page was built:" }
                p { code data-checksum="" { (hash) } }
            }
            None => p { "This copy of the page does not carry a checksum of its data." },
        }
        p {
            "The checksum covers the data as a single JSON text in UTF-8. This file holds it as the content of the element "
            code { "<script id=\"dataset\">" } ": JSON compressed with gzip and encoded in base64. Extract, decode and decompress \
             that content and hash the resulting bytes, and you must arrive at the same checksum. Two pages with the same \
             checksum show the same data."
        }
    }
}

fn keyboard_and_privacy() -> Markup {
    html! {
        p {
            "Everything can be reached with the Tab key. The table of actors is a single tab stop: inside it, the arrow keys move \
             among the headings and the cells with a number, Home and End go to the first and last of the row, Ctrl+Home to the \
             heading of the first row, and Ctrl+End to the last cell of the last row. In the search box, the arrow keys move \
             through the suggestions and Enter opens one. An acronym is a tab stop where it first appears on a page, and shows \
             there what it stands for."
        }
        p {
            "Escape closes the suggestions of the search box, the filters where they cover the page, and the expansion of an \
             acronym. There are no other shortcuts."
        }
        p {
            "The page is a single file. It makes no network requests: its Content-Security-Policy forbids them. Links to \
             registers open only when you follow them."
        }
    }
}

/// What went wrong since the page was opened, to be copied into a report.
fn errors(errors: Option<&str>, last_copy: &LastCopy) -> Markup {
    html! {
        @match errors {
            None => p { "Nothing has gone wrong since this page was opened." },
            Some(errors) => {
                p {
                    "The following has gone wrong since this page was opened. If something does not work, send it to whoever \
                     gave you the file."
                }
                textarea.citation data-seen-errors="" readonly="" rows=(ROWS) aria-label="What went wrong" { (errors) }
                (copy(Copied::Errors, last_copy))
            }
        }
    }
}
