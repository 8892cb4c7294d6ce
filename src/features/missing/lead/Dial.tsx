import Taro from '@tarojs/taro'
import { useAction } from '@/hooks'
import { Button } from '@/ui'

/** The number is asked for only to dial it; every look is kept. */
export function Dial({ id, sightingId, label }: { id: string; sightingId?: string; label: string }) {
  const call = useAction('missing.call')
  async function dial() {
    const reached = await call.run({ id, ...(sightingId !== undefined && { sightingId }) })
    if (reached !== undefined) {
      await Taro.makePhoneCall({ phoneNumber: reached.phone }).catch(() => undefined)
    }
  }
  return (
    <Button kind="soft" size="middle" loading={call.busy} onTap={() => void dial()}>
      {label}
    </Button>
  )
}
