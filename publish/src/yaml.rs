//! JSON as YAML that people can read: an entry on each line, and a text of several lines as it is.

use serde_json::Value;

/// A record as YAML.
pub fn yaml(value: &Value) -> String {
    let mut text = String::new();
    add(value, 0, &mut text);
    text
}

/// Adds what stands after the colon or dash of its line.
fn add(value: &Value, depth: usize, to: &mut String) {
    let indent = |to: &mut String, depth: usize| to.extend(std::iter::repeat_n("  ", depth));
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (name, value) in fields {
                indent(to, depth);
                // A text in quotation marks is the same in both.
                to.extend([&quoted(name), ":"]);
                if matches!(value, Value::Object(fields) if !fields.is_empty())
                    || matches!(value, Value::Array(items) if !items.is_empty())
                {
                    to.push('\n');
                }
                add(value, depth + 1, to);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                indent(to, depth);
                to.push('-');
                // A record in a list is short enough for its line.
                to.extend([" ", &item.to_string(), "\n"]);
            }
        }
        Value::String(text) if text.contains('\n') && is_plain_block(text) => {
            to.push_str(" |-\n");
            for line in text.lines() {
                if !line.is_empty() {
                    indent(to, depth);
                }
                to.extend([line, "\n"]);
            }
        }
        Value::String(text) => to.extend([" ", &quoted(text), "\n"]),
        other => to.extend([" ", &other.to_string(), "\n"]),
    }
}

/// Whether the lines can stand as they are.
fn is_plain_block(text: &str) -> bool {
    let is_told = |letter: char| letter == '\n' || !letter.is_control() && letter != '\u{85}' && letter != '\u{feff}';
    !text.starts_with([' ', '\n']) && !text.ends_with('\n') && text.chars().all(is_told)
}

fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
