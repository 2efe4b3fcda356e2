//! A week of opening, by the quarter of an hour.

/// Quarters of an hour in a week.
pub const QUARTERS: u16 = 672;

/// When a place is open in a usual week: 672 quarters of an hour from Monday 00:00.
///
/// A quarter counts as open when the place is open at its first minute.
///
/// ```
/// let mut week = atlas::WeekMask::closed();
/// week.open(2, 9 * 60, 12 * 60); // Wednesday, 9:00 to 12:00
/// assert!(week.is_open(atlas::WeekMask::quarter(2, 11 * 60 + 50)));
/// assert!(!week.is_open(atlas::WeekMask::quarter(2, 12 * 60)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct WeekMask([u64; 11]);

impl WeekMask {
    /// Never open.
    pub fn closed() -> Self {
        Self::default()
    }

    /// Open on one day only; see [`WeekMask::open`].
    pub fn of(day: u8, minute_from: u16, minute_to: u16) -> Self {
        let mut week = Self::closed();
        week.open(day, minute_from, minute_to);
        week
    }

    /// Opens from one minute of `day` (0 = Monday) to another, the last excluded. A range that
    /// ends before it starts ends on the next day; Sunday night runs into Monday. Days past
    /// Sunday open nothing.
    pub fn open(&mut self, day: u8, minute_from: u16, minute_to: u16) {
        const DAY: u16 = 24 * 60;
        if day > 6 || minute_from > 2 * DAY || minute_to > 2 * DAY {
            return;
        }
        let last = if minute_to < minute_from { minute_to + DAY } else { minute_to };
        let start = u16::from(day) * 96;
        for quarter in minute_from.div_ceil(15)..last.div_ceil(15) {
            let quarter = (start + quarter) % QUARTERS;
            self.0[usize::from(quarter / 64)] |= 1 << (quarter % 64);
        }
    }

    /// The quarter of the week (0 to 671) that holds a minute of a day (0 = Monday).
    pub fn quarter(day: u8, minute: u16) -> u16 {
        (u16::from(day % 7) * 96 + minute / 15) % QUARTERS
    }

    /// Whether the place is open at a quarter of the week; never, past the end of the week.
    pub fn is_open(&self, quarter: u16) -> bool {
        self.0.get(usize::from(quarter / 64)).is_some_and(|word| word >> (quarter % 64) & 1 == 1)
    }

    /// The quarters when the place is open, in order.
    pub fn quarters(&self) -> impl Iterator<Item = u16> + use<> {
        let words = self.0.into_iter().zip(0u16..).filter(|(word, _)| *word != 0);
        words.flat_map(|(word, at)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 64 + bit)
        })
    }

    /// Adds the opening times of another week.
    #[must_use]
    pub fn with(mut self, other: &Self) -> Self {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine |= theirs;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sunday_night_runs_into_monday() {
        let week = WeekMask::of(6, 23 * 60, 60);
        assert!(week.is_open(WeekMask::quarter(6, 23 * 60 + 30)));
        assert!(week.is_open(WeekMask::quarter(0, 45)));
        assert_eq!(week.quarters().count(), 8);
    }

    #[test]
    fn a_quarter_counts_when_its_first_minute_is_open() {
        let week = WeekMask::of(0, 9 * 60 + 10, 10 * 60 + 5);
        assert_eq!(week.quarters().collect::<Vec<_>>(), [37, 38, 39, 40]);
    }

    #[test]
    fn nonsense_opens_nothing() {
        assert_eq!(WeekMask::of(7, 0, 60), WeekMask::closed());
        assert_eq!(WeekMask::of(0, 60, 60), WeekMask::closed());
        assert!(!WeekMask::of(0, 0, 1440).is_open(u16::MAX));
    }
}
