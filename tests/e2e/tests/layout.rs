//! That the layout holds whatever letters the page is read in: nothing is cut off, overlaps or scrolls sideways, and nothing
//! moves when the app takes the place of what stood there.
//!
//! Chromium is asked in every width in the widest face twice as large, and in every face, and with more room, where
//! something gives way first: on the smallest phones and in windows that have just room for what stands side by side.
//! Firefox and WebKit lay out by the same style sheet, so one of them is asked there, in the widest face; of pages that are alike,
//! Chromium is asked one and the other the next. Before a release each engine is asked everything in every face and width. Firefox takes another size of text only as it loads a page, and WebKit's driver
//! knows none.

use crate::checks::open_page;
use anyhow::Result;
use e2e::layout::{Face, Letters, Text};
use e2e::{Engine, Key, Reader, Setting, in_chromium_and_another, in_one_engine, in_turn, is_thorough};

in_one_engine![a_finger_meets_every_target,];

in_turn![what_does_not_hold_is_noticed, the_bar_on_top_stays_when_the_app_comes,];

// The other two lay out by the same style sheet.
in_chromium_and_another![
    the_table_holds_in_any_letters,
    the_first_row_stands_near_the_top,
    the_filters_hold_in_any_letters,
    the_timelines_hold_in_any_letters,
    the_briefs_hold_in_any_letters,
    the_other_views_hold_in_any_letters,
    what_is_read_holds_in_any_letters,
    data_of_ones_own_hold_in_any_letters,
    what_lies_over_the_page_holds_in_any_letters,
    the_first_screen_stays_when_the_app_comes,
];

/// Phones, a tablet upright and across, and windows.
const WIDTHS_PX: [u32; 7] = [320, 360, 390, 768, 1024, 1440, 2560];
/// Those at which the layout differs most: the others lie between two of them.
const TELLING_WIDTHS_PX: [u32; 4] = [320, 768, 1024, 2560];
/// The narrowest window, and the narrowest with everything side by side.
const NARROW_WIDTHS_PX: [u32; 2] = [320, 1024];
const HEIGHT_PX: u32 = 900;

fn widths(engine: Engine) -> &'static [u32] {
    match engine {
        _ if is_thorough() => &WIDTHS_PX,
        Engine::Chromium => &TELLING_WIDTHS_PX,
        Engine::Firefox | Engine::WebKit => &NARROW_WIDTHS_PX,
    }
}

fn letters(engine: Engine, width_px: u32) -> Vec<Letters> {
    let texts: &[Text] = match engine {
        Engine::Chromium => &[Text::Plain, Text::Spaced, Text::Doubled],
        Engine::Firefox | Engine::WebKit => &[Text::Plain, Text::Spaced],
    };
    let is_narrow = NARROW_WIDTHS_PX.contains(&width_px);
    let is_telling = engine == Engine::Chromium && is_narrow;
    // Set wider or larger, the widest face needs more room than any other; between the narrowest windows, set larger it does.
    let is_set = |letters: &Letters| match letters.face {
        _ if is_thorough() => true,
        Face::VeryWide => is_narrow || letters.text == Text::Doubled,
        _ => is_telling && letters.text == Text::Plain,
    };
    let set = |text: Text| Face::ALL.into_iter().map(move |face| Letters { face, text });
    texts.iter().copied().flat_map(set).filter(is_set).collect()
}

/// Opens the page where every face is installed.
fn open(engine: Engine, setting: Setting, fragment: &str) -> Result<Reader> {
    let reader = Reader::open_in(engine, setting, fragment)?;
    reader.check_faces()?;
    Ok(reader)
}

/// Nothing is wrong with what is shown now, in any letters in a window of that width.
#[track_caller]
fn check_width(reader: &Reader, engine: Engine, what: &str, width_px: u32) -> Result<()> {
    reader.resize(width_px, HEIGHT_PX)?;
    let letters = letters(engine, width_px);
    let faults: Vec<String> = letters
        .iter()
        .zip(reader.layout_faults(&letters)?)
        .flat_map(|(letters, faults)| faults.into_iter().map(move |fault| format!("{letters}: {fault}")))
        .collect();
    assert!(faults.is_empty(), "{what} at {width_px} pixels:\n{}", faults.join("\n"));
    Ok(())
}

