//! What each command says to a command line that it cannot follow, and the exit code that goes with it.

#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

use e2e::temporary::TemporaryFolder;
use std::fs;
use std::net::TcpListener;
use std::process::{Command, Output};

fn xtask(words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.args(words).output().expect("xtask can be started")
}

/// # Panics
/// When the command succeeds, ends with another code than 2, or says something else.
#[track_caller]
fn check_refused(words: &[&str], sentences: &[&str]) {
    let output = xtask(words);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{words:?}: {said}");
    for sentence in sentences {
        assert!(said.contains(sentence), "{words:?} does not say `{sentence}`:\n{said}");
    }
}

#[test]
fn a_misspelt_command_line_is_answered_with_what_would_be_right() {
    let count = "give a whole number from 1 to 100000000, such as 1000";
    let seed = "give a whole number from 0 to 18446744073709551615, such as 1";
    let port = "give a whole number from 1 to 65535, such as 8080";
    let pages = "the pages are ours, plain, tabulator, ag-grid, vis-timeline, not `excel`";
    let table: &[(&[&str], &[&str])] = &[
        (&[], &["Usage: cargo xtask <COMMAND>"]),
        (&["biuld"], &["unrecognized subcommand 'biuld'", "--help"]),
        (
            &["reproduc"],
            &["unrecognized subcommand 'reproduc'", "exists: 'reproduce'"],
        ),
        (
            &["dist", "--opne"],
            &["unexpected argument '--opne' found", "exists: '--open'"],
        ),
        (
            &["dist", "page.html"],
            &["unexpected argument 'page.html' found", "Usage: cargo xtask dist"],
        ),
        (&["dist", "--dataset"], &["a value is required for '--dataset <FILE>'"]),
        (&["export"], &["not provided", "<FILE>"]),
        (&["export", "data.ods"], &["data.ods", ".xlsx, .zip or .json"]),
        (&["export", "data.json", "--template"], &["data.json", ".xlsx or .zip"]),
        (&["publish"], &["Usage: cargo xtask publish", "--sqlite <FILE>"]),
        (&["publish", "--sqlite"], &["a value is required for '--sqlite <FILE>'"]),
        (&["publish", "--sqlite", "/"], &["/ is no file that could be written"]),
        (
            &["publish", "--sqlite", "x/followup.db", "--dataset", "none-such.json"],
            &["there is no file none-such.json"],
        ),
        (&["compare", "old.json"], &["not provided", "<NEW>"]),
        (&["generate"], &["not provided", "--measures <N>", "<FILE>"]),
        (&["generate", "--measures", "74"], &["not provided", "<FILE>"]),
        (
            &["generate", "--measures", "many", "x.json"],
            &["'many' for '--measures <N>'", count],
        ),
        (
            &["generate", "--measures", "0", "x.json"],
            &["'0' for '--measures <N>'", count],
        ),
        (
            &["generate", "--measures", "-5", "x.json"],
            &["'-5' for '--measures <N>'", count],
        ),
        (
            &["generate", "--measures", "7.5", "x.json"],
            &["'7.5' for '--measures <N>'", count],
        ),
        (
            &["generate", "--measures", "999999999999999999999", "x.json"],
            &["for '--measures <N>'", count],
        ),
        (
            &["generate", "--measures", "7", "--seed", "-1", "x.json"],
            &["'-1' for '--seed <S>'", seed],
        ),
        (
            &["generate", "--measures", "7", "x.json", "y.json"],
            &["unexpected argument 'y.json' found"],
        ),
        (
            &["bench", "--measures", "74,none"],
            &["'none' for '--measures <N,…>'", count],
        ),
        (&["bench", "--measures", "74,,1000"], &["for '--measures <N,…>'", count]),
        (
            &["bench", "--repetitions", "0"],
            &["'0' for '--repetitions <N>'", count],
        ),
        (
            &["bench", "--pages", "ours,excel"],
            &["'excel' for '--pages <PAGE,…>'", pages],
        ),
        (&["bench", "--out"], &["a value is required for '--out <FOLDER>'"]),
        (&["serve", "--port", "http"], &["'http' for '--port <N>'", port]),
        (&["serve", "--port", "0"], &["'0' for '--port <N>'", port]),
        (&["serve", "--port", "-1"], &["'-1' for '--port <N>'", port]),
        (&["serve", "--port", "65536"], &["'65536' for '--port <N>'", port]),
        (
            &["test", "--only", "netscape"],
            &["'netscape' for '--only", "chromium, firefox, webkit"],
        ),
        (&["test", "--every"], &["unexpected argument '--every' found"]),
        (&["check-data", "--fix"], &["unexpected argument '--fix' found"]),
        (&["schema", "x.json"], &["unexpected argument 'x.json' found"]),
        (&["reproduce", "twice"], &["unexpected argument 'twice' found"]),
        (&["release", "1.0.0"], &["unexpected argument '1.0.0' found"]),
    ];
    for (words, sentences) in table {
        check_refused(words, sentences);
    }
}

#[test]
fn a_file_that_is_no_dataset_is_refused_with_all_its_faults() {
    let folder = TemporaryFolder::new().expect("a folder");
    let file = |name: &str, text: &str| {
        let file = folder.path().join(name);
        fs::write(&file, text).expect("a file");
        file.display().to_string()
    };
    let own = folder.path().display().to_string();
    let missing = folder.path().join("missing.json").display().to_string();
    let takes = "name a dataset, which is a JSON file";
    check_refused(&["dist", "--dataset", &missing], &["there is no file", takes]);
    check_refused(&["dist", "--dataset", &own], &["is a folder", takes]);
    check_refused(&["compare", &missing, &missing], &["there is no file", takes]);
    let table = file("table.csv", "id;title\n");
    let not_json = ["fits public/dataset.schema.json", "cannot be read as JSON", "line 1"];
    check_refused(&["dist", "--dataset", &table], &not_json);
    let misshapen = file("misshapen.json", r#"{"schema_version": 2, "measures": [{"id": 7}]}"#);
    let faults = ["The dataset has", "faults:", "\nedition: ", "\nmeasures[0].id: 7 "];
    check_refused(&["dist", "--dataset", &misshapen], &faults);
}

#[test]
fn what_cannot_be_written_or_served_is_refused() {
    let folder = TemporaryFolder::new().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "").expect("a file");
    // Nothing can be made below a file, whoever asks.
    let below = file.join("below").display().to_string();
    check_refused(
        &["bench", "--out", &below],
        &["cannot be made", "name another with --out"],
    );
    let words = ["generate", "--measures", "7", &below];
    check_refused(&words, &["cannot be written", "name a file in a folder that can be"]);

    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let sentences = [&format!("port {port} is taken by another program"), "leave out --port"];
    check_refused(&["serve", "--port", &port], &sentences);
}

#[test]
fn help_is_no_failure() {
    for words in [&["--help"][..], &["help", "serve"], &["test", "--help"]] {
        let output = xtask(words);
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(
            output.status.success() && said.contains("Usage: cargo xtask"),
            "{words:?}: {said}"
        );
    }
}
