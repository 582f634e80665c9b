//! The names of lanes and rows beside the drawing, or in it where there is no room beside it.

use leptos::prelude::*;

use crate::chart::{LaneHead, NO_VALUE, RowHead, Timeline};
use crate::dataset::Home;
use crate::route::Page;
use crate::timeline::{Chart, LineSpan, line_spans_within};
use crate::ui::Viewer;
use crate::ui::parts::PageLink;

/// So many names stand in the page at once: more would be slow, and fewer are all there for those who search the page.
const MOST: usize = 200;

/// The names of the lines that are near the window, each as high as its line; of few lines those of all.
#[component]
pub fn Heads(
    /// What is drawn.
    timeline: Signal<Timeline<'static>>,
    /// Its lanes, and how high their lines are.
    #[prop(into)]
    chart: Signal<Chart>,
    /// From where to where lines stand in the page, in pixels.
    #[prop(into)]
    near_px: Signal<(f64, f64)>,
    /// Called with the key of a lane that is to be folded or unfolded; lanes without such a callback stay as they are.
    on_turn: Option<Callback<String>>,
) -> impl IntoView {
    let spans = Memo::new(move |_| {
        let (from_px, to_px) = near_px.get();
        chart.with(|chart| {
            let is_drawn = |lane: &crate::timeline::Lane| if lane.is_folded { 1 } else { 1 + lane.rows.len() };
            let is_short = chart.lanes.iter().map(is_drawn).sum::<usize>() <= MOST;
            let near_px = if is_short {
                f64::NEG_INFINITY..f64::INFINITY
            } else {
                from_px..to_px
            };
            line_spans_within(&chart.lanes, chart.heights, near_px)
        })
    });
    // Where the first of them stands: the place of the names above it is kept.
    let above_px = move || spans.with(|spans| spans.first().map_or(0.0, |span| span.top_px));
    let lines = move || {
        timeline.with(|timeline| {
            let line = |span: &LineSpan| HeadLine::of(span, timeline);
            spans.with(|spans| spans.iter().filter_map(line).collect::<Vec<_>>())
        })
    };
    let heights = Memo::new(move |_| chart.with(|chart| (chart.heights.head_px, chart.heights.row_px)));
    // A name that stays keeps its element, and with it the focus.
    view! {
        <div class="plot-heads">
            <div aria-hidden="true" style:height=move || px(above_px())></div>
            <For each=lines key=HeadLine::clone children=move |line| view! { <Head line heights on_turn /> } />
        </div>
    }
}

/// One name.
#[component]
fn Head(
    /// The name.
    line: HeadLine,
    /// The heights of the head of a lane and of a row, in pixels.
    heights: Memo<(f64, f64)>,
    /// Called with the key of a lane that is to be folded or unfolded.
    on_turn: Option<Callback<String>>,
) -> impl IntoView {
    match line {
        HeadLine::Lane { head, count, is_folded } => {
            let key = head.key.clone().unwrap_or_else(|| NO_VALUE.to_owned());
            let name = head.title;
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
        HeadLine::Row { head, .. } => view! {
            <div class="plot-head" data-measure=head.home.and_then(measure_id) style:height=move || px(heights.get().1)>
                <span class="row-number">{head.number}</span> " "
                {match head.home {
                    Some(home) => view! { <PageLink page=Viewer::here().page_of(home)>{head.title}</PageLink> }.into_any(),
                    None => view! { <span class="row-title">{head.title}</span> }.into_any(),
                }}
            </div>
        }
        .into_any(),
    }
}

/// The id of the measure to which a row leads.
fn measure_id(home: Home) -> Option<String> {
    match Viewer::here().page_of(home) {
        Page::Measure(id) => Some(id.to_string()),
        _ => None,
    }
}

/// What is said of a line; no two lines say the same.
#[derive(Clone, PartialEq, Eq, Hash)]
enum HeadLine {
    Lane {
        head: LaneHead,
        count: usize,
        is_folded: bool,
    },
    Row {
        lane: Option<String>,
        head: RowHead,
    },
}

impl HeadLine {
    fn of(span: &LineSpan, timeline: &Timeline<'_>) -> Option<Self> {
        let head = timeline.heads.get(span.lane)?;
        Some(match span.row {
            None => Self::Lane {
                head: head.clone(),
                count: timeline.row_count(span.lane),
                is_folded: timeline.lanes.get(span.lane)?.is_folded,
            },
            Some(row) => Self::Row {
                lane: head.key.clone(),
                head: timeline.row_head(span.lane, row)?,
            },
        })
    }
}

fn px(height: f64) -> String {
    format!("{height}px")
}
