//! A follow-up of another field, as its editors make it in the empty template: it opens without faults, and nothing on its pages, in
//! its files and in its record speaks of the strategy or of the European Union.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;

use iss_followup::chart::{Facts, Ink, Picture, backdrop};
use iss_followup::dataset::{self, Dataset, Home};
use iss_followup::domain::date::Day;
use iss_followup::domain::id::PresidencyId;
use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::priority_color::PriorityColor;
use iss_followup::query::{
    self, BriefBy, Briefs, Facet, Grouping, HeatAxes, HeatUnit, Index, Lanes, LaterBy, Per, Query, Unit, ViewOptions,
};
use iss_followup::record::{self, DatasetParts};
use iss_followup::render::{cite, html, write};
use iss_followup::route::{Page, Route};
use iss_followup::sheet::{self, Form, Found};
use iss_followup::timeline::{Heights, TimeScale, View, lay_out};
use iss_followup::view::{
    CitationStyle, Context, ExportContext, FileState, Format, LastCopy, Rows, commitment_axis, file_name, name_of_view,
    notices,
};

use crate::any_input::zip_of;
use crate::exported::{all_shown, told_of};

/// The folder of the example.
fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/examples"))
}

/// The CSV files of the example as one file, as a reader would drop it on the page.
fn zipped() -> Vec<u8> {
    let entries = fs::read_dir(folder().join("climate-plan")).expect("the example");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    let files: Vec<(String, Vec<u8>)> = paths
        .iter()
        .map(|path| {
            let name = path.file_name().and_then(|name| name.to_str()).expect("a name");
            (name.to_owned(), fs::read(path).expect("a file"))
        })
        .collect();
    let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
    zip_of(&files)
}

fn found() -> Found {
    sheet::read("climate-plan.zip", zipped()).unwrap_or_else(|error| panic!("{error}"))
}

fn file() -> &'static str {
    static FILE: OnceLock<String> = OnceLock::new();
    FILE.get_or_init(|| found().check().json)
}

fn example() -> &'static Dataset {
    static DATASET: OnceLock<Dataset> = OnceLock::new();
    DATASET.get_or_init(|| dataset::parse(file().as_bytes()).unwrap_or_else(|error| panic!("{error}")))
}

fn index() -> &'static Index<'static> {
    static INDEX: OnceLock<Index<'static>> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(example()))
}

#[test]
fn the_example_opens_without_faults_and_has_every_sheet() {
    let found = found();
    assert_eq!(found.misfits, []);
    assert_eq!(found.ignored, [""; 0]);
    for sheet in &found.sheets {
        assert!(sheet.missing.is_empty() && sheet.extra.is_empty());
    }
    let checked = found.check();
    assert!(checked.causes.is_empty(), "{}", checked.causes[0]);
    assert_eq!((checked.left_out, found.sheets.len()), (0, sheet::Kind::ALL.len()));
    // Every status, every outcome but those that only later facts can have, and both ways of giving a colour occur.
    let statuses: BTreeSet<_> = example().measures.iter().map(|measure| measure.status).collect();
    assert_eq!(statuses.len(), 7);
    let colors: Vec<PriorityColor> = example().priorities.iter().map(|priority| priority.color).collect();
    let [amber, teal, violet, by_place] = colors[..] else {
        panic!("{colors:?}")
    };
    assert_eq!(
        [amber, teal, violet],
        [PriorityColor::Amber, PriorityColor::Teal, PriorityColor::Violet]
    );
    assert_eq!(by_place, PriorityColor::at(3));
}

/// The same data as a workbook and as a dataset, for those who begin with one of these. Written anew where `UPDATE_GOLDEN` is set.
#[test]
fn the_example_is_there_in_every_form() {
    let json = format!(
        "{:#}\n",
        serde_json::from_str::<serde_json::Value>(file()).expect("JSON")
    )
    .into_bytes();
    let value = serde_json::from_slice(&json).expect("JSON");
    let workbook = sheet::write(Form::Workbook, sheet::tables(&value)).expect("short texts");
    for (name, bytes) in [("climate-plan.json", json), ("climate-plan.xlsx", workbook)] {
        let path = folder().join(name);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, &bytes).expect("a file that can be written");
        }
        assert!(
            fs::read(&path).expect("the file") == bytes,
            "{name} is not what the CSV files say; write it anew with UPDATE_GOLDEN=1"
        );
    }
}

