//! Saves files from the page. Each call reports whether the browser accepted the file.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array, encode_uri_component};
use leptos::prelude::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
};

/// How long a browser may take to fetch what it was given, in milliseconds.
const FETCHED_MS: u32 = 60_000;

/// Saves text under that name. Says whether the browser let us.
pub fn save_text(name: &str, kind: &str, text: &str) -> bool {
    save_bytes(name, kind, text.as_bytes())
}

/// Saves bytes under that name. Says whether the browser let us.
pub fn save_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let bytes = Uint8Array::from(bytes);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options);
    blob.is_ok_and(|blob| save(name, &blob).is_ok())
}

/// Saves a drawing in SVG as a PNG, that many times as large; `on_end` is told whether that was possible.
pub fn save_png(
    name: String,
    svg: &str,
    (width_px, height_px): (f64, f64),
    times: f64,
    on_end: impl Fn(bool) + Clone + 'static,
) {
    let failed = on_end.clone();
    if draw(name, svg, (width_px * times, height_px * times), on_end).is_err() {
        failed(false);
    }
}

fn draw(
    name: String,
    svg: &str,
    (width, height): (f64, f64),
    on_end: impl Fn(bool) + Clone + 'static,
) -> Result<(), JsValue> {
    let image = HtmlImageElement::new()?;
    let canvas: HtmlCanvasElement = document().create_element("canvas")?.dyn_into()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "`as` stops at the ends of its range, and a canvas that is too large says so"
    )]
    let size = (width as u32, height as u32);
    canvas.set_width(size.0);
    canvas.set_height(size.1);
    let (drawn, failed) = (image.clone(), on_end.clone());
    let on_load = Closure::once_into_js(move || {
        let context = canvas.get_context("2d").ok().flatten();
        let context = context.and_then(|context| context.dyn_into::<CanvasRenderingContext2d>().ok());
        let is_drawn = context.is_some_and(|context| {
            shows_what_is_drawn(&context)
                && context
                    .draw_image_with_html_image_element_and_dw_and_dh(&drawn, 0.0, 0.0, width, height)
                    .is_ok()
        });
        let end = on_end.clone();
        let on_blob = Closure::once_into_js(move |blob: JsValue| {
            end(blob.dyn_into::<Blob>().is_ok_and(|blob| save(&name, &blob).is_ok()));
        });
        if !is_drawn || canvas.to_blob(on_blob.unchecked_ref()).is_err() {
            on_end(false);
        }
    });
    image.set_onload(Some(on_load.unchecked_ref()));
    let on_error = Closure::once_into_js(move || failed(false));
    image.set_onerror(Some(on_error.unchecked_ref()));
    // The policy of the page lets images come from data within it.
    image.set_src(&format!(
        "data:image/svg+xml;charset=utf-8,{}",
        encode_uri_component(svg)
    ));
    Ok(())
}

/// Whether what is drawn can be read again. A browser that protects its reader from being recognized hands out other pixels, and
/// what is saved would be empty; one that only changes the last digits of some does no harm.
fn shows_what_is_drawn(context: &CanvasRenderingContext2d) -> bool {
    const COLORS: [(&str, [u8; 3]); 3] = [
        ("#f00000", [240, 0, 0]),
        ("#00a000", [0, 160, 0]),
        ("#1020c0", [16, 32, 192]),
    ];
    const SIDE: f64 = 8.0;
    const MOST: u8 = 8;
    let is_same = |(name, color): (&str, [u8; 3])| {
        context.set_fill_style_str(name);
        context.fill_rect(0.0, 0.0, SIDE, SIDE);
        let pixels = context.get_image_data(0.0, 0.0, SIDE, SIDE).map(|image| image.data());
        pixels.is_ok_and(|pixels| {
            let is_near = |pixel: &[u8]| pixel.iter().zip(color).all(|(one, other)| one.abs_diff(other) <= MOST);
            !pixels.is_empty() && pixels.chunks(4).all(is_near)
        })
    };
    let is_shown = COLORS.into_iter().all(is_same);
    context.clear_rect(0.0, 0.0, SIDE, SIDE);
    is_shown
}

fn save(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(FETCHED_MS, move || {
        // What is revoked twice is no harm.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
