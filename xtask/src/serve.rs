//! The page on this machine, rebuilt and reloaded when a file changes.

pub mod preview; // the page, built quickly
mod server; // serves it, and tells browsers when there is another

use crate::dist;
use crate::tools::{self, BadInput};
use anyhow::{Context, Result, bail};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use server::Server;
use std::env::{self, consts::EXE_SUFFIX};
use std::fs;
use std::io::{self, BufRead, BufReader, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

/// The port that is tried first.
const USUAL_PORT: u16 = 8080;

/// An editor that saves a file touches it several times; what follows within this time is the same change.
const QUIET: Duration = Duration::from_millis(100);

/// Where and how the page is shown.
#[derive(clap::Args, Debug)]
pub struct Options {
    /// The port to serve on; 8080 or the next free one if left out
    #[arg(long, value_name = "N", value_parser = port, allow_hyphen_values = true)]
    port: Option<u16>,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
}

fn port(text: &str) -> Result<u16> {
    let number = text.parse().ok().filter(|port| *port != 0);
    number.context("give a whole number from 1 to 65535, such as 8080")
}

/// Builds the page, serves it, and does so again whenever a file changes, until the process is ended.
///
/// # Errors
/// When the port cannot be had, or the files cannot be watched.
pub fn run(root: &Path, options: &Options) -> Result<()> {
    let listener = listen(options.port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    let (_watcher, changes) = watch(root)?;
    let server = Server::start(
        listener,
        message("The page is being built", "It opens here when it is ready."),
    );
    println!("The page is at {address} and follows the files as you save them. Ctrl+C ends this.");
    if options.open {
        dist::open(&address);
    }
    let mut needs_program = true;
    loop {
        let began = Instant::now();
        match build(root, needs_program) {
            Ok(html) => {
                needs_program = false;
                server.show(html);
                println!("Built in {:.1} s.", began.elapsed().as_secs_f32());
            }
            Err(error) => {
                println!("The page cannot be built. It is built again when a file changes.");
                server.show(message("The page cannot be built", &format!("{error:#}")));
            }
        }
        needs_program |= next_change(root, &changes)?;
    }
}

/// A listener on the loopback interface, which no other machine can reach.
fn listen(port: Option<u16>) -> Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return bind(port).map_err(|error| {
            let why = match error.kind() {
                ErrorKind::AddrInUse => "is taken by another program".to_owned(),
                _ => format!("cannot be used ({error})"),
            };
            BadInput(format!(
                "port {port} {why}; name another, or leave out --port to have a free one found"
            ))
            .into()
        });
    }
    let free = (USUAL_PORT..=u16::MAX).find_map(|port| bind(port).ok());
    free.context("no port of this machine is free")
}

/// Watches what the page is made of.
fn watch(root: &Path) -> Result<(RecommendedWatcher, Receiver<PathBuf>)> {
    let (sender, changes) = mpsc::channel();
    let tell = move |event: notify::Result<notify::Event>| {
        // A build reads all these files; only what is written is a change.
        let written = event.ok().filter(|event| !event.kind.is_access());
        for path in written.into_iter().flat_map(|event| event.paths) {
            // No one listens any more only when the process ends.
            let _ = sender.send(path);
        }
    };
    let mut watcher = notify::recommended_watcher(tell)?;
    // The folder instead of the files in it, because many editors replace a file when they save it.
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in ["src", "public"] {
        watcher.watch(&root.join(folder), RecursiveMode::Recursive)?;
    }
    Ok((watcher, changes))
}

/// Waits for a change to what the page is made of, and says whether it needs the compiler.
fn next_change(root: &Path, changes: &Receiver<PathBuf>) -> Result<bool> {
    let kind = |path: &Path| change_of(path.strip_prefix(root).unwrap_or(path));
    let mut needs_compiler = loop {
        if let Some(needs_compiler) = kind(&changes.recv().context("the files are not watched any more")?) {
            break needs_compiler;
        }
    };
    while let Ok(path) = changes.recv_timeout(QUIET) {
        needs_compiler |= kind(&path).unwrap_or_default();
    }
    Ok(needs_compiler)
}

