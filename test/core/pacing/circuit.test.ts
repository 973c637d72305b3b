import { describe, expect, it } from 'vitest';
import { afterAnswer, CLOSED, type Circuit, passCircuit } from '../../../src/core/pacing/circuit.ts';

const MINUTE = 60_000;

function after(failures: readonly Parameters<typeof afterAnswer>[1][], now = 0): Circuit {
  return failures.reduce((circuit: Circuit, failure) => afterAnswer(circuit, failure, now), CLOSED);
}

describe('the circuit of an operation', () => {
  it('opens after three failures in a row that say the service is ill', () => {
    expect(passCircuit(after(['wolkvox.timeout', 'wolkvox.failing']), 0)).toMatchObject({ go: true });
    expect(passCircuit(after(['wolkvox.timeout', 'wolkvox.failing', 'wolkvox.unreachable']), 0)).toEqual({
      go: false,
      because: 'resting',
      until: MINUTE,
      cause: 'wolkvox.unreachable',
    });
  });

  it('forgets failures with the first answer, even one that refuses the question', () => {
    expect(after(['wolkvox.timeout', 'wolkvox.timeout', null])).toEqual(CLOSED);
    expect(after(['wolkvox.timeout', 'wolkvox.timeout', 'wolkvox.refused'])).toEqual(CLOSED);
  });

  it('takes a request that the bot itself cut short for no sign of either', () => {
    const failing = after(['wolkvox.timeout', 'wolkvox.timeout']);
    expect(afterAnswer(failing, 'bot.stopping', 0)).toEqual(failing);
    const open = after(['wolkvox.failing', 'wolkvox.failing', 'wolkvox.failing']);
    const probe = passCircuit(open, MINUTE);
    if (!probe.go) throw new Error('no probe');
    const cut = afterAnswer(probe.next, 'bot.stopping', MINUTE + 1);
    expect(passCircuit(cut, MINUTE + 1)).toMatchObject({ go: true, because: 'probe' });
    expect(afterAnswer(cut, 'wolkvox.failing', MINUTE + 2).openUntil).toBe(MINUTE + 2 + 2 * MINUTE);
  });

  it('lets one probe through after its rest, and holds the others back until its answer', () => {
    const open = after(['wolkvox.failing', 'wolkvox.failing', 'wolkvox.failing']);
    const probe = passCircuit(open, MINUTE);
    expect(probe).toMatchObject({ go: true, because: 'probe' });
    if (!probe.go) return;
    expect(passCircuit(probe.next, MINUTE)).toMatchObject({ go: false });
    expect(afterAnswer(probe.next, null, MINUTE)).toEqual(CLOSED);
  });

  it('rests twice as long after each failed probe, ten minutes at most', () => {
    let circuit = after(['wolkvox.failing', 'wolkvox.failing', 'wolkvox.failing']);
    const rests: number[] = [];
    for (let probe = 0; probe < 5; probe += 1) {
      const from = circuit.openUntil ?? 0;
      circuit = afterAnswer(circuit, 'wolkvox.failing', from);
      rests.push(((circuit.openUntil ?? 0) - from) / MINUTE);
    }
    expect(rests).toEqual([2, 4, 8, 10, 10]);
  });

  it('does not rest for hours when the clock was set back', () => {
    expect(passCircuit(after(['wolkvox.maintenance'], 60 * MINUTE), 0)).toMatchObject({ go: true, because: 'probe' });
  });

  it('opens at once for maintenance and for a token that is not taken, and says which it was', () => {
    expect(passCircuit(after(['wolkvox.maintenance']), 0)).toMatchObject({
      until: 5 * MINUTE,
      cause: 'wolkvox.maintenance',
    });
    expect(passCircuit(after(['wolkvox.token']), 0)).toMatchObject({ until: MINUTE, cause: 'wolkvox.token' });
  });
});
