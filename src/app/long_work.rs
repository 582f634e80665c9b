//! A long work that the reader watches and can stop.

use leptos::prelude::*;

use crate::app::in_turns::TURN_MS;
use crate::browser::time;
use crate::view::FileState;

/// One of them: it shows how far it is, and ends where it is stopped or another begins.
#[derive(Clone, Copy)]
pub(super) struct LongWork {
    state: RwSignal<FileState>,
    /// Counts all that were begun or stopped.
    times: StoredValue<usize>,
    own: usize,
}

impl LongWork {
    /// Begins one.
    pub(super) fn begin(state: RwSignal<FileState>, times: StoredValue<usize>) -> Self {
        times.update_value(|times| *times += 1);
        Self {
            state,
            times,
            own: times.get_value(),
        }
    }

    /// Ends whichever goes on.
    pub(super) fn end(times: StoredValue<usize>) {
        times.update_value(|times| *times += 1);
    }

    /// Does one thing after the other until `step` says that nothing is left: else it gives how much of how much is done. Says whether it
    /// came to the end.
    pub(super) async fn go_through(self, what: &str, mut step: impl FnMut() -> Option<(usize, usize)>) -> Option<()> {
        loop {
            let mut progress = None;
            let is_left = time::work_for(TURN_MS, || {
                progress = step();
                progress.is_some()
            });
            if !is_left {
                return Some(());
            }
            let (done, of) = progress.unwrap_or((0, 1));
            self.show(what, done, of).await?;
        }
    }

    /// Shows how far it is, and lets the browser have its turn. Nothing where it was stopped meanwhile.
    pub(super) async fn show(self, what: &str, done: usize, of: usize) -> Option<()> {
        self.state.try_set(FileState::Working(what.to_owned(), done, of.max(1)));
        time::turn().await;
        (self.times.try_get_value() == Some(self.own)).then_some(())
    }

    /// Shows no longer how far it is.
    pub(super) fn is_over(self) {
        self.state.set(FileState::None);
    }
}
