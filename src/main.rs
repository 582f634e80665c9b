//! From the bytes in the page to the app, or to one readable page that says what is wrong with them.

#[cfg(target_arch = "wasm32")]
fn main() {
    use iss_followup::{browser, dataset, ui};

    ui::say_when_it_breaks();
    let text = browser::page::take_dataset();
    take_room_for(text.len());
    let parsed = dataset::parse(&text);
    // What comes next needs the room more than the text, of which nothing is kept.
    drop(text);
    match parsed {
        Ok(dataset) => ui::mount(dataset),
        Err(error) => ui::mount_faults(&error),
    }
}

/// Asks the browser at once for the memory that a dataset of so many bytes takes, and leaves it to whoever needs it first.
/// Asked for in the allocator's small steps, that memory takes longer to get than a large dataset takes to read.
#[cfg(target_arch = "wasm32")]
fn take_room_for(bytes: usize) {
    let mut room = Vec::<u8>::new();
    // Without it the page works as well, or ends where it would have ended.
    let taken = room.try_reserve_exact(bytes + bytes / 2);
    // Or the compiler would leave out what nobody reads.
    let _ = std::hint::black_box((taken, room));
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The viewer runs in a browser: `cargo xtask dist --open` builds the page and opens it.");
}
