own-data-lead = Voici ce que ce site sait de vous. Vous pouvez le corriger. Vous pouvez le prendre avec vous. Vous pouvez l’effacer.
erase-lead = Nous effaçons votre nom et votre adresse.
erase-stays-journal = Le site garde un numéro. Ce numéro ne dit pas qui vous êtes.
erase-now = Tout de suite : vous ne pourrez pas changer d’avis
request-lead = Une personne lit votre demande. Elle répond en moins d’un mois.
letter-absence-why = Vous n’êtes pas venu sur { $site } depuis longtemps. Nous allons effacer votre compte le { $date }.
