//! Every page as often as asked, one after the other, and what came of it.

use anyhow::{Context, Result};
use e2e::session::Session;
use e2e::{Engine, Setting, page};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::contestant::Contestant;
use crate::metric::{Failure, Metric, Outcome, Results, Samples};
use crate::right::Answers;
use crate::visit::{LOAD_LIMIT_MS, Visit};

/// The window, in CSS pixels.
const WINDOW_PX: (u32, u32) = (1440, 900);

/// Above so many bytes brotli is asked for less, because its best takes minutes.
const BEST_BROTLI_BYTES: usize = 8_000_000;

/// What is to be measured.
#[derive(Debug)]
pub struct Plan {
    /// Numbers of measures.
    pub sizes: Vec<usize>,
    /// How often each page is opened, beside a first time that is not counted.
    pub repetitions: usize,
    /// Which pages.
    pub pages: Vec<Contestant>,
    /// Where datasets and pages stand, and the report is written.
    pub folder: PathBuf,
}

impl Plan {
    /// The dataset with so many measures.
    pub fn dataset(&self, measures: usize) -> PathBuf {
        self.folder.join(format!("data/{measures}.json"))
    }

    /// The file of a page with so many measures.
    pub fn page(&self, measures: usize, page: Contestant) -> PathBuf {
        self.folder.join(format!("pages/{measures}/{}.html", page.name()))
    }

    /// Measures everything; a page that fails is not opened again with as many measures.
    ///
    /// # Errors
    /// When a file is missing or the browser does not start.
    pub fn run(&self) -> Result<Results> {
        let mut outcomes = Vec::new();
        for measures in &self.sizes {
            outcomes.extend(self.run_size(*measures)?);
        }
        Ok(Results(outcomes))
    }

    fn run_size(&self, measures: usize) -> Result<Vec<Outcome>> {
        let answers = self.answers(measures)?;
        let mut outcomes = Vec::new();
        for page in &self.pages {
            let mut samples = Samples::default();
            measure_file(&self.page(measures, *page), &mut samples)?;
            outcomes.push(Outcome {
                measures,
                page: *page,
                samples,
                failure: None,
            });
        }
        let mut window = None;
        // The first time around is not counted: it warms the disk and the browser.
        for repetition in 0..=self.repetitions {
            for outcome in outcomes.iter_mut().filter(|outcome| outcome.failure.is_none()) {
                let (taken, failure) = self.visit(measures, outcome.page, &answers, &mut window)?;
                let says = failure.as_ref().map_or("", |failure| failure.says.as_str());
                eprintln!(
                    "{measures} measures, {repetition} of {}: {} {says}",
                    self.repetitions,
                    outcome.page.name()
                );
                if 0 < repetition || failure.is_some() {
                    outcome.samples.append(taken);
                }
                outcome.failure = failure;
            }
        }
        Ok(outcomes)
    }

    /// What is right in the dataset with so many measures.
    fn answers(&self, measures: usize) -> Result<Answers> {
        let json = fs::read(self.dataset(measures)).with_context(|| format!("no dataset of {measures} measures"))?;
        let dataset = iss_followup::dataset::parse(&json).context("the dataset cannot be used")?;
        Ok(Answers::of(&dataset))
    }

    /// One visit, in the window that is open; one that failed is closed, because a page that hangs takes its browser with it.
    fn visit(
        &self,
        measures: usize,
        page: Contestant,
        answers: &Answers,
        window: &mut Option<Session>,
    ) -> Result<(Samples, Option<Failure>)> {
        let file = page::existing(&self.page(measures, page))?;
        let address = page::address(&file);
        let session = match window.take() {
            Some(open) => open,
            None => open_window()?,
        };
        let visit = Visit {
            session: &session,
            page,
            address: &address,
            answers,
        };
        let (samples, failure) = visit.measure();
        *window = failure.is_none().then_some(session);
        Ok((samples, failure))
    }
}

/// What the browser calls itself.
///
/// # Errors
/// When it does not start.
pub fn browser() -> Result<String> {
    let session = Session::open(Engine::Chromium, Setting::Light)?;
    let version = session.developer_command("Browser.getVersion", &serde_json::json!({}))?;
    Ok(version["product"].as_str().unwrap_or("an unknown browser").to_owned())
}

fn open_window() -> Result<Session> {
    let session = Session::open(Engine::Chromium, Setting::Light)?;
    session.resize(WINDOW_PX.0, WINDOW_PX.1)?;
    session.wait_for_answers(Duration::from_millis(u64::from(LOAD_LIMIT_MS) * 5 / 4))?;
    Ok(session)
}

fn measure_file(file: &Path, samples: &mut Samples) -> Result<()> {
    const KILOBYTE: f64 = 1_000.0;
    let bytes = fs::read(file).with_context(|| format!("no page {}", file.display()))?;
    #[expect(clippy::cast_precision_loss, reason = "no file is so large")]
    let mut add = |metric, length: usize| samples.add(metric, length as f64 / KILOBYTE);
    add(Metric::FileRaw, bytes.len());
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    add(Metric::FileGzip, gzip.finish()?.len());
    let quality = if bytes.len() <= BEST_BROTLI_BYTES { 11 } else { 5 };
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin: 24,
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut packed, &parameters)?;
    add(Metric::FileBrotli, packed.len());
    Ok(())
}
