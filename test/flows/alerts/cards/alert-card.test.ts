import { describe, expect, it } from 'vitest';
import { audienceFor } from '../../../../src/core/access.ts';
import { endBy, evaluate } from '../../../../src/core/alerts/evaluate.ts';
import type { Rule } from '../../../../src/core/alerts/rule.ts';
import { type AlertState, NEW_STATE } from '../../../../src/core/alerts/state.ts';
import { toMessage } from '../../../../src/core/card/to-blocks.ts';
import { makeFormat } from '../../../../src/core/i18n/make-format.ts';
import type { ChannelPolicy } from '../../../../src/core/settings.ts';
import { alertCard } from '../../../../src/flows/alerts/cards/alert-card.ts';
import { planCards } from '../../../../src/flows/alerts/cards/plan-cards.ts';
import { type Case, EMPTY_SHEET } from '../../../../src/flows/alerts/cards/sheet.ts';
import { aRule } from '../../../core/alerts/any-rule.ts';
import { laneOperation } from '../../../fixtures/lane-operation.ts';

const MINUTE = 60_000;
const NOON = Date.parse('2026-11-19T12:00:00-05:00');
const operation = { ...laneOperation('bogota'), zone: 'America/Bogota' };
const format = makeFormat({ locale: 'es', zone: 'America/Bogota', currency: null, country: 'CO' });
const SUPERVISORS = { names: 'full', audience: 'supervisors' } as const;

function stepped(rule: Rule, was: AlertState, at: number, count: number, of = 100): AlertState {
  const figure = { value: of === 0 ? null : count / of, count, of };
  const seen = { kind: 'figure', unit: 'rate', figure, usual: null } as const;
  return evaluate(rule, was, { at, seen, active: { from: 0, to: NOON * 2 }, expectsData: true }).state;
}
function shown(
  rule: Rule,
  state: AlertState,
  {
    name = null,
    policy = null,
    now = NOON,
  }: { name?: string | null; policy?: Partial<ChannelPolicy> | null; now?: number } = {},
) {
  const basis = {
    from: NOON - 30 * MINUTE,
    to: NOON,
    fetchedAt: NOON,
    figure: null,
    usual: null,
    name,
    aux: null,
    state: null,
  };
  const one: Case = { subject: { kind: 'rule' }, state, basis };
  const sheet = planCards({ ...EMPTY_SHEET, cases: { rule: one } }, NOON);
  const [[id, card] = []] = Object.entries(sheet.cards);
  if (id === undefined || card === undefined) throw new Error('no card');
  const channelPolicy = policy === null ? null : { ...SUPERVISORS, ...policy };
  const audience = audienceFor({ role: 'supervisor', place: 'channel', channelPolicy });
  const ref = { operation: 'bogota', rule: rule.id, card: id };
  const drawn = alertCard(sheet, card, ref, { rule, operation, locale: 'es', audience, format, owner: null, now });
  return toMessage(drawn, { rung: 'text' });
}
const fired = (rule: Rule, at = NOON) => stepped(rule, NEW_STATE, at, 18);

