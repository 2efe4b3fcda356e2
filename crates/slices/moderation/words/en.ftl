# Reporting
report-title = Report something
report-form-lead = Say what is wrong. A person will read your report. You need no account.
report-reason = What is wrong?
report-words = Explain in a sentence
report-words-hint = Do not write anything private about someone.
report-mail-field = Your e-mail address
report-mail-hint = To learn what was decided. It is never shown.
report-send = Send the report
report-back = Go back without reporting
report-to-notice = The law forbids it, or you hold a court order? Send a notice.
rules-link = Read the rules of the site
reason-spam = It is advertising
reason-hatred = It is hateful, insulting or threatening
reason-off-topic = It is about something else
reason-personal-data = It says something private about a person
reason-illegal = The law forbids it
reason-duplicate = It is already on the page
reason-error = It is wrong

# Notice of illegal content
notice-title = Give notice of illegal content
notice-lead = This notice is read first. You get an acknowledgement, then the decision and its reasons.
notice-nature = What are you sending us?
nature-notice = A notice: I think that the law forbids it
nature-children = A notice: children are in danger (name and address optional)
nature-order = An order of a judge or an administration
notice-words = Why is it forbidden?
notice-words-hint = Quote the words in question and say why they are forbidden.
notice-law = Text of law, or reference of the order
notice-law-hint = For example: article 29 of the law of 29 July 1881.
notice-name = Your name, or that of your body
notice-name-hint = Needed, unless children are in danger.
notice-mail = E-mail address for our answer
notice-mail-hint = Needed, unless children are in danger or you are signed in.
notice-good-faith = I sincerely state that what I write is accurate and complete.
notice-send = Send the notice
notice-to-report = Back to the simple report

# Rules
rules-title = The rules of the site
rules-lead = These rules hold for everything written here. They also say how reports are handled, and by whom.
rules-articles = What we respect when we write
article-titled = Article { $number }. { $title }
article-named = article { $number }, “{ $title }”
article-respect = People are respected
article-respect-text = No insult, no threat, no hatred. One may criticise a service, not a person.
article-privacy = What is private stays private
article-privacy-text = No name, telephone, health or situation of anyone.
article-law = The law is respected
article-law-text = Nothing defamatory, fraudulent or forbidden.
article-no-advertising = No advertising
article-no-advertising-text = No advertisement, no commercial link, not the same text everywhere.
article-on-topic = We speak of what the page is about
article-on-topic-text = A rating is about the welcome and the help received in that place.
article-once = We say it once
article-once-text = Not the same thing twice in the same place.
article-truth = We say what we have lived
article-truth-text = No rating of a place where one did not go, or where one works.
consequence-bin = Otherwise: the text goes to the bin, where everyone can still read it with the reason.
consequence-hide = Otherwise: the text is no longer visible.
rules-report-title = What becomes of a report
rules-report = Anyone may report, without an account, once for each thing. Reports make a queue. A person reads and decides. Notices and court orders come first.
rules-weight = A report weighs according to what we know of its author and to how many of their past reports were right. The weight is bounded: from 0.1 to 2. The sum of the weights is the score that orders the queue. Without an account, a network counts once.
rules-hide = Something is hidden before it is read only if the score reaches { $score }, if at least { $reporters } people known for { $days } days or more, whose identity was checked beyond their mail, report it for hatred, privacy, illegality or advertising, and if they come neither from one network nor from one place. The page of a place is never hidden that way.
rules-hidden = If nobody decided within { $n } hours, it is shown again.
rules-signals = When reports or ratings arrive in a way that looks organised (very many, from one network, from brand-new accounts), moderators see it. Nothing is deleted for that.
rules-decide-title = Who decides, and how
rules-decide = A person decides, never a program. The decision quotes an article of these rules and gives its reasons. Nobody decides about what they wrote or reported, nor about the place where they work. The author receives the decision.
rules-undo = A decision can be undone for { $n } hours: everything is exactly as before.
rules-newcomers = The first { $posts } texts of a person are read before they appear and hold at most { $links } links.
rules-appeal-title = Contesting a decision
rules-appeal = The author and those who reported have { $n } days to contest. Another person than the one who decided reads everything again and answers.
rules-courts = You may also turn to a dispute settlement body or to a court.
rules-memory-title = What we keep
rules-memory = The text, the address and the network of a report are erased { $n } months after the decision. A seal without a name remains, which says how many reports were right.

