## Ce que l'administration dit.
administration-rooms = Parties de l’administration
administration-overview = Administration
administration-people = Comptes
administration-roles = Rôles
administration-jobs = Tâches
administration-letters = Lettres
administration-journal = Journal
administration-settings = Réglages
administration-appearance = Apparence
administration-texts = Textes légaux
administration-closing = Ouverture
administration-strong-needed = Votre rôle demande une preuve forte. Ajoutez une clé d’accès ou un second facteur sur la page « Sécurité » de votre compte, puis connectez-vous de nouveau.
administration-read-only = Vous voyez tout et ne changez rien : votre rôle est de contrôler.
administration-is-closed = Le site est fermé aux visiteurs.
administration-waiting = Ce qui attend quelqu’un
administration-house = L’état de la maison
administration-filter = Filtrer
administration-more = La suite
administration-all = Tout
administration-save = Enregistrer
administration-publish = Publier
administration-preview = Aperçu
administration-try = Essayer
administration-restore = Reprendre cette valeur
administration-changes = Derniers changements
administration-in-force = en vigueur
administration-as-configured = comme dans la configuration
administration-configured = Vide : comme dans la configuration, « { $value } ».
administration-changed-by = { $who }, { $when }
administration-by-operator = Personne chargée de la machine
administration-by-clockwork = Le site lui-même
administration-by-visitor = Le public
administration-try-again = Essayer à nouveau
administration-give-up = Abandonner

administration-jobs-failed = { $count ->
    [one] tâche en échec
   *[other] tâches en échec
 }
administration-letters-lost = { $count ->
    [one] lettre non remise
   *[other] lettres non remises
 }
administration-invitations = { $count ->
    [one] invitation sans réponse
   *[other] invitations sans réponse
 }
administration-suspended = { $count ->
    [one] compte suspendu
   *[other] comptes suspendus
 }
administration-accounts = { $count ->
    [one] compte
   *[other] comptes
 }
administration-places = { $count ->
    [one] lieu publié
   *[other] lieux publiés
 }
administration-jobs-open = { $count ->
    [one] tâche en cours
   *[other] tâches en cours
 }
administration-letters-waiting = { $count ->
    [one] lettre en attente
   *[other] lettres en attente
 }
administration-lines = { $count ->
    [one] ligne de journal
   *[other] lignes de journal
 }

administration-people-lead = Les comptes, du plus récent au plus ancien.
administration-people-none = Aucun compte ne correspond. Essayez une partie du nom ou de l’adresse.
administration-people-search = Nom ou courriel
administration-seen-on = vu le { $day }
administration-mail = Courriel
administration-state = État
administration-state-active = actif
administration-state-suspended = suspendu
administration-state-erased = supprimé
administration-level = Identité
administration-level-1 = courriel vérifié
administration-level-2 = téléphone ou adresse vérifiés
administration-level-3 = connue d’un lieu ou d’une organisation
administration-level-4 = confirmée par l’État
administration-made = Compte créé
administration-seen = Dernière visite
administration-sessions = Appareils connectés
administration-roles-now = Rôles
administration-roles-none = Aucun rôle.
administration-roles-past = Rôles d’avant
administration-role = Rôle
administration-role-give = Donner un rôle
administration-role-end = Mettre fin à ce rôle
administration-role-unknown = Choisissez un rôle dans la liste.
administration-scope = Où
administration-scope-hint = Un lieu (la fin de son adresse), un territoire (35 ou R53), un numéro SIRET. Rien : tout le site.
administration-scope-filter-hint = Identifiant d’un lieu, code d’un territoire ou numéro SIRET.
administration-scope-unknown = Ce rôle ne se tient pas là. Un rôle de lieu demande un lieu, une coordination demande un territoire, les autres rôles du site ne demandent rien.
administration-last-day = Dernier jour
administration-given-by = donné par { $who }, le { $when }
administration-until = jusqu’au { $when }
administration-ended = terminé le { $when }
administration-organisation = organisation { $number }
administration-whole-house = tout le site
administration-reason = Raison
administration-reason-abuse = Abus
administration-reason-stolen = Compte peut-être volé
administration-reason-asked = À la demande de la personne
administration-reason-mistake = Erreur
administration-reason-other = Autre
administration-make-suspended = Suspendre ce compte
administration-make-suspended-hint = La personne est déconnectée de tous ses appareils. La raison reste dans le journal.
administration-make-active = Rendre ce compte utilisable
administration-make-active-hint = La personne pourra se connecter à nouveau. La raison reste dans le journal.

