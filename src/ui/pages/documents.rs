//! Every document that is cited: what it is, who cites it in which role, and its page in the official register.

use leptos::prelude::*;

use crate::dataset::Home;
use crate::domain::date::PartialDate;
use crate::domain::document::{Document, DocumentKind};
use crate::domain::keyed::Keyed;
use crate::domain::status::DocumentRole;
use crate::query::{self, Citing, DocumentColumn};
use crate::route::Page;
use crate::table::Pace;
use crate::ui::Viewer;
use crate::ui::parts::{ColumnHead, Drawn, Marked, PageLink, RegisterLink, Rest, SortChoice};

/// How many of those who cite a document its row names.
const NAMED: usize = 6;

/// The order of the documents for cards, which have no column heads.
#[component]
pub fn DocumentsTools() -> impl IntoView {
    let viewer = Viewer::here();
    let sort = Signal::derive(move || viewer.options.read().document_sort);
    let on_sort = Callback::new(move |order| viewer.arrange(|options| options.document_sort = order));
    view! { <SortChoice sort on_sort /> }
}

/// The documents that match, one row each; by kind they stand in groups.
#[component]
pub fn DocumentsView() -> impl IntoView {
    let viewer = Viewer::here();
    let sort = Signal::derive(move || viewer.options.read().document_sort);
    let on_sort = Callback::new(move |order| viewer.arrange(|options| options.document_sort = order));
    let groups = Memo::new(move |_| {
        let order = viewer.options.read().document_sort;
        query::group_documents(viewer.documents.get(), order, viewer.dataset, viewer.index)
    });
    let drawn = Drawn::of(Pace::LARGE_LINES, move || {
        (groups.read().iter().map(|(_, places)| places.len()).sum(), None)
    });
    // The day belongs to each row, because it belongs to the links in it.
    let items = move || {
        let (day, stretch) = (viewer.day.get(), drawn.now());
        let (mut items, mut before) = (Vec::new(), 0);
        for (kind, places) in groups.read().iter() {
            let lines = &places[stretch.lines_of_group(before, places.len())];
            before += places.len();
            let head = kind.filter(|_| !lines.is_empty());
            items.extend(head.map(|kind| (day, Item::Group(kind, places.len()))));
            items.extend(lines.iter().map(|place| (day, Item::Document(*place))));
        }
        items
    };
    let is_empty = move || viewer.documents.read().is_empty();
    view! {
        <table role="table" class="references" data-order=move || viewer.options.read().document_sort.column.key() hidden=is_empty>
            <caption class="for-listeners">"Documents that are cited"</caption>
            <thead role="rowgroup">
                <tr role="row">{DocumentColumn::ALL.iter().map(|column| view! { <ColumnHead column=*column sort on_sort /> }).collect_view()}</tr>
            </thead>
            <tbody role="rowgroup" data-list="documents">
                <For each=items key=Clone::clone let((_, item))>
                    {match item {
                        Item::Group(kind, count) => view! { <GroupRow kind count /> }.into_any(),
                        Item::Document(place) => {
                            let citing = query::citing(place, viewer.index);
                            view! { <ReferenceRow place citing /> }.into_any()
                        }
                    }}
                </For>
            </tbody>
        </table>
        <Rest drawn list="documents" />
        {move || is_empty().then(|| view! {
            <p class="nothing">"No document fits all of this. Take a part out of the selection above, or clear it."</p>
        })}
    }
}

/// A row of the list: the head of a group, or a document.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Item {
    /// The kind, and how many documents of it are shown.
    Group(DocumentKind, usize),
    /// The document's place in the dataset.
    Document(usize),
}

#[component]
fn GroupRow(
    /// The kind of the documents below.
    kind: DocumentKind,
    /// How many there are.
    count: usize,
) -> impl IntoView {
    view! {
        <tr role="row" class="group-row">
            <th role="rowheader" scope="rowgroup" colspan=DocumentColumn::ALL.len()>
                {kind.heading()} " " <small>{count}</small>
            </th>
        </tr>
    }
}

#[component]
fn ReferenceRow(
    /// The document's place in the dataset.
    place: usize,
    /// Who cites it.
    citing: Citing,
) -> impl IntoView {
    let document = &Viewer::here().dataset.documents[place];
    let details = details(document);
    view! {
        <tr role="row" class="reference-row" data-document=document.id.as_str()>
            <th role="rowheader" scope="row" class="document">
                <PageLink page=Page::Document(document.id.clone())><Marked text=document.name() /></PageLink>
                " " <RegisterLink document />
                {document.number.as_ref().and(document.title.as_deref())
                    .map(|title| view! { <span class="document-title"><Marked text=title /></span> })}
                {(!details.is_empty()).then(|| view! { <small class="reference-details">{details.join(" · ")}</small> })}
            </th>
            <td role="cell" class="kind"><span>{document.kind.label()}</span></td>
            <td role="cell" class="date">{document.date.map(PartialDate::in_short)}</td>
            <td role="cell" class="cited"><CitedBy document citing /></td>
        </tr>
    }
}

/// Marking, place in the Official Journal, and the dates of a legal act.
fn details(document: &Document) -> Vec<String> {
    let applies = document.applies.map(|date| format!("applies from {}", date.in_short()));
    let transposition = document
        .transposition
        .map(|date| format!("transposition by {}", date.in_short()));
    let own = document.marking.iter().chain(&document.oj).cloned();
    own.chain(applies).chain(transposition).collect()
}

/// The first of those who cite a document, and the way to the others.
#[component]
fn CitedBy(
    /// The document.
    document: &'static Document,
    /// Who cites it.
    citing: Citing,
) -> impl IntoView {
    let others = citing.len().saturating_sub(NAMED);
    let named = citing.into_iter().take(NAMED);
    view! {
        <ul class="citing">
            {named.map(|(home, roles)| view! { <CitingItem home roles /> }).collect_view()}
            {(0 < others).then(|| view! {
                <li><PageLink page=Page::Document(document.id.clone())>"and " {others} " more"</PageLink></li>
            })}
        </ul>
    }
}

#[component]
fn CitingItem(
    /// The measure or section of a general report.
    home: Home,
    /// In which roles it cites the document.
    roles: Vec<DocumentRole>,
) -> impl IntoView {
    let dataset = Viewer::here().dataset;
    let (page, title, source, number, says) = match home {
        Home::Measure(place) => {
            let measure = &dataset.measures[place];
            let roles: Vec<&str> = roles.into_iter().map(Keyed::label).collect();
            let number = measure.number.as_str();
            let page = Page::Measure(measure.id.clone());
            (
                page,
                measure.title.as_str(),
                &measure.source,
                Some(number),
                roles.join(", "),
            )
        }
        Home::Report(place) => {
            let report = &dataset.reports[place];
            let page = Page::Report(report.id.clone());
            (
                page,
                report.title.as_str(),
                &report.source,
                None,
                "general report".to_owned(),
            )
        }
    };
    let of = dataset
        .other_source(source)
        .map(|source| format!("of {}, ", source.number));
    view! {
        <li title=title>
            <PageLink page>
                {match number {
                    Some(number) => view! { <span class="for-listeners">"measure "</span> {number} }.into_any(),
                    None => title.into_any(),
                }}
            </PageLink>
            " " <span class="citing-role">{of} {says}</span>
        </li>
    }
}
