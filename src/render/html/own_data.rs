//! The page on which readers open data of their own.

use maud::{Markup, html};

use crate::route::{Page, Route};
use crate::view::{
    Action, CauseView, CellView, Export, Extent, FileState, FileView, Format, OwnDataAction, OwnShown, SheetView, Shows,
};
use crate::words::counts::number;
use crate::words::{compare, own_data as words};

/// The whole page. `saved` is what became of a file that was saved; `shown` the data of the reader's own that the page shows.
pub fn own_data(state: &FileState, saved: &str, shown: Option<&OwnShown>) -> Markup {
    let [template, open, save] = words::STEPS;
    let templates = [
        (Extent::Nothing, Format::Workbook),
        (Extent::Nothing, Format::CsvFiles),
        (Extent::Everything, Format::Workbook),
    ];
    let templates = templates.map(|(extent, format)| Export { extent, format });
    let [later, now] = words::SAVE;
    html! {
        article.about-page.your-data-page {
            h1 tabindex="-1" { (words::HEADING) }
            p.summary { (words::SUMMARY) }
            section aria-labelledby="own-template" {
                h2 id="own-template" { (template) }
                p { (words::TEMPLATE) }
                p.own-tools {
                    @for (export, label) in templates.into_iter().zip(words::TEMPLATES) {
                        button type="button" data-template=(export.key()) data-do=(Action::OwnData(OwnDataAction::Save(export)).to_attribute()) { (label) } " "
                    }
                }
            }
            section aria-labelledby="own-open" {
                h2 id="own-open" { (open) }
                p { (words::FORMS) }
                p.own-tools { button type="button" data-choose-file="" data-do=(Action::OwnData(OwnDataAction::Choose).to_attribute()) { (words::CHOOSE) } }
                div role="status" data-file-state="" { (file_state(state)) }
                @if let FileState::Read(file) = state { (file_found(file, shown.filter(|shown| shown.is_asked))) }
            }
            section aria-labelledby="own-save" {
                h2 id="own-save" { (save) }
                @if let Some(shown) = shown {
                    p { (now) }
                    p.own-tools { (save_page(shown.saves_to.as_deref())) }
                } @else {
                    p { (later) }
                }
                p role="status" data-own-saved="" { (saved) }
            }
            section aria-labelledby="own-compare" {
                @let [heading, what] = compare::WAY;
                h2 id="own-compare" { (heading) }
                p { (what) }
                p.own-tools { a.button href={ "#" (Route::to(Page::Compare, None).to_fragment()) } data-to-compare="" { (compare::CHOOSE[0]) } }
            }
        }
    }
}

fn save_page(saves_to: Option<&str>) -> Markup {
    let again = saves_to.map(words::save_to);
    let [first, another] = words::SAVE_PAGE;
    let label = again.as_deref().unwrap_or(first);
    html! {
        button type="button" data-save-page="" data-do=(Action::OwnData(OwnDataAction::SavePage).to_attribute()) { (label) }
        @if again.is_some() {
            " " button type="button" data-save-page-as="" data-do=(Action::OwnData(OwnDataAction::SavePageAs).to_attribute()) { (another) }
        }
    }
}

/// The line above every page that shows other data than its own; `saved` is what became of a page that was saved.
pub fn own_data_bar(name: &str, saved: &str) -> Markup {
    html! {
        p.own-data-bar data-own-data="" {
            (words::shown(name)) " "
            button type="button" data-do=(Action::OwnData(OwnDataAction::Close).to_attribute()) { (words::BACK) }
            " " span role="status" { (saved) }
        }
    }
}

pub(super) fn file_state(state: &FileState) -> Markup {
    html! {
        @match state {
            FileState::None | FileState::Read(_) => {},
            FileState::Working(what, done, of) => p {
                label { (what) " " progress max=(of) value=(done) {} } " "
                button type="button" data-stop-reading="" data-do=(Action::OwnData(OwnDataAction::Stop).to_attribute()) { (words::STOP[0]) }
            },
            FileState::Ended(why) => p data-refused="" { (why) },
        }
    }
}

