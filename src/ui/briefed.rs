//! The briefs that the page shows.

use leptos::prelude::*;

use crate::domain::presidency::Presidency;
use crate::query::{BriefBy, Briefs, Index, Query};

/// Whose briefs are asked for, of what, and in which groups; nothing on every other page.
type Asked = Option<(Vec<&'static Presidency>, Query, BriefBy)>;

/// The briefs of what is asked.
#[derive(Clone, Copy)]
pub struct Briefed(Memo<Option<Briefs<'static>>>);

impl Briefed {
    /// Those that are asked for.
    pub fn new(asked: Memo<Asked>, index: &'static Index<'static>) -> Self {
        Self(Memo::new(move |last: Option<&Option<Briefs>>| {
            let asked = asked.read();
            let (presidencies, query, by) = asked.as_ref()?;
            Some(Briefs::new(
                presidencies,
                query,
                *by,
                index,
                last.and_then(Option::as_ref),
            ))
        }))
    }

    /// What is told on the page.
    pub fn told(self) -> Memo<Option<Briefs<'static>>> {
        self.0
    }

    /// The same for paper and files.
    pub fn at_once(self) -> Option<Briefs<'static>> {
        self.0.get_untracked()
    }
}
