//! The JSON of a dataset, read record by record, so that any number of them needs no more memory than one.

use std::fmt;
use std::io::{BufReader, Read};

use anyhow::{Context, Result};
use iss_followup::sheet::lists;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value, json};

/// Gives each record of a list as a dataset that holds nothing else, and in the end what stands in no list.
///
/// # Errors
/// When it is no JSON, or when one of the records is refused.
pub fn each_part(from: impl Read, take: &mut dyn FnMut(&Value, bool) -> Result<()>) -> Result<()> {
    const PIECE: usize = 1 << 20;
    let mut reader = serde_json::Deserializer::from_reader(BufReader::with_capacity(PIECE, from));
    let rest = Whole { take }
        .deserialize(&mut reader)
        .and_then(|rest| reader.end().map(|()| rest));
    take(&rest.context("the dataset cannot be read")?, true)
}

/// The dataset.
struct Whole<'a> {
    take: &'a mut dyn FnMut(&Value, bool) -> Result<()>,
}

impl<'de> DeserializeSeed<'de> for Whole<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Whole<'_> {
    type Value = Value;

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a dataset")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut rest = Map::new();
        while let Some(name) = fields.next_key::<String>()? {
            if let Some(name) = lists().find(|list| *list == name) {
                fields.next_value_seed(Items { name, take: self.take })?;
            } else {
                rest.insert(name, fields.next_value()?);
            }
        }
        Ok(Value::Object(rest))
    }
}

/// One of its lists.
struct Items<'a> {
    name: &'static str,
    take: &'a mut dyn FnMut(&Value, bool) -> Result<()>,
}

impl<'de> DeserializeSeed<'de> for Items<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Items<'_> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "the list `{}`", self.name)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while let Some(item) = items.next_element::<Value>()? {
            let id = item["id"].as_str().unwrap_or_default().to_owned();
            let part = json!({ self.name: [item] });
            (self.take)(&part, false).map_err(|error| A::Error::custom(format!("{} {id}: {error:#}", self.name)))?;
        }
        Ok(())
    }
}
