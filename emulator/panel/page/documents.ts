import type { Collection } from '../answers'
import { look } from '../control'
import { make } from '../make'
import { openDocuments } from './collection'
import { liveList } from './list'
import type { Section } from './section'

/** 文档: what the shop has written into its database, collection by collection. */
export const documents: Section = {
  id: 'documents',
  title: '文档',
  icon: 'documents',
  about: '数据库里的集合与文档。这里的改动绕过商城的规则，就像在云控制台里动手。',
  open(root, _bench, name) {
    const list = make('div')
    const opened = make('div', { class: 'opened' })
    root.append(make('div', { class: name ? 'two-panes' : 'one-pane' }, list, opened))
    const collections = liveList(list, {
      class: 'collections',
      everyMs: 5_000,
      load: () => look('collections'),
      keyOf: (collection) => collection.name,
      row: (collection) => collectionLink(collection, name),
      empty: ['还没有集合', '集合由 database.json 声明；导入一家店以后就有文档了。'],
    })
    const closeDocuments = name ? openDocuments(opened, name) : undefined
    return () => {
      collections.close()
      closeDocuments?.()
    }
  },
}

function collectionLink({ name, count }: Collection, open: string): HTMLElement {
  return make(
    'a',
    {
      href: `#documents/${encodeURIComponent(name)}`,
      class: 'collection',
      'aria-current': name === open && 'true',
    },
    make('span', {}, name),
    make('span', { class: 'count' }, count),
  )
}
