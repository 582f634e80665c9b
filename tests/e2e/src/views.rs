//! The reader's verbs in the views beside the table, and on the pages of lines, bodies and documents.
#![expect(
    clippy::missing_errors_doc,
    reason = "every verb fails alike: when the window is gone, or what it speaks of is not in the page"
)]

use crate::reader::Reader;
use crate::session::texts;
use anyhow::{Context, Result};
use serde_json::json;
use thirtyfour::Key;

impl Reader {
    /// Opens a view by its tab.
    pub fn open_tab(&self, name: &str) -> Result<()> {
        self.session().click(&format!("[data-tab='{name}']"), 0)
    }

    /// The tab that is marked as the one that is shown.
    pub fn current_tab(&self) -> Result<String> {
        self.text_of(".tabs a[aria-current=page]")
    }

    /// What the window is called.
    pub fn window_title(&self) -> Result<String> {
        self.text("return document.title")
    }

    /// The main heading of the page.
    pub fn main_heading(&self) -> Result<String> {
        self.text_of("main h1")
    }

    /// The ids of the commitments in the list, from top to bottom; one may stand in several groups.
    pub fn commitments(&self) -> Result<Vec<String>> {
        self.texts("return [...document.querySelectorAll('[data-commitment]')].map((row) => row.dataset.commitment)")
    }

    /// Asks for more of a long list with the keyboard; its end is not scrolled to, which would ask for more as well.
    pub fn show_more(&self, list: &str) -> Result<()> {
        let body = "document.querySelector(arguments[0]).focus({preventScroll: true})";
        let button = format!("[data-more='{list}']");
        self.session().script(body, &[json!(button)])?;
        self.press(Key::Enter)
    }

    /// Shows the column of later facts in the table, or hides it: `since` or `sources`.
    pub fn choose_later_column(&self, shown: &str) -> Result<()> {
        self.session().click(
            &format!(".selection select[data-choice=show] option[value='{shown}']"),
            0,
        )
    }

    /// What the parts of the sheet of filters say that match.
    pub fn in_sheet(&self, selector: &str) -> Result<Vec<String>> {
        let body =
            "return [...document.querySelectorAll(`#filters ${arguments[0]}`)].map((part) => part.textContent.trim())";
        Ok(texts(&self.session().script(body, &[json!(selector)])?))
    }

    /// How high the lowest of those that are shown is, in pixels.
    pub fn least_height_px(&self, selector: &str) -> Result<f64> {
        let body = "const heights = [...document.querySelectorAll(arguments[0])].map((part) => part.getBoundingClientRect().height);
            return Math.min(...heights.filter((height) => 0 < height))";
        let least = self.session().script(body, &[json!(selector)])?;
        least.as_f64().context("none is shown")
    }

    /// Which hit of a search is reached, and of how many: `2 of 31`.
    pub fn said_of_hits(&self) -> Result<String> {
        self.text_of("[data-place=hits] [role=status]")
    }

    /// How far the page is scrolled, in pixels.
    pub fn scrolled_px(&self) -> Result<f64> {
        let scrolled = self.session().script("return scrollY", &[])?;
        scrolled.as_f64().context("the page says nothing")
    }

    /// In how many rows of the table a later fact has a cell.
    pub fn later_cells(&self) -> Result<usize> {
        let body = "return document.querySelectorAll('#app td.since').length";
        let count = self.session().script(body, &[])?;
        usize::try_from(count.as_u64().context("no number")?).context("very many")
    }

    /// Presses the count of the commitments that name that: `owner`, `date`, `product`, `three`, `none`.
    pub fn press_count_of_naming(&self, what: &str) -> Result<()> {
        self.session().click(&format!("[data-naming-count='{what}']"), 0)
    }

    /// All that the row of one commitment says.
    pub fn commitment_text(&self, id: &str) -> Result<String> {
        self.text_of(&format!("[data-commitment='{id}']"))
    }

    /// The slip that the row of a commitment states.
    pub fn slip(&self, id: &str) -> Result<String> {
        self.text_of(&format!("[data-commitment='{id}'] [data-slip]"))
    }

    /// How many shapes the course of a commitment is drawn with.
    pub fn drawn_shapes(&self, id: &str) -> Result<u64> {
        let body = "return document.querySelectorAll(arguments[0]).length";
        let selector = format!("[data-commitment='{id}'] .course-drawing :is(rect, line, path)");
        Ok(self
            .session()
            .script(body, &[json!(selector)])?
            .as_u64()
            .unwrap_or_default())
    }

