# Signaler
report-title = Signaler un contenu
report-form-lead = Dites ce qui ne va pas. Une personne lira votre signalement. Vous n’avez pas besoin de compte.
report-reason = Qu’est-ce qui ne va pas ?
report-words = Expliquez en une phrase
report-words-hint = N’écrivez pas d’informations privées sur quelqu’un.
report-mail-field = Votre adresse de courriel
report-mail-hint = Pour savoir ce qui a été décidé. Elle n’est jamais montrée.
report-send = Envoyer le signalement
report-back = Revenir sans signaler
report-to-notice = C’est interdit par la loi, ou vous avez une décision de justice ? Envoyez une notification.
rules-link = Lire les règles du site
reason-spam = C’est de la publicité
reason-hatred = C’est haineux, insultant ou menaçant
reason-off-topic = Cela ne parle pas du sujet
reason-personal-data = Cela dit quelque chose de privé sur une personne
reason-illegal = C’est interdit par la loi
reason-duplicate = C’est déjà écrit ailleurs sur la page
reason-error = C’est faux

# Notifier un contenu illicite
notice-title = Notifier un contenu interdit par la loi
notice-lead = Cette notification est lue en premier. Vous recevez un accusé de réception, puis la décision et ses raisons.
notice-nature = Que nous envoyez-vous ?
nature-notice = Une notification : je pense que c’est interdit par la loi
nature-children = Une notification : des enfants sont en danger (nom et adresse facultatifs)
nature-order = Un ordre d’un juge ou d’une administration
notice-words = Pourquoi est-ce interdit ?
notice-words-hint = Citez les mots en cause et dites en quoi ils sont interdits.
notice-law = Texte de loi, ou référence de la décision
notice-law-hint = Par exemple : article 29 de la loi du 29 juillet 1881.
notice-name = Votre nom, ou celui de votre organisme
notice-name-hint = Demandé, sauf si des enfants sont en danger.
notice-mail = Adresse de courriel pour vous répondre
notice-mail-hint = Demandée, sauf si des enfants sont en danger ou si vous êtes connecté.
notice-good-faith = Je déclare sincèrement que ce que j’écris est exact et complet.
notice-send = Envoyer la notification
notice-to-report = Revenir au signalement simple

# Règles
rules-title = Les règles du site
rules-lead = Ces règles valent pour tout ce que l’on écrit ici. Elles disent aussi comment les signalements sont traités, et par qui.
rules-articles = Ce que l’on respecte en écrivant
article-titled = Article { $number }. { $title }
article-named = article { $number }, « { $title } »
article-respect = On respecte les personnes
article-respect-text = Pas d’insulte, de menace, de haine. On peut critiquer un service, pas une personne.
article-privacy = Ce qui est privé reste privé
article-privacy-text = On ne donne ni le nom, ni le téléphone, ni la santé, ni la situation de quelqu’un.
article-law = On respecte la loi
article-law-text = Rien de diffamatoire, de frauduleux ou d’interdit.
article-no-advertising = On ne fait pas de publicité
article-no-advertising-text = Pas d’annonce, pas de lien commercial, pas le même texte partout.
article-on-topic = On parle du sujet de la page
article-on-topic-text = Un avis parle de l’accueil et de l’aide reçue dans ce lieu.
article-once = On le dit une fois
article-once-text = Pas deux fois la même chose au même endroit.
article-truth = On dit ce que l’on a vécu
article-truth-text = On ne donne pas d’avis sur un lieu où l’on n’est pas allé, ni sur un lieu où l’on travaille.
consequence-bin = Sinon : le texte passe à la corbeille, où chacun peut encore le lire avec la raison.
consequence-hide = Sinon : le texte n’est plus visible.
rules-report-title = Que devient un signalement
rules-report = Chacun peut signaler, sans compte, une fois par contenu. Les signalements forment une file. Une personne lit et décide. Les notifications et les ordres de justice passent en premier.
rules-weight = Un signalement pèse selon ce que nous savons de son auteur et selon la part de ses signalements passés qui étaient justes. Ce poids est limité : il va de 0,1 à 2. La somme des poids fait la note qui ordonne la file. Sans compte, un réseau ne compte qu’une fois.
rules-hide = Un contenu n’est masqué avant lecture que si la note atteint { $score }, si au moins { $reporters } personnes connues depuis { $days } jours ou plus, dont l’identité a été vérifiée au-delà du courriel, le signalent pour haine, vie privée, illégalité ou publicité, et si elles ne viennent ni d’un même réseau ni d’un même lieu. La page d’un lieu n’est jamais masquée ainsi.
rules-hidden = Si personne n’a décidé au bout de { $n } heures, le contenu réapparaît.
rules-signals = Quand les signalements ou les avis arrivent d’une façon qui ressemble à une action organisée (très nombreux, d’un même réseau, de comptes tout neufs), les personnes qui modèrent le voient. Rien n’est supprimé pour cela.
rules-decide-title = Qui décide, et comment
rules-decide = La décision est prise par une personne, jamais par un programme. Elle cite un article de ces règles et donne ses raisons. Personne ne décide sur ce qu’il a écrit ou signalé, ni sur le lieu où il travaille. L’auteur reçoit la décision.
rules-undo = Une décision peut être annulée pendant { $n } heures : tout redevient exactement comme avant.
rules-newcomers = Les { $posts } premiers textes d’une personne sont lus avant de paraître et contiennent { $links } liens au plus.
rules-appeal-title = Contester une décision
rules-appeal = L’auteur et les personnes qui ont signalé ont { $n } jours pour contester. Une autre personne que celle qui a décidé relit tout et répond.
rules-courts = Vous pouvez aussi saisir un organisme de règlement des litiges ou un tribunal.
rules-memory-title = Ce que nous gardons
rules-memory = Le texte, l’adresse et le réseau d’un signalement sont effacés { $n } mois après la décision. Il reste une empreinte, sans nom, qui dit combien de signalements étaient justes.

