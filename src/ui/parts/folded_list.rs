//! A list that shows its beginning until the reader asks for the rest.

use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::page;
use crate::table::Pace;
use crate::ui::Viewer;
use crate::ui::parts::{Drawn, Rest};

/// How many further lines stand there at once rather than behind a button.
const SPARED: usize = 2;

/// A list; a long one begins folded, and a very long one comes by and by when it is unfolded.
#[component]
pub fn FoldedList<Item>(
    /// What stands in it.
    #[prop(into)]
    items: Arc<[Item]>,
    /// How many lines stand there from the start.
    first: usize,
    /// Its name, for tests; each on a page has its own.
    #[prop(into)]
    name: String,
    /// The class of the list.
    class: &'static str,
    /// One of them as an `li`.
    line: fn(Item) -> AnyView,
) -> impl IntoView
where
    Item: Copy + Send + Sync + 'static,
{
    let count = items.len();
    let first = if count <= first + SPARED { count } else { first };
    let is_open = RwSignal::new(false);
    let is_printing = Viewer::here().is_printing;
    let drawn = Drawn::of(Pace::LINES, move || {
        is_open.track();
        (count, None)
    });
    let is_whole = move || is_open.get() || is_printing;
    let shown = move || if is_whole() { drawn.now().lines() } else { 0..first };
    let next = format!("[data-list=\"{name}\"] > :nth-child({})", first + 1);
    let on_click = move |_| {
        is_open.update(|open| *open = !*open);
        if is_open.get_untracked() {
            // The reader goes on where the list was folded.
            let next = next.clone();
            request_animation_frame(move || {
                page::focus(&format!("{next}[tabindex], {next} a"));
            });
        }
    };
    let says = move || match (is_open.get(), first) {
        (false, _) => format!("Show all {count}"),
        (true, 0) => "Show none".to_owned(),
        (true, _) => format!("Show the first {first}"),
    };
    let list = name.clone();
    view! {
        <ol class=class data-list=name.clone()>
            <For each=shown key=|place| *place let:place>{line(items[place])}</For>
        </ol>
        {move || is_whole().then(|| view! { <Rest drawn list=list.clone() /> })}
        {(first < count).then(|| view! {
            <button type="button" class="fold" data-fold=name aria-expanded=move || is_open.get().to_string() on:click=on_click>
                {says}
            </button>
        })}
    }
}
