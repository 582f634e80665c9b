//! The layout of the timeline: nothing lies on anything else, days and pixels lead to one another, and what is drawn is
//! bounded by the pixels.

use crate::cases::cases;
use iss_followup::domain::date::{Day, PartialDate, Period, days_after, days_between};
use iss_followup::timeline::{
    Anchor, Chart, DayKind, Delay, Drawing, Fact, FactLabel, FactPlace, Glyph, HALF_COUNT_PX, HALF_MARK_PX,
    HistogramBar, HistogramFacts, Label, Lane, NamedDay, Row, Run, SHORTEST_DAYS, Step, Term, TimeScale, View, lay_out,
    line_of, line_spans,
};
use proptest::prelude::*;

/// So much may be lost in reckoning with fractions.
const ROUNDING_PX: f64 = 1e-6;

fn period(text: &str) -> Period {
    let (first, last) = text.split_once(' ').unwrap_or((text, text));
    let date = |text: &str| text.parse::<PartialDate>().expect("a date").period();
    Period::new(date(first).first(), date(last).last()).expect("a period")
}

fn day(text: &str) -> Day {
    period(text).first()
}

fn any_day() -> impl Strategy<Value = Day> {
    (0_i32..9000).prop_map(|days| days_after(day("2008-01-01"), days))
}

fn any_period() -> impl Strategy<Value = Period> {
    let length = prop_oneof![Just(1), Just(30), Just(91), Just(182), Just(365), 1_i32..800];
    (any_day(), length).prop_map(|(first, days)| Period::new(first, days_after(first, days - 1)).expect("a period"))
}

fn any_fact() -> impl Strategy<Value = Fact> {
    let glyph = prop_oneof![Just(Glyph::Circle), Just(Glyph::Flag), Just(Glyph::Diamond)];
    let anchor = prop_oneof![Just(Anchor::Middle), Just(Anchor::End)];
    let delay = proptest::option::of((any_period(), any::<bool>()));
    (any_period(), anchor, glyph, any::<bool>(), 0_usize..2, delay).prop_map(
        |(period, anchor, glyph, is_planned, color, delay)| Fact {
            period,
            anchor,
            glyph,
            is_planned,
            color,
            delay: delay.map(|(period, is_done)| Delay { period, is_done }),
        },
    )
}

/// Words of every length from none.
fn label(place: FactPlace) -> FactLabel {
    let words = |letters: usize| "words beside a mark, as many as it takes"[..letters % 40].to_owned();
    let number = 7 * place.lane + 3 * place.row + 5 * place.fact;
    FactLabel {
        text: words(number),
        delay: number.is_multiple_of(3).then(|| words(number / 2)),
    }
}

fn any_lane() -> impl Strategy<Value = Lane> {
    let row = proptest::collection::vec(any_fact(), 0..40).prop_map(Row::from);
    let rows = proptest::collection::vec(row, 0..4);
    (any::<bool>(), rows).prop_map(|(is_folded, rows)| Lane::new(is_folded, rows))
}

fn any_chart() -> impl Strategy<Value = Chart> {
    let names = |name: &str, days: usize| (0..days).map(|_| name.to_owned()).collect::<Vec<_>>();
    let day_lines = (any_day(), "[a-z ]{1,30}").prop_map(|(day, name)| NamedDay {
        day,
        name,
        kind: DayKind::Status,
    });
    let terms = proptest::collection::vec(any_period(), 0..6);
    let terms = terms.prop_map(move |periods| {
        let term = |period| Term {
            period,
            names: names("Name of a term", 1),
        };
        periods.into_iter().map(term).collect()
    });
    let lanes = proptest::collection::vec(any_lane(), 0..4);
    (lanes, terms, proptest::collection::vec(day_lines, 0..4)).prop_map(|(lanes, terms, named_days)| Chart {
        lanes: lanes.into(),
        terms,
        trios: Vec::new(),
        named_days,
        ..Chart::default()
    })
}

fn any_scale() -> impl Strategy<Value = TimeScale> {
    let view = (any_day(), 1_i32..6000);
    let view = view.prop_map(|(first, days)| View::of(Period::new(first, days_after(first, days)).expect("a period")));
    (view, -0.5..0.5_f64, 40.0..3000.0_f64).prop_map(|(view, shift, width_px)| {
        let view = view.panned(shift, period("1990 2060"));
        TimeScale::new(view, width_px).expect("a width")
    })
}

