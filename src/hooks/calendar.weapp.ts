import Taro from '@tarojs/taro'
import { REMIND_BEFORE, type CalendarEvent } from './calendar-types'

const seconds = (at: string) => Math.floor(Date.parse(at) / 1000)

/** Opens WeChat's form with the event filled in; false when the person or the phone did not allow it. */
export function addToCalendar({ title, place, startsAt, endsAt }: CalendarEvent): Promise<boolean> {
  return new Promise((resolve) => {
    // Taro hands this interface to WeChat as it is: only the call-backs are sure to be answered.
    void Taro.addPhoneCalendar({
      title,
      location: place,
      startTime: seconds(startsAt),
      endTime: String(seconds(endsAt)),
      alarm: true,
      alarmOffset: REMIND_BEFORE,
      success: () => resolve(true),
      // Whoever turns back in the form has not been refused anything.
      fail: ({ errMsg }) => resolve(errMsg.includes('cancel')),
    })
  })
}
