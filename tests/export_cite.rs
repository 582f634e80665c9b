//! Citations, read again by readers that are not ours.

use crate::asked;
use crate::cases::cases;
use crate::shipped;
use biblatex::{Bibliography, ChunksExt, EntryType};
use biblib::{CitationParser, RisParser};
use iss_followup::dataset::Dataset;
use iss_followup::domain::date::Day;
use iss_followup::domain::id::LineId;

use iss_followup::domain::keyed::Keyed;
use iss_followup::domain::register;
use iss_followup::query::{Index, Query, Target, go_to};
use iss_followup::render::cite;
use iss_followup::view::{CitationStyle, Cited, ExportContent};
use proptest::prelude::*;

use crate::exported::{all_shown, any_hostile, context, hostile, parsed, told_of, words};

fn one(id: &str) -> Cited<'static> {
    let dataset = shipped::dataset();
    let measure = dataset.measures.iter().position(|measure| measure.id.as_str() == id);
    if let Some(place) = measure {
        return Cited::Measure(place);
    }
    let (home, record) = dataset.record(&LineId::new(id)).expect("a line");
    Cited::Line(home, record)
}

fn reported() -> Day {
    shipped::dataset().edition.status_date
}

#[track_caller]
fn check_footnote(id: &str, expected: &str) {
    let footnote = cite(&[one(id)], CitationStyle::Footnote, reported(), shipped::dataset()).expect("a footnote");
    assert_eq!(footnote, format!("{expected}\n"));
}

#[test]
fn a_footnote_says_everything_in_a_sentence() {
    check_footnote(
        "31",
        "Council of the European Union (Finnish Presidency and Croatian Presidency), ‘Implementation of the renewed EU \
         Internal Security Strategy: joint Presidency paper’, 5618/20, 3 February 2020, II.31, p. 62 (measure 31, \
         ‘Monitoring of the PNR Directive’; page counted, not printed; ISS-31 in ISS Follow-up, edition 5618/20, as reported \
         on 3 February 2020).",
    );
    check_footnote(
        "com-3.1",
        "European Commission, ‘Enhancing security in a world of mobility: improved information exchange in the fight \
         against terrorism and stronger external borders’, COM(2016) 602 final, 14 September 2016, at 3.1 (measure 3.1, \
         ‘Creating European integrated border management: The European Border and Coast Guard’; ISS-com-3.1 in ISS Follow-up, edition 5618/20, as reported on 3 February 2020).",
    );
    check_footnote(
        "31-c1",
        "Council of the European Union (Finnish Presidency and Croatian Presidency), ‘Implementation of the renewed EU \
         Internal Security Strategy: joint Presidency paper’, 5618/20, 3 February 2020, II.31, follow-up, p. 62 (measure \
         31, ‘Monitoring of the PNR Directive’; page counted, not printed; ISS-31-c1 in ISS Follow-up, edition 5618/20, as \
         reported on 3 February 2020).",
    );
}

#[test]
fn a_citation_says_of_which_day_it_is() {
    let dataset = shipped::dataset();
    let document = Cited::Document(0);
    for (day, says) in [
        ("2020-02-03", "edition 5618/20, as reported on 3 February 2020"),
        ("2019-06-30", "edition 5618/20, as of 30 June 2019"),
        ("2026-11-29", "edition 5618/20, as of 29 November 2026"),
    ] {
        for cited in [one("31"), one("31-c5"), document] {
            for style in CitationStyle::ALL {
                let text = cite(&[cited], *style, day.parse().expect("a day"), dataset).expect("a citation");
                assert!(text.contains(says), "{text}");
            }
        }
    }
}

#[test]
fn bibtex_stays_as_it_was_approved() {
    let bibtex = cite(&[one("31")], CitationStyle::BibTex, reported(), shipped::dataset()).expect("BibTeX");
    let expected = "\
@techreport{ISS-31,
  author = {{Finnish Presidency of the Council of the European Union} and {Croatian Presidency of the Council of the European Union}},
  title = {{Implementation of the renewed EU Internal Security Strategy: joint Presidency paper}},
  institution = {Council of the European Union},
  type = {Council document},
  number = {5618/20},
  year = {2020},
  date = {2020-02-03},
  pages = {62},
  note = {II.31; measure 31, ‘Monitoring of the PNR Directive’; page counted, not printed; ISS-31 in ISS Follow-up, edition 5618/20, as reported on 3 February 2020},
  url = {https://data.consilium.europa.eu/doc/document/ST-5618-2020-INIT/en/pdf},
}
";
    assert_eq!(bibtex, expected);
}

