import { z } from 'zod';
import { done, type Outcome } from '../../core/errors.ts';
import type { Operation } from '../../core/operation.ts';
import type { Documents } from '../../ports.ts';
import type { Catalogue } from '../../reports/report.ts';
import { type FetchPorts, takeTurnAt } from './fetch-turn.ts';

const COLLECTION = 'names';

const FIELDS = {
  skills: { id: 'skill_id', name: 'skill_name' },
  agents: { id: 'agent_id', name: 'agent_name' },
  campaigns: { id: 'campaign_id', name: 'campaign_name' },
} as const satisfies Record<Catalogue, { id: string; name: string }>;

/** `fetchedAt` null: never answered yet. `triedAt`: the last time it was asked, answered or not. */
const namesSchema = z.object({
  version: z.literal(1),
  fetchedAt: z.number().nullable(),
  triedAt: z.number(),
  names: z.record(z.string(), z.string()),
});
export type StoredNames = Readonly<z.infer<typeof namesSchema>>;

export function namesKey(operation: Operation, catalogue: Catalogue): string {
  return `${operation.id}/${catalogue}`;
}

export async function loadNames(
  documents: Documents,
  operation: Operation,
  catalogue: Catalogue,
): Promise<StoredNames | null> {
  const stored = namesSchema.safeParse((await documents.get(COLLECTION, namesKey(operation, catalogue)))?.value);
  return stored.success ? stored.data : null;
}

/** Gets one catalogue of ids and names into the store. Where wolkvox does not answer, the names of before stay. */
export async function fetchNames(
  ports: FetchPorts,
  operation: Operation,
  catalogue: Catalogue,
  signal: AbortSignal,
): Promise<Outcome<null>> {
  const { documents } = ports.store;
  const before = await loadNames(documents, operation, catalogue);
  let names: Record<string, string> = {};
  const { outcome } = await takeTurnAt(
    ports,
    operation,
    {
      question: { kind: 'catalogue', catalogue },
      onRow: (row) => {
        const found = nameOf(row, catalogue);
        if (found !== null) names[found.id] = found.name;
      },
      again: () => {
        names = {};
      },
    },
    signal,
  );
  const triedAt = ports.clock.now();
  const kept: StoredNames = outcome.ok
    ? { version: 1, fetchedAt: triedAt, triedAt, names }
    : { version: 1, fetchedAt: before?.fetchedAt ?? null, triedAt, names: before?.names ?? {} };
  await documents.put(COLLECTION, namesKey(operation, catalogue), kept, { expected: 'any' });
  return outcome.ok ? done(null) : outcome;
}

function nameOf(row: unknown, catalogue: Catalogue): { readonly id: string; readonly name: string } | null {
  const fields = FIELDS[catalogue];
  const parsed = z.record(z.string(), z.unknown()).safeParse(row);
  if (!parsed.success) return null;
  const id = textOf(parsed.data[fields.id]);
  const name = textOf(parsed.data[fields.name]);
  return id === '' || name === '' ? null : { id, name };
}

function textOf(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return String(value).normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}
