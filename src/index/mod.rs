//! How records are found fast: postings for filters, sorted words for searches, sort keys, and the state on a day.
//!
//! Knows nothing of queries or of what a page says.

mod apart;
mod as_of;
mod document_names;
mod entries;
mod facet;
mod facet_values;
mod involvement;
mod jagged;
mod lazy_text_index;
mod letters;
mod measure_facets;
mod names;
mod other_texts;
mod postings;
mod progress;
mod quotes;
mod search;
mod phrases;
pub(crate) mod sort_keys;
mod terms;
mod text_index;
mod texts;
mod tokenizer;
mod values;

use std::ops::Range;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

pub use as_of::{AsOf, Due, DueState};
pub use entries::CommitmentEntry;
pub(crate) use entries::{CitationEntry, Citer};
pub use facet::{Facet, FacetKey, Unit};
pub(crate) use facet_values::FacetValues;
pub use involvement::{Basis, Involvement, of_record as involvements_of};
pub(crate) use jagged::{Jagged, short};
pub(crate) use measure_facets::LineFacets;
pub use other_texts::OtherText;
pub(crate) use postings::Postings;
pub use progress::Progress;
pub(crate) use quotes::is_quoted;
pub(crate) use search::Hits;
pub use search::{Segment, highlight, words};
pub use terms::{SearchTerm, terms};
pub(crate) use text_index::TextIndex;
pub(crate) use texts::line_text;
pub use values::FacetValue;

use crate::dataset::{Dataset, Home, Record};
use crate::domain::date::Day;
use crate::domain::document::Document;
use crate::domain::id::LineId;
use crate::domain::status::PresidencyRole;
use as_of::DatedFacets;
use document_names::DocumentNames;
use entries::{citations, lines};
use lazy_text_index::{LazyTextIndex, Texts};
use measure_facets::Mentions;
use names::Names;
use sort_keys::SortKeys;
use texts::{document_text, measure_text};
use values::Values;

/// So many texts are read at once where their words are needed; more are not waited for.
const READ_AT_ONCE: usize = 2000;

/// The dataset, indexed. Built once; words and sort keys on first use.
#[derive(Debug)]
pub struct Index<'a> {
    dataset: &'a Dataset,
    pub(crate) values: Values,
    pub(crate) measures: Postings,
    pub(crate) commitments: Postings,
    /// Every line of the general reports that cites a document, with the report's place.
    lines: Vec<(usize, Record<'a>)>,
    pub(crate) line_values: Postings,
    /// Every commitment: those of the measures in dataset order, then those of the general reports.
    commitment_entries: Vec<CommitmentEntry>,
    /// For each measure the place of its first commitment, and at last of the first of the general reports.
    first_commitments: Vec<u32>,
    /// Every citation, in the same order.
    citations: Vec<CitationEntry>,
    /// For each document the places of its citations.
    citations_of: OnceLock<Jagged<u32>>,
    /// The glossary's acronyms, and the names of the information systems.
    acronyms: Names,
    systems: Names,
    document_names: DocumentNames,
    pub(crate) sort_keys: SortKeys,
    measure_words: LazyTextIndex,
    title_words: OnceLock<TextIndex>,
    document_words: LazyTextIndex,
    fact_words: OnceLock<TextIndex>,
    other_words: LazyTextIndex,
    every_line: OnceLock<Jagged<u32>>,
    /// As of the edition's date.
    reported: Arc<AsOf>,
    /// The last other day that was needed: a page shows one day at a time.
    last: Mutex<Option<Arc<AsOf>>>,
}

impl<'a> Index<'a> {
    /// Indexes everything but the words.
    pub fn new(dataset: &'a Dataset) -> Self {
        let lines = lines(dataset);
        let records = lines.iter().map(|(_, record)| *record);
        let reported = AsOf::new(dataset.edition.status_date, dataset, records);
        let mentions = Mentions::new(dataset, &lines);
        let values = Values::new(dataset, &mentions, &reported.touched_terms(dataset));
        let [measures, commitments, line_values] = mentions.postings(&values);
        let mut first_commitments = vec![0];
        for measure in &dataset.measures {
            let before = first_commitments.last().copied().unwrap_or_default();
            first_commitments.push(before + short(measure.follow_up.len()));
        }
        let places =
            |home: Home| (0..dataset.commitments(home).len()).map(move |place| CommitmentEntry { home, place });
        Self {
            dataset,
            values,
            measures,
            commitments,
            line_values,
            commitment_entries: dataset.homes().flat_map(places).collect(),
            first_commitments,
            citations: citations(dataset, &lines),
            citations_of: OnceLock::new(),
            lines,
            acronyms: Names::new(dataset.glossary.iter().map(|term| term.term.as_str()).zip(0..)),
            systems: Names::of_systems(&dataset.bodies),
            document_names: DocumentNames::default(),
            sort_keys: SortKeys::default(),
            measure_words: LazyTextIndex::default(),
            title_words: OnceLock::new(),
            document_words: LazyTextIndex::default(),
            fact_words: OnceLock::new(),
            other_words: LazyTextIndex::default(),
            every_line: OnceLock::new(),
            reported: Arc::new(reported),
            last: Mutex::new(None),
        }
    }

