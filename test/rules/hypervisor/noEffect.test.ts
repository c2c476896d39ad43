import { describe, expect, it } from 'vitest';
import { createLanguageService } from '../../../server/src/service.ts';
import { checkFindings, checkFix } from '../../support/findings.ts';

const domain = (type: string, device: string) => `
  <domain type='${type}'>
    <name>a</name>
    <devices>
      <!-- one device of several -->
      <interface type='bridge'>
        <mac address='00:16:3e:00:00:01'/>
        <source bridge='br0'/>
        <model type='${type === 'xen' ? 'netfront' : 'virtio'}'/>
        ${device}
      </interface>
    </devices>
  </domain>`;

const sendBuffer = '<tune><sndbuf>1600</sndbuf></tune>';

describe('what only other hypervisors act on', () => {
  it('is faded, the element and nothing inside it', () =>
    checkFindings(domain('xen', `${sendBuffer}\n         ▔▔▔▔ warning hypervisor/no-effect`)));

  it('is taken out', () =>
    checkFix(
      "<domain type='xen'><name>a</name><devices><interface type='bridge'><source bridge='br0'/><tune><sndbuf>1600</sndbuf></tune></interface></devices></domain>",
      "<domain type='xen'><name>a</name><devices><interface type='bridge'><source bridge='br0'/></interface></devices></domain>",
      'Remove <tune>',
    ));

  it.each(['kvm', 'test'])('is fine under %s', type => checkFindings(domain(type, sendBuffer)));

  it('follows the hypervisor that is asked for', () => {
    const service = createLanguageService({ random: () => 0.5, log: () => {} });
    const device = service.parse(
      "<interface type='bridge'><source bridge='br0'/><model type='netfront'/><tune><sndbuf>1600</sndbuf></tune></interface>",
    );
    const codes = (driver?: 'xen' | 'qemu') =>
      service.findFindings(device, { target: { ...(driver && { driver }) } }).map(({ code }) => code);
    expect(codes('xen')).toContain('hypervisor/no-effect');
    expect(codes('qemu')).not.toContain('hypervisor/no-effect');
    expect(codes()).not.toContain('hypervisor/no-effect');
  });
});
