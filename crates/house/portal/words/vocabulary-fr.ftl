## What people can be helped with

service-demarches-administratives = Aide aux démarches en ligne
service-demarches-administratives-short = Démarches en ligne
service-outils-du-quotidien = Débuter avec l’ordinateur, le téléphone, Internet
service-outils-du-quotidien-short = Débuter
service-insertion-professionnelle = Chercher un emploi ou une formation en ligne
service-insertion-professionnelle-short = Emploi
service-utilisation-securisee = Utiliser Internet en sécurité
service-utilisation-securisee-short = Sécurité
service-parentalite-education = Accompagner ses enfants avec les écrans et l’école en ligne
service-parentalite-education-short = Parentalité
service-loisirs-creations = Créer et se distraire avec le numérique
service-loisirs-creations-short = Créer, se distraire
service-monde-numerique = Comprendre le monde numérique
service-monde-numerique-short = Comprendre
service-internet-materiel = Utiliser un ordinateur et Internet sur place
service-internet-materiel-short = Ordinateurs et Internet
service-materiel-solidaire = Acheter un ordinateur ou un téléphone à petit prix
service-materiel-solidaire-short = Matériel à petit prix

## For whom the place has something specific

public-jeunes = Jeunes
public-etudiants = Étudiants
public-familles-enfants = Familles et enfants
public-seniors = Personnes âgées
public-femmes = Femmes

## Specific care

care-surdite = Personnes sourdes ou malentendantes
care-handicaps-moteurs = Handicap moteur
care-handicaps-mentaux = Handicap mental
care-illettrisme = Difficultés à lire et à écrire
care-anglais = Aide en anglais
care-autres-langues = Aide dans d’autres langues
care-deficience-visuelle = Personnes aveugles ou malvoyantes

## What it costs

cost-gratuit = Gratuit
cost-gratuit-sous-condition = Gratuit sous condition
cost-payant = Payant

## National programmes

programme-aidants-connect = Aidants Connect (démarches faites à votre place)
programme-bibliotheques-numeriques = Bibliothèque numérique de référence
programme-certification-pix = Certification Pix (compétences numériques)
programme-conseillers-numeriques = Conseillers numériques
programme-emmaus-connect = Emmaüs Connect
programme-france-services = France services
programme-grande-ecole-du-numerique = Grande École du Numérique (formations)
programme-la-croix-rouge = Croix-Rouge
programme-point-numerique-caf = Point d’accès numérique de la CAF
programme-promeneurs-du-net = Promeneurs du Net (pour les jeunes, en ligne)
programme-relais-numerique = Relais numérique d’Emmaüs Connect

## How to come or get in touch

access-se-presenter = Venir sur place
access-telephoner = Téléphoner
access-contacter-par-mail = Envoyer un mail
access-rdv-en-ligne = Prendre rendez-vous en ligne
access-pas-de-public = Ce lieu ne reçoit pas de public
access-fiche-de-prescription = Être orienté par un professionnel, qui envoie une fiche par mail

## How people are helped

support-en-autonomie = Seul, en autonomie
support-accompagnement-individuel = Avec une personne, rien que pour vous
support-atelier-collectif = En atelier, à plusieurs
support-a-distance = À distance, sans vous déplacer

## Whether the place moves

itinerance-itinerant = Se déplace (itinérant)
itinerance-fixe = Toujours à la même adresse

## Kinds of place

