// Shows how far an upload is without loading the page again; without scripts the page loads itself.
const EVERY_MS = 1_500;

const stateIn = (page: ParentNode): HTMLElement | null => page.querySelector('#upload-state');

const look = async (): Promise<void> => {
  const here = stateIn(document);
  const phase = here?.dataset['phase'];
  if (!here || (phase !== 'checking' && phase !== 'sending')) return;
  const answer = await fetch(location.href, { credentials: 'same-origin' }).catch(() => undefined);
  const now =
    answer?.ok === true ? stateIn(new DOMParser().parseFromString(await answer.text(), 'text/html')) : null;
  if (now && now.dataset['phase'] !== phase) {
    location.reload();
    return;
  }
  const [bar, news] = [here.querySelector('progress'), here.querySelector('[role="status"]')];
  const [barNow, newsNow] = [now?.querySelector('progress'), now?.querySelector('[role="status"]')];
  if (bar && barNow?.hasAttribute('value') === true) bar.value = barNow.value;
  if (news && newsNow && news.textContent !== newsNow.textContent) news.textContent = newsNow.textContent;
  setTimeout(() => void look(), EVERY_MS);
};

setTimeout(() => void look(), EVERY_MS);
