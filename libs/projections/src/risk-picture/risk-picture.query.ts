import { READ_LEDGER } from '@ibex/kernel';
import type { Purpose, ReadLedger, Reader } from '@ibex/kernel';
import { notFound, purposeOr } from '@ibex/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { Plain } from '@ibex/runtime';
import { present } from '../shared/present';
import { ViewAnswers } from '../shared/view-answers';
import type { Picture } from './picture';
import { PictureFeeds } from './picture-feeds';
import type { AskedPicture } from './picture-records';
import { Pictures } from './pictures';
import type { PictureAnswer } from './risk-picture.dto';
import { RISK_PICTURE_SCHEMA } from './risk-picture.schema';
import { toIndicators, toRecords } from './risk-picture.showing';

/** `purpose`: undefined where it was not said. */
export type AskedFor = AskedPicture & Readonly<{ purpose?: Purpose | undefined }>;

const NOTIFICATIONS = ['placement', 'missing', 'exploitation'];

/** The dated signs of risk of one child, over all its records that a reader may see. */
@Injectable()
export class RiskPictureQuery {
  constructor(
    private readonly pictures: Pictures,
    private readonly feeds: PictureFeeds,
    private readonly answers: ViewAnswers,
    @Inject(READ_LEDGER) private readonly ledger: ReadLedger,
  ) {}

  /** Throws the one 404 for an unknown record and for one that the reader may not see. */
  async find(reader: Reader, asked: AskedFor): Promise<Plain<PictureAnswer>> {
    const [view, feeds] = await Promise.all([this.answers.stateOf(RISK_PICTURE_SCHEMA), this.feeds.known()]);
    const picture = await this.pictures.of(reader, asked, feeds);
    const [completeness] = await Promise.all([
      this.answers.completenessOf({ feeds: feedsOf(picture), reader: reader.authority }),
      this.note(reader, picture, asked.purpose),
    ]);
    return {
      ...{ ...view, completeness, recordRef: asked.recordRef },
      ...present({ asKnownAt: asked.asKnownAt }),
      records: toRecords(picture),
      indicators: toIndicators(picture, feeds),
    };
  }

  /** On record before anything is handed out. */
  private note(reader: Reader, { records }: Picture, said: Purpose | undefined): Promise<void> {
    const sight = records[0]?.sight;
    if (sight === undefined) throw notFound();
    const shown = records.map(({ recordRef, owner, basis }) => ({ recordRef, owner, basis }));
    return this.ledger.note(reader, {
      ...{ what: RISK_PICTURE_SCHEMA.name, purpose: purposeOr(said, sight), shown },
    });
  }
}

const feedsOf = ({ records }: Picture) =>
  [...new Set(records.map(({ owner }) => owner))].flatMap((authority) =>
    NOTIFICATIONS.map((notification) => ({ authority, notification })),
  );
