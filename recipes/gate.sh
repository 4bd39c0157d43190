#!/bin/sh
# Puts a client behind the gate in any CI and ends with the gate's exit code:
# 0 nothing is held against it, 1 it was judged against, 2 usage, 3 inconclusive or infrastructure.
#
#   MIMOKIT            the program: ./mimokit of a checkout, or bin/mimokit of a distribution
#   MIMOKIT_CLIENT     the command that starts your driver (loadtests/agents/kits/README.md)
#   MIMOKIT_ARGUMENTS  more of `mimokit gate --help`; --smoke by default
#   MIMOKIT_OUT        the run directory; mimokit-run by default
set -u

: "${MIMOKIT:=$(dirname "$0")/../mimokit}"
: "${MIMOKIT_ARGUMENTS=--smoke}"
: "${MIMOKIT_OUT:=mimokit-run}"
if [ -z "${MIMOKIT_CLIENT:-}" ]; then
  echo "gate.sh: MIMOKIT_CLIENT is empty: expected the command that starts your driver" >&2
  exit 2
fi

code=0
# Arguments are words; a pattern such as 2.* must reach the gate as it is.
set -f
"$MIMOKIT" gate --client "$MIMOKIT_CLIENT" --out "$MIMOKIT_OUT" $MIMOKIT_ARGUMENTS || code=$?
set +f

# Where GitHub shows a summary, it gets one; it fits a comment elsewhere.
if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$MIMOKIT_OUT/summary.md" ]; then
  cat "$MIMOKIT_OUT/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi
case $code in
  0) ;;
  1) echo "gate.sh: judged against: see $MIMOKIT_OUT/index.html" >&2 ;;
  3) echo "gate.sh: no verdict is possible: try again on a quieter machine" >&2 ;;
  *) echo "gate.sh: the gate ended with $code" >&2 ;;
esac
exit "$code"
