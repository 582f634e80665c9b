//! The page for a link that names something that is not there.

use maud::{Markup, html};

use crate::render::html::text::link;
use crate::view::MissingView;

/// Says that there is no such thing, and offers what the reader may have meant.
pub fn missing(missing: &MissingView) -> Markup {
    html! {
        article.missing-page {
            h1 tabindex="-1" { "There is no such " (missing.noun) }
            p data-notice="" {
                "The link asks for the " (missing.noun) " “" bdi { (missing.name) } "”, which is not in this edition. "
                "The rest of the page works."
            }
            @if !missing.nearest.is_empty() {
                p { "Perhaps you meant:" }
                ul { @for nearest in &missing.nearest { li { (link(nearest)) } } }
            }
            p { (link(&missing.all_measures)) }
        }
    }
}
