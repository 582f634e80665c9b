//! Light, dark, or as the reader's system has it.

use leptos::prelude::*;

use crate::app::memo::effect;
use crate::browser::{page, preference};

const KEPT_AS: &str = "iss-followup-theme";

/// The colours that the reader has chosen; the system's where there is no choice.
#[derive(Clone, Copy)]
pub struct Theme(RwSignal<Option<&'static str>>);

impl Theme {
    /// As it was chosen on the last visit.
    pub fn kept() -> Self {
        let known = |name: String| ["light", "dark"].into_iter().find(|theme| *theme == name);
        let theme = RwSignal::new(preference::kept(KEPT_AS).and_then(known));
        effect(move |_| page::set_root_data("theme", theme.get()));
        Self(theme)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        self.0.get().unwrap_or("system")
    }

    /// Goes from the system's to light to dark and round again.
    pub fn switch(self) {
        let next = match self.0.get_untracked() {
            None => Some("light"),
            Some("light") => Some("dark"),
            Some(_) => None,
        };
        preference::keep(KEPT_AS, next.unwrap_or_default());
        self.0.set(next);
    }
}
