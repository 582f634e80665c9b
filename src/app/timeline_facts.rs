//! What the timeline draws. Computed only on its page.

use leptos::prelude::*;

use crate::app::Viewer;
use crate::app::memo::Memo;
use crate::chart::{Facts, Timeline};
use crate::query::{Query, ViewOptions};
use crate::route::Page;

/// What the timeline draws, and of which query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawable {
    /// The query, without its window of time.
    pub query: Query,
    /// The facts in lanes.
    pub timeline: Timeline<'static>,
}

/// What the timeline draws; `None` before its page is first shown.
#[derive(Clone, Copy)]
pub struct TimelineFacts(Memo<Option<Drawable>>);

impl TimelineFacts {
    /// Provides it to all views.
    pub fn provide(viewer: Viewer) {
        // Moving the view changes only the window. While another page is shown, nothing changes.
        let asked = Memo::new(move |last: Option<&Option<(Query, ViewOptions)>>| {
            let is_shown = *viewer.page.read() == Page::Timeline;
            let now = is_shown.then(|| (viewer.query.read().without_window(), viewer.options.get()));
            now.or_else(|| last.cloned().flatten())
        });
        // Filters change more often than the day and the kind of lanes.
        let kind = Memo::new(move |_| {
            let asked = asked.read();
            let (query, options) = (*asked).as_ref()?;
            Some((query.day(viewer.dataset), options.lanes))
        });
        let facts = Memo::new_with_compare(
            move |_| kind.get().map(|(day, lanes)| Facts::new(day, lanes, viewer.index)),
            |_, _| false,
        );
        provide_context(Self(Memo::new(move |_| {
            let (query, options) = asked.get()?;
            let facts = facts.read();
            let timeline = (*facts).as_ref()?.timeline(&query, &options.folded_lanes, viewer.index);
            Some(Drawable { query, timeline })
        })));
    }

    /// What the timeline shows, on its page.
    pub fn shown(self) -> Option<Memo<Drawable>> {
        let first = self.at_once()?;
        Some(Memo::new(move |_| self.0.get().unwrap_or_else(|| first.clone())))
    }

    /// What is drawn now.
    pub fn at_once(self) -> Option<Drawable> {
        self.0.get_untracked()
    }
}