# Chiffres
figures-title = La modération en chiffres, { $year }
figures-link = La modération en chiffres
figures-lead = Ces chiffres viennent des décisions elles-mêmes. Personne ne les écrit à la main.
figures-years = Années
figures-measure = Ce que l’on compte
figures-value = Nombre
figures-csv = Les chiffres de { $year } (CSV)
figures-reports-title = Signalements reçus
figures-reports-all = Tous les signalements
figures-notices = Contenus visés par une notification ou un ordre
figures-cases-title = Contenus examinés
figures-cases = Dossiers ouverts
figures-hidden = Masqués par les signalements avant lecture
figures-shown-again = Réapparus faute de décision à temps
figures-decided = Dossiers décidés
figures-within-a-day = Décidés en 24 heures
figures-waiting = En attente aujourd’hui
figures-median = La moitié est décidée en moins de
figures-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
 }
figures-decisions-title = Décisions
figures-undone = Décisions annulées dans la journée
figures-appeals-title = Contestations
figures-appeals = Contestations reçues
figures-reversed = Contestations qui ont changé la décision

# Corbeille
bin-title = La corbeille visible
bin-link = La corbeille visible
bin-lead = Ce qui ne parlait pas du sujet ou était écrit deux fois. Chacun peut vérifier.
bin-empty = La corbeille est vide.
bin-read = Lire le texte

# Une décision
decision-title = Une décision de modération
decision-what = Ce qui a été décidé
decision-taken = Décision prise par une personne le { $date }.
decision-undone-long = Cette décision a été annulée.
ruling-keep = Garder : rien à reprocher
ruling-bin = Mettre à la corbeille visible : { $article }
ruling-hide = Retirer : { $article }
appeal-title = Contester cette décision
appeal-lead = Une autre personne relira tout et vous répondra.
appeal-until = Vous pouvez contester jusqu’au { $date }.
appeal-words = Pourquoi contestez-vous ?
appeal-words-hint = Dites ce qui n’a pas été vu ou compris.
appeal-send = Contester
appeal-waiting = Votre contestation est enregistrée. Une autre personne va la lire.
appeal-upheld = Votre contestation a été lue par une autre personne : la décision est confirmée.
appeal-reversed = Votre contestation a été lue par une autre personne : la décision a changé.

