//! One value out of a closed list.

use leptos::prelude::*;

use crate::domain::keyed::Keyed;

/// A choice with its label before it.
#[component]
pub fn Choice<W>(
    /// What is chosen.
    label: &'static str,
    /// Its name, for tests.
    name: &'static str,
    /// The value that is chosen now.
    #[prop(into)]
    now: Signal<W>,
    /// Called with the reader's choice.
    on_choose: Callback<W>,
) -> impl IntoView
where
    W: Keyed + Send + Sync,
{
    let on_change = move |event| {
        if let Some(value) = W::from_key(&event_target_value(&event)) {
            on_choose.run(value);
        }
    };
    let option = move |value: &W| {
        let value = *value;
        view! { <option value=value.key() selected=move || now.get() == value>{value.label()}</option> }
    };
    view! {
        <label>{label} " "
            <select data-choice=name prop:value=move || now.get().key() on:change=on_change>
                {W::ALL.iter().map(option).collect_view()}
            </select>
        </label>
    }
}
