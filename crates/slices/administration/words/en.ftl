## What the administration says.
administration-rooms = Parts of the administration
administration-overview = Administration
administration-people = Accounts
administration-roles = Roles
administration-jobs = Jobs
administration-letters = Letters
administration-journal = Journal
administration-settings = Settings
administration-appearance = Appearance
administration-texts = Legal texts
administration-closing = Opening
administration-strong-needed = Your role asks for a strong proof. Add a passkey or a second factor on the “Security” page of your account, then sign in again.
administration-read-only = You see everything and change nothing: your role is to check.
administration-is-closed = The site is closed to visitors.
administration-waiting = What waits for someone
administration-house = How the house is
administration-filter = Filter
administration-more = More
administration-all = All
administration-save = Save
administration-publish = Publish
administration-preview = Preview
administration-try = Try
administration-restore = Take this value again
administration-changes = Last changes
administration-in-force = in force
administration-as-configured = as in the configuration
administration-configured = Empty: as in the configuration, “{ $value }”.
administration-changed-by = { $who }, { $when }
administration-by-operator = Keeper of the machine
administration-by-clockwork = The site itself
administration-by-visitor = The public
administration-try-again = Try again
administration-give-up = Give up

administration-jobs-failed = { $count ->
    [one] failed job
   *[other] failed jobs
 }
administration-letters-lost = { $count ->
    [one] letter not delivered
   *[other] letters not delivered
 }
administration-invitations = { $count ->
    [one] invitation without an answer
   *[other] invitations without an answer
 }
administration-suspended = { $count ->
    [one] suspended account
   *[other] suspended accounts
 }
administration-accounts = { $count ->
    [one] account
   *[other] accounts
 }
administration-places = { $count ->
    [one] published place
   *[other] published places
 }
administration-jobs-open = { $count ->
    [one] job under way
   *[other] jobs under way
 }
administration-letters-waiting = { $count ->
    [one] letter waiting
   *[other] letters waiting
 }
administration-lines = { $count ->
    [one] line in the journal
   *[other] lines in the journal
 }

administration-people-lead = Accounts, the newest first.
administration-people-none = No account matches. Try a part of the name or of the address.
administration-people-search = Name or mail address
administration-seen-on = seen on { $day }
administration-mail = Mail address
administration-state = State
administration-state-active = active
administration-state-suspended = suspended
administration-state-erased = erased
administration-level = Identity
administration-level-1 = mail address checked
administration-level-2 = phone or postal address checked
administration-level-3 = known to a place or an organisation
administration-level-4 = confirmed by the State
administration-made = Account made
administration-seen = Last visit
administration-sessions = Devices signed in
administration-roles-now = Roles
administration-roles-none = No role.
administration-roles-past = Former roles
administration-role = Role
administration-role-give = Give a role
administration-role-end = End this role
administration-role-unknown = Choose a role in the list.
administration-scope = Where
administration-scope-hint = A place (the end of its address), a territory (35 or R53), a SIRET number. Nothing: the whole site.
administration-scope-filter-hint = Id of a place, code of a territory or SIRET number.
administration-scope-unknown = This role is not held there. A role at a place needs a place, a coordination needs a territory, the other roles of the site need nothing.
administration-last-day = Last day
administration-given-by = given by { $who }, on { $when }
administration-until = until { $when }
administration-ended = ended on { $when }
administration-organisation = organisation { $number }
administration-whole-house = the whole site
administration-reason = Reason
administration-reason-abuse = Abuse
administration-reason-stolen = Account perhaps stolen
administration-reason-asked = Asked by the person
administration-reason-mistake = Mistake
administration-reason-other = Other
administration-make-suspended = Suspend this account
administration-make-suspended-hint = The person is signed out of every device. The reason stays in the journal.
administration-make-active = Make this account usable
administration-make-active-hint = The person will be able to sign in again. The reason stays in the journal.

administration-roles-lead = Who holds which role, and where.
administration-roles-empty = Nobody holds this role here.
administration-sort = Sort of scope
administration-sort-place = A place
administration-sort-territory = A territory
administration-sort-organisation = An organisation
administration-sort-house = The whole site
administration-csv = Download as CSV
administration-invited = invitation without an answer
administration-invited-until = good until { $when }
administration-withdraw = Withdraw the invitation

administration-jobs-lead = What the site has to do later, and what it could not do.
administration-jobs-none = No job.
administration-job-waiting = waiting
administration-job-taken = under way
administration-job-failed = failed
administration-job-attempts = { $count ->
    [0] Never tried, since { $when }
    [one] Tried { $count } time, since { $when }
   *[other] Tried { $count } times, since { $when }
 }
administration-job-due = next attempt on { $when }

administration-letters-lead = The letters that the site sends, the newest first.
administration-letters-none = No letter.
administration-letter-waiting = waiting
administration-letter-sent = sent
administration-letter-kept = kept here
administration-letter-bounced = came back
administration-letter-suppressed = not sent: the address no longer receives
administration-letter-failed = failed
administration-letter-given-up = given up
administration-letter-to = To
administration-letter-when = Written on
administration-letter-reason = Answer of the server
administration-letter-hidden = Codes and links are hidden: reading a letter does not open someone’s account.
administration-letter-forgotten = What this letter said was erased, as planned.
administration-letter-forgotten-short = Erased letter
administration-forgive = Write to this address again

administration-journal-lead = { $count ->
    [one] { $count } line, the newest first.
   *[other] { $count } lines, the newest first.
 }
