//! What the timeline draws is worked out before it is drawn: at once where that is quick, else in turns that leave the page
//! alive, while what was drawn before still stands. It is kept while the reader is elsewhere.

use std::sync::Arc;

use leptos::prelude::*;

use crate::chart::{Facts, FactsDraft, Timeline, timeline};
use crate::query::{Progress, Query, ViewOptions};
use crate::route::Page;
use crate::ui::Viewer;
use crate::ui::in_turns::{Waits, in_turns, work_on};

/// So many measures are worked out between two looks at the clock.
const STEPS: usize = 64;

/// What can be drawn, and of which query.
#[derive(Clone, Debug)]
pub struct Drawable {
    /// What is asked, at whatever time.
    pub query: Query,
    /// Into which lanes it goes.
    pub options: ViewOptions,
    /// The answer in lanes, which know the order of their facts.
    pub timeline: Timeline<'static>,
}

impl PartialEq for Drawable {
    fn eq(&self, other: &Self) -> bool {
        // All that is shown at one time is of one dataset.
        self.query == other.query && self.options == other.options
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
            let is_shown = *viewer.page.read() == Page::Timeline;
            is_shown.then(|| (viewer.query.read().without_window(), viewer.options.get()))
        });
        let drawable = in_turns(
            asked,
            waits,
            move |asked, ms| {
                let (query, options) = asked.as_ref()?;
                work_on(ms, || {
                    kept.try_update_value(|kept| kept.go_on(query, options, viewer).err())?
                })
            },
            move |asked| {
                let (query, options) = asked.as_ref()?;
                kept.try_update_value(|kept| kept.go_on(query, options, viewer).ok())?
            },
            |_, last| last.cloned().flatten(),
        );
        provide_context(Self(drawable, kept));
    }

    /// What is drawn on the page.
    pub fn drawable(self) -> Memo<Option<Drawable>> {
        self.0
    }

    /// All of what is asked, worked out at once: paper does not wait.
    pub fn at_once(self, viewer: Viewer) -> Option<Drawable> {
        let query = viewer.query.get_untracked().without_window();
        let options = viewer.options.get_untracked();
        let whole = |kept: &mut Kept| {
            loop {
                if let Ok(whole) = kept.go_on(&query, &options, viewer) {
                    return whole;
                }
            }
        };
        self.1.try_update_value(whole)
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
    /// Works out some more: first the facts, then the rows in which they stand, then the lanes of what is asked.
    fn go_on(&mut self, query: &Query, options: &ViewOptions, viewer: Viewer) -> Result<Drawable, Progress> {
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
        if let Some(Progress { done, all }) = facts.prepare(options.lanes, viewer.index, STEPS) {
            return Err(twice(all + done, all));
        }
        let all = viewer.dataset.measures.len();
        match &mut self.drawable {
            Some((drawable, ordered)) if drawable.query == *query && drawable.options == *options => {
                match drawable.timeline.lanes.get(*ordered) {
                    None => return Ok(drawable.clone()),
                    Some(lane) => {
                        lane.prepare(*ordered);
                        *ordered += 1;
                    }
                }
            }
            other => {
                let drawable = Drawable {
                    timeline: timeline(query, options, facts, viewer.index),
                    query: query.clone(),
                    options: options.clone(),
                };
                *other = Some((drawable, 0));
            }
        }
        Err(twice(2 * all, all))
    }
}

/// How far it is, where everything is gone through twice.
fn twice(done: usize, all: usize) -> Progress {
    Progress { done, all: 2 * all }
}
