import { View } from '@tarojs/components'
import { ChipGroup, type ChipGroupProps } from './ChipGroup'
import './Filter.scss'

/** Which part of a list to look at; stands above the list's cards. */
export function Filter<T extends string>(props: ChipGroupProps<T>) {
  return (
    <View className="filter">
      <ChipGroup {...props} />
    </View>
  )
}
