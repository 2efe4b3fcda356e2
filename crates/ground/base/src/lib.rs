//! The words every crate shares: ids, instants, people, points on the globe, refusals.
//!
//! Nothing here reads a clock, a file, a socket or a database.

mod actor;
mod id;
mod point;
mod refusal;
pub mod time;

pub use actor::Actor;
pub use id::Id;
pub use jiff::Timestamp;
pub use point::{Bounds, Point};
pub use refusal::Refusal;
pub use ulid::Ulid;

id!(
    /// A place of digital mediation, as the directory knows it.
    PlaceId = "lieu"
);
id!(
    /// A person with an account.
    PersonId = "pers"
);
id!(
    /// A list that someone else keeps and that the directory reads.
    SourceId = "srce"
);
id!(
    /// One reading of a source.
    HarvestId = "mois"
);
id!(
    /// A row of a source, as received.
    RecordId = "fich"
);
id!(
    /// A job waiting to be done.
    JobId = "tach"
);
id!(
    /// A line of the journal.
    LineId = "lign"
);
