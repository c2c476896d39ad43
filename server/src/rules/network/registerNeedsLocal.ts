import { networkDomain } from '../../schema/network/network.ts';
import { insertAttribute, replaceValue } from '../../xml/edit.ts';
import { attributeValue, findAttribute } from '../../xml/query.ts';
import type { Rule } from '../rule.ts';
import { networkName } from './networkMode.ts';

/** A domain that is registered with the host although its names are asked outside. */
export const registerNeedsLocal: Rule = {
  code: 'network/register-needs-local',
  severity: 'error',
  covers: ['NW55'],
  page: {
    title: "domain register='yes' without localOnly='yes'",
    explanation: `With \`register='yes'\` the host asks dnsmasq for names of the domain; if dnsmasq then asked the host for those that it does not know, the question would run in a circle. libvirt refuses the document: \`attribute 'register=yes' in <domain> element requires 'localOnly=yes' in network …\`.`,
    bad: "<network>\n  <name>lan</name>\n  <domain name='lan.example' register='yes'/>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
    good: "<network>\n  <name>lan</name>\n  <domain name='lan.example' localOnly='yes' register='yes'/>\n  <ip address='192.168.100.1' netmask='255.255.255.0'/>\n</network>",
  },
  on: [networkDomain],
  check(element, { document, report }) {
    const register = findAttribute(element.xml, 'register');
    if (register?.value !== 'yes' || attributeValue(element.xml, 'localOnly') === 'yes') return;
    const localOnly = findAttribute(element.xml, 'localOnly');
    report({
      range: register.nameRange,
      message:
        "register='yes' makes the host ask this network for names of the domain, so the network must not ask the host. libvirt refuses the document. Add localOnly='yes'.",
      libvirtMessage: `attribute 'register=yes' in <domain> element requires 'localOnly=yes' in network ${networkName(element, document.xml)}`,
      fixes: () => [
        {
          title: "Write localOnly='yes'",
          preferred: true,
          edits: localOnly
            ? replaceValue(document.xml, localOnly, 'yes')
            : insertAttribute(document.xml, element.xml, 'localOnly', 'yes'),
        },
      ],
    });
  },
};
