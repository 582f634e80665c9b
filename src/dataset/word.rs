//! A value of a closed list as a file writes it: by its key.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use crate::domain::keyed::Keyed;

/// A value of a closed list, written as its key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<T>(pub(super) T);

impl<'de, T: Keyed> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Key<T>(PhantomData<T>);

        impl<T: Keyed> Visitor<'_> for Key<T> {
            type Value = Word<T>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "a {}", T::NOUN)
            }

            fn visit_str<E: Error>(self, key: &str) -> Result<Word<T>, E> {
                T::from_key(key)
                    .map(Word)
                    .ok_or_else(|| E::custom(format_args!("{key} is no {}", T::NOUN)))
            }
        }

        deserializer.deserialize_str(Key(PhantomData))
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<T: Keyed> schemars::JsonSchema for Word<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::NOUN.into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let keys: Vec<&str> = T::ALL.iter().map(|value| value.key()).collect();
        schemars::json_schema!({ "type": "string", "enum": keys })
    }
}
