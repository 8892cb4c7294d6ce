import Taro from '@tarojs/taro'

/** Factor of WeChat's font setting; 1 where it is unknown. */
export function phoneFontScale(): number {
  const info = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }
  return info.fontSizeScaleFactor ?? 1
}

/** Height of the status bar above a page with its own header, in px. */
export function statusBarHeight(): number {
  return Taro.getWindowInfo().statusBarHeight ?? 20
}

/** Lets a recording be heard on a phone that is set to silent: whoever taps play wants to hear it. */
export function soundDespiteMute(): void {
  void Promise.resolve(Taro.setInnerAudioOption({ obeyMuteSwitch: false })).catch(() => undefined)
}

/** WeChat draws the navigation bar of ordinary pages. */
export const DRAWS_HEADER: boolean = false
