## What people can be helped with

service-demarches-administratives = Help with online forms and procedures
service-demarches-administratives-short = Online procedures
service-outils-du-quotidien = Getting started with computers, phones and the Internet
service-outils-du-quotidien-short = Getting started
service-insertion-professionnelle = Looking for a job or training online
service-insertion-professionnelle-short = Jobs
service-utilisation-securisee = Using the Internet safely
service-utilisation-securisee-short = Staying safe
service-parentalite-education = Guiding your children with screens and school online
service-parentalite-education-short = Parenting
service-loisirs-creations = Creating and having fun with digital tools
service-loisirs-creations-short = Creating, having fun
service-monde-numerique = Understanding the digital world
service-monde-numerique-short = Understanding
service-internet-materiel = Using a computer and the Internet at the place
service-internet-materiel-short = Computers, Internet
service-materiel-solidaire = Buying a computer or a phone at a low price
service-materiel-solidaire-short = Low-cost equipment

## For whom the place has something specific

public-jeunes = Young people
public-etudiants = Students
public-familles-enfants = Families and children
public-seniors = Older people
public-femmes = Women

## Specific care

care-surdite = Deaf or hard of hearing people
care-handicaps-moteurs = Physical disability
care-handicaps-mentaux = Learning disability
care-illettrisme = Difficulties reading and writing
care-anglais = Help in English
care-autres-langues = Help in other languages
care-deficience-visuelle = Blind or partially sighted people

## What it costs

cost-gratuit = Free
cost-gratuit-sous-condition = Free under conditions
cost-payant = Paid

## National programmes

programme-aidants-connect = Aidants Connect (someone does the forms for you)
programme-bibliotheques-numeriques = Bibliothèque numérique de référence (digital library)
programme-certification-pix = Pix certificate (digital skills)
programme-conseillers-numeriques = Conseillers numériques (digital advisers)
programme-emmaus-connect = Emmaüs Connect
programme-france-services = France services (help with public services)
programme-grande-ecole-du-numerique = Grande École du Numérique (training)
programme-la-croix-rouge = Red Cross
programme-point-numerique-caf = Digital access point of the CAF (family benefits)
programme-promeneurs-du-net = Promeneurs du Net (for young people, online)
programme-relais-numerique = Relais numérique of Emmaüs Connect

## How to come or get in touch

access-se-presenter = Come to the place
access-telephoner = Phone
access-contacter-par-mail = Send an e-mail
access-rdv-en-ligne = Book an appointment online
access-pas-de-public = This place does not receive the public
access-fiche-de-prescription = Be referred by a professional, who sends a form by e-mail

## How people are helped

support-en-autonomie = On your own
support-accompagnement-individuel = With one person, just for you
support-atelier-collectif = In a group workshop
support-a-distance = Remotely, without travelling

## Whether the place moves

itinerance-itinerant = Moves around (itinerant)
itinerance-fixe = Always at the same address

## Kinds of place

kind-aci = Work integration workshop
kind-aciphc = Work integration workshop for a few hours
kind-afpa = Afpa, vocational training for adults
kind-ai = Work integration association
kind-ase = Child welfare service
kind-asso = Association
kind-asso-chomeur = Association of people without a job
kind-autre = Other place
kind-avip = Nursery for parents looking for a job
kind-bib = Library
kind-caarud = Centre for people who use drugs (Caarud)
kind-cada = Reception centre for asylum seekers
kind-caf = Family benefits office (CAF)
kind-cap-emploi = Cap emploi (jobs and disability)
kind-cava = Centre for adapting to working life
kind-cc = Community of communes (local council group)
kind-ccas = Town social services (CCAS)
kind-ccons = Chamber of commerce, trades or agriculture
kind-cd = Department council
kind-cdas = Department social services centre
kind-cfp = Tax office
kind-chrs = Housing and social rehabilitation centre
kind-chu = Emergency shelter
kind-cias = Social services of several towns (CIAS)
kind-cidff = Information centre on women’s and family rights
kind-citmet = Cité des métiers (careers centre)
kind-cmp = Mental health centre
kind-cms = Health and social centre
kind-cpam = Health insurance office (CPAM)
kind-cph = Temporary housing centre for refugees
kind-cs = Community centre
kind-csapa = Addiction care centre (Csapa)
kind-csc = Social and cultural centre
kind-deets = State office for the economy, jobs and solidarity
kind-dept = Social services of the department
kind-diplp = State delegation against poverty
kind-e2c = Second chance school
kind-ea = Adapted company (jobs and disability)
kind-eatt = Adapted temporary work agency (jobs and disability)
kind-ei = Work integration company
kind-eiti = Work integration company for the self-employed
kind-enm = Mobile digital space
kind-epci = Group of communes (local council group)
kind-epi = Public Internet space
kind-epide = Épide, helping young people into work
kind-epn = Public digital space
kind-es = Community grocery
kind-esat = Supported work centre (Ésat)
kind-ess = Social enterprise
kind-etti = Work integration temporary agency
kind-evs = Neighbourhood social space
kind-fablab = Fablab, making workshop
kind-fabrique = Fabrique de territoire (shared local place)
kind-fais = Federation of inclusion and solidarity organisations
kind-ft = France Travail, formerly Pôle emploi (job centre)
kind-geiq = Group of employers for work integration
kind-huda = Emergency housing for asylum seekers
kind-la-poste = Post office
kind-mde = Employment centre
kind-mdh = Residents’ house
kind-mdef = Employment and training centre
kind-mdph = Department office for disabled people (MDPH)
kind-mds = Department solidarity centre
kind-mjc = Youth and culture centre (MJC)
kind-ml = Mission locale (young people aged 16 to 25)
kind-mq = Neighbourhood centre
kind-msa = Farmers’ social security (MSA)
kind-msap = Public services centre
kind-muni = Town hall
kind-oacas = Community for shelter and shared activities
kind-odc = Organisation acting for the department
kind-of = Training organisation
kind-oil = Housing help between owners and tenants
kind-opcs = Work integration jobs in public contracts
kind-pad = Legal advice point
kind-pension = Shared supported housing
kind-pi = Information point
kind-pij-bij = Youth information centre
kind-pimms = Pimms Médiation (help with public services)
kind-pjj = Youth justice service
kind-plie = Local plan for work integration (Plie)
kind-pref = Prefecture, sub-prefecture (State office)
kind-prevention = Prevention service for young people
kind-reg = Regional council
kind-relais-lecture = Reading point
kind-ressourcerie = Reuse centre
kind-rfs = France services (help with public services)
kind-rs-fjt = Social residence, hostel for young workers
kind-scp = Prevention service or club
kind-spip = Prison and probation service
kind-tiers-lieux = Shared place, co-working space
kind-udaf = Department union of family associations (Udaf)