/// Words that only the strategy, or the Union, has.
const THEIRS: [&str; 31] = [
    "ISS",
    "EU",
    "ELI",
    "Council",
    "council",
    "Presidenc",
    "presidenc",
    "5618",
    "Commission",
    "European",
    "Europol",
    "Member State",
    "eneral report",
    "orking part",
    "EUR-Lex",
    "CELEX",
    "Official Journal",
    "LIMITE",
    "half-year",
    "Internal Security",
    "trategy",
    "LEWP",
    "trio",
    "Trio",
    "iss-",
    "Union",
    "3 February 2020",
    "Brussels",
    "Parliament",
    "Schengen",
    "five documents",
];

/// What a reader sees or hears of HTML: its texts, and the attributes that are read out or shown.
fn said(html: &str) -> String {
    const HEARD: [&str; 7] = [
        "title=\"",
        "aria-label=\"",
        "placeholder=\"",
        "abbr=\"",
        "data-label=\"",
        "alt=\"",
        "content=\"",
    ];
    let mut said = String::new();
    let mut rest = html;
    while let Some((text, (tag, after))) = rest
        .split_once('<')
        .and_then(|(text, rest)| Some((text, rest.split_once('>')?)))
    {
        said.push_str(text);
        said.push(' ');
        for name in HEARD {
            for (place, _) in tag
                .match_indices(name)
                .filter(|(place, _)| tag[..*place].ends_with(' '))
            {
                let value = &tag[place + name.len()..];
                said.push_str(value.split('"').next().unwrap_or_default());
                said.push(' ');
            }
        }
        rest = after;
    }
    said.push_str(rest);
    said
}

#[track_caller]
fn is_theirs(what: &str, text: &str) {
    for word in THEIRS {
        let is_whole_word = word.len() < 4 && word.bytes().all(|byte| byte.is_ascii_uppercase());
        let stands = |place: usize| {
            let around = [
                text[..place].chars().next_back(),
                text[place + word.len()..].chars().next(),
            ];
            !is_whole_word || around.iter().all(|letter| !letter.is_some_and(char::is_alphanumeric))
        };
        if let Some((place, _)) = text.match_indices(word).find(|(place, _)| stands(*place)) {
            let begin = (0..=place.saturating_sub(80))
                .rev()
                .find(|at| text.is_char_boundary(*at))
                .unwrap_or_default();
            let end = (place..text.len())
                .find(|at| text.is_char_boundary(*at) && place + 80 < *at)
                .unwrap_or(text.len());
            panic!("{what} says “{word}”: {}", &text[begin..end]);
        }
    }
    // A word whose place was not filled.
    for mark in [
        "{period", "{Period", "{group", "{Group", "{report", "{Report", "{part", "{Part",
    ] {
        assert!(!text.contains(mark), "{what}: {}", &text[..text.len().min(3000)]);
    }
}

fn days() -> [Day; 3] {
    ["2026-06-30", "2026-10-31", "2027-12-31"].map(|day| day.parse().expect("a day"))
}

#[track_caller]
fn html_is_theirs(what: &str, html: &maud::Markup) {
    is_theirs(what, &said(&html.0));
}

/// The pages of things: measures, sections, documents, bodies, lines.
fn check_things(context: &Context<'_>) {
    let dataset = context.dataset;
    for place in 0..dataset.measures.len() {
        let view = context.measure(place);
        let strip = html::presidency_strip(&context.presidency_strip(place, &[]));
        html_is_theirs("a measure", &html::measure_head(&view, html::Medium::App));
        html_is_theirs("a measure", &html::measure_lines(&view, html::Medium::App));
        html_is_theirs(
            "a measure",
            &html::measure_aside(&view, Some(&strip), html::Medium::App),
        );
    }
    for place in 0..dataset.reports.len() {
        html_is_theirs(
            "a section",
            &html::report(&context.report(place), None, html::Medium::App),
        );
    }
    for place in 0..dataset.documents.len() {
        html_is_theirs("a document", &html::document(&context.document(place, None)));
    }
    for body in &dataset.bodies {
        let profile = query::body_profile(&body.id, dataset);
        html_is_theirs("a body", &html::body(&context.body(body, &profile), ""));
    }
    for (home, record) in dataset.records() {
        let report = context.error_report(record.id()).expect("a line");
        is_theirs("the report on an error", &report.text());
        html_is_theirs(
            "a line",
            &html::line(&context.line(record, Some(home)), html::Medium::App),
        );
    }
}

