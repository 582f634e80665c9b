//! Every test that drives a browser, in one program: a browser stays open from one test to the next.

mod as_of;
mod circumstances;
mod errors;
mod everyone;
mod harness;
mod hostile;
mod keyboard;
mod layout;
mod machines;
mod paper;
mod presidency;
mod reader;
mod record;
mod share;
mod timeline;
mod views;
mod walk;

mod checks; // what several tests check in the same way

use e2e::{Engine, Test, pool};
use libtest_mimic::{Arguments, Trial};
use std::env;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// Each file with its tests.
const FILES: [(&str, &[&[Test]]); 17] = [
    ("as_of", &[as_of::EVERYWHERE, as_of::ELSEWHERE]),
    (
        "circumstances",
        &[
            circumstances::EVERYWHERE,
            circumstances::ONCE,
            circumstances::ELSEWHERE,
            circumstances::OVER_HTTP,
        ],
    ),
    ("errors", &[errors::EVERYWHERE]),
    (
        "everyone",
        &[
            everyone::EVERYWHERE,
            everyone::ONCE,
            everyone::ELSEWHERE,
            everyone::FORCED_COLOURS,
        ],
    ),
    ("harness", &[harness::EVERYWHERE, harness::ONCE]),
    ("hostile", &[hostile::EVERYWHERE, hostile::ONCE, hostile::ELSEWHERE]),
    ("keyboard", &[keyboard::EVERYWHERE, keyboard::ELSEWHERE]),
    ("layout", &[layout::EVERYWHERE]),
    ("machines", &[machines::EVERYWHERE, machines::ONCE, machines::PROTECTED]),
    ("paper", &[paper::EVERYWHERE, paper::ONCE, paper::PRINTED]),
    (
        "presidency",
        &[presidency::EVERYWHERE, presidency::ONCE, presidency::ELSEWHERE],
    ),
    ("reader", &[reader::EVERYWHERE, reader::ELSEWHERE]),
    ("record", &[record::EVERYWHERE, record::ONCE, record::ELSEWHERE]),
    ("share", &[share::EVERYWHERE, share::ONCE, share::ELSEWHERE]),
    ("timeline", &[timeline::EVERYWHERE, timeline::ONCE]),
    ("views", &[views::EVERYWHERE, views::ELSEWHERE]),
    ("walk", &[walk::EVERYWHERE, walk::AT_A_DESK, walk::ON_A_PHONE]),
];

/// How many of the slowest tests are named at the end.
const SLOWEST: usize = 10;

/// More second starts than these are no accident of WebKitGTK's: it damages about one start in seventy.
const MOST_RESTARTS: usize = 6;

static TOOK: Mutex<Vec<(Duration, String)>> = Mutex::new(Vec::new());

fn main() -> ExitCode {
    let conclusion = libtest_mimic::run(&Arguments::from_args(), trials());
    pool::close();
    let mut took = TOOK.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    took.sort();
    for (duration, name) in took.iter().rev().take(SLOWEST) {
        println!("{:6.1} s {name}", duration.as_secs_f64());
    }
    let restarts = pool::restarts().load(Ordering::Relaxed);
    println!("{restarts} starts of the page were tried again");
    if MOST_RESTARTS < restarts {
        return ExitCode::FAILURE;
    }
    conclusion.exit_code()
}

/// `chromium::reader::a_name`: a test in an engine; of one engine alone where `E2E_ENGINE` names it.
fn trials() -> Vec<Trial> {
    let only = env::var("E2E_ENGINE").ok();
    let is_asked_for = |engine: &&Engine| only.as_ref().is_none_or(|only| only == engine.name());
    let tests = FILES
        .iter()
        .flat_map(|(file, lists)| lists.iter().copied().flatten().map(move |test| (*file, *test)));
    tests
        .flat_map(|(file, test)| {
            test.engines
                .iter()
                .filter(is_asked_for)
                .map(move |engine| (file, test, *engine))
        })
        .map(|(file, test, engine)| {
            let name = format!("{}::{file}::{}", engine.name(), test.name);
            Trial::test(name.clone(), move || {
                let begin = Instant::now();
                let result = (test.run)(engine);
                let mut took = TOOK.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                took.push((begin.elapsed(), name));
                result.map_err(|error| format!("{error:#}").into())
            })
        })
        .collect()
}
