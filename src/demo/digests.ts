import { PRESETS } from '../core/digests/cadence.ts';
import { DEFAULT_LATE_MS, type Digest } from '../core/digests/digest.ts';

/** The digest of the demo's file. */
export const DEMO_CUT = 'corte';

/** One as somebody would have made it in Slack. */
export const demoDigest: Digest = {
  id: 'resumen-de-la-manana',
  name: 'Resumen de la mañana',
  operation: 'bogota',
  targets: [
    { kind: 'channel', id: 'C01OPERACIONES' },
    { kind: 'person', id: 'U02CARLOS' },
  ],
  parts: [
    { kind: 'report', words: 'agentes ayer top 5' },
    { kind: 'report', words: 'auxiliares ayer' },
    { kind: 'ledger' },
  ],
  cadence: PRESETS.weekdays,
  zone: null,
  locale: null,
  skipHolidays: true,
  lateMs: DEFAULT_LATE_MS,
  owner: 'U01LAURA',
  paused: false,
  origin: 'slack',
};