fn everything(chart: &Chart, scale: TimeScale) -> Drawing {
    lay_out(chart, scale, f64::NEG_INFINITY..f64::INFINITY, &label)
}

#[track_caller]
fn check_apart(mut runs: Vec<Run>, what: &str) {
    runs.sort_by(|one, other| one.from_px.total_cmp(&other.from_px));
    for pair in runs.windows(2) {
        assert!(pair[0].to_px <= pair[1].from_px + ROUNDING_PX, "{what}: {pair:?}");
    }
}

fn mark_runs(line: &iss_followup::timeline::Line) -> Vec<Run> {
    let run = |mark: &iss_followup::timeline::Mark| Run {
        from_px: mark.x_px - mark.half_px,
        to_px: mark.x_px + mark.half_px,
    };
    line.marks.iter().map(run).collect()
}

#[track_caller]
fn check_ticks_apart(drawing: &Drawing) {
    let run = |tick: &iss_followup::timeline::Tick| Run {
        from_px: tick.x_px,
        to_px: tick.x_px + Label::width_px(&tick.label),
    };
    check_apart(drawing.ticks.iter().map(run).collect(), "ticks");
}

#[test]
fn the_calendar_has_room_for_its_names_in_the_narrowest_chart() {
    for days in (0..26_000).step_by(40) {
        let view = View::of(Period::new(day("1990-01-01"), days_after(day("1990-01-01"), days)).expect("a period"));
        for width_px in [40.0, 61.0, 100.0, 320.0, 2560.0] {
            check_ticks_apart(&everything(
                &Chart::default(),
                TimeScale::new(view, width_px).expect("a width"),
            ));
        }
    }
}

