import type { Text } from '../card/card.ts';
import type { Locale } from './locale.ts';

/** What an owner is told about a digest that did not arrive. `where`: the place, as the reader knows it. */
export type SendWords = {
  readonly notPosted: (args: { readonly digest: string; readonly slot: string }) => string;
  readonly notKnown: (args: { readonly digest: string; readonly slot: string }) => string;
  readonly partMissing: (args: { readonly digest: string; readonly slot: string }) => string;
  readonly inChannel: (channel: string) => Text;
  readonly toPerson: (name: string) => Text;
  readonly paused: string;
  /** `day`: null where it was today. */
  readonly tooLate: (time: string, day: string | null) => string;
  readonly look: string;
  readonly mayRead: string;
  readonly blind: string;
  readonly noRole: string;
  readonly left: string;
  readonly noOperation: (id: string) => string;
  /** To an administrator, since whoever made it cannot be written to. */
  readonly instead: string;
  readonly goesOn: string;
  readonly all: string;
  readonly partSince: string;
  readonly retry: string;
  readonly postAnyway: string;
  readonly retried: {
    readonly sent: string;
    readonly waits: string;
    readonly gone: string;
    readonly paused: string;
    readonly elsewhere: string;
    readonly failed: string;
  };
};

const WORDS = {
  es: {
    notPosted: ({ digest, slot }) => `No pude publicar «${digest}» (${slot}).`,
    notKnown: ({ digest, slot }) => `No sé si «${digest}» (${slot}) llegó: Slack no lo confirmó.`,
    partMissing: ({ digest, slot }) => `A «${digest}» (${slot}) le falta una parte.`,
    inChannel: (channel) => ['Canal: ', { channel }, '.'],
    toPerson: (user) => `Mensaje directo a ${user}.`,
    paused: 'Ese destino queda en pausa hasta que pulses Reintentar; los demás siguen.',
    tooLate: (time, day) =>
      `Lo intenté hasta ${day === null ? `las ${time}` : `el ${day} a las ${time}`}; después ya no se publica solo.`,
    look: 'No lo publico otra vez para que no salga dos veces. Mira si está; si no, pulsa Publicar otra vez.',
    mayRead:
      'Para que pueda comprobarlo la próxima vez, a la aplicación le faltan los permisos channels:history, groups:history e im:history: quien administra el bot los agrega con manifest.yml y la reinstala.',
    blind: 'Para que pueda comprobarlo la próxima vez, invítame al canal con /invite @Vigía.',
    noRole: 'Esa persona no tiene permiso para ver estas cifras: dale un rol o quítala del resumen.',
    left: 'Esa persona ya no está en este Slack: quítala del resumen o elige a otra.',
    noOperation: (id) =>
      `La operación «${id}» ya no está en la configuración: vuelve a ponerla con ese id, o quita este resumen y haz otro.`,
    instead: 'Te lo cuento a ti porque administras el bot: a quien creó el resumen ya no le puedo escribir.',
    goesOn:
      'En cuanto Slack vuelve a aceptar, los resúmenes siguen solos. Este ya no se publica: pulsa Reintentar si aún hace falta.',
    all: 'Afecta a todos los destinos.',
    partSince: 'El resumen salió sin esa parte y lo dice. Te aviso una sola vez, hasta que se arregle.',
    retry: 'Reintentar',
    postAnyway: 'Publicar otra vez',
    retried: {
      sent: 'Publicado; el destino ya no está en pausa.',
      waits: 'Aún no se pudo; se sigue intentando solo.',
      gone: 'Ese resumen ya no está o ya se publicó.',
      paused: 'Ese resumen está en pausa: reanúdalo primero.',
      elsewhere: 'Ese resumen ya no va a ese destino.',
      failed: 'Sigue sin poderse publicar.',
    },
  },
  en: {
    notPosted: ({ digest, slot }) => `I could not post “${digest}” (${slot}).`,
    notKnown: ({ digest, slot }) => `I do not know whether “${digest}” (${slot}) arrived: Slack did not confirm it.`,
    partMissing: ({ digest, slot }) => `A part of “${digest}” (${slot}) is missing.`,
    inChannel: (channel) => ['Channel: ', { channel }, '.'],
    toPerson: (user) => `Direct message to ${user}.`,
    paused: 'That target is paused until you press Retry; the others go on.',
    tooLate: (time, day) =>
      `I tried until ${day === null ? time : `${day}, ${time}`}; after that it is not posted by itself.`,
    look: 'I do not post it again, so that it does not come twice. Look whether it is there; if not, press Post again.',
    mayRead:
      'For me to be able to check next time, the app lacks the scopes channels:history, groups:history and im:history: whoever runs the bot adds them with manifest.yml and reinstalls it.',
    blind: 'For me to be able to check next time, invite me to the channel with /invite @Vigía.',
    noRole: 'That person may not see these figures: give them a role, or take them out of the digest.',
    left: 'That person is no longer in this Slack: take them out of the digest, or choose somebody else.',
    noOperation: (id) =>
      `The operation “${id}” is no longer in the configuration: put it back with that id, or remove this digest and make another.`,
    instead: 'I tell you because you administer the bot: whoever made the digest cannot be written to any more.',
    goesOn:
      'As soon as Slack accepts again, digests go on by themselves. This one is not posted any more: press Retry if it is still needed.',
    all: 'It concerns all targets.',
    partSince: 'The digest went out without that part and says so. I tell you once, until it is mended.',
    retry: 'Retry',
    postAnyway: 'Post again',
    retried: {
      sent: 'Posted; the target is no longer paused.',
      waits: 'It did not work yet; it is tried again by itself.',
      gone: 'That digest is gone, or was posted already.',
      paused: 'That digest is paused: resume it first.',
      elsewhere: 'That digest goes to that target no more.',
      failed: 'It still cannot be posted.',
    },
  },
  pt: {
    notPosted: ({ digest, slot }) => `Não consegui publicar “${digest}” (${slot}).`,
    notKnown: ({ digest, slot }) => `Não sei se “${digest}” (${slot}) chegou: o Slack não confirmou.`,
    partMissing: ({ digest, slot }) => `Falta uma parte em “${digest}” (${slot}).`,
    inChannel: (channel) => ['Canal: ', { channel }, '.'],
    toPerson: (user) => `Mensagem direta para ${user}.`,
    paused: 'Esse destino fica em pausa até você tocar em Tentar de novo; os outros seguem.',
    tooLate: (time, day) =>
      `Tentei até ${day === null ? `as ${time}` : `${day}, às ${time}`}; depois disso não é publicado sozinho.`,
    look: 'Não publico outra vez para não sair duas vezes. Veja se está lá; se não, toque em Publicar de novo.',
    mayRead:
      'Para eu poder conferir na próxima vez, faltam ao aplicativo as permissões channels:history, groups:history e im:history: quem administra o bot as adiciona com manifest.yml e o reinstala.',
    blind: 'Para eu poder conferir na próxima vez, me convide para o canal com /invite @Vigía.',
    noRole: 'Essa pessoa não pode ver estes números: dê um perfil a ela ou tire-a do resumo.',
    left: 'Essa pessoa não está mais neste Slack: tire-a do resumo ou escolha outra.',
    noOperation: (id) =>
      `A operação “${id}” não está mais na configuração: coloque-a de volta com esse id, ou remova este resumo e faça outro.`,
    instead: 'Conto a você porque administra o bot: já não consigo escrever a quem criou o resumo.',
    goesOn:
      'Assim que o Slack voltar a aceitar, os resumos seguem sozinhos. Este não é mais publicado: toque em Tentar de novo se ainda fizer falta.',
    all: 'Afeta todos os destinos.',
    partSince: 'O resumo saiu sem essa parte e diz isso. Aviso uma só vez, até que se resolva.',
    retry: 'Tentar de novo',
    postAnyway: 'Publicar de novo',
    retried: {
      sent: 'Publicado; o destino não está mais em pausa.',
      waits: 'Ainda não deu; a tentativa segue sozinha.',
      gone: 'Esse resumo não existe mais ou já foi publicado.',
      paused: 'Esse resumo está em pausa: retome-o primeiro.',
      elsewhere: 'Esse resumo já não vai para esse destino.',
      failed: 'Ainda não pode ser publicado.',
    },
  },
} satisfies Record<Locale, SendWords>;

/** `SendWords` in a language. */
export function sendWords(locale: Locale): SendWords {
  return WORDS[locale];
}
