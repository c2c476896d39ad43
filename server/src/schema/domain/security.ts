import type { ChildDeclaration } from '../model.ts';
import { openNames, repeatedNames } from './openElement.ts';

/** What stands in `<seclabel>`. */
export const seclabelChildren: readonly ChildDeclaration[] = openNames({
  label: 'The label under which the guest runs.',
  imagelabel: 'The label of the disk images, as libvirt prints it.',
  baselabel: 'The label from which a dynamic one is made.',
});

/** What stands in `<keywrap>`. */
export const keywrapChildren: readonly ChildDeclaration[] = repeatedNames({
  cipher: 'One kind of key that the guest may have protected.',
});

/** What stands in `<launchSecurity>`. */
export const launchSecurityChildren: readonly ChildDeclaration[] = openNames({
  policy: 'Bits of the policy that the firmware of the processor enforces.',
  cbitpos: 'Position of the encryption bit in page table entries.',
  reducedPhysBits: 'Number of address bits that the encryption takes away.',
  dhCert: 'Certificate of the owner, by which a session is agreed upon.',
  session: 'Blob with the session of the owner.',
  handle: 'Handle of the encryption context, for a guest that shares one.',
  guestVisibleWorkarounds: 'Workarounds of the hypervisor that the guest can see, for SEV-SNP.',
  idBlock: 'Identity block of the guest, for SEV-SNP.',
  idAuth: 'Signature of the identity block, for SEV-SNP.',
  hostData: 'Data of the host that becomes part of the attestation report.',
  mrConfigId: 'Identifier of the configuration that is not chosen by the owner, for TDX.',
  mrOwner: 'Identifier of the owner of the guest, for TDX.',
  mrOwnerConfig: 'Identifier of the configuration that the owner has chosen, for TDX.',
  quoteGenerationService: 'Socket of the service that signs attestation reports, for TDX.',
});
