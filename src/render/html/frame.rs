//! The frame around every page.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::render::html::marks::priority_swatch;
use crate::render::html::medium::Medium;
use crate::render::html::text::{href, link};
use crate::view::{
    Action, FrameView, Here, Link, NeighboursView, NoticesView, OfferView, SAMPLE, SkipTo, TabView, TrailView,
};
use crate::words::{about, filters, frame as words, own_data, search, share};

/// The places in the bar above a page that only some pages fill.
pub const TOOL_PLACES: [&str; 3] = ["folded-key", "view-tools", "arrange"];

/// The content of each place of a new page, by the name of the place; later each is updated by itself.
pub type Places<'a> = &'a dyn Fn(&str) -> Markup;

/// A place: the element has no box of its own.
pub fn place(name: &str, text: Places<'_>) -> Markup {
    html! { div.place data-place=(name) { (text(name)) } }
}

/// The frame around every page.
pub fn frame(frame: &FrameView, text: Places<'_>) -> Markup {
    html! {
        div.frame {
            div.running-head data-place="running-head" aria-hidden="true" { (text("running-head")) }
            @if !frame.is_on_paper {
                @for to in SkipTo::ALL {
                    a.skip-link href="#content" data-skip=(to.key()) data-do=(Action::Skip(*to).to_attribute()) { (to.label()) }
                }
                (top_bar(frame))
            }
            main #content tabindex="-1" {
                div data-place="notices" role="alert" { (text("notices")) }
                @if !frame.is_on_paper { div.waiting data-place="waiting" role="status" { (text("waiting")) } }
                (place("as-of-bar", text))
                @if !frame.is_on_paper { (view_bar(text)) (place("trail", text)) }
                (place("page", text))
            }
            @if !frame.is_on_paper { footer.embed-foot data-place="embed-foot" { (text("embed-foot")) } }
            footer.foot {
                p {
                    (frame.disclaimer) " "
                    span.foot-links {
                        @if let Some(since) = &frame.since { (link(since)) " · " }
                        a href=(href(&frame.about)) { (about::HEADING) }
                        " · " a href=(href(&frame.own_data)) { (own_data::HEADING) }
                    }
                }
            }
        }
        @if !frame.is_on_paper {
            input #own-file type="file" hidden tabindex="-1" accept=".json,.xlsx,.csv,.tsv,.txt,.zip,.html" aria-label=(own_data::CHOOSE);
            dialog.export #export data-place="share" aria-labelledby="export-title" {}
            // Invisible letters, whose width tells how wide the font is.
            span.lettering data-lettering aria-hidden="true" { (SAMPLE) }
        }
    }
}

/// The tabs, and beside them what the reader can set.
fn view_bar(text: Places<'_>) -> Markup {
    let [folded_key, view_tools, arrange] = TOOL_PLACES;
    html! {
        div.view-bar {
            (place("tabs", text))
            div.view-tools {
                button.sheet-open type="button" aria-controls="filters" aria-expanded="false"
                    data-do=(Action::ShowFilters(true).to_attribute()) { (filters::LABEL) }
                (place("as-of-choice", text))
                (place(folded_key, text))
                (place(view_tools, text))
                span.arrange { (place(arrange, text)) }
            }
        }
    }
}

/// Name, edition, search, and what is done with the page as a whole.
fn top_bar(frame: &FrameView) -> Markup {
    html! {
        header.top-bar {
            a.name href="#/table" data-do=(Action::ShowEverything.to_attribute()) { (frame.name) }
            div.edition { b { (frame.edition) } " · " span { (words::REPORTED_ON) } b { (frame.status_date) } }
            search.search-box {
                input type="search" role="combobox" aria-label=(search::LABEL)
                    placeholder=(search::placeholder(&frame.examples)) autocomplete="off" spellcheck="false"
                    aria-autocomplete="list" aria-controls="offers" aria-expanded="false";
                ul #offers data-place="offers" role="listbox" aria-label=(search::OFFERS) hidden {}
                p.for-listeners data-place="offers-announced" role="status" {}
                span.hits data-place="hits" {}
            }
            nav.top-links data-place="top-links" aria-label=(words::PAGE) { (top_links(&frame.about, "system")) }
        }
    }
}

