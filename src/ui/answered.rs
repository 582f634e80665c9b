//! What a query needs is worked out before it is answered: at once where that is quick, else in turns that leave the page
//! alive, while what was shown before still stands.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::time;
use crate::query::{Index, Progress, Query, Unit};

/// What takes no longer need not be told: the answer comes with the event.
pub(super) const AT_ONCE_MS: f64 = 100.0;
/// So long the page does nothing else while a reader waits.
pub(super) const TURN_MS: f64 = 40.0;
/// So much is worked out between two looks at the clock.
const STEPS: usize = 16;

/// How far it is worked out what an answer needs; nothing while nobody waits for it.
#[derive(Clone, Copy)]
pub struct Waits(pub RwSignal<Option<Progress>>);

/// The query that is answered for what the view lists: the one that is asked for, or the last one before it.
pub(super) fn answered(
    asked: Memo<Query>,
    unit: Memo<Unit>,
    index: &'static Index<'static>,
    waits: Waits,
) -> Memo<Query> {
    let prepared = Trigger::new();
    let query = Memo::new(move |last: Option<&Query>| {
        prepared.track();
        let (asked, unit) = (asked.get(), unit.get());
        match prepare(&asked, unit, index, AT_ONCE_MS) {
            None => asked,
            Some(_) => meanwhile(asked, last, unit, index),
        }
    });
    let is_working = StoredValue::new(false);
    Effect::new(move |_| {
        let is_answered = *query.read() == *asked.read();
        if is_answered || is_working.get_value() {
            return;
        }
        is_working.set_value(true);
        spawn_local(async move {
            while let Some(progress) = prepare(&asked.get_untracked(), unit.get_untracked(), index, TURN_MS) {
                waits.0.set(Some(progress));
                time::turn().await;
            }
            is_working.set_value(false);
            waits.0.set(None);
            prepared.notify();
        });
    });
    query
}

/// Works on for about so many milliseconds; nothing when all is there.
fn prepare(query: &Query, unit: Unit, index: &Index, ms: f64) -> Option<Progress> {
    let mut progress = None;
    time::work_for(ms, || {
        progress = index.prepare(query, unit, STEPS);
        progress.is_some()
    });
    progress
}

/// What can be answered until then: what was answered last, without words that are not read, or everything on the edition's
/// date.
fn meanwhile(asked: Query, last: Option<&Query>, unit: Unit, index: &Index) -> Query {
    let before = last.cloned().unwrap_or(Query { as_of: None, ..asked });
    match index.prepare(&before, unit, 0) {
        None => before,
        Some(_) => Query {
            text: String::new(),
            ..before
        },
    }
}
