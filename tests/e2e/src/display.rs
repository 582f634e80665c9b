//! A screen that nobody sees, for the engine that has no windowless mode.

use crate::driver;
use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};

/// Its width and height, in pixels.
pub const SCREEN_PX: (u32, u32) = (1600, 1200);

/// A running `Xvfb`; ended when dropped.
#[derive(Debug)]
pub struct Display {
    process: Child,
    name: String,
}

impl Display {
    /// Starts one, larger than any window of the tests; it chooses a free number itself.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start() -> Result<Display> {
        let mut command = Command::new("Xvfb");
        let screen = format!("{}x{}x24", SCREEN_PX.0, SCREEN_PX.1);
        command.args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp"]);
        command
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut process = command.spawn().context("Xvfb does not start")?;
        let mut number = String::new();
        if let Some(stdout) = process.stdout.take() {
            BufReader::new(stdout).read_line(&mut number)?;
        }
        let display = Display {
            process,
            name: format!(":{}", number.trim()),
        };
        ensure!(display.name.len() > 1, "Xvfb found no free display");
        Ok(display)
    }

    /// What `DISPLAY` must be for a program that is to show itself there.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        driver::end(&mut self.process);
    }
}
