nav-search = Chercher un lieu
nav-territories = Les régions
nav-data = Les données
footer-promise = Ici vous trouvez des lieux. Dans ces lieux, des personnes vous aident. Elles vous aident avec l’ordinateur, le téléphone et Internet.
error-not-found = Nous ne trouvons pas cette page
error-not-found-advice = Vérifiez l’adresse de la page. Ou cherchez un lieu avec le nom de votre ville.
error-broken = Le site ne marche pas bien
error-broken-advice = Ce n’est pas votre faute. Attendez un peu. Puis rechargez la page.
error-too-many-advice = Attendez 1 minute. Puis rechargez la page.

upload-too-heavy = Le fichier « { $name } » est trop gros. Un fichier fait { $limit } Mo au plus. Choisissez un fichier plus petit.
upload-busy = Le site reçoit beaucoup de fichiers. Attendez 1 minute. Puis recommencez.
