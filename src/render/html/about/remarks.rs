//! The editors' remarks, folded by source.

use maud::{Markup, html};

use crate::render::html::text::{href, link};
use crate::render::html::{earlier, rest};
use crate::view::{RemarkGroup, RemarkSubject, RemarkView, Remarks};
use crate::words::about as words;

/// Every remark.
pub(super) fn remarks(remarks: &Remarks) -> Markup {
    html! {
        p { (words::remarks(remarks.count, remarks.contradictions)) }
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
                    // The key lets Back find this remark again and open the group around it.
                    li data-key=(href(place)) {
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
                    (words::DISAGREES) (link(other))
                    @if remark.note.is_some() { ": " }
                }
                @if let Some(note) = &remark.note { (note) }
            }
            @match &remark.subject {
                Some(RemarkSubject::Citation(document)) => p.remark-about { (words::ON[0]) (link(document)) },
                Some(RemarkSubject::Line(line, text)) => p.remark-about { (words::ON[1]) (link(line)) ": " (text) },
                None => {}
            }
        }
    }
}
