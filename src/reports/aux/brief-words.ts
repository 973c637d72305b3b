import type { Locale } from '../../core/i18n/locale.ts';
import type { FigureSaid } from '../../core/phrases/brief.ts';

type AuxBriefWords = {
  readonly total: FigureSaid;
  readonly among: (total: string, agents: string) => string;
  readonly nobody: string;
  readonly tooSmall: FigureSaid;
  readonly next: Readonly<Record<'people' | 'group' | 'total', string>>;
};

export const briefWords: Readonly<Record<Locale, AuxBriefWords>> = {
  es: {
    total: (text) => `${text} de tiempo auxiliar`,
    among: (total, agents) => `${total} entre ${agents} agentes`,
    nobody: 'nadie fuera de lo habitual en auxiliares',
    tooSmall: (text, many) => `grupo muy pequeño para juzgar auxiliares (${text} ${many === 1 ? 'agente' : 'agentes'})`,
    next: {
      people: 'pregunta primero qué pasó; si hay un motivo, márcalo como justificado en el detalle.',
      group: 'mira qué pasó en la operación a esas horas: no es cosa de una persona.',
      total: 'mira en el detalle qué estado creció.',
    },
  },
  en: {
    total: (text) => `${text} of auxiliary time`,
    among: (total, agents) => `${total} among ${agents} agents`,
    nobody: 'nobody out of the usual in aux',
    tooSmall: (text, many) => `group too small to judge aux (${text} ${many === 1 ? 'agent' : 'agents'})`,
    next: {
      people: 'ask first what happened; if there is a reason, mark it as justified in the details.',
      group: 'see what happened in the operation at that time: it is not about one person.',
      total: 'see in the details which state grew.',
    },
  },
  pt: {
    total: (text) => `${text} de tempo em pausa`,
    among: (total, agents) => `${total} entre ${agents} agentes`,
    nobody: 'ninguém fora do habitual nas pausas',
    tooSmall: (text, many) => `grupo muito pequeno para julgar pausas (${text} ${many === 1 ? 'agente' : 'agentes'})`,
    next: {
      people: 'pergunte primeiro o que aconteceu; se houver motivo, marque como justificado no detalhe.',
      group: 'veja o que aconteceu na operação nesse horário: não é coisa de uma pessoa.',
      total: 'veja no detalhe qual estado cresceu.',
    },
  },
};
