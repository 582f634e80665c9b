//! What the page on which two editions are compared says, the page of a measure meanwhile, and the files.

use iss_followup::compare::{DifferenceFilter, Edition, Happening, Side};
use iss_followup::dataset::{Dataset, Home};
use iss_followup::query::{Index, Query};
use iss_followup::render::html::Medium;
use iss_followup::render::{html, write};
use iss_followup::sheet::{self, Kind};
use iss_followup::view::{
    CompareAction, CompareView, Compared, Context, DifferenceView, ExportContent, ExportContext, FileState, Format,
};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::asked::index;
use crate::cases::cases;
use crate::export_csv::read_with;
use crate::exported::{self, any_hostile, hostile, parsed, told_of};
use crate::read_markdown::read;
use crate::shipped;

fn compared(other: &Value) -> Compared {
    let [shown, other] = [shipped::json(), other].map(|value| Edition::new(sheet::tables(value)));
    Compared::of("ours.json".to_owned(), shown, other).finish()
}

fn context() -> Context<'static> {
    Context::new(shipped::dataset(), index(), shipped::dataset().edition.status_date, &[])
}

/// The shipped data with one measure changed.
fn with(id: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut value = shipped::json().clone();
    let measures = value["measures"].as_array_mut().expect("a list");
    change(
        measures
            .iter_mut()
            .find(|measure| measure["id"] == id)
            .expect("a measure"),
    );
    value
}

/// Several changes of one measure, and another that is gone.
fn changed() -> Value {
    let mut value = with("31", |measure| {
        let title = measure["title"].as_str().expect("a title").to_owned();
        measure["title"] = json!(format!("{title}, in full"));
        measure["status"] = json!("completed");
        measure["bodies"].as_array_mut().expect("a list").push(json!("eu-lisa"));
        measure["follow_up"][0]["due"] = json!("2030-H1");
    });
    value["glossary"].as_array_mut().expect("a list").remove(0);
    value
}

fn view(compared: &Compared, filter: &DifferenceFilter) -> CompareView {
    context().compare(compared, filter)
}

fn records(view: &CompareView) -> Vec<&DifferenceView> {
    view.groups.iter().flat_map(|group| &group.records).collect()
}

/// Each field of a record with what is marked in it: `[-old-]` and `{+new+}`.
fn fields(record: &DifferenceView) -> Vec<String> {
    let field = |field: &iss_followup::view::FieldView| {
        let pieces = field.pieces.iter().map(|piece| match piece.side {
            Side::Both => piece.text.clone(),
            Side::Old => format!("[-{}-]", piece.text),
            Side::New => format!("{{+{}+}}", piece.text),
        });
        format!("{}: {}", field.name, pieces.collect::<Vec<_>>().join(field.between))
    };
    record.fields.iter().map(field).collect()
}

#[test]
fn each_difference_is_told_field_by_field_in_the_words_of_the_page() {
    let compared = compared(&changed());
    let view = view(&compared, &DifferenceFilter::default());
    assert_eq!(view.count, "3 records are different");
    let titles: Vec<&str> = view.groups.iter().map(|group| group.title.as_str()).collect();
    let title = &shipped::dataset().measures[39].title;
    assert_eq!(titles, [format!("31 {title}, in full").as_str(), "Glossary"]);
    let [measure, commitment, term] = records(&view)[..] else {
        panic!("{titles:?}")
    };
    assert_eq!(measure.name, "Measure 31");
    assert_eq!(measure.happenings_in_words(), "other status or outcome");
    let told = fields(measure);
    let last = title.split_whitespace().last().expect("a word");
    assert!(
        told[0].ends_with(&format!("[-{last}-] {{+{last}, in full+}}")),
        "{told:?}"
    );
    assert!(
        told.contains(&"Status: [-implementing-] {+completed+}".to_owned()) || told[1].starts_with("Status: [-"),
        "{told:?}"
    );
    assert!(told.last().expect("bodies").ends_with("; {+eu-LISA+}"), "{told:?}");
    assert_eq!(commitment.name, "Commitment ISS-31-c1");
    assert!(commitment.happenings_in_words().contains("other due date"));
    let due = fields(commitment)
        .into_iter()
        .find(|field| field.starts_with("Due:"))
        .expect("a date");
    assert!(due.ends_with("{+1st half of 2030+}") || due.contains("2030"), "{due}");
    let link = commitment.link.as_ref().expect("a way");
    assert_eq!(link.route.to_fragment(), "/measure/31?fact=31-c1");
    assert_eq!((term.happenings_in_words().as_str(), term.is_whole), ("removed", true));
    assert_eq!(term.link, None);
}

