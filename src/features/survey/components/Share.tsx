import { tellSurroundings } from '@/hooks/share'
import { Button } from '@/ui'

interface Props {
  title: string
  /** Two to eight characters on the tag of the card. */
  label: string
  /** Page that the card opens, without the leading slash. */
  path: string
  kind?: 'main' | 'ghost'
  children: string
}

/** Hands the page to a group or a neighbour as a card; the page's share handler says which. */
export function Share({ children, kind = 'ghost', ...card }: Props) {
  return (
    <Button kind={kind} openType="share" onTap={() => tellSurroundings({ ...card, tone: 'progress' })}>
      {children}
    </Button>
  )
}
