#!/usr/bin/env bash
# Submits a job unless it runs: submit-job.sh NAME ENTRY_CLASS
# Environment: MILLRACE_FLINK (host:port), MILLRACE_KAFKA, MILLRACE_REGISTRY.
set -euo pipefail
name=$1 entry_class=$2
checkpoints=/var/lib/flink/checkpoints/$name

if /opt/flink/bin/flink list -m "$MILLRACE_FLINK" -r | grep -q ": $name ("; then
  echo "$name runs already"
  exit 0
fi
# A JobManager knows nothing of the jobs before it; their newest checkpoint does.
restore=()
newest=$(ls -td "$checkpoints"/*/chk-*/_metadata 2>/dev/null | head -n 1 || true)
[ -z "$newest" ] || restore=(-s "$(dirname "$newest")" --claimMode claim)
exec /opt/flink/bin/flink run -m "$MILLRACE_FLINK" -d "${restore[@]}" -c "$entry_class" \
  /opt/flink/usrlib/millrace-flink-jobs.jar \
  --kafka "$MILLRACE_KAFKA" --registry "$MILLRACE_REGISTRY" --checkpoint-dir "file://$checkpoints"
