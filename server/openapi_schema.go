package server

import (
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"time"

	"moothall/archive"
)

// object is a JSON object; encoding/json sorts its keys, so the same routes
// give the same bytes.
type object map[string]any

// openAPI describes the routes (OpenAPI 3.1).
func openAPI(name string, routes []route) ([]byte, error) {
	paths := object{}
	for _, rt := range routes {
		for _, op := range rt.documented {
			if _, twice := paths[op.path]; twice {
				return nil, fmt.Errorf("server: openapi: %s is described twice", op.path)
			}
			paths[op.path] = object{"get": op.object()}
		}
	}
	schemas := object{}
	for key, t := range apiTypes {
		schemas[key] = schemaOf(t, schemas)
	}
	b, err := json.MarshalIndent(object{
		"openapi": "3.1.0",
		"info": object{
			"title": name, "version": "1",
			"summary": "Search what councils decided and what the Ombudsman found.",
			"description": "Everything is read with GET, without a key, from anywhere (CORS). Within v1 nothing is renamed or taken away; " +
				"programs should ignore keys they do not know. Unknown is absent or null. Dates are ISO 8601. " +
				"Telephone numbers, e-mail addresses and the addresses of people's homes are masked, and the words of exempt items left out. " +
				"A list understands the same parameters in every form: repeat one for “or”, different ones mean “and”, a - before a facet’s name means “not”.",
		},
		"servers":    []object{{"url": "/"}},
		"paths":      paths,
		"components": object{"schemas": schemas, "responses": object{"Problem": problemResponse}},
	}, "", " ")
	if err != nil {
		return nil, fmt.Errorf("server: openapi: %w", err)
	}
	return append(b, '\n'), nil
}

var problemResponse = object{
	"description": "What was wrong, for programs (RFC 9457). People who ask for a page are told on a page.",
	"content":     object{"application/problem+json": object{"schema": object{"$ref": "#/components/schemas/Problem"}}},
}

var notLetters = regexp.MustCompile(`[^a-zA-Z0-9]+`)

func (op operation) object() object {
	content := object{}
	if op.schema != "" {
		content["schema"] = object{"$ref": "#/components/schemas/" + op.schema}
	}
	problem := object{"$ref": "#/components/responses/Problem"}
	responses := object{"200": object{"description": "Done.", "content": object{op.media: content}}, "400": problem, "500": problem, "503": problem}
	words := map[string]string{"206": "A part of the bytes, where a range was asked for.", "303": "The record is of another kind; this is its address."}
	for _, status := range op.extra {
		if status == "404" {
			responses[status] = problem
			continue
		}
		responses[status] = object{"description": words[status]}
	}
	o := object{
		"summary": op.summary, "operationId": strings.Trim(notLetters.ReplaceAllString("get"+op.path, "_"), "_"),
		"tags": []string{op.tag}, "responses": responses,
	}
	if op.about != "" {
		o["description"] = op.about
	}
	if len(op.parameters) > 0 {
		var list []object
		for _, p := range op.parameters {
			list = append(list, p.object())
		}
		o["parameters"] = list
	}
	return o
}

func (p parameter) object() object {
	schema := object{"type": cmp.Or(p.Type, "string")}
	if len(p.Values) > 0 && !strings.HasSuffix(p.Name, "service") { // services have parts
		schema["enum"] = p.Values
	}
	if p.Many {
		schema = object{"type": "array", "items": schema}
	}
	o := object{"name": p.Name, "in": p.In, "description": p.Description, "schema": schema}
	if p.In == "path" {
		o["required"] = true
	}
	if p.Many {
		o["style"], o["explode"] = "form", true
	}
	return o
}

// schemaOf is the JSON Schema of a type by its json tags. Named structs become
// schemas of their own among all, and are referred to.
func schemaOf(t reflect.Type, all object) object {
	switch {
	case t == reflect.TypeFor[time.Time]():
		return object{"type": "string", "format": "date-time"}
	case t == reflect.TypeFor[archive.Date]():
		return object{"type": "string", "format": "date"}
	case t == reflect.TypeFor[archive.Digest]():
		return object{"type": "string", "pattern": "^[0-9a-f]{64}$"}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return object{"anyOf": []object{referTo(t.Elem(), all), {"type": "null"}}}
	case reflect.Slice:
		return object{"type": "array", "items": referTo(t.Elem(), all)}
	case reflect.Map:
		return object{"type": "object", "additionalProperties": referTo(t.Elem(), all)}
	case reflect.Struct:
		properties, required := object{}, []string{}
		addFields(t, properties, &required, all)
		return object{"type": "object", "properties": properties, "required": required}
	case reflect.String:
		o := object{"type": "string"}
		if values, ok := enumerations[t]; ok {
			o["enum"] = values
		}
		return o
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Float32, reflect.Float64:
		return object{"type": "number"}
	}
	return object{"type": "integer"}
}

// referTo is a struct's schema by reference, that of anything else in place.
func referTo(t reflect.Type, all object) object {
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[time.Time]() {
		return schemaOf(t, all)
	}
	if _, known := all[t.Name()]; !known {
		all[t.Name()] = nil // being made: a type may hold itself
		all[t.Name()] = schemaOf(t, all)
	}
	return object{"$ref": "#/components/schemas/" + t.Name()}
}

func addFields(t reflect.Type, properties object, required *[]string, all object) {
	for f := range t.Fields() {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			addFields(f.Type, properties, required, all)
		case name == "-":
		default:
			name = cmp.Or(name, f.Name)
			properties[name] = referTo(f.Type, all)
			if !strings.Contains(options, "omit") {
				*required = append(*required, name)
			}
		}
	}
}
