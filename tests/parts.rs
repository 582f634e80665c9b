//! A dataset in parts: what is read of them is the dataset, and nothing else is taken for it.

use std::sync::OnceLock;

use iss_followup::dataset::{self, Dataset, Reading};
use iss_followup::domain::blank::{BLANK, blank_of};
use iss_followup::parts::{Blocks, OutlineReader, Split, Unusable, WordPieces, outline, split, split_words};
use iss_followup::query::{self, Column, Index, Query, Sort, Unit, ViewOptions};
use proptest::prelude::*;
use serde_json::Value;

use crate::asked::{any_query, index};
use crate::cases::cases;
use crate::shipped;

/// A dataset of a few hundred measures.
fn generated() -> String {
    bench::generate::dataset(300, 6).expect("a dataset")
}

/// The file, its parts, and the dataset that a page has before any text has come.
struct Parted {
    file: String,
    split: Split,
    blocks: Blocks,
    outline: Dataset,
}

fn parted(file: String) -> Parted {
    let split = split(&file).expect("a dataset");
    let (blocks, mut reader) = Blocks::open(&split.outline).expect("an outline");
    let mut reading = Reading::begin(&blocks.rest());
    let mut left = blocks.measures();
    while 0 < left {
        let next = left.min(7);
        let list = reader.next(next).expect("more measures");
        reading = reading.and_then(|reading| reading.and(&list));
        left -= next;
    }
    let outline = reading.and_then(Reading::finish).expect("a dataset").without_texts();
    Parted {
        file,
        split,
        blocks,
        outline,
    }
}

impl Parted {
    fn block(&self, block: usize) -> &[u8] {
        &self.split.records[self.blocks.bytes_of(block..block + 1).expect("a block")]
    }

    fn unpacked(&self, block: usize) -> Vec<u8> {
        self.blocks.unpacked(block, self.block(block)).expect("what was packed")
    }

    fn fill(&self) {
        for block in 0..self.blocks.len() {
            let list = Blocks::list(&self.unpacked(block));
            assert!(
                self.outline.take_texts(self.blocks.measures_of(block).start, &list),
                "{block}"
            );
        }
    }
}

fn both() -> [Parted; 2] {
    let shipped = serde_json::to_string_pretty(shipped::json()).expect("JSON");
    [parted(shipped), parted(generated())]
}

#[test]
fn an_outline_is_the_dataset_without_its_texts() {
    for parted in both() {
        let whole = dataset::parse(parted.file.as_bytes()).expect("a dataset");
        assert_eq!(parted.outline.measures.len(), whole.measures.len());
        for (place, measure) in whole.measures.iter().enumerate() {
            assert_eq!(parted.outline.measures[place], measure.without_texts(&blank_of(place)));
        }
        assert_eq!(parted.outline.reports, whole.reports);
    }
}

#[test]
fn the_texts_come_block_by_block_and_then_nothing_is_missing() {
    for parted in both() {
        let whole = dataset::parse(parted.file.as_bytes()).expect("a dataset");
        parted.fill();
        assert!(parted.outline.measures.iter().eq(&whole.measures));
        let unpacked: Vec<Vec<u8>> = (0..parted.blocks.len()).map(|block| parted.unpacked(block)).collect();
        assert!(parted.blocks.whole(&unpacked) == parted.file.as_bytes());
    }
}

/// What a page in parts knows of the shipped data before any text has come.
fn shipped_outline() -> &'static Index<'static> {
    static OUTLINE: OnceLock<Parted> = OnceLock::new();
    static INDEX: OnceLock<Index<'static>> = OnceLock::new();
    INDEX.get_or_init(|| Index::new(&OUTLINE.get_or_init(|| parted(shipped::json().to_string())).outline))
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn filters_counts_and_orders_need_no_texts(query in any_query(), by_title in any::<bool>()) {
        let query = Query { text: String::new(), ..query };
        let (outline, whole) = (shipped_outline(), index());
        let options = ViewOptions { sort: by_title.then_some(Sort { column: Column::Measure, is_descending: true }), ..ViewOptions::default() };
        let groups = |index| query::arrange(query::run(&query, index), &query, &options, index);
        prop_assert_eq!(groups(outline), groups(whole));
        for unit in [Unit::Measures, Unit::Commitments, Unit::Documents] {
            prop_assert_eq!(query::listed(unit, &query, outline), query::listed(unit, &query, whole));
            let counts = |index| format!("{:?}", query::facet_counts(&query, unit, index));
            prop_assert_eq!(counts(outline), counts(whole));
        }
    }
}

/// A page that looks for words, and fetches the pieces that it lacks.
struct Searching {
    index: &'static Index<'static>,
    pieces: WordPieces,
    standing: Vec<u8>,
}

impl Searching {
    fn begin() -> Self {
        let [words, standing] = split_words(index());
        let parted = Box::leak(Box::new(parted(shipped::json().to_string())));
        let outline: &Index = Box::leak(Box::new(Index::new(&parted.outline)));
        let (pieces, table) = WordPieces::open(&words).expect("words");
        assert_eq!(outline.missing_pieces(), None);
        outline.take_words(&table).expect("a table");
        Self {
            index: outline,
            pieces,
            standing,
        }
    }

