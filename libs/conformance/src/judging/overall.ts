import { toTargetUrl } from '@ibex/adapters/webhook';
import type { Answer } from '../lines/line';
import type { WebhookTarget } from '../lines/webhook-line';
import { evidenceOf } from '../report/report';
import type { Judged } from '../report/report';

const IN_TIME_MS = 10_000;

type Found = Pick<Judged, 'verdict' | 'reasons'>;
const found = (reasons: readonly string[]): Found => ({
  verdict: reasons.length > 0 ? 'fail' : 'pass',
  reasons,
});

const inTime = (answers: readonly Answer[]): Found => {
  const late = answers.filter(({ fault, ms }) => fault === 'timed-out' || ms > IN_TIME_MS);
  return found(late.length === 0 ? [] : [`${String(late.length)} answers did not come within 10 s`]);
};

const neverGone = (answers: readonly Answer[]): Found => {
  const gone = answers.filter(({ outcome }) => outcome === 'gone');
  return found(gone.map(({ id }) => `answered ${id} with 410, which ends the subscription`));
};

/** What a registered target has to be like, told of this one. */
const transport = (answers: readonly Answer[], { url, ca, allowPrivate }: WebhookTarget): Found => {
  const target = toTargetUrl(url.href);
  const wasReached = answers.some(({ status }) => status !== undefined);
  if (!(target instanceof URL)) {
    const reasons = [`${target.detail} ${target.mend}`];
    return allowPrivate
      ? { verdict: 'not-judged', reasons: [`tried by --allow-private: ${reasons.join()}`] }
      : found(reasons);
  }
  if (ca !== undefined)
    return { verdict: 'not-judged', reasons: ['its certificate was trusted by --ca-file alone'] };
  return found(
    wasReached ? [] : ['it was not reached by HTTPS with a certificate that is trusted everywhere'],
  );
};

/** What holds for every answer of a webhook, whatever it was about. */
export const overallOf = (answers: readonly Answer[], target: WebhookTarget): readonly Judged[] => {
  const evidence = evidenceOf(answers);
  return [
    {
      name: 'answers-in-time',
      played: 'every post of this run',
      expected: 'answered within 10 s',
      why: 'the dispatcher waits for 10 s; Standard Webhooks 1.0 asks for quick answers',
      isMandatory: true,
      ...inTime(answers),
      evidence: { ...evidence, answers: [] },
    },
    {
      name: 'never-gone',
      played: 'every post of this run, good and bad',
      expected: 'none answered with 410',
      why: 'Standard Webhooks 1.0: 410 means that nothing more is wanted; the exchange pauses the subscription',
      isMandatory: true,
      ...neverGone(answers),
      evidence: { ...evidence, answers: [] },
    },
    {
      name: 'transport',
      played: 'the address itself',
      expected: 'HTTPS on port 443 of a public host, with a certificate that is trusted everywhere',
      why: 'IBEX, promises of delivery: SSRF guard; no other target can be registered',
      isMandatory: false,
      ...transport(answers, target),
      evidence: evidenceOf([]),
    },
  ];
};
