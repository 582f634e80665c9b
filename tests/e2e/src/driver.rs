//! The running driver process: a free port, what it and its browser print, and a sure end.

use crate::temporary::TemporaryFolder;
use anyhow::{Context, Result, bail};
use std::io::{BufRead, BufReader, Read};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

const START_LIMIT: Duration = Duration::from_secs(30);
const END_LIMIT: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(20);

/// A driver process with all that it started; ended when dropped.
#[derive(Debug)]
pub struct Driver {
    process: Child,
    port: u16,
    printed: Arc<Mutex<Vec<String>>>,
    // Held so that the browser has it, and nothing of the browser is left behind.
    _folder: TemporaryFolder,
}

impl Driver {
    /// Starts the driver and waits until it listens.
    ///
    /// # Errors
    /// When no port is free, the program does not start, ends at once, or does not listen in time.
    pub fn start(command: impl FnOnce(u16) -> Command) -> Result<Driver> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let folder = TemporaryFolder::new()?;
        let mut command = command(port);
        command.env("TMPDIR", folder.path());
        // A group of its own, so that the browser and its helpers can be ended with it.
        command
            .process_group(0)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut process = command
            .spawn()
            .with_context(|| format!("{} does not start", command.get_program().display()))?;
        let printed = Arc::default();
        keep_lines(process.stdout.take(), &printed);
        keep_lines(process.stderr.take(), &printed);
        let mut driver = Driver {
            process,
            port,
            printed,
            _folder: folder,
        };
        driver.wait_until_it_listens()?;
        Ok(driver)
    }

    /// Where the driver takes WebDriver commands.
    pub fn address(&self) -> String {
        format!("http://{}:{}", Ipv4Addr::LOCALHOST, self.port)
    }

    /// The lines that the driver and its browser have printed so far.
    pub fn printed(&self) -> Vec<String> {
        self.printed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn wait_until_it_listens(&mut self) -> Result<()> {
        let deadline = Instant::now() + START_LIMIT;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if let Some(status) = self.process.try_wait()? {
                bail!("the driver ended with {status}:\n{}", self.printed().join("\n"));
            }
            if Instant::now() > deadline {
                bail!(
                    "the driver did not listen within {START_LIMIT:?}:\n{}",
                    self.printed().join("\n")
                );
            }
            thread::sleep(PAUSE);
        }
        Ok(())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

/// Ends a process that leads its group, and then what is left of the group.
pub(crate) fn end(process: &mut Child) {
    // The polite way first: a display server that is killed leaves its lock behind.
    signal_process_group("-TERM", process.id());
    let deadline = Instant::now() + END_LIMIT;
    while matches!(process.try_wait(), Ok(None)) && Instant::now() < deadline {
        thread::sleep(PAUSE);
    }
    signal_process_group("-KILL", process.id());
    // Nothing is left to do about a process that cannot be waited for.
    let _ = process.wait();
}

/// Sends a signal to a process that leads its group and to the whole group; none may be left to take it.
pub(crate) fn signal_process_group(signal: &str, leader: u32) {
    let group = format!("-{leader}");
    let _ = Command::new("kill")
        .args([signal, "--", &group])
        .stderr(Stdio::null())
        .status();
}

fn keep_lines(stream: Option<impl Read + Send + 'static>, printed: &Arc<Mutex<Vec<String>>>) {
    let Some(stream) = stream else { return };
    let printed = Arc::clone(printed);
    thread::spawn(move || {
        for line in BufReader::new(stream).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line).into_owned();
            printed.lock().unwrap_or_else(PoisonError::into_inner).push(line);
        }
    });
}
