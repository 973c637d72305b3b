import { describe, expect, it } from 'vitest';
import { answered } from '../../../src/core/alerts/answers.ts';
import { openEpisode } from '../../../src/core/alerts/state.ts';
import { aRule } from './any-rule.ts';
import { MINUTE, play, TEN } from './board.ts';

const CARLOS = { by: 'U02', name: 'Carlos' };
const LAURA = { by: 'U03', name: 'Laura' };
const { state } = play(aRule({ forMs: 0 }), '12 12');
const firedAt = openEpisode(state)?.firedAt ?? 0;
const NOW = TEN + 7 * MINUTE;

describe('answering an alert', () => {
  it('is for one: who comes second learns who has it', () => {
    const first = answered(state, firedAt, { kind: 'take' }, CARLOS, NOW);
    if (first.kind !== 'done') throw new Error(first.kind);
    expect(first.episode.taken).toEqual({ ...CARLOS, at: NOW });
    expect(answered(first.state, firedAt, { kind: 'take' }, LAURA, NOW)).toMatchObject({
      kind: 'taken',
      episode: { taken: { name: 'Carlos' } },
    });
    expect(answered(first.state, firedAt, { kind: 'take' }, CARLOS, NOW).kind).toBe('same');
    expect(answered(first.state, firedAt, { kind: 'release' }, LAURA, NOW).kind).toBe('taken');
    const free = answered(first.state, firedAt, { kind: 'release' }, CARLOS, NOW);
    expect(free).toMatchObject({ kind: 'done', episode: { taken: null } });
  });

  it('is about the problem on the card, never about a later one', () => {
    expect(answered(state, firedAt - 1, { kind: 'take' }, CARLOS, NOW)).toEqual({ kind: 'over' });
    const { state: over } = play(aRule({ forMs: 0, keepFiringForMs: 0 }), '12 4');
    expect(answered(over, firedAt, { kind: 'take' }, CARLOS, NOW)).toEqual({ kind: 'over' });
  });

  it('puts it off only into the future, and takes that back', () => {
    const until = NOW + 30 * MINUTE;
    expect(answered(state, firedAt, { kind: 'snooze', until: NOW }, CARLOS, NOW).kind).toBe('same');
    const later = answered(state, firedAt, { kind: 'snooze', until }, CARLOS, NOW);
    if (later.kind !== 'done') throw new Error(later.kind);
    expect(later.episode).toMatchObject({ snooze: { ...CARLOS, until }, snoozes: 1 });
    expect(answered(later.state, firedAt, { kind: 'snooze', until }, LAURA, NOW).kind).toBe('same');
    expect(answered(later.state, firedAt, { kind: 'unsnooze' }, LAURA, NOW)).toMatchObject({
      episode: { snooze: null },
    });
    expect(answered(state, firedAt, { kind: 'unsnooze' }, LAURA, NOW).kind).toBe('same');
  });

  it('gives it to somebody, and says who did', () => {
    expect(answered(state, firedAt, { kind: 'assign', to: 'U03' }, CARLOS, NOW)).toMatchObject({
      episode: { assigned: { ...CARLOS, to: 'U03', at: NOW } },
    });
  });
});
