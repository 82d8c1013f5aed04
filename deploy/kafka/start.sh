#!/bin/sh
# Prepares the broker's folder on first start, with a SCRAM user for each file <user>-password, then becomes the broker.
# Users who come later: kafka-configs.sh --alter --add-config 'SCRAM-SHA-512=[password=…]' --entity-type users
set -eu
umask 077
kafka=${KAFKA_FOLDER:-/opt/kafka}
secrets=${SECRETS:-/run/secrets-kafka}
work=${WORK:-/tmp/kafka}
mkdir -p "$work"

secret() { cat "$secrets/$1-password"; }
jaas='org.apache.kafka.common.security.scram.ScramLoginModule required'
properties="$work/server.properties"
{
  cat "${PROPERTIES:-/etc/ibex/server.properties}"
  printf 'listener.name.clients.scram-sha-512.sasl.jaas.config=%s username="broker" password="%s";\n' "$jaas" "$(secret broker)"
} > "$properties"
# for the health check and for whoever administers the broker from inside
printf 'security.protocol=SASL_PLAINTEXT\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=%s username="admin" password="%s";\n' \
  "$jaas" "$(secret admin)" > "$work/admin.properties"

set --
for file in "$secrets"/*-password; do
  user=$(basename "$file" -password)
  set -- "$@" --add-scram "SCRAM-SHA-512=[name=$user,password=$(cat "$file")]"
done
"$kafka/bin/kafka-storage.sh" format --ignore-formatted --cluster-id "${CLUSTER_ID:-aWJleC1kZXZlbG9wbWVudA}" --config "$properties" "$@"
exec "$kafka/bin/kafka-server-start.sh" "$properties"
