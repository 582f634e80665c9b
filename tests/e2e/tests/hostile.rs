//! What should break the page and does not: data that is damaged, endless or meant to do harm, browsers that refuse, and
//! readers in a hurry. Each ends in a sentence and a page that works.

use crate::checks::{MEASURES, check_fragment, check_heading, check_measure_address};
use anyhow::{Context, Result};
use e2e::hostile::OtherPage;
use e2e::{Engine, Reader, Setting, in_engines, in_one_engine, in_turn, page};
use serde_json::{Value, json};

in_turn![
    without_history_the_page_works,
    five_hundred_navigations_at_once_end_where_the_address_is,
    a_fragment_of_a_megabyte_is_answered
];

in_one_engine![markup_in_every_text_is_a_text];

// The same in each engine: not in Chromium, which has most of such tests.
in_engines![
    ELSEWHERE,
    [Firefox],
    data_that_is_no_json_is_told_with_its_place,
    every_fault_of_the_data_is_listed_with_its_path,
    a_text_that_turns_the_line_is_a_fault_and_turns_nothing,
    a_fragment_that_turns_the_line_turns_nothing,
    a_list_of_thousands_comes_by_and_by,
    a_title_of_100_kb_stays_within_the_page,
    thousands_of_measures_open_and_are_filtered,
    an_early_browser_is_told_what_is_missing,
    a_browser_without_decompression_is_told_to_be_old,
];

const WIDE: (u32, u32) = (1440, 900);
const NARROW: (u32, u32) = (390, 844);

/// A page of each kind that shows texts of the data.
const PAGES: [&str; 8] = [
    "#/table?source=all",
    "#/timeline",
    "#/presidency/HR",
    "#/commitments",
    "#/documents",
    "#/measure/31",
    "#/body/europol",
    "#/about",
];

/// What runs, ends an element or leads astray where it is taken for more than a text.
const HARMFUL: &str = "</script><script>window.hacked = 1</script><img src=x onerror=\"window.hacked = 1\"><!--\
                       \"'`${window.hacked = 1}{{program}}]]>&lt;svg onload=window.hacked=1&gt; שלום =1+1";

/// The fields whose texts are for readers: any text may stand there.
const FREE: [&str; 13] = [
    "title",
    "summary",
    "status_reason",
    "text",
    "note",
    "section",
    "short",
    "name",
    "meaning",
    "short_title",
    "group",
    "country",
    "printed",
];

fn data_that_is_no_json_is_told_with_its_place(engine: Engine) -> Result<()> {
    let reader = OtherPage::with_dataset("{\"schema_version\": 2,\n <b>")?.open(engine, "#/measure/31")?;
    let text = reader.visible_text_of_app()?;
    for part in [
        "cannot be used",
        "cannot be read as JSON",
        "line 2, column 2",
        "intact copy",
    ] {
        assert!(text.contains(part), "{text}");
    }
    check_quiet(&reader)
}

fn every_fault_of_the_data_is_listed_with_its_path(engine: Engine) -> Result<()> {
    let mut dataset = page::dataset()?.clone();
    dataset["measures"][30]["status"] = json!("done");
    dataset["measures"][2]["priority"] = json!("<b>none</b>");
    dataset["edition"]["status_date"] = json!("soon");
    let reader = OtherPage::with_dataset(&dataset.to_string())?.open(engine, "#/table")?;
    let faults = reader.faults()?;
    for path in ["edition.status_date", "measures[2].priority", "measures[30].status"] {
        assert!(
            faults.iter().any(|fault| fault.starts_with(path)),
            "{path} in {faults:?}"
        );
    }
    assert_eq!(faults.len(), 3, "{faults:?}");
    check_quiet(&reader)
}

fn a_text_that_turns_the_line_is_a_fault_and_turns_nothing(engine: Engine) -> Result<()> {
    let mut dataset = page::dataset()?.clone();
    dataset["measures"][0]["title"] = json!("Terror\u{202e}tsi");
    let reader = OtherPage::with_dataset(&dataset.to_string())?.open(engine, "#/table")?;
    let faults = reader.faults()?;
    assert!(
        faults[0].starts_with("measures[0].title: ") && faults[0].contains("U+202E"),
        "{faults:?}"
    );
    assert!(!faults[0].contains('\u{202e}'), "{faults:?}");
    check_quiet(&reader)
}

fn markup_in_every_text_is_a_text(engine: Engine) -> Result<()> {
    let mut dataset = page::dataset()?.clone();
    // What things are called is not all free: short codes begin with a word.
    let words = dataset["words"].take();
    change_texts(&mut dataset, "", &|text| text.push_str(HARMFUL));
    dataset["words"] = words;
    let reader = OtherPage::with_dataset(&dataset.to_string())?.open(engine, "#/table?source=5618-20")?;
    assert_eq!(reader.rows()?.len(), MEASURES);
    reader.resize(NARROW.0, NARROW.1)?;
    for fragment in PAGES {
        open(&reader, fragment)?;
        assert!(
            reader
                .visible_text_of_app()?
                .contains("</script><script>window.hacked = 1</script>"),
            "{fragment}"
        );
        assert_eq!(reader.overflow_px()?, 0, "{fragment}");
    }
    check_quiet(&reader)
}

