//! Names typed into the search box: `31`, `ISS-31`, `ISS-31-e1`, `9727/19`, `LEWP`.

use crate::dataset::Dataset;
use crate::domain::body::Body;
use crate::domain::document::Document;
use crate::domain::id::{BodyId, DocumentId, LineId, MeasureId, PresidencyId, ReportId, SourceId};
use crate::domain::invisible_chars::plain;
use crate::domain::later::{CitedDocument, OtherDocument};
use crate::domain::presidency::Presidency;
use crate::domain::reference::{self, official_name, official_names};
use crate::domain::sort;
use crate::domain::vocabulary::Wording;
use crate::query::{Facet, FacetKey, Index, words};

/// Something with a page or a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A measure.
    Measure(MeasureId),
    /// A fact, commitment or later fact, by its id.
    Line(LineId),
    /// A document that measures cite.
    Document(DocumentId),
    /// A body.
    Body(BodyId),
    /// A section of a general report.
    Report(ReportId),
    /// A source, with all its measures.
    Source(SourceId),
    /// A document that only later facts name, by its number.
    LaterDocument(String),
}

/// The most targets offered of one kind.
const MOST: usize = 4;

/// The targets that the typed text names, exact names first.
///
/// ```
/// use iss_followup::dataset;
/// use iss_followup::domain::id::MeasureId;
/// use iss_followup::query::{Target, go_to};
///
/// let json = bench::generate::dataset(40, 1).unwrap();
/// let dataset = dataset::parse(json.as_bytes()).unwrap();
/// let measure = Target::Measure(MeasureId::new("31"));
/// assert_eq!(go_to(" iss-31 ", &dataset).first(), Some(&measure));
/// assert!(go_to("no such thing", &dataset).is_empty());
/// ```
pub fn go_to(text: &str, dataset: &Dataset) -> Vec<Target> {
    let text = plain(text);
    let text = text.trim();
    if text.is_empty() {
        return Vec::new();
    }
    let measures = measures(text, dataset).map(Target::Measure);
    let lines = line(text, dataset).map(Target::Line);
    let documents = documents(text, dataset).into_iter().map(Target::Document);
    let bodies = bodies(text, dataset).into_iter().map(Target::Body);
    let sources = sources(text, dataset).map(Target::Source);
    let reports = reports(text, dataset).map(Target::Report);
    let later = later_numbers(text, dataset).into_iter().map(Target::LaterDocument);
    measures
        .chain(lines)
        .chain(sources)
        .chain(documents)
        .chain(later)
        .chain(bodies)
        .chain(reports)
        .collect()
}

/// Whether a text is the number, code or short name of the target, not only the beginning of it.
pub fn is_name_of(text: &str, target: &Target, dataset: &Dataset) -> bool {
    let text = plain(text);
    match target {
        Target::Measure(_) | Target::Line(_) => true,
        Target::LaterDocument(number) => {
            let is_whole = |document: &OtherDocument| {
                later_rank(document, &plain_number(&text), &official_names(&text)) == Some(0)
            };
            let named = other_documents(dataset).filter(|other| other.number.as_ref() == Some(number));
            named.into_iter().any(is_whole)
        }
        Target::Document(id) => canonical_document(&DocumentId::new(&text), dataset).as_ref() == Some(id),
        Target::Body(id) => dataset.body(id).is_some_and(|body| words(&body.short) == words(&text)),
        Target::Report(id) => canonical_report(&ReportId::new(&text), dataset).as_ref() == Some(id),
        Target::Source(id) => dataset.source(id).is_some_and(|source| {
            let own = official_names(&source.number);
            let is_official = || {
                official_names(&text)
                    .first()
                    .is_some_and(|name| own.first() == Some(name))
            };
            plain_number(&source.number) == plain_number(&text) || is_official()
        }),
    }
}

/// The number of a source or at least four characters of its beginning.
fn sources(text: &str, dataset: &Dataset) -> impl Iterator<Item = SourceId> {
    let (typed, official) = (plain_number(text), official_names(text));
    let is_named = move |number: &str| {
        let is_official = || {
            official_names(number)
                .first()
                .is_some_and(|name| official.contains(name))
        };
        3 < typed.len() && (plain_number(number).starts_with(&typed) || (!official.is_empty() && is_official()))
    };
    let named = dataset.sources.iter().filter(move |source| is_named(&source.number));
    named.map(|source| source.id.clone())
}

