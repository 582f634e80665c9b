//! The dialog in which what is shown is shared, cited and exported.

use iss_followup::domain::id::LineId;
use iss_followup::domain::keyed::Keyed;
use iss_followup::render::html;
use iss_followup::view::{CitationStyle, Context, ErrorReport, Export, Extent};
use iss_followup::view::{CiteView, Copied, CopyAnswer, ExportState, LastCopy, WaysView, handed_over};
use percent_encoding::percent_decode_str;

use crate::asked::index;
use crate::shipped;
use crate::view::check_harmless;

const HOSTILE: &str = "</textarea><script>alert(1)</script>\" onclick=x & ' ]]>";

fn cite(count: usize, text: &str) -> CiteView {
    CiteView::new(CitationStyle::BibTex, count, text.to_owned())
}

#[test]
fn of_very_many_citations_only_the_first_stand_in_the_field() {
    assert_eq!((CiteView::in_field(1500), cite(1500, "").first), (1500, None));
    assert_eq!((CiteView::in_field(1501), cite(1501, "").first), (200, Some(200)));
    let page = html::share_citation(Some(&cite(1501, "")), &LastCopy::default()).0;
    assert!(page.contains("the first 200") && page.contains("all 1501"), "{page}");
    let page = html::share_citation(Some(&cite(1, "")), &LastCopy::default()).0;
    assert!(!page.contains("the first") && !page.contains("citations"), "{page}");
}

#[test]
fn the_field_shows_a_footnote_whole_and_more_in_part() {
    let rows = |lines: usize| cite(lines, &"a line\n".repeat(lines)).rows();
    assert_eq!([0, 1, 4, 6, 8, 900].map(rows), [4, 4, 4, 6, 8, 8]);
}

#[test]
fn the_style_that_is_used_is_the_one_that_is_chosen() {
    let page = html::share_citation(Some(&cite(1, "")), &LastCopy::default()).0;
    assert_eq!(page.matches("selected").count(), 1, "{page}");
    assert!(page.contains("<option value=\"bibtex\" selected"), "{page}");
    assert_eq!(page.matches("<option").count(), CitationStyle::ALL.len());
}

