import Taro from '@tarojs/taro'

/** accepted: one message may come · declined: the person said no · off: they have switched all messages off */
export type Consent = 'accepted' | 'declined' | 'off'

/** WeChat's number for the main switch of messages being off. */
const SWITCHED_OFF = 20004

/**
 * WeChat's own question whether one message of the template may come. Must be called from a tap. It is answered also
 * without a question, when the person has said so for always.
 */
export async function askConsent(templateId: string): Promise<Consent> {
  try {
    const answer = await Taro.requestSubscribeMessage({ tmplIds: [templateId], entityIds: [] })
    const said = (answer as unknown as Record<string, string | undefined>)[templateId]
    return said?.startsWith('accept') === true ? 'accepted' : 'declined'
  } catch (error) {
    return (error as { errCode?: number }).errCode === SWITCHED_OFF ? 'off' : 'declined'
  }
}
