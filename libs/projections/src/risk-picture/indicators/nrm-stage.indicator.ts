import { NRM_STAGES } from '@ibex/notifications';
import type { NrmStage } from '@ibex/notifications';
import { grouped } from '../../shared/grouped';
import { absence } from '../absence';
import { dateIn, partIn, textIn } from '../fact-fields';
import type { Finding, Indicator, Picture, PictureFact } from '../picture';

type Standing = Readonly<{ fact: PictureFact; stage: NrmStage; on: string }>;

const isStage = (stage: string | undefined): stage is NrmStage =>
  stage !== undefined && Object.hasOwn(NRM_STAGES, stage);

const standingIn = (fact: PictureFact): readonly Standing[] => {
  const { data, occurredAt } = fact;
  const told = partIn(data, 'nrm') ?? data;
  const stage = textIn(told, 'stage') ?? textIn(partIn(data, 'known') ?? {}, 'nrmStage');
  return isStage(stage) ? [{ fact, stage, on: dateIn(told, 'on') ?? occurredAt.slice(0, 10) }] : [];
};

const isLater = (one: Standing, other: Standing): boolean =>
  one.on === other.on ? one.fact.position > other.fact.position : one.on > other.on;

const of = (picture: Picture): Finding => {
  const withdrawn = new Set(
    picture.facts.filter(({ type }) => type.endsWith('Withdrawn')).map(({ stream }) => stream),
  );
  const all = picture.facts.filter(({ stream }) => !withdrawn.has(stream)).flatMap(standingIn);
  const newest = [...grouped(all, ({ fact }) => fact.source).values()].map((its) =>
    its.reduce((latest, each) => (isLater(each, latest) ? each : latest)),
  );
  if (newest.length === 0)
    return absence(picture, ['exploitation'], 'No referral to the National Referral Mechanism is on record.');
  return {
    state: 'found',
    says: 'How far a referral as a possible victim of modern slavery has come.',
    values: newest.map(({ fact, stage, on }) => ({
      label: `told by ${picture.nameOf(fact.source)}`,
      on,
      text: NRM_STAGES[stage],
    })),
    facts: newest.map(({ fact }) => fact),
  };
};

export const nrmStage: Indicator = {
  name: 'nrm-stage',
  title: 'National Referral Mechanism',
  definition:
    'The latest stage of a referral to the National Referral Mechanism that each authority told, and the day of it. Authorities are not always told of referrals and decisions made elsewhere, so a later stage may exist.',
  window: 'The latest of each authority, however old.',
  group: 'risk',
  notifications: ['exploitation'],
  of,
};