/// Whether a change to that file needs the compiler; nothing where the page does not depend on it.
fn change_of(path: &Path) -> Option<bool> {
    let is_named = |names: &[&str]| names.iter().any(|name| path == Path::new(name));
    let has_extension = |known: &[&str]| {
        path.extension()
            .is_some_and(|own| known.iter().any(|known| own == *known))
    };
    if is_named(&["index.html", "Cargo.toml", "Cargo.lock"]) || (path.starts_with("src") && has_extension(&["rs"])) {
        Some(true)
    } else if path.starts_with("public") && has_extension(&["css", "js", "json"]) {
        Some(false)
    } else {
        None
    }
}

/// The page, built by a program that is built anew itself where code has changed.
fn build(root: &Path, needs_program: bool) -> Result<String> {
    let builder = env::current_exe()?.with_file_name(format!("preview{EXE_SUFFIX}"));
    let mut command = Command::new(builder);
    if needs_program {
        let words = ["build", "--package", "xtask", "--bin", "preview"];
        run_aloud(tools::cargo().current_dir(root).args(words))?;
    } else {
        command.arg(preview::KEEP_PROGRAM);
    }
    run_aloud(&mut command)?;
    let file = preview::file(root);
    fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))
}

/// Runs a program whose messages can be read in the terminal as they come.
///
/// # Errors
/// When it fails: what it said, from the first error on.
fn run_aloud(command: &mut Command) -> Result<()> {
    let mut child = command.stderr(Stdio::piped()).spawn()?;
    let mut said = Vec::new();
    for line in BufReader::new(child.stderr.take().context("no messages can be read")?).lines() {
        let line = line.unwrap_or_else(|error: io::Error| error.to_string());
        eprintln!("{line}");
        said.push(line);
    }
    if child.wait()?.success() {
        return Ok(());
    }
    let first = said.iter().position(|line| line.starts_with("error"));
    bail!("{}", said[first.unwrap_or_default()..].join("\n"))
}

/// A page that says something while there is no other.
fn message(title: &str, text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n\
         <h1>{title}</h1>\n<pre style=\"white-space: pre-wrap\">{escaped}</pre>\n</html>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_needs_the_compiler() {
        for (path, needs_compiler) in [
            ("src/app/root.rs", Some(true)),
            ("index.html", Some(true)),
            ("Cargo.toml", Some(true)),
            ("public/style/1-tokens.css", Some(false)),
            ("public/data/measures/5618-20/31.json", Some(false)),
            ("public/boot.js", Some(false)),
            ("public/style/.1-tokens.css.swp", None),
            ("README.md", None),
            ("target/preview/page.html", None),
        ] {
            assert_eq!(change_of(Path::new(path)), needs_compiler, "{path}");
        }
    }

    fn noticed(file: &str) -> bool {
        let folder = e2e::temporary::TemporaryFolder::new().unwrap();
        let root = folder.path().canonicalize().unwrap();
        for name in ["src", "public/style"] {
            fs::create_dir_all(root.join(name)).unwrap();
        }
        let (_kept, changes) = watch(&root).unwrap();
        fs::write(root.join(file), "").unwrap();
        next_change(&root, &changes).unwrap()
    }

    #[test]
    fn a_change_to_a_file_is_noticed() {
        assert!(!noticed("public/style/1.css"));
        assert!(noticed("src/lib.rs"));
        assert!(noticed("index.html"));
    }

    #[test]
    fn what_the_compiler_says_is_shown_as_text() {
        let page = message("No", "error: expected `<T>`, found `&str`");
        assert!(page.contains("expected `&lt;T>`, found `&amp;str`"), "{page}");
    }
}