/// At least four characters of the beginning of a section's title, or of what a report is called.
fn reports(text: &str, dataset: &Dataset) -> impl Iterator<Item = ReportId> {
    let typed = words(text).join(" ");
    let begins = move |name: &str| 3 < typed.len() && words(name).join(" ").starts_with(&typed);
    let named = dataset
        .reports
        .iter()
        .filter(move |report| begins(&report.title) || begins(dataset.vocabulary.one(Wording::Report)));
    named.map(|report| report.id.clone())
}

/// The id of the measure that a link names in another case, or by its short code.
pub fn canonical_measure(id: &MeasureId, dataset: &Dataset) -> Option<MeasureId> {
    only(measures(plain(id.as_str()).trim(), dataset))
}

/// The id of the line that a link names in another case, or by its short code.
pub fn canonical_line(id: &LineId, dataset: &Dataset) -> Option<LineId> {
    line(plain(id.as_str()).trim(), dataset)
}

/// The id of the section of a general report that a link names in another case, or by its title.
pub fn canonical_report(id: &ReportId, dataset: &Dataset) -> Option<ReportId> {
    let typed = words(id.as_str());
    only(
        dataset
            .reports
            .iter()
            .filter(|report| words(report.id.as_str()) == typed || words(&report.title) == typed),
    )
    .map(|report| report.id.clone())
}

/// The value of a filter that a link names by its key, in another case, or as a link to its page may.
pub fn canonical_value(facet: Facet, key: &FacetKey, index: &Index) -> Option<FacetKey> {
    if index.place(facet, key).is_some() {
        return Some(key.clone());
    }
    let (dataset, name) = (index.dataset(), key.as_str());
    let canonical = match facet {
        Facet::Presidency => canonical_presidency(&PresidencyId::new(name), dataset).map(|id| FacetKey::from(&id)),
        Facet::Document => canonical_document(&DocumentId::new(name), dataset).map(|id| FacetKey::from(&id)),
        Facet::Source => only(sources(&plain(name), dataset)).map(|id| FacetKey::from(&id)),
        Facet::WorkingParty | Facet::Body | Facet::System | Facet::Partner | Facet::Owner => {
            canonical_body(&BodyId::new(name), dataset).map(|id| FacetKey::from(&id))
        }
        _ => None,
    };
    let is_labelled = |label: &str| label.eq_ignore_ascii_case(name);
    let named = || {
        let values = index.values(facet).iter();
        only(values.filter(|value| is_labelled(value.key.as_str()) || is_labelled(&value.label)))
    };
    let canonical = canonical.filter(|key| index.place(facet, key).is_some());
    canonical.or_else(|| named().map(|value| value.key.clone()))
}

/// The id of the document that a link names in another case, or by a number of it as a source or a register writes it.
pub fn canonical_document(id: &DocumentId, dataset: &Dataset) -> Option<DocumentId> {
    let (typed, official) = (plain_number(&plain(id.as_str())), official_names(id.as_str()));
    let is_printed = |document: &&Document| {
        document.id.as_str().eq_ignore_ascii_case(id.as_str())
            || document.numbers().any(|number| plain_number(number) == typed)
            || document.identifiers.iter().any(|own| own.value == id.as_str())
    };
    let all = || dataset.documents.iter();
    let named = only(all().filter(is_printed));
    // The likeliest reading of the name that some document has.
    let mut readings = official.iter();
    let found = named.or_else(|| readings.find_map(|name| only(all().filter(|document| has_name(document, name)))));
    found.map(|document| document.id.clone())
}

/// Whether that is an official name of the document.
fn has_name(document: &Document, name: &str) -> bool {
    let mut own = document
        .numbers()
        .filter_map(|number| official_name(document.kind, number));
    own.any(|own| own == name) || document.identifiers.iter().any(|own| own.value == name)
}

