import { CHANNEL_KINDS, USUAL_MAIL_DOMAINS } from '@ibex/kernel';
import type { ChannelKind } from '@ibex/kernel';
import type { GatheringConfig, MailPlace } from './gathering.settings';
import { readSecret } from './parse-config';

/** Which channels an installation offers, and where its mail may go. */
export const gatheringChannels = (
  config: GatheringConfig | undefined,
  { hasBus }: Readonly<{ hasBus: boolean }>,
): Readonly<{ offered: readonly ChannelKind[]; mailDomains: readonly string[] }> => {
  const missing = new Set<ChannelKind>([
    ...(hasBus ? [] : (['bus'] as const)),
    ...(config?.mail ? [] : (['email-digest'] as const)),
    ...(config?.dropRoot === undefined ? (['file-drop'] as const) : []),
  ]);
  return {
    offered: CHANNEL_KINDS.filter((kind) => !missing.has(kind)),
    mailDomains: config?.mailDomains ?? USUAL_MAIL_DOMAINS,
  };
};

/** What stands in the files that the settings name. Throws IbexError `config/secret-unreadable`. */
export const mailSecrets = ({
  user,
  passwordFile,
  caFile,
}: MailPlace): Readonly<{ ca?: string; credentials?: Readonly<{ user: string; password: string }> }> => ({
  ...(caFile === undefined ? {} : { ca: readSecret('IBEX_SMTP_CA_FILE', caFile) }),
  ...(user === undefined || passwordFile === undefined
    ? {}
    : { credentials: { user, password: readSecret('IBEX_SMTP_PASSWORD_FILE', passwordFile) } }),
});
