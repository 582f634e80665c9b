//! The dialog in which what is shown is shared, cited and exported, in parts.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::vocabulary::Vocabulary;
use crate::render::html::{choice, copy};
use crate::view::{Action, CiteView, Copied, ErrorReport, Export, ExportState, Extent, LastCopy, Setting, WaysView};
use crate::words::{error_report, share as words};

/// What the dialog is about, and the way out of it.
pub fn share_head(what: &str) -> Markup {
    html! {
        header {
            h2 id="export-title" { (words::HEADING) }
            button type="button" data-share-close="" data-do=(Action::CloseDialog.to_attribute()) { (words::CLOSE) }
        }
        p.export-what data-share-what="" { (what) }
    }
}

/// The ways to send what is shown.
pub fn share_ways(ways: &WaysView, last_copy: &LastCopy) -> Markup {
    let ([save_copy, what_copy_is], [before_code, after_code]) = (words::COPY, words::CODE);
    html! {
        section aria-labelledby="export-ways" {
            h3 id="export-ways" { (words::SHARE) }
            @if ways.link.is_some() { div.export-way data-way="link" { (copy(Copied::Link, last_copy)) } }
            div.export-way data-way="copy" {
                button type="button" data-save-copy="" data-do=(Action::SaveCopy.to_attribute()) { (save_copy) }
                p { (what_copy_is) }
                p role="status" data-saved-copy="" { (ways.saved) }
            }
            @if let Some(code) = &ways.code {
                div.export-way data-way="code" {
                    (copy(Copied::Code, last_copy))
                    p { (before_code) code { (code) } (after_code) }
                }
            }
            @if ways.frame.is_some() {
                div.export-way data-way="frame" {
                    (copy(Copied::Frame, last_copy))
                    p { (words::FRAME) }
                }
            }
            @if ways.link.is_none() {
                p { small { (words::NO_LINK) } }
            }
        }
    }
}

/// A frame for another page that shows what stands at that address.
pub fn frame_code(address: &str, title: &str) -> String {
    html! { iframe src=(address) title=(title) width="100%" height="480" loading="lazy" style="border:0" {} }
        .into_string()
}

/// The citation with the choice of its style; or the message that there is nothing to cite.
pub fn share_citation(cite: Option<&CiteView>, last_copy: &LastCopy) -> Markup {
    html! {
        @match cite {
            None => p { (words::NOTHING) },
            Some(cite) => section.cite-section aria-labelledby="export-cite" {
                h3 id="export-cite" { (words::CITE) @if 1 < cite.count { " " small { (words::citations(cite.count)) } } }
                div.export-tools {
                    (choice(Setting::CitationStyle, cite.style, &Vocabulary::default()))
                    (copy(Copied::Citation, last_copy))
                    button type="button" data-save-citation="" data-do=(Action::SaveCitation.to_attribute()) { (words::SAVE) }
                }
                @if let Some(first) = cite.first {
                    p { small data-cited-first="" { (words::first(first, cite.count)) } }
                }
                textarea.citation data-citation="" readonly="" aria-label=(words::CITATION) rows=(cite.rows()) { (cite.text) }
                p role="status" { (cite.saved) }
            },
        }
    }
}

/// The ways to report an error in a line; the page sends nothing.
pub fn share_report(report: &ErrorReport, last_copy: &LastCopy) -> Markup {
    html! {
        section aria-labelledby="export-report" {
            h3 id="export-report" { (error_report::HEADING) }
            div.export-tools {
                a.button href=(report.mail()) data-report-mail="" { (error_report::MAIL) }
                (copy(Copied::Report, last_copy))
            }
            p { small { (error_report::WHAT) } }
        }
    }
}

/// A button for each format of each extent, and how far the writing has come. `is_shown` unless the page lists nothing.
pub fn share_export(state: &ExportState, is_shown: bool) -> Markup {
    let is_writing = matches!(state, ExportState::Writing(..));
    let extents = Extent::ALL
        .iter()
        .zip(words::FORMATS)
        .filter(|(extent, _)| is_shown || **extent != Extent::Shown);
    html! {
        section.export-section aria-label=(words::EXPORT) {
            @for (extent, what) in extents {
                h3 { (extent.label()) }
                div.export-tools {
                    @for export in Export::offered(*extent) {
                        @let (key, label) = (export.key(), export.format.label());
                        // A disabled button would lose the focus: this one only does nothing.
                        button type="button" data-export=(key) data-do=(Action::Export(key.clone()).to_attribute())
                            aria-disabled=[is_writing.then_some("true")] aria-label=(words::export_as(extent.label(), label)) { (label) }
                    }
                }
                p { small { (what) } }
            }
            p.export-state role="status" {
                @match state {
                    ExportState::Idle => {}
                    ExportState::Writing(done, of) => {
                        label { (words::WRITING) progress max=(of) value=(done) {} } " "
                        button type="button" data-export-stop="" data-do=(Action::StopExport.to_attribute()) { (words::STOP[0]) }
                    }
                    ExportState::Ended(words) => span data-exported="" { (words) },
                }
            }
        }
    }
}
