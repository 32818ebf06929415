#!/bin/bash
# Submits the job to the session cluster unless a job is there already. Arguments go to the job.
set -euo pipefail

jobs=$(/opt/flink/bin/flink list)
if grep -Eq ' : [0-9a-f]{32} : ' <<<"$jobs"; then
  echo "A job is there already; to replace it, stop it with a savepoint first:"
  echo "$jobs"
  exit 0
fi
exec /opt/flink/bin/flink run --detached /opt/flink/job/puma-sentinel-job.jar "$@"
