//! What is shown as a file for other programs, written in steps that leave the page alive.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::share::content::export_context;
use crate::app::share::{Opened, Sharing, Subject};
use crate::app::{Viewer, texts};
use crate::browser::{page, save, time};
use crate::domain::vocabulary::Vocabulary;
use crate::render::{Progress, Unwritable, Writing};
use crate::view::{Export, ExportState, Extent, Format, file_name, handed_over};
use crate::words::share;

/// How many pieces are written before the time is checked.
const PIECES: usize = 16;

impl Sharing {
    /// Saves what is shown in the format with that key, unless something is being written.
    pub fn export(self, viewer: Viewer, key: &str) {
        let is_writing = matches!(*self.export.read_untracked(), ExportState::Writing(..));
        let Some(export) = Export::from_key(key).filter(|_| !is_writing) else {
            return;
        };
        let Some(opened) = self.opened.get_untracked() else {
            return;
        };
        self.is_stopped.set_value(false);
        self.export.set(ExportState::Writing(0, 1));
        let times = self.times.get_value();
        spawn_local(async move {
            time::turn().await;
            let ended = match self.write(viewer, &opened, export, times).await {
                Ok(words) => words,
                Err(error) => error.to_string(),
            };
            if self.times.get_value() == times {
                self.end_export(export, ended);
            }
        });
    }

    /// Writes no more of what is being written.
    pub fn stop_export(self) {
        self.is_stopped.set_value(true);
    }

    /// The button that stops it goes: who pressed it with keys is led back to where they began.
    fn end_export(self, export: Export, ended: String) {
        let was_at_stop = page::focus_is_in("[data-export-stop]");
        self.export.set(ExportState::Ended(ended));
        if was_at_stop {
            page::focus(&format!("[data-export={}]", export.key()));
        }
    }

    /// Writes and saves it; returns the message about it. Closing the dialog stops the writing.
    async fn write(
        self,
        viewer: Viewer,
        opened: &Opened,
        Export { extent, format }: Export,
        times: usize,
    ) -> Result<String, Unwritable> {
        let is_of_file = matches!(format, Format::Json | Format::Workbook | Format::CsvFiles);
        let goes_on = |done, of| {
            self.export.set(ExportState::Writing(done, of));
            !self.is_stopped.get_value() && self.times.get_value() == times
        };
        match texts::all(goes_on).await {
            Ok(true) => {}
            Ok(false) => return Ok(share::STOP[1].to_owned()),
            Err(why) => return Ok(why.sentence().to_owned()),
        }
        let file = match extent {
            Extent::Shown if is_of_file => texts::file().await.unwrap_or_default(),
            _ => String::new(),
        };
        let (name, mut writing) = match (extent, &opened.content) {
            (Extent::Shown, Some(content)) => {
                let word = match &opened.subject {
                    Subject::Line(id) => viewer.dataset.vocabulary.code(id).to_lowercase(),
                    Subject::Page => content.word(viewer.dataset),
                };
                let export = export_context(viewer, &opened.subject, &opened.what, file);
                let name = export.file_name(&word, format.extension());
                (name, Writing::new(format, export, content)?)
            }
            (Extent::Shown, None) => return Ok(share::NOTHING.to_owned()),
            (Extent::Everything | Extent::Nothing, _) => {
                whole_or_empty(Export { extent, format }, &viewer.dataset.vocabulary).await?
            }
        };
        loop {
            let mut progress = Progress { done: 0, of: 1 };
            let is_left = time::work(|| {
                progress = writing.step(PIECES);
                progress.done < progress.of
            });
            if self.is_stopped.get_value() || self.times.get_value() != times {
                return Ok(share::STOP[1].to_owned());
            }
            if !is_left {
                break;
            }
            self.export.set(ExportState::Writing(progress.done, progress.of));
            time::turn().await;
        }
        let bytes = writing.finish()?;
        Ok(handed_over(save::save_bytes(&name, format.media_type(), &bytes), &name))
    }
}

/// Begins to write the data of the page, or a file without records, and names it.
///
/// # Errors
/// As [`Writing::everything`].
pub async fn whole_or_empty(
    Export { extent, format }: Export,
    own: &Vocabulary,
) -> Result<(String, Writing<'static>), Unwritable> {
    let [everything, nothing] = share::FILE_WORDS;
    let (word, writing) = if extent == Extent::Nothing {
        (nothing, Writing::template(format))
    } else {
        let file = texts::file().await.unwrap_or_default();
        (everything, Writing::everything(format, &file)?)
    };
    Ok((file_name(own, word, format.extension()), writing))
}
