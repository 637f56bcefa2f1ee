import { signal } from '@preact/signals';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;

/** Whether the server was there when it was last asked. */
export const isConnected = signal(true);

/** Rises each time the server comes back, so that what failed is asked again. */
export const returns = signal(0);

/** Somebody got no answer: say so, and look for the server until it is back. */
export function announceLoss(): void {
  if (!isConnected.value) return;
  isConnected.value = false;
  lookAgain(FIRST_PAUSE_MS);
}

function lookAgain(pause: number): void {
  setTimeout(async () => {
    const isBack = await fetch('/health').then(
      ({ ok }) => ok,
      () => false,
    );
    if (!isBack) return lookAgain(Math.min(pause * 2, LONGEST_PAUSE_MS));
    isConnected.value = true;
    returns.value += 1;
  }, pause);
}
