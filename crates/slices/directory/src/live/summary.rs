//! What lists, maps and searches know of a place: much less than its page.

use crate::hours::Hours;
use crate::model::Place;
use atlas::{Doc, Facet, fold};
use base::{PlaceId, Point};
use intake::Communes;
use intake::communes::department_of_postcode;
use intake::standard::{Access, Care, Cost, Itinerance, Kind, Programme, Public, Service, Support};
use jiff::civil::Date;

/// Families of choices, numbered as the atlas counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Family {
    /// What people can be helped with.
    Service,
    /// Kinds of place.
    Kind,
    /// Publics with something specific for them.
    Public,
    /// How to come or get in touch.
    Access,
    /// What it costs.
    Cost,
    /// Specific care: disabilities, languages.
    Care,
    /// National programmes.
    Programme,
    /// How people are helped.
    Support,
    /// Whether the place moves.
    Itinerance,
}

impl Family {
    /// Every family.
    pub const ALL: [Self; 9] = [
        Self::Service,
        Self::Kind,
        Self::Public,
        Self::Access,
        Self::Cost,
        Self::Care,
        Self::Programme,
        Self::Support,
        Self::Itinerance,
    ];

    /// Its number in the atlas.
    pub const fn number(self) -> u8 {
        self as u8
    }

    /// Its name in addresses.
    pub const fn parameter(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Kind => "type",
            Self::Public => "public",
            Self::Access => "acces",
            Self::Cost => "cout",
            Self::Care => "prise",
            Self::Programme => "programme",
            Self::Support => "accompagnement",
            Self::Itinerance => "itinerance",
        }
    }

    /// The family of that name in addresses.
    pub fn of_parameter(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.parameter() == name)
    }

    /// Its values, as (slug, label of the standard), in the order of their numbers.
    pub fn values(self) -> Vec<(&'static str, &'static str)> {
        fn pairs<W: intake::standard::Word>() -> Vec<(&'static str, &'static str)> {
            W::ALL.iter().map(|it| (it.slug(), it.label())).collect()
        }
        match self {
            Self::Service => pairs::<Service>(),
            Self::Kind => pairs::<Kind>(),
            Self::Public => pairs::<Public>(),
            Self::Access => pairs::<Access>(),
            Self::Cost => pairs::<Cost>(),
            Self::Care => pairs::<Care>(),
            Self::Programme => pairs::<Programme>(),
            Self::Support => pairs::<Support>(),
            Self::Itinerance => pairs::<Itinerance>(),
        }
    }
}

/// What lists show of a place.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Stable for ever.
    pub id: PlaceId,
    /// The last part of its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its kinds.
    pub kinds: Vec<Kind>,
    /// Number and street.
    pub street: String,
    /// Five digits, or nothing.
    pub postcode: String,
    /// Name of the commune.
    pub commune: String,
    /// Official code of the commune, or nothing.
    pub commune_code: String,
    /// Code of the department, or nothing.
    pub department: String,
    /// Where it is drawn.
    pub point: Option<Point>,
    /// Whether the point is only the middle of its commune.
    pub is_point_of_commune: bool,
    /// Opening hours in the `OpenStreetMap` grammar.
    pub hours: Option<String>,
    /// Phone number, E.164.
    pub phone: Option<String>,
    /// What people can be helped with.
    pub services: Vec<Service>,
    /// What it costs.
    pub costs: Vec<Cost>,
    /// How to come or get in touch.
    pub access: Vec<Access>,
    /// Specific care.
    pub care: Vec<Care>,
    /// National programmes.
    pub programmes: Vec<Programme>,
    /// Day of the last confirmation.
    pub updated_on: Option<Date>,
    /// Days of exceptional closures, first and last included.
    pub closures: Vec<(Date, Date)>,
}

