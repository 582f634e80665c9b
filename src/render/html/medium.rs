//! For what a text is written.

use maud::{Markup, html};

/// For what a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// A page of the app.
    App,
    /// The record, which is complete and needs no program. It has no controls and no marks, the address of a thing is its id, and
    /// headings are two levels deeper.
    Record,
}

impl Medium {
    pub(super) fn is_app(self) -> bool {
        self == Self::App
    }

    /// What only the app writes.
    pub(super) fn in_app<T>(self, value: T) -> Option<T> {
        self.is_app().then_some(value)
    }

    /// What only the record writes.
    pub(super) fn in_record<T>(self, value: T) -> Option<T> {
        (!self.is_app()).then_some(value)
    }

    /// The heading of a page.
    pub(super) fn title(self, title: &Markup) -> Markup {
        match self {
            Self::App => html! { h1 tabindex="-1" { (title) } },
            Self::Record => html! { h3 { (title) } },
        }
    }

    /// The heading of a part of a page.
    pub(super) fn heading(self, heading: &Markup) -> Markup {
        match self {
            Self::App => html! { h2 { (heading) } },
            Self::Record => html! { h4 { (heading) } },
        }
    }

    /// The same; `name` is its name on its page.
    pub(super) fn named_heading(self, name: &str, heading: &Markup) -> Markup {
        match self {
            Self::App => html! { h2 id=(name) tabindex="-1" { (heading) } },
            Self::Record => self.heading(heading),
        }
    }

    /// A section with its heading; `name` is its name on its page.
    pub(super) fn section(self, name: &str, heading: &str, content: &Markup) -> Markup {
        match self {
            Self::App => {
                html! { section aria-labelledby=(name) { h2 id=(name) tabindex="-1" { (heading) } (content) } }
            }
            Self::Record => html! { section { h4 { (heading) } (content) } },
        }
    }
}
