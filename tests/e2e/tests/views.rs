//! The views of one selection: what a reader can rely on in commitments, actors and documents, in every engine.

use crate::checks::{MEASURES, check_fragment, check_heading, check_selection, every_commitment, measures};
use anyhow::{Context, Result, ensure};
use e2e::{Engine, Key, Reader, in_engines, in_turn};
use serde_json::Value;
use std::collections::BTreeSet;

in_turn![
    the_arrow_keys_walk_the_cells,
    a_row_has_room_for_its_latest_fact_and_for_its_presidencies,
    an_acronym_says_what_it_stands_for,
    a_reader_in_a_hurry_breaks_nothing
];

// The same in each engine: not in Chromium, which has most of such tests.
in_engines![
    ELSEWHERE,
    [WebKit],
    the_tabs_keep_the_selection,
    a_commitment_leads_to_its_line,
    every_commitment_of_every_source_is_listed,
    outcomes_are_counted_with_their_denominator_and_filter,
    a_promise_tells_its_slip,
    grouped_by_system_it_reads_as_the_story_of_each,
    a_document_says_who_cites_it,
    a_search_stays_in_its_view,
    a_link_may_spell_an_id_in_its_own_way,
    a_cell_is_a_filter,
    the_column_of_later_facts_comes_and_goes,
    a_count_of_what_commitments_name_is_a_filter,
    the_sheet_of_filters_says_what_it_is_and_what_is_left,
    the_density_is_kept_and_stands_in_the_address,
    the_next_hit_walks_a_long_page_and_begins_again,
];

fn a_row_has_room_for_its_latest_fact_and_for_its_presidencies(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    reader.resize(1024, 800)?;
    for (fragment, least_px) in [("#/table", 160.0), ("#/table?group=none", 100.0)] {
        reader.go_to(fragment)?;
        reader.wait_until(&format!("{fragment}: the latest fact has room"), |reader| {
            let (width_px, _) = reader.size_of(".measure-row .latest")?;
            ensure!(least_px <= width_px, "{width_px}");
            Ok(reader.overflow_px()? == 0)
        })?;
    }
    reader.go_to("#/table?density=compact")?;
    for width_px in [390, 320] {
        reader.resize(width_px, 844)?;
        reader.wait_until(&format!("one line at {width_px} px"), |reader| {
            let (cell, title) = (".measure-row .cell:last-child", ".measure-row .title a");
            let ((_, row_px), (cell_px, _)) = (reader.size_of(".measure-row")?, reader.size_of(cell)?);
            let (title_px, _) = reader.size_of(title)?;
            ensure!(
                row_px < 44.0 && 15.0 < cell_px && 60.0 < title_px,
                "{row_px}, {cell_px}, {title_px}"
            );
            Ok(reader.overflow_px()? == 0)
        })?;
    }
    Ok(())
}

fn the_sheet_of_filters_says_what_it_is_and_what_is_left(engine: Engine) -> Result<()> {
    /// What a finger needs.
    const TARGET_PX: f64 = 44.0;
    let reader = Reader::open(engine, "#/table")?;
    reader.resize(390, 844)?;
    reader.click_on("[aria-controls=filters]")?;
    reader.wait_for_focus("#filters h2")?;
    assert_eq!(reader.in_sheet("h2")?, ["Filters"]);
    assert_eq!(reader.in_sheet(".sheet-close")?, [format!("Show {MEASURES} measures")]);
    assert_eq!(
        reader.in_sheet(".sheet-head button")?,
        [""; 0],
        "there is nothing to clear"
    );
    // With a key: a driver scrolls what it clicks below the button at the foot.
    reader.focus_on("#filters input[data-value='HR']")?;
    reader.press(Key::Space)?;
    check_fragment(&reader, "#/table?presidency=HR")?;
    reader.wait_until("the sheet counts what is left", |reader| {
        let left = reader.status()?.split(' ').next().map(str::to_owned);
        ensure!(left.as_deref() != Some("All"), "all of them are");
        let shown = format!("Show {} measures", left.unwrap_or_default());
        Ok(reader.in_sheet(".sheet-close")? == [shown])
    })?;
    assert!(
        reader.least_height_px("#filters :is(label:has([data-value]), .sheet-head button, .sheet-close)")? >= TARGET_PX
    );
    assert_eq!(reader.in_sheet(".sheet-head button")?, ["Clear all"]);
    reader.click_on("#filters .sheet-head button")?;
    check_fragment(&reader, "#/table")?;
    // Whoever clears stays in the sheet; Back closes it.
    reader.wait_for_focus("#filters h2")?;
    reader.back()?;
    reader.wait_for_focus("[aria-controls=filters]")?;
    check_fragment(&reader, "#/table")
}

