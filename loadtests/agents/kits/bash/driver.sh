#!/usr/bin/env bash
# A driver for `mimokit gate --client 'bash driver.sh --retry 5'`: the arguments are curl's, which is the client.
set -uo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A pipe that holds one token: who has it may print, so that lines do not mix.
mkfifo "$work/token"
exec 9<>"$work/token"
echo >&9

text='"((\\.|[^"\\])*)"'

# The JSON string of a field as it stands in the line, without quotes and still escaped.
field() {
  [[ $call =~ \"$1\":$text ]] && printf '%s' "${BASH_REMATCH[1]}"
}

# The content of an answer or of all pieces of a stream, still escaped.
content() {
  grep -oE '"content":\s*"(\\.|[^"\\])*"' "$1" | sed -E 's/^"content":\s*"//; s/"$//' | tr -d '\n'
}

ask() {
  local job start ms stream=false ok=false partial=false said after exit
  job=$(field job)
  start=$(date +%s%3N)
  [[ $call == *'"stream":true'* ]] && stream=true
  local files=$work/$BASHPID
  local body="{\"model\":\"$(field model)\",\"stream\":$stream"
  body+=",\"messages\":[{\"role\":\"user\",\"content\":\"$(field prompt)\"}]}"
  status=$(curl -sS -N -o "$files.body" -D "$files.head" -w '%{http_code}' -d "$body" \
    -H "Authorization: Bearer $(field apiKey)" -H 'Content-Type: application/json' \
    "${options[@]}" "$(field baseUrl)/chat/completions")
  exit=$?
  touch "$files.body" "$files.head"
  said=
  ((10#$status != 200)) || said=$(content "$files.body")
  after=$(tr -d '\r' <"$files.head" | sed -nE 's/^[Rr]etry-[Aa]fter: *([0-9]+)$/\1/p' | tail -n 1)
  ((exit != 0 || 10#$status != 200)) || ok=true
  # curl cannot know that a stream was cut cleanly.
  ! $stream || grep -q '^data: *\[DONE\]' "$files.body" || ok=false
  $ok || [[ -z $said ]] || partial=true
  ms=$(($(date +%s%3N) - start))
  read -r -u 9
  printf '{"job":"%s","ok":%s,"status":%d,"errorClass":"%s","text":"%s","partial":%s,"retryAfter":%s,"ms":%d}\n' \
    "$job" "$ok" "$((10#$status))" "$($ok || echo "curl-$exit")" "$said" "$partial" "${after:-null}" "$ms"
  echo >&9
}

options=("$@")
while IFS= read -r call; do
  ask &
done
wait
