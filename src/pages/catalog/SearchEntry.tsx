import { View } from '@tarojs/components'
import { open } from '@/platform/go'
import { catalogText } from '@/text/catalog'
import styles from './SearchEntry.module.scss'

/** Looks like a search field; a tap opens the page that searches. */
export function SearchEntry() {
  return (
    <View
      className={styles.entry}
      id="search"
      ariaRole="button"
      onClick={() => {
        open('search', {})
      }}
    >
      <View className={styles.glass} />
      {catalogText.searchHint}
    </View>
  )
}
