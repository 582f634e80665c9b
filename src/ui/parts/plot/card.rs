//! What a mark stands for, beside it.

use leptos::prelude::*;

use crate::chart::FactWords;
use crate::ui::parts::LineLink;

/// How many facts are named before the mark is opened.
pub(super) const MOST_NAMED: usize = 5;
/// How many are named when it is: the others are seen from nearer.
pub(super) const MOST_OPEN: usize = 200;

/// What is pointed at, or what has been opened.
#[component]
pub fn MarkCard(
    /// The first facts of the mark.
    words: Vec<FactWords>,
    /// How many facts it stands for.
    count: usize,
    /// Where it stands, from the upper left corner of the drawing.
    at_px: (f64, f64),
    /// Whether it stands to the left of the mark, where the right has no room.
    is_left: bool,
    /// Whether it was opened: then it has links, and stays.
    is_open: bool,
    /// Called when the reader is done with it.
    on_close: Callback<()>,
    /// Called when the reader asks to see its days from nearer, where there are several facts.
    on_nearer: Callback<()>,
) -> impl IntoView {
    let inside = match words.as_slice() {
        [one] => view! { <OneFact words=one.clone() is_open /> }.into_any(),
        _ => view! { <Several words count is_open /> }.into_any(),
    };
    view! {
        <div class="mark-card" class:is-left=is_left class:is-open=is_open data-card="" data-count=count
            role=is_open.then_some("dialog") aria-label=is_open.then_some("What the mark stands for") aria-hidden=(!is_open).then_some("true")
            style:left=format!("{:.1}px", at_px.0) style:top=format!("{:.1}px", at_px.1)
            on:keydown=move |event| if event.key() == "Escape" {
                event.stop_propagation();
                on_close.run(());
            }>
            {inside}
            {is_open.then(|| view! {
                <p class="mark-card-tools">
                    {(1 < count).then(|| view! { <button type="button" data-nearer="" on:click=move |_| on_nearer.run(())>"Zoom in here"</button> })}
                    <button type="button" data-close="" on:click=move |_| on_close.run(())>"Close"</button>
                </p>
            })}
        </div>
    }
}

#[component]
fn OneFact(
    /// The fact.
    words: FactWords,
    /// Whether it has a link.
    is_open: bool,
) -> impl IntoView {
    let place = words.place.clone();
    let place = if is_open {
        view! { <LineLink home=words.home fact=words.id.clone()>{place}</LineLink> }.into_any()
    } else {
        place.into_any()
    };
    view! {
        <p class="mark-card-kind"><b>{words.date}</b> " · " {words.kind}</p>
        <p>{words.text}</p>
        {(!words.who.is_empty()).then(|| view! { <p class="mark-card-who">{words.who.join(", ")}</p> })}
        <p class="mark-card-source">{place} " · " {words.source}</p>
    }
}

#[component]
fn Several(
    /// The first of the facts.
    words: Vec<FactWords>,
    /// How many facts there are.
    count: usize,
    /// Whether they are links.
    is_open: bool,
) -> impl IntoView {
    let rest = count.saturating_sub(words.len());
    let how = if is_open {
        " more: zoom in to see them"
    } else {
        " more: click, or press Enter, to open them"
    };
    let line = |words: FactWords| {
        let text = words.text.clone();
        let text = if is_open {
            view! { <LineLink home=words.home fact=words.id.clone()>{text}</LineLink> }.into_any()
        } else {
            view! { <span>{text}</span> }.into_any()
        };
        view! { <li><b>{words.short_date}</b> " " {text} <small>{words.place}</small></li> }
    };
    view! {
        <p class="mark-card-kind"><b>{count} " facts"</b></p>
        <ul>{words.into_iter().map(line).collect_view()}</ul>
        {(0 < rest).then(|| view! { <p class="mark-card-source">"and " {rest} {how}</p> })}
    }
}
