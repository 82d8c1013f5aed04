import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CLOCK } from '@ibex/kernel';
import type { Clock } from '@ibex/kernel';
import { SafeLog } from '@ibex/runtime';
import type { ExchangeConfig } from './config';
import type { Pages } from './pages';

export const CONSOLE = '/console';
export const TRIAL_SIGN_IN = '/trial-sign-in';

const isUnder = (path: string, url: string): boolean =>
  url === path || ['/', '?'].some((next) => url.startsWith(`${path}${next}`));

const isForPeople = ({ url = '', method, headers }: IncomingMessage): boolean =>
  url === '/' && method === 'GET' && (headers.accept ?? '').includes('text/html');

/** Whoever asked may try again; what was wrong stands in the log of the server that could not be made. */
const sorry = (response: ServerResponse): void => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' });
  response.end('The console could not start. Try again, or ask whoever runs IBEX.\n');
};

/**
 * Pages beside the API, on the same port. They are loaded when somebody first asks for one: an exchange that only systems
 * speak to starts as fast and stays as small as without. `clock`: by which sessions end.
 */
export const mountConsole = (
  app: NestFastifyApplication,
  config: ExchangeConfig,
  clock = app.get<Clock>(CLOCK),
): void => {
  const server = app.getHttpAdapter().getInstance();
  let loading: Promise<Pages> | undefined;
  const pages = (): Promise<Pages> =>
    (loading ??= import('./console').then(({ openConsole }) => openConsole(app, config, clock)));
  server.addHook('onRequest', (request, reply, done) => {
    if (isForPeople(request.raw)) {
      void reply.redirect(CONSOLE, 303);
      return;
    }
    if (![CONSOLE, TRIAL_SIGN_IN].some((path) => isUnder(path, request.url))) {
      done();
      return;
    }
    reply.hijack();
    pages().then(
      (opened) => opened.answer(request.raw, reply.raw),
      (fault: unknown) => {
        loading = undefined;
        app.get(SafeLog, { strict: false }).error('console-not-started', fault);
        sorry(reply.raw);
      },
    );
  });
  server.addHook('onClose', async () => {
    const opened = await loading?.catch(() => undefined);
    await opened?.close();
  });
};
