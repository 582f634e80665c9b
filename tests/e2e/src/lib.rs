//! Drives the built page in real browsers, as a reader would.
//!
//! Read the modules in this order. `tests/reader.rs` holds what a reader does, `tests/as_of.rs` what happens as the day is
//! moved, `tests/circumstances.rs` under what circumstances, `tests/record.rs` what there is without the app,
//! `tests/share.rs` what is shared, cited and exported, `tests/own_data.rs` what is done with data of one's own, `tests/parts.rs` how the page is in parts, `tests/keyboard.rs` what is done with keys alone,
//! `tests/machines.rs` what machines do with the page, `tests/everyone.rs` what else everyone needs, `tests/layout.rs` in what letters, `tests/paper.rs` what stands on paper,
//! `tests/hostile.rs` what should break the page and does not, `tests/errors.rs` what it does where its program breaks all
//! the same, `tests/walk.rs` that nothing a reader can do breaks it; what the harness itself can notice is tested in
//! `tests/harness.rs`. A page needs no network, so neither does this crate: it talks to a driver process on the loopback
//! interface only.

pub mod engine; // which browsers there are, and how each is started
pub mod temporary; // folders that clear themselves away
pub mod driver; // the running driver process and what it printed
pub mod display; // a screen that nobody sees
#[cfg(feature = "drive")]
pub mod session; // the window, by the WebDriver protocol
#[cfg(feature = "drive")]
pub mod pool; // browsers that are open between two tests
#[cfg(feature = "drive")]
pub mod console; // what the browser complained about
#[cfg(feature = "drive")]
pub mod accessibility; // what axe-core finds in the page
pub mod page; // the built file and the dataset in it
pub mod server; // serves the built file and counts the requests
pub mod site; // serves the page in parts, well or badly
#[cfg(feature = "drive")]
pub mod reader; // the reader's verbs
#[cfg(feature = "drive")]
mod documents; // the verbs with the readable record
#[cfg(feature = "drive")]
mod sharing; // the verbs in the dialog that shares, cites and exports
#[cfg(feature = "drive")]
mod own_data; // the verbs with data that readers open
#[cfg(feature = "drive")]
mod parts; // the verbs with the page in parts
#[cfg(feature = "drive")]
mod briefs; // the verbs with a Presidency's brief
#[cfg(feature = "drive")]
pub mod hostile; // other data in the page, and readers in a hurry
#[cfg(feature = "drive")]
mod views; // the verbs in the views beside the table
#[cfg(feature = "drive")]
pub mod timeline; // the verbs at the timeline
#[cfg(feature = "drive")]
pub mod paper; // the verbs with what is printed
#[cfg(feature = "drive")]
mod senses; // the verbs about what is said, what moves, and what can be told apart
#[cfg(feature = "drive")]
pub mod machines; // what other machines do with the page
#[cfg(feature = "drive")]
mod keyboard; // the verbs for those who have keys alone
#[cfg(feature = "drive")]
mod sharing_keys; // the verbs in that dialog for those who have keys alone
#[cfg(feature = "drive")]
mod time; // the verbs for the day as of which everything is told
#[cfg(feature = "drive")]
mod errors; // the verbs with what the page tells of its own errors
#[cfg(feature = "drive")]
pub mod walk; // what a reader could do next, by chance
#[cfg(feature = "drive")]
pub mod layout; // the verbs about how the page is laid out

pub use engine::{Engine, Setting};
#[cfg(feature = "drive")]
pub use reader::Reader;
#[cfg(feature = "drive")]
pub use sharing::SavedFile;
#[cfg(feature = "drive")]
pub use thirtyfour::Key;

/// One test: what a reader can rely on in the engines that it names.
#[derive(Clone, Copy, Debug)]
pub struct Test {
    /// The name of its function.
    pub name: &'static str,
    /// The engines that it runs in.
    pub engines: &'static [Engine],
    /// In which runs.
    pub when: When,
    /// The function.
    pub run: fn(Engine) -> anyhow::Result<()>,
}

/// When a test runs. One that is asked for by its name runs in each of its engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Always, in each of its engines.
    Always,
    /// In one of its engines every day, in all of them before a release.
    InTurn,
    /// Before a release.
    BeforeRelease,
}

/// Whether every combination is tried, as `cargo xtask test --all` does before a release, and not only those that tell most.
pub fn is_thorough() -> bool {
    std::env::var_os("TEST_ALL").is_some()
}

/// Lists the tests of a file that run in every engine, as `EVERYWHERE`. Each is a function that takes the [`Engine`] and
/// returns `anyhow::Result<()>`.
#[macro_export]
macro_rules! in_every_engine {
    ($($test:ident),* $(,)?) => {
        $crate::in_engines!(EVERYWHERE, [Chromium, Firefox, WebKit], $($test),*);
    };
}

/// Lists those that run in every engine before a release and where they are asked for by name, as `IN_TURN`, and in one engine
/// each otherwise: what they ask of the program hardly depends on the engine. With a name of the list's own, of some engines.
#[macro_export]
macro_rules! in_turn {
    ($list:ident, [$($engine:ident),*], $($test:ident),* $(,)?) => {
        pub(crate) const $list: &[$crate::Test] = {
            const ENGINES: &[$crate::Engine] = &[$($crate::Engine::$engine),*];
            &[$($crate::Test { name: stringify!($test), engines: ENGINES, when: $crate::When::InTurn, run: $test }),*]
        };
    };
    ($($test:ident),* $(,)?) => {
        $crate::in_turn!(IN_TURN, [Chromium, Firefox, WebKit], $($test),*);
    };
}

/// Lists those that run in Chromium, as `IN_CHROMIUM`, and by turns in one of the others, as `IN_ANOTHER`.
#[macro_export]
macro_rules! in_chromium_and_another {
    ($($test:ident),* $(,)?) => {
        $crate::in_engines!(IN_CHROMIUM, [Chromium], $($test),*);
        $crate::in_turn!(IN_ANOTHER, [Firefox, WebKit], $($test),*);
    };
}

/// Lists those that run in Chromium alone, as `ONCE`: what they ask of the program is the same in each engine.
#[macro_export]
macro_rules! in_one_engine {
    ($($test:ident),* $(,)?) => {
        $crate::in_engines!(ONCE, [Chromium], $($test),*);
    };
}

/// The same for some engines, under a name of the list's own: for what only these can do, or what is the same in each.
#[macro_export]
macro_rules! in_engines {
    ($list:ident, [$($engine:ident),*], $($test:ident),* $(,)?) => {
        pub(crate) const $list: &[$crate::Test] = {
            const ENGINES: &[$crate::Engine] = &[$($crate::Engine::$engine),*];
            &[$($crate::Test { name: stringify!($test), engines: ENGINES, when: $crate::When::Always, run: $test }),*]
        };
    };
}

/// Lists those that run before a release alone, in Chromium, as `BEFORE_RELEASE`: what they hold is held in another way every day.
#[macro_export]
macro_rules! before_a_release {
    ($($test:ident),* $(,)?) => {
        pub(crate) const BEFORE_RELEASE: &[$crate::Test] = {
            const ENGINES: &[$crate::Engine] = &[$crate::Engine::Chromium];
            &[$($crate::Test { name: stringify!($test), engines: ENGINES, when: $crate::When::BeforeRelease, run: $test }),*]
        };
    };
}
