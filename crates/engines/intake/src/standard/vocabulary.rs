//! The closed vocabularies of the standard, one enum each, made by one macro.

use super::Word;

/// Declares an enum of words with their exact labels and slugs.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $label:literal / $slug:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $(#[doc = concat!("`", $label, "`")] $variant,)+
        }

        impl $name {
            /// Every word, in the standard's order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The exact text of the standard.
            pub const fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)+ }
            }

            /// The word for addresses: ASCII, lower case, hyphens.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug,)+ }
            }

            /// The word whose label is exactly this.
            pub fn from_label(label: &str) -> Option<Self> {
                <Self as Word>::from_label(label)
            }

            /// The word whose slug is exactly this.
            pub fn from_slug(slug: &str) -> Option<Self> {
                <Self as Word>::from_slug(slug)
            }
        }

        impl Word for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn label(self) -> &'static str {
                self.label()
            }

            fn slug(self) -> &'static str {
                self.slug()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.label())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let label = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                Self::from_label(&label).ok_or_else(|| {
                    serde::de::Error::unknown_variant(&label, &[$($label,)+])
                })
            }
        }
    };
}
pub(super) use vocabulary;

vocabulary!(
    /// What people can be helped with (`services`).
    Service {
        Procedures = "Aide aux démarches administratives" / "demarches-administratives",
        Basics = "Maîtrise des outils numériques du quotidien" / "outils-du-quotidien",
        Employment = "Insertion professionnelle via le numérique" / "insertion-professionnelle",
        Safety = "Utilisation sécurisée du numérique" / "utilisation-securisee",
        Parenting = "Parentalité et éducation avec le numérique" / "parentalite-education",
        Leisure = "Loisirs et créations numériques" / "loisirs-creations",
        Culture = "Compréhension du monde numérique" / "monde-numerique",
        Internet = "Accès internet et matériel informatique" / "internet-materiel",
        Equipment = "Acquisition de matériel informatique à prix solidaire" / "materiel-solidaire",
    }
);

vocabulary!(
    /// For whom the place has something specific (`publics_specifiquement_adresses`).
    Public {
        Youth = "Jeunes" / "jeunes",
        Students = "Étudiants" / "etudiants",
        Families = "Familles et/ou enfants" / "familles-enfants",
        Seniors = "Seniors" / "seniors",
        Women = "Femmes" / "femmes",
    }
);

vocabulary!(
    /// Specific care the place can give (`prise_en_charge_specifique`).
    Care {
        Deafness = "Surdité" / "surdite",
        Motor = "Handicaps moteurs" / "handicaps-moteurs",
        Mental = "Handicaps mentaux" / "handicaps-mentaux",
        Illiteracy = "Illettrisme" / "illettrisme",
        English = "Langues étrangères (anglais)" / "anglais",
        OtherLanguages = "Langues étrangères (autres)" / "autres-langues",
        Sight = "Déficience visuelle" / "deficience-visuelle",
    }
);

vocabulary!(
    /// What it costs (`frais_a_charge`).
    Cost {
        Free = "Gratuit" / "gratuit",
        FreeUnderCondition = "Gratuit sous condition" / "gratuit-sous-condition",
        Paid = "Payant" / "payant",
    }
);

vocabulary!(
    /// National programmes the place takes part in (`dispositif_programmes_nationaux`).
    Programme {
        AidantsConnect = "Aidants Connect" / "aidants-connect",
        DigitalLibrary = "Bibliothèques numérique de référence" / "bibliotheques-numeriques",
        Pix = "Certification PIX" / "certification-pix",
        DigitalAdvisers = "Conseillers numériques" / "conseillers-numeriques",
        EmmausConnect = "Emmaüs Connect" / "emmaus-connect",
        FranceServices = "France Services" / "france-services",
        GrandeEcole = "Grande école du numérique" / "grande-ecole-du-numerique",
        RedCross = "La Croix Rouge" / "la-croix-rouge",
        CafPoint = "Point d'accès numérique CAF" / "point-numerique-caf",
        PromeneursDuNet = "Promeneurs du net" / "promeneurs-du-net",
        RelaisNumerique = "Relais numérique (Emmaüs Connect)" / "relais-numerique",
    }
);

vocabulary!(
    /// Trainings and local labels (`formations_labels`).
    Training {
        EspaceSante = "Formé à « Mon Espace Santé »" / "mon-espace-sante",
        Duplex = "Formé à « DUPLEX » (illettrisme)" / "duplex",
        Arnia = "Arnia/MedNum BFC (Bourgogne-Franche-Comté)" / "arnia-mednum-bfc",
        Reuse = "Collectif ressources et acteurs réemploi (Normandie)" / "reemploi-normandie",
        EtapesNumeriques = "Étapes numériques (La Poste)" / "etapes-numeriques",
        Fabriques = "Fabriques de Territoire" / "fabriques-de-territoire",
        Eclaireurs = "Les Éclaireurs du numérique (Drôme)" / "eclaireurs-du-numerique",
        MesPapiers = "Mes Papiers (Métropole de Lyon)" / "mes-papiers",
        Ordi3 = "ORDI 3.0" / "ordi-3-0",
        SudLabs = "SUD LABS (PACA)" / "sud-labs",
    }
);

vocabulary!(
    /// How to come or get in touch (`modalites_acces`).
    Access {
        WalkIn = "Se présenter" / "se-presenter",
        Phone = "Téléphoner" / "telephoner",
        Mail = "Contacter par mail" / "contacter-par-mail",
        BookOnline = "Prendre un RDV en ligne" / "rdv-en-ligne",
        NoPublic = "Ce lieu n'accueille pas de public" / "pas-de-public",
        Referral = "Envoyer un mail avec une fiche de prescription" / "fiche-de-prescription",
    }
);

vocabulary!(
    /// How people are helped (`modalites_accompagnement`).
    Support {
        Alone = "En autonomie" / "en-autonomie",
        Individual = "Accompagnement individuel" / "accompagnement-individuel",
        Workshop = "Dans un atelier collectif" / "atelier-collectif",
        Remote = "À distance" / "a-distance",
    }
);

vocabulary!(
    /// Whether the place moves (`itinerance`).
    Itinerance {
        Itinerant = "Itinérant" / "itinerant",
        Fixed = "Fixe" / "fixe",
    }
);
