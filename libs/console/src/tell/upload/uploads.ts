import { randomUUID } from 'node:crypto';
import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { ImportFault, importSsda903 } from '@ibex/imports';
import type { ImportReport } from '@ibex/imports';
import { SafeLog } from '@ibex/runtime';
import type { Visit } from '../../frame/visit';
import { AskedPostcodes } from './asked-postcodes';
import type { UploadedFile, UploadState } from './upload';
import { UploadFolder } from './upload-folder';
import { VisitExchange } from './visit-exchange';

/** How long an upload waits for the person who sent it. */
const KEPT_MS = 30 * 60_000;
const MOST_UNDER_WAY = 20;

type Upload = {
  readonly owner: string;
  readonly folder: UploadFolder;
  state: UploadState;
  timer: NodeJS.Timeout;
};

const ownerOf = ({ authority, person }: Visit): string => JSON.stringify([authority, person]);

const AGAIN = 'Try again. Nothing is recorded twice.';

/**
 * Returns that are being checked or sent: files in a folder of this machine, everything else in memory, all of it gone after
 * half an hour or as soon as it was sent.
 */
@Injectable()
export class Uploads implements OnApplicationShutdown {
  private readonly uploads = new Map<string, Upload>();

  constructor(@Inject(SafeLog) private readonly log: SafeLog) {}

  /** Undefined where too many are under way. */
  async begin(visit: Visit, files: readonly UploadedFile[]): Promise<string | undefined> {
    if (this.uploads.size >= MOST_UNDER_WAY) return undefined;
    const id = randomUUID();
    const folder = await UploadFolder.of(files);
    const upload: Upload = {
      ...{ owner: ownerOf(visit), folder, timer: this.expiry(id) },
      state: { phase: 'checking', progress: { done: 0, of: undefined } },
    };
    this.uploads.set(id, upload);
    void this.check(visit, upload);
    return id;
  }

  /** Throws the 404 of what is not there, is over or is somebody else's. */
  stateOf(visit: Visit, id: string): UploadState {
    return this.get(visit, id).state;
  }

  /** Sends what was checked; pressed twice, it is sent once. */
  send(visit: Visit, id: string): void {
    const upload = this.get(visit, id);
    if (upload.state.phase !== 'checked') return;
    const { report } = upload.state;
    upload.state = { phase: 'sending', report, progress: { done: 0, of: undefined } };
    void this.post(visit, upload, report);
  }

  async discard(visit: Visit, id: string): Promise<void> {
    const upload = this.get(visit, id);
    if (upload.state.phase === 'sending') return;
    await this.drop(id);
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.uploads.keys()].map((id) => this.drop(id)));
  }

  private get(visit: Visit, id: string): Upload {
    const upload = this.uploads.get(id);
    if (upload?.owner !== ownerOf(visit)) throw new NotFoundException();
    return upload;
  }

  private async check(visit: Visit, upload: Upload): Promise<void> {
    await this.run(upload, async () => {
      const report = await this.import(visit, upload, true, (progress) => {
        upload.state = { phase: 'checking', progress };
      });
      upload.state = { phase: 'checked', report };
    });
  }

  private async post(visit: Visit, upload: Upload, checked: ImportReport): Promise<void> {
    await this.run(upload, async () => {
      const report = await this.import(visit, upload, false, (progress) => {
        upload.state = { phase: 'sending', report: checked, progress };
      });
      // first the files, then the word that they are gone
      await upload.folder.remove();
      upload.state = { phase: 'sent', report };
    });
  }

  private import(
    visit: Visit,
    { folder }: Upload,
    dryRun: boolean,
    tell: (progress: Readonly<{ done: number; of: number | undefined }>) => void,
  ): Promise<ImportReport> {
    return importSsda903({
      ...{ folder: folder.path, authority: visit.authority, dryRun },
      ...{ client: new VisitExchange(visit), postcodes: new AskedPostcodes(visit) },
      onProgress: ({ done, of }) => tell({ done, of }),
    });
  }

  private async run(upload: Upload, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.error('upload-failed', error);
      await upload.folder.remove();
      const isOfTheFile = error instanceof ImportFault;
      upload.state = {
        phase: 'failed',
        because: isOfTheFile
          ? sentence(error.message)
          : 'The exchange could not be reached, or did not take it.',
        mend: isOfTheFile ? 'Put the files right and upload them again.' : AGAIN,
      };
    }
  }

  private expiry(id: string): NodeJS.Timeout {
    return setTimeout(() => void this.drop(id), KEPT_MS).unref();
  }

  private async drop(id: string): Promise<void> {
    const upload = this.uploads.get(id);
    if (!upload) return;
    clearTimeout(upload.timer);
    this.uploads.delete(id);
    await upload.folder.remove();
  }
}

/** A folder of the machine is nobody's business. */
const sentence = (text: string): string => {
  const said = text.replace('the folder', 'what was uploaded');
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}${said.endsWith('.') ? '' : '.'}`;
};
