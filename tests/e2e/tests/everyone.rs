//! What those need who see little, or nothing, or want no motion.

use crate::checks::{MEASURES, PNR, check_fragment, check_heading, open_page};
use anyhow::Result;
use e2e::hostile::OtherPage;
use e2e::{Engine, Key, Reader, Setting, before_a_release, in_engines, in_one_engine, in_turn, is_thorough};

in_turn![
    nothing_moves_where_no_motion_is_wanted,
    results_are_announced_once_they_have_come_to_rest,
    the_focus_goes_where_the_reader_goes_on
];

in_one_engine![
    axe_finds_nothing_where_the_data_cannot_be_used,
    axe_finds_nothing_in_the_dialog_in_light,
];

// The contrast of every colour with every ground is worked out from the style sheet every day (`tests/style.rs`).
before_a_release![
    axe_finds_nothing_in_the_dialog_in_dark,
    axe_finds_nothing_on_the_way_in_dark,
];

// The same in each engine: in Chromium, where axe-core is quickest.
in_engines![ELSEWHERE, [Chromium], axe_finds_nothing_on_the_way_in_light,];

// Chromium alone can be told by its driver that colours are forced.
in_engines![FORCED_COLOURS, [Chromium], what_colours_say_is_said_in_forced_colours];

const HEADING: &str = "main h1";

fn results_are_announced_once_they_have_come_to_rest(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    assert_eq!(reader.announced()?, "");
    reader.begin_listening()?;
    reader.type_without_rest("prum")?;
    check_fragment(&reader, "#/table?q=prum")?;
    reader.wait_until("the results are announced", |reader| {
        Ok(!reader.announced()?.is_empty() && reader.announced()? == reader.status()?)
    })?;
    // Once for four letters, with nothing before it and nothing that clears it.
    let results = reader.announced()?;
    assert_eq!(reader.heard()?, [results.as_str()]);
    reader.toggle("presidency", "HR")?;
    reader.wait_until("the fewer results are announced", |reader| {
        let said = reader.announced()?;
        // Where none are left, the hits elsewhere are announced too.
        Ok(said.starts_with(&reader.status()?) && said.starts_with(&reader.rows()?.len().to_string()))
    })?;
    assert_eq!(reader.heard()?, [results, reader.announced()?]);
    Ok(())
}

fn the_focus_goes_where_the_reader_goes_on(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?presidency=HR")?;
    reader.follow_measure("31")?;
    check_heading(&reader, PNR)?;
    reader.wait_for_focus(HEADING)?;
    reader.back()?;
    check_fragment(&reader, "#/table?presidency=HR")?;
    reader.wait_for_focus("[data-measure='31'] a")?;
    for fragment in [
        "#/body/cepol",
        "#/document/reg-2017-2226",
        "#/report/money",
        "#/since",
        "#/about",
        "#/measure/999",
    ] {
        reader.go_to(fragment)?;
        check_fragment(&reader, fragment)?;
        reader.wait_for_focus(HEADING)?;
    }
    // A link to a line leads to that line.
    reader.go_to("#/measure/60?fact=60-c1")?;
    reader.wait_for_focus("[id='60-c1']")
}

fn nothing_moves_where_no_motion_is_wanted(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::Still, "#/table")?;
    // The page of today moves nothing for anybody: something that moves shows that it would be noticed.
    reader.set_motion("color 1s")?;
    assert!(0.0 < reader.longest_motion()?);
    reader.set_motion("")?;
    for fragment in ["#/table", "#/timeline", "#/measure/31"] {
        reader.go_to(fragment)?;
        check_fragment(&reader, fragment)?;
        assert!(reader.longest_motion()? <= 0.0, "{fragment}");
    }
    Ok(())
}

fn axe_finds_nothing_on_the_way_in_light(engine: Engine) -> Result<()> {
    check_on_the_way(engine, Setting::Light)
}

fn axe_finds_nothing_on_the_way_in_dark(engine: Engine) -> Result<()> {
    check_on_the_way(engine, Setting::Dark)
}

