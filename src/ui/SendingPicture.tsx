import { View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './Icon'

interface Props {
  /** Why it could not be sent; undefined while it is on its way. */
  failed: string | undefined
  onAgain(): void
  onDrop(): void
}

/** The place of a picture that is on its way, or that could not be sent and waits for a tap. */
export function SendingPicture({ failed, onAgain, onDrop }: Props) {
  if (failed === undefined) {
    return <View className="picker__one picker__one--sending">正在传…</View>
  }
  return (
    <View
      className="picker__one picker__one--sending picker__one--failed"
      {...aria({ role: 'button' })}
      onClick={onAgain}
    >
      {`${failed},点这里再传`}
      <RemovePicture label="不传这张了" onTap={onDrop} />
    </View>
  )
}

/** The cross in the corner of a picture. */
export function RemovePicture({ label, onTap }: { label: string; onTap(): void }) {
  return (
    <View
      className="picker__remove"
      {...aria({ role: 'button', label })}
      onClick={(event) => {
        event.stopPropagation()
        onTap()
      }}
    >
      <View className="picker__cross">
        <Icon name="close" size={12} color="#ffffff" stroke={3} />
      </View>
    </View>
  )
}
