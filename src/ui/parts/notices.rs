//! What the reader must be told about the link that was followed.

use leptos::prelude::*;

use crate::browser::page;
use crate::domain::keyed::Keyed;
use crate::query::{self, QueryIssue};
use crate::ui::Viewer;

/// How many sentences are shown; a mangled link can give any number.
const MOST: usize = 3;

/// Sentences about everything in the link that could not be honoured.
#[component]
pub fn Notices() -> impl IntoView {
    let viewer = Viewer::here();
    let sentences = move || {
        let unknown = query::resolve(&viewer.route.read().query, viewer.index).1;
        let links = viewer.issues.get().into_iter().map(|issue| issue.to_string());
        let fact = viewer.route.read().fact.clone();
        let fact = fact
            .filter(|fact| viewer.dataset.record(fact).is_none())
            .map(no_such_line);
        links
            .chain(unknown.iter().map(sentence))
            .chain(fact)
            .collect::<Vec<_>>()
    };
    let dismiss = move |_| {
        viewer.issues.set(Vec::new());
        viewer.route.update(|route| {
            route.query = query::resolve(&route.query, viewer.index).0;
            route.fact.take_if(|fact| viewer.dataset.record(fact).is_none());
        });
        // The button goes with the messages: the reader stays at the heading.
        page::focus("main h1");
    };
    let list = move || {
        let sentences = sentences();
        (!sentences.is_empty()).then(|| {
            let more = sentences.len().saturating_sub(MOST);
            let lines = sentences
                .into_iter()
                .take(MOST)
                .map(|sentence| view! { <p data-notice="">{sentence}</p> });
            view! {
                <div class="notices">
                    <div>{lines.collect_view()} {(0 < more).then(|| view! { <p>"And " {more} " more."</p> })}</div>
                    <button type="button" class="quiet" on:click=dismiss>"Dismiss"</button>
                </div>
            }
        })
    };
    view! { <div role="alert">{list}</div> }
}

fn no_such_line(fact: String) -> String {
    let fact: String = fact.chars().take(40).collect();
    format!("The link points to a line “{fact}”, which is not in this edition.")
}

fn sentence(issue: &QueryIssue) -> String {
    let value: String = issue.value.chars().take(40).collect();
    let filter = issue.facet.label();
    format!("The link asks for “{value}” under {filter}, which is not in this edition; it was left out.")
}
