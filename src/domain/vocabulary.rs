//! What a dataset calls things, and what it says of itself: the page takes these words from the data, or else its own.

use crate::domain::body::BodyKind;
use crate::domain::keyed::{Keyed, keyed};
use crate::domain::status::{OutcomeState, Status};
use crate::words::vocabulary as words;

keyed! {
    /// What has a name or a text of its own.
    Wording, words::ONE {
        /// The page.
        Name = "name";
        /// What short codes begin with.
        Code = "code";
        /// What the empty search box names as examples of what it takes.
        Examples = "examples";
        /// What is followed up.
        Subject = "subject";
        /// The leading document of the edition, as it is cited.
        Edition = "edition";
        /// All sources in a line, for paper and files.
        Sources = "sources";
        /// What search engines say of the page.
        Description = "description";
        /// What the page is, in a few sentences.
        Summary = "summary";
        /// What is said below every page.
        Disclaimer = "disclaimer";
        /// A term of the rota, such as a Presidency, a quarter or a government.
        Period = "period";
        /// Several terms that belong together.
        PeriodGroup = "period-group";
        /// What a source reports outside its measures.
        Report = "report";
        /// How the data were compiled; one row for each paragraph.
        Making = "making";
        /// How later facts were found; one row for each paragraph.
        LaterFacts = "later-facts";
        /// How outcomes were decided; one row for each paragraph.
        Deciding = "deciding";
        /// From where the periods are known.
        PeriodSource = "period-source";
        /// Who made the data.
        Editors = "editors";
        /// Under which licence the data may be used: the SPDX name of one, or of several with OR between them, or an address.
        License = "licence";
        /// What the data are about, for catalogues; separated by semicolons.
        Keywords = "keywords";
        /// The status `proposed`.
        Proposed = "status-proposed";
        /// The status `negotiating`.
        Negotiating = "status-negotiating";
        /// The status `blocked`.
        Blocked = "status-blocked";
        /// The status `adopted`.
        Adopted = "status-adopted";
        /// The status `implementing`.
        Implementing = "status-implementing";
        /// The status `continuous`.
        Continuous = "status-continuous";
        /// The status `completed`.
        Completed = "status-completed";
        /// The outcome `open`.
        Open = "outcome-open";
        /// The outcome `overdue`.
        PastDue = "outcome-overdue";
        /// The outcome `met`.
        Met = "outcome-met";
        /// The outcome `met-late`.
        MetLate = "outcome-met-late";
        /// The outcome `changed`.
        Changed = "outcome-changed";
        /// The outcome `dropped`.
        Dropped = "outcome-dropped";
        /// The outcome `not-met`.
        NotMet = "outcome-not-met";
        /// The outcome `continuing`.
        Continuing = "outcome-continuing";
        /// The outcome `unknown`.
        Unknown = "outcome-unknown";
        /// The kind of body `agency`.
        Agency = "body-agency";
        /// The kind of body `institution`.
        Institution = "body-institution";
        /// The kind of body `presidency`.
        Presidency = "body-presidency";
        /// The kind of body `working-party`.
        WorkingParty = "body-working-party";
        /// The kind of body `office`.
        Office = "body-office";
        /// The kind of body `network`.
        Network = "body-network";
        /// The kind of body `programme`.
        Programme = "body-programme";
        /// The kind of body `international`.
        International = "body-international";
        /// The kind of body `member-state`.
        MemberState = "body-member-state";
        /// The kind of body `partner`.
        Partner = "body-partner";
        /// The kind of body `information-system`.
        InformationSystem = "body-information-system";
    }
}

impl Wording {
    /// Whether it is a text, which may have several paragraphs, and not a name.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Making | Self::LaterFacts | Self::Deciding)
    }
}

/// The words of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// In the order in which they are given: what, one of it, and several.
    given: Vec<(Wording, String, Option<String>)>,
    edition: String,
}

impl Vocabulary {
    /// The words that an edition gives; what it does not name is called by `id` and the page's own words.
    pub fn new(id: &str, given: Vec<(Wording, String, Option<String>)>) -> Self {
        Self {
            given,
            edition: id.to_owned(),
        }
    }

    fn given(&self, what: Wording) -> Option<&(Wording, String, Option<String>)> {
        self.given.iter().find(|(given, _, _)| *given == what)
    }

