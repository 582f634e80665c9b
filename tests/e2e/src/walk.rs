//! A walk through the page: at each step something that a reader could do next, chosen by chance that a seed repeats.
//!
//! What can be done is found by one script in the page (`pages/walked.js`), so a control that comes new is walked to without
//! a word here. After each step the app must be ready and agree with its address, the step must have done what such a
//! control does, and nothing may have been complained about.
#![expect(
    clippy::missing_errors_doc,
    reason = "every step fails alike: when the window is gone, or the page is not as it must be"
)]

use crate::reader::Reader;
use crate::session::texts;
use anyhow::{Context, Result, ensure};
use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write;
use thirtyfour::Key;

/// What a reader may type into the search box: names of things, words, and what nobody would.
const WORDS: [&str; 24] = [
    "5754/20",
    "5618/20",
    "10944/18",
    "15070/19",
    "COM(2016) 602",
    "31",
    "1",
    "74",
    "LEWP",
    "Europol",
    "SIS",
    "terror",
    "border security",
    "ISF-31",
    "9727/19",
    "the",
    "zzzz",
    "",
    "   ",
    "\"'\\%#?&=/",
    "<b>31</b>",
    "Č š é Ⅳ ﬁ",
    "\u{202e}31\u{0}",
    "🙂",
];

/// What may be typed into the address bar.
const ADDRESSES: [&str; 10] = [
    "#/table",
    "#/measure/31",
    "#/measure/999",
    "#/timeline?lanes=system&from=2017-01-01&to=2019-12-31",
    "#/presidency/FI?beside=HR",
    "#/presidency/XX",
    "#/commitments?system=ees&as-of=2018-06-30",
    "#/since",
    "#/slips?as-of=2026-11-29",
    "#/nonsense?nothing=%zz",
];

/// Days before, in, at the end of and after the record, and none.
const DAYS: [&str; 7] = [
    "1 Jul 2016",
    "2018-06-30",
    "31 Dec 2019",
    "3 Feb 2020",
    "29 Nov 2026",
    "1990-01-01",
    "",
];

/// A desk, a phone and a tablet.
const WINDOWS_PX: [(u32, u32); 3] = [(1440, 900), (390, 844), (768, 900)];

/// So many steps are taken between two looks at whether the tabs answer.
const BETWEEN_TABS: usize = 12;

/// So many controls are tried at one step: some are covered by others.
const TRIES: usize = 40;

/// A reader who walks.
#[derive(Debug)]
pub struct Walk<'a> {
    reader: &'a Reader,
    seed: u64,
    random: Pcg32,
    /// How often each kind of control has been taken.
    taken: BTreeMap<String, usize>,
    /// What was done, in words.
    steps: Vec<String>,
    /// How often the page moved under the pointer.
    missed: usize,
}

/// A control that has been taken hold of.
struct Control(Value);

impl Control {
    fn text(&self, name: &str) -> &str {
        self.0[name].as_str().unwrap_or_default()
    }

    fn number(&self, name: &str) -> f64 {
        self.0[name].as_f64().unwrap_or_default()
    }

    fn has(&self, data: &str) -> bool {
        texts(&self.0["data"]).iter().any(|name| name == data)
    }
}

impl<'a> Walk<'a> {
    /// Begins a walk in a page that was opened in [`crate::Setting::Walked`].
    pub fn begin(reader: &'a Reader, seed: u64) -> Self {
        Walk {
            reader,
            seed,
            random: Pcg32::seed_from_u64(seed),
            taken: BTreeMap::new(),
            steps: Vec::new(),
            missed: 0,
        }
    }

    /// Takes so many steps. An error tells them all, and the seed that repeats them.
    pub fn go(&mut self, count: usize) -> Result<()> {
        for step in 1..=count {
            let walked = if step % BETWEEN_TABS == 0 {
                self.use_a_tab()
            } else {
                self.step()
            };
            walked.and_then(|()| self.check()).with_context(|| self.told())?;
        }
        // A walk that mostly misses says nothing.
        ensure!(self.missed * 10 <= count, "{} of {count} steps missed", self.missed);
        Ok(())
    }

