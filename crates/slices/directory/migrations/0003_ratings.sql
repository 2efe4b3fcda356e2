CREATE TABLE rating (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL REFERENCES place (id),
    rater TEXT NOT NULL,
    person TEXT,
    mail TEXT,
    locale TEXT NOT NULL,
    proof TEXT NOT NULL,
    welcome BIGINT NOT NULL,
    usefulness BIGINT NOT NULL,
    access BIGINT NOT NULL,
    hours BIGINT NOT NULL,
    comment TEXT NOT NULL,
    state TEXT NOT NULL,
    comment_state TEXT NOT NULL,
    article TEXT,
    comment_article TEXT,
    network TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    counted_at BIGINT,
    CHECK (welcome BETWEEN 1 AND 5 AND usefulness BETWEEN 1 AND 5
        AND access BETWEEN 1 AND 5 AND hours BETWEEN 1 AND 5)
);

CREATE INDEX rating_place ON rating (place, state, counted_at);

CREATE INDEX rating_rater ON rating (rater, made_at);

CREATE INDEX rating_person ON rating (person);

CREATE TABLE rating_turn (
    place TEXT NOT NULL REFERENCES place (id),
    rater TEXT NOT NULL,
    until_at BIGINT NOT NULL,
    PRIMARY KEY (place, rater)
);

CREATE TABLE rating_reply (
    rating TEXT PRIMARY KEY REFERENCES rating (id),
    person TEXT NOT NULL,
    author_key TEXT NOT NULL,
    locale TEXT NOT NULL,
    words TEXT NOT NULL,
    state TEXT NOT NULL,
    article TEXT,
    at BIGINT NOT NULL
);

CREATE TABLE visit_sheet (
    id TEXT PRIMARY KEY,
    place TEXT NOT NULL REFERENCES place (id),
    made_by TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    codes BIGINT NOT NULL
);

CREATE INDEX visit_sheet_place ON visit_sheet (place, made_at);

CREATE TABLE visit_code (
    code TEXT PRIMARY KEY,
    sheet TEXT NOT NULL REFERENCES visit_sheet (id),
    used_at BIGINT
);

CREATE INDEX visit_code_sheet ON visit_code (sheet);
