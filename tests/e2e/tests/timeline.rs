//! The timeline: what a reader does with it by pointer and by keyboard, and what is read out, in every engine.

use crate::checks::{check_fragment, check_heading, check_selection, measures, reported};
use anyhow::{Context, Result};
use e2e::timeline::{CALENDAR, LINES, STRIP};
use e2e::{Engine, Key, Reader, in_every_engine, in_one_engine, in_turn, page};
use serde_json::Value;
use std::collections::BTreeSet;

in_every_engine![
    dragging_moves_it_and_the_address_follows,
    the_wheel_zooms_around_the_pointer,
    two_fingers_zoom,
    the_strip_filters_the_table_by_time,
    the_drawing_is_saved
];

in_turn![
    the_buttons_and_the_keys_move_it,
    the_keyboard_walks_the_marks_and_opens_them,
    a_mark_for_several_facts_opens,
    lanes_fold_and_change,
    the_strip_answers_to_the_keyboard,
    a_measure_has_a_timeline_of_its_own
];

in_one_engine![every_dated_fact_is_drawn_and_listed,];

/// Time enough for every fact of the dataset.
const ALL_TIME: &str = "from=1990&to=2040";

/// The ids of the dated facts and commitments of a measure, and of those that the general report has on it.
fn dated(dataset: &'static Value, measure: &Value) -> Vec<String> {
    let lines = |list: &str, date: &str| {
        let own = measure[list].as_array().into_iter().flatten();
        let lines = own
            .chain(reported(dataset, measure, list))
            .filter(|line| !line[date].is_null());
        lines
            .filter_map(|line| line["id"].as_str().map(str::to_owned))
            .collect::<Vec<_>>()
    };
    [lines("state_of_play", "date"), lines("follow_up", "due")].concat()
}

/// The ids of the dated facts and commitments of the measures that fit, once for each measure.
fn facts(fits: impl Fn(&Value) -> bool) -> Result<Vec<String>> {
    let dataset = page::dataset()?;
    let measures = dataset["measures"].as_array().context("no measures")?;
    let fitting = measures.iter().filter(|measure| fits(measure));
    Ok(fitting.flat_map(|measure| dated(dataset, measure)).collect())
}

fn every_dated_fact_is_drawn_and_listed(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, &format!("#/timeline?priority=cybercrime&{ALL_TIME}"))?;
    let expected = facts(|measure| measure["source"] == "5618-20" && measure["priority"] == "cybercrime")?;
    assert!(!expected.is_empty());
    reader.wait_until("every fact has a mark", |reader| {
        Ok(reader.facts_drawn()? == expected.len())
    })?;
    // A line that concerns several measures has a mark in the row of each.
    let expected = BTreeSet::from_iter(expected);
    assert_eq!(reader.facts_in_view()?, expected.len());
    assert_eq!(BTreeSet::from_iter(reader.listed_facts()?), expected);
    Ok(())
}

fn dragging_moves_it_and_the_address_follows(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/timeline?from=2018&to=2020")?;
    drawn(&reader)?;
    let before = reader.days_in_view()?;
    reader.drag(LINES, 0.7, 0.4)?;
    reader.wait_until("later days are in view", |reader| Ok(before < reader.days_in_view()?))?;
    reader.wait_until("the address says so", |reader| {
        let (from, _) = reader.days_in_view()?;
        Ok(reader.fragment()?.contains(&format!("from={from}"))
            || reader.fragment()?.contains(&format!("from={}&", &from[..7])))
    })?;
    // A drag is no click: the page is the same.
    assert!(reader.fragment()?.starts_with("#/timeline"));
    Ok(())
}

fn the_wheel_zooms_around_the_pointer(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/timeline?from=2018&to=2020")?;
    drawn(&reader)?;
    reader.turn_wheel(LINES, 0.0, -400.0, false)?;
    assert_eq!(
        reader.days_in_view()?,
        ("2018-01-01".into(), "2020-12-31".into()),
        "without Ctrl the page scrolls"
    );
    reader.turn_wheel(LINES, 0.0, -400.0, true)?;
    reader.wait_until("it is nearer, and its beginning has stayed", |reader| {
        let (from, to) = reader.days_in_view()?;
        Ok(from == "2018-01-01" && to.as_str() < "2020-06-01")
    })?;
    reader.turn_wheel(CALENDAR, 0.0, 2000.0, false)?;
    reader.wait_until("over the calendar the wheel alone zooms", |reader| {
        Ok("2020-12-31" < reader.days_in_view()?.1.as_str())
    })
}

