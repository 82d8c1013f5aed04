import type { Role } from '@ibex/kernel';
import type { Answer, ExchangeInProcess } from '../../support/exchange-in-process';
import { RELATIONS, by } from '../town/town';
import type { Relation, Subject } from '../town/town';
import { bodyFor } from './bodies';
import type { Published, Route } from './routes';
import { pathTo, unknownPath } from './places';
import type { Places } from './places';

/** `told-no`: it is there for whoever asks, and this is not theirs to do, or not any more. */
export const OUTCOMES = ['none', 'told-no', 'sees', 'does'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type Cell = Readonly<{ relation: Relation; role: Role; subject: Subject; outcome: Outcome }>;

export type Walk = Readonly<{
  exchange: ExchangeInProcess;
  published: Published;
  subjects: readonly Subject[];
  places: Places;
  /** What went otherwise than anything in the table could say. */
  fault: (route: Route, what: string) => void;
}>;

const idsOf = ({ recordRef, notices }: Subject): readonly string[] => [recordRef, ...Object.values(notices)];
export const isIn = ({ text }: Answer, subject: Subject): boolean =>
  idsOf(subject).some((id) => text.includes(id));

let asked = 0;
const ask = async (walk: Walk, route: Route, { who, url, subject }: Asking): Promise<Answer> => {
  asked += 1;
  const [, role] = who;
  const purpose = role === 'mash' ? { 'ibex-purpose': 'mash-enquiry' } : {};
  const common = { accept: 'application/json', ...purpose };
  const { method } = route;
  if (method === 'GET') return walk.exchange.ask(who, { method, url, headers: common });
  const payload = bodyFor(route, walk.published, subject);
  const headers = { ...common, 'idempotency-key': `matrix-${String(asked)}` };
  return walk.exchange.ask(who, { method, url, payload, headers });
};
type Asking = Readonly<{ who: ReturnType<typeof by>; url: string; subject: Subject }>;

const outcomeOf = (walk: Walk, route: Route, answer: Answer): Outcome => {
  const { status, body } = answer;
  if (status === 404) return 'none';
  if (status === 409) return 'told-no';
  if (status < 300) return route.method === 'GET' ? 'sees' : 'does';
  walk.fault(route, `answered ${String(status)} ${String(body['code'])} ${String(body['field'])}`);
  return 'none';
};

type Place = readonly [relation: Relation, role: Role, subject: Subject];

/** The answer for what there is not, to whoever asks in this role. */
const unknowns = new Map<string, string>();
const unknownFor = async (walk: Walk, route: Route, [relation, role, subject]: Place): Promise<string> => {
  const known = unknowns.get(`${route.name} ${role}`);
  if (known !== undefined) return known;
  const url = unknownPath(route);
  const { text } = await ask(walk, route, { who: by(relation, role), url, subject });
  const told = text.replaceAll(url, '');
  unknowns.set(`${route.name} ${role}`, told);
  return told;
};

/** The one 404 tells nothing of what was asked for but what the asker wrote itself. */
const checkNothingTold = async (walk: Walk, route: Route, place: Place, told: string): Promise<void> => {
  if (told !== (await unknownFor(walk, route, place)))
    walk.fault(route, `tells ${place[0]} apart what is not there: ${told}`);
};

const itemCell = async (walk: Walk, route: Route, place: Place): Promise<Cell> => {
  const [relation, role, subject] = place;
  const url = pathTo(route, { subject, relation, places: walk.places });
  const answer = await ask(walk, route, { who: by(relation, role), url, subject });
  const namesIt = url !== unknownPath(route);
  if (answer.status === 404 && namesIt)
    await checkNothingTold(walk, route, place, answer.text.replaceAll(url, ''));
  return { relation, role, subject, outcome: outcomeOf(walk, route, answer) };
};

/** All labels and states with one role, and one of them with every other. */
const placesFor = (walk: Walk, route: Route, roles: readonly Role[]): readonly Place[] => {
  const subjects = isOfAChild(walk, route) ? walk.subjects : walk.subjects.slice(0, 1);
  // from the farthest to the nearest: who may not change anything asks before it is changed
  const relations = RELATIONS.toReversed();
  // whoever broke the glass is asked first for what it opened, for the others of its authority see nothing of it
  const inOrder = roles.toSorted((a, b) => Number(b === 'mash') - Number(a === 'mash'));
  return relations.flatMap((relation) =>
    inOrder.flatMap((role, at) =>
      (at === 0 ? subjects : subjects.slice(0, 1)).map((subject) => [relation, role, subject] as const),
    ),
  );
};

const isOfAChild = ({ subjects, places, published }: Walk, route: Route): boolean => {
  const asked = subjects.map((subject) =>
    JSON.stringify([
      pathTo(route, { subject, relation: 'host', places }),
      bodyFor(route, published, subject),
    ]),
  );
  return new Set(asked).size > 1;
};

const listCells = async (walk: Walk, route: Route, roles: readonly Role[]): Promise<readonly Cell[]> => {
  const cells: Cell[] = [];
  for (const relation of RELATIONS)
    for (const role of roles) {
      const [subject] = walk.subjects;
      if (!subject) break;
      const answer = await ask(walk, route, { who: by(relation, role), url: listOf(route), subject });
      if (answer.status >= 400) walk.fault(route, `answered ${String(answer.status)} ${answer.text}`);
      cells.push(
        ...walk.subjects.map((of) => ({
          ...{ relation, role, subject: of },
          outcome: isIn(answer, of) ? ('sees' as const) : ('none' as const),
        })),
      );
    }
  return cells;
};

const QUERIES: Readonly<Record<string, string>> = {
  '/v1/missing-episodes': '?scope=here&state=all',
  '/v1/inbox': '?limit=500',
};
const listOf = ({ path }: Route): string => `${path}${QUERIES[path] ?? ''}`;

const isList = ({ method, path }: Route): boolean => method === 'GET' && !path.includes('{');

export const cellsOf = async (walk: Walk, route: Route, roles: readonly Role[]): Promise<readonly Cell[]> => {
  if (isList(route)) return listCells(walk, route, roles);
  const cells: Cell[] = [];
  for (const place of placesFor(walk, route, roles)) cells.push(await itemCell(walk, route, place));
  return cells;
};
