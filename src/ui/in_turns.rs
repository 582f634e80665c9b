//! What takes long is worked out in turns that leave the page alive, while what was shown before still stands; what is quick
//! comes at once.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::time;
use crate::query::Progress;

/// What takes no longer need not be told: the answer comes with the event.
pub(super) const AT_ONCE_MS: f64 = 60.0;
/// So long the page does nothing else while a reader waits.
pub(super) const TURN_MS: f64 = 40.0;

/// How far it is worked out what an answer needs; nothing while nobody waits for it.
#[derive(Clone, Copy)]
pub struct Waits(pub RwSignal<Option<Progress>>);

/// What is told of whatever is asked.
///
/// `prepare` works on for about so many milliseconds, [`AT_ONCE_MS`] and then [`TURN_MS`] at a time, and says how far it is;
/// nothing when all is there that `tell` needs. `meanwhile` is what is told before that, of what was told last. `waits` is told
/// while a reader waits.
pub(super) fn in_turns<Asked, Told>(
    asked: Memo<Asked>,
    waits: Waits,
    prepare: impl Fn(&Asked, f64) -> Option<Progress> + Copy + Send + Sync + 'static,
    tell: impl Fn(&Asked) -> Told + Send + Sync + 'static,
    meanwhile: impl Fn(&Asked, Option<&Told>) -> Told + Send + Sync + 'static,
) -> Memo<Told>
where
    Asked: PartialEq + Send + Sync + 'static,
    Told: PartialEq + Send + Sync + 'static,
{
    let prepared = Trigger::new();
    let is_behind = StoredValue::new(false);
    let told = Memo::new(move |last: Option<&Told>| {
        prepared.track();
        let asked = asked.read();
        let is_ready = prepare(&asked, AT_ONCE_MS).is_none();
        is_behind.set_value(!is_ready);
        if is_ready {
            tell(&asked)
        } else {
            meanwhile(&asked, last)
        }
    });
    let is_working = StoredValue::new(false);
    Effect::new(move |_| {
        asked.track();
        // Whether it is behind is known once it is told.
        told.with(|_| ());
        if !is_behind.get_value() || is_working.get_value() {
            return;
        }
        is_working.set_value(true);
        spawn_local(async move {
            // What was prepared last may have taken a turn of its own, in which something else may have been asked.
            let mut is_ready = false;
            loop {
                time::turn().await;
                let progress = asked.with_untracked(|asked| prepare(asked, TURN_MS));
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
    told
}

/// Works on for about so many milliseconds, as far as `step` says that something is left; how far it is then.
pub(super) fn work_on(ms: f64, mut step: impl FnMut() -> Option<Progress>) -> Option<Progress> {
    let mut progress = None;
    time::work_for(ms, || {
        progress = step();
        progress.is_some()
    });
    progress
}

/// The same one step later: what depends on it directly has changed the page before. Where that took long since it `began`, in
/// milliseconds, the browser has its turn in between.
pub(super) fn following<T: Clone + PartialEq + Send + Sync + 'static>(
    first: Signal<T>,
    began: StoredValue<f64>,
) -> RwSignal<T> {
    let aside = RwSignal::new(first.get_untracked());
    Effect::new(move |_| {
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
