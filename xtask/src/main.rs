//! Reads the command line of `cargo xtask`.

use clap::{Parser, Subcommand};
use std::process::ExitCode;
use xtask::{bench, compare, data, dist, exit_code, export, generate, publish, release, reproduce, root, serve, test};

/// Builds, serves, checks and releases the page.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show the page in a browser; rebuild and reload it when a file changes
    Serve(serve::Options),
    /// Build dist/iss-followup.html, the page as it is published
    Dist(dist::Options),
    /// Run the checks, and install what they need
    Test(test::Options),
    /// Check the files under public/data
    CheckData,
    /// Write the JSON Schema of the dataset, after its types have changed
    Schema,
    /// Write a dataset of any size, to see how the page copes with more data
    Generate(generate::Options),
    /// Write the dataset, or an empty template, as a spreadsheet, CSV files or JSON
    Export(export::Options),
    /// Write the record for others: as a database for SQLite and Datasette, a data package, a feed, a site
    Publish(publish::Options),
    /// Tell what is different between two datasets
    Compare(compare::Options),
    /// Measure the page in Chromium beside a hand-written one and three libraries
    Bench(bench::Options),
    /// Build the page twice from nothing, and compare the bytes
    Reproduce,
    /// Run every check, and put what is published with this version into dist/release
    Release,
}

fn main() -> ExitCode {
    let CommandLine { command } = CommandLine::parse();
    let result = root().and_then(|root| match command {
        Command::Serve(options) => serve::run(&root, &options),
        Command::Dist(options) => dist::run(&root, &options),
        Command::Test(options) => test::run(&root, &options),
        Command::CheckData => data::check(&root),
        Command::Schema => data::schema(&root, false),
        Command::Generate(options) => generate::run(&options),
        Command::Export(options) => export::run(&root, &options),
        Command::Compare(options) => compare::run(&options),
        Command::Publish(options) => publish::run(&root, &options),
        Command::Bench(options) => bench::run(&root, &options),
        Command::Reproduce => reproduce::run(&root),
        Command::Release => release::run(&root),
    });
    exit_code(&result)
}
