//! What must hold of whatever comes in from outside: an address, a file, a question. The property tests try it on what
//! proptest makes up, the fuzz targets (`fuzz/`) on what libFuzzer does.

#![allow(
    dead_code,
    reason = "a property test uses all of these checks, a fuzz target one of them"
)]

use std::collections::BTreeSet;
use std::sync::Arc;

use iss_followup::chart::{Facts, Ink, Picture, backdrop};
use iss_followup::dataset::{self, Dataset, DatasetError};
use iss_followup::domain::invisible_chars::is_invisible;
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::presidency::Presidency;
use iss_followup::domain::vocabulary::Vocabulary;
use iss_followup::query::{
    self, Brief, BriefBy, Briefs, Facet, HeatAxes, HeatUnit, Index, Lanes, LaterColumn, Query, Unit, ViewOptions,
};
use iss_followup::record;
use iss_followup::render::{brief_markdown, cite, write};
use iss_followup::route::Route;
use iss_followup::sheet::{Limits, Reading};
use iss_followup::timeline::{FactPlace, Heights, Mark, TimeScale, View, lay_out};
use iss_followup::view::{CitationStyle, Context, ExportContent, ExportContext, Format, ReadFile};
use serde_json::{Value, json};

use super::shipped;

/// The longest that one sentence about one thing may be, in characters.
const LONGEST_SENTENCE: usize = 400;

/// From this size on, in bytes, a dataset is saved in one way only.
const LARGE: usize = 2_000_000;

/// Any address opens, what it says of itself is short and readable, and its own spelling leads to the same place.
pub fn check_address(fragment: &str) {
    let (route, issues) = Route::from_fragment(fragment);
    for issue in issues {
        check_sentence(&issue.in_words(&Vocabulary::default()));
    }
    let canonical = route.to_fragment();
    assert_eq!(Route::from_fragment(&canonical), (route, vec![]), "{canonical}");
}

/// Any file is a dataset that everything can be shown of, or is told what is wrong with it.
pub fn check_dataset(json: &[u8]) {
    match dataset::parse(json) {
        Ok(dataset) => check_everything(&dataset, &String::from_utf8_lossy(json)),
        Err(DatasetError::Records(faults)) => {
            assert!(!faults.is_empty(), "a fault without a fault");
            for fault in faults {
                assert!(fault.path.len() < LONGEST_SENTENCE, "{}", fault.path);
                assert!(!fault.wrong.is_empty() && !fault.help.is_empty(), "{fault:?}");
                assert!(!fault.to_string().contains(is_invisible), "{fault}");
            }
            // As much of it as can be shown is a dataset.
            if let Some((file, shown)) = ReadFile::of_json("any.json".to_owned(), json.to_vec()).shows {
                assert_eq!(dataset::parse(file.as_bytes()), Ok(shown));
            }
        }
        Err(error) => check_sentence(&error.to_string()),
    }
}

/// Any file is read as tables within limits, and what is wrong with it is told in short sentences.
pub fn check_tables(name: &str, file: Vec<u8>) {
    const LIMITS: Limits = Limits {
        file: 1 << 20,
        unpacked: 1 << 22,
        cells: 20_000,
        texts: 1 << 21,
    };
    let read = Reading::new(name, file, LIMITS).and_then(|mut reading| {
        let mut before = 0;
        loop {
            let (done, of) = reading.step(100)?;
            assert!(before <= done && done <= of, "{before}, {done} of {of}");
            if done == of {
                return reading.finish();
            }
            before = done;
        }
    });
    match read {
        Ok(found) => {
            let checked = found.check();
            assert_eq!(checked.dataset.is_none(), !checked.causes.is_empty());
            for cause in &checked.causes {
                assert!(
                    !cause.cells.is_empty() && !cause.to_string().contains(is_invisible),
                    "{cause}"
                );
                assert!(cause.to_string().chars().count() < 6 * LONGEST_SENTENCE, "{cause}");
            }
        }
        Err(error) => check_sentence(&error.to_string()),
    }
}

/// A workbook of one sheet with that XML, or what else those bytes are.
pub fn workbook_of(sheet: &[u8], texts: &[u8]) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let workbook = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"Facts\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"b\" Type=\"{OFFICE}/sharedStrings\" Target=\"texts.xml\"/></Relationships>"
    );
    zip_of(&[
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/texts.xml", texts),
    ])
}

