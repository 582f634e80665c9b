//! How long work goes on before the browser has its turn, how far it is, and what may come a turn later.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::memo::{Memo, effect};
use crate::browser::time;
use crate::query::Progress;

/// What takes no longer needs no progress bar: the answer comes with the event.
pub(super) const AT_ONCE_MS: f64 = 60.0;
/// How long a turn is while a reader waits.
pub(super) const TURN_MS: f64 = 40.0;

/// The progress of an answer; none while nobody waits.
#[derive(Clone, Copy)]
pub struct PendingProgress(pub RwSignal<Option<Progress>>);

/// A signal one step later: what depends on it directly has changed the page before. Where that took long since it `began`, in
/// milliseconds, the browser has its turn in between.
pub(super) fn following<T: Clone + PartialEq + Send + Sync + 'static>(
    first: Memo<T>,
    began: StoredValue<f64>,
) -> RwSignal<T> {
    let aside = RwSignal::new(first.get_untracked());
    effect(move |_| {
        first.track();
        // All effects of one change run together; this comes after them, and before the browser paints.
        spawn_local(async move {
            if AT_ONCE_MS < time::now_ms() - began.get_value() {
                time::turn().await;
            }
            // Another change may have come in between.
            let next = first.get_untracked();
            if *aside.read_untracked() != next {
                aside.set(next);
            }
        });
    });
    aside
}