#[test]
fn what_is_shown_and_what_is_from_the_file_is_said_and_can_be_swapped() {
    let edition = |view: &CompareView| view.editions.clone().map(|(_, from)| from);
    let mut older = changed();
    older["edition"]["status_date"] = json!("2019-02-03");
    let forth = compared(&changed());
    assert_eq!(
        edition(&view(&forth, &DifferenceFilter::default())),
        ["what this page shows", "ours.json"]
    );
    let back = compared(&older);
    assert_eq!(
        edition(&view(&back, &DifferenceFilter::default())),
        ["ours.json", "what this page shows"]
    );
    let removed = |compared: &Compared, what| {
        let filter = DifferenceFilter {
            happenings: [what].into(),
            ..DifferenceFilter::default()
        };
        compared.listed(&filter).len()
    };
    assert_eq!(
        (removed(&forth, Happening::Removed), removed(&forth, Happening::Added)),
        (1, 0)
    );
    let swapped = forth.swapped().finish();
    assert_eq!(
        (
            removed(&swapped, Happening::Removed),
            removed(&swapped, Happening::Added)
        ),
        (0, 1)
    );
    assert_eq!(
        edition(&view(&swapped, &DifferenceFilter::default())),
        ["ours.json", "what this page shows"]
    );
}

#[test]
fn filters_list_what_they_count() {
    let compared = compared(&changed());
    let whole = view(&compared, &DifferenceFilter::default());
    for count in &whole.happenings {
        let filter = DifferenceFilter {
            happenings: [count.value].into(),
            ..DifferenceFilter::default()
        };
        assert_eq!(
            records(&view(&compared, &filter)).len(),
            count.count,
            "{:?}",
            count.value
        );
    }
    let kinds: Vec<(Kind, usize)> = whole.kinds.iter().map(|count| (count.value, count.count)).collect();
    assert_eq!(
        kinds,
        [(Kind::Measures, 1), (Kind::Commitments, 1), (Kind::Glossary, 1)]
    );
    let filter = DifferenceFilter {
        happenings: [Happening::DueDate].into(),
        kinds: [Kind::Measures].into(),
    };
    let nothing = view(&compared, &filter);
    assert_eq!(nothing.count, "0 of 3 records that are different");
    let kinds: Vec<usize> = nothing.kinds.iter().map(|count| count.count).collect();
    assert_eq!(kinds, [0, 1, 0], "each kind is counted whichever is chosen");
}

#[test]
fn the_page_of_a_measure_tells_its_own_changes_and_no_others() {
    let compared = compared(&changed());
    let place = |id: &str| {
        shipped::dataset()
            .measures
            .iter()
            .position(|measure| measure.id.as_str() == id)
            .expect("it")
    };
    let changes = context()
        .changes(&compared, Home::Measure(place("31")))
        .expect("changes");
    let keys: Vec<&str> = changes.records.iter().map(|record| record.key.as_str()).collect();
    assert_eq!(keys, ["measures 31", "commitments 31-c1"]);
    assert_eq!(context().changes(&compared, Home::Measure(place("30"))), None);
}

#[test]
fn the_page_of_a_section_of_the_general_report_tells_its_own_changes_too() {
    let mut other = shipped::json().clone();
    other["reports"][1]["state_of_play"][0]["text"] = json!("Another text.");
    let compared = compared(&other);
    let changes = |place| context().changes(&compared, Home::Report(place));
    let told = changes(1).expect("changes");
    assert_eq!(told.records.len(), 1);
    let view = context().report(1);
    let page = html::report(&view, Some(&told), Medium::App).into_string();
    assert!(page.contains("Another text."), "{page}");
    assert!(page.find("id=\"changes\"") < page.find("id=\"measures\""));
    assert!(view.parts(Some(&told)).parts.contains(&told.part()));
    assert_eq!(changes(0), None);
}

#[test]
fn what_may_be_the_same_is_offered_taken_as_one_and_taken_apart() {
    let compared = compared(&with("31", |measure| {
        let facts = measure["state_of_play"].as_array_mut().expect("a list");
        facts.last_mut().expect("a fact")["id"] = json!("31-e99");
    }));
    let offered = view(&compared, &DifferenceFilter::default());
    let offer = offered.offers.first().expect("an offer");
    assert_eq!((offer.kind, offer.ids[1].as_str()), ("Fact", "31-e99"));
    assert_eq!((offered.exact, offered.taken), (1, 0));
    let taken = compared.taking(|offer| offer == 0).finish();
    let told = view(&taken, &DifferenceFilter::default());
    assert_eq!((told.offers.len(), told.taken), (0, 1));
    let fact = records(&told)[0].clone();
    assert_eq!(fields(&fact), [format!("Id: [-{}-] {{+31-e99+}}", offer.ids[0])]);
    // It is shown under the id that it has here.
    let link = fact.link.expect("a way");
    assert_eq!(link.route.to_fragment(), format!("/measure/31?fact={}", offer.ids[0]));
    assert_eq!(view(&taken.apart().finish(), &DifferenceFilter::default()), offered);
    let back = view(
        &taken.swapped().finish().swapped().finish(),
        &DifferenceFilter::default(),
    );
    assert_eq!(back, told);
}

#[test]
fn two_editions_that_say_the_same_say_so() {
    let page = html::compare(
        Some(&view(&compared(shipped::json()), &DifferenceFilter::default())),
        &FileState::None,
        false,
    );
    assert!(page.into_string().contains("The two say the same."));
    assert!(
        html::compare(None, &FileState::None, false)
            .into_string()
            .contains("Compare with…")
    );
}

