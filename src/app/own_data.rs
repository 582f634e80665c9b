//! Data that the reader opens: read in turns, told before anything changes, and shown in the place of the page's own.

use std::cell::Cell;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::long_work::LongWork;
use crate::app::share::{self, PAGE_KIND, whole_or_empty};
use crate::app::{Viewer, compare, reading, show_other};
use crate::browser::dataset::reload;
use crate::browser::files::{self, Handed};
use crate::browser::same_file::{self, Written};
use crate::browser::{on_leaving, page, save};
use crate::dataset::Dataset;
use crate::domain::vocabulary::Vocabulary;
use crate::route::Page;
use crate::sheet::{Cause, Limits, Unreadable};
use crate::view::{
    Export, FileState, Format, OwnDataAction, OwnShown, ReadFile, Shows, faults_as_csv, file_name, handed_over,
    is_unsaved, name_of_page,
};
use crate::words::compare::partly;
use crate::words::own_data as words;

/// The field in which a file is chosen.
const FIELD: &str = "#own-file";
thread_local! {
    /// How many pages were handed to the browser, of whatever data.
    static DOWNLOADED: Cell<usize> = const { Cell::new(0) };
}

/// The file that the reader has opened.
#[derive(Clone, Copy)]
pub struct OwnData {
    /// How far it has come.
    pub state: RwSignal<FileState>,
    /// How far it is compared with what is shown.
    pub compared: RwSignal<FileState>,
    /// What became of a file that was saved.
    pub saved: RwSignal<String>,
    /// What will be shown: the file of the dataset, and the dataset.
    held: StoredValue<Option<(Arc<String>, Dataset)>>,
    /// What is wrong with it.
    causes: StoredValue<Vec<Cause>>,
    /// Whether the reader is asked if what is shown may go unsaved.
    is_asked: RwSignal<bool>,
    /// What became of a page that was saved.
    pub saved_page: RwSignal<String>,
    /// Counts what was begun or stopped: another file or a stop ends the work on the one before.
    times: StoredValue<usize>,
}

impl OwnData {
    /// Waits for files, as long as the page lives.
    pub fn wait(viewer: Viewer) -> Self {
        let own = Self {
            state: RwSignal::default(),
            compared: RwSignal::default(),
            saved: RwSignal::default(),
            held: StoredValue::new(None),
            causes: StoredValue::default(),
            is_asked: RwSignal::new(false),
            saved_page: RwSignal::default(),
            times: StoredValue::new(0),
        };
        on_leaving(move || is_held(viewer));
        files::on_file(FIELD, Limits::default().file, move |handed| own.take(viewer, handed));
        own
    }

    /// Does what a control asks for.
    pub fn act(self, viewer: Viewer, action: OwnDataAction) {
        match action {
            OwnDataAction::Choose => choose(),
            OwnDataAction::Stop => self.stop(),
            OwnDataAction::Show => self.show(viewer),
            OwnDataAction::ShowUnsaved => self.show_now(),
            OwnDataAction::Compare => self.compare(viewer),
            OwnDataAction::SaveFaults => self.save_faults(&viewer.dataset.vocabulary),
            OwnDataAction::Close => reload(),
            OwnDataAction::SavePage => self.save_page(viewer, false),
            OwnDataAction::SavePageAs => self.save_page(viewer, true),
            OwnDataAction::Save(export) => self.save(export, &viewer.dataset.vocabulary),
        }
    }

    fn take(self, viewer: Viewer, handed: Handed) {
        // Where editions are compared, the file is one of them.
        if viewer.page.get_untracked() != Page::Compare {
            viewer.open(Page::OwnData);
        }
        self.forget();
        match handed {
            Handed::File(name, file) => self.read(viewer, name, file),
            Handed::Several => self.end(words::SEVERAL.to_owned()),
            Handed::Unread(name) => self.refuse(&name, words::NOT_GIVEN),
            Handed::TooLarge(name) => self.refuse(&name, &Unreadable::File(Limits::default().file).to_string()),
        }
    }

    /// Stops what goes on: the reading, or the comparison, of which the file stays as it was read.
    fn stop(self) {
        let stopped = FileState::Ended(words::STOP[1].to_owned());
        if let FileState::Working(..) = *self.compared.read_untracked() {
            LongWork::end(self.times);
            self.compared.set(stopped);
        } else {
            self.forget();
            self.state.set(stopped);
        }
        page::focus("[data-choose-file]");
    }

    fn forget(self) {
        LongWork::end(self.times);
        self.compared.set(FileState::None);
        self.held.set_value(None);
        self.causes.set_value(Vec::new());
        self.saved.set(String::new());
        self.is_asked.set(false);
    }

    fn end(self, why: String) {
        self.state.set(FileState::Ended(why));
    }

    fn refuse(self, name: &str, why: &str) {
        self.end(words::refused(name, why));
    }

    fn read(self, viewer: Viewer, name: String, file: Vec<u8>) {
        let work = LongWork::begin(self.state, self.times);
        spawn_local(async move {
            if let Some(read) = reading::read(work, name, file).await {
                self.found(viewer, read);
            }
        });
    }

    /// Begins to compare.
    pub(super) fn comparing(self) -> LongWork {
        self.compared.set(FileState::None);
        LongWork::begin(self.compared, self.times)
    }

