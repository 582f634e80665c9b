//! Every sentence, label and plural that a reader sees, and nothing else. `en` is English; another language is another such file
//! with the same names, chosen here.

mod en;

pub use en::*;
