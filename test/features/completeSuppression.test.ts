import { describe, expect, it } from 'vitest';
import { checkAccepted, checkCompletion, complete } from '../support/completion.ts';

const inside = (comment: string) => `<interface type='direct'>\n  ${comment}\n  <source dev='eth0'/>\n</interface>`;

describe('in a comment', () => {
  it.each(['<!-- | -->', '<!--|-->', '<!-- lib| -->', '<!-- |'])('%s: the words that suppress', comment =>
    checkCompletion(inside(comment), { all: ['libvirt-xml-disable-next-element', 'libvirt-xml-disable'] }),
  );

  it('a word is completed, with a blank for the code', () => {
    checkAccepted(inside('<!-- lib| -->'), 'libvirt-xml-disable', inside('<!-- libvirt-xml-disable -->'));
    checkAccepted(inside('<!--|-->'), 'libvirt-xml-disable', inside('<!--libvirt-xml-disable -->'));
  });

  it.each([
    '<!-- libvirt-xml-disable | -->',
    '<!-- libvirt-xml-disable-next-element source/| -->',
    '<!-- libvirt-xml-disable mac/duplicate, | -->',
    '<!-- libvirt-xml-disable sou|rce/ -->',
  ])('%s: the codes', comment =>
    checkCompletion(inside(comment), {
      some: ['source/missing-mode', 'mac/all-zero'],
      none: ['syntax/no-root', 'control/unused-suppression', 'libvirt-xml-disable'],
    }),
  );

  it('a code takes the place of what is typed of it', () => {
    checkAccepted(
      inside('<!-- libvirt-xml-disable mac/duplicate, source/mi|x: reason -->'),
      'source/missing-mode',
      inside('<!-- libvirt-xml-disable mac/duplicate, source/missing-mode: reason -->'),
    );
    checkAccepted(
      inside('<!-- libvirt-xml-disable mac/|-->'),
      'mac/duplicate',
      inside('<!-- libvirt-xml-disable mac/duplicate-->'),
    );
  });

  it('a code that is there is not offered again', () =>
    checkCompletion(inside('<!-- libvirt-xml-disable mac/duplicate, | -->'), { none: ['mac/duplicate'] }));

  it.each(['<!-- text | -->', '<!-- libvirt-xml-disable mac/duplicate: reason | -->', '|<!-- -->'])(
    '%s: nothing of that',
    comment =>
      checkCompletion(inside(comment), { none: ['libvirt-xml-disable', 'mac/duplicate', 'source/missing-mode'] }),
  );

  it('a blank opens the list behind the word only', () => {
    expect(complete(inside('<!-- | -->'), { typed: ' ' })).toEqual([]);
    expect(complete(inside('<!-- libvirt-xml-disable | -->'), { typed: ' ' })).not.toEqual([]);
    expect(complete(inside('<!-- libvirt-xml-disable mac/| -->'), { typed: '/' })).not.toEqual([]);
  });
});
