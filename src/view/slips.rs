//! Slip charts, each with the list that says the same: what was promised of an information system, by when and by whom.

use crate::chart::{Ink, SlipChart, slip_axis, slip_sheet, stated_by};
use crate::domain::body::Body;
use crate::domain::date::{Day, PartialDate, When};
use crate::domain::keyed::Keyed;
use crate::query::{self, Promise, Slips, Statement, StatementLine};
use crate::route::Page;
use crate::timeline::Axis;
use crate::view::{Context, Link, PageView, PartLink, PartsView};
use crate::words::slips as words;

/// The slip charts of all information systems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipsView {
    /// Of which sources the dates are; none where there is only one.
    pub sources: Option<String>,
    /// What was known on which day, and the way to what is known today where another day is shown.
    pub known: KnownView,
    /// The charts: the one with most dates first.
    pub charts: Vec<SlipChartView>,
    /// The systems without one.
    pub without: Vec<Link>,
}

/// `Shown is what was known on 3 February 2020.`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownView {
    /// That sentence.
    pub words: String,
    /// The last day of which anything is known, where another is shown: `As known, 29 Nov 2026`.
    pub as_known: Option<(Day, String)>,
}

/// The slip chart of one system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipChartView {
    /// The id of the system.
    pub key: String,
    /// The way to its page.
    pub system: Link,
    /// Its full name, where that is another.
    pub name: Option<String>,
    /// The drawing as SVG.
    pub drawing: String,
    /// What was promised, by the numbers of the drawing.
    pub promises: Vec<PromiseView>,
    /// What else was put into service.
    pub launched: Vec<SaidView>,
}

/// One thing that was promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseView {
    /// What was to come.
    pub of: String,
    /// What became of it: `put off 9 times, came 72 months after the first date`.
    pub course: String,
    /// Each date, and when it came, in order of time.
    pub lines: Vec<SaidView>,
}

/// A date that was promised, or when something came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidView {
    /// When it was said, or when it came, for machines and for readers.
    pub on: (Option<String>, String),
    /// By when it was to come; none where it came.
    pub due: Option<String>,
    /// How much later that is than the date before: `3 months later`.
    pub moved: Option<String>,
    /// The line that says so.
    pub line: Link,
    /// The public page that says so.
    pub page: Option<PageView>,
}

impl SlipsView {
    /// The ways to its charts.
    pub fn parts(&self) -> PartsView {
        let part = |chart: &SlipChartView| PartLink::new(chart.heading_id(), chart.system.text.as_str(), None);
        PartsView::of(self.charts.iter().map(part))
    }
}

impl SlipChartView {
    /// The id of its heading.
    pub fn heading_id(&self) -> String {
        format!("slips-{}", self.key)
    }
}

