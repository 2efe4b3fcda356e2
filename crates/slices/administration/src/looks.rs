//! What pages read of the settings.

use crate::model::{Key, Setting};
use crate::store;
use base::SettingId;
use db::{Read, Result};

/// The settings in force.
pub(crate) async fn current(read: &mut Read) -> Result<Vec<Setting>> {
    store::current(read).await
}

/// The values a setting had, the last first.
pub(crate) async fn history(read: &mut Read, key: Key) -> Result<Vec<Setting>> {
    store::history(read, key, 50).await
}

/// The last changes of all settings.
pub(crate) async fn changes(read: &mut Read) -> Result<Vec<Setting>> {
    store::changes(read, 30).await
}

/// One value that a setting has or had.
pub(crate) async fn setting(read: &mut Read, id: SettingId) -> Result<Option<Setting>> {
    store::by_id(read, id).await
}
