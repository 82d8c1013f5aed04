import { CLUSTERS, KEY_VAULT, READ_LEDGER, RECORDS } from '@ibex/kernel';
import type { ChildIdentity, Clusters, KeyVault, ReadLedger, Records } from '@ibex/kernel';
import { LINK_PROPOSALS } from '@ibex/identity';
import type { LinkProposals, ProposedPair } from '@ibex/identity';
import { temporaryFolders } from '@ibex/testing';
import { ExchangeInProcess } from '../support/exchange-in-process';
import type { Answer, Body, By } from '../support/exchange-in-process';

const CAMDEN = 'E09000007';
const CROYDON = 'E09000008';
const LAMBETH = 'E09000022';
const KENT = 'E10000016';
const ada: By = [CAMDEN, 'mash', 'ada'];
const cleo: By = [CAMDEN, 'mash', 'cleo'];
const ben: By = [LAMBETH, 'mash', 'ben'];
const kit: By = [KENT, 'mash', 'kit'];

const folders = temporaryFolders();
let exchange: ExchangeInProcess;
beforeAll(async () => {
  exchange = await ExchangeInProcess.start(folders());
}, 30_000);
afterAll(() => exchange.stop());

let children = 0;
/** A child that the matcher takes for nobody else. */
const aChild = (): ChildIdentity => {
  children += 1;
  const letters = Array.from(String(children).padStart(3, '0'), (digit) => 'ABCDEFGHIJ'[Number(digit)]).join(
    '',
  );
  return {
    localId: `LC-${String(children)}`,
    ...{ forename: `Zo${letters.toLowerCase()}x`, surname: `Qu${letters.toLowerCase()}v` },
    dateOfBirth: `20${String(10 + (children % 10))}-0${String(1 + (children % 9))}-1${String(children % 5)}`,
  };
};
const introduce = async (authority: string): Promise<string> => {
  const actor = { authority, person: 'desk', role: 'placing-practitioner' };
  const child = aChild();
  const by = { actor, commandId: `introduce-${child.localId}`, correlationId: 'links' };
  return (await exchange.part<Records>(RECORDS).introduce(child, by)).recordRef;
};
const evidence = { weight: 12, reasons: ['surname: near', 'dob: same'] };
const propose = (refs: readonly [string, string], change: Partial<ProposedPair> = {}): Promise<void> =>
  exchange.part<LinkProposals>(LINK_PROPOSALS).propose({ refs, outcome: 'review', ...evidence, ...change });
const clusterOf = (ref: string): Promise<readonly string[]> =>
  exchange.part<Clusters>(CLUSTERS).membersOf(ref);

