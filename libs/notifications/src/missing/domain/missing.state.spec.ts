import type { MissingFact } from './missing.events';
import { CROYDON, HACKNEY, LAMBETH, NOW, reported } from './missing.examples';
import { evolveMissing, initialMissing } from './missing.state';
import type { MissingState } from './missing.state';

const hostCorrectedTo = (gss: string): MissingFact => ({
  type: 'MissingCorrected',
  data: { by: HACKNEY, fields: ['host'], host: { kind: 'authority', gss }, occurredAt: NOW },
});
const after = (...facts: readonly MissingFact[]): MissingState => facts.reduce(evolveMissing, initialMissing);

describe('the hosts of an episode', () => {
  it('are one at a time; whoever was told by mistake is remembered', () => {
    expect(after(reported, hostCorrectedTo(LAMBETH))).toMatchObject({
      episode: { host: { kind: 'authority', gss: LAMBETH }, formerHosts: [CROYDON] },
    });
  });

  it('are never host and former host at once, when a correction is itself corrected', () => {
    expect(after(reported, hostCorrectedTo(LAMBETH), hostCorrectedTo(CROYDON))).toMatchObject({
      episode: { host: { kind: 'authority', gss: CROYDON }, formerHosts: [LAMBETH] },
    });
  });
});
