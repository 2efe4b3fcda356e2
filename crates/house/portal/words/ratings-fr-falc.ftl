# Les avis, en français facile
ratings-how = Voici la moyenne de toutes les notes. Il faut 5 avis pour la montrer.
ratings-rules = Vous donnez un seul avis tous les 6 mois. Personne ne peut payer pour enlever un avis.
ratings-apart = { $count } avis sont mis à part. Une personne les regarde.
rate-lead = Vous êtes allé dans ce lieu ? Répondez à 4 questions.
rate-comment = Voulez-vous écrire un message ?
rate-comment-hint = Une personne lit votre message avant les autres. Ne donnez pas de nom.
rate-code-hint = Le code est sur le papier donné par le lieu.
rate-mail-hint = Vous allez recevoir un message. Cliquez sur le lien du message.
