import type { Type, DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { NestLog } from '../logging/nest-log';
import type { SafeLog } from '../logging/safe-log';
import { withinRequest } from '../access/reader-context';
import { ManagementServer } from '../metrics/management.server';
import type { ManagementAddress } from '../metrics/management.server';
import { Metrics } from '../metrics/metrics';
import { addRequestSpans } from '../tracing/request-spans';
import { startTracing } from '../tracing/start-tracing';
import type { TracingOptions } from '../tracing/start-tracing';
import { addAnswerHeaders, addAnswerLog, addAnswerMeasure } from './answer-hooks';

export const BODY_LIMIT_BYTES = 256 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
const KEEP_ALIVE_TIMEOUT_MS = 65_000;
/** How long requests under way may take to end when the server closes; after it their connections are cut. */
const DRAIN_MS = 3_000;

export type HttpAppOptions = Readonly<{
  log: SafeLog;
  /** One log line per answer; default true. */
  logAnswers?: boolean;
  /** Where a fault in the wiring is told before anything listens; default: stderr. */
  tellOperator?: (text: string) => void;
  /** Where measures and health are told to those who run the service; left out: nowhere. */
  management?: ManagementAddress;
  /** Where spans are sent; left out: nowhere, and nothing is loaded for it. */
  traces?: TracingOptions;
}>;

type Settings = Readonly<{ logger: NestLog; abortOnError: boolean }>;

const newAdapter = (): FastifyAdapter => {
  const adapter = new FastifyAdapter({
    trustProxy: false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 128, ignoreTrailingSlash: true },
    exposeHeadRoutes: false,
  });
  const server = adapter.getInstance().server;
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  return adapter;
};

/** Spans of what goes on while the server closes are still sent. */
const traceRequests = async (server: FastifyInstance, traces: TracingOptions): Promise<void> => {
  const tracing = await startTracing(traces);
  addRequestSpans(server);
  server.addHook('onClose', () => tracing.stop());
};

/**
 * A server around a module that imports RuntimeModule: limits, headers and shutdown set; guard, checks and problems
 * come with RuntimeModule. Not yet listening.
 */
export const createHttpApp = async (
  module: Type | DynamicModule,
  options: HttpAppOptions,
): Promise<NestFastifyApplication> => {
  const tell = options.tellOperator ?? ((text: string) => process.stderr.write(`${text}\n`));
  const nestLog = new NestLog(options.log, tell);
  const adapter = newAdapter();
  const settings: Settings = { logger: nestLog, abortOnError: false };
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, settings);
  const server = adapter.getInstance();
  if (options.traces) await traceRequests(server, options.traces);
  server.addHook('onRequest', (_request, _reply, done) => withinRequest(done));
  addAnswerHeaders(server);
  addAnswerMeasure(server, app.get(Metrics, { strict: false }));
  if (options.logAnswers ?? true) addAnswerLog(server, options.log);
  server.addHook('onListen', () => nestLog.startsListening());
  server.addHook('preClose', (done) => {
    setTimeout(() => server.server.closeAllConnections(), DRAIN_MS).unref();
    done();
  });
  app.enableShutdownHooks();
  if (options.management) await app.get(ManagementServer, { strict: false }).listen(options.management);
  return app;
};
