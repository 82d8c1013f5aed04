import { isPassing, itemsOf, toAnswer, toOwnMissing, toOwnPlacements } from '@ibex/imports';
import type {
  ExchangeAnswer,
  ExchangeClient,
  ExchangeCommand,
  OwnMissing,
  OwnPlacement,
} from '@ibex/imports';
import { setTimeout as pause } from 'node:timers/promises';
import type { Visit } from '../../frame/visit';

const PAGE = 500;
const TRIES = 5;
const WAIT_MS = 500;

const isPart = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The exchange as the importer needs it, under the rights of the person who uploads. */
export class VisitExchange implements ExchangeClient {
  constructor(private readonly visit: Pick<Visit, 'api'>) {}

  async submit(commands: readonly ExchangeCommand[]): Promise<readonly ExchangeAnswer[]> {
    const answers = new Map<ExchangeCommand, Readonly<Record<string, unknown>>>();
    let due = commands;
    for (let tries = 0; due.length > 0 && tries < TRIES; tries += 1) {
      if (tries > 0) await pause(WAIT_MS * 2 ** tries);
      const answered = await this.batch(due);
      due.forEach((command, at) => answers.set(command, answered[at] ?? {}));
      due = due.filter((command) => isPassing(answers.get(command) ?? {}));
    }
    return commands.map((command) => toAnswer(answers.get(command) ?? {}));
  }

  async *ownPlacements(): AsyncGenerator<OwnPlacement> {
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const query = { includeEnded: true, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const page = await this.visit.api.get('/v1/registers/placed-elsewhere', { params: { query } });
      for (const item of itemsOf(page.items)) yield* toOwnPlacements(item);
      cursor = page.next;
    }
  }

  async *ownMissing(): AsyncGenerator<OwnMissing> {
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const query = { state: 'all', limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } as const;
      const page = await this.visit.api.get('/v1/missing-episodes', { params: { query } });
      for (const item of itemsOf(page.items)) yield* toOwnMissing(item);
      cursor = page.next;
    }
  }

  private async batch(
    commands: readonly ExchangeCommand[],
  ): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const body = { commands: commands.map((command) => ({ ...command })) };
    const answer: unknown = await this.visit.api.post('/v1/batches', { body });
    return itemsOf(isPart(answer) ? answer['answers'] : []);
  }
}
