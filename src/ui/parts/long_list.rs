//! What of a long list stands in the page, and the ways to the rest of it.

use leptos::prelude::*;

use crate::browser::page;
use crate::dataset::{Home, Record};
use crate::table::{Pace, Stretch};
use crate::ui::Viewer;

/// The stretch of a list that is drawn. It grows as the reader comes near its end or asks for more.
#[derive(Clone, Copy)]
pub struct Drawn(Memo<RwSignal<Stretch>>);

impl Drawn {
    /// `list` says how many lines the list has, and which of them must be there. The list begins anew whenever anything that `list` reads has changed.
    pub fn of(pace: Pace, list: impl Fn() -> (usize, Option<usize>) + Send + Sync + 'static) -> Self {
        let is_printing = Viewer::here().is_printing;
        Self(Memo::new(move |_| {
            let (count, around) = list();
            RwSignal::new(match is_printing {
                true => Stretch::on_paper(count),
                false => Stretch::begin(count, around, pace),
            })
        }))
    }

    /// What stands there now.
    pub fn now(self) -> Stretch {
        self.0.get().get()
    }

    fn change(self, change: impl FnOnce(Stretch) -> Stretch) {
        self.0.get_untracked().update(|stretch| *stretch = change(*stretch));
    }
}

/// The line that the link names, where there is one of that name.
pub fn named_line() -> Memo<Option<(Home, Record<'static>)>> {
    let viewer = Viewer::here();
    Memo::new(move |_| viewer.dataset.record(viewer.route.read().fact.as_ref()?))
}

/// The way to the lines behind those that stand there; on paper, how many are left out.
#[component]
pub fn Rest(
    /// What of the list stands there.
    drawn: Drawn,
    /// The name of the element that holds the lines, its `data-list`.
    #[prop(into)]
    list: String,
) -> impl IntoView {
    let after = move || drawn.now().after();
    if Viewer::here().is_printing {
        let says = move || match after() {
            0 => None,
            1 => Some("1 more line is left out on paper.".to_owned()),
            count => Some(format!("{count} more lines are left out on paper.")),
        };
        return view! { {move || says().map(|says| view! { <p class="rest">{says}</p> })} }.into_any();
    }
    let list = StoredValue::new(list);
    view! {
        <Show when=move || 0 < after()>
            <More drawn list=list.get_value() />
        </Show>
    }
    .into_any()
}

/// The button at the end of what stands there. Who comes near it by scrolling need not press it.
#[component]
fn More(
    /// What of the list stands there.
    drawn: Drawn,
    /// The name of the element that holds the lines.
    list: String,
) -> impl IntoView {
    let button = format!("[data-more=\"{list}\"]");
    let lines = format!("[data-list=\"{list}\"] > *");
    let scrolled = window_event_listener(leptos::ev::scroll, move |_| {
        // Who has come there by key decides by key.
        if is_near(&button) && !page::focus_is_in(&button) {
            drawn.change(Stretch::extended);
        }
    });
    on_cleanup(move || scrolled.remove());
    let on_click = move |_| {
        let next = format!("{lines}:nth-child(n+{})", page::count(&lines) + 1);
        drawn.change(Stretch::extended);
        // The reader goes on where the list ended.
        request_animation_frame(move || {
            page::focus(&format!("{next}[tabindex], {next} a"));
        });
    };
    let says = move || {
        let stretch = drawn.now();
        format!("Show {} more of {}", stretch.next(), stretch.count())
    };
    view! { <button type="button" class="fold" data-more=list on:click=on_click>{says}</button> }
}

/// Whether an element stands in the window, or less than its height below it.
fn is_near(selector: &str) -> bool {
    let is_shown = page::width_of(selector).is_some_and(|width_px| 0.0 < width_px);
    is_shown && page::seen_part(selector).is_some_and(|(from_px, to_px)| 0.0 < to_px + (to_px - from_px))
}
