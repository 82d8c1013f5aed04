import type { Ending, Task } from '../handling/task';

type Trial = Pick<Task, 'attempts' | 'outages' | 'isHandled'>;

/** Events whose tries are remembered; the oldest are forgotten, and then tried as if new. */
const MOST = 10_000;

/** How often each notice was tried, from one delivery to its next. */
export class Trials {
  private readonly byId = new Map<string, Trial>();

  /** Goes on from where the delivery before stood. */
  resume(task: Task): void {
    const trial = this.byId.get(task.id);
    if (trial) Object.assign(task, trial);
  }

  remember(task: Task, ending: Ending | undefined): void {
    const { id, attempts, outages, isHandled } = task;
    this.byId.delete(id);
    if (ending === 'handled' || ending === 'seen') return;
    this.byId.set(id, { attempts, outages, isHandled });
    const [oldest] = this.byId.keys();
    if (this.byId.size > MOST && oldest !== undefined) this.byId.delete(oldest);
  }
}
