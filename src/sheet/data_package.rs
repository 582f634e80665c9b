//! What a zip of CSV files says of itself to programs: `datapackage.json` by the Data Package standard, version 2
//! (<https://datapackage.org>), with the type, keys and meaning of every column.

use serde_json::{Map, Value, json};

use crate::domain::keyed::Keyed;
use crate::domain::vocabulary::{Vocabulary, Wording};
use crate::sheet::description::key;
use crate::sheet::kind::{Kind, Shape};
use crate::sheet::schema::Schema;
use crate::sheet::tab::{self, about, is_needed};
use crate::sheet::{Row, Workbook};
use crate::words::{described, sheets as words};

/// The name of the file, as the standard has it.
pub const NAME: &str = "datapackage.json";

/// The forms of a date in the cells of a CSV file, which may begin with an apostrophe.
const DATE: &str = "'?[0-9]{4}(-[0-9]{2}(-[0-9]{2})?|-Q[1-4]|-H[12])?";

/// The file for a workbook whose sheets are CSV files beside it, in JSON.
pub(super) fn descriptor(workbook: &Workbook) -> String {
    let schema = Schema::read();
    let cell = |kind: Kind, field: &str| {
        let row = rows(workbook, kind).next();
        let cell = row.zip(kind.column(field)).map(|(row, column)| &*row.cells[column]);
        cell.filter(|cell| !cell.is_empty())
    };
    let of_edition = |field: &str| cell(Kind::Edition, field);
    let own = vocabulary(of_edition("edition.id").unwrap_or_default(), workbook);
    let (name, title) = (own.one(Wording::Name), of_edition("edition.title"));
    let mut package = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": own.file_stem(),
        "title": title.map_or_else(|| name.to_owned(), |title| described::title(name, title)),
        "description": words::package_description(&own.summary(), own.disclaimer()),
        "resources": Kind::ALL.iter().map(|kind| resource(*kind, &schema)).collect::<Vec<_>>(),
    });
    let day = of_edition("afterwards.checked").or(of_edition("edition.status_date"));
    let optional = [
        ("version", day.map(version).map_or(Value::Null, Value::from)),
        ("keywords", own.keywords().into()),
        (
            "licenses",
            own.licenses()
                .iter()
                .map(|(name, address)| license(*name, address))
                .collect(),
        ),
        ("contributors", contributors(own.one(Wording::Editors))),
        ("sources", rows(workbook, Kind::Sources).map(source).collect()),
    ];
    let is_said = |value: &Value| value.as_array().map_or(!value.is_null(), |items| !items.is_empty());
    for (field, value) in optional.into_iter().filter(|(_, value)| is_said(value)) {
        package[field] = value;
    }
    format!("{package:#}\n")
}

fn rows(workbook: &Workbook, kind: Kind) -> impl Iterator<Item = &Row> {
    let sheets = workbook.sheets.iter().filter(move |sheet| sheet.kind == kind);
    sheets.flat_map(|sheet| &sheet.rows)
}

fn vocabulary(edition: &str, workbook: &Workbook) -> Vocabulary {
    let word = |row: &Row| {
        let [what, one, many] = row.cells.as_slice() else {
            return None;
        };
        let many = (!many.is_empty()).then(|| many.clone());
        Some((Wording::from_key(what)?, one.clone(), many))
    };
    Vocabulary::new(edition, rows(workbook, Kind::Words).filter_map(word).collect())
}

/// A day as a version that can be compared: `2026.11.29`.
fn version(day: &str) -> String {
    let parts = day.split('-').map(|part| part.trim_start_matches('0'));
    parts.collect::<Vec<_>>().join(".")
}

fn license(name: Option<&str>, address: &str) -> Value {
    match name {
        Some(name) => json!({ "name": name, "path": address }),
        None => json!({ "path": address }),
    }
}

fn contributors(editors: &str) -> Value {
    if editors.is_empty() {
        return Value::Null;
    }
    json!([{ "title": editors, "roles": ["editor"] }])
}

fn source(row: &Row) -> Value {
    let cell = |field: &str| Kind::Sources.column(field).map_or("", |column| &row.cells[column]);
    let mut source = json!({ "title": described::source(cell("number"), cell("title")) });
    if !cell("url").is_empty() {
        source["path"] = cell("url").into();
    }
    source
}

