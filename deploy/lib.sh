# shellcheck shell=bash disable=SC2034
# What start and test share. It is read by them (`source`), not run.
set -euo pipefail

root="$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)"

# Debian packages. To build: libpq-dev libcurl4-openssl-dev zlib1g-dev pkg-config. To run: postgresql, iso-codes (names of
# countries and languages), graphviz (diagrams), poppler-utils (the text of PDF files), tzdata and ca-certificates.
packages_run=(libpq-dev libcurl4-openssl-dev zlib1g-dev pkg-config postgresql iso-codes graphviz poppler-utils tzdata ca-certificates)
# Only for the tests: a real SMTP server with TLS and certificates made for it; a real browser.
packages_test=(python3-aiosmtpd openssl)
packages_browser=(chromium python3-venv)

say() { printf '%s\n' "entente: $*" >&2; }

fail() {
    local code=$1
    shift
    say "$@"
    exit "$code"
}

# The packages of the arguments that are not installed, one a line.
missing_packages() {
    local installed package
    installed=$(dpkg-query --show --showformat='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for package in "$@"; do
        [[ $'\n'$installed$'\n' == *$'\n'"$package installed"$'\n'* ]] || printf '%s\n' "$package"
    done
}

# Installs what is missing as root; anyone else gets the one line to run, and exit code 2.
need_packages() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -eq 0 ]] && return
    if [[ $EUID -ne 0 ]]; then
        fail 2 "packages are missing. Run: sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${missing[*]}"
    fi
    say "installing ${missing[*]}"
    install_packages "${missing[@]}" ||
        fail 2 "these packages could not be installed: ${missing[*]} (see apt-get's message above)"
}

install_packages() {
    local wait=(-o DPkg::Lock::Timeout=120)
    export DEBIAN_FRONTEND=noninteractive
    keep_debian_from_making_a_cluster
    apt-get "${wait[@]}" install --yes --no-install-recommends "$@" >&2 && return
    apt-get "${wait[@]}" update >&2 && apt-get "${wait[@]}" install --yes --no-install-recommends "$@" >&2
}

# Debian's postgresql would make and start a cluster of its own at once; Entente brings its own.
keep_debian_from_making_a_cluster() {
    local folder=/etc/postgresql-common/createcluster.d
    [[ -e /etc/postgresql-common/createcluster.conf || -e $folder/entente.conf ]] && return
    mkdir -p "$folder"
    printf '%s\n' 'create_main_cluster = false' >"$folder/entente.conf"
}

need_swift() {
    command -v swift >/dev/null ||
        fail 2 "no Swift toolchain in PATH. Install Swift 6.3 or later from https://www.swift.org/install/linux/"
}
