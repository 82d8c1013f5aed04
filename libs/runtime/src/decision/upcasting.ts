import { Inject, Injectable } from '@nestjs/common';
import { IbexError } from '@ibex/kernel';
import type { FactDefinition, RecordedFact } from '@ibex/kernel';
import { DEFINITIONS } from '../runtime.tokens';
import type { Definitions } from '../runtime.tokens';

const LATEST_OF_UNDEFINED = 1;

/** Lifts stored facts to the version that today's rules read. Facts of the present version pass untouched. */
@Injectable()
export class Upcasting {
  private readonly definitions: ReadonlyMap<string, FactDefinition>;
  private readonly ofTheService: ReadonlySet<string>;

  constructor(@Inject(DEFINITIONS) definitions: Definitions) {
    this.definitions = new Map(definitions.flatMap((each) => Object.entries<FactDefinition>(each.facts)));
    const work = definitions.filter((each) => each.ofTheService === true || each.concernsNobody === true);
    this.ofTheService = new Set(work.flatMap(({ facts }) => Object.keys(facts)));
  }

  /** The version in which a fact of this type is stored now. Supporting parts' own facts are version 1. */
  versionOf(type: string): number {
    return this.definitions.get(type)?.version ?? LATEST_OF_UNDEFINED;
  }

  /** Facts of what the service does itself: their words are not about a child. */
  isOfTheService(type: string): boolean {
    return this.ofTheService.has(type);
  }

  lift(facts: readonly RecordedFact[]): readonly RecordedFact[] {
    return facts.some((fact) => fact.metadata.schemaVersion !== this.versionOf(fact.type))
      ? facts.map((fact) => this.liftOne(fact))
      : facts;
  }

  /** Throws IbexError `runtime/version-unknown` for a version that no upcaster lifts or that is newer than the rules. */
  private liftOne(fact: RecordedFact): RecordedFact {
    const latest = this.versionOf(fact.type);
    const upcasters = this.definitions.get(fact.type)?.upcasters ?? {};
    let lifted = fact;
    for (let version = fact.metadata.schemaVersion; version !== latest; version += 1) {
      const upcast = version > latest ? undefined : upcasters[version];
      if (!upcast) {
        throw new IbexError('runtime/version-unknown', `no way from version ${version} of ${fact.type}`);
      }
      const next = upcast(lifted);
      lifted = { ...next, metadata: { ...next.metadata, schemaVersion: version + 1 } };
    }
    return lifted;
  }
}
