//! Data that the reader opens: read in turns, told before anything changes, and shown in the place of the page's own.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::share::{self, PAGE_KIND, whole_or_empty};
use crate::app::{Viewer, compare, show_other};
use crate::browser::dataset::reload;
use crate::browser::files::{self, Handed};
use crate::browser::{page, save, time};
use crate::dataset::{self, Dataset};
use crate::domain::vocabulary::Vocabulary;
use crate::record::dataset_in_page;
use crate::route::Page;
use crate::sheet::{Cause, Checked, Found, Limits, Reading, Unreadable, is_json};
use crate::view::{
    Export, FileState, FileView, Format, OwnDataAction, Shows, faults_as_csv, file_name, handed_over, name_of_page,
};
use crate::words::own_data as words;

/// The field in which a file is chosen.
const FIELD: &str = "#own-file";
/// How many cells are read before the time is checked.
const CELLS: usize = 2000;

/// The file that the reader has opened.
#[derive(Clone, Copy)]
pub struct OwnData {
    /// How far it has come.
    pub state: RwSignal<FileState>,
    /// What became of a file that was saved.
    pub saved: RwSignal<String>,
    /// What will be shown: the file of the dataset, and the dataset.
    held: StoredValue<Option<(String, Dataset)>>,
    /// What is wrong with it.
    causes: StoredValue<Vec<Cause>>,
    /// How many pages were saved.
    pages: StoredValue<usize>,
    /// Counts what was opened: another file or a stop ends the reading of the one before.
    times: StoredValue<usize>,
}

impl OwnData {
    /// Waits for files, as long as the page lives.
    pub fn wait(viewer: Viewer) -> Self {
        let own = Self {
            state: RwSignal::default(),
            saved: RwSignal::default(),
            held: StoredValue::new(None),
            causes: StoredValue::default(),
            pages: StoredValue::new(0),
            times: StoredValue::new(0),
        };
        files::on_file(FIELD, Limits::default().file, move |handed| own.take(viewer, handed));
        own
    }