/// A zip of these files, which stand in it as they are.
pub fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = rawzip::ZipArchiveWriter::new(Vec::new());
    for (name, bytes) in files {
        let file = archive
            .new_file(*name)
            .compression_method(rawzip::CompressionMethod::STORE);
        let (mut entry, _) = file.start().unwrap_or_else(|error| panic!("{error}"));
        std::io::Write::write_all(&mut entry, bytes).unwrap_or_else(|error| panic!("{error}"));
        let sum = rawzip::DataDescriptorOutput::new(rawzip::crc32(bytes), bytes.len() as u64);
        entry.finish(sum).unwrap_or_else(|error| panic!("{error}"));
    }
    archive.finish().unwrap_or_else(|error| panic!("{error}"))
}

/// Any question is answered, and the answers agree with each other.
pub fn check_query(fragment: &str, index: &Index<'_>, dataset: &Dataset) {
    let (route, issues) = Route::open(fragment, index);
    for issue in issues {
        check_sentence(&issue.in_words(&dataset.vocabulary));
    }
    let query = route.query;
    for unit in [Unit::Measures, Unit::Commitments, Unit::Documents] {
        let listed = query::listed(unit, &query, index);
        let once: BTreeSet<usize> = listed.iter().copied().collect();
        assert_eq!(once.len(), listed.len(), "something is listed twice");
        for facet in Facet::ALL {
            let counts = query::facets(*facet, &query, unit, index);
            let is_chosen = |value: &query::ValueCount| value.is_chosen;
            // Of several chosen values each leaves a part of what is listed.
            let of_chosen = counts.values.iter().filter(|value| is_chosen(value));
            let most = of_chosen.map(|value| value.count).max();
            assert!(most.is_none_or(|most| most <= listed.len()), "{facet:?}");
        }
    }
    let wanted = query.terms(index);
    for place in query::run(&query, index) {
        let measure = &dataset.measures[place];
        let pieces = query::highlight(&measure.title, &wanted);
        let joined: String = pieces.into_iter().map(|piece| piece.text).collect();
        assert_eq!(joined, measure.title);
    }
    query::go_to(&query.text, dataset);
    query::heat(&query, route.options.axes, route.options.heat_unit, index);
    draw(&query, &route.options, index, dataset);
}

/// Everything that a page would show of a dataset can be worked out.
fn check_everything(dataset: &Dataset, file: &str) {
    let index = Index::new(dataset);
    for lanes in Lanes::ALL {
        let options = ViewOptions {
            lanes: *lanes,
            ..ViewOptions::default()
        };
        draw(&Query::default(), &options, &index, dataset);
    }
    check_query("/table?source=all&q=a&as-of=2019", &index, dataset);
    for presidency in query::presidencies_with_brief(&index) {
        let brief = brief_of(presidency, &Query::default(), &index);
        brief_markdown(&brief, &Context::new(dataset, &index, brief.as_of, &[]));
    }
    for body in &dataset.bodies {
        query::body_profile(&body.id, dataset);
    }
    query::remarks(dataset);
    for source in &dataset.sources {
        query::tally(Some(&source.id), dataset);
    }
    let document = record::html(dataset);
    assert!(document.ends_with("</section>"), "{document}");
    assert!(record::first_screen(dataset, &index).contains("<table"));
    check_exports(dataset, &index, file);
}

