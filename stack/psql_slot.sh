#!/usr/bin/env bash
# psql for one pgTAP test, in a database that no other test uses at this moment: advisory locks and
# LISTEN reach through a whole database, so that tests running side by side need one each.
set -euo pipefail
for ((slot = 1; slot <= PGTAP_SLOTS; slot++)); do
    exec {lock}>"$HOWDAH_TEST_HOME/pgtap-$slot.lock"
    if flock --nonblock "$lock"; then
        PGDATABASE=howdah_pgtap_$slot exec psql "$@"
    fi
    exec {lock}>&-
done
echo "no database of $PGTAP_SLOTS is free for this test" >&2
exit 1
