//! What changed between two texts, line by line.

/// A line of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change<'a> {
    /// In both.
    Same(&'a str),
    /// Only in the first.
    Gone(&'a str),
    /// Only in the second.
    Come(&'a str),
}

/// More lines than this are not compared one by one.
const LINES_MAX: usize = 1_500;

/// The lines of both texts, in order, each said once when it is in both.
pub fn difference<'a>(before: &'a str, after: &'a str) -> Vec<Change<'a>> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    if old.len() > LINES_MAX || new.len() > LINES_MAX {
        let gone = old.into_iter().map(Change::Gone);
        return gone.chain(new.into_iter().map(Change::Come)).collect();
    }
    let common = longest_common(&old, &new);
    let width = new.len() + 1;
    let (mut i, mut j, mut changes) = (0, 0, Vec::with_capacity(old.len().max(new.len())));
    while i < old.len() || j < new.len() {
        let down = common.get((i + 1) * width + j).copied().unwrap_or(0);
        let right = if j < new.len() { common[i * width + j + 1] } else { 0 };
        if i < old.len() && j < new.len() && old[i] == new[j] {
            changes.push(Change::Same(old[i]));
            (i, j) = (i + 1, j + 1);
        } else if i < old.len() && (j == new.len() || down >= right) {
            changes.push(Change::Gone(old[i]));
            i += 1;
        } else {
            changes.push(Change::Come(new[j]));
            j += 1;
        }
    }
    changes
}

/// For each pair of rests, how many lines they have in common, in order.
fn longest_common(old: &[&str], new: &[&str]) -> Vec<u16> {
    let width = new.len() + 1;
    let mut common = vec![0u16; (old.len() + 1) * width];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i * width + j] = if old[i] == new[j] {
                common[(i + 1) * width + j + 1] + 1
            } else {
                common[(i + 1) * width + j].max(common[i * width + j + 1])
            };
        }
    }
    common
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_put_in_the_middle_is_the_only_one_that_came() {
        let found = difference("a\nb\nc", "a\nx\nb\nc");
        let came = [Change::Same("a"), Change::Come("x"), Change::Same("b"), Change::Same("c")];
        assert_eq!(found, came);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_back(
            before in proptest::collection::vec("[a-c]", 0..12),
            after in proptest::collection::vec("[a-c]", 0..12),
        ) {
            let (old, new) = (before.join("\n"), after.join("\n"));
            let found = difference(&old, &new);
            let first: Vec<&str> = found.iter().filter_map(|it| match it {
                Change::Same(line) | Change::Gone(line) => Some(*line),
                Change::Come(_) => None,
            }).collect();
            let second: Vec<&str> = found.iter().filter_map(|it| match it {
                Change::Same(line) | Change::Come(line) => Some(*line),
                Change::Gone(_) => None,
            }).collect();
            prop_assert_eq!(first, before);
            prop_assert_eq!(second, after);
        }
    }
}
