import { characters } from '../../../datatypes/characters.ts';
import { pattern } from '../../../datatypes/pattern.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** An XML name without colon. */
const ncName = pattern({
  label: 'filter name',
  pattern: /^[\p{L}_][\p{L}\p{M}\p{N}_.·-]*$/u,
  advice: 'write letters, digits and _ - . that begin with a letter or _',
  values: [
    {
      value: 'clean-traffic',
      documentation: { summary: 'Stops a guest from using other MAC and IP addresses than its own, and ARP spoofing.' },
    },
    {
      value: 'clean-traffic-gateway',
      documentation: { summary: 'As clean-traffic, and the guest may talk to its gateway only.' },
    },
    {
      value: 'no-mac-spoofing',
      documentation: { summary: 'Stops frames with a MAC address that is not the own one.' },
    },
    {
      value: 'no-ip-spoofing',
      documentation: { summary: 'Stops packets with an IP address that is not the own one.' },
    },
    { value: 'no-arp-spoofing', documentation: { summary: 'Stops ARP replies for addresses of others.' } },
    { value: 'no-mac-broadcast', documentation: { summary: 'Stops frames to the broadcast address.' } },
    { value: 'no-ip-multicast', documentation: { summary: 'Stops packets to multicast addresses.' } },
    { value: 'no-other-l2-traffic', documentation: { summary: 'Stops everything that no earlier rule has let pass.' } },
    { value: 'allow-dhcp', documentation: { summary: 'Lets the guest get its address by DHCP from any server.' } },
    {
      value: 'allow-dhcp-server',
      documentation: { summary: 'Lets the guest get its address from one DHCP server, the parameter DHCPSERVER.' },
    },
    { value: 'allow-arp', documentation: { summary: 'Lets ARP pass.' } },
    { value: 'allow-ipv4', documentation: { summary: 'Lets IPv4 pass.' } },
    { value: 'allow-incoming-ipv4', documentation: { summary: 'Lets IPv4 pass towards the guest.' } },
    {
      value: 'qemu-announce-self',
      documentation: { summary: 'Lets the announcements pass that QEMU sends after a migration.' },
    },
  ],
});

const parameter: ElementDeclaration = {
  name: 'parameter',
  documentation: {
    summary: 'Gives a value to a variable of the filter; repeated with one name it makes a list.',
    details: 'libvirt fills in MAC, and IP as far as it learns the address.',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'name',
        required: true,
        sample: 'IP',
        documentation: { summary: 'Name of the variable, such as IP, CTRL_IP_LEARNING or DHCPSERVER.' },
        type: characters({ label: 'variable name', allowed: /[a-zA-Z0-9_]/, allowedText: 'letters, digits and _' }),
      },
      {
        name: 'value',
        required: true,
        sample: '192.0.2.10',
        documentation: { summary: 'Its value; libvirt skips the parameter silently if it has other characters.' },
        type: characters({
          label: 'variable value',
          allowed: /[a-zA-Z0-9_.:]/,
          allowedText: 'letters, digits and _ . :',
        }),
      },
    ],
  })),
};

/** The network filter of an interface. */
export const filterref: ElementDeclaration = {
  name: 'filterref',
  documentation: {
    summary: 'Filters the traffic of the guest by a set of rules that libvirt keeps under a name.',
    details: '`virsh nwfilter-list` lists the filters. Not possible together with a virtual port.',
    since: '0.8.0',
    drivers: ['qemu', 'lxc', 'ch'],
    page: 'formatdomain.html#traffic-filtering-with-nwfilter',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'filter',
        required: true,
        sample: 'clean-traffic',
        documentation: { summary: 'Name of the filter, which must exist when the guest starts.' },
        type: ncName,
      },
    ],
    children: [{ element: parameter, repeatable: true }],
  })),
};
