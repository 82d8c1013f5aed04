import type { Connection, PoolClient } from 'pg';

/** What the client's connection can do beyond its types. */
type CopyConnection = Connection & Readonly<{ sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }>;
type Done = (error?: Error | null) => void;

/**
 * COPY … FROM STDIN in the client's own protocol of queries: the client hands it what the server answers.
 * PostgreSQL 15, 55.2.6 COPY operations.
 */
class CopyIn {
  /** The client puts its own in its place when it gives up waiting. */
  callback: Done;

  constructor(
    private readonly text: string,
    private readonly rows: Buffer,
    done: Done,
  ) {
    this.callback = done;
  }

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFromChunk(this.rows);
    connection.endCopyFrom();
  }

  handleCommandComplete(): void {
    // readiness for the next query follows
  }

  handleReadyForQuery(): void {
    this.callback(null);
  }

  handleError(error: Error): void {
    this.callback(error);
  }
}

/** Brings rows in COPY's text form into a table. */
export const copyIn = (client: PoolClient, text: string, rows: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const done: Done = (error) => (error ? reject(error) : resolve());
    client.query(new CopyIn(text, Buffer.from(rows), done));
  });
