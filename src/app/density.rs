//! How high the rows of the table are: in the address, and kept for the next visit.

use crate::app::Viewer;
use crate::app::memo::effect;
use crate::browser::{page, preference};
use crate::domain::keyed::Keyed;
use crate::query::Density;

/// `public/head.js` reads it too.
const KEPT_AS: &str = "iss-followup-density";

/// What a link without a density is shown in: what the reader chose on the last visit.
pub fn kept_density() -> Density {
    let kept = preference::kept(KEPT_AS);
    kept.and_then(|key| Density::from_key(&key)).unwrap_or_default()
}

/// Keeps it for the next visit.
pub fn keep_density(density: Density) {
    preference::keep(KEPT_AS, density.key());
}

/// Has the style sheet follow it, as long as the page lives.
pub fn follow_density(viewer: Viewer) {
    effect(move |_| page::set_root_data("density", Some(viewer.options.read().density.key())));
}
