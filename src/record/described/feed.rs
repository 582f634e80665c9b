//! What public sources report since, as an Atom feed (RFC 4287), newest first.

use std::cmp::Reverse;
use std::fmt::Write as _;

use maud::{Markup, html};
use sha2::{Digest, Sha256};

use crate::dataset::Home;
use crate::domain::date::Day;
use crate::domain::keyed::Keyed;
use crate::domain::later::LaterFact;
use crate::domain::sort;
use crate::domain::vocabulary::Wording;
use crate::record::described::Described;
use crate::route::{Page, Route};
use crate::view::Context;
use crate::words::described as words;

/// The media type of a feed.
const ATOM: &str = "application/atom+xml";

/// The feed of a dataset whose page and feed stand at these addresses. The id of an entry follows from that of the fact alone.
pub fn feed(context: &Context<'_>, page: &str, own_address: &str) -> String {
    let (dataset, own) = (context.dataset, &context.dataset.vocabulary);
    let described = Described::new(dataset);
    let name = own.one(Wording::Name);
    let mut facts: Vec<(Home, &LaterFact)> = dataset.later_facts().collect();
    sort::by_key(&mut facts, |(_, fact)| {
        (
            Reverse(fact.when.period().first()),
            Reverse(fact.order()),
            fact.id.to_string(),
        )
    });
    let since = Route::to(Page::Since, None);
    let feed = html! {
        feed xmlns="http://www.w3.org/2005/Atom" xml:lang=(words::LANGUAGE[0]) {
            id { (urn(&[name, "feed"])) }
            title { (words::feed(name)) }
            subtitle { (described.about) }
            updated { (instant(described.period.1)) }
            author { name { (described.editors.unwrap_or(name)) } }
            link rel="self" type=(ATOM) href=(own_address) {}
            link rel="alternate" type="text/html" href=(link_to(page, &since)) {}
            @for license in &described.licenses { link rel="license" href=(license) {} }
            @for (home, fact) in facts { "\n" (entry(home, fact, context, page)) }
        }
    };
    let feed = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{}\n", feed.into_string());
    // XML has no way to write these.
    feed.replace(|character: char| is_unknown(character), "\u{fffd}")
}

fn entry(home: Home, fact: &LaterFact, context: &Context<'_>, page: &str) -> Markup {
    let route = Route::to(context.page_of(home), Some(fact.id.clone()));
    let date = fact.when;
    let found = fact.evidence.iter().map(|page| page.checked).max();
    let happened = date.period().first();
    html! {
        entry {
            id { (urn(&[context.dataset.vocabulary.one(Wording::Name), fact.id.as_str()])) }
            title { (words::entry(&date.in_words(), &context.name_of(home))) }
            published { (instant(happened)) }
            updated { (instant(found.unwrap_or(happened).max(happened))) }
            link rel="alternate" type="text/html" href=(link_to(page, &route)) {}
            @for page in &fact.evidence { link rel="related" href=(page.url) title=(page.publisher) {} }
            category term=(fact.kind.key()) label=(fact.kind.label()) {}
            @for system in fact.systems.iter().filter_map(|id| context.dataset.body(id)) {
                category term=(system.id) label=(system.short) {}
            }
            content type="text" { (fact.text) }
        }
    }
}

fn link_to(page: &str, route: &Route) -> String {
    format!("{page}#{}", route.to_fragment())
}

/// The beginning of a day.
fn instant(day: Day) -> String {
    format!("{day}T00:00:00Z")
}

/// A name that is the same whenever and wherever the feed is made: a UUID of our own making (RFC 9562, version 8).
fn urn(parts: &[&str]) -> String {
    let digest = Sha256::digest(parts.join("\n"));
    let mut bytes: [u8; 16] = std::array::from_fn(|place| digest[place]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut urn = String::from("urn:uuid:");
    for (place, byte) in bytes.iter().enumerate() {
        let hyphen = if matches!(place, 4 | 6 | 8 | 10) { "-" } else { "" };
        let _ = write!(urn, "{hyphen}{byte:02x}");
    }
    urn
}

fn is_unknown(character: char) -> bool {
    character < ' ' && !matches!(character, '\t' | '\n' | '\r') || matches!(character, '\u{fffe}' | '\u{ffff}')
}
