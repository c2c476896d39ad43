import { interfaceDevice } from '../../schema/domain/devices/interface/interface.ts';
import { replaceValue } from '../../xml/edit.ts';
import { findAttribute, findChild } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { valueRange } from '../valueRange.ts';
import { findVirtualport } from './parameters.ts';

const others = new Set(['bridge', 'private', 'passthrough']);

/** 802.1Qbg lets the switch decide about all traffic, so all of it must get there. */
export const modeNotVepa: Rule = {
  code: 'virtualport/mode-not-vepa',
  severity: 'information',
  covers: ['VP28'],
  page: {
    title: '802.1Qbg with a macvtap mode other than vepa',
    explanation: `802.1Qbg (EVB, with the VDP protocol) presumes that all frames of a guest go through the switch, which applies the rules of the VSI type to them and sends frames for a neighbour back. That is \`mode='vepa'\`. In mode \`bridge\`, neighbours exchange frames behind the switch's back. libvirt takes any mode.`,
    bad: "<interface type='direct'>\n  <source dev='eth0.2' mode='bridge'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='11' typeid='1193047' typeidversion='2'/>\n  </virtualport>\n</interface>",
    good: "<interface type='direct'>\n  <source dev='eth0.2' mode='vepa'/>\n  <virtualport type='802.1Qbg'>\n    <parameters managerid='11' typeid='1193047' typeidversion='2'/>\n  </virtualport>\n</interface>",
  },
  on: [interfaceDevice],
  check(element, { document, report }) {
    const virtualport = findVirtualport(element);
    if (virtualport?.interfaceType !== 'direct' || virtualport.type !== '802.1Qbg') return;
    const source = findChild(element.xml, 'source');
    const mode = source && findAttribute(source, 'mode');
    if (!mode || !others.has(mode.value)) return;
    report({
      range: valueRange(mode),
      message: `802.1Qbg presumes that all frames go through the switch, and mode ${mode.value} does not ensure it. libvirt takes it. Write mode='vepa'.`,
      related: [
        {
          range: virtualport.typeAttribute ? valueRange(virtualport.typeAttribute) : virtualport.xml.nameRange,
          message: '802.1Qbg is chosen here',
        },
      ],
      fixes: () => [{ title: "Set mode='vepa'", preferred: true, edits: replaceValue(document.xml, mode, 'vepa') }],
    });
  },
};