/// What is done with the page as a whole.
pub fn top_links(about: &Link, theme: &str) -> Markup {
    html! {
        (link(about))
        " " button.export-button type="button" data-share aria-haspopup="dialog" data-do=(Action::Share.to_attribute()) { (share::SHARE) }
        " " button.quiet type="button" data-theme-switch=(theme) data-do=(Action::SwitchTheme.to_attribute()) { (words::THEME) span.theme-name { (words::theme(theme)) } }
    }
}

/// That the page is opening, and how far, until the app is there; or why there is no app.
pub fn opening() -> Markup {
    html! { p #opening { label { (words::OPENING) progress #opened max="1" {} } } }
}

/// That an answer is being worked out, and how far.
pub fn waiting(done: usize, all: usize) -> Markup {
    html! { label data-waiting { (words::WAITING) progress max=(all) value=(done) {} } }
}

/// The head of each sheet of paper, with what the signs of the page mean.
pub fn running_head(lines: &[String; 2], key: &Markup) -> Markup {
    html! { p { (lines[0]) } p.running-subject { (lines[1]) } (key) }
}

/// Below a view that stands in a frame of another page: its source, and the way to the whole.
pub fn embed_foot(source: &str, fragment: &str, name: &str) -> Markup {
    html! { p { (source) } a href={ "#" (fragment) } { (words::whole(name)) } }
}

/// The tabs above every page.
pub fn tabs(tabs: &[TabView]) -> Markup {
    let current = |here| match here {
        Here::AtIt => "page",
        Here::Within => "true",
    };
    html! {
        nav.tabs aria-label=(words::VIEWS) {
            ul {
                @for tab in tabs {
                    li {
                        a href=(href(&tab.link)) aria-current=[tab.here.map(current)] data-tab=(tab.key) { (tab.link.text) }
                    }
                }
            }
        }
    }
}

/// Messages about a link.
pub fn notices(notices: &NoticesView) -> Markup {
    html! {
        @if !notices.sentences.is_empty() {
            div.notices {
                div {
                    @for sentence in &notices.sentences { p data-notice { (sentence) } }
                    @if 0 < notices.more { p { (words::more_notices(notices.more)) } }
                }
                button.quiet type="button" data-do=(Action::Dismiss.to_attribute()) { (words::DISMISS) }
            }
        }
    }
}

/// What the search box offers; `active` is the one that the arrow keys have reached.
pub fn offers(offers: &[OfferView], active: Option<usize>) -> Markup {
    html! {
        @for (place, offer) in offers.iter().enumerate() {
            li role="option" id={ "offer-" (place) } data-offer=(place) aria-selected=(active == Some(place)) {
                b { (offer.name) } " " span { (offer.says) }
            }
        }
    }
}

/// The way from a tab to the page that is shown. In the record, where every measure has one, it is no landmark.
pub fn trail(trail: &TrailView, medium: Medium) -> Markup {
    let steps = html! {
        p {
            (link(&trail.view))
            @if let Some((color, priority)) = &trail.priority {
                (words::STEP)
                @match medium {
                    Medium::App => a href=(href(priority)) { (priority_swatch(*color)) (priority.text) },
                    Medium::Record => span { (priority.text) },
                }
            }
            @if let Some(here) = &trail.here { (words::STEP) span aria-current=[medium.in_app("page")] { (here) } }
        }
        @if let Some(found) = &trail.neighbours { (neighbours(found)) }
    };
    match medium {
        Medium::App => html! { nav.trail aria-label=(words::TRAIL) { (steps) } },
        Medium::Record => html! { div.trail { (steps) } },
    }
}

fn neighbours(neighbours: &NeighboursView) -> Markup {
    let [previous, next] = words::NEIGHBOURS;
    html! {
        p.neighbours {
            @if let Some(before) = &neighbours.before {
                a href=(href(before)) { span.for-listeners { (previous) } "‹ " (before.text) }
            }
            span { (neighbours.place) }
            @if let Some(after) = &neighbours.after {
                a href=(href(after)) { span.for-listeners { (next) } (after.text) " ›" }
            }
        }
    }
}
