//! The page in parts on a plain web server: it works as the one file does, and nothing wrong is shown where the server fails.

use anyhow::Result;
use e2e::site::{Manner, Site};
use e2e::{Engine, Reader, in_every_engine, in_turn, page};

in_every_engine![in_parts_the_page_is_the_same];
in_turn![
    texts_that_do_not_come_are_said_to_be_missing_and_asked_for_again,
    a_page_whose_data_do_not_come_says_why_and_tries_again,
    a_server_without_ranges_is_good_enough,
];

/// What a reader reads on the page of a measure.
const MEASURE: &str = "#/measure/31";

/// A search that finds some measures, by texts that only they have.
const SEARCH: &str = "#/table?q=interoperability";

/// What the one file says at that address.
fn in_one_file(engine: Engine, fragment: &str) -> Result<String> {
    Reader::open(engine, fragment)?.content()
}

fn in_parts_the_page_is_the_same(engine: Engine) -> Result<()> {
    let site = Site::start(&page::in_parts(), Manner::Well)?;
    let measure = in_one_file(engine, MEASURE)?;
    let reader = Reader::open_over_http(engine, &site.address(), MEASURE)?;
    reader.wait_until("the texts are there", |reader| Ok(reader.content()? == measure))?;
    let first = site.sent();
    // The outline, and the texts of this measure and of those that it names: never all of them.
    assert!(first.len() < 5, "{first:?}");
    let found = Reader::open(engine, SEARCH)?.rows()?;
    reader.go_to(SEARCH)?;
    reader.wait_until("words are found", |reader| Ok(reader.rows()? == found))?;
    assert_eq!(reader.noted_errors()?, [""; 0]);
    Ok(())
}

fn texts_that_do_not_come_are_said_to_be_missing_and_asked_for_again(engine: Engine) -> Result<()> {
    let measure = in_one_file(engine, MEASURE)?;
    for (manner, says) in [
        (Manner::Missing, "is missing"),
        (Manner::Changed, "is damaged"),
        (Manner::CutOff, "so some texts are missing here"),
        (Manner::Dropped, "does not answer"),
    ] {
        let site = Site::start(&page::in_parts(), Manner::Well)?;
        let reader = Reader::open_over_http(engine, &site.address(), "#/about")?;
        site.serve(manner);
        reader.go_to(MEASURE)?;
        reader.wait_until("the page says why", |reader| Ok(reader.missing_parts()?.contains(says)))?;
        let shown = reader.content()?;
        assert!(shown.contains('…') && !reader.shows_signs()?, "{manner:?}: {shown}");
        site.serve(Manner::Well);
        reader.try_again()?;
        reader.wait_until("the texts are there", |reader| Ok(reader.content()? == measure))?;
        assert_eq!(reader.missing_parts()?, "");
    }
    Ok(())
}

fn a_page_whose_data_do_not_come_says_why_and_tries_again(engine: Engine) -> Result<()> {
    for (manner, says) in [
        (Manner::Missing, "are missing on its server"),
        (Manner::Changed, "are damaged"),
        (Manner::Dropped, "does not answer"),
    ] {
        let site = Site::start(&page::in_parts(), manner)?;
        let reader = Reader::open_over_http(engine, &site.address(), "#/table")?;
        let said = reader.missing_parts()?;
        assert!(said.contains(says), "{manner:?}: {said}");
        // While it is slow, the page waits; then it is there.
        site.serve(Manner::Slowly);
        reader.try_again()?;
        site.serve(Manner::Well);
        reader.wait_until("the table is there", |reader| {
            Ok(reader.rows()?.len() == crate::checks::MEASURES)
        })?;
    }
    Ok(())
}

fn a_server_without_ranges_is_good_enough(engine: Engine) -> Result<()> {
    let measure = in_one_file(engine, MEASURE)?;
    let site = Site::start(&page::in_parts(), Manner::WithoutRanges)?;
    let reader = Reader::open_over_http(engine, &site.address(), MEASURE)?;
    reader.wait_until("the texts are there", |reader| Ok(reader.content()? == measure))?;
    reader.go_to("#/measure/50")?;
    let other = in_one_file(engine, "#/measure/50")?;
    reader.wait_until("other texts are there", |reader| Ok(reader.content()? == other))?;
    // The outline, and all blocks in one file, once.
    assert_eq!(site.sent().len(), 2);
    Ok(())
}
