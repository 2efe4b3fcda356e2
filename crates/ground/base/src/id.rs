//! Identifiers: one type per kind of thing, so that they cannot be mixed up.

/// An identifier: a kind, then a ULID, as in `lieu_01J9…`. Sorts by creation time.
pub trait Id: Copy + std::fmt::Display + std::str::FromStr {
    /// The kind, as written before the underscore.
    const KIND: &'static str;
    /// Wraps a fresh ULID.
    fn from_ulid(ulid: ulid::Ulid) -> Self;
}

/// Defines one identifier type per kind of thing, so that they cannot be mixed up.
#[macro_export]
macro_rules! id {
    ($(#[$doc:meta])* $name:ident = $kind:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name($crate::Ulid);

        impl $crate::Id for $name {
            const KIND: &'static str = $kind;
            fn from_ulid(ulid: $crate::Ulid) -> Self {
                Self(ulid)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($kind, "_{}"), self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;
            fn from_str(text: &str) -> Result<Self, String> {
                text.strip_prefix(concat!($kind, "_"))
                    .and_then(|ulid| $crate::Ulid::from_string(ulid).ok())
                    .map(Self)
                    .ok_or_else(|| format!(concat!("not a ", $kind, " id: {}"), text))
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use crate::{Id, PlaceId, SourceId, Ulid};

    #[test]
    fn an_id_reads_back_as_itself_and_never_as_another_kind() {
        let id = PlaceId::from_ulid(Ulid::from_parts(1, 2));
        assert_eq!(id.to_string().parse::<PlaceId>(), Ok(id));
        assert!(id.to_string().parse::<SourceId>().is_err());
        assert!("lieu_".parse::<PlaceId>().is_err());
    }
}
