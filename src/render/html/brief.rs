//! Handover briefs, section beside section.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::query::Basis;
use crate::render::html::brief_head::missing_brief;
use crate::render::html::brief_line::{brief_line, grounds};
use crate::render::html::brief_summary::brief_summary;
use crate::render::html::list::rest;
use crate::render::html::marks::priority_swatch;
use crate::render::html::parts::folded;
use crate::view::{
    Action, BriefCountView, BriefGroupView, BriefGroupsView, BriefPageView, BriefSectionView, BriefTitleView, BriefView,
};
use crate::words::brief_page;

/// The briefs, or the message that there are none.
pub fn brief_page(page: &BriefPageView) -> Markup {
    html! {
        @if let Some(briefs) = &page.briefs { (brief(briefs)) }
        @if let Some(missing) = &page.missing { (missing_brief(missing)) }
    }
}

fn brief(brief: &BriefView) -> Markup {
    html! {
        div.brief data-briefs=(brief.titles.len()) {
            div.brief-columns { @for each in &brief.titles { (title(each, &brief.key)) } }
            @for (part, sections) in &brief.parts {
                div.brief-columns data-part=(part.key()) { @for each in sections { (section(each)) } }
            }
        }
    }
}

fn title(title: &BriefTitleView, key: &str) -> Markup {
    html! {
        header.brief-title data-brief=(title.id) data-key=(title.id) {
            @if title.has_neighbour { h2 { (title.title) } }
            ul.brief-counts aria-label=(brief_page::sections_of(&title.title)) { @for each in &title.counts { (count(each)) } }
            (folded("brief-summary", &title.summary.fold, &html! {
                summary { b { (brief_page::SUMMARY) } " " small { (title.summary.line) } }
                dl.properties { @for (name, value) in title.properties.iter().filter(|(_, value)| !value.is_empty()) { dt { (name) } " " dd { (value) } } }
                (brief_summary(&title.summary))
                p.brief-key { (grounds(Basis::Named, Basis::Named.label())) (grounds(Basis::ByDate, Basis::ByDate.label())) " " (key) }
            }))
        }
    }
}

fn count(count: &BriefCountView) -> Markup {
    html! {
        li {
            button.quiet type="button" data-brief-count=(count.part.key()) data-do=(Action::GoTo(count.section.clone()).to_attribute()) {
                b { (count.count) } " " span { (count.heading) } " "
                small { @if let Some(past_due) = &count.past_due { (past_due) } }
            }
        }
    }
}

fn section(section: &BriefSectionView) -> Markup {
    html! {
        section.brief-section data-section=(section.name) data-key=(section.name) {
            h2 id=(section.name) tabindex="-1" {
                @if let Some(country) = &section.country { span.brief-country { (country) ": " } }
                (section.heading) " " small data-section-count=(section.count) { (section.count_in_words) }
            }
            (folded("brief-why", &section.rule_fold, &html! { summary { (brief_page::RULE) } p.brief-rule { (section.rule) } }))
            (groups(&section.groups))
            @if let Some(unknown) = &section.unknown {
                div.brief-unknown data-unknown=(unknown.count) {
                    p.brief-rule { (unknown.words) }
                    (groups(&unknown.groups))
                }
            }
        }
    }
}

fn groups(groups: &BriefGroupsView) -> Markup {
    html! {
        div data-list=(groups.list.name) { @for each in &groups.groups { (group(each)) } }
        (rest(&groups.list))
    }
}

fn group(group: &BriefGroupView) -> Markup {
    html! {
        div.brief-group data-group=(group.key) data-key=(group.list.name) {
            h3 title=[&group.full] {
                @if let Some(color) = group.color { (priority_swatch(color)) }
                (group.name) " " small { (group.list.count) } " "
                @if let Some(past_due) = &group.past_due { small.past-due { (past_due) } }
            }
            ol.brief-rows data-list=(group.list.name) { @for line in &group.lines { (brief_line(line)) } }
            (rest(&group.list))
        }
    }
}
