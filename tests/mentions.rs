//! Every mention of an information system leads to its page, held against the JSON.

use iss_followup::domain::body::Body;
use iss_followup::domain::id::BodyId;
use iss_followup::query::{Segment, body_profile};
use iss_followup::render::html;
use iss_followup::route::Page;
use iss_followup::view::{Context, Run, plain};
use roxmltree::Document;
use serde_json::Value;

use crate::asked::index;
use crate::shipped;
use crate::walk::{list, text};

fn context() -> Context<'static> {
    let dataset = shipped::dataset();
    Context::new(dataset, index(), dataset.edition.status_date, &[])
}

/// The id and the names of each information system.
fn systems() -> Vec<(String, Vec<String>)> {
    let systems = list(shipped::json(), "bodies").filter(|body| body["kind"] == "information-system");
    let names = |body: &Value| {
        let own = ["short", "name"].map(|name| text(body, name)).into_iter();
        own.chain(list(body, "aliases").filter_map(|alias| Some(alias.as_str()?.to_owned())))
            .collect()
    };
    systems.map(|body| (text(body, "id"), names(body))).collect()
}

/// Every text that tells something: of a measure, of a line, of an outcome, of a later fact.
fn texts() -> Vec<String> {
    let homes = list(shipped::json(), "measures").chain(list(shipped::json(), "reports"));
    let mut all = Vec::new();
    for home in homes {
        all.extend(["summary", "status_reason", "note"].map(|field| text(home, field)));
        for line in ["state_of_play", "follow_up", "since"]
            .iter()
            .flat_map(|lines| list(home, lines))
        {
            all.extend(["text", "note"].map(|field| text(line, field)));
            all.push(text(&line["outcome"], "text"));
            all.extend(list(line, "about").map(|about| text(&about["outcome"], "text")));
        }
    }
    all.retain(|text| !text.is_empty());
    all
}

/// Where a text names an information system for the first time, by a plain search for all names and acronyms: the longest at a place
/// counts, as a word of its own or joined to another one by a slash, but not within a longer word or name, or a quotation.
fn naive(text: &str, systems: &[(String, Vec<String>)], acronyms: &[String]) -> Vec<(String, String)> {
    let names = systems
        .iter()
        .flat_map(|(id, names)| names.iter().map(move |name| (name.as_str(), Some(id.as_str()))));
    let names = names.chain(acronyms.iter().map(|name| (name.as_str(), None)));
    let mut found: Vec<(usize, usize, Option<&str>)> = Vec::new();
    for (name, id) in names {
        for (at, _) in text.match_indices(name) {
            let [before, after] = [&text[..at], &text[at + name.len()..]];
            let is_letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
            if !is_letter(before.chars().next_back()) && !is_letter(after.chars().next()) {
                found.push((at, at + name.len(), id));
            }
        }
    }
    let is_inside = |(from, to, _): &(usize, usize, Option<&str>)| {
        let mut others = found.iter();
        others.any(|(start, end, _)| start <= from && to <= end && end - start > to - from)
    };
    let mut mentions: Vec<(usize, usize, &str)> = Vec::new();
    for mention in &found {
        let (from, to, Some(id)) = *mention else { continue };
        let systems = || found.iter().filter(|other| other.2.is_some() && !is_inside(other));
        let (mut first, mut last) = (from, to);
        while let Some(other) = systems().find(|(_, end, _)| end + 1 == first && text[*end..].starts_with('/')) {
            first = other.0;
        }
        while let Some(other) = systems().find(|(start, ..)| last + 1 == *start && text[last..].starts_with('/')) {
            last = other.1;
        }
        let (before, after) = (&text[..first], &text[last..]);
        let is_pair_in_name = (first, last) != (from, to)
            && after
                .strip_prefix(' ')
                .is_some_and(|after| after.starts_with(char::is_uppercase));
        let joins =
            |text: &str| text.len() > 1 && text.starts_with(['/', '-']) && text[1..].starts_with(char::is_alphanumeric);
        let reversed: String = before.chars().rev().collect();
        let is_quoted = before.matches('“').count() > before.matches('”').count();
        let last = before
            .strip_suffix(' ')
            .and_then(|before| before.split(' ').next_back());
        let is_amid = last.is_some_and(|word| {
            word.starts_with(char::is_uppercase)
                && word.ends_with(char::is_alphanumeric)
                && !["The", "A", "An"].contains(&word)
        }) && after
            .strip_prefix(' ')
            .is_some_and(|after| after.starts_with(char::is_uppercase));
        if !(is_inside(mention) || joins(after) || joins(&reversed) || is_quoted || is_amid || is_pair_in_name) {
            mentions.push((from, to, id));
        }
    }
    mentions.sort_unstable();
    mentions.dedup();
    let mut told: Vec<(String, String)> = Vec::new();
    for (from, to, id) in mentions {
        if told.iter().all(|(other, _)| other != id) {
            told.push((id.to_owned(), text[from..to].to_owned()));
        }
    }
    told
}

