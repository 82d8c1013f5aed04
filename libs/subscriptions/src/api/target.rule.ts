import { USUAL_MAIL_DOMAINS, isInMailDomains, isMailAddress } from '@ibex/kernel';
import type { ChannelKind, TargetRefused } from '@ibex/kernel';

const FOLDER = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/;
/** Names that mean something else on a share, whatever else is in the path. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

const ofAddress = (target: string, domains: readonly string[]): TargetRefused | undefined => {
  if (!isMailAddress(target))
    return {
      code: 'target/not-an-address',
      detail: 'The target is not one e-mail address.',
      mend: 'Give the address of one shared mailbox, such as duty-desk@borough.gov.uk.',
    };
  if (isInMailDomains(target, domains)) return undefined;
  return {
    code: 'target/domain-not-allowed',
    detail: 'The target is an address at a domain that this exchange sends no mail to.',
    mend: `Give an address at ${domains.join(', ')}, or ask whoever runs the exchange to allow the domain.`,
  };
};

const ofFolder = (target: string): TargetRefused | undefined =>
  FOLDER.test(target) && !RESERVED.test(target)
    ? undefined
    : {
        code: 'target/not-a-folder',
        detail: 'The target is not the name of a folder.',
        mend: 'Give 1 to 40 lower-case letters, digits and hyphens; the folder is made within your own.',
      };

/** What is wrong with a target by its text, for channels that only need it to be well formed. */
export const textFaultOf = (
  channel: ChannelKind,
  target: string,
  mailDomains: readonly string[] = USUAL_MAIL_DOMAINS,
): TargetRefused | undefined => {
  if (channel === 'email-digest') return ofAddress(target, mailDomains);
  return channel === 'file-drop' ? ofFolder(target) : undefined;
};
