//! Who has to do with which measures: bodies, working parties and systems against Presidencies and priorities.

use leptos::prelude::*;
use maud::html as markup;
use web_sys::{Event, KeyboardEvent};

use crate::app::Viewer;
use crate::app::memo::Memo;
use crate::app::pages::views::arranged;
use crate::app::places::PageParts;
use crate::browser::{listen, page};
use crate::render::html;
use crate::view::{self, CellMove, CellPosition, CountedFacts};

/// The place of the table.
const PLACE: &str = "[data-place=text]";

/// The heat table, and the facts that a number of it counts. The keyboard enters it at one cell and goes on with the arrow keys.
pub fn view(viewer: Viewer, counted: Memo<Option<CountedFacts>>) -> PageParts {
    let view =
        Memo::new(move |_| viewer.tell(|context| context.actors_view(&viewer.query.read(), &viewer.options.read())));
    let focused = RwSignal::new(None::<CellPosition>);
    let mut parts = PageParts::text(move || {
        let counted = counted.read();
        markup! {
            (html::actors(&view.read(), focused.get()))
            @if let Some(counted) = &*counted { (html::counted_facts(counted)) }
        }
    });
    arranged(&mut parts, move || {
        let options = viewer.options.read();
        html::axes(options.axes, options.heat_unit, &viewer.dataset.vocabulary)
    });
    parts.start(move || {
        listen(PLACE, "focusin", move |event: &Event| {
            if let Some(cell) = position_of(event) {
                focused.set(Some(cell));
            }
        });
        // A number of facts leads to the list of them, which comes below.
        listen(PLACE, "click", move |event: &Event| {
            if position_of(event).is_some() {
                request_animation_frame(|| _ = page::focus("#counted-facts"));
            }
        });
        listen(PLACE, "keydown", move |event: &KeyboardEvent| {
            // Keys with other modifiers are the browser's.
            let is_browsers = event.alt_key() || event.meta_key() || event.shift_key();
            let key = (!is_browsers).then(|| event.key());
            let step = key.and_then(|key| CellMove::of_key(&key, event.ctrl_key()));
            let view = view.read_untracked();
            if let (Some(from), Some(step), view::ActorsView::Table(heat)) = (position_of(event), step, &*view) {
                event.prevent_default();
                let next = heat.moved(from, step).to_attribute();
                drop(view);
                page::focus(&format!("[data-stop=\"{next}\"]"));
            }
        });
    });
    parts
}

/// The cell in which an event happened.
fn position_of(event: &Event) -> Option<CellPosition> {
    CellPosition::from_attribute(&page::data_under(&event.target()?, "stop")?)
}