# Le bureau de modération
desk-nav-label = Parties de la modération
desk-queue = File
desk-appeals = Contestations
desk-bin = Corbeille
desk-figures = Chiffres
desk-rules = Règles
queue-title = Modération
queue-waiting = { $count ->
    [0] Rien n’attend.
    [one] Un dossier attend.
   *[other] { $count } dossiers attendent.
 }
queue-order = Les notifications viennent d’abord, puis les notes les plus hautes, puis les plus anciens.
queue-none = Aucun dossier ne correspond.
queue-keys = Touches : j et k pour passer d’un dossier à l’autre, x pour cocher, Entrée pour ouvrir.
queue-tick = Cocher : { $title }
queue-together = Décider ensemble les dossiers cochés
queue-decide-all = Décider pour tous
queue-decided = Décidés récemment
filter-any = Tous
filter-reason = Raison
queue-filter-kind = Sorte
filter-state = État
filter-order = Ordre
filter-go = Filtrer
order-score = Par note
order-age = Du plus ancien
case-open = à lire
case-check = à lire avant parution
case-hidden = masqué en attendant
case-signal = signe d’action organisée
case-notice = notification ou ordre
case-decided = décidé
case-withdrawn = retiré par son auteur
case-reports = { $count ->
    [one] un signalement, note { $score }
   *[other] { $count } signalements, note { $score }
 }
case-appeals = { $count ->
    [one] Une contestation
   *[other] { $count } contestations
 }
case-no-words = Pas de texte.
case-see = Voir où cela paraît
case-reports-title = Signalements
case-decisions-title = Décisions
case-decide = Décider
case-of-author = Autres dossiers du même auteur
age-hours = { $count ->
    [0] depuis moins d’une heure
   *[other] depuis { $count } h
 }
age-days = depuis { $count } jours
report-from-nobody = sans compte, poids { $weight }
report-from-account = compte de niveau { $level } depuis { $count } jours, poids { $weight }
signal-burst = Beaucoup plus de signalements en un jour que le hasard ne l’explique.
signal-same-network = La plupart des signalements viennent du même réseau.
signal-new-accounts = La plupart des signalements viennent de comptes ouverts le jour même.
ruling-field = Votre décision
ruling-motive = Vos raisons
ruling-motive-hint = L’auteur les lit. Dites quels mots posent problème et pourquoi. Facultatif si vous gardez.
ruling-send = Décider
decision-by-operator = par l’exploitant du site
decision-on-appeal = sur contestation
decision-undone = annulée
decision-undo = Annuler cette décision
appeals-title = Contestations
appeals-lead = Chaque contestation est lue par une autre personne que celle qui a décidé.
appeals-empty = Aucune contestation n’attend.
appeals-own = vous avez décidé : une autre personne répond
appeal-by-author = l’auteur conteste
appeal-by-reporter = la personne qui a signalé conteste
appeal-page-title = Contestation : { $title }
appeal-case = Voir le dossier
appeal-against = Décision contestée
appeal-why = Ce que dit la contestation
appeal-not-yours = Une autre personne doit répondre à cette contestation.
kind-lieu = page d’un lieu
kind-commentaire = commentaire d’un avis
kind-avis = avis
kind-reponse = réponse d’un lieu

# Ce qui vient d’être fait
done-reported = Merci. Votre signalement est enregistré, une personne va le lire.
done-notice-received = Votre notification est enregistrée. Elle sera lue en premier.
done-appealed = Votre contestation est enregistrée.
done-cases-decided = Les décisions sont prises. Vous pouvez les annuler pendant 24 heures.
done-case-decided = La décision est prise. Vous pouvez l’annuler pendant 24 heures.
done-decision-undone = La décision est annulée : tout est comme avant.
done-appeal-answered = La réponse est enregistrée.

