import type { Limit } from '../../schema/model.ts';
import { escapeMarkup } from '../renderDocumentation.ts';

const TITLES: Readonly<Record<Limit['effect'], string>> = {
  ignored: 'Without effect here.',
  'output-only': 'Written by libvirt, not read.',
  'refused at define': 'Refused when the guest is defined.',
  'refused at start': 'Refused when the guest starts.',
};

/** What libvirt does with something that its schema lets pass, and what to write instead. */
export function renderLimit({ effect, reason, instead, drivers }: Limit): string {
  const scope = drivers ? ` (${drivers.join(', ')})` : '';
  return escapeMarkup(`**${TITLES[effect]}**${scope} ${reason} ${instead}`);
}
