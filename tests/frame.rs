//! The tabs above every page, and the way from them to it.

use iss_followup::domain::id::{BodyId, DocumentId, MeasureId, ReportId};
use iss_followup::query::neighbours;
use iss_followup::render::html::{self, Medium};
use iss_followup::route::{Page, Route};
use iss_followup::view::{Context, Here, TrailView};

use crate::asked::index;
use crate::shipped;

fn context() -> Context<'static> {
    let dataset = shipped::dataset();
    Context::new(dataset, index(), dataset.edition.status_date, &[])
}

fn route(fragment: &str) -> Route {
    Route::from_fragment(fragment).0
}

/// The tab that is marked on a page, and how.
fn marked(fragment: &str) -> Option<(String, Here)> {
    let tabs = context().tabs(&route(fragment));
    let mut marked = tabs.into_iter().filter_map(|tab| Some((tab.key, tab.here?)));
    let found = marked.next();
    assert_eq!(marked.next(), None, "two tabs of {fragment}");
    found
}

fn trail(fragment: &str) -> Option<TrailView> {
    context().trail(&route(fragment), None)
}

/// A trail as it is read, and where its links lead.
fn read(fragment: &str) -> (String, Vec<String>) {
    let trail = trail(fragment).expect("a trail");
    let priority = trail.priority.iter().map(|(_, link)| link);
    let links: Vec<_> = std::iter::once(&trail.view).chain(priority).collect();
    let names = links.iter().map(|link| link.text.as_str()).chain(trail.here.as_deref());
    let names = names.collect::<Vec<_>>().join(" › ");
    (names, links.iter().map(|link| link.route.to_fragment()).collect())
}

#[test]
fn every_page_has_the_same_tabs_with_the_selection() {
    for page in [
        "/table",
        "/measure/31",
        "/document/st-9727-2019",
        "/body/europol",
        "/report/money",
        "/since",
        "/slips",
        "/your-data",
        "/about",
    ] {
        let tabs = context().tabs(&route(&format!("{page}?presidency=HR&density=compact")));
        let leads = tabs.iter().map(|tab| tab.link.route.to_fragment()).collect::<Vec<_>>();
        assert_eq!(
            leads,
            [
                "/table?density=compact&presidency=HR",
                "/timeline?density=compact&presidency=HR",
                "/presidency?density=compact&presidency=HR",
                "/commitments?density=compact&presidency=HR",
                "/actors?density=compact&presidency=HR",
                "/documents?density=compact&presidency=HR",
                "/report/introduction?density=compact&presidency=HR",
            ],
            "{page}"
        );
        assert_eq!(tabs.last().map(|tab| tab.link.text.as_str()), Some("General report"));
    }
}

#[test]
fn a_tab_says_that_the_reader_is_there_or_within() {
    let at = |key: &str| Some((key.to_owned(), Here::AtIt));
    let within = |key: &str| Some((key.to_owned(), Here::Within));
    assert_eq!(marked("/table?q=sis"), at("table"));
    assert_eq!(marked("/presidency/HR"), at("presidency"));
    assert_eq!(marked("/measure/31"), within("table"));
    assert_eq!(marked("/document/st-9727-2019"), within("documents"));
    assert_eq!(marked("/body/europol"), within("actors"));
    assert_eq!(marked("/report/introduction"), at("report"));
    assert_eq!(marked("/report/money"), within("report"));
    assert_eq!(marked("/since"), within("commitments"));
    assert_eq!(marked("/slips"), within("actors"));
    assert_eq!(marked("/your-data"), None);
    assert_eq!(marked("/about"), None);
    let tabs = html::tabs(&context().tabs(&route("/measure/31"))).into_string();
    assert!(
        tabs.contains("<a href=\"#/table\" aria-current=\"true\" data-tab=\"table\">Table</a>"),
        "{tabs}"
    );
}

