import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import type { Rule } from '../rule.ts';
import { namedDevice } from '../target/targetDevice.ts';
import { valueRange } from '../valueRange.ts';
import { domainLabel, domainsWith } from './otherDomains.ts';

/** A device name on the host that another domain wants as well. */
export const duplicateTarget: Rule = {
  code: 'workspace/duplicate-target',
  severity: 'information',
  covers: [],
  page: {
    title: 'Device name on the host that another domain wants as well',
    explanation: `Names of network devices are unique on a host. While one guest runs, the other one with the same \`<target dev>\` cannot be started: the kernel says \`Device or resource busy\`. It is information, because guests that never run at the same time, or on other hosts, may share a name.`,
    beside: [
      "<domain type='kvm'>\n  <name>web</name>\n  <devices>\n    <interface type='bridge'>\n      <source bridge='br0'/>\n      <target dev='tap-front'/>\n    </interface>\n  </devices>\n</domain>",
    ],
    bad: "<domain type='kvm'>\n  <name>mail</name>\n  <devices>\n    <interface type='bridge'>\n      <source bridge='br0'/>\n      <target dev='tap-front'/>\n    </interface>\n  </devices>\n</domain>",
    good: "<domain type='kvm'>\n  <name>mail</name>\n  <devices>\n    <interface type='bridge'>\n      <source bridge='br0'/>\n      <target dev='tap-mail'/>\n    </interface>\n  </devices>\n</domain>",
  },
  on: [interfaceDevice],
  check(element, context) {
    const device = context.workspace && namedDevice(element, context.driver);
    const [other] = device ? domainsWith('target', device.dev.value, context) : [];
    const target = other?.interfaces.find(facts => facts.target?.value === device?.dev.value)?.target;
    if (!device || !other || !target) return;
    context.report({
      range: valueRange(device.dev),
      message: `The ${domainLabel(other)} calls its device on the host ${device.dev.value} as well. libvirt takes both, and the second one does not start while the first one runs. Write another name, or remove <target>.`,
      related: [{ uri: other.uri, range: target.range, message: `${target.value} is used here as well` }],
    });
  },
};
