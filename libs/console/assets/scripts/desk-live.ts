import { allowSound, canSound, soundAlarm } from './desk-sound.part';

type Arrived = Readonly<{ group: string; missingChild: boolean; says: string; html: string }>;

const MUTED = 'ibex-desk-muted';
const BEATS_MISSED_MS = 30_000;

const isMuted = (): boolean => window.localStorage.getItem(MUTED) === 'yes';

/** Nothing where the page has it already. */
const newRowIn = (html: string): Element | undefined => {
  const row = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
  return row && !document.getElementById(row.id) ? row : undefined;
};

const isSeen = (row: Element): boolean => row.getBoundingClientRect().top >= 0;

/** The row that somebody is about to press, has come to by keyboard, or reads first. */
const heldRow = (inbox: Element): Element | undefined => {
  const chosen = inbox.querySelector('.ibex-row:hover') ?? inbox.querySelector('.ibex-row:focus-within');
  if (chosen || window.scrollY === 0) return chosen ?? undefined;
  return [...inbox.querySelectorAll('.ibex-row')].find(isSeen);
};

/** Changes the page above a row without moving the row from under the pointer. */
const inPlace = (row: Element | undefined, change: () => void): void => {
  const before = row?.getBoundingClientRect().top ?? 0;
  change();
  const moved = (row?.getBoundingClientRect().top ?? 0) - before;
  if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
};

/** The parts of the inbox that change while somebody looks at it. */
class LiveInbox {
  private unread: number;
  private heardAt = Date.now();

  constructor(private readonly inbox: HTMLElement) {
    this.unread = Number(inbox.dataset['unread'] ?? '0');
  }

  tell(text: string): void {
    const state = this.inbox.querySelector('[data-live-state]');
    if (state) state.textContent = text;
  }

  /** A desk that hears nothing any more must not look like one where nothing happens. */
  end(text: string): void {
    this.tell(text);
    this.inbox.dataset['over'] = 'yes';
    document.title = `Not listening - ${document.title.replace(/^\(\d+\) /, '')}`;
    if (!isMuted()) soundAlarm();
  }

  heard(): void {
    this.heardAt = Date.now();
  }

  /** A connection can be dead without an error. */
  lookOut(): void {
    if (Date.now() - this.heardAt > BEATS_MISSED_MS)
      this.tell('Nothing was heard for half a minute. Check that you see everything.');
  }

  /** Puts what came where it belongs, without taking the reader away from what is being read. */
  show({ group, missingChild, says, html }: Arrived): void {
    const row = newRowIn(html);
    if (!row) return;
    row.classList.add('ibex-row--arrived');
    inPlace(heldRow(this.inbox), () => {
      this.inbox.querySelector(`[data-live-missing="${group}"]`)?.removeAttribute('hidden');
      this.inbox.querySelector(`[data-live-group="${group}"]`)?.prepend(row);
      this.inbox.querySelector('[data-live-empty]')?.setAttribute('hidden', '');
    });
    this.count(says, ['any', group, ...(missingChild ? ['missing'] : [])]);
    if (missingChild && !isMuted()) soundAlarm();
  }

  /** The numbers at the top stay true to what is below them. */
  private add(name: string): void {
    const count = this.inbox.querySelector(`[data-live-count="${name}"]`);
    if (!count) return;
    count.textContent = String(Number(count.textContent) + 1);
    if (name !== 'any') count.closest('.ibex-tile')?.classList.add('ibex-tile--alarm');
  }

  private count(says: string, counts: readonly string[]): void {
    this.unread += 1;
    for (const name of counts) this.add(name);
    document.title = document.title.replace(/^(?:\(\d+\) )?/, `(${String(this.unread)}) `);
    const status = this.inbox.querySelector('[data-live-status]');
    if (status) status.textContent = `New. ${says}`;
  }
}

const STATES: Readonly<Record<string, string>> = {
  live: 'New notices appear by themselves.',
  away: 'The exchange does not answer just now. New notices will appear when it does.',
  'signed-out': 'You are signed out: new notices do not appear any more. Load the page again and sign in.',
};

const begin = (element: HTMLElement): void => {
  const inbox = new LiveInbox(element);
  const source = new EventSource(`/console/desk/live?after=${element.dataset['liveAfter'] ?? '0'}`);
  source.addEventListener('entry', (event: MessageEvent<string>) => {
    inbox.heard();
    inbox.show(JSON.parse(event.data) as Arrived);
  });
  source.addEventListener('beat', (event: MessageEvent<string>) => {
    inbox.heard();
    const state = JSON.parse(event.data) as string;
    if (state !== 'signed-out') {
      inbox.tell(STATES[state] ?? '');
      return;
    }
    source.close();
    inbox.end(STATES[state] ?? '');
  });
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED)
      inbox.end('New notices do not appear by themselves any more.');
    else inbox.tell('The connection was lost. Trying again.');
  });
  window.setInterval(() => inbox.lookOut(), 5_000);
  prepareSound(element);
};

/** A switch that this browser remembers; shown where sound can be made at all. */
const prepareSound = (inbox: HTMLElement): void => {
  const switches = inbox.querySelector('[data-live-sound]');
  const mute = inbox.querySelector<HTMLButtonElement>('[data-live-mute]');
  if (!switches || !mute || !canSound()) return;
  switches.removeAttribute('hidden');
  const paint = (): void => {
    mute.textContent = isMuted() ? 'Turn the sound on' : 'Turn the sound off';
    inbox.dataset['sound'] = isMuted() ? 'off' : 'on';
  };
  mute.removeAttribute('aria-pressed');
  mute.addEventListener('click', () => {
    window.localStorage.setItem(MUTED, isMuted() ? 'no' : 'yes');
    paint();
    if (!isMuted()) soundAlarm();
  });
  inbox.querySelector('[data-live-try]')?.addEventListener('click', () => soundAlarm());
  const hint = inbox.querySelector('[data-live-hint]');
  allowSound((isBlocked) => inPlace(heldRow(inbox), () => hint?.toggleAttribute('hidden', !isBlocked)));
  paint();
};

const inbox = document.querySelector<HTMLElement>('[data-live-after]');
if (inbox) begin(inbox);
