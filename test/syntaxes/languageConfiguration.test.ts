import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface LanguageConfiguration {
  readonly wordPattern: string;
  readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
  readonly onEnterRules: readonly { readonly beforeText: string; readonly afterText: string }[];
}

const configuration: LanguageConfiguration = JSON.parse(readFileSync('syntaxes/language-configuration.json', 'utf8'));

test.each(['802.1Qbg', '52:54:00:12:34:56', '09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f', 'eth0.2', 'qemu:commandline'])(
  '%s is one word, in quotes and as a name',
  word => {
    const pattern = new RegExp(configuration.wordPattern, 'g');
    expect(`<a b='${word}'/>`.match(pattern)).toEqual(['a', 'b', word]);
    expect(`<${word}>${word}</${word}>`.match(pattern)).toEqual([word, word, word]);
  },
);

const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;

test.each(['<devices>', "  <interface type='direct'>", '<a b="x > y">  ', '<name>x</name><devices>'])(
  'the line below %s is indented',
  line => expect(line).toMatch(new RegExp(increaseIndentPattern)),
);

test.each([
  "<source dev='eth0'/>",
  '<name>x</name>',
  '</devices>',
  '<!-- <a> -->',
  '<!-- note <a -->',
  "<?xml version='1.0'?>",
  '<!DOCTYPE a>',
  "<a b='>'/>",
])('the line below %s is not', line => expect(line).not.toMatch(new RegExp(increaseIndentPattern)));

test('an end tag goes one step back', () => {
  expect('    </devices>').toMatch(new RegExp(decreaseIndentPattern));
  expect('    <devices>').not.toMatch(new RegExp(decreaseIndentPattern));
});

test('Enter between two tags opens a line between them', () => {
  const [rule] = configuration.onEnterRules;
  expect("<interface type='direct'>").toMatch(new RegExp(rule?.beforeText ?? '$.'));
  expect('</interface>').toMatch(new RegExp(rule?.afterText ?? '$.'));
  expect("<source dev='eth0'/>").not.toMatch(new RegExp(rule?.beforeText ?? ''));
});
