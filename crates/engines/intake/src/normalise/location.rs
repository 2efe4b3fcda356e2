//! Who and where: name, address, commune, point.

use super::coordinates::{self, Placed};
use super::{Work, street};
use crate::communes::{Commune, Communes, How};
use crate::mapping::Normaliser;
use crate::outcome::{Precision, Reason};
use crate::standard::FieldName;
use base::Point;

/// Farthest a point may be from the middle of its commune, in metres.
const FAR_FROM_COMMUNE_M: f64 = 25_000.0;

/// The same where middles are estimates or communes are vast (Guyane), in metres.
const FAR_FROM_VAST_COMMUNE_M: f64 = 150_000.0;

/// What the row says of where it is, before the official communes are asked.
#[derive(Default)]
struct Said {
    postcode: String,
    town: String,
    code: String,
}

impl Work<'_> {
    /// Name, address, commune and point.
    pub(super) fn locate(&mut self, communes: &Communes) {
        self.candidate.fields.name = self.text(FieldName::Name);
        let said = self.address();
        let placed = self.point();
        let commune = self.commune(&said, placed.map(|placed| placed.point), communes);
        let fields = &mut self.candidate.fields;
        fields.postcode.clone_from(&said.postcode);
        match commune {
            Some(commune) => self.settle(commune, &said),
            None => fields.commune.clone_from(&said.town),
        }
        self.settle_point(placed, commune);
        self.candidate.precision = match (&self.candidate.fields.street, commune) {
            (street, _) if street::has_number(street) => Precision::Address,
            (street, _) if !street.is_empty() => Precision::Street,
            (_, Some(_)) => Precision::Commune,
            _ => Precision::None,
        };
    }

    /// A place without a name goes by its address rather than be lost.
    pub(super) fn name_from_address(&mut self) {
        if self.candidate.fields.name.is_empty() {
            self.findings.problem(FieldName::Name, "", Reason::NoName);
            let street = self.candidate.fields.street.clone();
            self.findings.repair(FieldName::Name, "name-from-address", "", &street);
            self.candidate.fields.name = street;
        }
    }

    fn address(&mut self) -> Said {
        let mut said = Said { town: self.text(FieldName::Commune), ..Said::default() };
        said.code = self.text(FieldName::CommuneCode).to_ascii_uppercase();
        let written = self.text(FieldName::Postcode);
        said.postcode = street::postcode(&written).unwrap_or_default();
        if said.postcode.is_empty() && !written.is_empty() {
            self.findings.problem(FieldName::Postcode, &written, Reason::BadPostcode);
        } else {
            self.findings.repair(FieldName::Postcode, "postcode", &written, &said.postcode);
        }
        let is_line =
            self.rules(FieldName::Street).any(|rule| rule.how == Some(Normaliser::AddressLine));
        let street = self.text(FieldName::Street);
        self.candidate.fields.street = self.street_alone(street, &mut said, is_line);
        let extra = self.text(FieldName::StreetExtra);
        let is_new = !extra.is_empty() && extra != self.candidate.fields.street;
        self.candidate.fields.street_extra = is_new.then_some(extra);
        said
    }

    /// The street without the postcode and the town that follow it, when the line holds them or
    /// they repeat what other columns say.
    fn street_alone(&mut self, street: String, said: &mut Said, is_line: bool) -> String {
        let line = street::cut_line(&street);
        let Some(postcode) = line.postcode else { return street };
        let repeats = postcode == said.postcode;
        if !is_line && !repeats {
            return street;
        }
        if said.postcode.is_empty() {
            said.postcode = postcode;
        }
        if said.town.is_empty() {
            said.town = line.town.unwrap_or_default();
        }
        self.findings.repair(FieldName::Street, "address-line", &street, &line.street);
        line.street
    }

    fn commune<'c>(
        &mut self,
        said: &Said,
        point: Option<Point>,
        communes: &'c Communes,
    ) -> Option<&'c Commune> {
        let code = (!said.code.is_empty()).then_some(said.code.as_str());
        let postcode = (!said.postcode.is_empty()).then_some(said.postcode.as_str());
        let resolved = communes.resolve(code, postcode, &said.town);
        let nearest = || postcode.zip(point).and_then(|(p, at)| nearest(communes, p, at));
        if let Some(commune) = resolved.is_none().then(nearest).flatten() {
            let before = format!("{} {}", said.postcode, said.town);
            let rule = "commune-nearest-of-postcode";
            self.findings.repair(FieldName::CommuneCode, rule, &before, &commune.code);
            return Some(commune);
        }
        // A postcode that contradicts the only commune of that name is the one at fault.
        let resolved = resolved.or_else(|| communes.resolve(None, None, &said.town));
        if let Some(resolved) = resolved {
            if !matches!(resolved.how, How::Code | How::PostcodeAndName) {
                let rule = rule_name(resolved.how);
                let before = format!("{} {} {}", said.code, said.postcode, said.town);
                let after = &resolved.commune.code;
                self.findings.repair(FieldName::CommuneCode, rule, before.trim(), after);
            }
            return Some(resolved.commune);
        }
        let whole = format!("{} {}", said.postcode, said.town);
        self.findings.problem(FieldName::Commune, whole.trim(), Reason::UnknownCommune);
        None
    }

    fn settle(&mut self, commune: &Commune, said: &Said) {
        let name = commune.postal_name();
        self.findings.repair(FieldName::Commune, "commune-official-name", &said.town, name);
        let fields = &mut self.candidate.fields;
        name.clone_into(&mut fields.commune);
        fields.commune_code = Some(commune.code.clone());
        if fields.postcode.is_empty()
            && let [postcode] = commune.postcodes.as_slice()
        {
            fields.postcode.clone_from(postcode);
            self.findings.repair(FieldName::Postcode, "postcode-from-commune", "", postcode);
        }
    }

    fn point(&mut self) -> Option<Placed> {
        let pair = self.rules(FieldName::Latitude).find(|rule| rule.how == Some(Normaliser::Pair));
        let (latitude, longitude) = if let Some(rule) = pair {
            let text = self.rule_text(FieldName::Latitude, rule, false);
            let pair = coordinates::pair(&text);
            if pair.is_none() && !text.is_empty() {
                self.findings.problem(FieldName::Latitude, &text, Reason::BadCoordinates);
            }
            pair?
        } else {
            let latitude = self.text(FieldName::Latitude);
            let longitude = self.text(FieldName::Longitude);
            if latitude.is_empty() && longitude.is_empty() {
                return None;
            }
            let numbers = coordinates::number(&latitude).zip(coordinates::number(&longitude));
            if numbers.is_none() {
                let text = format!("{latitude} ; {longitude}");
                self.findings.problem(FieldName::Latitude, &text, Reason::BadCoordinates);
            }
            numbers?
        };
        let placed = coordinates::place(latitude, longitude);
        let text = format!("{latitude} ; {longitude}");
        match placed {
            Some(Placed { point, repair: Some(rule) }) => {
                let after = format!("{} ; {}", point.lat, point.lon);
                self.findings.repair(FieldName::Latitude, rule, &text, &after);
            }
            Some(_) => {}
            None => self.findings.problem(FieldName::Latitude, &text, Reason::BadCoordinates),
        }
        placed
    }

    fn settle_point(&mut self, placed: Option<Placed>, commune: Option<&Commune>) {
        let Some(Placed { point, .. }) = placed else { return };
        self.candidate.fields.latitude = Some(point.lat);
        self.candidate.fields.longitude = Some(point.lon);
        self.candidate.point_trusted = commune.is_some_and(|commune| agrees(point, commune));
        if commune.is_some() && !self.candidate.point_trusted {
            let text = format!("{} ; {}", point.lat, point.lon);
            self.findings.problem(FieldName::Latitude, &text, Reason::FarFromCommune);
        }
    }
}

