//! What the words find besides what a view lists, as a short list by kind.

use crate::dataset::{Home, Record};
use crate::domain::body::Body;
use crate::domain::document::Document;
use crate::domain::id::LineId;
use crate::domain::later::{CitedDocument, LaterFact};
use crate::query::{OtherHits, Query, Segment, cut, everywhere, excerpt};
use crate::route::{Page, Route};
use crate::view::{Context, Link, ListPart};
use crate::words::{counts, other_hits as words};

/// How many hits of each kind are shown before the list is unfolded.
const FIRST: usize = 3;

/// The other hits by kind, and what else may have been meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherHitsView {
    /// Over the list.
    pub heading: &'static str,
    /// The kinds of which there are any.
    pub kinds: Vec<HitKindView>,
    /// The same search with another spelling of a word, where nothing is found as it was typed.
    pub correction: Option<Link>,
}

/// The hits of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HitKindView {
    /// How many there are of what: `5 documents`.
    pub title: String,
    /// The visible ones.
    pub hits: Vec<HitView>,
    /// Which these are.
    pub list: ListPart,
    /// The view that lists all of them.
    pub all: Option<Link>,
}

/// A hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HitView {
    /// The way to it.
    pub link: Link,
    /// The text of that link, with what is looked for marked.
    pub name: Vec<Segment>,
    /// The text around the hit, where the name does not show it.
    pub text: Vec<Segment>,
}

