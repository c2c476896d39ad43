import type { Datatype } from '../../../datatypes/datatype.ts';
import { enumeration } from '../../../datatypes/enumeration.ts';
import type { ElementDeclaration, Limit } from '../../../model.ts';
import { lazy } from '../../../model.ts';
import { aliasName } from '../common/alias.ts';

const notTransient: Limit = {
  effect: 'refused at define',
  drivers: ['qemu'],
  reason: 'The transient half of a team is a device of the host; libvirt refuses this type of interface.',
  instead: "Set the interface's type='hostdev', or type='persistent' here if this is the virtio half.",
  covers: ['TM06'],
  libvirtMessage: "virtio-net teaming transient interface must be type='hostdev', not '%1$s'",
};

function teamingType(limit?: Limit): Datatype {
  const transient = {
    value: 'transient',
    documentation: {
      summary: 'The fast half: the device of the host, which is unplugged before a migration and plugged in after it.',
    },
  };
  return enumeration([
    {
      value: 'persistent',
      documentation: {
        summary: 'The half that stays: a virtio card, which carries the traffic during a migration.',
        needs: "`<model type='virtio'/>`, and an alias that begins with `ua-`.",
      },
    },
    limit ? { ...transient, limit } : transient,
  ]);
}

function teaming(type: Datatype): ElementDeclaration {
  return {
    name: 'teaming',
    documentation: {
      summary: 'Joins a virtio card and a device of the host to a team, so that the guest can migrate.',
      details: 'Both halves have the same MAC address, and the guest needs a driver that knows failover.',
      since: '6.1.0',
      drivers: ['qemu'],
      page: 'formatdomain.html#teaming-a-virtio-hostdev-nic-pair',
    },
    body: lazy(() => ({
      attributes: [
        { name: 'type', required: true, documentation: { summary: 'Which half of the team this is.' }, type },
      ],
      variants: [
        {
          attribute: 'type',
          cases: {
            persistent: lazy(() => ({})),
            transient: lazy(() => ({
              attributes: [
                {
                  name: 'persistent',
                  required: true,
                  sample: 'ua-net0',
                  documentation: { summary: 'Alias of the virtio card that is the other half.' },
                  type: aliasName,
                },
              ],
            })),
          },
        },
      ],
    })),
  };
}

/** Teaming where the interface is, or may become, a device of the host. */
export const hostDeviceTeaming = teaming(teamingType());
/** Teaming of all other interfaces. */
export const virtualTeaming = teaming(teamingType(notTransient));
