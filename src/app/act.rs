//! What the controls of the page do.

use leptos::prelude::*;

use crate::app::drawing_file::save_page_drawing;
use crate::app::drawn_timeline::TimelineOnPage;
use crate::app::own_data::OwnData;
use crate::app::search::ReachedHit;
use crate::app::share::{self, Sharing, Subject};
use crate::app::texts;
use crate::app::{Viewer, compare, copy, keep_density};
use crate::browser::{self, Control, Focus, long_page, page};
use crate::domain::date::Day;
use crate::domain::id::PresidencyId;
use crate::domain::keyed::Keyed;
use crate::query::{
    BriefBy, Column, Density, DocumentColumn, Facet, Grouping, HeatAxes, HeatUnit, Lanes, LaterBy, LaterColumn, Per,
    Sort, ViewOptions, Window,
};
use crate::render::html::BEST;
use crate::route::Page;
use crate::view::{Action, Setting, SkipTo};

/// What can be folded on a page, but for its filters.
const FOLDED: &str = "main :is([data-folds],[data-fold]):not(#filters *)";

/// Hears every control, as long as the page lives.
pub fn on_every_control(
    viewer: Viewer,
    sharing: Sharing,
    timeline: TimelineOnPage,
    hit: ReachedHit,
    own_data: OwnData,
) {
    copy::forget_copies_of_other_pages(viewer);
    browser::on_control(move |control| {
        if let Some(action) = Action::from_attribute(&control.does) {
            act(viewer, (sharing, timeline, hit, own_data), action, &control);
        }
    });
    // The browser's own search opens what it finds.
    browser::on_turned(move |name, is_open| viewer.lists.update(|lists| lists.turn(name, is_open)));
    // Scrolling near the end of a list loads more.
    browser::on_near("[data-more][data-do]", move |control| {
        if let Some(Action::ShowMore(name)) = Action::from_attribute(&control.does) {
            viewer.lists.update(|lists| lists.show_more(&name));
        }
    });
}

