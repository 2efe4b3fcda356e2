sign-in-lead = Écrivez votre adresse mail. Nous vous envoyons un mail. Dans ce mail, il y a un lien pour entrer.
sign-in-new = Vous faites pareil. Le lien crée votre compte. Pour chercher un lieu, il ne faut pas de compte.
code-title = Regardez vos mails
code-lead = Nous vous avons envoyé un mail. Ouvrez ce mail. Cliquez sur le lien. Ou bien recopiez les 6 chiffres ici.