impl Summary {
    /// The summary of a place, its point and its department completed from its commune.
    pub fn of(place: &Place, communes: &Communes) -> Self {
        let fields = &place.body.fields;
        let commune_code = fields.commune_code.clone().unwrap_or_default();
        let commune = communes.by_code(&commune_code).or_else(|| {
            let resolved = communes.resolve(None, Some(&fields.postcode), &fields.commune)?;
            Some(resolved.commune)
        });
        let department = commune
            .map(|it| it.department.clone())
            .or_else(|| department_of_postcode(&fields.postcode).map(str::to_owned))
            .unwrap_or_default();
        let own = place.body.point().filter(|_| place.body.point_trusted || commune.is_none());
        Self {
            id: place.id,
            slug: place.slug.clone(),
            name: fields.name.clone(),
            kinds: fields.kinds.clone(),
            street: fields.street.clone(),
            postcode: fields.postcode.clone(),
            commune: fields.commune.clone(),
            commune_code,
            department,
            point: own.or_else(|| commune.map(|it| it.point)),
            is_point_of_commune: own.is_none(),
            hours: fields.hours.clone(),
            phone: fields.phone.clone(),
            services: fields.services.clone(),
            costs: fields.costs.clone(),
            access: fields.access.clone(),
            care: fields.care.clone(),
            programmes: fields.programmes.clone(),
            updated_on: fields.updated_on,
            closures: Vec::new(),
        }
    }

    /// The last day of the exceptional closure that holds on that day, if one does.
    pub fn closed_until(&self, day: Date) -> Option<Date> {
        let holds = |it: &&(Date, Date)| it.0 <= day && day <= it.1;
        self.closures.iter().filter(holds).map(|it| it.1).max()
    }

    /// The place as the atlas indexes it.
    pub fn doc(&self, place: &Place) -> Doc {
        Doc {
            id: self.id,
            name: self.name.clone(),
            commune: self.commune.clone(),
            postcode: self.postcode.clone(),
            commune_code: self.commune_code.clone(),
            department: self.department.clone(),
            address: self.street.clone(),
            text: text(place),
            facets: facets(place),
            point: self.point,
            fold: by_name(&self.name),
            week: self.week(),
        }
    }

    fn week(&self) -> Option<atlas::WeekMask> {
        let hours = Hours::parse(self.hours.as_deref()?)?;
        // Seasons are read from a fixed week of term time: the index must not depend on the day
        // it was built. The page itself reads the hours on the day of the visit.
        Some(hours.week_mask(jiff::civil::date(2026, 3, 9)))
    }
}

/// The key of the order by name. Places known only by their address come after those with a name.
fn by_name(name: &str) -> String {
    let folded = fold(name);
    if folded.starts_with(|it: char| it.is_ascii_digit()) { format!("~{folded}") } else { folded }
}

/// The words that are searched: the first line weighs more.
fn text(place: &Place) -> String {
    let fields = &place.body.fields;
    let mut first: Vec<&str> = fields.services.iter().map(|it| it.label()).collect();
    first.extend(fields.kinds.iter().map(|it| it.name()));
    first.extend(fields.programmes.iter().map(|it| it.label()));
    let mut rest: Vec<&str> = Vec::new();
    rest.extend(fields.publics.iter().map(|it| it.label()));
    rest.extend(fields.care.iter().map(|it| it.label()));
    rest.extend(fields.support.iter().map(|it| it.label()));
    rest.extend(fields.trainings.iter().map(|it| it.label()));
    rest.extend(fields.other_labels.iter().map(String::as_str));
    rest.extend(fields.parent.as_deref());
    rest.extend(fields.summary.as_deref());
    let detail: String = fields.detail.iter().flat_map(|it| it.chars()).take(1_000).collect();
    format!("{}\n{} {detail}", first.join(" "), rest.join(" "))
}

fn facets(place: &Place) -> Vec<Facet> {
    let fields = &place.body.fields;
    let mut facets = Vec::new();
    let mut add = |family: Family, value: u16| {
        facets.push(Facet { family: family.number(), value });
    };
    fields.services.iter().for_each(|it| add(Family::Service, *it as u16));
    fields.kinds.iter().for_each(|it| add(Family::Kind, *it as u16));
    fields.publics.iter().for_each(|it| add(Family::Public, *it as u16));
    fields.access.iter().for_each(|it| add(Family::Access, *it as u16));
    fields.costs.iter().for_each(|it| add(Family::Cost, *it as u16));
    fields.care.iter().for_each(|it| add(Family::Care, *it as u16));
    fields.programmes.iter().for_each(|it| add(Family::Programme, *it as u16));
    fields.support.iter().for_each(|it| add(Family::Support, *it as u16));
    fields.itinerance.iter().for_each(|it| add(Family::Itinerance, *it as u16));
    facets
}
