# Base images for tests/compose/run. Where no registry can be reached, stand-ins under the official
# names are made from Debian's own packages; the builds on top of them are the real ones.

readonly suite=trixie
readonly bases=(debian:trixie-slim python:3.13-slim-trixie postgres:17-trixie)
added_images=()

ensure_bases() {
    local image reachable=yes
    for image in "${bases[@]}"; do
        if docker image inspect "$image" &>/dev/null; then continue; fi
        added_images+=("$image")
        if [[ $reachable == yes ]] && timeout 300 docker pull --quiet "$image" &>"$scratch/pull.log"; then
            say "pulled $image"
            continue
        fi
        reachable=no
        make_stand_in "$image"
        say "no registry answers: made a stand-in for $image"
    done
}

make_stand_in() {
    if [[ $1 == debian:* ]]; then
        bootstrap | docker import --change 'CMD ["bash"]' - "$1" >/dev/null
        return
    fi
    local context=$scratch/stand-in
    mkdir -p "$context"
    cp "$here"/stand-ins/* "$context/"
    pip_settings >"$context/pip.conf"
    docker build --quiet --network=host --tag "$1" --file "$context/${1%%:*}.Dockerfile" "$context" \
        &>"$scratch/build.log" || fail "$1: $(tail -n 5 "$scratch/build.log")"
}

# A minimal Debian that trusts what this machine trusts and fetches packages the way it does.
bootstrap() {
    command -v mmdebstrap >/dev/null || unpack mmdebstrap
    local mirror options=$scratch/apt.conf bundle=/etc/ssl/certs/ca-certificates.crt hooks=()
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | awk '!/security/ && !seen++')
    apt-config dump | grep -E '^Acquire::(http|https|Check-Date|Check-Valid-Until|Retries)\b' >"$options" || true
    if [[ -e $bundle ]]; then hooks+=("--customize-hook=copy-in $bundle ${bundle%/*}"); fi
    mmdebstrap --quiet --variant=minbase --include=ca-certificates --aptopt="$options" "${hooks[@]}" \
        "$suite" - ${mirror:+"$mirror"}
}

# This machine's settings of pip, from its files and its environment, but for paths on its own disk.
pip_settings() {
    echo '[global]'
    python3 -m pip config list 2>/dev/null \
        | sed -nE "s/^[^.]+\.(index-url|extra-index-url|trusted-host|proxy|cert|timeout)='(.*)'$/\1 = \2/p" \
        | { grep -v file: || true; } | sort -u -t = -k 1,1
}
