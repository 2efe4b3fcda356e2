//! A record made ready: everything that can be computed once per record, so that comparing two of
//! them touches numbers and short lists only.

use crate::address::Address;
use crate::communes::Communes;
use crate::contact;
use crate::lexicon::Lexicon;
use crate::name::{Name, key_of};
use crate::record::Record;
use crate::text::{fold, hash};
use crate::vocabulary::{KindSet, VOCABULARY, WordClass};

/// A word of a name or of a street.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    /// Number of the word in its lexicon.
    pub(crate) id: u32,
    /// Rarity, from 0 (in every record) to about 1 (nowhere else).
    pub(crate) weight: f32,
    /// What sort of word it is.
    pub(crate) class: WordClass,
    /// The letters, for near misses.
    pub(crate) text: Box<str>,
}

/// Values that several records may carry, and that identify less the more places carry them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(usize)]
pub(crate) enum Value {
    /// Telephone number.
    Phone,
    /// E-mail address.
    Mail,
    /// Domain of the e-mail address.
    MailDomain,
    /// Site, with its path.
    Site,
    /// Host of the site.
    Host,
    /// Registration number of the establishment.
    Establishment,
    /// Registration number of the organisation.
    Organisation,
    /// House number, street and commune together.
    Spot,
    /// The same coordinates to a metre.
    Point,
    /// The name's own words in one commune.
    LocalName,
}

/// How many [`Value`]s there are.
pub(crate) const VALUES: usize = 10;

/// A record ready to be compared. Value 0, empty lists and `None` mean "not said".
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    pub(crate) source: u32,
    /// Hash of the whole folded name.
    pub(crate) full_name: u64,
    /// Hash of the name's own words, whatever their order.
    pub(crate) bare_name: u64,
    /// The name's own words joined, in the order written.
    pub(crate) bare_text: Box<str>,
    /// The name's own words, sorted by number, without the commune's name.
    pub(crate) words: Box<[Word]>,
    /// The name's words as spelt, kinds not unified, sorted by number, without the commune's name.
    pub(crate) spelt: Box<[Word]>,
    /// The words of the commune's name.
    pub(crate) towns: Box<[Box<str>]>,
    /// The initials of the name; empty when there are less than three.
    pub(crate) initials: Box<str>,
    pub(crate) kinds: KindSet,
    /// Those of the kinds of which the list has no other place in the commune.
    pub(crate) lone_kinds: KindSet,
    /// Whether the name says that the place travels.
    pub(crate) itinerant: bool,
    /// Whether the street only says the village, the town hall or the like.
    pub(crate) vague_street: bool,
    pub(crate) number: u32,
    pub(crate) number_to: u32,
    /// Hash of the street's words, whatever their order.
    pub(crate) street: u64,
    /// The street's words, sorted by number.
    pub(crate) street_words: Box<[Word]>,
    pub(crate) commune: u64,
    pub(crate) commune_name: u64,
    pub(crate) department: u64,
    pub(crate) postcode: u64,
    /// Latitude and longitude in degrees.
    pub(crate) point: Option<(f64, f64)>,
    pub(crate) values: [u64; VALUES],
    /// How many different places carry each value.
    pub(crate) spread: [u8; VALUES],
    /// Hash of the namespace, then of the identifier.
    pub(crate) official_id: (u64, u64),
}

/// The words of names and of streets met so far.
#[derive(Debug, Default, Clone)]
pub(crate) struct Lexicons {
    pub(crate) names: Lexicon,
    pub(crate) streets: Lexicon,
    pub(crate) spelt: Lexicon,
}

