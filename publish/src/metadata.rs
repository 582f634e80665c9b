//! What Datasette says of the database: titles, what each table and column holds, what is counted beside it, and questions to ask.

use anyhow::Result;
use iss_followup::sheet::{Kind, Shape};
use iss_followup::words::described;
use rusqlite::Connection;
use serde_json::{Map, Value, json};

use crate::list::{List, lists};
use crate::table::{Column, DAYS, PLACE, Table, name, one_of};
use crate::views::{Question, VIEWS, queries};

/// What a list holds besides what the column says of which it is made.
const AS_JSON: &str = "A list of JSON; each of its items has a row in the table";

/// The metadata of a database, by the name of its file without the ending.
///
/// # Errors
/// When the database cannot be asked.
pub fn metadata(database: &str, all: &[Table], from: &Connection) -> Result<Value> {
    let word = |what: &str| -> Result<Option<String>> {
        let mut words = from.prepare("SELECT words FROM words WHERE what = ? ORDER BY rowid")?;
        let mut rows = words.query([what])?;
        Ok(rows.next()?.map(|row| row.get(0)).transpose()?)
    };
    let edition: String = from.query_row("SELECT title FROM edition", [], |row| row.get(0))?;
    let title = word("name")?.map_or_else(|| edition.clone(), |name| described::title(&name, &edition));
    let texts = [word("summary")?, word("disclaimer")?].into_iter().flatten();
    let mut sources = from.prepare("SELECT number, address FROM sources ORDER BY place")?;
    let sources = sources.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let sources: Vec<(String, Option<String>)> = sources.collect::<Result<_, _>>()?;
    let numbers: Vec<&str> = sources.iter().map(|(number, _)| number.as_str()).collect();
    let mut whole = json!({
        "title": title,
        "description": texts.collect::<Vec<_>>().join(" "),
        "source": numbers.join(", "),
        "source_url": sources.first().and_then(|(_, address)| address.clone()),
        "license": word("licence")?,
    });
    if let Some(fields) = whole.as_object_mut() {
        fields.retain(|_, value| !value.is_null() && value != "");
    }
    let tables = all.iter().map(|table| (table.name.clone(), of_table(table)));
    let lists = lists(all).map(|list| (list.name(), of_list(&list)));
    let views = VIEWS.iter().map(|view| (view.name.to_owned(), of_view(view)));
    let queries = queries(all).into_iter().map(|(question, sql)| {
        let query = json!({ "title": question.title, "description": question.about, "sql": sql });
        (question.name.to_owned(), query)
    });
    whole["databases"][database] = json!({
        "description": "Each kind of record has a table, whose columns have the names of the workbook's; what stands in a list has a table too, with a row for each.",
        "tables": tables.chain(lists).chain(views).collect::<Map<_, _>>(),
        "queries": queries.collect::<Map<_, _>>(),
    });
    Ok(whole)
}

fn of_table(table: &Table) -> Value {
    let described = table.columns.iter().flat_map(|column| of_column(column, table));
    let place = table.key.map(|_| {
        (
            PLACE.to_owned(),
            Value::from("The order of the record, counted from 1."),
        )
    });
    let mut told = json!({
        "title": table.kind.name(),
        "description": table.about,
        "columns": described.chain(place).collect::<Map<_, _>>(),
        "facets": facets(table),
    });
    if let Some(label) = label(table.kind) {
        told["label_column"] = label.into();
    }
    let lines = [Kind::Facts, Kind::Commitments, Kind::LaterFacts];
    let dates = table.columns.iter().find(|column| column.shape == Shape::Date);
    match dates.filter(|_| lines.contains(&table.kind)) {
        Some(date) => told["sort_desc"] = format!("{}_{}", date.name, DAYS[0]).into(),
        None if table.key.is_some() => told["sort"] = PLACE.into(),
        None => {}
    }
    told
}

/// What is said of each of the columns that stand for one of the sheet's.
fn of_column(column: &Column, table: &Table) -> Vec<(String, Value)> {
    let further = column.names().into_iter().skip(1);
    let about = |name: String| {
        let note = match column.shape {
            Shape::Date if name.ends_with(DAYS[0]) => format!("The first day of {}.", column.name),
            Shape::Date => format!("The last day of {}.", column.name),
            _ => format!(
                "The same where it is a {}.",
                name.trim_start_matches(&column.name).trim_start_matches('_')
            ),
        };
        (name, note.into())
    };
    let note = if column.is_list() {
        format!("{} {AS_JSON} {}_{}.", column.note, table.name, column.name)
    } else {
        column.note.clone()
    };
    std::iter::once((column.name.clone(), note.into()))
        .chain(further.map(about))
        .collect()
}

/// What is counted beside a table: what it has few values of.
fn facets(table: &Table) -> Vec<Value> {
    const FEW: [Kind; 4] = [Kind::Sources, Kind::Priorities, Kind::Presidencies, Kind::Bodies];
    let facet = |column: &Column| match (column.shape, column.targets()) {
        (Shape::Choice, _) => Some(column.name.as_str().into()),
        (Shape::Ref(_), [kind]) if FEW.contains(kind) => Some(column.name.as_str().into()),
        (Shape::Refs(_), [kind]) if FEW.contains(kind) => Some(json!({ "array": column.name })),
        _ => None,
    };
    table.columns.iter().filter_map(facet).collect()
}

/// What a record is called where another names it.
fn label(kind: Kind) -> Option<String> {
    let head = match kind {
        Kind::Sources => "Number",
        Kind::Priorities | Kind::Measures | Kind::Sections => "Title",
        Kind::Presidencies => "Name",
        Kind::Bodies => "Short name",
        // Not all of them have a number or a title.
        Kind::Documents => "Id",
        _ => return None,
    };
    Some(name(head))
}

fn of_list(list: &List<'_>) -> Value {
    let things = list
        .things()
        .into_iter()
        .map(|thing| (thing.to_owned(), Value::from(list.column.note.as_str())));
    let own = [
        (
            list.owner().to_owned(),
            format!("The {} to which it belongs.", one_of(list.of.kind)).into(),
        ),
        (
            PLACE.to_owned(),
            "The order in which they stand, counted from 1.".into(),
        ),
    ];
    json!({
        "title": format!("{}: {}", list.of.kind.name(), list.column.name.replace('_', " ")),
        "description": list.column.note,
        "columns": own.into_iter().chain(things).collect::<Map<_, _>>(),
    })
}

fn of_view(view: &Question) -> Value {
    let texts = |pairs: &[(&str, &str)]| -> Map<String, Value> {
        pairs
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).into()))
            .collect()
    };
    let mut told = json!({ "title": view.title, "description": view.about, "columns": texts(view.columns), "facets": view.facets });
    if !view.units.is_empty() {
        told["units"] = texts(view.units).into();
    }
    if let Some(column) = view.sorted_down_by {
        told["sort_desc"] = column.into();
    }
    told
}
