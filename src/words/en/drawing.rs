//! The timeline: its marks, lanes and key.

/// The days that are marked: the status date, the day it is shown as of, today.
pub const DAYS: [&str; 3] = ["status date", "as of", "today"];

/// The row of the measure itself.
pub const THIS_MEASURE: &str = "this measure";

/// What circles, diamonds, squares and flags stand for, and hollow marks.
pub const KEY: [&str; 5] = [
    "meeting, discussion",
    "adoption, legal act",
    "report, document",
    "deadline",
    "hollow: planned, or not reported done",
];

/// What the lines between marks stand for.
pub const KEY_LINES: &str = "thin bar: range · dashed line: past due, or put off · solid line: came late";

/// `status date, 3 Feb 2020`.
pub fn named_day(name: &str, day: &str) -> String {
    format!("{name}, {day}")
}

/// `Trio RO-FI-HR`, of a group of periods.
pub fn trio(group: &str, name: &str) -> String {
    format!("{group} {name}")
}

/// `adoption`, `meeting, planned`.
pub fn event(kind: &str, is_planned: bool) -> String {
    let planned = if is_planned { ", planned" } else { "" };
    format!("{kind}{planned}")
}

/// `commitment, open`.
pub fn commitment(state: &str) -> String {
    format!("commitment, {state}")
}

/// The accessible name of a mark with one fact.
pub fn one_fact([date, kind, text, who, place, source]: [&str; 6]) -> String {
    let who = if who.is_empty() {
        String::new()
    } else {
        format!(" {who}.")
    };
    format!("{date}: {kind}. {}.{who} {place}; {source}", text.trim_end_matches('.'))
}

/// The accessible name of a mark with several facts, of which some are named.
pub fn several_facts(count: usize, named: &[String]) -> String {
    let rest = count.saturating_sub(named.len());
    let rest = if rest == 0 {
        String::new()
    } else {
        format!(" And {rest} more.")
    };
    format!("{count} facts. {}{rest}", named.join(" "))
}
