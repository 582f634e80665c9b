//! What the page is made from, and what its words mean.

mod presidencies;
mod remarks;
mod sources;
mod words;

use leptos::prelude::*;

use crate::browser;
use crate::ui::pages::about::presidencies::Presidencies;
use crate::ui::pages::about::remarks::EditorsRemarks;
use crate::ui::pages::about::sources::{Counts, Sources};
use crate::ui::pages::about::words::Definitions;
use crate::ui::parts::CopyText;

/// The parts of the page: the id of each heading, and what it says.
const PARTS: [(&str, &str); 9] = [
    ("sources", "Sources"),
    ("making", "How the data was made"),
    ("words", "What the words mean"),
    ("slips", "How a slip is counted"),
    ("presidencies", "Presidencies"),
    (
        "contradictions",
        "Where the source contradicts itself, and other remarks",
    ),
    ("checksum", "Is this the data that was published?"),
    ("use", "Keyboard and privacy"),
    ("errors", "Has anything gone wrong here?"),
];

/// Sources, definitions, the editors' remarks, and how to check that nothing was changed.
#[component]
pub fn AboutPage() -> impl IntoView {
    view! {
        <article class="about-page">
            <h1 tabindex="-1">"About this page"</h1>
            <p class="summary">
                "How the measures of the renewed EU Internal Security Strategy stand, as the Council’s own follow-up paper
                reports it. An unofficial presentation: where it and the source differ, the source is right."
            </p>
            <ContentsList />
            <PartHeading place=0 />
            <Sources />
            <PartHeading place=1 />
            <Making />
            <PartHeading place=2 />
            <Definitions />
            <PartHeading place=3 />
            <Slips />
            <PartHeading place=4 />
            <Presidencies />
            <PartHeading place=5 />
            <EditorsRemarks />
            <PartHeading place=6 />
            <Checksum />
            <PartHeading place=7 />
            <Use />
            <PartHeading place=8 />
            <SeenErrors />
        </article>
    }
}

/// The way to each part. Buttons, because the part of an address that a link would change is the app's own.
#[component]
fn ContentsList() -> impl IntoView {
    let entry = |(id, heading): &(&'static str, &'static str)| {
        let selector = format!("#about-{id}");
        view! {
            <li>
                <button type="button" class="quiet" data-part=*id on:click=move |_| {
                    browser::page::go_to(&selector);
                }>{*heading}</button>
            </li>
        }
    };
    view! {
        <nav class="contents-list" aria-label="Contents"><ol>{PARTS.iter().map(entry).collect_view()}</ol></nav>
    }
}

#[component]
fn PartHeading(
    /// Its place among the parts.
    place: usize,
) -> impl IntoView {
    let (id, heading) = PARTS[place];
    view! { <h2 id=format!("about-{id}") tabindex="-1">{heading}</h2> }
}

#[component]
fn Making() -> impl IntoView {
    view! {
        <p>
            "Each measure was read once and written down, and read a second time by somebody else who compared every
            number, date and reference with the source. Titles, names, numbers and dates are copied; every sentence is
            new. What the source prints is kept even where it is a slip; then an editor’s note says so."
        </p>
        <p>
            "A date is as exact as the source: a day, a month, a quarter, a half-year or a year, never a guess between
            them. Where the source’s own words for a time say more, they stand beside it in quotation marks."
        </p>
        <p>
            "A page number in a reference is the printed one, or, where the text does not show it, counted between the
            nearest printed ones; the counts agree."
        </p>
        <p>
            "Links to the official registers follow from the numbers by a rule for each kind of number. Where no rule leads
            to a page, or a marking keeps the document from the public, there is no link."
        </p>
        <Counts />
    }
}

/// The rule by which a promise's slip is counted.
#[component]
fn Slips() -> impl IntoView {
    view! {
        <p>
            "A promise for a period is kept on any day of it, so a slip counts from the period’s last day: what was due in the
            second half of 2016 slips from 31 December 2016. It ends where the thing came about. What is overdue has not come
            about, so its slip runs to the status date and is “over time so far”: it stays overdue whatever time a later plan
            names. Only where a promise is open or changed does its slip end at the time that a later promise for the same
            thing names: it is then “put off”."
        </p>
        <p>
            "Slips are counted in whole months, and in days below one month. What came of a promise is known only as exactly as
            its own date: “10 months late”, but “up to 12 months late” where only the year is known. What has no date, was
            given up, or is not known to have come about has no slip."
        </p>
    }
}

/// The hash of the data, and over what it is taken.
#[component]
fn Checksum() -> impl IntoView {
    let hash = browser::page::meta("dataset-sha256").filter(|hash| !hash.is_empty());
    view! {
        {match hash {
            Some(hash) => view! { <p>"SHA-256 of the data, taken when the page was built:"</p> <p><code data-checksum="">{hash}</code></p> }.into_any(),
            None => view! { <p>"This copy of the page does not carry the checksum of its data."</p> }.into_any(),
        }}
        <p>
            "It covers the data as one JSON text in UTF-8. In this file they stand packed, as the text of the element "
            <code>"<script id=\"dataset\">"</code> ": what is between its tags is base64, which holds gzip, which holds the JSON.
            Whoever takes it out, decodes and unpacks it, and hashes the bytes that come out must arrive at the same number;
            two pages with the same number show the same data."
        </p>
    }
}

/// Keys and requests.
#[component]
fn Use() -> impl IntoView {
    view! {
        <p>
            "Everything can be reached with the Tab key. The table of actors is one stop of it: inside, the arrow keys walk the
            heads and the cells with a number, Home and End go to the first and the last of the row, Ctrl+Home to the head of
            the first row, Ctrl+End to the last cell of the last one. In the search box the arrow keys go through what it offers, and Enter opens it. An acronym is a
            stop of the Tab key where it stands first on a page, and shows there what it stands for."
        </p>
        <p>
            "Escape closes the offers of the search box, the filters where they cover the page, and what an acronym stands for.
            There are no other shortcuts."
        </p>
        <p>
            "The page is one file. It makes no request: its Content-Security-Policy forbids it. Links to registers open
            only when you follow them."
        </p>
    }
}

/// What went wrong since the page was opened, to be copied into a report.
#[component]
fn SeenErrors() -> impl IntoView {
    /// So much of it is seen without scrolling.
    const ROWS: usize = 8;
    let errors = browser::page::seen_errors();
    if errors.is_empty() {
        return view! { <p>"Nothing has gone wrong since this page was opened."</p> }.into_any();
    }
    let text = errors.join("\n\n");
    let copied = text.clone();
    view! {
        <p>"This has gone wrong since the page was opened. If something does not work, send it to whoever gave you the file."</p>
        <textarea class="citation" data-seen-errors="" readonly rows=ROWS aria-label="What went wrong" prop:value=text></textarea>
        <CopyText label="Copy what went wrong" what="errors" field="[data-seen-errors]" text=Callback::new(move |()| copied.clone()) />
    }
    .into_any()
}