# Figures
figures-title = Moderation in figures, { $year }
figures-link = Moderation in figures
figures-lead = These figures come from the decisions themselves. Nobody writes them by hand.
figures-years = Years
figures-measure = What is counted
figures-value = Number
figures-csv = The figures of { $year } (CSV)
figures-reports-title = Reports received
figures-reports-all = All reports
figures-notices = Contents with a notice or an order
figures-cases-title = Contents looked at
figures-cases = Cases opened
figures-hidden = Hidden by reports before being read
figures-shown-again = Shown again for lack of a decision in time
figures-decided = Cases decided
figures-within-a-day = Decided within 24 hours
figures-waiting = Waiting today
figures-median = Half are decided in less than
figures-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
 }
figures-decisions-title = Decisions
figures-undone = Decisions undone within the day
figures-appeals-title = Appeals
figures-appeals = Appeals received
figures-reversed = Appeals that changed the decision

# Bin
bin-title = The visible bin
bin-link = The visible bin
bin-lead = What was off topic or written twice. Everyone can check.
bin-empty = The bin is empty.
bin-read = Read the text

# A decision
decision-title = A decision of moderation
decision-what = What was decided
decision-taken = Decision taken by a person on { $date }.
decision-undone-long = This decision was undone.
ruling-keep = Keep: nothing is wrong
ruling-bin = Put in the visible bin: { $article }
ruling-hide = Take away: { $article }
appeal-title = Contest this decision
appeal-lead = Another person will read everything again and answer you.
appeal-until = You may contest until { $date }.
appeal-words = Why do you contest?
appeal-words-hint = Say what was not seen or understood.
appeal-send = Contest
appeal-waiting = Your appeal is registered. Another person will read it.
appeal-upheld = Another person read your appeal: the decision stands.
appeal-reversed = Another person read your appeal: the decision changed.

# The desk
desk-nav-label = Parts of moderation
desk-queue = Queue
desk-appeals = Appeals
desk-bin = Bin
desk-figures = Figures
desk-rules = Rules
queue-title = Moderation
queue-waiting = { $count ->
    [0] Nothing waits.
    [one] One case waits.
   *[other] { $count } cases wait.
 }
queue-order = Notices come first, then the highest scores, then the oldest.
queue-none = No case matches.
queue-keys = Keys: j and k go from case to case, x ticks, Enter opens.
queue-tick = Tick: { $title }
queue-together = Decide the ticked cases together
queue-decide-all = Decide for all
queue-decided = Decided lately
filter-any = All
filter-reason = Reason
queue-filter-kind = Sort
filter-state = State
filter-order = Order
filter-go = Filter
order-score = By score
order-age = Oldest first
case-open = to read
case-check = to read before it appears
case-hidden = hidden for now
case-signal = sign of organised action
case-notice = notice or order
case-decided = decided
case-withdrawn = withdrawn by its author
case-reports = { $count ->
    [one] one report, score { $score }
   *[other] { $count } reports, score { $score }
 }
case-appeals = { $count ->
    [one] One appeal
   *[other] { $count } appeals
 }
case-no-words = No text.
case-see = See where it appears
case-reports-title = Reports
case-decisions-title = Decisions
case-decide = Decide
case-of-author = Other cases of the same author
age-hours = { $count ->
    [0] for less than an hour
   *[other] for { $count } h
 }
age-days = for { $count } days
report-from-nobody = without account, weight { $weight }
report-from-account = account of level { $level } for { $count } days, weight { $weight }
signal-burst = Far more reports in a day than chance explains.
signal-same-network = Most reports come from one network.
signal-new-accounts = Most reports come from accounts opened the same day.
ruling-field = Your decision
ruling-motive = Your reasons
ruling-motive-hint = The author reads them. Say which words are wrong and why. Optional if you keep.
ruling-send = Decide
decision-by-operator = by the operator of the site
decision-on-appeal = on appeal
decision-undone = undone
decision-undo = Undo this decision
appeals-title = Appeals
appeals-lead = Each appeal is read by another person than the one who decided.
appeals-empty = No appeal waits.
appeals-own = you decided: another person answers
appeal-by-author = the author contests
appeal-by-reporter = the person who reported contests
appeal-page-title = Appeal: { $title }
appeal-case = See the case
appeal-against = Decision contested
appeal-why = What the appeal says
appeal-not-yours = Another person has to answer this appeal.
kind-lieu = page of a place
kind-commentaire = comment of a rating
kind-avis = rating
kind-reponse = reply of a place