/// The views, in each arrangement.
fn check_views(context: &Context<'_>, everywhere: &Query) {
    let (dataset, index, own) = (context.dataset, context.index, &context.dataset.vocabulary);
    for grouping in Grouping::ALL {
        let options = ViewOptions {
            grouping: *grouping,
            ..ViewOptions::default()
        };
        let groups = query::arrange(query::run(everywhere, index), everywhere, &options, index);
        let rows = Rows::new(&groups, &options);
        let views = context.table_rows(&rows, 0..rows.len(), &[0, 1, 2], &HashMap::new());
        html_is_theirs("the table", &html::table_rows(&views, rows.columns(), None, own));
        html_is_theirs("the table", &html::arrange_table(&options, false, true, own));
    }
    for per in Per::ALL {
        let groups = query::group_commitments(query::commitments(everywhere, index), everywhere, *per, index);
        let axis = commitment_axis(dataset, context.day).expect("dates");
        html_is_theirs(
            "commitments",
            &html::commitments(&context.commitments(&groups, *per, axis, None)),
        );
        let sheet = context.commitment_sheet(&groups, *per, axis, "Commitments");
        is_theirs("the drawing of commitments", &said(&sheet.expect("a drawing")));
    }
    html_is_theirs("outcomes", &html::outcome_filters(&context.outcome_filters(everywhere)));
    let groups = query::group_documents(query::documents(everywhere, index), everywhere, None, index);
    html_is_theirs(
        "documents",
        &html::documents(&context.documents_in_order(&groups, None)),
    );
    html_is_theirs(
        "what can be set",
        &html::axes(HeatAxes::default(), HeatUnit::default(), own),
    );
    let actors = context.actors_view(everywhere, &ViewOptions::default());
    html_is_theirs("actors", &html::actors(&actors, None));
    for by in LaterBy::ALL {
        let facts = query::later_facts(everywhere, index);
        html_is_theirs(
            "later facts",
            &html::since_page(&context.since_page(&facts, everywhere, *by), own),
        );
    }
    html_is_theirs("the slip charts", &html::slips(&context.slips(), ""));
}

/// The briefs of each two periods, and what is said of one that is not there.
fn check_briefs(context: &Context<'_>, query: &Query) {
    let (dataset, index) = (context.dataset, context.index);
    for by in BriefBy::ALL {
        for terms in dataset.rota.terms().windows(2) {
            let briefs = Briefs::new(&[&terms[0], &terms[1]], query, *by, index, None);
            html_is_theirs(
                "briefs",
                &html::brief_page(&context.brief_page(None, query, briefs.all())),
            );
            let head = context.brief_head(query, &briefs).expect("briefs");
            html_is_theirs("briefs", &html::brief_head(&head));
        }
    }
    let missing = context.brief_page(Some(&PresidencyId::new("Q9-1999")), query, &[]);
    html_is_theirs("a brief that is not there", &html::brief_page(&missing));
    let picker = context.presidency_picker(&Route::default(), None);
    html_is_theirs(
        "the choice of briefs",
        &html::presidency_picker(&picker, &dataset.vocabulary),
    );
}

#[test]
fn every_page_of_another_field_speaks_of_that_field() {
    let (dataset, index) = (example(), index());
    for day in days() {
        let context = Context::new(dataset, index, day, &[]);
        let query = Query::default().with_day(day, dataset);
        check_things(&context);
        check_views(&context, &query.in_all_sources());
        check_briefs(&context, &query);
        let errors = ["an error".to_owned()];
        let about = context.about(Some("abc".to_owned()), &errors);
        html_is_theirs("About", &html::about(&about, &LastCopy::default()));
        html_is_theirs("the day", &html::as_of_choice(&context.as_of_choice(None)));
        for text in ["OCP-4", "Heat", "heat map", "energy review", "q"] {
            html_is_theirs(
                "what is offered",
                &html::offers(&context.offers(text, &Route::default()), None),
            );
        }
    }
}

