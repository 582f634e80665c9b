//! What a reader can rely on who moves the day as of which everything is told, or looks at a window of time.

use crate::checks::{MEASURES, check_fragment, check_selection, every_commitment, measures};
use anyhow::{Context, Result};
use e2e::{Engine, Reader, in_engines, in_turn, page};
use serde_json::Value;
use std::collections::BTreeSet;

in_turn![moving_the_day_changes_counts_and_address_and_back_returns];

// The same in each engine: not in Chromium, which has most of such tests.
in_engines![
    ELSEWHERE,
    [WebKit],
    a_link_tells_a_promise_as_it_stood_on_its_day,
    the_page_of_a_measure_follows_the_day,
    a_window_is_a_chip_that_can_be_taken_out,
    another_day_is_in_nobodys_way,
    the_table_and_its_links_keep_the_day,
    what_is_no_day_of_the_record_changes_nothing,
];

/// Parliament and Council were to agree "by end 2016", and did on 20 November 2017.
const PROMISE: &str = "com-3.2-c1";

const STATUS_DATE: &str = "3 February 2020";

fn a_link_tells_a_promise_as_it_stood_on_its_day(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    for (as_of, words, outcome) in [
        ("2016-10-31", "31 October 2016", "open"),
        ("2017-06-30", "30 June 2017", "overdue"),
        ("2017-12-31", "31 December 2017", "met-late"),
    ] {
        let link = format!("#/commitments?as-of={as_of}&per=none&source=com-2016-602");
        reader.go_to(&link)?;
        reader.wait_until(&format!("{PROMISE} is {outcome}"), |reader| {
            Ok(reader.outcome_of(PROMISE)? == outcome)
        })?;
        let is_known = reader.commitment_text(PROMISE)?.contains("5618/20 reports");
        assert_eq!(is_known, outcome == "met-late", "what was reported later");
        assert!(reader.as_of_line()?.starts_with(&format!("As of {words}")));
        assert!(reader.edition()?.ends_with(STATUS_DATE), "{}", reader.edition()?);
        check_fragment(&reader, &link)?;
    }
    reader.go_to("#/commitments?as-of=2020-02-03&per=none&source=com-2016-602")?;
    check_fragment(&reader, "#/commitments?per=none&source=com-2016-602")?;
    assert_eq!(reader.as_of_line()?, "");
    Ok(())
}

fn moving_the_day_changes_counts_and_address_and_back_returns(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/commitments?per=none&source=all")?;
    let all = every_commitment(|_| true)?.len();
    let of = |fits: &dyn Fn(&Value) -> bool| Ok::<_, anyhow::Error>((every_commitment(fits)?.len(), all));
    let past_due = of(&|commitment| commitment["outcome"]["state"] == "overdue")?;
    let unknown = of(&|commitment| commitment["outcome"]["state"] == "unknown")?;
    let settled = settled_by("2020-12-15")?;
    let later = of(&|commitment| is_unknown_later(commitment, "2020-12-15", &settled))?;
    assert!(unknown.0 < later.0);
    let check = |expected: (usize, usize)| {
        reader.wait_until(&format!("of {expected:?} nothing is known"), |reader| {
            Ok(reader.outcome_count("unknown")? == expected && reader.outcome_count("overdue")?.0 <= past_due.0)
        })
    };
    check(unknown)?;
    assert_eq!(reader.chosen_day()?, "3 Feb 2020");
    reader.choose_day("2020-12-15")?;
    check(later)?;
    check_fragment(&reader, "#/commitments?as-of=2020-12-15&per=none&source=all")?;
    // A day moved on is no step of its own.
    reader.choose_day("2021-12-31")?;
    check_fragment(&reader, "#/commitments?as-of=2021-12-31&per=none&source=all")?;
    reader.back()?;
    check_fragment(&reader, "#/commitments?per=none&source=all")?;
    check(unknown)?;
    assert_eq!(reader.chosen_day()?, "3 Feb 2020");
    reader.choose_day("2020-12-15")?;
    check(later)?;
    reader.return_to_status_date()?;
    check(unknown)?;
    check_fragment(&reader, "#/commitments?per=none&source=all")
}