fn the_density_is_kept_and_stands_in_the_address(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    let height_px = |reader: &Reader| Ok::<_, anyhow::Error>(reader.size_of("[data-measure='31']")?.1);
    reader.rows()?;
    let roomy_px = height_px(&reader)?;
    reader.click_on("select[data-choice=density] option[value=compact]")?;
    check_fragment(&reader, "#/table?density=compact")?;
    reader.wait_until("rows are lower", |reader| Ok(height_px(reader)? < roomy_px))?;
    reader.follow_measure("31")?;
    check_fragment(&reader, "#/measure/31?density=compact")?;
    reader.back()?;
    check_fragment(&reader, "#/table?density=compact")?;
    // The next visit shows it too, without being asked.
    reader.go_to("")?;
    reader.reload()?;
    reader.wait_until("rows are as low", |reader| {
        reader.rows()?;
        Ok(height_px(reader)? < roomy_px)
    })?;
    reader.click_on("select[data-choice=density] option[value=roomy]")?;
    check_fragment(&reader, "#/table")
}

fn the_next_hit_walks_a_long_page_and_begins_again(engine: Engine) -> Result<()> {
    const NEXT: &str = "[data-do=next-hit]";
    const REACHED: &str = "main mark[data-reached]";
    let reader = Reader::open(engine, "#/measure/60?q=february")?;
    reader.click_on(NEXT)?;
    let place = |reader: &Reader| -> Result<(usize, usize)> {
        let said = reader.said_of_hits()?;
        let numbers: Vec<usize> = said.split(' ').filter_map(|word| word.parse().ok()).collect();
        let [place, count] = numbers[..] else {
            anyhow::bail!("{said}")
        };
        Ok((place, count))
    };
    reader.wait_until("the first hit is reached", |reader| Ok(place(reader)?.0 == 1))?;
    let (_, count) = place(&reader)?;
    assert!(2 < count, "{count}");
    let mut last_px = f64::MIN;
    for expected in (2..=count).chain([1]) {
        let before_px = reader.scrolled_px()? + reader.top_px(REACHED)?.context("no hit is reached")?;
        assert!(last_px <= before_px, "hit {} is above the one before", expected - 1);
        last_px = before_px;
        reader.click_on(NEXT)?;
        reader.wait_until(&format!("hit {expected} is reached and in the window"), |reader| {
            let is_seen = reader
                .top_px(REACHED)?
                .is_some_and(|top_px| (0.0..900.0).contains(&top_px));
            Ok(is_seen && place(reader)? == (expected, count))
        })?;
    }
    Ok(())
}

fn the_tabs_keep_the_selection(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?presidency=HR")?;
    for (name, label) in [
        ("commitments", "Commitments"),
        ("actors", "Actors"),
        ("documents", "Documents"),
    ] {
        reader.open_tab(name)?;
        check_fragment(&reader, &format!("#/{name}?presidency=HR"))?;
        assert_eq!(reader.current_tab()?, label);
        assert!(
            reader.main_heading()?.contains("Croatian Presidency"),
            "{}",
            reader.main_heading()?
        );
    }
    reader.back()?;
    check_fragment(&reader, "#/actors?presidency=HR")?;
    reader.wait_until("the view is back", |reader| Ok(reader.current_tab()? == "Actors"))
}