/// What is said of the CSV file of a kind.
fn resource(kind: Kind, schema: &Schema) -> Value {
    let columns = kind.columns().iter().enumerate();
    let mut table = json!({
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": columns.clone().map(|(place, _)| field(kind, place, schema)).collect::<Vec<_>>(),
        "missingValues": [""],
    });
    if let Some(key) = key(kind, schema) {
        table["primaryKey"] = json!([kind.heads()[key]]);
    }
    let keys: Vec<Value> = columns
        .filter_map(|(place, (_, shape))| foreign_key(kind, place, *shape, schema))
        .collect();
    if !keys.is_empty() {
        table["foreignKeys"] = keys.into();
    }
    json!({
        "name": kind.key(),
        "title": kind.name(),
        "description": about(kind, schema),
        "type": "table",
        "path": format!("{}.csv", kind.key()),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table,
    })
}

/// That a cell holds the id of a row in another file; lists, and ids of more than one kind, cannot be said so.
fn foreign_key(kind: Kind, place: usize, shape: Shape, schema: &Schema) -> Option<Value> {
    let (Shape::Parent(other) | Shape::Ref(&[other])) = shape else {
        return None;
    };
    Some(json!({
        "fields": [kind.heads()[place]],
        "reference": { "resource": other.key(), "fields": [other.heads()[key(other, schema)?]] },
    }))
}

fn field(kind: Kind, place: usize, schema: &Schema) -> Value {
    let (path, shape) = kind.columns()[place];
    let column = tab::described(kind, place, schema);
    let mut constraints = Map::new();
    let mut field = json!({ "name": column.head, "description": column.note, "type": "string" });
    match shape {
        Shape::Id => {
            constraints.insert("unique".to_owned(), true.into());
        }
        Shape::Refs(_) | Shape::Texts | Shape::Pairs(_) => {
            field["type"] = "list".into();
            field["delimiter"] = words::SEPARATOR.into();
        }
        Shape::Day => field["type"] = "date".into(),
        Shape::Date => {
            constraints.insert("pattern".to_owned(), DATE.into());
        }
        Shape::Choice => {
            constraints.insert("enum".to_owned(), column.choices.into());
        }
        Shape::Number => field["type"] = "integer".into(),
        Shape::YesNo => {
            field["type"] = "boolean".into();
            field["trueValues"] = json!(words::YES_OR_NO[..1]);
            field["falseValues"] = json!(words::YES_OR_NO[1..]);
        }
        Shape::Text if path == "url" => field["format"] = "uri".into(),
        Shape::Text | Shape::Parent(_) | Shape::Ref(_) => {}
    }
    // A list that must be there may be empty.
    if field["type"] != "list" && is_needed(kind, place, schema) {
        constraints.insert("required".to_owned(), true.into());
    }
    if !constraints.is_empty() {
        field["constraints"] = constraints.into();
    }
    field
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::template;

    #[test]
    fn a_version_is_a_day() {
        assert_eq!(version("2020-02-03"), "2020.2.3");
    }

    #[test]
    fn the_files_refer_to_each_other() {
        let package: Value = serde_json::from_str(&descriptor(&template())).expect("JSON");
        let resource = |name: &str| {
            let mut all = package["resources"].as_array().into_iter().flatten();
            all.find(|resource| resource["name"] == name).cloned().expect(name)
        };
        let facts = resource("facts");
        assert_eq!(facts["path"], "facts.csv");
        assert_eq!(facts["schema"]["primaryKey"], json!(["Id"]));
        let to = |resource: &str, field: &str| json!({ "resource": resource, "fields": [field] });
        let keys = facts["schema"]["foreignKeys"].as_array().expect("keys");
        let references: Vec<Value> = keys.iter().map(|key| key["reference"].clone()).collect();
        assert_eq!(
            references,
            [to("measures", "Id"), to("sections", "Id"), to("periods", "Id")]
        );
        assert_eq!(resource("outcomes")["schema"]["primaryKey"], json!(["Commitment"]));
        assert_eq!(resource("glossary")["schema"]["primaryKey"], json!(["Term"]));
    }
}
