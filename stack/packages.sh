#!/usr/bin/env bash
# Installs Debian packages as root without touching what the machine already runs: Debian's maintainer
# scripts would make a cluster "main" and start PgBouncer, so both are held back meanwhile.
# Usage: packages.sh PACKAGE…, where "postgresql" and "pgtap" stand for the versioned packages.
set -euo pipefail

readonly minimum=15
readonly service_policy=/usr/sbin/policy-rc.d
readonly cluster_defaults=/etc/postgresql-common/createcluster.conf
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
cleanups=()

fail() { printf 'howdah: %s\n' "$*" >&2; exit 1; }
clean_up() { local action; for action in "${cleanups[@]}"; do eval "$action"; done; }

# apt-get, silent unless it fails.
apt() {
    local said
    said=$(apt-get -qq "$@" 2>&1) || fail "apt-get $1 failed:"$'\n'"$(tail -n 30 <<<"$said")"
}
install() { apt install --yes --no-install-recommends "$@"; }

newest_installed_postgres() {
    local path version newest=0
    for path in /usr/lib/postgresql/*/bin/postgres; do
        version=${path#/usr/lib/postgresql/} version=${version%%/*}
        if [[ $version =~ ^[0-9]+$ ]] && ((version > newest)); then newest=$version; fi
    done
    echo "$newest"
}

# The distribution's own choice, unless a server that is new enough is already here.
postgres_version() {
    local version
    version=$(newest_installed_postgres)
    if ((version < minimum)); then
        version=$(apt-cache depends postgresql | sed -n 's/.*Depends: postgresql-\([0-9]*\)$/\1/p' | head -n 1)
    fi
    ((${version:-0} >= minimum)) \
        || fail "this system offers PostgreSQL ${version:-none}, but $minimum or newer is needed"
    echo "$version"
}

hold_services_back() {
    [[ ! -e $service_policy ]] || return 0
    cleanups+=("rm -f $service_policy")
    printf '#!/bin/sh\nexit 101\n' >"$service_policy"
    chmod 755 "$service_policy"
}

hold_cluster_main_back() {
    install postgresql-common
    cp -p "$cluster_defaults" "$cluster_defaults.before-howdah"
    cleanups+=("mv -f $cluster_defaults.before-howdah $cluster_defaults")
    echo 'create_main_cluster = false' >>"$cluster_defaults"
}

((EUID == 0)) || fail "packages can only be installed by root"
trap clean_up EXIT
apt update
version=$(postgres_version)
packages=() server=no pooler=no
for name; do
    case $name in
        postgresql) packages+=("postgresql-$version" "postgresql-client-$version") server=yes ;;
        pgtap) packages+=("postgresql-$version-pgtap") ;;
        pgbouncer) packages+=(pgbouncer) pooler=yes ;;
        *) packages+=("$name") ;;
    esac
done
hold_services_back
if [[ $server == yes ]]; then hold_cluster_main_back; fi
install "${packages[@]}"
# Its service would otherwise take PgBouncer's usual port at the next boot.
if [[ $pooler == yes ]] && command -v systemctl >/dev/null; then
    systemctl --quiet disable pgbouncer.service >&2 || true
fi