fn the_column_of_later_facts_comes_and_goes(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    assert_eq!(reader.later_cells()?, 0);
    reader.choose_later_column("since")?;
    check_fragment(&reader, "#/table?show=since")?;
    reader.wait_until("every row has its cell", |reader| Ok(reader.later_cells()? == MEASURES))?;
    check_selection(&reader, &measures(|_| true)?)?;
    reader.choose_later_column("sources")?;
    check_fragment(&reader, "#/table")?;
    reader.wait_until("the cells are gone", |reader| Ok(reader.later_cells()? == 0))
}

fn a_count_of_what_commitments_name_is_a_filter(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/commitments?source=all&per=none")?;
    reader.press_count_of_naming("product")?;
    check_fragment(&reader, "#/commitments?names=product&per=none&source=all")?;
    let expected = every_commitment(|commitment| commitment["product"].is_string())?;
    reader.wait_until("those that name a product are there", |reader| {
        Ok(BTreeSet::from_iter(reader.commitments()?) == expected)
    })
}

fn every_commitment_of_every_source_is_listed(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/commitments?source=all&per=none")?;
    let expected = every_commitment(|_| true)?;
    assert!(!expected.is_empty());
    reader.wait_until("every commitment is there", |reader| {
        Ok(BTreeSet::from_iter(reader.commitments()?) == expected)
    })
}

fn outcomes_are_counted_with_their_denominator_and_filter(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/commitments?source=all&per=none")?;
    let overdue = every_commitment(|commitment| commitment["outcome"]["state"] == "overdue")?;
    let all = every_commitment(|_| true)?.len();
    assert_eq!(reader.outcome_count("overdue")?, (overdue.len(), all));
    reader.press_outcome("overdue")?;
    check_fragment(&reader, "#/commitments?outcome=overdue&per=none&source=all")?;
    reader.wait_until("the overdue ones are left", |reader| {
        Ok(BTreeSet::from_iter(reader.commitments()?) == overdue)
    })?;
    // The other outcomes keep their counts, so that a second one can be added.
    assert_eq!(reader.outcome_count("overdue")?, (overdue.len(), all));
    Ok(())
}

fn a_promise_tells_its_slip(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/commitments?source=com-2016-602&system=ees")?;
    // Full operation was promised for the start of 2020; measure 60 says February 2022.
    assert_eq!(reader.slip("com-3.2-c3")?, "put off by 22 months");
    assert!(reader.commitment_text("com-3.2-c3")?.contains("now February 2022"));
    // The time given, its end, the way, and the new time.
    assert_eq!(reader.drawn_shapes("com-3.2-c3")?, 4);
    assert_eq!(reader.slip("com-3.2-c1")?, "10 months late");
    Ok(())
}

fn a_commitment_leads_to_its_line(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/commitments?system=ees&per=none")?;
    reader.follow_commitment("60-c2")?;
    check_heading(&reader, "Entry/Exist System Regulation")?;
    check_fragment(&reader, "#/measure/60?fact=60-c2&per=none&system=ees")?;
    reader.wait_until("the line has the focus", |reader| Ok(reader.focused_id()? == "60-c2"))?;
    reader.go_to("#/measure/60?fact=60-e1")?;
    reader.wait_until("another line of the page has it", |reader| {
        Ok(reader.focused_id()? == "60-e1")
    })?;
    for (link, named) in [("#/measure/60?fact=31-e1", "31-e1"), ("#/measure/60?fact=zzz", "zzz")] {
        reader.go_to(link)?;
        reader.wait_until("the link is explained", |reader| {
            Ok(reader.notices()?.iter().any(|notice| notice.contains(named)))
        })?;
    }
    Ok(())
}

