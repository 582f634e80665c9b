//! Each thing that the page is for, done with keys alone. On every stop that the Tab key makes the focus can be seen.

use crate::checks::{PNR, check_fragment, check_heading, check_measure_address};
use anyhow::{Context, Result};
use e2e::{Engine, Key, Reader, in_engines, in_every_engine, in_turn};

in_every_engine![
    the_first_stop_leads_to_the_content,
    the_filters_of_a_phone_are_opened_and_closed,
    the_dialog_is_opened_gone_round_and_closed
];

in_turn![
    a_measure_is_opened_and_left_again,
    every_view_is_opened_by_its_tab,
    the_marks_are_walked_and_zoomed,
    a_mark_of_several_facts_is_opened,
    a_part_of_the_time_is_chosen,
    a_cell_is_walked_to_and_opened
];

// The same in each engine: not in Chromium, which has most of such tests.
in_engines![
    ELSEWHERE,
    [Firefox],
    a_key_leads_to_the_search_box_and_back,
    a_filter_is_set_and_taken_out,
    a_short_code_is_typed_and_its_offer_taken,
    enter_keeps_what_was_found_and_escape_empties_the_box_last,
    a_column_is_sorted_and_the_rows_are_grouped,
    the_next_measure_and_the_previous_one_are_opened,
    a_brief_is_chosen_and_copied,
    a_document_and_a_body_are_opened,
    another_day_is_chosen_and_left,
    the_theme_is_turned,
    a_citation_is_chosen_and_copied_by_hand,
    a_copy_and_an_export_are_saved,
    a_line_is_cited_and_the_reader_is_back_at_it,
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

fn enter_keeps_what_was_found_and_escape_empties_the_box_last(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.tab_to("input[type=search]")?;
    reader.press_text("europ")?;
    reader.wait_until("several offers", |reader| Ok(1 < reader.offers()?.len()))?;
    reader.press(Key::Enter)?;
    reader.wait_until("the list is closed", |reader| Ok(reader.offers()?.is_empty()))?;
    check_fragment(&reader, "#/table?q=europ")?;
    reader.press_text("o")?;
    reader.wait_until("the list is open", |reader| Ok(!reader.offers()?.is_empty()))?;
    reader.press(Key::Escape)?;
    reader.wait_until("the list is closed again", |reader| Ok(reader.offers()?.is_empty()))?;
    check_fragment(&reader, "#/table?q=europo")?;
    reader.press(Key::Escape)?;
    check_fragment(&reader, "#/table")
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
    // From the address bar of any page the tabs are two stops and a step away, and the last of them six more.
    let reader = Reader::open(engine, "#/measure/31")?;
    reader.press(Key::Tab)?;
    reader.press(Key::Tab)?;
    reader.wait_for_focus("[data-skip=views]")?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus("[data-tab=table][aria-current=true]")?;
    for _ in 0..6 {
        reader.press(Key::Tab)?;
    }
    reader.wait_for_focus("[data-tab=report]")?;
    let reader = Reader::open(engine, "#/table?presidency=HR")?;
    for name in [
        "timeline",
        "presidency",
        "commitments",
        "actors",
        "documents",
        "report",
        "table",
    ] {
        let tab = format!("[data-tab='{name}']");
        if name == "table" {
            reader.tab_back_to(&tab)?;
        } else {
            reader.tab_to(&tab)?;
        }
        reader.press(Key::Enter)?;
        let page = name.replace("report", "report/introduction");
        check_fragment(&reader, &format!("#/{page}?presidency=HR"))?;
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
    /// More than there are marks before one that stands for several: in fifty years nearly every one does.
    const STEPS: usize = 10;
    let reader = Reader::open(engine, "#/timeline?presidency=HR&from=1990&to=2040")?;
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
    // The card can be sent away, and the reader is back at the mark, with the same in sight.
    let top_px = || -> Result<f64> { reader.top_px("[data-marks]")?.context("no marks") };
    let before_px = top_px()?;
    reader.press(Key::Escape)?;
    reader.wait_for_focus("[data-marks]")?;
    // Firefox scrolls by whole pixels.
    let moved_px = (top_px()? - before_px).abs();
    assert!(moved_px < 2.0, "{moved_px} pixels");
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
    reader.tab_back_to("[data-copy-text]")?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus("[data-by-hand=brief]")?;
    let text = reader.text_to_copy()?;
    assert!(text.starts_with("# Handover brief: Finnish Presidency\n"), "{text}");
    Ok(())
}

fn a_cell_is_walked_to_and_opened(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/actors?count=measures")?;
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
    reader.press(Key::End)?;
    for _ in 0.."3 Feb 2020".len() {
        reader.press(Key::Backspace)?;
    }
    reader.press_text("3 Jan 2020")?;
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
    reader.wait_for_focus(OPENER)?;
    // Back closes it too, and what was chosen in it stays.
    reader.press(Key::Enter)?;
    reader.wait_for_focus("#filters *")?;
    reader.tab_to("#filters input[data-value='FI']")?;
    reader.press(Key::Space)?;
    check_fragment(&reader, "#/table?presidency=FI,HR")?;
    reader.back()?;
    reader.wait_for_focus(OPENER)?;
    check_fragment(&reader, "#/table?presidency=FI,HR")
}

fn a_key_leads_to_the_search_box_and_back(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    // Where nothing has had the focus, the way back leads to the heading.
    reader.press_character('/')?;
    reader.wait_for_focus("input[type=search]")?;
    reader.press(Key::Escape)?;
    reader.wait_for_focus("main h1")?;
    reader.focus_on("[data-measure='31'] a")?;
    for is_chord in [false, true] {
        if is_chord {
            reader.press_with_ctrl('k')?;
        } else {
            reader.press_character('/')?;
        }
        reader.wait_for_focus("input[type=search]")?;
        reader.press(Key::Escape)?;
        reader.wait_for_focus("[data-measure='31'] a")?;
    }
    // With words in the box, Escape closes the list, then empties the box, and then leads back.
    reader.press_with_ctrl('k')?;
    reader.press_text("europ")?;
    reader.wait_until("several offers", |reader| Ok(1 < reader.offers()?.len()))?;
    reader.press(Key::Escape)?;
    reader.wait_until("the list is closed", |reader| Ok(reader.offers()?.is_empty()))?;
    check_fragment(&reader, "#/table?q=europ")?;
    reader.press(Key::Escape)?;
    check_fragment(&reader, "#/table")?;
    reader.press(Key::Escape)?;
    // The row has come anew: then it is the heading.
    reader.wait_for_focus("main h1, [data-measure='31'] a")
}

const DIALOG: &str = "#export, #export *";

fn the_dialog_is_opened_gone_round_and_closed(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/31")?;
    open_dialog(&reader, "[data-share]")?;
    // The first thing in it is the way out.
    reader.wait_for_focus("[data-share-close]")?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus("[data-share]")?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus("[data-share-close]")?;
    assert_eq!(reader.tab_round_dialog()?, reader.dialog_controls()?);
    close_dialog(&reader, "[data-share]")
}

fn a_citation_is_chosen_and_copied_by_hand(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/31")?;
    reader.take_what_is_given(false)?;
    open_dialog(&reader, "[data-share]")?;
    reader.tab_to("[data-copy-text=code]")?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus("[data-by-hand=code]")?;
    reader.wait_until("the code is selected", |reader| Ok(reader.selected_text()? == "ISS-31"))?;
    // The next stop sends the field away, and the reader is back where it came from.
    reader.press(Key::Tab)?;
    reader.wait_for_focus("[data-by-hand=code] + button")?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus("[data-copy-text=code]")?;
    reader.tab_to("[data-choice=citation]")?;
    reader.press(Key::Down)?;
    reader.wait_until("the citation has another form", |reader| {
        Ok(reader.citation_shown()?.starts_with('@'))
    })?;
    assert!(reader.is_focused("[data-choice=citation]")?);
    let citation = reader.citation_shown()?;
    reader.tab_to("[data-copy-text=citation]")?;
    reader.press(Key::Enter)?;
    // Here the text stands in a field of its own already.
    reader.wait_for_focus("[data-citation]")?;
    reader.wait_until(
        "all of it is selected",
        |reader| Ok(reader.selected_text()? == citation),
    )?;
    close_dialog(&reader, "[data-share]")
}

fn a_copy_and_an_export_are_saved(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/timeline?source=all")?;
    reader.take_what_is_given(true)?;
    open_dialog(&reader, "[data-share]")?;
    reader.tab_to("[data-save-copy]")?;
    assert_eq!(reader.press_to_save(Key::Enter)?.name, "iss-followup-timeline.html");
    assert!(reader.is_focused("[data-save-copy]")?);
    reader.tab_to("[data-save-citation]")?;
    assert_eq!(reader.press_to_save(Key::Enter)?.name, "iss-followup-selection.txt");
    reader.tab_to("[data-export=csv]")?;
    let table = reader.press_to_save(Key::Space)?;
    assert_eq!(table.name, "iss-followup-timeline.csv");
    reader.wait_until("the page says so", |reader| {
        Ok(reader.exported()?.contains(&table.name))
    })?;
    // Whoever takes one format may take another: the focus stays, though it took a while to write so many facts.
    assert!(reader.is_focused("[data-export=csv]")?);
    reader.tab_to("[data-export=json]")?;
    assert_eq!(reader.press_to_save(Key::Enter)?.name, "iss-followup-timeline.json");
    close_dialog(&reader, "[data-share]")
}

fn a_line_is_cited_and_the_reader_is_back_at_it(engine: Engine) -> Result<()> {
    const CITE: &str = "[data-cite='31-e1']";
    let reader = Reader::open(engine, "#/measure/31")?;
    reader.take_what_is_given(true)?;
    open_dialog(&reader, CITE)?;
    assert!(reader.citation_shown()?.contains("ISS-31-e1"));
    reader.tab_to("[data-save-citation]")?;
    let saved = reader.press_to_save(Key::Enter)?;
    assert!(saved.text.contains("ISS-31-e1"), "{}", saved.text);
    close_dialog(&reader, CITE)
}

/// Comes to the button with the Tab key, presses it, and is in the dialog.
fn open_dialog(reader: &Reader, button: &str) -> Result<()> {
    reader.tab_to(button)?;
    reader.press(Key::Enter)?;
    reader.wait_until("the dialog is open", Reader::is_sharing)?;
    reader.wait_for_focus(DIALOG)
}

/// Leaves the dialog with Escape, and is back at the button.
fn close_dialog(reader: &Reader, button: &str) -> Result<()> {
    reader.press(Key::Escape)?;
    reader.wait_until("the dialog is closed", |reader| Ok(!reader.is_sharing()?))?;
    reader.wait_for_focus(button)
}
