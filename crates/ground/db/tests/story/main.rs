//! What the storage promises, told on both engines.

mod journal;
mod town_hall;
