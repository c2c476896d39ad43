import { expect, test } from 'vitest';
import { formatDocument } from '../../server/src/features/format.ts';
import { applyEdits } from '../support/applyEdits.ts';
import { parseBound } from '../support/bound.ts';
import { unindent } from '../support/findings.ts';
import { parseMarked } from '../support/marker.ts';

/** Checks the text after formatting, and that formatting it again changes nothing. `⟦…⟧` is the range to format. */
function checkFormat(before: string, after: string, options = { tabSize: 2, insertSpaces: true }): void {
  const { text, ranges } = parseMarked(before);
  const once = applyEdits(text, formatDocument(parseBound(text), options, ranges[0]));
  expect(once).toBe(after);
  const again = ranges.length === 0 ? formatDocument(parseBound(once), options) : [];
  expect(again).toEqual([]);
}

const check = (before: string, after: string): void => checkFormat(unindent(before), unindent(after));

test('elements go on lines of their own, indented by depth', () =>
  check(
    `
    <domain type='kvm'><name>demo</name>
          <devices><interface type='direct'><source dev='eth0' mode='bridge'/></interface>
    </devices></domain>
    `,
    `
    <domain type='kvm'>
      <name>demo</name>
      <devices>
        <interface type='direct'>
          <source dev='eth0' mode='bridge'/>
        </interface>
      </devices>
    </domain>
    `,
  ));

test('text, CDATA, mixed content and white space that may be text stay as they are', () =>
  check(
    `
    <domain type='kvm'>
    <name>  demo  </name>
    <title>   </title>
    <description>
      First line
        second <b>line</b>
    </description>
    <metadata>
    <app:x xmlns:app='http://example.org/x'><![CDATA[ a ]]>  <app:y/></app:x>
    <app:z xmlns:app='http://example.org/x' xml:space='preserve'>  <app:y/>
    </app:z>
    </metadata>
    </domain>
    `,
    `
    <domain type='kvm'>
      <name>  demo  </name>
      <title>   </title>
      <description>
      First line
        second <b>line</b>
    </description>
      <metadata>
        <app:x xmlns:app='http://example.org/x'><![CDATA[ a ]]>  <app:y/></app:x>
        <app:z xmlns:app='http://example.org/x' xml:space='preserve'>  <app:y/>
    </app:z>
      </metadata>
    </domain>
    `,
  ));

test("the user's line breaks between attributes stay, and only their indentation changes", () =>
  check(
    `
    <interface type='direct'>
    <source dev='eth0'
      mode='bridge'
    />
    <virtualport
    type='802.1Qbg'>
    <parameters   managerid='11'  typeid='1193047'
    typeidversion='2'/>
    </virtualport>
    </interface>
    `,
    `
    <interface type='direct'>
      <source dev='eth0'
              mode='bridge'
      />
      <virtualport
        type='802.1Qbg'>
        <parameters   managerid='11'  typeid='1193047'
                      typeidversion='2'/>
      </virtualport>
    </interface>
    `,
  ));

test('a line break inside a value is a part of the value', () =>
  check(
    "<domain type='kvm'\nid='1\n2'><name>x</name></domain>",
    "<domain type='kvm'\n        id='1\n2'>\n  <name>x</name>\n</domain>",
  ));

test('comments keep their text and stay on the line that they stand on', () =>
  check(
    `
    <?xml version='1.0'?> <!-- by hand -->
    <!-- one
           two -->
    <interface type='direct'> <!-- macvtap -->
    <source dev='eth0'/>   <!-- uplink -->
          <!-- off: <model type='virtio'/> -->
    </interface>
    `,
    `
    <?xml version='1.0'?> <!-- by hand -->
    <!-- one
           two -->
    <interface type='direct'> <!-- macvtap -->
      <source dev='eth0'/>   <!-- uplink -->
      <!-- off: <model type='virtio'/> -->
    </interface>
    `,
  ));

test('an element that is declared to have no text closes on a line of its own when empty', () =>
  check(
    "<domain type='kvm'>\n<devices>\n</devices>\n</domain>",
    "<domain type='kvm'>\n  <devices>\n  </devices>\n</domain>",
  ));

test('one blank line stays, more are taken for one, white space at the ends of lines goes', () =>
  checkFormat(
    "<interface type='direct'>  \n\n\n\n  <source dev='a'/>\t\n \n</interface>\n\n\n",
    "<interface type='direct'>\n\n  <source dev='a'/>\n\n</interface>\n",
  ));

test.each(['\n', '\r\n', '\r'])('line ends stay what they are: %j', eol =>
  checkFormat(
    `<interface type='direct'>${eol}<source dev='a'/>${eol}<target dev='b'/><model type='virtio'/>${eol}${eol}${eol}</interface>${eol}`,
    `<interface type='direct'>${eol}  <source dev='a'/>${eol}  <target dev='b'/>${eol}  <model type='virtio'/>${eol}${eol}</interface>${eol}`,
  ),
);

test('tabs, and attributes aligned behind them by blanks', () =>
  checkFormat(
    "<interface type='direct'>\n<source dev='a'\nmode='vepa'/>\n</interface>",
    "<interface type='direct'>\n\t<source dev='a'\n\t        mode='vepa'/>\n</interface>",
    { tabSize: 4, insertSpaces: false },
  ));

test('a range changes its own lines only, and goes by the indentation around it', () => {
  checkFormat(
    "<domain type='kvm'>\n   <devices>\n  <interface type='direct'>\n⟦<source dev='a'/>\n<model type='virtio'/>⟧  \n <target dev='x'/>\n </interface></devices></domain>",
    "<domain type='kvm'>\n   <devices>\n  <interface type='direct'>\n    <source dev='a'/>\n    <model type='virtio'/>  \n <target dev='x'/>\n </interface></devices></domain>",
  );
  checkFormat(
    "<interface type='direct'>   \n\n⟦\n<source dev='a'/>⟧</interface>",
    "<interface type='direct'>   \n\n\n  <source dev='a'/>\n</interface>",
  );
  checkFormat(
    "<interface type='direct'>\n⟦<source dev='a'/>\n⟧<model type='virtio'/>\n</interface>",
    "<interface type='direct'>\n  <source dev='a'/>\n<model type='virtio'/>\n</interface>",
  );
});

test('only what differs is edited', () => {
  const text = "<interface type='direct'>\r\n  <source dev='a'/>\r\n <target dev='b'/>\r\n</interface>";
  const start = text.indexOf('<target');
  expect(formatDocument(parseBound(text), { tabSize: 2, insertSpaces: true })).toEqual([
    { start, end: start, text: ' ' },
  ]);
});

test.each([
  "<interface type='direct'>\n<source dev='a'>\n</interface>",
  "<interface type='direct'>\n<source dev='a/>\n<target dev='b'/>\n</interface>",
  "<interface type='direct'>\n<source dev='a'/>\n",
  "<note type='direct'>\n<source dev='a'/>\n</note>",
])('left alone: %s', text => expect(formatDocument(parseBound(text), { tabSize: 2, insertSpaces: true })).toEqual([]));

test('100,000 nested elements', () => {
  const text = `<domain type='kvm'><devices>${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}</devices></domain>`;
  const edits = formatDocument(parseBound(text), { tabSize: 2, insertSpaces: true });
  expect(edits).toHaveLength(200_003 - 1);
  expect(
    formatDocument(parseBound(text), { tabSize: 2, insertSpaces: true }, { start: 5, end: 6 }).length,
  ).toBeGreaterThan(0);
});
