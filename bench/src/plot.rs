//! Cost against measures, as SVG: our page and the hand-written one, both scales logarithmic.

use anyhow::{Result, anyhow};
use plotters::prelude::*;

use crate::contestant::Contestant;
use crate::metric::{Metric, Results};

const SIZE_PX: (u32, u32) = (960, 720);
const OURS: RGBColor = RGBColor(31, 79, 163);
const PLAIN: RGBColor = RGBColor(179, 89, 0);

/// What is plotted, each for itself.
const PLOTTED: [Metric; 4] = [Metric::Usable, Metric::FilterDom, Metric::KeyDom, Metric::Memory];

/// The drawing.
///
/// # Errors
/// When it cannot be drawn.
pub fn svg(results: &Results) -> Result<String> {
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, SIZE_PX).into_drawing_area();
        area.fill(&WHITE).map_err(|error| anyhow!("{error}"))?;
        for (part, metric) in area.split_evenly((2, 2)).iter().zip(PLOTTED) {
            // What has no points has no scale either.
            let curves = [(Contestant::Ours, OURS), (Contestant::Plain, PLAIN)]
                .map(|(page, colour)| (page, colour, points(results, page, metric)));
            if curves.iter().any(|(_, _, points)| !points.is_empty()) {
                draw(part, metric, &curves).map_err(|error| anyhow!("{error}"))?;
            }
        }
        area.present().map_err(|error| anyhow!("{error}"))?;
    }
    Ok(svg)
}

fn points(results: &Results, page: Contestant, metric: Metric) -> Vec<(f64, f64)> {
    let sizes = results.sizes().into_iter();
    #[expect(clippy::cast_precision_loss, reason = "no dataset is so large")]
    let point = |measures: usize| Some((measures as f64, results.median(measures, page, metric)?));
    sizes.filter_map(point).filter(|(_, cost)| 0.0 < *cost).collect()
}

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;
type Curve = (Contestant, RGBColor, Vec<(f64, f64)>);

fn draw<'a>(
    area: &Area<'a>,
    metric: Metric,
    curves: &[Curve],
) -> Result<(), DrawingAreaErrorKind<<SVGBackend<'a> as DrawingBackend>::ErrorType>> {
    let all = || curves.iter().flat_map(|(_, _, points)| points);
    let least = all().map(|(_, cost)| *cost).fold(f64::INFINITY, f64::min) / 2.0;
    let most = all().map(|(_, cost)| *cost).fold(0.0, f64::max) * 2.0;
    let mut chart = ChartBuilder::on(area)
        .margin(12)
        .caption(format!("{}, {}", metric.label(), metric.unit()), ("sans-serif", 16))
        .x_label_area_size(32)
        .y_label_area_size(56)
        .build_cartesian_2d((50.0..200_000.0).log_scale(), (least..most).log_scale())?;
    chart
        .configure_mesh()
        .x_desc("measures")
        .x_label_formatter(&|measures| format!("{measures:.0}"))
        .y_label_formatter(&|cost| format!("{cost}"))
        .y_labels(6)
        .light_line_style(WHITE)
        .draw()?;
    for (page, colour, points) in curves {
        let style = colour.stroke_width(2);
        chart
            .draw_series(LineSeries::new(points.iter().copied(), style).point_size(4))?
            .label(page.name())
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 16, y)], style));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .border_style(BLACK)
        .background_style(WHITE)
        .draw()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::{Outcome, Samples};

    #[test]
    fn each_page_has_a_curve_where_something_was_measured() {
        let outcome = |measures, page, value| {
            let mut samples = Samples::default();
            samples.add(Metric::Usable, value);
            Outcome {
                measures,
                page,
                samples,
                failure: None,
            }
        };
        let results = Results(vec![
            outcome(74, Contestant::Ours, 90.0),
            outcome(1_000, Contestant::Ours, 120.0),
            outcome(74, Contestant::Plain, 80.0),
        ]);
        let svg = svg(&results).unwrap();
        assert_eq!(svg.matches("usable, ms").count(), 1);
        assert!(svg.contains("ours") && svg.contains("plain"));
        assert!(!svg.contains("memory"), "nothing was measured of it");
    }
}
