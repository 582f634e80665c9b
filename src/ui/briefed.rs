//! The briefs that the page shows: everything that they can hold is collected before they are told.

use leptos::prelude::*;

use crate::domain::presidency::Presidency;
use crate::query::{Briefs, Index, KeptBriefs, Query};
use crate::ui::in_turns::{Waits, in_turns, work_on};

/// So many measures are looked at between two looks at the clock.
const STEPS: usize = 64;

/// Whose briefs are asked for, and of what; nothing on every other page.
type Asked = Option<(Vec<&'static Presidency>, Query)>;

/// The briefs that are told. What was collected for them is kept while the reader is elsewhere.
#[derive(Clone, Copy)]
pub struct Briefed {
    told: Memo<Option<Briefs<'static>>>,
    at_once: Callback<(), Option<Briefs<'static>>>,
}

impl Briefed {
    /// Those that are asked for; `waits` is told while a reader waits for them.
    pub fn new(asked: Memo<Asked>, index: &'static Index<'static>, waits: Waits) -> Self {
        let kept = StoredValue::new(KeptBriefs::default());
        let told = in_turns(
            asked,
            waits,
            move |asked, ms| {
                let (presidencies, query) = asked.as_ref()?;
                work_on(ms, || {
                    kept.try_update_value(|kept| kept.prepare(presidencies, query, index, STEPS))?
                })
            },
            move |asked| told_of(asked, kept, index),
            // A page that is left has nothing to tell.
            |asked, last| last.filter(|_| asked.is_some()).cloned().flatten(),
        );
        let at_once = Callback::new(move |()| told_of(&asked.read_untracked(), kept, index));
        Self { told, at_once }
    }

    /// What is told on the page; nothing before the first is.
    pub fn told(self) -> Memo<Option<Briefs<'static>>> {
        self.told
    }

    /// What is asked for, worked out at once: paper and files do not wait.
    pub fn at_once(self) -> Option<Briefs<'static>> {
        self.at_once.run(())
    }
}

fn told_of(
    asked: &Asked,
    kept: StoredValue<KeptBriefs<'static>>,
    index: &'static Index<'static>,
) -> Option<Briefs<'static>> {
    let (presidencies, query) = asked.as_ref()?;
    kept.try_update_value(|kept| kept.briefs(presidencies, query, index))
}
