package main

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/pulumi/pulumi/pkg/v3/codegen"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

// naming is what a language calls the properties and enum values that the docs name in backticks.
//
// The generators leave them as they are in the schema, and so does the schema itself: the references that newer
// ones of Pulumi's generators resolve would stand in the docs of all the others as they are.
type naming struct {
	helper codegen.DocLanguageHelper
	// enumMember is the format of type and member; without one the docs show the value.
	enumMember string
}

// What looks like one of our properties, and is known not to be one.
var (
	// Inputs of aws.rds.Cluster, which each language calls as it does ours.
	awsProperties = []string{"dbClusterParameterGroupName", "iamRoles"}
	// Values, the same in each language.
	awsValues = []string{"s3Export", "s3Import"}
)

var (
	fencedCode = regexp.MustCompile("(?ms)^```\\w+$.*?^```$")
	backticked = regexp.MustCompile("`[^`\n]+`")
	camelCase  = regexp.MustCompile(`^[a-z]+[0-9]*([A-Z][a-z0-9]*)+$`)
)

// rename writes the language's names into every description of the schema.
func (naming naming) rename(spec *schema.PackageSpec) error {
	names, err := naming.names(spec)
	if err != nil {
		return err
	}
	var unknown []string
	rename := func(quoted []byte) []byte {
		text := strings.Trim(string(quoted), "`")
		if name, ok := names[text]; ok {
			return []byte("`" + name + "`")
		}
		if camelCase.MatchString(text) {
			unknown = append(unknown, text)
		}
		return quoted
	}
	renamed := func(description string) string {
		return string(outside(fencedCode, []byte(description), func(prose []byte) []byte {
			return backticked.ReplaceAllFunc(prose, rename)
		}))
	}

	for token, resource := range spec.Resources {
		renameObject(&resource.ObjectTypeSpec, renamed)
		renameProperties(resource.InputProperties, renamed)
		spec.Resources[token] = resource
	}
	for token, typ := range spec.Types {
		renameObject(&typ.ObjectTypeSpec, renamed)
		for i := range typ.Enum {
			typ.Enum[i].Description = renamed(typ.Enum[i].Description)
		}
		spec.Types[token] = typ
	}
	if len(unknown) > 0 {
		return fmt.Errorf("the docs name %s: no property of the package, nor what tools/generate/sdk/generator/docs.go "+
			"knows of AWS", strings.Join(unknown, ", "))
	}
	return nil
}

// outside changes the text between what matches, and leaves that as it is.
func outside(kept *regexp.Regexp, text []byte, change func([]byte) []byte) []byte {
	var changed []byte
	for {
		next := kept.FindIndex(text)
		if next == nil {
			return append(changed, change(text)...)
		}
		changed = append(append(changed, change(text[:next[0]])...), text[next[0]:next[1]]...)
		text = text[next[1]:]
	}
}

func renameObject(object *schema.ObjectTypeSpec, renamed func(string) string) {
	object.Description = renamed(object.Description)
	renameProperties(object.Properties, renamed)
}

func renameProperties(properties map[string]schema.PropertySpec, renamed func(string) string) {
	for name, property := range properties {
		property.Description = renamed(property.Description)
		properties[name] = property
	}
}

// names are the language's names of all that the docs may name, by what the schema calls it.
func (naming naming) names(spec *schema.PackageSpec) (map[string]string, error) {
	names := map[string]string{}
	for _, value := range awsValues {
		names[value] = value
	}
	for _, property := range append(propertiesOf(spec), awsProperties...) {
		name, err := naming.helper.GetPropertyName(&schema.Property{Name: property})
		if err != nil {
			return nil, err
		}
		names[property] = name
	}
	for token, typ := range spec.Types {
		typeName := token[strings.LastIndex(token, ":")+1:]
		for _, member := range typ.Enum {
			name, err := naming.helper.GetEnumName(&schema.Enum{Name: member.Name, Value: member.Value}, typeName)
			if err != nil {
				return nil, err
			}
			value := fmt.Sprint(member.Value)
			names[value] = value
			if naming.enumMember != "" {
				names[value] = fmt.Sprintf(naming.enumMember, typeName, name)
			}
		}
	}
	return names, nil
}

func propertiesOf(spec *schema.PackageSpec) []string {
	var found []string
	add := func(properties map[string]schema.PropertySpec) {
		for name := range properties {
			found = append(found, name)
		}
	}
	for _, resource := range spec.Resources {
		add(resource.Properties)
		add(resource.InputProperties)
	}
	for _, typ := range spec.Types {
		add(typ.Properties)
	}
	return found
}