## Fields of the standard

field-id = Identifier in the list
field-pivot = Official number (Siret, RNA, Ridet)
field-nom = Name
field-commune = Town
field-code-postal = Postcode
field-code-insee = Official code of the town (Insee)
field-adresse = Address
field-complement-adresse = Rest of the address
field-latitude = Latitude
field-longitude = Longitude
field-typologie = Kind of place
field-telephone = Phone
field-courriels = E-mail address
field-site-web = Website
field-horaires = Opening hours
field-presentation-resume = Short presentation
field-presentation-detail = Full presentation
field-source = List it comes from
field-itinerance = Fixed or itinerant
field-structure-parente = Organisation the place belongs to
field-date-maj = Date of update
field-services = Services
field-publics-specifiquement-adresses = People
field-prise-en-charge-specifique = Adapted welcome
field-frais-a-charge = Price
field-dispositif-programmes-nationaux = National networks and programmes
field-formations-labels = Training and labels
field-autres-formations-labels = Other training and labels
field-modalites-acces = How to come
field-modalites-accompagnement = Kind of help
field-fiche-acces-libre = Accessibility of the building
field-prise-rdv = Booking an appointment

## Why a value was chosen among the lists

choice-edit = corrected by the place or by the team
choice-only = only one list says it
choice-trust = most reliable list
choice-fresh = the most recent
choice-agreement = several lists agree
choice-union = all the lists together

# Pages kept
hand-place-manager = by a manager of the place
hand-mediator = by a mediator of the place
hand-hub-manager = by the coordination of the territory
hand-moderator = by moderation
hand-house = by the administration of the site
change-edit = Change
change-undo = Undoing
change-correction = Correction proposed by the public
change-choice = Choice between the page and a list
section-identite = Name and kind of place
section-identite-lead = What the place is called and what it is.
section-contact = Phone and e-mail
section-contact-lead = Everyone can see these. Do not write anyone’s personal address.
section-adresse = Address
section-adresse-lead = Write the address as on an envelope. Latitude and longitude put the place on the map.
section-horaires = Opening hours
section-horaires-lead = For each half-day, write for instance 9h-12h. Leave empty when closed.
section-services = Services
section-services-lead = Tick what can really be done at your place.
section-accueil = People, access and price
section-accueil-lead = For whom, how to come, what it costs.
section-presentation = Presentation
section-presentation-lead = In short sentences: what one finds at your place, who welcomes, how it goes.
section-liens = Sites and appointments
section-liens-lead = Addresses that begin with https://
claim-way-courriel = Code by e-mail
claim-way-courrier = Code by post
claim-way-pole = Check by the coordination of the territory
notice-fermeture = A closure
notice-message = A message
subject-ferme = The place is closed for good
subject-horaires = The opening hours
subject-telephone = The phone number
subject-adresse = The address
subject-services = The services
subject-autre = Something else
follow-waiting = We have received your correction. Someone will read it.
follow-accepted = Your correction is on the page. Thank you!
follow-partly = Part of your correction is on the page. Thank you!
follow-refused = Your correction was not kept.
week-lundi = Monday
week-mardi = Tuesday
week-mercredi = Wednesday
week-jeudi = Thursday
week-vendredi = Friday
week-samedi = Saturday
week-dimanche = Sunday
ratings-proof-code = Visit confirmed by the place
ratings-proof-mail = Confirmed address
ratings-proof-account = Confirmed account
criterion-welcome = Welcome
criterion-usefulness = Usefulness
criterion-access = Access
criterion-hours = Open as announced
criterion-ask-welcome = Were you well received?
criterion-ask-usefulness = Was it useful to you?
criterion-ask-access = Was it easy to come and get in?
criterion-ask-hours = Was it open as announced?
step-1 = 1, not at all
step-2 = 2, not really
step-3 = 3, so-so
step-4 = 4, rather yes
step-5 = 5, absolutely
rating-follow-unconfirmed = Your rating is waiting: follow the link of the message you received.
rating-follow-counted = Your rating counts.
rating-follow-apart = Your rating is counted apart: a person will look at it.
rating-follow-withdrawn = You withdrew this rating.
rating-follow-removed = Moderation removed this rating. Reason: { $article }
rating-comment-waiting = Your comment waits to be read by a person.
rating-comment-shown = Your comment is shown.
rating-comment-binned = Your comment is in the bin. Reason: { $article }
rating-comment-hidden = Your comment is not shown.
