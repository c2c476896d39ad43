import { deviceName } from '../../../datatypes/characters.ts';
import { yesNoMeaning } from '../../../datatypes/yesNo.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** The device on the side of the host. */
export const target: ElementDeclaration = {
  name: 'target',
  documentation: {
    summary: 'Name of the device on the host that belongs to this interface, a tap or macvtap.',
    details: 'Leave it out unless scripts or firewall rules must know the name.',
    default: 'vnet0, macvtap0 and so on',
    page: 'formatdomain.html#overriding-the-target-element',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'dev',
        required: true,
        sample: 'tap0',
        documentation: {
          summary: 'The name, at most 15 bytes, unique on the host.',
          details:
            'libvirt numbers the names vnet…, macvtap… and macvlan… itself: it blanks such a name when the guest is defined.',
        },
        type: deviceName,
      },
      {
        name: 'managed',
        documentation: {
          summary: 'Whether libvirt makes and removes the device.',
          default: '`yes`',
          since: '5.7.0',
          needs: 'Interface type `ethernet` for the value `no`.',
        },
        type: yesNoMeaning(
          'libvirt makes the device when the guest starts.',
          'libvirt uses the device that somebody else has made, tap or macvtap, and leaves it in place.',
        ),
      },
    ],
  })),
};
