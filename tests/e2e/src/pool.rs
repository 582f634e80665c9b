//! Browsers that are open between two tests: starting one takes longer than most tests do.
//!
//! A test gets a fresh tab in a browser of its setting, with nothing stored and nothing on record. A browser that gives no
//! fresh tab, or whose test panicked, is ended, and the next test starts another.

use crate::engine::{Engine, Setting};
use crate::session::Session;
use anyhow::Result;
use std::ops::Deref;
use std::sync::{Mutex, PoisonError};
use std::thread;

type Key = (Engine, Setting);

static IDLE: Mutex<Vec<(Key, Session)>> = Mutex::new(Vec::new());

/// A browser window on loan: it goes back to the pool when dropped.
#[derive(Debug)]
pub struct PooledSession {
    key: Key,
    session: Option<Session>,
}

impl PooledSession {
    /// A browser of that engine, started with that setting, with a fresh tab.
    ///
    /// # Errors
    /// When none is idle and none can be started.
    pub fn take(engine: Engine, setting: Setting) -> Result<PooledSession> {
        let key = (engine, setting.of_the_browser());
        while let Some(session) = idle(key) {
            if session.open_fresh_tab(engine).is_ok() {
                return Ok(PooledSession {
                    key,
                    session: Some(session),
                });
            }
        }
        let session = Session::open(engine, setting)?;
        Ok(PooledSession {
            key,
            session: Some(session),
        })
    }
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
        let session = self.session.take().filter(|_| !thread::panicking());
        let mut idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner);
        idle.extend(session.map(|session| (self.key, session)));
    }
}
