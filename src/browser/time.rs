//! Time as it passes, for work that is done in turns.

use gloo::timers::callback::Timeout;
use js_sys::Promise;
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Milliseconds since the page was opened; 0 where the browser does not say.
pub fn now_ms() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// For how long work goes on before the page has its turn, in milliseconds: well under the time of a frame.
const TURN_MS: f64 = 8.0;

/// One turn of a longer work: `step` does a piece and returns whether something is left, and so does this.
pub fn work(step: impl FnMut() -> bool) -> bool {
    work_for(TURN_MS, step)
}

/// The same for about that many milliseconds. Each turn does at least one piece.
pub fn work_for(ms: f64, mut step: impl FnMut() -> bool) -> bool {
    let end = now_ms() + ms;
    while step() {
        if end <= now_ms() {
            return true;
        }
    }
    false
}

/// Lets the browser do what waits: react to the reader, and paint.
pub async fn turn() {
    let passed = Promise::new(&mut |resolve, _| {
        Timeout::new(0, move || {
            // A promise of ours takes whatever it is given.
            let _ = resolve.call0(&JsValue::NULL);
        })
        .forget();
    });
    // It is never refused.
    let _ = JsFuture::from(passed).await;
}
