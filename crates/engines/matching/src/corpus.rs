//! What all records together teach: which words are rare, which values are shared by many places.

use std::collections::HashMap;

use crate::communes::Communes;
use crate::hashing::Quick;
use crate::prepare::{Lexicons, Prepared, VALUES, Value};
use crate::record::Record;
use crate::text::mix;
use crate::vocabulary::KindSet;

/// The frequencies of a set of records; what [`explain`](crate::explain) needs besides two records.
#[derive(Debug, Default, Clone)]
pub struct Corpus {
    lexicons: Lexicons,
    communes: Communes,
    /// Values carried by more than one place, and by how many.
    spreads: HashMap<u64, u8, Quick>,
    /// Places of one kind that one list has in one commune, when there are several.
    kinds_here: HashMap<u64, u32, Quick>,
    records: u32,
}

impl Corpus {
    /// Reads the frequencies of these records.
    pub fn of(records: &[Record]) -> Self {
        let all: Vec<&Record> = records.iter().collect();
        Self::build(&all).0
    }

    /// Reads the frequencies and keeps the prepared records, in the order given.
    pub(crate) fn build(records: &[&Record]) -> (Self, Vec<Prepared>) {
        let communes = Communes::learn(records.iter().copied());
        let mut lexicons = Lexicons::default();
        let mut prepared: Vec<Prepared> =
            records.iter().map(|record| Prepared::read(record, &mut lexicons, &communes)).collect();
        let corpus = Self {
            lexicons,
            communes,
            spreads: spreads(&prepared),
            kinds_here: kinds_here(&prepared),
            records: u32::try_from(records.len()).unwrap_or(u32::MAX),
        };
        for record in &mut prepared {
            corpus.finish(record);
        }
        (corpus, prepared)
    }

    /// Prepares two records that need not be among those of the corpus.
    pub(crate) fn prepare_pair(&self, a: &Record, b: &Record) -> (Prepared, Prepared) {
        let mut lexicons = self.lexicons.clone();
        let mut a = Prepared::read(a, &mut lexicons, &self.communes);
        let mut b = Prepared::read(b, &mut lexicons, &self.communes);
        self.finish(&mut a);
        self.finish(&mut b);
        (a, b)
    }

    fn finish(&self, record: &mut Prepared) {
        for kind in each_kind(record.kinds) {
            if !self.kinds_here.contains_key(&kind_here(record, kind)) {
                record.lone_kinds |= 1 << kind;
            }
        }
        for word in &mut record.words {
            word.weight = self.lexicons.names.rarity(word, self.records);
        }
        for word in &mut record.spelt {
            word.weight = self.lexicons.spelt.rarity(word, self.records);
        }
        for word in &mut record.street_words {
            word.weight = self.lexicons.streets.rarity(word, self.records);
        }
        for (spread, value) in record.spread.iter_mut().zip(record.values) {
            *spread = self.spreads.get(&value).copied().unwrap_or(1);
        }
    }
}

fn kinds_here(records: &[Prepared]) -> HashMap<u64, u32, Quick> {
    let mut counts: HashMap<u64, u32, Quick> = HashMap::default();
    for record in records {
        for kind in each_kind(record.kinds) {
            *counts.entry(kind_here(record, kind)).or_default() += 1;
        }
    }
    counts.retain(|_, count| *count > 1);
    counts
}

fn each_kind(kinds: KindSet) -> impl Iterator<Item = u32> {
    (0..KindSet::BITS).filter(move |kind| kinds & (1 << kind) != 0)
}

fn kind_here(record: &Prepared, kind: u32) -> u64 {
    let commune = if record.commune_name == 0 { record.commune } else { record.commune_name };
    mix(commune ^ (u64::from(record.source) << 8) ^ u64::from(kind))
}

/// One record carrying one value.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Carrier {
    value: u64,
    source: u32,
    commune: u64,
    name: u64,
}

/// How many places carry each value: communes where it is found, or different places that a single
/// list gives it to, whichever is more.
fn spreads(records: &[Prepared]) -> HashMap<u64, u8, Quick> {
    let mut carriers = Vec::with_capacity(records.len() * VALUES / 2);
    for record in records {
        for (index, value) in record.values.iter().enumerate() {
            // A local name is shared by those that say otherwise where they are.
            let name = if index == Value::LocalName as usize {
                record.value(Value::Spot)
            } else {
                record.bare_name
            };
            if *value != 0 {
                let (source, commune) = (record.source, record.commune);
                carriers.push(Carrier { value: *value, source, commune, name });
            }
        }
    }
    carriers.sort_unstable();
    carriers
        .chunk_by(|x, y| x.value == y.value)
        .filter(|group| group.len() > 1)
        .map(|group| (group[0].value, spread_of(group)))
        .filter(|(_, spread)| *spread > 1)
        .collect()
}

fn spread_of(carriers: &[Carrier]) -> u8 {
    let in_one_list = carriers
        .chunk_by(|x, y| x.source == y.source)
        .map(|rows| rows.chunk_by(|x, y| x == y).count())
        .max()
        .unwrap_or(1);
    let mut communes: Vec<u64> = carriers.iter().map(|carrier| carrier.commune).collect();
    communes.sort_unstable();
    communes.dedup();
    u8::try_from(in_one_list.max(communes.len())).unwrap_or(u8::MAX)
}
