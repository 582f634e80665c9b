//! The table of measures.

use leptos::prelude::*;
use maud::{PreEscaped, html as markup};

use crate::app::Viewer;
use crate::app::memo::Memo;
use crate::app::parts::{MeasureRows, overview};
use crate::app::places::{PageParts, keep_attribute};
use crate::chart::backdrop;
use crate::domain::keyed::Keyed;
use crate::query::{self, LaterColumn};
use crate::render::html::{self, arrange_table, column_heads, nothing_matches};
use crate::words::counts;

/// The measures that match, one row each.
pub fn view(viewer: Viewer) -> PageParts {
    const TABLE: &str = "table.measures";
    let all_time = backdrop(viewer.dataset, viewer.dataset.edition.status_date, None).whole;
    let is_empty = Memo::new(move |_| viewer.matches.read().is_empty());
    let shown = Memo::new(move |_| {
        let window = viewer.aside_query.read().window;
        (!window.is_open()).then(|| window.within(all_time))
    });
    let grouping = Memo::new(move |_| viewer.options.read().grouping);
    let later_column = Memo::new(move |_| viewer.options.read().later_column);
    let mut parts = PageParts::new(move |text| {
        untrack(|| html::table_view(&viewer.options.read(), is_empty.get(), &viewer.dataset.vocabulary, text))
    });
    overview(&mut parts, viewer, shown, true);
    parts.say("column-heads", move || {
        let options = viewer.options.read();
        column_heads(
            options.columns(),
            query::list_order(&viewer.query.read(), options.sort),
            &viewer.dataset.vocabulary,
        )
    });
    parts.say("no-measures", move || {
        markup! { @if is_empty.get() { (nothing_matches(counts::MEASURES)) } }
    });
    let rows = MeasureRows::new(viewer);
    if viewer.is_printing {
        parts.say("rows", move || PreEscaped(untrack(|| rows.all())));
        return parts;
    }
    let arranged = move |has_later_column: bool| {
        arrange_table(
            &viewer.options.read(),
            viewer.query.read().has_words(),
            has_later_column,
            &viewer.dataset.vocabulary,
        )
    };
    parts.say("arrange", move || arranged(false));
    parts.say("sheet-arrange", move || arranged(viewer.dataset.afterwards.is_some()));
    parts.start(move || {
        keep_attribute(TABLE, "data-grouping", move || Some(grouping.get().key().to_owned()));
        keep_attribute(TABLE, "data-shows", move || {
            let shown = later_column.get();
            (shown != LaterColumn::default()).then(|| shown.key().to_owned())
        });
        keep_attribute(TABLE, "data-empty", move || {
            let empty = viewer.tell(|context| context.empty_columns(&viewer.matches.read()));
            let keys: Vec<&str> = empty.into_iter().map(Keyed::key).collect();
            (!keys.is_empty()).then(|| keys.join(" "))
        });
        keep_attribute(TABLE, "hidden", move || is_empty.get().then(String::new));
        keep_attribute(TABLE, "aria-rowcount", move || {
            rows.counted().map(|count| count.to_string())
        });
        rows.follow();
    });
    parts
}
