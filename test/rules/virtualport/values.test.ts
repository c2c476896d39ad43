import { describe, test } from 'vitest';
import { checkFindings, checkFix } from '../../support/findings.ts';

describe('numbers', () => {
  test('a leading zero: another number, none at all, or the same', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport type='802.1Qbg'>
          <parameters managerid='010' typeid='09' typeidversion='02'/>
                                 ▔▔▔ warning virtualport/octal-number
                                              ▔▔ error virtualport/octal-number
                                                                 ▔▔ information virtualport/octal-number
        </virtualport>
      </interface>`);
  });

  test('hexadecimal and plain decimal numbers are right', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0.2' mode='vepa'/>
        <virtualport type='802.1Qbg'>
          <parameters managerid='0x0a' typeid='16777215' typeidversion='0'/>
        </virtualport>
      </interface>`);
  });

  test.each(['0', '0x0', '00'])('manager %s is reserved', zero => {
    checkFindings(`
      <interface type='network'>
        <source network='vepa'/>
        <virtualport type='802.1Qbg'>
          <parameters typeid='1' typeidversion='1' managerid='${zero}'/>
                                                              ${'▔'.repeat(zero.length)} warning virtualport/reserved-manager
        </virtualport>
      </interface>`);
  });

  test('the fix strips the zeros, or keeps what libvirt reads', () => {
    const before = `
      <interface type='network'>
        <source network='vepa'/>
        <virtualport>
          <parameters managerid='0017'/>
        </virtualport>
      </interface>`;
    checkFix(before, before.replace('0017', '17'));
    checkFix(before, before.replace('0017', '15'), 'Write 15, as libvirt reads it');
  });
});

describe('virtualport/unescaped-profile', () => {
  test('characters that libvirt stores as they are', () => {
    checkFindings(`
      <interface type='direct'>
        <source dev='eth0' mode='private'/>
        <virtualport type='802.1Qbh'><parameters profileid='R&amp;D'/></virtualport>
                                                            ▔▔▔▔▔▔▔ warning virtualport/unescaped-profile
      </interface>`);
  });
});

describe('a profile name that is too long', () => {
  test('is shortened to 39 bytes, whole characters only', () => {
    checkFix(withProfile('0123456789'.repeat(4)), withProfile('0123456789'.repeat(4).slice(0, 39)));
    checkFix(withProfile('ä'.repeat(20)), withProfile('ä'.repeat(19)));
  });
});

function withProfile(name: string): string {
  return `
      <interface type='direct'>
        <source dev='eth0' mode='private'/>
        <virtualport type='802.1Qbh'><parameters profileid='${name}'/></virtualport>
      </interface>`;
}
