//! Each thing that the page is for, done with keys alone. On every stop that the Tab key makes the focus can be seen.

mod checks;

use anyhow::{Context, Result};
use checks::{PNR, check_fragment, check_heading, check_measure_address};
use e2e::{Engine, Key, Reader, in_every_engine};

in_every_engine![
    the_first_stop_leads_to_the_content,
    a_filter_is_set_and_taken_out,
    a_short_code_is_typed_and_its_offer_taken,
    a_column_is_sorted_and_the_rows_are_grouped,
    a_measure_is_opened_and_left_again,
    the_next_measure_and_the_previous_one_are_opened,
    every_view_is_opened_by_its_tab,
    the_marks_are_walked_and_zoomed,
    a_mark_of_several_facts_is_opened,
    a_part_of_the_time_is_chosen,
    a_brief_is_chosen_and_copied,
    a_cell_is_walked_to_and_opened,
    a_document_and_a_body_are_opened,
    another_day_is_chosen_and_left,
    the_theme_is_turned,
    the_filters_of_a_phone_are_opened_and_closed,
];

const HEADING: &str = "main h1";

fn the_first_stop_leads_to_the_content(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.tab_to("a")?;
    assert!(reader.is_focused("[data-skip]")?);
    reader.wait_until("the link is in sight", Reader::is_focus_in_sight)?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus(HEADING)?;
    // The next stop is behind the heading, not at the filters before it.
    reader.tab_to("a, button, input, select")?;
    assert!(reader.is_focused(".view-side *")?);
    Ok(())
}

fn a_filter_is_set_and_taken_out(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.tab_to("input[data-facet='presidency'][data-value='HR']")?;
    reader.press(Key::Space)?;
    check_fragment(&reader, "#/table?presidency=HR")?;
    // Whoever sets one filter may set another: the focus stays.
    assert!(reader.is_focused("input[data-value='HR']")?);
    reader.tab_to("button[data-remove='presidency']")?;
    reader.press(Key::Enter)?;
    check_fragment(&reader, "#/table")?;
    reader.wait_for_focus(HEADING)
}

fn a_short_code_is_typed_and_its_offer_taken(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.tab_to("input[type=search]")?;
    reader.press_text("ISS-31")?;
    reader.wait_until("one offer", |reader| Ok(reader.offers()?.len() == 1))?;
    reader.press(Key::Down)?;
    reader.press(Key::Enter)?;
    check_heading(&reader, PNR)?;
    reader.wait_for_focus(HEADING)
}

fn a_column_is_sorted_and_the_rows_are_grouped(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.tab_to("select[data-choice=group]")?;
    reader.press(Key::Down)?;
    reader.wait_until("the rows are grouped otherwise", |reader| {
        Ok(reader.fragment()?.starts_with("#/table?group="))
    })?;
    reader.tab_to("button[data-sort=latest]")?;
    reader.press(Key::Enter)?;
    reader.wait_until("the column says so", |reader| Ok(reader.sorted("latest")? != "none"))?;
    assert!(reader.is_focused("button[data-sort=latest]")?);
    Ok(())
}

fn a_measure_is_opened_and_left_again(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?presidency=HR")?;
    reader.tab_to("[data-measure='31'] a[href='#/measure/31']")?;
    reader.press(Key::Enter)?;
    check_heading(&reader, PNR)?;
    reader.wait_for_focus(HEADING)?;
    // The way back stands before the heading.
    reader.tab_back_to(".trail a[href='#/table']")?;
    reader.press(Key::Enter)?;
    check_fragment(&reader, "#/table?presidency=HR")?;
    reader.wait_for_focus("[data-measure='31'] a")
}

fn the_next_measure_and_the_previous_one_are_opened(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/31")?;
    reader.tab_to(".neighbours a[href='#/measure/32']")?;
    reader.press(Key::Enter)?;
    check_measure_address(&reader, "32")?;
    reader.wait_for_focus(HEADING)?;
    reader.tab_back_to(".neighbours a[href='#/measure/31']")?;
    reader.press(Key::Enter)?;
    check_measure_address(&reader, "31")?;
    reader.wait_for_focus(HEADING)
}

fn every_view_is_opened_by_its_tab(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?presidency=HR")?;
    for name in ["timeline", "presidency", "commitments", "actors", "documents", "table"] {
        let tab = format!("[data-tab='{name}']");
        if name == "table" {
            reader.tab_back_to(&tab)?;
        } else {
            reader.tab_to(&tab)?;
        }
        reader.press(Key::Enter)?;
        check_fragment(&reader, &format!("#/{name}?presidency=HR"))?;
        // The tab that was pressed keeps the focus: the reader may go on to the next.
        reader.wait_for_focus(&format!("[data-tab='{name}'][aria-current=page]"))?;
    }
    Ok(())
}

fn the_marks_are_walked_and_zoomed(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/timeline?presidency=HR")?;
    reader.tab_to("[data-lines]")?;
    let before = reader.days_in_view()?;
    reader.press(Key::Right)?;
    reader.wait_until("the drawing moves", |reader| Ok(reader.days_in_view()? != before))?;
    reader.tab_to("[data-marks]")?;
    let first = reader.mark_read_out()?;
    assert!(!first.is_empty());
    reader.press(Key::Right)?;
    reader.wait_until("another mark is read out", |reader| {
        let mark = reader.mark_read_out()?;
        Ok(!mark.is_empty() && mark != first)
    })?;
    let before = reader.days_in_view()?;
    reader.press_character('+')?;
    reader.wait_until("fewer days are in view", |reader| Ok(reader.days_in_view()? != before))
}

