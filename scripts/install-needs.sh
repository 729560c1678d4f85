#!/usr/bin/env bash
# Installs from Debian's packages what the tests look with: a browser, an office program, fonts and a PostgreSQL server.
set -euo pipefail
packages=()
command -v chromium >/dev/null || packages+=(chromium)
command -v soffice >/dev/null || packages+=(libreoffice-writer-nogui)
command -v pdfinfo >/dev/null || packages+=(poppler-utils)
fc-list 2>/dev/null | grep -qi liberation || packages+=(fonts-liberation fontconfig)
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || packages+=(postgresql)
[ ${#packages[@]} -eq 0 ] && exit 0
sudo=""
[ "$(id -u)" -eq 0 ] || sudo="sudo"
echo "Installing: ${packages[*]}"
$sudo apt-get update -qq
$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