/// Nothing is wrong with any of these pages: every other one in Chromium, and those between them in another engine.
#[track_caller]
fn check_pages(engine: Engine, fragments: &[&str]) -> Result<()> {
    let step = if is_thorough() { 1 } else { 2 };
    let first = usize::from(step == 2 && engine != Engine::Chromium);
    let reader = open(engine, Setting::Light, fragments[first])?;
    for fragment in fragments.iter().skip(first).step_by(step) {
        open_page(&reader, fragment)?;
        for width_px in widths(engine) {
            check_width(&reader, engine, fragment, *width_px)?;
        }
    }
    Ok(())
}

fn what_does_not_hold_is_noticed(engine: Engine) -> Result<()> {
    let reader = open(engine, Setting::Light, "#/table?q=europol")?;
    for (style, fault) in [
        (
            ".chip { width: 3em; overflow: hidden; white-space: nowrap; }",
            "cut off",
        ),
        (
            ".status-mark > span { display: block; width: 0; white-space: nowrap; }",
            "runs out of its box",
        ),
        (".measure-row > .status { translate: 4em; }", "overlaps"),
        ("main { width: 200vw; }", "scrolls sideways"),
        (".top-bar { position: relative; left: -4em; }", "outside of the window"),
    ] {
        let faults = reader.layout_faults_under(style)?;
        assert!(faults.iter().any(|found| found.contains(fault)), "{style}: {faults:?}");
    }
    Ok(())
}

fn the_table_holds_in_any_letters(engine: Engine) -> Result<()> {
    check_pages(engine, &["#/table", "#/table?as-of=2019-06-30&q=europol&source=all"])
}

/// In every view, alone and in a search: the first row, lane, or line of what the page says.
fn the_first_row_stands_near_the_top(engine: Engine) -> Result<()> {
    const WIDE: (u32, u32) = (1440, 900);
    const PHONE: (u32, u32) = (390, 844);
    const BOTH: &[((u32, u32), i64)] = &[(WIDE, 360), (PHONE, 420)];
    let all = [
        ("#/table", "#app .measure-row", BOTH),
        ("#/table?q=europol", "#app .measure-row", BOTH),
        ("#/table?q=sis", "#app .measure-row", BOTH),
        ("#/timeline", ".plot-head.is-lane", BOTH),
        ("#/timeline?q=europol", ".plot-head.is-lane", BOTH),
        ("#/presidency/HR", ".brief-summary", BOTH),
        ("#/presidency/HR?q=europol", ".brief-summary", BOTH),
        ("#/presidency/FI?beside=HR", ".brief-summary", BOTH),
        // Before the items stands what the brief comes to, and the heading of what is inherited.
        ("#/presidency/HR", ".brief-row", &[(WIDE, 400), (PHONE, 420)]),
        ("#/presidency/HR?q=europol", ".brief-row", &[(WIDE, 420), (PHONE, 440)]),
        ("#/commitments", ".commitment-row", BOTH),
        ("#/commitments?q=europol", ".commitment-row", BOTH),
        ("#/commitments?q=sis", ".commitment-row", BOTH),
        ("#/actors", ".heat tbody tr", BOTH),
        ("#/actors?q=europol", ".heat tbody tr", BOTH),
        ("#/documents", ".reference-row", BOTH),
        ("#/documents?q=regulation", ".reference-row", BOTH),
        ("#/since", ".outcome-counts", BOTH),
        ("#/since?q=europol", ".outcome-counts", BOTH),
        // Without its key and how it is read no chart says anything: on a phone they stand above the first.
        ("#/slips", ".slip-section h2", &[(WIDE, 360), (PHONE, 620)]),
    ];
    let step = if is_thorough() { 1 } else { 2 };
    let first = usize::from(step == 2 && engine != Engine::Chromium);
    let reader = Reader::open(engine, all[first].0)?;
    for (fragment, row, windows) in all.into_iter().skip(first).step_by(step) {
        open_page(&reader, fragment)?;
        reader.wait_until("it is there", |reader| Ok(reader.top_of(row).is_ok()))?;
        for &((width_px, height_px), most_px) in windows {
            reader.resize(width_px, height_px)?;
            // In narrow letters, in those of a usual width, and in wide ones: in wider ones a line more may stand above it.
            for (sans, serif) in [
                ("Liberation Sans Narrow", "Liberation"),
                ("Liberation Sans", "Liberation"),
                ("DejaVu Sans", "DejaVu"),
            ] {
                reader.style_root(&format!("--sans: '{sans}'; --serif: '{serif} Serif'"))?;
                let top_px = reader.top_of(row)?;
                assert!(
                    top_px <= most_px,
                    "{row} of {fragment} at {width_px} pixels in {sans}: {top_px}"
                );
            }
        }
    }
    Ok(())
}

