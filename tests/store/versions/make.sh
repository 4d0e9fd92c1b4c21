#!/usr/bin/env bash
# Makes a case of this program's version as one of the row that tests/store/test_upgrade.c opens: make.sh N, in the
# folder of the checkout, writes tests/store/versions/N.case.xz, its export N.jsonl and its head N.head. What a version
# once left behind is never made again: run this with the last program of a version, before the layout changes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../../.."
rt=${REDTHREAD:-build/redthread}
row=tests/store/versions
to=$row/$1
[ ! -e "$to.case.xz" ] || { echo "$to.case.xz is there, and stays as it is" >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export XDG_STATE_HOME=$folder
case=$folder/made.case
sorrel=examples/sorrel # everything in it is made up

"$rt" init "$case"
"$rt" import "$case" $sorrel/20-customs.jsonl $sorrel/30-defence.jsonl $row/more.jsonl --by "A. Clerk"
"$rt" import "$case" $sorrel/40-informant.jsonl --by "B. Clerk" --handling lantern,red
"$rt" import "$case" $sorrel/list-2021.ftm.json --dataset isles --complete --edition 2021-03-01 --by "A. Clerk"
"$rt" import "$case" $sorrel/list-2022.ftm.json --dataset isles --complete --edition 2022-03-01 --by "A. Clerk"
"$rt" import "$case" $sorrel/rules.yaml --by "A. Clerk"
"$rt" judge "$case" row-zoe row-zoe-too same --why "one birthday" --by "A. Clerk"
"$rt" split "$case" row-zoe row-zoe-too --why "two birthplaces" --by "B. Clerk"
"$rt" audit verify "$case"
"$rt" audit head "$case" >"$to.head"
"$rt" export "$case" >"$to.jsonl"
xz -9 -c "$case" >"$to.case.xz"
ls -l "$to".*
