//! The citations in the dialog.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::Viewer;
use crate::app::share::Sharing;
use crate::browser::{save, time};
use crate::dataset::Dataset;
use crate::domain::date::Day;
use crate::domain::keyed::Keyed;
use crate::render::{Unwritable, cite};
use crate::view::{CitationStyle, CiteView, Cited, Copied, LastCopy, file_name, handed_over};
use crate::words::share;

/// How many are written in one turn.
const PIECES: usize = 64;

impl Sharing {
    /// Cites in the style with that key.
    pub fn set_citation_style(self, viewer: Viewer, key: &str) {
        if let Some(style) = CitationStyle::from_key(key) {
            self.style.set_value(style);
            // The message was about another style.
            if viewer.last_copy.read_untracked().text() == Some(Copied::Citation) {
                viewer.last_copy.set(LastCopy::default());
            }
            self.write_citations(viewer);
        }
    }

    /// Writes the citations in the field.
    pub(super) fn write_citations(self, viewer: Viewer) {
        let style = self.style.get_value();
        let view = self.opened.with_untracked(|opened| {
            let opened = opened.as_ref().filter(|opened| opened.content.is_some())?;
            let count = opened.cited.len();
            let text = cite(
                &opened.cited[..CiteView::in_field(count)],
                style,
                viewer.day.get_untracked(),
                viewer.dataset,
            );
            let text = text.unwrap_or_else(|error| error.to_string());
            Some(CiteView::new(style, count, text))
        });
        self.cite.set(view);
    }

    /// Saves all citations as a file.
    pub fn save_citation(self, viewer: Viewer) {
        let Some(opened) = self.opened.get_untracked() else {
            return;
        };
        let code = self.ways.read_untracked().code.clone();
        let word = code.unwrap_or_else(|| "selection".to_owned()).to_lowercase();
        let (style, times) = (self.style.get_value(), self.times.get_value());
        let day = viewer.day.get_untracked();
        let name = file_name(&viewer.dataset.vocabulary, &word, style.extension());
        let say = move |words: String| {
            self.cite.update(|cite| {
                if let Some(cite) = cite {
                    cite.saved = words;
                }
            });
        };
        let count = opened.cited.len();
        if CiteView::in_field(count) < count {
            say(share::writing_citations(count));
        }
        spawn_local(async move {
            let ended = match in_turns(&opened.cited, style, day, viewer.dataset).await {
                Ok(text) => handed_over(save::save_text(&name, style.media_type(), &text), &name),
                Err(error) => error.to_string(),
            };
            if self.times.get_value() == times {
                say(ended);
            }
        });
    }
}

/// All citations as one text, written while the page lives on.
async fn in_turns(
    all: &[Cited<'static>],
    style: CitationStyle,
    day: Day,
    dataset: &Dataset,
) -> Result<String, Unwritable> {
    let mut pieces = Vec::new();
    for piece in all.chunks(PIECES) {
        pieces.push(cite(piece, style, day, dataset)?);
        time::turn().await;
    }
    Ok(pieces.join(style.separator()))
}
