//! Measures written as an outline.

use std::rc::Rc;

use serde_json::Value;

use crate::domain::sort;
use crate::parts::bits::Writer;
use crate::parts::outline::{BLANK, Kind, Model, SAME_NEXT_OTHER};

/// The fields whose texts stand in the blocks alone. Later facts are told on a page of their own, and stay whole.
const BLANKED: [&str; 8] = [
    "summary",
    "status_reason",
    "text",
    "note",
    "product",
    "printed",
    "date_text",
    "due_text",
];
const WHOLE: &str = "since";

/// The field that stands before all others: other ids follow from it.
const FIRST: &str = "id";

/// The measures, each a record of JSON, without their long texts.
pub fn outline<'a>(measures: impl Iterator<Item = &'a Value>) -> Vec<u8> {
    let mut writer = OutlineWriter {
        model: Model::new(),
        bits: Writer::new(),
    };
    for measure in measures {
        writer.model.seen = super::Seen::default();
        writer.value(0, "", measure, true);
    }
    writer.bits.finish()
}

struct OutlineWriter {
    model: Model,
    bits: Writer,
}

impl OutlineWriter {
    fn value(&mut self, at: usize, name: &str, value: &Value, is_blanked: bool) {
        let count = match value {
            Value::Number(number) => number
                .to_string()
                .parse::<usize>()
                .ok()
                .filter(|count| *count < 1 << 31),
            _ => None,
        };
        let kind = match value {
            Value::Null => Kind::Null,
            Value::Bool(false) => Kind::False,
            Value::Bool(true) => Kind::True,
            Value::Number(_) if count.is_some() => Kind::Count,
            Value::Number(_) => Kind::Number,
            Value::String(_) => Kind::Text,
            Value::Array(_) => Kind::List,
            Value::Object(_) => Kind::Record,
        };
        self.model.fields[at].kind.code(&mut self.bits, kind as usize);
        match value {
            Value::Null | Value::Bool(_) => {}
            Value::Number(number) => match count {
                Some(count) => self.count(at, count),
                None => self.text(at, &number.to_string()),
            },
            Value::String(_) if is_blanked && BLANKED.contains(&name) => self.text(at, BLANK),
            Value::String(text) => self.text(at, text),
            Value::Array(items) => {
                self.model.fields[at].length.code(&mut self.bits, items.len());
                for (place, item) in items.iter().enumerate() {
                    let field = self.model.item(at, name, place == 0);
                    self.value(field, name, item, is_blanked);
                }
            }
            Value::Object(record) => {
                let mut fields: Vec<(&str, &Value)> =
                    record.iter().map(|(name, value)| (name.as_str(), value)).collect();
                sort::by_key(&mut fields, |(name, _)| (*name != FIRST, *name));
                self.record(at, &fields, is_blanked);
            }
        }
    }

    fn count(&mut self, at: usize, count: usize) {
        let field = &mut self.model.fields[at];
        let step = count.checked_sub(field.last_count).unwrap_or(SAME_NEXT_OTHER);
        let step = step.min(SAME_NEXT_OTHER);
        field.length.code(&mut self.bits, step);
        if step == SAME_NEXT_OTHER {
            field.count.code(&mut self.bits, count);
        }
        field.last_count = count;
    }

    fn text(&mut self, at: usize, text: &str) {
        let Model {
            fields, words, seen, ..
        } = &mut self.model;
        let field = &mut fields[at];
        let words = &mut words[field.words];
        field.text.code(&mut self.bits, Some(text), words, seen, field.is_near);
    }

    fn record(&mut self, at: usize, fields: &[(&str, &Value)], is_blanked: bool) {
        let shapes = &self.model.fields[at].shapes;
        let is_alike = |shape: &Vec<(Rc<str>, usize)>| {
            shape.len() == fields.len() && shape.iter().zip(fields).all(|((own, _), (name, _))| **own == **name)
        };
        let shape = shapes.iter().position(is_alike).unwrap_or(shapes.len());
        let is_new = shape == shapes.len();
        self.model.fields[at].shape.code(&mut self.bits, shape);
        if is_new {
            self.model.fields[at].shape.code(&mut self.bits, fields.len());
            let shape = fields.iter().map(|(name, _)| self.name(at, name)).collect();
            self.model.fields[at].shapes.push(shape);
        }
        let places = self.model.fields[at].shapes[shape].clone();
        for ((name, field), (_, value)) in places.into_iter().zip(fields) {
            self.value(field, &name, value, is_blanked && &*name != WHOLE);
        }
    }

    fn name(&mut self, at: usize, name: &str) -> (Rc<str>, usize) {
        let Model {
            names,
            name_words,
            seen,
            ..
        } = &mut self.model;
        names.code(&mut self.bits, Some(name), name_words, seen, false);
        let name = Rc::from(name);
        let field = self.model.field(at, &name);
        (name, field)
    }
}
