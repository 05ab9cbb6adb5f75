import { Input, View } from '@tarojs/components'
import { useRef } from 'react'
import { searchText } from '@/text/search'
import styles from './SearchField.module.scss'

/** What is searched for now, and what to do with other words. */
export interface SearchFieldProps {
  readonly words: string
  readonly onSearch: (words: string) => void
}

/** As many characters as the cloud takes. */
const MOST_CHARACTERS = 40

/** The field to type into; the key of the keyboard and the button beside it both search. */
export function SearchField({ words, onSearch }: SearchFieldProps) {
  const typed = useRef(words)
  return (
    <View className={styles.bar}>
      <Input
        // The field keeps its own text; words that were tapped make it anew.
        key={words}
        id="words"
        className={styles.field}
        defaultValue={words}
        focus={words === ''}
        maxlength={MOST_CHARACTERS}
        placeholder={searchText.placeholder}
        confirmType="search"
        onInput={(event) => {
          typed.current = event.detail.value
        }}
        onConfirm={(event) => {
          onSearch(event.detail.value)
        }}
      />
      <View
        className={styles.go}
        id="go"
        ariaRole="button"
        onClick={() => {
          onSearch(typed.current)
        }}
      >
        {searchText.go}
      </View>
    </View>
  )
}
