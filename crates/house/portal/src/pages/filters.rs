//! The filters of a search: families of choices, with how many places each would leave.

use crate::views::{Choice, Filter, FilterGroup};
use atlas::FacetCount;
use directory::live::Family;
use directory::search::Ask;
use web::{Link, Words};

/// Families that are counted.
pub(super) const COUNTED: [Family; 8] = [
    Family::Service,
    Family::Kind,
    Family::Public,
    Family::Access,
    Family::Cost,
    Family::Care,
    Family::Programme,
    Family::Support,
];

/// Choices shown in a family that has many values: the most frequent ones.
const SHOWN_MAX: usize = 14;

/// The pills, each with its families.
pub(super) fn filters(words: &Words, ask: &Ask, counts: &[FacetCount]) -> Vec<Filter> {
    let pill = |label: &str, groups: &[(Family, &str)]| Filter {
        label: words.t(label),
        groups: groups
            .iter()
            .map(|(family, legend)| group(words, ask, counts, *family, legend))
            .filter(|group| !group.choices.is_empty())
            .collect(),
    };
    let mut pills = vec![
        pill("filter-service", &[(Family::Service, "filter-service")]),
        pill("filter-kind", &[(Family::Kind, "filter-kind")]),
        pill(
            "filter-access",
            &[
                (Family::Cost, "filter-cost"),
                (Family::Access, "filter-access-means"),
                (Family::Support, "filter-support"),
            ],
        ),
        pill("filter-who", &[(Family::Public, "filter-public"), (Family::Care, "filter-care")]),
        pill("filter-programme", &[(Family::Programme, "filter-programme")]),
    ];
    pills.retain(|pill| !pill.groups.is_empty());
    pills
}

fn group(
    words: &Words,
    ask: &Ask,
    counts: &[FacetCount],
    family: Family,
    legend: &str,
) -> FilterGroup {
    let count = |value: u16| {
        let mut all = counts.iter();
        all.find(|it| it.family == family.number() && it.value == value).map_or(0, |it| it.count)
    };
    let mut values: Vec<(u16, &str, usize)> = (0_u16..)
        .zip(family.values())
        .map(|(value, (slug, _))| (value, slug, count(value)))
        .filter(|(value, _, count)| *count > 0 || ask.has(family, *value))
        .collect();
    if family == Family::Kind || family == Family::Programme {
        values.sort_by_key(|(value, _, count)| {
            (std::cmp::Reverse(ask.has(family, *value)), std::cmp::Reverse(*count))
        });
        values.truncate(SHOWN_MAX);
    }
    let choices = values
        .into_iter()
        .map(|(value, slug, count)| {
            let label = label(words, family, slug);
            Choice::new(words, slug, &label, count as u64, ask.has(family, value))
        })
        .collect();
    FilterGroup { name: family.parameter(), legend: words.t(legend), choices }
}

/// A value in the words of the visitor.
pub(super) fn label(words: &Words, family: Family, slug: &str) -> String {
    let name = match family {
        Family::Service => "service",
        Family::Kind => "kind",
        Family::Public => "public",
        Family::Access => "access",
        Family::Cost => "cost",
        Family::Care => "care",
        Family::Programme => "programme",
        Family::Support => "support",
        Family::Itinerance => "itinerance",
    };
    words.t(&format!("{name}-{slug}"))
}

/// What is chosen, each with the way to take it back.
pub(super) fn chosen(words: &Words, ask: &Ask) -> Vec<Link> {
    let mut links = Vec::new();
    for (family, values) in &ask.choices {
        let names = family.values();
        for value in values {
            let Some((slug, _)) = names.get(usize::from(*value)) else { continue };
            let href = format!("/{}", ask.without(*family, *value).to_address());
            links.push(Link::new(label(words, *family, slug), href));
        }
    }
    if let Some(wish) = ask.open {
        let key = match wish {
            directory::search::OpenWish::Now => "filter-open-now",
            directory::search::OpenWish::Evening => "open-evening",
            directory::search::OpenWish::Saturday => "open-saturday",
        };
        let href = format!("/{}", ask.with(|it| it.open = None).to_address());
        links.push(Link::new(words.t(key), href));
    }
    if ask.zone.is_some() {
        let href = format!("/{}", ask.with(|it| it.zone = None).to_address());
        links.push(Link::new(words.t("chosen-zone"), href));
    }
    links
}
