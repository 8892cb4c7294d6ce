import { useState } from 'react'
import type { AwardAction, AwardView } from '~/types/points'
import { AwardCard } from './AwardCard'
import { AwardSheet } from './AwardSheet'

/** Cards of awards, and the question that goes with a button of one. */
export function Awards({ items }: { items: AwardView[] }) {
  const [asked, setAsked] = useState<{ award: AwardView; action: AwardAction }>()
  return (
    <>
      {items.map((award) => (
        <AwardCard key={award.id} award={award} onAct={(action) => setAsked({ award, action })} />
      ))}
      {asked !== undefined && <AwardSheet {...asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}