impl Prepared {
    /// Prepares a record. Rarity and spread are filled in later, once every record is known.
    pub(crate) fn read(record: &Record, lexicons: &mut Lexicons, communes: &Communes) -> Self {
        let commune = communes.resolve(record);
        let name = Name::read(&record.name, &fold(&record.commune), lexicons);
        let address = Address::read(&record.street);
        let (street_words, street) = street(&address.words, &mut lexicons.streets);
        let point = point(record.lat, record.lon);
        let mut prepared = Self {
            source: record.source,
            full_name: name.full,
            bare_name: name.bare,
            bare_text: name.text,
            words: name.words,
            spelt: name.spelt,
            towns: name.towns,
            initials: name.initials,
            kinds: name.kinds | VOCABULARY.kinds_of_codes(&record.kinds),
            lone_kinds: 0,
            itinerant: name.itinerant,
            vague_street: address.is_vague(),
            number: address.number,
            number_to: address.number_to,
            street,
            street_words,
            commune: commune.key,
            commune_name: commune.name,
            department: commune.department,
            postcode: commune.postcode,
            point,
            values: [0; VALUES],
            spread: [1; VALUES],
            official_id: official_id(record),
        };
        prepared.values = prepared.values_of(record);
        prepared
    }

    /// The value of that sort this record carries; 0 when it carries none.
    pub(crate) fn value(&self, value: Value) -> u64 {
        self.values[value as usize]
    }

    /// How many places carry this record's value of that sort.
    pub(crate) fn spread(&self, value: Value) -> u8 {
        self.spread[value as usize]
    }

    /// Whether the word is part of the name of this record's commune.
    pub(crate) fn town_word(&self, word: &Word) -> bool {
        self.towns.contains(&word.text)
    }

    fn values_of(&self, record: &Record) -> [u64; VALUES] {
        let mut values = [0; VALUES];
        let mut set = |value: Value, content: u64| {
            if content != 0 {
                values[value as usize] = hash(value as u8 + 20, &[&content.to_le_bytes()]);
            }
        };
        let (mail, domain) = contact::mail(&record.email);
        let (site, host) = contact::site(&record.web);
        let (establishment, organisation) = contact::pivot(&record.pivot);
        set(Value::Phone, contact::phone(&record.phone));
        set(Value::Mail, mail);
        set(Value::MailDomain, domain);
        set(Value::Site, site);
        set(Value::Host, host);
        set(Value::Establishment, establishment);
        set(Value::Organisation, organisation);
        let commune = self.commune.to_le_bytes();
        if self.street != 0 {
            let number = self.number.to_le_bytes();
            set(Value::Spot, hash(6, &[&commune, &self.street.to_le_bytes(), &number]));
        }
        if let Some((lat, lon)) = self.point {
            let key = hash(7, &[&micro(lat).to_le_bytes(), &micro(lon).to_le_bytes()]);
            set(Value::Point, key);
        }
        if self.bare_name != 0 {
            set(Value::LocalName, hash(8, &[&commune, &self.bare_name.to_le_bytes()]));
        }
        values
    }
}

fn street(words: &[String], lexicon: &mut Lexicon) -> (Box<[Word]>, u64) {
    let words = lexicon.words_of(words.to_vec());
    let key = key_of(&words);
    (words, key)
}

fn official_id(record: &Record) -> (u64, u64) {
    match &record.official_id {
        Some((namespace, id)) if !id.is_empty() => {
            (hash(11, &[namespace.as_bytes()]), hash(12, &[id.as_bytes()]))
        }
        _ => (0, 0),
    }
}

fn point(lat: Option<f64>, lon: Option<f64>) -> Option<(f64, f64)> {
    let (lat, lon) = (lat?, lon?);
    let on_earth = lat.abs() <= 90.0 && lon.abs() <= 180.0;
    let is_placeholder = lat.abs() < 1e-9 && lon.abs() < 1e-9;
    if on_earth && !is_placeholder { Some((lat, lon)) } else { None }
}

/// Degrees in steps of about a metre.
#[expect(clippy::cast_possible_truncation, reason = "bounded by 180 degrees in 100,000ths")]
fn micro(degrees: f64) -> i32 {
    (degrees * 1e5).round() as i32
}