administration-roles-lead = Qui tient quel rôle, et où.
administration-roles-empty = Personne ne tient ce rôle ici.
administration-sort = Sorte de portée
administration-sort-place = Un lieu
administration-sort-territory = Un territoire
administration-sort-organisation = Une organisation
administration-sort-house = Tout le site
administration-csv = Télécharger en CSV
administration-invited = invitation sans réponse
administration-invited-until = valable jusqu’au { $when }
administration-withdraw = Retirer l’invitation

administration-jobs-lead = Ce que le site doit faire plus tard, et ce qu’il n’a pas pu faire.
administration-jobs-none = Aucune tâche.
administration-job-waiting = en attente
administration-job-taken = en cours
administration-job-failed = en échec
administration-job-attempts = { $count ->
    [0] Jamais essayée, depuis le { $when }
    [one] Essayée { $count } fois, depuis le { $when }
   *[other] Essayée { $count } fois, depuis le { $when }
 }
administration-job-due = prochain essai le { $when }

administration-letters-lead = Les lettres que le site envoie, de la plus récente à la plus ancienne.
administration-letters-none = Aucune lettre.
administration-letter-waiting = en attente
administration-letter-sent = envoyée
administration-letter-kept = gardée ici
administration-letter-bounced = revenue
administration-letter-suppressed = non envoyée : l’adresse ne reçoit plus
administration-letter-failed = en échec
administration-letter-given-up = abandonnée
administration-letter-to = À
administration-letter-when = Écrite le
administration-letter-reason = Réponse du serveur
administration-letter-hidden = Les codes et les liens sont cachés : lire une lettre n’ouvre pas le compte de quelqu’un.
administration-letter-forgotten = Le contenu de cette lettre a été effacé, comme prévu.
administration-letter-forgotten-short = Lettre effacée
administration-forgive = Écrire à nouveau à cette adresse

administration-journal-lead = { $count ->
    [one] { $count } ligne, de la plus récente à la plus ancienne.
   *[other] { $count } lignes, de la plus récente à la plus ancienne.
 }
administration-journal-none = Aucune ligne ne correspond.
administration-journal-never = Le journal n’a pas encore été vérifié.
administration-journal-walking = Le journal est en cours de vérification.
administration-journal-whole = Vérifié le { $when } : intact jusqu’à la ligne { $position }.
administration-journal-broken = Vérifié le { $when } : ALTÉRÉ à la ligne { $position }. Prévenez la personne chargée de la machine.
administration-journal-verify = Vérifier tout le journal
administration-journal-file = Télécharger le journal
administration-line-kind = Ce qui s’est passé
administration-line-kind-hint = Une sorte (people.role_given) ou une partie (people).
administration-line-subject = Identifiant de ce que cela concerne
administration-line-author = Auteur
administration-line-author-hint = Identifiant d’une personne, operator, clockwork ou visitor.
administration-from = Du
administration-to = Au

administration-settings-lead = Un champ vide revient à la configuration de la machine.
administration-part-site = Le site
administration-part-accessibility = Déclaration d’accessibilité
administration-part-retention = Durées de conservation
setting-name = Nom du site
setting-name-hint = En haut de chaque page.
setting-tagline = Sous le nom
setting-tagline-hint = Quelques mots.
setting-operator = Éditeur
setting-operator-hint = Nom et adresse, sur une ligne.
setting-host = Hébergeur
setting-host-hint = Nom et adresse, sur une ligne.
setting-mail = Courriel de contact
setting-mail-hint = Comme contact@exemple.fr.
setting-phone = Téléphone d’aide
setting-phone-hint = Comme 0 800 00 00 00.
setting-conformity = État de conformité
setting-conformity-hint = Ce qu’un audit a trouvé. Sans audit : non conforme.
setting-auditor = Qui a fait l’audit
setting-auditor-hint = Nom de la personne ou de l’entreprise.
setting-audited-on = Jour de l’audit
setting-audited-on-hint = Année, mois, jour.
setting-audit-rate = Critères respectés, en pour cent
setting-audit-rate-hint = De 0 à 100.
setting-exceptions = Ce qui n’est pas accessible
setting-exceptions-hint = Une chose par ligne. Vide : la liste fournie avec le programme.
setting-reviewed-on = Déclaration relue le
setting-reviewed-on-hint = Au moins tous les trois ans.
setting-plan-href = Schéma pluriannuel et plan de l’année
setting-plan-href-hint = Une adresse qui commence par https:// ou par /.
setting-idle-account-months = Mois sans visite avant d’effacer un compte
setting-idle-account-months-hint = De 6 à 120.
setting-letter-days = Jours pendant lesquels le contenu des lettres est gardé
setting-letter-days-hint = De 7 à 400.
setting-network-days = Jours pendant lesquels le réseau des connexions est gardé
setting-network-days-hint = De 7 à 400.
setting-closed-sentence = Phrase montrée pendant la fermeture
setting-closed-sentence-hint = Dites pourquoi, et quand le site rouvre. Vide : une phrase générale.
setting-closed-minutes = Minutes avant de revenir
setting-closed-minutes-hint = De 1 à 10080. Vide : 30.
setting-main-colour = Couleur principale
setting-main-colour-hint = Liens et boutons. Comme #0b6e69. Vide : celle du programme.
setting-accent-colour = Couleur d’accent
setting-accent-colour-hint = Le tour de ce qui est choisi au clavier. Comme #c2410c. Vide : celle du programme.
setting-logo = Logo
setting-logo-hint = Une image PNG, JPEG ou WebP, 2 Mo au plus. Elle est réduite, sur fond blanc.
setting-text-legal-fr = Mentions légales, en français
setting-text-legal-en = Mentions légales, en anglais
setting-text-privacy-fr = Données personnelles, en français
setting-text-privacy-en = Données personnelles, en anglais

