# A container engine for tests/compose/run: the one that is there, or one of its own, made from
# Debian's packages without installing them. Everything of it lies in $scratch and ends with it.
#
# It gets process and mount namespaces of its own: when dockerd ends, so does all that it started.
# It makes no firewall rules and forwards nothing, so containers reach each other and nobody else.

engine_pid=
engine_is_here=no
if docker info &>/dev/null; then engine_is_here=yes; fi
engine_cgroup=howdah-compose-$$
# What an engine leaves outside of its own directories.
readonly engine_traces=(/etc/docker /run/docker /run/containerd /run/xtables.lock)
engine_traces_before=()

start_engine() {
    ((EUID == 0)) || fail "no container engine answers here, and only root can start one"
    local trace
    for trace in "${engine_traces[@]}"; do
        if [[ -e $trace ]]; then engine_traces_before+=("$trace"); fi
    done
    command -v dockerd >/dev/null || unpack docker.io docker-cli
    ensure_iptables
    export DOCKER_HOST=unix://$scratch/docker.sock
    unshare --fork --kill-child --pid --mount --mount-proc dockerd \
        --host "$DOCKER_HOST" --pidfile "$scratch/docker.pid" \
        --data-root "$scratch/data" --exec-root "$scratch/exec" \
        --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false --bridge=none \
        --exec-opt native.cgroupdriver=cgroupfs --cgroup-parent "/$engine_cgroup" \
        "$@" &>"$scratch/dockerd.log" &
    engine_pid=$!
    local tries=60
    until docker info &>/dev/null; do
        kill -0 "$engine_pid" 2>/dev/null && ((tries-- > 0)) || return 1
        sleep 0.5
    done
}

# An engine needs it in the containers' own networks, where it answers for their names.
ensure_iptables() {
    command -v iptables >/dev/null && return
    local sbin=$scratch/packages/usr/sbin
    [[ -e $sbin/xtables-nft-multi ]] || unpack iptables
    ln -s xtables-nft-multi "$sbin/iptables"
}

# The layers of overlayfs where the kernel can, whole copies where it cannot.
ensure_engine() {
    if [[ $engine_is_here == yes ]]; then
        say "using the container engine that runs here"
        return
    fi
    start_engine || {
        stop_engine
        start_engine --storage-driver=vfs || fail "dockerd does not start: $(tail -n 5 "$scratch/dockerd.log")"
    }
    say "started an engine of its own: $(
        docker info --format '{{.ServerVersion}}, {{.Driver}}, cgroups v{{.CgroupVersion}}'
    )"
}

stop_engine() {
    [[ -n $engine_pid ]] || return 0
    local daemon trace
    daemon=$(pgrep -P "$engine_pid" || true)
    if [[ -n $daemon ]]; then kill -TERM "$daemon" 2>/dev/null || true; fi
    local tries=60
    while kill -0 "$engine_pid" 2>/dev/null && ((tries-- > 0)); do sleep 0.5; done
    kill -KILL "$engine_pid" 2>/dev/null || true
    wait "$engine_pid" 2>/dev/null || true
    engine_pid=
    find /sys/fs/cgroup -depth -type d -path "*/$engine_cgroup*" -exec rmdir {} + 2>/dev/null || true
    for trace in "${engine_traces[@]}"; do
        [[ " ${engine_traces_before[*]} " == *" $trace "* ]] || rm -rf "$trace"
    done
}

# Unpacks those of these Debian packages that exist, and what they need and is missing, into the
# scratch directory.
unpack() {
    local package wanted=()
    apt_options=(-qq -o "Dir::Cache::archives=$scratch/debs")
    mkdir -p "$scratch/debs/partial" "$scratch/packages"
    if ! is_offered "$1"; then
        mkdir -p "$scratch/lists/partial"
        apt_options+=(-o "Dir::State::lists=$scratch/lists")
        apt-get "${apt_options[@]}" update &>"$scratch/apt.log" \
            || fail "the package lists could not be fetched: $(tail -n 3 "$scratch/apt.log")"
    fi
    for package; do
        if is_offered "$package"; then wanted+=("$package"); fi
    done
    apt-get "${apt_options[@]}" --yes --no-install-recommends --download-only install "${wanted[@]}" \
        &>"$scratch/apt.log" || fail "$*: $(tail -n 3 "$scratch/apt.log")"
    for package in "$scratch"/debs/*.deb; do
        dpkg-deb --extract "$package" "$scratch/packages" || fail "there is no package of $*"
    done
    rm -rf "$scratch/debs"
    use_packages
}

is_offered() { [[ $(apt-cache "${apt_options[@]}" policy "$1" 2>/dev/null) =~ Candidate:\ [0-9] ]]; }

use_packages() {
    local base=$scratch/packages/usr libraries
    libraries=("$base"/lib/*-linux-gnu*)
    export PATH=$base/sbin:$base/bin:$PATH
    export LD_LIBRARY_PATH=${libraries[0]} XTABLES_LIBDIR=${libraries[0]}/xtables
}

# What could be left behind on this machine, one line each. Files and control groups of an engine
# that was here before are its own.
traces() {
    ip -o link | sed -n 's/^[0-9]*: \(br-[^:@]*\|veth[^:@]*\|docker[^:@]*\)[:@].*/interface \1/p'
    grep -o '^[^ ]* [^ ]*docker[^ ]*' /proc/mounts | sed 's/^/mount /' || true
    sed 's/^/ip_forward /' /proc/sys/net/ipv4/ip_forward
    if [[ $engine_is_here == yes ]]; then return; fi
    find /sys/fs/cgroup -type d \( -name 'howdah-compose-*' -o -name docker \) | sed 's/^/cgroup /'
    local trace
    for trace in "${engine_traces[@]}"; do [[ ! -e $trace ]] || echo "file $trace"; done
}
