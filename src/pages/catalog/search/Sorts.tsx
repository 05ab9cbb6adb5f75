import { View } from '@tarojs/components'
import { classes } from '@/components/classes'
import { spokenTab } from '@/platform/spoken'
import type { Sort } from '@/stores/SearchStore'
import { searchText } from '@/text/search'
import styles from './Sorts.module.scss'

/** In which order the results stand. */
export interface SortsProps {
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

/** The orders in which results can stand. */
export function Sorts({ sort, onSort }: SortsProps) {
  return (
    <View className={styles.sorts} ariaRole="tablist">
      {searchText.sorts.map((one) => (
        <View
          key={one.sort}
          id={`sort-${one.sort}`}
          className={classes(styles.sort, one.sort === sort && styles.chosen)}
          ariaRole="tab"
          {...spokenTab(one.sort === sort)}
          onClick={() => {
            onSort(one.sort)
          }}
        >
          {one.name}
        </View>
      ))}
    </View>
  )
}
