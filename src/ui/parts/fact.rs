//! One line of a measure's record: what happened, or what somebody was to do.

use leptos::prelude::*;

use crate::dataset::Home;
use crate::domain::date::When;
use crate::domain::id::PresidencyId;
use crate::domain::keyed::Keyed;
use crate::domain::measure::{Commitment, Event, Locator, Outcome};
use crate::domain::status::EventKind;
use crate::query;
use crate::route::Page;
use crate::timeline::Glyph;
use crate::ui::Viewer;
use crate::ui::parts::{BodyNames, CiteButton, DocumentNames, Evidence, Explained, HomeLink, PageLink, Ties};

/// Something that happened.
#[component]
pub fn EventLine(
    /// What happened.
    event: &'static Event,
    /// Where it stands, to say so with a link; nothing on the page where it stands.
    #[prop(optional)]
    home: Option<Home>,
) -> impl IntoView {
    let is_planned = event.is_planned(Viewer::here().day.get_untracked());
    view! {
        <li class="fact" id=event.id.as_str() tabindex="-1" data-planned=is_planned.then_some("")>
            <p class="fact-date"><Moment when=event.when words=event.date_text.as_deref() none="no date" /></p>
            <FactMark shape=Glyph::of(event.kind) is_planned />
            <div class="fact-body">
                <p class="fact-text"><Explained text=event.text.as_str() /></p>
                <p class="fact-details">
                    {is_planned.then(|| view! { <span class="planned">"planned"</span> })}
                    <span>{event.kind.label()}</span>
                    <PresidencyOf named=event.presidency.as_ref() when=event.when />
                    {(!event.documents.is_empty()).then(|| view! { <span><DocumentNames ids=&event.documents /></span> })}
                    {home.map(|home| view! { <span><HomeLink home fact=event.id.to_string() /></span> })}
                    <Place locator=&event.locator />
                    <CiteButton id=event.id.as_str() />
                </p>
                <Ties id=event.id.as_str() />
                <Note note=event.note.as_deref() />
            </div>
        </li>
    }
}

/// Something that somebody was to do.
#[component]
pub fn CommitmentLine(
    /// What was to be done.
    commitment: &'static Commitment,
    /// Where it stands, to say so with a link; nothing on the page where it stands.
    #[prop(optional)]
    home: Option<Home>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let (dataset, day) = (viewer.dataset, viewer.day.get_untracked());
    let state = dataset.state(commitment, day);
    let outcome = dataset.known_outcome(commitment, day);
    let done = outcome.and_then(|outcome| outcome.date);
    let slip = dataset.delivery(commitment, day).in_words();
    let later = dataset.put_off_to(commitment, day);
    let word = if commitment.due.is_some() { "now" } else { "planned for" };
    view! {
        <li class="fact" id=commitment.id.as_str() tabindex="-1" data-outcome=state.key()>
            <p class="fact-date"><Moment when=commitment.due words=commitment.due_text.as_deref() none="no date" /></p>
            <FactMark shape=Glyph::Flag is_planned={!state.is_done()} />
            <div class="fact-body">
                <p class="fact-text"><Explained text=commitment.text.as_str() /></p>
                <p class="fact-details">
                    <span>"owner " <BodyNames ids=&commitment.owners /></span>
                    <span class="outcome" data-outcome=state.key()>
                        {state.label()}
                        {done.map(|date| format!(", {}", date.in_words()))}
                        {later.map(|later| format!(", {word} {}", later.in_words()))}
                    </span>
                    {slip.map(|slip| view! { <span class="slip">{slip}</span> })}
                    <PresidencyOf named=commitment.presidency.as_ref() when=commitment.due />
                    {(!commitment.documents.is_empty())
                        .then(|| view! { <span><DocumentNames ids=&commitment.documents /></span> })}
                    {home.map(|home| view! { <span><HomeLink home fact=commitment.id.to_string() /></span> })}
                    <Place locator=&commitment.locator />
                    <CiteButton id=commitment.id.as_str() />
                </p>
                {outcome.map(|outcome| view! {
                    <p class="fact-reason"><Reason outcome is_state_of_day=state == outcome.state /></p>
                })}
                <Ties id=commitment.id.as_str() evidence=&commitment.outcome.evidence />
                <Note note=commitment.note.as_deref() />
            </div>
        </li>
    }
}