    /// What was done, in plain words.
    pub fn told(&self) -> String {
        let mut told = format!("WALK_SEED={} and these {} steps:", self.seed, self.steps.len());
        for (place, step) in self.steps.iter().enumerate() {
            // A text takes whatever it is given.
            let _ = write!(told, "\n{:4}. {step}", place + 1);
        }
        told
    }

    /// How much of the page was walked through.
    pub fn in_short(&self) -> String {
        format!(
            "seed {}: {} steps, {} kinds of controls, {} missed",
            self.seed,
            self.steps.len(),
            self.taken.len(),
            self.missed
        )
    }

    fn step(&mut self) -> Result<()> {
        match self.below(100) {
            0..72 => self.use_a_control(|_| true),
            72..80 => self.use_a_control(|kind| kind.contains("input search")),
            80..84 => {
                self.say("go back");
                self.reader.back()?;
                self.stay()
            }
            84..87 => {
                self.say("go forward");
                self.reader.forward()?;
                self.stay()
            }
            87..89 => {
                self.say("reload");
                self.reader.reload()
            }
            89..91 => {
                let window = self.one_of(&WINDOWS_PX);
                self.say(format!("resize to {} × {} pixels", window.0, window.1));
                self.reader.resize(window.0, window.1)
            }
            91..94 => {
                let address = self.one_of(&ADDRESSES);
                self.say(format!("type {address} into the address bar"));
                self.reader.go_to(address)
            }
            94..96 => {
                let share = self.below(100);
                self.say(format!("scroll to {share} % of the page"));
                self.script(
                    "scrollTo(0, (arguments[0] / 100) * document.documentElement.scrollHeight)",
                    &[json!(share)],
                )
                .map(drop)
            }
            96..98 => {
                self.say("press Escape");
                self.reader.press(Key::Escape)
            }
            _ => {
                self.say("press Tab and Enter");
                self.reader.press(Key::Tab)?;
                self.reader.press(Key::Enter)
            }
        }
    }

    /// Whatever lies over the page is closed, and another view comes.
    fn use_a_tab(&mut self) -> Result<()> {
        self.say("press Escape");
        self.reader.press(Key::Escape)?;
        self.check()?;
        if self.kinds()?.keys().any(|kind| kind.contains("sheet-close")) {
            self.use_a_control(|kind| kind.contains("sheet-close"))?;
            self.check()?;
        }
        // A page may still be moving under the pointer.
        for _ in 0..TRIES {
            if self.kinds()?.keys().any(|kind| kind.contains("tab=")) {
                break;
            }
            self.use_a_control(|kind| kind.contains("top-bar a name"))?;
            self.check()?;
        }
        self.use_a_control(|kind| kind.contains("tab="))?;
        let found = self.steps.last().is_some_and(|step| !step.starts_with("find "));
        ensure!(found, "there is no way to another view");
        Ok(())
    }

    /// Uses a control of a kind that fits, rather of one that has been taken seldom.
    fn use_a_control(&mut self, fits: impl Fn(&str) -> bool) -> Result<()> {
        for _ in 0..TRIES {
            let kinds: Vec<(String, u64)> = self.kinds()?.into_iter().filter(|(kind, _)| fits(kind)).collect();
            if kinds.is_empty() {
                self.say("find nothing of that kind");
                return Ok(());
            }
            let times = |kind: &str| self.taken.get(kind).copied().unwrap_or_default();
            let least = kinds.iter().map(|(kind, _)| times(kind)).min().unwrap_or_default();
            let rare: Vec<_> = kinds.iter().filter(|(kind, _)| times(kind) == least).cloned().collect();
            let choice = if self.below(3) == 0 { kinds } else { rare };
            let (kind, count) = choice[self.below(choice.len())].clone();
            let place = self.below(usize::try_from(count)?);
            *self.taken.entry(kind.clone()).or_default() += 1;
            let control = self.script(
                "return walk.take(arguments[0], arguments[1])",
                &[json!(kind), json!(place)],
            )?;
            if !control.is_null() {
                return self.use_it(&Control(control));
            }
        }
        self.say("find everything covered");
        Ok(())
    }

