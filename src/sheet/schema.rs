//! What the dataset's schema says of the column of a sheet.

use serde_json::Value;

use crate::dataset::SCHEMA;

/// The schema of the dataset.
pub(super) struct Schema(Value);

/// What it says of a field.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Field<'a> {
    /// What belongs there, a sentence.
    pub(super) note: &'a str,
    /// Whether a record without it is at fault.
    pub(super) is_needed: bool,
    /// Whether it is a list.
    pub(super) is_list: bool,
    /// The values of a closed list.
    pub(super) choices: Vec<&'a str>,
}

impl Schema {
    /// The schema, read.
    pub(super) fn read() -> Self {
        Self(serde_json::from_str(SCHEMA).unwrap_or_default())
    }

    /// The field of a record, with dots between fields within fields.
    pub(super) fn field(&self, record: &str, path: &str) -> Field<'_> {
        let mut around = self.record(record);
        let mut field = Field {
            is_needed: true,
            ..Field::default()
        };
        for name in path.split('.') {
            let own = &around["properties"][name];
            let needed = around["required"].as_array();
            field.is_needed &= needed.is_some_and(|needed| needed.iter().any(|one| one == name));
            field.note = own["description"].as_str().unwrap_or_default();
            field.is_list = own["type"] == "array";
            let choices = own["enum"].as_array().into_iter().flatten();
            field.choices = choices.filter_map(Value::as_str).collect();
            around = self.followed(own);
        }
        field
    }

    /// The record with that name; any other is the dataset itself.
    fn record(&self, name: &str) -> &Value {
        self.0["$defs"].get(name).unwrap_or(&self.0)
    }

    /// The record that stands in a field.
    fn followed<'a>(&'a self, field: &'a Value) -> &'a Value {
        let branches = field["anyOf"].as_array().into_iter().flatten();
        let reference = branches.chain([field]).find_map(|branch| branch["$ref"].as_str());
        let pointer = reference.and_then(|reference| reference.strip_prefix('#'));
        pointer.and_then(|pointer| self.0.pointer(pointer)).unwrap_or(field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::keyed::Keyed;
    use crate::sheet::Kind;
    use crate::sheet::kind::{Home, Shape};

    /// Every field of the format stands in one column or is the home of a kind, and every column is a field of the format.
    #[test]
    fn the_columns_are_the_fields_of_the_format() {
        let schema = Schema::read();
        for kind in Kind::ALL {
            let table = kind.table();
            for (path, shape) in table.columns.iter().filter(|(path, _)| !path.is_empty()) {
                let field = schema.field(table.record, path);
                assert!(!field.note.is_empty(), "{kind:?} has no `{path}`");
                let is_list = matches!(shape, Shape::Refs(_) | Shape::Texts | Shape::Pairs(_));
                assert_eq!(field.is_list, is_list, "{kind:?} {path}");
                assert_eq!(field.choices.is_empty(), *shape != Shape::Choice, "{kind:?} {path}");
            }
            let record = schema.record(table.record);
            // What says which format it is, and what only earlier data have.
            let said = ["$schema", "schema_version", "celex", "eli"];
            for (name, _) in record["properties"].as_object().into_iter().flatten() {
                let is_column = table
                    .columns
                    .iter()
                    .any(|(path, _)| path.split('.').next() == Some(name));
                let is_part = kind.parts().any(|(_, field)| field == name);
                let is_list = *kind == Kind::Edition
                    && Kind::ALL.iter().any(|kind| match kind.table().home {
                        Home::List(path) => path.split('.').next() == Some(name),
                        Home::Whole | Home::In(_) => false,
                    });
                assert!(
                    is_column || is_part || is_list || said.contains(&name.as_str()),
                    "{kind:?} lacks `{name}`"
                );
            }
        }
    }
}
