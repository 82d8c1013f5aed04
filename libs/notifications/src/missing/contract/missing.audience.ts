import type { Addressee, AudienceRule, Capacity, LegalBasis, RecipientDuty, Urgency } from '@ibex/kernel';
import { LEGAL_BASES } from '../../shared/contract/legal-bases';
import { isMissingFact } from '../domain/missing.events';
import type { MissingFactType } from '../domain/missing.events';
import { evolveMissing } from '../domain/missing.state';
import type { Episode, KnownEpisode, MissingState } from '../domain/missing.state';
import { MISSING_BASES } from './missing.bases';
import { dutyOf } from './missing.recipient-duty';
import { isPast, stateAfter } from '../domain/missing.history';
import type { Recorded } from '../domain/missing.history';
import { caseworkersOf, concernedBy, everToldOf, isNewTo, keepersOf } from '../domain/missing.told';
import type { Party } from '../domain/missing.told';

type Reach = Readonly<{ who: (episode: Episode) => readonly Party[]; urgency: Urgency }>;

/** Whom each fact concerns. The interview and the discussion are not for areas that were only asked to look out. */
const REACH: Readonly<Record<MissingFactType, Reach>> = {
  MissingReported: { who: concernedBy, urgency: 'urgent' },
  MissingUpdated: { who: concernedBy, urgency: 'prompt' },
  MissingSighted: { who: concernedBy, urgency: 'prompt' },
  MissingFound: { who: concernedBy, urgency: 'prompt' },
  MissingInterviewOffered: { who: caseworkersOf, urgency: 'routine' },
  MissingInterviewAccepted: { who: caseworkersOf, urgency: 'routine' },
  MissingInterviewHeld: { who: caseworkersOf, urgency: 'routine' },
  MissingInterviewDeclined: { who: caseworkersOf, urgency: 'routine' },
  MissingStrategyDiscussed: { who: caseworkersOf, urgency: 'routine' },
  MissingClosed: { who: concernedBy, urgency: 'prompt' },
  MissingCorrected: { who: everToldOf, urgency: 'prompt' },
  MissingWithdrawn: { who: everToldOf, urgency: 'prompt' },
  MissingAcknowledged: { who: keepersOf, urgency: 'routine' },
};

const OWN_BASIS: Readonly<Partial<Record<MissingFactType, LegalBasis>>> = {
  MissingInterviewOffered: MISSING_BASES.returnInterview,
  MissingInterviewAccepted: MISSING_BASES.returnInterview,
  MissingInterviewHeld: MISSING_BASES.returnInterview,
  MissingInterviewDeclined: MISSING_BASES.returnInterview,
  MissingCorrected: LEGAL_BASES.accuracy,
  MissingWithdrawn: LEGAL_BASES.accuracy,
  MissingAcknowledged: LEGAL_BASES.cooperation,
};

const BASIS_OF_CAPACITY: Readonly<Partial<Record<Capacity, LegalBasis>>> = {
  host: MISSING_BASES.host,
  responsible: MISSING_BASES.responsible,
  'area-at-risk': MISSING_BASES.areaAtRisk,
};

type Telling = Readonly<{ fact: Recorded; before: MissingState; after: KnownEpisode }>;

const basisFor = ({ fact }: Telling, { as }: Party, isNew: boolean): LegalBasis => {
  const own = isNew && fact.type === 'MissingCorrected' ? undefined : OWN_BASIS[fact.type];
  return own ?? BASIS_OF_CAPACITY[as] ?? LEGAL_BASES.cooperation;
};

/** Whoever hears of a missing child for the first time gets the whole notice, as urgently as the first were told. */
const urgencyFor = ({ fact, after }: Telling, isNew: boolean): Urgency => {
  if (isPast(fact, after.episode)) return 'routine';
  return isNew && after.phase === 'open' ? 'urgent' : REACH[fact.type].urgency;
};

const addressed = (telling: Telling, party: Party): Addressee => {
  const isNew = isNewTo(telling.before, party.gss);
  const urgency = urgencyFor(telling, isNew);
  const duty: RecipientDuty | undefined = dutyOf({ ...telling, party, isNew, urgency });
  return {
    authority: party.gss,
    capacity: party.as,
    urgency,
    basis: basisFor(telling, party, isNew),
    ...(duty && { duty }),
  };
};

/**
 * Who is told of a fact of a missing episode: host, responsible authority (where another reported), areas at risk, and
 * later whoever was told before. Whoever tells is not told. The host of a restricted placement is withheld from the
 * facts themselves, so no rule here could name it.
 */
export const missingAudience: AudienceRule = (fact, earlier) => {
  if (!isMissingFact(fact)) return [];
  const before = stateAfter(earlier);
  const after = evolveMissing(before, fact);
  if (after.phase === 'unknown') return [];
  return REACH[fact.type]
    .who(after.episode)
    .filter(({ gss }) => gss !== fact.data.by)
    .map((party) => addressed({ fact, before, after }, party));
};
