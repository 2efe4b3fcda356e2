//! The six portable types a statement may carry.

use base::{Id, Timestamp};

/// A parameter of a statement. A null keeps its type: `PostgreSQL` asks for it.
#[derive(Clone, Debug)]
pub enum Value {
    /// True or false.
    Bool(Option<bool>),
    /// A whole number, an instant in milliseconds or an amount in cents.
    Int(Option<i64>),
    /// A measure.
    Real(Option<f64>),
    /// Words, an id, or JSON.
    Text(Option<String>),
}

/// Writes the parameters of a statement in order: `params![id, now, "declared"]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { vec![$($crate::Value::from($value)),*] };
}

macro_rules! from {
    ($($variant:ident($($from:ty),+)),+ $(,)?) => {$($(
        impl From<$from> for Value {
            fn from(value: $from) -> Self { Self::$variant(Some(value.into())) }
        }
        impl From<Option<$from>> for Value {
            fn from(value: Option<$from>) -> Self { Self::$variant(value.map(Into::into)) }
        }
    )+)+};
}

from! { Bool(bool), Int(i64, u32), Real(f64) }

/// `PostgreSQL` stores no NUL; neither engine is given one.
fn storable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(Some(storable(value)))
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Text(Some(if value.contains('\0') { storable(&value) } else { value }))
    }
}

impl From<Option<&str>> for Value {
    fn from(value: Option<&str>) -> Self {
        Self::Text(value.map(storable))
    }
}

impl From<Option<String>> for Value {
    fn from(value: Option<String>) -> Self {
        value.map_or(Self::Text(None), Self::from)
    }
}

impl From<Option<Timestamp>> for Value {
    fn from(at: Option<Timestamp>) -> Self {
        Self::Int(at.map(Timestamp::as_millisecond))
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::Int(Some(at.as_millisecond()))
    }
}

impl<I: Id> From<&I> for Value {
    fn from(id: &I) -> Self {
        Self::Text(Some(id.to_string()))
    }
}

/// Binds the parameters of a statement, whichever engine it is for.
macro_rules! bind {
    ($query:expr, $params:expr) => {
        $params.into_iter().fold($query, |query, value| match value {
            $crate::Value::Bool(value) => query.bind(value),
            $crate::Value::Int(value) => query.bind(value),
            $crate::Value::Real(value) => query.bind(value),
            $crate::Value::Text(value) => query.bind(value),
        })
    };
}
pub(crate) use bind;
