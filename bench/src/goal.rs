//! What is to be reached, held against what was measured.

use serde::Serialize;

use crate::contestant::Contestant::{self, Ours, Plain};
use crate::metric::{Metric, Results};
use crate::statistics::ratio;

/// One goal, and how far it was reached.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Goal {
    /// With how many measures.
    pub measures: usize,
    /// What is held against what.
    pub says: String,
    /// What it may be at most.
    pub at_most: f64,
    /// What it is; nothing where it was not measured.
    pub value: Option<f64>,
}

impl Goal {
    /// Whether it was reached, where that is known.
    pub fn is_reached(&self) -> Option<bool> {
        Some(self.value? <= self.at_most)
    }
}

const SMALL: usize = 74;
const LARGE: usize = 10_000;
const LARGEST: usize = 100_000;

/// Every goal that can be held against these results.
pub fn goals(results: &Results) -> Vec<Goal> {
    let measured = results.sizes();
    let all = [small(results), large(results), largest(results)].concat();
    all.into_iter()
        .filter(|goal| measured.contains(&goal.measures))
        .collect()
}

fn small(results: &Results) -> Vec<Goal> {
    let ratios = [
        (Metric::FirstPaint, 1.2),
        (Metric::Usable, 1.5),
        (Metric::FilterDom, 1.0),
        (Metric::KeyDom, 1.0),
        (Metric::Memory, 2.0),
    ];
    let mut goals: Vec<Goal> = ratios
        .iter()
        .map(|(metric, at_most)| of_medians(results, SMALL, *metric, *at_most))
        .collect();
    for (metric, _) in ratios {
        let peers = Contestant::ALL.into_iter().filter(|page| ![Ours, Plain].contains(page));
        let medians = peers.filter_map(|page| results.median(SMALL, page, metric));
        let best = medians.reduce(f64::min);
        goals.push(Goal {
            measures: SMALL,
            says: format!("{}: median to that of the best peer", metric.label()),
            at_most: 1.0,
            value: results
                .median(SMALL, Ours, metric)
                .zip(best)
                .and_then(|(own, best)| ratio(own, best)),
        });
    }
    for (metric, at_most) in [(Metric::FileRaw, 1_500.0), (Metric::FileGzip, 350.0)] {
        goals.push(Goal {
            measures: SMALL,
            says: format!("{}, in kB", metric.label()),
            at_most,
            value: results.median(SMALL, Ours, metric),
        });
    }
    goals
}

fn large(results: &Results) -> Vec<Goal> {
    let mut goals = Vec::new();
    for (metric, at_most) in [(Metric::FilterDom, 1.0), (Metric::KeyDom, 0.7)] {
        goals.push(of_medians(results, LARGE, metric, at_most));
        let slow = |page| results.percentile_95(LARGE, page, metric);
        goals.push(Goal {
            measures: LARGE,
            says: format!("{}: 95th percentile to the hand-written page's", metric.label()),
            at_most,
            value: slow(Ours).zip(slow(Plain)).and_then(|(own, other)| ratio(own, other)),
        });
        let own = |measures| results.median(measures, Ours, metric);
        goals.push(Goal {
            measures: LARGE,
            says: format!("{}: median to its own with {SMALL} measures", metric.label()),
            at_most: 1.5,
            value: own(LARGE)
                .zip(own(SMALL))
                .and_then(|(large, small)| ratio(large, small)),
        });
    }
    goals.push(of_medians(results, LARGE, Metric::Usable, 1.2));
    for metric in [Metric::ScrollDropped, Metric::PanDropped, Metric::ZoomDropped] {
        let own = results.median(LARGE, Ours, metric);
        goals.extend(results.median(LARGE, Plain, metric).map(|at_most| Goal {
            measures: LARGE,
            says: format!("{}, beside the hand-written page", metric.label()),
            at_most,
            value: own,
        }));
    }
    goals
}

fn largest(results: &Results) -> Vec<Goal> {
    let own = |metric: Metric| results.outcome(LARGEST, Ours).map(|outcome| outcome.samples.of(metric));
    vec![
        of_medians(results, LARGEST, Metric::FilterDom, 0.5),
        of_medians(results, LARGEST, Metric::KeyDom, 0.5),
        of_medians(results, LARGEST, Metric::Memory, 1.0),
        Goal {
            measures: LARGEST,
            says: "longest task while used, in ms".to_owned(),
            at_most: 200.0,
            value: own(Metric::UseLongest).and_then(|longest| longest.iter().copied().reduce(f64::max)),
        },
    ]
}

fn of_medians(results: &Results, measures: usize, metric: Metric, at_most: f64) -> Goal {
    let median = |page| results.median(measures, page, metric);
    Goal {
        measures,
        says: format!("{}: median to the hand-written page's", metric.label()),
        at_most,
        value: median(Ours)
            .zip(median(Plain))
            .and_then(|(own, other)| ratio(own, other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::{Outcome, Samples};

    fn results(ours: f64, plain: f64) -> Results {
        let outcome = |page, value| {
            let mut samples = Samples::default();
            for metric in Metric::ALL {
                samples.add(*metric, value);
            }
            Outcome {
                measures: SMALL,
                page,
                samples,
                failure: None,
            }
        };
        Results(vec![outcome(Ours, ours), outcome(Plain, plain)])
    }

    #[test]
    fn a_goal_is_reached_by_the_ratio_of_the_medians() {
        let goals = goals(&results(11.0, 10.0));
        let find = |label: &str| goals.iter().find(|goal| goal.says.starts_with(label)).unwrap();
        assert_eq!(find("first contentful paint").value, Some(1.1));
        assert_eq!(find("first contentful paint").is_reached(), Some(true));
        assert_eq!(find("filter, event to DOM").is_reached(), Some(false));
    }

    #[test]
    fn what_was_not_measured_is_neither_reached_nor_missed() {
        let goals = goals(&results(11.0, 10.0));
        let beside_peers = goals.iter().find(|goal| goal.says.contains("best peer")).unwrap();
        assert_eq!(beside_peers.is_reached(), None);
        assert!(goals.iter().all(|goal| goal.measures == SMALL));
    }
}
