//! How the facts lie over the whole time, as a strip.

use crate::chart::palette::Ink;
use crate::chart::pen::{Pen, write_px};
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
    for bar in bars {
        let run = bar.run(scale);
        let mut foot = height_px;
        for ((is_planned, tone), count) in &bar.parts {
            #[expect(clippy::cast_precision_loss, reason = "far fewer facts than 2^52")]
            let part_px = (height_px - NAMES_PX) * *count as f64 / most as f64;
            foot -= part_px;
            pen.element("rect", |xml| {
                write_px(xml, "x", run.from_px + 0.5);
                write_px(xml, "y", foot);
                write_px(xml, "width", (run.width_px() - 1.0).max(1.0));
                write_px(xml, "height", part_px);
                xml.write_attribute("fill", &ink.tone(tones.get(*tone).map(String::as_str)));
                xml.write_attribute("fill-opacity", if *is_planned { "0.4" } else { "1" });
            });
        }
    }
    pen.end()
}