impl Context<'_> {
    /// What else was found; `count` is how much the view lists.
    pub fn other_hits(&self, hits: &OtherHits<'_>, now: &Route, count: usize) -> OtherHitsView {
        let all = |page| {
            let query = everywhere(&now.query);
            let route = Route {
                page,
                query,
                ..Route::default()
            };
            Some(Link {
                text: words::ALL.to_owned(),
                route,
            })
        };
        let kinds = [
            self.kind(0, &hits.measures, all(Page::Table), |place| self.measure_hit(*place)),
            self.kind(1, &hits.lines, None, |(home, line)| self.line_hit(*home, *line)),
            self.kind(2, &hits.later, all(Page::Since), |(home, fact)| {
                self.later_hit(*home, fact)
            }),
            self.kind(3, &hits.commitments, all(Page::Commitments), |place| {
                self.commitment_hit(*place)
            }),
            self.kind(4, &hits.documents, all(Page::Documents), |place| {
                self.document_hit(*place)
            }),
            self.kind(5, &hits.bodies, None, |place| self.body_hit(*place)),
            self.kind(6, &hits.terms, None, |place| self.term_hit(*place)),
        ];
        let is_alone = count == 0;
        let is_unknown = is_alone && hits.count() == 0;
        let corrected = is_unknown.then(|| now.query.corrected(self.index)).flatten();
        OtherHitsView {
            heading: if is_alone { words::HEADING_ALONE } else { words::HEADING },
            kinds: kinds.into_iter().flatten().collect(),
            correction: corrected.map(|text| Link {
                text: text.clone(),
                route: Route {
                    query: Query {
                        text,
                        ..now.query.clone()
                    },
                    ..now.clone()
                },
            }),
        }
    }

    fn kind<Hit>(
        &self,
        kind: usize,
        hits: &[Hit],
        all: Option<Link>,
        view: impl Fn(&Hit) -> HitView,
    ) -> Option<HitKindView> {
        if hits.is_empty() {
            return None;
        }
        let list = self.folded_list(format!("other-hits-{kind}"), hits.len(), FIRST);
        Some(HitKindView {
            title: self
                .dataset
                .vocabulary
                .say(&counts::count(hits.len(), words::KINDS[kind])),
            hits: hits[list.lines.clone()].iter().map(view).collect(),
            list,
            all,
        })
    }

    /// A link with what is looked for marked, and the text where the link does not show it.
    fn hit(&self, link: Link, text: &str) -> HitView {
        let name = self.marked(&link.text);
        let text = if text.is_empty() {
            Vec::new()
        } else {
            self.marked(&cut(text, self.words))
        };
        HitView { link, name, text }
    }

    fn measure_hit(&self, place: usize) -> HitView {
        let measure = &self.dataset.measures[place];
        let home = Home::Measure(place);
        let text = excerpt(measure, self.dataset, self.words).map(|excerpt| excerpt.text);
        let mut lines = self.dataset.records_of(home);
        let line = lines.find(|line| self.words.iter().all(|term| term.is_in(line.text())));
        let fact: Option<LineId> = text.as_ref().and(line).map(|line| line.id().clone());
        self.hit(
            self.link_to_line(self.page_of(home), fact, self.name_of(home)),
            text.as_deref().unwrap_or_default(),
        )
    }

    fn line_hit(&self, home: Home, line: Option<Record<'_>>) -> HitView {
        match line {
            Some(line) => self.hit(self.home_link(home, line.id()), self.text_with_hit(line)),
            None => self.hit(self.page_link(home), ""),
        }
    }

    /// The text, the note, the source's words for the time, or the name of a body or document of a line: what has the most of what
    /// is looked for.
    fn text_with_hit<'l>(&'l self, line: Record<'l>) -> &'l str {
        let bodies = line
            .bodies()
            .filter_map(|id| self.dataset.body(id))
            .flat_map(Body::names);
        let documents = line.documents().iter().filter_map(|id| self.dataset.document(id));
        let others = line.note().into_iter().chain(line.date_text()).chain(bodies);
        self.most_found(line.text(), others.chain(documents.flat_map(Document::names)))
    }

    /// The first text, or the other one in which most of what is looked for is found.
    fn most_found<'t>(&self, first: &'t str, others: impl Iterator<Item = &'t str>) -> &'t str {
        let mut best = (self.found_in(first), first);
        for text in others {
            let found = self.found_in(text);
            if best.0 < found {
                best = (found, text);
            }
        }
        best.1
    }

    fn found_in(&self, text: &str) -> usize {
        self.words.iter().filter(|term| term.is_in(text)).count()
    }

    /// A later fact, by its measure or section; it shows what has the most of what is looked for.
    fn later_hit(&self, home: Home, fact: &LaterFact) -> HitView {
        let outcomes = fact.about.iter().filter_map(|about| about.outcome.as_ref());
        let outcomes = outcomes.map(|outcome| outcome.text.as_str());
        let titles = fact.documents.iter().filter_map(|cited| match cited {
            CitedDocument::Known(_) => None,
            CitedDocument::Other(other) => other.title.as_deref().or(other.number.as_deref()),
        });
        let pages = fact.evidence.iter().map(|page| page.publisher.as_str());
        let others = fact
            .note
            .as_deref()
            .into_iter()
            .chain(outcomes)
            .chain(titles)
            .chain(pages);
        self.hit(self.home_link(home, &fact.id), self.most_found(&fact.text, others))
    }

    fn commitment_hit(&self, place: usize) -> HitView {
        let entry = self.index.commitment(place);
        let commitment = &self.dataset.commitments(entry.home)[entry.place];
        let outcome = self
            .dataset
            .known_outcome(commitment, self.day)
            .map(|outcome| outcome.text.as_str());
        let is_hit = |text: &&str| self.words.iter().any(|term| term.is_in(text));
        let text = outcome.filter(is_hit).unwrap_or(&commitment.text);
        self.hit(self.home_link(entry.home, &commitment.id), text)
    }

    fn document_hit(&self, place: usize) -> HitView {
        let document = &self.dataset.documents[place];
        let link = self.link(Page::Document(document.id.clone()), document.name());
        self.hit(
            link,
            document
                .number
                .as_ref()
                .and(document.title.as_deref())
                .unwrap_or_default(),
        )
    }

    fn body_hit(&self, place: usize) -> HitView {
        let body = &self.dataset.bodies[place];
        let name = Some(body.name.as_str()).filter(|name| *name != body.short);
        self.hit(
            self.link(Page::Body(body.id.clone()), body.short.as_str()),
            name.unwrap_or_default(),
        )
    }

    /// A term has no page: its link looks for it.
    fn term_hit(&self, place: usize) -> HitView {
        let term = &self.dataset.glossary[place];
        let query = Query {
            text: term.term.clone(),
            as_of: self.linked_day(),
            ..Query::default()
        };
        let link = Link {
            text: term.term.clone(),
            route: Route::table(everywhere(&query)),
        };
        self.hit(link, &term.meaning)
    }
}