/// Those ways are offered, and a page without a link says why.
#[track_caller]
fn check_ways(page: &str, expected: &[&str]) {
    let ways = page
        .split("data-way=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    assert_eq!(ways.collect::<Vec<_>>(), expected);
    assert_eq!(
        page.contains("opened from a file"),
        !expected.contains(&"link"),
        "{page}"
    );
}

/// Whatever the address and the title hold.
#[test]
fn a_frame_is_one_element() {
    let code = html::frame_code("https://a.example/#/table?q=%22&embed=1", HOSTILE);
    let document = roxmltree::Document::parse(&code).expect("XML");
    let frame = document.root_element();
    assert_eq!(frame.tag_name().name(), "iframe");
    assert_eq!(frame.attribute("src"), Some("https://a.example/#/table?q=%22&embed=1"));
    assert_eq!(frame.attribute("title"), Some(HOSTILE));
}

#[test]
fn a_link_is_offered_where_there_is_one_and_a_page_from_disk_says_why_not() {
    let ways = |link: Option<&str>, code: Option<&str>| {
        let [link, code] = [link, code].map(|text| text.map(str::to_owned));
        let saved = String::new();
        let frame = link
            .as_ref()
            .map(|link| html::frame_code(&format!("{link}?embed=1"), "Table"));
        html::share_ways(
            &WaysView {
                link,
                frame,
                code,
                saved,
            },
            &LastCopy::default(),
        )
        .0
    };
    check_ways(
        &ways(Some("https://a.example/#/table"), None),
        &["link", "copy", "frame"],
    );
    check_ways(
        &ways(Some("https://a.example/#/measure/31"), Some("ISS-31")),
        &["link", "copy", "code", "frame"],
    );
    check_ways(&ways(None, Some("ISS-31")), &["copy", "code"]);
}

#[test]
fn what_is_being_written_can_be_stopped_and_nothing_else_begun() {
    let offered = Extent::ALL.iter().flat_map(|extent| Export::offered(*extent)).count();
    let page = |state: ExportState| html::share_export(&state, true).0;
    let writing = page(ExportState::Writing(3, 7));
    assert!(writing.contains("<progress max=\"7\" value=\"3\">") && writing.contains("data-export-stop"));
    assert_eq!(writing.matches("aria-disabled=\"true\"").count(), offered);
    for state in [ExportState::Idle, ExportState::Ended("Done.".to_owned())] {
        let page = page(state);
        assert!(
            !page.contains("aria-disabled") && !page.contains("data-export-stop"),
            "{page}"
        );
    }
}

fn report(id: &str) -> ErrorReport {
    let dataset = shipped::dataset();
    let context = Context::new(dataset, index(), "2026-11-29".parse().expect("a day"), &[]);
    context.error_report(&LineId::new(id)).expect("a report")
}

#[test]
fn a_report_names_code_words_source_and_day_and_leaves_room() {
    let said = report("31-c5").text();
    for part in [
        "ISS-31-c5\n",
        "It says: The Commission is to review the PNR Directive, as Article 19 requires.\n",
        "Source: 5618/20, II.31, follow-up, p. 62\n",
        "edition 5618/20, shown as of 29 November 2026\n",
        "What is wrong:\n\n",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let dataset = shipped::dataset();
    let (_, fact) = dataset.later_fact(&LineId::new("60-s1")).expect("a later fact");
    let said = report("60-s1").text();
    for page in &fact.evidence {
        assert!(
            said.contains(&format!("Reported by {} (", page.publisher)) && said.contains(&page.url),
            "{said}"
        );
    }
    assert!(said.contains(&fact.text) && !said.contains("Source: "), "{said}");
    let context = Context::new(dataset, index(), dataset.edition.status_date, &[]);
    assert_eq!(context.error_report(&LineId::new("31-c99")), None);
}

#[test]
fn every_line_opens_a_mail_that_a_program_takes_and_names_nobody() {
    let dataset = shipped::dataset();
    let later = dataset.later_facts().map(|(_, fact)| &fact.id);
    let lines = dataset.records().map(|(_, record)| record.id()).chain(later);
    for id in lines {
        let report = report(id.as_str());
        let mail = report.mail();
        let (subject, body) = mail
            .strip_prefix("mailto:?subject=")
            .and_then(|rest| rest.split_once("&body="))
            .expect("a mail");
        let read = |text: &str| percent_decode_str(text).decode_utf8().expect("UTF-8").into_owned();
        assert_eq!(read(subject), report.subject);
        assert_eq!(
            read(body).replace("\r\n", "\n").trim_end(),
            report.lines.join("\n").trim_end()
        );
        assert!(!mail.contains(' ') && mail.len() < 6000, "{}: {mail}", mail.len());
    }
}

#[test]
fn whatever_stands_in_the_dialog_is_text() {
    let text = || HOSTILE.to_owned();
    for what in [Copied::Link, Copied::Code, Copied::Citation] {
        let last = LastCopy::new(what, CopyAnswer::ByHand(text()));
        let ways = WaysView {
            link: Some(text()),
            frame: Some(text()),
            code: Some(text()),
            saved: handed_over(true, HOSTILE),
        };
        check_harmless(&html::share_ways(&ways, &last).0);
        let cite = CiteView {
            saved: text(),
            ..cite(2, HOSTILE)
        };
        check_harmless(&html::share_citation(Some(&cite), &last).0);
        check_harmless(&html::share_citation(None, &last).0);
    }
    let report = ErrorReport {
        subject: text(),
        lines: vec![text()],
    };
    check_harmless(
        &html::share_report(
            &report,
            &LastCopy::new(Copied::Report, CopyAnswer::ByHand(report.text())),
        )
        .0,
    );
    check_harmless(&format!("<div>{}</div>", html::share_head(HOSTILE).0));
    check_harmless(&html::share_export(&ExportState::Ended(text()), true).0);
}