    fn use_it(&mut self, control: &Control) -> Result<()> {
        let says = control.text("says").to_owned();
        let (x, y) = (control.number("x"), control.number("y"));
        match (control.text("tag"), control.text("type")) {
            ("select", _) => {
                let options = texts(&self.script("return walk.options()", &[])?);
                let value = options[self.below(options.len())].clone();
                self.say(format!("choose “{value}” in {says}"));
                self.script("walk.set(arguments[0])", &[json!(value)]).map(drop)
            }
            _ if control.has("asOf") => {
                let day = self.one_of(&DAYS);
                self.say(format!("set {says} to “{day}”"));
                self.script("walk.set(arguments[0])", &[json!(day)])?;
                self.script("document.activeElement.blur()", &[]).map(drop)
            }
            (_, "search") => self.search(),
            _ if control.has("overview") || (control.has("lines") && self.below(2) == 0) => {
                let width = control.number("width");
                let to = x + width * (self.share() * 0.8 - 0.4);
                self.say(format!("drag by {:.0} pixels over {says}", to - x));
                self.reader.session().drag((x, y), (to, y))
            }
            ("a" | "button" | "summary" | "input", _) | (_, "checkbox" | "radio") => self.press_it(control),
            _ if control.text("role") == "option" && !control.has("mark") => self.click_it(control),
            _ if control.has("mark") => self.click_it(control),
            _ => self.walk_with_keys(&says),
        }
    }

    /// By pointer, or now and then by keyboard.
    fn press_it(&mut self, control: &Control) -> Result<()> {
        if self.below(4) != 0 {
            return self.click_it(control);
        }
        let is_box = ["checkbox", "radio"].contains(&control.text("type"));
        self.say(format!("focus and press {}", control.text("says")));
        let refusal = self.script("return walk.focus()", &[])?;
        let Some(refusal) = refusal.as_str() else {
            return self.miss_it();
        };
        ensure!(refusal.is_empty(), "{refusal}");
        if is_box {
            self.reader.press_character(' ')
        } else {
            self.reader.press(Key::Enter)
        }
    }

    fn click_it(&mut self, control: &Control) -> Result<()> {
        self.say(format!("click {}", control.text("says")));
        self.reader
            .session()
            .click_at((control.number("x"), control.number("y")))?;
        if self.script("return globalThis.walk?.missed() ?? false", &[])? == json!(true) {
            self.miss_it()?;
        }
        Ok(())
    }

    fn miss_it(&mut self) -> Result<()> {
        self.missed += 1;
        self.say("miss it, because the page has moved");
        self.script("walk.forget()", &[]).map(drop)
    }

    /// Types something, and goes on in one of the ways that there are.
    fn search(&mut self) -> Result<()> {
        let words = self.one_of(&WORDS);
        self.say(format!("search for “{words}”"));
        self.script("walk.focus(); walk.set('')", &[])?;
        // No driver types every character on every keyboard.
        if words.is_ascii() && !words.is_empty() {
            self.reader.type_in_search(words)?;
        } else {
            self.script("walk.set(arguments[0])", &[json!(words)])?;
        }
        let keys: &[(&str, Key)] = match self.below(6) {
            0 | 1 => &[("Enter", Key::Enter)],
            2 => &[("Down", Key::Down), ("Enter", Key::Enter)],
            3 => &[
                ("Down", Key::Down),
                ("Down", Key::Down),
                ("Up", Key::Up),
                ("Enter", Key::Enter),
            ],
            4 => &[("Escape", Key::Escape)],
            _ => &[],
        };
        for (name, key) in keys {
            self.say(format!("press {name}"));
            self.reader.press(key.clone())?;
        }
        let has_offers = self.kinds()?.keys().any(|kind| kind.contains("offers li"));
        if keys.is_empty() && has_offers {
            self.use_a_control(|kind| kind.contains("offers li"))?;
        }
        Ok(())
    }

