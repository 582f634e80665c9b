//! The handover brief of a Presidency: what stands in it, how it is narrowed, set beside another, and copied.

use crate::checks::{check_fragment, every_commitment};
use anyhow::{Context, Result};
use e2e::{Engine, Key, Reader, in_engines, in_one_engine, in_turn, page};
use serde_json::Value;
use std::collections::BTreeSet;

in_turn![a_brief_is_copied_as_markdown, the_keyboard_opens_another_presidency];

in_one_engine![
    the_presidency_in_office_inherits_what_the_data_say,
    a_filter_narrows_the_brief,
    a_line_leads_to_its_measure,
    an_unknown_presidency_is_explained,
];

// The same in each engine: not in Chromium, which has most of such tests.
in_engines![ELSEWHERE, [WebKit], two_presidencies_stand_side_by_side,];

/// The first day of the Croatian Presidency.
const FIRST_DAY: &str = "2020-01-01";

/// The ids of what the Croatian Presidency inherited from 5618/20, open or past due: promised by its first day, and not yet done.
/// What no source speaks of counts as long as its time was not over.
fn inherited(fits: impl Fn(&Value) -> bool) -> Result<BTreeSet<String>> {
    let others: BTreeSet<String> = ["com-2016-602", "10944-18", "15070-19", "5754-20"]
        .iter()
        .map(|source| commitments_of(source))
        .collect::<Result<Vec<_>>>()?
        .into_iter()
        .flatten()
        .collect();
    let is_to_come = |commitment: &Value| {
        // A date is over before the year 2020 when its last year is.
        let last = commitment["due_end"].as_str().or(commitment["due"].as_str());
        last.is_some_and(|last| FIRST_DAY[..4] <= last[..4])
    };
    let all = every_commitment(|commitment| {
        let outcome = &commitment["outcome"];
        let done = outcome["date"].as_str().is_some_and(|done| done < FIRST_DAY);
        let is_pending = match outcome["state"].as_str() {
            Some("open" | "overdue") => true,
            Some("unknown") => is_to_come(commitment),
            // What was in time came by its due date.
            Some("met") if outcome["date"].is_null() => is_to_come(commitment),
            _ => !done,
        };
        is_pending && fits(commitment)
    })?;
    Ok(&all - &others)
}

/// The ids of the commitments of one source.
fn commitments_of(source: &str) -> Result<Vec<String>> {
    let dataset = page::dataset()?;
    let measures = dataset["measures"].as_array().context("no measures")?;
    let own = measures.iter().filter(|measure| measure["source"] == source);
    let lines = own.flat_map(|measure| measure["follow_up"].as_array().into_iter().flatten());
    Ok(lines
        .filter_map(|line| line["id"].as_str())
        .map(str::to_owned)
        .collect())
}

fn names_ees(commitment: &Value) -> bool {
    let names = |field: &str| commitment[field].as_array().into_iter().flatten().any(|id| id == "ees");
    names("bodies") || names("owners")
}

fn the_presidency_in_office_inherits_what_the_data_say(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/presidency")?;
    reader.wait_until("the brief is there", |reader| {
        Ok(reader.main_heading()? == "Croatian Presidency")
    })?;
    let expected = inherited(|_| true)?;
    assert!(200 < expected.len());
    reader.unfold_brief("HR-inherited")?;
    assert_eq!(reader.brief_lines("HR-inherited")?, expected);
    assert_eq!(reader.brief_count("inherited")?, expected.len());
    // The other arrangement has the same lines.
    reader.arrange_brief("working-party")?;
    check_fragment(&reader, "#/presidency?by=working-party")?;
    reader.wait_until("the groups are working parties", |reader| {
        Ok(reader.brief_groups("HR-inherited")?.contains(&"cosi".to_owned()))
    })?;
    reader.unfold_brief("HR-inherited")?;
    assert_eq!(reader.brief_lines("HR-inherited")?, expected);
    Ok(())
}

