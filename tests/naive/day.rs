//! What the JSON gives for one day: states, what is planned, and dates as text, of which the order of letters is the order
//! of time.

use std::collections::HashMap;
use std::sync::OnceLock;

use serde_json::Value;

use super::super::shipped;
use crate::walk::{list, text};

/// The day as of which the edition reports.
pub fn status_date() -> String {
    text(&shipped::json()["edition"], "status_date")
}

/// The first and the last day of a date such as `2019`, `2019-H1`, `2019-Q2`, `2019-10` or `2019-10-17`. A month that goes
/// on to its end goes on to a 31st, whether it has one or not: no day lies between.
pub fn days_of(date: &str) -> (String, String) {
    let (first, last) = match date.get(5..) {
        None => ("01-01", "12-31"),
        Some("H1") => ("01-01", "06-31"),
        Some("H2") => ("07-01", "12-31"),
        Some("Q1") => ("01-01", "03-31"),
        Some("Q2") => ("04-01", "06-31"),
        Some("Q3") => ("07-01", "09-31"),
        Some("Q4") => ("10-01", "12-31"),
        Some(month) if month.len() == 2 => return (format!("{date}-01"), format!("{date}-31")),
        Some(_) => return (date.to_owned(), date.to_owned()),
    };
    (format!("{}-{first}", &date[..4]), format!("{}-{last}", &date[..4]))
}

/// The first and the last day of what a line gives in these two fields.
pub fn days(line: &Value, from: &str, to: &str) -> Option<(String, String)> {
    let from = line[from].as_str()?;
    let to = line[to].as_str().unwrap_or(from);
    Some((days_of(from).0, days_of(to).1))
}

/// Whether a fact is still to come.
pub fn is_planned(event: &Value, as_of: &str) -> bool {
    days(event, "date", "end").is_some_and(|(first, _)| as_of < first.as_str())
}

/// The first day and the last of each later fact on a commitment, and the outcome that it shows.
type Later = HashMap<String, Vec<(String, String, Value)>>;

/// What became of each commitment after the record ends.
fn later_outcomes() -> &'static Later {
    static LATER: OnceLock<Later> = OnceLock::new();
    LATER.get_or_init(|| {
        let mut later = Later::new();
        let homes = ["reports", "measures"]
            .into_iter()
            .flat_map(|of| list(shipped::json(), of));
        for home in homes {
            for fact in home["since"].as_array().into_iter().flatten() {
                let (first, last) = days_of(&text(fact, "date"));
                for about in fact["about"].as_array().into_iter().flatten() {
                    let mut outcome = about["outcome"].clone();
                    if !outcome.is_null() {
                        outcome["date"] = fact["date"].clone();
                        let known = later.entry(text(about, "commitment")).or_default();
                        known.push((first.clone(), last.clone(), outcome));
                    }
                }
            }
        }
        for known in later.values_mut() {
            known.sort_by_key(|(first, last, _)| (first.clone(), last.clone()));
        }
        later
    })
}

/// The last of them that is known by that day.
pub fn later_outcome(commitment: &Value, as_of: &str) -> Option<&'static Value> {
    let known = later_outcomes().get(&text(commitment, "id"))?;
    let known = known
        .iter()
        .filter(|(_, last, _)| last.as_str() <= as_of && status_date().as_str() < as_of);
    known.map(|(.., outcome)| outcome).next_back()
}

/// The last date that was announced for a commitment after the record ends and by that day: its first day and its last.
pub fn announced(commitment: &Value, as_of: &str) -> Option<(String, String)> {
    let homes = ["reports", "measures"]
        .into_iter()
        .flat_map(|of| list(shipped::json(), of));
    let facts = homes.flat_map(|home| list(home, "since")).filter(|fact| {
        let (_, last) = days_of(&text(fact, "date"));
        let is_about = |of: &Value, field: &str| list(of, field).any(|id| *id == commitment["id"]);
        last.as_str() <= as_of && status_date().as_str() < as_of && is_about(&fact["new_due"], "commitments")
    });
    let last = facts.max_by_key(|fact| days_of(&text(fact, "date")))?;
    Some(days_of(&text(&last["new_due"], "due")))
}

/// What has come of a commitment by that day.
pub fn state(commitment: &Value, as_of: &str) -> String {
    let recorded = text(&commitment["outcome"], "state");
    let status_date = status_date();
    if as_of == status_date {
        return recorded;
    }
    if let Some(later) = later_outcome(commitment, as_of) {
        let checked = text(&shipped::json()["afterwards"], "checked");
        return match text(later, "state") {
            state if state == "open" && checked.as_str() < as_of => "unknown".to_owned(),
            state => state,
        };
    }
    let due = days(commitment, "due", "due_end");
    let is_over = due.as_ref().is_some_and(|(_, last)| last.as_str() < as_of);
    let is_later = status_date.as_str() < as_of;
    let is_told = match recorded.as_str() {
        "open" if is_later && (is_over || due.is_none()) => return "unknown".to_owned(),
        "open" | "overdue" => false,
        // No source says whether it had been done by then.
        "met" if commitment["outcome"]["date"].is_null() && is_over && !is_later => return "unknown".to_owned(),
        "unknown" => is_later || is_over || due.is_none(),
        _ => is_later || has_come_about(commitment, as_of),
    };
    match (is_told, is_over) {
        (true, _) => recorded,
        (false, true) => "overdue".to_owned(),
        (false, false) => "open".to_owned(),
    }
}

/// Whether something had come of it by that day.
fn has_come_about(commitment: &Value, as_of: &str) -> bool {
    let is_settled =
        ["met", "met-late", "changed", "dropped"].contains(&text(&commitment["outcome"], "state").as_str());
    let came = days(&commitment["outcome"], "date", "date_end");
    is_settled && came.is_some_and(|(first, _)| first.as_str() <= as_of)
}

/// Whether the reader of that day knows what the edition says of it.
pub fn is_known(commitment: &Value, as_of: &str) -> bool {
    status_date().as_str() <= as_of || has_come_about(commitment, as_of)
}

/// When something was due, and when something came of it as far as that is known.
pub fn dates_of_promise(commitment: &Value, as_of: &str) -> impl Iterator<Item = (String, String)> + use<> {
    let outcome = later_outcome(commitment, as_of).unwrap_or(&commitment["outcome"]);
    let came = days(outcome, "date", "date_end").filter(|_| is_known(commitment, as_of));
    days(commitment, "due", "due_end").into_iter().chain(came)
}
