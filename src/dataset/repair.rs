//! Finds every place that does not have the schema's shape, and replaces it by a neutral one.
//!
//! Knows the part of JSON Schema that our generated schema uses; a test holds it to that. One rule no schema can say: a text
//! holds nothing that turns or hides what stands around it.

use serde_json::{Map, Value};

use crate::dataset::fault::{Fault, Faults, shortened};
use crate::domain::invisible_chars::{is_invisible, quoted};

/// The schema that `generate` wrote; the page carries it for faulty files.
const SCHEMA: &str = include_str!("../../public/dataset.schema.json");

/// Reports every misshapen place of `value` and repairs it, so that it can be read as a dataset.
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
            self.report(
                path,
                Some(value),
                &format!("is not {}", description(schema)),
                &help(schema),
            );
            *value = self.neutral(schema);
            return;
        }
        match value {
            Value::Object(fields) => self.visit_fields(schema, fields, path),
            Value::String(text) => {
                if let Some(invisible) = text.chars().find(|character| is_invisible(*character)) {
                    let wrong = format!("holds U+{:04X}, which nobody sees", u32::from(invisible));
                    let help = "take it out: it changes what stands around it";
                    self.report(path, Some(&Value::String(text.clone())), &wrong, help);
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
            let help = format!("the fields here are {}", known.join(", "));
            self.report(
                &join(path, &quoted(&name, LONGEST_NAME)),
                fields.get(&name),
                "is not a field of this record",
                &help,
            );
            fields.remove(&name);
        }
        for (name, property) in properties {
            let place = join(path, name);
            match fields.get_mut(name) {
                Some(field) => self.visit(property, field, &place),
                None if is_required(schema, name) => {
                    let wanted = self.resolved(property, &Value::Null);
                    self.report(&place, None, "is missing", &help(wanted));
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

    fn report(&mut self, path: &str, value: Option<&Value>, wrong: &str, help: &str) {
        let path = if path.is_empty() { "dataset" } else { path };
        self.faults.add(|| Fault {
            path: path.to_owned(),
            value: value.map(shortened),
            wrong: wrong.to_owned(),
            help: help.to_owned(),
        });
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

/// What the schema wants, as a noun with its article.
fn description(schema: &Value) -> String {
    if schema.get("enum").is_some() {
        return "one of the words allowed here".into();
    }
    let name = |name: &&str| match *name {
        "null" => "null",
        "string" => "a text in quotes",
        "integer" => "a whole number",
        "boolean" => "true or false",
        "array" => "a list",
        _ => "a record",
    };
    types(schema).iter().map(name).collect::<Vec<_>>().join(" or ")
}

/// What would be right, from the schema's own words.
fn help(schema: &Value) -> String {
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
        return format!("write one of {}", words.join(", "));
    }
    let wanted = format!("write {}", description(schema));
    match schema.get("description").and_then(Value::as_str) {
        Some(meaning) => format!("{wanted}: {}", meaning.trim_end_matches('.')),
        None => wanted,
    }
}
