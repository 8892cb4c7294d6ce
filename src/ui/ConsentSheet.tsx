import { View } from '@tarojs/components'
import { Button } from './Button'
import { Sheet } from './Sheet'
import './ConsentSheet.scss'

interface Props {
  open: boolean
  onAgree(): void
  onRefuse(): void
}

const POINTS = [
  '您怎么称呼:让网格员知道是谁在说。群里默认只写“一位邻居”。',
  '手机号(可以不留):只给办这件事的同志打电话用,每次查看都有记录。',
  '您说的话、录音和照片:给办事的同志看。照片里的拍摄地点会自动去掉。',
  '不想用了,随时可以在“我的”里查看、改正、导出或者注销。',
]

/** The privacy notice, before the first personal datum. Refusing leaves reading and the telephone. */
export function ConsentSheet({ open, onAgree, onRefuse }: Props) {
  return (
    <Sheet open={open} title="先说清楚,我们会记下什么" onClose={onRefuse}>
      {POINTS.map((point) => (
        <View key={point} className="consent__point">
          {point}
        </View>
      ))}
      <View className="consent__point">不同意也没关系:照样能看网格里的消息,也能直接打电话给网格员。</View>
      <View className="consent__buttons">
        <Button onTap={onAgree}>同意,接着填</Button>
        <Button kind="ghost" onTap={onRefuse}>
          先不填
        </Button>
      </View>
    </Sheet>
  )
}
