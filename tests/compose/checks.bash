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

check_confinement() {
    local service
    for service in "${lasting[@]}"; do
        check "$service runs without root and without capabilities" is_confined "$service"
    done
    for service in migrate demo; do check "$service ran without root" has_other_user "$service"; done
    check "nothing can be written outside of memory and volumes" refuses run_in api touch /srv/howdah/x
    check "only the API publishes a port" only_api_publishes
    check "no secret is in an environment, a command line or a log" secrets_are_nowhere
}

check_access() {
    check "the API cannot reach PostgreSQL but through PgBouncer" refuses reaches_postgres api
    check "the workers cannot either" refuses reaches_postgres worker
    check "PgBouncer lets a login into its own pool" logs_in howdah_api howdah_api api
    check "PgBouncer refuses another login's pool" refuses logs_in howdah_api howdah_worker api
    check "PgBouncer refuses a wrong password" refuses logs_in howdah_api howdah_api worker
    check "the server knows SCRAM verifiers only" passwords_are_verifiers
    check "the operator's key opens the API" operator_key_works
}

check_operation() {
    check "a second migration changes nothing" migrates_again
    check "everything recovers by itself from a restart of PostgreSQL" recovers_from postgres
    check "everything recovers by itself from a restart of PgBouncer" recovers_from pgbouncer
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

# Numbers of accounts are not names here, so 0 is what root would be in the container, too.
is_confined() {
    local id processes
    id=$(container "$1")
    processes=$(docker top "$id" -eo pid,uid,args | tail -n +2)
    echo "$processes"
    [[ -n $processes ]] && refuses grep -E '^ *[0-9]+ +0 ' <<<"$processes" \
        && has_other_user "$1" \
        && [[ $(inspect "$1" '{{.HostConfig.ReadonlyRootfs}} {{.HostConfig.SecurityOpt}}') \
            == "true [no-new-privileges:true]" ]] \
        && run_in "$1" cat /proc/1/status >"$scratch/status" \
        && [[ $(grep -cE '^Cap(Prm|Eff|Bnd|Amb):\s0+$' "$scratch/status") == 4 ]]
}
has_other_user() { [[ $(inspect "$1" '{{.Config.User}}') =~ ^(postgres|[1-9][0-9:]*)$ ]]; }

only_api_publishes() {
    local id name ports
    for id in $(compose ps --all --quiet); do
        name=$(docker inspect --format '{{index .Config.Labels "com.docker.compose.service"}}' "$id")
        ports=$(docker port "$id")
        case $name in
            api) [[ $ports == "8080/tcp -> 127.0.0.1:$HOWDAH_PORT" ]] ;;
            *) [[ -z $ports ]] ;;
        esac || { echo "$name publishes: $ports"; return 1; }
    done
}

secrets_are_nowhere() {
    local id file
    for id in $(compose ps --all --quiet); do
        docker inspect "$id"
        docker logs "$id" 2>&1
        docker top "$id" -eo pid,args 2>/dev/null || true
    done >"$scratch/seen"
    for file in "$HOWDAH_SECRETS"/*; do refuses grep -F "$(<"$file")" "$scratch/seen" || return 1; done
    refuses grep -F "$(operator_key)" "$scratch/seen"
}

reaches_postgres() {
    run_in "$1" python -c 'import socket; socket.create_connection(("postgres", 5432), 3)'
}

# From PostgreSQL's container, which has psql and is in PgBouncer's network.
logs_in() {
    local login=$1 pool=$2 secret=$3
    run_in postgres bash -c "PGPASSWORD=\$(cat) psql --no-psqlrc --host=pgbouncer --port=6432 --username=$login \
        --dbname=$pool --command='select 1'" <"$HOWDAH_SECRETS/$secret-password"
}

admin_sql() { run_in postgres psql --no-psqlrc -At --username=howdah_admin --dbname=howdah --command="$1"; }
passwords_are_verifiers() {
    local count
    count=$(admin_sql "select count(*) filter (where rolpassword like 'SCRAM-SHA-256$%') || ' of ' || count(*)
        from pg_authid where rolcanlogin")
    [[ $count == '4 of 4' ]] || { echo "$count"; return 1; }
}

operator_key() { compose run --rm --no-deps --no-TTY migrate operator-key 2>/dev/null; }
operator_key_works() { get /v1/whoami "$(operator_key)"; }

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

scales_workers() {
    compose up --detach --wait --no-recreate --no-build --scale worker=2 worker \
        && [[ $(compose ps --quiet worker | wc -l) == 2 ]]
}

nothing_is_left() {
    [[ ! -e $scratch ]] && diff <(echo "$1") <(traces)
}
