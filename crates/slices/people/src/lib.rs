//! Who people are here: accounts, sessions, roles by scope, and what they may ask about their data.