fn grouped_by_system_it_reads_as_the_story_of_each(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/commitments?per=system&source=all")?;
    let heads = reader.group_heads()?;
    for system in ["SIS", "VIS", "EES", "ETIAS", "ECRIS-TCN", "PNR", "Prüm", "Eurodac"] {
        assert!(heads.iter().any(|head| head.starts_with(system)), "{system}: {heads:?}");
    }
    assert!(
        heads
            .last()
            .is_some_and(|last| last.starts_with("No information system")),
        "{heads:?}"
    );
    // The line at the foot leads to a group that was closed, and to the top.
    reader.go_to_part("group-eurodac")?;
    reader.wait_for_focus("[open] > #group-eurodac")?;
    reader.click_on("[data-do=top]")?;
    reader.wait_until("the top is there", |reader| {
        Ok(reader.is_at_heading()? && reader.top_px("main h1")?.is_some_and(|top_px| 0.0 < top_px))
    })?;
    reader.group_commitments("outcome")?;
    check_fragment(&reader, "#/commitments?per=outcome&source=all")?;
    reader.wait_until("the outcomes are the groups", |reader| {
        Ok(reader
            .group_heads()?
            .first()
            .is_some_and(|head| head.starts_with("open")))
    })
}

fn a_cell_is_a_filter(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/actors?count=measures&rows=working-party&columns=status")?;
    let names = |measure: &Value| {
        let parties = measure["working_parties"].as_array().into_iter().flatten();
        measure["status"] == "implementing" && parties.into_iter().any(|party| party == "cosi")
    };
    let expected = measures(names)?;
    assert_eq!(reader.cell("cosi", "implementing")?, expected.len());
    reader.follow_cell("cosi", "implementing")?;
    check_selection(&reader, &expected)?;
    reader.wait_until("the address has both filters", |reader| {
        let fragment = reader.fragment()?;
        Ok(fragment.contains("working-party=cosi") && fragment.contains("status=implementing"))
    })?;
    // Facts are listed below, as many as the cell says.
    reader.go_to("#/actors?source=all")?;
    check_fragment(&reader, "#/actors?source=all")?;
    reader.wait_until("the cells are there", |reader| Ok(reader.cell("europol", "HR").is_ok()))?;
    let count = reader.cell("europol", "HR")?;
    reader.follow_cell("europol", "HR")?;
    check_fragment(&reader, "#/actors?body=europol&presidency=HR&source=all")?;
    reader.wait_for_focus("#counted-facts")?;
    assert_eq!(reader.counted_facts()?, count);
    reader.back()?;
    check_fragment(&reader, "#/actors?source=all")?;
    reader.wait_for_focus("[data-cell='europol/HR']")
}

fn the_arrow_keys_walk_the_cells(engine: Engine) -> Result<()> {
    /// More than all the filters, buttons and heads before the first cell.
    const STEPS: usize = 400;
    let reader = Reader::open(engine, "#/actors?count=measures&rows=system&columns=priority")?;
    for _ in 0..STEPS {
        if reader.focused_cell()?.is_some() {
            break;
        }
        reader.press(Key::Tab)?;
    }
    let first = reader.focused_cell()?.context("the Tab key never reaches a cell")?;
    reader.press(Key::Right)?;
    reader.wait_until("the focus has moved", |reader| {
        Ok(reader.focused_cell()?.is_some_and(|cell| cell != first))
    })?;
    let row = |cell: &str| cell.split('/').next().unwrap_or_default().to_owned();
    reader.press(Key::Down)?;
    reader.wait_until("the focus is in the next row that has a number", |reader| {
        Ok(reader.focused_cell()?.is_some_and(|cell| row(&cell) != row(&first)))
    })?;
    reader.press(Key::Enter)?;
    reader.wait_until("the cell is followed", |reader| {
        Ok(reader.fragment()?.starts_with("#/table?"))
    })
}