/// `unsaved` are the data that would go unsaved, where the reader is asked if they may.
fn file_found(file: &FileView, unsaved: Option<&OwnShown>) -> Markup {
    html! {
        h3 #own-found tabindex="-1" { (words::found(&file.name)) }
        p data-own-faults="" { b { (words::faults(file.faults)) } }
        @if 0 < file.faults {
            p {
                (words::HOW_TO_MEND) " "
                button type="button" data-save-faults="" data-do=(Action::OwnData(OwnDataAction::SaveFaults).to_attribute()) { (words::SAVE_FAULTS[0]) }
            }
            @for cause in &file.causes { (cause_of_faults(cause)) }
        }
        @if !file.sheets.is_empty() { (sheets(&file.sheets)) }
        @for note in &file.notes { p { (note) } }
        @if let Some((tally, first)) = &file.contents {
            p data-own-tally="" { (tally) "." }
            @if !first.is_empty() {
                p { (words::FIRST) ":" }
                ul { @for measure in first { li { (measure) } } }
            }
        }
        @if file.shows == Shows::Nothing { p { (compare::FAULTY) } }
        @if let Some(unsaved) = unsaved { (asked(unsaved)) }
        p.own-tools {
            @match file.shows {
                Shows::All => (ways(0)),
                Shows::AllBut(records) => { (words::left_out(records)) " " (ways(1)) },
                Shows::Nothing => (words::NOT_YET),
            }
        }
    }
}

/// The sheets that were recognized: how many, and folded what each is.
fn sheets(sheets: &[SheetView]) -> Markup {
    let rows = sheets.iter().map(|sheet| sheet.rows).sum();
    let remarkable = sheets.iter().filter(|sheet| !sheet.notes.is_empty()).count();
    html! {
        details.own-sheets data-key="own-sheets" {
            summary { (words::recognized(sheets.len(), rows, remarkable)) }
            ul {
                @for sheet in sheets {
                    li { b { (sheet.name) } " " (words::sheet(sheet.kind, sheet.rows)) @for note in &sheet.notes { "; " (note) } }
                }
            }
        }
    }
}

/// Asks whether the data that are shown may go unsaved.
fn asked(unsaved: &OwnShown) -> Markup {
    html! {
        div.own-asked #own-asked role="group" aria-labelledby="own-question" tabindex="-1" {
            p id="own-question" { (words::unsaved(&unsaved.file)) }
            p.own-tools {
                (save_page(unsaved.saves_to.as_deref())) " "
                button type="button" data-show-unsaved="" data-do=(Action::OwnData(OwnDataAction::ShowUnsaved).to_attribute()) { (words::SHOW_UNSAVED) }
            }
        }
    }
}

/// Shows the file, or compares it: whole, or as far as it goes.
fn ways(which: usize) -> Markup {
    let way = |action: OwnDataAction| Action::OwnData(action).to_attribute();
    html! {
        button type="button" data-show-file="" data-do=(way(OwnDataAction::Show)) { (words::SHOW[which]) } " "
        button type="button" data-compare-file="" data-do=(way(OwnDataAction::Compare)) { (compare::WITH_SHOWN[which]) }
    }
}

fn cause_of_faults(cause: &CauseView) -> Markup {
    html! {
        section.own-cause data-cause="" {
            h4 { (cause.heading) " " small { (number(cause.cells.len() + cause.more)) } }
            ul {
                @for cell in &cause.cells { li { (cell_with_fault(cell)) } }
                @if 0 < cause.more { li { (words::more(cause.more)) } }
            }
        }
    }
}

fn cell_with_fault(cell: &CellView) -> Markup {
    let value = if cell.value.is_empty() {
        words::EMPTY
    } else {
        &cell.value
    };
    let says = html! {
        @if !cell.cell.is_empty() { b { (cell.cell) } " " span.own-value { (value) } " – " }
        (cell.help)
        @if !cell.above.is_empty() { " " small { "(" (words::below(&cell.above)) ")" } }
    };
    html! {
        @if cell.row.is_empty() {
            (says)
        } @else {
            details data-row="" {
                summary { (says) }
                dl { @for (head, text) in &cell.row { dt { (head) } dd { (text) } } }
            }
        }
    }
}
