package lgsco

import (
	"reflect"
	"strings"
	"testing"
)

func TestPromisedInASummary(t *testing.T) {
	for _, c := range []struct {
		name, summary string
		want          []string
	}{
		{"agreed to", "Miss D complained about her bins. The Council was at fault. It has agreed to apologise, pay Miss D £150 and review its policy.", []string{"It has agreed to apologise", "pay Miss D £150", "review its policy"}},
		{"after a person's letter", "The Council agreed to make payments to Mrs X. It will also arrange Y’s annual review.", []string{"The Council agreed to make payments to Mrs X", "It will also arrange Y’s annual review"}},
		{"by", "These faults caused distress which the Council has agreed to remedy by apologising and making a payment of £250 to her.", []string{"the Council has agreed to apologising", "making a payment of £250 to her"}},
		{"a list", "The Council has agreed to remedy this injustice by: apologising to Mr K; making a payment; and service improvements.", []string{"The Council has agreed to apologising to Mr K", "making a payment", "service improvements"}},
		{"done already", "The Council has apologised and offered a payment for the delay.", []string{"The Council has apologised", "offered a payment for the delay"}},
		{"done and agreed", "The Council has now repaired the gate, and agreed to pay Mr K £75.", []string{"The Council has now repaired the gate", "agreed to pay Mr K £75"}},
		{"included", "The Council agreed to our recommendations. This included providing an apology and a £90 payment to Mr K.", []string{"This included providing an apology", "a £90 payment to Mr K"}},
		{"recommended", "We recommend the Council provide an apology, explanation and payment.", []string{"We recommend the Council provide an apology", "explanation", "payment"}},
		{"is a remedy", "The Council delayed. An apology, payment to Mr B and training for officers is satisfactory remedy.", []string{"An apology", "payment to Mr B", "training for officers"}},
		{"needs to", "It needs to correct this error and pay financial redress to Mr K.", []string{"It needs to correct this error", "pay financial redress to Mr K"}},
		{"upheld and agreed", "The Council upheld the complaint and has agreed to remedy Ms X’s injustice by apologising and offering a financial remedy.", []string{"The Council upheld the complaint and has agreed to apologising", "offering a financial remedy"}},
		{"what remedies it", "The Council was slow. A symbolic payment remedies the distress caused to Mrs X.", []string{"A symbolic payment"}},
		{"two sums", "The Council should pay Miss X £300 for distress and £5,500 for lost education.", []string{"The Council should pay Miss X £300 for distress", "£5,500 for lost education"}},
		{"passive", "She was left without care, so a payment should be made to recognise this.", []string{"a payment"}},
		{"what staff are told", "It will remind staff to give Care and Support Plans, to assess promptly and to write.", []string{"It will remind staff to give Care and Support Plans, to assess promptly and to write"}},
		{"only that there is one", "The Council has agreed to take steps to remedy the injustice. It has accepted our recommendations.", nil},
		{"what should have been", "The Council should have used its discretion. It did not consider whether it should make a payment.", nil},
		{"what was wanted", "Mr K says the Council should pay him £900.", nil},
		{"enough", "It has already apologised. That is enough and we will not ask for more.", nil},
	} {
		var got []string
		for _, r := range promisedIn(c.summary) {
			got = append(got, strings.TrimSuffix(r.Text, "."))
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