#[test]
fn every_selection_of_another_field_reads_on() {
    let (dataset, index, own) = (example(), index(), &example().vocabulary);
    let context = Context::new(dataset, index, dataset.edition.status_date, &[]);
    for facet in Facet::ALL {
        for value in index.values(*facet) {
            for (unit, page) in [
                (Unit::Measures, Page::Table),
                (Unit::Commitments, Page::Commitments),
                (Unit::Documents, Page::Documents),
            ] {
                let query = Query::everywhere(*facet, value.key.as_str());
                let parts = query::selected_parts(&query, unit, index);
                is_theirs(
                    "a selection",
                    &query::selection_in_words(&query, unit, (3, 9), &parts, own),
                );
                let counts = query::facet_counts(&query, unit, index);
                is_theirs(
                    "the filters",
                    &said(&html::filters(&context.filters(&page, &counts, unit, 9, None)).0),
                );
                is_theirs(
                    "a selection",
                    &said(&html::selection(&context.selection(&query, unit, (3, 9)), &maud::Markup::default()).0),
                );
            }
        }
    }
    let query = Query::everywhere(Facet::Presidency, "Q2-2026");
    let parts = query::selected_parts(&query, Unit::Measures, index);
    let words = query::selection_in_words(&query, Unit::Measures, (3, 9), &parts, own);
    assert_eq!(
        words,
        "3 of 9 measures of all documents, with something done or planned in Q2 2026"
    );
    let all = query::selection_in_words(&Query::default(), Unit::Measures, (8, 8), &[], own);
    assert_eq!(all, "All 8 measures of the climate action plan of Ostrey");
    for fragment in [
        "/table?presidency=XX&working-party=YY",
        "/presidency?beside=ZZ",
        "/nowhere?a=b",
    ] {
        let (_, issues) = Route::open(fragment, index);
        assert!(!issues.is_empty(), "{fragment}");
        is_theirs("a notice", &notices(&issues, own).sentences.join(" "));
    }
    for page in Page::VIEWS {
        is_theirs("a tab", &name_of_view(&page, own));
    }
}

#[test]
fn every_file_of_another_field_speaks_of_that_field() {
    let (dataset, index) = (example(), index());
    for day in days() {
        let query = Query::default().with_day(day, dataset).in_all_sources();
        let context = || ExportContext {
            file: file().to_owned(),
            ..told_of(dataset, index, day)
        };
        for shown in all_shown(&query, dataset, index) {
            // JSON and sheets are in the page's own format.
            for format in [
                Format::Csv,
                Format::CsvWithSemicolons,
                Format::Markdown,
                Format::Calendar,
            ] {
                if let Ok(bytes) = write(format, context(), &shown) {
                    is_theirs(format.key(), &String::from_utf8(bytes).expect("a text"));
                }
            }
            for style in CitationStyle::ALL {
                let text = cite(&shown.cited(&context()), *style, context().as_of, dataset).expect("citations");
                is_theirs(style.key(), &text);
            }
        }
        for lanes in Lanes::ALL {
            is_theirs("the timeline", &said(&timeline(*lanes, &query, day)));
        }
    }
    assert_eq!(
        file_name(&dataset.vocabulary, "table", "csv"),
        "ostrey-climate-watch-table.csv"
    );
}

fn timeline(lanes: Lanes, query: &Query, day: Day) -> String {
    let (dataset, index) = (example(), index());
    let around = backdrop(dataset, day, None);
    let timeline = Facts::new(day, lanes, index).timeline(query, &BTreeSet::new(), index);
    let view = View::of(around.usual(timeline.facts().map(|(_, fact)| fact.period)));
    let scale = TimeScale::new(view, 900.0).expect("a width");
    let chart = around.chart(std::sync::Arc::clone(&timeline.lanes), Heights::default());
    let label = |place| timeline.label(place, day, dataset);
    let drawing = lay_out(&chart, scale, 0.0..2000.0, &label);
    let says = |mark: &iss_followup::timeline::Mark| timeline.says_with_names(mark, day, dataset);
    let picture = Picture {
        drawing: &drawing,
        timeline: &timeline,
        ink: Ink::File,
        says: &says,
    };
    picture.whole_svg("Timeline", &dataset.source_in_words())
}

/// What the build makes of it, as far as that goes without the program: the same as a page that opened it saves.
#[test]
fn the_page_of_another_field_is_at_home() {
    let dataset = example();
    let of_dataset = DatasetParts::new(file(), dataset);
    let page = record::page(&of_dataset.parts(), None);
    assert!(page.contains("<title>Ostrey Climate Watch</title>"));
    is_theirs("the page", &said(&page));
    let on_paper = Context::new(dataset, index(), dataset.edition.status_date, &[]).frame(true);
    is_theirs(
        "the frame",
        &said(&html::frame(&on_paper, &|_| maud::Markup::default()).0),
    );
    is_theirs(
        "where data are opened",
        &said(&html::own_data(&FileState::default(), "", None).0),
    );
    assert!(dataset.homes().any(|home| matches!(home, Home::Report(_))));
}
