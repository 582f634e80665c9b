//! The page for a dataset that cannot be used.

use maud::{Markup, html};

use crate::view::FaultsView;
use crate::words::faults_page;

/// The whole page; the record of the data follows it.
pub fn faults(faults: &FaultsView) -> Markup {
    html! {
        main.faults-page id="content" aria-labelledby="faults" {
            h1 id="faults" { (faults_page::HEADING) }
            p data-notice="" { (faults_page::WHAT_NOW) }
            @match faults {
                FaultsView::Unreadable(why) => p { (why) },
                FaultsView::Faults(faults) => ol { @for fault in faults { li data-fault="" { code { (fault) } } } },
            }
        }
    }
}
