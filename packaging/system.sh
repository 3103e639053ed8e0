#!/usr/bin/env bash
# Installs the system packages that Debian or Ubuntu lack: for running the desk, or for its tests.
#   packaging/system.sh run     Qt's libraries and one font
#   packaging/system.sh test    the same, a virtual screen with keys, LibreOffice Writer and Calc, Poppler, Liberation fonts
set -euo pipefail

PATH=$PATH:/usr/sbin:/sbin # ldconfig stands there, and Debian leaves it off the path of an ordinary user
purpose=${1:?say run or test}
missing=()

library() { grep -qF "$1" <<<"$libraries" || missing+=("$2"); }
program() { command -v "$1" >/dev/null 2>&1 || missing+=("$2"); }
office() { [ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/$1" ] || missing+=("$2"); }
font() { [ -n "$(find /usr/share/fonts -name "$1" -print -quit 2>/dev/null)" ] || missing+=("$2"); }

if ! command -v apt-get >/dev/null 2>&1; then
  [ "$(uname)" = Darwin ] && exit 0
  echo "This is not Debian or Ubuntu: if Qt reports a missing library, install it with your own package manager."
  exit 0
fi

libraries=$(ldconfig -p) # held, for a reader that stops early would break a pipe
python3 -c "import ensurepip, venv" 2>/dev/null || missing+=(python3-venv)
library libEGL.so.1 libegl1
library libGL.so.1 libgl1
library libfontconfig.so.1 libfontconfig1
library libfreetype.so.6 libfreetype6
library libglib-2.0.so.0 libglib2.0-0
library libxkbcommon.so.0 libxkbcommon0
library libdbus-1.so.3 libdbus-1-3
library libxcb-cursor.so.0 libxcb-cursor0
library libxcb-icccm.so.4 libxcb-icccm4
library libxcb-image.so.0 libxcb-image0
library libxcb-keysyms.so.1 libxcb-keysyms1
library libxcb-randr.so.0 libxcb-randr0
library libxcb-render-util.so.0 libxcb-render-util0
library libxcb-shape.so.0 libxcb-shape0
library libxcb-sync.so.1 libxcb-sync1
library libxcb-xfixes.so.0 libxcb-xfixes0
library libxcb-xkb.so.1 libxcb-xkb1
library libxkbcommon-x11.so.0 libxkbcommon-x11-0
font DejaVuSans.ttf fonts-dejavu-core
if [ "$purpose" = test ]; then
  program Xvfb xvfb
  program xauth xauth
  library libX11.so.6 libx11-6
  library libXtst.so.6 libxtst6
  windows=-nogui # apt would take away a LibreOffice with windows to install one without
  [ "$(dpkg-query -W -f '${db:Status-Status}' libreoffice-core 2>/dev/null)" = installed ] && windows=
  office libswlo.so "libreoffice-writer$windows"
  office libsclo.so "libreoffice-calc$windows"
  program pdftoppm poppler-utils
  font LiberationSans-Regular.ttf fonts-liberation
fi

[ ${#missing[@]} -eq 0 ] && exit 0
echo "Installing with apt, because this machine lacks them: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null 2>&1 || {
    echo "That needs root. Ask an administrator to run: apt-get install ${missing[*]}" >&2
    exit 1
  }
  as_root=(sudo)
fi
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
