import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCall, useParams } from '@/hooks'
import { goTab, replaceBy } from '@/navigate'
import { dayTime } from '@/time'
import { ActionBar, Button, Card, Icon, Notice, Page } from '@/ui'
import { aria } from '@/ui/aria'
import { useReceipt } from '../useReceipt'
import { spelled } from '../view'
import './index.scss'

/** The ballot is in the box: its code in large type, what it is for, and that it can be changed until the close. */
export default function SurveyReceipt() {
  const { id = '', replaced } = useParams()
  const survey = useCall('survey.info', { id })
  const [kept] = useReceipt(id)
  const code = survey.data?.receipt ?? kept
  const open = survey.data?.can.includes('survey.cast') === true
  return (
    <Page
      title="收到您的票了"
      state={survey}
      foot={
        <ActionBar>
          {open && (
            <Button kind="ghost" onTap={() => replaceBy('/features/survey/cast/index', { id })}>
              改我的票
            </Button>
          )}
          <Button onTap={() => goTab('/pages/home/index')}>好了,回首页</Button>
        </ActionBar>
      }
    >
      <Card>
        <View className="receipt__done">
          <Icon name="check" size={40} color="#1E7148" stroke={2.5} />
          <View className="receipt__title">{replaced === '1' ? '改好了,谢谢您' : '投进去了,谢谢您'}</View>
        </View>
        {code !== '' && (
          <>
            <View className="receipt__label">您的回执码</View>
            <View className="receipt__code" {...aria({ label: `回执码${[...code].join(' ')}` })}>
              {spelled(code)}
            </View>
            <Button kind="soft" size="middle" onTap={() => void Taro.setClipboardData({ data: code })}>
              复制回执码
            </Button>
          </>
        )}
      </Card>
      <Card>
        <View className="receipt__point">
          截止以后会公布全部回执码。找得到您的这一个,就说明您的票算进去了。可以抄下来,也可以截图。
        </View>
        <View className="receipt__point">回执码只说明“有这张票”,看不出您选了什么。</View>
        <View className="receipt__point">
          {survey.data === undefined ? '' : `${dayTime(survey.data.closesAt)}截止。`}
          截止前想改,可以再投一次,只算最后一次。
        </View>
      </Card>
      {replaced === '1' && <Notice tone="blue">前面那张票已经不算了,只算刚才这一张。</Notice>}
    </Page>
  )
}
