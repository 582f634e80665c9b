//! The table as Markdown.

use crate::contestant::Contestant;
use crate::goal::{Goal, goals};
use crate::metric::{Metric, Results};
use crate::statistics::ratio;

/// The whole report; `circumstances` are lines on the machine and the run.
pub fn markdown(results: &Results, circumstances: &[String]) -> String {
    let mut text = "# The page beside what people would use instead\n\n".to_owned();
    for line in circumstances {
        text += &format!("- {line}\n");
    }
    text += "\nEach cell is the median, the 95th percentile, and the median's ratio to that of the hand-written page (*plain*).\n";
    text += "Less is better everywhere.\n";
    for measures in results.sizes() {
        text += &format!("\n## {measures} measures\n\n{}", table(results, measures));
        text += &failures(results, measures);
    }
    let goals = goal_table(&goals(results));
    format!("{text}\n## Goals\n\n{goals}\n![Cost against measures](cost.svg)\n")
}

fn table(results: &Results, measures: usize) -> String {
    let is_there = |page: &Contestant| results.outcome(measures, *page).is_some();
    let pages: Vec<Contestant> = Contestant::ALL.into_iter().filter(is_there).collect();
    let names: Vec<&str> = pages.iter().map(|page| page.name()).collect();
    let mut text = format!("| | {} |\n|---|{}\n", names.join(" | "), "---|".repeat(pages.len()));
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
            text += &format!("| {}{unit} | {} |\n", metric.label(), cells.join(" | "));
        }
    }
    text
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

fn failures(results: &Results, measures: usize) -> String {
    let outcomes = results.0.iter().filter(|outcome| outcome.measures == measures);
    let lines = outcomes.filter_map(|outcome| {
        let failure = outcome.failure.as_ref()?;
        let what = if failure.is_wrong { "wrong" } else { "given up" };
        Some(format!("\n**{}, {what}**: {}\n", outcome.page.name(), failure.says))
    });
    lines.collect()
}

fn goal_table(goals: &[Goal]) -> String {
    let mut text = "| measures | goal | at most | is | reached |\n|---|---|---|---|---|\n".to_owned();
    for goal in goals {
        let reached = match goal.is_reached() {
            Some(true) => "yes",
            Some(false) => "**no**",
            None => "not measured",
        };
        let value = goal.value.map_or_else(|| "–".to_owned(), number);
        text += &format!(
            "| {} | {} | {} | {value} | {reached} |\n",
            goal.measures,
            goal.says,
            number(goal.at_most)
        );
    }
    text
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
