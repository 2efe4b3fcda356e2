//! What the site promises when machines fail, tried on the real program over HTTP.
//!
//! A [`house::House`] is the program on a scratch folder. Visitors do [`deeds`] there, through a
//! [`client::Client`]; a [`ledger::Ledger`] remembers what was acknowledged. Then a [`storm`]
//! breaks: the process is killed, the power is cut ([`weather`]), a call fails, the disk fills,
//! the same form comes a thousand times. Beneath, nothing acknowledged may be lost, nothing done
//! twice, nothing corrupt.
//!
//! `maillage-soak` runs it all; `maillage-soak short` what fits in three minutes. A seed tells the
//! same storm again.

pub mod chance;
pub mod client;
pub mod deeds;
pub mod house;
pub mod ledger;
pub mod program;
mod store;
pub mod storm;
pub mod weather;
