// Command generator writes the SDKs of the package below OUT, from the schema and the license of PROJECT, called as
// IDENTITY says (tools/identity.ts, as JSON):
//
//	generator PROJECT OUT IDENTITY
//
// The code comes from Pulumi's own libraries, which `pulumi package add` uses too; what makes packages of it, from
// templates/.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: generator PROJECT OUT IDENTITY")
		os.Exit(2)
	}
	if err := writeSdks(os.Args[1], os.Args[2], os.Args[3]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func writeSdks(project, out, identityJSON string) error {
	var named identity
	if err := json.Unmarshal([]byte(identityJSON), &named); err != nil {
		return err
	}
	schema, err := os.ReadFile(filepath.Join(project, "provider", "schema.json"))
	if err != nil {
		return err
	}
	license, err := os.ReadFile(filepath.Join(project, "LICENSE"))
	if err != nil {
		return err
	}

	// All of them before the first is written, so that a mistake in the schema leaves what is there.
	sdks := map[string]map[string][]byte{}
	for _, language := range languages {
		if sdks[language.name], err = language.sdk(schema, license, named); err != nil {
			return fmt.Errorf("the SDK for %s cannot be generated: %w", language.name, err)
		}
	}
	for name, files := range sdks {
		if err := replaceFolder(filepath.Join(out, name), files); err != nil {
			return err
		}
	}
	return nil
}

// replaceFolder leaves nothing in the folder that is no longer generated.
func replaceFolder(folder string, files map[string][]byte) error {
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	for path, content := range files {
		file := filepath.Join(folder, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, content, 0o644); err != nil {
			return err
		}
	}
	return nil
}
