import { expect, it } from 'vitest';
import { parseXml } from '../../server/src/xml/parse.ts';
import { findPlaceholders, maskPlaceholders } from '../../server/src/xml/placeholders.ts';

it.each([
  ['a {{ b }} c', ['value {{ b }}']],
  ['{%- if x -%}{{- y -}}{# z #}', ['control {%- if x -%}', 'value {{- y -}}', 'control {# z #}']],
  ['<%= a %><% if b %><%- c %>', ['value <%= a %>', 'control <% if b %>', 'value <%- c %>']],
  ['${A}-${B_C} $D ${}', ['value ${A}', 'value ${B_C}']],
  ['@NAME@ a@b.c @1@ @a b@', ['value @NAME@']],
  ['{{ a {{ b }}', ['value {{ a {{ b }}']],
  ['{{ never closed', []],
])('finds the placeholders of %s', (text, expected) => {
  const written = findPlaceholders(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
  expect(written).toEqual(expected);
});

it('keeps offsets and lines', () => {
  const text = "<a b='{{ x\r\n}}'>{% <b> %}</a>";
  const masked = maskPlaceholders(text, findPlaceholders(text));
  expect(masked).toHaveLength(text.length);
  expect(masked.indexOf('\r\n')).toBe(text.indexOf('\r\n'));
  expect(masked).not.toContain('<b>');
});

it('counts the reading of a value with a placeholder, and of no other', () => {
  const { root, template } = parseXml("<a b='{{ x }}' c='y'>{{ z }}</a>");
  const [unknown, known] = root?.attributes ?? [];
  expect([known?.value, template?.reads()]).toEqual(['y', 0]);
  expect(unknown?.value).not.toBe('');
  expect(template?.reads()).toBe(1);
  const [text] = root?.children ?? [];
  expect(text?.kind === 'text' && text.value.length).toBe(7);
  expect(template?.reads()).toBe(2);
});

it('makes no template of a document without placeholders', () => {
  expect(parseXml("<a b='x@y' c='$z'/>").template).toBeUndefined();
});

it.each(['{{', '{%', '<%', '${', '@', '@a@', '{{ }}'])('takes linear time on nothing but %s', mark => {
  const started = performance.now();
  parseXml(`<a>${mark.repeat(200_000)}</a>`);
  expect(performance.now() - started).toBeLessThan(2000);
});
