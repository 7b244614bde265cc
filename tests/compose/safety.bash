# Who may do what: the part of tests/compose/run's checks that is about safety.

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
    check "the API reaches PgBouncer, but not PostgreSQL" reaches_only_pgbouncer api
    check "so do the workers" reaches_only_pgbouncer worker
    check "PgBouncer lets a login into its own pool" logs_in howdah_api howdah_api api
    check "PgBouncer refuses another login's pool" refuses logs_in howdah_api howdah_worker api
    check "PgBouncer refuses another login's password" refuses logs_in howdah_api howdah_api worker
    check "the server knows SCRAM verifiers only" passwords_are_verifiers
    check "the operator's key opens the API" operator_key_works
}

# By what the engine was told, and by what the processes are: accounts are compared by number, since
# the container's names for them are not this machine's.
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

reaches() {
    run_in "$1" python -c "import socket; socket.create_connection(('$2', $3), 3)"
}
reaches_only_pgbouncer() { reaches "$1" pgbouncer 6432 && refuses reaches "$1" postgres 5432; }

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
