//! What the timeline draws is worked out before it is drawn: at once where that is quick, else in turns that leave the page
//! alive, while what was drawn before still stands. It is kept while the reader is elsewhere.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::time;
use crate::chart::{Facts, FactsDraft, Timeline, timeline};
use crate::query::{Progress, Query};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::answered::{TURN_MS, Waits};

/// So many measures are worked out between two looks at the clock.
const STEPS: usize = 64;

/// What can be drawn, and of which query.
#[derive(Clone, Debug)]
pub struct Drawable {
    /// What is asked, at whatever time.
    pub query: Query,
    /// The answer in lanes, which know the order of their facts.
    pub timeline: Timeline<'static>,
}

impl PartialEq for Drawable {
    fn eq(&self, other: &Self) -> bool {
        // All that is shown at one time is of one dataset.
        self.query == other.query
    }
}

/// What the timeline draws; nothing before there is something to draw.
#[derive(Clone, Copy)]
pub struct Charted(Memo<Option<Drawable>>, StoredValue<Kept>);

impl Charted {
    /// Keeps it for all views; `waits` is told while a reader waits for it.
    pub fn provide(viewer: Viewer, waits: Waits) {
        let kept = StoredValue::new(Kept::default());
        // Moving the view changes only the window, and no lane. Nothing is asked on any other page.
        let asked = Memo::new(move |_| {
            let query = viewer.query.read().without_window();
            Some(query).filter(|_| *viewer.page.read() == Page::Timeline)
        });
        let prepared = Trigger::new();
        let drawable = Memo::new(move |last: Option<&Option<Drawable>>| {
            prepared.track();
            let asked = asked.get();
            let ready = asked.and_then(|query| kept.try_update_value(|kept| kept.ready(&query, viewer, TURN_MS))?.ok());
            ready.or_else(|| last.cloned().flatten())
        });
        let is_working = StoredValue::new(false);
        Effect::new(move |_| {
            let (asked_now, drawn) = (asked.get(), drawable.get());
            let is_drawn = asked_now.is_none() || asked_now == drawn.map(|drawn| drawn.query);
            if is_drawn || is_working.get_value() {
                return;
            }
            is_working.set_value(true);
            spawn_local(async move {
                // A reader who has gone elsewhere waits for nothing more.
                let go_on = move || {
                    let query = asked.get_untracked()?;
                    kept.try_update_value(|kept| kept.ready(&query, viewer, TURN_MS))?.err()
                };
                while let Some(progress) = go_on() {
                    waits.0.set(Some(progress));
                    time::turn().await;
                }
                is_working.set_value(false);
                waits.0.set(None);
                prepared.notify();
            });
        });
        provide_context(Self(drawable, kept));
    }

    /// What is drawn on the page.
    pub fn drawable(self) -> Memo<Option<Drawable>> {
        self.0
    }

    /// All of what is asked, worked out at once: paper does not wait.
    pub fn at_once(self, viewer: Viewer) -> Option<Drawable> {
        let query = viewer.query.get_untracked().without_window();
        let whole = self
            .1
            .try_update_value(|kept| kept.ready(&query, viewer, f64::INFINITY));
        whole.and_then(Result::ok)
    }
}

/// What has been worked out for what was asked for last.
#[derive(Debug, Default)]
struct Kept {
    facts: Option<Arc<Facts<'static>>>,
    /// Those of the day that is asked for next, as far as they are worked out.
    next: Option<FactsDraft<'static>>,
    /// What is drawn, and how many of its lanes know their order.
    drawable: Option<(Drawable, usize)>,
}

impl Kept {
    /// Works on for about so many milliseconds; what can be drawn once all is there, and how far it is before.
    fn ready(&mut self, query: &Query, viewer: Viewer, ms: f64) -> Result<Drawable, Progress> {
        let mut result = Err(Progress { done: 0, all: 0 });
        time::work_for(ms, || {
            result = self.go_on(query, viewer);
            result.is_err()
        });
        result
    }

    /// Works out some more: first the facts, then the rows in which they stand, then the lanes of what is asked.
    fn go_on(&mut self, query: &Query, viewer: Viewer) -> Result<Drawable, Progress> {
        let day = query.day(viewer.dataset);
        let Some(facts) = self.facts.as_ref().filter(|facts| facts.as_of() == day) else {
            let begun = self.next.take_if(|draft| draft.as_of() == day);
            let mut draft = begun.unwrap_or_else(|| FactsDraft::new(day, viewer.dataset));
            let progress = draft.go_on(STEPS);
            if progress.done == progress.all {
                self.facts = Some(Arc::new(draft.finish()));
            } else {
                self.next = Some(draft);
            }
            return Err(twice(progress.done, progress.all));
        };
        if let Some(Progress { done, all }) = facts.prepare(query.lanes, viewer.index, STEPS) {
            return Err(twice(all + done, all));
        }
        let all = viewer.dataset.measures.len();
        match &mut self.drawable {
            Some((drawable, ordered)) if drawable.query == *query => match drawable.timeline.lanes.get(*ordered) {
                None => return Ok(drawable.clone()),
                Some(lane) => {
                    lane.prepare(*ordered);
                    *ordered += 1;
                }
            },
            other => {
                let timeline = timeline(query, facts, viewer.index);
                let query = query.clone();
                *other = Some((Drawable { query, timeline }, 0));
            }
        }
        Err(twice(2 * all, all))
    }
}

/// How far it is, where everything is gone through twice.
fn twice(done: usize, all: usize) -> Progress {
    Progress { done, all: 2 * all }
}