#[test]
fn a_trail_leads_back_and_keeps_the_selection() {
    let is = |fragment: &str, names: &str, links: &[&str]| {
        assert_eq!(
            read(fragment),
            (names.to_owned(), links.iter().map(|link| (*link).to_owned()).collect())
        );
    };
    is(
        "/measure/31",
        "Measures › Information exchange › 31",
        &["/table", "/table?priority=information-exchange"],
    );
    // A link without a selection keeps the reader's; one with a priority has all of it.
    is(
        "/measure/31?presidency=HR&priority=borders&sort=latest",
        "Measures › Information exchange › 31",
        &[
            "/table",
            "/table?presidency=HR&priority=information-exchange&sort=latest",
        ],
    );
    is("/document/st-9727-2019", "Documents › 9727/19", &["/documents"]);
    is("/body/europol?presidency=HR", "Actors › Europol", &["/actors"]);
    is(
        "/report/cybercrime",
        "General report › Cybercrime",
        &["/report/introduction"],
    );
    is("/since", "Commitments › Since then", &["/commitments"]);
    is("/slips?system=ees", "Actors › Promised against said", &["/actors"]);
    is("/your-data", "ISS Follow-up › Make your own", &["/table"]);
    is("/about", "ISS Follow-up › About", &["/table"]);
    is("/measure/999", "Measures", &["/table"]);
    is("/document/nothing", "Documents", &["/documents"]);
    for view in &Page::VIEWS {
        assert_eq!(context().trail(&Route::to(view.clone(), None), None), None);
    }
}

#[test]
fn everything_has_a_trail_that_ends_at_it() {
    let dataset = shipped::dataset();
    let pages = dataset
        .measures
        .iter()
        .map(|it| Page::Measure(MeasureId::new(it.id.as_str())));
    let pages = pages.chain(
        dataset
            .documents
            .iter()
            .map(|it| Page::Document(DocumentId::new(it.id.as_str()))),
    );
    let pages = pages.chain(dataset.bodies.iter().map(|it| Page::Body(BodyId::new(it.id.as_str()))));
    let pages = pages.chain(
        dataset
            .reports
            .iter()
            .map(|it| Page::Report(ReportId::new(it.id.as_str()))),
    );
    for page in pages {
        let is_measure = matches!(page, Page::Measure(_));
        let trail = context().trail(&Route::to(page.clone(), None), None).expect("a trail");
        assert!(trail.here.is_some_and(|here| !here.is_empty()), "{page:?}");
        assert_eq!(trail.priority.is_some(), is_measure, "{page:?}");
    }
}

#[test]
fn a_trail_on_the_screen_has_the_neighbours_and_marks_the_page() {
    let dataset = shipped::dataset();
    let place = dataset.measure_place(&MeasureId::new("31")).expect("a measure");
    let neighbours = neighbours(&[(None, vec![place - 1, place])], place, dataset.measures.len());
    let trail = context()
        .trail(&route("/measure/31"), Some(&neighbours))
        .expect("a trail");
    let on_screen = html::trail(&trail, Medium::App).into_string();
    assert!(
        on_screen.starts_with("<nav class=\"trail\" aria-label=\"Breadcrumb\">"),
        "{on_screen}"
    );
    assert!(
        on_screen.contains("<span aria-current=\"page\">31</span>"),
        "{on_screen}"
    );
    assert!(on_screen.contains("<span>2 of 2</span>"), "{on_screen}");
    let recorded = html::trail(&self::trail("/measure/31").expect("a trail"), Medium::Record).into_string();
    assert_eq!(
        recorded,
        "<div class=\"trail\"><p><a href=\"#/table\">Measures</a> › <span>Information exchange</span> › <span>31</span></p></div>"
    );
}

#[test]
fn without_a_general_report_there_is_no_tab_for_it() {
    let mut dataset = shipped::dataset().clone();
    dataset.reports.clear();
    let day = dataset.edition.status_date;
    let context = Context::new(&dataset, index(), day, &[]);
    assert_eq!(context.tabs(&Route::default()).len(), Page::VIEWS.len());
}
