//! The names of lanes and rows beside the drawing, or in it where there is no room beside it.

use leptos::prelude::*;

use crate::chart::{LaneHead, NO_VALUE, RowHead};
use crate::dataset::Home;
use crate::route::Page;
use crate::ui::parts::PageLink;
use crate::ui::parts::line_link::page_of;

/// The names of all lines, each as high as its line.
#[component]
pub fn Heads(
    /// The lanes, and whether each is folded.
    #[prop(into)]
    lanes: Signal<Vec<(LaneHead, bool)>>,
    /// The heights of the head of a lane and of a row, in pixels.
    #[prop(into)]
    heights: Signal<(f64, f64)>,
    /// Called with the key of a lane that is to be folded or unfolded; lanes without such a callback stay as they are.
    on_turn: Option<Callback<String>>,
) -> impl IntoView {
    let names = move || {
        let mut names = Vec::new();
        for (head, is_folded) in lanes.get() {
            let rows = if is_folded { Vec::new() } else { head.rows.clone() };
            names.push(HeadLine::Lane(head, is_folded));
            names.extend(rows.into_iter().map(HeadLine::Row));
        }
        names
    };
    let line = move |line: HeadLine| match line {
        HeadLine::Lane(head, is_folded) => {
            let key = head.key.clone().unwrap_or_else(|| NO_VALUE.to_owned());
            let (name, count) = (head.title.clone(), head.rows.len());
            let title = match on_turn {
                Some(on_turn) => {
                    let turned = key.clone();
                    view! {
                        <button type="button" class="lane-turn" data-turn=key.clone() aria-expanded=(!is_folded).to_string()
                            on:click=move |_| on_turn.run(turned.clone())>
                            <span class="lane-arrow" aria-hidden="true"></span>
                            <span class="lane-name">{name}</span> " " <small>{count}</small>
                        </button>
                    }
                    .into_any()
                }
                None => view! { <span class="lane-name">{name}</span> }.into_any(),
            };
            view! {
                <div class="plot-head is-lane" data-lane=key data-priority=head.key style:height=move || px(heights.get().0)>{title}</div>
            }
            .into_any()
        }
        HeadLine::Row(row) => view! {
            <div class="plot-head" data-measure=row.home.and_then(measure_id) style:height=move || px(heights.get().1)>
                <span class="row-number">{row.number}</span> " "
                {match row.home {
                    Some(home) => view! { <PageLink page=page_of(home)>{row.title}</PageLink> }.into_any(),
                    None => row.title.into_any(),
                }}
            </div>
        }
        .into_any(),
    };
    view! { <div class="plot-heads">{move || names().into_iter().map(line).collect_view()}</div> }
}

/// The id of the measure to which a row leads.
fn measure_id(home: Home) -> Option<String> {
    match page_of(home) {
        Page::Measure(id) => Some(id.to_string()),
        _ => None,
    }
}

enum HeadLine {
    Lane(LaneHead, bool),
    Row(RowHead),
}

fn px(height: f64) -> String {
    format!("{height}px")
}
