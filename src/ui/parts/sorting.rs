//! How a list is put in order: by the heads of its columns, or by a choice where it has no heads.

use leptos::prelude::*;

use crate::domain::keyed::Keyed;
use crate::query::Sort;
use crate::ui::parts::Choice;

/// The head of a column; a click sorts by it, a second click turns the order round.
#[component]
pub fn ColumnHead<C>(
    /// The column.
    column: C,
    /// The order of the list.
    #[prop(into)]
    sort: Signal<Sort<C>>,
    /// Called with the new order.
    on_sort: Callback<Sort<C>>,
) -> impl IntoView
where
    C: Keyed + Send + Sync,
{
    let order = move || match sort.get() {
        sort if sort.column != column => None,
        sort if sort.is_descending => Some("descending"),
        _ => Some("ascending"),
    };
    view! {
        <th role="columnheader" scope="col" class=column.key() aria-sort=order>
            <button type="button" data-sort=column.key()
                on:click=move |_| on_sort.run(sort.get_untracked().clicked(column))>
                {column.label()}
                <span aria-hidden="true">{move || match order() {
                    Some("descending") => " ↓",
                    Some(_) => " ↑",
                    None => "",
                }}</span>
            </button>
        </th>
    }
}

/// The order for cards, which have no column heads.
#[component]
pub fn SortChoice<C>(
    /// The order of the list.
    #[prop(into)]
    sort: Signal<Sort<C>>,
    /// Called with the new order.
    on_sort: Callback<Sort<C>>,
) -> impl IntoView
where
    C: Keyed + Send + Sync,
{
    let column = Signal::derive(move || sort.get().column);
    let on_choose = Callback::new(move |column| {
        on_sort.run(Sort {
            column,
            ..sort.get_untracked()
        });
    });
    let turn_round = move |_| {
        let sort = sort.get_untracked();
        on_sort.run(Sort {
            is_descending: !sort.is_descending,
            ..sort
        });
    };
    view! {
        <span class="sort-choice">
            <Choice label="Sort by" name="sort" now=column on_choose />
            <button type="button" class="quiet" aria-label="Turn the order round" on:click=turn_round>
                {move || if sort.get().is_descending { "↓" } else { "↑" }}
            </button>
        </span>
    }
}
