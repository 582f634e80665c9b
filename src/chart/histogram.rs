//! The facts over the whole time as a strip of bars.

use crate::chart::palette::Ink;
use crate::chart::svg::NAMES_PX;
use crate::chart::svg_writer::{Outlines, SvgWriter, rounded};
use crate::timeline::{Band, HistogramBar, TimeScale};

/// A histogram as a strip for the page. `colors` are the keys of the colors, by number.
pub fn histogram_svg(
    bars: &[HistogramBar],
    colors: &[String],
    scale: TimeScale,
    bands: &[Band],
    height_px: f64,
    ink: Ink,
) -> String {
    let mut svg = SvgWriter::new(scale.width_px(), height_px, ink, &[("aria-hidden", "true")]);
    svg.bands(bands, 0.0, height_px);
    for label in bands.iter().filter_map(|band| band.label.as_ref()) {
        svg.text(label.run.from_px, NAMES_PX / 2.0, &label.text, "ink-soft");
    }
    let most = bars.iter().map(HistogramBar::count).max().unwrap_or_default().max(1);
    let mut outlines = Outlines::default();
    for bar in bars {
        let run = bar.run(scale);
        let (from_px, width_px) = (rounded(run.from_px + 0.5), rounded((run.width_px() - 1.0).max(1.0)));
        let mut foot_px = height_px;
        for ((is_planned, color), count) in &bar.parts {
            #[expect(clippy::cast_precision_loss, reason = "far fewer facts than 2^52")]
            let part_px = (height_px - NAMES_PX) * *count as f64 / most as f64;
            foot_px -= part_px;
            let (top_px, part_px) = (rounded(foot_px), rounded(part_px));
            let fill = ink.color(colors.get(*color).map(String::as_str));
            let opacity = if *is_planned { "0.4" } else { "1" };
            let look = vec![("fill", fill), ("fill-opacity", opacity.to_owned())];
            outlines.add(
                0,
                look,
                &format!("M{from_px} {top_px}h{width_px}v{part_px}h-{width_px}z"),
            );
        }
    }
    svg.outlines(outlines);
    svg.end()
}
