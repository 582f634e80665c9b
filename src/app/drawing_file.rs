//! A drawing as a file.

use leptos::prelude::*;

use crate::app::{Viewer, subject};
use crate::browser::save;
use crate::domain::keyed::Keyed;
use crate::domain::vocabulary::Vocabulary;
use crate::query;
use crate::route::Page;
use crate::view::{FileForm, commitment_axis, file_name};
use crate::words::{commitments, plot, share, slips};

/// How many times as large as the drawing its PNG is; less where it would be higher than browsers draw.
const PNG_TIMES: f64 = 2.0;
const HIGHEST_PX: f64 = 16_000.0;

/// Saves a drawing in SVG in that form; `name` is that of the file without its end, `say` is told what has become of it.
pub fn save_drawing(
    own: &Vocabulary,
    word: &str,
    form: FileForm,
    drawing: &str,
    say: impl Fn(String) + Clone + 'static,
) {
    let name = file_name(own, word, form.key());
    let says = plot::saved(&name);
    let say = move |is_saved: bool| {
        say(match is_saved {
            true => says.clone(),
            false => share::DRAWING_REFUSED[usize::from(form == FileForm::Png)].to_owned(),
        });
    };
    match form {
        FileForm::Svg => say(save::save_text(&name, "image/svg+xml", drawing)),
        FileForm::Png => {
            let (width, height) = size_of(drawing);
            let times = PNG_TIMES.min(HIGHEST_PX / height.max(1.0));
            save::save_png(name, drawing, (width, height), times, say);
        }
    }
}

/// Saves the slip charts of all systems, or that of the page of one, or the commitments on their axis. Says whether the page has any.
pub fn save_page_drawing(viewer: Viewer, form: FileForm) -> bool {
    let slips = |body| untrack(|| viewer.tell(|context| context.slip_file(body)));
    let (drawing, name) = match viewer.page.get_untracked() {
        Page::Slips => (slips(None), slips::FILE.to_owned()),
        Page::Body(id) => (slips(viewer.dataset.body(&id)), format!("{}-{id}", slips::FILE)),
        Page::Commitments => (commitments(viewer), commitments::FILE.to_owned()),
        _ => return false,
    };
    if let Some(drawing) = drawing {
        save_drawing(&viewer.dataset.vocabulary, &name, form, &drawing, move |says| {
            viewer.saved.set(says);
        });
    }
    true
}

/// Every commitment that matches, on its axis of time.
fn commitments(viewer: Viewer) -> Option<String> {
    let (query, per) = (
        viewer.query.get_untracked(),
        viewer.options.get_untracked().commitment_grouping,
    );
    let axis = commitment_axis(viewer.dataset, viewer.day.get_untracked())?;
    let groups = query::group_commitments(viewer.commitments.get_untracked(), &query, per, viewer.index);
    let title = untrack(|| subject::on_paper(viewer));
    viewer.context(&[]).commitment_sheet(&groups, per, axis, &title)
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
