import { z } from 'zod';
import { type Ended, endedSchema } from '../../../core/alerts/state.ts';
import type { Past } from '../../../core/alerts/handover.ts';
import type { Store } from '../../../ports.ts';
import type { Sheet } from './sheet.ts';

const KEPT_MS = 60 * 24 * 3_600_000;
const lineSchema = z.object({ v: z.literal(1), rule: z.string(), channel: z.string(), ended: endedSchema });

/** Whose problem it was, and where it was told. */
export type EndedAbout = { readonly rule: string; readonly channel: string };

/** What ended, for handovers and the hygiene of the week; kept for sixty days, without the cases' names. */
export function endedLog({ logs }: Pick<Store, 'logs'>) {
  const streamOf = (operation: string): string => `alerts-ended/${operation}`;
  return {
    /** Writes down what has ended between two states of a sheet. */
    async note(operation: string, about: EndedAbout, before: Sheet, after: Sheet): Promise<void> {
      for (const ended of newEnds(before, after)) {
        await logs.append(streamOf(operation), ended.at, { v: 1, ...about, ended });
      }
    },
    async between(operation: string, from: number, to: number): Promise<readonly Past<EndedAbout>[]> {
      const found = await logs.read(streamOf(operation), { from, to });
      return found.flatMap(({ value }) => {
        const line = lineSchema.safeParse(value);
        return line.success
          ? [{ about: { rule: line.data.rule, channel: line.data.channel }, ended: line.data.ended }]
          : [];
      });
    },
    trim: (operation: string, now: number) => logs.trim(streamOf(operation), now - KEPT_MS),
  };
}
export type EndedLog = ReturnType<typeof endedLog>;

function newEnds(before: Sheet, after: Sheet): readonly Ended[] {
  return Object.entries(after.cases).flatMap(([instance, { state }]) => {
    const known = new Set(before.cases[instance]?.state.ends.map(({ episode, at }) => `${episode.firedAt} ${at}`));
    return state.ends.filter(({ episode, at }) => !known.has(`${episode.firedAt} ${at}`));
  });
}
