# Se connecter
sign-in-title = Se connecter ou créer un compte
sign-in-lead = Donnez votre adresse de courriel. Nous vous envoyons un lien pour entrer : vous n’avez pas besoin de mot de passe.
sign-in-mail = Votre adresse de courriel
sign-in-mail-hint = Par exemple : prenom.nom@exemple.fr
sign-in-password = Votre mot de passe
sign-in-by-letter = Recevoir un lien par courriel
sign-in-with-password = J’ai un mot de passe
sign-in-new-title = Vous n’avez pas de compte ?
sign-in-new = Faites la même chose : le lien que vous recevrez créera votre compte. On peut chercher un lieu et proposer une correction sans compte.
code-title = Regardez vos courriels
code-lead = Nous venons d’écrire à l’adresse que vous avez donnée. Ouvrez la lettre et cliquez sur le lien, ou recopiez ici les six chiffres. Rien n’arrive ? Attendez deux minutes et regardez dans les indésirables.
code-on-screen = Ce site est une démonstration : les lettres ne partent pas, elles s’affichent.
code-on-screen-link = Voir les lettres
code-digits = Les six chiffres de la lettre
code-digits-hint = Par exemple : 123 456
code-wrong = Ce ne sont pas les chiffres de la dernière lettre. Recopiez-les encore une fois.
code-again = Recommencer avec une autre adresse
newcomer-lead = Votre adresse est confirmée. Il reste une question avant de créer votre compte.
newcomer-enter = Créer mon compte
account-name = Comment vous appeler ?
account-name-hint = Votre nom, ou un pseudonyme. Vous pourrez le changer.
link-title = Votre adresse est confirmée
link-lead = Cliquez sur le bouton pour entrer.

# Mon compte
account-nav-label = Parties du compte
account-security = Sécurité
account-since = compte créé le { $date }
account-name-change = Changer de nom
account-roles = Vos rôles
account-roles-none = Vous n’avez pas de rôle particulier. Le gestionnaire d’un lieu peut vous en donner un.
account-role-leave = Quitter ce rôle
account-role-until = jusqu’au { $date }
account-awaits-strong = Un de vos rôles demande une deuxième preuve à la connexion. Ajoutez-la pour pouvoir l’exercer.

# Rôles
role-mediator = Médiateur ou médiatrice
role-desk = Accueil
role-place-manager = Gestionnaire du lieu
role-organisation-manager = Responsable d’une organisation
role-prescriber = Prescripteur
role-funder = Financeur
role-finance = Gestion des paiements
role-hub-manager = Coordination d’un territoire
role-committee-member = Membre du comité
role-secretariat = Secrétariat du comité
role-moderator = Modération
role-auditor = Contrôle
role-administrator = Administration du site
scope-place = voir le lieu
scope-territory = territoire { $code }
scope-organisation = organisation { $code }
scope-house = tout le site

# Sécurité
password-title = Mot de passe
password-has = Vous avez un mot de passe. Vous pouvez le changer ou le retirer.
password-has-not = Vous n’avez pas de mot de passe : vous entrez avec un lien reçu par courriel. C’est aussi sûr que votre boîte aux lettres.
password-first = Choisir un mot de passe
password-new = Nouveau mot de passe
password-hint = Au moins 12 caractères. Le plus simple : quatre mots qui n’ont rien à voir ensemble. Vous pouvez le coller depuis un gestionnaire de mots de passe.
password-set = Enregistrer le mot de passe
password-remove = Retirer le mot de passe
sessions-title = Appareils connectés
sessions-lead = Si vous ne reconnaissez pas un appareil, déconnectez-le et changez votre mot de passe.
session-current = L’appareil que vous utilisez
session-seen = Dernière visite le { $date }
session-end = Déconnecter
sessions-end-others = Déconnecter tous les autres appareils
device-unknown = Appareil inconnu
prove-title = Confirmez que c’est bien vous
prove-lead = Ce que vous allez faire est important. Donnez encore une fois votre mot de passe.
prove-go-on = Continuer

# Confirmer par courriel
confirm-title = Une dernière étape

# Invitation
invitation-title = Une invitation pour vous
invitation-lead = On vous propose ce rôle : { $role }.
invitation-place = Voir le lieu
invitation-to = Invitation envoyée à { $mail }.
invitation-accept = Accepter
invitation-decline = Refuser
invitation-sign-in = Connectez-vous avec cette adresse pour répondre. Si vous n’avez pas de compte, il sera créé.

