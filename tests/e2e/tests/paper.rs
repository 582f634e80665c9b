//! What stands on each sheet of paper: the page is printed, and the text read back.
//!
//! WebKit's driver has no command to print: there only the copy that is made for paper is looked at.

use crate::checks::open_page;
use anyhow::{Context, Result};
use e2e::paper::{A3_ACROSS, A4, A4_ACROSS, squeezed};
use e2e::{Engine, Reader, Setting, in_engines, in_every_engine, in_one_engine, in_turn, is_thorough, page};
use serde_json::Value;

in_every_engine![the_copy_for_paper_is_made_at_once_and_goes_again];

in_one_engine![without_the_app_the_record_is_printed, another_day_is_told_on_each_sheet];

// WebKit's driver cannot print.
in_engines![
    PRINTED,
    [Chromium, Firefox],
    each_measure_stands_there_once,
    what_is_folded_is_printed_whole,
];
in_turn![PRINTED_IN_TURN, [Chromium, Firefox], each_sheet_says_what_it_is];

/// A page of each kind, the paper it is made for, and what each sheet says that its heading does not: the selection, or the key of signs.
const PAGES: [(&str, (f64, f64), &str); 14] = [
    ("#/table?presidency=HR", A4_ACROSS, "Table: "),
    ("#/timeline?presidency=HR", A3_ACROSS, ""),
    ("#/presidency/HR?system=sis", A4, "Information system: SIS"),
    ("#/commitments?system=ees", A4_ACROSS, "Commitments: "),
    ("#/actors?presidency=HR", A4, "Actors: "),
    ("#/documents?kind=regulation", A4, "Documents: "),
    ("#/measure/31", A4, "Measure 31: "),
    ("#/body/cepol", A4, ""),
    ("#/document/reg-2017-2226", A4, ""),
    ("#/report/money", A4, "General report: "),
    ("#/since?presidency=HR", A4, ""),
    ("#/about", A4, ""),
    ("#/slips", A4, "any day of a period"),
    ("#/body/ees", A4, "any day of a period"),
];

/// What works on the screen only.
const CONTROLS: [&str; 9] = [
    "Clear all",
    "Show all",
    "Save a copy",
    "Copy as Markdown",
    "Save as SVG",
    "Skip to content",
    "Theme:",
    "Group by",
    "drag to select",
];

fn each_sheet_says_what_it_is(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table")?;
    // Firefox takes two seconds for a page.
    let pages = if engine == Engine::Firefox {
        &PAGES[..4]
    } else {
        &PAGES[..]
    };
    for &(fragment, size, subject) in pages {
        open_page(&reader, fragment)?;
        // The crosses take parts of the selection out, and are not printed.
        let heading = squeezed(&reader.main_heading()?.replace('×', ""));
        // The facts that Actors lists are counted where they are.
        let heading = heading.rsplit('·').next().unwrap_or_default().to_owned();
        let sheets = reader.print(size)?;
        for (place, sheet) in sheets.iter().enumerate() {
            let of_all = format!("{} / {}", place + 1, sheets.len());
            let mut wanted = vec!["Council document 5618/20", "as reported on 3 February 2020", subject];
            // The others number their sheets in a print head of their own, which a driver leaves out.
            if engine == Engine::Chromium {
                wanted.push(&of_all);
            }
            for words in wanted.into_iter().map(squeezed).chain([heading.clone()]) {
                assert!(
                    sheet.contains(&words),
                    "{fragment}, sheet {of_all} lacks {words}:\n{sheet}"
                );
            }
            for control in CONTROLS {
                assert!(!sheet.contains(&squeezed(control)), "{fragment}: {control}\n{sheet}");
            }
        }
    }
    Ok(())
}

