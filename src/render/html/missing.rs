//! The page for a link that names something that is not there.

use maud::{Markup, html};

use crate::render::html::text::link;
use crate::view::MissingView;
use crate::words::missing as words;

/// Says that there is no such thing, and offers what the reader may have meant.
pub fn missing(missing: &MissingView) -> Markup {
    let [before, after] = words::name(missing.noun);
    html! {
        article.missing-page {
            h1 tabindex="-1" { (words::heading(missing.noun)) }
            p data-notice="" { (before) bdi { (missing.name) } (after) }
            @if !missing.nearest.is_empty() {
                p { (words::NEAREST) }
                ul { @for nearest in &missing.nearest { li { (link(nearest)) } } }
            }
            p { (link(&missing.all_measures)) }
        }
    }
}
