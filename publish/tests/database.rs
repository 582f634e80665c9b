//! Whatever the workbook says stands in the tables, and whatever a table names is there.

use iss_followup::domain::date::PartialDate;
use iss_followup::domain::keyed::Keyed;
use iss_followup::sheet::{self, Kind, Shape};
use publish::list::lists;
use publish::table::{name, quoted, tables};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::published_files::{Published, column, rows};
use crate::shipped;

fn example() -> String {
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/../examples/climate-plan.json");
    std::fs::read_to_string(example).expect("the example")
}

/// What a cell of the workbook is in the database.
fn expected(shape: Shape, cell: &str) -> String {
    match shape {
        Shape::Refs(_) | Shape::Texts | Shape::Pairs(_) => json!(sheet::items(shape, cell)).to_string(),
        Shape::YesNo => u8::from(cell == "yes").to_string(),
        _ => cell.to_owned(),
    }
}

#[track_caller]
fn check(dataset: &Value) {
    let published = Published::of(&dataset.to_string());
    let database = published.open();
    for kind in Kind::ALL {
        let table = tables().into_iter().find(|table| table.kind == *kind).expect("a table");
        let columns: Vec<String> = kind.heads().iter().map(|head| quoted(&name(head))).collect();
        let sql = format!(
            "SELECT {} FROM {} ORDER BY rowid",
            columns.join(", "),
            quoted(&name(kind.name()))
        );
        let mut found = rows(&database, &sql, &[]);
        let written = sheet::sheet(*kind, dataset).rows;
        let row = |row: &sheet::Row| -> Vec<String> {
            let cells = row.cells.iter().zip(kind.columns());
            cells.map(|(cell, (_, shape))| expected(*shape, cell)).collect()
        };
        let mut written: Vec<Vec<String>> = written.iter().map(row).collect();
        // Where a record may belong to one of two kinds, the sheet has those of the one kind first.
        found.sort();
        written.sort();
        assert_eq!(found, written, "{kind:?}");
        let days = table.columns.iter().filter(|column| column.shape == Shape::Date);
        for date in days {
            let columns = date
                .names()
                .iter()
                .map(|name| quoted(name))
                .collect::<Vec<_>>()
                .join(", ");
            for row in rows(
                &database,
                &format!("SELECT {columns} FROM {}", quoted(&table.name)),
                &[],
            ) {
                let period = row[0].parse::<PartialDate>().ok().map(PartialDate::period);
                let days = period.map(|period| [period.first(), period.last()].map(|day| day.to_string()));
                assert_eq!(row[1..], days.unwrap_or_default(), "{kind:?} {}", row[0]);
            }
        }
    }
    check_lists(&database);
    assert!(rows(&database, "PRAGMA foreign_key_check", &[]).is_empty());
    assert_eq!(column(&database, "PRAGMA integrity_check", &[]), ["ok"]);
}

/// What stands in a list has a row that names it.
#[track_caller]
fn check_lists(database: &Connection) {
    let all = tables();
    for list in lists(&all) {
        let things = list.things().iter().map(|thing| quoted(thing)).collect::<Vec<_>>();
        let (owner, own) = (quoted(list.owner()), quoted(&list.name()));
        let thing = match list.column.shape {
            Shape::Pairs([_, second]) => format!("{} || ' ' || {}", things[0], quoted(second)),
            _ => format!("coalesce({}, NULL)", things.join(", ")),
        };
        let named = rows(
            database,
            &format!("SELECT {owner}, place, {thing} FROM {own} ORDER BY 1, 2"),
            &[],
        );
        let (of, key, column) = (quoted(&list.of.name), quoted(list.of.key()), quoted(&list.column.name));
        let sql = format!(
            "SELECT own.{key}, item.key + 1, item.value FROM {of} AS own, json_each(own.{column}) AS item ORDER BY 1, 2"
        );
        assert_eq!(named, rows(database, &sql, &[]), "{}", list.name());
    }
}

#[test]
fn every_cell_of_the_workbook_stands_in_a_table() {
    check(shipped::json());
    check(&serde_json::from_str(&example()).expect("JSON"));
    let generated = bench::generate::dataset(60, 3).expect("a dataset");
    check(&serde_json::from_str(&generated).expect("JSON"));
}

#[test]
fn the_same_data_give_the_same_bytes() {
    for json in [
        shipped::json().to_string(),
        bench::generate::dataset(300, 1).expect("a dataset"),
    ] {
        let [first, second] = [Published::of(&json), Published::of(&json)].map(|published| published.bytes());
        assert!(first == second);
    }
}

#[track_caller]
fn check_refused(change: impl FnOnce(&mut Value), sentence: &str) {
    let mut dataset = shipped::json().clone();
    change(&mut dataset);
    match Published::tried(&dataset.to_string()) {
        Ok(_) => panic!("it was taken"),
        Err(error) => assert!(format!("{error:#}").contains(sentence), "{error:#}"),
    }
}

#[test]
fn the_database_refuses_what_is_no_dataset() {
    check_refused(
        |dataset| dataset["measures"][3]["priority"] = "none-such".into(),
        "1 of measures name what is not in priorities",
    );
    check_refused(
        |dataset| dataset["measures"][3]["status"] = "begun".into(),
        "measures 4: measures does not fit: CHECK",
    );
    check_refused(
        |dataset| dataset["measures"][3]["id"] = "5".into(),
        "UNIQUE constraint failed: measures.id",
    );
    check_refused(
        |dataset| dataset["measures"][3]["state_of_play"][0]["date"] = "soon".into(),
        "`soon` in date is no date",
    );
    check_refused(|dataset| dataset["measures"] = 7.into(), "the list `measures`");
    check_refused(|dataset| *dataset = json!([]), "a dataset");
    let nobody = |dataset: &mut Value| dataset["measures"][3]["bodies"] = json!(["nobody"]);
    check_refused(nobody, "measures_bodies name what is not in bodies");
}