fn agrees(point: Point, commune: &Commune) -> bool {
    let is_vast = commune.point_is_estimated || commune.department == "973";
    let limit_m = if is_vast { FAR_FROM_VAST_COMMUNE_M } else { FAR_FROM_COMMUNE_M };
    point.distance_m(commune.point) <= limit_m
}

/// Of the communes that share a postcode, the one whose middle is nearest, if it is near.
fn nearest<'c>(communes: &'c Communes, postcode: &str, point: Point) -> Option<&'c Commune> {
    communes
        .by_postcode(postcode)
        .map(|commune| (point.distance_m(commune.point), commune))
        .filter(|(distance_m, _)| *distance_m <= FAR_FROM_COMMUNE_M)
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, commune)| commune)
}

/// The name of the repair made when a commune is recognised by other than its code or its
/// postcode and name.
fn rule_name(how: How) -> &'static str {
    match how {
        How::Code => "commune-code",
        How::FormerCode => "commune-former-code",
        How::PostcodeAndName => "commune-postcode-and-name",
        How::PostcodeAndAlmostName => "commune-almost-name",
        How::NameInDepartment => "commune-name-in-department",
        How::Name => "commune-name",
        How::AlmostNameInDepartment => "commune-almost-name-in-department",
        How::PostcodeAlone => "commune-postcode-alone",
    }
}
