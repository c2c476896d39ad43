import { integer } from '../datatypes/integer.ts';
import { rate } from '../datatypes/rate.ts';
import type { AttributeDeclaration, ElementDeclaration, Limit } from '../model.ts';
import { lazy } from '../model.ts';

/** Kilobytes a second; the upper end is that of tc (`virNetDevBandwidthRateValidate`). */
const speed = rate({ max: 2n ** 54n, bytes: 1000, unit: 'kilobytes (1000 bytes) per second' });

/** Kibibytes; libvirt's schema takes more than its code. */
const burstSize = rate({ max: 4194303, bytes: 1024, unit: 'kibibytes (1024 bytes)' });

const average: AttributeDeclaration = {
  name: 'average',
  sample: '1000',
  documentation: {
    summary: 'Mean rate that the traffic is held to.',
    details: 'Must be there, except where `floor` stands alone.',
    unit: 'kilobytes (1000 bytes) per second',
  },
  type: speed,
};

const peak: AttributeDeclaration = {
  name: 'peak',
  sample: '5000',
  documentation: {
    summary: 'Highest rate at which a burst may be sent.',
    details: 'Has no effect on outbound traffic of tap devices, whose limiter knows no peak.',
    unit: 'kilobytes (1000 bytes) per second',
    needs: 'The attribute `average`.',
  },
  type: speed,
};

const burst: AttributeDeclaration = {
  name: 'burst',
  sample: '1024',
  documentation: {
    summary: 'Amount of data that may be sent at peak rate.',
    unit: 'KiB (1024 bytes)',
    needs: 'The attribute `average`.',
  },
  type: burstSize,
};

const floor: AttributeDeclaration = {
  name: 'floor',
  sample: '200',
  documentation: {
    summary: 'Rate that the guest gets in any case, however busy the network is.',
    unit: 'kilobytes (1000 bytes) per second',
    needs: 'A network with forward mode nat, route or open, or none, whose own `<inbound>` has an `average`.',
    since: '1.0.1',
  },
  type: speed,
};

const classID: AttributeDeclaration = {
  name: 'classID',
  documentation: { summary: 'Number of the traffic class that the network gave to the running guest.' },
  type: integer({ min: 1, max: 4294967295 }),
  limit: {
    effect: 'refused at define',
    reason: 'classID belongs to the port of a network; libvirt refuses it in the definition of a guest or a network.',
    instead: 'Leave it out.',
    covers: ['BW13'],
    libvirtMessage: 'classID attribute not supported on <bandwidth> in this usage context',
  },
};

function floorLimit(reason: string, instead: string, covers: readonly string[]): Limit {
  return {
    effect: 'refused at define',
    reason,
    instead,
    covers,
    libvirtMessage: 'floor attribute is not supported for this config',
  };
}

const inboundDocumentation = {
  summary: 'Shapes the traffic that comes to the guest.',
};

const outbound: ElementDeclaration = {
  name: 'outbound',
  documentation: { summary: 'Limits the traffic that the guest sends; what exceeds the limit is dropped.' },
  body: lazy(() => ({
    attributes: [
      average,
      peak,
      burst,
      {
        ...floor,
        limit: floorLimit(
          'A guaranteed rate exists for inbound traffic only; libvirt refuses floor here.',
          'Leave it out.',
          ['BW03'],
        ),
      },
    ],
  })),
};

function bandwidth(inbound: ElementDeclaration, classId: AttributeDeclaration = classID): ElementDeclaration {
  return {
    name: 'bandwidth',
    documentation: {
      summary: 'Limits how fast the guest may receive and send.',
      since: '0.9.4',
      page: 'formatdomain.html#quality-of-service',
    },
    body: lazy(() => ({ attributes: [classId], children: [{ element: inbound }, { element: outbound }] })),
  };
}

/** Bandwidth of an interface in a libvirt network, which may guarantee a rate. */
export const networkInterfaceBandwidth = bandwidth({
  name: 'inbound',
  documentation: inboundDocumentation,
  body: lazy(() => ({ attributes: [average, peak, burst, floor] })),
});

/** Bandwidth of a network port, as libvirt keeps it while the guest runs. */
export const portBandwidth = bandwidth(
  {
    name: 'inbound',
    documentation: inboundDocumentation,
    body: lazy(() => ({ attributes: [average, peak, burst, floor] })),
  },
  { name: classID.name, documentation: classID.documentation, type: classID.type },
);

/** Bandwidth of a whole network, or of each interface in a port group. */
export const networkBandwidth = bandwidth({
  name: 'inbound',
  documentation: inboundDocumentation,
  body: lazy(() => ({
    attributes: [
      average,
      peak,
      burst,
      {
        ...floor,
        limit: floorLimit(
          'A guaranteed rate belongs to one interface of a guest; libvirt refuses floor for networks and port groups.',
          'Leave it out, and write it in the <bandwidth> of the interface.',
          ['NW64'],
        ),
      },
    ],
  })),
});

/** Bandwidth of any other interface. */
export const interfaceBandwidth = bandwidth({
  name: 'inbound',
  documentation: inboundDocumentation,
  body: lazy(() => ({
    attributes: [
      average,
      peak,
      burst,
      {
        ...floor,
        limit: floorLimit(
          "libvirt can guarantee a rate only to an interface of type='network' and refuses floor here.",
          "Leave it out, or set type='network'.",
          ['BW04'],
        ),
      },
    ],
  })),
});
