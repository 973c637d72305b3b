import type { SlackOptions } from '../simulators/slack/index.ts';

/** What the page offers to type; the first three are also on an empty channel. */
export const demoExamples: NonNullable<SlackOptions['examples']> = {
  es: [
    { text: 'agentes ayer', says: 'llamadas y costo por agente' },
    { text: 'aux hoy', says: 'tiempo auxiliar, y quién sale de lo habitual' },
    { text: 'espera hoy', says: 'devoluciones prometidas y cumplidas' },
    { text: 'campaña todas hoy', says: 'contacto y tipificación de las campañas preview' },
    { text: 'ahora', says: 'los últimos diez minutos' },
    { text: 'resúmenes', says: 'lo que llega solo, cuándo y a dónde' },
    { text: 'alertas', says: 'lo que se vigila, y cómo está' },
    { text: 'ayuda', says: 'todo lo que se puede preguntar' },
  ],
  en: [
    { text: 'agents yesterday', says: 'calls and cost per agent' },
    { text: 'aux today', says: 'auxiliary time, and who is out of the usual' },
    { text: 'hold today', says: 'call-backs promised and kept' },
    { text: 'preview all today', says: 'contact and dispositions of the preview campaigns' },
    { text: 'live', says: 'the last ten minutes' },
    { text: 'digests', says: 'what comes by itself, when and where' },
    { text: 'alerts', says: 'what is watched, and how it stands' },
    { text: 'help', says: 'all that can be asked' },
  ],
  pt: [
    { text: 'agentes ontem', says: 'chamadas e custo por agente' },
    { text: 'pausas hoje', says: 'tempo auxiliar, e quem sai do habitual' },
    { text: 'espera hoje', says: 'retornos prometidos e cumpridos' },
    { text: 'campanha todas hoje', says: 'contato e tabulação das campanhas preview' },
    { text: 'agora', says: 'os últimos dez minutos' },
    { text: 'resumos', says: 'o que chega sozinho, quando e onde' },
    { text: 'alertas', says: 'o que se vigia, e como está' },
    { text: 'ajuda', says: 'tudo o que se pode perguntar' },
  ],
};
