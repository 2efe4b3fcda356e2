## Search

search-label = Recherche de lieux
search-title = Trouver de l’aide numérique près de chez vous
search-need = De quoi avez-vous besoin ?
search-need-example = Ex. : démarches, imprimer, FabLab
search-any-need = Tous les besoins
search-place = Où ?
search-place-example = Commune ou code postal
search-anywhere = Partout en France
search-near = Autour de moi
search-near-failed = Votre position n’est pas disponible. Indiquez une commune.
search-radius = À moins de
search-radius-km = { $km } km
search-submit = Rechercher
search-change = Modifier
search-place-unknown = Nous ne connaissons pas « { $place } ». Vérifiez l’écriture ou donnez un code postal.
search-found = { $count ->
    [0] Aucun lieu
    [one] { $count } lieu
   *[other] { $count } lieux
 }
search-found-around = { $count ->
    [0] Aucun lieu à moins de { $km } km { $ofPlace }
    [one] { $count } lieu à moins de { $km } km { $ofPlace }
   *[other] { $count } lieux à moins de { $km } km { $ofPlace }
 }
search-found-around-me = { $count ->
    [0] Aucun lieu à moins de { $km } km de vous
    [one] { $count } lieu à moins de { $km } km de vous
   *[other] { $count } lieux à moins de { $km } km de vous
 }
search-found-zone = { $count ->
    [0] Aucun lieu dans la zone de la carte
    [one] { $count } lieu dans la zone de la carte
   *[other] { $count } lieux dans la zone de la carte
 }
search-found-in = { $count ->
    [0] Aucun lieu { $place }
    [one] { $count } lieu { $place }
   *[other] { $count } lieux { $place }
 }
understood-as = Nous avons compris :
understood-literal = Chercher exactement « { $need } »
sort-label = Trier :
sort-distance = du plus proche au plus loin
sort-name = par nom
sort-relevance = les plus utiles d’abord
chosen-label = Filtres choisis
chosen-remove = Retirer le filtre
chosen-zone = Zone de la carte
filter-service = Besoins
filter-kind = Type de lieu
filter-who = Pour qui
filter-public = Publics
filter-care = Handicap, langue, lecture
filter-access = Accueil et accès
filter-access-means = Comment venir
filter-cost = Prix
filter-programme = Réseaux et labels
filter-open-now = Ouvert maintenant
filter-chosen = choisis
filter-submit = Voir les résultats
filter-clear = Tout effacer
switch-label = Affichage
switch-list = Liste
switch-map = Carte
empty-lead = Aucun lieu ne correspond à votre recherche. Essayez ceci :
empty-farther = Chercher à moins de { $km } km
empty-without-filters = Enlever les filtres
empty-everywhere = Chercher partout en France
empty-phone = Vous préférez parler à quelqu’un ? Appelez le
exports = Télécharger ces lieux :

## Map

map-label = Carte des lieux
map-keys = Carte : flèches pour déplacer, plus et moins pour agrandir ou réduire
map-skip = Passer la carte
map-zoom = Zoom de la carte
map-move = Déplacer la carte
map-closer = Agrandir la carte
map-further = Réduire la carte
map-north = Nord
map-west = Ouest
map-east = Est
map-south = Sud
map-overseas = Outre-mer
map-mainland = France hexagonale
map-search-here = Chercher dans cette zone
map-close = Fermer

## Cards and opening hours

card-distance = À
card-more-services = { $count ->
    [one] et { $count } autre service
   *[other] et { $count } autres services
 }
fact-free = Gratuit
fact-free-if = Gratuit sous condition
fact-wheelchair = Accessible en fauteuil
fact-walk-in = Sans rendez-vous
fact-itinerant = Itinérant
checked-today = Vérifié aujourd’hui
checked-days = { $count ->
    [one] Vérifié hier
   *[other] Vérifié il y a { $count } jours
 }
checked-months = Vérifié il y a { $count } mois
checked-years = { $count ->
    [one] Vérifié il y a { $count } an
   *[other] Vérifié il y a { $count } ans
 }
