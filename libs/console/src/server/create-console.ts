import compress from '@fastify/compress';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { MultipartFile } from '@fastify/multipart';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CLOCK, KEPT_THINGS, SIGN_IN_PROVIDERS } from '@ibex/kernel';
import type { Clock, KeptThings, SignInProvider } from '@ibex/kernel';
import { SafeLog, answersUnder } from '@ibex/runtime';
import { AREAS } from '../areas';
import { ConsoleModule } from '../frame/console.module';
import { Kept } from '../frame/kept';
import { Visits } from '../frame/visits';
import { HomeModule } from '../home/home.module';
import { FreshTokens } from '../session/fresh-tokens';
import { SealedKept } from '../session/sealed-kept';
import { SealedThings } from '../session/sealed-things';
import { Sealing } from '../session/sealing';
import { SessionVisits } from '../session/session-visits';
import { Sessions } from '../session/sessions';
import { Sweeping } from '../session/sweeping';
import { SignInModule } from '../sign-in/sign-in.module';
import { addAnswerHeaders } from './answer-headers';
import { builtAssets } from './built-assets';
import { ConsoleSettings } from './console-settings';

export const CONSOLE_PATH = '/console';
const BODY_LIMIT_BYTES = 1_024 * 1_024;
/** Of one file that somebody uploads. */
const FILE_LIMIT_BYTES = 20 * 1_024 * 1_024;

export type ConsoleOptions = Readonly<{
  settings: ConsoleSettings;
  /** 32 secret bytes that seal what the console keeps; the same for every console on one store. */
  key: Uint8Array;
  providers: readonly SignInProvider[];
  things: KeptThings;
  clock: Clock;
  log: SafeLog;
  /** Routes and hooks beside the pages, where the console runs alone. */
  beside?: (server: FastifyInstance) => void;
}>;

type NestOptions = Readonly<{ logger: false; abortOnError: boolean; bodyParser: boolean }>;
const NEST: NestOptions = { logger: false, abortOnError: false, bodyParser: false };

const providersOf = ({ settings, key, providers, things, clock, log }: ConsoleOptions) => [
  { provide: ConsoleSettings, useValue: settings },
  { provide: Sealing, useFactory: () => new Sealing(key) },
  { provide: SIGN_IN_PROVIDERS, useValue: providers },
  { provide: KEPT_THINGS, useValue: things },
  { provide: CLOCK, useValue: clock },
  { provide: SafeLog, useValue: log },
  { provide: Visits, useClass: SessionVisits },
  { provide: Kept, useClass: SealedKept },
  ...[SealedThings, Sessions, FreshTokens, Sweeping],
];

/** A file as the body's field holds it: its name, its kind as the browser says, and its bytes. */
const toUpload = async (part: MultipartFile): Promise<void> => {
  const { filename, mimetype } = part;
  Object.assign(part, { value: { filename, mimetype, data: await part.toBuffer() } });
};

const readForms = async (app: NestFastifyApplication): Promise<void> => {
  await app.register(formbody, { bodyLimit: BODY_LIMIT_BYTES });
  await app.register(multipart, {
    limits: { fileSize: FILE_LIMIT_BYTES, files: 3, fields: 100 },
    attachFieldsToBody: 'keyValues',
    onFile: toUpload,
  });
};

/**
 * Every page of the console, ready to answer: to be listened with, or handed requests by a server that listens already.
 * Everything it shows comes from the exchange's HTTP API.
 */
export const createConsole = async (options: ConsoleOptions): Promise<NestFastifyApplication> => {
  const assets = builtAssets();
  const root = ConsoleModule.with({
    assets,
    areas: [SignInModule, HomeModule, ...AREAS],
    providers: providersOf(options),
  });
  const adapter = new FastifyAdapter({
    ...{ trustProxy: false, bodyLimit: BODY_LIMIT_BYTES, return503OnClosing: true },
    ...{ routerOptions: { maxParamLength: 128, ignoreTrailingSlash: true }, exposeHeadRoutes: false },
  });
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, NEST);
  app.setGlobalPrefix(CONSOLE_PATH);
  const server = adapter.getInstance();
  server.addHook('onRequest', (request, _reply, done) => {
    answersUnder(request.raw, request.routeOptions.url ?? 'none');
    done();
  });
  addAnswerHeaders(server);
  // pages carry a token that is another one each time, so that compressing them gives nothing away
  await app.register(compress, { global: true, threshold: 1_024, encodings: ['gzip'] });
  await readForms(app);
  await app.register(staticFiles, {
    ...{ root: assets, prefix: `${CONSOLE_PATH}/assets/`, index: false, decorateReply: false },
    ...{ preCompressed: true, cacheControl: false, etag: true, dotfiles: 'ignore' },
  });
  options.beside?.(server);
  await app.init();
  await server.ready();
  return app;
};
