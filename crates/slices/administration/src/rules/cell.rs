//! Cells of files that spreadsheets open: none may be taken for a formula.

/// The text, with an apostrophe before what a spreadsheet would compute.
pub fn safe_cell(text: &str) -> String {
    let is_formula = text.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%']);
    if is_formula || text.starts_with(['\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::safe_cell;

    #[test]
    fn no_name_becomes_a_formula() {
        for text in ["=1+1", "+33", "-2", "@SUM(A1)", " =cmd", "\t=1", "\r=1", "\u{a0}=1"] {
            assert!(safe_cell(text).starts_with('\''), "{text:?}");
        }
        assert_eq!(safe_cell("Léa Martin"), "Léa Martin");
    }
}
