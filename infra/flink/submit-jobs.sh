#!/usr/bin/env bash
# Submits the jobs that do not run yet. Environment: MILLRACE_FLINK (host:port), MILLRACE_KAFKA, MILLRACE_REGISTRY.
set -euo pipefail

running=$(/opt/flink/bin/flink list -m "$MILLRACE_FLINK" -r)

submit() { # name, entry class
  if grep -q ": $1 (" <<<"$running"; then
    echo "$1 runs already"
    return
  fi
  local restore=() newest
  # A JobManager knows nothing of the jobs before it; their newest checkpoint does.
  newest=$(ls -td /var/lib/flink/checkpoints/"$1"/*/chk-*/_metadata 2>/dev/null | head -n 1 || true)
  [ -z "$newest" ] || restore=(-s "$(dirname "$newest")" -claim)
  /opt/flink/bin/flink run -m "$MILLRACE_FLINK" -d "${restore[@]}" -c "$2" /opt/flink/usrlib/millrace-flink-jobs.jar \
    --kafka "$MILLRACE_KAFKA" --registry "$MILLRACE_REGISTRY" --checkpoint-dir "file:///var/lib/flink/checkpoints/$1"
}

submit bars-indicators io.millrace.flink.bars.BarsIndicatorsJob
submit features io.millrace.flink.features.FeaturesJob
submit signals io.millrace.flink.signals.SignalsJob
