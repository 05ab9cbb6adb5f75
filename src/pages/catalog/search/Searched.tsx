import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Empty } from '@/components/Empty'
import { useStores } from '@/stores/root'
import { searchText } from '@/text/search'
import styles from './Searched.module.scss'

/** What was searched for on this phone; a tap searches for it again. */
export const Searched = observer(function Searched({
  onSearch,
}: {
  readonly onSearch: (words: string) => void
}) {
  const { search } = useStores()
  if (search.searched.length === 0) {
    return <Empty title={searchText.hintTitle} hint={searchText.hint} />
  }
  return (
    <View className={styles.searched}>
      <View className={styles.head}>
        <View className={styles.title}>{searchText.searched}</View>
        <View
          className={styles.forget}
          id="forget"
          ariaRole="button"
          onClick={() => search.forget()}
        >
          {searchText.forget}
        </View>
      </View>
      <View className={styles.words}>
        {search.searched.map((words, index) => (
          <View
            key={words}
            id={`searched-${index}`}
            className={styles.word}
            ariaRole="button"
            onClick={() => {
              onSearch(words)
            }}
          >
            {words}
          </View>
        ))}
      </View>
    </View>
  )
})
