import { StatementNotValid, StatementVerifier } from '@ibex/adapters/jose/receiving';
import type { PublishedKeys } from '@ibex/adapters/jose/receiving';
import { IbexError } from '@ibex/kernel';
import { ExchangeRefused } from '@ibex/subscriber';
import type { ExchangeClient } from '@ibex/subscriber';
import { commandIdOf } from './command-id';

/** The answer to what was recorded, as far as a receipt is about it. */
export type Submitted = Readonly<{
  id: string;
  position: number;
  recordedAt: string;
  facts: readonly string[];
  receipt: string;
}>;

/** What the exchange attests: who told it what, when that was recorded, and where it stands in its log. */
export type Receipt = Readonly<{
  version: number;
  authority: string;
  commandId: string;
  recordedAt: string;
  stream: string;
  position: number;
  facts: readonly Readonly<{ id: string; type: string; revision: number; digest: string }>[];
}>;

/** Which part of a receipt does not hold. Keep answer and receipt, and ask the operator. */
export class ReceiptNotValid extends IbexError {
  constructor(
    readonly fault: 'signature' | 'form' | 'authority' | 'command' | 'notice' | 'position' | 'time' | 'facts',
    options?: ErrorOptions,
  ) {
    super('receipt/not-valid', `the receipt does not hold: ${fault}`, options);
  }
}

const TYP = 'ibex-receipt+jwt';
const KEYS = '/.well-known/jwks.json';

const isPublished = (body: unknown): body is PublishedKeys =>
  typeof body === 'object' && body !== null && 'keys' in body && Array.isArray(body.keys);

const isReceipt = (statement: Readonly<Record<string, unknown>>): boolean =>
  statement['version'] === 1 &&
  ['authority', 'commandId', 'recordedAt', 'stream'].every((name) => typeof statement[name] === 'string') &&
  Number.isSafeInteger(statement['position']) &&
  Array.isArray(statement['facts']);

type By = Readonly<{ authority: string; key: string }>;

const typesOf = ({ facts }: Receipt): string => facts.map(({ type }) => type).join();

const faultOf = (receipt: Receipt, answer: Submitted, by: By): ReceiptNotValid['fault'] | undefined => {
  const holds: Readonly<Partial<Record<ReceiptNotValid['fault'], boolean>>> = {
    authority: receipt.authority === by.authority,
    command: receipt.commandId === commandIdOf(by.authority, by.key),
    notice: receipt.stream.endsWith(`-${answer.id}`),
    position: receipt.position === answer.position,
    time: receipt.recordedAt === answer.recordedAt,
    facts: typesOf(receipt) === answer.facts.join(),
  };
  return (['authority', 'command', 'notice', 'position', 'time', 'facts'] as const).find(
    (part) => !holds[part],
  );
};

/** Checks receipts under the keys that their exchange publishes; these are asked for once, and again for a key that is new. */
export class Receipts {
  private verifier: Promise<StatementVerifier> | undefined;

  constructor(private readonly exchange: ExchangeClient) {}

  /** Undefined where nothing was recorded, and so nothing attested. Throws ReceiptNotValid, and as `ExchangeClient.ask`. */
  async check(answer: Submitted, by: By): Promise<Receipt | undefined> {
    if (answer.receipt === '') return undefined;
    const statement = await this.verified(answer.receipt);
    if (!isReceipt(statement)) throw new ReceiptNotValid('form');
    const receipt = statement as Receipt;
    const fault = faultOf(receipt, answer, by);
    if (fault !== undefined) throw new ReceiptNotValid(fault);
    return receipt;
  }

  private async verified(jws: string): Promise<Readonly<Record<string, unknown>>> {
    const known = this.verifier !== undefined;
    try {
      return await (await this.published()).verify(jws, TYP);
    } catch (error) {
      if (!(error instanceof StatementNotValid)) throw error;
      if (!known || error.fault !== 'unknown-key') throw new ReceiptNotValid('signature', { cause: error });
      this.verifier = undefined;
      return this.verified(jws);
    }
  }

  private published(): Promise<StatementVerifier> {
    this.verifier ??= this.fetched().catch((error: unknown) => {
      this.verifier = undefined;
      throw error;
    });
    return this.verifier;
  }

  private async fetched(): Promise<StatementVerifier> {
    const { status, body } = await this.exchange.ask(KEYS);
    if (status !== 200 || !isPublished(body)) throw new ExchangeRefused(status, 'no-published-keys');
    return new StatementVerifier(body);
  }
}