/// The documents whose names come closest to a name that none has: other versions of it, then those of the same year and
/// series with the nearest numbers, at most `most`.
pub fn nearest_documents(name: &str, dataset: &Dataset, most: usize) -> Vec<DocumentId> {
    let official = official_names(name);
    let distance = |document: &Document| {
        let own = official_name(document.kind, document.number.as_deref()?)?;
        let between = |name: &String| reference::distance(name, &own);
        official.iter().filter_map(between).min()
    };
    let documents = dataset.documents.iter();
    let mut near: Vec<(u32, &Document)> = documents
        .filter_map(|document| Some((distance(document)?, document)))
        .collect();
    sort::by_key(&mut near, |(distance, _)| *distance);
    near.into_iter()
        .take(most)
        .map(|(_, document)| document.id.clone())
        .collect()
}

/// The id of the body that a link names in another case, or by one of its names, as any source spells it.
pub fn canonical_body(id: &BodyId, dataset: &Dataset) -> Option<BodyId> {
    let typed = words(id.as_str());
    let is_named = |body: &&Body| {
        let mut names = body.aliases.iter().chain([&body.short, &body.name]);
        body.id.as_str().eq_ignore_ascii_case(id.as_str()) || names.any(|name| words(name) == typed)
    };
    only(dataset.bodies.iter().filter(is_named)).map(|body| body.id.clone())
}

/// The id of the Presidency that a link names in another case, or by its country.
pub fn canonical_presidency(id: &PresidencyId, dataset: &Dataset) -> Option<PresidencyId> {
    let name = id.as_str();
    let is_named =
        |term: &&Presidency| term.id.as_str().eq_ignore_ascii_case(name) || term.country.eq_ignore_ascii_case(name);
    only(dataset.rota.terms().iter().filter(is_named)).map(|term| term.id.clone())
}

/// The only item; `None` if there are several.
fn only<Found>(mut found: impl Iterator<Item = Found>) -> Option<Found> {
    found.next().filter(|_| found.next().is_none())
}

/// `31`, `13bis`, `11a`; and the short code that citations carry, `ISS-31`.
fn measures<'a>(text: &'a str, dataset: &'a Dataset) -> impl Iterator<Item = MeasureId> + 'a {
    let lower = text.to_lowercase();
    let prefix = ["measure ", "no. ", "no ", "#"]
        .into_iter()
        .find(|prefix| lower.starts_with(prefix));
    let text = prefix
        .and_then(|prefix| text.get(prefix.len()..))
        .unwrap_or(text)
        .trim_start();
    let number = without_prefix(text, dataset);
    let named = dataset
        .measures
        .iter()
        .filter(move |measure| measure.id.as_str().eq_ignore_ascii_case(number));
    named.map(|measure| measure.id.clone())
}

/// `ISS-31-e1`, the short code that citations of a line carry, in any case; or its id alone, such as that of a later fact, `31-s1`.
fn line(text: &str, dataset: &Dataset) -> Option<LineId> {
    let typed = without_prefix(text, dataset);
    // Only such a text can be an id; all others skip the scan.
    let looks_like_id = typed.contains('-') && typed.ends_with(|last: char| last.is_ascii_digit());
    let mut records = dataset.records().filter(|_| looks_like_id);
    let is_typed = |id: &LineId| id.as_str().eq_ignore_ascii_case(typed);
    let found = records.find(|(_, record)| is_typed(record.id()));
    let mut later = dataset.later_facts().filter(|_| looks_like_id);
    let found = found.map(|(_, record)| record.id());
    found
        .or_else(|| later.find(|(_, fact)| is_typed(&fact.id)).map(|(_, fact)| &fact.id))
        .cloned()
}

/// A short code without what all begin with, such as `ISS-`; any other text as it is. A single letter is one only before a hyphen.
fn without_prefix<'a>(text: &'a str, dataset: &Dataset) -> &'a str {
    let own = dataset.vocabulary.one(Wording::Code);
    let begins = text
        .get(..own.len())
        .is_some_and(|prefix| prefix.eq_ignore_ascii_case(own));
    let rest = text
        .get(own.len()..)
        .filter(|rest| begins && (1 < own.len() || rest.starts_with('-')));
    rest.map_or(text, |rest| rest.trim_start_matches(['-', ' ']))
}

