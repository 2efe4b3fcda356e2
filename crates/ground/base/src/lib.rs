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
id!(
    /// Someone signed in on one device.
    SessionId = "sess"
);
id!(
    /// A role held by a person somewhere, for a time.
    GrantId = "droi"
);
id!(
    /// A role offered to someone by mail.
    InvitationId = "invi"
);
id!(
    /// A letter of the outbox.
    MailId = "cour"
);
id!(
    /// A link or a code sent to someone, to prove that the address is theirs.
    CodeId = "code"
);
id!(
    /// A passkey: a device or a program that proves who someone is.
    PasskeyId = "clef"
);
id!(
    /// An account elsewhere, linked to one of ours.
    IdentityId = "iden"
);
id!(
    /// A consent given or withdrawn.
    ConsentId = "cons"
);
id!(
    /// A report of something that should not be shown.
    ReportId = "sign"
);
id!(
    /// A correction proposed by someone who does not keep the page.
    CorrectionId = "corr"
);
id!(
    /// A claim: someone says that a page is theirs to keep.
    ClaimId = "reve"
);
id!(
    /// What a visitor says of a place after a visit.
    RatingId = "avis"
);
id!(
    /// A picture of a place.
    PhotoId = "phot"
);
id!(
    /// What one person changed at once on the page of a place.
    ChangeId = "chgt"
);
id!(
    /// An exceptional closure or a message on the page of a place.
    NoticeId = "info"
);
id!(
    /// A value that a setting of the house took.
    SettingId = "regl"
);
id!(
    /// Something that moderation looks at: what was reported, or waits to be read before it shows.
    CaseId = "doss"
);
id!(
    /// A decision of moderation.
    DecisionId = "deci"
);
id!(
    /// An appeal against a decision of moderation.
    AppealId = "reco"
);
id!(
    /// A sheet of one-use codes that a place hands out after a visit.
    SheetId = "feui"
);
id!(
    /// A request about one's own data that a person answers.
    RequestId = "dema"
);
