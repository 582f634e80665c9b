//! A drawing as a file.

use leptos::prelude::*;

use crate::app::Viewer;
use crate::browser::save;
use crate::domain::keyed::Keyed;
use crate::route::Page;
use crate::view::FileForm;
use crate::words::{plot, share, slips};

/// How many times as large as the drawing its PNG is.
const PNG_TIMES: f64 = 2.0;

/// Saves a drawing in SVG in that form; `name` is that of the file without its end, `say` is told what has become of it.
pub fn save_drawing(name: &str, form: FileForm, drawing: &str, say: impl Fn(String) + Clone + 'static) {
    let name = format!("{name}.{}", form.key());
    let says = plot::saved(&name);
    let say = move |is_saved: bool| {
        say(match is_saved {
            true => says.clone(),
            false => share::DRAWING_REFUSED[usize::from(form == FileForm::Png)].to_owned(),
        });
    };
    match form {
        FileForm::Svg => say(save::save_text(&name, "image/svg+xml", drawing)),
        FileForm::Png => save::save_png(name, drawing, size_of(drawing), PNG_TIMES, say),
    }
}

/// Saves the slip charts of all systems, or that of the page of one. Says whether the page has any.
pub fn save_slips(viewer: Viewer, form: FileForm) -> bool {
    let page = viewer.page.get_untracked();
    let (body, name) = match &page {
        Page::Slips => (None, slips::FILE.to_owned()),
        Page::Body(id) => (viewer.dataset.body(id), format!("{}-{id}", slips::FILE)),
        _ => return false,
    };
    if let Some(drawing) = untrack(|| viewer.tell(|context| context.slip_file(body))) {
        save_drawing(&name, form, &drawing, move |says| viewer.saved.set(says));
    }
    true
}

/// The size of a drawing, as in its first element.
fn size_of(svg: &str) -> (f64, f64) {
    let side = |name: &str| {
        let (_, rest) = svg.split_once(&format!("{name}=\""))?;
        // Whole pixels: to read fractions takes tables of 10 kB.
        let whole: u32 = rest.split(['"', '.']).next()?.parse().ok()?;
        Some(f64::from(whole))
    };
    (side("width").unwrap_or_default(), side("height").unwrap_or_default())
}
