//! One page opened with everything done to it that is measured: once for most of it, and once more for each time that begins
//! with the page.

use anyhow::{Context, Result, anyhow, bail};
use e2e::session::Session;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::contestant::Contestant;
use crate::cost::{Cpu, Event, FILTER, KEY};
use crate::machine;
use crate::metric::{Failure, Metric, Samples};
use crate::right::{Answers, CHOSEN, Held, Right};

/// What runs in every page before the page itself.
const OBSERVER: &str = include_str!("../pages/observer.js");

/// How long a page may take to be usable, in milliseconds.
pub const LOAD_LIMIT_MS: u32 = 40_000;

/// How long it may take to show what is right after an event.
const LIMIT_MS: u32 = 10_000;

/// How often the Presidency is chosen and let go of in one visit.
const ROUNDS: usize = 3;

/// What is opened, and what it must show.
pub struct Visit<'a> {
    /// The window.
    pub session: &'a Session,
    /// Which page.
    pub page: Contestant,
    /// Its address, without a fragment.
    pub address: &'a str,
    /// What is right.
    pub answers: &'a Answers,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Loaded {
    usable: Option<f64>,
    first_paint: Option<f64>,
    #[serde(flatten)]
    held: Held,
}

/// The rows with which a page begins.
#[derive(Deserialize)]
struct Begun {
    time: Option<f64>,
    #[serde(flatten)]
    held: Held,
}

#[derive(Deserialize)]
struct Shown {
    dom: Option<f64>,
    paint: Option<f64>,
    #[serde(flatten)]
    held: Held,
}

#[derive(Deserialize)]
struct Frames {
    times: Vec<f64>,
    handled: Vec<f64>,
    dropped: f64,
}

#[derive(Deserialize)]
struct Scrolled {
    #[serde(flatten)]
    frames: Frames,
    last: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Moved {
    opened: f64,
    pan: Frames,
    zoom: Frames,
    has_panned: bool,
    has_zoomed: bool,
}

impl Visit<'_> {
    /// Opens the page and does everything. What was measured before a failure is kept.
    pub fn measure(&self) -> (Samples, Option<Failure>) {
        let mut samples = Samples::default();
        let failure = match self.all(&mut samples) {
            Ok(()) => None,
            Err(error) => Some(error.downcast::<Wrong>().map_or_else(
                |error| {
                    // The report says only what failed; why, whoever waits for it may want to know.
                    eprintln!("{error:#}");
                    Failure {
                        says: error.to_string(),
                        is_wrong: false,
                    }
                },
                |wrong| Failure {
                    says: wrong.0,
                    is_wrong: true,
                },
            )),
        };
        (samples, failure)
    }

    fn all(&self, samples: &mut Samples) -> Result<()> {
        if self.page.has_rows() {
            let [all, chosen] = self.answers.begin(self.page);
            self.begin(all, None, Metric::RowsShown, samples)?;
            self.begin(chosen, Some(CHOSEN), Metric::FirstFilter, samples)?;
        }
        self.observed(&Value::Null, || self.load(samples).and_then(|()| self.use_it(samples)))
    }

    /// Opens the page at its default selection, and waits until the right rows stand there: as they are, or with a Presidency
    /// that is chosen as soon as it can be.
    fn begin(&self, right: &Right, chosen: Option<&str>, metric: Metric, samples: &mut Samples) -> Result<()> {
        let begin = json!({ "right": right.look(self.page), "chosen": chosen });
        self.observed(&begin, || {
            self.session.go_to("about:blank")?;
            self.open(self.address)?;
            let shown: Begun = self.ask("return bench.begun()", &[])?;
            let Some(time) = shown.time else {
                let when = chosen.map_or_else(|| "at first".to_owned(), |chosen| format!("after {chosen} at first"));
                bail!("{}", self.late(&when, LOAD_LIMIT_MS, &shown.held));
            };
            right
                .check_rows(self.page, &shown.held)
                .map_err(|says| anyhow!(Wrong(says)))?;
            samples.add(metric, time);
            Ok(())
        })
    }

