//! Job queue and outside HTTP.
