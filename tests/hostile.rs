//! Nothing that comes in from outside breaks the core: any address, any file, any question (properties), and files that were
//! made to do harm. `fuzz/` asks the same of what libFuzzer makes up.

use crate::asked;
use crate::cases::cases;
use crate::shipped;
use iss_followup::dataset::{self, DatasetError};
use iss_followup::route::Route;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::any_input::{HOSTILE, changed, check_address, check_dataset, check_query, small};

/// Pieces of addresses in any order.
fn any_fragment() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "(/|\\?|&|=|,|%|%2|%ff|%00|%E2%80%AE)",
        "(table|timeline|measure/31|presidency/HR|body|actors|documents|since|slips|about)",
        "(q|presidency|role|sort|group|as-of|from|to|rows|columns|toggled|fact|lanes|later|since|system|due|source|embed)=",
        "(HR|FI|all|none|-title|2019|2018-H2|9999-12-31|0001|europol|priority|sis)",
        ".{0,4}",
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn any_address_opens(fragment in any_fragment()) {
        check_address(&fragment);
    }

    #[test]
    fn any_bytes_are_a_dataset_or_told_why_not(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        check_dataset(&bytes);
    }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn a_dataset_with_changed_places_is_shown_or_told_why_not(edits in proptest::collection::vec(any::<u8>(), 8..48)) {
        check_dataset(changed(small(), &edits).to_string().as_bytes());
    }
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn any_question_is_answered(fragment in any_fragment()) {
        check_query(&fragment, asked::index(), shipped::dataset());
    }
}

#[test]
fn the_small_dataset_is_sound() {
    let small = small().to_string();
    assert_eq!(
        dataset::parse(small.as_bytes()).map(|dataset| dataset.measures.len()),
        Ok(2)
    );
    check_dataset(small.as_bytes());
}

/// Every text of a value, and where it stands.
fn texts(value: &mut Value, path: &str, change: &mut impl FnMut(&str, &mut String)) {
    match value {
        Value::String(text) => change(path, text),
        Value::Array(items) => items.iter_mut().for_each(|item| texts(item, path, change)),
        Value::Object(fields) => {
            for (name, field) in fields {
                texts(field, name, change);
            }
        }
        _ => {}
    }
}

/// The fields whose texts are for readers: any text may stand there.
const FREE: [&str; 17] = [
    "title",
    "summary",
    "status_reason",
    "text",
    "note",
    "section",
    "short",
    "name",
    "aliases",
    "meaning",
    "short_title",
    "group",
    "country",
    "printed",
    "publisher",
    "looked",
    "of",
];

/// The small dataset with that text at the end of every text for readers.
fn with_text(hostile: &str) -> String {
    let mut small = small();
    texts(&mut small, "", &mut |field, text| {
        if FREE.contains(&field) {
            text.push_str(hostile);
        }
    });
    small.to_string()
}

#[test]
fn whatever_a_text_says_it_is_only_a_text() {
    for hostile in HOSTILE {
        let json = with_text(hostile);
        check_dataset(json.as_bytes());
        let hides = hostile.contains(iss_followup::domain::invisible_chars::is_invisible);
        assert_eq!(dataset::parse(json.as_bytes()).is_err(), hides, "{hostile:?}");
    }
}

#[test]
fn a_text_that_turns_the_line_around_it_is_named_with_its_place() {
    let mut turned = small();
    turned["measures"][1]["title"] = json!("PNR \u{202e}evitceriD");
    let error = dataset::parse(turned.to_string().as_bytes()).expect_err("a fault");
    let expected = "The dataset has 1 fault:\nmeasures[1].title: \"PNR �evitceriD\" contains the invisible character U+202E; \
                    remove it: it changes how the text around it is shown";
    assert_eq!(error.to_string(), expected);
    // The same as an escape, and a text that only speaks of one.
    let escaped = turned.to_string().replace('\u{202e}', "\\u202e");
    assert_eq!(dataset::parse(escaped.as_bytes()), Err(error));
    let spoken = turned.to_string().replace('\u{202e}', "\\\\u202e");
    assert!(dataset::parse(spoken.as_bytes()).is_ok());
}

#[test]
fn an_escape_of_one_letter_hides_a_control_too() {
    for (escape, name) in [("\\r", "U+000D"), ("\\b", "U+0008"), ("\\f", "U+000C")] {
        let json = with_text("@@").replace("@@", escape);
        let error = dataset::parse(json.as_bytes()).expect_err("a fault");
        assert!(
            error
                .to_string()
                .contains(&format!("contains the invisible character {name}")),
            "{error}"
        );
    }
    for escape in ["\\n", "\\t", "\\/", "\\\"", "C:\\\\reports\\\\users"] {
        let json = with_text("@@").replace("@@", escape);
        assert!(dataset::parse(json.as_bytes()).is_ok(), "{escape}");
    }
}

#[test]
fn half_a_character_is_no_text() {
    let json = with_text("@@").replace("@@", "\\ud800");
    let error = dataset::parse(json.as_bytes()).expect_err("no JSON");
    assert!(matches!(error, DatasetError::Json { .. }), "{error}");
}

#[test]
fn a_title_of_100_kb_is_read() {
    let json = with_text(&"x".repeat(100_000));
    check_dataset(json.as_bytes());
    assert!(dataset::parse(json.as_bytes()).is_ok());
}

#[test]
fn what_is_nested_too_deeply_is_refused() {
    for open in ["[", "{\"measures\":", "{\"a\":["] {
        let error = dataset::parse(open.repeat(1_000_000).as_bytes()).expect_err("no dataset");
        assert!(error.to_string().contains("recursion limit exceeded"), "{error}");
    }
}

/// These take hours where the work grows faster than the file.
#[test]
fn rubbish_of_any_size_is_told_from_a_dataset() {
    const SIZE: usize = 64 * 1024 * 1024;
    check_dataset(&vec![b'x'; SIZE]);
    check_dataset(&vec![b' '; SIZE]);
    check_dataset(format!("\"{}\"", "\\u202e".repeat(SIZE / 6)).as_bytes());
}

#[test]
fn of_any_number_of_faults_the_first_ten_thousand_are_told() {
    let mut broken = small();
    broken["measures"] = vec![json!(1); 50_000].into();
    broken["afterwards"] = Value::Null;
    let Err(DatasetError::Records(faults)) = dataset::parse(broken.to_string().as_bytes()) else {
        panic!("faults expected")
    };
    assert_eq!(faults.len(), 10_001);
    assert_eq!(
        faults.last().map(ToString::to_string).as_deref(),
        Some("dataset: has more faults than are listed here; fix these first")
    );
}

#[test]
fn a_list_of_any_length_is_looked_up() {
    let mut broken = small();
    broken["measures"][0]["bodies"] = vec![json!("europol"); 200_000].into();
    broken["measures"][1]["bodies"] = (0..200_000).map(|number| json!(format!("nobody-{number}"))).collect();
    check_dataset(broken.to_string().as_bytes());
}

#[test]
fn an_address_of_a_megabyte_opens_the_table() {
    for piece in ["x", "%", "%2", "&q=", ",", "/"] {
        check_address(&format!("/table?presidency={}", piece.repeat(1_000_000 / piece.len())));
    }
    let (route, issues) = Route::from_fragment(&"/".repeat(1_000_000));
    assert_eq!((route, issues.len()), (Route::default(), 1));
}
