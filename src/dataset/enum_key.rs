//! A value of a closed list as a file writes it: by its key.

use crate::dataset::json::{FromJson, Json};
use crate::domain::keyed::Keyed;

/// A value of a closed list, written as its key.
#[derive(Clone, Copy, Debug)]
pub(super) struct EnumKey<T>(pub(super) T);

impl<T: Keyed> FromJson<'_> for EnumKey<T> {
    fn from_json(json: &mut Json) -> Option<Self> {
        T::from_key(&json.text()?).map(Self)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl<T: Keyed> schemars::JsonSchema for EnumKey<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        std::any::type_name::<T>().into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let keys: Vec<&str> = T::ALL.iter().map(|value| value.key()).collect();
        schemars::json_schema!({ "type": "string", "enum": keys })
    }
}
