//! The page for a dataset that cannot be used.

use leptos::prelude::*;

use crate::dataset::DatasetError;

/// Every fault of the dataset, so that its editor can mend it.
#[component]
pub fn FaultsPage(
    /// What is wrong.
    error: DatasetError,
) -> impl IntoView {
    let list = match &error {
        DatasetError::Json { .. } => view! { <p>{error.to_string()}</p> }.into_any(),
        DatasetError::Records(faults) => {
            let line =
                |fault: &crate::dataset::Fault| view! { <li data-fault=""><code>{fault.to_string()}</code></li> };
            view! { <ol>{faults.iter().map(line).collect_view()}</ol> }.into_any()
        }
    };
    view! {
        <section class="faults-page" id="content" aria-labelledby="faults">
            <h1 id="faults">"The data in this file cannot be used"</h1>
            <p data-notice="">"Nothing is lost: the file is as it was. Mend what is listed here, or ask whoever sent you the file for a sound copy. What follows the list is the record as it was when the file was made."</p>
            {list}
        </section>
    }
}
