//! The page about the page.

mod remarks;
mod sources;
mod terms;

use maud::{Markup, Render, html};

use crate::render::html::about::remarks::remarks;
use crate::render::html::about::sources::{rota, sources};
use crate::render::html::about::terms::definitions;
use crate::render::html::copy;
use crate::render::html::text::link;
use crate::view::{AboutView, Action, Copied, LastCopy};
use crate::words::{about as words, definitions, later};

/// How many rows of errors are visible without scrolling.
const ROWS: usize = 8;

/// The whole page.
pub fn about(about: &AboutView, last_copy: &LastCopy) -> Markup {
    let parts = [
        ("sources", words::SOURCES, sources(&about.sources)),
        ("making", words::MAKING, making(about)),
        ("since", later::HEADING, since(about)),
        ("words", definitions::HEADING, definitions(&about.vocabulary)),
        ("slips", words::SLIPS, paragraphs(&words::SLIP_RULE)),
        ("presidencies", about.periods.as_str(), presidencies(about)),
        ("contradictions", words::REMARKS, remarks(&about.remarks)),
        ("checksum", words::CHECKSUM, checksum(about.checksum.as_deref())),
        ("use", words::USE, paragraphs(&words::HOW_USED)),
        ("errors", words::ERRORS, errors(about.errors.as_deref(), last_copy)),
    ];
    html! {
        article.about-page {
            h1 tabindex="-1" { (words::HEADING) }
            p.summary { (about.summary) }
            nav.contents-list aria-label=(words::CONTENTS) {
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

fn paragraphs<T: Render>(all: &[T]) -> Markup {
    html! { @for text in all { p { (text) } } }
}

fn making(about: &AboutView) -> Markup {
    html! { (paragraphs(&about.making)) p data-counts="" { (words::loaded(&about.counts)) } }
}

fn since(about: &AboutView) -> Markup {
    html! { (paragraphs(&about.later_facts)) p { (words::WRONG_FACTS) } @if let Some(since) = &about.since { p { (link(since)) } } }
}

fn presidencies(about: &AboutView) -> Markup {
    html! {
        p { (about.period_rule) }
        (rota(about))
        @if let Some(source) = &about.rota_source { p { small { (source) } } }
    }
}

fn checksum(hash: Option<&str>) -> Markup {
    let [before, after] = words::CHECKSUM_RULE;
    html! {
        @match hash {
            Some(hash) => {
                p { (words::CHECKSUM_OF_DATA) }
                p { code data-checksum="" { (hash) } }
            }
            None => p { (words::NO_CHECKSUM) },
        }
        p { (before) code { "<script id=\"dataset\">" } (after) }
    }
}

fn errors(errors: Option<&str>, last_copy: &LastCopy) -> Markup {
    html! {
        @match errors {
            None => p { (words::NO_ERRORS) },
            Some(errors) => {
                p { (words::ERRORS_SINCE) }
                textarea.citation data-seen-errors="" readonly="" rows=(ROWS) aria-label=(words::ERROR_FIELD) { (errors) }
                (copy(Copied::Errors, last_copy))
            }
        }
    }
}