# What was just done
done-reported = Thank you. Your report is registered, a person will read it.
done-notice-received = Your notice is registered. It will be read first.
done-appealed = Your appeal is registered.
done-cases-decided = The decisions are taken. You can undo them for 24 hours.
done-case-decided = The decision is taken. You can undo it for 24 hours.
done-decision-undone = The decision is undone: everything is as before.
done-appeal-answered = The answer is registered.

# Refusals
moderation-already-reported = You already reported this. A person will read it, or has read it.
moderation-too-many-reports = Many reports come from your network. Wait an hour, or sign in.
moderation-mail-unreadable = This address is not complete. It must contain an “@” then a dot.
moderation-reason-needed = Choose what is wrong.
moderation-explanation-needed = Explain in a sentence or more.
moderation-name-needed = Write your name or that of your body.
moderation-mail-needed = Write an address to receive the answer.
moderation-good-faith-needed = Tick this box if what you write is accurate.
moderation-too-long = This text is too long: 4,000 characters at most.
moderation-motive-needed = Give your reasons in a sentence or more: the author will read them.
moderation-already-decided = Someone decided before you. Reload the page.
moderation-own-affair = You have a part in this case: another person decides.
moderation-own-decision = You took this decision: another person answers the appeal.
moderation-too-late-to-undo = This decision can no longer be undone: more than 24 hours, an appeal, or a new case.
moderation-too-late-to-appeal = This decision can no longer be contested here. You may turn to a court.
moderation-already-appealed = You already contested this decision. Wait for the answer.
moderation-appeal-words-needed = Explain in a sentence or more why you contest.
moderation-nothing-chosen = Choose a decision, and at least one case (50 at most).

# Letters
moderation-letter-greeting = Hello,
letter-hidden-subject = Your text is hidden for now: { $title }
letter-hidden-why = Several people reported what you wrote on { $site }: “{ $title }”. It is hidden for 48 hours at most, until a person reads it.
letter-hidden-action = Read the rules
letter-hidden-next = You have nothing to do. If nobody decides in time, your text is shown again.
letter-taken-subject = A decision about your text: { $title }
letter-taken-why = A person read what you wrote on { $site }: “{ $title }”.
letter-taken-action = Read the decision and contest it
letter-taken-next = You have 14 days to contest. Another person will answer. You may also turn to a dispute settlement body or to a court.
letter-kept-subject = Your text is visible again: { $title }
letter-kept-why = What you wrote on { $site } had been hidden: “{ $title }”. It is visible again.
letter-kept-action = See the page
letter-kept-next = You have nothing to do.
letter-answered-subject = Your report was read: { $title }
letter-answered-why = You reported something on { $site }: “{ $title }”. A person read it and decided.
letter-answered-action = Read the decision and contest it
letter-answered-next = If you disagree, you have 14 days to contest. Another person will answer.
letter-undone-subject = A decision is undone: { $title }
letter-undone-why = The decision about what you wrote on { $site } is undone: “{ $title }”. Everything is as before.
letter-undone-action = See the page
letter-undone-next = You have nothing to do.
letter-appeal-subject = Answer to the appeal: { $title }
letter-appeal-why = Another person read again the decision taken on { $site }: “{ $title }”.
letter-appeal-action = Read the answer
letter-appeal-next = This is the last answer of the site. You may turn to a dispute settlement body or to a court.
letter-received-subject = Your notice arrived: { $title }
letter-received-why = We received your notice on { $site }: “{ $title }”. It will be read first.
letter-received-action = Read the rules
letter-received-next = You will receive the decision and its reasons at this address.
letter-ruling-keep = Decision: nothing is wrong, the text is visible.
letter-ruling-breaks = Decision: the text is no longer shown in its place. It breaks { $article } of the rules.
letter-motive = Reasons: { $motive }
letter-decided-by-people = Decision taken by a person on { $date }, without a program deciding in their place.
