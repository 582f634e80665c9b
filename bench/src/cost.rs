//! What an event costs: its time until the DOM is right and until that is painted, and what the main thread does for it.

use anyhow::{Context, Result};
use serde_json::Value;

use crate::metric::{Metric, Samples};

/// What the main thread has done, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Cpu {
    /// In all.
    pub task: f64,
    /// In scripts.
    pub script: f64,
    /// In style and layout.
    pub layout: f64,
}

/// Where the cost of a kind of event is kept.
#[derive(Debug)]
pub struct Costs {
    dom: Metric,
    paint: Metric,
    cpu: [Metric; 3],
}

/// What one event cost, in milliseconds.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// Until the DOM was right.
    pub dom: f64,
    /// Until that was painted.
    pub paint: f64,
    /// What the main thread did.
    pub cpu: Cpu,
}

/// A filter.
pub const FILTER: Costs = Costs {
    dom: Metric::FilterDom,
    paint: Metric::FilterPaint,
    cpu: [Metric::FilterCpu, Metric::FilterScript, Metric::FilterLayout],
};

/// A letter typed or deleted.
pub const KEY: Costs = Costs {
    dom: Metric::KeyDom,
    paint: Metric::KeyPaint,
    cpu: [Metric::KeyCpu, Metric::KeyScript, Metric::KeyLayout],
};

impl Cpu {
    /// Reads what `Performance.getMetrics` answers.
    ///
    /// # Errors
    /// When that is no list.
    pub fn of(answer: &Value) -> Result<Self> {
        let metrics = answer["metrics"].as_array().context("no metrics")?;
        let milliseconds = |name: &str| {
            let metric = metrics.iter().find(|metric| metric["name"] == name);
            1_000.0 * metric.and_then(|metric| metric["value"].as_f64()).unwrap_or_default()
        };
        Ok(Self {
            task: milliseconds("TaskDuration"),
            script: milliseconds("ScriptDuration"),
            layout: milliseconds("LayoutDuration") + milliseconds("RecalcStyleDuration"),
        })
    }

    /// What has been done since then.
    #[must_use]
    pub fn since(self, before: Self) -> Self {
        Self {
            task: self.task - before.task,
            script: self.script - before.script,
            layout: self.layout - before.layout,
        }
    }
}

impl Event {
    /// Adds what it cost to the samples.
    pub fn keep(&self, costs: &Costs, samples: &mut Samples) {
        samples.add(costs.dom, self.dom);
        samples.add(costs.paint, self.paint);
        let parts = [self.cpu.task, self.cpu.script, self.cpu.layout];
        for (metric, part) in costs.cpu.into_iter().zip(parts) {
            samples.add(metric, part);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn seconds_of_the_browser_are_milliseconds_and_what_was_before_does_not_count() {
        let at = |task: f64, layout: f64| {
            let metrics = json!([
                { "name": "TaskDuration", "value": task },
                { "name": "LayoutDuration", "value": layout },
                { "name": "RecalcStyleDuration", "value": 0.25 },
            ]);
            Cpu::of(&json!({ "metrics": metrics })).unwrap()
        };
        let cpu = at(2.0, 0.5).since(at(1.5, 0.25));
        assert_eq!((cpu.task, cpu.script, cpu.layout), (500.0, 0.0, 250.0));
        assert!(Cpu::of(&json!({})).is_err());
    }
}
