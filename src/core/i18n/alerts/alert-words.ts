import type { Oddity } from '../../alerts/hygiene.ts';
import type { Step } from '../../alerts/evaluate.ts';
import type { Locale } from '../locale.ts';

type Held = { readonly found: string; readonly limit: string; readonly back: string };

/** Why a check left a rule as it is: a step and what it rests on. Figures come written. */
export type AlertWords = {
  readonly steps: Readonly<Record<Step, string>>;
  readonly bad: (args: Held) => string;
  readonly between: (args: Held) => string;
  readonly good: (args: Held) => string;
  /** All of a rate's 95 % interval is beyond the limit, or not. */
  readonly sure: string;
  readonly unsure: string;
  readonly gone: string;
  readonly justified: string;
  readonly tooFew: (args: { readonly have: string; readonly floor: string }) => string;
  readonly unjudged: string;
  readonly noUsual: (args: { readonly have: string; readonly need: string }) => string;
  readonly noData: string;
  readonly error: string;
  readonly ofMany: (count: string, of: string) => string;
  readonly oddities: Readonly<Record<Oddity, (args: { readonly times: number; readonly most: number }) => string>>;
};

const es: AlertWords = {
  steps: {
    old: 'Esta revisión ya estaba hecha',
    'outside-hours': 'Fuera del horario de la regla',
    calm: 'Sin novedad',
    pends: 'Empieza a contar el tiempo',
    waits: 'Sigue contando el tiempo',
    calms: 'No duró lo suficiente para avisar',
    fires: 'Se avisa',
    'goes-on': 'Sigue',
    recovers: 'Mejora; se espera a que siga así',
    relapses: 'Vuelve a pasar el límite',
    resolves: 'Resuelto',
    kept: 'Queda como estaba',
    'given-up': 'Sin dato nuevo en un día: se deja de seguir',
  },
  bad: ({ found, limit }) => `${found}; el límite es ${limit}`,
  between: ({ found, limit, back }) => `${found}, entre ${back}, que se da por bueno, y el límite, ${limit}`,
  good: ({ found, back }) => `${found}; se da por bueno desde ${back}`,
  sure: 'y todo el margen está más allá',
  unsure: 'que cae dentro del margen',
  gone: 'ya no está entre los casos',
  justified: 'un supervisor lo justificó',
  tooFew: ({ have, floor }) => `${have}: muy pocas para juzgar; con ${floor} o más se compara`,
  unjudged: 'aún no alcanza el dato para juzgar',
  noUsual: ({ have, need }) => `aún no hay con qué comparar: van ${have} de ${need} días`,
  noData: 'wolkvox no tiene datos',
  error: 'no se pudo leer wolkvox',
  ofMany: (count, of) => `${count} de ${of}`,
  oddities: {
    'never-answered': ({ times }) => `Avisó ${times} veces en la semana y nadie la respondió.`,
    flapping: ({ most }) => `Fue y vino: ${most} veces en un mismo día.`,
    'always-snoozed': ({ times }) => `Sus ${times} avisos se pospusieron siempre y nadie los tomó.`,
    'always-left': ({ times }) => `Sus ${times} avisos llegaron al fin del horario sin resolverse.`,
  },
};

const en: AlertWords = {
  steps: {
    old: 'This check was made before',
    'outside-hours': "Outside the rule's hours",
    calm: 'Nothing new',
    pends: 'The time begins to count',
    waits: 'The time still counts',
    calms: 'It did not last long enough to tell',
    fires: 'It is told',
    'goes-on': 'It goes on',
    recovers: 'Better; waiting for it to stay so',
    relapses: 'Beyond the limit again',
    resolves: 'Resolved',
    kept: 'It stays as it was',
    'given-up': 'No new data for a day: no longer followed',
  },
  bad: ({ found, limit }) => `${found}; the limit is ${limit}`,
  between: ({ found, limit, back }) => `${found}, between ${back}, which counts as good, and the limit, ${limit}`,
  good: ({ found, back }) => `${found}; it counts as good from ${back} on`,
  sure: 'and all of the margin is beyond it',
  unsure: 'which lies within the margin',
  gone: 'no longer among the cases',
  justified: 'a supervisor justified it',
  tooFew: ({ have, floor }) => `${have}: too few to judge; from ${floor} on it is compared`,
  unjudged: 'not enough data yet to judge',
  noUsual: ({ have, need }) => `nothing to compare with yet: so far ${have} of ${need} days`,
  noData: 'wolkvox has no data',
  error: 'wolkvox could not be read',
  ofMany: (count, of) => `${count} of ${of}`,
  oddities: {
    'never-answered': ({ times }) => `It told ${times} times this week and nobody answered.`,
    flapping: ({ most }) => `It came and went: ${most} times on one day.`,
    'always-snoozed': ({ times }) => `All of its ${times} alerts were put off and nobody took them.`,
    'always-left': ({ times }) => `All of its ${times} alerts reached the end of its hours unresolved.`,
  },
};

const pt: AlertWords = {
  steps: {
    old: 'Esta verificação já tinha sido feita',
    'outside-hours': 'Fora do horário da regra',
    calm: 'Sem novidade',
    pends: 'O tempo começa a contar',
    waits: 'O tempo continua contando',
    calms: 'Não durou o suficiente para avisar',
    fires: 'Avisa-se',
    'goes-on': 'Continua',
    recovers: 'Melhora; espera-se que continue assim',
    relapses: 'Passa do limite de novo',
    resolves: 'Resolvido',
    kept: 'Fica como estava',
    'given-up': 'Sem dado novo em um dia: deixa de ser acompanhado',
  },
  bad: ({ found, limit }) => `${found}; o limite é ${limit}`,
  between: ({ found, limit, back }) => `${found}, entre ${back}, que conta como bom, e o limite, ${limit}`,
  good: ({ found, back }) => `${found}; conta como bom a partir de ${back}`,
  sure: 'e toda a margem está além dele',
  unsure: 'que fica dentro da margem',
  gone: 'já não está entre os casos',
  justified: 'um supervisor justificou',
  tooFew: ({ have, floor }) => `${have}: muito poucas para julgar; com ${floor} ou mais se compara`,
  unjudged: 'ainda não há dado suficiente para julgar',
  noUsual: ({ have, need }) => `ainda não há com o que comparar: até agora ${have} de ${need} dias`,
  noData: 'o wolkvox não tem dados',
  error: 'não foi possível ler o wolkvox',
  ofMany: (count, of) => `${count} de ${of}`,
  oddities: {
    'never-answered': ({ times }) => `Avisou ${times} vezes na semana e ninguém respondeu.`,
    flapping: ({ most }) => `Foi e voltou: ${most} vezes no mesmo dia.`,
    'always-snoozed': ({ times }) => `Seus ${times} avisos foram sempre adiados e ninguém os assumiu.`,
    'always-left': ({ times }) => `Seus ${times} avisos chegaram ao fim do horário sem resolução.`,
  },
};

const WORDS = { es, en, pt } satisfies Record<Locale, AlertWords>;

/** `AlertWords` in a language. */
export function alertWords(locale: Locale): AlertWords {
  return WORDS[locale];
}
