//! The editors' remarks, folded by source.

use maud::{Markup, html};

use crate::render::html::text::link;
use crate::render::html::{earlier, rest};
use crate::view::{RemarkGroup, RemarkSubject, RemarkView, Remarks};

/// Every remark.
pub(super) fn remarks(remarks: &Remarks) -> Markup {
    html! {
        p {
            "Nothing was corrected silently. Where a source contradicts itself or another source, contains a mistake, leaves \
             something out or can be read in two ways, the data keeps what is printed and an editor’s remark says so. There are "
            (remarks.count) " remarks, listed here with the measure or document that each belongs to."
            @if 0 < remarks.contradictions {
                " Of these, " (remarks.contradictions)
                @if remarks.contradictions == 1 { " names" } @else { " name" }
                " the line that says otherwise."
            }
        }
        @for each in &remarks.groups { (group(each)) }
    }
}

fn group(group: &RemarkGroup) -> Markup {
    html! {
        details.remark-group data-remarks=(group.name) {
            summary { b { (group.name) } " " small { (group.list.count) } }
            (earlier(&group.list))
            ul.remark-list data-list=(group.list.name) {
                @for (place, remarks) in &group.places {
                    li {
                        p.remark-place { (link(place)) }
                        ul { @for each in remarks { (remark(each)) } }
                    }
                }
            }
            (rest(&group.list))
        }
    }
}

fn remark(remark: &RemarkView) -> Markup {
    html! {
        li.remark {
            p {
                @if let Some(other) = &remark.disagrees_with {
                    "Disagrees with " (link(other))
                    @if remark.note.is_some() { ": " }
                }
                @if let Some(note) = &remark.note { (note) }
            }
            @match &remark.subject {
                Some(RemarkSubject::Citation(document)) => p.remark-about { "on its reference to " (link(document)) },
                Some(RemarkSubject::Line(line, text)) => p.remark-about { "on " (link(line)) ": " (text) },
                None => {}
            }
        }
    }
}