fn two_fingers_zoom(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/timeline?from=2018&to=2020")?;
    drawn(&reader)?;
    reader.pinch(LINES, (0.4, 0.6), (0.2, 0.8))?;
    reader.wait_until("a third of the time is in view, around the same middle", |reader| {
        let (from, to) = reader.days_in_view()?;
        let is_near = |day: &str, month: &str, next: &str| day.starts_with(month) || day.starts_with(next);
        Ok(is_near(&from, "2018-12", "2019-01") && is_near(&to, "2019-12", "2020-01"))
    })?;
    reader.pinch(LINES, (0.2, 0.8), (0.4, 0.6))?;
    reader.wait_until("all of it is in view again", |reader| {
        Ok(reader.days_in_view()?.0.starts_with("2018-01"))
    })?;
    // The second finger is let go where nobody hears it; then one finger pans, and does not zoom.
    reader.pinch_and_pan(LINES, (0.4, 0.6), (0.2, 0.8), 0.25)?;
    reader.wait_until("a third of the time is in view, earlier", |reader| {
        let (from, to) = reader.days_in_view()?;
        Ok(("2018-09".."2018-12").contains(&from.as_str()) && ("2019-08".."2019-12").contains(&to.as_str()))
    })
}

fn the_buttons_and_the_keys_move_it(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/timeline?from=2018&to=2020")?;
    drawn(&reader)?;
    let begin = reader.days_in_view()?;
    reader.press_motion("later")?;
    reader.wait_until(
        "later days are in view",
        |reader| Ok(begin.0 < reader.days_in_view()?.0),
    )?;
    reader.press_motion("earlier")?;
    reader.wait_until("it is back", |reader| Ok(reader.days_in_view()? == begin))?;
    reader.focus_on(LINES)?;
    for (key, says) in [(Key::Right, "later"), (Key::Left, "back")] {
        reader.press(key)?;
        reader.wait_until(says, |reader| {
            Ok((begin.0 < reader.days_in_view()?.0) == (says == "later"))
        })?;
    }
    reader.press_character('+')?;
    reader.wait_until("it is nearer", |reader| {
        Ok(begin.0 < reader.days_in_view()?.0 && reader.days_in_view()?.1 < begin.1)
    })?;
    reader.press_character('-')?;
    reader.wait_until("it is as far as before", |reader| Ok(reader.days_in_view()? == begin))?;
    reader.press(Key::Home)?;
    check_fragment(&reader, "#/timeline")
}

fn the_keyboard_walks_the_marks_and_opens_them(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, &format!("#/timeline?system=ees&{ALL_TIME}"))?;
    drawn(&reader)?;
    reader.focus_on(LINES)?;
    reader.press(Key::Tab)?;
    reader.wait_until("the first mark is read out", |reader| {
        Ok(!reader.mark_read_out()?.is_empty())
    })?;
    let first = reader.mark_read_out()?;
    reader.press(Key::Down)?;
    reader.wait_until("the mark of another line is read out", |reader| {
        Ok(reader.mark_read_out()? != first)
    })?;
    reader.press(Key::Up)?;
    // One fact: its measure opens at its line. Several: the card opens first.
    reader.go_to(&format!("#/timeline?priority=borders&q=exist&{ALL_TIME}"))?;
    reader.wait_until("the lines of one measure are left", |reader| {
        Ok(reader.lanes()? == ["borders"])
    })?;
    reader.focus_on(LINES)?;
    reader.press(Key::Tab)?;
    reader.wait_until("the adoption of the Regulation is read out", |reader| {
        let says = reader.mark_read_out()?;
        Ok(says.contains("20 November 2017") && says.contains("adoption") && says.contains("5618/20"))
    })?;
    reader.press(Key::Enter)?;
    check_heading(&reader, "Entry/Exist System Regulation")?;
    reader.wait_until("the line has the focus", |reader| Ok(reader.focused_id()? == "60-e1"))
}

fn a_mark_for_several_facts_opens(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/timeline?lanes=presidency&source=all")?;
    drawn(&reader)?;
    let count = reader.click_count()?;
    reader.wait_until("each of them is a link", |reader| Ok(reader.links_in_card()? == count))?;
    reader.press(Key::Escape)?;
    reader.wait_until("Escape closes it", |reader| Ok(reader.links_in_card()? == 0))
}

