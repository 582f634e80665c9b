//! Which measures belong to a Presidency, reckoned from the dataset in the page without the app's own code.
//!
//! A term begins and ends with a month, so every date is reckoned as the months that it reaches over.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use crate::checks::measures;
use anyhow::Result;
use serde_json::Value;
use std::collections::BTreeSet;

/// A Presidency, by its id, with the first and the last month of its term.
pub struct Presidency {
    pub id: &'static str,
    pub from: &'static str,
    pub to: &'static str,
}

/// Croatia's, from 1 January to 30 June 2020.
pub const HR: Presidency = Presidency {
    id: "HR",
    from: "2020-01",
    to: "2020-06",
};

/// The measures that the text counts among the Presidency's, or that have a dated fact wholly in its term.
pub fn measures_of(presidency: &Presidency) -> Result<BTreeSet<String>> {
    measures(|measure| {
        let named = list(measure, "presidencies").any(|named| named["id"] == presidency.id);
        let acted = list(measure, "state_of_play").any(|event| concerns(event, ("date", "end"), presidency));
        let planned = list(measure, "follow_up").any(|due| concerns(due, ("due", "due_end"), presidency));
        named || acted || planned
    })
}

fn list<'measure>(measure: &'measure Value, name: &str) -> impl Iterator<Item = &'measure Value> {
    measure[name].as_array().expect("a list").iter()
}

/// Whether an event or a commitment names the Presidency, or its date, or run of dates, lies wholly in the term.
fn concerns(fact: &Value, (start, end): (&str, &str), presidency: &Presidency) -> bool {
    let in_term = fact[start].as_str().is_some_and(|start| {
        let end = fact[end].as_str().unwrap_or(start);
        months(presidency.from).0 <= months(start).0 && months(end).1 <= months(presidency.to).1
    });
    fact["presidency"] == presidency.id || in_term
}

/// The first and the last month, counted through the years, of `2019-10-17`, `2019-10`, `2019-Q2`, `2019-H1` or `2019`.
fn months(date: &str) -> (u32, u32) {
    let mut parts = date.split('-');
    let year: u32 = parts.next().and_then(|year| year.parse().ok()).expect("a year");
    let (first, last) = match parts.next() {
        None => (1, 12),
        Some("H1") => (1, 6),
        Some("H2") => (7, 12),
        Some("Q1") => (1, 3),
        Some("Q2") => (4, 6),
        Some("Q3") => (7, 9),
        Some("Q4") => (10, 12),
        Some(month) => {
            let month = month.parse().expect("a month");
            (month, month)
        }
    };
    (year * 12 + first, year * 12 + last)
}
