import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ActivityView } from '~/types/activity'
import { Card, PictureGrid, Row } from '@/ui'
import { goingWords, minutesWords, whoWords } from '../view'
import './Facts.scss'

function Line({ label, value }: { label: string; value: string }) {
  return value === '' ? null : (
    <View className="facts__line">
      <View className="facts__label">{label}</View>
      <View className="facts__value">{value}</View>
    </View>
  )
}

/** What it is about, who may come, what to bring, whom to call. */
export function Facts({ activity }: { activity: ActivityView }) {
  const { picture, report } = activity
  return (
    <>
      {report !== undefined && (
        <Card tone="green">
          <View className="facts__strong">
            谢谢 {report.people} 位邻居,一共出力 {minutesWords(report.minutes)}
          </View>
          <View className="facts__words">{report.words}</View>
          <PictureGrid pictures={report.pictures} />
        </Card>
      )}
      <Card>
        <View className="facts__words">{activity.words}</View>
        {picture !== undefined && <PictureGrid pictures={[picture]} />}
        <Line label="带什么" value={activity.bring} />
        <Line label="要求" value={whoWords(activity)} />
        <Line label="保险" value={activity.insurance} />
        <Line label="在哪里" value={`${activity.place} · ${activity.area.name}`} />
        <Row
          label={`联系人 ${activity.contact}`}
          value="打电话"
          onTap={() => void Taro.makePhoneCall({ phoneNumber: activity.phone }).catch(() => undefined)}
        />
      </Card>
      {activity.going > 0 && (
        <Card>
          <View className="facts__strong">已报名的邻居</View>
          <View className="facts__words">{goingWords(activity)}</View>
        </Card>
      )}
    </>
  )
}
