//! A place in the words of the standard: its 32 fields.

use super::vocabulary::vocabulary;
use super::{
    Access, Care, Cost, Itinerance, Kind, Programme, Public, Service, Support, Training, Word,
    joined,
};
use serde::{Deserialize, Serialize};

/// A place in the national standard.
///
/// The serde form is the JSON of the standard: flat, French names, lists joined by `|`,
/// fields absent when empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Fields {
    /// Identifier, unique in the list that carries it.
    pub id: String,
    /// SIRET (14 digits), RNA (`W` and 9 characters) or RIDET (9 or 10 digits).
    #[serde(with = "joined::pivot", skip_serializing_if = "Option::is_none")]
    pub pivot: Option<String>,
    /// Name of the place.
    #[serde(rename = "nom")]
    pub name: String,
    /// Name of the commune.
    pub commune: String,
    /// Postcode, five digits.
    #[serde(rename = "code_postal")]
    pub postcode: String,
    /// Official code of the commune (INSEE), five characters.
    #[serde(rename = "code_insee", skip_serializing_if = "Option::is_none")]
    pub commune_code: Option<String>,
    /// Number and name of the street.
    #[serde(rename = "adresse")]
    pub street: String,
    /// What completes the street: building, floor, hamlet.
    #[serde(rename = "complement_adresse", skip_serializing_if = "Option::is_none")]
    pub street_extra: Option<String>,
    /// Degrees north, WGS84.
    #[serde(with = "joined::number", skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    /// Degrees east, WGS84.
    #[serde(with = "joined::number", skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
    /// What kinds of place it is.
    #[serde(rename = "typologie", with = "joined::words", skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<Kind>,
    /// Phone number, E.164 (`+33…`).
    #[serde(rename = "telephone", skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail addresses.
    #[serde(rename = "courriels", with = "joined::texts", skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<String>,
    /// Web sites, `http` or `https`.
    #[serde(rename = "site_web", with = "joined::texts", skip_serializing_if = "Vec::is_empty")]
    pub websites: Vec<String>,
    /// Opening hours in the `OpenStreetMap` grammar.
    #[serde(rename = "horaires", skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    /// What the place is, in at most 280 characters.
    #[serde(rename = "presentation_resume", skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// What the place is, at length.
    #[serde(rename = "presentation_detail", skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// Name of the list the place comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Whether the place moves.
    #[serde(with = "joined::words", skip_serializing_if = "Vec::is_empty")]
    pub itinerance: Vec<Itinerance>,
    /// The organisation the place belongs to.
    #[serde(rename = "structure_parente", skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Day of the last update.
    #[serde(rename = "date_maj", skip_serializing_if = "Option::is_none")]
    pub updated_on: Option<jiff::civil::Date>,
    /// What people can be helped with.
    #[serde(with = "joined::words", skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Service>,
    /// For whom the place has something specific.
    #[serde(
        rename = "publics_specifiquement_adresses",
        with = "joined::words",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub publics: Vec<Public>,
    /// Specific care the place can give.
    #[serde(
        rename = "prise_en_charge_specifique",
        with = "joined::words",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub care: Vec<Care>,
    /// What it costs.
    #[serde(
        rename = "frais_a_charge",
        with = "joined::words",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub costs: Vec<Cost>,
    /// National programmes.
    #[serde(
        rename = "dispositif_programmes_nationaux",
        with = "joined::words",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub programmes: Vec<Programme>,
    /// Trainings and local labels.
    #[serde(
        rename = "formations_labels",
        with = "joined::words",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub trainings: Vec<Training>,
    /// Labels outside the closed list.
    #[serde(
        rename = "autres_formations_labels",
        with = "joined::texts",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub other_labels: Vec<String>,
    /// How to come or get in touch.
    #[serde(
        rename = "modalites_acces",
        with = "joined::words",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub access: Vec<Access>,
    /// How people are helped.
    #[serde(
        rename = "modalites_accompagnement",
        with = "joined::words",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub support: Vec<Support>,
    /// Page of the place on acceslibre.
    #[serde(rename = "fiche_acces_libre", skip_serializing_if = "Option::is_none")]
    pub acceslibre_url: Option<String>,
    /// Page where one books an appointment.
    #[serde(rename = "prise_rdv", skip_serializing_if = "Option::is_none")]
    pub booking_url: Option<String>,
}

vocabulary!(
    /// The name of a field of the standard, in the order of its CSV.
    FieldName {
        Id = "id" / "id",
        Pivot = "pivot" / "pivot",
        Name = "nom" / "nom",
        Commune = "commune" / "commune",
        Postcode = "code_postal" / "code-postal",
        CommuneCode = "code_insee" / "code-insee",
        Street = "adresse" / "adresse",
        StreetExtra = "complement_adresse" / "complement-adresse",
        Latitude = "latitude" / "latitude",
        Longitude = "longitude" / "longitude",
        Kinds = "typologie" / "typologie",
        Phone = "telephone" / "telephone",
        Emails = "courriels" / "courriels",
        Websites = "site_web" / "site-web",
        Hours = "horaires" / "horaires",
        Summary = "presentation_resume" / "presentation-resume",
        Detail = "presentation_detail" / "presentation-detail",
        Source = "source" / "source",
        Itinerance = "itinerance" / "itinerance",
        Parent = "structure_parente" / "structure-parente",
        UpdatedOn = "date_maj" / "date-maj",
        Services = "services" / "services",
        Publics = "publics_specifiquement_adresses" / "publics-specifiquement-adresses",
        Care = "prise_en_charge_specifique" / "prise-en-charge-specifique",
        Costs = "frais_a_charge" / "frais-a-charge",
        Programmes = "dispositif_programmes_nationaux" / "dispositif-programmes-nationaux",
        Trainings = "formations_labels" / "formations-labels",
        OtherLabels = "autres_formations_labels" / "autres-formations-labels",
        Access = "modalites_acces" / "modalites-acces",
        Support = "modalites_accompagnement" / "modalites-accompagnement",
        AcceslibreUrl = "fiche_acces_libre" / "fiche-acces-libre",
        BookingUrl = "prise_rdv" / "prise-rdv",
    }
);

impl FieldName {
    /// Whether the field holds words a person wrote freely, as opposed to codes and numbers.
    pub const fn is_free_text(self) -> bool {
        matches!(
            self,
            Self::Name
                | Self::Commune
                | Self::Street
                | Self::StreetExtra
                | Self::Summary
                | Self::Detail
                | Self::Source
                | Self::Parent
                | Self::OtherLabels
        )
    }
}