fn a_finger_meets_every_target(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.resize(390, 844)?;
    reader.point_with_a_finger()?;
    for (style, fault) in [
        (".tabs a { min-height: 20px !important; }", "pixels high: nav.tabs"),
        (
            ".measure-row .title a { display: inline-block; padding-block: 200px; margin-block: -200px; }",
            "lie on",
        ),
    ] {
        let faults = reader.target_faults(style)?;
        assert!(faults.iter().any(|found| found.contains(fault)), "{style}: {faults:?}");
    }
    for fragment in [
        "#/table",
        "#/table?q=europol",
        "#/timeline",
        "#/presidency/HR",
        "#/presidency/FI?beside=HR",
        "#/commitments?system=ees",
        "#/actors",
        "#/documents?q=sis",
        "#/documents",
        "#/report/money",
        "#/measure/31",
        "#/document/reg-2017-2226",
        "#/body/ees",
        "#/since?q=europol",
        "#/slips",
        "#/your-data",
        "#/compare",
        "#/about",
        "#/measure/999",
    ] {
        open_page(&reader, fragment)?;
        let faults = reader.target_faults("")?;
        assert!(faults.is_empty(), "{fragment}:\n{}", faults.join("\n"));
    }
    Ok(())
}

/// Where they open over the page, as on a phone; beside the table they are a part of it.
fn the_filters_hold_in_any_letters(engine: Engine) -> Result<()> {
    const OPENS: &str = "[aria-controls=filters]";
    let reader = open(engine, Setting::Light, "#/table?q=europol")?;
    reader.resize(320, HEIGHT_PX)?;
    reader.focus_on(OPENS)?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus("#filters *")?;
    for width_px in widths(engine).iter().filter(|width_px| **width_px <= 1024) {
        check_width(&reader, engine, "the open filters", *width_px)?;
    }
    Ok(())
}

fn the_timelines_hold_in_any_letters(engine: Engine) -> Result<()> {
    check_pages(engine, &["#/timeline?q=europol", "#/measure/31", "#/measure/60"])
}

fn the_briefs_hold_in_any_letters(engine: Engine) -> Result<()> {
    check_pages(
        engine,
        &["#/presidency/FI?beside=HR&system=sis", "#/presidency/HR?system=sis"],
    )
}

fn the_other_views_hold_in_any_letters(engine: Engine) -> Result<()> {
    check_pages(
        engine,
        &[
            "#/commitments?system=ees",
            "#/actors",
            "#/documents?kind=regulation",
            "#/documents?kind=directive&order=kind",
        ],
    )
}

fn what_is_read_holds_in_any_letters(engine: Engine) -> Result<()> {
    check_pages(
        engine,
        &[
            "#/body/ees",
            "#/document/reg-2017-2226",
            "#/report/money",
            "#/since",
            "#/your-data",
            "#/compare",
            "#/slips?as-of=2026-11-29",
            "#/about",
            "#/measure/999",
        ],
    )
}

/// A file with faults, and the example beside another edition of it.
fn data_of_ones_own_hold_in_any_letters(engine: Engine) -> Result<()> {
    const EXAMPLE: &str = include_str!("../../../examples/climate-plan.json");
    let mut example: serde_json::Value = serde_json::from_str(EXAMPLE)?;
    example["measures"][0]["title"] = "Another title, in which only some of the words are the same".into();
    example["measures"][1]["number"] = "2A".into();
    example["glossary"] = serde_json::json!([]);
    let reader = open(engine, Setting::Light, "#/your-data")?;
    let (json, faulty) = (
        example.to_string(),
        b"Id,Measure,Date,Text\nnew-e1,1,03/04/2019,Done\nnew-e2,1,2019-13-40,Done\n",
    );
    reader.choose_file("facts.csv", faulty)?;
    reader.wait_until("its faults are told", |reader| Ok(!reader.faulty_cells()?.is_empty()))?;
    reader.unfold()?;
    for width_px in widths(engine) {
        check_width(&reader, engine, "a file with faults", *width_px)?;
    }
    reader.choose_file("climate-plan.json", EXAMPLE.as_bytes())?;
    reader.wait_until("it is read", |reader| Ok(reader.said_of_file()? == "No faults"))?;
    reader.click_on("[data-show-file]")?;
    reader.wait_until("it is shown", |reader| Ok(!reader.told_of_other_data()?.is_empty()))?;
    open_page(&reader, "#/compare?e=PR-2026-2")?;
    reader.choose_file("climate-plan-2.json", json.as_bytes())?;
    reader.wait_until("it is compared", |reader| Ok(!reader.differences()?.is_empty()))?;
    for width_px in widths(engine) {
        check_width(&reader, engine, "two editions", *width_px)?;
    }
    Ok(())
}

