//! A commitment and its outcome on one axis.

use crate::domain::date::When;
use crate::domain::delivery::Delivery;
use crate::timeline::{Axis, Span};

/// The marks of one commitment.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PromiseMarks {
    /// When it was due.
    pub due: Option<Span>,
    /// When it was done.
    pub done: Option<Span>,
    /// When it is due after it was put off.
    pub put_off_to: Option<Span>,
    /// The delay: from the end of the period when it was due to its outcome, or to the day for which it is shown.
    pub slip: Option<Span>,
}

/// Lays out a commitment; `done` and `put_off_to` as in [`Delivery::of`].
pub fn lay_out_promise(
    axis: Axis,
    due: Option<When>,
    done: Option<When>,
    put_off_to: Option<When>,
    delivery: Delivery,
) -> PromiseMarks {
    let span = |when: When| axis.span(when.period());
    let slip = delivery.slip().filter(|slip| !slip.is_in_time()).map(|slip| {
        let from = slip.due().tomorrow().map_or(0.0, |day| axis.share(day));
        Span {
            from,
            to: axis.share(slip.earliest()).max(from),
        }
    });
    PromiseMarks {
        due: due.map(span),
        done: match delivery {
            Delivery::Done(_) => done.map(span),
            _ => None,
        },
        put_off_to: match delivery {
            Delivery::PutOff(_) => put_off_to.map(span),
            _ => None,
        },
        slip,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::PartialDate;
    use crate::domain::status::OutcomeState;

    fn when(text: &str) -> When {
        When::new(text.parse::<PartialDate>().expect("a date"), None).expect("a date")
    }

    /// Draws marks on two years of months: `[` to `]` the time given, `*` done, `o` planned anew, `-` the slip.
    fn drawn(marks: PromiseMarks) -> String {
        let mut line = vec!['.'; 24];
        let mut fill = |span: Option<Span>, mark: char| {
            let Some(span) = span else { return };
            let axis = Axis::covering([when("2019").period(), when("2020").period()]).expect("an axis");
            for (place, cell) in line.iter_mut().enumerate() {
                let month = when(&format!("{}-{:02}", 2019 + place / 12, 1 + place % 12));
                let month = axis.span(month.period());
                if span.from < month.to && month.from < span.to {
                    *cell = mark;
                }
            }
        };
        fill(marks.slip, '-');
        fill(marks.due, '#');
        fill(marks.done, '*');
        fill(marks.put_off_to, 'o');
        line.into_iter().collect()
    }

    #[track_caller]
    fn check(state: OutcomeState, due: &str, done: Option<&str>, put_off_to: Option<&str>, expected: &str) {
        let axis = Axis::covering([when("2019").period(), when("2020").period()]).expect("an axis");
        let (due, done, put_off_to) = (Some(when(due)), done.map(when), put_off_to.map(when));
        let delivery = Delivery::of(
            state,
            due,
            done,
            put_off_to,
            when("2020-02-03").period().first(),
            when("2020-02-03").period().first(),
        );
        let marks = lay_out_promise(axis, due, done, put_off_to, delivery);
        assert_eq!(drawn(marks), expected);
    }

    #[test]
    fn the_slip_runs_from_the_end_of_the_time_given_to_what_came() {
        check(
            OutcomeState::MetLate,
            "2019-H1",
            Some("2019-11"),
            None,
            "######----*.............",
        );
        check(
            OutcomeState::Changed,
            "2019-H1",
            None,
            Some("2020-Q4"),
            "######---------------ooo",
        );
        check(OutcomeState::PastDue, "2019-H2", None, None, "......######--..........");
    }

    #[test]
    fn what_came_in_time_has_no_slip() {
        check(
            OutcomeState::Met,
            "2019-H1",
            Some("2019-03"),
            None,
            "##*###..................",
        );
        check(OutcomeState::Open, "2020-H1", None, None, "............######......");
    }
}