fn a_mark_of_several_facts_is_opened(engine: Engine) -> Result<()> {
    /// More than there are marks before one that stands for several.
    const STEPS: usize = 60;
    let reader = Reader::open(engine, "#/timeline?presidency=HR")?;
    reader.tab_to("[data-marks]")?;
    for _ in 0..STEPS {
        if reader.mark_read_out()?.contains(" facts") {
            break;
        }
        reader.press(Key::Right)?;
    }
    assert!(
        reader.mark_read_out()?.contains(" facts"),
        "{}",
        reader.mark_read_out()?
    );
    reader.press(Key::Enter)?;
    reader.wait_for_focus("[data-card] a")?;
    // The card can be sent away, and the reader is back at the mark.
    reader.press(Key::Escape)?;
    reader.wait_for_focus("[data-marks]")?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus("[data-card] a")?;
    reader.press(Key::Enter)?;
    reader.wait_until("the line of the fact has the focus", |reader| {
        Ok(reader.fragment()?.contains("fact=") && !reader.focused_id()?.is_empty())
    })
}

fn a_part_of_the_time_is_chosen(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.tab_to("[data-handle=from]")?;
    reader.press(Key::PageUp)?;
    reader.wait_until("the address says so", |reader| Ok(reader.fragment()?.contains("from=")))?;
    reader.tab_to("[data-handle=to]")?;
    reader.press(Key::Left)?;
    reader.wait_until("the address says so", |reader| Ok(reader.fragment()?.contains("to=")))?;
    reader.tab_to("[data-all-time]")?;
    reader.press(Key::Enter)?;
    check_fragment(&reader, "#/table")?;
    reader.wait_for_focus("[data-handle=from]")
}

fn a_brief_is_chosen_and_copied(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/presidency/HR?system=ees")?;
    reader.tab_to("[data-brief-of=FI]")?;
    reader.press(Key::Enter)?;
    check_fragment(&reader, "#/presidency/FI?system=ees")?;
    reader.wait_for_focus("[data-brief-of=FI]")?;
    reader.without_clipboard()?;
    reader.tab_to("[data-copy-text]")?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus("#text-to-copy")?;
    let text = reader.text_to_copy()?;
    assert!(text.starts_with("# Handover brief: Finnish Presidency\n"), "{text}");
    Ok(())
}

fn a_cell_is_walked_to_and_opened(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/actors")?;
    reader.tab_to("[data-stop]")?;
    let begin = reader.focused_cell()?;
    reader.press(Key::Down)?;
    reader.press(Key::Right)?;
    reader.wait_until("another cell has the focus", |reader| {
        Ok(reader.focused_cell()?.is_some() && reader.focused_cell()? != begin)
    })?;
    reader.press(Key::Enter)?;
    reader.wait_until("the table is narrowed", |reader| {
        Ok(reader.fragment()?.starts_with("#/table?"))
    })?;
    reader.wait_for_focus(HEADING)
}

fn a_document_and_a_body_are_opened(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/documents?kind=regulation")?;
    let document = reader.documents()?.into_iter().next().context("no document")?;
    reader.tab_to(&format!("[data-document='{document}'] a[href='#/document/{document}']"))?;
    reader.press(Key::Enter)?;
    reader.wait_until("the document is open", |reader| {
        Ok(reader.fragment()?.starts_with(&format!("#/document/{document}")))
    })?;
    reader.wait_for_focus(HEADING)?;
    reader.go_to("#/measure/31")?;
    check_heading(&reader, PNR)?;
    reader.tab_to("main a[href='#/body/dapix-ixim'], main a[href^='#/body/']")?;
    reader.press(Key::Enter)?;
    reader.wait_until("the body is open", |reader| {
        Ok(reader.fragment()?.starts_with("#/body/"))
    })?;
    reader.wait_for_focus(HEADING)
}

fn another_day_is_chosen_and_left(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.tab_to("[data-as-of]")?;
    // One step down in the first part of the date, whichever that is; WebKit has a field for text.
    if engine == Engine::WebKit {
        for _ in 0.."2020-02-03".len() {
            reader.press(Key::Backspace)?;
        }
        reader.press_text("2020-01-03")?;
    } else {
        reader.press(Key::Down)?;
    }
    reader.wait_until("it is told as of another day", |reader| {
        Ok(reader.fragment()?.starts_with("#/table?as-of="))
    })?;
    reader.tab_to("[data-status-date]")?;
    reader.press(Key::Enter)?;
    check_fragment(&reader, "#/table")?;
    reader.wait_for_focus("[data-as-of]")
}

fn the_theme_is_turned(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    let light = reader.background()?;
    reader.tab_to("[data-theme-switch]")?;
    reader.wait_until("the colours turn", |reader| {
        reader.press(Key::Enter)?;
        Ok(reader.background()? != light)
    })?;
    assert!(reader.is_focused("[data-theme-switch]")?);
    Ok(())
}

fn the_filters_of_a_phone_are_opened_and_closed(engine: Engine) -> Result<()> {
    const OPENER: &str = "[aria-controls=filters]";
    let reader = Reader::open(engine, "#/table")?;
    reader.resize(390, 844)?;
    reader.tab_to(OPENER)?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus("#filters *")?;
    reader.press(Key::Escape)?;
    reader.wait_for_focus(OPENER)?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus("#filters *")?;
    reader.tab_to("#filters input[data-value='HR']")?;
    reader.press(Key::Space)?;
    check_fragment(&reader, "#/table?presidency=HR")?;
    reader.tab_to("#filters .sheet-close")?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus(OPENER)
}
