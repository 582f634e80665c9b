//! Published datasets: files in folders that are gone when their holder is.

use std::fs;
use std::path::PathBuf;

use e2e::temporary::TemporaryFolder;
use publish::write::publish;
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

/// A database with its metadata.
pub struct Published {
    folder: TemporaryFolder,
}

impl Published {
    /// That of a dataset.
    pub fn of(json: &str) -> Self {
        Self::tried(json).unwrap_or_else(|error| panic!("{error:#}"))
    }

    /// The same; the error where it does not fit.
    pub fn tried(json: &str) -> anyhow::Result<Self> {
        let published = Self {
            folder: TemporaryFolder::new()?,
        };
        publish(json.as_bytes(), &published.file(), &published.metadata())?;
        Ok(published)
    }

    /// The database.
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("followup.db")
    }

    /// What Datasette says of it.
    pub fn metadata(&self) -> PathBuf {
        self.folder.path().join("metadata.yaml")
    }

    /// Both, as they are.
    pub fn bytes(&self) -> [Vec<u8>; 2] {
        [self.file(), self.metadata()].map(|file| fs::read(file).expect("a file"))
    }

    /// The database, to be asked.
    pub fn open(&self) -> Connection {
        Connection::open_with_flags(self.file(), OpenFlags::SQLITE_OPEN_READ_ONLY).expect("a database")
    }
}

/// The rows of an answer, each value as text and nothing as an empty one.
#[track_caller]
pub fn rows(database: &Connection, sql: &str, named: &[(&str, &str)]) -> Vec<Vec<String>> {
    let mut statement = database.prepare(sql).unwrap_or_else(|error| panic!("{error}: {sql}"));
    for (name, value) in named {
        if let Some(place) = statement.parameter_index(name).expect("a name") {
            statement.raw_bind_parameter(place, value).expect("a text");
        }
    }
    let columns = statement.column_count();
    let mut answer = statement.raw_query();
    let mut rows = Vec::new();
    while let Some(row) = answer.next().expect("an answer") {
        let value = |place| match row.get(place).expect("a value") {
            Value::Null => String::new(),
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text,
            other => panic!("{other:?} is no value of ours"),
        };
        rows.push((0..columns).map(value).collect());
    }
    rows
}

/// The first column of an answer.
#[track_caller]
pub fn column(database: &Connection, sql: &str, named: &[(&str, &str)]) -> Vec<String> {
    let rows = rows(database, sql, named).into_iter();
    rows.map(|mut row| row.swap_remove(0)).collect()
}