proptest! {
    #![proptest_config(cases(96))]

    #[test]
    fn a_day_leads_to_its_pixels_and_back(scale in any_scale(), days in -4000_i32..12000) {
        let day = days_after(day("2008-01-01"), days);
        prop_assert_eq!(scale.day_at(scale.x(day)), day);
        prop_assert_eq!(scale.day_at(scale.x(day) + 0.9 * scale.px_per_day()), day);
    }

    #[test]
    fn a_later_day_stands_further_right(scale in any_scale(), one in any_day(), other in any_day()) {
        prop_assert_eq!(one.cmp(&other), scale.x(one).total_cmp(&scale.x(other)));
        let width = scale.run(Period::of_day(one)).width_px();
        prop_assert!((width - scale.px_per_day()).abs() < ROUNDING_PX);
    }

    #[test]
    fn nothing_in_a_line_lies_on_anything_of_its_kind(chart in any_chart(), scale in any_scale()) {
        let drawing = everything(&chart, scale);
        for line in &drawing.lines {
            let marks = mark_runs(line);
            check_apart(marks.iter().copied().chain(line.labels.iter().map(|label| label.run)).collect(), "marks and labels");
            for label in line.labels.iter().filter(|label| label.line == 0) {
                let others = line.bars.iter().map(|bar| bar.run).chain(line.delays.iter().map(|delay| delay.run));
                for run in others {
                    prop_assert!(run.to_px <= label.run.from_px || label.run.to_px <= run.from_px, "{label:?} on {run:?}");
                }
            }
            for is_planned in [false, true] {
                let bars = line.bars.iter().filter(|bar| bar.is_planned == is_planned);
                check_apart(bars.map(|bar| bar.run).collect(), "bars");
            }
            for is_done in [false, true] {
                let delays = line.delays.iter().filter(|delay| delay.is_done == is_done);
                check_apart(delays.map(|delay| delay.run).collect(), "delays");
            }
        }
        for line in 0..drawing.day_lines.len() {
            let own = drawing.day_lines.iter().map(|day| &day.label).filter(|label| usize::from(label.line) == line);
            check_apart(own.map(|label| label.run).collect(), "names of days");
        }
        check_ticks_apart(&drawing);
        for band in &drawing.bands {
            if let Some(label) = &band.label {
                prop_assert!(band.run.from_px <= label.run.from_px && label.run.to_px <= band.run.to_px);
            }
        }
    }

    #[test]
    fn every_fact_in_view_is_reached_by_exactly_one_mark(chart in any_chart(), scale in any_scale()) {
        let drawing = everything(&chart, scale);
        let mut reached: Vec<_> = drawing.lines.iter().flat_map(|line| &line.marks).flat_map(iss_followup::timeline::Mark::facts).collect();
        let count = reached.len();
        reached.sort_unstable();
        reached.dedup();
        prop_assert_eq!(reached.len(), count, "a fact has two marks");
        for (place, fact) in facts(&chart) {
            let is_seen = scale.run(fact.period).clipped(scale.width_px()).is_some();
            prop_assert!(!is_seen || reached.binary_search(&place).is_ok(), "{:?} cannot be reached", place);
        }
    }

    #[test]
    fn what_is_drawn_is_bounded_by_the_pixels(row in proptest::collection::vec(any_fact(), 0..400), scale in any_scale()) {
        let lane = Lane::new(false, vec![Row::from(row)]);
        let chart = Chart { lanes: [lane].into(), ..Chart::default() };
        let drawing = everything(&chart, scale);
        let width = scale.width_px();
        for line in &drawing.lines {
            let marks = f64::from(u32::try_from(line.marks.len()).expect("few"));
            // One mark at each edge may stand half outside.
            prop_assert!(marks <= (width + 2.0 * HALF_COUNT_PX) / (2.0 * HALF_MARK_PX) + 1.0);
            prop_assert!(line.labels.len() <= line.marks.len());
            for drawn in [line.bars.len(), line.delays.len()] {
                prop_assert!(f64::from(u32::try_from(drawn).expect("few")) <= 2.0 * (width + 1.0));
            }
            for mark in &line.marks {
                prop_assert!((0.0..=width).contains(&mark.x_px));
            }
        }
    }

    #[test]
    fn lines_out_of_sight_are_left_out_and_nothing_else_changes(chart in any_chart(), scale in any_scale(), top in -50.0..300.0_f64) {
        let seen = top..top + 120.0;
        let all = everything(&chart, scale);
        let some = lay_out(&chart, scale, seen.clone(), &label);
        let is_seen = |line: &&iss_followup::timeline::Line| line.span.top_px < seen.end && seen.start < line.span.foot_px();
        let expected: Vec<_> = all.lines.iter().filter(is_seen).cloned().collect();
        prop_assert_eq!(some.lines, expected);
        prop_assert!((some.height_px - all.height_px).abs() < ROUNDING_PX);
        let spans: Vec<_> = line_spans(&chart.lanes, chart.heights).collect();
        prop_assert_eq!(spans.len(), all.lines.len());
        for (span, line) in spans.iter().zip(&all.lines) {
            prop_assert_eq!(span, &line.span);
        }
        for (place, _) in facts(&chart) {
            let row = (!chart.lanes[place.lane].is_folded).then_some(place.row);
            let span = spans.iter().find(|span| (span.lane, span.row) == (place.lane, row)).copied();
            prop_assert_eq!(line_of(&chart.lanes, chart.heights, place), span);
        }
    }

    #[test]
    fn marks_do_not_regroup_while_the_view_is_panned(chart in any_chart(), scale in any_scale(), days in -40.0..40.0_f64) {
        let whole = period("1980 2070");
        let from = View::of(period("2012 2020"));
        let width = scale.width_px();
        let draw = |view: View| everything(&chart, TimeScale::new(view, width).expect("a width"));
        let (before, after) = (draw(from), draw(from.panned(days, whole)));
        // A mark that is away from both edges, before and after, stands for the same facts.
        let inner = |drawing: &Drawing| -> Vec<_> {
            let marks = drawing.lines.iter().flat_map(|line| &line.marks);
            marks.map(|mark| (mark.facts(), mark.x_px)).collect()
        };
        let after = inner(&after);
        let shift = days * width / from.days();
        for (facts, x_px) in inner(&before) {
            let target = x_px - shift;
            let margin = 60.0;
            if (margin..width - margin).contains(&x_px) && (margin..width - margin).contains(&target) {
                prop_assert!(after.iter().any(|(other, _)| *other == facts), "{:?} regrouped", facts);
            }
        }
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer(factor in 0.2..5.0_f64, share in 0.0..=1.0_f64) {
        let whole = period("1900 2100");
        let view = View::of(period("2012 2020"));
        let width = 1000.0;
        let zoomed = view.zoomed(factor, share, whole);
        let at = |view: View| TimeScale::new(view, width).expect("a width").day_at(share * width);
        prop_assert!(days_between(at(view), at(zoomed)).abs() <= 1);
        let back = zoomed.zoomed(1.0 / factor, share, whole);
        prop_assert!((back.days() - view.days()).abs() < 1e-6);
    }

    #[test]
    fn a_view_never_leaves_the_whole(steps in proptest::collection::vec((any::<bool>(), -5000.0..5000.0_f64, 0.0..1.0_f64), 0..20)) {
        let whole = period("2014 2022");
        let mut view = View::of(whole);
        for (pans, amount, share) in steps {
            view = if pans { view.panned(amount, whole) } else { view.zoomed((amount / 5000.0).exp2(), share, whole) };
            prop_assert!(whole.holds(view.period()), "{view:?}");
            prop_assert!(SHORTEST_DAYS <= view.days() + 1e-6);
        }
        prop_assert_eq!(View::of(view.period()).period(), view.period());
    }

    #[test]
    fn the_histogram_counts_every_fact_once(facts in proptest::collection::vec(any_fact(), 0..200), width_px in 100.0..1500.0_f64) {
        let scale = TimeScale::new(View::of(period("2008 2036")), width_px).expect("a width");
        let (some, others) = facts.split_at(facts.len() / 3);
        let counted = HistogramFacts::new([some.to_vec(), Vec::new(), others.to_vec()], [], 3).histogram(&[0, 1, 2]);
        prop_assert_eq!(counted.count(), facts.len());
        let bars = counted.bars(scale);
        prop_assert_eq!(bars.iter().map(HistogramBar::count).sum::<usize>(), facts.len());
        for bar in &bars {
            let day = |fact: &Fact| match fact.anchor {
                Anchor::Middle => days_after(fact.period.first(), days_between(fact.period.first(), fact.period.last()) / 2),
                Anchor::End => fact.period.last(),
            };
            let own = facts.iter().filter(|fact| bar.period.contains(day(fact))).count();
            prop_assert_eq!(bar.count(), own);
        }
        check_apart(bars.iter().map(|bar| bar.run(scale)).collect(), "stretches");
    }

    #[test]
    fn so_many_facts_are_left_out_at_either_end(days in proptest::collection::vec(any_day(), 0..60), left_out in 0_usize..70) {
        let facts = days.iter().map(|day| Fact { period: Period::of_day(*day), ..fact("2019") });
        let histogram = HistogramFacts::new([facts.collect()], [], 1).histogram(&[0]);
        let mut months: Vec<(i16, i8)> = days.iter().map(|day| (day.year(), day.month())).collect();
        months.sort_unstable();
        let expected = months.get(left_out).zip(months.iter().rev().nth(left_out));
        let ends = histogram.ends(left_out);
        prop_assert!(ends.is_none_or(|(first, last)| first.day() == 1 && last.tomorrow().is_ok_and(|day| day.day() == 1)));
        let ends = ends.map(|(first, last)| ((first.year(), first.month()), (last.year(), last.month())));
        prop_assert_eq!(ends, expected.map(|(first, last)| (*first, *last)));
    }
}

fn facts(chart: &Chart) -> Vec<(iss_followup::timeline::FactPlace, &Fact)> {
    let mut all = Vec::new();
    for (lane, own) in chart.lanes.iter().enumerate() {
        for (row, own) in own.rows.iter().enumerate() {
            for (fact, own) in own.iter().enumerate() {
                all.push((iss_followup::timeline::FactPlace { lane, row, fact }, own));
            }
        }
    }
    all
}

fn fact(when: &str) -> Fact {
    Fact {
        period: period(when),
        anchor: Anchor::Middle,
        glyph: Glyph::Circle,
        is_planned: false,
        color: 0,
        delay: None,
    }
}

/// Draws one row of the year 2019 in 73 columns of 5 days each: `o` a mark, a digit a count, `=` a bar.
#[track_caller]
fn check_row(facts: &[&str], expected: &str) {
    const COLUMN_PX: f64 = 10.0;
    let rows = vec![facts.iter().map(|when| fact(when)).collect()];
    let chart = Chart {
        lanes: [Lane::new(false, rows)].into(),
        ..Chart::default()
    };
    let scale = TimeScale::new(View::of(period("2019")), 73.0 * COLUMN_PX).expect("a width");
    let drawing = everything(&chart, scale);
    let mut cells = ['.'; 73];
    for line in &drawing.lines {
        for (column, cell) in (0_u8..).zip(&mut cells) {
            let (from, to) = (f64::from(column) * COLUMN_PX, f64::from(column + 1) * COLUMN_PX);
            if line
                .bars
                .iter()
                .any(|bar| bar.run.from_px < to - 1.0 && from + 1.0 < bar.run.to_px)
            {
                *cell = '=';
            }
            if let Some(mark) = line.marks.iter().find(|mark| (from..to).contains(&mark.x_px)) {
                *cell = if mark.glyph.is_some() {
                    'o'
                } else {
                    char::from(b'0' + u8::try_from(mark.count).expect("few"))
                };
            }
        }
    }
    assert_eq!(cells.iter().collect::<String>(), expected);
}

#[test]
fn a_day_is_a_mark_and_a_half_year_is_as_wide_as_it_is() {
    check_row(
        &["2019-01-08", "2019-H2"],
        ".o..................................==================o==================",
    );
}

#[test]
fn marks_that_would_lie_on_one_another_are_a_count() {
    check_row(
        &["2019-01-08", "2019-01-09", "2019-01-12", "2019-02-28", "2019-12-24"],
        ".3.........o...........................................................o.",
    );
}

#[test]
fn there_is_nothing_to_draw_without_a_width() {
    for width_px in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(
            TimeScale::new(View::of(period("2019")), width_px).is_err(),
            "{width_px}"
        );
    }
}