administration-journal-none = No line matches.
administration-journal-never = The journal has not been verified yet.
administration-journal-walking = The journal is being verified.
administration-journal-whole = Verified on { $when }: whole up to line { $position }.
administration-journal-broken = Verified on { $when }: CHANGED at line { $position }. Warn the keeper of the machine.
administration-journal-verify = Verify the whole journal
administration-journal-file = Download the journal
administration-line-kind = What happened
administration-line-kind-hint = A kind (people.role_given) or a part (people).
administration-line-subject = Id of what it is about
administration-line-author = Author
administration-line-author-hint = Id of a person, operator, clockwork or visitor.
administration-from = From
administration-to = To

administration-settings-lead = An empty field goes back to the configuration of the machine.
administration-part-site = The site
administration-part-accessibility = Accessibility statement
administration-part-retention = How long things are kept
setting-name = Name of the site
setting-name-hint = At the top of every page.
setting-tagline = Under the name
setting-tagline-hint = A few words.
setting-operator = Publisher
setting-operator-hint = Name and address, on one line.
setting-host = Host
setting-host-hint = Name and address, on one line.
setting-mail = Contact address
setting-mail-hint = Like contact@exemple.fr.
setting-phone = Help phone
setting-phone-hint = Like 0 800 00 00 00.
setting-conformity = Conformance
setting-conformity-hint = What an audit found. Without an audit: does not conform.
setting-auditor = Who made the audit
setting-auditor-hint = Name of the person or of the company.
setting-audited-on = Day of the audit
setting-audited-on-hint = Year, month, day.
setting-audit-rate = Criteria met, in percent
setting-audit-rate-hint = From 0 to 100.
setting-exceptions = What is not accessible
setting-exceptions-hint = One thing a line. Empty: the list that comes with the program.
setting-reviewed-on = Statement reviewed on
setting-reviewed-on-hint = At least every three years.
setting-plan-href = Multi-year scheme and plan of the year
setting-plan-href-hint = An address that begins with https:// or /.
setting-idle-account-months = Months without a visit before an account is erased
setting-idle-account-months-hint = From 6 to 120.
setting-letter-days = Days during which what letters say is kept
setting-letter-days-hint = From 7 to 400.
setting-network-days = Days during which the network of sessions is kept
setting-network-days-hint = From 7 to 400.
setting-closed-sentence = Sentence shown while closed
setting-closed-sentence-hint = Say why, and when the site opens again. Empty: a general sentence.
setting-closed-minutes = Minutes before coming back
setting-closed-minutes-hint = From 1 to 10080. Empty: 30.
setting-main-colour = Main colour
setting-main-colour-hint = Links and buttons. Like #0b6e69. Empty: that of the program.
setting-accent-colour = Accent colour
setting-accent-colour-hint = The mark around what the keyboard chose. Like #c2410c. Empty: that of the program.
setting-logo = Logo
setting-logo-hint = A PNG, JPEG or WebP picture, 2 MB at most. It is made smaller, on white.
setting-text-legal-fr = Legal notice, in French
setting-text-legal-en = Legal notice, in English
setting-text-privacy-fr = Personal data, in French
setting-text-privacy-en = Personal data, in English

administration-appearance-lead = The colours of the site. Words must always be readable: a colour that is too pale is refused.
administration-appearance-tried = This page wears the colours being tried. Nothing is published yet.
administration-logo-send = Send the logo
administration-logo-remove = Remove the logo

administration-texts-lead = These texts take the place of those that come with the program.
administration-text-own = text of this site, published on { $when }
administration-text-built-in = text that comes with the program
administration-text-lead = Empty, the page shows the text that comes with the program.
administration-text-public = See the public page
administration-text-hint = An empty line parts paragraphs. “# Title”, “- item of a list”, “**important word**”, “[words of the link](https://exemple.fr)”.
administration-text-remove = Go back to the text of the program
administration-difference = What changes
administration-line-come = added:{" "}
administration-line-gone = removed:{" "}
administration-versions = Versions

administration-closing-lead = Closing the site shows visitors a waiting page. Those who administer it always come in.
administration-door = The site is
administration-open = open to everyone
administration-closed = closed to visitors

administration-too-long = It is too long, or on several lines.
administration-empty = Write something.
administration-not-mail = This mail address is not complete, like contact@exemple.fr.
administration-not-phone = This phone number cannot be read, like 0 800 00 00 00.
administration-not-day = This is not a day. Write the year, the month and the day.
administration-not-number = Write a number within the limits.
administration-not-address = This address must begin with https:// or /.
administration-not-answer = Choose an answer in the list.
administration-not-colour = This is not a colour. Write # then six signs, like #0b6e69.
administration-too-pale = This colour is too pale: words would be hard to read. The nearest that will do is { $nearest }.
administration-not-picture = This is not a picture that we can read. Send a PNG, JPEG or WebP picture.

letters-title = Letters of the demonstration
letters-lead = Nothing leaves from here: the letters that the site would have sent are read on this page.
letters-none = No letter for now.

done-role-given = The role is given.
done-role-ended = This role is ended.
done-account-suspended = The account is suspended.
done-account-allowed = The account can be used again.
done-invitation-withdrawn = The invitation is withdrawn.
done-job-retried = The job will be tried again.
done-job-abandoned = The job is given up.
done-letter-retried = The letter will leave again.
done-letter-given-up = The letter is given up.
done-address-forgiven = Letters will go to this address again.
done-verification-asked = The verification has begun. Come back to this page for the result.
done-settings-saved = The settings are saved.
done-setting-restored = The former value is back.
done-appearance-published = The colours are published.
done-logo-sent = The logo is published.
done-logo-removed = The logo is removed.
done-text-published = The text is published.
done-text-removed = The page shows the text that comes with the program.
done-house-closed = The site is closed to visitors.
done-house-opened = The site is open.