/** What an answer comes to, asked until it does; undefined where it never does. */
const eventually = async <T>(ask: () => Promise<T | undefined>): Promise<T | undefined> => {
  const until = Date.now() + 20_000;
  for (;;) {
    const found = await ask();
    if (found !== undefined || Date.now() > until) return found;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

const cases = async (by: By, query = ''): Promise<readonly Body[]> => {
  const { body } = await exchange.get(by, `/v1/links/review${query}`);
  return body['items'] as readonly Body[];
};
/** The pair of a record on a list, once the view has it. */
const caseOf = (by: By, recordRef: string, query = ''): Promise<Body | undefined> =>
  eventually(async () => (await cases(by, query)).find((one) => one['recordRef'] === recordRef));
/** A pair of Camden's and Lambeth's; waits until it stands in the view. */
const aPair = async (change: Partial<ProposedPair> = {}) => {
  const refs = [await introduce(CAMDEN), await introduce(LAMBETH)] as const;
  await propose(refs, change);
  const found = await caseOf(ada, refs[0], change.outcome === 'automatic' ? '?state=linked' : '');
  return { refs, id: String(found?.['id']) };
};
const decide = (by: By, id: string, decision: 'same' | 'different'): Promise<Answer> =>
  exchange.post(by, `/v1/links/${id}/decisions`, { decision, rationale: 'Mother named both workers.' });
const unlink = (by: By, id: string): Promise<Answer> =>
  exchange.post(by, `/v1/links/${id}/unlink`, { reason: 'Cousins of one name.' });
const forbid = (by: By, body: object): Promise<Answer> =>
  exchange.post(by, '/v1/links/forbidden', { kind: 'twins', rationale: 'Born ten minutes apart.', ...body });
const lift = (by: By, id: string): Promise<Answer> =>
  exchange.post(by, `/v1/links/${id}/lifting`, { rationale: 'Set by mistake.' });
const settled = async (by: By, id: string): Promise<Body> => (await exchange.get(by, `/v1/links/${id}`)).body;

type Entry = Readonly<{
  type: string;
  subject: string;
  sequence: number;
  data: Readonly<{ basis: Body; links: Readonly<{ detail: string; acknowledgement: string }> }>;
}>;
const entryAbout = async (authority: string, is: (entry: Entry) => boolean): Promise<Entry | undefined> => {
  const { body } = await exchange.get([authority, 'mash'], '/v1/inbox?limit=500');
  return (body['entries'] as readonly Entry[]).find(is);
};

describe('the review list', () => {
  it('shows either owner its own record, the other owner and how likely it is', async () => {
    const { refs, id } = await aPair();
    const shown = { id, state: 'proposed', awaitsSecondPerson: false, odds: 'more than a thousand to one' };
    expect(await caseOf(ada, refs[0])).toMatchObject({ ...shown, recordRef: refs[0], otherOwner: LAMBETH });
    expect(await caseOf(ben, refs[1])).toMatchObject({ ...shown, recordRef: refs[1], otherOwner: CAMDEN });
    expect((await cases(kit)).map(({ id: other }) => other)).not.toContain(id);
  });

  it('never names the other record', async () => {
    const { refs } = await aPair();
    const { text } = await exchange.get(ada, '/v1/links/review?limit=100');
    expect(text).toContain(refs[0]);
    expect(text).not.toContain(refs[1]);
  });

  it('goes on page by page, likeliest first, without a gap or a repeat', async () => {
    for (const weight of [30, 30, 5, 18, 18]) await aPair({ weight });
    const all = await cases(ada, '?limit=100');
    const paged: Body[] = [];
    let next: unknown = '';
    while (typeof next === 'string') {
      const cursor = next === '' ? '' : `&cursor=${next}`;
      const { body } = await exchange.get(ada, `/v1/links/review?limit=2${cursor}`);
      paged.push(...(body['items'] as readonly Body[]));
      next = body['next'];
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(7);
  });

  it('keeps what one said oneself apart from what others said', async () => {
    const { id } = await aPair();
    await decide(ada, id, 'same');
    const mine = async (by: By) => (await cases(by, '?state=linked&mine=true')).map((one) => one['id']);
    expect(await mine(ada)).toContain(id);
    expect(await mine(cleo)).not.toContain(id);
    expect(await mine(ben)).not.toContain(id);
  });

  it.each([
    ['duty-desk', 403],
    ['operator', 403],
    ['governance', 200],
  ] as const)('is open to those who decide: %s %s', async (role, status) => {
    expect((await exchange.get([CAMDEN, role], '/v1/links/review')).status).toBe(status);
  });
});

describe('two records side by side', () => {
  it('show the own child, of the other only whose it is, and why they may be one', async () => {
    const { refs, id } = await aPair();
    const { body, text } = await exchange.get(ada, `/v1/links/${id}`);
    const own = expect.objectContaining({ forename: expect.any(String) as string }) as object;
    expect(body).toMatchObject({
      ...{ id, state: 'proposed', takesTwo: false, hasRivals: false, odds: 'more than a thousand to one' },
      why: ['Surname: nearly the same', 'Date of birth: the same'],
      history: [{ what: 'May be one child' }],
    });
    const sides = body['sides'] as readonly Body[];
    expect(sides).toHaveLength(2);
    expect(sides).toEqual(
      expect.arrayContaining([
        { recordRef: refs[0], owner: CAMDEN, ownerName: 'Camden', sight: 'owner', child: own },
        { owner: LAMBETH, ownerName: 'Lambeth', sight: 'none' },
      ]),
    );
    expect(text).not.toContain(refs[1]);
  });

  it('are not there for others, as an id that nobody gave out is not', async () => {
    const { id } = await aPair();
    const unknown = await exchange.get(kit, '/v1/links/11111111-1111-8111-8111-111111111111');
    const forbidden = await exchange.get(kit, `/v1/links/${id}`);
    expect([forbidden.status, forbidden.body]).toEqual([
      404,
      { ...unknown.body, instance: forbidden.body['instance'] },
    ]);
    for (const answer of [await decide(kit, id, 'same'), await unlink(kit, id), await lift(kit, id)])
      expect(answer.status).toBe(404);
    expect((await exchange.get(kit, `/v1/links/${id}/blast-radius`)).status).toBe(404);
  });

  it('are put on record, and the other owner is told that somebody looked', async () => {
    const { refs, id } = await aPair();
    await exchange.get(ada, `/v1/links/${id}`);
    const told = await eventually(() => entryAbout(LAMBETH, (entry) => entry.subject === refs[1]));
    expect(told).toMatchObject({ type: 'uk.ibex.access.record-read' });
  });
});

describe('a decision', () => {
  it('links two records, shows who decided and why, and makes one child of them', async () => {
    const { refs, id } = await aPair();
    const answer = await decide(ada, id, 'same');
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({ id, facts: ['LinkConfirmed'], repeated: false }),
    ]);
    expect(await settled(ben, id)).toMatchObject({
      state: 'linked',
      history: [{}, { by: CAMDEN, person: 'ada', rationale: 'Mother named both workers.' }],
    });
    expect(await clusterOf(refs[0])).toEqual([...refs].sort());
  });

  it('stands against whatever the matcher finds later', async () => {
    const { refs, id } = await aPair();
    await decide(ben, id, 'different');
    await propose(refs, { outcome: 'automatic', weight: 60 });
    expect(await settled(ada, id)).toMatchObject({ state: 'apart' });
    expect(await clusterOf(refs[0])).toEqual([refs[0]]);
  });

  it('of one owner may be undone by the other', async () => {
    const { refs, id } = await aPair({ outcome: 'automatic' });
    expect(await clusterOf(refs[1])).toEqual([...refs].sort());
    expect((await unlink(ben, id)).body).toMatchObject({ facts: ['LinkUndone'] });
    expect((await unlink(ada, id)).body).toMatchObject({ status: 409, code: 'link/not-linked' });
    expect(await settled(ada, id)).toMatchObject({ state: 'apart' });
    expect(await clusterOf(refs[1])).toEqual([refs[1]]);
  });

  it('that was taken takes two people to go back on', async () => {
    const { id } = await aPair();
    await decide(ada, id, 'different');
    expect((await decide(ada, id, 'same')).body).toMatchObject({ facts: ['LinkConfirmationAsked'] });
    expect(await settled(ada, id)).toMatchObject({ state: 'apart', awaitsSecondPerson: true });
    expect((await decide(ada, id, 'same')).body).toMatchObject({ code: 'link/second-person-needed' });
    expect((await decide(cleo, id, 'same')).body).toMatchObject({ facts: ['LinkConfirmed'] });
  });

  it('needs a rationale', async () => {
    const { id } = await aPair();
    const answer = await exchange.post(ada, `/v1/links/${id}/decisions`, { decision: 'same' });
    expect(answer.status).toBe(422);
  });
});

describe('what a person wrote', () => {
  it.each([0, 1] as const)('goes with either child that is erased: %s', async (at) => {
    const { refs, id } = await aPair();
    await decide(ada, id, 'same');
    expect((await settled(ben, id))['history']).toMatchObject([
      {},
      { rationale: 'Mother named both workers.' },
    ]);
    await exchange.part<KeyVault>(KEY_VAULT).destroy(refs[at]);
    const who = at === 0 ? ben : ada;
    const history = (await settled(who, id))['history'] as readonly Body[];
    expect(history.map(({ what }) => what)).toEqual(['May be one child', 'Linked by a person']);
    expect(history[1]).not.toHaveProperty('rationale');
    expect((await unlink(who, id)).body).toMatchObject({ status: 409, code: 'link/record-erased' });
  });
});

describe('a restricted record', () => {
  const restrict = (by: By, recordRef: string): Promise<Answer> =>
    exchange.post(by, `/v1/records/${recordRef}/restrictions`, { label: 'refuge', reason: 'In a refuge.' });

  it('is on no list of the other owner, and takes two of its own to link', async () => {
    const { refs, id } = await aPair();
    const restricted = await restrict([CAMDEN, 'governance', 'lead'], refs[0]);
    expect([200, 201]).toContain(restricted.status);
    expect((await cases(ben, '?limit=100')).map((one) => one['id'])).not.toContain(id);
    expect((await exchange.get(ben, `/v1/links/${id}`)).status).toBe(404);
    expect(await settled(ada, id)).toMatchObject({ takesTwo: true });
    expect((await decide(ada, id, 'same')).body).toMatchObject({ facts: ['LinkConfirmationAsked'] });
    expect(await clusterOf(refs[0])).toEqual([refs[0]]);
    expect((await decide(cleo, id, 'same')).body).toMatchObject({ facts: ['LinkConfirmed'] });
  });

  it('is never linked without a person', async () => {
    const refs = [await introduce(CAMDEN), await introduce(LAMBETH)] as const;
    await restrict([CAMDEN, 'governance', 'lead'], refs[0]);
    await propose(refs, { outcome: 'automatic', weight: 60 });
    expect(await caseOf(ada, refs[0])).toMatchObject({ state: 'proposed' });
    expect(await clusterOf(refs[0])).toEqual([refs[0]]);
  });
});

describe('a mark that two records may never be linked', () => {
  it('holds through third records, and is there for nobody but who set it', async () => {
    const { refs, id } = await aPair({ outcome: 'automatic', weight: 8 });
    const third = await introduce(CROYDON);
    await propose([refs[0], third], { outcome: 'automatic', weight: 20 });
    await propose([refs[1], third], { outcome: 'automatic', weight: 15 });
    await caseOf([CROYDON, 'mash'], third, '?state=linked');
    await exchange.get(ada, '/v1/links/review');
    expect(await clusterOf(third)).toEqual([...refs, third].sort());
    expect((await forbid(ada, { pair: id })).body).toMatchObject({ facts: ['LinkForbidden'] });
    expect(await settled(ada, id)).toMatchObject({ state: 'forbidden', history: [{}, { kind: 'twins' }] });
    expect((await exchange.get(ben, `/v1/links/${id}`)).status).toBe(404);
    expect((await cases(ben, '?state=forbidden')).map((one) => one['id'])).not.toContain(id);
    expect(await clusterOf(third)).toEqual([refs[0], third].sort());
  });

  it('may be set on two records of one’s own that nobody proposed', async () => {
    const refs = [await introduce(CAMDEN), await introduce(CAMDEN)] as const;
    const { status, body } = await forbid(ada, { recordRefs: refs, kind: 'pre-and-post-adoption' });
    expect([status, body['facts']]).toEqual([200, ['LinkForbidden']]);
    await propose(refs, { outcome: 'automatic', weight: 60 });
    expect(await settled(ada, String(body['id']))).toMatchObject({ state: 'forbidden' });
    expect(await clusterOf(refs[0])).toEqual([refs[0]]);
  });

  it('is lifted by two people', async () => {
    const { id } = await aPair();
    await forbid(ada, { pair: id });
    expect((await lift(ada, id)).body).toMatchObject({ facts: ['LinkLiftingAsked'] });
    expect((await lift(ada, id)).body).toMatchObject({ code: 'link/second-person-needed' });
    expect((await lift(cleo, id)).body).toMatchObject({ facts: ['LinkForbiddanceLifted'] });
    expect(await settled(ben, id)).toMatchObject({ state: 'proposed' });
  });

  it('is not set on records that one does not see', async () => {
    const [own, other] = [await introduce(CAMDEN), await introduce(LAMBETH)];
    expect((await forbid(ada, { recordRefs: [own, other] })).status).toBe(404);
    expect((await forbid(ada, { recordRefs: [own, `${other}x`] })).status).toBe(404);
    expect((await forbid(kit, { recordRefs: [own, other] })).status).toBe(404);
    expect((await forbid(ada, { recordRefs: [own] })).body).toMatchObject({ code: 'link/which-pair' });
    expect((await forbid(ada, { recordRefs: [own, own] })).body).toMatchObject({ code: 'link/one-record' });
  });
});

describe('a link that was wrong', () => {
  const basis = { text: 'told of both', source: 'CPPCR Regs 2010, reg 13' };
  const looks = (authority: string, refs: readonly [string, string]): Promise<void> => {
    const shown = refs.map((recordRef, at) => ({ recordRef, owner: [CAMDEN, LAMBETH][at] ?? '', basis }));
    const reader = { authority, person: 'dee', roles: ['duty-desk'] } as const;
    const read = { what: 'child-chronology', purpose: 'act-on-notice', shown } as const;
    return exchange.part<ReadLedger>(READ_LEDGER).note(reader, read);
  };
  type Spell = Readonly<{ correction?: string; partedAt?: string; reached: readonly Body[] }>;
  const spellsOf = async (id: string): Promise<readonly Spell[]> =>
    (await exchange.get(ada, `/v1/links/${id}/blast-radius`)).body['spells'] as readonly Spell[];

  it('is told to every authority that saw two children as one, and each confirmation is seen', async () => {
    const { refs, id } = await aPair({ outcome: 'automatic' });
    await looks(CROYDON, refs);
    await looks(KENT, [refs[0], refs[0]]);
    const before = await eventually(async () =>
      (await spellsOf(id)).find(({ reached }) => reached.length > 0),
    );
    expect(before).toEqual({
      linkedAt: expect.any(String) as string,
      reached: [expect.objectContaining({ authority: CROYDON, name: 'Croydon', records: 2 })],
    });

    expect((await unlink(ben, id)).status).toBe(200);
    const entry = await eventually(() =>
      entryAbout(CROYDON, ({ type }) => type === 'uk.ibex.correction.issued'),
    );
    expect(entry).toMatchObject({ data: { basis: { source: 'UK GDPR arts 5(1)(d) and 19' } } });
    const [detail, acknowledgement] = [
      entry?.data.links.detail ?? '',
      entry?.data.links.acknowledgement ?? '',
    ];
    const shown = await exchange.get([CROYDON, 'duty-desk'], detail);
    expect([shown.status, shown.body['children']]).toEqual([
      200,
      expect.arrayContaining([[refs[0]], [refs[1]]]),
    ]);
    expect((await exchange.get(kit, detail)).status).toBe(404);
    expect(await entryAbout(KENT, ({ type }) => type === 'uk.ibex.correction.issued')).toBeUndefined();
    // being told that one was shown too much opens nothing
    expect((await exchange.get([CROYDON, 'duty-desk'], `/v1/children/${refs[0]}/chronology`)).status).toBe(
      404,
    );

    const [corrected] = await spellsOf(id);
    expect(corrected?.reached).toEqual([
      expect.objectContaining({ authority: CROYDON, correctedAt: expect.any(String) as string }),
    ]);
    expect(corrected?.reached[0]).not.toHaveProperty('confirmedAt');
    expect((await exchange.post([CROYDON, 'duty-desk'], acknowledgement, {})).status).toBeLessThan(300);
    expect((await spellsOf(id))[0]?.reached).toEqual([
      expect.objectContaining({ authority: CROYDON, confirmedAt: expect.any(String) as string }),
    ]);
  });

  it('that nobody saw is told to nobody, and that is on record', async () => {
    const { id } = await aPair({ outcome: 'automatic' });
    await unlink(ada, id);
    const spell = await eventually(async () => (await spellsOf(id)).find(({ correction }) => correction));
    expect(spell).toMatchObject({ reached: [], partedAt: expect.any(String) as string });
  });
});
