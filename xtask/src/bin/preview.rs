//! Builds the page for `cargo xtask serve`. A program of its own, because a change to the code changes what packs the page too.

use std::env;
use std::process::ExitCode;
use xtask::serve::preview;
use xtask::{exit_code, root};

fn main() -> ExitCode {
    let keeps_program = env::args().nth(1).is_some_and(|word| word == preview::KEEP_PROGRAM);
    exit_code(&root().and_then(|root| preview::build(&root, keeps_program)))
}
