//! Starts the app in a browser.

#[cfg(target_arch = "wasm32")]
fn main() {
    iss_followup::app::open();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The viewer runs in a browser: `cargo xtask dist --open` builds the page and opens it.");
}
