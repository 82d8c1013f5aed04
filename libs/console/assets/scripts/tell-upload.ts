// Shows how far an upload is without loading the page again; without scripts the page loads itself.
const EVERY_MS = 1_500;

const stateIn = (page: ParentNode): HTMLElement | null => page.querySelector('#upload-state');

/** The state as the server tells it now; nothing where it did not answer. */
const stateNow = async (): Promise<HTMLElement | null> => {
  const answer = await fetch(location.href, { credentials: 'same-origin' }).catch(() => undefined);
  if (answer?.ok !== true) return null;
  return stateIn(new DOMParser().parseFromString(await answer.text(), 'text/html'));
};

const moveBar = (here: ParentNode, now: ParentNode): void => {
  const [bar, barNow] = [here.querySelector('progress'), now.querySelector('progress')];
  if (bar && barNow?.hasAttribute('value') === true) bar.value = barNow.value;
};

/** Said only when it has changed: whoever listens hears it each time. */
const tellNews = (here: ParentNode, now: ParentNode): void => {
  const [news, newsNow] = [here.querySelector('[role="status"]'), now.querySelector('[role="status"]')];
  if (news && newsNow && news.textContent !== newsNow.textContent) news.textContent = newsNow.textContent;
};

const UNDER_WAY: ReadonlySet<string | undefined> = new Set(['checking', 'sending']);

const look = async (): Promise<void> => {
  const here = stateIn(document);
  const phase = here?.dataset['phase'];
  if (!here || !UNDER_WAY.has(phase)) return;
  const now = await stateNow();
  if (now && now.dataset['phase'] !== phase) {
    location.reload();
    return;
  }
  if (now) {
    moveBar(here, now);
    tellNews(here, now);
  }
  setTimeout(() => void look(), EVERY_MS);
};

setTimeout(() => void look(), EVERY_MS);
