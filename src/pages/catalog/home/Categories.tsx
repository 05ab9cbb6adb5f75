import { ScrollView, View } from '@tarojs/components'
import type { Category } from '@domain/catalog/product'
import { openTab } from '@/platform/go'
import { useStores } from '@/stores/root'
import styles from './Categories.module.scss'

/** The ways to the shelves of the shop, at the top while the page scrolls below them. */
export function Categories({ categories }: { readonly categories: readonly Category[] }) {
  const { catalog } = useStores()
  return (
    <View className={styles.bar}>
      <ScrollView scrollX className={styles.scroll} enableFlex showScrollbar={false}>
        <View className={styles.row}>
          {categories.map(({ id: categoryId, name }) => (
            <View
              key={categoryId}
              id={`category-${categoryId}`}
              className={styles.category}
              ariaRole="button"
              onClick={() => {
                catalog.chooseShelf(categoryId)
                openTab('shelf')
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
