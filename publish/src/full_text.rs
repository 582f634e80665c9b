//! What is found by its words: a full-text table for each table with texts, which reads them there.

use iss_followup::sheet::Shape;

use crate::table::{Table, literal, quoted};

/// The columns whose words are found: the texts, but no addresses.
pub fn columns(table: &Table) -> Vec<&str> {
    let is_text = |shape| matches!(shape, Shape::Text | Shape::Texts);
    let texts = table
        .columns
        .iter()
        .filter(|column| is_text(column.shape) && column.name != "address");
    texts.map(|column| column.name.as_str()).collect()
}

/// The name of its full-text table; Datasette knows it by that of the table whose texts it reads.
pub fn name(table: &Table) -> String {
    format!("{}_fts", table.name)
}

/// What makes and fills the full-text table; nothing where there are no texts.
pub fn definition(table: &Table) -> Option<String> {
    let columns = columns(table);
    let (name, listed) = (
        quoted(&name(table)),
        columns.iter().map(|column| quoted(column)).collect::<Vec<_>>(),
    );
    (!columns.is_empty()).then(|| {
        format!(
            "CREATE VIRTUAL TABLE {name} USING fts5 ({}, content={}, tokenize='unicode61 remove_diacritics 2');\n\
             INSERT INTO {name} ({name}) VALUES ('rebuild');\nINSERT INTO {name} ({name}) VALUES ('optimize');",
            listed.join(", "),
            // Written so, Datasette finds out to which table it belongs.
            quoted(&table.name),
        )
    })
}

/// A query for `:words` in every text: each of them begins a word of the same row, as where words are typed in the page.
pub fn search(all: &[Table]) -> String {
    const MATCHED: &str = r#"'"' || replace(replace(trim(:words), '"', ''), ' ', '"* "') || '"*'"#;
    let of_table = |table: &Table| {
        let parents = table
            .columns
            .iter()
            .filter(|column| !column.targets().is_empty() && !column.is_list());
        let parents: Vec<String> = parents.map(|column| format!("own.{}", quoted(&column.name))).collect();
        let id = match (table.key, parents.as_slice()) {
            (Some(_), _) => format!("own.{}", quoted(table.key())),
            (None, []) => "own.rowid".to_owned(),
            (None, [one]) => one.clone(),
            (None, several) => format!("coalesce({})", several.join(", ")),
        };
        let fts = quoted(&name(table));
        format!(
            "SELECT {} AS \"table\", {id} AS id, snippet({fts}, -1, '', '', '…', 32) AS text, {fts}.rank AS rank\n\
             FROM {fts} JOIN {} AS own ON own.rowid = {fts}.rowid WHERE {fts} MATCH (SELECT words FROM typed)",
            literal(&table.name),
            quoted(&table.name),
        )
    };
    let tables = all.iter().filter(|table| !columns(table).is_empty());
    let parts: Vec<String> = tables.map(of_table).collect();
    format!(
        "WITH typed (words) AS (SELECT {MATCHED})\nSELECT \"table\", id, text FROM (\n{}\n)\nORDER BY rank, \"table\", id",
        parts.join("\nUNION ALL\n"),
    )
}