/// The commitments of which a later fact had shown by that day what became of them.
fn settled_by(as_of: &str) -> Result<BTreeSet<&'static str>> {
    let dataset = page::dataset()?;
    let homes = ["measures", "reports"].map(|list| dataset[list].as_array().into_iter().flatten());
    let facts = homes
        .into_iter()
        .flatten()
        .flat_map(|home| home["since"].as_array().into_iter().flatten());
    let known = facts.filter(|fact| {
        fact["date"]
            .as_str()
            .is_some_and(|date| days_of(date)[0].as_str() <= as_of)
    });
    let about = known.flat_map(|fact| fact["about"].as_array().into_iter().flatten());
    let settled = about.filter(|about| !about["outcome"].is_null());
    Ok(settled.filter_map(|about| about["commitment"].as_str()).collect())
}

/// The first and the last day of a date such as `2019`, `2019-H1`, `2019-Q2`, `2019-10` or `2019-10-17`. Every month goes on to a
/// 31st: the order of letters is the order of time, and no day lies between.
fn days_of(date: &str) -> [String; 2] {
    let ends = match date.get(5..) {
        None => ["01-01", "12-31"],
        Some("H1") => ["01-01", "06-31"],
        Some("H2") => ["07-01", "12-31"],
        Some("Q1") => ["01-01", "03-31"],
        Some("Q2") => ["04-01", "06-31"],
        Some("Q3") => ["07-01", "09-31"],
        Some("Q4") => ["10-01", "12-31"],
        Some(month) if month.len() == 2 => return ["01", "31"].map(|day| format!("{date}-{day}")),
        Some(_) => return [date.to_owned(), date.to_owned()],
    };
    ends.map(|end| format!("{}-{end}", &date[..4]))
}

/// After the edition's date, nobody knows of what was open then and has no date, or one that is over, unless a later fact tells.
fn is_unknown_later(commitment: &Value, as_of: &str, settled: &BTreeSet<&str>) -> bool {
    if commitment["id"].as_str().is_some_and(|id| settled.contains(id)) {
        return false;
    }
    let due = commitment["due_end"].as_str().or(commitment["due"].as_str());
    let last = due.map(|due| days_of(due)[1].clone());
    let recorded = &commitment["outcome"]["state"];
    recorded == "unknown" || recorded == "open" && last.is_none_or(|last| last.as_str() < as_of)
}

fn the_table_and_its_links_keep_the_day(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?as-of=2018-06-30&role=acted")?;
    reader.wait_until("the line names the day", |reader| {
        Ok(reader.as_of_line()?.contains("30 June 2018"))
    })?;
    assert!(reader.as_of_line()?.contains("status of a measure"));
    let before = reader.facet_count("presidency", "FI")?;
    reader.open_tab("actors")?;
    check_fragment(&reader, "#/actors?as-of=2018-06-30&role=acted")?;
    reader.open_tab("table")?;
    check_fragment(&reader, "#/table?as-of=2018-06-30&role=acted")?;
    let first = reader.rows()?.first().cloned().context("no row")?;
    reader.follow_measure(&first)?;
    check_fragment(&reader, &format!("#/measure/{first}?as-of=2018-06-30&role=acted"))?;
    reader.back()?;
    reader.wait_until("the rows are back", |reader| Ok(!reader.rows()?.is_empty()))?;
    reader.return_to_status_date()?;
    check_fragment(&reader, "#/table?role=acted")?;
    reader.wait_until("more measures have been acted on", |reader| {
        Ok(before < reader.facet_count("presidency", "FI")?)
    })
}