#[track_caller]
fn check_ticks(view: &str, width_px: f64, expected: &[&str]) {
    let scale = TimeScale::new(View::of(period(view)), width_px).expect("a width");
    let drawing = everything(&Chart::default(), scale);
    let labels: Vec<&str> = drawing.ticks.iter().map(|tick| tick.label.as_str()).collect();
    assert_eq!(labels, expected);
}

#[test]
fn the_calendar_is_written_as_finely_as_it_fits() {
    check_ticks("2016 2019", 120.0, &["2016", "2018"]);
    check_ticks(
        "2016 2019",
        400.0,
        &["2016", "Jul", "2017", "Jul", "2018", "Jul", "2019", "Jul"],
    );
    check_ticks("2019 2019", 170.0, &["2019", "Apr", "Jul", "Oct"]);
    check_ticks(
        "2019-02 2019-03",
        800.0,
        &[
            "Feb", "6 Feb", "11 Feb", "16 Feb", "21 Feb", "Mar", "6 Mar", "11 Mar", "16 Mar", "21 Mar",
        ],
    );
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn the_arrow_keys_reach_every_mark_once_on_the_way_down_and_once_on_the_way_up(chart in any_chart(), scale in any_scale()) {
        let drawing = everything(&chart, scale);
        let marks: Vec<_> = drawing.lines.iter().flat_map(|line| &line.marks).map(|mark| mark.first).collect();
        let mut walked = Vec::new();
        let mut at = chart.stepped(None, Step::Next, scale);
        while let Some(place) = at.filter(|place| walked.last() != Some(place)) {
            walked.push(place);
            at = chart.stepped(Some(place), Step::Next, scale);
        }
        prop_assert_eq!(&walked, &marks);
        let mut back = walked.last().copied();
        while let Some(place) = back.filter(|_| !walked.is_empty()) {
            prop_assert_eq!(walked.pop(), Some(place));
            back = chart.stepped(Some(place), Step::Previous, scale);
        }
    }

    #[test]
    fn up_and_down_lead_to_the_nearest_mark_of_another_line(chart in any_chart(), scale in any_scale()) {
        let drawing = everything(&chart, scale);
        let lines: Vec<_> = drawing.lines.iter().filter(|line| !line.marks.is_empty()).collect();
        for pair in lines.windows(2) {
            let from = &pair[0].marks[0];
            let down = chart.stepped(from.facts().pop(), Step::Down, scale).expect("a mark");
            let (mark, middle_px) = drawing.mark_of(down).expect("a mark");
            prop_assert!((middle_px - pair[1].middle_px).abs() < ROUNDING_PX);
            let distance = |x_px: f64| (x_px - from.x_px).abs();
            prop_assert!(pair[1].marks.iter().all(|other| distance(mark.x_px) <= distance(other.x_px)));
            let up = chart.stepped(Some(down), Step::Up, scale).expect("a mark");
            let (_, middle_px) = drawing.mark_of(up).expect("a mark");
            prop_assert!((middle_px - pair[0].middle_px).abs() < ROUNDING_PX);
        }
    }

    #[test]
    fn a_mark_is_found_whether_it_is_drawn_or_not(chart in any_chart(), scale in any_scale()) {
        let drawing = everything(&chart, scale);
        prop_assert_eq!(drawing.first_mark(), chart.stepped(None, Step::Next, scale));
        for (place, _) in facts(&chart) {
            let found = drawing.mark_of(place).map(|(mark, middle_px)| (mark.clone(), middle_px));
            if found.is_none() {
                prop_assert_eq!(chart.stepped(Some(place), Step::Down, scale), drawing.first_mark());
            }
            prop_assert_eq!(chart.mark_of(place, scale), found);
        }
    }

    #[test]
    fn the_marks_of_a_lane_are_those_that_the_plain_way_gives(lane in any_lane(), scale in any_scale()) {
        let lanes = [Lane::new(true, lane.rows)];
        let chart = Chart { lanes: lanes.into(), ..Chart::default() };
        let drawing = everything(&chart, scale);
        let facts = facts(&chart);
        let expected = plain_marks(&facts, scale);
        let marks: Vec<(Vec<FactPlace>, f64)> = drawing.lines[0].marks.iter().map(|mark| (mark.facts(), mark.x_px)).collect();
        prop_assert_eq!(marks.len(), expected.len());
        for ((facts, x_px), (other_facts, other_px)) in marks.iter().zip(&expected) {
            prop_assert_eq!(facts, other_facts);
            prop_assert!((x_px - other_px).abs() < ROUNDING_PX);
        }
        for mark in &drawing.lines[0].marks {
            let own: Vec<&Fact> = facts.iter().filter(|(place, _)| mark.holds(*place)).map(|(_, fact)| *fact).collect();
            prop_assert_eq!(mark.count, own.len());
            prop_assert_eq!(mark.is_planned, own.iter().all(|fact| fact.is_planned));
            prop_assert_eq!(mark.color, own.iter().all(|fact| fact.color == own[0].color).then_some(own[0].color));
        }
    }
}

