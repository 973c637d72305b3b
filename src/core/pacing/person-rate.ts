/** What one person may ask within a minute: several times what anybody types or presses, far less than a stuck script does. */
export const ASKS_PER_MINUTE = 60;
const MINUTE_MS = 60_000;

export type PersonRate =
  | { readonly go: true; readonly asked: readonly number[] }
  /** `waitMs`: until the oldest ask of the last minute is a minute old. */
  | { readonly go: false; readonly waitMs: number };

/** Whether somebody who asked at these instants (epoch ms, oldest first) may ask now, and what is to be remembered if so. */
export function askOf(asked: readonly number[], now: number): PersonRate {
  const recent = asked.filter((at) => at > now - MINUTE_MS && at <= now);
  const [oldest] = recent;
  if (recent.length < ASKS_PER_MINUTE || oldest === undefined) return { go: true, asked: [...recent, now] };
  return { go: false, waitMs: oldest + MINUTE_MS - now };
}