fn act(
    viewer: Viewer,
    (sharing, timeline, hit, own_data): (Sharing, TimelineOnPage, ReachedHit, OwnData),
    action: Action,
    control: &Control,
) {
    match action {
        Action::Toggle(facet, value) => in_place(|| viewer.select(|query| query.toggle(facet, &value))),
        Action::SetSources(are_all) => {
            viewer.select(|query| query.set_sources(are_all));
            // The button goes: the reader stays at the way back.
            focus_next(".other-sources>button");
        }
        Action::SetRole(role) => viewer.select(|query| query.role = role),
        Action::Remove(choice) => {
            viewer.select(|query| choice.take_out_of(query));
            // The button goes with its part: the reader stays at the sentence.
            page::focus("main h1");
        }
        Action::ClearAll => {
            let is_brief = matches!(viewer.page.get_untracked(), Page::Presidency(_));
            viewer.select(|query| {
                *query = query.opened();
                if is_brief {
                    query.filters.clear();
                }
            });
            // The button goes: the reader stays at the sentence, or in the sheet.
            let is_sheet = viewer.shows_filters.get_untracked();
            page::focus(if is_sheet { "#filters h2" } else { "main h1" });
        }
        Action::ShowAllTime => {
            viewer.select(|query| query.window = Window::default());
            // The button goes: the reader stays at the strip.
            page::focus("[data-handle=from]");
        }
        Action::TellAsOf(day) => tell_as_of(viewer, day),
        Action::Set(Setting::CitationStyle) => sharing.set_citation_style(viewer, &control.value),
        Action::Set(Setting::Sort) => sort_by_another(viewer, &control.value),
        Action::Set(setting) => viewer.arrange(|options| set(options, setting, &control.value)),
        Action::SortBy(column) if column == BEST => in_place(|| sort_by_another(viewer, BEST)),
        Action::SortBy(column) => {
            let has_words = viewer.query.read_untracked().has_words();
            viewer.arrange(|options| sort_by(options, &column, has_words));
        }
        Action::ReverseOrder => {
            let page = viewer.page.get_untracked();
            viewer.arrange(|options| reverse_order(options, &page));
        }
        Action::Fold(name) => fold(viewer, &name),
        Action::OpenAll(is_open) => {
            let names = long_page::values_of(FOLDED, &["data-folds", "data-fold"]);
            viewer
                .lists
                .update(|lists| names.iter().for_each(|name| lists.turn(name, is_open)));
        }
        Action::ShowMore(name) => show_more(viewer, &name),
        Action::ShowEarlier(name) => viewer.lists.update(|lists| lists.show_earlier(&name)),
        Action::FoldLane(key) => viewer.arrange(|options| {
            if !options.folded_lanes.remove(&key) {
                options.folded_lanes.insert(key);
            }
        }),
        Action::GoTo(id) => {
            page::go_to(&format!("[id=\"{id}\"]"));
        }
        Action::ToTop => {
            long_page::scroll_to_top();
            page::focus("main h1");
        }
        Action::NextHit => hit.set(Some(browser::go_to_next_hit())),
        Action::Cite(line) => sharing.open(viewer, Subject::Line(line)),
        Action::ShowEverything => viewer.select_in_table(|query| *query = query.opened()),
        Action::Skip(SkipTo::Content | SkipTo::Results) => {
            page::focus("main h1");
        }
        Action::Skip(SkipTo::Views) => {
            page::focus(".tabs a");
        }
        // Where there is no room for them beside the view, they open over it.
        Action::Skip(SkipTo::Filters) => {
            if !page::focus("#filters input") {
                viewer.shows_filters.set(true);
            }
        }
        Action::ShowFilters(is_open) => viewer.shows_filters.set(is_open),
        Action::Share => sharing.open(viewer, Subject::Page),
        Action::CloseDialog => share::close(),
        Action::OwnData(action) => own_data.act(viewer, action),
        Action::Compare(action) => compare::act(viewer, own_data, action),
        Action::SaveCopy => sharing.save_copy(viewer),
        Action::SaveCitation => sharing.save_citation(viewer),
        Action::Export(format) => sharing.export(viewer, &format),
        Action::StopExport => sharing.stop_export(),
        Action::SwitchTheme => viewer.theme.switch(),
        Action::Dismiss => dismiss(viewer),
        Action::Print => page::print(),
        Action::TryAgain => texts::try_again(),
        Action::Copy(text) => copy::copy(viewer, sharing, text),
        Action::EndCopy => copy::end_copy(viewer),
        Action::Move(to) => timeline.shift(to),
        Action::SaveDrawing(form) => {
            if !save_page_drawing(viewer, form) {
                timeline.save(form);
            }
        }
    }
}

/// Does something that may take its button away: then the reader stays at the heading.
fn in_place(does: impl FnOnce()) {
    let focused = Focus::now();
    does();
    request_animation_frame(move || {
        if focused.is_some_and(|focused| !focused.is_there()) {
            page::focus("main h1");
        }
    });
}

fn tell_as_of(viewer: Viewer, day: Day) {
    viewer.tell_as_of(day);
    // The button goes: the reader stays at the field, or at the heading where that goes too.
    focus_next("[data-as-of]");
}

/// Moves the focus to what matches once the page has followed, or else to its heading.
fn focus_next(selector: &'static str) {
    request_animation_frame(move || {
        if !page::focus(selector) {
            page::focus("main h1");
        }
    });
}

/// Takes the messages about a link away.
fn dismiss(viewer: Viewer) {
    viewer.issues.set(Vec::new());
    // The button goes with the messages: the reader stays at the heading.
    page::focus("main h1");
}

