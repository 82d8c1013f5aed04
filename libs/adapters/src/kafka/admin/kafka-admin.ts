import { setTimeout as pause } from 'node:timers/promises';
import { BusUnavailable } from '@ibex/kernel';
import { ConfigResourceTypes, ConfigSource } from 'kafkajs';
import type { Admin } from 'kafkajs';
import { KafkaClients } from '../client/kafka-client';
import type { OwnSockets } from '../client/own-sockets';
import { within } from '../client/within';
import type { KafkaConnection } from '../kafka.settings';
import { allOf, fromResource, toEntry, toFilter } from './acl';
import type { Acl } from './acl';
import { isNotYetThere, isSecurityOff, toAdminFault } from './admin-fault';
import { isCarriedOut } from './carried-out';
import type { ConfigChange, Existing, ExistingTopic, TopicPlan } from './topic-plan';

/** Electing leaders for many new topics takes longer than one request. */
const APPLY_REQUESTS = 3;

const POLL_MS = 50;

/** Topics and rights on the brokers. Its user needs Create, AlterConfigs, DescribeConfigs and Alter on the cluster. */
export class KafkaAdmin {
  private constructor(
    private readonly admin: Admin,
    private readonly sockets: OwnSockets,
    private readonly timeoutMs: number,
  ) {}

  /** Throws BusUnavailable. */
  static async connect(connection: KafkaConnection): Promise<KafkaAdmin> {
    const clients = new KafkaClients(connection);
    const { kafka, sockets } = await clients.open();
    const admin = new KafkaAdmin(kafka.admin(), sockets, clients.timeoutMs);
    try {
      await admin.asking(admin.admin.connect());
      return admin;
    } catch (fault) {
      admin.close();
      throw fault;
    }
  }

  /** Topics of these names and every right on topics and groups. */
  async existing(names: readonly string[]): Promise<Existing> {
    return { topics: await this.topics(names), acls: await this.acls() };
  }

  /**
   * Carries out a plan and waits until the brokers show it; `prune` removes what the plan calls extra. What is to be done
   * by hand is left alone.
   */
  async apply(plan: TopicPlan, { prune }: Readonly<{ prune: boolean }>): Promise<void> {
    const { create, change, grant, extra } = plan;
    if (create.length > 0) await this.create(create);
    for (const topic of new Set(change.map((each) => each.topic)))
      await this.change(
        topic,
        change.filter((each) => each.topic === topic),
      );
    if (grant.length > 0) await this.asking(this.admin.createAcls({ acl: grant.map(toEntry) }));
    if (prune && extra.length > 0) await this.asking(this.admin.deleteAcls({ filters: extra.map(toFilter) }));
    await this.shown(plan, prune);
  }

  close(): void {
    this.sockets.cut();
    this.admin.disconnect().catch(() => undefined);
  }

  private async topics(names: readonly string[]): Promise<readonly ExistingTopic[]> {
    const wanted = new Set(names);
    const there = (await this.asking(this.admin.listTopics())).filter((name) => wanted.has(name));
    if (there.length === 0) return [];
    const { topics } = await this.asking(this.admin.fetchTopicMetadata({ topics: there }));
    const configs = await this.configs(there);
    return topics.map(({ name, partitions }) => ({
      name,
      partitions: partitions.length,
      replicationFactor: partitions[0]?.replicas.length ?? 0,
      configs: configs.get(name) ?? {},
    }));
  }

  /** What is set on each topic itself. */
  private async configs(names: readonly string[]): Promise<ReadonlyMap<string, Record<string, string>>> {
    const { resources } = await this.asking(
      this.admin.describeConfigs({
        includeSynonyms: false,
        resources: names.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })),
      }),
    );
    return new Map(
      resources.map(({ resourceName, configEntries }) => [
        resourceName,
        Object.fromEntries(
          configEntries
            .filter(({ configSource }) => configSource === ConfigSource.TOPIC_CONFIG)
            .map(({ configName, configValue }) => [configName, configValue]),
        ),
      ]),
    );
  }

  private async acls(): Promise<readonly Acl[] | undefined> {
    const found: Acl[] = [];
    for (const resource of ['topic', 'group'] as const) {
      try {
        const { resources } = await this.admin.describeAcls(allOf(resource));
        found.push(...resources.flatMap((each) => fromResource(resource, each)));
      } catch (fault) {
        if (isSecurityOff(fault)) return undefined;
        throw toAdminFault(fault);
      }
    }
    return found;
  }

  private async create(topics: readonly ExistingTopic[]): Promise<void> {
    await this.asking(
      this.admin.createTopics({
        // it would give up at the first broker that has not heard of them yet
        waitForLeaders: false,
        timeout: this.timeoutMs,
        topics: topics.map(({ name, partitions, replicationFactor, configs }) => ({
          topic: name,
          numPartitions: partitions,
          replicationFactor,
          configEntries: Object.entries(configs).map(([config, value]) => ({ name: config, value })),
        })),
      }),
    );
  }

  /** This request replaces everything that is set on the topic, so what was set by others is said again. */
  private async change(topic: string, changes: readonly ConfigChange[]): Promise<void> {
    const now = (await this.configs([topic])).get(topic) ?? {};
    const next = { ...now, ...Object.fromEntries(changes.map(({ config, to }) => [config, to])) };
    const configEntries = Object.entries(next).map(([name, value]) => ({ name, value }));
    await this.asking(
      this.admin.alterConfigs({
        validateOnly: false,
        resources: [{ type: ConfigResourceTypes.TOPIC, name: topic, configEntries }],
      }),
    );
  }

  private async shown(plan: TopicPlan, prune: boolean): Promise<void> {
    const names = [...plan.create.map(({ name }) => name), ...plan.change.map(({ topic }) => topic)];
    const until = Date.now() + this.timeoutMs;
    while (!isCarriedOut(plan, await this.shownNow(names), { prune })) {
      if (Date.now() > until)
        throw new BusUnavailable(
          'bus/failed',
          'the brokers took the changes but do not show them; run it again',
        );
      await pause(POLL_MS);
    }
  }

  /** A topic that is shown without a leader yet counts as not shown. */
  private async shownNow(names: readonly string[]): Promise<Existing> {
    try {
      return await this.existing([...new Set(names)]);
    } catch (fault) {
      if (isNotYetThere(fault)) return { topics: [], acls: undefined };
      throw fault;
    }
  }

  private async asking<T>(work: Promise<T>): Promise<T> {
    try {
      return await within(this.timeoutMs * APPLY_REQUESTS, work);
    } catch (fault) {
      throw toAdminFault(fault);
    }
  }
}