administration-appearance-lead = Les couleurs du site. Un texte doit toujours se lire : une couleur trop claire est refusée.
administration-appearance-tried = Cette page porte les couleurs essayées. Rien n’est encore publié.
administration-logo-send = Envoyer le logo
administration-logo-remove = Retirer le logo

administration-texts-lead = Ces textes prennent la place de ceux fournis avec le programme.
administration-text-own = texte de ce site, publié le { $when }
administration-text-built-in = texte fourni avec le programme
administration-text-lead = Vide, la page montre le texte fourni avec le programme.
administration-text-public = Voir la page publique
administration-text-hint = Une ligne vide sépare les paragraphes. « # Titre », « - point d’une liste », « **mot important** », « [mots du lien](https://exemple.fr) ».
administration-text-remove = Revenir au texte fourni
administration-difference = Ce qui change
administration-line-come = ajouté :{" "}
administration-line-gone = retiré :{" "}
administration-versions = Versions

administration-closing-lead = Fermer le site montre une page d’attente aux visiteurs. Les personnes qui l’administrent entrent toujours.
administration-door = Le site est
administration-open = ouvert à tout le monde
administration-closed = fermé aux visiteurs

administration-too-long = C’est trop long, ou sur plusieurs lignes.
administration-empty = Écrivez quelque chose.
administration-not-mail = Cette adresse de courriel n’est pas complète, comme contact@exemple.fr.
administration-not-phone = Ce numéro de téléphone n’est pas lisible, comme 0 800 00 00 00.
administration-not-day = Ce n’est pas un jour. Écrivez l’année, le mois et le jour.
administration-not-number = Écrivez un nombre entre les limites indiquées.
administration-not-address = Cette adresse doit commencer par https:// ou par /.
administration-not-answer = Choisissez une réponse dans la liste.
administration-not-colour = Ce n’est pas une couleur. Écrivez # puis six signes, comme #0b6e69.
administration-too-pale = Cette couleur est trop claire : un texte ne se lirait pas bien. La plus proche qui convient est { $nearest }.
administration-not-picture = Ce n’est pas une image que nous savons lire. Envoyez une image PNG, JPEG ou WebP.

letters-title = Lettres de la démonstration
letters-lead = Rien ne part d’ici : les lettres que le site aurait envoyées se lisent sur cette page.
letters-none = Aucune lettre pour le moment.

done-role-given = Le rôle est donné.
done-role-ended = Il est mis fin à ce rôle.
done-account-suspended = Le compte est suspendu.
done-account-allowed = Le compte est à nouveau utilisable.
done-invitation-withdrawn = L’invitation est retirée.
done-job-retried = La tâche va être essayée à nouveau.
done-job-abandoned = La tâche est abandonnée.
done-letter-retried = La lettre va partir à nouveau.
done-letter-given-up = La lettre est abandonnée.
done-address-forgiven = Les lettres iront à nouveau à cette adresse.
done-verification-asked = La vérification a commencé. Revenez sur cette page pour le résultat.
done-settings-saved = Les réglages sont enregistrés.
done-setting-restored = L’ancienne valeur est reprise.
done-appearance-published = Les couleurs sont publiées.
done-logo-sent = Le logo est publié.
done-logo-removed = Le logo est retiré.
done-text-published = Le texte est publié.
done-text-removed = La page montre le texte fourni avec le programme.
done-house-closed = Le site est fermé aux visiteurs.
done-house-opened = Le site est ouvert.