fn lanes_fold_and_change(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, &format!("#/timeline?{ALL_TIME}"))?;
    drawn(&reader)?;
    let expected = BTreeSet::from_iter(facts(|measure| measure["source"] == "5618-20")?).len();
    assert_eq!(reader.facts_in_view()?, expected);
    reader.turn_lane("money")?;
    reader.wait_until("the address says so", |reader| {
        Ok(reader.fragment()?.ends_with("toggled=money"))
    })?;
    reader.choose_lanes("system")?;
    reader.wait_until("the systems are the lanes", |reader| {
        Ok(reader.lanes()?.contains(&"ees".to_owned()))
    })?;
    check_fragment(&reader, "#/timeline?from=1990&lanes=system&to=2040")
}

fn the_strip_filters_the_table_by_time(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?from=2019&to=2019-06")?;
    let dataset = page::dataset()?;
    let expected = measures(|measure| {
        let has = |name: &str, start: &str, end: &str| {
            let list = measure[name].as_array().into_iter().flatten();
            list.chain(reported(dataset, measure, name))
                .any(|record| overlaps_first_half_of_2019(&record[start], &record[end]))
        };
        let came = measure["follow_up"].as_array().into_iter().flatten();
        let came = came.chain(reported(dataset, measure, "follow_up"));
        let mut came = came.map(|commitment| &commitment["outcome"]);
        let is_in = has("state_of_play", "date", "end")
            || has("follow_up", "due", "due_end")
            || came.any(|outcome| overlaps_first_half_of_2019(&outcome["date"], &outcome["date_end"]));
        measure["source"] == "5618-20" && is_in
    })?;
    check_selection(&reader, &expected)?;
    reader.drag(STRIP, 0.05, 0.3)?;
    reader.wait_until("the address has the months that were drawn over", |reader| {
        let fragment = reader.fragment()?;
        Ok(fragment.contains("from=") && !fragment.contains("from=2019&"))
    })?;
    reader.wait_until("other measures are left", |reader| {
        Ok(BTreeSet::from_iter(reader.rows()?) != expected)
    })
}

/// Whether a date of the JSON, or the time from it to `end`, has a day in the first half of 2019.
fn overlaps_first_half_of_2019(start: &Value, end: &Value) -> bool {
    let Some(start) = start.as_str() else { return false };
    let last = end.as_str().unwrap_or(start);
    // Halves and quarters are written with letters after the digits of months.
    let first_month = |date: &str| match date.get(5..) {
        None | Some("H1" | "Q1") => 1,
        Some("Q2") => 4,
        Some("H2" | "Q3") => 7,
        Some("Q4") => 10,
        Some(month) => month[..2].parse().unwrap_or(1),
    };
    let last_month = |date: &str| match date.get(5..) {
        None | Some("H2" | "Q4") => 12,
        Some("Q1") => 3,
        Some("H1" | "Q2") => 6,
        Some("Q3") => 9,
        Some(month) => month[..2].parse().unwrap_or(12),
    };
    let year = |date: &str| date[..4].parse::<u32>().unwrap_or_default();
    let (from, to) = (
        12 * year(start) + first_month(start),
        12 * year(last) + last_month(last),
    );
    from <= 12 * 2019 + 6 && 12 * 2019 < to
}

fn the_strip_answers_to_the_keyboard(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?from=2019&to=2019-06")?;
    reader.focus_on("[data-handle=from]")?;
    reader.press(Key::Left)?;
    check_fragment(&reader, "#/table?from=2018-12&to=2019-06")?;
    reader.focus_on("[data-handle=to]")?;
    reader.press(Key::Right)?;
    check_fragment(&reader, "#/table?from=2018-12&to=2019-07")?;
    reader.back()?;
    check_fragment(&reader, "#/table?from=2018-12&to=2019-06")
}

fn the_drawing_is_saved(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/timeline?priority=money")?;
    drawn(&reader)?;
    for (form, says) in [
        ("svg", "Saved as iss-followup-timeline.svg."),
        ("png", "Saved as iss-followup-timeline.png."),
    ] {
        reader.save_drawing(form)?;
        reader.wait_until(says, |reader| Ok(reader.said_of_saving()? == says))?;
    }
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}

fn a_measure_has_a_timeline_of_its_own(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/60")?;
    drawn(&reader)?;
    reader.wait_until("its row is named", |reader| {
        Ok(reader.visible_text_of_app()?.contains("COM(2016) 602 final"))
    })?;
    reader.focus_on("[data-marks]")?;
    reader.wait_until("its first mark is read out", |reader| {
        Ok(reader.mark_read_out()?.contains("60 Entry/Exist System Regulation"))
    })
}

/// The drawing is there, with a mark.
fn drawn(reader: &Reader) -> Result<()> {
    reader.wait_until("the drawing is there", |reader| Ok(0 < reader.facts_drawn()?))
}
