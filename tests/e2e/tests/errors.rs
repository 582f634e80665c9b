//! What the page does when its own program breaks: it starts again only where that may help, says what it saw, and keeps it.

use anyhow::Result;
use e2e::reader::is_restart;
use e2e::{Engine, Reader, Setting, in_every_engine, in_turn};

in_every_engine![
    a_start_that_traps_is_tried_once_more_and_told,
    a_panic_later_is_told_with_what_to_do
];

in_turn![
    a_panic_is_not_tried_again,
    a_start_that_traps_twice_is_given_up,
    nothing_is_noted_where_nothing_went_wrong
];

fn a_start_that_traps_is_tried_once_more_and_told(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::TrappingStart, "#/measure/31")?;
    reader.wait_until("it is started again", |reader| {
        let noted = reader.noted_errors()?;
        Ok(noted
            .first()
            .is_some_and(|error| error.contains("trapped on purpose") && is_restart(error)))
    })?;
    // WebKitGTK may damage a start that comes after one that trapped, and the page gives up then.
    if engine == Engine::WebKit {
        return Ok(());
    }
    reader.wait_until("the second start succeeds", |reader| Ok(reader.state()? == "ready"))?;
    assert_eq!(reader.noted_errors()?.len(), 1);
    reader.go_to("#/about")?;
    reader.wait_until("the page tells", |reader| {
        Ok(reader
            .told_errors()?
            .is_some_and(|told| told.contains("trapped on purpose")))
    })
}

fn a_start_that_traps_twice_is_given_up(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::TrappingStarts, "#/measure/31")?;
    reader.wait_until("it is given up", |reader| Ok(reader.state()? == "failed"))?;
    assert_eq!(reader.noted_errors()?.len(), 2);
    check_report(&reader, &["trapped on purpose", "whole record"])
}

fn a_panic_is_not_tried_again(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::PanickingStart, "#/measure/31")?;
    reader.wait_until("it is given up", |reader| Ok(reader.state()? == "failed"))?;
    assert!(!reader.is_reloaded()?);
    let noted = reader.noted_errors()?;
    assert!(noted.iter().all(|error| !error.contains("started again")), "{noted:?}");
    check_report(
        &reader,
        &["could not start (panicked at", "refused on purpose", "whole record"],
    )
}

fn a_panic_later_is_told_with_what_to_do(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?presidency=HR")?;
    reader.wait_until("the app is there", |reader| Ok(reader.state()? == "ready"))?;
    reader.break_the_program()?;
    reader.open_tab("actors")?;
    reader.wait_until("the page has stopped", |reader| Ok(reader.state()? == "failed"))?;
    check_report(&reader, &["has stopped", "Reload"])?;
    assert!(reader.noted_errors()?[0].contains("panicked at"));
    // The same holds for a start after a panic.
    if engine != Engine::WebKit {
        reader.reload()?;
        assert_eq!(reader.state()?, "ready");
        assert_eq!(reader.noted_errors()?, [""; 0]);
    }
    Ok(())
}

fn nothing_is_noted_where_nothing_went_wrong(engine: Engine) -> Result<()> {
    let reader = Reader::open_shipped(engine, "#/about")?;
    reader.wait_until("the app is there", |reader| Ok(reader.state()? == "ready"))?;
    assert_eq!(reader.noted_errors()?, [""; 0]);
    assert_eq!(reader.told_errors()?, None);
    Ok(())
}

/// The line that says what happened holds these words, in the window, with all that was seen to be copied.
#[track_caller]
fn check_report(reader: &Reader, words: &[&str]) -> Result<()> {
    let says = reader.why_not()?;
    for part in words {
        assert!(says.contains(part), "{says}");
    }
    let report = reader.report()?;
    for error in reader.noted_errors()? {
        assert!(report.contains(&error), "{report}");
    }
    assert!(
        !report.contains("file:"),
        "where the file lies is nobody's business: {report}"
    );
    Ok(())
}
