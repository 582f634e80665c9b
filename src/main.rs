//! From the bytes in the page to the app, or to one readable page that says what is wrong with them.

#[cfg(target_arch = "wasm32")]
fn main() {
    use iss_followup::{browser, dataset, ui};

    ui::say_when_it_breaks();
    let text = browser::page::take_dataset();
    let parsed = dataset::parse(&text);
    // What comes next needs the room more than the text, of which nothing is kept.
    drop(text);
    match parsed {
        Ok(dataset) => ui::mount(dataset),
        Err(error) => ui::mount_faults(&error),
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The viewer runs in a browser: `cargo xtask dist --open` builds the page and opens it.");
}
