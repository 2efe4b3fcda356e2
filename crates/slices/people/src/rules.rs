//! The rules of accounts: pure functions of what is given. No IO, no clock.

pub mod absence;
pub mod address;
pub mod authenticator;
pub mod device;
pub mod lives;
pub mod name;
pub mod pace;
pub mod password;
pub mod recovery;
pub mod way;
