## Layout

site-description = Trouver un lieu où l’on vous aide avec l’ordinateur, Internet et les démarches en ligne, partout en France.
skip-label = Accès direct
skip-content = Aller au contenu
skip-footer = Aller au pied de page
menu = Menu
nav-label = Navigation principale
nav-search = Trouver un lieu
nav-territories = Territoires
nav-data = Données ouvertes
languages-label = Langue du site
footer-label = À propos du site
footer-promise = Des lieux et des personnes pour vous aider avec le numérique, partout en France.
footer-phone = Besoin d’aide par téléphone ?
footer-accessibility = Accessibilité : { $state }
footer-site-map = Plan du site
footer-legal = Mentions légales
footer-privacy = Données personnelles
footer-data = Données ouvertes et API
footer-source = Code source
conformity-none = non conforme
conformity-partial = partiellement conforme
conformity-full = totalement conforme

## Shared components

breadcrumb-label = Vous êtes ici
pages-label = Pages de résultats
pages-previous = Précédente
pages-next = Suivante
pages-page = Page { $number }

## Errors

error-not-found = Cette page n’existe pas
error-not-found-advice = L’adresse est peut-être mal écrite, ou la page a changé de place. Cherchez le lieu par son nom ou par sa commune.
error-gone = Ce lieu a fermé
error-gone-advice = Cherchez un autre lieu près de chez vous.
error-sign-in-first = Il faut vous identifier
error-sign-in-first-advice = Cette page est réservée aux personnes qui ont un compte.
error-not-allowed = Vous ne pouvez pas faire cela
error-not-allowed-advice = Revenez à la page d’avant et recommencez. Si cela ne marche toujours pas, écrivez-nous.
error-stale = Quelqu’un a modifié cette page avant vous
error-stale-advice = Rechargez la page pour voir ce qui a changé, puis recommencez.
error-refused = Nous n’avons pas compris votre demande
error-refused-advice = Une partie de l’adresse ou du formulaire n’a pas la bonne forme. Revenez en arrière et corrigez, ou recommencez une recherche.
error-too-many = Trop de demandes en peu de temps
error-too-many-advice = Attendez une minute, puis rechargez la page.
error-broken = Le site a rencontré un problème
error-broken-advice = Ce n’est pas votre faute. Rechargez la page dans un instant. Si le problème dure, écrivez-nous en donnant la référence.
error-unavailable = Le site est indisponible pour un instant
error-unavailable-advice = Rechargez la page dans une minute. Rien de ce que vous avez enregistré n’est perdu.
error-closed = Le site est fermé pour quelques minutes, le temps d’un entretien.
error-full = Le site n’a plus de place pour enregistrer. La lecture marche toujours. Recommencez plus tard.
error-reference = Référence à nous donner :
error-to-search = Trouver un lieu
error-to-phone = Appeler le { $phone }

# Se connecter, et ce qui est à soi
sign-in = Se connecter
nav-own-label = Votre espace
nav-account = Mon compte
nav-own-places = Mes lieux
nav-moderation = Modération
nav-administration = Administration

# Formulaires
form-unreadable = Nous n’avons pas pu lire ce formulaire. Revenez à la page précédente et recommencez.
form-too-long = Ce que vous avez envoyé est trop long. Raccourcissez votre texte et recommencez.
form-foreign = Ce formulaire n’est plus valable : vous vous êtes peut-être connecté ou déconnecté entre-temps. Revenez à la page précédente, rechargez-la et recommencez.
form-old = Cette page est restée ouverte plus d’un jour. Revenez à la page précédente, rechargez-la et recommencez.
form-errors = { $count ->
    [one] Une réponse est à corriger
   *[other] { $count } réponses sont à corriger
 }
form-optional = facultatif

# Fichiers envoyés
upload-too-heavy = Le fichier « { $name } » est trop lourd : { $limit } Mo au plus. Choisissez un fichier plus petit.
upload-too-many = { $count ->
    [one] Envoyez un seul fichier.
   *[other] Envoyez { $count } fichiers au plus.
 }
upload-too-long = Ce que vous avez envoyé est trop lourd. Choisissez des fichiers plus petits, ou moins de fichiers.
upload-busy = Beaucoup de fichiers arrivent en ce moment. Attendez une minute et recommencez.