fn what_lies_over_the_page_holds_in_any_letters(engine: Engine) -> Result<()> {
    let reader = open(engine, Setting::Light, "#/measure/31")?;
    reader.share()?;
    for width_px in widths(engine) {
        check_width(&reader, engine, "the dialog", *width_px)?;
    }
    reader.close_sharing()?;
    open_page(&reader, "#/about")?;
    reader.type_in_search("31")?;
    reader.wait_until("something is offered", |reader| Ok(!reader.offers()?.is_empty()))?;
    for width_px in widths(engine) {
        check_width(&reader, engine, "the offers of the search box", *width_px)?;
    }
    Ok(())
}

fn the_bar_on_top_stays_when_the_app_comes(engine: Engine) -> Result<()> {
    // A short page follows a long record: what scrolls in one and not in the other must not matter.
    const SHORT: &str = "#/measure/999";
    let widths: &[u32] = if is_thorough() { &WIDTHS_PX } else { &NARROW_WIDTHS_PX };
    let places = |reader: &Reader, most: usize| -> Result<Vec<_>> {
        let at = |width_px: &u32| {
            reader.resize(*width_px, HEIGHT_PX)?;
            let letters = letters(engine, *width_px);
            reader.bars(&letters[..most.min(letters.len())])
        };
        widths.iter().map(at).collect()
    };
    let reader = open(engine, Setting::WaitingStart, SHORT)?;
    let opening = places(&reader, usize::MAX)?;
    assert_eq!(reader.state()?, "starting");
    reader.let_start()?;
    let app = places(&reader, usize::MAX)?;
    for ((width_px, opening), app) in widths.iter().zip(&opening).zip(&app) {
        for ((letters, opening), app) in letters(engine, *width_px).iter().zip(opening).zip(app) {
            assert_eq!(opening, app, "{letters} at {width_px} pixels");
        }
    }
    // The record that stands in the app's place for good has the same bar.
    let reader = Reader::open_in(engine, Setting::FailingStart, SHORT)?;
    let app: Vec<_> = app.into_iter().map(|app| app[..1].to_vec()).collect();
    assert_eq!(places(&reader, 1)?, app, "without the app");
    Ok(())
}

fn the_first_screen_stays_when_the_app_comes(engine: Engine) -> Result<()> {
    const WIDTHS_PX: [u32; 3] = [390, 1024, 1440];
    let faces: &[Face] = match engine {
        Engine::Chromium => &[Face::Narrow, Face::Usual, Face::VeryWide],
        Engine::Firefox | Engine::WebKit => &[Face::VeryWide],
    };
    let text = Text::Plain;
    let letters: Vec<_> = faces.iter().map(|face| Letters { face: *face, text }).collect();
    let fragments: &[&str] = match engine {
        Engine::Chromium => &["", "#/measure/31", "#/report/terrorism", "#/document/dir-2016-681"],
        Engine::Firefox | Engine::WebKit => &["#/table", "#/measure/31?presidency=HR"],
    };
    for fragment in fragments {
        let reader = open(engine, Setting::WaitingStart, fragment)?;
        let places = |reader: &Reader| -> Result<Vec<_>> {
            let at = |width_px: &u32| {
                reader.resize(*width_px, HEIGHT_PX)?;
                reader.first_screens(&letters)
            };
            WIDTHS_PX.iter().map(at).collect()
        };
        let opening = places(&reader)?;
        assert_eq!(reader.state()?, "starting");
        reader.mark_rows()?;
        reader.let_start()?;
        if fragment.contains("measure") {
            // After the window has changed, its timeline is laid out anew in a few frames.
            reader.wait_until("nothing has moved", |reader| Ok(places(reader)? == opening))?;
        } else {
            assert_eq!(places(&reader)?, opening, "{fragment}");
        }
        // The rows are the same ones.
        if ["", "#/table"].contains(fragment) {
            assert_eq!(reader.marked_rows()?.len(), reader.rows()?.len());
        }
    }
    Ok(())
}
