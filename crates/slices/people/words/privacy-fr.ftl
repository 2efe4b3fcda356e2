# Mes données
own-data-title = Mes données
own-data-lead = Voici tout ce que ce site garde sur vous, pourquoi et combien de temps. Vous pouvez le corriger, l’emporter ou l’effacer.
data-correct = Corriger
data-correct-here = corriger mon nom ou mon adresse
data-take = Emporter
data-take-lead = Vous recevez une archive : un fichier par liste, lisible par un tableur (CSV) et par un programme (JSON).
data-take-do = Télécharger mes données
data-held = Ce qui est gardé
data-kept = Gardé :
data-archive-name = mes-donnees
data-readme = Vos données sur { $site }. Chaque liste est là deux fois : .csv s’ouvre avec un tableur, .json se lit avec un programme.
holding-compte = Votre compte
holding-appareils = Vos appareils connectés
holding-roles = Vos rôles
holding-consentements = Ce que vous avez accepté
holding-demandes = Vos demandes sur vos données
holding-cles_d_acces = Vos clés d’accès
holding-services_d_identite = Vos services d’identité
holding-pages_revendiquees = Les pages que vous avez demandé à tenir
holding-corrections_proposees = Les corrections que vous avez proposées
holding-lettres = Les lettres que nous vous avons envoyées
holding-journal = Ce que le journal dit de votre compte
holding-anciens_noms = Vos anciens noms et adresses
holding-lettres_choisies = Les lettres que vous voulez recevoir
holding-valeurs_ecrites = Ce que vous avez écrit sur les pages de lieux
holding-modifications = L’histoire des pages que vous avez modifiées
holding-pages_confirmees = Les pages que vous avez confirmées
holding-annonces = Les annonces que vous avez publiées
holding-photos = Les photos que vous avez ajoutées
holding-traductions = Les traductions que vous avez écrites
holding-brouillons = Vos brouillons
holding-pages_rendues = Les pages que vous avez rendues
holding-rapprochements = Les lieux que vous avez rapprochés
holding-avis_donnes = Les avis que vous avez donnés
holding-reponses_aux_avis = Ce que vous avez répondu à des avis
holding-codes_de_visite = Les feuilles de codes que vous avez préparées
holding-signalements = Ce que vous avez signalé
holding-dossiers_de_moderation = Les signalements sur ce que vous avez écrit
holding-recours = Vos recours
holding-decisions_prises = Les décisions de modération que vous avez prises
holding-reglages_changes = Les réglages que vous avez changés

# Demandes
request-title = Demander autre chose
request-lead = Une personne vous répond en un mois au plus.
request-kind = Que demandez-vous ?
request-kind-needed = Choisissez ce que vous demandez.
request-words = Votre demande
request-words-hint = Dites quelle donnée et ce que vous voulez, en 2 000 caractères au plus. N’écrivez rien sur votre santé ni sur d’autres personnes.
request-send = Envoyer la demande
request-access = Savoir ce qui est gardé sur moi
request-rectify = Faire corriger une donnée
request-erase = Faire effacer une donnée
request-object = Qu’on cesse d’utiliser une donnée
request-restrict = Qu’on mette une donnée de côté
request-other = Autre chose
request-due = réponse attendue avant le { $date }
request-done = faite le { $date }
request-refused = refusée le { $date }, avec une explication par courriel
people-request-text = Écrivez votre demande, en 2 000 caractères au plus.
done-request-made = Votre demande est envoyée. Vous aurez une réponse en un mois au plus.

# Supprimer le compte
erase-title = Supprimer mon compte
erase-lead = Votre nom, votre adresse et vos accès sont détruits.
erase-goes = Ce qui disparaît
erase-goes-name = Votre nom, « { $name } » : à sa place, on lira « compte supprimé ».
erase-goes-mail = Votre adresse, { $mail }, et les lettres que nous vous avons envoyées.
erase-goes-proofs = Votre mot de passe et tout ce qui permet d’entrer.
erase-goes-roles = Vos rôles prennent fin.
erase-goes-rest = Vos préférences, vos consentements, vos demandes, vos connexions.
erase-stays = Ce qui reste, et pourquoi
erase-stays-journal = Le journal du site, où vous n’êtes plus qu’un numéro sans nom : il sert à contrôler ce qui a été fait.
erase-stays-published = Ce que vous avez publié, sous « compte supprimé ». Pour le retirer, faites-le avant, ou demandez-le.
erase-stays-backups = Les sauvegardes, 35 jours au plus. Si l’une d’elles sert, votre compte est effacé à nouveau.
erase-take-first = Pour garder une copie, téléchargez d’abord vos données :
erase-when = Quand supprimer le compte ?
erase-when-needed = Choisissez quand supprimer le compte.
erase-later =
    { $count ->
        [one] Dans un jour : vous pouvez changer d’avis en vous connectant
       *[other] Dans { $count } jours : vous pouvez changer d’avis en vous connectant
    }
