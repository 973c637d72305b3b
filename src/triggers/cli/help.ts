/** What `vigia help` prints. */
export const HELP = `vigia: ask wolkvox from the terminal, and look after the bot

  vigia report <what> [operation] [period] [options] [--json | --csv | --text]
                             the words of the slash command: vigia report agents yesterday top 5
  vigia reports              the reports and their metrics
  vigia init                 a few questions, tried on wolkvox, make vigia.yml
  vigia digests [list | pause | resume | remove | test | history ID] [--json]
                             what comes by itself, when it comes next and how the last time went
  vigia alerts [list | pause | resume | remove | test | history ID] [--json]
                             what is watched, how it stands and what it told lately
  vigia doctor               what works, what does not, and the very next step
  vigia config check FILE    every mistake of a configuration file
  vigia config export        the running configuration as YAML, without secrets
  vigia replay FILE [report] a saved wolkvox answer through the pure half
  vigia backup FILE          everything that is stored, into one file
  vigia restore FILE         the same, back into a store
  vigia history [operation]  how far the history is, what could not be read, and what it takes
  vigia justified [operation]  aux cases of the last 30 days that supervisors accepted: who, when, why
  vigia audit [count]        who did what, newest first

Exit codes: 0 done, 1 unexpected, 64 wrong use, 65 bad data, 69 unavailable, 75 try later, 77 not allowed, 78 configuration.`;
