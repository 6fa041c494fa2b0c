-- The share service, schema 1. Times are milliseconds since the epoch, digests and hashes 32 bytes.
CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL);

CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created_ms INTEGER NOT NULL,
    quota_bytes INTEGER NOT NULL,
    quota_shares INTEGER NOT NULL);

CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES users(id),
    name TEXT NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    scopes INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    revoked_ms INTEGER NOT NULL DEFAULT 0,
    last_used_ms INTEGER NOT NULL DEFAULT 0);

CREATE TABLE shares (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    owner_id INTEGER NOT NULL REFERENCES users(id),
    access TEXT NOT NULL,
    code_verifier TEXT NOT NULL DEFAULT '',
    version_id INTEGER NOT NULL DEFAULT 0,
    expires_ms INTEGER NOT NULL DEFAULT 0,
    expired INTEGER NOT NULL DEFAULT 0,
    deleted INTEGER NOT NULL DEFAULT 0,
    held_until_ms INTEGER NOT NULL DEFAULT 0,
    downloads INTEGER NOT NULL DEFAULT 0,
    last_download_ms INTEGER NOT NULL DEFAULT 0);
CREATE INDEX shares_owner ON shares(owner_id);
CREATE INDEX shares_expiry ON shares(expires_ms);

CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    share_id INTEGER NOT NULL REFERENCES shares(id),
    version BLOB NOT NULL,
    manifest_sha256 BLOB NOT NULL,
    manifest_size INTEGER NOT NULL,
    size INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    retired_ms INTEGER NOT NULL DEFAULT 0);
CREATE INDEX versions_share ON versions(share_id);

CREATE TABLE version_parts (
    version_id INTEGER NOT NULL REFERENCES versions(id),
    name BLOB NOT NULL,
    manifest INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    size INTEGER NOT NULL,
    PRIMARY KEY (version_id, name, manifest)) WITHOUT ROWID;
CREATE INDEX version_parts_blob ON version_parts(sha256);
CREATE INDEX version_parts_name ON version_parts(name);

CREATE TABLE pushes (
    id TEXT PRIMARY KEY,
    share_id INTEGER NOT NULL REFERENCES shares(id),
    user_id INTEGER NOT NULL REFERENCES users(id),
    token_id TEXT NOT NULL,
    condition INTEGER NOT NULL,
    expected BLOB NOT NULL,
    ttl_seconds INTEGER NOT NULL,
    access TEXT NOT NULL,
    code_verifier TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    expires_ms INTEGER NOT NULL,
    version_id INTEGER NOT NULL DEFAULT 0);
CREATE INDEX pushes_share ON pushes(share_id);
CREATE INDEX pushes_expiry ON pushes(expires_ms);

CREATE TABLE push_parts (
    push_id TEXT NOT NULL REFERENCES pushes(id),
    name BLOB NOT NULL,
    manifest INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    size INTEGER NOT NULL,
    arrived INTEGER NOT NULL,
    PRIMARY KEY (push_id, name, manifest)) WITHOUT ROWID;
CREATE INDEX push_parts_blob ON push_parts(sha256);

CREATE TABLE pulls (
    id TEXT PRIMARY KEY,
    share_id INTEGER NOT NULL,
    version_id INTEGER NOT NULL REFERENCES versions(id),
    token_id TEXT NOT NULL,
    created_ms INTEGER NOT NULL,
    ends_ms INTEGER NOT NULL);
CREATE INDEX pulls_version ON pulls(version_id);
CREATE INDEX pulls_end ON pulls(ends_ms);

CREATE TABLE pull_records (
    id INTEGER PRIMARY KEY,
    time_ms INTEGER NOT NULL,
    pull_id TEXT NOT NULL,
    token_id TEXT NOT NULL,
    share_name TEXT NOT NULL,
    version BLOB NOT NULL,
    client TEXT NOT NULL,
    source TEXT NOT NULL);
CREATE INDEX pull_records_share ON pull_records(share_name);

-- Blobs that lost a reference: looked at by the sweep, so that a crash forgets none.
CREATE TABLE garbage (sha256 BLOB PRIMARY KEY, since_ms INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE idempotency (
    token_id TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash BLOB NOT NULL,
    sealed_answer BLOB NOT NULL,
    created_ms INTEGER NOT NULL,
    PRIMARY KEY (token_id, key)) WITHOUT ROWID;
CREATE INDEX idempotency_age ON idempotency(created_ms);
