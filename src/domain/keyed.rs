//! Closed lists of words: each value has a key for files and links, and a label for readers.

/// A closed list of values that files and links name by a key.
pub trait Keyed: Copy + Eq + 'static {
    /// Every value, in the order in which a reader should see them.
    const ALL: &'static [Self];

    /// The word in files and links, in lower case and hyphens.
    fn key(self) -> &'static str;

    /// The word for readers, in sentence case where it begins nothing.
    fn label(self) -> &'static str;

    /// The value with that key.
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.key() == key)
    }
}

/// An enum with a key for each value; `labels` is an array in the same order.
macro_rules! keyed {
    (
        $(#[$doc:meta])*
        $name:ident, $labels:path {
            $($(#[$value_doc:meta])* $value:ident = $key:literal;)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$value_doc])* $value,)+
        }

        impl $crate::domain::keyed::Keyed for $name {
            const ALL: &'static [Self] = &[$(Self::$value,)+];

            fn key(self) -> &'static str {
                match self {
                    $(Self::$value => $key,)+
                }
            }

            fn label(self) -> &'static str {
                const { assert!($labels.len() == <$name as $crate::domain::keyed::Keyed>::ALL.len()) };
                $labels[self as usize]
            }
        }
    };
}
pub(crate) use keyed;
