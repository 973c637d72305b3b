export type ButtonWords = Readonly<
  Record<
    | 'share'
    | 'compare'
    | 'stopComparing'
    | 'compareUsual'
    | 'comparePrevious'
    | 'download'
    | 'csv'
    | 'xlsx'
    | 'refresh'
    | 'retry'
    | 'previous'
    | 'next'
    | 'previousSpoken'
    | 'nextSpoken'
    | 'show'
    | 'open'
    | 'see',
    string
  >
>;