    /// What one of it is called; empty where neither the data nor the page has a word.
    pub fn one(&self, what: Wording) -> &str {
        match self.given(what) {
            Some((_, one, _)) => one,
            None if what == Wording::Edition => &self.edition,
            None => what.label(),
        }
    }

    /// What several of it are called.
    pub fn many(&self, what: Wording) -> String {
        match self.given(what) {
            Some((_, _, Some(many))) => many.clone(),
            Some((_, one, None)) => format!("{one}s"),
            None => words::MANY[what as usize].to_owned(),
        }
    }

    /// What one of it is called at the beginning of a line.
    pub fn heading(&self, what: Wording) -> String {
        capital(self.one(what))
    }

    /// The paragraphs of a text.
    pub fn paragraphs(&self, what: Wording) -> impl Iterator<Item = &str> {
        self.given
            .iter()
            .filter(move |(given, _, _)| *given == what)
            .map(|(_, text, _)| text.as_str())
    }

    /// What a status is called.
    pub fn status(&self, status: Status) -> &str {
        self.one(Wording::ALL[Wording::Proposed as usize + status as usize])
    }

    /// What an outcome is called.
    pub fn outcome(&self, state: OutcomeState) -> &str {
        self.one(Wording::ALL[Wording::Open as usize + state as usize])
    }

    /// What a body of that kind is called.
    pub fn body(&self, kind: BodyKind) -> &str {
        self.one(of_kind(kind))
    }

    /// What bodies of that kind are called, as a heading.
    pub fn bodies(&self, kind: BodyKind) -> String {
        capital(&self.many(of_kind(kind)))
    }

    /// The code by which papers cite a measure or line and which the search box takes: `ISS-31`, `ISS-31-e1`.
    pub fn code(&self, id: impl std::fmt::Display) -> String {
        format!("{}-{id}", self.one(Wording::Code))
    }

    /// The licences of which a user may choose one, each with its SPDX name, where it is given by that, and its address. What is neither
    /// says nothing to a program.
    pub fn licenses(&self) -> Vec<(Option<&str>, String)> {
        const SPDX: &str = "https://spdx.org/licenses/";
        let is_of_name = |character: char| character.is_ascii_alphanumeric() || "-.+".contains(character);
        let given = self.one(Wording::License).split(" OR ").map(str::trim);
        given
            .filter_map(|given| match given {
                "" => None,
                address if address.starts_with("https://") => Some((None, address.to_owned())),
                name => name
                    .chars()
                    .all(is_of_name)
                    .then(|| (Some(name), format!("{SPDX}{name}.html"))),
            })
            .collect()
    }

    /// What the data are about, word by word.
    pub fn keywords(&self) -> Vec<&str> {
        let words = self.one(Wording::Keywords).split(';').map(str::trim);
        words.filter(|word| !word.is_empty()).collect()
    }

    /// What is said below every page.
    pub fn disclaimer(&self) -> &str {
        match self.one(Wording::Disclaimer) {
            "" => words::DISCLAIMER,
            given => given,
        }
    }

    /// The sources in a line, for paper and files.
    pub fn sources(&self) -> String {
        match self.one(Wording::Sources) {
            "" => words::sources(self.one(Wording::Name), self.one(Wording::Edition)),
            given => given.to_owned(),
        }
    }

    /// What the page is.
    pub fn summary(&self) -> String {
        match self.one(Wording::Summary) {
            "" => words::summary(self.one(Wording::Subject), self.one(Wording::Edition)),
            given => given.to_owned(),
        }
    }

    /// What search engines say of the page, whose edition has that title.
    pub fn description(&self, title: &str) -> String {
        match self.one(Wording::Description) {
            "" => words::description(title),
            given => given.to_owned(),
        }
    }

    /// What the names of files begin with: `iss-followup` of `ISS Follow-up`.
    pub fn file_stem(&self) -> String {
        let of_word = |word: &str| {
            word.chars()
                .filter(char::is_ascii_alphanumeric)
                .collect::<String>()
                .to_ascii_lowercase()
        };
        let words = self.one(Wording::Name).split_whitespace().map(of_word);
        let stem = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
        if stem.is_empty() { "followup".to_owned() } else { stem }
    }

