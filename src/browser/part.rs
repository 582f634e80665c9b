//! Files that lie beside a page that was served in parts: the only requests that a page makes.

use std::ops::Range;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// Fetches a file, or its bytes from one place to another (`public/boot.js`).
    #[wasm_bindgen(js_name = fetchPart)]
    async fn fetch_part(address: &str, from: f64, to: f64, patience_ms: i32) -> JsValue;

    /// Has everything fetched anew, past what the browser keeps.
    #[wasm_bindgen(js_name = forgetParts)]
    pub fn forget();
}

/// Why nothing has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The server has no such file.
    Missing,
    /// It took too long.
    Slow,
    /// No answer, or a refusal.
    Unreachable,
}

/// The bytes of a file, or those at that place of it.
///
/// # Errors
/// When they do not come.
#[expect(clippy::cast_precision_loss, reason = "no file has 2^53 bytes")]
pub async fn fetch(address: &str, place: Option<Range<usize>>, patience_ms: i32) -> Result<Vec<u8>, Fault> {
    let place = place.unwrap_or_default();
    let fetched = fetch_part(address, place.start as f64, place.end as f64, patience_ms).await;
    match fetched.dyn_into::<Uint8Array>() {
        Ok(bytes) => Ok(bytes.to_vec()),
        Err(why) => Err(match why.as_string().as_deref() {
            Some("missing") => Fault::Missing,
            Some("slow") => Fault::Slow,
            _ => Fault::Unreachable,
        }),
    }
}
