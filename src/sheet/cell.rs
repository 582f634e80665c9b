//! A value of the dataset as the text of a cell, and back.

use serde_json::{Map, Value};

use crate::sheet::kind::Shape;
use crate::words::sheets::{SEPARATOR, YES_OR_NO};

/// The text of a cell; empty where nothing is said.
pub(super) fn text(shape: Shape, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(is_so) => YES_OR_NO[usize::from(!is_so)].to_owned(),
        Value::Array(items) => {
            let items = items.iter().map(|item| match shape {
                Shape::Pairs(fields) => pair(item, fields),
                _ => text(shape, item),
            });
            joined(items)
        }
        other => other.to_string(),
    }
}

/// What a cell says. A text that does not fit stays a text, so that the checks of the dataset find it.
pub(super) fn value(shape: Shape, cell: &str) -> Value {
    match shape {
        Shape::Refs(_) | Shape::Texts => items(shape, cell).into_iter().map(Value::String).collect(),
        Shape::Pairs(fields) => {
            let pairs = items(shape, cell).into_iter();
            pairs.map(|item| two_fields(&item, fields)).collect()
        }
        Shape::Number => {
            // JSON writes no noughts before a number.
            let number = cell.parse::<u32>().ok();
            let number = number.filter(|number| number.to_string() == cell);
            number.map_or_else(|| cell.into(), Value::from)
        }
        Shape::YesNo => match YES_OR_NO.iter().position(|word| *word == cell) {
            Some(place) => Value::Bool(place == 0),
            None => cell.into(),
        },
        _ => cell.into(),
    }
}

/// Whether a cell says *no*.
pub fn is_no(cell: &str) -> bool {
    cell == YES_OR_NO[1]
}

/// The things that stand in one cell.
pub fn items(shape: Shape, cell: &str) -> Vec<String> {
    match shape {
        Shape::Texts => separated(cell, &[';', '\n']),
        _ => separated(cell, &[';', ',', '\n']),
    }
}

/// Several things in one cell.
pub fn joined(items: impl Iterator<Item = String>) -> String {
    items.map(|item| quoted(&item)).collect::<Vec<_>>().join(SEPARATOR)
}

/// An id and a value of a closed list.
fn pair(item: &Value, fields: [&str; 2]) -> String {
    let texts = fields.map(|field| text(Shape::Text, &item[field]));
    texts.join(" ").trim_end().to_owned()
}

fn two_fields(item: &str, fields: [&str; 2]) -> Value {
    let mut pieces = item.splitn(2, char::is_whitespace).map(str::trim);
    let mut record = Map::new();
    for field in fields {
        record.extend(pieces.next().map(|piece| (field.to_owned(), piece.into())));
    }
    Value::Object(record)
}

/// An item of a list, in quotation marks if it could be taken for several, or for none.
fn quoted(item: &str) -> String {
    let is_plain = item.trim() == item && !item.is_empty() && !item.contains([';', '"', '\n']);
    if is_plain {
        item.to_owned()
    } else {
        format!("\"{}\"", item.replace('"', "\"\""))
    }
}

/// What stands between separators; what stands in quotation marks may hold them.
fn separated(cell: &str, separators: &[char]) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = cell.trim_start();
    while !rest.is_empty() {
        let (item, after) = in_quotes(rest, separators).unwrap_or_else(|| {
            let (item, after) = rest.split_once(separators).unwrap_or((rest, ""));
            (item.trim_end().to_owned(), after)
        });
        let was_quoted = rest.starts_with('"');
        if was_quoted || !item.is_empty() {
            found.push(item);
        }
        rest = after.trim_start();
    }
    found
}

/// The item in quotation marks that begins the text, with what stands behind its separator; none where something else follows.
fn in_quotes<'a>(text: &'a str, separators: &[char]) -> Option<(String, &'a str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut item = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        item.push_str(before);
        let Some(again) = after.strip_prefix('"') else {
            let after = after.trim_start_matches([' ', '\t', '\r']);
            let follows = after.strip_prefix(separators);
            let follows = follows.or_else(|| after.is_empty().then_some(""))?;
            return Some((item, follows));
        };
        item.push('"');
        rest = again;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    #[track_caller]
    fn check(cell: &str, expected: &[&str]) {
        assert_eq!(value(Shape::Texts, cell), json!(expected), "{cell}");
    }

    #[test]
    fn a_list_is_read_as_people_write_it() {
        check("", &[]);
        check(" a ;b;; c d; ", &["a", "b", "c d"]);
        check("a\nb", &["a", "b"]);
        check("a, b; c", &["a, b", "c"]);
        check("\"a; b\" ; c", &["a; b", "c"]);
        check("\"a\" and b; c", &["\"a\" and b", "c"]);
        check("\"a; b", &["\"a", "b"]);
        check("\"\"", &[""]);
        assert_eq!(value(Shape::Refs(&[]), "a, b\nc"), json!(["a", "b", "c"]));
    }

    #[test]
    fn pairs_numbers_and_truths_are_read() {
        let fields = Shape::Pairs(["id", "role"]);
        let pairs = json!([{ "id": "FI", "role": "acted" }, { "id": "HR" }]);
        assert_eq!(value(fields, "FI  acted; HR"), pairs);
        assert_eq!(text(fields, &pairs), "FI acted; HR");
        assert_eq!(value(Shape::Number, "62"), json!(62));
        for odd in ["062", "-1", "4294967296", "xii", "6.0"] {
            assert_eq!(value(Shape::Number, odd), json!(odd));
        }
        assert_eq!(value(Shape::YesNo, "no"), json!(false));
        assert_eq!(value(Shape::YesNo, "perhaps"), json!("perhaps"));
    }

    proptest! {
        #[test]
        fn every_list_comes_back(items in proptest::collection::vec("[a;\", \n]{0,4}|\\PC{0,3}", 0..5)) {
            let list = json!(items);
            prop_assert_eq!(value(Shape::Texts, &text(Shape::Texts, &list)), list);
        }
    }
}
