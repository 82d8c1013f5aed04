import type { Host } from '@ibex/notifications';
import type {
  ExchangeAnswer,
  ExchangeClient,
  ExchangeCommand,
  OwnMissing,
  OwnPlacement,
} from '@ibex/imports';

type Body = Readonly<Record<string, unknown>>;

/** An exchange on paper: takes every command by the rules of idempotency and shows what it holds of it. */
export class PaperExchange implements ExchangeClient {
  readonly commands: ExchangeCommand[] = [];
  private readonly answers = new Map<string, ExchangeAnswer>();
  private readonly notices = new Map<string, { action: string; body: Body }>();

  submit(commands: readonly ExchangeCommand[]): Promise<readonly ExchangeAnswer[]> {
    if (commands.length > 100) throw new Error('more than 100 commands in one batch');
    return Promise.resolve(commands.map((command) => this.take(command)));
  }

  /** The bodies of the notices that the action opened, with all that was told of them later. */
  bodiesOf(action: string): readonly Body[] {
    return [...this.notices.values()].filter((notice) => notice.action === action).map(({ body }) => body);
  }

  async *ownPlacements(): AsyncGenerator<OwnPlacement> {
    for (const [id, { action, body }] of this.notices) {
      if (action === 'placement/notify') yield await Promise.resolve(toPlacement(id, body));
    }
  }

  async *ownMissing(): AsyncGenerator<OwnMissing> {
    for (const [id, { action, body }] of this.notices) {
      if (action === 'missing/report') yield await Promise.resolve(toMissing(id, body));
    }
  }

  private take(command: ExchangeCommand): ExchangeAnswer {
    const before = this.answers.get(command.key);
    if (before?.outcome === 'recorded') return { ...before, repeated: true };
    const id = command.id ?? `notice-${String(this.notices.size + 1)}`;
    const held = this.notices.get(id);
    this.notices.set(id, {
      action: held?.action ?? command.action,
      body: { ...held?.body, ...command.body },
    });
    this.commands.push(command);
    const answer: ExchangeAnswer = { outcome: 'recorded', id, repeated: false };
    this.answers.set(command.key, answer);
    return answer;
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const textOf = (body: Body, ...path: readonly string[]): string =>
  text(path.reduce<unknown>((at, name) => (at as Body | undefined)?.[name], body));
const some = (name: string, value: string): object => (value === '' ? {} : { [name]: value });

const hostOf = (body: Body): Host => {
  if (body['restricted'] === true) return { kind: 'withheld' };
  const gss = textOf(body, 'host');
  return gss === '' ? { kind: 'unknown' } : { kind: 'authority', gss };
};

const toPlacement = (id: string, body: Body): OwnPlacement => ({
  kind: 'placement',
  id,
  localId: textOf(body, 'child', 'localId'),
  startsOn: textOf(body, 'startsOn'),
  ...some('endedOn', textOf(body, 'endedOn')),
  host: hostOf(body),
  restricted: body['restricted'] === true,
  ...some('placementType', textOf(body, 'placementType')),
  ...some('provider', textOf(body, 'provider')),
  ...some('providerUrn', textOf(body, 'providerUrn')),
  ...some('postcode', textOf(body, 'postcode')),
});

const toMissing = (id: string, body: Body): OwnMissing => ({
  kind: 'missing-episode',
  id,
  localId: textOf(body, 'child', 'localId'),
  missing: textOf(body, 'kind'),
  startedOn: textOf(body, 'lastSeen', 'on'),
  ...some('endedOn', textOf(body, 'end', 'when', 'on')),
});
