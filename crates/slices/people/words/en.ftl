# Signing in
sign-in-title = Sign in or make an account
sign-in-lead = Give your e-mail address. We send you a link to come in: you need no password.
sign-in-mail = Your e-mail address
sign-in-mail-hint = For example: first.last@example.org
sign-in-password = Your password
sign-in-by-letter = Get a link by e-mail
sign-in-with-password = I have a password
sign-in-new-title = No account yet?
sign-in-new = Do the same: the link we send makes your account. You can search for a place and suggest a correction without one.
code-title = Look at your e-mail
code-lead = We have just written to the address you gave. Open the letter and follow the link, or copy the six digits here. Nothing comes? Wait two minutes and look into the junk folder.
code-on-screen = This site is a demonstration: letters do not leave, they are shown.
code-on-screen-link = See the letters
code-digits = The six digits of the letter
code-digits-hint = For example: 123 456
code-wrong = Those are not the digits of the last letter. Copy them once more.
code-again = Start again with another address
newcomer-lead = Your address is confirmed. One question remains before your account is made.
newcomer-enter = Make my account
account-name = What shall we call you?
account-name-hint = Your name, or another. You can change it later.
link-title = Your address is confirmed
link-lead = Press the button to come in.

# My account
account-nav-label = Parts of the account
account-security = Security
account-since = account made on { $date }
account-name-change = Change the name
account-roles = Your roles
account-roles-none = You hold no role. The manager of a place can give you one.
account-role-leave = Leave this role
account-role-until = until { $date }
account-awaits-strong = One of your roles asks for a second proof at sign-in. Add it to use that role.

# Roles
role-mediator = Mediator
role-desk = Reception desk
role-place-manager = Manager of the place
role-organisation-manager = Manager of an organisation
role-prescriber = Prescriber
role-funder = Funder
role-finance = Payments
role-hub-manager = Coordination of a territory
role-committee-member = Member of the committee
role-secretariat = Secretariat of the committee
role-moderator = Moderation
role-auditor = Audit
role-administrator = Administration of the site
scope-place = see the place
scope-territory = territory { $code }
scope-organisation = organisation { $code }
scope-house = the whole site

# Security
password-title = Password
password-has = You have a password. You can change it or remove it.
password-has-not = You have no password: you come in with a link sent by e-mail. That is as safe as your mailbox.
password-first = Choose a password
password-new = New password
password-hint = At least 12 characters. The simplest: four words that have nothing to do with each other. You can paste it from a password manager.
password-set = Save the password
password-remove = Remove the password
sessions-title = Devices signed in
sessions-lead = If you do not recognise a device, sign it out and change your password.
session-current = The device you are using
session-seen = Last visit on { $date }
session-end = Sign out
sessions-end-others = Sign out every other device
device-unknown = Unknown device
prove-title = Confirm that it is you
prove-lead = What you are about to do matters. Give your password once more.
prove-go-on = Go on

# Invitation
confirm-title = One last step
invitation-title = An invitation for you
invitation-lead = You are offered this role: { $role }.
invitation-place = See the place
invitation-to = Invitation sent to { $mail }.
invitation-accept = Accept
invitation-decline = Decline
invitation-sign-in = Sign in with that address to answer. If you have no account, one is made.

# What has just been done
done-signed-in = You are signed in.
done-signed-out = You are signed out.
done-name-changed = Your name is changed.
done-role-left = You have left that role.
done-password-set = Your password is saved. Your other devices are signed out.
done-password-removed = Your password is removed.
done-session-ended = The device is signed out.
done-sessions-ended = Your other devices are signed out.
done-proved = Confirmed.
done-invitation-accepted = You have accepted. Your new role is active.
done-invitation-declined = You have declined the invitation.

# Refusals
people-mail-unreadable = This address is not complete. It needs an “@”, then a dot, as in first.last@example.org.
people-name-needed = Write a name of 1 to 80 characters.
people-password-short = This password is too short: at least 12 characters.
people-password-long = This password is too long: 256 characters at most.
people-password-guessable = This password is easy to guess. Add a word or two, or choose four unrelated words.
people-wrong-proof = The address and the password do not go together. Check them, or ask for a link by e-mail.
people-code-dead = This link or these digits no longer work. Ask for a new letter.
people-locked = Too many attempts. Wait a quarter of an hour, or ask for a link by e-mail.
people-suspended = This account is suspended. Write to us to know why.
people-prove-again = First confirm that it is you.
people-own-role = Nobody gives a role to themselves: ask someone else.
people-role-misplaced = That role cannot be given there.
people-role-held = That person already holds this role here.
people-last-administrator = You are the last person to administer the site. Name someone else first.
people-end-past = The end date is already past.
people-invitation-of-another = This invitation was sent to another address than your account’s.
people-mail-taken = That address already belongs to an account.

# Letters
letter-greeting = Hello,
letter-greeting-named = Hello { $name },
letter-code-life = The link and the digits work for 30 minutes, once.
letter-not-you = If you asked for nothing, do nothing: nobody comes in without this letter.
letter-not-known = If you do not know what this is about, do nothing.
letter-sign-in-subject = Your link to come in – { $site }
letter-sign-in-why = You asked to come in on { $site }.
letter-sign-in-action = Come in
letter-arrive-subject = Make your account – { $site }
letter-arrive-why = You asked to make an account on { $site }.
letter-arrive-action = Make my account
letter-prove-subject = Confirm that it is you – { $site }
letter-prove-why = You are about to do something that matters on { $site }. Confirm that it is you.
letter-prove-action = Confirm
letter-change-mail-subject = Your new address – { $site }
letter-change-mail-why = You asked that your account on { $site } use this address.
letter-change-mail-action = Use this address
letter-confirm-subject = Confirm your message – { $site }
letter-confirm-why = You sent a message on { $site }. Confirm it so that it is read.
letter-confirm-action = Confirm
letter-confirm-life = The link works for 48 hours, once.
letter-new-device-subject = Signed in from a new device – { $site }
letter-new-device-why = Someone came into your account from a device we did not know: { $device }, on { $when } (Paris time).
letter-new-device-action = See my devices
letter-new-device-if-you = If it was you, there is nothing to do. If not, sign that device out and change your password.
letter-invitation-subject = An invitation – { $site }
letter-invitation-why = You are offered a role on { $site }: { $role }, for { $place }.
letter-invitation-action = Read the invitation
letter-invitation-life = The invitation works for 14 days.
