## Search

search-label = Search for places
search-title = Find digital help near you
search-need = What do you need?
search-need-example = E.g. paperwork, printing, FabLab
search-any-need = Any need
search-place = Where?
search-place-example = Town or postcode
search-anywhere = Anywhere in France
search-near = Near me
search-near-failed = Your position is not available. Type a town.
search-radius = Within
search-radius-km = { $km } km
search-submit = Search
search-change = Change
search-place-unknown = We do not know “{ $place }”. Check the spelling or give a postcode.
search-found = { $count ->
    [0] No place
    [one] { $count } place
   *[other] { $count } places
 }
search-found-around = { $count ->
    [0] No place within { $km } km of { $place }
    [one] { $count } place within { $km } km of { $place }
   *[other] { $count } places within { $km } km of { $place }
 }
search-found-around-me = { $count ->
    [0] No place within { $km } km of you
    [one] { $count } place within { $km } km of you
   *[other] { $count } places within { $km } km of you
 }
search-found-zone = { $count ->
    [0] No place in the area of the map
    [one] { $count } place in the area of the map
   *[other] { $count } places in the area of the map
 }
search-found-in = { $count ->
    [0] No place { $place }
    [one] { $count } place { $place }
   *[other] { $count } places { $place }
 }
understood-as = We understood:
understood-literal = Search for exactly “{ $need }”
sort-label = Sort:
sort-distance = nearest first
sort-name = by name
sort-relevance = most useful first
chosen-label = Chosen filters
chosen-remove = Remove the filter
chosen-zone = Area of the map
filter-service = Needs
filter-kind = Kind of place
filter-who = For whom
filter-public = People
filter-care = Disability, language, reading
filter-access = Welcome and access
filter-access-means = How to come
filter-cost = Price
filter-programme = Networks and labels
filter-open-now = Open now
filter-chosen = chosen
filter-submit = See the results
filter-clear = Clear all
switch-label = Display
switch-list = List
switch-map = Map
empty-lead = No place matches your search. Try this:
empty-farther = Search within { $km } km
empty-without-filters = Remove the filters
empty-everywhere = Search all of France
empty-phone = Would you rather talk to someone? Call
exports = Download these places:

## Map

map-label = Map of the places
map-keys = Map: arrows to move, plus and minus to zoom
map-skip = Skip the map
map-zoom = Zoom of the map
map-move = Move the map
map-closer = Zoom in
map-further = Zoom out
map-north = North
map-west = West
map-east = East
map-south = South
map-overseas = Overseas
map-mainland = Mainland France
map-search-here = Search this area
map-close = Close

## Cards and opening hours

card-distance = At
card-more-services = { $count ->
    [one] and { $count } more service
   *[other] and { $count } more services
 }
fact-free = Free
fact-free-if = Free under conditions
fact-wheelchair = Wheelchair access
fact-walk-in = No appointment needed
fact-itinerant = Itinerant
checked-today = Checked today
checked-days = { $count ->
    [one] Checked yesterday
   *[other] Checked { $count } days ago
 }
checked-months = { $count ->
    [one] Checked { $count } month ago
   *[other] Checked { $count } months ago
 }
checked-years = { $count ->
    [one] Checked { $count } year ago
   *[other] Checked { $count } years ago
 }
opening-open = Open
opening-closed = Closed
opening-by-appointment = By appointment
opening-closes = closes at { $hour }
opening-today = opens at { $hour }
opening-tomorrow = opens tomorrow at { $hour }
opening-day = opens on { $day } at { $hour }

## Page of a place

place-description = { $name }, { $kind }, { $address }: services, opening hours, access and contact.
place-call = Call { $phone }
place-appointment = Book an appointment
place-directions = Directions
place-print = Print this page
place-presentation = About this place
place-services = What you can do there
place-hours = Opening hours
place-hours-caption = Opening hours of { $name }
place-day = Day
place-morning = Morning
place-afternoon = Afternoon
place-today = today
place-closed = Closed
place-hours-as-written = Hours as the place wrote them. If in doubt, call before you come.
place-hours-unknown = We do not know the opening hours. Call before you come.
place-facts = Welcome and access
place-publics = For whom
place-access = How to come
place-support = Support
place-costs = Price
place-care = Adapted welcome
place-programmes = Networks and labels
place-acceslibre = Access to the building in detail
place-contact = Address and contact
place-big-map = See on the big map
place-qr = This page on your phone
place-nearby = Other places nearby
place-merged = Two pages were about the same place. They are now one.
place-gone = This place closed on { $date }.
place-gone-link = See places nearby
place-stale = Nobody has confirmed this information for over 18 months. Call before you come.
sources-title = Where does this information come from?
sources-lead = This page gathers what several public lists say. When they disagree, we keep one value and show the others.
sources-show = { $count ->
    [one] See the source of { $count } piece of information
   *[other] See the source of { $count } pieces of information
 }
sources-caption = Source of each piece of information
sources-field = Information
sources-value = Value kept
sources-source = Source
sources-date = Date
sources-others = Other values
sources-most-recent = most recent
sources-agreement = several sources agree
sources-trust = most reliable source
sources-only = only source

## Territories

territory-description = Places for digital help: { $name }. Services, opening hours and contacts.
territory-search = Search and filter on the map
territory-none = No place here yet
territory-none-advice = Here are the closest places.
territory-places = Places
territory-aside = Map and figures
territory-services = What you find there
territory-communes = Towns
territory-around = Towns nearby
territories-title = Places, department by department
territories-lead = { $count ->
    [one] { $count } place in { $communes } towns.
   *[other] { $count } places in { $communes } towns.
 }
site-map-find = Find a place
site-map-departments = Departments
site-map-about = About the site
site-map-api = Description of the API (OpenAPI)

## Open data and declaration

data-title = Open data and API
data-places = { $count ->
    [one] { $count } place published.
   *[other] { $count } places published.
 }
data-lead = You may reuse them freely, naming the source.
data-files = Files
data-files-lead = The same content as the site, in the national format for places of digital mediation and in two other common formats.
data-api = API
data-api-lead = The same filters as the search of the site, without key or account. An example:
data-api-contract = The full description, in OpenAPI format:
data-sources = The lists brought together
data-sources-lead = Each place comes from one or several lists kept by others. A row that cannot be read is not lost: it waits in quarantine, with the reason.
data-source = List
data-licence = Licence
data-rows = Rows read
data-quarantined = In quarantine
data-places-column = Places
data-read = Last reading
accessibility-title = Accessibility statement
accessibility-none = is not compliant
accessibility-partial = is partially compliant
accessibility-full = is fully compliant
