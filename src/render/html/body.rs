//! The page of a body, and a body as a line.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::render::html::document::identifiers;
use crate::render::html::line::line;
use crate::render::html::list::rest;
use crate::render::html::measure::measure_line;
use crate::render::html::medium::Medium;
use crate::render::html::since::later_fact;
use crate::render::html::slips::{reading, slip_chart};
use crate::render::html::text::{link, outside, runs};
use crate::view::{
    Action, BodyAbout, BodyEntry, BodySection, BodyView, CountedView, OutcomeCounts, SectionIntro, SectionLines,
};
use crate::words::{body as words, later, slips};

/// Everything about one body; `message` is the result of saving its drawing.
pub fn body(body: &BodyView, message: &str) -> Markup {
    let entry = &body.entry;
    html! {
        article.thing-page.body-page data-body-page=(body.id) {
            p.kicker { (entry.kind) }
            h1 tabindex="-1" { (entry.short) }
            @if let Some(name) = &entry.name { p.summary { (name) } }
            @if let Some(about) = &body.about { p.body-about { (what_it_is(about)) } }
            (properties(body))
            p.body-selections { @for selection in &body.selections { (link(selection)) " " } }
            (contents(body))
            @if let Some([about, nothing_found]) = &body.nothing_found {
                section.dossier-section.since data-section="nothing-found" {
                    h2 { (later::HEADING) }
                    p.since-about { (about) }
                    p.body-about { (nothing_found) }
                }
            }
            @if let Some((chart, known, all)) = &body.slips {
                section.dossier-section data-section="slips" {
                    h2 id=(BodyView::SLIPS) tabindex="-1" { (slips::HEADING) }
                    (reading(known, true, message))
                    (slip_chart(chart))
                    p { (link(all)) }
                }
            }
            @for part in &body.sections { (section(part)) }
        }
    }
}

fn properties(body: &BodyView) -> Markup {
    html! {
        @if body.aliases.is_some() || body.site.is_some() || !body.identifiers.is_empty() {
            dl.properties {
                @if let Some(aliases) = &body.aliases { dt { (words::PROPERTIES[0]) } dd { (aliases) } }
                @if let Some(url) = &body.site {
                    dt { (words::PROPERTIES[1]) }
                    dd { (outside(url, url)) }
                }
                (identifiers(&body.identifiers))
            }
        }
    }
}

/// What the page holds, each with its count. Buttons, because the fragment of a link is the app's own address.
fn contents(body: &BodyView) -> Markup {
    let entry = |name: &str, id: &str, heading: &Markup| {
        html! {
            li {
                button.quiet type="button" data-contents=(name)
                    data-do=(Action::GoTo(id.to_owned()).to_attribute()) { (heading) }
            }
        }
    };
    html! {
        nav.contents-line aria-label=(words::SECTIONS) {
            ul {
                @if body.slips.is_some() { (entry("slips", BodyView::SLIPS, &html! { (slips::HEADING) })) }
                @for section in &body.sections { (entry(section.name, &section.heading_id(), &heading(section))) }
            }
        }
    }
}

fn section(section: &BodySection) -> Markup {
    let content = html! {
        section.dossier-section data-section=(section.name) {
            h2 id=(section.heading_id()) tabindex="-1" { (heading(section)) }
            @match &section.intro {
                Some(SectionIntro::Words(words)) => p { (words) },
                Some(SectionIntro::Since(words)) => p.since-about { (words) },
                Some(SectionIntro::Outcomes(counts)) => (outcomes(counts)),
                None => {}
            }
            (lines(section))
            (rest(&section.list))
        }
    };
    match section.lines {
        SectionLines::Since(_) => html! { div.since { (content) } },
        _ => content,
    }
}

fn heading(section: &BodySection) -> Markup {
    html! { (section.heading) " " small { (section.list.count) } }
}

fn outcomes(counts: &OutcomeCounts) -> Markup {
    let [of, and] = words::OUTCOMES;
    let last = counts.outcomes.len().saturating_sub(1);
    html! {
        p.body-outcomes {
            (of) b data-denominator="" { (counts.count) } " " (counts.noun) ", "
            @for (place, (state, count, words)) in counts.outcomes.iter().enumerate() {
                @if 0 < place { @if place == last { (and) } @else { ", " } }
                span data-outcome-count=(state.key()) { b { (count) } " " (words) }
            }
            (words::outcomes_as_of(&counts.day))
        }
    }
}

fn lines(section: &BodySection) -> Markup {
    let name = &section.list.name;
    html! {
        @match &section.lines {
            SectionLines::Facts(lines) => ol.facts data-list=(name) { @for each in lines { (line(each, Medium::App)) } },
            SectionLines::Since(facts) => {
                ol.facts data-list=(name) { @for fact in facts { (later_fact(fact, Medium::App)) } }
            }
            SectionLines::Bodies(bodies) => ol.partner-list data-list=(name) { @for body in bodies { (partner(body)) } },
            SectionLines::Documents(documents) => {
                ol.cited-list data-list=(name) { @for document in documents { (cited(document)) } }
            }
            SectionLines::Measures(measures) => {
                ol.measure-list data-list=(name) { @for measure in measures { (measure_line(measure)) } }
            }
        }
    }
}

fn partner(body: &CountedView) -> Markup {
    html! { li title=[&body.name] { (link(&body.thing)) " " small { (body.count) } } }
}

fn cited(document: &CountedView) -> Markup {
    html! {
        li {
            (link(&document.thing))
            span.document-title { @if let Some(title) = &document.name { (title) } }
            small { (document.count) }
        }
    }
}

/// A body by its names, in a line.
pub fn body_line(entry: &BodyEntry, about: Option<&BodyAbout>) -> Markup {
    html! {
        b { (entry.short) }
        @if let Some(name) = &entry.name { " " (name) }
        " " small { (entry.kind) }
        @if let Some(about) = about { " " (what_it_is(about)) }
    }
}

/// What a body is, and where that is said.
fn what_it_is(about: &BodyAbout) -> Markup {
    html! {
        (runs(&about.text)) " " small {
            (words::SAID_IN)
            @for (number, line) in about.lines.iter().enumerate() { @if 0 < number { "; " } (link(line)) }
            "."
        }
    }
}