impl Context<'_> {
    /// The slip charts of all information systems, on the same years.
    pub fn slips(&self) -> SlipsView {
        let all = query::all_slips(self.day, self.dataset);
        let axis = slip_axis(&all, self.day);
        let charts = all.iter().filter_map(|slips| Some(self.slip_chart(slips, axis?)));
        let systems = self.dataset.bodies.iter().filter(|body| body.is_system());
        let without = systems.filter(|body| all.iter().all(|slips| slips.system.id != body.id));
        SlipsView {
            sources: self.all_documents().map(|documents| words::of_sources(&documents)),
            known: self.known(),
            charts: charts.collect(),
            without: without
                .map(|body| self.link(Page::Body(body.id.clone()), body.short.as_str()))
                .collect(),
        }
    }

    /// The slip chart of one body, on years of its own; none where nothing was promised of it.
    pub fn slips_of(&self, body: &Body) -> Option<SlipChartView> {
        if !body.is_system() {
            return None;
        }
        let slips = query::slips(body, self.day, self.dataset);
        let axis = slip_axis([&slips], self.day)?;
        (!slips.promises.is_empty()).then(|| self.slip_chart(&slips, axis))
    }

    /// The charts of all systems, or of one, as a file; none where there is nothing to draw.
    pub fn slip_file(&self, body: Option<&Body>) -> Option<String> {
        let all = match body {
            Some(body) => vec![query::slips(body, self.day, self.dataset)],
            None => query::all_slips(self.day, self.dataset),
        };
        let axis = slip_axis(&all, self.day)?;
        let charts: Vec<_> = all.iter().map(|slips| self.drawing(slips, axis, Ink::File)).collect();
        let title = body.map_or_else(|| words::HEADING.to_owned(), |body| words::titled(&body.short));
        let source = words::source(&self.dataset.source_in_words(), &self.day_of_slips());
        slip_sheet(&charts, &title, &source)
    }

    /// What is known on the day that is shown.
    pub fn known(&self) -> KnownView {
        let later = self.as_known().filter(|known| self.day < *known);
        KnownView {
            words: words::known(&self.day_of_slips()),
            as_known: later.map(|day| (day, words::as_known(&PartialDate::of_day(day).in_short()))),
        }
    }

    fn day_of_slips(&self) -> String {
        PartialDate::of_day(self.day).in_words()
    }

    fn drawing<'s>(&'s self, slips: &'s Slips<'s>, axis: Axis, ink: Ink) -> SlipChart<'s> {
        SlipChart {
            slips,
            axis,
            as_of: self.day,
            dataset: self.dataset,
            ink,
        }
    }

    fn slip_chart(&self, slips: &Slips<'_>, axis: Axis) -> SlipChartView {
        let system = slips.system;
        let label = words::chart(&system.short, slips.count(), slips.promises.len());
        SlipChartView {
            key: system.id.to_string(),
            system: self.link(Page::Body(system.id.clone()), system.short.as_str()),
            name: Some(system.name.clone()).filter(|name| *name != system.short),
            drawing: self.drawing(slips, axis, Ink::Page).svg(&label),
            promises: slips.promises.iter().map(|promise| self.promise(promise)).collect(),
            launched: slips
                .launched
                .iter()
                .map(|statement| self.said(statement, None, None))
                .collect(),
        }
    }

    fn promise(&self, promise: &Promise<'_>) -> PromiseView {
        let mut before: Option<When> = None;
        let line = |(statement, due): (Statement<'_>, Option<When>)| {
            let last = due.and_then(|due| before.replace(due));
            let moved = last.zip(due).map(|(before, due)| {
                let amount = query::slip(before, due);
                amount.map_or_else(|| words::NOT_LATER.to_owned(), |amount| words::later(&amount))
            });
            self.said(&statement, due, moved)
        };
        PromiseView {
            of: query::cut(promise.of, &[]),
            course: words::course(promise.times_put_off(), promise.slip().as_deref(), promise.has_come()),
            lines: promise.lines().into_iter().map(line).collect(),
        }
    }

    /// Who says something, as what: `put off, JHA Council`.
    pub(super) fn stated_by(&self, statement: &Statement<'_>) -> String {
        match statement.by {
            StatementLine::Later(fact) => {
                let who = fact.bodies.first().and_then(|id| self.dataset.body(id));
                words::told(fact.date_meaning.label(), who.map(|body| body.short.as_str()))
            }
            StatementLine::Record(_) => stated_by(statement, self.dataset),
        }
    }

    fn said(&self, statement: &Statement<'_>, due: Option<When>, moved: Option<String>) -> SaidView {
        let page = match statement.by {
            StatementLine::Later(fact) => fact.evidence.first().map(PageView::of),
            StatementLine::Record(_) => None,
        };
        let text = self.stated_by(statement);
        SaidView {
            on: (statement.on.datetime(), statement.on.in_short()),
            due: due.map(When::in_short),
            moved,
            line: self.link_to_line(self.page_of(statement.home), Some(statement.by.id().clone()), text),
            page,
        }
    }
}
