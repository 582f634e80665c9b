//! What is measured, and what was.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::contestant::Contestant;
use crate::statistics;

/// Declares what is measured, each with its key in the raw numbers, its name and its unit.
macro_rules! metrics {
    ($($name:ident = $key:literal, $label:literal, $unit:literal;)+) => {
        /// Something that is measured; less is better of each.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Metric {
            $(#[doc = $label] $name,)+
        }

        impl Metric {
            /// Everything, in the order of the report.
            pub const ALL: &[Metric] = &[$(Metric::$name,)+];

            /// Its key in the raw numbers.
            pub fn key(self) -> &'static str {
                match self { $(Metric::$name => $key,)+ }
            }

            /// Its name in the report.
            pub fn label(self) -> &'static str {
                match self { $(Metric::$name => $label,)+ }
            }

            /// Its unit.
            pub fn unit(self) -> &'static str {
                match self { $(Metric::$name => $unit,)+ }
            }
        }
    };
}

metrics! {
    FileRaw = "file-raw", "file", "kB";
    FileGzip = "file-gzip", "file, gzip -9", "kB";
    FileBrotli = "file-brotli", "file, brotli", "kB";
    FirstPaint = "first-paint", "first contentful paint", "ms";
    Usable = "usable", "usable", "ms";
    RowsShown = "rows-shown", "the right rows stand in the page", "ms";
    FirstFilter = "first-filter", "the first filter is answered", "ms";
    LoadCpu = "load-cpu", "load, CPU of the main thread", "ms";
    FilterDom = "filter-dom", "filter, event to DOM", "ms";
    FilterPaint = "filter-paint", "filter, event to paint", "ms";
    FilterCpu = "filter-cpu", "filter, CPU of the main thread", "ms";
    FilterScript = "filter-script", "filter, script", "ms";
    FilterLayout = "filter-layout", "filter, style and layout", "ms";
    KeyDom = "key-dom", "key, event to DOM", "ms";
    KeyPaint = "key-paint", "key, event to paint", "ms";
    KeyCpu = "key-cpu", "key, CPU of the main thread", "ms";
    KeyScript = "key-script", "key, script", "ms";
    KeyLayout = "key-layout", "key, style and layout", "ms";
    ScrollDropped = "scroll-dropped", "scrolling, frames missed of 120", "";
    ScrollFrame = "scroll-frame", "scrolling, frame", "ms";
    TimelineOpened = "timeline-opened", "timeline, opened", "ms";
    PanDropped = "pan-dropped", "panning, frames missed of 60", "";
    PanHandled = "pan-handled", "panning, event handled", "ms";
    PanFrame = "pan-frame", "panning, frame", "ms";
    ZoomDropped = "zoom-dropped", "zooming, frames missed of 60", "";
    ZoomHandled = "zoom-handled", "zooming, event handled", "ms";
    ZoomFrame = "zoom-frame", "zooming, frame", "ms";
    Memory = "memory", "memory after collection", "MB";
    WasmMemory = "memory-wasm", "of it WebAssembly", "MB";
    PrivateMemory = "memory-private", "private memory of the renderer", "MB";
    LoadLongTasks = "load-long-tasks", "long tasks while loading", "";
    LoadLongest = "load-longest", "longest of them", "ms";
    UseLongTasks = "use-long-tasks", "long tasks while used", "";
    UseLongest = "use-longest", "longest of them", "ms";
}

/// What was measured of one page with one dataset, by metric.
#[derive(Clone, Debug, Default)]
pub struct Samples(BTreeMap<Metric, Vec<f64>>);

impl Samples {
    /// Adds what was measured once.
    pub fn add(&mut self, metric: Metric, value: f64) {
        self.0.entry(metric).or_default().push(value);
    }

    /// Adds everything that was measured in another visit.
    pub fn append(&mut self, other: Samples) {
        for (metric, values) in other.0 {
            self.0.entry(metric).or_default().extend(values);
        }
    }

    /// Everything of one metric.
    pub fn of(&self, metric: Metric) -> &[f64] {
        self.0.get(&metric).map_or(&[], Vec::as_slice)
    }
}

/// What became of one page with one dataset.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// How many measures the dataset has.
    pub measures: usize,
    /// Which page.
    pub page: Contestant,
    /// What was measured.
    pub samples: Samples,
    /// Why it was given up, where it was.
    pub failure: Option<Failure>,
}

/// Why a page was given up.
#[derive(Clone, Debug)]
pub struct Failure {
    /// In a sentence.
    pub says: String,
    /// Whether it showed something wrong; the others took too long.
    pub is_wrong: bool,
}

/// Everything that was measured.
#[derive(Clone, Debug, Default)]
pub struct Results(pub Vec<Outcome>);

/// One list of raw numbers, as it is written.
#[derive(Debug, Serialize)]
struct Raw<'a> {
    measures: usize,
    page: &'static str,
    metric: &'static str,
    unit: &'static str,
    median: Option<f64>,
    percentile_95: Option<f64>,
    values: &'a [f64],
}

impl Results {
    /// What became of that page with so many measures.
    pub fn outcome(&self, measures: usize, page: Contestant) -> Option<&Outcome> {
        let mut outcomes = self.0.iter();
        outcomes.find(|outcome| outcome.measures == measures && outcome.page == page)
    }

    /// The median, where it was measured.
    pub fn median(&self, measures: usize, page: Contestant, metric: Metric) -> Option<f64> {
        statistics::median(self.outcome(measures, page)?.samples.of(metric))
    }

    /// The 95th percentile, where it was measured.
    pub fn percentile_95(&self, measures: usize, page: Contestant, metric: Metric) -> Option<f64> {
        statistics::percentile_95(self.outcome(measures, page)?.samples.of(metric))
    }

    /// The numbers of measures, from the least on.
    pub fn sizes(&self) -> Vec<usize> {
        let mut sizes: Vec<usize> = self.0.iter().map(|outcome| outcome.measures).collect();
        sizes.sort_unstable();
        sizes.dedup();
        sizes
    }

    /// Every single number, as JSON.
    ///
    /// # Errors
    /// Never: only numbers and names are written.
    pub fn raw(&self) -> serde_json::Result<serde_json::Value> {
        let lists = self.0.iter().flat_map(|outcome| {
            outcome.samples.0.iter().map(|(metric, values)| Raw {
                measures: outcome.measures,
                page: outcome.page.name(),
                metric: metric.key(),
                unit: metric.unit(),
                median: statistics::median(values),
                percentile_95: statistics::percentile_95(values),
                values,
            })
        });
        serde_json::to_value(lists.collect::<Vec<_>>())
    }
}