fn a_document_says_who_cites_it(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/documents?kind=regulation&order=-cited")?;
    let shown = reader.documents()?;
    assert!(shown.contains(&"reg-2017-2226".to_owned()), "{shown:?}");
    assert_eq!(
        reader.register_link("reg-2017-2226")?,
        "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32017R2226"
    );
    reader.sort_by("document")?;
    check_fragment(&reader, "#/documents?kind=regulation")?;
    reader.wait_until("the order has changed", |reader| Ok(reader.documents()? != shown))?;
    // In a search the best match comes first, and the reader who has sorted them finds the way back.
    reader.go_to("#/documents?q=europol")?;
    check_fragment(&reader, "#/documents?q=europol")?;
    let best = reader.documents()?;
    reader.sort_by("date")?;
    check_fragment(&reader, "#/documents?order=date&q=europol")?;
    reader.sort_by("date")?;
    check_fragment(&reader, "#/documents?order=-date&q=europol")?;
    reader.wait_until("the order has changed", |reader| Ok(reader.documents()? != best))?;
    reader.click_on(".best-first")?;
    check_fragment(&reader, "#/documents?q=europol")?;
    reader.wait_until("the best come first again", |reader| Ok(reader.documents()? == best))?;
    reader.go_to("#/document/reg-2017-2226")?;
    reader.wait_until("measure 60 cites it", |reader| {
        Ok(reader.visible_text_of_app()?.contains("Entry/Exist System Regulation"))
    })
}

fn an_acronym_says_what_it_stands_for(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/measure/60")?;
    assert_eq!(reader.shown_expansions()?, [""; 0]);
    reader.focus_acronym("EES")?;
    reader.wait_until("the expansion is seen", |reader| {
        Ok(reader.shown_expansions()? == ["Entry/Exit System"])
    })?;
    reader.press(Key::Escape)?;
    reader.wait_until("Escape takes it away", |reader| {
        Ok(reader.shown_expansions()?.is_empty())
    })?;
    // It does nothing else: the focus stays.
    assert!(reader.is_focused(".acronym")?);
    Ok(())
}

fn a_search_stays_in_its_view(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/commitments?source=all&per=none")?;
    reader.type_in_search("eurodac")?;
    check_fragment(&reader, "#/commitments?per=none&q=eurodac&source=all")?;
    let all = every_commitment(|_| true)?.len();
    reader.wait_until("fewer commitments are left, and some", |reader| {
        let left = reader.commitments()?.len();
        Ok(0 < left && left < all)
    })
}

fn a_link_may_spell_an_id_in_its_own_way(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/body/LEWP")?;
    check_fragment(&reader, "#/body/lewp")?;
    assert_eq!(reader.main_heading()?, "LEWP");
    reader.go_to("#/document/9727/19")?;
    check_fragment(&reader, "#/document/st-9727-2019")?;
    reader.wait_until(
        "the document is shown",
        |reader| Ok(reader.main_heading()? == "9727/19"),
    )?;
    assert_eq!(reader.notices()?, [""; 0]);
    Ok(())
}

fn a_reader_in_a_hurry_breaks_nothing(engine: Engine) -> Result<()> {
    const WAY: [&str; 11] = [
        "#/about",
        "#/table",
        "#/about",
        "#/table?presidency=HR",
        "#/timeline",
        "#/actors",
        "#/presidency/HR",
        "#/documents",
        "#/commitments",
        "#/timeline?lanes=body",
        "#/table",
    ];
    let reader = Reader::open(engine, "#/table")?;
    for pause_ms in [0, 40] {
        reader.pass_through(&WAY, pause_ms)?;
        check_fragment(&reader, WAY[WAY.len() - 1])?;
        // All rows are there once everything has come to rest.
        reader.wait_until("the table is whole", |reader| Ok(reader.rows()?.len() == MEASURES))?;
        assert_eq!(reader.state()?, "ready", "{pause_ms} ms");
    }
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}
