//! An outline read again, measure by measure.

use std::rc::Rc;

use crate::domain::blank::blank_of;
use crate::parts::bits::Reader;
use crate::parts::outline::{BLANK, KINDS, Kind, Model, SAME_NEXT_OTHER};

/// How deep lists and records may lie in each other.
const DEEPEST: usize = 32;
/// The most items of a list, and the most fields of a record, that are read.
const MOST: usize = 1 << 24;

/// Reads the measures of an outline as JSON.
#[derive(Debug)]
pub struct OutlineReader {
    model: Model,
    bits: Reader,
    place: usize,
}

impl OutlineReader {
    /// Begins with what the writer has written.
    pub fn new(written: Vec<u8>) -> Self {
        Self {
            model: Model::new(),
            bits: Reader::new(written),
            place: 0,
        }
    }

    /// The next measures as a JSON list; nothing where there is something else than an outline.
    pub fn next(&mut self, how_many: usize) -> Option<Vec<u8>> {
        let mut json = String::from("[");
        for place in 0..how_many {
            if 0 < place {
                json.push(',');
            }
            self.model.seen = super::Seen::default();
            self.value(0, "", DEEPEST, &mut json)?;
            self.place += 1;
        }
        json.push(']');
        (!self.bits.is_past_end()).then(|| json.into_bytes())
    }

    fn value(&mut self, at: usize, name: &str, deep: usize, json: &mut String) -> Option<()> {
        let kind = self.model.fields[at].kind.code(&mut self.bits, 0);
        match *KINDS.get(kind)? {
            Kind::Null => json.push_str("null"),
            Kind::False => json.push_str("false"),
            Kind::True => json.push_str("true"),
            Kind::Count => {
                let field = &mut self.model.fields[at];
                let step = field.length.code(&mut self.bits, 0);
                if SAME_NEXT_OTHER <= step {
                    field.last_count = field.count.code(&mut self.bits, 0);
                } else {
                    field.last_count += step;
                }
                json.push_str(&field.last_count.to_string());
            }
            Kind::Number => json.push_str(&self.text(at)?),
            Kind::Text => {
                let text = self.text(at)?;
                let blank = (&*text == BLANK).then(|| blank_of(self.place));
                quote(blank.as_deref().unwrap_or(&text), json);
            }
            Kind::List => self.list(at, name, deep.checked_sub(1)?, json)?,
            Kind::Record => self.record(at, deep.checked_sub(1)?, json)?,
        }
        Some(())
    }

    fn text(&mut self, at: usize) -> Option<Rc<str>> {
        let Model {
            fields, words, seen, ..
        } = &mut self.model;
        let field = &mut fields[at];
        field
            .text
            .code(&mut self.bits, None, &mut words[field.words], seen, field.is_near)
    }

    fn list(&mut self, at: usize, name: &str, deep: usize, json: &mut String) -> Option<()> {
        let length = self.model.fields[at].length.code(&mut self.bits, 0);
        json.push('[');
        for place in 0..length {
            if self.bits.is_past_end() || MOST < length {
                return None;
            }
            if 0 < place {
                json.push(',');
            }
            let item = self.model.item(at, name, place == 0);
            self.value(item, name, deep, json)?;
        }
        json.push(']');
        Some(())
    }

    fn record(&mut self, at: usize, deep: usize, json: &mut String) -> Option<()> {
        let shape = self.model.fields[at].shape.code(&mut self.bits, 0);
        if shape == self.model.fields[at].shapes.len() {
            let shape = self.new_shape(at)?;
            self.model.fields[at].shapes.push(shape);
        }
        let fields = self.model.fields[at].shapes.get(shape)?.clone();
        json.push('{');
        for (place, (name, field)) in fields.into_iter().enumerate() {
            if 0 < place {
                json.push(',');
            }
            quote(&name, json);
            json.push(':');
            self.value(field, &name, deep, json)?;
        }
        json.push('}');
        Some(())
    }

    fn new_shape(&mut self, at: usize) -> Option<Vec<(Rc<str>, usize)>> {
        let length = self.model.fields[at].shape.code(&mut self.bits, 0);
        let mut shape = Vec::new();
        for _ in 0..length {
            if self.bits.is_past_end() {
                return None;
            }
            let Model {
                names,
                name_words,
                seen,
                ..
            } = &mut self.model;
            let name = names.code(&mut self.bits, None, name_words, seen, false)?;
            shape.push((Rc::clone(&name), self.model.field(at, &name)));
        }
        Some(shape)
    }
}

/// A text as JSON.
fn quote(text: &str, json: &mut String) {
    let is_special = |byte: u8| matches!(byte, b'"' | b'\\' | 0..0x20);
    if text.bytes().any(is_special) {
        // A text is always written.
        json.push_str(&serde_json::to_string(text).unwrap_or_default());
    } else {
        json.push('"');
        json.push_str(text);
        json.push('"');
    }
}
