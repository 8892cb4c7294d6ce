import { useState } from 'react'
import Taro from '@tarojs/taro'
import { PRIVACY_VERSION, type MeView } from '~/types/me'
import { useAction } from '@/hooks'
import type { Extra } from '../components/SignUpSheet'

/** Signing up in two taps, with a sheet for what must still be said and the privacy notice before a name. */
export function useSignUp(me: MeView | undefined, shiftId: string | undefined) {
  const signUp = useAction('activity.signUp', { refresh: ['activity', 'me'] })
  const consent = useAction('me.consent')
  const [asking, setAsking] = useState<'self' | 'family'>()
  const [waiting, setWaiting] = useState<Extra>()

  async function send(extra: Extra, consented = me?.consented === true): Promise<void> {
    if (shiftId === undefined) {
      return
    }
    if (!consented) {
      setWaiting(extra)
      return
    }
    const made = await signUp.run({ shiftId, ...extra })
    if (made === undefined) {
      return
    }
    setAsking(undefined)
    const going = made.status === 'going'
    void Taro.showToast({ title: going ? '报上了' : '已排上候补', icon: 'success' })
  }

  return {
    signUp,
    asking,
    /** Asks the rest in a sheet. */
    open(who: 'self' | 'family') {
      signUp.clear()
      setAsking(who)
    },
    close: () => setAsking(undefined),
    send: (extra: Extra) => send(extra),
    consenting: waiting !== undefined,
    refuse: () => setWaiting(undefined),
    async agree() {
      const extra = waiting ?? {}
      setWaiting(undefined)
      if ((await consent.run({ version: PRIVACY_VERSION })) !== undefined) {
        await send(extra, true)
      }
    },
  }
}
