import { kindOf } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import type { Clock, Lanes, Log, Store, Urgency } from '../../ports.ts';
import { type Catalogue, type Names, NO_NAMES } from '../../reports/report.ts';
import type { LanePayload } from './fetch-in-lane.ts';
import { loadNames, namesKey, type StoredNames } from './fetch-names.ts';

/** `missing`: a catalogue that was asked for never answered, so that its ids are shown as they are. */
export type NamesRead = { readonly names: Names; readonly missing: boolean };
export type ReadNames = (
  operation: Operation,
  catalogues: readonly Catalogue[],
  urgency: Urgency,
) => Promise<NamesRead>;

const HOUR = 60 * 60_000;
const NAMES_LAST = 24 * HOUR;
const TRIED_LATELY = 10 * 60_000;
const PATIENCE = 8_000;

/** Makes the reader of skill, agent and campaign names: asked once a day, never worth a failure; old names are better than none. */
export function namesReader(ports: {
  readonly store: Store;
  readonly lanes: Lanes;
  readonly clock: Clock;
  readonly log: Log;
}): ReadNames {
  const remembered = new Map<string, StoredNames>();

  const namesOf = async (operation: Operation, catalogue: Catalogue, urgency: Urgency): Promise<StoredNames | null> => {
    const key = namesKey(operation, catalogue);
    const now = ports.clock.now();
    const known = remembered.get(key) ?? (await loadNames(ports.store.documents, operation, catalogue));
    if (known !== null && isRecent(known, now)) {
      remembered.set(key, known);
      return known;
    }
    const payload: LanePayload = { kind: 'names', catalogue, askedAt: now };
    await ports.lanes.ask(operation, `names/${catalogue}`, payload, urgency, PATIENCE);
    const read = await loadNames(ports.store.documents, operation, catalogue);
    if (read !== null) remembered.set(key, read);
    return read ?? known;
  };

  return async (operation, catalogues, urgency) => {
    const read = await Promise.all(
      catalogues.map(async (catalogue) => {
        try {
          return [catalogue, await namesOf(operation, catalogue, urgency)] as const;
        } catch (error) {
          ports.log.warn('names.not-read', { operation: operation.id, catalogue, cause: kindOf(error) });
          return [catalogue, null] as const;
        }
      }),
    );
    const names = Object.fromEntries(read.map(([catalogue, stored]) => [catalogue, stored?.names ?? {}]));
    return {
      names: { ...NO_NAMES, ...names },
      missing: read.some(([, stored]) => (stored?.fetchedAt ?? null) === null),
    };
  };
}

function isRecent({ fetchedAt, triedAt }: StoredNames, now: number): boolean {
  return (fetchedAt !== null && now - fetchedAt < NAMES_LAST) || now - triedAt < TRIED_LATELY;
}