# Refus
moderation-already-reported = Vous avez déjà signalé ce contenu. Une personne va le lire, ou l’a lu.
moderation-too-many-reports = Beaucoup de signalements viennent de votre réseau. Attendez une heure, ou connectez-vous.
moderation-mail-unreadable = Cette adresse n’est pas complète. Elle doit contenir un « @ » puis un point.
moderation-reason-needed = Choisissez ce qui ne va pas.
moderation-explanation-needed = Expliquez en une phrase ou plus.
moderation-name-needed = Écrivez votre nom ou celui de votre organisme.
moderation-mail-needed = Écrivez une adresse pour recevoir la réponse.
moderation-good-faith-needed = Cochez cette case si ce que vous écrivez est exact.
moderation-too-long = Ce texte est trop long : 4 000 caractères au plus.
moderation-motive-needed = Donnez vos raisons en une phrase ou plus : l’auteur les lira.
moderation-already-decided = Quelqu’un a décidé avant vous. Rechargez la page.
moderation-own-affair = Vous êtes concerné par ce dossier : une autre personne décide.
moderation-own-decision = Vous avez pris cette décision : une autre personne répond à la contestation.
moderation-too-late-to-undo = Cette décision ne peut plus être annulée : plus de 24 heures, une contestation, ou un nouveau dossier.
moderation-too-late-to-appeal = Cette décision ne peut plus être contestée ici. Vous pouvez saisir un tribunal.
moderation-already-appealed = Vous avez déjà contesté cette décision. Attendez la réponse.
moderation-appeal-words-needed = Expliquez en une phrase ou plus pourquoi vous contestez.
moderation-nothing-chosen = Choisissez une décision, et au moins un dossier (50 au plus).

# Lettres
moderation-letter-greeting = Bonjour,
letter-hidden-subject = Votre texte est masqué pour l’instant : { $title }
letter-hidden-why = Plusieurs personnes ont signalé ce que vous avez écrit sur { $site } : « { $title } ». Il est masqué pour 48 heures au plus, le temps qu’une personne le lise.
letter-hidden-action = Lire les règles
letter-hidden-next = Vous n’avez rien à faire. Si personne ne décide à temps, votre texte réapparaît.
letter-taken-subject = Une décision sur votre texte : { $title }
letter-taken-why = Une personne a lu ce que vous avez écrit sur { $site } : « { $title } ».
letter-taken-action = Lire la décision et la contester
letter-taken-next = Vous avez 14 jours pour contester. Une autre personne répondra. Vous pouvez aussi saisir un organisme de règlement des litiges ou un tribunal.
letter-kept-subject = Votre texte est de nouveau visible : { $title }
letter-kept-why = Ce que vous avez écrit sur { $site } avait été masqué : « { $title } ». Il est de nouveau visible.
letter-kept-action = Voir la page
letter-kept-next = Vous n’avez rien à faire.
letter-answered-subject = Votre signalement a été lu : { $title }
letter-answered-why = Vous avez signalé un contenu sur { $site } : « { $title } ». Une personne l’a lu et a décidé.
letter-answered-action = Lire la décision et la contester
letter-answered-next = Si vous n’êtes pas d’accord, vous avez 14 jours pour contester. Une autre personne répondra.
letter-undone-subject = Une décision est annulée : { $title }
letter-undone-why = La décision prise sur ce que vous avez écrit sur { $site } est annulée : « { $title } ». Tout est comme avant.
letter-undone-action = Voir la page
letter-undone-next = Vous n’avez rien à faire.
letter-appeal-subject = Réponse à la contestation : { $title }
letter-appeal-why = Une autre personne a relu la décision prise sur { $site } : « { $title } ».
letter-appeal-action = Lire la réponse
letter-appeal-next = C’est la dernière réponse du site. Vous pouvez saisir un organisme de règlement des litiges ou un tribunal.
letter-received-subject = Votre notification est arrivée : { $title }
letter-received-why = Nous avons reçu votre notification sur { $site } : « { $title } ». Elle sera lue en premier.
letter-received-action = Lire les règles
letter-received-next = Vous recevrez la décision et ses raisons à cette adresse.
letter-ruling-keep = Décision : rien à reprocher, le texte est visible.
letter-ruling-breaks = Décision : le texte n’est plus affiché à sa place. Il ne respecte pas { $article } des règles.
letter-motive = Raisons : { $motive }
letter-decided-by-people = Décision prise par une personne le { $date }, sans programme qui décide à sa place.
