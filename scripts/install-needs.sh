#!/usr/bin/env bash
# Installs from Debian's packages what the tests look with: a browser, an office program, fonts, a PostgreSQL server and a hardware module in software.
set -euo pipefail
packages=()
command -v chromium >/dev/null || packages+=(chromium)
command -v soffice >/dev/null || packages+=(libreoffice-writer-nogui)
command -v pdfinfo >/dev/null || packages+=(poppler-utils)
fc-list 2>/dev/null | grep -qi liberation || packages+=(fonts-liberation fontconfig)
command -v softhsm2-util >/dev/null || packages+=(softhsm2)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || packages+=(postgresql)
[ ${#packages[@]} -eq 0 ] && exit 0
sudo=""
[ "$(id -u)" -eq 0 ] || sudo="sudo"
echo "Installing: ${packages[*]}"
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
