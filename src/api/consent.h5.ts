import Taro from '@tarojs/taro'

/** accepted: one message may come · declined: the person said no · off: they have switched all messages off */
export type Consent = 'accepted' | 'declined' | 'off'

/** WeChat's question as the one-machine district asks it, which then lets one message through. */
export async function askConsent(templateId: string): Promise<Consent> {
  const openid = new URLSearchParams(window.location.search).get('openid') ?? ''
  const { confirm } = await Taro.showModal({
    title: '允许发一次消息?',
    content: '“微网格”想在微信的“服务通知”里告诉您一次。',
    confirmText: '允许',
    cancelText: '不允许',
  })
  if (!confirm) {
    return 'declined'
  }
  const response = await fetch('/local/consents', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ openid, templateId }),
  }).catch(() => undefined)
  return response?.ok === true ? 'accepted' : 'declined'
}