#[test]
fn ris_stays_as_it_was_approved() {
    let ris = cite(&[one("com-3.1")], CitationStyle::Ris, reported(), shipped::dataset()).expect("RIS");
    let expected = [
        "TY  - RPRT",
        "ID  - ISS-com-3.1",
        "AU  - European Commission",
        "TI  - Enhancing security in a world of mobility: improved information exchange in the fight against terrorism and \
         stronger external borders",
        "PB  - European Commission",
        "M3  - Commission document",
        "SN  - COM(2016) 602 final",
        "PY  - 2016",
        "DA  - 2016/09/14/",
        "SE  - 3.1",
        "UR  - https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=COM:2016:602:FIN",
        "N1  - measure 3.1, ‘Creating European integrated border management: The European Border and Coast Guard’; ISS-com-3.1 in ISS Follow-up, edition 5618/20, as reported on 3 February 2020",
        "ER  - ",
        "",
        "",
    ];
    assert_eq!(ris, expected.join("\r\n"));
}

#[test]
fn a_later_fact_is_cited_by_the_page_that_reports_it() {
    let dataset = shipped::dataset();
    let (home, fact) = dataset.later_fact(&LineId::new("60-s1")).expect("a later fact");
    let footnote = cite(
        &[Cited::Later(home, fact)],
        CitationStyle::Footnote,
        reported(),
        dataset,
    )
    .expect("a footnote");
    let page = &fact.evidence[0];
    assert!(footnote.starts_with(&format!("{}, ", page.publisher)), "{footnote}");
    for part in [
        page.url.as_str(),
        "(read 29 November 2026; reports for 14 December 2020: ",
        fact.text.trim_end_matches('.'),
        "; measure 60, ‘",
        "; ISS-60-s1 in ISS Follow-up, edition 5618/20, what public sources report since, as found by 29 November 2026).",
    ] {
        assert!(footnote.contains(part), "{part}: {footnote}");
    }
    let ris = cite(&[Cited::Later(home, fact)], CitationStyle::Ris, reported(), dataset).expect("RIS");
    assert!(ris.starts_with("TY  - ELEC\r\nID  - ISS-60-s1\r\n"), "{ris}");
}

/// The search box takes the code that a citation carries.
#[test]
fn a_short_code_leads_back() {
    let dataset = shipped::dataset();
    for measure in &dataset.measures {
        let found = go_to(&dataset.vocabulary.code(&measure.id), dataset);
        assert_eq!(found.first(), Some(&Target::Measure(measure.id.clone())));
    }
    for (_, record) in dataset.records().step_by(50) {
        let found = go_to(&dataset.vocabulary.code(record.id()).to_lowercase(), dataset);
        assert_eq!(found, [Target::Line(record.id().clone())]);
    }
}

fn code(cited: &Cited<'_>, dataset: &Dataset) -> String {
    match cited {
        Cited::Measure(place) => dataset.vocabulary.code(&dataset.measures[*place].id),
        Cited::Line(_, record) => dataset.vocabulary.code(record.id()),
        Cited::Document(place) => dataset.documents[*place].id.to_string(),
        Cited::Later(_, fact) => dataset.vocabulary.code(&fact.id),
    }
}

fn title(cited: &Cited<'_>, dataset: &Dataset) -> String {
    let source = |home| dataset.source_of(home).expect("a source").title.clone();
    match cited {
        Cited::Measure(place) => source(iss_followup::dataset::Home::Measure(*place)),
        Cited::Line(home, _) => source(*home),
        Cited::Document(place) => {
            let document = &dataset.documents[*place];
            document.title.clone().unwrap_or_else(|| document.name().to_owned())
        }
        // Nobody knows the title of a page here: its address stands for it.
        Cited::Later(_, fact) => fact.evidence[0].url.clone(),
    }
}