/// Everything can be saved in every format and cited in every form; what was saved as a dataset is one.
fn check_exports(dataset: &Dataset, index: &Index<'_>, file: &str) {
    let query = Query::default();
    let context = ExportContext {
        dataset,
        index,
        as_of: query.day(dataset),
        selection: "everything".to_owned(),
        address: "/table".to_owned(),
        later_column: LaterColumn::Shown,
        file: file.to_owned(),
    };
    // Where every text is very long, whatever repeats the names of things in each row takes minutes without saying more.
    let all = match file.len() {
        ..LARGE => everything(&query, dataset, index),
        _ => vec![ExportContent::Measures(query::run(&query, index))],
    };
    for shown in all {
        for format in Format::ALL {
            match (format, write(*format, context.clone(), &shown)) {
                (Format::Json, Ok(text)) => {
                    assert!(dataset::parse(&text).is_ok(), "{}", String::from_utf8_lossy(&text));
                }
                (_, Ok(text)) => assert!(!text.is_empty(), "{format:?} {shown:?}"),
                // Where nothing has a due date there is no calendar, and a cell holds no text of any length.
                (Format::Calendar | Format::Workbook, Err(error)) => check_sentence(&error.to_string()),
                (_, Err(error)) => panic!("{format:?}: {error}"),
            }
        }
        for style in CitationStyle::ALL {
            let cited = shown.cited(&context);
            let text = cite(&cited, *style, context.as_of, dataset);
            assert!(
                text.as_ref().is_ok_and(|text| text.is_empty() == cited.is_empty()),
                "{style:?} {text:?} {cited:?}"
            );
        }
    }
}

fn brief_of<'a>(presidency: &'a Presidency, query: &Query, index: &Index<'a>) -> Arc<Brief<'a>> {
    Arc::clone(&Briefs::new(&[presidency], query, BriefBy::default(), index, None).all()[0])
}

/// Every kind of thing that can be shown.
fn everything<'a>(query: &Query, dataset: &'a Dataset, index: &'a Index<'a>) -> Vec<ExportContent<'a>> {
    let measures = query::run(query, index);
    let briefs = query::presidencies_with_brief(index).into_iter().take(1);
    let briefs: Vec<_> = briefs.map(|presidency| brief_of(presidency, query, index)).collect();
    let mut all = vec![
        ExportContent::Facts(dataset.records().collect()),
        ExportContent::Commitments(query::commitments(query, index)),
        ExportContent::Documents(query::documents(query, index)),
        ExportContent::Heat {
            heat: query::heat(query, HeatAxes::default(), HeatUnit::default(), index),
            axes: HeatAxes::default(),
            measures: measures.clone(),
        },
    ];
    // A page of briefs shows one at least.
    if !briefs.is_empty() {
        all.push(ExportContent::Briefs(briefs));
    }
    all.extend(measures.first().copied().map(ExportContent::Measure));
    all.extend((0..dataset.reports.len()).take(1).map(ExportContent::Report));
    all.extend((0..dataset.documents.len()).take(1).map(ExportContent::Document));
    all.extend(
        dataset
            .bodies
            .first()
            .map(|body| ExportContent::of_body(&body.id, dataset)),
    );
    all.push(ExportContent::Later(query::later_facts(query, index)));
    all.push(ExportContent::Slips(query::all_slips(query.day(dataset), dataset)));
    all.push(ExportContent::Measures(measures));
    all
}

/// The timeline of a selection as a file: as well-formed as its text allows.
fn draw(query: &Query, options: &ViewOptions, index: &Index<'_>, dataset: &Dataset) {
    let day = query.day(dataset);
    let around = backdrop(dataset, day, None);
    let timeline = Facts::new(day, options.lanes, index).timeline(query, &options.folded_lanes, index);
    let view = View::of(around.usual(timeline.facts().map(|(_, fact)| fact.period)));
    let Ok(scale) = TimeScale::new(view, 900.0) else {
        panic!("900 pixels are no width");
    };
    let chart = around.chart(Arc::clone(&timeline.lanes), Heights::default());
    let label = |place: FactPlace| timeline.label(place, day, dataset);
    let drawing = lay_out(&chart, scale, 0.0..2000.0, &label);
    let says = |mark: &Mark| timeline.says_with_names(mark, day, dataset);
    let picture = Picture {
        drawing: &drawing,
        timeline: &timeline,
        ink: Ink::File,
        says: &says,
    };
    let svg = picture.whole_svg("Timeline", "any source");
    assert!(svg.trim_end().ends_with("</svg>"), "{svg}");
}

fn check_sentence(sentence: &str) {
    assert!(sentence.chars().count() < LONGEST_SENTENCE, "{sentence}");
    assert!(!sentence.contains(is_invisible), "{sentence:?}");
}

