import { View } from '@tarojs/components'
import { spokenTab } from '@/platform/spoken'
import type { Category } from '@domain/catalog/product'
import type { CategoryId } from '@domain/ids'
import { classes } from '@/components/classes'
import styles from './Categories.module.scss'

/** The shelves of the shop and the one that is looked at. */
export interface CategoriesProps {
  readonly categories: readonly Category[]
  readonly chosenId: CategoryId | undefined
  readonly onChoose: (categoryId: CategoryId) => void
}

/** The names of the shelves down the left side; they stay while the goods scroll. */
export function Categories({ categories, chosenId, onChoose }: CategoriesProps) {
  return (
    <View className={styles.categories} ariaRole="tablist">
      {categories.map(({ id, name }) => (
        <View
          key={id}
          id={`category-${id}`}
          className={classes(styles.category, id === chosenId && styles.chosen)}
          ariaRole="tab"
          {...spokenTab(id === chosenId)}
          onClick={() => {
            onChoose(id)
          }}
        >
          {name}
        </View>
      ))}
    </View>
  )
}