/// What would touch is one, from left to right; what only reaches into the view stands at its edges.
fn plain_marks(facts: &[(FactPlace, &Fact)], scale: TimeScale) -> Vec<(Vec<FactPlace>, f64)> {
    let width_px = scale.width_px();
    let middle_px = |fact: &Fact| {
        let run = scale.run(fact.period);
        match fact.anchor {
            Anchor::Middle => f64::midpoint(run.from_px, run.to_px),
            Anchor::End => run.to_px,
        }
    };
    let half_px = |count: usize| if count == 1 { HALF_MARK_PX } else { HALF_COUNT_PX };
    let count = |mark: &(Vec<usize>, f64)| f64::from(u32::try_from(mark.0.len()).expect("few"));
    let merge = |marks: Vec<(Vec<usize>, f64)>| {
        let mut merged: Vec<(Vec<usize>, f64)> = Vec::new();
        for mut next in marks {
            while let Some(before) = merged.last()
                && next.1 - before.1 < half_px(before.0.len()) + half_px(next.0.len()) + 1.0
            {
                let before = merged.pop().expect("the last one");
                let middle = (before.1 * count(&before) + next.1 * count(&next)) / (count(&before) + count(&next));
                next = ([before.0, next.0].concat(), middle);
            }
            merged.push(next);
        }
        merged
    };
    let mut singles: Vec<(Vec<usize>, f64)> = (0..facts.len()).map(|at| (vec![at], middle_px(facts[at].1))).collect();
    singles.sort_by(|one, other| one.1.total_cmp(&other.1));
    let mut seen = merge(singles);
    seen.retain(|(own, _)| own.iter().any(|at| (0.0..=width_px).contains(&middle_px(facts[*at].1))));
    let has_mark = |at: &usize| seen.iter().any(|(own, _)| own.contains(at));
    let reaches_in = |at: &usize| scale.run(facts[*at].1.period).clipped(width_px).is_some();
    let rest = (0..facts.len()).filter(|at| !has_mark(at) && reaches_in(at));
    let (left, right): (Vec<usize>, Vec<usize>) = rest.partition(|at| middle_px(facts[*at].1) < 0.0);
    let into_view = |(own, x_px): (Vec<usize>, f64)| (own, x_px.clamp(0.0, width_px));
    let all = [(left, 0.0)]
        .into_iter()
        .chain(seen.into_iter().map(into_view))
        .chain([(right, width_px)]);
    let all = merge(all.filter(|(own, _)| !own.is_empty()).collect());
    let in_time = |(mut own, x_px): (Vec<usize>, f64)| {
        own.sort_by_key(|at| (facts[*at].1.period, facts[*at].0));
        (
            own.into_iter().map(|at| facts[at].0).collect(),
            x_px.clamp(0.0, width_px),
        )
    };
    all.into_iter().map(in_time).collect()
}
