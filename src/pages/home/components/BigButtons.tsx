import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { goTo } from '@/navigate'
import { Button } from '@/ui'
import './BigButtons.scss'

/** Home in large type: a few big buttons, no icons to guess. */
export function BigButtons({ phone }: { phone: string }) {
  return (
    <View className="bigbuttons">
      <Button onTap={() => goTo('/features/appeal/form/index')}>我要反映</Button>
      {phone !== '' && (
        <Button
          kind="ghost"
          onTap={() => void Taro.makePhoneCall({ phoneNumber: phone }).catch(() => undefined)}
        >
          打电话给网格员
        </Button>
      )}
      <Button kind="soft" onTap={() => goTo('/features/announcement/list/index')}>
        村里通知
      </Button>
      <Button kind="danger" onTap={() => goTo('/features/missing/list/index')}>
        找人
      </Button>
      <Button kind="soft" onTap={() => goTo('/features/activity/list/index')}>
        做志愿
      </Button>
    </View>
  )
}