    /// How many pieces it fetches until it can answer.
    fn prepare(&self, query: &Query) -> usize {
        let mut fetched = 0;
        while query.prepare(Unit::Measures, self.index, usize::MAX).is_some() {
            let missing = self.index.missing_pieces().expect("words in pieces");
            assert!(!missing.is_empty(), "{query:?}");
            for piece in missing {
                let packed = &self.standing[self.pieces.bytes_of(piece..piece + 1).expect("a piece")];
                let unpacked = self.pieces.unpacked(piece, packed).expect("what was packed");
                self.index.take_piece(piece, &unpacked).expect("a piece");
                fetched += 1;
            }
        }
        fetched
    }

    fn check(&self, query: &Query) {
        self.prepare(query);
        let options = ViewOptions::default();
        let groups = |index| query::arrange(query::run(query, index), query, &options, index);
        assert_eq!(groups(self.index), groups(index()), "{query:?}");
        assert_eq!(query.corrected(self.index), query.corrected(index()), "{query:?}");
        assert_eq!(query.marked_terms(self.index), query.marked_terms(index()), "{query:?}");
    }
}

fn typed(text: &str) -> Query {
    Query {
        text: text.to_owned(),
        ..Query::default()
    }
}

#[test]
fn words_in_pieces_find_what_all_words_find() {
    // Each begins without a piece: what one has fetched must not help the next.
    for text in [
        "border",
        "\"border checks\"",
        "\"data of the\"",
        "counter terrorism",
        "counter-terrorism",
        "cooperation",
        "co-operation",
        "interoprability",
        "PNR",
        "passenger name record",
        "EU Europol",
        "ISS-31",
        "31",
        "prüm",
        "zzz",
        "a",
    ] {
        Searching::begin().check(&typed(text));
    }
}

#[test]
fn a_word_fetches_few_pieces_and_once() {
    let searching = Searching::begin();
    let few = searching.prepare(&typed("interoperability"));
    assert!((1..4).contains(&few), "{few}");
    assert_eq!(searching.prepare(&typed("interoperability")), 0);
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn any_search_in_pieces_is_the_search(query in any_query()) {
        static SEARCHING: OnceLock<Searching> = OnceLock::new();
        SEARCHING.get_or_init(Searching::begin).check(&query);
    }
}

#[test]
fn a_block_that_is_not_the_one_expected_is_not_used() {
    let parted = parted(generated());
    let good = parted.block(0).to_vec();
    for place in (0..good.len()).step_by(97) {
        let mut damaged = good.clone();
        damaged[place] ^= 1;
        assert_eq!(parted.blocks.unpacked(0, &damaged), Err(Unusable::Changed));
        assert_eq!(parted.blocks.unpacked(0, &good[..place]), Err(Unusable::Changed));
    }
    assert_eq!(parted.blocks.unpacked(1, &good), Err(Unusable::Changed));
    // Even if it had the right hash: other measures are not these.
    let other = Blocks::list(&parted.unpacked(1));
    assert!(!parted.outline.take_texts(0, &other));
    assert!(!parted.outline.measures.is_whole(0));
}

#[test]
fn a_hundred_measures_are_as_small_as_was_promised() {
    let parted = parted(bench::generate::dataset(2000, 1).expect("a dataset"));
    let per_measure = parted.split.outline.len() / 2000;
    assert!(per_measure < 60, "{per_measure} bytes");
}

/// Any JSON, without the characters that stand for something else.
fn any_value() -> impl Strategy<Value = Value> {
    let text = "[a-c 0-9é\"\\\\-]{0,12}|st-[0-9]-20[0-9]{2}|[0-9]{1,12}";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (0_u64..5).prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        text.prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        let name = prop::sample::select(vec!["id", "bodies", "document", "documents", "since", "b1", "c"]);
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(name.prop_map(str::to_owned), inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn any_records_are_read_as_they_were_written(values in prop::collection::vec(any_value(), 0..12)) {
        let mut reader = OutlineReader::new(outline(values.iter()));
        let read = reader.next(values.len()).expect("what was written");
        prop_assert_eq!(serde_json::from_slice::<Value>(&read).expect("JSON"), Value::from(values));
    }

    #[test]
    fn whatever_is_read_ends(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = OutlineReader::new(bytes.clone()).next(50);
        let _ = Blocks::open(&bytes);
    }
}

#[test]
fn a_text_that_is_left_out_says_whose_it_is() {
    let measure = serde_json::json!({"id": "7", "summary": "Long.", "since": [{"text": "Whole."}]});
    let mut reader = OutlineReader::new(outline([&measure, &measure].into_iter()));
    let read = String::from_utf8(reader.next(2).expect("two")).expect("text");
    assert_eq!(read.matches(BLANK).count(), 2);
    assert!(
        read.contains(&blank_of(0)) && read.contains(&blank_of(1)) && read.contains("Whole."),
        "{read}"
    );
}
