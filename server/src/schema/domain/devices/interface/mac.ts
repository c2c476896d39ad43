import { enumeration } from '../../../datatypes/enumeration.ts';
import { unicastMac } from '../../../datatypes/macAddress.ts';
import { yesNoMeaning } from '../../../datatypes/yesNo.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** The MAC address of the card in the guest. */
export const mac: ElementDeclaration = {
  name: 'mac',
  documentation: {
    summary: 'The MAC address of the card in the guest.',
    default: 'a random address, made when the guest is defined and then kept',
    page: 'formatdomain.html#network-interfaces',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'address',
        required: true,
        documentation: {
          summary: 'The address: six pairs of hex digits with colons between them.',
          details:
            'It must be unicast, so the second digit is even. Usual beginnings are `52:54:00` for QEMU and `00:16:3e` for Xen.',
        },
        type: unicastMac,
      },
      {
        name: 'type',
        documentation: {
          summary: 'Whether the VMware driver may take the address for one that it has made itself.',
          since: '6.6.0',
          drivers: ['esx'],
        },
        type: enumeration([
          { value: 'generated', documentation: { summary: 'The address comes from the range that VMware generates.' } },
          { value: 'static', documentation: { summary: 'The address was chosen and is left alone.' } },
        ]),
      },
      {
        name: 'check',
        documentation: {
          summary: 'Whether VMware checks that the address is in the range that it allows.',
          drivers: ['esx'],
        },
        type: yesNoMeaning('VMware checks the address.', 'VMware takes any address.'),
      },
      {
        name: 'currentAddress',
        documentation: {
          summary: 'The address that the running guest has set itself.',
          since: '11.2.0',
        },
        type: unicastMac,
        limit: {
          effect: 'output-only',
          reason: 'libvirt prints this for a running guest and does not read it from a definition.',
          instead: 'Leave it out.',
          covers: ['MAC10'],
        },
      },
    ],
  })),
};
