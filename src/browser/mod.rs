//! The only module that touches the browser: address bar, storage, clipboard, focus, time.
//!
//! Speaks strings and numbers and knows nothing of measures. What a browser may refuse is in the return value.

pub mod address;
pub mod clipboard;
pub mod coming_back;
pub mod controls;
pub mod copied;
pub mod focus;
pub mod elements;
mod hits;
pub mod links;
pub mod listen;
pub mod dataset;
pub mod files;
pub mod long_page;
pub mod page;
pub mod part;
pub mod patch;
pub mod position;
pub mod preference;
pub mod rows;
pub mod same_file;
pub mod save;
pub mod time;
pub mod zoom;

pub use address::{
    HistoryEntry, add_entry, begin_anew, begin_at, bind_address_bar, fragment, go_back, is_embedded, opening,
};
pub use coming_back::{is_returning, keep_positions, returns_to};
pub use controls::{Control, on_control, on_near};
pub use copied::on_copied_rows;
pub use focus::{Focus, focus_in_place};
pub use hits::go_to_next_hit;
pub use links::{is_plain_click, on_link, on_link_taken, press};
pub use listen::{listen, on_first_escape, on_leaving, on_window};
pub use long_page::{on_turned, watch_length};
pub use zoom::{pointer_x_px, pointer_x_within_px, window_zoom, zoom};
