CREATE TABLE person (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    mail TEXT,
    mail_key TEXT UNIQUE,
    password TEXT,
    locale TEXT NOT NULL,
    level BIGINT NOT NULL,
    state TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    seen_on TEXT NOT NULL,
    warned_at BIGINT,
    ended_at BIGINT
);

CREATE INDEX person_seen ON person (state, seen_on);

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    secret TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    is_strong BOOLEAN NOT NULL,
    device TEXT NOT NULL,
    network TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    proved_at BIGINT NOT NULL
);

CREATE INDEX session_person ON session (person, seen_at);

CREATE TABLE code (
    id TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    mail_key TEXT NOT NULL,
    mail TEXT NOT NULL,
    person TEXT,
    link TEXT NOT NULL UNIQUE,
    digits TEXT NOT NULL,
    way TEXT NOT NULL,
    tries BIGINT NOT NULL,
    made_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    used_at BIGINT
);

CREATE INDEX code_mail ON code (mail_key, made_at);

CREATE TABLE failure (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    at BIGINT NOT NULL
);

CREATE INDEX failure_account ON failure (account, at);

CREATE TABLE held_role (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    scope_kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT,
    given_by TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    ended_at BIGINT,
    ended_by TEXT,
    reason TEXT NOT NULL
);

CREATE INDEX held_role_person ON held_role (person, ended_at);

CREATE INDEX held_role_scope ON held_role (scope_kind, scope, ended_at);

CREATE TABLE invitation (
    id TEXT PRIMARY KEY,
    mail TEXT NOT NULL,
    mail_key TEXT NOT NULL,
    role TEXT NOT NULL,
    scope_kind TEXT NOT NULL,
    scope TEXT NOT NULL,
    until_at BIGINT,
    link TEXT NOT NULL UNIQUE,
    invited_by TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    answered_at BIGINT,
    answer TEXT
);

CREATE INDEX invitation_mail ON invitation (mail_key, ends_at);

CREATE TABLE house_secret (
    name TEXT PRIMARY KEY,
    secret TEXT NOT NULL,
    made_at BIGINT NOT NULL
);

CREATE TABLE consent (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    text TEXT NOT NULL,
    version TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    withdrawn_at BIGINT
);

CREATE INDEX consent_person ON consent (person, text);
