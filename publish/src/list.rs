//! A column that holds several things as a table of its own, in which each has a row that names it.
//!
//! The column keeps them as a list of JSON too: so they stand together, and Datasette counts them.

use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::status::PresidencyRole;
use iss_followup::sheet::{Kind, Shape};

use crate::table::{Column, PLACE, Table, index, key_of, literal, one_of, quoted, reference, table_of};

/// A list of a table.
#[derive(Clone, Copy, Debug)]
pub struct List<'a> {
    /// The table.
    pub of: &'a Table,
    /// Its column.
    pub column: &'a Column,
}

/// Every list of these tables.
pub fn lists(all: &[Table]) -> impl Iterator<Item = List<'_>> {
    all.iter().flat_map(|table| {
        let columns = table.columns.iter().filter(|column| column.is_list());
        columns.map(move |column| List { of: table, column })
    })
}

impl List<'_> {
    /// The name of its table.
    pub fn name(&self) -> String {
        format!("{}_{}", self.of.name, self.column.name)
    }

    /// The column that names the record to which a row belongs.
    pub fn owner(&self) -> &'static str {
        one_of(self.of.kind)
    }

    /// The columns that name the things, one for each kind that they may be of; `other` where that is the kind of the record itself.
    pub fn things(&self) -> Vec<&'static str> {
        let named = |kind: &Kind| if *kind == self.of.kind { "other" } else { one_of(*kind) };
        match self.column.shape {
            Shape::Texts => vec!["text"],
            _ => self.column.targets().iter().map(named).collect(),
        }
    }

    /// The further column of a pair.
    fn second(&self) -> Option<&'static str> {
        match self.column.shape {
            Shape::Pairs([_, second]) => Some(second),
            _ => None,
        }
    }

    /// What makes the table.
    pub fn definition(&self, all: &[Table]) -> String {
        let things = self.things();
        let needed = if things.len() == 1 { " NOT NULL" } else { "" };
        let mut lines = vec![
            format!("{} TEXT NOT NULL", quoted(self.owner())),
            format!("{} INTEGER NOT NULL", quoted(PLACE)),
        ];
        lines.extend(things.iter().map(|thing| format!("{} TEXT{needed}", quoted(thing))));
        if let Some(second) = self.second() {
            let roles: Vec<String> = PresidencyRole::ALL.iter().map(|role| literal(role.key())).collect();
            let second = quoted(second);
            lines.push(format!(
                "{second} TEXT NOT NULL CHECK ({second} IN ({}))",
                roles.join(", ")
            ));
        }
        lines.push(format!("PRIMARY KEY ({}, {})", quoted(self.owner()), quoted(PLACE)));
        lines.push(reference(self.owner(), &self.of.name, self.of.key()));
        let targets = self.column.targets().iter().zip(&things);
        lines.extend(targets.map(|(kind, thing)| reference(thing, &table_of(*kind), key_of(*kind, all))));
        if 1 < things.len() {
            let said: Vec<String> = things.iter().map(|thing| quoted(thing)).collect();
            lines.push(format!("CHECK (coalesce({}) IS NOT NULL)", said.join(", ")));
        }
        let name = quoted(&self.name());
        format!("CREATE TABLE {name} (\n  {}\n) WITHOUT ROWID;", lines.join(",\n  "))
    }

    /// What fills it from the lists of JSON.
    pub fn filling(&self, all: &[Table]) -> String {
        let things: Vec<String> = match (self.column.targets(), self.second()) {
            (_, Some(_)) => [
                "substr(item.value, 1, instr(item.value, ' ') - 1)",
                "substr(item.value, instr(item.value, ' ') + 1)",
            ]
            .map(str::to_owned)
            .into(),
            ([] | [_], None) => vec!["item.value".to_owned()],
            (kinds, None) => kinds.iter().map(|kind| found("item.value", *kind, all)).collect(),
        };
        format!(
            "INSERT INTO {} SELECT own.{key}, item.key + 1, {} FROM {} AS own, json_each(own.{}) AS item ORDER BY 1, 2;",
            quoted(&self.name()),
            things.join(", "),
            quoted(&self.of.name),
            quoted(&self.column.name),
            key = quoted(self.of.key()),
        )
    }

    /// What makes its indexes.
    pub fn indexes(&self) -> impl Iterator<Item = String> {
        let name = self.name();
        self.things().into_iter().map(move |thing| index(&name, thing))
    }
}

/// The id, if a record of that kind has it.
fn found(value: &str, kind: iss_followup::sheet::Kind, all: &[Table]) -> String {
    let (table, key) = (quoted(&table_of(kind)), quoted(key_of(kind, all)));
    format!("(SELECT other.{key} FROM {table} AS other WHERE other.{key} = {value})")
}

/// What says of which kind the record is that a column names, where it may be of several.
pub fn resolving(table: &Table, all: &[Table]) -> impl Iterator<Item = String> {
    let columns = table.columns.iter().filter(|column| column.is_of_several_kinds());
    columns.map(move |column| {
        let value = format!("{}.{}", quoted(&table.name), quoted(&column.name));
        let own = column.references().into_iter();
        let own: Vec<String> = own
            .map(|(name, kind)| format!("{} = {}", quoted(&name), found(&value, kind, all)))
            .collect();
        format!("UPDATE {} SET {};", quoted(&table.name), own.join(", "))
    })
}
