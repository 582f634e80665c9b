//! The table as Markdown.

use crate::contestant::Contestant;
use crate::goal::{Goal, goals};
use crate::metric::{Metric, Results};
use crate::statistics::ratio;

/// The whole report; `circumstances` are lines on the machine and the run.
pub fn markdown(results: &Results, circumstances: &[String]) -> String {
    let mut lines = vec![
        "# The page beside what people would use instead".to_owned(),
        String::new(),
    ];
    lines.extend(circumstances.iter().map(|line| format!("- {line}")));
    lines.extend([
        String::new(),
        "Each cell is the median, the 95th percentile, and the median's ratio to that of the hand-written page (*plain*)."
            .to_owned(),
        "Less is better everywhere.".to_owned(),
    ]);
    for measures in results.sizes() {
        lines.extend([String::new(), format!("## {measures} measures"), String::new()]);
        lines.extend(table(results, measures));
        lines.extend(failures(results, measures));
    }
    lines.extend([String::new(), "## Goals".to_owned(), String::new()]);
    lines.extend(goal_table(&goals(results)));
    lines.extend([
        String::new(),
        "![Cost against measures](cost.svg)".to_owned(),
        String::new(),
    ]);
    lines.join("\n")
}

fn table(results: &Results, measures: usize) -> Vec<String> {
    let is_there = |page: &Contestant| results.outcome(measures, *page).is_some();
    let pages: Vec<Contestant> = Contestant::ALL.into_iter().filter(is_there).collect();
    let names: Vec<&str> = pages.iter().map(|page| page.name()).collect();
    let mut lines = vec![
        format!("| | {} |", names.join(" | ")),
        format!("|---|{}", "---|".repeat(pages.len())),
    ];
    for metric in Metric::ALL {
        let cells: Vec<String> = pages
            .iter()
            .map(|page| cell(results, measures, *page, *metric))
            .collect();
        if cells.iter().any(|cell| cell != "–") {
            let unit = match metric.unit() {
                "" => String::new(),
                unit => format!(", {unit}"),
            };
            lines.push(format!("| {}{unit} | {} |", metric.label(), cells.join(" | ")));
        }
    }
    lines
}

fn cell(results: &Results, measures: usize, page: Contestant, metric: Metric) -> String {
    let median = results.median(measures, page, metric);
    let Some((median, slow)) = median.zip(results.percentile_95(measures, page, metric)) else {
        return "–".to_owned();
    };
    let floor = results.median(measures, Contestant::Plain, metric);
    let times = floor
        .filter(|_| page != Contestant::Plain)
        .and_then(|floor| ratio(median, floor));
    let times = times.map_or_else(String::new, |times| format!(" ×{times:.2}"));
    let spread = if (slow - median).abs() < f64::EPSILON {
        String::new()
    } else {
        format!(" / {}", number(slow))
    };
    format!("{}{spread}{times}", number(median))
}

/// As exact as it is worth reading.
fn number(value: f64) -> String {
    match value.abs() {
        large if 100.0 <= large => format!("{value:.0}"),
        _ if value.fract() == 0.0 => format!("{value:.0}"),
        middle if 10.0 <= middle => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// Why pages were given up, each a paragraph.
fn failures(results: &Results, measures: usize) -> Vec<String> {
    let outcomes = results.0.iter().filter(|outcome| outcome.measures == measures);
    let lines = outcomes.filter_map(|outcome| {
        let failure = outcome.failure.as_ref()?;
        let what = if failure.is_wrong { "wrong" } else { "given up" };
        Some([
            String::new(),
            format!("**{}, {what}**: {}", outcome.page.name(), failure.says),
        ])
    });
    lines.flatten().collect()
}

fn goal_table(goals: &[Goal]) -> Vec<String> {
    let head = ["| measures | goal | at most | is | reached |", "|---|---|---|---|---|"];
    let line = |goal: &Goal| {
        let reached = match goal.is_reached() {
            Some(true) => "yes",
            Some(false) => "**no**",
            None => "not measured",
        };
        let value = goal.value.map_or_else(|| "–".to_owned(), number);
        let (measures, says, at_most) = (goal.measures, &goal.says, number(goal.at_most));
        format!("| {measures} | {says} | {at_most} | {value} | {reached} |")
    };
    head.into_iter()
        .map(str::to_owned)
        .chain(goals.iter().map(line))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::{Failure, Outcome, Samples};

    fn outcome(page: Contestant, values: &[f64]) -> Outcome {
        let mut samples = Samples::default();
        for value in values {
            samples.add(Metric::Usable, *value);
        }
        Outcome {
            measures: 74,
            page,
            samples,
            failure: values.is_empty().then(|| Failure {
                says: "nothing within 30 s".to_owned(),
                is_wrong: false,
            }),
        }
    }

    #[test]
    fn a_cell_says_median_percentile_and_ratio() {
        let results = Results(vec![
            outcome(Contestant::Ours, &[120.0, 100.0, 150.0]),
            outcome(Contestant::Plain, &[80.0]),
            outcome(Contestant::VisTimeline, &[]),
        ]);
        let text = markdown(&results, &["2 cores".to_owned()]);
        assert!(text.contains("| usable, ms | 120 / 150 ×1.50 | 80 | – |"), "{text}");
        assert!(
            text.contains("**vis-timeline, given up**: nothing within 30 s"),
            "{text}"
        );
        assert!(
            text.contains("| 74 | usable: median to the hand-written page's | 1.50 | 1.50 | yes |"),
            "{text}"
        );
    }
}
