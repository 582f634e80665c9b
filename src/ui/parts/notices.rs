//! What the reader must be told about the link that was followed.

use leptos::prelude::*;

use crate::domain::keyed::Keyed;
use crate::domain::unseen::quoted;
use crate::query::{self, QueryIssue};
use crate::ui::{MisnamedLine, Viewer};
use crate::view::Action;

/// How many sentences are shown; a mangled link can give any number.
const MOST: usize = 3;

/// Sentences about everything in the link that could not be honoured.
#[component]
pub fn Notices() -> impl IntoView {
    let viewer = Viewer::here();
    let sentences = move || {
        let unknown = query::resolve(&viewer.route.read().query, viewer.index).1;
        let links = viewer.issues.get().into_iter().map(|issue| issue.to_string());
        let line = viewer.misnamed_line().map(misnamed);
        links
            .chain(unknown.iter().map(sentence))
            .chain(line)
            .collect::<Vec<_>>()
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
                    <button type="button" class="quiet" data-do=Action::Dismiss.to_attribute()>"Dismiss"</button>
                </div>
            }
        })
    };
    view! { <div role="alert">{list}</div> }
}

fn misnamed(line: MisnamedLine) -> String {
    match line {
        MisnamedLine::Unknown(line) => {
            let line = quoted(&line, 40);
            format!("The link points to a line “{line}”, which is not in this edition.")
        }
        MisnamedLine::Elsewhere(line) => format!("The link points to a line “{line}”, which is not on this page."),
    }
}

fn sentence(issue: &QueryIssue) -> String {
    let value = quoted(&issue.value, 40);
    let filter = issue.facet.label();
    format!("The link asks for “{value}” under {filter}, which is not in this edition; it was left out.")
}
