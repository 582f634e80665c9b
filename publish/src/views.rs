//! The common questions: as views, which can be asked further, and as queries with blanks to fill, for Datasette.

use crate::full_text;
use crate::table::Table;

/// A question with its answer in SQL.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its name.
    pub name: &'static str,
    /// What it asks.
    pub title: &'static str,
    /// What the answer is, a sentence or two.
    pub about: &'static str,
    /// What its columns hold, where their names do not say it.
    pub columns: &'static [(&'static str, &'static str)],
    /// Columns that are numbers of something, and of what.
    pub units: &'static [(&'static str, &'static str)],
    /// What is counted beside it.
    pub facets: &'static [&'static str],
    /// The column by which it is ordered, the last first.
    pub sorted_down_by: Option<&'static str>,
    /// The answer.
    pub sql: &'static str,
}

const STATE: (&str, &str) = ("state", "Where the commitment stands at the edition's date.");
const DUE_BY: (&str, &str) = ("due_by", "The last day on which it is in time.");
const LATER_STATE: (&str, &str) = (
    "later_state",
    "Where it stands since, by the newest later fact that says so.",
);

/// The views, each after those that it asks.
pub const VIEWS: [Question; 7] = [
    Question {
        name: "commitments_and_outcomes",
        title: "What became of each commitment?",
        about: "Each commitment with what came of it by the edition's date and since.",
        columns: &[STATE, DUE_BY, LATER_STATE],
        units: &[],
        facets: &["state", "later_state", "priority"],
        sorted_down_by: Some("due_by"),
        sql: include_str!("views/commitments_and_outcomes.sql"),
    },
    Question {
        name: "commitments_past_due",
        title: "What is past due, and who owes it?",
        about: "Commitments that were past due at the edition's date, once for each owner, with what later facts say of them.",
        columns: &[
            DUE_BY,
            LATER_STATE,
            ("days_past_due", "From the last day in time to the edition's date."),
            ("months_past_due", "The same in whole months."),
        ],
        units: &[("months_past_due", "month")],
        facets: &["owner_name", "later_state"],
        sorted_down_by: Some("days_past_due"),
        sql: include_str!("views/commitments_past_due.sql"),
    },
    Question {
        name: "facts_by_period",
        title: "What happened, and what was planned, in each period?",
        about: "Facts and commitments that name a period, such as a Presidency, or whose whole date lies in it; one that names a period and lies in another stands in both.",
        columns: &[
            (
                "role",
                "acted: it happened by the edition's date; plans: it was still to come.",
            ),
            (
                "basis",
                "named: the text names the period; by-date: the date lies in it.",
            ),
        ],
        units: &[],
        facets: &["period_name", "role", "record"],
        sorted_down_by: Some("first_day"),
        sql: include_str!("views/facts_by_period.sql"),
    },
    Question {
        name: "promised_and_delivered",
        title: "What was promised of each information system, and what came?",
        about: "Each commitment that names an information system, or whose date a later fact about it moves: when it was promised and for when, the last date announced since, and what came of it.",
        columns: &[
            DUE_BY,
            ("promised_on", "The date of the source that promises it."),
            (
                "state",
                "Where it stands by the newest later fact that says so, or else at the edition's date.",
            ),
            ("delivered", "When it came, where that is known."),
        ],
        units: &[],
        facets: &["system_name", "state"],
        sorted_down_by: Some("due_by"),
        sql: include_str!("views/promised_and_delivered.sql"),
    },
    Question {
        name: "information_systems",
        title: "How many promises of each information system were kept?",
        about: "Promises of each information system by what came of them, later facts included.",
        columns: &[],
        units: &[],
        facets: &[],
        sorted_down_by: Some("promises"),
        sql: include_str!("views/information_systems.sql"),
    },
    Question {
        name: "lines_in_time",
        title: "What happened when?",
        about: "Every fact, commitment and later fact with its date.",
        columns: &[(
            "kind_or_state",
            "The kind of a fact; of a commitment where it stands at the edition's date.",
        )],
        units: &[],
        facets: &["record", "kind_or_state"],
        sorted_down_by: Some("first_day"),
        sql: include_str!("views/lines_in_time.sql"),
    },
    Question {
        name: "measures_in_numbers",
        title: "How much is said of each measure?",
        about: "Each measure with the number of its facts, commitments and later facts.",
        columns: &[("past_due", "Commitments that were past due at the edition's date.")],
        units: &[],
        facets: &["status", "priority"],
        sorted_down_by: None,
        sql: include_str!("views/measures_in_numbers.sql"),
    },
];

/// The queries with blanks to fill, which begin with a colon.
const QUERIES: [Question; 7] = [
    Question {
        title: "Which measures have these words?",
        about: "Measures that have words which begin with each of :words: in their own texts, their facts and commitments, the titles of their priorities, or the names of their bodies and documents.",
        ..asked("measures_with_words", include_str!("queries/measures_with_words.sql"))
    },
    Question {
        title: "What stood how on a day?",
        about: "Commitments as they stood on :day, such as 2019-12-31; the edition's date where nothing is filled in. :state is one such as overdue, :owner the id of a body; nothing stands for all.",
        ..asked("commitments_on_a_day", include_str!("queries/commitments_on_a_day.sql"))
    },
    Question {
        title: "Who owes most that is past due?",
        about: "Owners by the number of their commitments that were past due at the edition's date.",
        ..asked("past_due_by_owner", include_str!("queries/past_due_by_owner.sql"))
    },
    Question {
        title: "What happened in a period?",
        about: "What happened in :period, and what was planned for it; its id, such as HR.",
        ..asked("period", include_str!("queries/period.sql"))
    },
    Question {
        title: "What was promised of an information system?",
        about: "Each promise of :system, its id, such as ees, and what came of it.",
        ..asked("information_system", include_str!("queries/information_system.sql"))
    },
    Question {
        title: "What is said of a measure?",
        about: "The facts, commitments and later facts of :measure, its id, such as 31, in order of time.",
        ..asked("measure", include_str!("queries/measure.sql"))
    },
    Question {
        title: "Who cites a document?",
        about: "Measures, facts and commitments that cite :document, its id.",
        ..asked("document", include_str!("queries/document.sql"))
    },
];

const fn asked(name: &'static str, sql: &'static str) -> Question {
    Question {
        name,
        title: "",
        about: "",
        columns: &[],
        units: &[],
        facets: &[],
        sorted_down_by: None,
        sql,
    }
}

/// The queries with blanks, each with its SQL; that which searches every text comes first.
pub fn queries(all: &[Table]) -> Vec<(Question, String)> {
    let search = Question {
        title: "Where do these words stand?",
        about: "Every text that has words which begin with :words, the best first; \"table\" and id say where it stands.",
        ..asked("search", "")
    };
    let others = QUERIES.into_iter().map(|question| {
        let sql = question.sql.trim_end().to_owned();
        (question, sql)
    });
    std::iter::once((search, full_text::search(all)))
        .chain(others)
        .collect()
}

/// What makes a view.
pub fn definition(view: &Question) -> String {
    format!("CREATE VIEW {} AS\n{};", view.name, view.sql.trim_end())
}
