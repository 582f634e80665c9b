//! The query that is answered. It is prepared first: at once if that is quick, else in turns that keep the page responsive, while
//! the last answer stays.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::in_turns::{AT_ONCE_MS, PendingProgress, TURN_MS};
use crate::app::memo::{Memo, effect};
use crate::app::texts;
use crate::browser::time;
use crate::query::{Index, Progress, Query, Unit};
use crate::route::Page;

/// Steps between two checks of the clock.
const STEPS: usize = 16;

/// The query that the view answers: the current one, or the last one while that is being prepared. `waits` has the progress while
/// a reader waits.
pub(super) fn answered(
    asked: Memo<Query>,
    page: Memo<Page>,
    index: &'static Index<'static>,
    waits: PendingProgress,
) -> Memo<Query> {
    let asked = Memo::new(move |_| (asked.get(), texts::unit_of(&page.read())));
    let prepared = Trigger::new();
    let is_behind = StoredValue::new(false);
    let answered = Memo::new(move |last: Option<&Query>| {
        prepared.track();
        texts::track();
        let asked = asked.read();
        let (query, unit) = &*asked;
        let is_ready = prepare(query, *unit, index, AT_ONCE_MS).is_none();
        is_behind.set_value(!is_ready);
        if is_ready {
            query.clone()
        } else {
            meanwhile(query, last, *unit, index)
        }
    });
    let is_working = StoredValue::new(false);
    effect(move |_| {
        asked.track();
        texts::track();
        // Whether it is behind is known once it is answered.
        answered.with(|_| ());
        if !is_behind.get_value() || is_working.get_value() {
            return;
        }
        is_working.set_value(true);
        spawn_local(async move {
            // Preparing may have taken a turn, in which the query may have changed.
            let mut is_ready = false;
            loop {
                time::turn().await;
                let (query, unit) = asked.get_untracked();
                let goes_on = |done, all| {
                    waits.0.set(Some(Progress { done, all }));
                    asked.with_untracked(|(asked, _)| asked.has_words())
                };
                if query.has_words() && texts::search(&query, unit, index, goes_on).await.is_err() {
                    // The page says so, and what it offers begins anew.
                    is_working.set_value(false);
                    waits.0.set(None);
                    return;
                }
                let progress = asked.with_untracked(|(query, unit)| prepare(query, *unit, index, TURN_MS));
                if is_ready && progress.is_none() {
                    break;
                }
                is_ready = progress.is_none();
                waits.0.set(progress);
            }
            is_working.set_value(false);
            prepared.notify();
        });
    });
    answered
}

/// Prepares an answer for about that many milliseconds; returns the progress, none once it is done.
fn prepare(query: &Query, unit: Unit, index: &Index, ms: f64) -> Option<Progress> {
    let mut progress = None;
    time::work_for(ms, || {
        progress = query.prepare(unit, index, STEPS);
        progress.is_some()
    });
    progress
}

/// What can be answered until then: what was answered last, or everything, without words that are not read.
fn meanwhile(asked: &Query, last: Option<&Query>, unit: Unit, index: &Index) -> Query {
    let before = last.unwrap_or(asked);
    let text = match before.prepare(unit, index, 0) {
        None => before.text.clone(),
        Some(_) => String::new(),
    };
    Query { text, ..before.clone() }
}
