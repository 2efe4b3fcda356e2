## What pages say that no template does

checked-unknown = Date of last check unknown
map-of = Map: { $count ->
    [0] no place
    [one] { $count } place
   *[other] { $count } places
 }
map-cluster = { $count } places, zoom in
map-same-point = { $count } places at the same address, show the list
map-place = Map around { $name }
breadcrumb-home = Find a place
breadcrumb-territories = Territories
in-commune = in { $name }
in-department = in the department { $name } ({ $code })
in-region = in the region { $name }
source-edit = Correction
licence-unknown = Not stated
never = Never
hours-holiday = Closed on public holidays, unless stated otherwise.
place-point-of-commune = The exact address is not known: the point shows the centre of the town.
export-csv = CSV (national format)
export-geojson = GeoJSON
export-json = JSON (national format)
filter-support = Kind of help
open-evening = Open this evening
open-saturday = Open on Saturday morning
empty-without-words = See places without these words
