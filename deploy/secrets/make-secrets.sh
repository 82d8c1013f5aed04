#!/bin/sh
# Development secrets for docker-compose.yml, made once into volumes (one per service that needs them) and kept there.
# Never for production: keys made and kept by a container are in the hands of whoever runs the machine.
#   make-secrets.sh <folder>      needs openssl; as root it also gives each folder to the user that its service runs as
set -eu
umask 077
root=$1

b64url() { base64 | tr -d '\n=' | tr '/+' '_-'; }
# A file that is there stays: restarting makes nothing new. Written beside and renamed, so that none is ever half there.
keep() { [ -s "$1" ] && cat > /dev/null || { cat > "$1.new" && mv "$1.new" "$1"; }; }
password() { openssl rand -base64 24 | tr -d '\n=' | tr '/+' '_-' | keep "$1"; }
shared() { [ -s "$2" ] || cp "$1" "$2"; }

for folder in ibex console setup postgres kafka keycloak grafana; do mkdir -p "$root/$folder"; done

# IBEX's own: 32 bytes that wrap every record's key, and the Ed25519 key that signs receipts, as a JWK (RFC 8037).
openssl rand -base64 32 | keep "$root/ibex/master.key"
if [ ! -s "$root/ibex/receipts.jwk" ]; then
  openssl genpkey -algorithm ed25519 -out "$root/ibex/receipts.pem"
  d=$(openssl pkey -in "$root/ibex/receipts.pem" -outform DER | tail -c 32 | b64url)
  x=$(openssl pkey -in "$root/ibex/receipts.pem" -pubout -outform DER | tail -c 32 | b64url)
  printf '{"kty":"OKP","crv":"Ed25519","d":"%s","x":"%s"}\n' "$d" "$x" | keep "$root/ibex/receipts.jwk"
  rm "$root/ibex/receipts.pem"
fi

# The console's own: the key that seals its sessions, and its secret at Keycloak, which is the development realm's.
openssl rand -base64 32 | keep "$root/console/console.key"
printf 'test-only-ibex-console' | keep "$root/console/sign-in-secret"

password "$root/postgres/admin-password"
password "$root/postgres/ibex-password"
shared "$root/postgres/ibex-password" "$root/ibex/postgres-password"
password "$root/postgres/console-password"
shared "$root/postgres/console-password" "$root/console/postgres-password"
# one file per SCRAM user; ibex-<gss> is who an authority's systems are known as
for user in broker admin ibex-relay ibex-E09000007 ibex-E09000008 ibex-E09000012; do password "$root/kafka/$user-password"; done
shared "$root/kafka/ibex-relay-password" "$root/ibex/kafka-password"
shared "$root/kafka/admin-password" "$root/setup/kafka-admin-password"
password "$root/keycloak/admin-password"
password "$root/grafana/admin-password"

# Keycloak speaks TLS, because issuers' keys come over https only; its certificate is signed by an authority of its own.
if [ ! -s "$root/keycloak/server.crt" ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 825 -subj '/CN=IBEX development CA' \
    -keyout "$root/keycloak/ca.key" -out "$root/keycloak/ca.crt"
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj '/CN=keycloak' \
    -keyout "$root/keycloak/server.key" -out "$root/keycloak/server.csr"
  printf 'subjectAltName=DNS:keycloak,DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n' > "$root/keycloak/server.ext"
  openssl x509 -req -in "$root/keycloak/server.csr" -days 825 -CA "$root/keycloak/ca.crt" -CAkey "$root/keycloak/ca.key" \
    -CAcreateserial -extfile "$root/keycloak/server.ext" -out "$root/keycloak/server.new"
  # nobody needs the authority's key again
  rm "$root/keycloak/ca.key" "$root/keycloak/ca.srl" "$root/keycloak/server.csr" "$root/keycloak/server.ext"
  mv "$root/keycloak/server.new" "$root/keycloak/server.crt"
fi
shared "$root/keycloak/ca.crt" "$root/ibex/keycloak-ca.crt"
shared "$root/keycloak/ca.crt" "$root/console/keycloak-ca.crt"

# Users of the images in docker-compose.yml.
if [ "$(id -u)" = 0 ]; then
  chown -R 10001:10001 "$root/ibex" "$root/console" "$root/setup"
  chown -R 999:999 "$root/postgres"
  chown -R 1000:1000 "$root/kafka" "$root/keycloak"
  chown -R 472:0 "$root/grafana"
fi
echo 'development secrets are in place'
