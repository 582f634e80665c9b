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
mod own_data;
mod paper;
mod parts;
mod presidency;
mod reader;
mod record;
mod share;
mod timeline;
mod views;
mod walk;

mod checks; // what several tests check in the same way

use e2e::reader::is_damage;
use e2e::{Engine, Test, When, is_thorough, pool};
use libtest_mimic::{Arguments, Trial};
use std::env;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// Each file with its tests.
const FILES: [(&str, &[&[Test]]); 19] = [
    ("as_of", &[as_of::IN_TURN, as_of::ELSEWHERE]),
    (
        "circumstances",
        &[
            circumstances::EVERYWHERE,
            circumstances::IN_TURN,
            circumstances::ONCE,
            circumstances::BEFORE_RELEASE,
            circumstances::ELSEWHERE,
            circumstances::OVER_HTTP,
        ],
    ),
    ("errors", &[errors::EVERYWHERE, errors::IN_TURN]),
    (
        "everyone",
        &[
            everyone::IN_TURN,
            everyone::ONCE,
            everyone::BEFORE_RELEASE,
            everyone::ELSEWHERE,
            everyone::FORCED_COLOURS,
        ],
    ),
    ("harness", &[harness::IN_TURN, harness::ONCE]),
    ("hostile", &[hostile::IN_TURN, hostile::ONCE, hostile::ELSEWHERE]),
    (
        "keyboard",
        &[keyboard::EVERYWHERE, keyboard::IN_TURN, keyboard::ELSEWHERE],
    ),
    (
        "layout",
        &[layout::ONCE, layout::IN_TURN, layout::IN_CHROMIUM, layout::IN_ANOTHER],
    ),
    (
        "machines",
        &[
            machines::EVERYWHERE,
            machines::IN_TURN,
            machines::ONCE,
            machines::ELSEWHERE,
            machines::PROTECTED,
        ],
    ),
    ("own_data", &[own_data::IN_TURN, own_data::COMPARED]),
    (
        "paper",
        &[paper::EVERYWHERE, paper::ONCE, paper::PRINTED, paper::PRINTED_IN_TURN],
    ),
    ("parts", &[parts::EVERYWHERE, parts::IN_TURN]),
    (
        "presidency",
        &[presidency::IN_TURN, presidency::ONCE, presidency::ELSEWHERE],
    ),
    ("reader", &[reader::EVERYWHERE, reader::ELSEWHERE]),
    (
        "record",
        &[record::EVERYWHERE, record::IN_TURN, record::ONCE, record::ELSEWHERE],
    ),
    (
        "share",
        &[share::EVERYWHERE, share::IN_TURN, share::ONCE, share::ELSEWHERE],
    ),
    ("timeline", &[timeline::EVERYWHERE, timeline::IN_TURN, timeline::ONCE]),
    ("views", &[views::IN_TURN, views::ELSEWHERE]),
    ("walk", &[walk::EVERYWHERE, walk::AT_A_DESK, walk::ON_A_PHONE]),
];

/// How many of the slowest tests are named at the end.
const SLOWEST: usize = 10;

/// More second starts than these are no accident of WebKitGTK's: it damages about one start in seventy.
const MOST_RESTARTS: usize = 6;

static TOOK: Mutex<Vec<(Duration, String)>> = Mutex::new(Vec::new());

fn main() -> ExitCode {
    let arguments = Arguments::from_args();
    let trials = trials(is_thorough() || arguments.filter.is_some());
    let conclusion = libtest_mimic::run(&arguments, trials);
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

/// `chromium::reader::a_name`: a test in an engine; of one engine alone where `E2E_ENGINE` names it. `is_whole` is whether those
/// in turn run in each of their engines.
fn trials(is_whole: bool) -> Vec<Trial> {
    let only = env::var("E2E_ENGINE").ok();
    let is_asked_for = |engine: &&Engine| only.as_ref().is_none_or(|only| only == engine.name());
    let tests = FILES
        .iter()
        .flat_map(|(file, lists)| lists.iter().copied().flatten().map(move |test| (*file, *test)));
    let mut turn = 0;
    tests
        .flat_map(|(file, test)| {
            turn += usize::from(test.when == When::InTurn);
            let engines = match test.when {
                When::InTurn if !is_whole => &test.engines[turn % test.engines.len()..][..1],
                When::BeforeRelease if !is_whole => &[],
                When::Always | When::InTurn | When::BeforeRelease => test.engines,
            };
            let asked_for = engines.iter().filter(is_asked_for);
            asked_for.map(move |engine| (file, test, *engine)).collect::<Vec<_>>()
        })
        .map(|(file, test, engine)| {
            let name = format!("{}::{file}::{}", engine.name(), test.name);
            Trial::test(name.clone(), move || {
                let begin = Instant::now();
                let result = match (test.run)(engine) {
                    // A fault of ours is there the second time too.
                    Err(error) if engine == Engine::WebKit && is_damage(&format!("{error:#}")) => {
                        pool::restarts().fetch_add(1, Ordering::Relaxed);
                        println!("tried once more, because the engine damaged the program: {error:#}");
                        (test.run)(engine)
                    }
                    result => result,
                };
                let mut took = TOOK.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                took.push((begin.elapsed(), name));
                result.map_err(|error| format!("{error:#}").into())
            })
        })
        .collect()
}