/// A sound dataset that is read in no time: two measures of the shipped one, with nothing that leads out of them.
pub fn small() -> Value {
    let mut small = shipped::json().clone();
    let mut measures = ["1", "31"].map(shipped::measure_file);
    for measure in &mut measures {
        measure["related"] = json!([]);
        for list in ["state_of_play", "follow_up"] {
            for record in measure[list].as_array_mut().into_iter().flatten() {
                record["related"] = json!([]);
                record["measures"] = json!([]);
                if !record["outcome"].is_null() {
                    record["outcome"]["evidence"] = json!([]);
                }
            }
        }
    }
    small["measures"] = measures.into();
    small["reports"] = json!([]);
    shipped::keep_own_later_facts(&mut small);
    let used = format!("{}{}", small["measures"], small["sources"]);
    for list in ["bodies", "documents"] {
        if let Some(records) = small[list].as_array_mut() {
            records.retain(|record| used.contains(&record["id"].to_string()));
        }
    }
    // A short code takes no text.
    small["words"]
        .as_array_mut()
        .into_iter()
        .for_each(|words| words.retain(|word| word["what"] != "code"));
    small["glossary"]
        .as_array_mut()
        .into_iter()
        .for_each(|terms| terms.truncate(3));
    small
}

/// A dataset with a few places changed: eight bytes say which one and how.
pub fn changed(mut whole: Value, bytes: &[u8]) -> Value {
    for edit in bytes.chunks_exact(8) {
        let depth = usize::from(edit[0] % 7);
        change_at(&mut whole, &edit[1..=depth], edit[7]);
    }
    whole
}

/// Changes the value that these steps lead to, as far as they go.
fn change_at(value: &mut Value, steps: &[u8], how: u8) {
    let inner: Vec<&mut Value> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(fields) => fields.values_mut().collect(),
        _ => Vec::new(),
    };
    match steps.split_first() {
        Some((step, further)) if !inner.is_empty() => {
            let nth = usize::from(*step) % inner.len();
            inner
                .into_iter()
                .skip(nth)
                .take(1)
                .for_each(|inner| change_at(inner, further, how));
        }
        _ => change(value, how),
    }
}

fn change(value: &mut Value, how: u8) {
    let numbers = [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
    ];
    let hows = HOSTILE.len() + DATES.len() + numbers.len() + 5;
    let how = usize::from(how) % hows;
    let texts = HOSTILE.iter().chain(&DATES).map(|text| json!(text));
    match texts.chain(numbers).nth(how) {
        Some(other) => *value = other,
        None => match (hows - how, value) {
            (1, value) => *value = json!([]),
            (2, value) => *value = json!({}),
            (3, Value::Array(items)) => items.extend(items.first().cloned()),
            (3, Value::Object(fields)) => drop(fields.insert("\u{202e}other".into(), json!([[]]))),
            (4, Value::Array(items)) => items.truncate(items.len() / 2),
            (4, Value::Object(fields)) => fields.retain(|name, _| name.len() % 2 == 0),
            (_, Value::String(text)) => *text = text.repeat(1 + 100_000 / (1 + text.len())),
            (_, value) => *value = json!([value.clone(), value.clone()]),
        },
    }
}

/// Texts that would do harm if they were taken for more than texts.
pub const HOSTILE: [&str; 12] = [
    "",
    " \u{a0}\t",
    "<img src=x onerror=\"window.hacked = true\">",
    "</script><script>window.hacked = true</script><!--",
    "\"'`${window.hacked = true}{{program}}]]>&lt;&#60;",
    "javascript:window.hacked = true",
    "\u{202e}desrever \u{2066}dna desolcne",
    "\0\u{1b}[31m\u{7f}\u{9f}\u{2028}",
    "\u{200f}\u{200d}\u{feff}שלום عَرَبِيّ",
    "Z\u{351}\u{327}\u{489}a\u{36f}\u{35c}lgo",
    "\u{1f469}\u{200d}\u{1f692}\u{10ffff}\u{fffd}",
    "=cmd|' /C calc'!A0",
];

/// Dates at and beyond the ends of the calendar.
const DATES: [&str; 9] = [
    "0000",
    "0001-01-01",
    "9999-12-31",
    "9999",
    "2020-02-30",
    "2020-H1",
    "2020-Q5",
    "-2020",
    "2019-12-31",
];
