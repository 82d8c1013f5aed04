import type { FastifyInstance } from 'fastify';
import type { Clock, KeptThings } from '@ibex/kernel';
import { ManagementServer, Metrics, addAnswerMeasure } from '@ibex/runtime';
import type { HealthChecks } from '@ibex/runtime';
import type { AppConfig } from './config';

const OK = { status: 'ok' } as const;
type Address = Pick<AppConfig, 'host' | 'metricsPort'>;

/** Health and measures for those who run the console: on a port of their own where there is one, else health beside the pages. */
export class Management {
  private readonly metrics = new Metrics();
  private readonly server: ManagementServer;
  /** Alive while it answers; ready while its own store does. The exchange may be away: pages say so. */
  private readonly checks: HealthChecks = {
    live: () => OK,
    start: () => OK,
    ready: async () => {
      await this.things.find('health', 'ready', this.clock.now());
      return OK;
    },
  };

  constructor(
    private readonly things: KeptThings,
    private readonly clock: Clock,
  ) {
    this.server = new ManagementServer(this.metrics, { get: () => this.checks });
  }

  addTo(server: FastifyInstance, { metricsPort }: Address): void {
    if (metricsPort === undefined) {
      this.addHealth(server);
      return;
    }
    addAnswerMeasure(server, this.metrics);
    server.addHook('onListen', (done) => {
      this.server.onApplicationBootstrap();
      done();
    });
    server.addHook('preClose', (done) => {
      this.server.onModuleDestroy();
      done();
    });
    server.addHook('onClose', () => this.server.onApplicationShutdown());
  }

  /** Throws IbexError `management/cannot-listen`. */
  async listen({ host, metricsPort: port }: Address): Promise<void> {
    if (port !== undefined) await this.server.listen({ host, port });
  }

  private addHealth(server: FastifyInstance): void {
    const { live, start, ready } = this.checks;
    server.get('/health/live', live);
    server.get('/health/start', start);
    server.get('/health/ready', async (_request, reply) => {
      try {
        return await ready();
      } catch {
        return reply.code(503).send({ status: 'no-store' });
      }
    });
  }
}