erase-now = Tout de suite : rien ne pourra le faire revenir
erase-do = Supprimer mon compte
erase-keep = Garder mon compte
undo-erasure-title = Garder votre compte ?
undo-erasure-lead = Vous avez demandé la suppression de votre compte. Elle aura lieu le { $date }.
done-erasure-asked = Votre compte sera supprimé dans sept jours. Pour changer d’avis, connectez-vous avant.
done-erased = Votre compte est supprimé.
done-erasure-undone = Votre compte est gardé.
letter-erasure-subject = Votre compte sera supprimé – { $site }
letter-erasure-why = Vous avez demandé la suppression de votre compte sur { $site }. Elle aura lieu le { $date }.
letter-erasure-undo = Pour changer d’avis avant ce jour, cliquez sur le bouton, ou connectez-vous.
letter-erasure-action = Garder mon compte
letter-erasure-not-you = Si ce n’est pas vous, cliquez sur le bouton puis changez votre mot de passe.

# Comptes sans visite
letter-absence-subject = Votre compte dort – { $site }
letter-absence-again-subject = Dernier rappel : votre compte va être supprimé – { $site }
letter-absence-why = Vous n’êtes pas venu sur { $site } depuis près de deux ans. Votre compte sera supprimé le { $date }.
letter-absence-keep = Pour le garder, il suffit de vous connecter une fois.
letter-absence-action = Me connecter
letter-absence-nothing = Si vous ne voulez plus de ce compte, ne faites rien.

# Registre
register-title = Registre des traitements
register-lead = Tout ce que ce site garde sur des personnes, pourquoi, combien de temps et qui le lit. Cette page est faite à partir de la base de données elle-même. À lire aussi :
register-whose = Sur qui
register-classes = Quelles données
register-basis = Sur quel fondement
register-kept = Combien de temps
register-readers = Qui les lit
register-table = Nom technique
register-others = Listes qui ne contiennent rien sur des personnes
register-whose-account = les personnes qui ont un compte
register-whose-invited = les personnes invitées par courriel
register-whose-professional = les professionnels nommés par les lieux
register-whose-visitor = les visiteurs
register-class-identity = le nom
register-class-contact = une adresse ou un contact
register-class-content = des mots écrits
register-class-trace = ce qui a été fait, et quand
register-class-secret = un secret, chiffré ou sous forme d’empreinte
register-class-id = un numéro
register-basis-contract = le service que vous avez demandé
register-basis-duty = une obligation légale
register-basis-interest = l’intérêt légitime : la sécurité et le bon fonctionnement du site
register-basis-mission = la mission d’intérêt public du réseau
register-basis-consent = votre accord
register-basis-none = aucun : rien sur des personnes
register-reader-self = vous
register-reader-team = l’équipe du lieu
register-reader-administration = l’administration du site
register-reader-mail = le serveur de courriel
register-reader-public = tout le monde
register-reader-nobody = personne

# Administration
requests-title = Demandes sur les données
requests-lead = Chaque demande attend une réponse en un mois au plus. Répondez par courriel, puis notez ici ce qui a été fait.
requests-none = Aucune demande n’attend.
requests-late = en retard : réponse attendue avant le { $date }
requests-done = C’est fait
requests-refused = Refusée, avec une explication
done-request-answered = La réponse est notée.
retention-title = Conservation
retention-lead = Ce qui est oublié de lui-même : combien partirait maintenant, et ce qui est parti la dernière fois.
retention-rule = Quoi, après combien de temps
retention-due = Partirait maintenant
retention-last = Dernière fois
retention-ever = En tout
retention-never = jamais encore
retention-sessions = Connexions terminées : un jour après
retention-idle-sessions = Connexions sans visite : 15 jours
retention-codes = Liens et chiffres envoyés par courriel : un jour après leur fin
retention-failures = Essais ratés : un jour
retention-answered-invitations = Invitations qui ont reçu une réponse : 30 jours
retention-dead-invitations = Invitations restées sans réponse : 30 jours après leur fin
retention-form-keys = Marques des formulaires envoyés : 2 jours
retention-answered-requests = Demandes sur les données : 5 ans après la réponse
retention-withdrawn-consents = Consentements retirés : 5 ans
retention-letters = Lettres : le texte après 30 jours, la trace après un an