/// Independent readers find an entry for each thing, with its key and title, and nothing else.
#[track_caller]
fn check(cited: &[Cited<'_>], dataset: &Dataset) {
    let write = |style| cite(cited, style, reported(), dataset).expect("a citation");
    assert_eq!(write(CitationStyle::Footnote).lines().count(), cited.len());
    let bibtex = write(CitationStyle::BibTex);
    let bibliography = Bibliography::parse(&bibtex).unwrap_or_else(|error| panic!("{error}: {bibtex}"));
    assert_eq!(bibliography.len(), cited.len());
    let ris = write(CitationStyle::Ris);
    let read = if cited.is_empty() {
        Vec::new()
    } else {
        RisParser::new().parse(&ris).expect("RIS")
    };
    assert_eq!(read.len(), cited.len());
    for ((cited, entry), reference) in cited.iter().zip(bibliography.iter()).zip(&read) {
        let title = words(&title(cited, dataset));
        assert_eq!(entry.key, code(cited, dataset));
        let found = entry.get("title").map(ChunksExt::format_verbatim).unwrap_or_default();
        assert_eq!(words(&found), title, "{bibtex}");
        let note = entry.get("note").expect("a note").format_verbatim();
        let day = match cited {
            Cited::Later(..) => "as found by 29 November 2026",
            _ => "as reported on 3 February 2020",
        };
        assert!(note.contains(day), "{note}");
        assert_eq!(words(&reference.title), title, "{ris}");
        assert_eq!(
            reference.date.as_ref().map(|date| date.year),
            date(cited, dataset),
            "{ris}"
        );
    }
}

fn date(cited: &Cited<'_>, dataset: &Dataset) -> Option<i32> {
    let source = |home| dataset.source_of(home).map(|source| i32::from(source.date.year()));
    match cited {
        Cited::Measure(place) => source(iss_followup::dataset::Home::Measure(*place)),
        Cited::Line(home, _) => source(*home),
        Cited::Document(place) => {
            let document = &dataset.documents[*place];
            let of_date = document.date.map(|date| i32::from(date.period().first().year()));
            let number = document.number.as_deref();
            let of_number = number.and_then(|number| register::year(document.kind, number));
            of_date.or(of_number.map(|year| i32::try_from(year).expect("a year")))
        }
        Cited::Later(_, fact) => {
            let dated = fact.evidence[0].dated;
            dated.map(|date| i32::from(date.period().first().year()))
        }
    }
}

/// An independent reader misses nothing in any entry but what the data do not say: who made a legal act, and the year of what
/// has neither date nor number.
#[test]
fn an_entry_has_what_its_type_asks_for() {
    let dataset = shipped::dataset();
    let measures = (0..dataset.measures.len()).map(Cited::Measure);
    let cited: Vec<_> = measures
        .chain((0..dataset.documents.len()).map(Cited::Document))
        .collect();
    let bibtex = cite(&cited, CitationStyle::BibTex, reported(), dataset).expect("BibTeX");
    let bibliography = Bibliography::parse(&bibtex).expect("a bibliography");
    for (cited, entry) in cited.iter().zip(bibliography.iter()) {
        let mut report = entry.verify();
        report.missing.retain(|field| match *field {
            "author" => entry.entry_type != EntryType::Misc,
            "year" => date(cited, dataset).is_some(),
            _ => true,
        });
        assert!(report.is_ok(), "{}: {:?}", entry.key, report.missing);
    }
}

#[test]
fn a_legal_act_is_cited_as_one() {
    let dataset = shipped::dataset();
    let number = "Regulation (EC) No 1987/2006";
    let place = dataset
        .documents
        .iter()
        .position(|one| one.name() == number)
        .expect("the act");
    let write = |style| cite(&[Cited::Document(place)], style, reported(), dataset).expect("a citation");
    let bibtex = write(CitationStyle::BibTex);
    assert!(bibtex.starts_with("@misc{"), "{bibtex}");
    assert!(
        bibtex.contains("title = {{Regulation (EC) No 1987/2006}}") && bibtex.contains("year = {2006}"),
        "{bibtex}"
    );
    let ris = write(CitationStyle::Ris);
    for line in ["TY  - STAT", "TI  - Regulation (EC) No 1987/2006", "PY  - 2006"] {
        assert!(ris.contains(&format!("{line}\r\n")), "{ris}");
    }
}

#[test]
fn a_whole_selection_can_be_cited() {
    let query = Query::default();
    for shown in all_shown(&query, shipped::dataset(), asked::index()) {
        check(&shown.cited(&context(&query)), shipped::dataset());
    }
    check(
        &ExportContent::Measures(Vec::new()).cited(&context(&query)),
        shipped::dataset(),
    );
}

#[test]
fn citations_written_piece_by_piece_are_the_same() {
    let dataset = shipped::dataset();
    let cited: Vec<Cited<'static>> = (0..dataset.measures.len()).map(Cited::Measure).collect();
    for style in CitationStyle::ALL {
        let whole = cite(&cited, *style, reported(), dataset).expect("all");
        let pieces = cited
            .chunks(7)
            .map(|piece| cite(piece, *style, reported(), dataset).expect("a piece"));
        assert_eq!(
            pieces.collect::<Vec<_>>().join(style.separator()),
            whole,
            "{}",
            style.key()
        );
    }
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn no_text_can_break_a_citation(texts in proptest::collection::vec(any_hostile(), 1..8)) {
        let dataset = parsed(&hostile(&texts));
        let index = Index::new(&dataset);
        for shown in all_shown(&Query::default(), &dataset, &index) {
            let context = told_of(&dataset, &index, dataset.edition.status_date);
            let mut cited = shown.cited(&context);
            cited.truncate(20);
            check(&cited, &dataset);
        }
    }
}