    /// Does something with pages in which the observer runs.
    fn observed(&self, begin: &Value, act: impl FnOnce() -> Result<()>) -> Result<()> {
        let all = self.answers.all.look(self.page);
        let plan = json!({
            "page": self.page.name(), "all": all, "begin": begin, "loadLimit": LOAD_LIMIT_MS, "limit": LIMIT_MS,
        });
        let source = OBSERVER.replace("{{plan}}", &serde_json::to_string(&plan)?);
        let script = self.command("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": source }))?;
        let done = act();
        // The next page brings a script of its own.
        let taken = self.command(
            "Page.removeScriptToEvaluateOnNewDocument",
            &json!({ "identifier": script["identifier"] }),
        );
        done.and(taken.map(drop))
    }

    fn open(&self, address: &str) -> Result<()> {
        self.session.go_to(address).with_context(|| {
            let name = self.page.name();
            format!("{name} did not load within the minute that the browser is given")
        })
    }

    fn load(&self, samples: &mut Samples) -> Result<()> {
        self.session.go_to("about:blank")?;
        self.command("Performance.enable", &json!({}))?;
        self.command("HeapProfiler.collectGarbage", &json!({}))?;
        let before = self.cpu()?.task;
        self.open(&format!("{}{}", self.address, self.page.fragment()))?;
        let loaded: Loaded = self.ask("return bench.load()", &[])?;
        let Some(usable) = loaded.usable else {
            bail!("{}", self.late("when it was opened", LOAD_LIMIT_MS, &loaded.held));
        };
        self.check(&self.answers.all, &loaded.held)?;
        samples.add(Metric::Usable, usable);
        if let Some(first) = loaded.first_paint {
            samples.add(Metric::FirstPaint, first);
        }
        // A page in a process of its own begins to count anew.
        let after = self.cpu()?.task;
        samples.add(Metric::LoadCpu, if before <= after { after - before } else { after });
        self.long_tasks([Metric::LoadLongTasks, Metric::LoadLongest], samples)?;
        self.memory(samples)
    }

    fn use_it(&self, samples: &mut Samples) -> Result<()> {
        for _ in 0..ROUNDS {
            for right in [&self.answers.chosen, &self.answers.all] {
                let look = json!(right.look(self.page));
                let shown = self.event("return bench.filter(...arguments)", &[json!(CHOSEN), look], right)?;
                shown.keep(&FILTER, samples);
            }
        }
        for step in self.answers.typing(self.page) {
            let look = json!(step.right.look(self.page));
            let shown = self.event(
                "return bench.type(...arguments)",
                &[json!(step.typed), look],
                &step.right,
            )?;
            if step.is_change {
                shown.keep(&KEY, samples);
            }
        }
        self.scroll(samples)?;
        self.move_timeline(samples)?;
        self.long_tasks([Metric::UseLongTasks, Metric::UseLongest], samples)
    }

    fn event(&self, script: &str, arguments: &[Value], right: &Right) -> Result<Event> {
        let before = self.cpu()?;
        let shown: Shown = self.ask(script, arguments)?;
        let after = self.cpu()?;
        let Some((dom, paint)) = shown.dom.zip(shown.paint) else {
            bail!(
                "{}",
                self.late(&format!("after {}", arguments[0]), LIMIT_MS, &shown.held)
            );
        };
        self.check(right, &shown.held)?;
        Ok(Event {
            dom,
            paint,
            cpu: after.since(before),
        })
    }

    fn scroll(&self, samples: &mut Samples) -> Result<()> {
        if !self.page.has_rows() {
            return Ok(());
        }
        let scrolled: Scrolled = self.ask("return bench.scroll(...arguments)", &[json!(self.answers.all.last())])?;
        if scrolled.last.as_deref() != self.answers.all.last() {
            let name = self.page.name();
            let (last, right) = (scrolled.last, self.answers.all.last());
            bail!(Wrong(format!(
                "{name} ends with {last:?} when it is scrolled to its end, not with {right:?}"
            )));
        }
        samples.add(Metric::ScrollDropped, scrolled.frames.dropped);
        for time in scrolled.frames.times {
            samples.add(Metric::ScrollFrame, time);
        }
        Ok(())
    }

    fn move_timeline(&self, samples: &mut Samples) -> Result<()> {
        if !self.page.has_timeline() {
            return Ok(());
        }
        let moved: Moved = self.ask("return bench.timeline()", &[])?;
        if !moved.has_panned || !moved.has_zoomed {
            let name = self.page.name();
            bail!(Wrong(format!(
                "the timeline of {name} did not follow the pointer and the wheel"
            )));
        }
        samples.add(Metric::TimelineOpened, moved.opened);
        for (frames, dropped, handled, frame) in [
            (moved.pan, Metric::PanDropped, Metric::PanHandled, Metric::PanFrame),
            (moved.zoom, Metric::ZoomDropped, Metric::ZoomHandled, Metric::ZoomFrame),
        ] {
            samples.add(dropped, frames.dropped);
            frames.handled.into_iter().for_each(|time| samples.add(handled, time));
            frames.times.into_iter().for_each(|time| samples.add(frame, time));
        }
        Ok(())
    }

    fn long_tasks(&self, [number, longest]: [Metric; 2], samples: &mut Samples) -> Result<()> {
        let tasks: Vec<(f64, f64)> = self.ask("return bench.longTasks()", &[])?;
        #[expect(clippy::cast_precision_loss, reason = "no page has so many tasks")]
        samples.add(number, tasks.len() as f64);
        samples.add(longest, tasks.iter().map(|(_, duration)| *duration).fold(0.0, f64::max));
        Ok(())
    }

    /// What is kept alive: objects, what the DOM needs for them, and buffers, of which the program's memory is one.
    fn memory(&self, samples: &mut Samples) -> Result<()> {
        const MEGABYTE: f64 = 1_000_000.0;
        for _ in 0..2 {
            self.command("HeapProfiler.collectGarbage", &json!({}))?;
        }
        let heap = self.command("Runtime.getHeapUsage", &json!({}))?;
        let bytes = |name: &str| heap[name].as_f64().unwrap_or_default();
        let wasm: f64 = self.ask("return bench.wasmBytes()", &[])?;
        let buffers = bytes("backingStorageSize").max(wasm);
        let all = bytes("usedSize") + bytes("embedderHeapUsedSize") + buffers;
        samples.add(Metric::Memory, all / MEGABYTE);
        if 0.0 < wasm {
            samples.add(Metric::WasmMemory, wasm / MEGABYTE);
        }
        let browser = self.session.browser_process();
        if let Some(private) = browser.and_then(machine::private_memory) {
            samples.add(Metric::PrivateMemory, private / MEGABYTE);
        }
        Ok(())
    }

    fn cpu(&self) -> Result<Cpu> {
        Cpu::of(&self.command("Performance.getMetrics", &json!({}))?)
    }

    fn check(&self, right: &Right, held: &Held) -> Result<()> {
        right.check(self.page, held).map_err(|says| anyhow!(Wrong(says)))
    }

    fn late(&self, when: &str, limit_ms: u32, held: &Held) -> String {
        let (name, seconds) = (self.page.name(), limit_ms / 1_000);
        let rows = held.rows.split_whitespace().count();
        let count = held.count;
        format!(
            "{name} did not show what is right within {seconds} s {when}; then it counted {count:?} and had {rows} rows"
        )
    }

    /// What a script in the page answers, at once or later.
    fn ask<T: DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Result<T> {
        let body = format!(
            "const done = arguments[arguments.length - 1];
             const work = async function () {{ {script} }};
             work(...[...arguments].slice(0, -1)).then(done, (error) => done({{ threw: String(error) }}));"
        );
        let answer = self.session.script_with_answer(&body, arguments).with_context(|| {
            let name = self.page.name();
            format!("{name} did not answer within the minute that the browser is given")
        })?;
        if let Some(threw) = answer["threw"].as_str() {
            bail!("a script in the page failed: {threw}");
        }
        Ok(serde_json::from_value(answer)?)
    }

    fn command(&self, name: &'static str, parameters: &Value) -> Result<Value> {
        self.session.developer_command(name, parameters)
    }
}

/// A page showed something wrong.
#[derive(Debug)]
struct Wrong(String);

impl std::fmt::Display for Wrong {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Wrong {}
