//! Commitments and their outcomes on a time axis.

use leptos::prelude::*;
use maud::html as markup;

use crate::app::Viewer;
use crate::app::memo::Memo;
use crate::app::pages::things::forget_saved;
use crate::app::pages::views::arranged;
use crate::app::places::PageParts;
use crate::query;
use crate::render::html;
use crate::view::{Setting, commitment_axis};
use crate::words::commitments;

/// The commitments that match, in groups, each with its time, its outcome and the slip between them.
pub fn view(viewer: Viewer) -> PageParts {
    let mut parts = match commitment_axis(viewer.dataset, viewer.dataset.edition.status_date) {
        None => PageParts::text(|| markup! { p.nothing { (commitments::NO_DATES) } }),
        Some(reported) => {
            let axis = Memo::new(move |_| commitment_axis(viewer.dataset, viewer.day.get()).unwrap_or(reported));
            let groups = Memo::new(move |_| {
                let grouping = viewer.options.read().commitment_grouping;
                query::group_commitments(viewer.commitments.get(), &viewer.query.read(), grouping, viewer.index)
            });
            forget_saved(viewer);
            let named = Memo::new(move |_| viewer.route.read().fact.clone());
            let mut parts = PageParts::new(html::commitments_view);
            parts.say("outcome-filters", move || {
                let (context, query) = (viewer.context(&[]), viewer.query.read());
                let (outcomes, namings) = (context.outcome_filters(&query), context.naming_filters(&query));
                markup! { (html::outcome_filters(&outcomes)) (html::naming_filters(&namings)) }
            });
            parts.say("course-tools", move || {
                markup! { (html::course_key()) @if !viewer.is_printing { (html::save_buttons(&viewer.saved.read())) } }
            });
            let view = Memo::new(move |_| {
                let grouping = viewer.options.read().commitment_grouping;
                let (groups, named, axis) = (groups.read(), named.read(), axis.get());
                viewer.tell(|context| context.commitments(&groups, grouping, axis, (*named).as_ref()))
            });
            parts.say("text", move || html::commitments(&view.read()));
            parts.say("page-parts", move || html::page_parts(&view.read().parts()));
            parts
        }
    };
    arranged(&mut parts, move || {
        html::choice(
            Setting::CommitmentGrouping,
            viewer.options.read().commitment_grouping,
            &viewer.dataset.vocabulary,
        )
    });
    parts
}
