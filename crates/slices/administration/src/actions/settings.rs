//! Changing settings, and going back to what they were.

use super::{Error, check};
use crate::events::SettingChanged;
use crate::model::Key;
use crate::rules::value::checked;
use crate::store;
use base::{SettingId, Timestamp};
use db::Db;
use people::Standing;
use people::may::Verb;

/// Changes settings, all or none; `typed` none goes back to the configuration. What is already so
/// leaves no trace. Answers how many changed.
pub async fn set(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    typed: &[(Key, Option<String>)],
) -> Result<usize, Error> {
    check(standing, Verb::KeepHouse)?;
    let (mut values, mut refused) = (Vec::new(), Vec::new());
    for (key, text) in typed {
        match text.as_ref().map_or(Ok(None), |text| checked(*key, text)) {
            Ok(value) => values.push((*key, value)),
            Err(refusal) => refused.push((*key, refusal)),
        }
    }
    if !refused.is_empty() {
        return Err(Error::Refused(refused));
    }
    let mut act = db.act(now, standing.actor, "settings").await?;
    let current = store::current(&mut act).await?;
    let is_so = |key: Key, value: &Option<String>| {
        current.iter().find(|it| it.key == key).map_or(value.is_none(), |it| it.value == *value)
    };
    values.retain(|(key, value)| !is_so(*key, value));
    if values.is_empty() {
        return Ok(0);
    }
    for (key, value) in &values {
        let id = store::put(&mut act, *key, value.as_deref()).await?;
        act.record(&id, &SettingChanged { key: key.name(), is_undone: false }).await?;
    }
    act.commit().await?;
    Ok(values.len())
}

/// Puts a value that a setting had back in force. Answers which setting.
pub async fn undo(
    db: &Db,
    now: Timestamp,
    standing: &Standing,
    setting: SettingId,
) -> Result<Key, Error> {
    check(standing, Verb::KeepHouse)?;
    let mut act = db.act(now, standing.actor, "settings").await?;
    let found = store::by_id(&mut act, setting).await?.ok_or(Error::NotFound)?;
    if found.is_current {
        return Ok(found.key);
    }
    // The rules may have changed since: a value that they refuse today does not come back.
    if let Some(value) = &found.value
        && let Err(refusal) = checked(found.key, value)
    {
        return Err(Error::Refused(vec![(found.key, refusal)]));
    }
    let id = store::put(&mut act, found.key, found.value.as_deref()).await?;
    act.record(&id, &SettingChanged { key: found.key.name(), is_undone: true }).await?;
    act.commit().await?;
    Ok(found.key)
}
