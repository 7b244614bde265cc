# What tests/compose/run checks, a line each.

readonly lasting=(postgres pgbouncer api worker)

# Runs a command that tells whether a claim holds; its output is shown when it does not.
check() {
    local claim=$1 output
    shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
        printf 'ok   %s\n' "$claim"
    else
        failed=$((failed + 1))
        printf 'FAIL %s\n' "$claim"
        [[ -z $output ]] || tail -n 20 <<<"$output" | sed 's/^/     /'
    fi
}

refuses() { ! "$@"; }
container() { compose ps --all --quiet "$1"; }
inspect() { docker inspect --format "$2" "$(container "$1")"; }
run_in() { compose exec --no-TTY "$@"; }
project_leftovers() {
    local filter=label=com.docker.compose.project=$project
    docker ps --all --quiet --filter "$filter"
    docker volume ls --quiet --filter "$filter"
    docker network ls --quiet --filter "$filter"
}

check_everything() {
    local service
    check "the migrations were deployed and verified" ended_well migrate
    for service in "${lasting[@]}"; do check "$service is healthy" becomes_healthy "$service"; done
    check "the API answers that it is ready, by its published port" is_ready
    check "the guided run succeeds" ended_well demo
    check "the guided run prints its summary" prints_summary
    docker logs "$(container demo)" 2>/dev/null | grep -E '[✓│╭╰]' | sed 's/^/     /' || true
    check_confinement
    check_access
    check_operation
}

check_operation() {
    check "a second migration changes nothing" migrates_again
    check "everything recovers by itself from a restart of PostgreSQL" recovers_from postgres
    check "everything recovers by itself from a restart of PgBouncer" recovers_from pgbouncer
    check "the password of a login can be changed" changes_password api
    check "another worker can be added" scales_workers
}

ended_well() { [[ $(timeout 300 docker wait "$(container "$1")") == 0 ]] || { docker logs "$(container "$1")"; return 1; }; }

becomes_healthy() {
    local tries=60
    until [[ $(inspect "$1" '{{.State.Health.Status}}') == healthy ]]; do
        ((tries-- > 0)) || { docker logs --tail 20 "$(container "$1")"; return 1; }
        sleep 1
    done
}

get() {
    python3 - "http://127.0.0.1:$HOWDAH_PORT$1" "${2:-}" <<'PYTHON'
import sys, urllib.request
request = urllib.request.Request(sys.argv[1])
if sys.argv[2]:
    request.add_header("Authorization", f"Bearer {sys.argv[2]}")
with urllib.request.urlopen(request, timeout=10) as answer:
    print(answer.read().decode())
PYTHON
}
is_ready() { get /health/ready; }
prints_summary() { docker logs "$(container demo)" 2>/dev/null | grep -F 'Everything arrived, once'; }

migrates_again() {
    local before output
    before=$(operator_key)
    output=$(compose run --rm --no-deps --no-TTY migrate 2>&1)
    [[ -n $before && $output == *'Nothing to deploy'* && $output != *password* && $(operator_key) == "$before" ]] \
        || { echo "$output"; return 1; }
}

recovers_from() {
    docker restart --time 30 "$(container "$1")" >/dev/null && becomes_healthy "$1" || return 1
    local tries=60
    until is_ready; do ((tries-- > 0)) || return 1; sleep 0.5; done 2>/dev/null
    operator_key_works
}

changes_password() {
    mv "$HOWDAH_SECRETS/$1-password" "$HOWDAH_SECRETS/former-password"
    "$root/deploy/secrets" "$HOWDAH_SECRETS" \
        && compose up --detach --wait --no-build --force-recreate migrate pgbouncer api worker \
        && is_ready && logs_in "howdah_$1" "howdah_$1" "$1" && refuses logs_in "howdah_$1" "howdah_$1" former
}

scales_workers() {
    compose up --detach --wait --no-recreate --no-build --scale worker=2 worker \
        && [[ $(compose ps --quiet worker | wc -l) == 2 ]]
}

nothing_is_left() {
    [[ ! -e $scratch ]] && diff <(echo "$1") <(traces)
}
