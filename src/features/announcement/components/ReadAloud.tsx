import { View } from '@tarojs/components'
import { CAN_READ, useReader } from '@/hooks/reader'
import { Button, Icon, Notice } from '@/ui'
import './announcement.scss'

/** Reads a text aloud, for those who do not read well; absent where the phone cannot. */
export function ReadAloud({ text }: { text: string }) {
  const { reading, failed, toggle } = useReader(text)
  return !CAN_READ ? null : (
    <View className="announcement__stack">
      <Button kind="soft" size="middle" onTap={toggle}>
        <Icon name={reading ? 'stop' : 'play'} size={20} />
        {reading ? '不念了' : '念给我听'}
      </Button>
      {failed && <Notice tone="gold">这台手机念不出来,请让家里人念给您听。</Notice>}
    </View>
  )
}
