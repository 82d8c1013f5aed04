import type { PoolClient } from 'pg';

export type Values = readonly unknown[];
export type Rows<R> = readonly R[];

/** One connection within a transaction. */
export class Session {
  constructor(readonly client: PoolClient) {}

  async query<R extends object = Record<string, unknown>>(
    text: string,
    values: Values = [],
  ): Promise<Rows<R>> {
    const { rows } = await this.client.query<R>(text, [...values]);
    return rows;
  }

  /** Rows touched. */
  async change(text: string, values: Values = []): Promise<number> {
    return (await this.client.query(text, [...values])).rowCount ?? 0;
  }

  /** Several statements without values, in one go. */
  async script(...statements: readonly string[]): Promise<void> {
    if (statements.length > 0) await this.client.query(statements.join(';\n'));
  }
}
