//! On what it was measured.

use anyhow::{Context, Result};
use std::fs;
use std::process::Command;
use std::thread;

/// The machine and the browser, as lines of the report.
///
/// # Errors
/// When the browser does not say its version.
pub fn described(browser: &str) -> Result<Vec<String>> {
    let cores = thread::available_parallelism()?;
    let model =
        field("/proc/cpuinfo", "model name").unwrap_or_else(|| "a processor that does not say its name".to_owned());
    let memory = field("/proc/meminfo", "MemTotal").unwrap_or_else(|| "unknown".to_owned());
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split_whitespace().next().unwrap_or("unknown").to_owned();
    let today = Command::new("date").args(["-u", "+%Y-%m-%d %H:%M UTC"]).output();
    let today = today.context("there is no `date`")?;
    Ok(vec![
        format!(
            "{}, begun with a load of {load}",
            String::from_utf8_lossy(&today.stdout).trim()
        ),
        format!("{cores} cores of {model}, memory {memory}, {}", std::env::consts::OS),
        browser.to_owned(),
    ])
}

/// What stands after the name of a field in one of the system's lists.
fn field(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    let line = text.lines().find(|line| line.starts_with(name))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

/// The private memory of the largest renderer that the browser has started, in bytes; nothing where the system does not
/// tell.
pub fn private_memory(browser: u32) -> Option<f64> {
    let processes = fs::read_dir("/proc").ok()?.flatten();
    let ids = processes.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let renderers = ids.filter(|id| is_renderer_of(*id, browser));
    renderers.filter_map(private_bytes).reduce(f64::max)
}

fn is_renderer_of(process: u32, browser: u32) -> bool {
    let command = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    let is_renderer = command
        .split(|byte| *byte == 0 || *byte == b' ')
        .any(|word| word == b"--type=renderer");
    is_renderer && is_below(process, browser)
}

/// Whether one process was started by another, through any number of others.
fn is_below(process: u32, ancestor: u32) -> bool {
    let parent = field(&format!("/proc/{process}/status"), "PPid").and_then(|id| id.parse::<u32>().ok());
    parent.is_some_and(|parent| parent == ancestor || (1 < parent && is_below(parent, ancestor)))
}

fn private_bytes(process: u32) -> Option<f64> {
    let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
    let lines = text.lines().filter(|line| line.starts_with("Private_"));
    let kilobytes = lines.filter_map(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    Some(1024.0 * kilobytes.sum::<f64>())
}
