#!/bin/bash
# Makes an authority and a certificate for the node `elasticsearch`, unless they are there. Runs as root in
# Elasticsearch's image; /certificates keeps the keys, /authority gets the public certificate alone.
set -euo pipefail

if [ ! -f /certificates/elasticsearch/elasticsearch.key ]; then
  cd /usr/share/elasticsearch
  rm -rf /certificates/ca /certificates/elasticsearch /tmp/ca.zip /tmp/node.zip
  bin/elasticsearch-certutil ca --silent --pem --days 3650 --out /tmp/ca.zip
  unzip -q /tmp/ca.zip -d /certificates
  bin/elasticsearch-certutil cert --silent --pem --days 825 --name elasticsearch \
    --dns elasticsearch,localhost --ip 127.0.0.1 \
    --ca-cert /certificates/ca/ca.crt --ca-key /certificates/ca/ca.key --out /tmp/node.zip
  unzip -q /tmp/node.zip -d /certificates
fi
# The server belongs to the group root; nobody else reads the keys.
chown -R root:root /certificates
find /certificates -type d -exec chmod 750 {} \;
find /certificates -type f -exec chmod 640 {} \;
install -m 644 /certificates/ca/ca.crt /authority/ca.crt
chmod 755 /authority
