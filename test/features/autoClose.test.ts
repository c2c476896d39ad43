import { describe, expect, it } from 'vitest';
import { createLanguageService } from '../../server/src/service.ts';
import { parseCursor } from '../support/marker.ts';

const service = createLanguageService({ random: () => 0.5, log: message => expect.unreachable(message) });

function autoClose(marked: string): string | undefined {
  const { text, offset } = parseCursor(marked);
  return service.doAutoClose(service.parse(text, { claimed: true }), offset);
}

describe('what is inserted after a typed character', () => {
  it.each([
    ['the end tag after >', "<interface type='direct'><source dev='eth0'>|</interface>", '$0</source>'],
    ['the end tag at the end of the text', "<interface type='direct'>|", '$0</interface>'],
    [
      'the end tag in front of the next line',
      "<domain type='kvm'>\n  <devices>\n    <interface>|\n    <disk/>\n  </devices>\n</domain>",
      '$0</interface>',
    ],
    ['the name after </', "<interface type='direct'>\n  <source dev='a'/>\n</|", 'interface>$0'],
    [
      'the name of the innermost open element',
      "<interface type='direct'>\n  <vlan>\n    <tag id='1'/>\n  </|\n</interface>",
      'vlan>$0',
    ],
    ['the > after a closing slash', "<interface type='direct'><source dev='a'/|</interface>", '>$0'],
  ])('is %s', (_, marked, inserted) => {
    expect(autoClose(marked)).toBe(inserted);
  });

  it.each([
    ['the element is closed already', "<interface type='direct'>|</interface>"],
    ['the tag closes itself', "<interface type='direct'><source dev='a'/>|</interface>"],
    ['it is the end of an end tag', "<interface type='direct'></interface>|"],
    ['it is in a value', "<interface type='direct'><source dev='a/|b'/></interface>"],
    ['it is in a comment', "<interface type='direct'><!-- <a>| --></interface>"],
    ['it is in a text', "<domain type='kvm'><name>a/|</name></domain>"],
    ['the document is none of ours', '<html>|'],
  ])('is nothing when %s', (_, marked) => {
    expect(autoClose(marked)).toBeUndefined();
  });
});