#[test]
fn paper_has_everything_and_no_controls() {
    let other = changed();
    let compared = compared(&other);
    let mut paper = context();
    paper.is_on_paper = true;
    let view = paper.compare(&compared, &DifferenceFilter::default());
    let page = html::compare(Some(&view), &FileState::None, true).into_string();
    assert!(!page.contains("<button"), "{page}");
    assert_eq!(
        page.matches("<details").count(),
        page.matches(" open=\"\"").count(),
        "all is open"
    );
    assert!(
        !html::compare(None, &FileState::None, true)
            .into_string()
            .contains("<button")
    );
}

#[test]
fn what_a_control_does_is_read_as_it_was_written() {
    use CompareAction::{All, Apart, End, Swap, Take, TakeAll};
    for action in [
        CompareAction::Happening(Happening::PastDue),
        CompareAction::Kind(Kind::LaterFacts),
        All,
        Swap,
        Take(7),
        TakeAll,
        Apart,
        End,
    ] {
        assert_eq!(CompareAction::from_key(&action.key()), Some(action));
    }
    for unknown in ["", "take", "take x", "change", "of nothing", "swap all"] {
        assert_eq!(CompareAction::from_key(unknown), None);
    }
}

/// All that is different, as that file.
fn file(format: Format, compared: &Compared, export: ExportContext<'_>) -> String {
    let view = export.view_context();
    let differences = view
        .differences(compared, &DifferenceFilter::default())
        .expect("differences");
    let content = ExportContent::Differences(std::sync::Arc::new(differences));
    String::from_utf8(write(format, export, &content).expect("a file")).expect("a text")
}

fn shown(dataset: &'static Dataset) -> ExportContext<'static> {
    told_of(dataset, index(), dataset.edition.status_date)
}

#[test]
fn the_files_say_what_the_page_says() {
    let compared = compared(&changed());
    let view = view(&compared, &DifferenceFilter::default());
    let (heads, rows) = read_with(&file(Format::Csv, &compared, shown(shipped::dataset())), b',');
    assert_eq!(heads[..3], ["Kind", "Id", "Title"]);
    let count: usize = records(&view).iter().map(|record| record.fields.len().max(1)).sum();
    assert_eq!(rows.len(), count);
    let status = rows
        .iter()
        .find(|row| row[1] == "31" && row[5] == "Status")
        .expect("the status");
    assert_eq!(status[7], "completed");
    assert_eq!(
        (status[0].as_str(), status[4].as_str()),
        ("Measures", "other status or outcome")
    );
    let markdown = read(&file(Format::Markdown, &compared, shown(shipped::dataset())));
    assert_eq!(markdown.headings[0].1, "Compare two editions");
    let calendar = file(Format::Calendar, &compared, shown(shipped::dataset()));
    assert!(calendar.contains("ISS-31-c"));
    // The records that differ, as they are in what is shown.
    let records = parsed(&file(Format::Json, &compared, exported::context(&Query::default())));
    let measures: Vec<&str> = records.measures.iter().map(|measure| measure.id.as_str()).collect();
    assert_eq!(measures, ["31"]);
}

proptest! {
    #![proptest_config(cases(8))]

    /// Whatever the texts hold, the page and the files say them and nothing else.
    #[test]
    fn markup_in_a_text_is_text(before in proptest::collection::vec(any_hostile(), 1..6), after in proptest::collection::vec(any_hostile(), 1..6)) {
        let (before, after) = (hostile(&before), hostile(&after));
        let dataset = parsed(&before);
        let index = Index::new(&dataset);
        let [shown, other] = [&before, &after].map(|file| Edition::in_file(file).expect("JSON"));
        let compared = Compared::of("<b>ours</b>.json".to_owned(), shown, other).finish();
        let context = || Context::new(&dataset, &index, dataset.edition.status_date, &[]);
        let view = context().compare(&compared, &DifferenceFilter::default());
        let page = html::compare(Some(&view), &FileState::None, false).into_string();
        prop_assert!(!page.contains("<b>ours") && !page.contains("</script>"));
        if let Some(differences) = context().differences(&compared, &DifferenceFilter::default()) {
            let count = differences.records.len();
            let lines: usize = differences.records.iter().map(|record| record.fields.len()).sum();
            let rows: usize = differences.records.iter().map(|record| record.fields.len().max(1)).sum();
            let content = ExportContent::Differences(std::sync::Arc::new(differences));
            let written = |format| {
                let context = told_of(&dataset, &index, dataset.edition.status_date);
                String::from_utf8(write(format, context, &content).expect("a file")).expect("a text")
            };
            prop_assert_eq!(read_with(&written(Format::Csv), b',').1.len(), rows);
            let markdown = written(Format::Markdown);
            let items = read(&markdown).items.len();
            // The title block has its own items: before, after, selection, day, edition, address.
            prop_assert_eq!(items, count + lines + 6, "{}", markdown);
        }
    }
}