opening-open = Ouvert
opening-closed = Fermé
opening-by-appointment = Sur rendez-vous
opening-closes = ferme à { $hour }
opening-today = ouvre à { $hour }
opening-tomorrow = ouvre demain à { $hour }
opening-day = ouvre { $day } à { $hour }

## Page of a place

place-description = { $name }, { $kind }, { $address } : services, horaires, accès et contact.
place-call = Appeler le { $phone }
place-appointment = Prendre rendez-vous
place-directions = Itinéraire
place-print = Imprimer la fiche
place-presentation = Présentation
place-services = Ce que vous pouvez y faire
place-hours = Horaires
place-hours-caption = Horaires de { $name }
place-day = Jour
place-morning = Matin
place-afternoon = Après-midi
place-today = aujourd’hui
place-closed = Fermé
place-hours-as-written = Horaires tels que le lieu les a écrits. En cas de doute, téléphonez avant de venir.
place-hours-unknown = Nous ne connaissons pas les horaires. Téléphonez avant de venir.
place-facts = Accueil et accès
place-publics = Publics
place-access = Comment venir
place-support = Accompagnement
place-costs = Prix
place-care = Accueil adapté
place-programmes = Réseaux et labels
place-acceslibre = Accessibilité du bâtiment en détail
place-contact = Adresse et contact
place-big-map = Voir sur la grande carte
place-qr = Cette page sur votre téléphone
place-nearby = Autres lieux proches
place-merged = Deux pages parlaient du même lieu. Elles sont réunies ici.
place-gone = Ce lieu a fermé le { $date }.
place-gone-link = Voir les lieux proches
place-stale = Personne n’a confirmé ces informations depuis plus de 18 mois. Téléphonez avant de venir.
sources-title = D’où viennent ces informations ?
sources-lead = Cette page réunit ce que disent plusieurs listes publiques. Quand elles ne disent pas la même chose, nous gardons une valeur et nous montrons les autres.
sources-show = { $count ->
    [one] Voir la source de { $count } information
   *[other] Voir la source de { $count } informations
 }
sources-caption = Source de chaque information
sources-field = Information
sources-value = Valeur retenue
sources-source = Source
sources-date = Date
sources-others = Autres valeurs
sources-most-recent = la plus récente
sources-agreement = plusieurs sources d’accord
sources-trust = source la plus sûre
sources-only = seule source

## Territories

territory-description = Les lieux d’aide numérique : { $name }. Services, horaires et contacts.
territory-search = Chercher et filtrer sur la carte
territory-none = Aucun lieu ici pour l’instant
territory-none-advice = Voici les lieux les plus proches.
territory-places = Les lieux
territory-aside = Carte et chiffres
territory-services = Ce que l’on y trouve
territory-communes = Communes
territory-around = Communes proches
territories-title = Les lieux, département par département
territories-lead = { $count ->
    [one] { $count } lieu dans { $communes } communes.
   *[other] { $count } lieux dans { $communes } communes.
 }
site-map-find = Trouver un lieu
site-map-departments = Départements
site-map-about = À propos du site
site-map-api = Description de l’API (OpenAPI, en anglais)

## Open data and declaration

data-title = Données ouvertes et API
data-places = { $count ->
    [one] { $count } lieu publié.
   *[other] { $count } lieux publiés.
 }
data-lead = Vous pouvez les reprendre librement, en citant la source.
data-files = Fichiers
data-files-lead = Le même contenu que sur le site, au format national des lieux de médiation numérique et dans deux autres formats courants.
data-api = API
data-api-lead = Les mêmes filtres que la recherche du site, sans clé ni inscription. Un exemple :
data-api-contract = La description complète, au format OpenAPI :
data-sources = Les listes réunies
data-sources-lead = Chaque lieu vient d’une ou de plusieurs listes tenues par d’autres. Une ligne qui ne peut pas être lue n’est pas perdue : elle attend en quarantaine, avec la raison.
data-source = Liste
data-licence = Licence
data-rows = Lignes lues
data-quarantined = En quarantaine
data-places-column = Lieux
data-read = Dernière lecture
accessibility-title = Déclaration d’accessibilité
accessibility-none = n’est pas conforme
accessibility-partial = est partiellement conforme
accessibility-full = est totalement conforme