    /// A text of the page with the words of the data in their places: `{period}`, `{periods}`, and with a capital `{Period}`;
    /// likewise `group`, `report` and `party`. The article before one is that of the word: `an energy review`.
    pub fn say(&self, text: &str) -> String {
        let mut said = String::new();
        let mut rest = text;
        while let Some((before, (name, after))) = rest
            .split_once('{')
            .and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            said.push_str(before);
            match self.named(name) {
                Some(word) => {
                    let is_article = before
                        .strip_suffix("a ")
                        .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
                    if is_article && word.starts_with(['a', 'e', 'i', 'o', 'u']) {
                        said.insert(said.len() - 1, 'n');
                    }
                    said.push_str(&word);
                }
                None => said.extend(["{", name, "}"]),
            }
            rest = after;
        }
        said.push_str(rest);
        said
    }

    fn named(&self, name: &str) -> Option<String> {
        let lower = name.to_ascii_lowercase();
        let word = match &*lower {
            "period" => self.one(Wording::Period).to_owned(),
            "periods" => self.many(Wording::Period),
            "group" => self.one(Wording::PeriodGroup).to_owned(),
            "report" => self.one(Wording::Report).to_owned(),
            "reports" => self.many(Wording::Report),
            "party" => self.one(Wording::WorkingParty).to_owned(),
            "parties" => self.many(Wording::WorkingParty),
            _ => return None,
        };
        Some(if name == lower { word } else { capital(&word) })
    }
}

fn of_kind(kind: BodyKind) -> Wording {
    Wording::ALL[Wording::Agency as usize + kind as usize]
}

/// A word at the beginning of a line.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    first.into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quarters() -> Vocabulary {
        let one = |what, one: &str, many: Option<&str>| (what, one.to_owned(), many.map(str::to_owned));
        let given = vec![
            one(Wording::Name, "Green Year: Ostrey’s plan", None),
            one(Wording::Period, "quarter", None),
            one(Wording::WorkingParty, "committee of work", Some("committees of work")),
            one(Wording::Met, "done", None),
            one(Wording::Report, "energy review", None),
        ];
        Vocabulary::new("CP-2026", given)
    }

    #[test]
    fn what_the_data_name_is_called_so_and_the_rest_as_ever() {
        let own = quarters();
        assert_eq!(own.outcome(OutcomeState::Met), "done");
        assert_eq!(own.outcome(OutcomeState::MetLate), OutcomeState::MetLate.label());
        assert_eq!(own.bodies(BodyKind::WorkingParty), "Committees of work");
        assert_eq!(own.bodies(BodyKind::Agency), "Agencies");
        assert_eq!(own.one(Wording::Edition), "CP-2026");
        assert_eq!(
            own.say("a {period}, data of a {report}"),
            "a quarter, data of an energy review"
        );
        assert_eq!(own.code("31-e1"), "M-31-e1");
        assert_eq!(own.file_stem(), "green-year-ostreys-plan");
    }

    #[test]
    fn a_licence_is_a_name_or_an_address() {
        let licensed = |text: &str| {
            let own = Vocabulary::new("", vec![(Wording::License, text.to_owned(), None)]);
            own.licenses()
                .into_iter()
                .map(|(_, address)| address)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            licensed("MIT OR Apache-2.0"),
            [
                "https://spdx.org/licenses/MIT.html",
                "https://spdx.org/licenses/Apache-2.0.html"
            ]
        );
        assert_eq!(licensed("https://town.example/terms"), ["https://town.example/terms"]);
        assert!(licensed("ask us").is_empty() && licensed("").is_empty());
    }

    #[test]
    fn words_stand_in_the_places_of_the_text_and_nothing_else_does() {
        let own = quarters();
        assert_eq!(
            own.say("{Periods} by {group}, {Party} {x} {"),
            "Quarters by group, Committee of work {x} {"
        );
    }

    #[test]
    fn each_state_and_kind_stands_at_the_place_of_its_name() {
        let keys: Vec<&str> = Wording::ALL.iter().map(|what| what.key()).collect();
        let own = Vocabulary::default();
        for status in Status::ALL {
            assert!(keys.contains(&&*format!("status-{}", status.key())));
            assert_eq!(own.status(*status), status.label());
        }
        for state in OutcomeState::ALL {
            assert!(keys.contains(&&*format!("outcome-{}", state.key())));
            assert_eq!(own.outcome(*state), state.label());
        }
        for kind in BodyKind::ALL {
            assert!(keys.contains(&&*format!("body-{}", kind.key())));
            assert_eq!(own.body(*kind), kind.label());
        }
    }
}
