//! Describes the sheets and their columns, for code that writes the same records in another form.

use crate::sheet::kind::{Home, Kind, Shape};
use crate::sheet::schema::Schema;
use crate::sheet::tab;
use crate::words::sheets as words;

/// What a sheet holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetDescription {
    /// What a row of it is.
    pub kind: Kind,
    /// The same in a sentence.
    pub about: String,
    /// Its columns, in their order.
    pub columns: Vec<ColumnDescription>,
    /// The column by which a row is told from all others: that of its id, or of the one record to which it alone belongs.
    pub key: Option<usize>,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnDescription {
    /// What stands above it.
    pub head: &'static str,
    /// How its cells are to be read.
    pub shape: Shape,
    /// What belongs there, a sentence, without how a workbook writes it.
    pub note: String,
    /// Whether every row says something there.
    pub is_needed: bool,
    /// The values of a closed list.
    pub choices: Vec<String>,
}

/// Every sheet, in the order of the kinds of records.
pub fn descriptions(kinds: &[Kind]) -> Vec<SheetDescription> {
    let schema = Schema::read();
    kinds.iter().map(|kind| described(*kind, &schema)).collect()
}

fn described(kind: Kind, schema: &Schema) -> SheetDescription {
    let table = kind.table();
    let columns = table.columns.iter().zip(table.heads).enumerate();
    let columns = columns.map(|(place, ((path, shape), head))| {
        let field = schema.field(table.record, path);
        ColumnDescription {
            head,
            shape: *shape,
            note: match shape {
                Shape::Parent(parent) => words::belongs_to(parent.name(), table.parents().count() == 1),
                _ => field.note.to_owned(),
            },
            is_needed: tab::is_needed(kind, place, schema),
            choices: field.choices.iter().map(|&choice| choice.to_owned()).collect(),
        }
    });
    SheetDescription {
        kind,
        about: tab::about(kind, schema).to_owned(),
        columns: columns.collect(),
        key: key(kind, schema),
    }
}

/// The column by which a row is told from all others.
pub(super) fn key(kind: Kind, schema: &Schema) -> Option<usize> {
    kind.table().id().or_else(|| only_one_of(kind, schema))
}

/// The column that names the record to which a row belongs, where there is no more than one row for each.
fn only_one_of(kind: Kind, schema: &Schema) -> Option<usize> {
    let table = kind.table();
    let Home::In(field) = table.home else { return None };
    let mut parents = table.parents();
    let (column, parent) = parents.next()?;
    let is_list = schema.field(parent.table().record, field).is_list;
    (parents.next().is_none() && !is_list).then_some(column)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::keyed::Keyed;

    #[test]
    fn what_has_no_id_is_told_by_what_it_alone_belongs_to() {
        let key = |kind| {
            let [sheet] = &descriptions(&[kind])[..] else { panic!() };
            sheet.key.map(|place| sheet.columns[place].head)
        };
        assert_eq!(key(Kind::Measures), Some("Id"));
        assert_eq!(key(Kind::Glossary), Some("Term"));
        assert_eq!(key(Kind::Outcomes), Some("Commitment"));
        assert_eq!(key(Kind::Citations), None);
        assert_eq!(key(Kind::RelatedLines), None);
    }

    #[test]
    fn everything_is_described() {
        for sheet in descriptions(Kind::ALL) {
            assert!(!sheet.about.is_empty(), "{:?}", sheet.kind);
            for column in &sheet.columns {
                assert!(!column.note.is_empty(), "{:?} {}", sheet.kind, column.head);
            }
        }
    }
}
