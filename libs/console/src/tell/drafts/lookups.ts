import { Injectable } from '@nestjs/common';
import { isProblem } from '@ibex/sdk';
import type { Visit } from '../../frame/visit';
import { bodyOf } from '../questions/body-of';
import { textOf } from '../questions/question';
import type { Answers } from '../questions/question';
import { HOST_HOW } from '../journeys/host';
import type { Found, Journey } from '../journeys/journey';
import { RECORD } from '../journeys/parts';
import { toPostcode } from '../questions/numbers';
import type { Draft, Likely } from './draft';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What only the exchange knows and a page needs: which authority a place lies in, which records look alike. */
@Injectable()
export class Lookups {
  /** The draft with what its new answers lead to. */
  async after(
    visit: Visit,
    { journey, draft }: Readonly<{ journey: Journey; draft: Draft }>,
    step: string,
  ): Promise<Draft> {
    if (step === 'where') return this.withPlace(visit, journey, draft);
    return step === 'child-numbers' ? this.withLikely(visit, journey, draft) : draft;
  }

  private async withPlace(visit: Visit, journey: Journey, draft: Draft): Promise<Draft> {
    const postcode = toPostcode(textOf(draft.answers, journey.postcode ?? ''));
    if (postcode === '') return { ...draft, found: undefined, answers: withoutPlaced(draft) };
    if (draft.found?.postcode === postcode) return draft;
    const found = await this.find(visit, postcode);
    const [only, ...others] = found.authorities;
    const answers = withoutPlaced(draft);
    if (only === undefined || others.length > 0) return { ...draft, found, answers };
    return { ...draft, found, answers: { ...answers, [HOST_HOW]: only } };
  }

  private async find(visit: Visit, postcode: string): Promise<Found> {
    const { tableLoaded, areas } = await visit.api.post('/v1/areas/find', {
      body: { postcodes: [postcode] },
    });
    return { postcode, tableLoaded, authorities: areas[0]?.authorities ?? [] };
  }

  private async withLikely(visit: Visit, journey: Journey, draft: Draft): Promise<Draft> {
    const { child } = bodyOf(journey.steps, { ...draft.answers, [RECORD]: '' });
    const likely = isObject(child) ? await this.likely(visit, child) : [];
    const isStill = likely.some(({ recordRef }) => recordRef === textOf(draft.answers, RECORD));
    return { ...draft, likely, answers: isStill ? draft.answers : { ...draft.answers, [RECORD]: '' } };
  }

  /** None where the number is on record already: what is told is then of that record anyhow. */
  private async likely(visit: Visit, child: Readonly<Record<string, unknown>>): Promise<readonly Likely[]> {
    const localId = typeof child['localId'] === 'string' ? child['localId'] : '';
    if (await this.isOnRecord(visit, localId)) return [];
    const { likely } = await visit.api.post('/v1/records/likely', { body: { child: { ...child } } });
    return likely
      .filter(({ owner }) => owner === visit.authority)
      .slice(0, 5)
      .map(({ recordRef, owner, likeliness, agrees = [] }) => ({
        ...{ recordRef, owner, agrees },
        ...(likeliness === undefined ? {} : { likeliness }),
      }));
  }

  private async isOnRecord(visit: Visit, localId: string): Promise<boolean> {
    try {
      await visit.api.post('/v1/records/find', { body: { localId } });
      return true;
    } catch (error) {
      if (isProblem(error) && error.document.status === 404) return false;
      throw error;
    }
  }
}

/** A host that another postcode led to is asked for again. */
const withoutPlaced = ({ answers, found }: Draft): Answers =>
  found?.authorities.includes(textOf(answers, HOST_HOW)) === true ? { ...answers, [HOST_HOW]: '' } : answers;
