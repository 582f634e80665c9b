//! Browsers that are open between two tests: starting one takes longer than most tests do.
//!
//! A test gets a fresh tab in a browser of its setting, with nothing stored and nothing on record. A browser that gives no
//! fresh tab, or whose test panicked or broke a program on purpose, is ended, and the next test starts another: WebKitGTK
//! damages the programs that it starts after one that ended in the middle of its work.

use crate::engine::{Engine, Setting};
use crate::session::Session;
use anyhow::Result;
use std::cell::Cell;
use std::ops::Deref;
use std::sync::atomic::AtomicUsize;
use std::sync::{Mutex, PoisonError};
use std::thread;

type Key = (Engine, Setting);

static IDLE: Mutex<Vec<(Key, Session)>> = Mutex::new(Vec::new());

/// A browser window on loan: it goes back to the pool when dropped.
#[derive(Debug)]
pub struct PooledSession {
    key: Key,
    session: Option<Session>,
    is_broken: Cell<bool>,
}

impl PooledSession {
    /// A browser of that engine, started with that setting, with a fresh tab.
    ///
    /// # Errors
    /// When none is idle and none can be started.
    pub fn take(engine: Engine, setting: Setting) -> Result<PooledSession> {
        let key = (engine, setting.of_the_browser());
        let lent = |session: Session| PooledSession {
            key,
            session: Some(session),
            is_broken: Cell::new(setting.breaks_the_program()),
        };
        while let Some(session) = idle(key) {
            if session.open_fresh_tab().is_ok() {
                return Ok(lent(session));
            }
        }
        Session::open(engine, setting).map(lent)
    }

    /// Has the browser ended after this test.
    pub fn end_after_this(&self) {
        self.is_broken.set(true);
    }
}

/// How often a page had to start a second time, for which it is made: WebKitGTK now and then damages a program as it starts.
pub fn restarts() -> &'static AtomicUsize {
    static RESTARTS: AtomicUsize = AtomicUsize::new(0);
    &RESTARTS
}

/// Ends every idle browser. A program that ends without this leaves them running.
pub fn close() {
    let idle = std::mem::take(&mut *IDLE.lock().unwrap_or_else(PoisonError::into_inner));
    drop(idle);
}

fn idle(key: Key) -> Option<Session> {
    let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
    let place = idle.iter().position(|(other, _)| *other == key)?;
    Some(idle.swap_remove(place).1)
}

impl Deref for PooledSession {
    type Target = Session;

    #[expect(clippy::expect_used, reason = "it is taken only when dropped")]
    fn deref(&self) -> &Session {
        self.session.as_ref().expect("a session on loan")
    }
}

impl Drop for PooledSession {
    fn drop(&mut self) {
        let session = self
            .session
            .take()
            .filter(|_| !thread::panicking() && !self.is_broken.get());
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        idle.extend(session.map(|session| (self.key, session)));
    }
}
