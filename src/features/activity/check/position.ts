import Taro from '@tarojs/taro'

/** Where the phone is now; undefined when the person or the phone does not say. Kept nowhere. */
export async function readPosition(): Promise<{ latitude: number; longitude: number } | undefined> {
  return Taro.getLocation({ type: 'gcj02' }).then(
    ({ latitude, longitude }) => ({ latitude, longitude }),
    () => undefined,
  )
}
