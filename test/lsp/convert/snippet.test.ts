import { expect, test } from 'vitest';
import { snippetToText } from '../../../server/src/lsp/convert/snippet.ts';

test.each([
  ['no stops', 'no stops'],
  ['a$0b$12', 'ab'],
  ["<source dev='${1:eth0}'/>$0", "<source dev='eth0'/>"],
  ["mode='${2|vepa,bridge|}'", "mode='vepa'"],
  ["'${1|a\\,b\\|c,d|}'", "'a,b|c'"],
  ['${1:outer ${2:inner} end}!', 'outer inner end!'],
  ['${3}', ''],
  ['\\$1 \\} \\\\', '$1 } \\'],
  ['a } b', 'a } b'],
  ['${1:a\\}b}', 'a}b'],
  ['$x ${name} $', '$x ${name} $'],
  ['${1|unclosed', '${1|unclosed'],
  ['ends \\', 'ends \\'],
])('%s leaves %s', (snippet, text) => {
  expect(snippetToText(snippet)).toBe(text);
});
