import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IbexError } from '@ibex/kernel';
import type { ServerConfig } from '../config/server-config';
import { createLog } from '../logging/create-log';
import type { HttpAppOptions } from './create-http-app';

/** An app made but not yet listening, and where it is to listen. */
export type Served = Readonly<{ app: NestFastifyApplication; host: string; port: number }>;

/** Long enough for what has started to stop by itself. */
const LAST_RESORT_MS = 2_000;

/** `name`: under which the app's spans are found. */
export const appOptionsOf = (
  { logLevel, host, metricsPort, otlpEndpoint }: ServerConfig,
  name = 'ibex',
): HttpAppOptions => ({
  log: createLog(logLevel),
  ...(metricsPort === undefined ? {} : { management: { host, port: metricsPort } }),
  ...(otlpEndpoint === undefined ? {} : { traces: { endpoint: otlpEndpoint, serviceName: name } }),
});

/** Starts a server and tells the operator, in one line, where it is or why it is not. */
export const runServer = async (name: string, prepare: () => Promise<Served>): Promise<void> => {
  try {
    const { app, host, port } = await prepare();
    await app.listen(port, host);
    process.stdout.write(`IBEX ${name} ready at ${await app.getUrl()}\n`);
  } catch (fault) {
    const known = fault instanceof IbexError ? `${fault.code}: ${fault.message}` : undefined;
    const told = known ?? String(fault instanceof Error ? fault.stack : fault);
    process.stderr.write(`The ${name} could not start. ${told}\n`);
    process.exitCode = 1;
    setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
  }
};
