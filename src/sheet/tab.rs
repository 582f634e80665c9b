//! A sheet as it is written: heads, notes, drop-downs and rows; and the sheet that explains the others.

use crate::domain::keyed::Keyed;
use crate::sheet::kind::{Home, Kind, Shape};
use crate::sheet::schema::{Field, Schema};
use crate::sheet::{Row, Sheet, Workbook};
use crate::words::sheets as words;

/// A sheet as it is written.
pub(super) struct Tab {
    /// Its name.
    pub(super) name: String,
    /// The name of its file among CSV files, without the ending.
    pub(super) file: &'static str,
    /// Its columns.
    pub(super) columns: Vec<TabColumn>,
    /// The rows below the heads.
    pub(super) rows: Vec<Row>,
}

/// A column as it is written.
pub(super) struct TabColumn {
    /// What stands above it.
    pub(super) head: &'static str,
    /// What belongs there; empty in the sheet that explains the others.
    pub(super) note: String,
    /// The values from which one is chosen; of any other column none.
    pub(super) choices: Vec<String>,
    /// About so many characters stand side by side.
    pub(super) width: usize,
}

impl TabColumn {
    /// The values of a drop-down; none where there are no values, or more than a workbook takes.
    pub(super) fn drop_down(&self) -> Option<String> {
        const MOST: usize = 255;
        let values = self.choices.join(",");
        (!values.is_empty() && values.len() <= MOST).then_some(values)
    }
}

/// The sheets of a workbook, after the one that explains them.
pub(super) fn tabs(workbook: Workbook) -> Vec<Tab> {
    let schema = Schema::read();
    let tab = |sheet: Sheet| Tab {
        name: sheet.name,
        file: sheet.kind.key(),
        columns: (0..sheet.kind.table().columns.len())
            .map(|column| described(sheet.kind, column, &schema))
            .collect(),
        rows: sheet.rows,
    };
    let how_to = how_to(&schema);
    std::iter::once(how_to)
        .chain(workbook.sheets.into_iter().map(tab))
        .collect()
}

pub(super) fn described(kind: Kind, place: usize, schema: &Schema) -> TabColumn {
    let table = kind.table();
    let (path, shape) = table.columns[place];
    let field = schema.field(table.record, path);
    let choices: Vec<String> = match shape {
        Shape::YesNo => words::YES_OR_NO.map(str::to_owned).into(),
        _ => field.choices.iter().map(|&choice| choice.to_owned()).collect(),
    };
    TabColumn {
        head: table.heads[place],
        note: note(kind, shape, &field),
        choices,
        width: width(shape, table.heads[place]),
    }
}

/// What belongs into a column, and how it is written. The values of a drop-down are not told.
fn note(kind: Kind, shape: Shape, field: &Field<'_>) -> String {
    let names = |kinds: &[Kind]| -> Vec<&'static str> { kinds.iter().map(|kind| kind.name()).collect() };
    let form = match shape {
        Shape::Parent(parent) => {
            let is_only_one = kind.table().parents().count() == 1;
            return words::belongs_to(parent.name(), is_only_one);
        }
        Shape::Ref(kinds) => words::of_ids(&names(kinds), false),
        Shape::Refs(kinds) => words::of_ids(&names(kinds), true),
        Shape::Texts => words::TEXTS_FORM.to_owned(),
        Shape::Day => words::DATE_FORMS[0].to_owned(),
        Shape::Date => words::DATE_FORMS[1].to_owned(),
        Shape::Number => words::NUMBER_FORM.to_owned(),
        Shape::Pairs(_) => words::PAIRS_FORM.to_owned(),
        Shape::YesNo => words::YES_OR_NO_FORM.to_owned(),
        Shape::Id | Shape::Text | Shape::Choice => return field.note.to_owned(),
    };
    format!("{} {form}", field.note)
}

fn width(shape: Shape, head: &str) -> usize {
    const WIDEST_ID: usize = 24;
    let width = match shape {
        Shape::Text => WIDEST_ID + WIDEST_ID / 2,
        Shape::Id | Shape::Parent(_) | Shape::Ref(_) | Shape::Refs(_) | Shape::Texts | Shape::Pairs(_) => WIDEST_ID,
        Shape::Choice => WIDEST_ID / 2 + 6,
        Shape::Day | Shape::Date | Shape::Number | Shape::YesNo => WIDEST_ID / 2,
    };
    width.max(head.len() + 2)
}

/// The sheet that explains the others, a row for each of their columns.
fn how_to(schema: &Schema) -> Tab {
    const WIDTHS: [usize; 4] = [20, 24, 100, 8];
    let heads = words::HOW_TO_HEADS.into_iter().zip(WIDTHS);
    let columns = heads.map(|(head, width)| TabColumn {
        head,
        note: String::new(),
        choices: Vec::new(),
        width,
    });
    let all = words::HOW_TO_USE.map(|sentence| ["", "", sentence, ""].map(str::to_owned).into());
    let of_kinds = Kind::ALL.iter().flat_map(|kind| explained(*kind, schema));
    let rows = all.into_iter().chain(of_kinds).enumerate();
    Tab {
        name: words::HOW_TO[0].to_owned(),
        file: words::HOW_TO[1],
        columns: columns.collect(),
        rows: rows
            .map(|(place, cells)| Row {
                number: place + 2,
                cells,
            })
            .collect(),
    }
}

/// What a sheet holds, and then what belongs into each of its columns.
fn explained(kind: Kind, schema: &Schema) -> impl Iterator<Item = Vec<String>> {
    let about = [kind.name(), "", about(kind, schema), ""].map(str::to_owned).into();
    let column = move |place: usize| {
        let (_, shape) = kind.columns()[place];
        let described = described(kind, place, schema);
        let choices: Vec<&str> = described.choices.iter().map(String::as_str).collect();
        let note = if shape == Shape::Choice {
            format!("{} {}", described.note, words::one_of(&choices))
        } else {
            described.note
        };
        let needed = if is_needed(kind, place, schema) {
            words::NEEDED
        } else {
            ""
        };
        vec![
            kind.name().to_owned(),
            described.head.to_owned(),
            note,
            needed.to_owned(),
        ]
    };
    std::iter::once(about).chain((0..kind.columns().len()).map(column))
}

/// What the records of a kind are.
pub(super) fn about(kind: Kind, schema: &Schema) -> &str {
    let table = kind.table();
    let whole = Kind::Edition.table().record;
    match (table.home, table.parents().next()) {
        (Home::List(path), _) => schema.field(whole, path).note,
        (Home::In(field), Some((_, parent))) => schema.field(parent.table().record, field).note,
        _ => schema.field(whole, "edition").note,
    }
}

/// Whether a row that says nothing in that column is at fault.
pub(super) fn is_needed(kind: Kind, place: usize, schema: &Schema) -> bool {
    let table = kind.table();
    let (path, shape) = table.columns[place];
    let is_only_parent = matches!(shape, Shape::Parent(_)) && table.parents().count() == 1;
    is_only_parent || !path.is_empty() && schema.field(table.record, path).is_needed
}
