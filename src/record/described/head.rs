//! What the head of the page says of its data: schema.org's `Dataset` in JSON-LD for search engines, and the tags that reference managers
//! such as Zotero read.

use maud::{PreEscaped, html};
use serde_json::{Value, json};

use crate::dataset::Home;
use crate::record::MOST_MEASURES;
use crate::record::described::{Described, PublishedFile, source_title};
use crate::route::Route;
use crate::view::Context;
use crate::words::described as words;

/// The elements, each with the attribute `data-described`, on lines of their own. `files` are those that are published beside the page;
/// a page that is opened from disk has none.
pub fn head(context: &Context<'_>, files: &[PublishedFile]) -> String {
    let described = Described::new(context.dataset);
    // Who reads this takes a title without an institution for that of an article in a journal.
    let tags = [
        ("citation_title", Some(described.title.clone())),
        (
            "citation_technical_report_institution",
            described.editors.map(str::to_owned),
        ),
        (
            "citation_publication_date",
            Some(described.period.1.to_string().replace('-', "/")),
        ),
        ("citation_language", Some(words::LANGUAGE[0].to_owned())),
        (
            "citation_keywords",
            Some(described.keywords.join("; ")).filter(|keywords| !keywords.is_empty()),
        ),
        ("DC.type", Some("Dataset".to_owned())),
        (
            "DC.rights",
            Some(described.licenses.join(" ")).filter(|licenses| !licenses.is_empty()),
        ),
    ];
    let tags = tags.into_iter().filter_map(|(name, content)| Some((name, content?)));
    let tags = tags.map(|(name, content)| html! { meta data-described name=(name) content=(content); });
    let links = files.iter().map(|file| {
        html! { link data-described rel="alternate" type=(file.media_type) href=(file.address) title=(file.title); }
    });
    let json = json_ld(&described, context, files).to_string();
    // No text of the data ends the element.
    let json = json.replace('<', "\\u003c");
    let script = html! { script data-described type="application/ld+json" { (PreEscaped(json)) } };
    let elements = tags.chain(links).chain([script]);
    elements.map(|element| element.into_string() + "\n").collect()
}

fn json_ld(described: &Described<'_>, context: &Context<'_>, files: &[PublishedFile]) -> Value {
    let (first, last) = described.period;
    let dataset = context.dataset;
    let sources = described.sources.iter().map(|source| {
        said(json!({
            "@type": "CreativeWork",
            "name": source_title(source),
            "datePublished": source.date.to_string(),
            "url": source.url,
        }))
    });
    let page =
        json!({ "@type": "DataDownload", "name": words::PAGE, "encodingFormat": "text/html", "contentUrl": "#" });
    let data = files.iter().filter(|file| file.is_data()).map(|file| {
        json!({
            "@type": "DataDownload",
            "name": file.title,
            "encodingFormat": file.media_type,
            "contentUrl": file.address,
            "contentSize": format!("{} B", file.size),
            "sha256": file.checksum,
        })
    });
    let distributions: Vec<Value> = std::iter::once(page).chain(data).collect();
    let measures = (0..dataset.measures.len()).take_while(|_| dataset.measures.len() <= MOST_MEASURES);
    let measures = measures.map(|place| {
        let page = context.page_of(Home::Measure(place));
        json!({
            "@type": "CreativeWork",
            "identifier": dataset.vocabulary.code(&dataset.measures[place].id),
            "name": context.name_of(Home::Measure(place)),
            "url": format!("#{}", Route::to(page, None).to_fragment()),
        })
    });
    said(json!({
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": described.title,
        "description": described.about,
        "url": "#",
        "inLanguage": words::LANGUAGE[0],
        "isAccessibleForFree": true,
        "dateModified": last.to_string(),
        "temporalCoverage": format!("{first}/{last}"),
        "citation": dataset.vocabulary.sources(),
        "creator": described.editors.map(|editors| json!({ "@type": "Organization", "name": editors })),
        "license": described.licenses,
        "keywords": described.keywords,
        "isBasedOn": sources.collect::<Vec<_>>(),
        "distribution": distributions,
        "hasPart": measures.collect::<Vec<_>>(),
    }))
}

/// What of it says something.
fn said(mut value: Value) -> Value {
    if let Value::Object(fields) = &mut value {
        fields.retain(|_, value| !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty()));
    }
    value
}
