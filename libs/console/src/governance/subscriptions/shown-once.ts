import { Inject, Injectable } from '@nestjs/common';
import { Kept } from '../../frame/kept';
import type { Visit } from '../../frame/visit';

const KIND = 'subscription-secret';
const TTL_SECONDS = 600;

export type Secret = Readonly<{ id: string; scheme: string; secret: string; publicKey?: string }>;
type Held = Readonly<{ subscription: string; secret: Secret }>;

/** A secret on its way from the answer that held it to the one page that shows it. */
@Injectable()
export class ShownOnce {
  constructor(@Inject(Kept) private readonly kept: Kept) {}

  async hold(visit: Visit, subscription: string, secret: Secret): Promise<void> {
    await this.kept.put(visit, KIND, { subscription, secret } satisfies Held, { ttlSeconds: TTL_SECONDS });
  }

  /** Gone once it was taken. */
  async take(visit: Visit, subscription: string): Promise<Secret | undefined> {
    const held = (await this.kept.list(visit, KIND)).map(({ id, value }) => ({ id, ...(value as Held) }));
    const [newest] = held.filter((one) => one.subscription === subscription);
    for (const { id } of held.filter((one) => one.subscription === subscription))
      await this.kept.remove(visit, KIND, id);
    return newest?.secret;
  }
}
