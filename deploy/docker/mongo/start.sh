#!/usr/bin/env bash
# Starts mongod as a replica set of one. Its members know each other by a key file, made at the first start and kept in a volume.
set -eu
keyfile=/data/configdb/keyfile
if [ ! -s "$keyfile" ]; then
    rm -f "$keyfile.draft"
    (umask 0377 && head -c 756 /dev/urandom | base64 -w 0 >"$keyfile.draft")
    mv "$keyfile.draft" "$keyfile"
fi
exec docker-entrypoint.sh mongod --replSet rs0 --keyFile "$keyfile" --bind_ip_all --wiredTigerCacheSizeGB 1
