//! What the administration looks for: accounts by their name or address, roles by where they are
//! held. Read page by page; whoever asks has checked that they may see people.

use crate::model::{HeldRole, Invitation, Person};
use crate::store::search;
use base::Timestamp;
use db::{Read, Result};
use std::collections::BTreeMap;

/// Which roles to look for. Empty texts mean all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The role's stable name.
    pub role: String,
    /// The sort of scope.
    pub scope_kind: String,
    /// The scope's name: the id of a place, the code of a territory.
    pub scope: String,
    /// The id of the last role of the page before.
    pub after: String,
}

/// How someone is called and where letters go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Called {
    /// Their name.
    pub name: String,
    /// Their address; none once erased.
    pub mail: Option<String>,
}

/// Accounts whose address or name holds `part`, the newest first, those before the id `before`
/// (empty for the first page).
pub async fn accounts(
    read: &mut Read,
    part: &str,
    before: &str,
    limit: i64,
) -> Result<Vec<Person>> {
    search::found(read, part.trim(), before, limit).await
}

/// How those people are called, by id. Whoever has no account is left out.
pub async fn called(read: &mut Read, mut ids: Vec<String>) -> Result<BTreeMap<String, Called>> {
    ids.sort_unstable();
    ids.dedup();
    let found = search::names(read, &ids).await?;
    Ok(found.into_iter().map(|(id, name, mail)| (id, Called { name, mail })).collect())
}

/// Roles in force at that instant.
pub async fn roles_held(
    read: &mut Read,
    asked: &Asked,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<HeldRole>> {
    search::roles(read, asked, now, limit).await
}

/// Every invitation that waits for an answer, the last sent first.
pub async fn invitations_waiting(
    read: &mut Read,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<Invitation>> {
    search::invitations(read, now, limit).await
}

/// How many accounts there are, by the name of their state.
pub async fn account_counts(read: &mut Read) -> Result<BTreeMap<String, i64>> {
    Ok(search::counts(read).await?.into_iter().collect())
}
