report-title = Dire qu’un texte pose problème
report-form-lead = Dites-nous le problème. Une personne va lire. Vous n’avez pas besoin de compte.
report-mail-hint = Nous vous écrivons ce qui est décidé. Personne d’autre ne voit votre adresse.
rules-lead = Tout le monde respecte ces règles. Ici nous disons aussi qui lit les signalements.
rules-decide = Une personne décide. Ce n’est pas un ordinateur. Elle dit pourquoi. Elle ne décide pas sur ses propres textes. L’auteur reçoit la décision.
appeal-lead = Une autre personne va tout relire. Elle va vous répondre.
done-reported = Merci. Une personne va lire votre message.
done-appealed = Nous avons votre demande. Une autre personne va la lire.
