//! A "no" that is a right answer.

/// A no that a rule gives, in words a person can be shown.
///
/// A refusal is not a failure: it is a right answer of the charter or of the house.
pub trait Refusal: std::fmt::Debug + Send + Sync + 'static {
    /// The message's key in the catalogues, `slice-reason`.
    fn key(&self) -> &'static str;
    /// The article that founds the refusal, where there is one.
    fn article(&self) -> Option<&'static str> {
        None
    }
}
