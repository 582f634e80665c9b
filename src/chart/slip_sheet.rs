//! Slip charts as one file, each with the names of its promises.

use crate::chart::slip::SlipChart;
use crate::chart::slip_square::Square;
use crate::chart::svg::FONTS;
use crate::chart::svg_writer::{SvgWriter, cut};
use crate::timeline::Label;
use crate::words::slips as words;

/// The size of a chart.
const WIDTH_PX: f64 = Square::WIDTH_PX;
const HEIGHT_PX: f64 = Square::HEIGHT_PX;
/// How many charts stand side by side, and what is between them.
const COLUMNS: usize = 3;
const GAP_PX: f64 = 28.0;
/// The room at the edges, for the title and the key above them, for the name of a chart, and for a line of text.
const EDGE_PX: f64 = 20.0;
const HEAD_PX: f64 = 64.0;
const NAME_PX: f64 = 24.0;
const LINE_PX: f64 = 16.0;

/// The charts with `title` above them and `source` below. The names of a single one stand beside it, of several below each.
pub fn slip_sheet(charts: &[SlipChart<'_>], title: &str, source: &str) -> Option<String> {
    let ink = charts.first()?.ink;
    let is_single = charts.len() == 1;
    let rows: Vec<&[SlipChart]> = charts.chunks(COLUMNS).collect();
    let height = |row: &&[SlipChart]| {
        let names = row.iter().map(|chart| chart.slips.promises.len()).max();
        let names_px = LINE_PX * lines(names.unwrap_or_default());
        let inside_px = if is_single {
            HEIGHT_PX.max(names_px)
        } else {
            HEIGHT_PX + names_px
        };
        NAME_PX + inside_px + GAP_PX
    };
    let columns = lines(charts.len().min(COLUMNS));
    let words_px = Label::width_px(words::KEY_IN_FILE).max(Label::width_px(source));
    let inside = (columns * (WIDTH_PX + GAP_PX) - GAP_PX).max(words_px);
    let all = HEAD_PX + rows.iter().map(height).sum::<f64>() + 2.0 * LINE_PX;
    let own = [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("role", "img"),
        ("font-family", FONTS),
    ];
    let mut svg = SvgWriter::new(2.0 * EDGE_PX + inside, all, ink, &own);
    svg.title(title);
    let ground = [("width", "100%"), ("height", "100%"), ("fill", &ink.token("surface"))];
    svg.element("rect", ("", &[]), &ground.map(|(name, value)| (name, value.to_owned())));
    svg.text_sized(EDGE_PX, EDGE_PX, &cut(title, inside), "ink", 15.0, true);
    svg.text(EDGE_PX, EDGE_PX + 1.5 * LINE_PX, words::KEY_IN_FILE, "ink-soft");
    let mut top = HEAD_PX;
    for row in rows {
        for (place, chart) in row.iter().enumerate() {
            let left = EDGE_PX + lines(place) * (WIDTH_PX + GAP_PX);
            write_chart(&mut svg, chart, left, top);
            let beside = WIDTH_PX + GAP_PX;
            let (at, room) = if is_single {
                ((left + beside, top + NAME_PX), inside - beside)
            } else {
                ((left, top + NAME_PX + HEIGHT_PX), WIDTH_PX)
            };
            write_names(&mut svg, chart, at, room);
        }
        top += height(&row);
    }
    svg.text(EDGE_PX, all - LINE_PX, source, "ink-soft");
    Some(svg.end())
}

fn write_chart(svg: &mut SvgWriter, chart: &SlipChart<'_>, left: f64, top: f64) {
    let name = &chart.slips.system.short;
    svg.text_sized(left, top + NAME_PX / 2.0, &cut(name, WIDTH_PX), "ink", 13.0, true);
    let place = [left, top + NAME_PX, WIDTH_PX, HEIGHT_PX];
    svg.start("svg", ("x y width height", &place), &[]);
    chart.write(svg);
    svg.close();
}

fn write_names(svg: &mut SvgWriter, chart: &SlipChart<'_>, (left, top): (f64, f64), room: f64) {
    for (place, promise) in chart.slips.promises.iter().enumerate() {
        let middle = top + LINE_PX * (lines(place) + 0.5);
        let number = (place + 1).to_string();
        svg.text_sized(left, middle, &number, "ink", 11.0, true);
        svg.text(
            left + 1.25 * LINE_PX,
            middle,
            &cut(promise.of, room - 1.25 * LINE_PX),
            "ink-soft",
        );
    }
}

fn lines(count: usize) -> f64 {
    u16::try_from(count).map_or(f64::MAX, f64::from)
}
