import { useDraft } from '@/hooks'

/**
 * The code of one's ballot, kept on the phone so that it can be looked for after the close, when the server no longer
 * knows whose it is. It says that a ballot counts, never what is on it.
 */
export function useReceipt(id: string): [code: string, keep: (code: string) => void] {
  const [{ code }, change] = useDraft(`survey.receipt.${id}`, { code: '' })
  return [code, (kept) => change({ code: kept })]
}