fn a_title_of_100_kb_stays_within_the_page(engine: Engine) -> Result<()> {
    let mut dataset = page::dataset()?.clone();
    let measure = &mut dataset["measures"][30];
    for field in ["title", "summary", "status_reason"] {
        measure[field] = json!("x".repeat(100_000));
    }
    let id = measure["id"].as_str().context("no id")?.to_owned();
    let reader = OtherPage::with_dataset(&dataset.to_string())?.open(engine, "#/table")?;
    let own = format!("#/measure/{id}");
    for (width_px, height_px) in [WIDE, NARROW] {
        reader.resize(width_px, height_px)?;
        for fragment in ["#/table", "#/timeline", "#/presidency/HR", "#/commitments", &own] {
            open(&reader, fragment)?;
            assert_eq!(reader.overflow_px()?, 0, "{fragment} at {width_px} px");
        }
    }
    check_heading(&reader, &"x".repeat(100_000))?;
    check_quiet(&reader)
}

fn thousands_of_measures_open_and_are_filtered(engine: Engine) -> Result<()> {
    let dataset = with_thousands(engine)?;
    let measures = dataset["measures"].as_array().context("no measures")?;
    let blocked = measures
        .iter()
        .filter(|measure| measure["source"] == "5618-20" && measure["status"] == "blocked")
        .count();
    let reader = OtherPage::with_dataset(&dataset.to_string())?.open(engine, "#/measure/31")?;
    reader.go_to("#/table?status=blocked")?;
    reader.wait_until("the blocked ones are counted", |reader| {
        Ok(reader.rows()?.len() == blocked)
    })?;
    check_quiet(&reader)
}

fn a_list_of_thousands_comes_by_and_by(engine: Engine) -> Result<()> {
    const MOST: usize = 1000;
    let dataset = with_thousands(engine)?;
    let homes = ["measures", "reports"].map(|list| dataset[list].as_array().into_iter().flatten());
    let homes = homes.into_iter().flatten().filter(|home| home["source"] == "5618-20");
    let lines = homes.flat_map(|home| home["follow_up"].as_array().into_iter().flatten());
    let ids: Vec<&str> = lines.filter_map(|line| line["id"].as_str()).collect();
    let reader = OtherPage::with_dataset(&dataset.to_string())?.open(engine, "#/commitments?per=none")?;
    let (_, all) = reader.outcome_count("open")?;
    assert_eq!(all, ids.len());
    let first = reader.commitments()?;
    assert!((1..MOST).contains(&first.len()), "{} rows", first.len());
    reader.show_more("commitments")?;
    reader.wait_until("more rows stand there", |reader| {
        Ok((first.len() + 1..MOST).contains(&reader.commitments()?.len()))
    })?;
    reader.wait_for_focus(".commitment-row a")?;
    let drawn = reader.commitments()?;
    assert_eq!(drawn[..first.len()], first);
    let late = ids.iter().rfind(|id| drawn.iter().all(|drawn| drawn != *id));
    let late = late.context("every row is there")?;
    reader.go_to(&format!("#/commitments?fact={late}&per=none"))?;
    reader.wait_for_focus(&format!("[data-commitment='{late}']"))?;
    assert!(reader.commitments()?.len() < MOST);
    check_quiet(&reader)
}

fn a_fragment_of_a_megabyte_is_answered(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/31")?;
    reader.set_fragment(&format!("/table?q={}", "x".repeat(1_000_000)))?;
    reader.wait_until("the page says that the link is too long", |reader| {
        let notices = reader.notices()?;
        Ok(notices.iter().any(|notice| notice.contains("far too long")))
    })?;
    check_fragment(&reader, "#/table")?;
    assert_eq!(reader.rows()?.len(), MEASURES);
    check_quiet(&reader)
}

fn a_fragment_that_turns_the_line_turns_nothing(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/%E2%80%AE%3Cimg%20src=x%20onerror=hacked=1%3E")?;
    let text = reader.visible_text_of_app()?;
    assert!(text.contains("No such measure") && !text.contains('\u{202e}'), "{text}");
    reader.go_to("#/table?body=%E2%80%AEevil&role=%E2%80%AE")?;
    reader.wait_until("both are told", |reader| Ok(reader.notices()?.len() == 2))?;
    let notices = reader.notices()?;
    assert!(notices.iter().all(|notice| !notice.contains('\u{202e}')), "{notices:?}");
    check_quiet(&reader)
}

fn five_hundred_navigations_at_once_end_where_the_address_is(engine: Engine) -> Result<()> {
    let dataset = page::dataset()?;
    let reader = Reader::open(engine, "#/table")?;
    let fragments: Vec<String> = (0..500)
        .map(|number| format!("/measure/{}", 30 + number % 20))
        .collect();
    reader.hurry_through(&fragments)?;
    check_agreement(&reader, dataset)?;
    reader.hurry_back_and_forward(300)?;
    check_agreement(&reader, dataset)?;
    reader.switch_theme()?;
    check_quiet(&reader)
}

