//! Serves the page in parts over http on the loopback interface, as a plain web server would, or as badly as a test asks for.

use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// How the files beside the page are served.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// As they are.
    #[default]
    Well,
    /// Whole, whatever was asked for.
    WithoutRanges,
    /// Not until they are served in another way.
    Slowly,
    /// Not at all.
    Missing,
    /// Each with other bytes than it has.
    Changed,
    /// Cut off in the middle.
    CutOff,
    /// The connection ends without an answer.
    Dropped,
}

/// A site that ends with the test process.
#[derive(Debug)]
pub struct Site {
    address: SocketAddr,
    state: Arc<(Mutex<State>, Condvar)>,
}

#[derive(Debug, Default)]
struct State {
    files: BTreeMap<String, Arc<[u8]>>,
    manner: Manner,
    /// The files and how many bytes of each were sent.
    sent: Vec<(String, usize)>,
}

impl Site {
    /// Starts serving the files of a folder.
    ///
    /// # Errors
    /// When the folder has no page in parts, or no port is free.
    pub fn start(folder: &Path, manner: Manner) -> Result<Site> {
        let mut files = BTreeMap::new();
        let page = fs::read(folder.join("index.html")).context("no page in parts: run `cargo xtask test`")?;
        files.insert("/".to_owned(), page.into());
        for entry in fs::read_dir(folder.join("parts"))? {
            let entry = entry?;
            let name = format!("/parts/{}", entry.file_name().display());
            files.insert(name, fs::read(entry.path())?.into());
        }
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let state = State {
            files,
            manner,
            sent: Vec::new(),
        };
        let state = Arc::new((Mutex::new(state), Condvar::new()));
        let served = Arc::clone(&state);
        thread::spawn(move || {
            for connection in listener.incoming().map_while(Result::ok) {
                let served = Arc::clone(&served);
                thread::spawn(move || answer(&connection, &served));
            }
        });
        Ok(Site { address, state })
    }

    /// Where the page is served.
    pub fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Serves them in another way from now on.
    pub fn serve(&self, manner: Manner) {
        locked(&self.state.0).manner = manner;
        self.state.1.notify_all();
    }

    /// How many bytes of each file beside the page were sent, in the order in which they were asked for.
    pub fn sent(&self) -> Vec<usize> {
        let state = locked(&self.state.0);
        let parts = state.sent.iter().filter(|(name, _)| name != "/");
        parts.map(|(_, bytes)| *bytes).collect()
    }
}

fn locked(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn answer(mut connection: &TcpStream, (state, changed): &(Mutex<State>, Condvar)) -> Option<()> {
    let mut lines = BufReader::new(connection).lines().map_while(Result::ok);
    let request = lines.next()?;
    let name = request.strip_prefix("GET ")?.strip_suffix(" HTTP/1.1")?.to_owned();
    let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
    let range = head.iter().find_map(|line| {
        let (name, value) = line.split_once(": ")?;
        let (from, to) = value.strip_prefix("bytes=")?.split_once('-')?;
        let range = (from.parse::<usize>().ok()?, to.parse::<usize>().ok()?);
        name.eq_ignore_ascii_case("range").then_some(range)
    });
    let is_part = name != "/";
    let guard = locked(state);
    let waits = |state: &mut State| is_part && state.manner == Manner::Slowly;
    let mut state = changed.wait_while(guard, waits).unwrap_or_else(PoisonError::into_inner);
    let manner = if is_part { state.manner } else { Manner::Well };
    let file = state
        .files
        .get(&name)
        .filter(|_| manner != Manner::Missing)
        .map(Arc::clone);
    let (status, mut body) = match (&file, range) {
        (None, _) => ("404 Not Found", Vec::new()),
        (Some(file), Some((from, to))) if manner != Manner::WithoutRanges => {
            ("206 Partial Content", file.get(from..=to)?.to_vec())
        }
        (Some(file), _) => ("200 OK", file.to_vec()),
    };
    state.sent.push((name, body.len()));
    drop(state);
    let (length, half) = (body.len(), body.len() / 2);
    match manner {
        Manner::Dropped => return None,
        Manner::Changed if 0 < length => body[half] ^= 1,
        Manner::CutOff => body.truncate(half),
        _ => {}
    }
    let kind = if is_part {
        "application/octet-stream"
    } else {
        "text/html; charset=utf-8"
    };
    let head =
        format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    connection.write_all(head.as_bytes()).ok()?;
    connection.write_all(&body).ok()
}
