//! The reader's position, stored with each history entry and restored after going back, reloading or returning from another
//! site.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use leptos::prelude::{request_animation_frame, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, MouseEvent, PageTransitionEvent, ScrollRestoration};

use crate::browser::listen::on_window_first;
use crate::browser::position::Position;
use crate::browser::time;

/// How long the reader must have come to rest before the position is kept, in milliseconds.
const REST_MS: u32 = 250;
/// For how long a page that comes may still grow and move, in milliseconds.
const SETTLES_MS: f64 = 1200.0;

/// Says what the app keeps of a page.
type Kept = Rc<dyn Fn() -> String>;
/// Gives that back to the app.
type GiveBack = Rc<dyn Fn(&str)>;

thread_local! {
    /// The position as it was noted last.
    static NOTED: RefCell<Option<Position>> = const { RefCell::new(None) };
    /// Where the reader is coming back to.
    static RETURN: RefCell<Option<Position>> = const { RefCell::new(None) };
    /// Counts the returns, and whatever ends one.
    static TURN: Cell<u32> = const { Cell::new(0) };
    /// Runs until the position is kept.
    static REST: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// Whether the page shows what the address does not name yet.
    static IS_HELD: Cell<bool> = const { Cell::new(false) };
    static KEPT: RefCell<Option<Kept>> = const { RefCell::new(None) };
    static GIVE_BACK: RefCell<Option<GiveBack>> = const { RefCell::new(None) };
}

/// Keeps the position of the reader from now on, with what the app has to say of the page; `give_back` is given that when the
/// reader returns.
pub fn keep_positions(kept: impl Fn() -> String + 'static, give_back: impl Fn(&str) + 'static) {
    KEPT.set(Some(Rc::new(kept)));
    GIVE_BACK.set(Some(Rc::new(give_back)));
    if let Ok(history) = window().history() {
        // Where it is refused, the browser goes where it thinks.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    for name in ["scroll", "focusin", "toggle"] {
        on_window_first(name, |_| {
            REST.set(Some(Timeout::new(REST_MS, rest)));
        });
    }
    for name in ["click", "keydown"] {
        // Before anything else hears it: what comes of it may be another page.
        on_window_first(name, |event| {
            end_return();
            note(event.dyn_ref::<MouseEvent>().and_then(used));
        });
    }
    for name in ["wheel", "pointerdown", "touchstart"] {
        on_window_first(name, |_| end_return());
    }
    on_window_first("pagehide", |_| rest());
    // A page that the browser has kept as it was is scrolled by the browser, WebKit some pixels off.
    on_window_first("pageshow", |event| {
        if event
            .dyn_ref::<PageTransitionEvent>()
            .is_some_and(PageTransitionEvent::persisted)
        {
            begin_return();
        }
    });
}

/// Begins the return to where the reader was at this entry of the history, if that is known.
pub fn begin_return() {
    leave();
    let state = window().history().and_then(|history| history.state());
    let position = state.ok().and_then(|state| Position::from_text(&state.as_string()?));
    if position.is_some() {
        RETURN.set(position);
        go_on(TURN.get(), time::now_ms() + SETTLES_MS, 0);
    }
}

/// Whether the reader is coming back to a place: until the page has settled, or until they act.
pub fn is_returning() -> bool {
    RETURN.with_borrow(Option::is_some)
}

/// What the reader looked at in the place that they are coming back to, by the name that this attribute gives it.
pub fn returns_to(attribute: &str) -> Option<String> {
    RETURN.with_borrow(|position| {
        let (named, _) = position.as_ref()?.seen.as_ref()?;
        (named.attribute == attribute).then(|| named.value.clone())
    })
}

/// Takes no note of what is shown until the address names it.
pub fn hold() {
    IS_HELD.set(true);
}

/// Keeps the position that was noted last with the present entry of the history.
pub fn keep() {
    let noted = NOTED.with_borrow(|noted| noted.as_ref().map(Position::to_text));
    let history = window().history().ok();
    if let Some((noted, history)) = noted.zip(history)
        && history
            .state()
            .is_ok_and(|state| state.as_string().as_ref() != Some(&noted))
    {
        // Where it is refused, the reader comes back to the beginning of the page.
        let _ = history.replace_state(&JsValue::from_str(&noted), "");
    }
}

/// Forgets the position: another entry of the history is the present one.
pub fn leave() {
    end_return();
    IS_HELD.set(false);
    NOTED.set(None);
    REST.set(None);
}

fn note(acted: Option<Element>) {
    if !is_returning() && !IS_HELD.get() {
        let kept = KEPT.with_borrow(Clone::clone);
        let kept = kept.map_or_else(String::new, |kept| kept());
        NOTED.set(Some(Position::now(acted, kept)));
    }
}

fn rest() {
    if !is_returning() && !IS_HELD.get() {
        note(None);
        keep();
    }
}

fn end_return() {
    TURN.set(TURN.get().wrapping_add(1));
    RETURN.set(None);
}

/// Moves the page to where the reader returns to, before each paint until it has settled. `done` counts what need be done only
/// once: the app's part, and the focus.
fn go_on(turn: u32, end_ms: f64, done: u8) {
    request_animation_frame(move || {
        let position = RETURN.with_borrow(Clone::clone).filter(|_| TURN.get() == turn);
        let Some(position) = position else { return };
        let mut done = done;
        if done == 0 {
            done = 1;
            let give_back = GIVE_BACK.with_borrow(Clone::clone);
            if let Some(give_back) = give_back {
                give_back(&position.kept);
            }
        }
        let (is_there, left_ms) = (position.take_up(), end_ms - time::now_ms());
        if done == 1 && (is_there || left_ms < SETTLES_MS / 2.0) && position.focus() {
            done = 2;
        }
        if 0.0 < left_ms {
            go_on(turn, end_ms, done);
        } else {
            end_return();
            rest();
        }
    });
}

/// What a click uses: a control, or the row that leads where its link does.
fn used(event: &MouseEvent) -> Option<Element> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let control = target.closest("a,button,input,select,summary").ok().flatten();
    control.or_else(|| target.closest("[data-measure]").ok()??.query_selector("a").ok()?)
}
