import type { Driver } from '../../schema/documentation.ts';
import { alias } from '../../schema/domain/devices/common/alias.ts';

/** Whether libvirt keeps the alias of a definition (`virDomainDeviceAliasIsUserAlias` and USER_ALIAS_CHARS). */
export function isUserAlias(name: string): boolean {
  return /^ua-[a-zA-Z0-9_-]*$/.test(name);
}

/** Whether the driver keeps aliases of users at all (`VIR_DOMAIN_DEF_FEATURE_USER_ALIAS`). */
export function keepsAliases(driver: Driver): boolean {
  return alias.documentation.drivers?.includes(driver) ?? true;
}
