import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useMemo, useState } from 'react'
import { usePageValues } from '@/platform/go'
import { usePullToRefresh } from '@/platform/refresh'
import { useStores } from '@/stores/root'
import type { Sort, Wish } from '@/stores/SearchStore'
import { Results } from './Results'
import { Searched } from './Searched'
import { SearchField } from './SearchField'
import { Sorts } from './Sorts'
import styles from './index.module.scss'

/** Looks for products by words; before there are any it shows what was searched for last. */
export default observer(function SearchPage() {
  const { words: asked = '' } = usePageValues()
  const { search } = useStores()
  const [words, setWords] = useState(() => tidy(asked))
  const [sort, setSort] = useState<Sort>('shelf')
  const wish = useMemo<Wish>(() => ({ words, sort }), [words, sort])

  useEffect(() => {
    if (wish.words) void search.look(wish)
  }, [wish, search])
  usePullToRefresh(() => (words === '' ? Promise.resolve() : search.look(wish)))

  const searchFor = (typed: string) => {
    const tidied = tidy(typed)
    setWords(tidied)
    if (tidied !== '') search.remember(tidied)
  }
  return (
    <View className={styles.page}>
      <SearchField words={words} onSearch={searchFor} />
      {words === '' ? (
        <Searched onSearch={searchFor} />
      ) : (
        <View>
          <Sorts sort={sort} onSort={setSort} />
          <Results key={`${sort} ${words}`} wish={wish} />
        </View>
      )}
    </View>
  )
})

/** Words with one blank between them. */
const tidy = (typed: string): string => typed.trim().replace(/\s+/g, ' ')
