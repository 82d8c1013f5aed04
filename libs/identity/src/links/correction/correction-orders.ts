import { Inject, Injectable } from '@nestjs/common';
import { DIGESTS } from '@ibex/kernel';
import type { Actor, Digests, RecordedFact } from '@ibex/kernel';
import { DecisionRunner, FactLog } from '@ibex/runtime';
import { isLinkFact, linkStream } from '../domain/link.events';
import { linkAfter } from '../view/links.projection';
import type { LinkPartingRow } from '../view/links.schema';
import { BlastRadius } from './blast-radius';
import type { Radius } from './blast-radius';
import { correctionDecider } from './correction.decider';
import { correctionStream } from './correction.events';
import { spellsOf } from './link-history.rule';

/** The service acts for whoever parted the two; for an owner that need not be told itself where the matcher did. */
const actorOf = ({ metadata, data }: RecordedFact, owners: readonly string[], { reached }: Radius): Actor => {
  const isToBeTold = (gss: string): boolean => reached.some(({ authority }) => authority === gss);
  const other = owners.find((gss) => !isToBeTold(gss)) ?? metadata.actor.authority;
  const authority = 'by' in data ? metadata.actor.authority : other;
  return { authority, person: 'links', role: 'system' };
};

/** Puts on record whom the parting of two records concerns; the router tells them. */
@Injectable()
export class CorrectionOrders {
  constructor(
    private readonly log: FactLog,
    private readonly radius: BlastRadius,
    private readonly decisions: DecisionRunner,
    @Inject(DIGESTS) private readonly digests: Pick<Digests, 'uuidFrom'>,
  ) {}

  /** One parting, one correction. */
  idOf(partingFactId: string): string {
    return this.digests.uuidFrom(`${partingFactId}\ncorrection`);
  }

  /** Idempotent: what is on record already is not recorded again. */
  async issue({ linkId, factId }: LinkPartingRow): Promise<void> {
    const facts = await this.log.readStream(linkStream(linkId));
    const link = linkAfter(facts.filter(isLinkFact));
    const spell = spellsOf(facts).find(({ until }) => until?.id === factId);
    if (link.phase === 'none' || !spell?.until) return;
    const { refs, owners } = link.pair;
    const radius = await this.radius.of(linkId, refs, spell);
    const stream = correctionStream(this.idOf(factId));
    const commandId = this.digests.uuidFrom(`${stream}\nissue`);
    const submission = {
      ...{ actor: actorOf(spell.until, owners, radius), commandId, commandDigest: commandId },
      correlationId: factId,
    };
    const data = { linkId, linkFact: factId, owners, ...radius };
    await this.decisions.run(correctionDecider, {
      ...{ stream, submission },
      command: { type: 'IssueCorrection', data },
    });
  }
}
