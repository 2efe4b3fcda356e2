CREATE TABLE moderation_case (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    origin TEXT NOT NULL,
    state TEXT NOT NULL,
    visibility TEXT NOT NULL,
    hidden_until BIGINT,
    was_hidden BOOLEAN NOT NULL,
    was_shown_again BOOLEAN NOT NULL,
    score BIGINT NOT NULL,
    reports BIGINT NOT NULL,
    reasons TEXT NOT NULL,
    is_notice BOOLEAN NOT NULL,
    title TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    path TEXT NOT NULL,
    author_key TEXT NOT NULL,
    author_person TEXT,
    author_mail TEXT,
    author_locale TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    decided_at BIGINT
);

CREATE UNIQUE INDEX moderation_case_live ON moderation_case (kind, subject)
    WHERE state <> 'decided';

CREATE INDEX moderation_case_queue ON moderation_case (state, score);

CREATE INDEX moderation_case_author ON moderation_case (author_key, state);

CREATE INDEX moderation_case_opened ON moderation_case (opened_at);

CREATE TABLE moderation_case_scope (
    case_id TEXT NOT NULL REFERENCES moderation_case (id),
    scope TEXT NOT NULL,
    PRIMARY KEY (scope, case_id)
);

CREATE INDEX moderation_case_scope_case ON moderation_case_scope (case_id);

CREATE TABLE report (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES moderation_case (id),
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    reporter TEXT NOT NULL,
    person TEXT,
    mail TEXT,
    locale TEXT NOT NULL,
    network TEXT NOT NULL,
    reason TEXT NOT NULL,
    words TEXT NOT NULL,
    weight BIGINT NOT NULL,
    level BIGINT NOT NULL,
    account_days BIGINT NOT NULL,
    places TEXT NOT NULL,
    notice TEXT NOT NULL,
    at BIGINT NOT NULL,
    was_right BOOLEAN,
    UNIQUE (kind, subject, reporter)
);

CREATE INDEX report_case ON report (case_id, at);

CREATE INDEX report_reporter ON report (reporter, was_right);

CREATE INDEX report_network ON report (network, at);

CREATE INDEX report_at ON report (at);

CREATE TABLE moderation_decision (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES moderation_case (id),
    ruling TEXT NOT NULL,
    motive TEXT NOT NULL,
    decider TEXT NOT NULL,
    at BIGINT NOT NULL,
    is_on_appeal BOOLEAN NOT NULL,
    before_state TEXT NOT NULL,
    before_visibility TEXT NOT NULL,
    before_hidden_until BIGINT,
    undone_at BIGINT,
    undone_by TEXT
);

CREATE INDEX moderation_decision_case ON moderation_decision (case_id, at);

CREATE INDEX moderation_decision_at ON moderation_decision (at);

CREATE TABLE moderation_appeal (
    id TEXT PRIMARY KEY,
    decision TEXT NOT NULL REFERENCES moderation_decision (id),
    case_id TEXT NOT NULL REFERENCES moderation_case (id),
    party TEXT NOT NULL,
    words TEXT NOT NULL,
    at BIGINT NOT NULL,
    state TEXT NOT NULL,
    judge TEXT,
    judged_at BIGINT,
    UNIQUE (decision, party)
);

CREATE INDEX moderation_appeal_state ON moderation_appeal (state, at);

CREATE INDEX moderation_appeal_at ON moderation_appeal (at);
