//! How the facts lie over the whole time, as a strip.

use std::collections::BTreeMap;

use crate::chart::palette::Ink;
use crate::chart::pen::{Pen, rounded};
use crate::chart::svg::NAMES_PX;
use crate::timeline::{Band, DensityBar, TimeScale};

/// The density as a strip, for the page: `tones` are the keys of the colours, by number.
pub fn density_svg(
    bars: &[DensityBar],
    tones: &[String],
    scale: TimeScale,
    bands: &[Band],
    height_px: f64,
    ink: Ink,
) -> String {
    let mut pen = Pen::begin(scale.width_px(), height_px, ink);
    pen.xml.write_attribute("aria-hidden", "true");
    for band in bands {
        pen.band(band, 0.0, height_px);
    }
    for label in bands.iter().filter_map(|band| band.label.as_ref()) {
        pen.text(label.run.from_px, NAMES_PX / 2.0, &label.text, "ink-soft", false);
    }
    let most = bars.iter().map(DensityBar::count).max().unwrap_or_default().max(1);
    // All of one look is one outline: a strip of years has a thousand parts.
    let mut outlines: BTreeMap<(bool, usize), String> = BTreeMap::new();
    for bar in bars {
        let run = bar.run(scale);
        let (from_px, width_px) = (rounded(run.from_px + 0.5), rounded((run.width_px() - 1.0).max(1.0)));
        let mut foot = height_px;
        for (look, count) in &bar.parts {
            #[expect(clippy::cast_precision_loss, reason = "far fewer facts than 2^52")]
            let part_px = (height_px - NAMES_PX) * *count as f64 / most as f64;
            foot -= part_px;
            let part = format!(
                "M{from_px} {}h{width_px}v{}h-{width_px}z",
                rounded(foot),
                rounded(part_px)
            );
            outlines.entry(*look).or_default().push_str(&part);
        }
    }
    for ((is_planned, tone), outline) in &outlines {
        pen.element("path", |xml| {
            xml.write_attribute("d", outline);
            xml.write_attribute("fill", &ink.tone(tones.get(*tone).map(String::as_str)));
            xml.write_attribute("fill-opacity", if *is_planned { "0.4" } else { "1" });
        });
    }
    pen.end()
}