    /// Tells what was found, and compares it where that is what the reader is at.
    fn found(self, viewer: Viewer, read: ReadFile) {
        let ReadFile { state, causes, shows } = read;
        let is_read = matches!(state, FileState::Read(_));
        let is_whole = causes.is_empty() && shows.is_some();
        self.causes.set_value(causes);
        self.held
            .set_value(shows.map(|(file, dataset)| (Arc::new(file), dataset)));
        self.state.set(state);
        if !is_read {
            return;
        }
        if viewer.page.get_untracked() == Page::Compare {
            if is_whole {
                return self.compare(viewer);
            }
            // There its faults are told.
            viewer.open(Page::OwnData);
        }
        request_animation_frame(|| {
            page::focus("#own-found");
        });
    }

    /// Shows what was found, unless what is shown would go unsaved: then the reader is asked first.
    fn show(self, viewer: Viewer) {
        if !is_held(viewer) {
            return self.show_now();
        }
        self.is_asked.set(true);
        request_animation_frame(|| {
            page::focus("#own-asked");
        });
    }

    /// Shows what was found in the place of the data that are shown.
    fn show_now(self) {
        let held = self.held.try_update_value(Option::take).flatten();
        if let Some(((name, _), (file, dataset))) = self.read_file().zip(held) {
            show_other(name, Arc::unwrap_or_clone(file), dataset);
        }
    }

    /// Compares what was found with what is shown.
    fn compare(self, viewer: Viewer) {
        let file = self
            .held
            .with_value(|held| held.as_ref().map(|(file, _)| Arc::clone(file)));
        if let Some(((name, shows), file)) = self.read_file().zip(file) {
            let name = match shows {
                Shows::AllBut(records) => partly(&name, records),
                Shows::All | Shows::Nothing => name,
            };
            compare::begin(viewer, self, name, file);
        }
    }

    /// The name of the file that was read, and how much of it can be shown.
    fn read_file(self) -> Option<(String, Shows)> {
        self.state.with_untracked(|state| match state {
            FileState::Read(file) => Some((file.name.clone(), file.shows)),
            _ => None,
        })
    }

    /// The data of the reader's own that the page shows.
    pub fn shown(self, viewer: Viewer) -> Option<OwnShown> {
        viewer.file.map(|file| OwnShown {
            file: file.to_owned(),
            saves_to: same_file::chosen_for(file),
            is_asked: self.is_asked.get(),
        })
    }

    /// Saves the list of faults.
    fn save_faults(self, own: &Vocabulary) {
        let name = file_name(own, words::SAVE_FAULTS[1], Format::Csv.extension());
        let text = self.causes.with_value(|causes| faults_as_csv(causes));
        self.say_saved(&name, save::save_text(&name, Format::Csv.media_type(), &text));
    }

    /// Saves an empty file to begin with, or the data of the page.
    fn save(self, export: Export, own: &'static Vocabulary) {
        spawn_local(async move {
            let bytes = match whole_or_empty(export, own).await {
                Ok((name, writing)) => writing.finish().map(|bytes| (name, bytes)),
                Err(error) => Err(error),
            };
            self.saved.set(match bytes {
                Ok((name, bytes)) => handed_over(save::save_bytes(&name, export.format.media_type(), &bytes), &name),
                Err(error) => error.to_string(),
            });
        });
    }

    /// Saves the page with the data that the reader has opened: to the file to which they were saved before, to one that the reader
    /// chooses, or as a download, each time under a name of its own.
    pub fn save_page(self, viewer: Viewer, asks: bool) {
        let Some(file) = viewer.file else { return };
        let name = name_of_page(&viewer.dataset.vocabulary, viewer.today, DOWNLOADED.get());
        spawn_local(async move {
            let page = move || {
                // None where the page shows other data by now.
                viewer.is_page_saved.try_get_value()?;
                share::page_of(viewer, None, None)
            };
            let said = match same_file::write_for(file, asks, &name, page).await {
                Written::To(file) => words::saved_to(&file),
                Written::Nowhere => return,
                failed => {
                    let Some(html) = page() else { return };
                    let is_taken = save::save_text(&name, PAGE_KIND, &html);
                    let instead = handed_over(is_taken, &name);
                    if !is_taken {
                        return self.say_page(instead);
                    }
                    DOWNLOADED.set(DOWNLOADED.get() + 1);
                    match failed {
                        Written::Refused => words::not_saved(&instead),
                        _ => instead,
                    }
                }
            };
            viewer.is_page_saved.try_set_value(true);
            self.say_page(said);
            // What asked goes: the reader stays at what was found.
            if self.is_asked.try_get_untracked() == Some(true) {
                self.is_asked.set(false);
                request_animation_frame(|| {
                    page::focus("#own-found");
                });
            }
        });
    }

    fn say_page(self, said: String) {
        self.saved.try_set(said.clone());
        self.saved_page.try_set(said);
    }

    fn say_saved(self, name: &str, is_saved: bool) {
        self.saved.set(handed_over(is_saved, name));
    }
}

/// Whether what is shown is not saved, and would be lost.
fn is_held(viewer: Viewer) -> bool {
    is_unsaved(viewer.file, viewer.is_page_saved.get_value())
}

/// Lets the reader choose a file.
pub fn choose() {
    files::choose(FIELD);
}
