//! Everything about one measure.

use leptos::prelude::*;

use crate::app::memo::Memo;
use crate::app::pages::things::missing;
use crate::app::parts::{Motion, Plot};
use crate::app::places::PageParts;
use crate::app::{Viewer, texts};
use crate::chart::{backdrop, timeline_of_measure};
use crate::dataset::Home;
use crate::domain::date::Period;
use crate::domain::id::MeasureId;
use crate::render::html::{self, Medium};
use crate::timeline::View;
use crate::view::ChangesView;
use crate::words::names;

/// One measure, or a page that says that there is no such measure.
pub fn measure(viewer: Viewer, id: &MeasureId) -> PageParts {
    let Some(place) = viewer.dataset.measure_place(id) else {
        return missing(viewer, names::KINDS[0], id.to_string());
    };
    let as_of = Memo::new(move |_| viewer.query.read().day(viewer.dataset));
    let timeline = Memo::new(move |_| {
        texts::track();
        timeline_of_measure(place, as_of.get(), viewer.dataset)
    });
    let has_timeline = timeline.with_untracked(|timeline| !timeline.heads.is_empty());
    let name = id.to_string();
    let mut parts = PageParts::new(move |text| html::measure_page(&name, has_timeline, text));
    let view = Memo::new(move |_| viewer.context(&viewer.words.read()).measure(place));
    parts.say("measure-head", move || html::measure_head(&view.read(), Medium::App));
    parts.say("measure-lines", move || html::measure_lines(&view.read(), Medium::App));
    let changes = changes(viewer, Home::Measure(place));
    parts.say("measure-changes", move || {
        let changes = changes.read();
        (*changes).as_ref().map(html::changes).unwrap_or_default()
    });
    parts.say("measure-aside", move || {
        let strip = viewer.context(&[]).presidency_strip(place, &viewer.chosen_terms());
        let cells = html::presidency_strip(&strip);
        html::measure_aside(&view.read(), Some(&cells), Medium::App)
    });
    parts.say("page-parts", move || {
        let (changes, mut parts) = (changes.read(), view.read().parts(has_timeline));
        parts.parts.extend((*changes).as_ref().map(ChangesView::part));
        html::page_parts(&parts)
    });
    if has_timeline {
        let around = Memo::new(move |_| backdrop(viewer.dataset, as_of.get(), viewer.today));
        let whole = Memo::new(move |_| around.read().whole);
        let usual = Memo::new(move |_| {
            let timeline = timeline.read();
            around.read().usual(timeline.facts().map(|(_, fact)| fact.period))
        });
        // A small drawing is looked at in passing: where it was moved to is in no link.
        let seen = RwSignal::new(None::<Period>);
        let home = Memo::new(move |_| View::of(usual.get()));
        let settled = Memo::new(move |_| View::of(seen.get().unwrap_or_else(|| usual.get())));
        let on_rest = Callback::new(move |period| seen.set(Some(period)));
        let motion = Motion::new(whole, home, settled, on_rest);
        let plot = Plot::new(viewer, timeline, around, as_of, motion, true);
        plot.stand_in(&mut parts);
    }
    parts
}

/// What is different about it between two editions that are compared.
pub(super) fn changes(viewer: Viewer, home: Home) -> Memo<Option<ChangesView>> {
    Memo::new(move |_| {
        let compared = viewer.compared.read();
        viewer.context(&[]).changes(compared.as_ref()?, home)
    })
}
