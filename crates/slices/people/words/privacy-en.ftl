# My data
own-data-title = My data
own-data-lead = This is all this site keeps about you, why and for how long. You can correct it, take it away or erase it.
data-correct = Correct
data-correct-here = correct my name or my address
data-take = Take away
data-take-lead = You get an archive: one file for each list, for spreadsheets (CSV) and for programs (JSON).
data-take-do = Download my data
data-held = What is kept
data-kept = Kept:
data-archive-name = my-data
data-readme = Your data on { $site }. Each list is there twice: .csv opens in a spreadsheet, .json is for programs.
holding-compte = Your account
holding-appareils = Your devices
holding-roles = Your roles
holding-consentements = What you agreed to
holding-demandes = What you asked about your data
holding-cles_d_acces = Your passkeys
holding-services_d_identite = Your identity services
holding-pages_revendiquees = The pages you asked to keep
holding-corrections_proposees = The corrections you proposed
holding-lettres = The letters we sent you
holding-journal = What the journal says of your account
holding-anciens_noms = Your former names and addresses
holding-lettres_choisies = The letters you want to receive
holding-valeurs_ecrites = What you wrote on pages of places
holding-modifications = The history of the pages you changed
holding-pages_confirmees = The pages you confirmed
holding-annonces = The notices you published
holding-photos = The photos you added
holding-traductions = The translations you wrote
holding-brouillons = Your drafts
holding-pages_rendues = The pages you handed back
holding-rapprochements = The places you matched
holding-avis_donnes = The ratings you gave
holding-reponses_aux_avis = What you replied to ratings
holding-codes_de_visite = The sheets of codes you prepared
holding-signalements = What you reported
holding-dossiers_de_moderation = Reports about what you wrote
holding-recours = Your appeals
holding-decisions_prises = The decisions of moderation you took
holding-reglages_changes = The settings you changed

# Requests
request-title = Ask for something else
request-lead = A person answers you within a month.
request-kind = What do you ask for?
request-kind-needed = Choose what you ask for.
request-words = Your request
request-words-hint = Say which data and what you want, in 2,000 characters at most. Write nothing about your health or about other people.
request-send = Send the request
request-access = To know what is kept about me
request-rectify = To have something corrected
request-erase = To have something erased
request-object = That something be used no more
request-restrict = That something be set aside
request-other = Something else
request-due = to be answered before { $date }
request-done = done on { $date }
request-refused = refused on { $date }, with reasons by mail
people-request-text = Write your request, in 2,000 characters at most.
done-request-made = Your request is sent. You will have an answer within a month.

# Erasing the account
erase-title = Erase my account
erase-lead = Your name, your address and your ways in are destroyed.
erase-goes = What goes
erase-goes-name = Your name, “{ $name }”: “compte supprimé” is read in its place.
erase-goes-mail = Your address, { $mail }, and the letters we sent you.
erase-goes-proofs = Your password and every way to sign in.
erase-goes-roles = Your roles end.
erase-goes-rest = Your preferences, your consents, your requests, your sign-ins.
erase-stays = What stays, and why
erase-stays-journal = The journal of the site, in which you are a number without a name: it serves to check what was done.
erase-stays-published = What you published, under “compte supprimé”. To take it down, do so first, or ask.
erase-stays-backups = Backups, for 35 days at most. If one is used, your account is erased again.
erase-take-first = To keep a copy, download your data first:
erase-when = When should the account be erased?
erase-when-needed = Choose when to erase the account.
erase-later =
    { $count ->
        [one] In a day: you can change your mind by signing in
       *[other] In { $count } days: you can change your mind by signing in
    }
erase-now = Now: nothing can bring it back
erase-do = Erase my account
erase-keep = Keep my account
undo-erasure-title = Keep your account?
undo-erasure-lead = You asked for your account to be erased. That will be done on { $date }.
done-erasure-asked = Your account will be erased in seven days. To change your mind, sign in before then.
done-erased = Your account is erased.
done-erasure-undone = Your account is kept.
letter-erasure-subject = Your account will be erased – { $site }
letter-erasure-why = You asked for your account on { $site } to be erased. That will be done on { $date }.
letter-erasure-undo = To change your mind before that day, press the button, or sign in.
letter-erasure-action = Keep my account
letter-erasure-not-you = If this was not you, press the button, then change your password.

# Accounts without a visit
letter-absence-subject = Your account sleeps – { $site }
letter-absence-again-subject = Last reminder: your account will be erased – { $site }
letter-absence-why = You have not been on { $site } for nearly two years. Your account will be erased on { $date }.
letter-absence-keep = To keep it, sign in once.
letter-absence-action = Sign in
letter-absence-nothing = If you no longer want this account, do nothing.

# Register
register-title = Register of processing
register-lead = All that this site keeps about people, why, how long and who reads it. This page is made from the database itself. See also:
register-whose = About whom
register-classes = Which data
register-basis = On what ground
register-kept = How long
register-readers = Who reads it
register-table = Technical name
register-others = Lists that hold nothing about people
register-whose-account = people with an account
register-whose-invited = people invited by mail
register-whose-professional = professionals named by places
register-whose-visitor = visitors
register-class-identity = the name
register-class-contact = an address or a contact
register-class-content = words that were written
register-class-trace = what was done, and when
register-class-secret = a secret, encrypted or as a fingerprint
register-class-id = a number
register-basis-contract = the service you asked for
register-basis-duty = a legal duty
register-basis-interest = legitimate interest: the safety and good working of the site
register-basis-mission = the network's mission of public interest
register-basis-consent = your consent
register-basis-none = none: nothing about people
register-reader-self = you
register-reader-team = the team of the place
register-reader-administration = the administration of the site
register-reader-mail = the mail server
register-reader-public = everyone
register-reader-nobody = nobody

