//! Texts and links as HTML.

use maud::{Markup, Render, html};

use crate::query::Segment;
use crate::view::{Expansion, Link, Run};
use crate::words::line;

/// A text with its acronyms explained. Screen readers hear an expansion once on a page, within the text; everybody else sees it on
/// request.
pub fn runs(runs: &[Run]) -> Markup {
    html! {
        @for run in runs {
            @match run {
                Run::Words(segment) => (one(segment)),
                Run::Acronym { text, expansion } => {
                    abbr.acronym tabindex=(if expansion.is_first { "0" } else { "-1" }) { (marked(text)) (expanded(expansion)) }
                }
                Run::System { text, page, expansion } => {
                    @let address = format!("#{}", page.to_fragment());
                    a.system-link.acronym[expansion.is_some()] href=(address) {
                        (marked(text))
                        @if let Some(expansion) = expansion { (expanded(expansion)) }
                    }
                }
            }
        }
    }
}

fn expanded(expansion: &Expansion) -> Markup {
    html! { span.expansion aria-hidden=[(!expansion.is_first).then_some("true")] { " " (expansion.meaning) } }
}

/// A text in which what the reader looks for is marked.
pub fn marked(segments: &[Segment]) -> Markup {
    html! { @for segment in segments { (one(segment)) } }
}

fn one(segment: &Segment) -> Markup {
    html! { @if segment.hit { mark { (segment.text) } } @else { (segment.text) } }
}

/// A link into the page.
pub fn link(link: &Link) -> Markup {
    html! { a href=(href(link)) { (link.text) } }
}

/// A link to a line in its measure or section.
pub fn home_link(link: &Link) -> Markup {
    html! { a.home-link href=(href(link)) { (link.text) } }
}

/// Its address.
pub fn href(link: &Link) -> String {
    format!("#{}", link.route.to_fragment())
}

/// Links with commas between them.
pub fn links<'a>(links: impl IntoIterator<Item = &'a Link>) -> Markup {
    html! {
        @for (number, other) in links.into_iter().enumerate() {
            @if 0 < number { ", " }
            (link(other))
        }
    }
}

/// The editors' remark.
pub fn editor_note(note: impl Render) -> Markup {
    html! { p.editor-note { b { (line::NOTE) } (note) } }
}

/// A link that leads out of the page.
pub fn outside(url: &str, text: &str) -> Markup {
    html! { a href=(url) rel="noopener noreferrer" target="_blank" { (text) } }
}

/// The text, as a link that leads out of the page where there is an address.
pub fn outside_or_text(url: Option<&str>, text: &str) -> Markup {
    url.map_or_else(|| html! { (text) }, |url| outside(url, text))
}

/// A link to the page of a document in the official register.
pub fn register_link(url: &str, document: &str) -> Markup {
    html! {
        a.register-link href=(url) rel="noopener noreferrer" target="_blank" aria-label=(line::in_register(document)) {
            (line::REGISTER)
        }
    }
}
