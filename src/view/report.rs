//! One section of a general report: what it reports beyond the measures.

use crate::dataset::{Home, Record};
use crate::domain::id::MeasureId;
use crate::domain::measure::{Measure, Report};
use crate::domain::priority_color::PriorityColor;
use crate::route::{Page, Route};
use crate::view::{
    ChangesView, Context, LineView, Link, ListPart, MeasureLine, Pace, PartLink, PartsView, SinceView, TrailView,
};
use crate::words::{names, report as words};

/// One section of a general report, as its page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// The id by which links name it.
    pub id: String,
    /// Its address: `/report/money`.
    pub address: String,
    /// The colour of the priority that it is about.
    pub color: Option<PriorityColor>,
    /// `General report of 5618/20`.
    pub kicker: String,
    /// Its heading.
    pub title: String,
    /// The way to it; none in the app, where it stands above every page.
    pub trail: Option<TrailView>,
    /// All sections of the same report, each with whether it is this one; none in the record, which has them in its contents.
    pub sections: Vec<(Link, bool)>,
    /// What these are.
    pub list_label: String,
    /// What happened, in order of time.
    pub facts: Vec<LineView>,
    /// What was to follow, in order of time.
    pub follow_up: Vec<LineView>,
    /// What public pages report since; nothing where nothing was looked for.
    pub since: Option<SinceView>,
    /// The visible measures of the same source under its priority; none in the record.
    pub measures: Vec<MeasureLine>,
    /// Which part.
    pub measure_list: ListPart,
}

impl ReportView {
    /// The ways to its parts, and to what is different between two editions.
    pub fn parts(&self, changes: Option<&ChangesView>) -> PartsView {
        let [facts, follow_up] = words::SECTIONS;
        let lines = [
            PartLink::new("facts", facts, self.facts.len()),
            PartLink::new("follow-up", follow_up, self.follow_up.len()),
        ];
        let since = self.since.as_ref().map(SinceView::part);
        let measures = PartLink::new("measures", words::MEASURES, self.measure_list.count);
        let changes = changes.map(ChangesView::part);
        PartsView::of(lines.into_iter().chain(since).chain(changes).chain([measures]))
    }
}

impl Context<'_> {
    /// The section of a general report at that place of the dataset.
    pub fn report(&self, place: usize) -> ReportView {
        let report = &self.dataset.reports[place];
        let home = Home::Report(place);
        let of_source = self.dataset.source(&report.source);
        let called = self.dataset.vocabulary.say(names::GENERAL_REPORT_HEADING);
        let kicker = of_source.map(|source| names::report_of(&called, &source.number));
        let events = self.dataset.events_in_time(home).into_iter();
        let facts = events.map(|event| self.line_of_report(Record::Event(event), &event.measures));
        let facts = facts.collect();
        let commitments = self.dataset.commitments_in_time(home).into_iter();
        let follow_up = commitments.map(|it| self.line_of_report(Record::Commitment(it), &it.measures));
        let follow_up = follow_up.collect();
        let since = self.since(home);
        let measures = self.measures_under(report);
        let measure_list = self.list("measures".to_owned(), measures.len(), Pace::LINES, None);
        let measures = measures[measure_list.lines.clone()].iter();
        ReportView {
            id: report.id.to_string(),
            address: Route::to(self.page_of(home), None).to_fragment(),
            color: report
                .priority
                .as_ref()
                .and_then(|id| self.dataset.priority_color(id.as_str())),
            kicker: kicker.unwrap_or(called),
            title: report.title.clone(),
            trail: self
                .trail(&Route::to(self.page_of(home), None), None)
                .filter(|_| self.is_record),
            sections: self.sections_with(report),
            list_label: self.dataset.vocabulary.say(words::LIST),
            facts,
            follow_up,
            since,
            measures: measures.map(|place| self.measure_line(*place)).collect(),
            measure_list,
        }
    }

    /// A line on the page of its section, with the measures that it concerns.
    fn line_of_report(&self, record: Record<'_>, measures: &[MeasureId]) -> LineView {
        LineView {
            concerns: self.measures(measures),
            ..self.line(record, None)
        }
    }

    fn sections_with(&self, report: &Report) -> Vec<(Link, bool)> {
        let sections = self
            .dataset
            .reports
            .iter()
            .filter(|other| other.source == report.source);
        let link = |other: &Report| self.link(Page::Report(other.id.clone()), other.title.as_str());
        sections.map(|other| (link(other), other.id == report.id)).collect()
    }

    /// The places of the measures of the same source under its priority.
    fn measures_under(&self, report: &Report) -> Vec<usize> {
        let measures = self.dataset.measures.iter().enumerate().filter(|_| !self.is_record);
        let is_under =
            |measure: &Measure| measure.source == report.source && Some(&measure.priority) == report.priority.as_ref();
        let measures = measures.filter(|(_, measure)| is_under(measure));
        measures.map(|(place, _)| place).collect()
    }
}
