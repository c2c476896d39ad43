import { expect, test } from 'vitest';
import { codeFrame } from '../../server/src/cli/codeFrame.ts';

/** `⟦…⟧` marks the range in the one line. */
function checkFrame(marked: string, expected: readonly string[], width = 60): void {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const text = marked.replace('⟦', '').replace('⟧', '');
  const lineEnd = /[\r\n]|$/.exec(text)?.index ?? text.length;
  const frame = codeFrame(text, { start: 0, end: lineEnd }, { start, end }, width);
  expect([frame.source, frame.carets]).toEqual(expected);
}

test('carets stand under the range', () =>
  checkFrame(`  <source mode='⟦brige⟧'/>`, [
    `  <source mode='brige'/>`, //
    `                ^^^^^`,
  ]));

test('an empty range has one caret, at the end of the line too', () => {
  checkFrame(`<a⟦⟧/>`, [`<a/>`, `  ^`]);
  checkFrame(`<a⟦⟧`, [`<a`, `  ^`]);
});

test('tabs become spaces to the next stop', () =>
  checkFrame(`\t<a\tb='⟦c⟧'/>`, [
    `    <a  b='c'/>`, //
    `           ^`,
  ]));

test('a tab behind the range keeps its stop', () => checkFrame(`<⟦a⟧\tb='c'/>`, [`<a  b='c'/>`, ` ^`]));

test('wide characters take two cells, combining ones none', () =>
  checkFrame(`<t>名e\u0301🖥⟦名前⟧</t>`, [
    `<t>名e\u0301🖥名前</t>`, //
    `        ^^^^`,
  ]));

test('a range over several lines is marked to the end of the first', () =>
  checkFrame(`<a ⟦b='c\nd'⟧/>`, [`<a b='c`, `   ^^^^`]));

test('a long line is cut around the range', () => {
  checkFrame(
    `${'a'.repeat(500)}⟦here⟧${'b'.repeat(500)}`,
    [
      `…aaaaaaaaherebbbbbbbb…`, //
      `         ^^^^`,
    ],
    20,
  );
  checkFrame(`ab⟦here⟧${'b'.repeat(50)}`, [`abhere${'b'.repeat(14)}…`, `  ^^^^`], 20);
  checkFrame(`${'a'.repeat(50)}⟦here⟧`, [`…aaaaaaaahere`, `         ^^^^`], 20);
});

test('a long range fills the width', () =>
  checkFrame(`⟦${'a'.repeat(50)}⟧`, [`${'a'.repeat(20)}…`, '^'.repeat(20)], 20));

test('what a terminal would obey is drawn instead', () =>
  checkFrame(`<a b='⟦\u001b[31m⟧'/>`, [`<a b='␛[31m'/>`, `      ^^^^^`]));

test('an endless line costs nothing', () => {
  const text = `${'x'.repeat(5_000_000)}<a/>${'y'.repeat(5_000_000)}`;
  const started = performance.now();
  for (let i = 0; i < 1000; i++)
    codeFrame(text, { start: 0, end: text.length }, { start: 5_000_001, end: 5_000_002 }, 80);
  expect(performance.now() - started).toBeLessThan(2000);
});