    /// The count that stands for an outcome above the list, and the number it is counted of.
    pub fn outcome_count(&self, state: &str) -> Result<(usize, usize)> {
        let count = self.text_of(&format!("[data-outcome-count='{state}'] b"))?;
        let all = self.text_of("[data-denominator]")?;
        Ok((number(&count)?, number(&all)?))
    }

    /// Presses the outcome above the list.
    pub fn press_outcome(&self, state: &str) -> Result<()> {
        self.session().click(&format!("[data-outcome-count='{state}']"), 0)
    }

    /// Chooses how the commitments are grouped.
    pub fn group_commitments(&self, per: &str) -> Result<()> {
        self.session()
            .click(&format!("select[data-choice=per] option[value='{per}']"), 0)
    }

    /// The heads of the groups, from top to bottom.
    pub fn group_heads(&self) -> Result<Vec<String>> {
        self.wait_for_rows()?;
        self.texts("return [...document.querySelectorAll(':is(.group-row th, .list-group > summary)')].map((head) => head.textContent)")
    }

    /// Goes to the part of the page with that id.
    pub fn go_to_part(&self, id: &str) -> Result<()> {
        // The line at the foot is there once the page is scrolled.
        self.session().script("scrollTo(0, innerHeight)", &[])?;
        self.wait_until("the line at the foot is there", |reader| {
            let display = reader.text("return getComputedStyle(document.querySelector('.page-parts')).display")?;
            Ok(display != "none")
        })?;
        self.session().click(&format!("[data-to-part='{id}']"), 0)
    }

    /// Goes from a commitment to where it stands.
    pub fn follow_commitment(&self, id: &str) -> Result<()> {
        self.session()
            .click(&format!("[data-commitment='{id}'] .commitment .home-link"), 0)
    }

    /// The id of the element that has the focus.
    pub fn focused_id(&self) -> Result<String> {
        self.text("return document.activeElement.id")
    }

    /// The count in a cell of the heat table.
    pub fn cell(&self, row: &str, column: &str) -> Result<usize> {
        number(&self.text_of(&format!("[data-cell='{row}/{column}']"))?)
    }

    /// Follows a cell of the heat table.
    pub fn follow_cell(&self, row: &str, column: &str) -> Result<()> {
        self.session().click(&format!("[data-cell='{row}/{column}']"), 0)
    }

    /// How many facts the list below the heat table says it has.
    pub fn counted_facts(&self) -> Result<usize> {
        let said = self.text_of("#counted-facts")?;
        number(said.split(' ').next().unwrap_or_default())
    }

    /// The cell that has the focus, as `row/column`.
    pub fn focused_cell(&self) -> Result<Option<String>> {
        let body = "return document.activeElement.dataset.cell ?? null";
        Ok(self.session().script(body, &[])?.as_str().map(str::to_owned))
    }

    /// The ids of the documents in the list, from top to bottom.
    pub fn documents(&self) -> Result<Vec<String>> {
        self.texts("return [...document.querySelectorAll('[data-document]')].map((row) => row.dataset.document)")
    }

    /// The address of a document in its register.
    pub fn register_link(&self, document: &str) -> Result<String> {
        let body = "return document.querySelector(arguments[0])?.href ?? ''";
        let selector = json!(format!("[data-document='{document}'] .register-link"));
        Ok(self
            .session()
            .script(body, &[selector])?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// Puts the focus on the first acronym with this text that the Tab key reaches.
    pub fn focus_acronym(&self, term: &str) -> Result<()> {
        let body = "const all = [...document.querySelectorAll('.acronym:is(a, [tabindex=\"0\"])')];
                    const found = all.find((acronym) => acronym.firstChild.textContent === arguments[0]
                        || acronym.textContent.startsWith(arguments[0] + ' '));
                    found?.focus(); return Boolean(found)";
        let found = self.session().script(body, &[json!(term)])?;
        found
            .as_bool()
            .filter(|found| *found)
            .map(|_| ())
            .with_context(|| format!("no acronym {term}"))
    }

    /// The expansions that can be seen now.
    pub fn shown_expansions(&self) -> Result<Vec<String>> {
        self.texts(
            "return [...document.querySelectorAll('.expansion')].filter((one) => one.getBoundingClientRect().width > 2)
                .map((one) => one.textContent)",
        )
    }
}

fn number(text: &str) -> Result<usize> {
    text.trim().parse().with_context(|| format!("`{text}` is no count"))
}