fn set(options: &mut ViewOptions, setting: Setting, value: &str) {
    fn choose<W: Keyed>(now: &mut W, value: &str) {
        if let Some(chosen) = W::from_key(value) {
            *now = chosen;
        }
    }
    match setting {
        Setting::Grouping => choose::<Grouping>(&mut options.grouping, value),
        Setting::Density => {
            choose::<Density>(&mut options.density, value);
            keep_density(options.density);
        }
        Setting::LaterColumn => choose::<LaterColumn>(&mut options.later_column, value),
        Setting::CommitmentGrouping => choose::<Per>(&mut options.commitment_grouping, value),
        Setting::LaterBy => choose::<LaterBy>(&mut options.later_by, value),
        Setting::BriefBy => choose::<BriefBy>(&mut options.brief_by, value),
        Setting::CompareWith => options.compare_with = Some(value).filter(|id| !id.is_empty()).map(PresidencyId::new),
        Setting::HeatRows => set_axes(options, value, |facet, axes| HeatAxes::new(facet, axes.columns())),
        Setting::HeatColumns => set_axes(options, value, |facet, axes| HeatAxes::new(axes.rows(), facet)),
        Setting::HeatUnit => choose::<HeatUnit>(&mut options.heat_unit, value),
        // Done where the page is known, or elsewhere.
        Setting::Sort | Setting::CitationStyle => {}
        Setting::Lanes => {
            choose::<Lanes>(&mut options.lanes, value);
            // The keys are those of other lanes.
            options.folded_lanes.clear();
        }
    }
}

fn set_axes(options: &mut ViewOptions, value: &str, axes: impl Fn(Facet, HeatAxes) -> Option<HeatAxes>) {
    let axes = Facet::from_key(value).and_then(|facet| axes(facet, options.axes));
    options.axes = axes.unwrap_or(options.axes);
}

/// A click on the head of a column, of whichever list has one of that name.
fn sort_by(options: &mut ViewOptions, column: &str, has_words: bool) {
    if let Some(column) = Column::from_key(column) {
        options.sort = Sort::after_click(options.sort, column, has_words);
    }
    if let Some(column) = DocumentColumn::from_key(column) {
        options.document_sort = Sort::after_click(options.document_sort, column, has_words);
    }
}

/// The order of the list of a page, chosen by its name.
fn sort_by_another(viewer: Viewer, column: &str) {
    fn choose<C: Keyed>(sort: &mut Option<Sort<C>>, column: &str)
    where
        Sort<C>: Default,
    {
        let before = sort.take().unwrap_or_default();
        let chosen = C::from_key(column).map(|column| Sort { column, ..before });
        *sort = chosen.or((column != BEST).then_some(before));
    }
    let is_documents = viewer.page.get_untracked() == Page::Documents;
    viewer.arrange(|options| match is_documents {
        true => choose(&mut options.document_sort, column),
        false => choose(&mut options.sort, column),
    });
}

fn reverse_order(options: &mut ViewOptions, page: &Page) {
    let is_descending = match page {
        Page::Documents => &mut options.document_sort.get_or_insert_default().is_descending,
        _ => &mut options.sort.get_or_insert_default().is_descending,
    };
    *is_descending = !*is_descending;
}

/// Unfolds or folds a list; unfolded, the reader goes on where it was folded.
fn fold(viewer: Viewer, name: &str) {
    let lines = lines_of(name);
    let count = page::count(&lines);
    let is_open = viewer.lists.try_update(|lists| lists.fold(name));
    if is_open == Some(true) {
        focus_on_line(lines, count);
    }
}

/// Shows more of a list; the reader goes on where it ended.
fn show_more(viewer: Viewer, name: &str) {
    let lines = lines_of(name);
    let count = page::count(&lines);
    viewer.lists.update(|lists| lists.show_more(name));
    focus_on_line(lines, count);
}

/// Selects the visible lines of a list.
fn lines_of(name: &str) -> String {
    format!("[data-list=\"{name}\"]>*")
}

fn focus_on_line(lines: String, place: usize) {
    request_animation_frame(move || long_page::focus_in(&lines, place));
}
