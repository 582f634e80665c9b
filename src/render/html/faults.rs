//! The page for a dataset that cannot be used.

use maud::{Markup, html};

use crate::view::FaultsView;

/// The whole page; the record of the data stands below it.
pub fn faults(faults: &FaultsView) -> Markup {
    html! {
        main.faults-page id="content" aria-labelledby="faults" {
            h1 id="faults" { "The data in this file cannot be used" }
            p data-notice="" {
                "Nothing is lost: the file has not been changed. Correct what is named below, or ask whoever sent you the file \
                 for an intact copy. The record follows as it stood when the file was made."
            }
            @match faults {
                FaultsView::Unreadable(why) => p { (why) },
                FaultsView::Faults(faults) => ol { @for fault in faults { li data-fault="" { code { (fault) } } } },
            }
        }
    }
}
