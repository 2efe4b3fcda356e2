## What pages say that no template does

checked-unknown = Date de vérification inconnue
map-of = Carte : { $count ->
    [0] aucun lieu
    [one] { $count } lieu
   *[other] { $count } lieux
 }
map-cluster = { $count } lieux, agrandir la carte
map-same-point = { $count } lieux à la même adresse, voir la liste
map-place = Carte autour de { $name }
breadcrumb-home = Trouver un lieu
breadcrumb-territories = Territoires
in-commune = à { $name }
in-department = dans le département { $name } ({ $code })
in-region = dans la région { $name }
source-edit = Correction
licence-unknown = Non précisée
never = Jamais
hours-holiday = Les jours fériés sont fermés, sauf indication contraire.
place-point-of-commune = L’adresse exacte n’est pas connue : le point montre le centre de la commune.
export-csv = CSV (format national)
export-geojson = GeoJSON
export-json = JSON (format national)
filter-support = Accompagnement
open-evening = Ouvert ce soir
open-saturday = Ouvert samedi matin
empty-without-words = Voir les lieux sans chercher ces mots
