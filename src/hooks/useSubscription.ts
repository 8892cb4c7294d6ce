import { useState } from 'react'
import { askConsent, type Consent } from '@/api/consent'
import type { SubscriptionKind } from '~/types/subscription'
import { useAction } from './useAction'
import { useCall } from './useCall'

export interface SubscriptionState {
  /** There is something to ask for; not where the district has no templates. */
  offered: boolean
  /** Messages that may still come. */
  quota: number
  /** What the person said last. */
  said: Consent | undefined
  busy: boolean
  /** Lets WeChat ask; must be called from a tap. Whatever is answered, nothing else waits for it. */
  ask(): Promise<void>
}

/** Messages of WeChat to the person about one kind of thing, one for each consent. */
export function useSubscription(kind: SubscriptionKind): SubscriptionState {
  const query = useCall('subscription.list', {})
  const accept = useAction('subscription.accept', { done: '好,到时告诉您' })
  const [said, setSaid] = useState<Consent>()
  const one = query.data?.items.find((item) => item.kind === kind)

  async function ask() {
    if (one !== undefined) {
      const answer = await askConsent(one.templateId)
      setSaid(answer)
      if (answer === 'accepted') {
        await accept.run({ kinds: [kind] })
      }
    }
  }

  return { offered: one !== undefined, quota: one?.quota ?? 0, said, busy: accept.busy, ask }
}