describe('the card of an alert', () => {
  const ofOne = aRule({ name: 'Abandono: Ana Restrepo', scope: { kind: 'agent', id: '17' }, forMs: 0 });

  it('names an agent where supervisors read, and nowhere else: neither in its words nor by the name of its rule', () => {
    const name = 'ANA RESTREPO';
    const open = shown(ofOne, fired(ofOne), { name, policy: {} }).text;
    expect(open).toContain('Abandono de Ana Restrepo 18');
    expect(open).toContain('regla «Abandono: Ana Restrepo»');
    for (const policy of [null, { audience: 'everyone' } as const, { names: 'hidden' } as const]) {
      const states = [fired(ofOne), endBy(fired(ofOne), 'rule', NOON + MINUTE)];
      const said = JSON.stringify(states.map((state) => shown(ofOne, state, { name, policy })));
      expect(said).not.toMatch(/restrepo/i);
      expect(said).toContain('bandono de un agente 18');
      expect(said).toContain('regla «Abandono de un agente»');
    }
  });

  it('says how grave it is where that is not the ordinary', () => {
    const of = (severity: Rule['severity']) => aRule({ severity, forMs: 0 });
    const said = (severity: Rule['severity']) => shown(of(severity), fired(of(severity))).text;
    expect(said('critical')).toMatch(/^● Crítica: Abandono 18/);
    expect(said('warning')).toMatch(/^● Abandono 18/);
    expect(said('info')).toMatch(/^● Abandono 18/);
    expect(said('info')).toContain('regla «Abandono general» · informativa');
    expect(said('warning')).not.toContain('informativa');
    const over = endBy(fired(of('critical')), 'rule', NOON + MINUTE);
    expect(shown(of('critical'), over).text).toMatch(/^○ La regla/);
  });

  it('calls nobody and formats nothing by the names in it', () => {
    const rule = aRule({ name: '<!channel> *x* <@U1>', scope: { kind: 'skill', id: '1' }, forMs: 0 });
    const { blocks, text } = shown(rule, fired(rule), { name: '<!here> _y_ &' });
    const marked = JSON.stringify(blocks);
    for (const call of ['<!channel>', '<!here>', '<@U1>', ' *x* ', ' _y_ ']) {
      expect(marked).not.toContain(call);
      expect(text).not.toContain(call);
    }
  });

  it('says the day of what did not happen today', () => {
    const rule = aRule({ forMs: 0 });
    const later = NOON + 20 * 60 * MINUTE;
    const state = stepped(rule, fired(rule), later, 15);
    expect(shown(rule, state, { now: later }).text).toContain(
      'Desde el jue 19 nov, 12:00, máximo 18 % el jue 19 nov, 12:00.',
    );
    expect(shown(rule, endBy(state, 'rule', later), { now: later + 24 * 60 * MINUTE }).text).toMatch(
      /^○ La regla se pausó, se quitó o cambió el vie 20 nov, 08:00: abandono 15 %/,
    );
  });

  it('says that too little came in to judge, where the figure on it is an older one', () => {
    const rule = aRule({ forMs: 0 });
    const state = stepped(rule, fired(rule), NOON + 10 * MINUTE, 1, 3);
    expect(shown(rule, state, { now: NOON + 10 * MINUTE }).text).toContain(
      'Desde las 12:00 hay muy poco para juzgar: no se sabe si sigue.',
    );
  });

  it('does not speak of a limit where there should be none at all', () => {
    const rule = aRule({ forMs: 0, condition: { kind: 'above', threshold: 0, recover: 0 } });
    expect(shown(rule, fired(rule)).text).toMatch(/: lo esperado es 0\.\n/);
  });

  it('says whom it was given to, where nobody pressed that they have it', () => {
    const rule = aRule({ forMs: 0 });
    const state = fired(rule);
    if (state.phase.kind !== 'firing') throw new Error(state.phase.kind);
    const assigned = { by: 'U1', name: 'Laura', at: NOON, to: 'U02CARLOS' };
    const given: AlertState = { ...state, phase: { kind: 'firing', episode: { ...state.phase.episode, assigned } } };
    const { blocks } = shown(rule, endBy(given, 'rule', NOON + MINUTE));
    expect(JSON.stringify(blocks)).toContain('Asignado a <@U02CARLOS> por Laura a las 12:00.');
    expect(JSON.stringify(blocks)).not.toContain('Nadie');
  });
});

describe('many alerts of one rule on one card', () => {
  it('are not called resolved where their rule was paused', () => {
    const rule = aRule({ forMs: 0 });
    const cases = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((id): [string, Case] => [
        id,
        { subject: { kind: 'scope', id }, state: fired(rule), basis: null },
      ]),
    );
    const open = planCards({ ...EMPTY_SHEET, cases }, NOON);
    const ended = Object.entries(open.cases).map(([id, one]) => [
      id,
      { ...one, state: endBy(one.state, 'rule', NOON) },
    ]);
    const sheet = planCards({ ...open, cases: Object.fromEntries(ended) }, NOON);
    const [[id, card] = []] = Object.entries(sheet.cards);
    if (id === undefined || card === undefined) throw new Error('no card');
    const audience = audienceFor({ role: 'supervisor', place: 'channel', channelPolicy: null });
    const ref = { operation: 'bogota', rule: rule.id, card: id };
    const drawn = alertCard(sheet, card, ref, {
      rule,
      operation,
      locale: 'es',
      audience,
      format,
      owner: null,
      now: NOON,
    });
    expect(drawn.headline).toBe('○ 4 casos de la misma regla: Abandono general. Ninguno sigue abierto.');
  });
});
