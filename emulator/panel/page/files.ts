import type { StoredFile } from '../answers'
import { look } from '../control'
import { make } from '../make'
import { bytesOf } from '../words'
import { liveList } from './list'
import type { Section } from './section'

const pictures = /\.(?:png|jpe?g|gif|webp|svg|avif)$/i

/** 文件: everything in cloud storage, pictures as pictures. */
export const files: Section = {
  id: 'files',
  title: '文件',
  icon: 'files',
  about: '云存储里的文件：商品图、海报、小程序码。点开看原图。',
  open(root) {
    return liveList(root, {
      class: 'tiles',
      everyMs: 10_000,
      load: () => look('files'),
      keyOf: (file) => file.path,
      row: tile,
      empty: ['还没有文件', '导入一家店，或者生成一张海报，文件就会存到这里。'],
    }).close
  },
}

function tile(file: StoredFile): HTMLElement {
  const href = `/_emulator/files/${file.path.split('/').map(encodeURIComponent).join('/')}`
  const name = file.path.split('/').at(-1) ?? file.path
  const kind = name.split('.').at(-1) ?? ''
  return make(
    'a',
    { class: 'tile', href, target: '_blank', rel: 'noopener', title: file.fileId },
    pictures.test(file.path)
      ? make('img', { src: href, alt: '', loading: 'lazy' })
      : make('span', { class: 'kind' }, kind.toUpperCase()),
    make('span', { class: 'name' }, file.path),
    make('span', { class: 'muted' }, bytesOf(file.bytes)),
  )
}
