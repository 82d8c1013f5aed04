type Done = Readonly<{ title: string; says: string }>;

const DONE: Readonly<Record<string, Done>> = {
  acknowledged: {
    title: 'Acknowledged',
    says: 'The sender sees that your authority has this, and since when. Next: deal with it, then record what you did.',
  },
  recorded: { title: 'Recorded', says: 'The sender sees what your authority did, and when.' },
  asked: {
    title: 'Asked',
    says: 'The question is in the sender’s inbox. The answer comes to your inbox and is shown on this page. If it cannot wait, ring them.',
  },
  answered: { title: 'Answered', says: 'Your answer is in the inbox of the authority that asked.' },
  replied: {
    title: 'Answered',
    says: 'The placing authority has your answer in its inbox. You can answer again when you have done more.',
  },
  told: {
    title: 'Told',
    says: 'Everyone who was told that the child is missing is being told this now.',
  },
};

/** What a page says after something was done; nothing for a word that it does not know. */
export const doneInWords = (done: unknown): Done | undefined =>
  typeof done === 'string' && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
