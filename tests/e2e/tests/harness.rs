//! What the harness would notice: a test that can only pass says nothing.

use anyhow::Result;
use e2e::server::Server;
use e2e::{Engine, Reader, Setting, in_one_engine, in_turn, page};
use std::cell::RefCell;

in_turn![
    errors_exceptions_and_refusals_are_noticed,
    a_page_that_loads_something_is_noticed,
    a_phone_is_as_narrow_as_it_says,
];

in_one_engine![axe_finds_what_is_wrong,];

fn errors_exceptions_and_refusals_are_noticed(engine: Engine) -> Result<()> {
    let reader = Reader::open_file(engine, Setting::Light, &page::broken(), "")?;
    let seen = RefCell::new(Vec::new());
    // WebKit keeps to itself what was thrown by a script from disk.
    for words in [
        ["said on purpose"; 2],
        ["thrown on purpose", "Script error"],
        ["unreachable", "Unreachable code"],
        ["Content-Security-Policy", "Content Security Policy"],
    ] {
        reader.wait_until(words[0], |reader| {
            seen.borrow_mut().extend(reader.console_errors()?);
            Ok(seen
                .borrow()
                .iter()
                .any(|error| words.iter().any(|word| error.contains(word))))
        })?;
    }
    Ok(())
}

fn a_page_that_loads_something_is_noticed(engine: Engine) -> Result<()> {
    let html = "<html data-app=ready><title>Greedy</title><img src=picture.png>";
    let server = Server::start(html.to_owned())?;
    let reader = Reader::open_over_http(engine, &server.address(), "")?;
    reader.wait_until("the request arrives", |_| {
        Ok(server.requests().contains(&"GET /picture.png".to_owned()))
    })?;
    reader.wait_until("the page tells", |reader| {
        Ok(reader
            .requests()?
            .iter()
            .any(|address| address.ends_with("/picture.png")))
    })
}

fn axe_finds_what_is_wrong(engine: Engine) -> Result<()> {
    let reader = Reader::open_file(engine, Setting::Light, &page::broken(), "")?;
    let violations = reader.axe_violations()?.join("\n");
    assert!(violations.contains("color-contrast"), "{violations}");
    Ok(())
}

fn a_phone_is_as_narrow_as_it_says(engine: Engine) -> Result<()> {
    let reader = Reader::open_file(engine, Setting::Light, &page::broken(), "")?;
    reader.resize(390, 844)?;
    reader.resize(1440, 900)
}
