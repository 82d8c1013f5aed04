/** Two tones, twice: told from a telephone, and soft enough for a night desk. Hertz, and seconds from the beginning. */
const TONES = [
  [660, 0],
  [880, 0.22],
  [660, 0.7],
  [880, 0.92],
] as const;
const LASTS_S = 0.2;
const LOUDNESS = 0.25;

let context: AudioContext | undefined;

export const canSound = (): boolean => 'AudioContext' in window;

const tone = (audio: AudioContext, hertz: number, fromS: number): void => {
  const starts = audio.currentTime + fromS;
  const oscillator = audio.createOscillator();
  const volume = audio.createGain();
  oscillator.frequency.value = hertz;
  // no click at either end
  volume.gain.setValueAtTime(0, starts);
  volume.gain.linearRampToValueAtTime(LOUDNESS, starts + 0.02);
  volume.gain.linearRampToValueAtTime(0, starts + LASTS_S);
  oscillator.connect(volume).connect(audio.destination);
  oscillator.start(starts);
  oscillator.stop(starts + LASTS_S);
};

const audioOf = (): AudioContext => {
  context ??= new AudioContext();
  return context;
};

/** Browsers make no sound before somebody has pressed something on the page; `tell` hears whether that is so. */
export const allowSound = (tell: (isBlocked: boolean) => void): void => {
  const audio = audioOf();
  const say = (): void => tell(audio.state !== 'running');
  audio.addEventListener('statechange', say);
  for (const pressed of ['pointerdown', 'keydown'])
    document.addEventListener(pressed, () => void audio.resume().then(say, () => undefined), { once: true });
  say();
};

/** Where the browser allows none yet, it comes with the next thing that is pressed. */
export const soundAlarm = (): void => {
  if (!canSound()) return;
  const audio = audioOf();
  document.documentElement.dataset['sounded'] = String(
    Number(document.documentElement.dataset['sounded'] ?? '0') + 1,
  );
  const play = (): void => TONES.forEach(([hertz, fromS]) => tone(audio, hertz, fromS));
  if (audio.state === 'running') play();
  else void audio.resume().then(play, () => undefined);
};
