//! The JSON Schema of the bundled dataset, made from the wire types. Native only: the page carries the result.

use crate::dataset::{SCHEMA_ID, wire};

/// The JSON Schema of the bundled dataset, as indented text with a final line break.
pub fn schema() -> String {
    let mut schema = schemars::schema_for!(wire::Dataset);
    schema.insert("$id".into(), SCHEMA_ID.into());
    schema.insert("title".into(), "ISS Follow-up dataset".into());
    let text = serde_json::to_string_pretty(schema.as_value()).unwrap_or_default();
    format!("{text}\n")
}
