//! A link to where a fact or commitment stands: its measure, or its section of a general report.

use leptos::prelude::*;

use crate::dataset::Home;
use crate::ui::parts::line_link::{LineLink, name_of, short_name_of};

/// A link to a line in its measure or report.
#[component]
pub fn HomeLink(
    /// Where it stands.
    home: Home,
    /// The line's id.
    #[prop(into)]
    fact: String,
    /// Whether the title is left out, as in a list of evidence.
    #[prop(optional)]
    is_short: bool,
) -> impl IntoView {
    let name = if is_short { short_name_of(home) } else { name_of(home) };
    view! { <LineLink home fact attr:class="home-link">{name}</LineLink> }
}