# Ce qui vient d’être fait
done-signed-in = Vous êtes connecté.
done-signed-out = Vous êtes déconnecté.
done-name-changed = Votre nom est changé.
done-role-left = Vous avez quitté ce rôle.
done-password-set = Votre mot de passe est enregistré. Vos autres appareils sont déconnectés.
done-password-removed = Votre mot de passe est retiré.
done-session-ended = L’appareil est déconnecté.
done-sessions-ended = Vos autres appareils sont déconnectés.
done-proved = C’est confirmé.
done-invitation-accepted = Vous avez accepté. Votre nouveau rôle est actif.
done-invitation-declined = Vous avez refusé l’invitation.

# Refus
people-mail-unreadable = Cette adresse n’est pas complète. Elle doit contenir un « @ » puis un point, comme prenom.nom@exemple.fr.
people-name-needed = Écrivez un nom de 1 à 80 caractères.
people-password-short = Ce mot de passe est trop court : il faut au moins 12 caractères.
people-password-long = Ce mot de passe est trop long : 256 caractères au plus.
people-password-guessable = Ce mot de passe se devine facilement. Ajoutez un ou deux mots, ou choisissez quatre mots sans rapport.
people-wrong-proof = L’adresse et le mot de passe ne vont pas ensemble. Vérifiez-les, ou demandez un lien par courriel.
people-code-dead = Ce lien ou ces chiffres ne sont plus valables. Demandez une nouvelle lettre.
people-locked = Trop d’essais. Attendez un quart d’heure, ou demandez un lien par courriel.
people-suspended = Ce compte est suspendu. Écrivez-nous pour savoir pourquoi.
people-prove-again = Confirmez d’abord que c’est bien vous.
people-own-role = On ne se donne pas un rôle à soi-même : demandez à une autre personne.
people-role-misplaced = Ce rôle ne se donne pas à cet endroit.
people-role-held = Cette personne a déjà ce rôle ici.
people-last-administrator = Vous êtes la dernière personne à administrer le site. Nommez d’abord quelqu’un d’autre.
people-end-past = La date de fin est déjà passée.
people-invitation-of-another = Cette invitation a été envoyée à une autre adresse que celle de votre compte.
people-mail-taken = Cette adresse est déjà celle d’un compte.

# Lettres
letter-greeting = Bonjour,
letter-greeting-named = Bonjour { $name },
letter-code-life = Le lien et les chiffres marchent pendant 30 minutes, une seule fois.
letter-not-you = Si vous n’avez rien demandé, ne faites rien : personne n’entrera sans cette lettre.
letter-not-known = Si vous ne savez pas de quoi il s’agit, ne faites rien.
letter-sign-in-subject = Votre lien pour entrer – { $site }
letter-sign-in-why = Vous avez demandé à entrer sur { $site }.
letter-sign-in-action = Entrer
letter-arrive-subject = Créer votre compte – { $site }
letter-arrive-why = Vous avez demandé à créer un compte sur { $site }.
letter-arrive-action = Créer mon compte
letter-prove-subject = Confirmez que c’est vous – { $site }
letter-prove-why = Vous allez faire quelque chose d’important sur { $site }. Confirmez que c’est bien vous.
letter-prove-action = Confirmer
letter-change-mail-subject = Votre nouvelle adresse – { $site }
letter-change-mail-why = Vous avez demandé que votre compte sur { $site } utilise cette adresse.
letter-change-mail-action = Utiliser cette adresse
letter-confirm-subject = Confirmez votre message – { $site }
letter-confirm-why = Vous avez envoyé un message sur { $site }. Confirmez-le pour qu’il soit lu.
letter-confirm-action = Confirmer
letter-confirm-life = Le lien marche pendant 48 heures, une seule fois.
letter-new-device-subject = Connexion depuis un nouvel appareil – { $site }
letter-new-device-why = Quelqu’un est entré dans votre compte depuis un appareil que nous ne connaissions pas : { $device }, le { $when } (heure de Paris).
letter-new-device-action = Voir mes appareils
letter-new-device-if-you = Si c’est vous, il n’y a rien à faire. Sinon, déconnectez cet appareil et changez votre mot de passe.
letter-invitation-subject = Une invitation – { $site }
letter-invitation-why = On vous propose un rôle sur { $site } : { $role }, pour { $place }.
letter-invitation-action = Lire l’invitation
letter-invitation-life = L’invitation marche pendant 14 jours.