kind-aci = Atelier ou chantier d’insertion
kind-aciphc = Chantier d’insertion pour quelques heures
kind-afpa = Afpa, formation professionnelle des adultes
kind-ai = Association d’insertion par le travail
kind-ase = Aide sociale à l’enfance
kind-asso = Association
kind-asso-chomeur = Association de personnes sans emploi
kind-autre = Autre lieu
kind-avip = Crèche pour parents en recherche d’emploi (crèche Avip)
kind-bib = Bibliothèque, médiathèque
kind-caarud = Accueil pour usagers de drogues (Caarud)
kind-cada = Centre d’accueil de demandeurs d’asile
kind-caf = Caisse d’allocations familiales (CAF)
kind-cap-emploi = Cap emploi (emploi et handicap)
kind-cava = Centre d’adaptation à la vie active
kind-cc = Communauté de communes
kind-ccas = Centre communal d’action sociale (CCAS)
kind-ccons = Chambre consulaire (commerce, artisanat, agriculture)
kind-cd = Conseil départemental
kind-cdas = Centre départemental d’action sociale
kind-cfp = Centre des finances publiques (impôts)
kind-chrs = Centre d’hébergement et de réinsertion sociale
kind-chu = Centre d’hébergement d’urgence
kind-cias = Centre intercommunal d’action sociale (CIAS)
kind-cidff = Centre d’information sur les droits des femmes et des familles
kind-citmet = Cité des métiers
kind-cmp = Centre médico-psychologique
kind-cms = Centre médico-social
kind-cpam = Assurance maladie (CPAM)
kind-cph = Centre provisoire d’hébergement pour réfugiés
kind-cs = Centre social
kind-csapa = Centre de soins des addictions (Csapa)
kind-csc = Centre socioculturel
kind-deets = Direction de l’économie, de l’emploi, du travail et des solidarités
kind-dept = Service social du département
kind-diplp = Délégation à la lutte contre la pauvreté
kind-e2c = École de la deuxième chance
kind-ea = Entreprise adaptée (emploi et handicap)
kind-eatt = Entreprise adaptée d’intérim (emploi et handicap)
kind-ei = Entreprise d’insertion
kind-eiti = Entreprise d’insertion par le travail indépendant
kind-enm = Espace numérique mobile
kind-epci = Intercommunalité
kind-epi = Espace public Internet
kind-epide = Épide, insertion des jeunes dans l’emploi
kind-epn = Espace public numérique
kind-es = Épicerie solidaire
kind-esat = Établissement d’aide par le travail (Ésat)
kind-ess = Entreprise de l’économie sociale et solidaire
kind-etti = Entreprise d’intérim d’insertion
kind-evs = Espace de vie sociale
kind-fablab = Fablab, atelier de fabrication
kind-fabrique = Fabrique de territoire
kind-fais = Fédération des acteurs de l’insertion et de la solidarité
kind-ft = France Travail (ancien Pôle emploi)
kind-geiq = Groupement d’employeurs pour l’insertion
kind-huda = Hébergement d’urgence de demandeurs d’asile
kind-la-poste = Bureau de poste
kind-mde = Maison de l’emploi
kind-mdh = Maison des habitants
kind-mdef = Maison de l’emploi et de la formation
kind-mdph = Maison départementale des personnes handicapées (MDPH)
kind-mds = Maison des solidarités
kind-mjc = Maison des jeunes et de la culture (MJC)
kind-ml = Mission locale (jeunes de 16 à 25 ans)
kind-mq = Maison de quartier
kind-msa = Mutualité sociale agricole (MSA)
kind-msap = Maison de services au public
kind-muni = Mairie
kind-oacas = Communauté d’accueil et d’activités solidaires
kind-odc = Organisme mandaté par le département
kind-of = Organisme de formation
kind-oil = Aide au logement entre propriétaires et locataires
kind-opcs = Emploi d’insertion dans les marchés publics
kind-pad = Point d’accès au droit
kind-pension = Pension de famille, résidence accueil
kind-pi = Point d’information
kind-pij-bij = Information jeunesse
kind-pimms = Pimms Médiation (aide aux services publics)
kind-pjj = Protection judiciaire de la jeunesse
kind-plie = Plan local pour l’insertion et l’emploi (Plie)
kind-pref = Préfecture, sous-préfecture
kind-prevention = Service de prévention auprès des jeunes
kind-reg = Conseil régional
kind-relais-lecture = Relais lecture
kind-ressourcerie = Ressourcerie, recyclerie
kind-rfs = France services
kind-rs-fjt = Résidence sociale, foyer de jeunes travailleurs
kind-scp = Service ou club de prévention
kind-spip = Service pénitentiaire d’insertion et de probation
kind-tiers-lieux = Tiers-lieu, espace de travail partagé
kind-udaf = Union départementale des associations familiales (Udaf)

## Fields of the standard

field-id = Identifiant dans la liste
field-pivot = Numéro officiel (Siret, RNA, Ridet)
field-nom = Nom
field-commune = Commune
field-code-postal = Code postal
field-code-insee = Code officiel de la commune (Insee)
field-adresse = Adresse
field-complement-adresse = Complément d’adresse
field-latitude = Latitude
field-longitude = Longitude
field-typologie = Type de lieu
field-telephone = Téléphone
field-courriels = Adresse mail
field-site-web = Site Internet
field-horaires = Horaires
field-presentation-resume = Présentation courte
field-presentation-detail = Présentation détaillée
field-source = Liste d’origine
field-itinerance = Lieu fixe ou itinérant
field-structure-parente = Organisme dont dépend le lieu
field-date-maj = Date de mise à jour
field-services = Services
field-publics-specifiquement-adresses = Publics
field-prise-en-charge-specifique = Accueil adapté
field-frais-a-charge = Prix
field-dispositif-programmes-nationaux = Réseaux et programmes nationaux
field-formations-labels = Formations et labels
field-autres-formations-labels = Autres formations et labels
field-modalites-acces = Comment venir
field-modalites-accompagnement = Accompagnement
field-fiche-acces-libre = Accessibilité du bâtiment
field-prise-rdv = Prise de rendez-vous

