//! The tables of privacy: erasures, requests, retention, notices, the security log.

pub(crate) mod absence;
pub(crate) mod erasures;
pub(crate) mod own;
pub(crate) mod requests;
pub(crate) mod retention;