fn without_the_app_the_record_is_printed(engine: Engine) -> Result<()> {
    let reader = Reader::open_in(engine, Setting::NoWebAssembly, "#/table")?;
    if !is_thorough() {
        // Each sheet is read back, and the whole record has more than a hundred.
        reader.shorten_record()?;
    }
    let sheets = reader.print(A4)?;
    assert!(4 < sheets.len());
    for (place, sheet) in sheets.iter().enumerate() {
        let of_all = format!("{} / {}", place + 1, sheets.len());
        let mut wanted = vec!["Council document 5618/20", "as reported on 3 February 2020"];
        if engine == Engine::Chromium {
            wanted.push(&of_all);
        }
        for words in wanted {
            assert!(
                sheet.contains(&squeezed(words)),
                "sheet {of_all} lacks {words}:\n{sheet}"
            );
        }
    }
    let whole = sheets.concat();
    let dataset = page::dataset()?;
    let mut found = 0;
    for measure in dataset["measures"].as_array().into_iter().flatten() {
        let summary = measure["summary"].as_str().context("no summary")?;
        // A sheet may end within it.
        let begins: String = squeezed(summary).chars().take(30).collect();
        let address = format!("/measure/{}", measure["id"].as_str().context("no id")?);
        if !reader.is_in_page(&address)? {
            continue;
        }
        found += 1;
        assert!(whole.contains(&begins), "{begins} is not printed");
    }
    assert!(10 < found, "only {found} measures stand in the record");
    Ok(())
}

fn each_measure_stands_there_once(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/table?presidency=HR")?;
    let rows = reader.rows()?;
    assert!(10 < rows.len());
    let printed = reader.print(A4_ACROSS)?.join("\n");
    let dataset = page::dataset()?;
    for measure in dataset["measures"].as_array().context("no measures")? {
        let of = |field: &str| measure[field].as_str().unwrap_or_default().to_owned();
        let words = squeezed(&format!("{}{}", of("number"), of("title")));
        let times = printed.matches(&words).count();
        let expected = usize::from(rows.contains(&of("id")));
        assert_eq!(times, expected, "{words} in\n{printed}");
    }
    Ok(())
}

fn another_day_is_told_on_each_sheet(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/about")?;
    for (fragment, size) in [
        ("#/table?as-of=2019-06-30", A4_ACROSS),
        ("#/timeline?as-of=2019-06-30", A3_ACROSS),
        ("#/measure/31?as-of=2019-06-30", A4),
    ] {
        open_page(&reader, fragment)?;
        let sheets = reader.print(size)?;
        assert!(1 < sheets.len(), "{fragment}");
        for sheet in sheets {
            assert!(
                sheet.contains(&squeezed("shown as of 30 June 2019")),
                "{fragment}:\n{sheet}"
            );
        }
    }
    Ok(())
}

fn what_is_folded_is_printed_whole(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/presidency/HR?system=sis")?;
    let printed = reader.print(A4)?.join("\n");
    reader.unfold_brief("HR-handed-on")?;
    let lines = reader.brief_lines("HR-handed-on")?;
    assert!(8 < lines.len());
    let dataset = page::dataset()?;
    let homes = ["measures", "reports"].map(|list| dataset[list].as_array().cloned().unwrap_or_default());
    let records = homes.iter().flatten().flat_map(|home| {
        ["state_of_play", "follow_up"]
            .map(|list| home[list].as_array().cloned().unwrap_or_default())
            .concat()
    });
    let of = |record: &Value, field: &str| record[field].as_str().unwrap_or_default().to_owned();
    let texts: Vec<String> = records
        .filter(|record| lines.contains(&of(record, "id")))
        .map(|record| of(&record, "text"))
        .collect();
    assert_eq!(texts.len(), lines.len());
    for text in texts {
        assert!(printed.contains(&squeezed(&text)), "{text} is not in\n{printed}");
    }
    Ok(())
}

fn the_copy_for_paper_is_made_at_once_and_goes_again(engine: Engine) -> Result<()> {
    let reader = Reader::open(engine, "#/presidency/HR")?;
    let folded = reader.brief_lines("HR-inherited")?.len();
    let all = reader.brief_count("inherited")?;
    assert!(folded < all);
    // Firefox takes its picture of the page when the event has been heard: what came later would not be in it.
    let section = "[data-section='HR-inherited'] [data-line]:not([data-unknown] *)";
    let copied = reader.copy_for_paper(section)?;
    // Where groups share a line it stands in each of them.
    assert!(all <= copied, "{copied} of {all}");
    assert!(reader.end_printing()?);
    assert_eq!(reader.brief_lines("HR-inherited")?.len(), folded);
    assert_eq!(reader.console_errors()?, [""; 0]);
    Ok(())
}
