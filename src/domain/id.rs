//! One type for each kind of id: a body cannot be looked up as a document.

use std::fmt;
use std::sync::Arc;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// From any text; whether such a record exists is for the dataset to say.
            pub fn new(text: &str) -> Self {
                Self(Arc::from(text))
            }

            /// The id as written in the dataset and in links.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<Arc<str>> for $name {
            fn from(text: Arc<str>) -> Self {
                Self(text)
            }
        }

        impl From<&$name> for Arc<str> {
            fn from(id: &$name) -> Self {
                Self::clone(&id.0)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// Names one measure. Stable across dataset releases, so links may carry it.
    MeasureId;
    /// Names one source document, such as `5618-20`.
    SourceId;
    /// Names one section of a general report, such as `terrorism`.
    ReportId;
    /// Names one priority, such as `information-exchange`.
    PriorityId;
    /// Names one body: an institution, working party, agency, country, system, and so on.
    BodyId;
    /// Names one document that a source refers to, such as `st-14746-2019`.
    DocumentId;
    /// Names one Presidency term: `HR`, or `LV-2028` where a country comes round again.
    PresidencyId;
    /// Names one line, which is a fact such as `31-e3` or a commitment such as `31-c2`.
    LineId;
}
