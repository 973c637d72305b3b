import { counted } from '../words/fact.ts';
import type { Locale } from '../locale.ts';

/** What is said of digests as things to manage: the list, one of them, and what came of a deed. Arguments are formatted already. */
export type DigestListWords = {
  readonly none: string;
  readonly noneHint: string;
  readonly some: (args: { readonly count: number; readonly next: string | null }) => string;
  readonly next: (time: string) => string;
  readonly following: (times: string) => string;
  readonly noNext: string;
  readonly last: (args: { readonly time: string; readonly how: string }) => string;
  readonly neverSent: string;
  readonly paused: string;
  readonly inFile: string;
  readonly inFileHint: string;
  readonly withoutDaysOff: string;
  readonly ownedBy: (name: string) => string;
  readonly today: (time: string) => string;
  readonly tomorrow: (time: string) => string;
  readonly unknown: (args: { readonly name: string }) => string;
  readonly several: (args: { readonly name: string }) => string;
  readonly didYouMean: string;
  readonly did: {
    readonly saved: (name: string) => string;
    readonly paused: (name: string) => string;
    readonly resumed: (name: string) => string;
    readonly removed: (name: string) => string;
    readonly sent: (name: string) => string;
    readonly sure: (name: string) => string;
    readonly readOnly: (name: string) => string;
    readonly notYours: (name: string) => string;
  };
  readonly history: { readonly title: (name: string) => string; readonly none: string };
  readonly buttons: Readonly<
    Record<
      | 'add'
      | 'edit'
      | 'pause'
      | 'resume'
      | 'remove'
      | 'test'
      | 'history'
      | 'yaml'
      | 'open'
      | 'all'
      | 'schedule'
      | 'keep',
      string
    >
  >;
  readonly sureTitle: string;
  readonly home: string;
  readonly homeNone: string;
  readonly yamlTitle: string;
  readonly yamlHint: string;
  readonly close: string;
};

const es: DigestListWords = {
  none: 'Todavía no hay ningún resumen.',
  noneHint: 'Un resumen llega solo, a la hora que digas, al canal o a las personas que elijas.',
  some: ({ count, next }) =>
    `${counted(count, 'resumen', 'resúmenes')}${next === null ? '.' : `; el próximo, ${next}.`}`,
  next: (time) => `Próximo: ${time}.`,
  following: (times) => `Los próximos: ${times}.`,
  noNext: 'No hay próximo envío.',
  last: ({ time, how }) => `Último: ${time}, ${how}.`,
  neverSent: 'Aún no se ha enviado.',
  paused: 'En pausa.',
  inFile: 'En vigia.yml.',
  inFileHint: 'Está escrito en vigia.yml: aquí se puede pausar, pero no cambiar.',
  withoutDaysOff: 'sin festivos',
  ownedBy: (name) => `Lo creó ${name}.`,
  today: (time) => `hoy ${time}`,
  tomorrow: (time) => `mañana ${time}`,
  unknown: ({ name }) => `No hay ningún resumen "${name}".`,
  several: ({ name }) => `Hay más de un resumen "${name}".`,
  didYouMean: '¿Quisiste decir uno de estos?',
  did: {
    saved: (name) => `Guardado: ${name}.`,
    paused: (name) => `En pausa: ${name}. No llegará hasta que lo reanudes.`,
    resumed: (name) => `Reanudado: ${name}.`,
    removed: (name) => `Quitado: ${name}. Ya no llegará.`,
    sent: (name) => `Te envié ${name} por mensaje directo, como saldría ahora.`,
    sure: (name) => `¿Quitar ${name}? Dejará de llegar y se pierde lo que dice.`,
    readOnly: (name) => `${name} está en vigia.yml, y desde aquí no se cambia ni se quita.`,
    notYours: (name) => `${name} es de otra persona: lo cambia quien lo creó o un administrador.`,
  },
  history: { title: (name) => `Envíos de ${name}`, none: 'Aún no se ha enviado ninguna vez.' },
  buttons: {
    add: 'Nuevo resumen',
    edit: 'Editar',
    pause: 'Pausar',
    resume: 'Reanudar',
    remove: 'Quitar',
    test: 'Enviármelo',
    history: 'Historial',
    yaml: 'Ver como YAML',
    open: 'Abrir',
    all: 'Ver todos',
    schedule: 'Programar',
    keep: 'No',
  },
  sureTitle: 'Quitar resumen',
  home: 'Mis resúmenes',
  homeNone: 'No tienes ningún resumen.',
  yamlTitle: 'Como YAML',
  yamlHint: 'Para vigia.yml, en digests:. Con el mismo id, el del archivo toma el lugar de este.',
  close: 'Cerrar',
};

