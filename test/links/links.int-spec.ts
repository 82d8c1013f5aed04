import { KEY_VAULT } from '@ibex/kernel';
import type { KeyVault } from '@ibex/kernel';
import { temporaryFolders } from '@ibex/testing';
import type { Answer, Body, By } from '../support/exchange-in-process';
import {
  CAMDEN,
  CROYDON,
  LAMBETH,
  LinkTown,
  ada,
  ben,
  cleo,
  eventually,
  kit,
} from '../support/links/link-town';

const folders = temporaryFolders();
let town: LinkTown;
beforeAll(async () => {
  town = await LinkTown.start(folders());
}, 30_000);
afterAll(() => town.stop());

describe('the review list', () => {
  it('shows either owner its own record, the other owner and how likely it is', async () => {
    const { refs, id } = await town.pair();
    const shown = { id, state: 'proposed', awaitsSecondPerson: false, odds: 'more than a thousand to one' };
    expect(await town.caseOf(ada, refs[0])).toMatchObject({
      ...shown,
      recordRef: refs[0],
      otherOwner: LAMBETH,
    });
    expect(await town.caseOf(ben, refs[1])).toMatchObject({
      ...shown,
      recordRef: refs[1],
      otherOwner: CAMDEN,
    });
    expect((await town.cases(kit)).map(({ id: other }) => other)).not.toContain(id);
  });

  it('never names the other record', async () => {
    const { refs } = await town.pair();
    const { text } = await town.exchange.get(ada, '/v1/links/review?limit=100');
    expect(text).toContain(refs[0]);
    expect(text).not.toContain(refs[1]);
  });

  it('goes on page by page, likeliest first, without a gap or a repeat', async () => {
    for (const weight of [30, 30, 5, 18, 18]) await town.pair({ weight });
    const all = await town.cases(ada, '?limit=100');
    const paged: Body[] = [];
    let next: unknown = '';
    while (typeof next === 'string') {
      const cursor = next === '' ? '' : `&cursor=${next}`;
      const { body } = await town.exchange.get(ada, `/v1/links/review?limit=2${cursor}`);
      paged.push(...(body['items'] as readonly Body[]));
      next = body['next'];
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(7);
  });

  it('keeps what one said oneself apart from what others said', async () => {
    const { id } = await town.pair();
    await town.decide(ada, id, 'same');
    const mine = async (by: By) => (await town.cases(by, '?state=linked&mine=true')).map((one) => one['id']);
    expect(await mine(ada)).toContain(id);
    expect(await mine(cleo)).not.toContain(id);
    expect(await mine(ben)).not.toContain(id);
  });

  it.each([
    ['duty-desk', 403],
    ['operator', 403],
    ['governance', 200],
  ] as const)('is open to those who decide: %s %s', async (role, status) => {
    expect((await town.exchange.get([CAMDEN, role], '/v1/links/review')).status).toBe(status);
  });
});

describe('two records side by side', () => {
  it('show the own child, of the other only whose it is, and why they may be one', async () => {
    const { refs, id } = await town.pair();
    const { body, text } = await town.exchange.get(ada, `/v1/links/${id}`);
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
    const { id } = await town.pair();
    const unknown = await town.exchange.get(kit, '/v1/links/11111111-1111-8111-8111-111111111111');
    const forbidden = await town.exchange.get(kit, `/v1/links/${id}`);
    expect([forbidden.status, forbidden.body]).toEqual([
      404,
      { ...unknown.body, instance: forbidden.body['instance'] },
    ]);
    for (const answer of [
      await town.decide(kit, id, 'same'),
      await town.unlink(kit, id),
      await town.lift(kit, id),
    ])
      expect(answer.status).toBe(404);
    expect((await town.exchange.get(kit, `/v1/links/${id}/blast-radius`)).status).toBe(404);
  });

  it('are put on record, and the other owner is told that somebody looked', async () => {
    const { refs, id } = await town.pair();
    await town.exchange.get(ada, `/v1/links/${id}`);
    const told = await eventually(() => town.entryOf(LAMBETH, (entry) => entry.subject === refs[1]));
    expect(told).toMatchObject({ type: 'uk.ibex.access.record-read' });
  });
});

describe('a decision', () => {
  it('links two records, shows who decided and why, and makes one child of them', async () => {
    const { refs, id } = await town.pair();
    const answer = await town.decide(ada, id, 'same');
    expect([answer.status, answer.body]).toEqual([
      200,
      expect.objectContaining({ id, facts: ['LinkConfirmed'], repeated: false }),
    ]);
    expect(await town.shown(ben, id)).toMatchObject({
      state: 'linked',
      history: [{}, { by: CAMDEN, person: 'ada', rationale: 'Mother named both workers.' }],
    });
    expect(await town.clusterOf(refs[0])).toEqual([...refs].sort());
  });

  it('stands against whatever the matcher finds later', async () => {
    const { refs, id } = await town.pair();
    await town.decide(ben, id, 'different');
    await town.propose(refs, { outcome: 'automatic', weight: 60 });
    expect(await town.shown(ada, id)).toMatchObject({ state: 'apart' });
    expect(await town.clusterOf(refs[0])).toEqual([refs[0]]);
  });

  it('of one owner may be undone by the other', async () => {
    const { refs, id } = await town.pair({ outcome: 'automatic' });
    expect(await town.clusterOf(refs[1])).toEqual([...refs].sort());
    expect((await town.unlink(ben, id)).body).toMatchObject({ facts: ['LinkUndone'] });
    expect((await town.unlink(ada, id)).body).toMatchObject({ status: 409, code: 'link/not-linked' });
    expect(await town.shown(ada, id)).toMatchObject({ state: 'apart' });
    expect(await town.clusterOf(refs[1])).toEqual([refs[1]]);
  });

  it('that was taken takes two people to go back on', async () => {
    const { id } = await town.pair();
    await town.decide(ada, id, 'different');
    expect((await town.decide(ada, id, 'same')).body).toMatchObject({ facts: ['LinkConfirmationAsked'] });
    expect(await town.shown(ada, id)).toMatchObject({ state: 'apart', awaitsSecondPerson: true });
    expect((await town.decide(ada, id, 'same')).body).toMatchObject({ code: 'link/second-person-needed' });
    expect((await town.decide(cleo, id, 'same')).body).toMatchObject({ facts: ['LinkConfirmed'] });
  });

  it('needs a rationale', async () => {
    const { id } = await town.pair();
    const answer = await town.exchange.post(ada, `/v1/links/${id}/decisions`, { decision: 'same' });
    expect(answer.status).toBe(422);
  });
});

describe('what a person wrote', () => {
  it.each([0, 1] as const)('goes with either child that is erased: %s', async (at) => {
    const { refs, id } = await town.pair();
    await town.decide(ada, id, 'same');
    expect((await town.shown(ben, id))['history']).toMatchObject([
      {},
      { rationale: 'Mother named both workers.' },
    ]);
    await town.exchange.part<KeyVault>(KEY_VAULT).destroy(refs[at]);
    const who = at === 0 ? ben : ada;
    const history = (await town.shown(who, id))['history'] as readonly Body[];
    expect(history.map(({ what }) => what)).toEqual(['May be one child', 'Linked by a person']);
    expect(history[1]).not.toHaveProperty('rationale');
    expect((await town.unlink(who, id)).body).toMatchObject({ status: 409, code: 'link/record-erased' });
  });
});

describe('a restricted record', () => {
  const restrict = (by: By, recordRef: string): Promise<Answer> =>
    town.exchange.post(by, `/v1/records/${recordRef}/restrictions`, {
      label: 'refuge',
      reason: 'In a refuge.',
    });

  it('is on no list of the other owner, and takes two of its own to link', async () => {
    const { refs, id } = await town.pair();
    const restricted = await restrict([CAMDEN, 'governance', 'lead'], refs[0]);
    expect([200, 201]).toContain(restricted.status);
    expect((await town.cases(ben, '?limit=100')).map((one) => one['id'])).not.toContain(id);
    expect((await town.exchange.get(ben, `/v1/links/${id}`)).status).toBe(404);
    expect(await town.shown(ada, id)).toMatchObject({ takesTwo: true });
    expect((await town.decide(ada, id, 'same')).body).toMatchObject({ facts: ['LinkConfirmationAsked'] });
    expect(await town.clusterOf(refs[0])).toEqual([refs[0]]);
    expect((await town.decide(cleo, id, 'same')).body).toMatchObject({ facts: ['LinkConfirmed'] });
  });

  it('is never linked without a person', async () => {
    const refs = [await town.introduce(CAMDEN), await town.introduce(LAMBETH)] as const;
    await restrict([CAMDEN, 'governance', 'lead'], refs[0]);
    await town.propose(refs, { outcome: 'automatic', weight: 60 });
    expect(await town.caseOf(ada, refs[0])).toMatchObject({ state: 'proposed' });
    expect(await town.clusterOf(refs[0])).toEqual([refs[0]]);
  });
});

describe('a mark that two records may never be linked', () => {
  it('holds through third records, and is there for nobody but who set it', async () => {
    const { refs, id } = await town.pair({ outcome: 'automatic', weight: 8 });
    const third = await town.introduce(CROYDON);
    await town.propose([refs[0], third], { outcome: 'automatic', weight: 20 });
    await town.propose([refs[1], third], { outcome: 'automatic', weight: 15 });
    await town.caseOf([CROYDON, 'mash'], third, '?state=linked');
    await town.exchange.get(ada, '/v1/links/review');
    expect(await town.clusterOf(third)).toEqual([...refs, third].sort());
    expect((await town.forbid(ada, { pair: id })).body).toMatchObject({ facts: ['LinkForbidden'] });
    expect(await town.shown(ada, id)).toMatchObject({ state: 'forbidden', history: [{}, { kind: 'twins' }] });
    expect((await town.exchange.get(ben, `/v1/links/${id}`)).status).toBe(404);
    expect((await town.cases(ben, '?state=forbidden')).map((one) => one['id'])).not.toContain(id);
    expect(await town.clusterOf(third)).toEqual([refs[0], third].sort());
  });

  it('may be set on two records of one’s own that nobody proposed', async () => {
    const refs = [await town.introduce(CAMDEN), await town.introduce(CAMDEN)] as const;
    const { status, body } = await town.forbid(ada, { recordRefs: refs, kind: 'pre-and-post-adoption' });
    expect([status, body['facts']]).toEqual([200, ['LinkForbidden']]);
    await town.propose(refs, { outcome: 'automatic', weight: 60 });
    expect(await town.shown(ada, String(body['id']))).toMatchObject({ state: 'forbidden' });
    expect(await town.clusterOf(refs[0])).toEqual([refs[0]]);
  });

  it('is lifted by two people', async () => {
    const { id } = await town.pair();
    await town.forbid(ada, { pair: id });
    expect((await town.lift(ada, id)).body).toMatchObject({ facts: ['LinkLiftingAsked'] });
    expect((await town.lift(ada, id)).body).toMatchObject({ code: 'link/second-person-needed' });
    expect((await town.lift(cleo, id)).body).toMatchObject({ facts: ['LinkForbiddanceLifted'] });
    expect(await town.shown(ben, id)).toMatchObject({
      ...{ state: 'proposed', history: [{ what: 'May be one child' }] },
    });
    expect((await town.shown(ada, id))['history']).toHaveLength(4);
  });

  it('is not set on records that one does not see', async () => {
    const [own, other] = [await town.introduce(CAMDEN), await town.introduce(LAMBETH)];
    expect((await town.forbid(ada, { recordRefs: [own, other] })).status).toBe(404);
    expect((await town.forbid(ada, { recordRefs: [own, `${other}x`] })).status).toBe(404);
    expect((await town.forbid(kit, { recordRefs: [own, other] })).status).toBe(404);
    expect((await town.forbid(ada, { recordRefs: [own] })).body).toMatchObject({ code: 'link/which-pair' });
    expect((await town.forbid(ada, { recordRefs: [own, own] })).body).toMatchObject({
      code: 'link/one-record',
    });
  });
});