## Why a value was chosen among the lists

choice-edit = corrigé par le lieu ou par l’équipe
choice-only = une seule liste le dit
choice-trust = liste la plus sûre
choice-fresh = la plus récente
choice-agreement = plusieurs listes d’accord
choice-union = réunion de toutes les listes

# Pages tenues
hand-place-manager = par un gestionnaire du lieu
hand-mediator = par un médiateur du lieu
hand-hub-manager = par la coordination du territoire
hand-moderator = par la modération
hand-house = par l’administration du site
change-edit = Modification
change-undo = Annulation
change-correction = Correction proposée par le public
change-choice = Choix entre la page et une liste
section-identite = Nom et type de lieu
section-identite-lead = Comment le lieu s’appelle et ce qu’il est.
section-contact = Téléphone et courriel
section-contact-lead = Ces informations sont visibles par tout le monde. N’écrivez pas l’adresse personnelle de quelqu’un.
section-adresse = Adresse
section-adresse-lead = Écrivez l’adresse comme sur une enveloppe. La latitude et la longitude placent le lieu sur la carte.
section-horaires = Horaires
section-horaires-lead = Pour chaque demi-journée, écrivez par exemple 9h-12h. Laissez vide quand c’est fermé.
section-services = Services
section-services-lead = Cochez ce que l’on peut vraiment faire chez vous.
section-accueil = Publics, accès et prix
section-accueil-lead = Pour qui, comment venir, combien cela coûte.
section-presentation = Présentation
section-presentation-lead = En phrases courtes : ce que l’on trouve chez vous, qui accueille, comment cela se passe.
section-liens = Sites et rendez-vous
section-liens-lead = Des adresses qui commencent par https://
claim-way-courriel = Code par courriel
claim-way-courrier = Code par la poste
claim-way-pole = Vérification par la coordination du territoire
notice-fermeture = Une fermeture
notice-message = Un message
subject-ferme = Le lieu est fermé pour toujours
subject-horaires = Les horaires
subject-telephone = Le téléphone
subject-adresse = L’adresse
subject-services = Les services
subject-autre = Autre chose
follow-waiting = Nous avons bien reçu votre correction. Quelqu’un va la lire.
follow-accepted = Votre correction est sur la page. Merci !
follow-partly = Une partie de votre correction est sur la page. Merci !
follow-refused = Votre correction n’a pas été retenue.
week-lundi = Lundi
week-mardi = Mardi
week-mercredi = Mercredi
week-jeudi = Jeudi
week-vendredi = Vendredi
week-samedi = Samedi
week-dimanche = Dimanche
ratings-proof-code = Visite confirmée par le lieu
ratings-proof-mail = Adresse confirmée
ratings-proof-account = Compte confirmé
criterion-welcome = Accueil
criterion-usefulness = Utilité
criterion-access = Accès
criterion-hours = Horaires respectés
criterion-ask-welcome = Avez-vous été bien accueilli ?
criterion-ask-usefulness = Est-ce que cela vous a été utile ?
criterion-ask-access = Était-ce facile de venir et d’entrer ?
criterion-ask-hours = Le lieu était-il ouvert comme annoncé ?
step-1 = 1, pas du tout
step-2 = 2, plutôt non
step-3 = 3, moyennement
step-4 = 4, plutôt oui
step-5 = 5, tout à fait
rating-follow-unconfirmed = Votre avis attend : suivez le lien du message que vous avez reçu.
rating-follow-counted = Votre avis compte.
rating-follow-apart = Votre avis est compté à part : une personne va l’examiner.
rating-follow-withdrawn = Vous avez retiré cet avis.
rating-follow-removed = La modération a retiré cet avis. Raison : { $article }
rating-comment-waiting = Votre commentaire attend d’être lu par une personne.
rating-comment-shown = Votre commentaire est affiché.
rating-comment-binned = Votre commentaire est à la corbeille. Raison : { $article }
rating-comment-hidden = Votre commentaire n’est pas affiché.
