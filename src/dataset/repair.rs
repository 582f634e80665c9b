//! Finds every value that does not fit the schema, and replaces it by a neutral one.
//!
//! Knows the part of JSON Schema that our generated schema uses; a test checks that. One rule that no schema can express: a
//! text has no character that hides or reorders the text around it.

use serde_json::{Map, Value};

use crate::dataset::fault::{Fault, Faults, shortened};
use crate::domain::invisible_chars::{is_invisible, quoted};
use crate::words::faults as words;

/// The schema that `generate` wrote; part of the page for faulty files and for spreadsheets.
pub const SCHEMA: &str = include_str!("../../public/dataset.schema.json");

/// Reports every value that does not fit and repairs it, so that the rest can be read as a dataset.
pub(super) fn repair(value: &mut Value) -> Vec<Fault> {
    let Ok(schema) = serde_json::from_slice::<Value>(SCHEMA.as_bytes()) else {
        return Vec::new();
    };
    let mut repairer = Repairer {
        root: &schema,
        faults: Faults::default(),
    };
    repairer.visit(&schema, value, "");
    repairer.faults.into_list()
}

/// Messages show at most this many characters of an unknown name.
const LONGEST_NAME: usize = 60;

struct Repairer<'schema> {
    root: &'schema Value,
    faults: Faults,
}

impl<'schema> Repairer<'schema> {
    fn visit(&mut self, schema: &'schema Value, value: &mut Value, path: &str) {
        let schema = self.resolved(schema, value);
        let right_type = types(schema).iter().any(|name| has_type(value, name));
        let known_word = schema
            .get("enum")
            .and_then(Value::as_array)
            .is_none_or(|words| words.contains(value));
        if !right_type || !known_word {
            let fault = words::wrong_type(&expected(schema), help(schema));
            self.report(path, Some(value), fault);
            *value = self.neutral(schema);
            return;
        }
        match value {
            Value::Object(fields) => self.visit_fields(schema, fields, path),
            Value::String(text) => {
                if let Some(invisible) = text.chars().find(|character| is_invisible(*character)) {
                    let fault = words::invisible(u32::from(invisible));
                    self.report(path, Some(&Value::String(text.clone())), fault);
                    text.retain(|character| !is_invisible(character));
                }
            }
            Value::Array(items) => {
                if let Some(item_schema) = schema.get("items") {
                    for (index, item) in items.iter_mut().enumerate() {
                        self.visit(item_schema, item, &format!("{path}[{index}]"));
                    }
                }
            }
            _ => {}
        }
    }

    fn visit_fields(&mut self, schema: &'schema Value, fields: &mut Map<String, Value>, path: &str) {
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
            return;
        };
        let unknown: Vec<String> = fields
            .keys()
            .filter(|name| !properties.contains_key(*name))
            .cloned()
            .collect();
        for name in unknown {
            let known: Vec<&str> = properties.keys().map(String::as_str).collect();
            let place = join(path, &quoted(&name, LONGEST_NAME));
            self.report(&place, fields.get(&name), words::unknown_field(&known));
            fields.remove(&name);
        }
        for (name, property) in properties {
            let place = join(path, name);
            match fields.get_mut(name) {
                Some(field) => self.visit(property, field, &place),
                None if is_required(schema, name) => {
                    let wanted = self.resolved(property, &Value::Null);
                    self.report(&place, None, words::missing(help(wanted)));
                    let neutral = self.neutral(property);
                    fields.insert(name.clone(), neutral);
                }
                None => {}
            }
        }
    }

    /// Follows `$ref`, and takes the branch of an `anyOf` that fits the value best: null for null, else the first.
    fn resolved(&self, schema: &'schema Value, value: &Value) -> &'schema Value {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            let target = name.strip_prefix('#').and_then(|pointer| self.root.pointer(pointer));
            return target.map_or(schema, |target| self.resolved(target, value));
        }
        let Some(branches) = schema.get("anyOf").and_then(Value::as_array) else {
            return schema;
        };
        let branches: Vec<&Value> = branches.iter().map(|branch| self.resolved(branch, value)).collect();
        let fitting = branches
            .iter()
            .find(|branch| types(branch).iter().any(|name| has_type(value, name)));
        fitting.or(branches.first()).copied().unwrap_or(schema)
    }

    /// The least value of that shape.
    fn neutral(&self, schema: &'schema Value) -> Value {
        let schema = self.resolved(schema, &Value::Null);
        if let Some(word) = schema.get("enum").and_then(|words| words.get(0)) {
            return word.clone();
        }
        let types = types(schema);
        match types.first().copied() {
            _ if types.contains(&"null") => Value::Null,
            Some("string") => Value::String(String::new()),
            Some("integer") => Value::from(0),
            Some("boolean") => Value::Bool(false),
            Some("array") => Value::Array(Vec::new()),
            _ => {
                let properties = schema.get("properties").and_then(Value::as_object);
                let required = properties
                    .into_iter()
                    .flatten()
                    .filter(|(name, _)| is_required(schema, name));
                let mut record = Map::new();
                record.extend(required.map(|(name, property)| (name.clone(), self.neutral(property))));
                Value::Object(record)
            }
        }
    }

    fn report(&mut self, path: &str, value: Option<&Value>, fault: [String; 2]) {
        let path = if path.is_empty() { "dataset" } else { path };
        self.faults.add(|| Fault::new(path, value.map(shortened), fault));
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

fn is_required(schema: &Value, name: &str) -> bool {
    schema
        .get("required")
        .and_then(Value::as_array)
        .is_some_and(|names| names.iter().any(|required| required == name))
}

/// The types that a schema allows.
fn types(schema: &Value) -> Vec<&str> {
    match schema.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

fn has_type(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "string" => value.is_string(),
        // Every whole number of the format is an unsigned 32-bit one: page numbers and the schema version.
        "integer" => value.as_u64().is_some_and(|number| u32::try_from(number).is_ok()),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => false,
    }
}

/// What the schema expects, as a noun with its article.
fn expected(schema: &Value) -> String {
    words::expected(&types(schema), schema.get("enum").is_some())
}

/// What would be right, from the schema's own words.
fn help(schema: &Value) -> String {
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        let values: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
        return words::write_one_of(&values);
    }
    let meaning = schema.get("description").and_then(Value::as_str);
    words::write(&expected(schema), meaning.map(|meaning| meaning.trim_end_matches('.')))
}