    /// The records.
    pub(crate) fn dataset(&self) -> &'a Dataset {
        self.dataset
    }

    /// The state on that day.
    pub fn as_of(&self, day: Day) -> Arc<AsOf> {
        if day == self.reported.day() {
            return Arc::clone(&self.reported);
        }
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some(as_of) if as_of.day() == day => Arc::clone(as_of),
            _ => {
                let lines = self.lines.iter().map(|(_, record)| *record);
                Arc::clone(last.insert(Arc::new(AsOf::new(day, self.dataset, lines))))
            }
        }
    }

    /// Indexes up to `how_many` more texts for a search as of that day; `None` if all are indexed. A search that comes earlier
    /// indexes the rest synchronously.
    pub fn prepare_search(&self, unit: Unit, day: Day, how_many: usize) -> Option<Progress> {
        if !self.measure_words.is_complete() {
            return Some(self.index_words(how_many));
        }
        let as_of = self.as_of(day);
        let words = self.lazy_words(unit, &as_of);
        (!words.is_complete()).then(|| words.read(&self.texts(unit, day), how_many))
    }

    /// Indexes the words of up to `how_many` more measures.
    pub fn index_words(&self, how_many: usize) -> Progress {
        let texts = self.texts(Unit::Measures, self.reported.day());
        let progress = self.measure_words.read(&texts, how_many);
        if progress.done == progress.all {
            self.title_words();
        }
        progress
    }

    /// Indexes up to `how_many` more texts that are not those of measures, as of the edition's date; none if all are indexed.
    pub fn index_other_words(&self, how_many: usize) -> Option<Progress> {
        let day = self.reported.day();
        let mut units = [Unit::Documents, Unit::Commitments].into_iter();
        let unread = units.find(|unit| !self.lazy_words(*unit, &self.reported).is_complete());
        match unread {
            Some(unit) => Some(
                self.lazy_words(unit, &self.reported)
                    .read(&self.texts(unit, day), how_many),
            ),
            None if self.other_words.is_complete() => None,
            None => Some(
                self.other_words
                    .read(&self.other_texts(&OtherText::all(self.dataset)), how_many),
            ),
        }
    }

    /// The words of everything of that unit, if they are indexed or soon are.
    pub(crate) fn words_if_ready<'s>(&'s self, unit: Unit, as_of: &'s AsOf) -> Option<&'s TextIndex> {
        let texts = self.texts(unit, as_of.day());
        let words = self.lazy_words(unit, as_of);
        let are_here = unit == Unit::Documents || self.dataset.measures.whole() == self.dataset.measures.len();
        (words.is_complete() || are_here && texts.count <= READ_AT_ONCE).then(|| words.all(&texts))
    }

    /// The words of the titles of measures.
    pub(crate) fn title_words(&self) -> &TextIndex {
        let titles = || self.dataset.measures.iter().map(|measure| measure.title.clone());
        let read = || TextIndex::new(titles(), &self.dataset.glossary);
        self.title_words.get_or_init(read)
    }

    /// The words of everything of that unit as of a day.
    pub(crate) fn words<'s>(&'s self, unit: Unit, as_of: &'s AsOf) -> &'s TextIndex {
        self.lazy_words(unit, as_of).all(&self.texts(unit, as_of.day()))
    }

    /// The words of every fact, in dataset order.
    pub(crate) fn fact_words(&self) -> &TextIndex {
        self.fact_words.get_or_init(|| {
            let dataset = self.dataset;
            let facts = dataset.records().filter(|(_, line)| matches!(line, Record::Event(_)));
            // What a fact says is so on any day.
            let texts = facts.map(|(home, line)| line_text(home, line, self.reported.day(), dataset));
            TextIndex::new(texts, &dataset.glossary)
        })
    }

    /// The numbers of the values of every fact and commitment, in dataset order, worked out on first use.
    pub(crate) fn every_line(&self) -> &Jagged<u32> {
        self.every_line.get_or_init(|| {
            let mut of_lines = LineFacets::new(self.dataset, &self.values);
            let mut lines = Jagged::default();
            for (home, line) in self.dataset.records() {
                lines.push(of_lines.of(home, line).iter().copied());
            }
            lines.shrink();
            lines
        })
    }

    /// The places among the values of their filter of the Presidencies that a line belongs to on that day, in that role.
    pub(crate) fn terms_of(&self, line: Record<'_>, day: Day, role: Option<PresidencyRole>) -> Vec<usize> {
        let own = involvements_of(line, day, self.dataset).into_iter().enumerate();
        let own = own.filter(|(_, involvement)| involvement.fits(role));
        own.filter_map(|(term, _)| self.values.became(Facet::Presidency, term))
            .collect()
    }

    fn lazy_words<'s>(&'s self, unit: Unit, as_of: &'s AsOf) -> &'s LazyTextIndex {
        match unit {
            Unit::Measures => &self.measure_words,
            Unit::Commitments => &as_of.commitment_words,
            Unit::Documents => &self.document_words,
        }
    }

    fn texts(&self, unit: Unit, day: Day) -> Texts<'_> {
        let dataset = self.dataset;
        let count = match unit {
            Unit::Measures => dataset.measures.len(),
            Unit::Commitments => self.commitment_entries.len(),
            Unit::Documents => dataset.documents.len(),
        };
        let text = move |place: usize| match unit {
            Unit::Measures => measure_text(place, dataset),
            Unit::Commitments => {
                let CommitmentEntry { home, place } = self.commitment_entries[place];
                let commitment = &dataset.commitments(home)[place];
                line_text(home, Record::Commitment(commitment), day, dataset)
            }
            Unit::Documents => document_text(&dataset.documents[place]),
        };
        Texts {
            count,
            text: Box::new(text),
            glossary: &dataset.glossary,
        }
    }

    /// The values of a filter, in the order in which a reader should see them.
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        self.values.of(facet)
    }

    /// The value of a filter with that key.
    pub fn value(&self, facet: Facet, key: &FacetKey) -> Option<&FacetValue> {
        self.place(facet, key).map(|place| &self.values(facet)[place])
    }

    /// The label of that value, or its key if there is no such value.
    pub fn label<'s>(&'s self, facet: Facet, key: &'s FacetKey) -> &'s str {
        self.value(facet, key).map_or(key.as_str(), |value| &value.label)
    }

    /// The place of that value among those of its filter.
    pub fn place(&self, facet: Facet, key: &FacetKey) -> Option<usize> {
        self.values.place(facet, key)
    }

    /// The number among the values of all filters of the one with that key.
    pub(crate) fn number(&self, facet: Facet, key: &FacetKey) -> Option<u32> {
        let place = self.place(facet, key)?;
        Some(short(self.values.numbers(facet).start + place))
    }

    /// The place of the document's kind among the kinds.
    pub(crate) fn kind_of(&self, document: usize) -> Option<usize> {
        let kind = self.dataset.documents[document].kind;
        self.values.became(Facet::DocumentKind, kind as usize)
    }

    /// The place in the rota of the Presidency with that key.
    pub(crate) fn term(&self, key: &FacetKey) -> Option<usize> {
        let mut terms = self.dataset.rota.terms().iter();
        terms.position(|presidency| presidency.id.as_str() == key.as_str())
    }

    /// The document that has that text as a name, as a source prints it or as a register writes it.
    pub(crate) fn document_named(&self, text: &str) -> Option<&'a Document> {
        self.document_names.named(text, &self.dataset.documents)
    }

    /// Where in a text the glossary's acronyms stand, each with its term's place in the glossary.
    pub fn acronyms(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        self.acronyms.in_text(text)
    }

    /// Where in a text information systems are named, each with its place among the bodies.
    pub fn systems(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        self.systems.in_text(text)
    }

    /// The commitment at that place of the list of all commitments.
    pub fn commitment(&self, place: usize) -> &CommitmentEntry {
        &self.commitment_entries[place]
    }

    /// The place of the commitment with that id.
    pub(crate) fn commitment_place(&self, id: &LineId) -> Option<usize> {
        let mut entries = self.commitment_entries.iter();
        entries.position(|entry| self.dataset.commitments(entry.home)[entry.place].id == *id)
    }

    /// The places of all commitments in order of time, those of one time in dataset order.
    pub(crate) fn commitments_in_time(&self) -> &[u32] {
        self.sort_keys.commitments(&self.commitment_entries, self.dataset)
    }

    /// The places of a measure's commitments.
    pub(crate) fn commitments_of(&self, measure: usize) -> Range<usize> {
        self.first_commitments[measure] as usize..self.first_commitments[measure + 1] as usize
    }

    /// Every citation of every document.
    pub(crate) fn citations(&self) -> &[CitationEntry] {
        &self.citations
    }

    /// The citations of one document.
    pub(crate) fn citations_of(&self, document: usize) -> impl Iterator<Item = &CitationEntry> {
        let all = self.citations_of.get_or_init(|| {
            let mut documents = Jagged::default();
            for citation in &self.citations {
                documents.push([short(citation.document)]);
            }
            documents.inverted(self.dataset.documents.len())
        });
        let places = all.of(document).iter();
        places.map(|place| &self.citations[*place as usize])
    }

    /// The measures as filters see them on that day.
    pub(crate) fn measures_as_of<'s>(&'s self, as_of: &'s AsOf) -> FacetValues<'s> {
        self.facet_values(&self.measures, &as_of.measures)
    }

    /// The commitments as filters see them on that day.
    pub(crate) fn commitments_as_of<'s>(&'s self, as_of: &'s AsOf) -> FacetValues<'s> {
        self.facet_values(&self.commitments, &as_of.commitments)
    }

    /// The lines of the general reports that cite a document, as filters see them on that day.
    pub(crate) fn lines_as_of<'s>(&'s self, as_of: &'s AsOf) -> FacetValues<'s> {
        self.facet_values(&self.line_values, &as_of.lines)
    }

    fn facet_values<'s>(&'s self, fixed: &'s Postings, dated: &'s DatedFacets) -> FacetValues<'s> {
        let values = &self.values;
        FacetValues { values, fixed, dated }
    }
}
