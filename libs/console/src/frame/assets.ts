import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';

/** `{ "main.css": "main.3f2a….css" }`, as the build writes it. */
type Manifest = Readonly<Record<string, string>>;

/** Where styles and scripts of this build are: their names tell their content, so that browsers may keep them. */
@Injectable()
export class Assets {
  private readonly manifest: Manifest;

  constructor(
    /** Folder with `manifest.json` and the files. */
    readonly folder: string,
  ) {
    this.manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as Manifest;
  }

  /** Throws RangeError for a file that the build did not make. */
  pathOf(name: string): string {
    const file = this.manifest[name];
    if (file === undefined) throw new RangeError(`the build made no ${name}`);
    return `/console/assets/${file}`;
  }
}
