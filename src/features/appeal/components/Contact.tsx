import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { AppealView } from '~/types/appeal'
import { useAction } from '@/hooks'
import { goTo } from '@/navigate'
import { dayTime } from '@/time'
import { Button, Card } from '@/ui'
import './Contact.scss'

type Props = Pick<AppealView, 'id' | 'can' | 'contactDueAt'>

/** For who has the case and has not spoken to the person yet: until when, and the two taps that it takes. */
export function Contact({ id, can, contactDueAt }: Props) {
  const call = useAction('appeal.call')
  if (!can.includes('appeal.contact')) {
    return null
  }
  async function dial() {
    const found = await call.run({ id })
    if (found !== undefined) {
      await Taro.makePhoneCall({ phoneNumber: found.phone }).catch(() => undefined)
    }
  }
  return (
    <Card tone="gold">
      <View className="contact__title">先跟反映人说一声</View>
      <View className={contactDueAt === undefined ? 'contact__line contact__line--late' : 'contact__line'}>
        {contactDueAt === undefined
          ? '已经晚了,请马上联系'
          : `请在 ${dayTime(contactDueAt)} 前联系,问清楚、说怎么办`}
      </View>
      <View className="contact__buttons">
        {can.includes('appeal.call') && (
          <Button kind="ghost" size="middle" loading={call.busy} onTap={() => void dial()}>
            打电话
          </Button>
        )}
        <Button
          kind="ghost"
          size="middle"
          onTap={() => goTo('/features/appeal/handle/index', { id, action: 'appeal.contact' })}
        >
          联系过了
        </Button>
      </View>
    </Card>
  )
}
