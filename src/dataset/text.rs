//! A text of the file, borrowed unless it has escapes.

use std::borrow::Cow;
use std::ops::Deref;

use serde::Serialize;

use crate::dataset::json::{FromJson, Json};

/// A text of the file.
// Written only in the schema, as the default value.
#[derive(Debug, Serialize)]
pub(super) struct Text<'a>(Cow<'a, str>);

impl From<Text<'_>> for String {
    fn from(text: Text) -> Self {
        text.0.into_owned()
    }
}

impl Deref for Text<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'a> FromJson<'a> for Text<'a> {
    fn from_json(json: &mut Json<'a>) -> Option<Self> {
        json.text().map(Self)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl schemars::JsonSchema for Text<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        String::schema_name()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}
