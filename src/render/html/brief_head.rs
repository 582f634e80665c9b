//! The head of a handover brief.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::vocabulary::Vocabulary;
use crate::render::html::control::{choice, choice_of};
use crate::render::html::copy;
use crate::render::html::selection::{clear_all, selection_parts, sources};
use crate::render::html::text::{href, link};
use crate::view::{Action, BriefHeadView, BriefToolsView, Copied, LastCopy, MissingBriefView, Setting, TermView};
use crate::words::brief_page;

/// The choice of a Presidency, as links.
pub fn presidency_picker(trios: &[Vec<TermView>], own: &Vocabulary) -> Markup {
    html! {
        nav.presidency-picker aria-label=(own.say(brief_page::PICKER)) {
            ul { @for trio in trios { li { ul { @for presidency in trio { li { (term(presidency)) } } } } } }
        }
    }
}

fn term(term: &TermView) -> Markup {
    html! {
        a href=(href(&term.brief)) aria-current=[term.is_shown.then_some("page")] data-brief-of=(term.brief.text) title=(term.days) {
            (term.brief.text) " " span.for-listeners { (term.country) } " " small { (term.half_year) }
        }
    }
}

/// Whose briefs they are, and what narrows them.
pub fn brief_head(head: &BriefHeadView) -> Markup {
    html! {
        div.brief-head {
            p.kicker { (brief_page::KICKER) }
            h1 tabindex="-1" { (head.title) }
            p.brief-selection {
                b data-count="" { (head.selection.count) }
                (selection_parts(&head.selection.parts)) " " (clear_all(head.selection.is_narrowed))
            }
            (sources(&head.selection))
        }
    }
}

/// What can be set.
pub fn arrange_brief(tools: &BriefToolsView, own: &Vocabulary) -> Markup {
    let neighbours = tools.neighbours.iter();
    let neighbours = neighbours.map(|(key, label, is_chosen)| (key.as_str(), label.clone(), *is_chosen));
    html! {
        (choice(Setting::BriefBy, tools.by, own))
        (choice_of(Setting::CompareWith, Setting::CompareWith.label(), neighbours))
    }
}

/// The buttons that print and copy.
pub fn brief_tools(last_copy: &LastCopy) -> Markup {
    html! {
        button type="button" data-print="" data-do=(Action::Print.to_attribute()) { (brief_page::PRINT) }
        (copy(Copied::Brief, last_copy))
    }
}

/// The message for a link to a Presidency without a brief.
pub(super) fn missing_brief(missing: &MissingBriefView) -> Markup {
    let [before, after] = [brief_page::MISSING_NAME[0], &missing.after_name];
    html! {
        div.missing-brief {
            h1 tabindex="-1" { (brief_page::MISSING) }
            p data-notice="" { (before) bdi { (missing.name) } (after) }
            @if let Some(nearest) = &missing.nearest { p { (brief_page::NEAREST) (link(nearest)) "." } }
        }
    }
}
