import type { DynamicModule, Type } from '@nestjs/common';
import { FileDrop, FilesModule } from '@ibex/adapters/files';
import { DigestMailer, MailModule } from '@ibex/adapters/smtp';
import type { BatchChannel } from '@ibex/kernel';
import { mailSecrets } from '@ibex/runtime';
import type { GatheringConfig } from '@ibex/runtime';

type Gathering = Readonly<{ modules: readonly DynamicModule[]; channels: readonly Type<BatchChannel>[] }>;

const mailOf = ({ mail, publicUrl, mailDomains: domains }: GatheringConfig): Gathering => {
  if (!mail) return { modules: [], channels: [] };
  const { host, port, isSecure, from } = mail;
  const smtp = { host, port, isSecure, ...mailSecrets(mail) };
  return { modules: [MailModule.with({ smtp, from, publicUrl, domains })], channels: [DigestMailer] };
};

const filesOf = ({ dropRoot: root, publicUrl }: GatheringConfig): Gathering => {
  if (root === undefined) return { modules: [], channels: [] };
  return { modules: [FilesModule.with({ root, publicUrl })], channels: [FileDrop] };
};

/** Channels that gather entries, as far as the settings say where to. */
export const gatheringOf = (config: GatheringConfig | undefined): Gathering => {
  const parts = config ? [mailOf(config), filesOf(config)] : [];
  return {
    modules: parts.flatMap(({ modules }) => modules),
    channels: parts.flatMap(({ channels }) => channels),
  };
};
