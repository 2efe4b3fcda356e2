//! Structs that a row of either engine can fill, without naming the engine above this crate.

/// What the macro's expansion needs; nothing else may use it.
#[doc(hidden)]
pub mod sql {
    pub use sqlx::{ColumnIndex, Decode, Error, FromRow, Row, Type};
}

/// Defines a struct whose fields are columns of the same names.
///
/// ```
/// db::row! {
///     /// How many.
///     struct Count { n: i64 }
/// }
/// ```
#[macro_export]
macro_rules! row {
    ($(#[$meta:meta])* $vis:vis struct $name:ident {
        $($(#[$field_meta:meta])* $field_vis:vis $field:ident : $type:ty),+ $(,)?
    }) => {
        $(#[$meta])*
        $vis struct $name { $($(#[$field_meta])* $field_vis $field: $type),+ }

        impl<'r, R: $crate::sql::Row> $crate::sql::FromRow<'r, R> for $name
        where
            &'static str: $crate::sql::ColumnIndex<R>,
            $($type: $crate::sql::Decode<'r, R::Database> + $crate::sql::Type<R::Database>),+
        {
            fn from_row(row: &'r R) -> ::std::result::Result<Self, $crate::sql::Error> {
                Ok(Self { $($field: row.try_get(stringify!($field))?),+ })
            }
        }
    };
}
