const WARN_BEFORE_MS = 2 * 60_000;
const TICK_MS = 5_000;

/** Leaves the page for the one that says so once nobody has been here for too long, and warns before. */
const endsAt = (seconds: number): number => Date.now() + seconds * 1_000;

const secondsIn = (text: string | undefined): number | undefined => {
  const seconds = Number(text);
  return text !== undefined && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
};

const stay = async (warning: HTMLDialogElement, csrf: string): Promise<number | undefined> => {
  const body = new URLSearchParams({ csrf });
  const answer = await fetch('/console/session/stay', { method: 'POST', body, redirect: 'manual' });
  if (!answer.ok) return undefined;
  warning.close();
  return secondsIn(await answer.text());
};

/** Looks at the clock, since timers sleep with the machine. */
export const watchIdleness = (): void => {
  const warning = document.querySelector<HTMLDialogElement>('dialog[data-idle-seconds]');
  const seconds = secondsIn(warning?.dataset['idleSeconds']);
  if (!warning || seconds === undefined) return;
  let end = endsAt(seconds);
  const leave = (): void => window.location.assign('/console/signed-out?because=idle');
  warning.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault();
    void stay(warning, warning.dataset['csrf'] ?? '').then(
      (again) => {
        if (again === undefined) leave();
        else end = endsAt(again);
      },
      // no connection: the clock goes on
      () => undefined,
    );
  });
  window.setInterval(() => {
    const left = end - Date.now();
    if (left <= 0) leave();
    else if (left <= WARN_BEFORE_MS && !warning.open) warning.showModal();
  }, TICK_MS);
};
