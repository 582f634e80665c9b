//! Records into their tables.

use anyhow::{Context, Result, anyhow};
use iss_followup::domain::date::PartialDate;
use iss_followup::sheet::{Kind, Shape, is_no, items, sheet};
use rusqlite::types::Value;
use rusqlite::{Connection, Statement, params_from_iter};

use crate::table::{Column, Table, quoted};

/// Fills the tables.
pub struct Filler<'a> {
    tables: Vec<(&'a Table, Statement<'a>)>,
    /// How many rows each has.
    counts: Vec<i64>,
}

impl<'a> Filler<'a> {
    /// Begins with empty tables.
    ///
    /// # Errors
    /// When one of them is not there.
    pub fn new(tables: &'a [Table], to: &'a Connection) -> Result<Self> {
        let statement = |table: &'a Table| {
            let places = vec!["?"; table.names().len()].join(", ");
            let statement = to.prepare(&format!("INSERT INTO {} VALUES ({places})", quoted(&table.name)))?;
            Ok((table, statement))
        };
        Ok(Self {
            tables: tables.iter().map(statement).collect::<Result<_>>()?,
            counts: vec![0; tables.len()],
        })
    }

    /// How many measures there are so far.
    pub fn measures(&self) -> i64 {
        self.counts[Kind::Measures as usize]
    }

    /// Adds every record of a part of a dataset; the edition stands in what `is_rest`.
    ///
    /// # Errors
    /// When a record does not fit its table.
    pub fn add(&mut self, part: &serde_json::Value, is_rest: bool) -> Result<()> {
        for ((table, statement), count) in self.tables.iter_mut().zip(&mut self.counts) {
            if table.kind == Kind::Edition && !is_rest {
                continue;
            }
            for row in sheet(table.kind, part).rows {
                *count += 1;
                let mut values = Vec::new();
                for (column, cell) in table.columns.iter().zip(row.cells) {
                    add_values(column, cell, &mut values)?;
                }
                values.extend(table.key.map(|_| Value::Integer(*count)));
                let inserted = statement.execute(params_from_iter(values));
                inserted.map_err(|error| anyhow!("{} does not fit: {error}", table.name))?;
            }
        }
        Ok(())
    }
}

/// What a cell says, as the values of its columns.
fn add_values(column: &Column, cell: String, to: &mut Vec<Value>) -> Result<()> {
    let text = |cell: String| match cell.as_str() {
        "" if !column.is_needed || !column.targets().is_empty() => Value::Null,
        _ => Value::Text(cell),
    };
    match column.shape {
        Shape::Refs(_) | Shape::Texts | Shape::Pairs(_) => {
            to.push(Value::Text(serde_json::to_string(&items(column.shape, &cell))?));
        }
        Shape::Number if cell.is_empty() => to.push(Value::Null),
        Shape::Number => to.push(Value::Integer(
            cell.parse().with_context(|| format!("`{cell}` is no number"))?,
        )),
        Shape::YesNo => to.push(Value::Integer(i64::from(!cell.is_empty() && !is_no(&cell)))),
        Shape::Date if cell.is_empty() => to.extend([Value::Null, Value::Null, Value::Null]),
        Shape::Date => {
            let date: PartialDate = cell
                .parse()
                .map_err(|_| anyhow!("`{cell}` in {} is no date", column.name))?;
            let period = date.period();
            to.push(Value::Text(cell));
            to.extend([period.first(), period.last()].map(|day| Value::Text(day.to_string())));
        }
        _ => {
            to.push(text(cell));
            to.extend(column.names().iter().skip(1).map(|_| Value::Null));
        }
    }
    Ok(())
}
