# Se connecter
sign-in-title = Se connecter ou créer un compte
sign-in-lead = Donnez votre adresse de courriel. Nous vous envoyons un lien pour entrer : vous n’avez pas besoin de mot de passe.
sign-in-mail = Votre adresse de courriel
sign-in-mail-hint = Par exemple : prenom.nom@exemple.fr
sign-in-password = Votre mot de passe
sign-in-by-letter = Recevoir un lien par courriel
sign-in-with-password = J’ai un mot de passe
sign-out = Se déconnecter
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
prove-lead = Ce que vous allez faire est important. Montrez encore une fois que c’est vous.
prove-go-on = Continuer

# Proposer une deuxième preuve
prove-by-letter = Recevoir un code par courriel
prove-otherwise = Confirmer autrement
prove-link-lead = Cliquez sur le bouton pour confirmer que c’est vous.
second-title = Une deuxième preuve
second-lead = Votre compte demande une deuxième preuve. Ouvrez votre application d’authentification et recopiez les six chiffres.
second-lost = Je n’ai plus mon application
second-recovery = Un code de secours
second-recovery-hint = Par exemple : 7k2m-p4qx-9d3w. Chaque code marche une seule fois.
app-title = Deuxième preuve à la connexion
app-lead = Une application de votre téléphone donne un code qui change toutes les trente secondes. Nous le demanderons à chaque connexion : personne n’entrera sans votre téléphone. Par exemple : Aegis, FreeOTP ou l’application de votre gestionnaire de mots de passe.
app-has = Votre application d’authentification est demandée à chaque connexion.
app-has-not = Aucune application d’authentification. Elle protège votre compte si quelqu’un lit vos courriels.
app-add = Ajouter une application
app-replace = Changer d’application
app-remove = Ne plus demander l’application
app-replaces = Une application est déjà en place. La nouvelle la remplacera.
app-step-one = 1. Ajoutez ce compte dans l’application
app-step-one-lead = Dans l’application, choisissez « ajouter un compte », puis photographiez cette image.
app-picture = Image à photographier avec l’application
app-letters = Si vous ne pouvez pas la photographier, recopiez cette clé :
app-step-two = 2. Recopiez les chiffres
app-digits = Les six chiffres de l’application
app-digits-hint = Ils changent toutes les trente secondes. Par exemple : 123 456
app-set = Mettre en place
recovery-title = Codes de secours
recovery-lead = Un code de secours remplace votre téléphone le jour où vous ne l’avez plus. Tirer de nouveaux codes annule les anciens.
recovery-left = { $count ->
    [0] Il ne vous reste aucun code de secours.
    [one] Il vous reste un code de secours.
   *[other] Il vous reste { $count } codes de secours.
}
recovery-draw = Tirer dix nouveaux codes
recovery-shown = Imprimez ces codes ou recopiez-les sur du papier, et gardez-les en lieu sûr. Ils ne seront plus montrés. Chacun marche une seule fois.
recovery-kept = C’est noté
passkeys-title = Clés d’accès
passkeys-lead = Une clé d’accès remplace le mot de passe : vous entrez avec l’empreinte, le visage ou le code de votre appareil. Elle ne peut pas être volée par un faux site.
passkeys-see = Gérer mes clés
passkeys-count = { $count ->
    [0] Vous n’avez pas de clé d’accès.
    [one] Vous avez une clé d’accès.
   *[other] Vous avez { $count } clés d’accès.
}
passkeys-not-here = Les clés d’accès ne marchent pas à cette adresse. Les autres façons d’entrer marchent.
passkey-needs-script = Les clés d’accès ont besoin de JavaScript, qui est désactivé dans votre navigateur. Les autres façons d’entrer marchent sans.
passkey-problem = La clé d’accès n’a pas répondu. Essayez encore, ou choisissez une autre façon.
passkey-add = Ajouter une clé d’accès
passkey-enter = Entrer avec une clé d’accès
passkey-prove = Utiliser une clé d’accès
passkey-name = Nom de la clé
passkey-name-hint = Pour la reconnaître. Par exemple : mon téléphone.
passkey-name-first = Ma clé
passkey-change = Changer ou retirer
passkey-rename = Changer le nom
passkey-remove = Retirer cette clé
passkey-made = ajoutée le { $date }
passkey-used = utilisée le { $date }
address-title = Adresse de courriel
address-change = Changer d’adresse
address-lead = Votre adresse est { $mail }. Nous allons écrire à la nouvelle pour vérifier qu’elle est à vous.
address-new = Nouvelle adresse de courriel
address-ask = Recevoir un code à cette adresse
address-link-title = Votre nouvelle adresse
address-link-lead = Cliquez sur le bouton pour que votre compte utilise cette adresse.

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
done-app-set = Votre application est en place. Elle sera demandée à chaque connexion.
done-app-removed = L’application n’est plus demandée.
done-recovery-drawn = Voici vos nouveaux codes. Les anciens ne marchent plus.
done-passkey-added = Votre clé d’accès est ajoutée.
done-passkey-named = Le nom de la clé est changé.
done-passkey-removed = La clé d’accès est retirée.
done-address-changed = Votre adresse est changée. Vos autres appareils sont déconnectés.
done-invitation-accepted = Vous avez accepté. Votre nouveau rôle est actif.
done-invitation-declined = Vous avez refusé l’invitation.

