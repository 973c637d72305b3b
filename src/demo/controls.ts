import type { Control } from '../simulators/slack/index.ts';
import type { WolkvoxSimulator } from '../simulators/wolkvox/index.ts';

const SLOW_MS = 6_000;

/**
 * The bad days that the page offers: each puts wolkvox back to normal first, so that there is one at a time. `forget` makes the bot
 * forget that it lets wolkvox rest after the last one, which would hide the next for minutes.
 */
export function demoControls(
  wolkvox: WolkvoxSimulator,
  forget: () => Promise<void>,
  happen: { readonly digest: () => Promise<void>; readonly alerts: () => Promise<void> },
): readonly Control[] {
  const { scenario } = wolkvox;
  const normal = () => {
    wolkvox.heal();
    scenario.abandonSpike = null;
    scenario.lineTrouble = null;
  };
  const control = (id: string, labels: Control['labels'], change: () => void, then = async () => {}): Control => ({
    id,
    labels,
    run: async () => {
      normal();
      change();
      await forget();
      await then();
    },
  });
  const today = () => `${wolkvox.stamp().slice(0, 8)}000000`;
  return [
    control('normal', { es: 'todo normal', en: 'all normal', pt: 'tudo normal' }, () => undefined, happen.alerts),
    control('token', { es: 'el token ya no vale', en: 'the token is no longer valid', pt: 'o token já não vale' }, () =>
      wolkvox.fail('token wrong'),
    ),
    control('maintenance', { es: 'en mantenimiento', en: 'in maintenance', pt: 'em manutenção' }, () =>
      wolkvox.fail('maintenance'),
    ),
    control('quota', { es: 'cuota del día agotada', en: "day's quota used up", pt: 'cota do dia esgotada' }, () =>
      wolkvox.fail('quota'),
    ),
    control('slow', { es: 'responde despacio', en: 'answers slowly', pt: 'responde devagar' }, () =>
      wolkvox.fail({ kind: 'slow', milliseconds: SLOW_MS }),
    ),
    control(
      'firewall',
      { es: 'no deja entrar a este servidor', en: 'does not let this server in', pt: 'não deixa este servidor entrar' },
      () => {
        scenario.firewall = true;
      },
    ),
    control(
      'abandonment',
      { es: 'muchas llamadas abandonadas', en: 'many abandoned calls', pt: 'muitas chamadas abandonadas' },
      () => {
        scenario.abandonSpike = { share: 0.6, from: today() };
      },
      happen.alerts,
    ),
    control('lines', { es: 'fallan las líneas', en: 'the lines fail', pt: 'as linhas falham' }, () => {
      scenario.lineTrouble = { share: 0.6, from: today() };
    }),
    {
      id: 'digest',
      labels: {
        es: 'llega un resumen a #supervisores',
        en: 'a digest comes to #supervisores',
        pt: 'chega um resumo a #supervisores',
      },
      run: happen.digest,
      moment: true,
    },
  ];
}
