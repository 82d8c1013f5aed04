import { faultsOf } from '../../frame/form-faults';
import type { FormFaults } from '../../frame/form-faults';
import type { Form } from '../../frame/form-fields';
import { headed } from '../parts/crumbs';
import { fresh, messagesOf } from '../../frame/filling';
import type { Filling } from '../../frame/filling';
import { DESKS_CRUMB, PATH, kindInWords } from './desks.page';
import type { Desk } from './desks.page';

type Step = Readonly<{ desk: string; afterMinutes: number }>;
const LINES = [0, 1, 2, 3, 4] as const;
const SLUG = /^[a-z][a-z0-9-]{1,39}$/;
const UNITS = { minutes: 1, hours: 60, days: 1440 } as const;
const isUnit = (text: string): text is keyof typeof UNITS => Object.hasOwn(UNITS, text);

const unitOf = (minutes: number): keyof typeof UNITS => {
  if (minutes % UNITS.days === 0 && minutes > 0) return 'days';
  return minutes % UNITS.hours === 0 ? 'hours' : 'minutes';
};

export const stepsFilling = (kind: string, steps: readonly Step[]): Filling =>
  fresh({
    kind,
    ...Object.fromEntries(
      steps.flatMap(({ desk, afterMinutes }, at) => {
        const unit = unitOf(afterMinutes);
        const n = String(at);
        return [
          [`desk-${n}`, desk],
          [`after-${n}`, String(afterMinutes / UNITS[unit])],
          [`unit-${n}`, unit],
        ];
      }),
    ),
  });

export const stepsPage = (form: Filling, desks: readonly Desk[], kind: string) => ({
  ...headed(
    kind === '' ? 'Steps for a kind of duty' : `Who is told: ${kindInWords(kind).toLowerCase()}`,
    DESKS_CRUMB,
  ),
  ...{ form, isNew: kind === '', action: kind === '' ? `${PATH}/steps` : `${PATH}/steps/${kind}` },
  lines: LINES.map((at) => ({ at: String(at), number: at + 1 })),
  desks: [
    { value: '', text: 'Nobody' },
    ...desks.map(({ desk, role }) => ({ value: desk, text: `${desk} (${role})` })),
  ],
  units: Object.keys(UNITS).map((value) => ({ value, text: value })),
});

const lineOf = (form: Form, at: number) => {
  const [desk, after, unit] = [`desk-${String(at)}`, `after-${String(at)}`, `unit-${String(at)}`];
  return { desk: form.text(desk), after: form.text(after), unit: form.text(unit), field: after };
};

const isAfter = (text: string): boolean => text === '' || /^\d{1,6}$/.test(text);

export const stepsIn = (form: Form): readonly Step[] =>
  LINES.map((at) => lineOf(form, at))
    .filter(({ desk }) => desk !== '')
    .map(({ desk, after, unit }) => ({
      desk,
      afterMinutes: Number(after) * UNITS[isUnit(unit) ? unit : 'hours'],
    }));

export const stepsFaults = (form: Form): FormFaults | undefined => {
  const checks = LINES.map((at) => lineOf(form, at)).map(
    ({ after, field }) =>
      [field, isAfter(after), 'Enter a whole number, or leave this empty for at once'] as const,
  );
  const steps = stepsIn(form);
  const areInOrder = steps.every(
    ({ afterMinutes }, at) => afterMinutes >= (steps[at - 1]?.afterMinutes ?? 0),
  );
  const messages = messagesOf(
    ['kind', SLUG.test(form.text('kind')), 'Enter a kind of duty, for example return-interview'],
    ...checks,
    ['desk-0', areInOrder, 'A later step cannot come before an earlier one. Put them in order of time'],
  );
  return messages && faultsOf(messages);
};

/** The exchange names `steps`; on the page that begins with the first desk. */
export const atSteps = ({ summary, of }: FormFaults): FormFaults => ({
  summary: summary.map((line) => (line.href === '#steps' ? { ...line, href: '#desk-0' } : line)),
  of: { ...of, ...(of['steps'] === undefined ? {} : { 'desk-0': of['steps'] }) },
});
