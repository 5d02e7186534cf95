#!/bin/sh
# Compiles kernel.c to the one .wasm of the build. Needs clang and lld (Debian: apt-get install clang lld).
set -eu
cd "$(dirname "$0")"
object=$(mktemp)
clang --target=wasm32 -O3 -fno-unroll-loops -msimd128 -mbulk-memory -ffreestanding -fno-builtin -nostdlib -Wall -Wextra -c -o "$object" kernel.c
wasm-ld --no-entry --strip-all -z stack-size=65536 -o "${1:-../../public/encoder/kernel.wasm}" "$object" \
  --export=heap --export=input --export=output --export=states --export=checksum --export=encode
rm "$object"
