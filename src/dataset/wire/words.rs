//! What things are called, and what acronyms stand for.

use crate::dataset::enum_key::EnumKey;
use crate::dataset::json::{FromJson, Json};
use crate::dataset::text::Text;
use crate::domain::vocabulary::Wording;

records! {
    /// What something is called, or a text about the data.
    Word<'a> {
        /// What is named; the sheet of notes says what can be.
        what: EnumKey<Wording>,
        /// What one of it is called within a sentence; or the text, of which several rows are several paragraphs.
        text: Text<'a>,
        /// What several of it are called.
        many: Option<Text<'a>> = default,
    }

    /// An acronym and what it stands for.
    Term<'a> {
        /// The acronym.
        term: Text<'a>,
        /// What it stands for.
        meaning: Text<'a>,
    }
}
