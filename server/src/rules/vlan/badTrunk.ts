import { vlan } from '../../schema/network/vlan.ts';
import { removeAttribute, replaceValue } from '../../xml/edit.ts';
import { findAttribute } from '../../xml/query.ts';
import type { Fix } from '../finding.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { quoteValue } from '../wording.ts';
import { findTags } from './tags.ts';

/** A trunk that is said to be anything but `yes`. */
export const badTrunk: Rule = {
  code: 'vlan/bad-trunk',
  severity: 'error',
  covers: ['VL04', 'VL05', 'VL06', 'VL09'],
  replaces: ['value/not-allowed'],
  page: {
    title: "trunk that is not 'yes'",
    explanation: `\`trunk='yes'\` is the only value of libvirt's schema. Its code reads \`no\` as well, drops it beside a single tag, and refuses it where the port must be a trunk: with several tags (\`trunk='yes' is required for more than one vlan tag\`) or with a native VLAN (\`"trunk='no'" is not allowed with a native vlan id\`). Any other word is refused: \`must be yes or no\`.

Several tags make a trunk by themselves; leave the attribute out, or write \`yes\`.`,
    bad: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <vlan trunk='no'>\n    <tag id='42'/>\n    <tag id='47'/>\n  </vlan>\n  <virtualport type='openvswitch'/>\n</interface>",
    good: "<interface type='bridge'>\n  <source bridge='ovsbr0'/>\n  <vlan trunk='yes'>\n    <tag id='42'/>\n    <tag id='47'/>\n  </vlan>\n  <virtualport type='openvswitch'/>\n</interface>",
  },
  on: [vlan],
  check({ xml }, { document, report }) {
    const trunk = findAttribute(xml, 'trunk');
    if (!trunk?.closed || trunk.value === 'yes') return;
    const tags = findTags(xml);
    const { reason, libvirtMessage, needed } = explain(
      trunk.value,
      tags.length,
      tags.some(({ nativeMode }) => nativeMode !== undefined),
    );
    report({
      range: valueRange(trunk),
      message: reason,
      ...(libvirtMessage !== undefined && { libvirtMessage }),
      fixes: () => {
        const yes: Fix = { title: "Change to 'yes'", edits: replaceValue(document.xml, trunk, 'yes') };
        const remove: Fix = { title: 'Remove trunk', edits: removeAttribute(document.xml, trunk) };
        return needed ? [{ ...yes, preferred: true }, remove] : [{ ...remove, preferred: true }, yes];
      },
    });
  },
};

interface Explanation {
  readonly reason: string;
  readonly libvirtMessage?: string;
  /** The port must be a trunk, or is meant to be one. */
  readonly needed: boolean;
}

/** In the order of the checks in virNetDevVlanParse, which compares without regard to letter case. */
function explain(value: string, tags: number, native: boolean): Explanation {
  if (value.toLowerCase() === 'yes') {
    return {
      reason: `libvirt's schema knows yes in small letters only and refuses ${quoteValue(value)}. Write yes.`,
      needed: true,
    };
  }
  if (tags > 1) {
    return {
      reason:
        "Several tags make a trunk, and trunk says otherwise. libvirt refuses the document. Write trunk='yes', or leave it out.",
      libvirtMessage: `invalid "trunk='${value}'" in <vlan> - trunk='yes' is required for more than one vlan tag`,
      needed: true,
    };
  }
  if (native) {
    return {
      reason:
        "A native VLAN is part of a trunk, and trunk says otherwise. libvirt refuses the document. Write trunk='yes'.",
      libvirtMessage: 'invalid configuration in <vlan> - "trunk=\'no\'" is not allowed with a native vlan id',
      needed: true,
    };
  }
  if (value.toLowerCase() === 'no') {
    return {
      reason:
        'With one tag the port is no trunk anyway: virsh define drops trunk, virsh edit and --validate refuse it. Leave it out.',
      needed: false,
    };
  }
  return {
    reason: `trunk cannot be ${quoteValue(value)}: libvirt refuses the document. Write yes, or leave it out.`,
    libvirtMessage: `invalid "trunk='${value}'" in <vlan> - must be yes or no`,
    needed: !/^(?:off|false|0)$/i.test(value),
  };
}