/// The number as a source or a register writes it; or at least four characters of its beginning or end (`2017/2226`).
fn documents(text: &str, dataset: &Dataset) -> Vec<DocumentId> {
    let (typed, official) = (plain_number(text), official_names(text));
    if official.is_empty() && (typed.len() < 4 || !typed.bytes().any(|byte| byte.is_ascii_digit())) {
        return Vec::new();
    }
    let rank = |document: &Document| {
        let reading = official.iter().position(|name| has_name(document, name));
        let numbers: Vec<String> = document.numbers().map(plain_number).collect();
        let ends = |number: &&String| number.ends_with(&typed) && 7 < typed.len();
        let begins = rank(&numbers, &typed).or_else(|| numbers.iter().find(ends).map(String::len));
        reading.or_else(|| begins.map(|beyond| beyond + official.len()))
    };
    ranked(&dataset.documents, rank, |document| document.id.clone())
}

/// The numbers of documents that only later facts name, as [`documents`] finds those of the sources.
fn later_numbers(text: &str, dataset: &Dataset) -> Vec<String> {
    let (typed, official) = (plain_number(text), official_names(text));
    if official.is_empty() && (typed.len() < 4 || !typed.bytes().any(|byte| byte.is_ascii_digit())) {
        return Vec::new();
    }
    let mut found: Vec<(usize, &String)> = other_documents(dataset)
        .filter_map(|document| Some((later_rank(document, &typed, &official)?, document.number.as_ref()?)))
        .collect();
    sort::by_key(&mut found, |(rank, number)| (*rank, *number));
    found.dedup_by_key(|(_, number)| *number);
    found.into_iter().take(MOST).map(|(_, number)| number.clone()).collect()
}

fn other_documents(dataset: &Dataset) -> impl Iterator<Item = &OtherDocument> {
    let cited = dataset.later_facts().flat_map(|(_, fact)| &fact.documents);
    cited.filter_map(|cited| match cited {
        CitedDocument::Other(document) => Some(document),
        CitedDocument::Known(_) => None,
    })
}

/// How many characters a number has beyond what was typed; 0 where that is its CELEX number, the number or its end: `2021/784`.
fn later_rank(document: &OtherDocument, typed: &str, official: &[String]) -> Option<usize> {
    let number = plain_number(document.number.as_deref()?);
    let is_official = document.celex.as_ref().is_some_and(|celex| official.contains(celex));
    let is_celex = || {
        document
            .celex
            .as_ref()
            .is_some_and(|celex| celex.eq_ignore_ascii_case(typed))
    };
    let ends = || 7 < typed.len() && number.ends_with(typed);
    if is_official || is_celex() || ends() {
        Some(0)
    } else {
        rank(&[number], typed)
    }
}

/// `ST 9727/19`, `9727/19` and `doc. 9727/19` are one number; `WK`, `COM` and the like belong to theirs.
fn plain_number(text: &str) -> String {
    let lower = plain(text).to_lowercase();
    let plain = lower
        .trim_start_matches("doc.")
        .trim_start()
        .trim_start_matches("st ")
        .trim_start_matches("no. ");
    plain.chars().filter(|character| !character.is_whitespace()).collect()
}

/// The short name, the full one or an alias; or at least three characters of its beginning.
///
/// One or two letters must match the case: `IT` is Italy, `it` is a word.
fn bodies(text: &str, dataset: &Dataset) -> Vec<BodyId> {
    let typed = words(text).join(" ");
    if typed.is_empty() {
        return Vec::new();
    }
    let is_meant = |name: &&str| 2 < text.chars().count() || *name == text;
    let folded = |name: &str| words(name).join(" ");
    let rank = |body: &Body| rank(&body.names().filter(is_meant).map(folded).collect::<Vec<_>>(), &typed);
    ranked(&dataset.bodies, rank, |body| body.id.clone())
}

/// How many characters the closest name has beyond what was typed; 0 for an exact match.
fn rank(names: &[String], typed: &str) -> Option<usize> {
    let is_long_enough = 2 < typed.chars().count();
    let fits = |name: &&String| *name == typed || (is_long_enough && name.starts_with(typed));
    names.iter().filter(fits).map(|name| name.len() - typed.len()).min()
}

fn ranked<Record, Id>(
    records: &[Record],
    rank: impl Fn(&Record) -> Option<usize>,
    id: impl Fn(&Record) -> Id,
) -> Vec<Id> {
    let mut found: Vec<(usize, &Record)> = records
        .iter()
        .filter_map(|record| Some((rank(record)?, record)))
        .collect();
    sort::by_key(&mut found, |(rank, _)| *rank);
    found.into_iter().take(MOST).map(|(_, record)| id(record)).collect()
}
