// Holds what `redthread audit` writes against golang.org/x/mod/sumdb: verify KEY PROOF TILES.
// KEY holds the key that verifies, PROOF a tlog-proof, TILES a folder of tlog-tiles with their checkpoint.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func read(name string) []byte {
	data, err := os.ReadFile(name)
	must(err)
	return data
}

// openHead tries the signature of a checkpoint, and gives its tree.
func openHead(text []byte, key string) tlog.Tree {
	verifier, err := note.NewVerifier(key)
	must(err)
	n, err := note.Open(text, note.VerifierList(verifier))
	must(err)
	lines := strings.Split(n.Text, "\n")
	if lines[0] != verifier.Name() {
		must(errors.New("the key's name is not the log's"))
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	hash, err := tlog.ParseHash(lines[2])
	must(err)
	return tlog.Tree{N: size, Hash: hash}
}

func checkProof(file, key string) (tlog.Tree, int64) {
	proof, head, _ := bytes.Cut(read(file), []byte("\n\n"))
	lines := strings.Split(string(proof), "\n")
	if lines[0] != "c2sp.org/tlog-proof@v1" {
		must(errors.New("no tlog-proof"))
	}
	extra, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	must(err)
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	must(err)
	var path tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		must(err)
		path = append(path, hash)
	}
	tree := openHead(head, key)
	record := sha256.Sum256(extra)
	must(tlog.CheckRecord(path, tree.N, tree.Hash, index, tlog.RecordHash(record[:])))
	return tree, index
}

// tiles reads them from a folder, whose paths leave the height out, which is 8.
type tiles string

func (t tiles) Height() int                      { return 8 }
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range wanted {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		bytes, err := os.ReadFile(filepath.Join(string(t), path))
		if err != nil {
			return nil, err
		}
		data = append(data, bytes)
	}
	return data, nil
}

// checkTiles proves every entry from the tiles alone, and holds the bundles against them.
func checkTiles(folder, key string) tlog.Tree {
	tree := openHead(read(filepath.Join(folder, "checkpoint")), key)
	reader := tlog.TileHashReader(tree, tiles(folder))
	for at := int64(0); at < tree.N; at++ {
		tile := tlog.Tile{H: 8, L: -1, N: at / 256, W: 256}
		if tile.N == tree.N/256 {
			tile.W = int(tree.N % 256)
		}
		bundle := read(filepath.Join(folder, strings.Replace(tile.Path(), "tile/8/data/", "tile/entries/", 1)))
		entry := bundle[at%256*34:][:34]
		if entry[0] != 0 || entry[1] != 32 {
			must(errors.New("an entry is no commitment"))
		}
		proof, err := tlog.ProveRecord(tree.N, at, reader)
		must(err)
		must(tlog.CheckRecord(proof, tree.N, tree.Hash, at, tlog.RecordHash(entry[2:])))
	}
	return tree
}

func main() {
	key := strings.TrimSpace(string(read(os.Args[1])))
	tree, index := checkProof(os.Args[2], key)
	if checkTiles(os.Args[3], key) != tree {
		must(errors.New("the proof and the tiles have different heads"))
	}
	fmt.Println(tree.N, index)
}
