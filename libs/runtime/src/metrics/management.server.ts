import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown, OnModuleDestroy } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { IbexError } from '@ibex/kernel';
import { HealthController } from '../health/health.controller';
import { toProblem, unforeseen } from '../problems/problem-body';
import { Metrics } from './metrics';

export type ManagementAddress = Readonly<{ host: string; port: number }>;
/** What a process says of itself; each throws where it is not well. */
export type HealthChecks = Readonly<Record<Check, () => object | Promise<object>>>;
/** Where its health is told: an application's parts, or whatever stands for them in one without RuntimeModule. */
export type HealthPart = Readonly<{
  get(part: typeof HealthController, where: Readonly<{ strict: false }>): HealthChecks;
}>;

const REQUEST_TIMEOUT_MS = 10_000;
const DRAIN_MS = 1_000;
const CHECKS = { '/health/live': 'live', '/health/start': 'start', '/health/ready': 'ready' } as const;
type Check = (typeof CHECKS)[keyof typeof CHECKS];
type Phase = 'starting' | 'running' | 'stopping';
/** What is answered with no, whatever the parts of the application say. */
const closedIn: Readonly<Record<Phase, readonly Check[]>> = {
  starting: ['start', 'ready'],
  running: [],
  stopping: ['ready'],
};
type Answer = Readonly<{ status: number; type: string; body: string }>;

const isCheck = (path: string): path is keyof typeof CHECKS => Object.hasOwn(CHECKS, path);
const json = (status: number, body: object): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

const send = (response: ServerResponse, { status, type, body }: Answer): void => {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
};

/**
 * Measures and health for those who run the service, on an address of their own that no borough reaches. Off until
 * `listen`; answers until the very end of a shutdown, so that one sees the draining.
 */
@Injectable()
export class ManagementServer implements OnApplicationBootstrap, OnModuleDestroy, OnApplicationShutdown {
  private server: Server | undefined;
  private phase: Phase = 'starting';

  constructor(
    private readonly metrics: Metrics,
    @Inject(ModuleRef) private readonly parts: HealthPart,
  ) {}

  /** To be called once. Tells where it listens: `port` 0 asks for a free one. Throws IbexError `management/cannot-listen`. */
  listen({ host, port }: ManagementAddress): Promise<ManagementAddress> {
    this.metrics.observeProcess();
    const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
      void this.serve(request, response);
    });
    return new Promise((resolve, reject) => {
      const fail = (cause: Error): void => reject(cannotListen(host, port, cause));
      server.once('error', fail);
      server.listen({ host, port }, () => {
        server.off('error', fail);
        this.server = server;
        const bound = server.address();
        resolve({ host, port: typeof bound === 'object' && bound !== null ? bound.port : port });
      });
    });
  }

  onApplicationBootstrap(): void {
    this.phase = 'running';
  }

  onModuleDestroy(): void {
    this.phase = 'stopping';
  }

  /** Idle connections at once, those with a request under way as soon as it is answered, the rest cut. */
  onApplicationShutdown(): Promise<void> {
    const { server } = this;
    if (!server?.listening) return Promise.resolve();
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    return new Promise((resolve) => {
      server.close(() => {
        clearTimeout(cut);
        resolve();
      });
      server.closeIdleConnections();
    });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.resume();
    const [path = ''] = (request.url ?? '').split('?');
    if (this.phase === 'stopping') response.setHeader('connection', 'close');
    try {
      send(response, request.method === 'GET' ? await this.answer(path) : json(405, { status: 'no' }));
    } catch {
      send(response, json(500, { status: 'down' }));
    }
  }

  private async answer(path: string): Promise<Answer> {
    if (path === '/metrics') {
      const { contentType } = this.metrics;
      return { status: 200, type: contentType, body: await this.metrics.text() };
    }
    return isCheck(path) ? this.check(CHECKS[path]) : json(404, { status: 'unknown' });
  }

  private async check(name: Check): Promise<Answer> {
    if (closedIn[this.phase].includes(name)) return json(503, { status: this.phase });
    try {
      return json(200, await this.parts.get(HealthController, { strict: false })[name]());
    } catch (error) {
      const { status, detail } = toProblem(error) ?? unforeseen();
      return json(status, { status: 'down', detail });
    }
  }
}

const cannotListen = (host: string, port: number, cause: Error): IbexError =>
  new IbexError(
    'management/cannot-listen',
    `the address for measures and health, ${host}:${port}, cannot be used; give another host or port`,
    { cause },
  );
