//! Saves a page to a file that the reader chooses, and to the same file again, where the browser can (the File System Access API).

use std::cell::RefCell;

use js_sys::{Array, Object, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    type Picker;
    #[wasm_bindgen(method, catch, js_name = showSaveFilePicker)]
    async fn pick(this: &Picker, options: &Object) -> Result<JsValue, JsValue>;

    #[derive(Clone)]
    type ChosenFile;
    #[wasm_bindgen(method, getter)]
    fn name(this: &ChosenFile) -> String;
    #[wasm_bindgen(method, catch, js_name = createWritable)]
    async fn create_writable(this: &ChosenFile) -> Result<JsValue, JsValue>;

    type Writable;
    #[wasm_bindgen(method, catch)]
    async fn write(this: &Writable, text: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn close(this: &Writable) -> Result<JsValue, JsValue>;
}

thread_local! {
    /// The file that the reader chose last, and for what. It stays when the page shows other data.
    static CHOSEN: RefCell<Option<(String, ChosenFile)>> = const { RefCell::new(None) };
}

/// What became of a page that was to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// It stands in the file of that name.
    To(String),
    /// The reader chose no file.
    Nowhere,
    /// It could not be written.
    Refused,
    /// The browser has no such thing.
    Unable,
}

/// The name of the file that was chosen before for `what`.
pub fn chosen_for(what: &str) -> Option<String> {
    file_for(what).map(|file| file.name())
}

/// Writes what `text` gives to the file that was chosen for `what` before, or else lets the reader choose one. Only where the reader has just pressed
/// something does the browser ask.
pub async fn write_for(what: &str, asks: bool, name: &str, text: impl FnOnce() -> Option<String>) -> Written {
    if !Reflect::has(&window(), &"showSaveFilePicker".into()).unwrap_or_default() {
        return Written::Unable;
    }
    let file = match file_for(what).filter(|_| !asks) {
        Some(file) => file,
        None => match choose(name).await {
            Ok(file) => file,
            Err(error) if is_named(&error, "AbortError") => return Written::Nowhere,
            Err(_) => return Written::Refused,
        },
    };
    let written = match text() {
        Some(text) => write_to(&file, &text).await.is_ok(),
        None => false,
    };
    if !written {
        CHOSEN.set(None);
        return Written::Refused;
    }
    let name = file.name();
    CHOSEN.set(Some((what.to_owned(), file)));
    Written::To(name)
}

fn file_for(what: &str) -> Option<ChosenFile> {
    CHOSEN.with_borrow(|chosen| {
        let (known, file) = chosen.as_ref()?;
        (known == what).then(|| file.clone())
    })
}

async fn choose(name: &str) -> Result<ChosenFile, JsValue> {
    let (options, kind, accept) = (Object::new(), Object::new(), Object::new());
    Reflect::set(&accept, &"text/html".into(), &Array::of1(&".html".into()))?;
    Reflect::set(&kind, &"accept".into(), &accept)?;
    Reflect::set(&options, &"types".into(), &Array::of1(&kind))?;
    Reflect::set(&options, &"suggestedName".into(), &name.into())?;
    let file = window().unchecked_ref::<Picker>().pick(&options).await?;
    Ok(file.unchecked_into())
}

async fn write_to(file: &ChosenFile, text: &str) -> Result<(), JsValue> {
    let stream: Writable = file.create_writable().await?.unchecked_into();
    stream.write(text).await?;
    stream.close().await?;
    Ok(())
}

fn is_named(error: &JsValue, name: &str) -> bool {
    Reflect::get(error, &"name".into()).is_ok_and(|own| own == name)
}