    /// Does what a control asks for.
    pub fn act(self, viewer: Viewer, action: OwnDataAction) {
        match action {
            OwnDataAction::Choose => choose(),
            OwnDataAction::Stop => self.stop(),
            OwnDataAction::Show => self.show(),
            OwnDataAction::Compare => self.compare(viewer),
            OwnDataAction::SaveFaults => self.save_faults(&viewer.dataset.vocabulary),
            OwnDataAction::Close => reload(),
            OwnDataAction::SavePage => self.save_page(viewer),
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

    /// Stops the reading.
    fn stop(self) {
        self.forget();
        self.end(words::STOP[1].to_owned());
        page::focus("[data-choose-file]");
    }

    fn forget(self) {
        self.times.update_value(|times| *times += 1);
        self.held.set_value(None);
        self.causes.set_value(Vec::new());
        self.saved.set(String::new());
    }

    fn end(self, why: String) {
        self.state.set(FileState::Ended(why));
    }

    fn refuse(self, name: &str, why: &str) {
        self.end(words::refused(name, why));
    }

    fn read(self, viewer: Viewer, name: String, file: Vec<u8>) {
        let times = self.times.get_value();
        self.state.set(FileState::Reading(name.clone(), 0, file.len().max(1)));
        spawn_local(async move {
            time::turn().await;
            if is_json(&file) {
                return self.found_json(viewer, name, file);
            }
            if is_page(&file) {
                return match dataset_in_page(&file) {
                    Some(file) => self.found_json(viewer, name, file),
                    None => self.refuse(&name, words::NO_DATASET),
                };
            }
            match self.read_tables(&name, file, times).await {
                Ok(Some(found)) => self.found_tables(viewer, name, &found),
                Ok(None) => {}
                Err(why) => self.refuse(&name, &why.to_string()),
            }
        });
    }

    /// Reads on in turns until it is read; nothing where it was stopped.
    async fn read_tables(self, name: &str, file: Vec<u8>, times: usize) -> Result<Option<Found>, Unreadable> {
        let mut reading = Reading::new(name, file, Limits::default())?;
        loop {
            let mut step = Ok((0, 1));
            let is_left = time::work(|| {
                step = reading.step(CELLS);
                matches!(step, Ok((done, of)) if done < of)
            });
            if self.times.try_get_value() != Some(times) {
                return Ok(None);
            }
            let (done, of) = step?;
            if !is_left {
                return reading.finish().map(Some);
            }
            self.state.set(FileState::Reading(name.to_owned(), done, of));
            time::turn().await;
        }
    }

    fn found_tables(self, viewer: Viewer, name: String, found: &Found) {
        let checked = found.check();
        let rescued = match checked.dataset {
            Some(_) => None,
            None => found.clone().rescued(&checked.causes),
        };
        let view = FileView::of_tables(name, found, &checked, rescued.as_ref());
        self.causes.set_value(checked.causes.clone());
        let Checked { json, dataset, .. } = rescued.map_or(checked, |rescued| rescued.checked);
        self.held.set_value(dataset.map(|dataset| (json, dataset)));
        self.show_found(viewer, FileState::Read(Box::new(view)));
    }

    fn found_json(self, viewer: Viewer, name: String, file: Vec<u8>) {
        let Ok(file) = String::from_utf8(file) else {
            return self.refuse(&name, words::NO_TEXT);
        };
        let file = match file.strip_prefix('\u{feff}') {
            Some(file) => file.to_owned(),
            None => file,
        };
        let read = dataset::parse(file.as_bytes());
        let state = FileState::of_dataset(name, read.as_ref());
        self.held.set_value(read.ok().map(|dataset| (file, dataset)));
        self.show_found(viewer, state);
    }

    fn show_found(self, viewer: Viewer, state: FileState) {
        let shows = match &state {
            FileState::Read(file) => Some(file.shows),
            _ => None,
        };
        self.state.set(state);
        let Some(shows) = shows else {
            return;
        };
        if viewer.page.get_untracked() == Page::Compare {
            if shows == Shows::All {
                return self.compare(viewer);
            }
            // There its faults are told.
            viewer.open(Page::OwnData);
        }
        request_animation_frame(|| {
            page::focus("#own-found");
        });
    }

    /// Shows what was found in the place of the data that are shown.
    fn show(self) {
        let held = self.held.try_update_value(Option::take).flatten();
        if let Some((name, (file, dataset))) = self.name().zip(held) {
            show_other(name, file, dataset);
        }
    }

    /// Compares what was found with what is shown.
    fn compare(self, viewer: Viewer) {
        let file = self.held.with_value(|held| held.as_ref().map(|(file, _)| file.clone()));
        if let Some((name, file)) = self.name().zip(file) {
            compare::begin(viewer, name, file);
        }
    }

    /// The name of the file that was read.
    fn name(self) -> Option<String> {
        self.state.with_untracked(|state| match state {
            FileState::Read(file) => Some(file.name.clone()),
            _ => None,
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

    /// Saves the page with the data that it shows, each time under a name of its own.
    fn save_page(self, viewer: Viewer) {
        let before = self.pages.get_value();
        let name = name_of_page(&viewer.dataset.vocabulary, viewer.today, before);
        let html = share::page_of(viewer, None);
        let is_saved = html.is_some_and(|html| save::save_text(&name, PAGE_KIND, &html));
        self.pages.set_value(before + usize::from(is_saved));
        self.say_saved(&name, is_saved);
    }

    fn say_saved(self, name: &str, is_saved: bool) {
        self.saved.set(handed_over(is_saved, name));
    }
}

/// Lets the reader choose a file.
pub fn choose() {
    files::choose(FIELD);
}

/// Whether a file is a web page.
fn is_page(file: &[u8]) -> bool {
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file).trim_ascii_start();
    file.get(..9)
        .is_some_and(|begin| begin.eq_ignore_ascii_case(b"<!DOCTYPE"))
}
