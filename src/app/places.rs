//! Places of the page whose text follows the state, and the pages made of them.

use leptos::prelude::*;
use maud::Markup;

use crate::app::memo::Memo;
use crate::app::texts;
use crate::browser::{page, patch};
use crate::render::html::{Places, TOOL_PLACES, place};

/// The content of a place.
type Content = Box<dyn Fn() -> Markup + Send + Sync>;
/// How the content gets into the page, by the name of the place.
type Put = fn(&str, &str);

/// Keeps the text of a place in step with what it is made from, as long as the owner lives: where it changes, only what
/// differs is replaced.
pub fn write(place: &'static str, html: impl Fn() -> Markup + Send + Sync + 'static) {
    follow(place, Box::new(html), patch::put);
}

// One instance for all places.
fn follow(place: &'static str, html: Content, put: Put) {
    let html = Memo::new(move |_| texts::shown(html().into_string()));
    at_once(Box::new(move || put(place, &html.read())));
}

/// Keeps an attribute of the first element that matches in step, as long as the owner lives.
pub fn keep_attribute(
    selector: &'static str,
    name: &'static str,
    value: impl Fn() -> Option<String> + Send + Sync + 'static,
) {
    keep(selector, name, Box::new(value));
}

fn keep(selector: &'static str, name: &'static str, value: Box<dyn Fn() -> Option<String> + Send + Sync>) {
    let value = Memo::new(move |_| value());
    at_once(Box::new(move || {
        page::set_attribute(selector, name, value.read().as_deref());
    }));
}

/// Does something now, and again whenever what it is made from changes, as long as the owner lives.
pub fn at_once(does: Box<dyn Fn()>) {
    StoredValue::new_local(RenderEffect::new(move |_: Option<()>| does()));
}

/// A page: its frame, the content of its places, and what starts once it is on the screen.
pub struct PageParts {
    frame: Box<dyn Fn(Places<'_>) -> Markup>,
    texts: Vec<(&'static str, Content, Put)>,
    starts: Vec<Box<dyn FnOnce()>>,
}

impl PageParts {
    /// A page with that frame for its places.
    pub fn new(frame: impl Fn(Places<'_>) -> Markup + 'static) -> Self {
        Self {
            frame: Box::new(frame),
            texts: Vec::new(),
            starts: Vec::new(),
        }
    }

    /// A page that is one text.
    pub fn text(html: impl Fn() -> Markup + Send + Sync + 'static) -> Self {
        let mut parts = Self::new(|text| place("text", text));
        parts.say("text", html);
        parts
    }

    /// The same page within another frame.
    pub fn within(self, frame: impl Fn(&Markup, Places<'_>) -> Markup + 'static) -> Self {
        let inner = self.frame;
        Self {
            frame: Box::new(move |text| frame(&inner(text), text)),
            ..self
        }
    }

    /// Says something in one of its places.
    pub fn say(&mut self, place: &'static str, html: impl Fn() -> Markup + Send + Sync + 'static) {
        self.texts.push((place, Box::new(html), patch::put));
    }

    /// Whether something is said in that place.
    pub fn says(&self, place: &str) -> bool {
        self.texts.iter().any(|(name, ..)| *name == place)
    }

    /// Draws something in one of its places, which changes as a whole.
    pub fn draw(&mut self, place: &'static str, html: impl Fn() -> Markup + Send + Sync + 'static) {
        self.texts.push((place, Box::new(html), patch::replace));
    }

    /// Starts something once the page is on the screen.
    pub fn start(&mut self, start: impl FnOnce() + 'static) {
        self.starts.push(Box::new(start));
    }

    /// The page with its present content.
    pub fn whole(&self) -> Markup {
        (self.frame)(&|place| {
            let found = self.texts.iter().find(|(name, ..)| *name == place);
            found.map(|(_, says, _)| says()).unwrap_or_default()
        })
    }

    /// Puts the page up and keeps it in step, as long as the owner lives.
    pub fn put_up(self) {
        patch::put("page", &(self.frame)(&|_| Markup::default()).0);
        // The bar above it stays from page to page.
        for place in TOOL_PLACES {
            if self.texts.iter().all(|(name, ..)| *name != place) {
                patch::put(place, "");
            }
        }
        for (place, says, put) in self.texts {
            follow(place, says, put);
        }
        for start in self.starts {
            start();
        }
    }
}
