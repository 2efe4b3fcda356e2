//! What the platform does by itself with accounts: erasures that are due, accounts that sleep,
//! what has come to its end. Each turn does what is due then and no more: a turn missed is caught
//! up by the next one, two turns at once do the work of one.

use crate::actions::Error;
use crate::privacy::{Holdings, absence, erase, retention};
use base::Timestamp;
use web::App;

/// Erases, warns and forgets what is due at `now`.
pub async fn turn(app: &App, now: Timestamp, holdings: &Holdings) -> Result<(), Error> {
    erase::erase_due(&app.db, now, holdings).await?;
    absence::sweep(app, now, holdings).await?;
    retention::sweep(&app.db, now).await?;
    // Nothing erased stays behind in the write-ahead log.
    app.db.fold().await?;
    Ok(())
}