# Lettres choisies et consentements
own-letters-title = Mes lettres
own-letters-lead = Choisissez ce que vous voulez recevoir à { $mail }. Sans votre accord, rien ne part.
letters-tasks = Ce qui attend une réponse de vous
letters-tasks-hint = Corrections proposées, demandes, signalements : combien, et où y répondre.
letters-pages = Ce qui change sur vos pages
letters-pages-hint = Ce que d’autres ont modifié sur les pages que vous tenez.
letters-age = J’ai 15 ans ou plus, ou mes parents sont d’accord avec moi
letters-age-hint = Avant 15 ans, la loi demande votre accord et celui de vos parents. Votre âge n’est pas gardé.
letters-choose = Enregistrer mes choix
letters-owed = Les codes, les avis de sécurité et les réponses à vos demandes partent toujours.
pace-at-once = Au plus vite
pace-daily = Une fois par jour, le matin
pace-weekly = Une fois par semaine, le lundi matin
pace-never = Jamais
people-age-statement = Cochez cette case pour recevoir ces lettres. Avant 15 ans, demandez à vos parents.
people-successor-needed = Vous êtes la dernière personne qui tient la page d’un lieu. Dites d’abord qui s’en occupe après vous.
done-letters-chosen = Vos choix sont enregistrés.
consents-title = Ce que vous avez accepté
consents-none = Vous n’avez rien accepté pour le moment.
consent-letters-tasks = Recevoir par courriel ce qui attend une réponse de vous
consent-letters-pages = Recevoir par courriel ce qui change sur vos pages
consent-given = Accepté le { $given }, texte de { $version }.
consent-withdrawn = Accepté le { $given }, texte de { $version }. Retiré le { $withdrawn }.
consent-withdraw = Retirer mon accord
done-consent-withdrawn = Votre accord est retiré.
stop-letters-title = Ne plus recevoir ces lettres
stop-letters-lead = Vous ne recevrez plus : « { $kind } ».
stop-letters-do = Ne plus les recevoir
stop-letters-done = C’est fait. Vous ne recevrez plus : « { $kind } ».
stop-letters-again = Choisir mes lettres
letter-digest-tasks-subject = Ce qui attend une réponse de vous – { $site }
letter-digest-pages-subject = Ce qui change sur vos pages – { $site }
letter-digest-tasks = Voici ce qui est arrivé depuis la dernière lettre et attend une réponse de vous.
letter-digest-pages = Voici ce que d’autres ont modifié sur vos pages depuis la dernière lettre.
letter-digest-why = Vous recevez cette lettre parce que vous l’avez demandée ({ $pace }).
letter-digest-stop = Ne plus recevoir ces lettres

# Ce qui s’est passé sur le compte
watch-title = Ce qui s’est passé sur mon compte
watch-lead = Les douze derniers mois. Si une ligne vous étonne, changez votre mot de passe et fermez vos autres connexions.
watch-none = Rien pour le moment.
watch-link = Voir ce qui s’est passé sur mon compte
watch-arrived = Compte créé
watch-signed-in = Connexion
watch-half-entered = Première preuve acceptée, deuxième preuve demandée
watch-proof-failed = Essai refusé
watch-proved = Preuve montrée à nouveau
watch-session-ended = Connexion fermée
watch-factor-added = Moyen de connexion ajouté
watch-factor-removed = Moyen de connexion retiré
watch-recovery-used = Code de secours utilisé
watch-account-changed = Compte modifié
watch-state-set = Compte suspendu ou rouvert
watch-link-made = Lien de connexion fait par la personne qui tient la machine
watch-data-taken = Copie de vos données téléchargée
watch-erasure-asked = Suppression du compte demandée
watch-erasure-undone = Suppression du compte annulée
watch-passkey-named = Clé d’accès renommée
watch-way-code = lettre
watch-way-mail = adresse de courriel
watch-way-link = lien
watch-way-password = mot de passe
watch-way-app = application
watch-way-passkey = clé d’accès
watch-way-recovery = code de secours
watch-way-digits = chiffres
watch-way-name = nom
watch-way-locale = langue
watch-way-provider = service d’identité
watch-way-suspended = suspension

# Partir en laissant une page
erase-last-manager = Vous êtes la dernière personne qui tient ces pages. Avant de partir, dites qui s’en occupe après vous.
erase-hand-over = Passer la main

# Ce que disent les lettres choisies
told-corrections =
    { $count ->
        [one] Une correction proposée attend :
       *[other] { $count } corrections proposées attendent :
    }
told-claims =
    { $count ->
        [one] Une demande de page attend :
       *[other] { $count } demandes de pages attendent :
    }
told-cases =
    { $count ->
        [one] Un signalement attend :
       *[other] { $count } signalements attendent :
    }
told-changes =
    { $count ->
        [one] Une modification sur une page que vous tenez :
       *[other] { $count } modifications sur une page que vous tenez :
    }
