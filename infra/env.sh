#!/usr/bin/env bash
# Makes the secrets of infra/compose.yml, once: infra/.env and infra/var/gateway-token. Usage: infra/env.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
umask 077

secret() {
  head -c 24 /dev/urandom | base64 | tr '+/' '-_' | tr -d '='
}

if [ -e .env ]; then
  echo "infra/.env is there already"
  exit 0
fi
token=$(secret)
mkdir -p var
printf '%s' "$token" >var/gateway-token
# Prometheus reads it as another user; on this machine the directory keeps others out.
chmod 644 var/gateway-token
printf 'COMPOSE_PROJECT_NAME=millrace\nMILLRACE_POSTGRES_PASSWORD=%s\nMILLRACE_GATEWAY_TOKEN=%s\n' "$(secret)" "$token" >.env
echo "infra/.env and infra/var/gateway-token made; now: docker compose -f infra/compose.yml up --build --wait"