    fn walk_with_keys(&mut self, says: &str) -> Result<()> {
        const KEYS: [(&str, Key); 8] = [
            ("Left", Key::Left),
            ("Right", Key::Right),
            ("Up", Key::Up),
            ("Down", Key::Down),
            ("Home", Key::Home),
            ("End", Key::End),
            ("Enter", Key::Enter),
            ("Escape", Key::Escape),
        ];
        self.script("walk.focus()", &[])?;
        for _ in 0..=self.below(4) {
            if self.below(5) == 0 {
                let sign = self.one_of(&['+', '-']);
                self.say(format!("press {sign} at {says}"));
                self.reader.press_character(sign)?;
            } else {
                let (name, key) = self.one_of(&KEYS);
                self.say(format!("press {name} at {says}"));
                self.reader.press(key)?;
            }
        }
        Ok(())
    }

    /// Who goes back beyond the page comes again.
    fn stay(&mut self) -> Result<()> {
        if self.script("return 'walk' in window", &[])? == json!(true) {
            return Ok(());
        }
        self.say("come back to the page");
        self.reader.go_to("")
    }

    /// The page is as it must be, and what was done has been done.
    fn check(&mut self) -> Result<()> {
        self.reader.wait_until_silent("the page follows the step", |reader| {
            let body = "return [walk.wrong(), walk.lacking()].filter((words) => words).join('; ')";
            reader.text(body)
        })?;
        let errors = self.reader.console_errors()?;
        ensure!(errors.is_empty(), "the browser complains: {}", errors.join("\n"));
        let address = self.reader.fragment()?;
        if let Some(last) = self.steps.last_mut() {
            // A text takes whatever it is given.
            let _ = write!(last, " → {address}");
        }
        self.script("walk.forget()", &[]).map(drop)
    }

    fn kinds(&self) -> Result<BTreeMap<String, u64>> {
        let kinds = self.script("return walk.kinds()", &[])?;
        Ok(serde_json::from_value(kinds)?)
    }

    fn script(&self, body: &str, arguments: &[Value]) -> Result<Value> {
        self.reader.session().script(body, arguments)
    }

    fn say(&mut self, step: impl Into<String>) {
        self.steps.push(step.into());
    }

    fn below(&mut self, end: usize) -> usize {
        let scaled = u64::from(self.random.next_u32()) * end as u64;
        usize::try_from(scaled >> u32::BITS).unwrap_or_default()
    }

    /// A number from 0 up to 1, in hundredths.
    fn share(&mut self) -> f64 {
        f64::from(u8::try_from(self.below(101)).unwrap_or_default()) / 100.0
    }

    fn one_of<T: Clone>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())].clone()
    }
}

impl Reader {
    /// Waits until there is nothing to say any more; when there still is in time, the error says it.
    fn wait_until_silent(&self, what: &str, says: impl Fn(&Reader) -> Result<String>) -> Result<()> {
        let last = std::cell::RefCell::new(String::new());
        let waited = self.wait_until(what, |reader| {
            let words = says(reader)?;
            let is_silent = words.is_empty();
            last.replace(words);
            Ok(is_silent)
        });
        waited.with_context(|| last.take())
    }

    /// What stands in the search box.
    pub fn searched(&self) -> Result<String> {
        self.text("return document.querySelector('input[type=search]').value")
    }

    /// Loads the page anew, and waits until it has started.
    pub fn reload(&self) -> Result<()> {
        self.session().reload()?;
        self.wait_until_started()
    }
}