fn a_filter_narrows_the_brief(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/presidency/HR")?;
    let whole = reader.brief_count("inherited")?;
    reader.toggle("system", "ees")?;
    check_fragment(&reader, "#/presidency/HR?system=ees")?;
    let expected = inherited(names_ees)?;
    reader.wait_until("fewer are inherited", |reader| {
        Ok(reader.brief_count("inherited")? == expected.len())
    })?;
    assert!(!expected.is_empty() && expected.len() < whole);
    reader.unfold_brief("HR-inherited")?;
    assert_eq!(reader.brief_lines("HR-inherited")?, expected);
    reader.remove_chip(0)?;
    check_fragment(&reader, "#/presidency/HR")?;
    reader.wait_until("everything is back", |reader| {
        Ok(reader.brief_count("inherited")? == whole)
    })
}

fn two_presidencies_stand_side_by_side(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/presidency/FI")?;
    assert_eq!(reader.briefs()?, ["FI"]);
    reader.set_brief_beside("HR")?;
    check_fragment(&reader, "#/presidency/FI?beside=HR")?;
    reader.wait_until("both are there", |reader| Ok(reader.briefs()? == ["FI", "HR"]))?;
    // What one hands on the next inherits.
    reader.unfold_brief("FI-handed-on")?;
    reader.unfold_brief("HR-inherited")?;
    assert_eq!(reader.brief_lines("FI-handed-on")?, reader.brief_lines("HR-inherited")?);
    reader.set_brief_beside("")?;
    check_fragment(&reader, "#/presidency/FI")?;
    reader.wait_until("one is left", |reader| Ok(reader.briefs()? == ["FI"]))
}

fn a_brief_is_copied_as_markdown(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/presidency/HR?system=ees")?;
    // A browser that has no clipboard shows the text to copy by hand.
    reader.without_clipboard()?;
    reader.copy_brief()?;
    reader.wait_until("the text is there", |reader| Ok(!reader.text_to_copy()?.is_empty()))?;
    let text = reader.text_to_copy()?;
    assert!(text.starts_with("# Handover brief: Croatian Presidency\n"), "{text}");
    assert!(text.contains("Only: Information system: EES"), "{text}");
    for id in inherited(names_ees)? {
        assert!(text.contains(&format!("; {id})")), "{id} is missing in {text}");
    }
    Ok(())
}

fn the_keyboard_opens_another_presidency(engine: Engine) -> Result<()> {
    /// More than all the filters and tabs before the picker.
    const STEPS: usize = 400;
    let reader = Reader::open(engine, "#/presidency/HR")?;
    for _ in 0..STEPS {
        if reader.focused_brief()?.as_deref() == Some("FI") {
            break;
        }
        reader.press(Key::Tab)?;
    }
    assert_eq!(
        reader.focused_brief()?.as_deref(),
        Some("FI"),
        "the Tab key never reaches it"
    );
    reader.press(Key::Enter)?;
    check_fragment(&reader, "#/presidency/FI")?;
    reader.wait_until("the other brief is there", |reader| Ok(reader.briefs()? == ["FI"]))?;
    // The reader goes on where the link stands.
    assert_eq!(reader.focused_brief()?.as_deref(), Some("FI"));
    Ok(())
}

fn a_line_leads_to_its_measure(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/presidency/HR?system=ees")?;
    reader.follow_brief_line("HR-inherited", "60-c1")?;
    check_fragment(&reader, "#/measure/60?fact=60-c1&system=ees")?;
    reader.wait_until("the line has the focus", |reader| Ok(reader.focused_id()? == "60-c1"))
}

fn an_unknown_presidency_is_explained(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/presidency/hr")?;
    check_fragment(&reader, "#/presidency/HR")?;
    reader.go_to("#/presidency/XX")?;
    reader.wait_until("the link is explained", |reader| {
        Ok(reader.notices()?.iter().any(|notice| notice.contains("XX")))
    })?;
    assert_eq!(reader.briefs()?, [""; 0]);
    reader.go_to("#/presidency/FI?beside=YY")?;
    reader.wait_until("what stands beside it is explained", |reader| {
        Ok(reader.briefs()? == ["FI"] && reader.notices()?.iter().any(|notice| notice.contains("YY")))
    })
}
