package main

import (
	"bytes"
	"embed"
	"io/fs"
	"strings"
	"text/template"

	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

// What the generators do not write, or write of one sentence. Called *.tmpl, or Go would take go.mod for the end of
// this module. Java's plugin.json is below com/, whatever the packages are called: Pulumi looks for it only there.
//
//go:embed templates
var templates embed.FS

// identity says what the package is called, and where it is at home. The rest of it is in the schema.
type identity struct {
	GoModule        string
	JavaGroup       string
	JavaBasePackage string
	// Repository is missing while the package cannot be published.
	Repository *struct{ Organization, URL, Homepage, Issues, Git string }
}

// packaged is what templates are written from.
type packaged struct {
	*schema.Package
	Identity identity
}

// packaging is what the language's templates make, by the paths in the SDK.
func packaging(language string, pkg packaged) (map[string][]byte, error) {
	root := "templates/" + language
	files := map[string][]byte{}
	err := fs.WalkDir(templates, root, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		parsed, err := template.ParseFS(templates, path)
		if err != nil {
			return err
		}
		var content bytes.Buffer
		if err := parsed.Execute(&content, pkg); err != nil {
			return err
		}
		name := strings.TrimSuffix(strings.TrimPrefix(path, root+"/"), ".tmpl")
		files[name] = content.Bytes()
		return nil
	})
	return files, err
}