const en: DigestListWords = {
  none: 'There are no digests yet.',
  noneHint: 'A digest comes by itself, at the time you say, to the channel or the people you choose.',
  some: ({ count, next }) => `${counted(count, 'digest', 'digests')}${next === null ? '.' : `; the next one ${next}.`}`,
  next: (time) => `Next: ${time}.`,
  following: (times) => `The next times: ${times}.`,
  noNext: 'There is no next time.',
  last: ({ time, how }) => `Last: ${time}, ${how}.`,
  neverSent: 'Not sent yet.',
  paused: 'Paused.',
  inFile: 'In vigia.yml.',
  inFileHint: 'It is written in vigia.yml: here it can be paused, but not changed.',
  withoutDaysOff: 'not on holidays',
  ownedBy: (name) => `Made by ${name}.`,
  today: (time) => `today ${time}`,
  tomorrow: (time) => `tomorrow ${time}`,
  unknown: ({ name }) => `There is no digest "${name}".`,
  several: ({ name }) => `There is more than one digest "${name}".`,
  didYouMean: 'Did you mean one of these?',
  did: {
    saved: (name) => `Saved: ${name}.`,
    paused: (name) => `Paused: ${name}. It will not come until you resume it.`,
    resumed: (name) => `Resumed: ${name}.`,
    removed: (name) => `Removed: ${name}. It will not come any more.`,
    sent: (name) => `${name} is in your direct messages, as it would be now.`,
    sure: (name) => `Remove ${name}? It will stop coming, and what it says is lost.`,
    readOnly: (name) => `${name} is in vigia.yml, and cannot be changed or removed from here.`,
    notYours: (name) => `${name} is somebody else's: whoever made it or an administrator can change it.`,
  },
  history: { title: (name) => `What was sent of ${name}`, none: 'It has not been sent yet.' },
  buttons: {
    add: 'New digest',
    edit: 'Edit',
    pause: 'Pause',
    resume: 'Resume',
    remove: 'Remove',
    test: 'Send to me',
    history: 'History',
    yaml: 'See as YAML',
    open: 'Open',
    all: 'See all',
    schedule: 'Schedule',
    keep: 'No',
  },
  sureTitle: 'Remove digest',
  home: 'My digests',
  homeNone: 'You have no digests.',
  yamlTitle: 'As YAML',
  yamlHint: "For vigia.yml, under digests:. With the same id, the file's takes the place of this one.",
  close: 'Close',
};

const pt: DigestListWords = {
  none: 'Ainda não há nenhum resumo.',
  noneHint: 'Um resumo chega sozinho, na hora que você disser, ao canal ou às pessoas que escolher.',
  some: ({ count, next }) => `${counted(count, 'resumo', 'resumos')}${next === null ? '.' : `; o próximo, ${next}.`}`,
  next: (time) => `Próximo: ${time}.`,
  following: (times) => `Os próximos: ${times}.`,
  noNext: 'Não há próximo envio.',
  last: ({ time, how }) => `Último: ${time}, ${how}.`,
  neverSent: 'Ainda não foi enviado.',
  paused: 'Em pausa.',
  inFile: 'Em vigia.yml.',
  inFileHint: 'Está escrito em vigia.yml: aqui pode ser pausado, mas não alterado.',
  withoutDaysOff: 'sem feriados',
  ownedBy: (name) => `Criado por ${name}.`,
  today: (time) => `hoje ${time}`,
  tomorrow: (time) => `amanhã ${time}`,
  unknown: ({ name }) => `Não há nenhum resumo "${name}".`,
  several: ({ name }) => `Há mais de um resumo "${name}".`,
  didYouMean: 'Você quis dizer um destes?',
  did: {
    saved: (name) => `Salvo: ${name}.`,
    paused: (name) => `Em pausa: ${name}. Não chegará até você retomar.`,
    resumed: (name) => `Retomado: ${name}.`,
    removed: (name) => `Removido: ${name}. Não chegará mais.`,
    sent: (name) => `${name} está nas suas mensagens diretas, como sairia agora.`,
    sure: (name) => `Remover ${name}? Deixará de chegar, e o que ele diz se perde.`,
    readOnly: (name) => `${name} está em vigia.yml, e daqui não se altera nem se remove.`,
    notYours: (name) => `${name} é de outra pessoa: quem criou ou um administrador pode alterar.`,
  },
  history: { title: (name) => `Envios de ${name}`, none: 'Ainda não foi enviado nenhuma vez.' },
  buttons: {
    add: 'Novo resumo',
    edit: 'Editar',
    pause: 'Pausar',
    resume: 'Retomar',
    remove: 'Remover',
    test: 'Enviar para mim',
    history: 'Histórico',
    yaml: 'Ver como YAML',
    open: 'Abrir',
    all: 'Ver todos',
    schedule: 'Agendar',
    keep: 'Não',
  },
  sureTitle: 'Remover resumo',
  home: 'Meus resumos',
  homeNone: 'Você não tem nenhum resumo.',
  yamlTitle: 'Como YAML',
  yamlHint: 'Para vigia.yml, em digests:. Com o mesmo id, o do arquivo toma o lugar deste.',
  close: 'Fechar',
};

const WORDS = { es, en, pt } satisfies Record<Locale, DigestListWords>;

/** `DigestListWords` in a language. */
export function digestListWords(locale: Locale): DigestListWords {
  return WORDS[locale];
}
