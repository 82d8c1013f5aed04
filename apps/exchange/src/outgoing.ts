import type { DynamicModule, Type } from '@nestjs/common';
import { FileDrop, FilesModule } from '@ibex/adapters/files';
import { DigestMailer, MailModule } from '@ibex/adapters/smtp';
import { WebhookChannel, WebhookModule } from '@ibex/adapters/webhook';
import { DispatchModule } from '@ibex/delivery';
import type { BatchChannel } from '@ibex/kernel';
import { mailSecrets } from '@ibex/runtime';
import type { GatheringConfig, ServerConfig } from '@ibex/runtime';

type Settings = Pick<ServerConfig, 'gathering' | 'receivers'>;
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

/** Everything that brings entries out to subscribers: webhooks, and what gathers them as far as the settings say where to. */
export const bringingOut = ({ gathering, receivers }: Settings): readonly DynamicModule[] => {
  const parts = gathering ? [mailOf(gathering), filesOf(gathering)] : [];
  const batches = parts.flatMap(({ channels }) => channels);
  return [
    WebhookModule.with(),
    ...parts.flatMap(({ modules }) => modules),
    DispatchModule.with({
      ...{ channels: [WebhookChannel], batches },
      settings: { trouble: receivers.trouble },
      attempts: { keptDays: receivers.attemptsKeptDays },
    }),
  ];
};
