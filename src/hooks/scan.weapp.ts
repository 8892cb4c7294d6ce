import Taro from '@tarojs/taro'

export const CAN_SCAN: boolean = true

/** What the camera reads; undefined when the person turns back. */
export async function scanCode(): Promise<string | undefined> {
  return Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).then(
    ({ result }) => result,
    () => undefined,
  )
}
