import 'reflect-metadata';
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { DevelopmentIssuer, JoseModule, loadOrCreateSigningKey } from '@ibex/adapters/jose';
import type { Clock } from '@ibex/kernel';
import { SqliteModule } from '@ibex/adapters/sqlite';
import { NotifyPlacementDto } from '../../libs/notifications/src/placement/api/placement.dto';
import { IdentityModule } from '@ibex/identity';
import { ProofModule } from '@ibex/proof';
import {
  Roles,
  RuntimeModule,
  Submitted,
  SystemClock,
  SystemClockModule,
  createHttpApp,
  silentLog,
} from '@ibex/runtime';
import type { Submission } from '@ibex/runtime';

/** The same guard, checks and body as the real route, and nothing behind them. */
@Controller('v1/placements')
class EmptyController {
  @Post()
  @Roles('placing-practitioner')
  take(@Body() dto: NotifyPlacementDto, @Submitted() submission: Submission): object {
    return { id: submission.commandId, startsOn: dto.startsOn };
  }
}

@Module({})
class BaselineModule {}

/** The bare server that the exchange is measured against, in a process of its own. */
const serve = async (home: string): Promise<void> => {
  mkdirSync(join(home, 'keys'), { recursive: true });
  const key = await loadOrCreateSigningKey(join(home, 'keys', 'development-issuer.jwk'));
  const clock: Clock = new SystemClock();
  const issuer = new DevelopmentIssuer({ key, clock, production: false });
  const module = {
    module: BaselineModule,
    controllers: [EmptyController],
    imports: [
      SystemClockModule,
      SqliteModule.forFolder({ folder: join(home, 'bare'), masterKey: new Uint8Array(32) }),
      JoseModule.forRoot({ signingKey: key, issuers: [issuer.trusted] }),
      ProofModule.forRoot({ pseudonymKey: new Uint8Array(32) }),
      RuntimeModule.forRoot({ definitions: [], actions: [] }),
      IdentityModule,
    ],
  };
  const app = await createHttpApp(module, { log: silentLog() });
  await app.listen(0, '127.0.0.1');
  process.stdout.write(`bare server ready at ${await app.getUrl()}\n`);
};

void serve(process.env['IBEX_HOME'] ?? '');
