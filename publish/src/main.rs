//! Writes a database of the dataset that comes in: started by `cargo xtask publish`.

use anyhow::{Context, Result, bail};
use publish::write::publish;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs, io};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let words: Vec<String> = env::args().skip(1).collect();
    let [file, metadata] = words.as_slice() else {
        bail!("start this as `cargo xtask publish`");
    };
    let began = Instant::now();
    let measures = publish(io::stdin().lock(), Path::new(file), Path::new(metadata))?;
    let megabytes = fs::metadata(file).context("the database is gone")?.len() / 1_000_000;
    println!(
        "{file}: {measures} measures, {megabytes} MB, in {:.1} s",
        began.elapsed().as_secs_f32()
    );
    println!("{metadata}: what Datasette says of it; datasette {file} --metadata {metadata}");
    Ok(())
}
