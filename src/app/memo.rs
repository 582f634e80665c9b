//! Memos and effects behind one instance of Leptos' own, whatever they hold and do: an instance for each was a tenth of the
//! program.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::{self, Effect, Get, GetUntracked, Track};

/// A value that follows from signals and other memos, worked out when it is read and kept until one of them changes.
pub struct Memo<T> {
    kept: prelude::Memo<Kept>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// Tells whether two values are the same.
type Same = Arc<dyn Fn(&dyn Any, &dyn Any) -> bool + Send + Sync>;

/// A value of a type that only its memo knows.
#[derive(Clone)]
struct Kept {
    value: Arc<dyn Any + Send + Sync>,
    is_same: Same,
}

impl PartialEq for Kept {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(&*self.value, &*other.value)
    }
}

/// Makes a value, given the one before it.
type Make = Box<dyn Fn(Option<&Kept>) -> Kept + Send + Sync>;

// One instance for all types.
fn memo(make: Make) -> prelude::Memo<Kept> {
    prelude::Memo::new(make)
}

impl<T: Send + Sync + 'static> Memo<T> {
    /// A memo of what `make` gives, which is handed the value before. Who reads it hears of a change when the two differ.
    pub fn new(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self
    where
        T: PartialEq,
    {
        Self::new_with_compare(make, |one, other| one == other)
    }

    /// The same with another way to tell whether two values are the same.
    pub fn new_with_compare(
        make: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
        is_same: impl Fn(&T, &T) -> bool + Send + Sync + 'static,
    ) -> Self {
        let is_same: Same = Arc::new(move |one, other| match (one.downcast_ref(), other.downcast_ref()) {
            (Some(one), Some(other)) => is_same(one, other),
            _ => false,
        });
        let make = move |last: Option<&Kept>| Kept {
            value: Arc::new(make(last.and_then(|last| last.value.downcast_ref()))),
            is_same: Arc::clone(&is_same),
        };
        Self {
            kept: memo(Box::new(make)),
            holds: PhantomData,
        }
    }

    /// The value, of which the reader hears when it changes.
    pub fn read(self) -> Arc<T> {
        held(self.kept.get())
    }

    /// The value as it is now.
    pub fn read_untracked(self) -> Arc<T> {
        held(self.kept.get_untracked())
    }

    /// A copy of the value, of which the reader hears when it changes.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        (*self.read()).clone()
    }

    /// A copy of the value as it is now.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        (*self.read_untracked()).clone()
    }

    /// What `look` makes of the value, of which the reader hears when it changes.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.read())
    }

    /// What `look` makes of the value as it is now.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(&self.read_untracked())
    }

    /// Hears of a change without reading the value.
    pub fn track(self) {
        self.kept.track();
    }
}

fn held<T: Send + Sync + 'static>(kept: Kept) -> Arc<T> {
    match kept.value.downcast() {
        Ok(value) => value,
        Err(_) => unreachable!("a memo holds what it was made for"),
    }
}

/// Does something once the change at hand is over, and again after each change of what it has read, as long as the owner lives.
/// It is told whether this is the first time.
pub fn effect(does: impl FnMut(bool) + 'static) {
    one_effect(Box::new(does));
}

fn one_effect(mut does: Box<dyn FnMut(bool)>) {
    Effect::new(move |before: Option<()>| does(before.is_none()));
}
