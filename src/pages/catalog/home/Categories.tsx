import { ScrollView, View } from '@tarojs/components'
import type { Category } from '@domain/catalog/product'
import type { CategoryId } from '@domain/ids'
import { catalogText } from '@/text/catalog'
import styles from './Categories.module.scss'

/** The shelves of the shop; null is all of them. */
export interface CategoriesProps {
  readonly categories: readonly Category[]
  readonly chosen: CategoryId | null
  readonly onChoose: (categoryId: CategoryId | null) => void
}

/** The shelves to choose from, at the top while the page scrolls below them. */
export function Categories({ categories, chosen, onChoose }: CategoriesProps) {
  const all = [{ id: null, name: catalogText.wholeShop }, ...categories]
  return (
    <View className={styles.bar}>
      <ScrollView scrollX className={styles.scroll} enableFlex showScrollbar={false}>
        <View className={styles.row}>
          {all.map(({ id, name }) => (
            <View
              key={id ?? 'all'}
              id={`category-${id ?? 'all'}`}
              className={`${styles.category} ${id === chosen ? styles.chosen : ''}`}
              ariaRole="tab"
              onClick={() => {
                onChoose(id)
              }}
            >
              {name}
            </View>
          ))}
        </View>
      </ScrollView>
    </View>
  )
}
