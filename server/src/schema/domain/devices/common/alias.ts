import { characters } from '../../../datatypes/characters.ts';
import type { ElementDeclaration } from '../../../model.ts';
import { lazy } from '../../../model.ts';

/** Name of a device inside a guest's definition. */
export const aliasName = characters({
  label: 'alias',
  allowed: /[a-zA-Z0-9_.-]/,
  allowedText: 'letters, digits and . _ -',
});

/** Names a device, for hot plugging, teaming and pass-through options of QEMU. */
export const alias: ElementDeclaration = {
  name: 'alias',
  documentation: {
    summary: 'Name of the device inside the definition, by which other parts and commands find it.',
    default: 'a name that libvirt makes, such as net0',
    since: '3.9.0',
    drivers: ['qemu', 'xen', 'ch', 'test'],
    page: 'formatdomain.html#devices',
  },
  body: lazy(() => ({
    attributes: [
      {
        name: 'name',
        required: true,
        sample: 'ua-net0',
        documentation: {
          summary: 'The name; your own names begin with `ua-` and have only letters, digits, _ and -.',
          details: 'libvirt drops any other name when the guest is defined and makes one of its own.',
        },
        type: aliasName,
      },
    ],
  })),
};