# Administration
requests-title = Requests about data
requests-lead = Each request is to be answered within a month. Answer by mail, then note here what was done.
requests-none = No request waits.
requests-late = late: was to be answered before { $date }
requests-done = Done
requests-refused = Refused, with reasons
done-request-answered = The answer is noted.
retention-title = Retention
retention-lead = What is forgotten by itself: how much would go now, and what went last time.
retention-rule = What, after how long
retention-due = Would go now
retention-last = Last time
retention-ever = In all
retention-never = never yet
retention-sessions = Sessions that are over: a day after
retention-idle-sessions = Sessions without a visit: 15 days
retention-codes = Links and digits sent by mail: a day after their end
retention-failures = Failed attempts: a day
retention-answered-invitations = Invitations that were answered: 30 days
retention-dead-invitations = Invitations that nobody answered: 30 days after their end
retention-form-keys = Marks of forms that were sent: 2 days
retention-answered-requests = Requests about data: 5 years after the answer
retention-withdrawn-consents = Consents withdrawn: 5 years
retention-letters = Letters: the text after 30 days, the trace after a year

# Letters chosen and consents
own-letters-title = My letters
own-letters-lead = Choose what you want to receive at { $mail }. Without your agreement, nothing is sent.
letters-tasks = What waits for an answer of yours
letters-tasks-hint = Proposed corrections, requests, reports: how many, and where to answer.
letters-pages = What changes on your pages
letters-pages-hint = What others changed on the pages you keep.
letters-age = I am 15 or older, or my parents agree with me
letters-age-hint = Under 15, the law wants your agreement and that of your parents. Your age is not kept.
letters-choose = Save my choices
letters-owed = Codes, safety notices and answers to your requests are always sent.
pace-at-once = As soon as possible
pace-daily = Once a day, in the morning
pace-weekly = Once a week, on Monday morning
pace-never = Never
people-age-statement = Tick this box to receive these letters. Under 15, ask your parents.
people-successor-needed = You are the last person who keeps the page of a place. First say who takes over.
done-letters-chosen = Your choices are saved.
consents-title = What you agreed to
consents-none = You have not agreed to anything so far.
consent-letters-tasks = Receiving by mail what waits for an answer of yours
consent-letters-pages = Receiving by mail what changes on your pages
consent-given = Agreed on { $given }, text of { $version }.
consent-withdrawn = Agreed on { $given }, text of { $version }. Withdrawn on { $withdrawn }.
consent-withdraw = Withdraw my agreement
done-consent-withdrawn = Your agreement is withdrawn.
stop-letters-title = Stop receiving these letters
stop-letters-lead = You will no longer receive: “{ $kind }”.
stop-letters-do = Stop them
stop-letters-done = Done. You will no longer receive: “{ $kind }”.
stop-letters-again = Choose my letters
letter-digest-tasks-subject = What waits for an answer of yours – { $site }
letter-digest-pages-subject = What changes on your pages – { $site }
letter-digest-tasks = Here is what came since the last letter and waits for an answer of yours.
letter-digest-pages = Here is what others changed on your pages since the last letter.
letter-digest-why = You receive this letter because you asked for it ({ $pace }).
letter-digest-stop = Stop receiving these letters

# What happened to the account
watch-title = What happened to my account
watch-lead = The last twelve months. If a line surprises you, change your password and close your other sessions.
watch-none = Nothing so far.
watch-link = See what happened to my account
watch-arrived = Account made
watch-signed-in = Signed in
watch-half-entered = First proof accepted, second proof asked for
watch-proof-failed = Try refused
watch-proved = Proof shown again
watch-session-ended = Session closed
watch-factor-added = Way to sign in added
watch-factor-removed = Way to sign in removed
watch-recovery-used = Recovery code used
watch-account-changed = Account changed
watch-state-set = Account suspended or opened again
watch-link-made = Sign-in link made by whoever keeps the machine
watch-data-taken = Copy of your data downloaded
watch-erasure-asked = Erasure of the account asked for
watch-erasure-undone = Erasure of the account called off
watch-passkey-named = Passkey renamed
watch-way-code = letter
watch-way-mail = mail address
watch-way-link = link
watch-way-password = password
watch-way-app = application
watch-way-passkey = passkey
watch-way-recovery = recovery code
watch-way-digits = digits
watch-way-name = name
watch-way-locale = language
watch-way-provider = identity service
watch-way-suspended = suspension

# Leaving a page behind
erase-last-manager = You are the last person who keeps these pages. Before you leave, say who takes over.
erase-hand-over = Hand over

# What chosen letters say
told-corrections =
    { $count ->
        [one] One proposed correction waits:
       *[other] { $count } proposed corrections wait:
    }
told-claims =
    { $count ->
        [one] One claim of a page waits:
       *[other] { $count } claims of pages wait:
    }
told-cases =
    { $count ->
        [one] One report waits:
       *[other] { $count } reports wait:
    }
told-changes =
    { $count ->
        [one] One change on a page you keep:
       *[other] { $count } changes on a page you keep:
    }
