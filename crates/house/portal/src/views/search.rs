//! The page that finds a place: home, list and map.

use super::{Card, MapView};
use askama::Template;
use web::{Link, Pages, Shell, Words};

/// The page at `/`.
#[derive(Template)]
#[template(path = "search.html")]
pub struct SearchView {
    /// The layout.
    pub shell: Shell,
    /// Nothing is asked yet: the page welcomes.
    pub home: bool,
    /// What the form holds.
    pub fields: SearchFields,
    /// What the need was taken for, when that is worth saying.
    pub understood: Option<Understood>,
    /// The filters, in the order shown.
    pub filters: Vec<Filter>,
    /// `ouvert=maintenant`, which stands alone.
    pub open_now: Choice,
    /// What is chosen; each link leads to the same page without it.
    pub chosen: Vec<Link>,
    /// The page with nothing chosen, when something is.
    pub clear_href: Option<String>,
    /// How many places and where: [`Where::heading`].
    pub heading: String,
    /// The ways to sort, the one used marked.
    pub sorts: Vec<Link>,
    /// The places of this page of the list.
    pub cards: Vec<Card>,
    /// The other pages of the list.
    pub pages: Pages,
    /// What to propose when there is no place.
    pub empty: Option<Empty>,
    /// The whole result as CSV, GeoJSON, JSON.
    pub exports: Vec<Link>,
    /// The map.
    pub map: MapView,
    /// Whether a phone shows the map instead of the list.
    pub shows_map: bool,
    /// The same page with `vue=liste`.
    pub list_href: String,
    /// The same page with `vue=carte`.
    pub map_href: String,
}

/// What the search form holds.
#[derive(Clone, Debug, Default)]
pub struct SearchFields {
    /// `q`: the need, as typed.
    pub need: String,
    /// `ou`: the commune or postcode, as typed.
    pub place: String,
    /// What is wrong with the place, when it is not known.
    pub place_error: Option<String>,
    /// `rayon`: kilometres around the place.
    pub radii: Vec<Choice>,
    /// What the form keeps without showing it: `tri`, `vue`, `zone`.
    pub hidden: Vec<HiddenField>,
}

/// A value the form keeps without showing it.
#[derive(Clone, Debug)]
pub struct HiddenField {
    /// The parameter.
    pub name: &'static str,
    /// Its value.
    pub value: String,
}

/// Something that can be chosen.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// What the address will hold.
    pub value: String,
    /// The words.
    pub label: String,
    /// How many places it would leave, written as the language wants; may be empty.
    pub count: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A pill that opens on one or several families of choices.
#[derive(Clone, Debug)]
pub struct Filter {
    /// The words on the pill.
    pub label: String,
    /// The families.
    pub groups: Vec<FilterGroup>,
}

/// A family of choices: any of them, among the same name.
#[derive(Clone, Debug)]
pub struct FilterGroup {
    /// The parameter: `service`, `type`, `public`, `acces`, `cout`, `prise`, `programme`.
    pub name: &'static str,
    /// What the family is about.
    pub legend: String,
    /// The choices, the most useful first.
    pub choices: Vec<Choice>,
}

/// What the need was taken for: « carte grise » gives « Aide aux démarches ».
#[derive(Clone, Debug)]
pub struct Understood {
    /// The services it was taken for.
    pub as_words: String,
    /// The same search, taken to the letter.
    pub literal_href: Option<String>,
}

/// What to propose when there is no place.
#[derive(Clone, Debug, Default)]
pub struct Empty {
    /// Wider searches: further, without this filter, everywhere.
    pub wider: Vec<Link>,
}

/// Where a search looked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// All of France.
    Everywhere,
    /// `km` kilometres around a place of that name.
    Around(String, u64),
    /// `km` kilometres around the visitor.
    AroundMe(u64),
    /// The rectangle of the map.
    Zone,
    /// A commune, a department, a region; the name comes with its preposition: `en Creuse`.
    In(String),
}

impl Where {
    /// `35 lieux à moins de 50 km de Rennes`.
    pub fn heading(&self, words: &Words, count: u64) -> String {
        match self {
            Self::Everywhere => words.n("search-found", count),
            Self::Zone => words.n("search-found-zone", count),
            Self::In(name) => words.n_with("search-found-in", count, &[("place", name)]),
            Self::AroundMe(km) => {
                words.n_with("search-found-around-me", count, &[("km", &km.to_string())])
            }
            Self::Around(name, km) => {
                let km = km.to_string();
                let de = elided(name);
                let values = [("place", name.as_str()), ("km", &km), ("ofPlace", &de)];
                words.n_with("search-found-around", count, &values)
            }
        }
    }
}

/// `de Rennes`, `d’Arras`, `du Mans`, `des Ulis`: how French says « of » a town.
fn elided(name: &str) -> String {
    if let Some(rest) = name.strip_prefix("Le ") {
        return format!("du {rest}");
    }
    if let Some(rest) = name.strip_prefix("Les ") {
        return format!("des {rest}");
    }
    let vowel = name.chars().next().is_some_and(|first| "AÀÂEÉÈÊËIÎÏOÔUÛYHŒaeiou".contains(first));
    // An h may be aspirated (Le Havre has its article); of the rest, most are not.
    if vowel { format!("d’{name}") } else { format!("de {name}") }
}

impl Choice {
    /// A choice and how many places it would leave.
    pub fn new(words: &Words, value: &str, label: &str, count: u64, chosen: bool) -> Self {
        let count = words.locale().integer(count);
        Self { value: value.into(), label: label.into(), count, chosen }
    }

    /// The radii proposed, in kilometres, `chosen_km` being chosen; another value is added.
    pub fn radii(words: &Words, chosen_km: u64) -> Vec<Self> {
        let mut radii = vec![5, 10, 20, 50, 100, chosen_km];
        radii.sort_unstable();
        radii.dedup();
        let choice = |km: u64| Self {
            value: km.to_string(),
            label: words.put("search-radius-km", "km", km),
            count: String::new(),
            chosen: km == chosen_km,
        };
        radii.into_iter().map(choice).collect()
    }
}

impl Filter {
    /// How many of its choices are chosen.
    pub fn chosen(&self) -> usize {
        self.groups.iter().flat_map(|group| &group.choices).filter(|choice| choice.chosen).count()
    }
}

impl SearchView {
    fn need_or_all(&self) -> String {
        match self.fields.need.as_str() {
            "" => self.shell.words.t("search-any-need"),
            need => need.to_owned(),
        }
    }

    fn place_or_all(&self) -> String {
        match self.fields.place.as_str() {
            "" => self.shell.words.t("search-anywhere"),
            place => place.to_owned(),
        }
    }

    fn sort_shown(&self) -> Option<&Link> {
        self.sorts.iter().find(|sort| sort.current)
    }
}

#[cfg(test)]
mod tests {
    use super::elided;

    #[test]
    fn french_says_of_a_town_with_its_article() {
        let told = ["Rennes", "Arras", "Le Mans", "Les Ulis", "La Rochelle", "Évreux"].map(elided);
        assert_eq!(
            told,
            ["de Rennes", "d’Arras", "du Mans", "des Ulis", "de La Rochelle", "d’Évreux"]
        );
    }
}
