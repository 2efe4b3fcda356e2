## Layout

site-description = Find a place where people help you with computers, the Internet and online paperwork, anywhere in France.
skip-label = Skip links
skip-content = Skip to content
skip-footer = Skip to footer
menu = Menu
nav-label = Main navigation
nav-search = Find a place
nav-territories = Territories
nav-data = Open data
languages-label = Language of the site
footer-label = About the site
footer-promise = Places and people who help you with digital life, everywhere in France.
footer-phone = Need help by phone?
footer-accessibility = Accessibility: { $state }
footer-site-map = Site map
footer-legal = Legal notice
footer-privacy = Personal data
footer-data = Open data and API
footer-source = Source code
conformity-none = not compliant
conformity-partial = partially compliant
conformity-full = fully compliant

## Shared components

breadcrumb-label = You are here
pages-label = Pages of results
pages-previous = Previous
pages-next = Next
pages-page = Page { $number }

## Errors

error-not-found = This page does not exist
error-not-found-advice = The address may be misspelt, or the page may have moved. Look for the place by its name or its town.
error-gone = This place has closed
error-gone-advice = Look for another place near you.
error-sign-in-first = You need to sign in
error-sign-in-first-advice = This page is for people who have an account.
error-not-allowed = You cannot do that
error-not-allowed-advice = Go back to the page before and try again. If it still does not work, write to us.
error-stale = Someone changed this page before you
error-stale-advice = Reload the page to see what changed, then try again.
error-refused = We did not understand your request
error-refused-advice = Part of the address or of the form does not have the right shape. Go back and correct it, or start a new search.
error-too-many = Too many requests in a short time
error-too-many-advice = Wait a minute, then reload the page.
error-broken = The site ran into a problem
error-broken-advice = It is not your fault. Reload the page in a moment. If the problem lasts, write to us and give the reference.
error-unavailable = The site is unavailable for a moment
error-unavailable-advice = Reload the page in a minute. Nothing you saved is lost.
error-closed = The site is closed for a few minutes, for maintenance.
error-full = The site has no room left to save anything. Reading still works. Try again later.
error-reference = Reference to give us:
error-to-search = Find a place
error-to-phone = Call { $phone }

# Signing in, and what is one's own
sign-in = Sign in
nav-own-label = Your space
nav-account = My account
nav-own-places = My places
nav-moderation = Moderation
nav-administration = Administration

# Forms
form-unreadable = We could not read this form. Go back to the page before and try again.
form-too-long = What you sent is too long. Shorten your text and try again.
form-foreign = This form is no longer valid: you may have signed in or out meanwhile. Go back to the page before, reload it and try again.
form-old = This page stayed open for more than a day. Go back to the page before, reload it and try again.
form-errors = { $count ->
    [one] One answer needs correcting
   *[other] { $count } answers need correcting
 }
form-optional = optional

# Files that are sent
upload-too-heavy = The file “{ $name }” is too heavy: { $limit } MB at most. Choose a smaller file.
upload-too-many = { $count ->
    [one] Send one file only.
   *[other] Send { $count } files at most.
 }
upload-too-long = What you sent is too heavy. Choose smaller files, or fewer.
upload-busy = Many files are coming in right now. Wait a minute and try again.
