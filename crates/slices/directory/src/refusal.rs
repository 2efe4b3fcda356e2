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
    /// Hours that cannot be read.
    HoursUnreadable {
        /// What was typed.
        value: String,
    },
    /// A point needs both its latitude and its longitude.
    HalfPoint,
    /// A summary has 280 characters at most.
    SummaryLong,
    /// Nothing is different from what the page says.
    NothingChanged,
    /// The last day comes before the first, or is past.
    DaysBackwards,
    /// Words are needed.
    WordsNeeded,
    /// The words are too long.
    WordsLong,
    /// A photo says what it shows.
    AlternativeNeeded,
    /// A page has twelve photos at most.
    TooManyPhotos,
    /// Not a language of the list.
    LanguageUnknown,
    /// The page has no address to which a code could be sent.
    WayClosed,
    /// The code is not the one that was sent, or it no longer works.
    CodeWrong,
    /// They already keep the page.
    AlreadyHeld,
    /// Nobody judges their own claim.
    OwnClaim,
    /// Too often in a day.
    TooOften,
    /// Someone decided already.
    AlreadyDecided,
    /// The last manager names a successor or hands the page back.
    SuccessorNeeded,
    /// What is wrong has to be said.
    SubjectNeeded,
}

impl Say for Refusal {
    fn key(&self) -> &'static str {
        match self {
            Self::ValueNotPermitted { .. } => "directory-value-not-permitted",
            Self::FieldNotEditable { .. } => "directory-field-not-editable",
            Self::NameNeeded => "directory-name-needed",
            Self::PlaceMerged => "directory-place-merged",
            Self::ReasonNeeded => "directory-reason-needed",
            Self::HoursUnreadable { .. } => "directory-hours-unreadable",
            Self::HalfPoint => "directory-half-point",
            Self::SummaryLong => "directory-summary-long",
            Self::NothingChanged => "directory-nothing-changed",
            Self::DaysBackwards => "directory-days-backwards",
            Self::WordsNeeded => "directory-words-needed",
            Self::WordsLong => "directory-words-long",
            Self::AlternativeNeeded => "directory-alternative-needed",
            Self::TooManyPhotos => "directory-too-many-photos",
            Self::LanguageUnknown => "directory-language-unknown",
            Self::WayClosed => "directory-way-closed",
            Self::CodeWrong => "directory-code-wrong",
            Self::AlreadyHeld => "directory-already-held",
            Self::OwnClaim => "directory-own-claim",
            Self::TooOften => "directory-too-often",
            Self::AlreadyDecided => "directory-already-decided",
            Self::SuccessorNeeded => "directory-successor-needed",
            Self::SubjectNeeded => "directory-subject-needed",
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
            Self::HoursUnreadable { value } => {
                write!(f, "« {value} » ne se lit pas comme un horaire")
            }
            Self::HalfPoint => {
                f.write_str("donnez la latitude et la longitude, ou aucune des deux")
            }
            Self::SummaryLong => f.write_str("le résumé a 280 caractères au plus"),
            Self::NothingChanged => f.write_str("rien n'est différent de ce que dit la page"),
            Self::DaysBackwards => {
                f.write_str("le dernier jour vient avant le premier, ou il est passé")
            }
            Self::WordsNeeded => f.write_str("écrivez quelques mots"),
            Self::WordsLong => f.write_str("ce texte est trop long"),
            Self::AlternativeNeeded => {
                f.write_str("décrivez la photo pour les personnes qui ne la voient pas")
            }
            Self::TooManyPhotos => f.write_str("une page a douze photos au plus"),
            Self::LanguageUnknown => f.write_str("choisissez une langue de la liste"),
            Self::WayClosed => f.write_str("ce lieu n'a pas d'adresse où envoyer un code"),
            Self::CodeWrong => f.write_str("ce code ne marche pas, ou ne marche plus"),
            Self::AlreadyHeld => f.write_str("vous tenez déjà la page de ce lieu"),
            Self::OwnClaim => f.write_str("on ne décide pas de sa propre demande"),
            Self::TooOften => f.write_str("c'est trop de demandes pour aujourd'hui"),
            Self::AlreadyDecided => f.write_str("quelqu'un a déjà décidé"),
            Self::SuccessorNeeded => f.write_str("dites qui prend la suite"),
            Self::SubjectNeeded => f.write_str("choisissez ce qui est faux"),
        }
    }
}
