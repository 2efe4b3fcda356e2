//! Which pairs are worth comparing. Never all of them: records meet only under a shared key.
//!
//! Keys: a name's word within a commune, a whole small commune, a kind within a commune, a street
//! within a commune, a telephone number, an e-mail address, a site, a registration number, an
//! official identifier, a rare word within a department, a cell of the map and its neighbours. A
//! key shared by too many records is no evidence and is left out, so work grows with the records,
//! not with their square.

use std::collections::HashMap;
use std::ops::Range;

use crate::hashing::Quick;
use crate::prepare::{Prepared, Value};
use crate::text::mix;

/// How many records may meet under one key of each family.
struct Cap;

impl Cap {
    const COMMUNE: usize = 16;
    const WORD_IN_COMMUNE: usize = 48;
    const STREET: usize = 40;
    const VALUE: usize = 40;
    const RARE_WORD: usize = 12;
    const NAME_IN_DEPARTMENT: usize = 24;
    const CELL: usize = 16;
}

/// Side of a cell of the map, in degrees of latitude: about 500 m.
const CELL_DEGREES: f64 = 0.0045;

/// The groups of records that meet under a key.
pub(crate) struct Candidates {
    members: Vec<u32>,
    /// For each record, the groups it belongs to.
    groups_of: Vec<Vec<Range<u32>>>,
    cells: HashMap<(i32, i32), Vec<u32>, Quick>,
}

impl Candidates {
    /// Gathers the records under their keys.
    pub(crate) fn gather(records: &[Prepared]) -> Self {
        let mut candidates = Self {
            members: Vec::new(),
            groups_of: vec![Vec::new(); records.len()],
            cells: cells(records),
        };
        let mut keyed: Vec<(u64, u32)> = Vec::new();
        for family in FAMILIES {
            keyed.clear();
            for (index, record) in (0_u32..).zip(records) {
                (family.keys)(record, &mut |key| keyed.push((key, index)));
            }
            keyed.sort_unstable();
            keyed.dedup();
            candidates.add_groups(&keyed, family.cap);
        }
        candidates
    }

    /// Calls `visit` once with each record after `index` that shares a key with it.
    pub(crate) fn after(
        &self,
        index: u32,
        record: &Prepared,
        seen: &mut [u32],
        mut visit: impl FnMut(u32),
    ) {
        let mark = index + 1;
        let mut visit_new = |other: u32| {
            if other > index && seen[other as usize] != mark {
                seen[other as usize] = mark;
                visit(other);
            }
        };
        for group in &self.groups_of[index as usize] {
            let members = &self.members[group.start as usize..group.end as usize];
            members.iter().copied().for_each(&mut visit_new);
        }
        let Some((row, column)) = record.point.map(cell_of) else { return };
        for (down, right) in NEIGHBOURS {
            let Some(cell) = self.cells.get(&(row + down, column + right)) else { continue };
            if cell.len() <= Cap::CELL {
                cell.iter().copied().for_each(&mut visit_new);
            }
        }
    }

    fn add_groups(&mut self, keyed: &[(u64, u32)], cap: usize) {
        for group in keyed.chunk_by(|x, y| x.0 == y.0) {
            if group.len() < 2 || group.len() > cap {
                continue;
            }
            let start = u32::try_from(self.members.len()).unwrap_or(u32::MAX);
            self.members.extend(group.iter().map(|(_, index)| *index));
            let end = u32::try_from(self.members.len()).unwrap_or(u32::MAX);
            for (_, index) in group {
                self.groups_of[*index as usize].push(start..end);
            }
        }
    }
}

const NEIGHBOURS: [(i32, i32); 9] =
    [(0, 0), (-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)];

/// A way of meeting.
struct Family {
    cap: usize,
    keys: fn(&Prepared, &mut dyn FnMut(u64)),
}

const FAMILIES: &[Family] = &[
    Family { cap: Cap::COMMUNE, keys: commune },
    Family { cap: Cap::WORD_IN_COMMUNE, keys: words_in_commune },
    Family { cap: Cap::STREET, keys: street_in_commune },
    Family { cap: Cap::VALUE, keys: shared_values },
    Family { cap: Cap::RARE_WORD, keys: words_in_department },
    Family { cap: Cap::NAME_IN_DEPARTMENT, keys: name_in_department },
];

fn commune(record: &Prepared, add: &mut dyn FnMut(u64)) {
    if record.commune != 0 {
        add(record.commune);
    }
}

fn words_in_commune(record: &Prepared, add: &mut dyn FnMut(u64)) {
    if record.commune == 0 {
        return;
    }
    for word in &record.words {
        add(mix(record.commune ^ u64::from(word.id)));
    }
    let mut kinds = record.kinds;
    while kinds != 0 {
        add(mix(record.commune.rotate_left(17) ^ u64::from(kinds.trailing_zeros())));
        kinds &= kinds - 1;
    }
}

fn street_in_commune(record: &Prepared, add: &mut dyn FnMut(u64)) {
    if record.street != 0 && record.commune != 0 {
        add(mix(record.commune ^ record.street));
    }
}

fn shared_values(record: &Prepared, add: &mut dyn FnMut(u64)) {
    const MEETING: [Value; 8] = [
        Value::Phone,
        Value::Mail,
        Value::Site,
        Value::Host,
        Value::Establishment,
        Value::Organisation,
        Value::Point,
        Value::LocalName,
    ];
    MEETING
        .map(|value| record.value(value))
        .into_iter()
        .filter(|key| *key != 0)
        .for_each(&mut *add);
    if record.official_id.1 != 0 {
        add(mix(record.official_id.0 ^ record.official_id.1));
    }
}

fn words_in_department(record: &Prepared, add: &mut dyn FnMut(u64)) {
    if record.department != 0 {
        for word in &record.words {
            add(mix(record.department ^ u64::from(word.id)));
        }
    }
}

fn name_in_department(record: &Prepared, add: &mut dyn FnMut(u64)) {
    if record.department != 0 && record.bare_name != 0 {
        add(mix(record.department ^ record.bare_name));
        add(mix(record.department ^ record.full_name));
    }
}

fn cells(records: &[Prepared]) -> HashMap<(i32, i32), Vec<u32>, Quick> {
    let mut cells: HashMap<_, Vec<u32>, Quick> = HashMap::default();
    for (index, record) in (0_u32..).zip(records) {
        if let Some(point) = record.point {
            cells.entry(cell_of(point)).or_default().push(index);
        }
    }
    cells
}

/// The cell of a point: as wide as high at the latitudes of mainland France.
#[expect(clippy::cast_possible_truncation, reason = "bounded by 180 degrees / 0.0045")]
fn cell_of((lat, lon): (f64, f64)) -> (i32, i32) {
    ((lat / CELL_DEGREES).floor() as i32, (lon / (CELL_DEGREES * 1.45)).floor() as i32)
}