/// From what an outcome follows, and what shows it.
#[component]
pub fn Reason(
    /// The outcome, as the edition reports it.
    outcome: &'static Outcome,
    /// Whether it stands so on the day that is told, too; otherwise the words are of the edition's date.
    is_state_of_day: bool,
) -> impl IntoView {
    let reported = (!is_state_of_day).then(|| format!("At {}: ", Viewer::here().status_date()));
    view! { {reported} <Explained text=outcome.text.as_str() /> <Evidence ids=&outcome.evidence /> }
}

/// A date in prose, with the source's own words where they say more.
#[component]
fn Moment(
    /// The date, where there is one.
    when: Option<When>,
    /// The source's words.
    words: Option<&'static str>,
    /// What stands there when there is neither.
    none: &'static str,
) -> impl IntoView {
    let date = when.map(|when| view! { <time datetime=when.datetime()>{when.in_words()}</time> });
    let words = words.map(|words| match when {
        Some(_) => view! { <span class="source-words">"“" {words} "”"</span> }.into_any(),
        None => view! { "“" {words} "”" }.into_any(),
    });
    let none = (date.is_none() && words.is_none()).then_some(none);
    view! { {date} {words} {none} }
}

/// The Presidency to which a fact belongs, and whether the text says so or only the date.
#[component]
fn PresidencyOf(
    /// The one that the text names.
    named: Option<&'static PresidencyId>,
    /// The fact's date.
    when: Option<When>,
) -> impl IntoView {
    let viewer = Viewer::here();
    let rota = &viewer.dataset.rota;
    let named = named
        .and_then(|id| rota.get(id.as_str()))
        .map(|presidency| (presidency, "named in the text"));
    let dated = || {
        when.and_then(|when| rota.during(when.period()))
            .map(|presidency| (presidency, "by date"))
    };
    named.or_else(dated).map(|(presidency, grounds)| {
        let name = || presidency.title();
        let has_brief = query::briefed(viewer.dataset, viewer.index).contains(&presidency);
        let name = match has_brief {
            true => {
                let page = Page::Presidency(Some(presidency.id.clone()));
                view! { <PageLink page>{name()}</PageLink> }.into_any()
            }
            false => name().into_any(),
        };
        view! { <span>{name} " (" {grounds} ")"</span> }
    })
}

/// Where the line stands in the source.
#[component]
fn Place(
    /// Section and page.
    locator: &'static Locator,
) -> impl IntoView {
    let how = locator
        .page_counted
        .then_some("The page was counted between the printed page numbers.");
    view! { <span title=how>{locator.in_words()}</span> }
}

/// The editor's remark.
#[component]
fn Note(
    /// The remark, where there is one.
    note: Option<&'static str>,
) -> impl IntoView {
    note.map(|note| view! { <p class="editor-note"><b>"Editor’s note. "</b> <Explained text=note /></p> })
}

/// The mark of an event; what it shows is also said in words beside it.
#[component]
pub fn EventMark(
    /// What kind of event it is.
    kind: EventKind,
    /// Whether it is drawn hollow.
    is_planned: bool,
) -> impl IntoView {
    view! { <FactMark shape=Glyph::of(kind) is_planned /> }
}

/// The mark before a fact; what it shows is also said in words beside it.
#[component]
fn FactMark(
    /// Its shape.
    shape: Glyph,
    /// Whether it is drawn hollow.
    is_planned: bool,
) -> impl IntoView {
    view! {
        <svg class="fact-mark" class:is-planned=is_planned viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d=shape.path() />
        </svg>
    }
}