fn the_page_of_a_measure_follows_the_day(engine: Engine) -> Result<()> {
    let expected = |as_of: &str| -> Result<BTreeSet<String>> {
        let dataset = page::dataset()?;
        let measures = dataset["measures"].as_array().context("no measures")?;
        let measure = measures.iter().find(|measure| measure["id"] == "31");
        let events = measure.context("no measure 31")?["state_of_play"].as_array();
        // A date that begins after a day in May has later letters than the day, but for the first half of a year.
        let is_later = |event: &&Value| match event["date"].as_str() {
            Some(date) if date.ends_with("H1") => as_of[..4] < date[..4],
            Some(date) => as_of < date,
            None => false,
        };
        let later = events.context("no facts")?.iter().filter(is_later);
        let ids = later.filter_map(|event| event["id"].as_str()).map(str::to_owned);
        Ok(ids.collect())
    };
    let reader = Reader::open(engine, "#/measure/31?as-of=2019-05-15")?;
    let check = |as_of: &str| {
        let expected = expected(as_of)?;
        assert!(!expected.is_empty());
        reader.wait_until(&format!("what is later than {as_of} is planned"), |reader| {
            Ok(BTreeSet::from_iter(reader.planned_facts()?) == expected)
        })
    };
    check("2019-05-15")?;
    assert!(reader.as_of_line()?.contains("summary and status"));
    reader.choose_day("2018-05-15")?;
    check("2018-05-15")?;
    check_fragment(&reader, "#/measure/31?as-of=2018-05-15")?;
    reader.return_to_status_date()?;
    check_fragment(&reader, "#/measure/31")?;
    reader.wait_until("nothing is planned", |reader| Ok(reader.planned_facts()?.is_empty()))?;
    assert_eq!(reader.as_of_line()?, "");
    assert_eq!(reader.chosen_day()?, "3 Feb 2020");
    Ok(())
}

fn what_is_no_day_of_the_record_changes_nothing(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?as-of=2019-05-15")?;
    for (value, hint) in [("", "Not a complete date"), ("1919-06-30", "The record covers")] {
        reader.choose_day(value)?;
        reader.wait_until(&format!("the page says: {hint}"), |reader| {
            let says = reader.day_hint()?;
            Ok(says.starts_with(hint) && says.ends_with("still as of 15 May 2019."))
        })?;
        check_fragment(&reader, "#/table?as-of=2019-05-15")?;
    }
    reader.choose_day("2019-05-16")?;
    check_fragment(&reader, "#/table?as-of=2019-05-16")?;
    reader.wait_until("the page says no more", |reader| Ok(reader.day_hint()?.is_empty()))
}

fn a_window_is_a_chip_that_can_be_taken_out(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?from=2022&to=2024")?;
    let expected = measures(|measure| {
        let dates = ["state_of_play", "follow_up"].into_iter().flat_map(|list| {
            let lines = measure[list].as_array().into_iter().flatten();
            lines.flat_map(|line| {
                ["date", "end", "due", "due_end"].map(|field| line[field].as_str().unwrap_or_default())
            })
        });
        dates.into_iter().any(|date| "2022" <= date)
    })?;
    assert!(!expected.is_empty() && expected.len() < MEASURES);
    check_selection(&reader, &expected)?;
    let heading = reader.main_heading()?;
    assert!(heading.contains("from 2022 to 2024"), "{heading}");
    reader.remove_chip(0)?;
    check_fragment(&reader, "#/table")?;
    check_selection(&reader, &measures(|_| true)?)
}

fn another_day_is_in_nobodys_way(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?as-of=2019-05-15&from=2018-03&to=2020-06")?;
    for link in [
        "#/table?as-of=2019-05-15&from=2018-03&to=2020-06",
        "#/measure/60?as-of=2021-05-15",
    ] {
        reader.go_to(link)?;
        reader.resize(1440, 900)?;
        reader.wait_until("the line is there", |reader| Ok(!reader.as_of_line()?.is_empty()))?;
        assert_eq!(reader.axe_violations()?, [""; 0], "{link}");
        reader.resize(390, 844)?;
        assert_eq!(reader.overflow_px()?, 0, "{link}");
    }
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}
