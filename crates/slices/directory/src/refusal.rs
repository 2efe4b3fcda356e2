//! Every "no" of this slice.

use base::Refusal as Say;

/// Why the directory refuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A value that the standard does not permit in that field.
    ValueNotPermitted {
        /// The standard's name of the field.
        field: String,
        /// The refused value.
        value: String,
    },
    /// A field that nobody may edit: it is computed, or it is no field.
    FieldNotEditable {
        /// As it was asked.
        field: String,
    },
    /// A place cannot be without a name.
    NameNeeded,
    /// The place was merged into another: that one is to be edited.
    PlaceMerged,
    /// A closing or a hiding gives its reason.
    ReasonNeeded,
}

impl Say for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Self::ValueNotPermitted { .. } => "directory-value-not-permitted",
            Self::FieldNotEditable { .. } => "directory-field-not-editable",
            Self::NameNeeded => "directory-name-needed",
            Self::PlaceMerged => "directory-place-merged",
            Self::ReasonNeeded => "directory-reason-needed",
        }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::ValueNotPermitted { field, value } => {
                write!(f, "« {value} » n'est pas permis par le standard dans « {field} »")
            }
            Self::FieldNotEditable { field } => {
                write!(f, "« {field} » ne se corrige pas : ce champ est calculé ou n'existe pas")
            }
            Self::NameNeeded => f.write_str("un lieu a toujours un nom"),
            Self::PlaceMerged => {
                f.write_str("ce lieu a été réuni avec un autre : c'est l'autre qu'il faut corriger")
            }
            Self::ReasonNeeded => f.write_str("dites pourquoi : la raison est affichée"),
        }
    }
}
