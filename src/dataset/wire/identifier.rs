//! Identifiers, field by field as they are written.

use crate::dataset::enum_key::EnumKey;
use crate::dataset::json::{FromJson, Json};
use crate::dataset::text::Text;
use crate::domain::identifier::Scheme;

records! {
    /// An identifier that was found beside a name, number or title in a text of others.
    Identifier<'a> {
        /// Whose it is.
        scheme: EnumKey<Scheme>,
        /// The identifier itself, in the form of its scheme: Q207203, 32019R0817.
        value: Text<'a>,
        /// Where it was read.
        seen: Text<'a>,
        /// The day on which it was.
        checked: Text<'a>,
    }
}
