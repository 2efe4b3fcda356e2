# Signing in
sign-in-title = Sign in or make an account
sign-in-lead = Give your e-mail address. We send you a link to come in: you need no password.
sign-in-mail = Your e-mail address
sign-in-mail-hint = For example: first.last@example.org
sign-in-password = Your password
sign-in-by-letter = Get a link by e-mail
sign-in-with-password = I have a password
sign-out = Sign out
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
prove-lead = What you are about to do matters. Show once more that it is you.
prove-go-on = Go on

# Second proofs
prove-by-letter = Get a code by e-mail
prove-otherwise = Confirm in another way
prove-link-lead = Press the button to confirm that it is you.
second-title = A second proof
second-lead = Your account asks for a second proof. Open your authenticator application and copy the six digits.
second-lost = I no longer have my application
second-recovery = A recovery code
second-recovery-hint = For example: 7k2m-p4qx-9d3w. Each code works once.
app-title = Second proof at sign-in
app-lead = An application on your telephone gives a code that changes every thirty seconds. We will ask for it at each sign-in: nobody comes in without your telephone. For example: Aegis, FreeOTP or your password manager.
app-has = Your authenticator application is asked at each sign-in.
app-has-not = No authenticator application. It protects your account if someone reads your e-mail.
app-add = Add an application
app-replace = Change the application
app-remove = Stop asking for the application
app-replaces = An application is already set up. The new one will replace it.
app-step-one = 1. Add this account in the application
app-step-one-lead = In the application, choose “add an account”, then take a picture of this image.
app-picture = Image to take a picture of with the application
app-letters = If you cannot take a picture, copy this key:
app-step-two = 2. Copy the digits
app-digits = The six digits of the application
app-digits-hint = They change every thirty seconds. For example: 123 456
app-set = Set up
recovery-title = Recovery codes
recovery-lead = A recovery code replaces your telephone the day you no longer have it. Drawing new codes cancels the former ones.
recovery-left = { $count ->
    [0] You have no recovery code left.
    [one] You have one recovery code left.
   *[other] You have { $count } recovery codes left.
}
recovery-draw = Draw ten new codes
recovery-shown = Print these codes or copy them on paper, and keep them in a safe place. They will not be shown again. Each works once.
recovery-kept = Noted
passkeys-title = Passkeys
passkeys-lead = A passkey replaces the password: you come in with the fingerprint, the face or the code of your device. A fake site cannot steal it.
passkeys-see = Manage my passkeys
passkeys-count = { $count ->
    [0] You have no passkey.
    [one] You have one passkey.
   *[other] You have { $count } passkeys.
}
passkeys-not-here = Passkeys do not work at this address. The other ways to come in do.
passkey-needs-script = Passkeys need JavaScript, which is off in your browser. The other ways to come in work without it.
passkey-problem = The passkey did not answer. Try again, or choose another way.
passkey-add = Add a passkey
passkey-enter = Come in with a passkey
passkey-prove = Use a passkey
passkey-name = Name of the passkey
passkey-name-hint = To recognise it. For example: my telephone.
passkey-name-first = My passkey
passkey-change = Change or remove
passkey-rename = Change the name
passkey-remove = Remove this passkey
passkey-made = added on { $date }
passkey-used = used on { $date }
address-title = E-mail address
address-change = Change the address
address-lead = Your address is { $mail }. We will write to the new one to check that it is yours.
address-new = New e-mail address
address-ask = Get a code at this address
address-link-title = Your new address
address-link-lead = Press the button so that your account uses this address.

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
done-app-set = Your application is set up. It is asked at each sign-in.
done-app-removed = The application is no longer asked.
done-recovery-drawn = Here are your new codes. The former ones no longer work.
done-passkey-added = Your passkey is added.
done-passkey-named = The passkey has another name.
done-passkey-removed = The passkey is removed.
done-address-changed = Your address is changed. Your other devices are signed out.
done-invitation-accepted = You have accepted. Your new role is active.
done-invitation-declined = You have declined the invitation.

# Refusals
people-mail-unreadable = This address is not complete. It needs an “@”, then a dot, as in first.last@example.org.
people-name-needed = Write a name of 1 to 80 characters.
people-password-short = This password is too short: at least 12 characters.
people-password-long = This password is too long: 256 characters at most.
people-password-guessable = This password is easy to guess. Add a word or two, or choose four unrelated words.
people-wrong-proof = The address and the password do not go together. Check them, or ask for a link by e-mail.
people-wrong-password = That is not your password. Try again, or choose another way.
people-wrong-app-digits = Those digits are wrong or were already used. Wait for the next ones and copy them.
people-wrong-recovery = That recovery code does not exist or was already used. Try the next one.
people-wrong-passkey = The passkey was not recognised. Try again, or choose another way.
people-passkey-known = That passkey is already registered.
people-passkeys-full = You already have ten passkeys. Remove one first.
people-prove-strongly = First confirm with your application or a passkey.
people-shown-once = Those codes were already shown. Draw new ones if you did not note them.
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
letter-notice-subject = A change in your account – { $site }
letter-notice-action = See the security of my account
letter-notice-if-you = If it was you, there is nothing to do. If not, write to us at once.
letter-mail-changed-why = Your account on { $site } now uses another e-mail address. We will no longer write to this one.
letter-app-added-why = An authenticator application is now asked to come into your account on { $site }.
letter-app-removed-why = The authenticator application is no longer asked to come into your account on { $site }.
letter-passkey-added-why = A passkey was added to your account on { $site }.
letter-passkey-removed-why = A passkey was removed from your account on { $site }.
letter-recovery-renewed-why = New recovery codes were drawn for your account on { $site }. The former ones no longer work.
letter-recovery-used-why = A recovery code was used to come into your account on { $site }. { $left } are left.
letter-invitation-subject = An invitation – { $site }
letter-invitation-why = You are offered a role on { $site }: { $role }, for { $place }.
letter-invitation-action = Read the invitation
letter-invitation-life = The invitation works for 14 days.