fn without_history_the_page_works(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::NoHistory, "#/table?presidency=FI&nonsense=1")?;
    reader.toggle("presidency", "HR")?;
    check_fragment(&reader, "#/table?presidency=FI,HR")?;
    let first = reader.rows()?.into_iter().next().context("no row")?;
    reader.follow_measure(&first)?;
    check_measure_address(&reader, &first)?;
    reader.back()?;
    check_fragment(&reader, "#/table?presidency=FI,HR")?;
    assert!(
        reader.history_length()? < 10,
        "the address and the page chase each other"
    );
    check_quiet(&reader)
}

fn a_browser_without_decompression_is_told_to_be_old(engine: Engine) -> Result<()> {
    check_refusal(engine, Setting::Bygone, "too old")
}

fn an_early_browser_is_told_what_is_missing(engine: Engine) -> Result<()> {
    check_refusal(engine, Setting::Early, "WebAssembly")
}

fn check_refusal(engine: Engine, setting: Setting, reason: &str) -> Result<()> {
    let reader = Reader::open_in(engine, setting, "#/measure/31")?;
    assert_eq!(reader.state()?, "failed");
    let text = reader.why_not()?;
    assert!(text.contains(reason) && text.contains("Firefox"), "{text}");
    check_quiet(&reader)
}

/// Nothing of the data ran, and nothing is complained about; what an engine says of too much haste is its own.
fn check_quiet(reader: &Reader) -> Result<()> {
    assert!(!reader.is_hacked()?, "something of the data ran");
    let mut errors = reader.console_errors()?;
    errors.retain(|error| !error.contains("Too many calls to Location or History"));
    assert_eq!(errors, [""; 0]);
    Ok(())
}

/// Goes there and waits until it is shown.
fn open(reader: &Reader, fragment: &str) -> Result<()> {
    let before = (reader.main_heading()?, reader.window_title()?);
    let is_other = !reader.fragment()?.starts_with(fragment);
    reader.go_to(fragment)?;
    reader.wait_until(&format!("{fragment} is shown"), |reader| {
        Ok(!is_other || (reader.main_heading()?, reader.window_title()?) != before)
    })
}

/// The measure, or the table, that the address names comes to be shown, and stays so.
fn check_agreement(reader: &Reader, dataset: &Value) -> Result<()> {
    let measures = dataset["measures"].as_array().context("no measures")?;
    let title = |id: &str| {
        let measure = measures.iter().find(|measure| measure["id"] == id);
        measure.and_then(|measure| measure["title"].as_str()).map(str::to_owned)
    };
    let agrees = |reader: &Reader| {
        let fragment = reader.fragment()?;
        let shown = reader.main_heading()?;
        let named = fragment
            .strip_prefix("#/measure/")
            .and_then(|id| title(id.split('?').next()?));
        Ok(named.map_or(shown.starts_with("All 74"), |title| title == shown))
    };
    reader.wait_until("address and page agree", agrees)
}

/// Changes every text for readers.
fn change_texts(value: &mut Value, field: &str, change: &impl Fn(&mut String)) {
    match value {
        Value::String(text) if FREE.contains(&field) => change(text),
        Value::Array(items) => items.iter_mut().for_each(|item| change_texts(item, field, change)),
        Value::Object(fields) => fields
            .iter_mut()
            .for_each(|(name, inner)| change_texts(inner, name, change)),
        _ => {}
    }
}

/// The shipped data with copies of the measures of the strategy: ten thousand; WebKitGTK takes three times as long as the
/// others, and its driver waits for the page to be there.
fn with_thousands(engine: Engine) -> Result<Value> {
    let copies = if engine == Engine::WebKit { 28 } else { 136 };
    let mut dataset = page::dataset()?.clone();
    let measures = dataset["measures"].as_array().context("no measures")?.clone();
    let of_strategy = measures.iter().filter(|measure| measure["source"] == "5618-20");
    let of_strategy: Vec<&Value> = of_strategy.collect();
    let further = (1..copies).flat_map(|number| of_strategy.iter().map(move |measure| copy(measure, number)));
    let all: Vec<Value> = measures.iter().cloned().chain(further).collect();
    dataset["measures"] = all.into();
    Ok(dataset)
}

/// The measure under another id, with other ids for what stands in it, and nothing that leads to others.
fn copy(measure: &Value, number: usize) -> Value {
    let mut copy = measure.clone();
    let named = |id: &Value| json!(format!("{}-copy-{number}", id.as_str().unwrap_or_default()));
    copy["id"] = named(&measure["id"]);
    copy["related"] = json!([]);
    copy["since"] = json!([]);
    for list in ["state_of_play", "follow_up"] {
        // Two of each are enough to make a long list longer.
        let records = copy[list].as_array_mut().into_iter().flatten();
        let mut records: Vec<Value> = records.map(Value::take).take(2).collect();
        for record in &mut records {
            record["id"] = named(&record["id"]);
            record["related"] = json!([]);
            if !record["outcome"].is_null() {
                record["outcome"]["evidence"] = json!([]);
            }
        }
        copy[list] = records.into();
    }
    copy
}