/// What stands there only after the reader has done something, or followed a link that says too much.
fn check_on_the_way(engine: Engine, setting: Setting) -> Result<()> {
    let reader = Reader::open_in(engine, setting, "#/table")?;
    let check = |what: &str| -> Result<()> {
        let found = reader.axe_violations_in(setting, true)?;
        assert!(found.is_empty(), "{what}: {}", found.join("\n"));
        Ok(())
    };
    let fragments = [
        "#/measure/999",
        "#/presidency/HR",
        "#/table?q=zzzz",
        "#/table?as-of=2019-06-30",
        "#/%ZZ%",
        // These have the colours of those.
        "#/body/nobody",
        "#/presidency/XX",
        "#/timeline?q=zzzz",
    ];
    let is_whole = setting == Setting::Light || is_thorough();
    for fragment in &fragments[..if is_whole { 8 } else { 5 }] {
        reader.go_to(fragment)?;
        reader.wait_until(&format!("{fragment} is shown"), |reader| {
            Ok(!reader.main_heading()?.is_empty())
        })?;
        check(fragment)?;
    }
    reader.go_to("#/table")?;
    reader.wait_until("every row is there", |reader| Ok(reader.rows()?.len() == MEASURES))?;
    reader.type_in_search("31")?;
    reader.wait_until("something is offered", |reader| Ok(!reader.offers()?.is_empty()))?;
    check("offers")?;
    reader.go_to("#/timeline?presidency=HR")?;
    reader.wait_until("marks are there", |reader| Ok(0 < reader.facts_drawn()?))?;
    reader.click_count()?;
    reader.wait_until("the card is open", |reader| Ok(0 < reader.links_in_card()?))?;
    reader.scroll_to_top()?;
    check("an open card")?;
    reader.resize(320, 640)?;
    reader.go_to("#/table")?;
    reader.wait_until("every row is there", |reader| Ok(reader.rows()?.len() == MEASURES))?;
    reader.focus_on("[aria-controls=filters]")?;
    reader.press(Key::Enter)?;
    reader.wait_for_focus("#filters *")?;
    check("the open filters")
}

fn axe_finds_nothing_where_the_data_cannot_be_used(engine: Engine) -> Result<()> {
    let reader = OtherPage::with_dataset("{\"measures\": 5}")?.open(engine, "")?;
    assert_eq!(reader.state()?, "faults");
    for width in [1440, 320] {
        reader.resize(width, 700)?;
        assert_eq!(reader.overflow_px()?, 0);
    }
    // What the record says is looked at where it stands alone.
    reader.empty_record()?;
    assert_eq!(reader.axe_violations()?, [""; 0]);
    Ok(())
}

fn axe_finds_nothing_in_the_dialog_in_light(engine: Engine) -> Result<()> {
    check_dialog(engine, Setting::Light)
}

fn axe_finds_nothing_in_the_dialog_in_dark(engine: Engine) -> Result<()> {
    check_dialog(engine, Setting::Dark)
}

/// The dialog as it opens and with a text to copy by hand, in a wide window, on a phone, and at 400 %.
fn check_dialog(engine: Engine, setting: Setting) -> Result<()> {
    let reader = Reader::open_in(engine, setting, "#/table")?;
    let check = |what: &str| -> Result<()> {
        for (width_px, height_px) in [(1440, 900), (390, 844), (320, 256)] {
            reader.resize(width_px, height_px)?;
            let found = reader.axe_violations_in(setting, width_px == 1440)?;
            assert!(found.is_empty(), "{what} at {width_px} pixels: {}", found.join("\n"));
            assert_eq!(reader.overflow_px()?, 0, "{what} at {width_px} pixels");
            assert!(reader.dialog_overflow_px()? <= 0, "{what} at {width_px} pixels");
        }
        Ok(())
    };
    for (fragment, what, field) in [
        ("#/table", "citation", "[data-citation]"),
        ("#/measure/31", "code", "[data-by-hand=code]"),
    ] {
        open_page(&reader, fragment)?;
        reader.share()?;
        check(&format!("{fragment}, the dialog"))?;
        // Only now: axe-core makes so much garbage that WebKit forgets what is put in the clipboard's place before.
        reader.take_what_is_given(false)?;
        reader.tab_to(&format!("[data-copy-text={what}]"))?;
        reader.press(Key::Enter)?;
        reader.wait_for_focus(field)?;
        check(&format!("{fragment}, a text to copy by hand"))?;
        reader.resize(1440, 900)?;
        reader.close_sharing()?;
    }
    Ok(())
}

fn what_colours_say_is_said_in_forced_colours(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    for scheme in ["light", "dark"] {
        reader.force_colours(scheme)?;
        for (fragment, parts) in [
            // What a Presidency did, planned, both, or neither, by what is said and by date.
            (
                "#/table",
                "return [...document.querySelectorAll('.view-side .strip-key .cell')]",
            ),
            ("#/actors", "return [...document.querySelectorAll('.heat-legend li')]"),
            (
                "#/commitments",
                "return [...document.querySelectorAll('.outcome-bar span')]",
            ),
            (
                "#/table",
                "return [document.querySelector('.tabs [aria-current]'), document.querySelector('.tabs a:not([aria-current])')]",
            ),
        ] {
            reader.go_to(fragment)?;
            check_fragment(&reader, fragment)?;
            reader.wait_until("the parts are there", |reader| Ok(1 < reader.looks(parts)?.len()))?;
            let looks = reader.looks(parts)?;
            for (place, look) in looks.iter().enumerate() {
                assert!(
                    !looks[..place].contains(look),
                    "{fragment}, {scheme}: {look} twice in {looks:?}"
                );
            }
        }
        assert_eq!(reader.axe_violations()?, [""; 0], "{scheme}");
    }
    Ok(())
}
