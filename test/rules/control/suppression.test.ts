import { describe, expect, it } from 'vitest';
import { createLanguageService } from '../../../server/src/service.ts';
import { applyEdits } from '../../support/applyEdits.ts';
import { checkFindings, checkFix } from '../../support/findings.ts';

const service = createLanguageService({ random: () => 0.5, log: () => {} });

/** Checks the document after the action with this title, offered on the first finding of this code. */
function checkSuppress(before: string, code: string, title: string, after: string): void {
  const document = service.parse(before);
  const finding = service.findFindings(document).find(candidate => candidate.code === code);
  const actions = finding ? service.findCodeActions(document, finding.range) : [];
  const action = actions.find(candidate => candidate.title === title);
  expect(actions.map(candidate => candidate.title)).toContain(title);
  const text = applyEdits(before, action?.edits ?? []);
  expect(text).toBe(after);
  const left = service.findFindings(service.parse(text)).map(candidate => candidate.code);
  expect(left).not.toContain(code);
  expect(left).not.toContain('control/unused-suppression');
}

describe('a suppressing comment', () => {
  it('covers the element behind it, and nothing else', () =>
    checkFindings(`
      <domain type='kvm'>
        <name>a</name>
        <devices>
          <!-- libvirt-xml-disable-next-element source/missing-mode: the switch reflects -->
          <!-- and a comment between -->
          <interface type='direct'>
            <mac address='52:54:00:00:00:01'/>
            <source dev='eth0'/>
          </interface>
          <interface type='direct'>
            <mac address='52:54:00:00:00:02'/>
            <source dev='eth1'/>
             ▔▔▔▔▔▔ information source/missing-mode
          </interface>
        </devices>
      </domain>
    `));

  it('covers the whole file, for each code that it names', () =>
    checkFindings(`
      <!-- libvirt-xml-disable source/missing-mode, mac/vendor-prefix -->
      <interface type='direct'>
        <mac address='00:1b:21:00:00:01'/>
        <source dev='eth0'/>
      </interface>
    `));

  it('is reported when it covers nothing, each code by itself', () =>
    checkFindings(`
      <!-- libvirt-xml-disable-next-element source/missing-mode, mac/duplicate -->
                                                                 ▔▔▔▔▔▔▔▔▔▔▔▔▔ hint control/unused-suppression
      <interface type='direct'>
        <mac address='52:54:00:00:00:01'/>
        <source dev='eth0'/>
      </interface>
    `));

  it('does not hide what is wrong with the XML', () =>
    checkFindings(`
      <!-- libvirt-xml-disable syntax/duplicate-attribute -->
                               ▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔▔ hint control/unused-suppression
      <interface type='direct'>
        <source dev='eth0' mode='bridge' dev='eth1'/>
                                         ▔▔▔ error syntax/duplicate-attribute
      </interface>
    `));

  it('loses only the code that covers nothing', () =>
    checkFix(
      `
      <!-- libvirt-xml-disable-next-element mac/duplicate, source/missing-mode: reason -->
      <interface type='direct'>
        <mac address='52:54:00:00:00:01'/>
        <source dev='eth0'/>
      </interface>
      `,
      `
      <!-- libvirt-xml-disable-next-element source/missing-mode: reason -->
      <interface type='direct'>
        <mac address='52:54:00:00:00:01'/>
        <source dev='eth0'/>
      </interface>
      `,
    ));
});

describe('the quick fix that suppresses', () => {
  it('writes a comment in front of the element', () =>
    checkSuppress(
      "<interface type='direct'>\n  <source dev='eth0'/>\n</interface>",
      'source/missing-mode',
      'Suppress source/missing-mode for this <source>',
      "<interface type='direct'>\n  <!-- libvirt-xml-disable-next-element source/missing-mode -->\n  <source dev='eth0'/>\n</interface>",
    ));

  it('adds to a comment that is there', () =>
    checkSuppress(
      "<!-- libvirt-xml-disable mac/vendor-prefix: lab -->\n<interface type='direct'>\n  <mac address='00:1b:21:00:00:01'/>\n  <source dev='eth0'/>\n</interface>",
      'source/missing-mode',
      'Suppress source/missing-mode in this file',
      "<!-- libvirt-xml-disable mac/vendor-prefix, source/missing-mode: lab -->\n<interface type='direct'>\n  <mac address='00:1b:21:00:00:01'/>\n  <source dev='eth0'/>\n</interface>",
    ));

  it('stands behind an XML declaration', () =>
    checkSuppress(
      "<?xml version='1.0'?>\n<interface type='direct'>\n  <source dev='eth0'/>\n</interface>\n",
      'source/missing-mode',
      'Suppress source/missing-mode in this file',
      "<?xml version='1.0'?>\n<!-- libvirt-xml-disable source/missing-mode -->\n<interface type='direct'>\n  <source dev='eth0'/>\n</interface>\n",
    ));
});

describe('severities', () => {
  it('are the user’s to set, or to switch off', () => {
    expect(severity({ 'source/missing-mode': 'error' })).toEqual(['error']);
    expect(severity({ 'source/missing-mode': 'off' })).toEqual([]);
    expect(severity({ 'mac/duplicate': 'error' })).toEqual(['information']);
  });
});

/** The severities of what is found in a document that has one finding, under these settings. */
function severity(severities: Record<string, 'error' | 'off'>): readonly string[] {
  const text = "<interface type='direct'>\n  <source dev='eth0'/>\n</interface>";
  return service.findFindings(service.parse(text), { severities }).map(finding => finding.severity);
}