fn linked(runs: &[Run]) -> Vec<(String, String)> {
    let systems = runs.iter().filter_map(|run| match run {
        Run::System { text, page, .. } => Some((text, page.to_fragment())),
        _ => None,
    });
    let link = |(text, page): (&Vec<Segment>, String)| {
        let id = page.strip_prefix("/body/").expect("the page of a body").to_owned();
        (id, text.iter().map(|segment| segment.text.as_str()).collect())
    };
    systems.map(link).collect()
}

#[test]
fn every_text_leads_to_each_system_where_it_names_it_first() {
    let systems = systems();
    let acronyms: Vec<String> = list(shipped::json(), "glossary")
        .map(|term| text(term, "term"))
        .collect();
    let mut count = 0;
    for told in texts() {
        let runs = context().text(&told);
        assert_eq!(plain(&runs), told);
        let expected = naive(&told, &systems, &acronyms);
        assert_eq!(linked(&runs), expected, "{told}");
        count += expected.len();
    }
    assert!(300 < count, "{count} mentions");
}

#[test]
fn a_name_within_another_is_no_mention() {
    let check = |text: &str, expected: &[(&str, &str)]| {
        let linked = linked(&context().text(text));
        let linked: Vec<(&str, &str)> = linked.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
        assert_eq!(linked, expected, "{text}");
    };
    check("EES and ETIAS; the EES", &[("ees", "EES"), ("etias", "ETIAS")]);
    check(
        "ECRIS-TCN, then ECRIS.",
        &[("ecris-tcn", "ECRIS-TCN"), ("ecris", "ECRIS")],
    );
    check(
        "the Schengen Information System (SIS)",
        &[("sis", "Schengen Information System (SIS)")],
    );
    check(
        "the SIS/SIRENE working party, the Prüm-like agreement, the IWG PNR",
        &[],
    );
    check("customs use SIS/VIS.", &[("sis", "SIS"), ("vis", "VIS")]);
    check("The SIS/VIS Committee met on SIS/VIS/SIRENE", &[]);
    check("“The future of Prüm” and OASIS, SISTER, Eurodacs", &[]);
    check("The Civilian VIS Compact", &[]);
    check("the PNR Directive", &[("pnr", "PNR")]);
}

#[test]
fn what_a_line_names_in_its_text_is_not_listed_beside_it_again() {
    let dataset = shipped::dataset();
    for (home, record) in dataset.records() {
        let line = context().line(record, Some(home));
        let named = linked(&line.text);
        let mut beside = line.systems.iter().map(|link| link.route.to_fragment());
        assert!(
            beside.all(|page| named.iter().all(|(id, _)| page != format!("/body/{id}"))),
            "{}",
            line.id
        );
        let about = record
            .bodies()
            .filter(|id| dataset.body(id).is_some_and(Body::is_system));
        for id in about {
            let is_beside = line
                .systems
                .iter()
                .any(|link| link.route.page == Page::Body(id.clone()));
            assert!(
                is_beside || named.iter().any(|(named, _)| named == id.as_str()),
                "{id} of {}",
                line.id
            );
        }
    }
}

#[test]
fn no_system_leads_to_itself_on_its_own_page() {
    for (id, _) in systems() {
        let mut context = context();
        context.is_on_paper = true;
        let body = shipped::dataset().body(&BodyId::new(&id)).expect("a body");
        let view = context.body(body, &body_profile(&body.id, shipped::dataset()));
        let page = html::body(&view, "").into_string().replace("<br>", "<br/>");
        let page = Document::parse(&page).expect("well-formed");
        let own = format!("#/body/{id}");
        assert!(
            page.descendants().all(|node| node.attribute("href") != Some(&own)),
            "{id}"
        );
    }
}
