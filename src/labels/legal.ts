import { PETITION_TERMS, type LegalChannel, type PetitionTerm } from '~/types/legal'

export const CHANNEL_LABELS: Record<LegalChannel, string> = {
  petition: '信访',
  court: '法院',
  arbitration: '仲裁',
  review: '行政复议',
}

/** What happens in each step, said to the person; the office's own five days to object are its own affair. */
const STEP_WORDS: Record<Exclude<PetitionTerm['step'], 'object'>, (days: number) => string> = {
  route: (days) => `登记后${days}天内,转给该办的单位`,
  tell: (days) => `单位再用${days}天,告诉您受理不受理`,
  finish: (days) => `受理后${days}天内办完`,
  extend: (days) => `特别难办的,最多再延${days}天,会告诉您`,
  review: (days) => `对结果不服,${days}天内可以申请复查,${days}天内答复`,
  recheck: (days) => `还不服,${days}天内可以申请复核,${days}天内答复`,
}

/** The way of a petition in the person's words, in its order. */
export function petitionLines(): string[] {
  return PETITION_TERMS.flatMap(({ step, days }) => (step === 'object' ? [] : [STEP_WORDS[step](days)]))
}

/** Where to ask how to begin: the hotline of public legal service is free and the same in the whole country. */
export const LEGAL_HOTLINE = '12348'
