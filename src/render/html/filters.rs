//! The filters beside a view.

use maud::{Markup, html};

use crate::domain::keyed::Keyed;
use crate::domain::status::Status;
use crate::query::Facet;
use crate::render::html::marks::{priority_swatch, status_glyph};
use crate::view::{Action, FilterValueView, FilterView, Fold};
use crate::words::lists;

/// The filters, one below the other.
pub fn filters(filters: &[FilterView]) -> Markup {
    html! { @for one in filters { (filter(one)) } }
}

/// One filter: its values, each with what it would leave.
fn filter(filter: &FilterView) -> Markup {
    html! {
        fieldset.facet-list data-facet=(filter.facet.key()) data-key=(filter.facet.key()) {
            legend { (filter.label) @if let Some(day) = &filter.day { " " small { (day) } } }
            ul { @for value in &filter.values { (filter_value(filter.facet, value)) } }
            @if let Some(fold) = filter.fold { (fold_button(filter, fold)) }
            @if !filter.roles.is_empty() {
                div.role-choice role="radiogroup" aria-label=(filter.role_label) {
                    @for (role, label, is_chosen) in &filter.roles {
                        label {
                            input type="radio" name="role" data-role=(role.map_or("either", Keyed::key))
                                data-do=(Action::SetRole(*role).to_attribute()) checked[*is_chosen];
                            (label)
                        }
                    }
                }
            }
        }
    }
}

fn filter_value(facet: Facet, value: &FilterValueView) -> Markup {
    let does = Action::Toggle(facet, value.key.clone()).to_attribute();
    let status = Status::from_key(value.key.as_str()).filter(|_| facet == Facet::Status);
    html! {
        li.is-empty[value.count == 0] data-key=(value.key) {
            label title=[&value.name] {
                input type="checkbox" data-facet=(facet.key()) data-value=(value.key) data-do=(does) checked[value.is_chosen];
                span.facet-label {
                    @if let Some(color) = value.color { (priority_swatch(color)) }
                    @if let Some(status) = status { span.glyph { (status_glyph(status)) } }
                    span { (value.label) @if facet == Facet::Presidency { " " small { (value.key) } } }
                }
                span.facet-count { (value.count) }
            }
            svg.facet-bar aria-hidden="true" { rect width={ (value.share_percent) "%" } height="100%" {} }
        }
    }
}

fn fold_button(filter: &FilterView, fold: Fold) -> Markup {
    let does = Action::Fold(filter.name.clone()).to_attribute();
    html! {
        button.quiet type="button" aria-expanded=(fold.is_open) data-do=(does) {
            @if fold.is_open { (lists::FEWER) } @else { (lists::all(filter.count)) }
        }
    }
}
