//! Light, dark, or as the reader's system has it.

use leptos::prelude::*;

use crate::browser::{page, preference};

const KEPT_AS: &str = "iss-followup-theme";

/// A button that goes from the system's theme to light to dark and round again.
#[component]
pub fn ThemeSwitch() -> impl IntoView {
    let known = |theme: &String| matches!(theme.as_str(), "light" | "dark");
    let theme = RwSignal::new(preference::kept(KEPT_AS).filter(known));
    Effect::new(move |_| page::set_root_data("theme", theme.get().as_deref()));
    let name = move || match theme.get().as_deref() {
        Some("light") => "light",
        Some(_) => "dark",
        None => "system",
    };
    let on_click = move |_| {
        let next = match theme.get_untracked().as_deref() {
            None => Some("light"),
            Some("light") => Some("dark"),
            Some(_) => None,
        };
        preference::keep(KEPT_AS, next.unwrap_or_default());
        theme.set(next.map(str::to_owned));
    };
    view! {
        <button type="button" class="quiet" data-theme-switch=name on:click=on_click>
            "Theme: " {name}
        </button>
    }
}
