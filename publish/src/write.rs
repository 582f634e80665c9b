//! The database and its metadata as files.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result, bail};
use rusqlite::Connection;

use crate::fill::Filler;
use crate::full_text;
use crate::list::{lists, resolving};
use crate::metadata::metadata;
use crate::read::each_part;
use crate::table::{Table, tables};
use crate::views::{VIEWS, definition};
use crate::yaml::yaml;

/// How a database is built: the same bytes everywhere, and at once, since nobody else reads it yet.
const SETTINGS: &str =
    "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
    PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -262144; PRAGMA foreign_keys = OFF;";

/// Writes the database of a dataset, and its metadata. Gives the number of measures.
///
/// # Errors
/// When a file cannot be written, or the dataset does not fit.
pub fn publish(dataset: impl Read, file: &Path, metadata_file: &Path) -> Result<i64> {
    let stem = file
        .file_stem()
        .context("the database has no name")?
        .to_string_lossy()
        .into_owned();
    let unfinished = file.with_extension("unfinished");
    let remove = || match fs::remove_file(&unfinished) {
        Err(error) if unfinished.exists() => Err(error),
        _ => Ok(()),
    };
    remove().with_context(|| format!("{} cannot be replaced", unfinished.display()))?;
    let written = write(dataset, &unfinished, &stem);
    let (measures, text) = written.inspect_err(|_| drop(remove()))?;
    fs::rename(&unfinished, file).with_context(|| format!("{} cannot be written", file.display()))?;
    fs::write(metadata_file, text).with_context(|| format!("{} cannot be written", metadata_file.display()))?;
    Ok(measures)
}

fn write(dataset: impl Read, file: &Path, stem: &str) -> Result<(i64, String)> {
    let to = Connection::open(file).with_context(|| format!("{} cannot be written", file.display()))?;
    to.execute_batch(SETTINGS)?;
    let all = tables();
    to.execute_batch("BEGIN;")?;
    let measures = fill(dataset, &all, &to)?;
    check(&to)?;
    to.execute_batch("COMMIT; ANALYZE;")?;
    let text = yaml(&metadata(stem, &all, &to)?);
    to.close().map_err(|(_, error)| error)?;
    Ok((measures, text))
}

/// Makes everything and fills it; what is looked up only afterwards is made afterwards.
fn fill(dataset: impl Read, all: &[Table], to: &Connection) -> Result<i64> {
    let run = |sql: String| {
        to.execute_batch(&sql)
            .with_context(|| format!("this cannot be done: {sql}"))
    };
    all.iter().try_for_each(|table| run(table.definition(all)))?;
    lists(all).try_for_each(|list| run(list.definition(all)))?;
    let mut filler = Filler::new(all, to)?;
    each_part(dataset, &mut |part, is_rest| filler.add(part, is_rest))?;
    let measures = filler.measures();
    drop(filler);
    all.iter().flat_map(|table| resolving(table, all)).try_for_each(run)?;
    lists(all).try_for_each(|list| run(list.filling(all)))?;
    all.iter().flat_map(Table::indexes).try_for_each(run)?;
    lists(all)
        .flat_map(|list| list.indexes().collect::<Vec<_>>())
        .try_for_each(run)?;
    all.iter().filter_map(full_text::definition).try_for_each(run)?;
    VIEWS.iter().map(definition).try_for_each(run)?;
    Ok(measures)
}

/// Everything that is named is there.
fn check(database: &Connection) -> Result<()> {
    let mut check =
        database.prepare("SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2")?;
    let faults = check.query_map([], |row| {
        let (table, parent, count): (String, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(format!("{count} of {table} name what is not in {parent}"))
    })?;
    let faults: Vec<String> = faults.collect::<Result<_, _>>()?;
    if !faults.is_empty() {
        bail!("the dataset names what it does not have: {}", faults.join("; "));
    }
    Ok(())
}
