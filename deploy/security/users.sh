#!/bin/bash
# Sets the password of Kibana's user, installs roles, lifecycle policies and templates, and makes the job's user, who
# may only write; safe to repeat. A lifecycle policy that is there stays: how long to keep is the operator's to say.
set -euo pipefail

# The password goes through standard input, where no process list shows it.
ask() {
  local method=$1 path=$2
  shift 2
  curl -sS --cacert /certs/ca/ca.crt --config - -X "$method" -o /dev/null \
    -H 'Content-Type: application/json' "$@" "https://elasticsearch:9200$path" <<<"user = \"elastic:$ELASTIC_PASSWORD\""
}

put() {
  ask "$1" "$2" --fail --data-binary "@$3"
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
trap 'rm -r "$work"' EXIT
printf '{"password":"%s"}' "$KIBANA_PASSWORD" >"$work/kibana.json"
printf '{"password":"%s","roles":["puma-sentinel-writer"],"full_name":"puma-sentinel job"}' \
  "$ELASTICSEARCH_PASSWORD" >"$work/sentinel.json"

put POST /_security/user/kibana_system/_password "$work/kibana.json"
while read -r file; do
  put PUT "/_security/role/${file%.json}" "/roles/$file"
done </roles/manifest.txt
while read -r file; do
  name=${file#*-}
  name=${name%.json}
  case $file in
    lifecycle-*)
      if ! ask GET "/_ilm/policy/$name" --fail 2>/dev/null; then
        put PUT "/_ilm/policy/$name" "/elasticsearch/$file"
      fi
      ;;
    component-*) put PUT "/_component_template/$name" "/elasticsearch/$file" ;;
    index-*) put PUT "/_index_template/$name" "/elasticsearch/$file" ;;
  esac
done </elasticsearch/manifest.txt
put PUT /_security/user/sentinel "$work/sentinel.json"
