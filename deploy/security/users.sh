#!/bin/bash
# Sets the password of Kibana's user and makes the job's role and user; safe to repeat.
set -euo pipefail

# The password goes through standard input, where no process list shows it.
ask() {
  local method=$1 path=$2 body=$3
  curl -sSf --cacert /certs/ca/ca.crt --config - \
    -X "$method" -H 'Content-Type: application/json' -o /dev/null --data-binary "@$body" \
    "https://elasticsearch:9200$path" <<<"user = \"elastic:$ELASTIC_PASSWORD\""
}

# Passwords are hexadecimal (new-env), so that they need no quoting in JSON.
for password in "$ELASTIC_PASSWORD" "$KIBANA_PASSWORD" "$ELASTICSEARCH_PASSWORD"; do
  if ! [[ $password =~ ^[A-Za-z0-9._-]{16,}$ ]]; then
    echo "a password in .env is too short or has other characters than letters, digits and ._-" \
      "(got text not shown here); at least 16, as deploy/security/new-env writes them" >&2
    exit 1
  fi
done

umask 077
work=$(mktemp -d)
printf '{"password":"%s"}' "$KIBANA_PASSWORD" >"$work/kibana.json"
printf '{"password":"%s","roles":["puma-sentinel"],"full_name":"puma-sentinel job"}' \
  "$ELASTICSEARCH_PASSWORD" >"$work/sentinel.json"

ask POST /_security/user/kibana_system/_password "$work/kibana.json"
ask PUT /_security/role/puma-sentinel /role-puma-sentinel.json
ask PUT /_security/user/sentinel "$work/sentinel.json"
rm -r "$work"
