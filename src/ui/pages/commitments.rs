//! What was promised and what came of it, on one axis.

use leptos::prelude::*;
use maud::html as markup;

use crate::query;
use crate::render::html;
use crate::ui::Viewer;
use crate::ui::parts::part;
use crate::view::{Setting, commitment_axis};

/// How the commitments are grouped.
pub fn commitments_tools() -> AnyView {
    let viewer = Viewer::here();
    part("commitments-tools", move || {
        html::choice(Setting::CommitmentGrouping, viewer.options.read().commitment_grouping)
    })
}

/// The commitments that match, in groups, each with its time, its outcome and the slip between them.
pub fn commitments_view() -> AnyView {
    let viewer = Viewer::here();
    let Some(axis) = commitment_axis(viewer.dataset) else {
        return part(
            "commitments",
            || markup! { p.nothing { "This edition has no dated commitments." } },
        );
    };
    let filters = move || html::outcome_filters(&viewer.context(&[]).outcome_filters(&viewer.query.read()));
    let grouping = Memo::new(move |_| viewer.options.read().commitment_grouping);
    let groups = Memo::new(move |_| {
        query::group_commitments(
            viewer.commitments.get(),
            &viewer.query.read(),
            grouping.get(),
            viewer.index,
        )
    });
    let named = Memo::new(move |_| viewer.route.read().fact.clone());
    let list = move || {
        let (groups, named, grouping) = (groups.read(), named.read(), grouping.get());
        viewer.tell(|context| html::commitments(&context.commitments(&groups, grouping, axis, named.as_ref())))
    };
    view! {
        {part("outcome-filters", move || markup! { (filters()) (html::course_key()) })}
        {part("commitments", list)}
    }
    .into_any()
}
