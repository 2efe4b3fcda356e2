//! The kinds of place (`typologie`), with a name in plain words for each code.

use super::Word;
use super::vocabulary::vocabulary;

/// Declares the kinds: variant, code, slug and plain French name.
macro_rules! kinds {
    ($($variant:ident = $code:literal / $slug:literal : $name:literal,)+) => {
        vocabulary!(
            /// What kind of place it is (`typologie`): a code of the data·inclusion vocabulary.
            Kind { $($variant = $code / $slug,)+ }
        );

        impl Kind {
            /// The kind in plain French words.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

kinds! {
    Aci = "ACI" / "aci": "Atelier ou chantier d'insertion",
    Aciphc = "ACIPHC" / "aciphc": "Premières heures en chantier d'insertion",
    Afpa = "AFPA" / "afpa": "Afpa, formation professionnelle des adultes",
    Ai = "AI" / "ai": "Association intermédiaire",
    Ase = "ASE" / "ase": "Aide sociale à l'enfance",
    Asso = "ASSO" / "asso": "Association",
    AssoChomeur = "ASSO_CHOMEUR" / "asso-chomeur": "Association de personnes sans emploi",
    Autre = "Autre" / "autre": "Autre lieu",
    Avip = "AVIP" / "avip": "Crèche à vocation d'insertion professionnelle",
    Bib = "BIB" / "bib": "Bibliothèque, médiathèque",
    Caarud = "CAARUD" / "caarud": "Accueil et réduction des risques pour usagers de drogues",
    Cada = "CADA" / "cada": "Centre d'accueil de demandeurs d'asile",
    Caf = "CAF" / "caf": "Caisse d'allocations familiales",
    CapEmploi = "CAP_EMPLOI" / "cap-emploi": "Cap emploi",
    Cava = "CAVA" / "cava": "Centre d'adaptation à la vie active",
    Cc = "CC" / "cc": "Communauté de communes",
    Ccas = "CCAS" / "ccas": "Centre communal d'action sociale",
    Ccons = "CCONS" / "ccons": "Chambre consulaire",
    Cd = "CD" / "cd": "Conseil départemental",
    Cdas = "CDAS" / "cdas": "Centre départemental d'action sociale",
    Cfp = "CFP" / "cfp": "Centre des finances publiques",
    Chrs = "CHRS" / "chrs": "Centre d'hébergement et de réinsertion sociale",
    Chu = "CHU" / "chu": "Centre d'hébergement d'urgence",
    Cias = "CIAS" / "cias": "Centre intercommunal d'action sociale",
    Cidff = "CIDFF" / "cidff": "Centre d'information sur les droits des femmes et des familles",
    Citmet = "CITMET" / "citmet": "Cité des métiers",
    Cmp = "CMP" / "cmp": "Centre médico-psychologique",
    Cms = "CMS" / "cms": "Centre médico-social",
    Cpam = "CPAM" / "cpam": "Caisse primaire d'assurance maladie",
    Cph = "CPH" / "cph": "Centre provisoire d'hébergement",
    Cs = "CS" / "cs": "Centre social",
    Csapa = "CSAPA" / "csapa": "Centre de soins et de prévention en addictologie",
    Csc = "CSC" / "csc": "Centre socioculturel",
    Deets = "DEETS" / "deets": "Direction de l'économie, de l'emploi, du travail et des solidarités",
    Dept = "DEPT" / "dept": "Service social du département",
    Diplp = "DIPLP" / "diplp": "Délégation à la lutte contre la pauvreté",
    E2c = "E2C" / "e2c": "École de la deuxième chance",
    Ea = "EA" / "ea": "Entreprise adaptée",
    Eatt = "EATT" / "eatt": "Entreprise adaptée de travail temporaire",
    Ei = "EI" / "ei": "Entreprise d'insertion",
    Eiti = "EITI" / "eiti": "Entreprise d'insertion par le travail indépendant",
    Enm = "ENM" / "enm": "Espace numérique mobile",
    Epci = "EPCI" / "epci": "Intercommunalité",
    Epi = "EPI" / "epi": "Espace public internet",
    Epide = "EPIDE" / "epide": "Établissement pour l'insertion dans l'emploi",
    Epn = "EPN" / "epn": "Espace public numérique",
    Es = "ES" / "es": "Épicerie solidaire",
    Esat = "ESAT" / "esat": "Établissement et service d'aide par le travail",
    Ess = "ESS" / "ess": "Entreprise de l'économie sociale et solidaire",
    Etti = "ETTI" / "etti": "Entreprise de travail temporaire d'insertion",
    Evs = "EVS" / "evs": "Espace de vie sociale",
    Fablab = "FABLAB" / "fablab": "Fablab, atelier de fabrication",
    Fabrique = "FABRIQUE" / "fabrique": "Fabrique de territoire",
    Fais = "FAIS" / "fais": "Fédération des acteurs de l'insertion et de la solidarité",
    Ft = "FT" / "ft": "France Travail",
    Geiq = "GEIQ" / "geiq": "Groupement d'employeurs pour l'insertion",
    Huda = "HUDA" / "huda": "Hébergement d'urgence de demandeurs d'asile",
    LaPoste = "LA_POSTE" / "la-poste": "Bureau de poste",
    Mde = "MDE" / "mde": "Maison de l'emploi",
    Mdh = "MDH" / "mdh": "Maison des habitants",
    Mdef = "MDEF" / "mdef": "Maison de l'emploi et de la formation",
    Mdph = "MDPH" / "mdph": "Maison départementale des personnes handicapées",
    Mds = "MDS" / "mds": "Maison des solidarités",
    Mjc = "MJC" / "mjc": "Maison des jeunes et de la culture",
    Ml = "ML" / "ml": "Mission locale",
    Mq = "MQ" / "mq": "Maison de quartier",
    Msa = "MSA" / "msa": "Mutualité sociale agricole",
    Msap = "MSAP" / "msap": "Maison de services au public",
    Muni = "MUNI" / "muni": "Mairie",
    Oacas = "OACAS" / "oacas": "Accueil communautaire et activités solidaires",
    Odc = "ODC" / "odc": "Organisme délégataire du département",
    Of = "OF" / "of": "Organisme de formation",
    Oil = "OIL" / "oil": "Opérateur d'intermédiation locative",
    Opcs = "OPCS" / "opcs": "Organisation porteuse de la clause sociale",
    Pad = "PAD" / "pad": "Point d'accès au droit",
    Pension = "PENSION" / "pension": "Pension de famille, résidence accueil",
    Pi = "PI" / "pi": "Point d'information",
    PijBij = "PIJ_BIJ" / "pij-bij": "Information jeunesse",
    Pimms = "PIMMS" / "pimms": "Pimms Médiation",
    Pjj = "PJJ" / "pjj": "Protection judiciaire de la jeunesse",
    Plie = "PLIE" / "plie": "Plan local pour l'insertion et l'emploi",
    Pref = "PREF" / "pref": "Préfecture, sous-préfecture",
    Prevention = "PREVENTION" / "prevention": "Service de prévention spécialisée",
    Reg = "REG" / "reg": "Conseil régional",
    RelaisLecture = "RELAIS_LECTURE" / "relais-lecture": "Relais lecture",
    Ressourcerie = "RESSOURCERIE" / "ressourcerie": "Ressourcerie, recyclerie",
    Rfs = "RFS" / "rfs": "France services",
    RsFjt = "RS_FJT" / "rs-fjt": "Résidence sociale, foyer de jeunes travailleurs",
    Scp = "SCP" / "scp": "Service ou club de prévention",
    Spip = "SPIP" / "spip": "Service pénitentiaire d'insertion et de probation",
    TiersLieux = "TIERS_LIEUX" / "tiers-lieux": "Tiers-lieu, espace de travail partagé",
    Udaf = "UDAF" / "udaf": "Union départementale des associations familiales",
}