# Refus
people-mail-unreadable = Cette adresse n’est pas complète. Elle doit contenir un « @ » puis un point, comme prenom.nom@exemple.fr.
people-name-needed = Écrivez un nom de 1 à 80 caractères.
people-password-short = Ce mot de passe est trop court : il faut au moins 12 caractères.
people-password-long = Ce mot de passe est trop long : 256 caractères au plus.
people-password-guessable = Ce mot de passe se devine facilement. Ajoutez un ou deux mots, ou choisissez quatre mots sans rapport.
people-wrong-proof = L’adresse et le mot de passe ne vont pas ensemble. Vérifiez-les, ou demandez un lien par courriel.
people-wrong-password = Ce n’est pas votre mot de passe. Essayez encore, ou choisissez une autre façon.
people-wrong-app-digits = Ces chiffres ne sont pas les bons, ou ont déjà servi. Attendez les suivants et recopiez-les.
people-wrong-recovery = Ce code de secours n’existe pas ou a déjà servi. Essayez le suivant.
people-wrong-passkey = La clé d’accès n’a pas été reconnue. Essayez encore, ou choisissez une autre façon.
people-passkey-known = Cette clé d’accès est déjà enregistrée.
people-passkeys-full = Vous avez déjà dix clés d’accès. Retirez-en une d’abord.
people-prove-strongly = Confirmez d’abord avec votre application ou une clé d’accès.
people-shown-once = Ces codes ont déjà été montrés. Tirez-en de nouveaux si vous ne les avez pas notés.
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
letter-notice-subject = Un changement sur votre compte – { $site }
letter-notice-action = Voir la sécurité de mon compte
letter-notice-if-you = Si c’est vous, il n’y a rien à faire. Sinon, écrivez-nous tout de suite.
letter-mail-changed-why = Votre compte sur { $site } utilise maintenant une autre adresse de courriel. Nous n’écrirons plus à celle-ci.
letter-app-added-why = Une application d’authentification est maintenant demandée pour entrer dans votre compte sur { $site }.
letter-app-removed-why = L’application d’authentification n’est plus demandée pour entrer dans votre compte sur { $site }.
letter-passkey-added-why = Une clé d’accès a été ajoutée à votre compte sur { $site }.
letter-passkey-removed-why = Une clé d’accès a été retirée de votre compte sur { $site }.
letter-recovery-renewed-why = De nouveaux codes de secours ont été tirés pour votre compte sur { $site }. Les anciens ne marchent plus.
letter-recovery-used-why = Un code de secours a servi à entrer dans votre compte sur { $site }. Il en reste { $left }.
letter-invitation-subject = Une invitation – { $site }
letter-invitation-why = On vous propose un rôle sur { $site } : { $role }, pour { $place }.
letter-invitation-action = Lire l’invitation
letter-invitation-life = L’invitation marche pendant 14 jours.
