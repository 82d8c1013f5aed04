#!/bin/sh
# Run once, when the database folder is made. `ibex` owns the layout and is no superuser, so that row-level security can
# bind what it does on a reader's behalf; `ibex_reader` is the role that readers' questions run under. `ibex_console` has a
# database of its own for sessions and drafts, sealed under the console's key, and none of the exchange's.
set -eu
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set password="$(cat "${IBEX_PASSWORD_FILE:-/run/secrets-postgres/ibex-password}")" \
  --set console="$(cat "${IBEX_CONSOLE_PASSWORD_FILE:-/run/secrets-postgres/console-password}")" <<'SQL'
CREATE ROLE ibex LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'password';
CREATE ROLE ibex_reader NOLOGIN NOSUPERUSER NOBYPASSRLS;
GRANT ibex_reader TO ibex;
CREATE DATABASE ibex OWNER ibex ENCODING 'UTF8' TEMPLATE template0;
REVOKE CONNECT ON DATABASE ibex FROM PUBLIC;
CREATE ROLE ibex_console LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'console';
GRANT ibex_reader TO ibex_console;
CREATE DATABASE ibex_console OWNER ibex_console ENCODING 'UTF8' TEMPLATE template0;
REVOKE CONNECT ON DATABASE ibex_console FROM PUBLIC;
SQL
